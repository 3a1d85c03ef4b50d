// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { addressOf } from "./address";
import { civ, decimal, duration, parseCiv, short, timeOf } from "./format";

const CIV = 1_000_000_000_000n;

describe("amounts", () => {
	it("are written with as many decimals as matter, never rounded up", () => {
		expect(decimal(1234n * CIV + CIV / 2n)).toBe("1234.5");
		expect(decimal(-CIV)).toBe("-1");
		expect(decimal(1n)).toBe("0.000000000001");
		expect(decimal(2n * CIV - 1n, 2)).toBe("1.99");
	});

	it("are shown with the currency, and dust is not shown as nothing", () => {
		expect(civ(1234n * CIV + CIV / 2n)).toBe("1,234.5 CIV");
		expect(civ(0n)).toBe("0 CIV");
		expect(civ(1n)).toBe("< 0.0001 CIV");
	});

	it("are read back from what people type, with a point or a comma, and from nothing else", () => {
		expect(parseCiv("12.5")).toBe(12n * CIV + CIV / 2n);
		expect(parseCiv(" 12,5 ")).toBe(12n * CIV + CIV / 2n);
		expect(parseCiv("250")).toBe(250n * CIV);
		for (const wrong of ["", "-1", "1e3", "1.2.3", "0.0000000000001", "ten"]) expect(parseCiv(wrong)).toBeUndefined();
	});
});

describe("times", () => {
	it("name the largest unit and the next", () => {
		expect(duration(90 * 86_400_000)).toBe("90 days");
		expect(duration(86_400_000 + 7_200_000)).toBe("1 day 2 hours");
		expect(duration(3_660_000)).toBe("1 hour 1 minute");
		expect(duration(59_000)).toBe("59 seconds");
		expect(duration(-5)).toBe("0 seconds");
	});

	it("of blocks count from the newest one", () => {
		const head = { number: 100, time: 1_000_000 };
		expect(timeOf(110, { blockTime: 6000 }, head).getTime()).toBe(1_060_000);
		expect(timeOf(90, { blockTime: 6000 }, head).getTime()).toBe(940_000);
	});
});

describe("addresses", () => {
	it("are shortened in the middle", () => {
		expect(short("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")).toBe("5Grwva…KutQY".replace("KutQY", "GKutQY"));
		expect(short("short")).toBe("short");
	});

	it("of other networks become this chain's, and mistakes are found", () => {
		const alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		expect(addressOf(` ${alice} `)).toBe(alice);
		expect(addressOf("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5")).toBe(alice);
		expect(addressOf(alice.replace("5Grw", "5Grv"))).toBeUndefined();
		expect(addressOf("Alice")).toBeUndefined();
	});
});
