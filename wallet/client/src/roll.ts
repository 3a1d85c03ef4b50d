/**
 * The roll as a wallet uses it: read whole rings, check them, prove, and say what to submit.
 *
 * The chain is reached through one function, `state_call`, which every client library and every node has.
 */

import type { Proof } from "./prover.js";

/** Calls a runtime API: its name, its SCALE-encoded arguments; returns the SCALE-encoded answer. */
export type StateCall = (method: string, args: Uint8Array) => Promise<Uint8Array>;

/** A ring, as the chain names it. */
export type RingId = { nation: number } | { cell: bigint; number: number };

/** What an alias is for. */
export type Context = "Nation" | "Residence";

/** A ring that can be proven membership of. */
export interface Ring {
	ring: RingId;
	keys: Uint8Array[];
	commitment: Uint8Array;
}

/** The arguments of the call `roll.enrol`. */
export interface Enrolment extends Proof {
	season: number;
	ring: RingId;
	context: Context;
	account: Uint8Array;
}

/** What proves: `Prover` or `ProverThread`. */
export interface Proves {
	commit(keys: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>;
	prove(
		entropy: Uint8Array, keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array,
	): Proof | Promise<Proof>;
}

/** The roll of this season cannot be used as asked. */
export class RollError extends Error {
	constructor(readonly reason: "NotOpen" | "UnknownRing" | "NotBuilt" | "DishonestNode") {
		super(`the roll: ${reason}`);
		this.name = "RollError";
	}
}

const CONTEXTS: readonly Context[] = ["Nation", "Residence"];

/** Reads the roll. */
export class Roll {
	constructor(private readonly call: StateCall) {}

	/** The season of the roll, and whether it is open. */
	async season(): Promise<{ season: number; open: boolean; rings: number; members: number }> {
		const view = view_of(await this.call("RollApi_roll", new Uint8Array()));
		return {
			season: view.getUint32(0, true),
			open: view.getUint8(4) === 3,
			rings: view.getUint32(5, true),
			members: view.getUint32(9, true),
		};
	}

	/**
	 * A whole ring, checked: its keys make the commitment that proofs are verified against. Ask for some others as
	 * well: a node that is asked for one ring alone learns where the voter sits.
	 */
	async ring(ring: RingId, prover: Proves): Promise<Ring> {
		const id = encodeRing(ring);
		const info = await this.call("RollApi_ring", id);
		if (info[0] !== 1) throw new RollError("UnknownRing");
		const at = 1 + id.length + 4;
		if (info[at] !== 0 || info[at + 1] !== 1) throw new RollError("NotBuilt");
		const commitment = info.slice(at + 2, at + 2 + 288);
		const keys = decodeKeys(await this.call("RollApi_members", id));
		if (!equal(await prover.commit(keys), commitment)) throw new RollError("DishonestNode");
		return { ring, keys, commitment };
	}

	/** The bytes that name a context in a season. */
	context(context: Context, season: number): Promise<Uint8Array> {
		return this.call("RollApi_context_bytes", joined([encodeContext(context), u32(season)]));
	}

	/** The message that a proof must carry. */
	async message(season: number, context: Context, account: Uint8Array): Promise<Uint8Array> {
		const answer = await this.call(
			"RollApi_message", joined([u32(season), encodeContext(context), account]),
		);
		const [length, start] = compact(answer, 0);
		return answer.slice(start, start + length);
	}

	/** Proves, and says what to submit: a fresh account, a checked ring and a roll secret are all that it takes. */
	async enrolment(
		secret: Uint8Array, ring: Ring, context: Context, account: Uint8Array, prover: Proves,
	): Promise<Enrolment> {
		const { season, open } = await this.season();
		if (!open) throw new RollError("NotOpen");
		const [name, message] = await Promise.all([
			this.context(context, season), this.message(season, context, account),
		]);
		const proof = await prover.prove(secret, ring.keys, name, message);
		return { season, ring: ring.ring, context, account, ...proof };
	}
}

/** The arguments of `roll.enrol`, encoded. Put the pallet's and the call's index before them. */
export function encodeEnrolment(enrolment: Enrolment): Uint8Array {
	const { season, ring, context, account, alias, proof } = enrolment;
	return joined([u32(season), encodeRing(ring), encodeContext(context), account, alias, proof]);
}

/**
 * A transaction without a signer, ready for `author_submitExtrinsic`: a general transaction of version 5.
 * `extensions` are the explicit bytes of the chain's transaction extensions, in order.
 */
export function generalTransaction(call: Uint8Array, extensions: Uint8Array): Uint8Array {
	const body = joined([Uint8Array.of(0x45, 0), extensions, call]);
	return joined([encodeCompact(body.length), body]);
}

function encodeRing(ring: RingId): Uint8Array {
	if ("nation" in ring) return joined([Uint8Array.of(0), u32(ring.nation)]);
	const cell = new Uint8Array(8);
	new DataView(cell.buffer).setBigUint64(0, ring.cell, true);
	return joined([Uint8Array.of(1), cell, u32(ring.number)]);
}

function encodeContext(context: Context): Uint8Array {
	return Uint8Array.of(CONTEXTS.indexOf(context));
}

function decodeKeys(bytes: Uint8Array): Uint8Array[] {
	const [count, start] = compact(bytes, 0);
	if (bytes.length !== start + count * 32) throw new RollError("DishonestNode");
	return Array.from({ length: count }, (_, i) => bytes.slice(start + i * 32, start + (i + 1) * 32));
}

function u32(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value, true);
	return bytes;
}

/** Reads a compact number of up to 30 bits; returns it and where it ends. */
function compact(bytes: Uint8Array, at: number): [number, number] {
	const mode = bytes[at] & 3;
	if (mode === 0) return [bytes[at] >> 2, at + 1];
	if (mode === 1) return [view_of(bytes).getUint16(at, true) >> 2, at + 2];
	if (mode === 2) return [view_of(bytes).getUint32(at, true) >>> 2, at + 4];
	throw new RangeError("a length beyond reason");
}

function encodeCompact(value: number): Uint8Array {
	if (value < 1 << 6) return Uint8Array.of(value << 2);
	if (value < 1 << 14) return u32((value << 2) | 1).slice(0, 2);
	return u32(((value << 2) | 2) >>> 0);
}

function view_of(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
