// SPDX-License-Identifier: Apache-2.0
// What an upgrade is: the runtimes before and after it, how it is applied, and what can be seen of it from outside.

import assert from "node:assert/strict";
import type { Chain, Person } from "./chain.js";
import { founded } from "./first-runtime.js";
import { type Node, until } from "./node.js";
import { prefix } from "./recount.js";
import { wholeState } from "./roll.js";
import { changedSpec } from "./specs.js";

/** The key of the runtime in the state. */
export const CODE = "0x3a636f6465";

/** The item of each pallet that says how it stores what it does. */
const LAYOUT = ":__STORAGE_VERSION__:";

/** The spec of a development chain with the earlier runtime, and the runtime that it would begin with today. */
async function founding(): Promise<{ spec: string; upgrade: Uint8Array }> {
	let upgrade: Uint8Array = new Uint8Array();
	const spec = await changedSpec((genesis) => {
		upgrade = founded(genesis);
		// Two polls fit a season, so that the ballot accounts need one enrolment.
		genesis.patch.founding.seasonLength = 400;
	});
	return { spec, upgrade };
}

/** The spec, and the upgrade, of this run. */
export const begun = await founding();
export const { upgrade } = begun;

/** The runtime of a chain, in its newest state. */
export async function codeOf(node: Node): Promise<Uint8Array> {
	return bytes(await node.rpc<string>("state_getStorage", CODE));
}

export function versionOf(node: Node, at?: string): Promise<Version> {
	return node.rpc<Version>("state_getRuntimeVersion", at);
}

/**
 * Lets somebody apply the authorised runtime, and answers the block that changes it. polkadot.js 16.5 is not asked to
 * watch: it may read that block's events by the new runtime's types, and fail.
 */
export async function applied({ api, node }: Chain, who: Person): Promise<number> {
	const { specVersion: old } = await versionOf(node);
	const signed = await api.tx.system.applyAuthorizedUpgrade(hex(upgrade)).signAsync(who.pair, { nonce: -1 });
	await node.rpc("author_submitExtrinsic", signed.toHex());
	const renewed = async (block: number) => (await versionOf(node, await node.hash(block))).specVersion > old;
	let block = await until("the version has moved", 120, async () => {
		const best = await node.best();
		return (await renewed(best)) && best;
	});
	while (await renewed(block - 1)) block--;
	return block;
}

/** The pallets' storage versions, by key. */
export async function layouts(node: Node): Promise<[string, string][]> {
	const end = prefix("", LAYOUT).slice(34);
	return [...(await wholeState(node))].filter(([key]) => key.length === 66 && key.endsWith(end)).sort();
}

/** The metadata, but for the nonce that a new account begins with: that is another one in each block. */
export function metadata({ api }: Chain): object {
	const { pallets, ...rest } = JSON.parse(JSON.stringify(api.runtimeMetadata.asLatest)) as { pallets: any[] };
	const account = pallets.flatMap(({ storage }) => storage?.items ?? []).find(({ name }) => name === "Account");
	assert.ok(account?.fallback);
	delete account.fallback;
	return { ...rest, pallets };
}

export interface Version {
	specName: string;
	specVersion: number;
	transactionVersion: number;
}

/** The names of the pallets' items by the start of their keys, as the metadata knows them. */
export function itemNames({ api }: Chain): Map<string, string> {
	const names = new Map([[CODE, "code"]]);
	for (const { storage } of api.runtimeMetadata.asLatest.pallets) {
		if (storage.isNone) continue;
		const pallet = storage.unwrap().prefix.toString();
		names.set(prefix(pallet, LAYOUT), `${pallet} layout`);
		for (const { name } of storage.unwrap().items) names.set(prefix(pallet, name.toString()), `${pallet}.${name}`);
	}
	return names;
}

/** The pallet and the item that a key of storage belongs to. */
export function itemOf(key: string): string {
	return key.slice(0, 66);
}

function bytes(hex: string): Uint8Array {
	return Buffer.from(hex.slice(2), "hex");
}

export function hex(bytes: Uint8Array): string {
	return `0x${Buffer.from(bytes).toString("hex")}`;
}
