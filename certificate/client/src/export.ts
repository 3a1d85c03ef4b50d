// SPDX-License-Identifier: Apache-2.0
/**
 * Makes certificates from what any node answers: no method of ours is needed. A Civitas node also makes them itself, and
 * faster, with `civitas_certificate`.
 */

import { readHeader } from "./plain/chain.js";
import { ascii, concat, hex, little, unhex } from "./plain/hash.js";
import { Reader } from "./plain/scale.js";
import { AUTHORITIES, type Claim, MAGIC, moment, type Read, statement, writeClaim } from "./plain/state.js";

/** Sends one JSON-RPC request and answers its result. */
export type Rpc = (method: string, ...params: unknown[]) => Promise<any>;

/** Answers the next finality proof, as the subscription `grandpa_subscribeJustifications` tells it. */
export type NextJustification = () => Promise<string>;

/** Says why no certificate can be made. */
export class ExportError extends Error {
	override name = "ExportError";
}

interface JsonHeader {
	parentHash: string;
	number: string;
	stateRoot: string;
	extrinsicsRoot: string;
	digest: { logs: string[] };
}

export function compact(number: number): Uint8Array {
	if (number < 1 << 6) return Uint8Array.of(number << 2);
	if (number < 1 << 14) return little((number << 2) | 1, 2);
	if (number < 1 << 30) return little(number * 4 + 2, 4);
	return concat(Uint8Array.of(3), little(number, 4));
}

const list = (items: Uint8Array[]) => concat(compact(items.length), ...items);
export const sized = (bytes: Uint8Array) => concat(compact(bytes.length), bytes);

function encodeHeader(header: JsonHeader): Uint8Array {
	return concat(
		unhex(header.parentHash), compact(Number(header.number)), unhex(header.stateRoot),
		unhex(header.extrinsicsRoot), list(header.digest.logs.map(unhex)),
	);
}

/** Walks a chain's epochs, to find the blocks that name new authorities: each is the first block of an epoch. */
class Epochs {
	private readonly slots = new Map<number, number>();

	constructor(
		private readonly rpc: Rpc,
		private readonly length: number,
		private readonly head: number,
	) {}

	static async of(rpc: Rpc, head: number): Promise<Epochs> {
		const configuration = Reader.file(unhex(await rpc("state_call", "BabeApi_configuration", "0x")));
		configuration.u64();
		return new Epochs(rpc, Number(configuration.u64()), head);
	}

	async header(number: number): Promise<JsonHeader> {
		return this.rpc("chain_getHeader", await this.rpc("chain_getBlockHash", number));
	}

	private async slot(number: number): Promise<number> {
		const known = this.slots.get(number);
		if (known !== undefined) return known;
		// A message of BABE before the block is executed: its kind, an authority's index, the slot.
		const log = (await this.header(number)).digest.logs.map(unhex).find((it) => it[0] === 6);
		if (log === undefined) throw new ExportError(`Block ${number} has no slot: this chain does not run BABE.`);
		const input = Reader.file(log);
		input.take(5);
		const digest = Reader.file(input.bytesOf());
		digest.take(5);
		const slot = Number(digest.u64());
		this.slots.set(number, slot);
		return slot;
	}

	/** The first block of each epoch after the first one. */
	async *beginnings(): AsyncGenerator<number> {
		const [genesis, end] = [await this.slot(1), await this.slot(this.head)];
		let low = 1;
		for (let start = genesis + this.length; start <= end; start += this.length) {
			let high = this.head;
			// The slot of `low` is before `start`, that of `high` is not.
			let guess = Math.min(high - 1, low + this.length);
			while (high - low > 1) {
				if (guess <= low || guess >= high) guess = (low + high) >> 1;
				if ((await this.slot(guess)) < start) low = guess;
				else high = guess;
				// Most slots have a block: look next to where the last look pointed.
				guess = low + Math.max(1, start - (await this.slot(low)));
				if (guess >= high) guess = high - 1;
			}
			if (this.slots.get(low) === undefined || (await this.slot(low)) < start) yield high;
			low = high - 1 > low ? high - 1 : low;
		}
	}
}

