// SPDX-License-Identifier: Apache-2.0
/** When to enrol: at a random time, so that nobody can tell a voter by the hour, and not all voters come at once. */

import { type RandomInteger, randomInteger } from "./random.js";

const DAY = 24 * 60 * 60 * 1000;

/** A stretch of time to draw from. Times are milliseconds, as `Date.now()` counts them. */
export interface Window {
	/** When the season began. */
	opens: number;
	/** How long to spread enrolments over: the first ten days of a season, unless you say otherwise. */
	length?: number;
	/** The time now. */
	now?: number;
}

/**
 * Draws the time at which to enrol: a random moment in what is left of the first ten days of the season. After the
 * ten days, a random moment of the next day. Draw once a season, store the result, and do not attest near it.
 */
export function drawMoment(
	{ opens, length = 10 * DAY, now = Date.now() }: Window,
	random: RandomInteger = randomInteger,
): number {
	if (!(length > 0)) throw new RangeError("the window must have a length");
	const from = Math.max(opens, now);
	const until = Math.max(opens + length, now + Math.min(length, DAY));
	// To the tenth of a second, so that the number of choices fits 32 bits.
	return Math.round(from + random(Math.max(1, Math.floor((until - from) / 100))) * 100);
}
