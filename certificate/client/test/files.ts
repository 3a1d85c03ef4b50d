// SPDX-License-Identifier: Apache-2.0
// Certificates for the tests, and ways to damage them.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../vectors/", import.meta.url);

export interface Vector {
	name: string;
	file: Uint8Array;
	genesis: string;
	/** What verifiers print. */
	json: string;
}

export const vectors: Vector[] = readdirSync(FOLDER)
	.filter((name) => name.endsWith(".civcert"))
	.map((name) => {
		const read = (end: string) => readFileSync(new URL(name.replace(/civcert$/, end), FOLDER));
		const text = read("json").toString().trim();
		const { genesis } = JSON.parse(text) as { genesis: string };
		return { name, file: new Uint8Array(read("civcert")), genesis, json: text };
	});

/** Numbers that look random and are the same each time. */
export function randomness(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Damages a file in one of several ways. */
export function damaged(file: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
	const at = random(file.length);
	const length = 1 + random(120);
	const copy = Uint8Array.from(file);
	switch (random(8)) {
		case 0:
		case 1:
			copy[at] ^= 1 << random(8);
			return copy;
		case 2:
			copy[at] = random(256);
			copy[random(file.length)] = random(256);
			return copy;
		case 3:
			return file.slice(0, at);
		case 4:
			return join(file.subarray(0, at), file.subarray(at + length));
		case 5:
			return join(file.subarray(0, at), file.subarray(at, at + length), file.subarray(at));
		case 6:
			return join(file.subarray(0, at), Uint8Array.from({ length }, () => random(256)), file.subarray(at));
		default: {
			const from = random(other.length);
			copy.set(other.subarray(from, from + Math.min(length, file.length - at)), at);
			return copy;
		}
	}
}
