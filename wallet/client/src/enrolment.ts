/**
 * What a proof is made for, and how an enrolment is sent.
 *
 * A wallet works these bytes out by itself. A node that could choose them would get a proof for an account of its
 * own, and with it the vote.
 */

import { blake2b } from "@noble/hashes/blake2";
import type { Proof } from "./prover.js";
import { compact, exactly, joined, type Reader, u32, u64 } from "./scale.js";

/** A ring, as the chain names it. */
export type RingId = { nation: number } | { cell: bigint; number: number };

/** What an alias is for. */
export type Context = "Nation" | "Residence";

/** The arguments of the call `roll.enrol`. */
export interface Enrolment extends Proof {
	season: number;
	ring: RingId;
	context: Context;
	account: Uint8Array;
}

const CONTEXTS: readonly Context[] = ["Nation", "Residence"];
const PURPOSES: Record<Context, string> = { Nation: "civitas/nation", Residence: "civitas/residence" };
const ACCOUNT = 32, ALIAS = 32, GENESIS = 32, PROOF = 785;

/** The bytes that name a context in a season of the chain with this genesis hash: what an alias is for. */
export function contextName(genesis: Uint8Array, context: Context, season: number): Uint8Array {
	return blake2b(joined([text(PURPOSES[context]), exactly(genesis, GENESIS), u32(season)]), { dkLen: 32 });
}

/** The message that a proof must carry to enrol `account`. */
export function enrolmentMessage(
	genesis: Uint8Array, season: number, context: Context, account: Uint8Array,
): Uint8Array {
	return joined([
		text("civitas/roll/enrol"), exactly(genesis, GENESIS), u32(season), encodeContext(context),
		exactly(account, ACCOUNT),
	]);
}

/** The arguments of `roll.enrol`, encoded. Put the pallet's and the call's index before them. */
export function encodeEnrolment(enrolment: Enrolment): Uint8Array {
	const { season, ring, context, account, alias, proof } = enrolment;
	return joined([
		u32(season), encodeRing(ring), encodeContext(context), exactly(account, ACCOUNT), exactly(alias, ALIAS),
		exactly(proof, PROOF),
	]);
}

/** The extensions that say something in a transaction, and what they say when there is nothing to say. */
const EXPLICIT: Record<string, Uint8Array> = {
	// It lives for ever, but its proof for a season at most.
	CheckMortality: Uint8Array.of(0),
	CheckNonce: compact(0),
	// No tip: nobody pays.
	ChargeTransactionPayment: compact(0),
	SkipCheckIfFeeless: compact(0),
	// No hash of the metadata.
	CheckMetadataHash: Uint8Array.of(0),
};

/** The bytes of the chain's transaction extensions, named as its metadata names them, for a transaction without a signer. */
export function emptyExtensions(names: readonly string[]): Uint8Array {
	return joined(names.map((name) => EXPLICIT[name] ?? new Uint8Array()));
}

/**
 * A transaction without a signer, ready for `author_submitExtrinsic`: a general transaction of version 5.
 * `extensions` are the explicit bytes of the chain's transaction extensions, in order: see `emptyExtensions`.
 */
export function generalTransaction(call: Uint8Array, extensions: Uint8Array): Uint8Array {
	const body = joined([Uint8Array.of(0x45, 0), extensions, call]);
	return joined([compact(body.length), body]);
}

export function encodeRing(ring: RingId): Uint8Array {
	if ("nation" in ring) return joined([Uint8Array.of(0), u32(ring.nation)]);
	return joined([Uint8Array.of(1), u64(ring.cell), u32(ring.number)]);
}

export function decodeRing(reader: Reader): RingId {
	if (reader.choice(2) === 0) return { nation: reader.u32() };
	return { cell: reader.u64(), number: reader.u32() };
}

export function encodeContext(context: Context): Uint8Array {
	return Uint8Array.of(CONTEXTS.indexOf(context));
}

function text(name: string): Uint8Array {
	return new TextEncoder().encode(name);
}
