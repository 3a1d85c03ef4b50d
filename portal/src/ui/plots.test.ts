// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { ticks } from "./plots";

it("marks a scale with a few round numbers that end within it", () => {
	expect(ticks(0, 100)).toEqual([0, 50, 100]);
	expect(ticks(0, 7)).toEqual([0, 2, 4, 6]);
	expect(ticks(0, 0.05).map((mark) => mark.toFixed(2))).toEqual(["0.00", "0.02", "0.04"]);
	expect(ticks(3, 3)).toEqual([3]);
	for (const high of [1, 13, 420, 9_999, 1e7]) expect(ticks(0, high).length).toBeLessThanOrEqual(6);
});
