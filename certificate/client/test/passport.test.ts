// SPDX-License-Identifier: Apache-2.0
// Passports of a real chain: what they prove, and the reason for each refusal.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { passport, Refusal, Verifier } from "../src/index.js";
import { checkPassport } from "../src/plain/index.js";
import { randomness } from "./files.js";

const verifier = await Verifier.start(readFileSync(new URL("../../certificate.wasm", import.meta.url)));
const read = (name: string) => readFileSync(new URL(`../../../vectors/${name}`, import.meta.url));
const asked = (name: string) => {
	const vector = JSON.parse(read(name).toString()) as Record<string, string>;
	const { genesis, service, challenge } = vector;
	return { vector, expected: { genesis, service, challenge, now: Number(vector.time), maxAge: 0 } };
};

function reason(check: () => unknown): string {
	try {
		return JSON.stringify(check());
	} catch (error) {
		if (error instanceof Refusal) return error.code;
		throw error;
	}
}

describe("a passport", () => {
	const file = new Uint8Array(read("passport.civpass"));
	const { expected } = asked("passport.json");
	/** What both verifiers say. */
	const verdict = (bytes: Uint8Array, more: Partial<typeof expected> = {}) => {
		const said = reason(() => verifier.passport(bytes, { ...expected, ...more }));
		assert.equal(
			reason(() => checkPassport(bytes, { ...expected, ...more })),
			said,
		);
		return said;
	};

	it("shows a citizen", () => assert.match(verdict(file), /"id":0/));

	it("is refused elsewhere, again, later, and on another chain", () => {
		assert.equal(verdict(file, { service: "example.com" }), "OtherService");
		assert.equal(verdict(file, { challenge: "another" }), "OtherChallenge");
		assert.equal(verdict(file, { now: expected.now + 1 }), "TooOld");
		assert.equal(verdict(file, { now: expected.now - 60_001 }), "FromTheFuture");
		assert.equal(verdict(file, { genesis: `0x${"11".repeat(32)}` }), "OtherChain");
	});

	it("is refused if it is damaged, for the same reason by both verifiers", (test) => {
		const random = randomness(3);
		const seen = new Map<string, number>();
		for (let i = 0; i < 1_000; i++) {
			const broken = Uint8Array.from(file);
			// Mostly the head, where the passport's own parts lie.
			broken[random(i % 2 ? 200 : file.length)] ^= 1 << random(8);
			const said = verdict(broken);
			assert.doesNotMatch(said, /^\{/);
			seen.set(said, (seen.get(said) ?? 0) + 1);
		}
		test.diagnostic([...seen].map(([code, count]) => `${code} ${count}`).join(", "));
	});

	it("is refused with a signature of another kind", () => {
		for (const kind of ["ed25519", "ecdsa"] as const) {
			const signature = new Uint8Array(kind === "ecdsa" ? 65 : 64).fill(1);
			const { service, challenge } = expected;
			const certificate = file.subarray(Buffer.from(file).indexOf("CIVCERT"));
			const forged = passport({ account: file.slice(8, 40), service, challenge, kind, signature, certificate });
			assert.equal(verdict(forged), "BadSignature");
		}
	});
});

describe("an anonymous passport", () => {
	const file = new Uint8Array(read("anonymous.civanon"));
	const { vector, expected } = asked("anonymous.json");
	const verdict = (bytes: Uint8Array, more: Partial<typeof expected> = {}, purpose = vector.purpose) =>
		reason(() => verifier.anonymous(bytes, { ...expected, ...more }, purpose));

	it("shows the alias that the wallet computed", () => {
		assert.equal(verifier.anonymous(file, expected, vector.purpose).alias, vector.alias);
	});

	it("is refused elsewhere, for another purpose, again, later, and on another chain", () => {
		assert.equal(verdict(file, { service: "example.com" }), "OtherService");
		assert.equal(verdict(file, {}, "another purpose"), "OtherService");
		assert.equal(verdict(file, { challenge: "another" }), "OtherChallenge");
		assert.equal(verdict(file, { now: expected.now + 1 }), "TooOld");
		assert.equal(verdict(file, { genesis: `0x${"11".repeat(32)}` }), "OtherChain");
	});

	it("is refused if its proof, season or ring is changed", () => {
		const broken = (at: number) => {
			const bytes = Uint8Array.from(file);
			bytes[at] ^= 1;
			return verdict(bytes);
		};
		assert.equal(broken(8), "OtherSeason");
		assert.equal(broken(12), "NotAbout");
		assert.equal(broken(Buffer.from(file).indexOf("CIVCERT") - 1), "BadProof");
	});
});
