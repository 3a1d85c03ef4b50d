// SPDX-License-Identifier: Apache-2.0
/** The prover module, with a typed face. A proof in a ring of 255 takes about a second: see `worker.ts`. */

import { exactly, toHex, wipe } from "./bytes.js";
import { PROVER_SHA256 } from "./prover-digest.js";
import { randomize, sha256 } from "./random.js";

const KEY = 32,
	ALIAS = 32,
	SECRET = 32,
	SIGNATURE = 64,
	COMMITMENT = 288,
	PROOF = 785;

/** What the module exports. Pointers are numbers. */
interface Module {
	memory: WebAssembly.Memory;
	alloc(length: number): number;
	free(at: number, length: number): void;
	roll_key(entropy: number, key: number): void;
	alias(entropy: number, context: number, length: number, alias: number): number;
	sign(entropy: number, message: number, length: number, signature: number): number;
	commit(keys: number, count: number, commitment: number): number;
	prove(
		entropy: number,
		keys: number,
		count: number,
		context: number,
		contextLength: number,
		message: number,
		messageLength: number,
		proof: number,
		alias: number,
	): number;
	verify(
		keys: number,
		count: number,
		context: number,
		contextLength: number,
		message: number,
		messageLength: number,
		proof: number,
		alias: number,
	): number;
}

/**
 * Why the prover refuses.
 *
 * - `NotInRing`: the secret's key is not in the ring.
 * - `InvalidRing`: one of the keys is not a valid key, or there are more than 255.
 * - `InvalidProof`: the proof does not verify.
 * - `UnknownSecret`: the secret was released, or another prover holds it.
 * - `WrongModule`: the bytes of `prover.wasm` are not those that this package was built with.
 * - `Failed`: the module and this package do not fit each other, or there is no memory left.
 */
export type ProverReason = "NotInRing" | "InvalidRing" | "InvalidProof" | "UnknownSecret" | "WrongModule" | "Failed";

const BY_CODE: readonly ProverReason[] = ["NotInRing", "InvalidRing", "InvalidProof", "Failed"];

/** The prover refuses. */
export class ProverError extends Error {
	constructor(readonly reason: ProverReason) {
		super(`The prover refuses: ${reason}.`);
		this.name = "ProverError";
	}
}

/** A secret that a prover holds. Whoever has this object can use the secret, but cannot read it. */
export interface HeldSecret {
	readonly held: number;
}

/** A proof that a member of a ring made, and the member's alias in the proof's context. */
export interface MembershipProof {
	/** 785 bytes. */
	proof: Uint8Array;
	/** 32 bytes. */
	alias: Uint8Array;
}

/** Holds secrets, makes keys and proofs. One instance serves any number of calls, one after the other. */
export class Prover {
	private readonly secrets = new Map<number, Uint8Array>();
	private next = 0;

	private constructor(private readonly module: Module) {}

	/**
	 * Starts the prover from the bytes of `prover.wasm`. Refuses with `WrongModule` if their SHA-256 is not `digest`,
	 * by default that of the module that this package was built with.
	 */
	static async start(wasm: BufferSource, digest: string = PROVER_SHA256): Promise<Prover> {
		if (toHex(await sha256(wasm)).slice(2) !== digest.toLowerCase()) throw new ProverError("WrongModule");
		let module: Module | undefined;
		const random = (at: number, length: number) => {
			if (module !== undefined) randomize(new Uint8Array(module.memory.buffer, at, length));
		};
		const { instance } = await WebAssembly.instantiate(wasm, { env: { random } });
		module = instance.exports as unknown as Module;
		return new Prover(module);
	}

	/** Takes a secret of 32 bytes. The caller's array is cleared. */
	take(secret: Uint8Array): HeldSecret {
		const held = this.next++;
		this.secrets.set(held, Uint8Array.from(exactly(secret, SECRET)));
		wipe(secret);
		return { held };
	}

