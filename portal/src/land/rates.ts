// SPDX-License-Identifier: Apache-2.0
/** Rates, charges and prices, as the chain works them out. Rates are in parts of 1e18 a year, money in 1e-12 CIV. */

export const WHOLE = 10n ** 18n;
const YEAR = 365n * 86_400_000n;

/** What a parcel's floating rate is made of. */
export interface Opinion {
	inherited: bigint;
	approve: number;
	disapprove: number;
	terms: { phantoms: number; min: bigint; max: bigint };
}

export type Voice = "Approve" | "Disapprove";

/** The floating rate of these votes, rounded down: the inherited rate has as many votes as the terms say. */
export function floatingRate({ inherited, approve, disapprove, terms }: Opinion): bigint {
	const [phantoms, against] = [BigInt(terms.phantoms), BigInt(disapprove)];
	const all = phantoms + BigInt(approve) + against;
	const rate = all === 0n ? inherited : (phantoms * inherited + terms.max * against) / all;
	return rate < terms.min ? terms.min : rate > terms.max ? terms.max : rate;
}

/** The votes if a neighbour who votes `old` votes `now` instead. */
export function afterVote(opinion: Opinion, old: Voice | undefined, now: Voice | undefined): Opinion {
	const of = (voice: Voice) => (now === voice ? 1 : 0) - (old === voice ? 1 : 0);
	return { ...opinion, approve: opinion.approve + of("Approve"), disapprove: opinion.disapprove + of("Disapprove") };
}

/** A rate as a share of one, for reading. */
export function share(rate: bigint): number {
	return Number(rate) / 1e18;
}

/** What a price costs at a rate over a time in milliseconds, rounded up. */
export function charge(price: bigint, rate: bigint, millis: bigint): bigint {
	const whole = WHOLE * YEAR;
	return (price * rate * millis + whole - 1n) / whole;
}

/** An auction, as far as its price needs it. Times are in milliseconds. */
export interface Falling {
	start: bigint;
	since: bigint;
	period: bigint;
	/** What is owed of the price: it falls no lower within the first period. */
	lien: bigint;
	/** An open bid: it falls no lower at all. */
	bid?: bigint;
}

/** About the price of an auction at a moment. The chain's own answer is the one that counts. */
export function priceAt({ start, since, period, lien, bid = 0n }: Falling, moment: bigint): bigint {
	const passed = moment < since ? 0n : moment - since;
	const left = passed < period ? period - passed : 0n;
	// In a second period what is owed falls, too.
	const second = passed < period ? 0n : passed - period;
	const owed = second < period ? (lien * (period - second)) / period : 0n;
	return [(start * left) / period, owed, bid].reduce((one, other) => (one > other ? one : other));
}
