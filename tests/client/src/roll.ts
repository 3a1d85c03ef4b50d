// What the stories of the roll share: transactions that nobody signs, and everything that a block has changed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
	emptyExtensions, encodeEnrolment, type Enrolment, fromHex, generalTransaction, type StateCall, toHex,
} from "@civitas/ballots";
import type { EventRecord } from "@polkadot/types/interfaces";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Chain, Receipt } from "./chain.js";
import { type Node, until } from "./node.js";

/** The prover, as the package ships it. */
export const PROVER = readFileSync(createRequire(import.meta.url).resolve("@civitas/ballots/prover.wasm"));

/** How the wallet reaches a node. */
export function stateCall(node: Node): StateCall {
	return async (method, args) => fromHex(await node.rpc<string>("state_call", method, toHex(args)));
}

/** What the wallet knows of a chain beforehand, here taken from its metadata. */
export function factsOf({ api }: Chain) {
	const [pallet, call] = api.tx.roll.enrol.callIndex;
	const enrol: [number, number] = [pallet, call];
	return { genesis: api.genesisHash.toHex(), enrol, extensions: api.registry.signedExtensions };
}

/** An enrolment as it is sent. `nonce` changes the transaction's bytes and nothing else: nobody signs. */
export function transaction(chain: Chain, enrolment: Enrolment, nonce = 0): Uint8Array {
	const { enrol, extensions } = factsOf(chain);
	const bytes = emptyExtensions(extensions);
	// Mortality comes first, then the nonce.
	bytes[1] = nonce << 2;
	return generalTransaction(Uint8Array.from([...enrol, ...encodeEnrolment(enrolment)]), bytes);
}

/**
 * Submits a transaction that nobody signs, and waits for the block. The bytes go to the node as they are: polkadot.js
 * reads such transactions, but wraps them twice when it writes them.
 */
export async function submit(chain: Chain, bytes: Uint8Array): Promise<Receipt> {
	const { api, node } = chain;
	const before = await node.best();
	const hash = await node.rpc<string>("author_submitExtrinsic", toHex(bytes));
	return until("a block with the transaction", 60, async () => {
		for (let number = before + 1; number <= (await node.best()); number++) {
			const block = await api.rpc.chain.getBlockHash(number);
			const { extrinsics } = await node
				.rpc<{ block: { extrinsics: string[] } }>("chain_getBlock", block.toHex())
				.then((signed) => signed.block);
			const index = extrinsics.findIndex((extrinsic) => blake2AsHex(extrinsic) === hash);
			if (index < 0) continue;
			const at = await api.at(block);
			const events = (await at.query.system.events()) as unknown as EventRecord[];
			const mine = events.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eqn(index));
			return new Receipt(block, mine);
		}
		return undefined;
	});
}

/** Submits what must not get past the pool, and tells why: the error's name, or the pool's own words. */
export async function refusalOf(chain: Chain, bytes: Uint8Array): Promise<string> {
	try {
		await chain.node.rpc("author_submitExtrinsic", toHex(bytes));
	} catch (error) {
		const { message } = error as Error;
		const custom = /Custom error: (\d+)/.exec(message);
		if (!custom) return message;
		const [index] = chain.api.tx.roll.enrol.callIndex;
		return chain.api.registry.findMetaError(Uint8Array.of(index, Number(custom[1]))).name;
	}
	throw new Error("the pool let the transaction in");
}

/**
 * Goes on to the first block of the next season; its idle time seals the roll and builds its ring. Answers what a
 * pallet says there.
 */
export async function goToNextSeason(chain: Chain, pallet: string): Promise<string[]> {
	const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
	await chain.advanceTo(ends);
	return (await chain.eventsOf(ends))
		.filter(({ event }) => event.section === pallet)
		.map(({ event }) => `${event.method} ${JSON.stringify(event.data.toJSON())}`);
}

/** The whole state, by raw key. */
export async function wholeState(node: Node, at?: string): Promise<Map<string, string>> {
	return new Map(await node.rpc<[string, string][]>("state_getPairs", "0x", at));
}

/** The entries that differ, as they are after; an empty value if they are no more. */
export function changes(before: Map<string, string>, after: Map<string, string>): Map<string, string> {
	const changed = new Map<string, string>();
	for (const [key, value] of after) if (before.get(key) !== value) changed.set(key, value);
	for (const key of before.keys()) if (!after.has(key)) changed.set(key, "0x");
	return changed;
}