async function changes(rpc: Rpc, head: number): Promise<Uint8Array[]> {
	const epochs = await Epochs.of(rpc, head);
	const fragments: Uint8Array[] = [];
	let last = 0;
	if (head < 2) return fragments;
	for await (const number of epochs.beginnings()) {
		if (number === last) continue;
		last = number;
		const header = encodeHeader(await epochs.header(number));
		if (typeof readHeader(Reader.file(header)).change === "string") continue;
		const block = await rpc("chain_getBlock", await rpc("chain_getBlockHash", number));
		const grandpa = (block.justifications ?? []).find(
			([engine]: [number[], number[]]) => hex(Uint8Array.from(engine)) === hex(ascii("FRNK")),
		);
		if (grandpa === undefined) throw new ExportError(`The node has no finality proof of block ${number}. Use one that has synced from the start.`);
		fragments.push(concat(header, Uint8Array.from(grandpa[1] as number[])));
	}
	return fragments;
}

/** The keys that `claims` need, found by reading them. */
async function keysOf(claims: Claim[], fetch: (key: string) => Promise<Uint8Array | undefined>): Promise<string[]> {
	const known = new Map<string, Uint8Array | undefined>();
	for (;;) {
		let missing: string | undefined;
		const read: Read = (key) => {
			const name = hex(key);
			if (!known.has(name)) {
				missing = name;
				throw new ExportError("not read yet");
			}
			return known.get(name);
		};
		try {
			const { runtime } = moment(read);
			for (const claim of claims) statement(read, runtime, claim);
			return [...known.keys()];
		} catch (error) {
			if (missing === undefined) throw error;
			known.set(missing, await fetch(missing));
		}
	}
}

/** The newest finality proof: its block, and the votes. */
async function latest(rpc: Rpc, finalized: number, next?: NextJustification): Promise<{ hash: string; votes: Uint8Array }> {
	const proof: string | null = await rpc("grandpa_proveFinality", finalized).catch(() => null);
	if (proof !== null) {
		const input = Reader.file(unhex(proof));
		return { hash: hex(input.take(32)), votes: input.bytesOf() };
	}
	// A node has no answer before the first change of authorities. It tells its subscribers, though.
	if (next === undefined) {
		throw new ExportError("The node proves no finality before the first change of authorities. Give it a subscription.");
	}
	const votes = unhex(await next());
	// After the round comes the hash of the block.
	return { hash: hex(votes.subarray(8, 40)), votes };
}

/** Makes a certificate about `claims`, as of the newest block with a finality proof. */
export async function exportCertificate(rpc: Rpc, claims: Claim[], next?: NextJustification): Promise<Uint8Array> {
	const genesis: string = await rpc("chain_getBlockHash", 0);
	const finalized = Number((await rpc("chain_getHeader", await rpc("chain_getFinalizedHead"))).number);
	const fragments = await changes(rpc, finalized);
	const { hash, votes } = await latest(rpc, finalized, next);
	const header = encodeHeader(await rpc("chain_getHeader", hash));
	const target = readHeader(Reader.file(header));
	const ends = fragments.map((it) => readHeader(Reader.file(it)).number);
	if (target.number > (ends.at(-1) ?? 0)) fragments.push(concat(header, votes));
	const at = readHeader(Reader.file(fragments.at(-1) as Uint8Array)).hash;

	const keys = await keysOf(claims, async (key) => {
		const value: string | null = await rpc("state_getStorage", key, at);
		return value === null ? undefined : unhex(value);
	});
	const nodes = async (keys: string[], block: string) =>
		((await rpc("state_getReadProof", keys, block)) as { proof: string[] }).proof.map((it) => sized(unhex(it)));
	return concat(
		MAGIC,
		encodeHeader(await rpc("chain_getHeader", genesis)),
		list(await nodes([hex(AUTHORITIES)], genesis)),
		list(fragments),
		list(claims.map(writeClaim)),
		list(await nodes(keys, at)),
	);
}
