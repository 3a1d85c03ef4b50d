// SPDX-License-Identifier: Apache-2.0
// What the stories of the roll share: transactions that nobody signs, and everything that a block has changed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
	type BallotAccount,
	type Enrolment,
	emptyExtensions,
	encodeEnrolment,
	encodeIncomeDeclaration,
	generalTransaction,
	type HeldSecret,
	type IncomeDeclaration,
	overRpc,
	type ProverThread,
	Roll,
	type Rpc,
	Source,
	toHex,
} from "@civitas/ballots";
import type { EventRecord } from "@polkadot/types/interfaces";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Chain, type Person, Receipt } from "./chain.js";
import { type Node, until } from "./node.js";

/** The prover, as the package ships it. */
export const PROVER = readFileSync(createRequire(import.meta.url).resolve("@civitas/ballots/prover.wasm"));

/** The fewest members that a ring has on a development chain. Wallets ask for more, unless they are told. */
export const SMALL = { minimum: 2 };

/** How the wallet sends requests to a node. */
export function rpcOf(node: Node): Rpc {
	return (method, ...params) => node.rpc(method, ...params);
}

/** The chain as the wallet reads it, from a node of our own. */
export function sourceOf(node: Node): Source {
	return Source.trusted(overRpc(rpcOf(node)));
}

/** The roll as the wallet reads it, from a node of our own. */
export function rollOf(chain: Chain): Roll {
	return new Roll(sourceOf(chain.node), chain.api.genesisHash.toU8a());
}

const held = new WeakMap<ProverThread, Map<string, Promise<HeldSecret>>>();

/** Somebody's roll secret, held by a prover. */
export function secretOf(prover: ProverThread, entropy: Uint8Array): Promise<HeldSecret> {
	const secrets = held.get(prover) ?? new Map<string, Promise<HeldSecret>>();
	held.set(prover, secrets);
	const name = toHex(entropy);
	const secret = secrets.get(name) ?? prover.take(Uint8Array.from(entropy));
	secrets.set(name, secret);
	return secret;
}

/** A ballot account that agrees to its enrolment. */
export function consenting({ pair }: Person): BallotAccount {
	return { publicKey: pair.publicKey, sign: (message) => pair.sign(message, { withType: true }) };
}

/** What the wallet knows of a chain beforehand, here taken from its metadata. */
export function factsOf({ api }: Chain) {
	const [pallet, call] = api.tx.roll.enrol.callIndex;
	const enrol: [number, number] = [pallet, call];
	return { genesis: api.genesisHash.toHex(), enrol, extensions: api.registry.signedExtensions };
}

/** A transaction without a signer. The canonical `nonce` is 0. */
function general(chain: Chain, callIndex: Uint8Array, args: Uint8Array, nonce = 0): Uint8Array {
	const bytes = emptyExtensions(factsOf(chain).extensions);
	// Mortality comes first, then the nonce.
	bytes[1] = nonce << 2;
	return generalTransaction(Uint8Array.from([...callIndex, ...args]), bytes);
}

/** An enrolment as it is sent. */
export function transaction(chain: Chain, enrolment: Enrolment, nonce = 0): Uint8Array {
	return general(chain, chain.api.tx.roll.enrol.callIndex, encodeEnrolment(enrolment), nonce);
}

/** A declaration of income as it is sent. */
export function declaring(chain: Chain, declaration: IncomeDeclaration): Uint8Array {
	return general(chain, chain.api.tx.census.declareIncome.callIndex, encodeIncomeDeclaration(declaration));
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

/** Submits a transaction that the pool must refuse. Returns the name of the pallet's error, or the pool's own words. */
export async function refusalOf(chain: Chain, bytes: Uint8Array, call = chain.api.tx.roll.enrol): Promise<string> {
	try {
		await chain.node.rpc("author_submitExtrinsic", toHex(bytes));
	} catch (error) {
		const { message } = error as Error;
		const custom = /Custom error: (\d+)/.exec(message);
		if (!custom) return message;
		const [index] = call.callIndex;
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
