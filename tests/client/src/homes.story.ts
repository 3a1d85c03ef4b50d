// SPDX-License-Identifier: Apache-2.0
// What protects people's homes: notice, consent, a guard, a grace, and a way back. Some lots of the Eixample, whose
// holders are citizens of the development chain. Every sum is worked out again from events, see `charges.ts`. One story:
// each part goes on where the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { blake2AsHex } from "@polkadot/util-crypto";
import { Chain, CIV, newPerson, wellKnown } from "./chain.js";
import { fieldsOf, Ledger } from "./charges.js";
import { Node } from "./node.js";
import { Acts, FOUNDING, LandPage, PERCENT, specOfTheTown } from "./property.js";
import { halves, type Lot, lots, moved } from "./town.js";

/** What each home is worth to its holder. */
const WORTH = 400n * CIV;
/** A bid that is above it. */
const OFFER = 500n * CIV;

describe("homes", { timeout: 900_000 }, () => {
	const [alice, bob, charlie, dave, eve, ferdie] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"].map(wellKnown);
	const registrar = newPerson("the registrar of homes");
	const [holiday, poor, lot] = lots();

	let node: Node;
	let chain: Chain;
	let page: LandPage;
	let acts: Acts;
	let ledger: Ledger;

	const tx = () => chain.api.tx;
	const land = () => chain.api.call.landApi;

	before(async () => {
		const spec = await specOfTheTown([], [registrar]);
		node = await Node.dev("--state-pruning=archive", `--chain=${spec}`);
		chain = await Chain.connect(node);
		[page, acts] = [new LandPage(chain), new Acts(chain)];
		const tip = await page.reserve(0n);
		const parts = { dividend: 50n * PERCENT, treasury: 30n * PERCENT };
		ledger = new Ledger(chain, { phantoms: () => 10n, max: 5n * PERCENT, tip, surcharge: 10n * PERCENT, ...parts });
		await chain.submit(alice, tx().land.openTerritory("Eixample", "ES", registrar.address, 100));
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	/** The registrar enters a parcel. Returns its number. */
	async function file(survey: Lot["survey"], designation: object | string): Promise<number> {
		const receipt = await chain.submit(registrar, tx().land.register(0, survey, designation));
		return fieldsOf(receipt, "land.Registered").number("parcel");
	}

	/** Lets what is filed for a parcel take effect, after public notice. */
	async function enact(parcel: number) {
		await chain.advanceTo((await chain.now()) + FOUNDING.registrationNotice);
		return acts.free(ferdie, tx().land.enact(parcel));
	}

	async function titleOf(parcel: number): Promise<unknown> {
		const info = (await land().parcel(parcel)).toJSON() as { parcel: { title: unknown } } | null;
		return info?.parcel.title ?? null;
	}

	/** The numbers of the lots of which the story tells. */
	const numbers = new Map<Lot, number>();
	const numberOf = (one: Lot) => numbers.get(one) as number;

	it("gives each owner a lot after public notice, by the owner's own signature", async () => {
		for (const [one, owner] of [
			[holiday, bob],
			[poor, dave],
			[lot, charlie],
		] as const) {
			const parcel = await file(one.survey, { Assigned: owner.address });
			numbers.set(one, parcel);
			// Dave has hardly more than the least.
			const escrow = (await page.reserve(WORTH)) + (owner === dave ? CIV / 100_000n : 50n * CIV);
			const accept = tx().harberger.accept(parcel, WORTH, escrow);
			assert.equal(await acts.refusal(owner, accept), "harberger.NotOffered");
			await enact(parcel);
			assert.equal(await acts.refusal(eve, accept), "harberger.NotOffered");
			await chain.submit(owner, accept);
			assert.deepEqual(await titleOf(parcel), { held: owner.address });
		}
		assert.equal((await page.footprint()).valuation, 3n * WORTH);
		await ledger.follow();
	});

	it("defends the home of an owner on holiday, who gave a standing order", async () => {
		const parcel = numberOf(holiday);
		await chain.submit(bob, tx().harberger.guard(parcel, OFFER));
		const placed = await chain.submit(eve, tx().harberger.bid(parcel, OFFER));
		await page.advanceTo(fieldsOf(placed, "harberger.BidPlaced").money("until"));
		const closed = await acts.free(ferdie, tx().harberger.close(parcel));
		assert.equal(fieldsOf(closed, "harberger.BidEnded").text("end"), "Defended");
		assert.ok(fieldsOf(closed, "harberger.BackCharged").money("amount") > 0n, "the price was too low for that long");
		const { holder, valuation, bid } = await page.holding(parcel);
		assert.deepEqual([holder, valuation, bid], [bob.address, OFFER, null]);
		assert.equal((await chain.balance(eve)).held, 0n);
		await ledger.follow();
		// A higher bid than the order covers buys.
		const higher = await chain.submit(eve, tx().harberger.bid(parcel, 3n * OFFER));
		await page.advanceTo(fieldsOf(higher, "harberger.BidPlaced").money("until"));
		await acts.free(ferdie, tx().harberger.close(parcel));
		assert.equal((await page.holding(parcel)).holder, eve.address);
		await ledger.follow();
	});

	it("gives an owner who cannot pay a grace, and the home back before anybody has bought it", async () => {
		const parcel = numberOf(poor);
		const foreclose = tx().harberger.foreclose(parcel);
		const { dryAt } = await page.holding(parcel);
		assert.ok(dryAt !== null);
		await page.advanceTo(dryAt + 6_000n);
		assert.equal(await acts.refusal(ferdie, foreclose), "harberger.InGrace");
		const settled = await acts.free(ferdie, tx().harberger.settle(parcel));
		const until = fieldsOf(settled, "harberger.GraceBegun").money("until");
		assert.ok(until >= (await page.time()) + BigInt(FOUNDING.gracePeriod) - 6_000n);
		assert.equal(await acts.refusal(eve, tx().harberger.bid(parcel, OFFER)), "harberger.InArrears");
		await page.advanceTo(until);
		await acts.free(ferdie, foreclose);
		assert.deepEqual(await titleOf(parcel), { common: null });
		await ledger.follow();

		const escrow = 2n * (await page.reserve(WORTH));
		const reclaim = tx().harberger.reclaim(parcel, escrow);
		assert.equal(await acts.refusal(eve, reclaim), "harberger.NotFormerHolder");
		const { lien } = await page.auction(parcel);
		const back = await chain.submit(dave, reclaim);
		assert.ok(fieldsOf(back, "harberger.LienPaid").money("amount") >= lien);
		const { holder, valuation } = await page.holding(parcel);
		assert.deepEqual([holder, valuation], [dave.address, WORTH]);
		await ledger.follow();
	});

	it("sells a flat above a lot to a family, who move in", async () => {
		const { row, column } = lot.survey.shape[0];
		const { reference } = halves(lot)[0];
		const survey = { ...lot.survey, shape: [{ row, column, rows: 1, columns: 1 }], reference, unit: 7, area: 90 };
		const flat = await file(survey, "Common");
		await enact(flat);
		const units = (await land().unitsOn({ row, column }, null, 10)).toJSON();
		assert.deepEqual(units, [
			[0, numberOf(lot)],
			[7, flat],
		]);
		const { price } = await page.auction(flat);
		const enough = await page.reserve(price);
		assert.equal(await acts.refusal(charlie, tx().harberger.buy(flat, price, price, enough)), "harberger.BidsOnly");
		const placed = await chain.submit(charlie, tx().harberger.bid(flat, price));
		await page.advanceTo(fieldsOf(placed, "harberger.BidPlaced").money("until"));
		await acts.free(ferdie, tx().harberger.close(flat));
		for (const who of [charlie, dave]) {
			await acts.free(who, tx().land.reside(flat));
			await chain.submit(charlie, tx().land.confirm(await chain.citizenId(who), flat));
		}
		const living = (await land().residentsOf(flat, null, 10)).toJSON() as unknown[];
		assert.equal(living.length, 2);
		const { held, residents } = await page.footprint();
		assert.deepEqual([held.floor, residents], [90, 2]);
		await ledger.follow();
	});

	it("keeps a park for all", async () => {
		const park = await file(moved(lot, 96), "Public");
		await enact(park);
		assert.deepEqual(await titleOf(park), { public: null });
		assert.equal(await acts.refusal(eve, tx().harberger.bid(park, OFFER)), "harberger.NotHeld");
		const sell = tx().land.file(park, { Designate: "Common" });
		assert.equal(await acts.refusal(registrar, sell), "land.PublicStays");
		assert.equal((await page.footprint()).public.parcels, 1);
	});

	it("divides a lot as its holder has agreed, and its price and escrow with it", async () => {
		const parcel = numberOf(lot);
		const parts = halves(lot);
		await chain.submit(registrar, tx().land.file(parcel, { Divide: parts }));
		const filing = (await land().filing(parcel)) as any;
		const hash = blake2AsHex(filing.unwrap().change.toU8a());
		await chain.advanceTo((await chain.now()) + FOUNDING.registrationNotice);
		assert.equal(await acts.refusal(ferdie, tx().land.enact(parcel)), "land.NotAgreed");
		assert.equal(await acts.refusal(charlie, tx().land.agree(parcel, `0x${"00".repeat(32)}`)), "land.OtherChange");
		await chain.submit(charlie, tx().land.agree(parcel, hash));
		const before = await page.holding(parcel);
		const divided = await acts.free(ferdie, tx().land.enact(parcel));
		const other = fieldsOf(divided, "land.Registered").number("parcel");
		await ledger.follow();
		const [one, two] = [await page.holding(parcel), await page.holding(other)];
		assert.deepEqual([one.holder, two.holder], [charlie.address, charlie.address]);
		assert.equal(one.valuation + two.valuation, before.valuation);
		const whole = BigInt(parts[0].area + parts[1].area);
		assert.equal(two.valuation, (before.valuation * BigInt(parts[1].area)) / whole);
		const escrows = [parcel, other].map((half) => ledger.holdings.get(half)?.escrow ?? 0n);
		assert.equal(one.escrow + two.escrow, escrows[0] + escrows[1]);
	});

	it("strikes what a registrar has entered falsely, once somebody has objected", async () => {
		const parcel = await file(moved(lot, 192), { Assigned: eve.address });
		const objected = await chain.submit(charlie, tx().land.challenge(parcel, `0x${"11".repeat(32)}`));
		const since = fieldsOf(objected, "land.Challenged").number("since");
		await chain.advanceTo((await chain.now()) + 2 * FOUNDING.registrationNotice);
		assert.equal(await acts.refusal(ferdie, tx().land.enact(parcel)), "land.ChallengeOpen");
		const rule = (ruling: string) => tx().land.rule(parcel, charlie.address, since, ruling);
		assert.equal(await acts.refusal(registrar, rule("Dismissed")), "BadOrigin");
		assert.equal(await acts.refusal(alice, rule("Dismissed")), "land.JusticeDismisses");
		await chain.submit(alice, rule("Upheld"));
		assert.equal(await titleOf(parcel), null);
	});

	it("has moved no money but what events tell of", async () => {
		await ledger.follow();
		const genesis = chain.api.genesisHash.toHex();
		for (const one of [bob, charlie, dave, eve, registrar]) {
			const begun = await page.wealth(one.address, genesis);
			assert.equal(await page.wealth(one.address), begun + (ledger.accounts.get(one.address) ?? 0n), one.name);
		}
		for (const [parcel, mine] of ledger.holdings) {
			const said = await page.holding(parcel);
			assert.deepEqual([said.holder, said.valuation, said.escrow], [mine.holder, mine.valuation, mine.escrow]);
		}
		assert.equal((await page.footprint()).valuation, ledger.valuation());
		assert.ok(ledger.totals.collected > 0n);
	});
});
