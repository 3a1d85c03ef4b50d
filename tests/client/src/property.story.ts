// SPDX-License-Identifier: Apache-2.0
// A town of 220 lots and 60 residents: what its people hold, pay, think of each other's buildings, and get. Told by an
// unmodified @polkadot/api to the real node. The town is part of Barcelona's Eixample, see `town.ts`; every charge,
// price, rate and share is worked out again from events alone, see `charges.ts`. One story: each part goes on where
// the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { toHex } from "@civitas/ballots";
import { type Call, Chain, CIV, type Person, type Receipt } from "./chain.js";
import { due, Fields, fieldsOf, floating, Ledger } from "./charges.js";
import { Node } from "./node.js";
import { Acts, type Ballot, BLOCK, Booth, FOUNDING, LandPage, PERCENT, specOfTheTown } from "./property.js";
import { around, blockAt, CASA_MILA, cellAt, isNear, type Lot, point, reaches } from "./town.js";
import {
	citizens,
	club,
	eve,
	ferdie,
	founders,
	garden,
	hasOwnRing,
	holderOf,
	homeOf,
	homes,
	landlords,
	leaver,
	lotsOf,
	neighbours,
	OUTWARDS,
	peopleIn,
	registrar,
	residents,
	scattered,
	TOWN,
} from "./townspeople.js";

/** How many residents vote each season. */
const VOTERS = 12;
/** How many votes an inherited rate has at least, and the highest rate, as the constitution begins with. */
const [PHANTOMS, HIGHEST] = [10n, 5n * PERCENT];
/** What being late adds to a charge. */
const SURCHARGE = 10n * PERCENT;

/** How many votes an inherited rate has: a quarter of those who live in the nine cells around a lot. */
function phantomsOf(lot: Lot): bigint {
	const middle = cellAt(lot.centre, 0);
	const cells = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => middle + row * 2 ** 24 + column));
	const quarter = BigInt(Math.floor(cells.reduce((sum, cell) => sum + peopleIn(cell), 0) / 4));
	return quarter > PHANTOMS ? quarter : PHANTOMS;
}

