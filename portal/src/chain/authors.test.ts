// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { authorOf } from "./authors";

it("reads the authority from each kind of claim", () => {
	// A secondary claim: the kind, authority 0, a slot.
	expect(authorOf("0x064241424534020000000063af121200000000")).toBe(0);
	// A primary claim has an output and a proof of a lottery: 117 bytes, whose length takes two bytes.
	expect(authorOf(`0x0642414245d50101${"03000000"}${"00".repeat(112)}`)).toBe(3);
});

it("reads nothing from other logs", () => {
	expect(authorOf(`0x0542414245${"01".repeat(20)}`)).toBeUndefined();
	expect(authorOf("0x0642414245")).toBeUndefined();
	expect(authorOf("0x06424142450809")).toBeUndefined();
});
