// SPDX-License-Identifier: Apache-2.0
// The two verifiers say the same about every file: the vectors, and thousands of damaged ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Refusal, Verifier } from "../src/index.js";
import { json, verify } from "../src/plain/index.js";
import { damaged, randomness, vectors } from "./files.js";

const MUTATIONS = 3_000;
const verifier = await Verifier.start(readFileSync(new URL("../../certificate.wasm", import.meta.url)));

function verdict(check: () => string): string {
	try {
		return check();
	} catch (error) {
		if (error instanceof Refusal) return error.code;
		throw error;
	}
}

const byWasm = (file: Uint8Array, genesis: string) => verdict(() => verifier.json(file, genesis));
const plainly = (file: Uint8Array, genesis: string) => verdict(() => json(verify(file, genesis)));

describe("two verifiers", () => {
	it("print what the vectors say", () => {
		assert.ok(vectors.length >= 2, "there are vectors");
		for (const { name, file, genesis, json } of vectors) {
			assert.equal(byWasm(file, genesis), json, name);
			assert.equal(plainly(file, genesis), json, name);
		}
	});

	for (const { name, file, genesis } of vectors) {
		it(`agree on ${MUTATIONS} damaged copies of ${name}`, (test) => {
			const random = randomness(7);
			const others = vectors.map((it) => it.file);
			const seen = new Map<string, number>();
			for (let i = 0; i < MUTATIONS; i++) {
				const broken = damaged(file, others[random(others.length)], random);
				const [one, two] = [byWasm(broken, genesis), plainly(broken, genesis)];
				assert.equal(one, two, `copy ${i}`);
				// A copy may be as the file was.
				if (Buffer.compare(broken, file) !== 0) assert.doesNotMatch(one, /^\{/, `copy ${i} is accepted`);
				seen.set(one.startsWith("{") ? "accepted" : one, (seen.get(one) ?? 0) + 1);
			}
			test.diagnostic([...seen].map(([code, count]) => `${code} ${count}`).join(", "));
			assert.ok(seen.size >= 5, "different reasons were met");
		});

		it(`agree on each truncation of ${name}`, () => {
			for (let length = 0; length < file.length; length += 7) {
				const short = file.subarray(0, length);
				const reason = byWasm(short, genesis);
				assert.equal(plainly(short, genesis), reason);
				assert.match(reason, /^(Malformed|NotThisKind)$/);
			}
		});
	}
});
