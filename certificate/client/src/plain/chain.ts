// SPDX-License-Identifier: Apache-2.0
// Headers, and who finalised them.

import { ed25519 } from "@noble/curves/ed25519";
import { Refusal } from "./errors.js";
import { ascii, blake2, concat, hex, little } from "./hash.js";
import { Reader } from "./scale.js";

export type Authorities = Map<string, bigint>;

export interface Header {
	hash: string;
	parent: string;
	number: number;
	stateRoot: string;
	change: Authorities | "none" | "forced";
}

export interface Fragment {
	header: Header;
	round: bigint;
	hash: string;
	number: number;
	votes: { hash: Uint8Array; number: number; signature: Uint8Array; voter: Uint8Array }[];
	headers: Header[];
}

export function readAuthorities(input: Reader): Authorities {
	const all: Authorities = new Map();
	for (const [key, weight] of input.list(1024, (it) => [hex(it.take(32)), it.u64()] as const)) {
		if (weight > 0n) all.set(key, (all.get(key) ?? 0n) + weight);
	}
	return all;
}

export function readHeader(input: Reader): Header {
	const start = input.position;
	const parent = hex(input.take(32));
	const number = input.compact();
	const stateRoot = hex(input.take(32));
	input.take(32);
	let change: Header["change"] = "none";
	const messages = input.list(64, (it) => {
		const kind = it.u8();
		if (kind === 0) return void it.bytesOf();
		if (kind === 8) return undefined;
		if (kind < 4 || kind > 6) return it.fail();
		const engine = hex(it.take(4));
		const data = it.bytesOf();
		return kind === 4 && engine === hex(ascii("FRNK")) ? data : undefined;
	});
	for (const data of messages) {
		if (data === undefined) continue;
		const message = Reader.file(data);
		const kind = message.u8();
		if (kind >= 3 && kind <= 5) continue;
		let next: Header["change"] = "forced";
		if (kind === 1) {
			const authorities = readAuthorities(message);
			if (message.u32() === 0) next = authorities;
		} else if (kind !== 2) message.fail();
		change = change === "none" ? next : "forced";
	}
	return { hash: hex(blake2(input.since(start))), parent, number, stateRoot, change };
}

export function readFragment(input: Reader): Fragment {
	return {
		header: readHeader(input),
		round: input.u64(),
		hash: hex(input.take(32)),
		number: input.u32(),
		votes: input.list(2048, (it) => ({
			hash: it.take(32), number: it.u32(), signature: it.take(64), voter: it.take(32),
		})),
		headers: input.list(1024, readHeader),
	};
}

function signedBy(voter: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
	try {
		return ed25519.verify(signature, message, voter, { zip215: true });
	} catch {
		return false;
	}
}

function check(fragment: Fragment, authorities: Authorities, set: bigint): void {
	if (fragment.hash !== fragment.header.hash || fragment.number !== fragment.header.number) throw new Refusal("WrongBlock");
	const after = new Map(fragment.headers.map((header) => [header.hash, header]));
	const needed = new Set<string>();
	const voters = new Set<string>();
	let sum = 0n;
	for (const vote of fragment.votes) {
		const key = hex(vote.voter);
		const weight = authorities.get(key);
		if (weight === undefined) throw new Refusal("UnknownVoter");
		if (voters.has(key)) throw new Refusal("VotedTwice");
		voters.add(key);
		const signed = concat(
			Uint8Array.of(1), vote.hash, little(vote.number, 4), little(fragment.round, 8), little(set, 8),
		);
		if (!signedBy(vote.voter, vote.signature, signed)) throw new Refusal("ForgedSignature");
		let hash = hex(vote.hash);
		let number = vote.number;
		for (; number > fragment.number; number--) {
			const header = after.get(hash);
			if (header?.number !== number) throw new Refusal("VoteForOtherBlock");
			needed.add(hash);
			hash = header.parent;
		}
		if (hash !== fragment.hash || number !== fragment.number) throw new Refusal("VoteForOtherBlock");
		sum += weight;
	}
	const all = [...authorities.values()].reduce((total, weight) => total + weight, 0n);
	if (all === 0n || sum < all - (all - 1n) / 3n) throw new Refusal("TooFewVotes");
	if (needed.size !== fragment.headers.length) throw new Refusal("UnusedHeader");
}

/** Follows the fragments from set to set. Answers the last set's number and size. */
export function follow(first: Authorities, fragments: Fragment[]): { set: bigint; authorities: number } {
	let authorities = first;
	let set = 0n;
	let number = 0;
	for (const [index, fragment] of fragments.entries()) {
		if (fragment.header.number <= number) throw new Refusal("WrongOrder");
		number = fragment.header.number;
		check(fragment, authorities, set);
		if (index === fragments.length - 1) break;
		const { change } = fragment.header;
		if (change === "none") throw new Refusal("MissingChange");
		if (change === "forced") throw new Refusal("ForcedChange");
		authorities = change;
		set++;
	}
	return { set, authorities: authorities.size };
}
