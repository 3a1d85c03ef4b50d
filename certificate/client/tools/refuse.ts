// SPDX-License-Identifier: Apache-2.0
// Writes vectors/refused.txt: damaged vectors, and the reason that the verifier written from the specification gives.
// Each line is a vector's name, a place, how many bytes are taken away there, which are put there instead (in
// hexadecimal digits, or -), and the reason.

import { writeFileSync } from "node:fs";
import { Refusal, verify } from "../src/plain/index.js";
import { randomness, vectors } from "../test/files.js";

const EACH = 150;
const lines: string[] = [];
for (const { name, file, genesis } of vectors) {
	const random = randomness(1);
	for (let i = 0; i < EACH; i++) {
		const at = random(file.length);
		const removed = [1, 1, 1, 0, random(60), file.length][random(6)];
		const put = Uint8Array.from({ length: [1, 1, 0, random(9)][random(4)] }, () => random(256));
		const broken = Uint8Array.from([...file.subarray(0, at), ...put, ...file.subarray(at + removed)]);
		if (Buffer.compare(broken, file) === 0) continue;
		try {
			verify(broken, genesis);
			throw new Error(`${name} is accepted with ${put.length} bytes for ${removed} at ${at}`);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const digits = Buffer.from(put).toString("hex") || "-";
			lines.push(`${name} ${at} ${Math.min(removed, file.length - at)} ${digits} ${error.code}`);
		}
	}
}
writeFileSync(new URL("../../../vectors/refused.txt", import.meta.url), `${lines.join("\n")}\n`);