describe("property", { timeout: 1_800_000 }, () => {
	const [alice, bob, charlie, dave] = founders;
	const numbers = new Map<Lot, number>();
	const numberOf = (lot: Lot) => numbers.get(lot) as number;

	let node: Node;
	let chain: Chain;
	let page: LandPage;
	let acts: Acts;
	let booth: Booth;
	let ledger: Ledger;

	const tx = () => chain.api.tx;
	const land = () => chain.api.call.landApi;
	const tax = () => chain.api.call.taxApi;

	before(async () => {
		const spec = await specOfTheTown(residents, [registrar, ...landlords]);
		node = await Node.dev("--state-pruning=archive", `--chain=${spec}`);
		chain = await Chain.connect(node);
		[page, acts, booth] = [new LandPage(chain), new Acts(chain), await Booth.open(chain)];
		// What must be in escrow for a worthless parcel is the tip alone.
		const tip = await page.reserve(0n);
		const phantoms = (parcel: number) => phantomsOf([...numbers].find(([, number]) => number === parcel)?.[0] ?? club);
		const parts = { dividend: 50n * PERCENT, treasury: 30n * PERCENT };
		ledger = new Ledger(chain, { phantoms, max: HIGHEST, tip, surcharge: SURCHARGE, ...parts });
	});

	after(async () => {
		booth?.close();
		await chain?.close();
		await node?.stop();
	});

	/** What the phantoms of a lot and the votes of a season make of a rate. */
	const rateBy = (lot: Lot, inherited: bigint, approve: number, disapprove: number) => {
		return floating({ phantoms: phantomsOf(lot), max: HIGHEST }, inherited, BigInt(approve), BigInt(disapprove));
	};

	it("has a plan that finds Casa Milà where it stands", () => {
		assert.deepEqual(blockAt(CASA_MILA), { along: 10, across: 1, inside: true });
		assert.equal(TOWN.length, 220);
		const tiles = TOWN.flatMap(({ survey }) =>
			survey.shape.flatMap(({ row, column, columns }) => {
				return Array.from({ length: columns }, (_, i) => `${row}/${column + i}`);
			}),
		);
		assert.equal(new Set(tiles).size, tiles.length, "no two lots overlap");
	});

	it("opens a territory under a registrar, who enters 220 lots that cannot overlap", async () => {
		const open = tx().land.openTerritory("Eixample", "ES", registrar.address, 1_000);
		assert.equal(await acts.refusal(bob, open), "BadOrigin");
		await chain.submit(alice, open);
		const calls = TOWN.map((lot) => {
			const holder = holderOf(lot);
			return tx().land.register(0, lot.survey, holder ? { Assigned: holder.address } : "Common");
		});
		const receipts = await acts.all(registrar, calls);
		const entered = receipts.flatMap(({ events }) => events.filter(({ event }) => event.method === "Registered"));
		entered.forEach(({ event }, i) => numbers.set(TOWN[i], new Fields(event).number("parcel")));
		assert.equal(numbers.size, 220);
		assert.equal(await acts.refusal(registrar, tx().land.register(0, club.survey, "Common")), "land.TileTaken");
		const area = TOWN.reduce((sum, { survey }) => sum + survey.area, 0);
		assert.deepEqual((await page.footprint()).filed, { parcels: 220, area, floor: 0 });
	});

	it("gives everybody time to object before anything takes effect", async () => {
		const enact = (lot: Lot) => tx().land.enact(numberOf(lot));
		assert.equal(await acts.refusal(bob, enact(TOWN[219])), "land.UnderNotice");
		await chain.advanceTo((await chain.now()) + FOUNDING.registrationNotice);
		await acts.all(bob, TOWN.map(enact));
		const { filed, assigned, common, held } = await page.footprint();
		assert.deepEqual([filed.parcels, held.parcels, assigned.parcels + common.parcels], [0, 0, 220]);
	});

	it("shows a map each lot where it lies", async () => {
		for (const lot of TOWN) {
			const info = (await land().parcelAt(point(lot.centre))).toJSON() as { id: number; parcel: { cell: number } };
			assert.equal(info.id, numberOf(lot), lot.name);
			assert.equal(info.parcel.cell, cellAt(lot.centre, 0), lot.name);
		}
		const { row, column, columns } = club.survey.shape[0];
		const on = async (tile: object) => ((await land().parcelOn(tile)).toJSON() as { id: number } | null)?.id;
		assert.equal(await on({ row, column: column + columns - 1 }), numberOf(club));
		assert.notEqual(await on({ row, column: column + columns }), numberOf(club));

		const everything = await page.within(
			around(
				TOWN.map((lot) => lot.centre),
				1,
			),
			50,
		);
		assert.deepEqual(
			everything.sort((a, b) => a - b),
			[...numbers.values()].sort((a, b) => a - b),
		);
		// A lot is drawn if one of its tiles reaches into the box.
		const corner = around(
			OUTWARDS.slice(0, 30).map((lot) => lot.centre),
			0,
		);
		const inside = TOWN.filter((lot) => reaches(lot, corner));
		assert.ok(inside.length > 7 && inside.length < 220);
		assert.deepEqual(
			(await page.within(corner, 7)).sort((a, b) => a - b),
			inside.map(numberOf).sort((a, b) => a - b),
		);
	});

	it("lets owners say what their lots are worth", async () => {
		const takes = new Map<Person, Call[]>();
		let total = 0n;
		for (const [i, lot] of TOWN.entries()) {
			const who = holderOf(lot);
			if (!who) continue;
			const valuation = (100n + BigInt(i)) * CIV;
			total += valuation;
			const escrow = 2n * (await page.reserve(valuation)) + 10n * CIV;
			takes.set(who, [...(takes.get(who) ?? []), tx().harberger.accept(numberOf(lot), valuation, escrow)]);
		}
		for (const [who, calls] of takes) await acts.all(who, calls);
		await ledger.follow();
		const held = TOWN.filter(holderOf);
		assert.equal(ledger.holdings.size, held.length);
		assert.equal(ledger.auctions.size, 220 - held.length);
		assert.equal((await page.footprint()).valuation, total);
		assert.deepEqual(await page.terms(), { phantoms: PHANTOMS, min: 0n, max: HIGHEST });
		for (const lot of held) assert.equal(await page.rate(numberOf(lot)), HIGHEST / 2n, "the middle");
		const mine = (await land().parcelsOf(landlords[0].address, null, 256)).toJSON() as { id: number }[];
		assert.deepEqual(
			mine.map(({ id }) => id).sort((a, b) => a - b),
			lotsOf(landlords[0])
				.map(numberOf)
				.sort((a, b) => a - b),
		);
		assert.equal((await page.holding(numberOf(club))).rate, HIGHEST / 2n + 2n * PERCENT, "with the base rate");
	});

	it("knows where sixty citizens live", async () => {
		for (const [i, who] of residents.entries()) {
			const home = numberOf(homes[i]);
			await acts.free(who, tx().land.reside(home));
			const confirm = tx().land.confirm(await chain.citizenId(who), home);
			if (i === 0) assert.equal(await acts.refusal(bob, confirm), "land.NotEntitled");
			await chain.submit(i % 2 ? registrar : who, confirm);
		}
		assert.equal((await page.footprint()).residents, 60);
	});

	it("has a ring for each cell around the club in which enough people live", async () => {
		await booth.turnTheSeason();
		const cells = (await land().neighbourhood(numberOf(club))).toJSON() as number[];
		const middle = cellAt(club.centre, 0);
		const expected = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => middle + row * 2 ** 24 + column));
		assert.deepEqual(cells, expected);
		for (const cell of cells) {
			const rings = (await chain.api.call.rollApi.rings(cell, 0, 16)).toJSON() as { size: number; status: string }[];
			const size = peopleIn(cell) < FOUNDING.minRingSize ? [] : [peopleIn(cell)];
			assert.deepEqual(
				rings.map((ring) => ring.size),
				size,
				`cell ${cell}`,
			);
			assert.ok(rings.every(({ status }) => status === "Built"));
		}
		// Those whose cells have none are too few for any cell but the coarsest, and sit there together.
		assert.equal(scattered.length, 3);
		for (const [scale, sizes] of [
			[1, []],
			[2, [3]],
		] as const) {
			for (const who of scattered) {
				const cell = cellAt(homeOf(who).centre, scale);
				const rings = (await chain.api.call.rollApi.rings(cell, 0, 16)).toJSON() as { size: number; status: string }[];
				assert.deepEqual(
					rings.map((ring) => ring.size),
					sizes,
					`cell ${cell}`,
				);
				assert.ok(rings.every(({ status }) => status === "Built"));
			}
		}
	});

	it("climbs block by block as neighbours disapprove of the club, and falls as they approve of the garden", async () => {
		const ballots = await booth.neighbours(neighbours(VOTERS));
		const start = HIGHEST / 2n;
		for (const [i, ballot] of ballots.entries()) {
			for (const [lot, vote, before, after] of [
				[club, "Disapprove", rateBy(club, start, 0, i), rateBy(club, start, 0, i + 1)],
				[garden, "Approve", rateBy(garden, start, i, 0), rateBy(garden, start, i + 1, 0)],
			] as const) {
				const receipt = await acts.free(ballot.account, tx().floatingTax.vote(numberOf(lot), vote));
				assert.ok(lot === club ? after > before : after < before);
				await isSeenAtOnce(receipt, numberOf(lot), before, after);
				await isSecret(receipt, ballot);
			}
		}
		const [many, few] = [phantomsOf(club), phantomsOf(garden)];
		assert.equal((await page.opinion(numberOf(club))).phantoms, many);
		assert.equal(await page.rate(numberOf(club)), (many * start + 12n * HIGHEST) / (many + 12n));
		assert.equal(await page.rate(numberOf(garden)), (few * start) / (few + 12n));
		await ledger.follow();
		assert.equal(ledger.rates, 2 * VOTERS);
	});

	/** The block with the vote shows the new rate to whoever asks any node for it, the one before shows the old one. */
	async function isSeenAtOnce(receipt: Receipt, parcel: number, before: bigint, after: bigint): Promise<void> {
		const { parentHash } = await chain.api.rpc.chain.getHeader(receipt.block);
		assert.equal(await page.rate(parcel, parentHash.toHex()), before);
		assert.equal(await page.rate(parcel, receipt.block.toHex()), after);
		const changed = fieldsOf(receipt, "floatingTax.RateChanged");
		assert.deepEqual([changed.money("old"), changed.money("new")], [before, after]);
	}

	/** Nothing in a vote's block names the voter. */
	async function isSecret(receipt: Receipt, { alias, voter }: Ballot): Promise<void> {
		assert.equal(fieldsOf(receipt, "floatingTax.Voted").text("alias"), alias);
		const block = JSON.stringify(await node.rpc("chain_getBlock", receipt.block.toHex()));
		for (const trace of [toHex(voter.pair.publicKey), toHex(voter.rollKey)]) assert.ok(!block.includes(trace.slice(2)));
	}

	/** The ballots of the season under way. */
	let seasonal: Ballot[] = [];

	it("goes on season by season, towards five per cent and towards nothing", async () => {
		for (let turn = 0; turn < 2; turn++) {
			// All but Dave say that they are here, and landlords pay what has come due.
			for (const who of citizens) if (who !== dave) await acts.free(who, tx().census.attest(null));
			for (const who of landlords)
				await acts.all(
					who,
					lotsOf(who).map((lot) => tx().harberger.fund(numberOf(lot), CIV)),
					30,
				);
			const closing = await page.rate(numberOf(club));
			await booth.turnTheSeason();
			await ledger.follow();
			const { index } = await booth.season();
			// The season inherits the mean rate of the last one, which its last votes hardly move.
			const [high, low] = [await page.rate(numberOf(club)), await page.rate(numberOf(garden))];
			assert.equal(high, ledger.rate(numberOf(club)) - 2n * PERCENT);
			assert.ok(high <= closing);
			const phantoms = phantomsOf(club);
			const inherits = { rate: high, season: index, inherited: high, phantoms, approve: 0, disapprove: 0 };
			assert.deepEqual(await page.opinion(numberOf(club)), inherits);
			seasonal = await booth.neighbours(neighbours(VOTERS));
			for (const { account } of seasonal) {
				await acts.free(account, tx().floatingTax.vote(numberOf(club), "Disapprove"));
				await acts.free(account, tx().floatingTax.vote(numberOf(garden), "Approve"));
			}
			const [higher, lower] = [rateBy(club, high, 0, VOTERS), rateBy(garden, low, VOTERS, 0)];
			assert.ok(higher > high && lower < low);
			assert.deepEqual(await page.opinion(numberOf(club)), { ...inherits, rate: higher, disapprove: VOTERS });
			assert.equal(await page.rate(numberOf(garden)), lower);
		}
		const [high, low] = [await page.rate(numberOf(club)), await page.rate(numberOf(garden))];
		assert.ok(high > 4n * PERCENT && high < HIGHEST, `${high}`);
		assert.ok(low < PERCENT && low > 0n, `${low}`);
		await ledger.follow();
	});

	it("counts a neighbour once, who may change their mind and take it back", async () => {
		const [{ account, alias }] = seasonal;
		const parcel = numberOf(club);
		const { rate, inherited } = await page.opinion(parcel);
		const voteOf = async () => (await tax().voteOf(alias, parcel)).toJSON();
		const left = async () => Number((await tax().freeVotesLeft(alias)).toString());
		const before = await left();
		assert.equal(await voteOf(), "Disapprove");
		await acts.free(account, tx().floatingTax.vote(parcel, "Approve"));
		assert.equal(await page.rate(parcel), rateBy(club, inherited, 1, VOTERS - 1));
		await acts.free(account, tx().floatingTax.withdraw(parcel));
		assert.equal(await page.rate(parcel), rateBy(club, inherited, 0, VOTERS - 1));
		assert.equal(await voteOf(), null);
		await acts.free(account, tx().floatingTax.vote(parcel, "Disapprove"));
		assert.equal(await page.rate(parcel), rate, "nothing is left of it");
		assert.equal(await left(), before - 3);
	});

	it("hears nobody who lives too far away, and nobody who has not proved to live here", async () => {
		const far = residents.find((who) => !isNear(homeOf(who), club) && hasOwnRing(who)) ?? assert.fail("all live near");
		const [{ account }] = await booth.neighbours([far]);
		// What would fail is not free, and a ballot account owns nothing: the pool does not let it in.
		const vote = tx().floatingTax.vote(numberOf(club), "Approve");
		assert.match(await chain.poolRefusalOf(account, vote), /Inability to pay some fees/);
		// With money it gets into a block, and learns why.
		await chain.submit(ferdie, tx().balances.transferKeepAlive(account.address, CIV));
		assert.equal(await acts.refusal(account, vote), "floatingTax.NotNear");
		await acts.free(account, tx().floatingTax.vote(numberOf(homeOf(far)), "Approve"));
		assert.equal(await acts.refusal(residents[0], vote), "floatingTax.NotEnrolled");
		const { rate, inherited } = await page.opinion(numberOf(club));
		assert.equal(rate, rateBy(club, inherited, 0, VOTERS));
	});

	it("adds up incomes that citizens declare in secret, without an account", async () => {
		await booth.declare(alice, 3, 0);
		for (const who of [residents[0], ...residents.slice(2, 5)]) await booth.declare(who, 7, 0);
		const first = await booth.declare(residents[1], 15, 0);
		const changed = await booth.declare(residents[1], 7, 1);
		assert.equal(changed.receipt.fee(), 0n);
		const declared = fieldsOf(changed.receipt, "census.IncomeDeclared");
		assert.deepEqual([declared.text("alias"), declared.number("old"), declared.number("new")], [first.alias, 15, 7]);
		assert.deepEqual((await chain.api.call.censusApi.declaration(first.alias)).toJSON(), { band: 7, acts: 2 });
		assert.ok(!seasonal.some(({ alias }) => alias === first.alias), "it is not the alias that votes");
		assert.equal(await booth.refusedDeclaration(alice, 3, 1), "AlreadyDeclared");
		assert.equal(await booth.refusedDeclaration(alice, 4, 0), "WrongCount");
	});

	it("makes a price that is named bind: who cuts it soon pays for the rest of the time", async () => {
		const [who, parcel] = [residents[5], numberOf(homes[5])];
		const { valuation } = await page.holding(parcel);
		await chain.submit(who, tx().harberger.assess(parcel, valuation + 50n * CIV));
		const until = (await page.time()) + BigInt(FOUNDING.bindingPeriod);
		const cut = await chain.submit(who, tx().harberger.assess(parcel, valuation));
		await ledger.follow();
		const rest = due(50n * CIV, ledger.rate(parcel) * (until - (await page.time())));
		assert.equal(fieldsOf(cut, "harberger.BackCharged").money("amount"), rest);
		// What was not raised is cut for nothing, at once.
		const again = await chain.submit(who, tx().harberger.assess(parcel, valuation - CIV));
		assert.ok(!again.names().includes("harberger.BackCharged"));
		assert.equal((await page.holding(parcel)).asking, valuation - CIV);
	});

	it("sells Eve's club to the highest bidder, after Eve has kept it once", async () => {
		const parcel = numberOf(club);
		const named = await page.holding(parcel);
		assert.equal(named.holder, eve.address);
		assert.equal(named.leastBid, named.valuation + (named.valuation * 2n) / 100n);
		const bid = (amount: bigint) => tx().harberger.bid(parcel, amount);
		assert.equal(await acts.refusal(bob, bid(named.leastBid - 1n)), "harberger.BidTooLow");

		// Bob is outbid by Charlie, and has everything back.
		await placed(bob, named.leastBid);
		assert.equal(await acts.refusal(charlie, bid(named.leastBid)), "harberger.BidTooLow");
		const outbid = await placed(charlie, (await page.holding(parcel)).leastBid);
		assert.equal((await chain.balance(bob)).held, 0n);
		const open = (await page.holding(parcel)).bid;
		assert.deepEqual(open, { bidder: charlie.address, amount: outbid.amount, until: outbid.until });

		// Eve keeps the club: she pays what the bid would have cost as a price, for the look-back period at least.
		await chain.submit(eve, tx().harberger.fund(parcel, 1_000n * CIV));
		const defended = await chain.submit(eve, tx().harberger.defend(parcel, outbid.amount));
		await ledger.follow();
		const span = (BigInt(FOUNDING.lookBack) * outbid.amount + named.valuation - 1n) / named.valuation;
		const back = due(outbid.amount - named.valuation, ledger.rate(parcel) * span);
		assert.equal(fieldsOf(defended, "harberger.BackCharged").money("amount"), back);
		const kept = await page.holding(parcel);
		assert.deepEqual([kept.holder, kept.valuation, kept.bid], [eve.address, outbid.amount, null]);
		assert.equal((await chain.balance(charlie)).held, 0n);

		// Dave bids more. Eve cannot hide behind a higher price now, and anybody may close when the notice is over.
		const { amount, until } = await placed(dave, kept.leastBid);
		const raised = amount + CIV;
		await chain.submit(eve, tx().harberger.assess(parcel, raised));
		const since = await page.time();
		assert.equal((await page.holding(parcel)).asking, outbid.amount);
		await page.advanceTo(until - 2n * BLOCK);
		assert.equal(await acts.refusal(ferdie, tx().harberger.close(parcel)), "harberger.TooEarlyToClose");
		const sold = await acts.free(ferdie, tx().harberger.close(parcel));
		assert.equal(await page.time(), until, "not a block too late");
		// Eve makes good for the time in which her price was below the bid: her mean price is that of her defence, and a
		// little more since she has named more.
		await ledger.follow();
		const [window, passed] = [BigInt(FOUNDING.lookBack), until - since];
		const whole = window + passed;
		const mean = (outbid.amount * window) / whole + (raised * passed + whole - 1n) / whole;
		const most = (window * amount + mean - 1n) / mean;
		const short = fieldsOf(sold, "harberger.Sold").money("back");
		assert.ok(short > 0n);
		assert.equal(short, due(amount - mean, ledger.rate(parcel) * most));
		assert.equal(fieldsOf(sold, "harberger.Sold").money("proceeds"), amount - short);
		const now = await page.holding(parcel);
		assert.deepEqual([now.holder, now.valuation], [dave.address, amount]);
	});

	/** Bids for the club; all of the bid is held. */
	async function placed(who: Person, amount: bigint): Promise<{ amount: bigint; until: bigint }> {
		const before = await chain.balance(who);
		const receipt = await chain.submit(who, tx().harberger.bid(numberOf(club), amount));
		const { free, held } = await chain.balance(who);
		const fields = fieldsOf(receipt, "harberger.BidPlaced");
		assert.equal(held - before.held, amount + fields.money("escrow"));
		assert.equal(before.free - free - receipt.fee(), held - before.held);
		assert.equal(fields.money("until"), (await page.time()) + BigInt(FOUNDING.noticePeriod));
		return { amount, until: fields.money("until") };
	}

	it("takes a lot from a landlord whose escrow has run dry, and auctions it", async () => {
		const [landlord] = landlords;
		const [lot] = lotsOf(landlord);
		const parcel = numberOf(lot);
		// As little in escrow as can be; what some blocks to come cost is left in, or the call would be too late.
		const { escrow, due: owed, reserve } = await page.holding(parcel);
		const spare = escrow - owed - reserve;
		assert.equal(await acts.refusal(landlord, tx().harberger.withdraw(parcel, spare)), "harberger.EscrowTooLow");
		await chain.submit(landlord, tx().harberger.withdraw(parcel, spare - CIV / 100_000n));

		const { dryAt } = await page.holding(parcel);
		assert.ok(dryAt !== null);
		await page.advanceTo(dryAt - 2n * BLOCK);
		const foreclose = tx().harberger.foreclose(parcel);
		assert.equal(await acts.refusal(bob, foreclose), "harberger.NotInArrears");
		assert.ok((await page.time()) < dryAt && (await page.time()) + BLOCK >= dryAt);
		// The landlord has a grace first, from the moment in which anybody says so.
		assert.equal(await acts.refusal(bob, foreclose), "harberger.InGrace");
		const settled = await acts.free(bob, tx().harberger.settle(parcel));
		const until = fieldsOf(settled, "harberger.GraceBegun").money("until");
		assert.equal(await acts.refusal(bob, tx().harberger.bid(parcel, 1_000n * CIV)), "harberger.InArrears");
		await page.advanceTo(until);
		const foreclosed = await acts.free(bob, foreclose);
		assert.ok(fieldsOf(foreclosed, "harberger.Foreclosed").money("arrears") > 0n);
		await ledger.follow();
		const { valuation } = ledger.auctions.get(parcel) ?? assert.fail("it is for sale");

		// From twice the valuation, and at least from the price of new land, it falls with time. A third of that time later:
		const start = 2n * valuation > 1_000n * CIV ? 2n * valuation : 1_000n * CIV;
		assert.equal((await page.auction(parcel)).price, start);
		await node.seal(66);
		await ledger.follow();
		assert.equal((await page.auction(parcel)).price, ledger.price(parcel));
		const now = await page.time();
		const next = (blocks: bigint) => ledger.price(parcel, now + blocks * BLOCK);
		const enough = await page.reserve(50n * CIV);
		const buy = (most: bigint) => tx().harberger.buy(parcel, most, 50n * CIV, enough);
		assert.equal(await acts.refusal(charlie, buy(next(1n) - 1n)), "harberger.PriceTooHigh");
		const [rich, poor] = [await page.wealth(charlie.address), await page.wealth(landlord.address)];
		const bought = await chain.submit(charlie, buy(next(2n)));
		const sold = fieldsOf(bought, "harberger.Sold");
		assert.equal(sold.money("price"), next(2n));
		assert.equal(await page.wealth(charlie.address), rich - next(2n) - bought.fee());
		// The defaulter gets the valuation and no more; the arrears and the rest are everybody's.
		assert.ok(next(2n) > valuation);
		assert.deepEqual([sold.money("proceeds"), sold.money("dues")], [valuation, next(2n) - valuation]);
		assert.equal(await page.wealth(landlord.address), poor + valuation);
		assert.equal((await page.holding(parcel)).holder, charlie.address);
		await ledger.follow();
	});

	it("lets a leaver keep the house", async () => {
		const parcel = numberOf(homeOf(leaver));
		const { valuation } = await page.holding(parcel);
		const left = await chain.submit(leaver, tx().citizenship.renounce());
		assert.ok(left.names().includes("dividend.Claimed"), "with their share of the seasons that are over");
		assert.equal((await page.footprint()).residents, 59);
		await chain.submit(leaver, tx().harberger.assess(parcel, valuation + CIV));
		assert.equal((await page.holding(parcel)).holder, leaver.address);
		await ledger.follow();
	});

	it("sells a lot in common ownership to the highest bid", async () => {
		const lot = TOWN.find((one) => !holderOf(one)) ?? assert.fail("all are held");
		const parcel = numberOf(lot);
		const enough = await page.reserve(100n * CIV);
		const buy = tx().harberger.buy(parcel, 1_000n * CIV, 100n * CIV, enough);
		assert.equal(await acts.refusal(bob, buy), "harberger.BidsOnly");
		const { price } = await page.auction(parcel);
		await chain.submit(bob, tx().harberger.bid(parcel, price + 100n * CIV));
		const placed = await chain.submit(charlie, tx().harberger.bid(parcel, 2n * price + 200n * CIV));
		await page.advanceTo(fieldsOf(placed, "harberger.BidPlaced").money("until"));
		await acts.free(ferdie, tx().harberger.close(parcel));
		assert.equal((await page.holding(parcel)).holder, charlie.address);
		await ledger.follow();
	});

	it("has charged everybody to the last unit", async () => {
		// Everybody's charge is taken now, by touching each lot.
		const people = [eve, ferdie, ...citizens, ...landlords];
		for (const who of people) {
			const theirs = [...ledger.holdings].filter(([, { holder }]) => holder === who.address);
			await acts.all(
				who,
				theirs.map(([parcel]) => tx().harberger.fund(parcel, CIV)),
				30,
			);
		}
		await ledger.follow();
		assert.ok(ledger.charges > TOWN.filter(holderOf).length);
		for (const [parcel, mine] of ledger.holdings) {
			const said = await page.holding(parcel);
			assert.deepEqual([said.holder, said.valuation, said.escrow], [mine.holder, mine.valuation, mine.escrow]);
			assert.equal(said.due, mine.arrears + due(mine.valuation, ledger.index(parcel) - mine.paid));
		}
		// All that anybody has paid and got since the beginning, fees and prices included. Alice's node makes the blocks,
		// and Ferdie has given something away.
		const genesis = chain.api.genesisHash.toHex();
		for (const { address, name } of [...people, registrar]) {
			if (address === alice.address || address === ferdie.address) continue;
			const begun = await page.wealth(address, genesis);
			assert.equal(await page.wealth(address), begun + (ledger.accounts.get(address) ?? 0n), name);
		}
	});

	it("gives citizens, treasury and territory exactly what was charged", async () => {
		const expected = await page.dividend(Number(await chain.citizenId(residents[0])));
		// Who does not say that they are still here lives nowhere in the season's record.
		for (const who of residents) if (who !== leaver) await acts.free(who, tx().census.attest(null));
		await booth.turnTheSeason();
		await ledger.follow();
		// Everybody was there in the beginning, which counts for two seasons. Then Dave was not, and one has left.
		assert.deepEqual(
			[...ledger.shares.values()].map(({ entitled }) => entitled),
			[64, 64, 63, 62],
		);
		assert.equal(expected.expected, ledger.shares.get(3)?.perCitizen);
		for (const who of citizens) {
			if (who === leaver) continue;
			const { claimable } = await page.dividend(Number(await chain.citizenId(who)));
			const seasons = [...ledger.shares].filter(([index]) => who !== dave || index < 2);
			assert.equal(
				claimable,
				seasons.reduce((sum, [, { perCitizen }]) => sum + perCitizen, 0n),
				who.name,
			);
			const before = (await chain.balance(who)).free;
			await acts.free(who, tx().dividend.claim());
			assert.equal((await chain.balance(who)).free - before, claimable);
		}
		assert.equal(await acts.refusal(bob, tx().dividend.claim()), "dividend.NothingToClaim");
		assert.equal(await acts.refusal(eve, tx().dividend.claim()), "dividend.NotCitizen");
		await ledger.follow();

		const { totals, claimed, pot } = ledger;
		const purse = await page.purse(0);
		assert.ok(claimed > 0n && purse > 0n);
		assert.equal(
			claimed + pot + totals.treasury + purse,
			totals.collected,
			"dividends, treasury and purse are the whole",
		);
		assert.equal(purse, totals.purse);
		const said = (await chain.api.query.revenue.collected()).toJSON() as Record<string, string>;
		assert.deepEqual([said.collected, said.dividend, said.treasury, said.purses].map(BigInt), [
			totals.collected,
			totals.dividend,
			totals.treasury,
			totals.purse,
		]);
		await liesWhereItShould(pot, purse);
	});

	/** The money lies where the books say, and none was made or lost. */
	async function liesWhereItShould(pot: bigint, purse: bigint): Promise<void> {
		const waiting = BigInt((await chain.api.query.revenue.waiting()).toString());
		// A fifth of each fee is the treasury's.
		const fees = ledger.fees.reduce((sum, fee) => sum + fee - (fee * 8n) / 10n, 0n);
		assert.equal(await page.gained("civ/trsy"), ledger.totals.treasury - waiting + fees);
		assert.equal(await page.gained("civ/revn"), purse + waiting);
		assert.equal(await page.gained("civ/divd"), pot);
		assert.equal(await page.gained("civ/harb"), 0n);
		const before = await chain.api.at(chain.api.genesisHash);
		const issued = await chain.api.query.balances.totalIssuance();
		assert.equal(issued.toString(), (await before.query.balances.totalIssuance()).toString());
	}

	it("has a census that says so", async () => {
		const { index } = await booth.season();
		type Figure = { value: number | string | number[] | object; evidence: string };
		const record = (await chain.api.call.censusApi.record(index - 1)).toJSON() as Record<string, Figure>;
		const held = TOWN.filter((lot) => ledger.holdings.has(numberOf(lot)));
		const extentOf = (lots: Lot[]) => ({
			parcels: lots.length,
			area: lots.reduce((sum, { survey }) => sum + survey.area, 0),
			floor: 0,
		});
		const { parcels, area } = extentOf(held);
		assert.deepEqual(record.parcels, { value: parcels, evidence: "Registered" });
		assert.deepEqual(record.area, { value: area, evidence: "Registered" });
		assert.deepEqual(record.common, {
			value: extentOf(TOWN.filter((lot) => !held.includes(lot))),
			evidence: "Registered",
		});
		assert.deepEqual([record.assigned.value, record.public.value], [extentOf([]), extentOf([])]);
		assert.deepEqual(record.residents, { value: 59, evidence: "Attested" });
		assert.deepEqual(record.citizens, { value: 63, evidence: "Counted" });
		assert.deepEqual(record.left, { value: 1, evidence: "Counted" });
		const { valuation, revenue } = ledger.seasons.get(index - 1) ?? assert.fail("the season is over");
		const figure = (name: string) => [BigInt(record[name].value as string), record[name].evidence];
		assert.deepEqual(figure("valuation"), [valuation, "Declared"]);
		assert.deepEqual(figure("revenue"), [revenue, "Collected"]);
		assert.ok(revenue > 0n);
		// Five have declared band 7. Alice is alone in band 3: no band with fewer than five is shown, so she counts in the lowest.
		const incomes = Array.from({ length: 16 }, (_, band) => (band === 0 ? 1 : band === 7 ? 5 : 0));
		assert.deepEqual(record.incomes, { value: incomes, evidence: "Declared" });
		const floors = (await chain.api.call.censusApi.incomeFloors()).toJSON() as number[];
		assert.deepEqual(record.income, { value: floors[0] + 5 * floors[7], evidence: "Declared" });
	});
});
