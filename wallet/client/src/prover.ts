/** The prover module, with a typed face. Proving a ring of 255 takes more than a second: see `worker.ts`. */

import { randomize } from "./random.js";
import { exactly } from "./scale.js";

const KEY = 32, ALIAS = 32, SIGNATURE = 64, COMMITMENT = 288, PROOF = 785;

/** What the module exports. Pointers are numbers. */
interface Module {
	memory: WebAssembly.Memory;
	alloc(length: number): number;
	free(at: number, length: number): void;
	member(entropy: number, key: number): void;
	alias(entropy: number, context: number, length: number, alias: number): number;
	sign(entropy: number, message: number, length: number, signature: number): number;
	commit(keys: number, count: number, commitment: number): number;
	prove(
		entropy: number, keys: number, count: number, context: number, contextLength: number,
		message: number, messageLength: number, proof: number, alias: number,
	): number;
	verify(
		keys: number, count: number, context: number, contextLength: number,
		message: number, messageLength: number, proof: number, alias: number,
	): number;
}

/** Why the prover has refused. */
export type Refusal = "NotInRing" | "InvalidRing" | "InvalidProof" | "Failed";

const REFUSALS: readonly Refusal[] = ["NotInRing", "InvalidRing", "InvalidProof", "Failed"];

/** The prover has refused. */
export class ProverError extends Error {
	constructor(readonly refusal: Refusal) {
		super(`the prover refused: ${refusal}`);
		this.name = "ProverError";
	}
}

/** A proof that somebody in a ring made, and their name in its context. */
export interface Proof {
	proof: Uint8Array;
	alias: Uint8Array;
}

/** Makes keys and proofs. One instance serves any number of calls, one after the other. */
export class Prover {
	private constructor(private readonly module: Module) {}

	/** Starts the prover from the bytes of `prover.wasm`. */
	static async start(wasm: BufferSource): Promise<Prover> {
		let module: Module | undefined;
		const random = (at: number, length: number) => {
			if (module !== undefined) randomize(new Uint8Array(module.memory.buffer, at, length));
		};
		const { instance } = await WebAssembly.instantiate(wasm, { env: { random } });
		module = instance.exports as unknown as Module;
		return new Prover(module);
	}

	/** The roll key of a secret. */
	member(entropy: Uint8Array): Uint8Array {
		return this.call([exactly(entropy, KEY)], [KEY], ([secret], [key]) => {
			this.module.member(secret, key);
			return 0;
		})[0];
	}

	/** The name of a secret in a context. */
	alias(entropy: Uint8Array, context: Uint8Array): Uint8Array {
		return this.call([exactly(entropy, KEY), context], [ALIAS], ([secret, name], [alias]) =>
			this.module.alias(secret, name, context.length, alias))[0];
	}

	/** Signs a message with a secret: the proof of possession that an application carries. */
	sign(entropy: Uint8Array, message: Uint8Array): Uint8Array {
		return this.call([exactly(entropy, KEY), message], [SIGNATURE], ([secret, text], [signature]) =>
			this.module.sign(secret, text, message.length, signature))[0];
	}

	/** The commitment of a ring with these keys, in this order. */
	commit(keys: readonly Uint8Array[]): Uint8Array {
		return this.call([joined(keys)], [COMMITMENT], ([ring], [commitment]) =>
			this.module.commit(ring, keys.length, commitment))[0];
	}

	/** Proves that a secret's key is in a ring. Refuses with `NotInRing` if it is not. */
	prove(entropy: Uint8Array, keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array): Proof {
		const [proof, alias] = this.call(
			[exactly(entropy, KEY), joined(keys), context, message],
			[PROOF, ALIAS],
			([secret, ring, name, text], [proof, alias]) => this.module.prove(
				secret, ring, keys.length, name, context.length, text, message.length, proof, alias,
			),
		);
		return { proof, alias };
	}

	/** The name that a proof shows, if it verifies. Refuses with `InvalidProof` if it does not. */
	verify(keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array, proof: Uint8Array): Uint8Array {
		return this.call(
			[joined(keys), context, message, exactly(proof, PROOF)],
			[ALIAS],
			([ring, name, text, bytes], [alias]) => this.module.verify(
				ring, keys.length, name, context.length, text, message.length, bytes, alias,
			),
		)[0];
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
			// No memory: nothing is at zero.
			if (places.includes(0)) throw new ProverError("Failed");
			inputs.forEach((bytes, i) => new Uint8Array(this.module.memory.buffer, places[i]).set(bytes));
			const results = places.slice(inputs.length);
			const code = work(places.slice(0, inputs.length), results);
			if (code !== 0) throw new ProverError(REFUSALS[code - 1] ?? "Failed");
			return results.map((at, i) => new Uint8Array(this.module.memory.buffer, at, outputs[i]).slice());
		} finally {
			places.forEach((at, i) => at !== 0 && this.module.free(at, lengths[i]));
		}
	}
}

function joined(keys: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(keys.length * KEY);
	keys.forEach((key, i) => all.set(exactly(key, KEY), i * KEY));
	return all;
}
