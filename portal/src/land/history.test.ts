// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { spread } from "./history";

it("spreads blocks evenly, with the first and the last", () => {
	expect(spread(1, 9, 5)).toEqual([1, 3, 5, 7, 9]);
	expect(spread(5, 7, 32)).toEqual([5, 6, 7]);
	expect(spread(5, 5, 32)).toEqual([5]);
	expect(spread(6, 5, 32)).toEqual([]);
});
