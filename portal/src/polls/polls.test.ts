// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { nextOf } from "../pages/polls/next";
import { type Call, describeCall, printCall, resolution } from "./calls";
import { reachedAt, threshold } from "./curves";

const bytes = (text: string) => new TextEncoder().encode(text);
const call = (type: string, name: string, value?: Record<string, unknown>): Call => ({
	type,
	value: { type: name, value },
});

describe("a proposal in a sentence", () => {
	it("names what is spent, amended and appointed", () => {
		expect(describeCall(call("Treasury", "spend_local", { amount: 250_000_000_000_000n }))).toBe(
			"Spend 250 CIV from the treasury",
		);
		const changes = [
			{ type: "Replace", value: { number: 6 } },
			{ type: "Retitle", value: { number: 5 } },
			{ type: "Replace", value: { number: 6 } },
		];
		expect(describeCall(call("Charter", "amend", { changes, parameters: [] }))).toBe("Amend the charter: article 5, 6");
		expect(describeCall(call("Charter", "amend", { changes: [], parameters: [1, 2] }))).toBe(
			"Change 2 figures of the charter",
		);
		expect(
			describeCall(call("Charter", "amend", { changes: [{ type: "SetPreamble", value: {} }], parameters: [] })),
		).toBe("Amend the charter: preamble");
	});

	it("is the first line of a resolution, whose whole text can be read", () => {
		const remark = call("System", "remark", { remark: bytes("A bakery in every quarter\n\nBread for all.") });
		expect(describeCall(remark)).toBe("A bakery in every quarter");
		expect(resolution(remark)).toContain("Bread for all.");
		expect(resolution(call("Treasury", "spend_local", {}))).toBeUndefined();
	});

	it("names calls that have no sentence as developers do, and says when there is no text", () => {
		expect(describeCall(call("Nfts", "burn", {}))).toBe("Nfts.burn");
		expect(describeCall(undefined)).toMatch(/not on the chain/);
		const batch = call("Utility", "batch_all", {
			calls: [call("Offices", "appoint", {}), call("Polls", "cancel", { poll: 3 })],
		});
		expect(describeCall(batch)).toBe("Appoint somebody to an office; Stop poll 3");
	});

	it("prints every field, bytes as text where they are text", () => {
		const printed = printCall({
			amount: 5n,
			to: { type: "Id", value: "5Ada" },
			note: bytes("bread"),
			raw: Uint8Array.of(0, 255),
		});
		expect(printed).toContain("amount: 5");
		expect(printed).toContain("to: Id: 5Ada");
		expect(printed).toContain('note: "bread"');
		expect(printed).toContain("raw: 0x00ff");
	});
});

describe("the curves", () => {
	const support = {
		type: "LinearDecreasing" as const,
		value: { length: 1_000_000_000, floor: 100_000_000, ceil: 300_000_000 },
	};
	const approval = {
		type: "SteppedDecreasing" as const,
		value: { begin: 500_000_001, end: 500_000_001, step: 1_000_000_000, period: 1_000_000_000 },
	};

	it("fall from ceiling to floor, or stay where they are", () => {
		expect(threshold(support, 0)).toBeCloseTo(0.3);
		expect(threshold(support, 0.5)).toBeCloseTo(0.2);
		expect(threshold(support, 1)).toBeCloseTo(0.1);
		for (const x of [0, 0.5, 1]) expect(threshold(approval, x)).toBeCloseTo(0.500000001);
	});

	it("say when a share will be enough, and that it never will", () => {
		expect(reachedAt(support, 0.2)).toBeCloseTo(0.5, 2);
		expect(reachedAt(support, 0.05)).toBeUndefined();
		expect(reachedAt(support, 0.9)).toBe(0);
	});
});

describe("what happens next", () => {
	const track = { prepare_period: 4, decision_period: 28, confirm_period: 4, min_enactment_period: 4 };
	const poll = { submitted: 100, decision_deposit: undefined, deciding: undefined, in_queue: false };
	const here = (stations: ReturnType<typeof nextOf>) => stations.find(({ state }) => state === "here")?.text;
	const deposit = { who: "5Bob", amount: 1n };

	it("is the deposit at first, with its time limit", () => {
		const stations = nextOf({ poll, track, now: 101, undeciding: 28, isVoid: false });
		expect(here(stations)).toMatch(/places the deposit/);
		expect(stations.find(({ state }) => state === "here")?.at).toBe(128);
	});

	it("is the decision, then passing, then the effect, each in its block", () => {
		const prepared = nextOf({
			poll: { ...poll, decision_deposit: deposit },
			track,
			now: 101,
			undeciding: 28,
			isVoid: false,
		});
		expect(here(prepared)).toBe("The decision begins");
		expect(prepared.find(({ state }) => state === "here")?.at).toBe(104);
		const deciding = nextOf({
			poll: { ...poll, decision_deposit: deposit, deciding: { since: 104, confirming: undefined } },
			track,
			now: 110,
			undeciding: 28,
			isVoid: false,
		});
		expect(deciding.find(({ text }) => text.startsWith("It is rejected"))?.at).toBe(132);
		const passing = nextOf({
			poll: { ...poll, decision_deposit: deposit, deciding: { since: 104, confirming: 115 } },
			track,
			now: 112,
			undeciding: 28,
			isVoid: false,
		});
		expect(here(passing)).toMatch(/It has passed/);
		expect(passing.at(-1)?.at).toBe(119);
	});

	it("is the end for a poll whose voters' time is over", () => {
		expect(here(nextOf({ poll, track, now: 300, undeciding: 28, isVoid: true }))).toMatch(/deposits return/);
	});
});
