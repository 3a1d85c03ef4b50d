// A town of 220 lots and 60 residents: what its people hold, pay, think of each other's buildings, and get. Told by an
// unmodified @polkadot/api to the real node. The town is part of Barcelona's Eixample, see `town.ts`; every charge,
// price and rate is worked out again from events alone, see `charges.ts`. One story: each part goes on where the one
// before has ended.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ProverThread, Roll, toHex } from "@civitas/ballots";
import { Fields, due, Ledger } from "./charges.js";
import { type Call, Chain, CIV, newPerson, type Person, type Receipt, wellKnown } from "./chain.js";
import { BINARY, Node, temporaryFolder } from "./node.js";
import { PROVER, stateCall, submit, transaction } from "./roll.js";
import { around, blockAt, CASA_MILA, cellAt, distance, type Lot, lots, point } from "./town.js";

const PERCENT = 10n ** 16n;
/** How many residents vote each season. */
const VOTERS = 30;
const SEASON = 400;

/** What the founders of this town decide differently from those of the development chain. */
const FOUNDING = {
	seasonLength: SEASON,
	minRingSize: 2,
	// In milliseconds.
	noticePeriod: 120_000,
	lookBack: 600_000,
	reservePeriod: 60_000,
	auctionPeriod: 1_200_000,
};

const TOWN = lots();
/** In the middle of the town. */
const MIDDLE = TOWN.find((lot) => lot.name === "5/1/0") as Lot;
/** The lots from the middle outwards. */
const OUTWARDS = [...TOWN].sort((a, b) => distance(a.centre, MIDDLE.centre) - distance(b.centre, MIDDLE.centre));

