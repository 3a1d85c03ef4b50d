// SPDX-License-Identifier: Apache-2.0
/**
 * What a proof is made for, and the bytes that are sent.
 *
 * The wallet works all of it out by itself. A node that could choose these bytes would get a proof for its own account.
 */

import { blake2b } from "@noble/hashes/blake2";
import { exactly, joined, text } from "./bytes.js";
import type { Block } from "./node.js";
import type { MembershipProof } from "./prover.js";
import { compact, type Reader, u8, u32, u64 } from "./scale.js";

/** A ring: the nation's with this number, or a cell's. */
export type RingId = { nation: number } | { cell: bigint; number: number };

/**
 * What an alias is for. One person has one alias in each context and season.
 *
 * - `Nation`: a citizen's votes. - `Residence`: a resident's votes. - `Income`: the declaration of income.
 * - `scope`: an outside service, named by 32 bytes. Nothing of it comes to the chain.
 */
export type Context = "Nation" | "Residence" | "Income" | { scope: Uint8Array };

/** The contexts in which accounts are enrolled. */
export type VotingContext = "Nation" | "Residence";

const ACCOUNT = 32,
	ALIAS = 32,
	HASH = 32,
	PROOF = 785;
const PURPOSES = { Nation: "civitas/nation", Residence: "civitas/residence", Income: "civitas/income" } as const;
const INDICES = { Nation: 0, Residence: 1, Income: 2 } as const;
const SCOPE = 3;

/** The 32 bytes that an alias is computed for, in a season of the chain with this genesis hash. */
export function contextBytes(genesis: Uint8Array, context: Context, season: number): Uint8Array {
	const purpose =
		typeof context === "string" ? [text(PURPOSES[context])] : [text("civitas/scope"), exactly(context.scope, HASH)];
	return blake2b(joined([...purpose, exactly(genesis, HASH), u32(season)]), { dkLen: 32 });
}

/** What makes a proof fresh, so that an old one is worth nothing. */
export interface Freshness {
	/** How many accounts the alias has enrolled this season, or how many declarations it has made. */
	count: number;
	/** A recent finalized block: at most 256 blocks old when the chain includes the proof. */
	at: Block;
}

const fresh = ({ count, at }: Freshness) => [u32(count), u32(at.number), exactly(at.hash, HASH)];

/** The message that a proof carries to enrol `account`. */
export function enrolmentMessage(
	genesis: Uint8Array,
	season: number,
	context: VotingContext,
	account: Uint8Array,
	freshness: Freshness,
): Uint8Array {
	return joined([
		text("civitas/roll/enrol"),
		exactly(genesis, HASH),
		u32(season),
		encodeContext(context),
		exactly(account, ACCOUNT),
		...fresh(freshness),
	]);
}

/** The message that the ballot account signs to agree to its enrolment. */
export function consentMessage(
	genesis: Uint8Array,
	season: number,
	context: VotingContext,
	alias: Uint8Array,
	freshness: Freshness,
): Uint8Array {
	return joined([
		text("civitas/roll/consent"),
		exactly(genesis, HASH),
		u32(season),
		encodeContext(context),
		exactly(alias, ALIAS),
		...fresh(freshness),
	]);
}

/** The message that a proof carries to declare the income band `band`. */
export function incomeMessage(genesis: Uint8Array, season: number, band: number, freshness: Freshness): Uint8Array {
	return joined([text("civitas/census/income"), exactly(genesis, HASH), u32(season), u8(band), ...fresh(freshness)]);
}

/** The message that a roll key signs to prove that its owner, the citizen with this account, has its secret. */
export function possessionMessage(genesis: Uint8Array, account: Uint8Array, rollKey: Uint8Array): Uint8Array {
	return joined([text("civitas/roll-key"), exactly(genesis, HASH), exactly(account, ACCOUNT), exactly(rollKey, 32)]);
}

/** The kinds of account keys. */
export type SignatureKind = "ed25519" | "sr25519" | "ecdsa";

