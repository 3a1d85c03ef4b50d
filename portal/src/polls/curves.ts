// SPDX-License-Identifier: Apache-2.0
/** The curves that a poll must reach: how much approval and support is asked for as time goes by. */

import type { Track } from "./data";

type Curve = Track["min_approval"];

const BILLION = 1e9;

/** What a curve asks for, as a share, when `x` of the time is over. */
export function threshold(curve: Curve, x: number): number {
	switch (curve.type) {
		case "LinearDecreasing": {
			const { length, floor, ceil } = curve.value;
			return (ceil - (Math.min(x * BILLION, length) / length) * (ceil - floor)) / BILLION;
		}
		case "SteppedDecreasing": {
			const { begin, end, step, period } = curve.value;
			return Math.max(end, begin - Math.floor((x * BILLION) / period) * step) / BILLION;
		}
		case "Reciprocal": {
			const { factor, x_offset, y_offset } = curve.value;
			const y = Number(factor) / BILLION / (x + Number(x_offset) / BILLION) + Number(y_offset) / BILLION;
			return Math.min(1, Math.max(0, y));
		}
	}
}

/** The share of the time after which a curve asks for no more than `share`. Nothing, if it always asks for more. */
export function reachedAt(curve: Curve, share: number): number | undefined {
	const steps = 1000;
	for (let i = 0; i <= steps; i++) if (threshold(curve, i / steps) <= share) return i / steps;
	return undefined;
}