describe("property", { timeout: 1_800_000 }, () => {
	const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const [alice, bob, charlie, dave] = founders;
	// People with money who are no citizens: each holds one of the buildings that are talked about.
	const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
	const registrar = newPerson("the registrar");
	const landlords = Array.from({ length: 8 }, (_, i) => newPerson(`landlord ${i + 1}`));
	const residents = Array.from({ length: 60 }, (_, i) => newPerson(`resident ${i + 1}`));
	const citizens = [...founders, ...residents];

	/** The night club that the neighbours want to be rid of, and the garden that they like. */
	const [club, garden] = OUTWARDS;
	/** Where each resident lives: every other lot from the middle outwards. */
	const homes = residents.map((_, i) => OUTWARDS[2 + 2 * i]);
	const numbers = new Map<Lot, number>();
	const numberOf = (lot: Lot) => numbers.get(lot) as number;

	let node: Node;
	let chain: Chain;
	let prover: ProverThread;
	let roll: Roll;
	let ledger: Ledger;

	const tx = () => chain.api.tx;
	const land = () => chain.api.call.landApi;
	const tax = () => chain.api.call.taxApi;

	before(async () => {
		node = await Node.dev("--state-pruning=archive", `--chain=${specOfTheTown()}`);
		chain = await Chain.connect(node);
		prover = await ProverThread.start(PROVER);
		roll = new Roll(stateCall(node), chain.api.genesisHash.toU8a());
		const { terms } = (await tax().opinion(0)).toJSON() as { terms: { phantoms: number; max: string } };
		ledger = new Ledger(chain, { phantoms: BigInt(terms.phantoms), max: BigInt(terms.max) });
	});

	after(async () => {
		prover?.stop();
		await chain?.close();
		await node?.stop();
	});

	/** The development chain's spec, with our people among its first citizens and our founding decisions. */
	function specOfTheTown(): string {
		const spec = JSON.parse(execFileSync(BINARY, ["export-chain-spec", "--chain=dev"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
		const { patch } = spec.genesis.runtimeGenesis;
		patch.citizenship.citizens.push(...residents.map((who) => [who.address, toHex(who.rollKey)]));
		for (const who of [registrar, ...landlords, ...residents]) patch.balances.balances.push([who.address, Number(100_000n * CIV)]);
		Object.assign(patch.founding, FOUNDING);
		// The founder opens the territory; the town does not outgrow the founding tier in these seasons.
		patch.census.thresholds = { consultative: 10_000, shared: 20_000, community: 30_000 };
		const file = join(temporaryFolder("town"), "town.json");
		writeFileSync(file, JSON.stringify(spec));
		return file;
	}

	/** Submits calls together; none may fail. */
	async function all(who: Person, calls: Call[], size: number): Promise<Receipt[]> {
		const receipts: Receipt[] = [];
		for (let from = 0; from < calls.length; from += size) {
			receipts.push(await chain.submit(who, tx().utility.batchAll(calls.slice(from, from + size))));
		}
		return receipts;
	}

	/** Submits a call that must be included and cost nothing. */
	async function free(who: Person, call: Call): Promise<Receipt> {
		const receipt = await chain.submit(who, call);
		assert.equal(receipt.fee(), 0n, `${who.name} paid for ${call.method.section}.${call.method.method}`);
		return receipt;
	}

	/** The fields of the first event of a name. */
	function fieldsOf(receipt: Receipt, name: string): Fields {
		const record = receipt.events.find(({ event }) => `${event.section}.${event.method}` === name);
		assert.ok(record, `${name} among ${receipt.names().join(", ")}`);
		return new Fields(record.event);
	}

	async function season(): Promise<{ index: number; ends: number }> {
		return (await chain.api.call.seasonsApi.season()).toJSON() as { index: number; ends: number };
	}

	/** Goes on to the next season, and waits until its roll can be used. */
	async function turnTheSeason(): Promise<void> {
		await chain.advanceTo((await season()).ends);
		while (!(await roll.state()).complete) await node.seal();
	}

	/** The floating rate of a lot now, in parts of 1e18. */
	async function rateOf(lot: Lot): Promise<bigint> {
		const { rate } = (await tax().opinion(numberOf(lot))).toJSON() as { rate: string };
		return BigInt(rate);
	}

	async function holdingOf(lot: Lot) {
		const info = await tax().holding(numberOf(lot));
		assert.ok(!info.isEmpty, `somebody holds lot ${lot.name}`);
		return info.toJSON() as {
			holding: { holder: string; valuation: string; escrow: string; bid: { until: string } | null };
			rate: string; due: string; reserve: string; leastBid: string; dryAt: string | null;
		};
	}

	async function reserve(lot: Lot, valuation: bigint): Promise<bigint> {
		return BigInt((await tax().reserve(numberOf(lot), valuation)).toString());
	}

	/** The time of the newest block, in milliseconds. */
	async function now(): Promise<bigint> {
		return BigInt((await chain.api.query.timestamp.now()).toString());
	}

	/** Makes empty blocks until a moment has come. */
	async function advanceToTime(moment: bigint): Promise<void> {
		const block = 6_000n;
		while ((await now()) < moment) await node.seal(Number((moment - (await now()) + block - 1n) / block));
	}

	/** Fresh ballot accounts of some residents for this season, each enrolled in the ring that its person sits in. */
	async function enrolled(people: Person[]): Promise<Person[]> {
		const { index } = await season();
		const ballots: Person[] = [];
		for (const who of people) {
			const lot = homes[residents.indexOf(who)];
			const ballot = newPerson(`the ballot account of ${who.name} in season ${index}`);
			const ring = await ringOf(who, lot);
			const enrolment = await roll.enrolment(who.entropy, ring, ballot.pair.publicKey, prover);
			await submit(chain, transaction(chain, enrolment));
			ballots.push(ballot);
		}
		return ballots;
	}

	/** The ring of the finest cell that has one for this person. */
	async function ringOf(who: Person, lot: Lot) {
		for (const scale of [0, 1, 2] as const) {
			try {
				return await roll.find(who.entropy, prover, BigInt(cellAt(lot.centre, scale)));
			} catch (error) {
				if (scale === 2 || !/NotSeated/.test((error as Error).message)) throw error;
			}
		}
		throw new Error("unreachable");
	}

	it("has a plan that finds Casa Milà where it stands", () => {
		assert.deepEqual(blockAt(CASA_MILA), { along: 10, across: 1, inside: true });
		assert.equal(TOWN.length, 220);
		const tiles = TOWN.flatMap(({ survey }) => survey.shape.flatMap(({ row, column, columns }) => {
			return Array.from({ length: columns }, (_, i) => `${row}/${column + i}`);
		}));
		assert.equal(new Set(tiles).size, tiles.length, "no two lots overlap");
	});

	it("opens a territory under a registrar, who enters 220 lots", async () => {
		await chain.submit(alice, tx().land.openTerritory("Eixample", "ES", registrar.address, 1_000));
		const calls = TOWN.map((lot) => tx().land.register(0, lot.survey, holderOf(lot)?.address ?? null));
		const receipts = await all(registrar, calls, 10);
		const entered = receipts.flatMap(({ events }) => events.filter(({ event }) => event.method === "Registered"));
		entered.forEach(({ event }, i) => numbers.set(TOWN[i], new Fields(event).number("parcel")));
		assert.equal(numbers.size, 220);
		const { parcels, area } = (await land().footprint()).toJSON() as { parcels: number; area: number };
		assert.equal(parcels, 220);
		assert.equal(area, TOWN.reduce((sum, { survey }) => sum + survey.area, 0));
	});

	/** For whom a lot is reserved. Every fifth of those that nobody lives on is in common ownership. */
	function holderOf(lot: Lot): Person | undefined {
		if (lot === club) return eve;
		if (lot === garden) return ferdie;
		const home = homes.indexOf(lot);
		if (home >= 0) return residents[home];
		const i = TOWN.indexOf(lot);
		return i % 5 === 0 ? undefined : landlords[i % landlords.length];
	}

	it("shows each lot where it lies", async () => {
		for (const lot of TOWN) {
			const info = (await land().parcelAt(point(lot.centre))).toJSON() as { id: number; parcel: { cell: number } };
			assert.equal(info.id, numberOf(lot), lot.name);
			assert.equal(info.parcel.cell, cellAt(lot.centre, 0), lot.name);
		}
		const seen: number[] = [];
		let next: unknown = null;
		do {
			const page = (await land().parcelsWithin(around(TOWN.map((lot) => lot.centre), 1), next, 50)).toJSON() as { parcels: { id: number }[]; next: unknown };
			assert.ok(page.parcels.length <= 50);
			seen.push(...page.parcels.map(({ id }) => id));
			next = page.next;
		} while (next);
		assert.deepEqual([...seen].sort((a, b) => a - b), [...numbers.values()].sort((a, b) => a - b));
	});

	it("lets owners say what their lots are worth", async () => {
		const takes = new Map<Person, Call[]>();
		for (const [i, lot] of TOWN.entries()) {
			const who = holderOf(lot);
			if (!who) continue;
			const valuation = (100n + BigInt(i)) * CIV;
			const escrow = 2n * (await reserve(lot, valuation)) + 10n * CIV;
			takes.set(who, [...(takes.get(who) ?? []), tx().harberger.accept(numberOf(lot), valuation, escrow)]);
		}
		for (const [who, calls] of takes) await all(who, calls, 10);
		await ledger.follow();
		const held = TOWN.filter(holderOf).length;
		assert.equal(ledger.holdings.size, held);
		assert.equal(ledger.auctions.size, 220 - held);
		const { valuation } = (await land().footprint()).toJSON() as { valuation: string };
		assert.equal(BigInt(valuation), [...ledger.holdings.values()].reduce((sum, one) => sum + one.valuation, 0n));
		for (const lot of TOWN.filter(holderOf)) assert.equal(await rateOf(lot), 25n * PERCENT / 10n, "the middle");
	});

	it("knows where sixty citizens live", async () => {
		for (const [i, who] of residents.entries()) {
			const home = numberOf(homes[i]);
			await free(who, tx().land.reside(home));
			await chain.submit(i % 2 ? registrar : who, tx().land.confirm(await chain.citizenId(who), home));
		}
		const { residents: counted } = (await land().footprint()).toJSON() as { residents: number };
		assert.equal(counted, 60);
	});

	it("climbs with every neighbour who disapproves of the club, and falls with every one who likes the garden", async () => {
		await turnTheSeason();
		const ballots = await enrolled(neighbours());
		let [high, low] = [await rateOf(club), await rateOf(garden)];
		for (const ballot of ballots) {
			const against = await free(ballot, tx().floatingTax.vote(numberOf(club), "Disapprove"));
			assert.ok(fieldsOf(against, "floatingTax.RateChanged").money("new") > high);
			// The block after the vote shows it, and so does every node.
			assert.ok((await rateOf(club)) > high);
			high = await rateOf(club);
			await free(ballot, tx().floatingTax.vote(numberOf(garden), "Approve"));
			assert.ok((await rateOf(garden)) < low);
			low = await rateOf(garden);
		}
		// (10 x 2.5 % + 30 x 5 %) / 40, and (10 x 2.5 %) / 40.
		assert.equal(high, 4375n * PERCENT / 1_000n);
		assert.equal(low, 625n * PERCENT / 1_000n);
		await ledger.follow();
		assert.ok(ledger.rates >= 2 * VOTERS);
	});

	/** Residents whose homes are near both buildings. */
	function neighbours(): Person[] {
		const near = residents.filter((_, i) => {
			const places = [cellsOf(homes[i]), cellsOf(club), cellsOf(garden)];
			const [home, ...buildings] = places;
			return buildings.every((building) => Math.abs(building.row - home.row) <= 1 && Math.abs(building.column - home.column) <= 1);
		});
		assert.ok(near.length >= VOTERS, `${near.length} residents live near both`);
		return near.slice(0, VOTERS);
	}

	function cellsOf(lot: Lot): { row: number; column: number } {
		const id = cellAt(lot.centre, 0);
		return { row: Math.floor(id / 2 ** 24), column: id % 2 ** 24 };
	}

	it("goes on season by season, towards five per cent and towards nothing", async () => {
		let [high, low] = [await rateOf(club), await rateOf(garden)];
		for (let turn = 0; turn < 2; turn++) {
			for (const who of residents) await free(who, tx().census.attest());
			await turnTheSeason();
			assert.deepEqual([await rateOf(club), await rateOf(garden)], [high, low], "the turn itself changes nothing");
			for (const ballot of await enrolled(neighbours())) {
				await free(ballot, tx().floatingTax.vote(numberOf(club), "Disapprove"));
				await free(ballot, tx().floatingTax.vote(numberOf(garden), "Approve"));
			}
			const [higher, lower] = [await rateOf(club), await rateOf(garden)];
			assert.ok(higher > high && higher < 5n * PERCENT);
			assert.ok(lower < low && lower > 0n);
			[high, low] = [higher, lower];
		}
		assert.ok(high > 496n * PERCENT / 100n && low < 4n * PERCENT / 100n, `${high} and ${low}`);
	});

	it("hears nobody who lives too far away", async () => {
		// Whoever lives alone in a cell sits with a coarser one, which may meet the club's neighbourhood.
		const neighboursIn = (cell: number) => homes.filter((home) => cellAt(home.centre, 0) === cell).length;
		const far = residents.filter((_, i) => {
			const [home, building] = [cellsOf(homes[i]), cellsOf(club)];
			const away = Math.abs(building.row - home.row) > 1 || Math.abs(building.column - home.column) > 1;
			return away && neighboursIn(cellAt(homes[i].centre, 0)) >= FOUNDING.minRingSize;
		});
		assert.ok(far.length > 0, "somebody lives far from the club");
		const [ballot] = await enrolled(far.slice(-1));
		// What would fail is not free, and a ballot account owns nothing: the pool does not let it in.
		const vote = tx().floatingTax.vote(numberOf(club), "Approve");
		assert.match(await chain.poolRefusalOf(ballot, vote), /Inability to pay some fees/);
	});

	it("sells Eve's club to the highest bidder, after Eve has kept it once", async () => {
		const { holding } = await holdingOf(club);
		assert.equal(holding.holder, eve.address);
		const all = 100n * PERCENT;
		const bid = async (who: Person) => {
			const amount = BigInt((await holdingOf(club)).leastBid);
			const before = await chain.balance(who);
			const receipt = await chain.submit(who, tx().harberger.bid(numberOf(club), amount, all));
			const { free, held } = await chain.balance(who);
			assert.equal(before.free - free - receipt.fee(), held - before.held, "all of a bid is held");
			return { amount, until: fieldsOf(receipt, "harberger.BidPlaced").money("until") };
		};

		// Bob is outbid by Charlie, and has everything back.
		const bobs = (await chain.balance(bob)).held;
		await bid(bob);
		const outbid = await bid(charlie);
		assert.equal((await chain.balance(bob)).held, bobs);

		// Eve keeps the club: she pays what she should have paid.
		await chain.submit(eve, tx().harberger.fund(numberOf(club), 1_000n * CIV));
		const named = BigInt(holding.valuation);
		const defended = await chain.submit(eve, tx().harberger.defend(numberOf(club), outbid.amount));
		await ledger.follow();
		const back = due(outbid.amount - named, ledger.rate(numberOf(club)) * BigInt(FOUNDING.lookBack));
		assert.equal(fieldsOf(defended, "harberger.BackCharged").money("amount"), back);
		assert.equal(BigInt((await holdingOf(club)).holding.valuation), outbid.amount);
		assert.equal((await chain.balance(charlie)).held, 0n);

		// Dave bids more; nobody defends, and anybody may close when the notice is over.
		const { amount, until } = await bid(dave);
		const early = await chain.refusalOf(ferdie, tx().harberger.close(numberOf(club)));
		assert.equal(early.reason, "harberger.TooEarlyToClose");
		await advanceToTime(until);
		const sold = await chain.submit(ferdie, tx().harberger.close(numberOf(club)));
		assert.equal(fieldsOf(sold, "harberger.Sold").money("price"), amount);
		assert.equal((await holdingOf(club)).holding.holder, dave.address);
		await ledger.follow();
	});

	/** A landlord's lot whose escrow will run dry. */
	const poor = () => TOWN.find((lot) => holderOf(lot) === landlords[0]) as Lot;

	it("takes a lot from a landlord whose escrow has run dry, and auctions it", async () => {
		const lot = poor();
		// As little in escrow as can be.
		const { holding, due: owed, reserve: least } = await holdingOf(lot);
		// The charge of some blocks to come is left in, or the call would be too late.
		const spare = BigInt(holding.escrow) - BigInt(owed) - BigInt(least) - CIV / 100_000n;
		await chain.submit(landlords[0], tx().harberger.withdraw(numberOf(lot), spare));
		const { dryAt } = await holdingOf(lot);
		assert.ok(dryAt !== null);
		const early = await chain.refusalOf(bob, tx().harberger.foreclose(numberOf(lot)));
		assert.equal(early.reason, "harberger.NotInArrears");
		await advanceToTime(BigInt(dryAt) + 12_000n);

		const foreclosed = await chain.submit(bob, tx().harberger.foreclose(numberOf(lot)));
		assert.ok(fieldsOf(foreclosed, "harberger.Foreclosed").money("arrears") > 0n);
		const price = async () => BigInt(((await tax().auction(numberOf(lot))).toJSON() as { price: string }).price);
		let last = await price();
		for (let i = 0; i < 5; i++) {
			await node.seal(10);
			assert.ok((await price()) < last, "the price falls");
			last = await price();
		}
		const valuation = 50n * CIV;
		const bought = await chain.submit(bob, tx().harberger.buy(numberOf(lot), last, valuation, await reserve(lot, valuation)));
		const { dues, proceeds, paid } = sale(bought);
		assert.equal(dues + proceeds, paid);
		assert.ok(dues > 0n, "arrears come first");
		assert.equal((await holdingOf(lot)).holding.holder, bob.address);
		await ledger.follow();
	});

	function sale(receipt: Receipt) {
		const sold = fieldsOf(receipt, "harberger.Sold");
		return { dues: sold.money("dues"), proceeds: sold.money("proceeds"), paid: sold.money("price") };
	}

	it("has charged everybody to the last unit", async () => {
		// Everybody's charge is taken now, by touching each lot.
		for (const lot of TOWN) {
			const held = ledger.holdings.get(numberOf(lot));
			const who = held && [eve, ferdie, ...citizens, ...landlords].find((one) => one.address === held.holder);
			if (who) await chain.submit(who, tx().harberger.fund(numberOf(lot), CIV));
		}
		await ledger.follow();
		assert.ok(ledger.charges >= TOWN.filter(holderOf).length);
		for (const [parcel, held] of ledger.holdings) {
			const said = (await tax().holding(parcel)).toJSON() as { due: string; holding: { escrow: string; paid: string } };
			assert.equal(BigInt(said.holding.escrow), held.escrow);
			assert.equal(BigInt(said.due), held.arrears + due(held.valuation, ledger.index(parcel) - held.paid));
		}
	});

	it("has given citizens, treasury and territory exactly what was charged", async () => {
		await turnTheSeason();
		await ledger.follow();
		let claimed = 0n;
		for (const who of citizens) {
			const before = (await chain.balance(who)).free;
			const receipt = await free(who, tx().dividend.claim());
			const amount = receipt.events
				.filter(({ event }) => event.section === "dividend" && event.method === "Claimed")
				.reduce((sum, { event }) => sum + new Fields(event).money("amount"), 0n);
			assert.equal((await chain.balance(who)).free - before, amount);
			claimed += amount;
		}
		await ledger.follow();
		const { totals } = ledger;
		const purse = BigInt((await tax().purse(0)).toString());
		assert.equal(purse, totals.purse);
		assert.ok(claimed > 0n);
		// What could not be divided, what this season has yielded so far, and the shares of those who left them.
		const { pot } = (await tax().dividend(0)).toJSON() as { pot: string };
		const shares = await chain.api.query.dividend.shares.entries();
		const unclaimed = shares.reduce((sum, [, share]) => sum + BigInt((share.toJSON() as { unclaimed: string }).unclaimed), 0n);
		assert.equal(claimed + BigInt(pot) + unclaimed, totals.dividend);
		assert.equal(claimed + BigInt(pot) + unclaimed + totals.treasury + purse, totals.collected);
		const said = (await chain.api.query.revenue.collected()).toJSON() as Record<string, string>;
		assert.deepEqual([said.collected, said.dividend, said.treasury, said.purses].map(BigInt), [
			totals.collected, totals.dividend, totals.treasury, totals.purse,
		]);
	});

	it("has a census that says so", async () => {
		const { index } = await season();
		const record = (await chain.api.call.censusApi.record(index - 1)).toJSON() as Record<string, { value: number; evidence: string }>;
		assert.deepEqual(record.parcels, { value: 220, evidence: "Counted" });
		assert.deepEqual(record.residents, { value: 60, evidence: "Counted" });
		assert.equal(record.area.value, TOWN.reduce((sum, { survey }) => sum + survey.area, 0));
		assert.equal(record.valuation.evidence, "Counted");
		assert.equal(record.income.evidence, "Declared");
	});
});