	/** Clears a secret. It cannot be used any more. */
	release({ held }: HeldSecret): void {
		wipe(this.secrets.get(held) ?? new Uint8Array());
		this.secrets.delete(held);
	}

	/** Clears all secrets. */
	stop(): void {
		for (const held of [...this.secrets.keys()]) this.release({ held });
	}

	/** Returns the roll key of a secret. */
	rollKey(secret: HeldSecret): Uint8Array {
		return this.call([this.held(secret)], [KEY], ([entropy], [key]) => {
			this.module.roll_key(entropy, key);
			return 0;
		})[0];
	}

	/** Returns the alias of a secret in a context. */
	alias(secret: HeldSecret, context: Uint8Array): Uint8Array {
		return this.call([this.held(secret), context], [ALIAS], ([entropy, name], [alias]) =>
			this.module.alias(entropy, name, context.length, alias),
		)[0];
	}

	/** Signs a message with a secret: the proof of possession that an application or an attestation carries. */
	sign(secret: HeldSecret, message: Uint8Array): Uint8Array {
		return this.call([this.held(secret), message], [SIGNATURE], ([entropy, text], [signature]) =>
			this.module.sign(entropy, text, message.length, signature),
		)[0];
	}

	/** Returns the commitment of a ring with these keys, in this order. */
	commitment(keys: readonly Uint8Array[]): Uint8Array {
		return this.call([keysOf(keys)], [COMMITMENT], ([ring], [commitment]) =>
			this.module.commit(ring, keys.length, commitment),
		)[0];
	}

	/** Proves that a secret's key is in a ring. Refuses with `NotInRing` if it is not. */
	prove(secret: HeldSecret, keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array): MembershipProof {
		const [proof, alias] = this.call(
			[this.held(secret), keysOf(keys), context, message],
			[PROOF, ALIAS],
			([entropy, ring, name, text], [proof, alias]) =>
				this.module.prove(entropy, ring, keys.length, name, context.length, text, message.length, proof, alias),
		);
		return { proof, alias };
	}

	/** Returns the alias that a proof shows. Refuses with `InvalidProof` if the proof does not verify. */
	verify(keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array, proof: Uint8Array): Uint8Array {
		return this.call(
			[keysOf(keys), context, message, exactly(proof, PROOF)],
			[ALIAS],
			([ring, name, text, bytes], [alias]) =>
				this.module.verify(ring, keys.length, name, context.length, text, message.length, bytes, alias),
		)[0];
	}

	private held({ held }: HeldSecret): Uint8Array {
		const secret = this.secrets.get(held);
		if (secret === undefined) throw new ProverError("UnknownSecret");
		return secret;
	}

	/** Passes bytes in, calls, and takes bytes out. What was passed is cleared. */
	private call(
		inputs: Uint8Array[],
		outputs: number[],
		work: (inputs: number[], outputs: number[]) => number,
	): Uint8Array[] {
		const lengths = [...inputs.map((bytes) => bytes.length), ...outputs];
		const places = lengths.map((length) => this.module.alloc(length));
		try {
			// A null pointer: there is no memory left.
			if (places.includes(0)) throw new ProverError("Failed");
			inputs.forEach((bytes, i) => new Uint8Array(this.module.memory.buffer, places[i]).set(bytes));
			const results = places.slice(inputs.length);
			const code = work(places.slice(0, inputs.length), results);
			if (code !== 0) throw new ProverError(BY_CODE[code - 1] ?? "Failed");
			return results.map((at, i) => new Uint8Array(this.module.memory.buffer, at, outputs[i]).slice());
		} finally {
			places.forEach((at, i) => at !== 0 && this.module.free(at, lengths[i]));
		}
	}
}

function keysOf(keys: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(keys.length * KEY);
	keys.forEach((key, i) => all.set(exactly(key, KEY), i * KEY));
	return all;
}