const KINDS: readonly SignatureKind[] = ["ed25519", "sr25519", "ecdsa"];

/** A `MultiSignature`: the kind of an account's key, and its signature of 64 bytes (ECDSA: 65). */
export function multiSignature(kind: SignatureKind, signature: Uint8Array): Uint8Array {
	return joined([Uint8Array.of(KINDS.indexOf(kind)), exactly(signature, kind === "ecdsa" ? 65 : 64)]);
}

/** The arguments of the call `roll.enrol`. */
export interface Enrolment extends MembershipProof, Freshness {
	season: number;
	ring: RingId;
	context: VotingContext;
	/** The public key of the ballot account. */
	account: Uint8Array;
	/** The ballot account's `MultiSignature`. */
	consent: Uint8Array;
}

/** The arguments of `roll.enrol`, encoded. Put the index of the pallet and of the call before them. */
export function encodeEnrolment(enrolment: Enrolment): Uint8Array {
	const { season, ring, context, account, alias, count, at, consent, proof } = enrolment;
	return joined([
		u32(season),
		encodeRing(ring),
		encodeContext(context),
		exactly(account, ACCOUNT),
		exactly(alias, ALIAS),
		u32(count),
		u32(at.number),
		signature(consent),
		exactly(proof, PROOF),
	]);
}

/** The arguments of the call `census.declare_income`. */
export interface IncomeDeclaration extends MembershipProof, Freshness {
	season: number;
	ring: RingId;
	band: number;
}

/** The arguments of `census.declare_income`, encoded. Put the index of the pallet and of the call before them. */
export function encodeIncomeDeclaration(declaration: IncomeDeclaration): Uint8Array {
	const { season, ring, band, alias, count, at, proof } = declaration;
	return joined([
		u32(season),
		encodeRing(ring),
		u8(band),
		exactly(alias, ALIAS),
		u32(count),
		u32(at.number),
		exactly(proof, PROOF),
	]);
}

/** The argument of `census.attest` that registers the roll key of the next season. */
export interface NextKey {
	rollKey: Uint8Array;
	/** The key's signature of `possessionMessage`: 64 bytes. */
	possession: Uint8Array;
}

/** The arguments of `census.attest`, encoded. */
export function encodeAttestation(next?: NextKey): Uint8Array {
	if (next === undefined) return Uint8Array.of(0);
	return joined([Uint8Array.of(1), exactly(next.rollKey, 32), exactly(next.possession, 64)]);
}

/** The extensions whose canonical bytes are not empty. */
const EXPLICIT: Record<string, Uint8Array> = {
	// Immortal: the proof itself names a recent block.
	CheckMortality: Uint8Array.of(0),
	CheckNonce: compact(0),
	// No tip.
	ChargeTransactionPayment: compact(0),
	SkipCheckIfFeeless: compact(0),
	// No hash of the metadata.
	CheckMetadataHash: Uint8Array.of(0),
};

/**
 * The canonical bytes of the chain's transaction extensions, for a transaction without a signer. `names` are the
 * extensions in the order of the metadata. The chain refuses all other bytes, because nobody signs them.
 */
export function emptyExtensions(names: readonly string[]): Uint8Array {
	return joined(names.map((name) => EXPLICIT[name] ?? new Uint8Array()));
}

/**
 * A transaction without a signer, ready for `author_submitExtrinsic`: a general transaction of version 5.
 * `extensions` come from `emptyExtensions`.
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
	if (typeof context === "string") return Uint8Array.of(INDICES[context]);
	return joined([Uint8Array.of(SCOPE), exactly(context.scope, HASH)]);
}

/** Checks the shape of a `MultiSignature`. */
function signature(bytes: Uint8Array): Uint8Array {
	const kind = KINDS[bytes[0]];
	if (kind === undefined) throw new RangeError("the account's signature is no MultiSignature");
	return exactly(bytes, kind === "ecdsa" ? 66 : 65);
}
