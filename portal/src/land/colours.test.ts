// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { expressionOf, SCALE, STATUS_COLOURS } from "./colours";
import { STATUSES } from "./state";

it("has a colour for each status, all different", () => {
	expect(new Set(STATUSES.map((status) => STATUS_COLOURS[status])).size).toBe(STATUSES.length);
});

it("rises in steps even if all prices are the same", () => {
	for (const range of [
		[5, 5],
		[0, 0],
		[1, 9],
	] as const) {
		const [, , , [, , , ...steps]] = expressionOf("price", "light", range) as [string, unknown, string, unknown[]];
		const at = steps.filter((_, i) => i % 2 === 0) as number[];
		expect(at).toHaveLength(SCALE.length);
		for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThan(at[i - 1] as number);
	}
});
