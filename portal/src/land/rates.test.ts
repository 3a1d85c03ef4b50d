// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { afterVote, charge, floatingRate, priceAt, share } from "./rates";

const PERCENT = 10n ** 16n;
const terms = { phantoms: 10, min: 0n, max: 5n * PERCENT };
const middle = { inherited: (5n * PERCENT) / 2n, approve: 0, disapprove: 0, terms };

it("has the inherited rate while nobody votes", () => {
	expect(floatingRate(middle)).toBe(middle.inherited);
});

it("rises and falls as docs/property.md says", () => {
	const of = (approve: number, disapprove: number) =>
		(share(floatingRate({ ...middle, approve, disapprove })) * 100).toFixed(2);
	expect([of(0, 1), of(0, 12), of(12, 0), of(6, 6)]).toEqual(["2.73", "3.86", "1.14", "2.50"]);
});

it("stays between the lowest and the highest rate", () => {
	const narrow = { phantoms: 10, min: 2n * PERCENT, max: 3n * PERCENT };
	expect(floatingRate({ ...middle, terms: narrow, approve: 1_000 })).toBe(narrow.min);
	expect(floatingRate({ ...middle, inherited: 5n * PERCENT, terms: narrow })).toBe(narrow.max);
});

it("moves one vote from one side to the other, and takes it back", () => {
	const once = afterVote(middle, undefined, "Approve");
	expect([once.approve, once.disapprove]).toEqual([1, 0]);
	const turned = afterVote(once, "Approve", "Disapprove");
	expect([turned.approve, turned.disapprove]).toEqual([0, 1]);
	expect(afterVote(turned, "Disapprove", undefined)).toEqual(middle);
	expect(afterVote(once, "Approve", "Approve")).toEqual(once);
});

it("charges what docs/property.md says, rounded up", () => {
	const [civ, rate] = [10n ** 12n, (45n * PERCENT) / 10n];
	expect(charge(100_000n * civ, rate, 365n * 86_400_000n)).toBe(4_500n * civ);
	expect(charge(1n, 1n, 1n)).toBe(1n);
	expect(charge(0n, rate, 1_000n)).toBe(0n);
});

it("lets a price fall to what is owed, then to nothing, and never below a bid", () => {
	const auction = { start: 1_000n, since: 100n, period: 10n, lien: 300n };
	expect([0n, 100n, 105n, 108n, 110n, 115n, 120n, 500n].map((at) => priceAt(auction, at))).toEqual([
		1_000n,
		1_000n,
		500n,
		300n,
		300n,
		150n,
		0n,
		0n,
	]);
	expect(priceAt({ ...auction, lien: 0n, bid: 40n }, 119n)).toBe(40n);
});
