// SPDX-License-Identifier: Apache-2.0
/** The verifier in Wasm, with a typed face. */

import { sha256 } from "@noble/hashes/sha2";
import { CERTIFICATE_SHA256 } from "./digest.js";
import { hex, unhex } from "./plain/hash.js";
import { Refusal } from "./plain/errors.js";
import type { Verified } from "./plain/index.js";

/** What the module exports. Pointers are numbers. */
interface Module {
	memory: WebAssembly.Memory;
	alloc(length: number): number;
	free(at: number, length: number): void;
	verify(file: number, length: number, genesis: number): number;
	passport(...numbers: number[]): number;
	anonymous(...numbers: number[]): number;
}

/** What a service asks of a passport. */
export interface Expected {
	/** The chain: the hash of its genesis block. */
	genesis: string;
	/** The service's host name. */
	service: string;
	/** The challenge that it gave. It accepts each challenge once. */
	challenge: string;
	/** The time in milliseconds since 1970. By default now. */
	now?: number;
	/** How old the certified block may be, in milliseconds. By default ten minutes. */
	maxAge?: number;
}

/** A citizen who was shown. */
export interface Passport {
	account: string;
	id: number;
	number: number;
	time: string;
}

/** One of the citizens, by the name that they have for this service and purpose in this season. */
export interface Anonymous {
	alias: string;
	ring: number;
	season: number;
	number: number;
	time: string;
}

/** Verifies certificates and passports. One instance serves any number of calls. */
export class Verifier {
	private constructor(private readonly module: Module) {}

	/**
	 * Starts the verifier from the bytes of `certificate.wasm`. Refuses bytes whose SHA-256 is not `digest`, by default that
	 * of the module that this package was built with.
	 */
	static async start(wasm: BufferSource, digest: string = CERTIFICATE_SHA256): Promise<Verifier> {
		const bytes = ArrayBuffer.isView(wasm)
			? new Uint8Array(wasm.buffer, wasm.byteOffset, wasm.byteLength)
			: new Uint8Array(wasm);
		if (hex(sha256(bytes)).slice(2) !== digest.toLowerCase()) throw new Error("These are not the bytes of certificate.wasm.");
		const { instance } = await WebAssembly.instantiate(wasm, {});
		return new Verifier(instance.exports as unknown as Module);
	}

	/** Checks a certificate. Throws a `Refusal`. */
	verify(file: Uint8Array, genesis: string): Verified {
		return JSON.parse(this.json(file, genesis)) as Verified;
	}

	/** The same, as the text that all verifiers print. */
	json(file: Uint8Array, genesis: string): string {
		return this.call([file, unhex(genesis)], ([at, hash]) => this.module.verify(at, file.length, hash));
	}

	/** Checks a passport. Throws a `Refusal`. */
	passport(file: Uint8Array, expected: Expected): Passport {
		const [inputs, rest] = arguments_(file, expected);
		const text = this.call(inputs, (at) => this.module.passport(...places(at, inputs), ...rest));
		return JSON.parse(text) as Passport;
	}

	/** Checks an anonymous passport for a purpose of the service. Throws a `Refusal`. */
	anonymous(file: Uint8Array, expected: Expected, purpose: string): Anonymous {
		const [inputs, rest] = arguments_(file, expected);
		const named = new TextEncoder().encode(purpose);
		const text = this.call([...inputs, named], (at) =>
			this.module.anonymous(...places(at.slice(0, 4), inputs), ...rest, at[4], named.length));
		return JSON.parse(text) as Anonymous;
	}

	/** Passes bytes in, calls, and reads the answer. */
	private call(inputs: Uint8Array[], work: (at: number[]) => number): string {
		const at = inputs.map((bytes) => this.module.alloc(bytes.length));
		try {
			if (at.includes(0)) throw new Error("There is no memory left.");
			inputs.forEach((bytes, i) => new Uint8Array(this.module.memory.buffer, at[i]).set(bytes));
			const answer = work(at);
			if (answer === 0) throw new Error("There is no memory left.");
			const length = new DataView(this.module.memory.buffer).getUint32(answer, true);
			const text = new TextDecoder().decode(new Uint8Array(this.module.memory.buffer, answer + 4, length));
			this.module.free(answer, length + 4);
			if (text.startsWith('{"refused"')) throw new Refusal((JSON.parse(text) as { refused: string }).refused);
			return text;
		} finally {
			at.forEach((place, i) => place !== 0 && this.module.free(place, inputs[i].length));
		}
	}
}

function arguments_(file: Uint8Array, expected: Expected): [Uint8Array[], number[]] {
	const text = (value: string) => new TextEncoder().encode(value);
	return [
		[file, unhex(expected.genesis), text(expected.service), text(expected.challenge)],
		[expected.now ?? Date.now(), expected.maxAge ?? 600_000],
	];
}

/** A place and a length for each input but the genesis, whose length is known. */
function places(at: number[], inputs: Uint8Array[]): number[] {
	return at.flatMap((place, i) => (i === 1 ? [place] : [place, inputs[i].length]));
}
