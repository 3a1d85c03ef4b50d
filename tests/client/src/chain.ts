// SPDX-License-Identifier: Apache-2.0
// What an ordinary polkadot.js client does: connect, sign, submit, wait, read.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { ApiPromise, Keyring, WsProvider } from "@polkadot/api";
import type { SubmittableExtrinsic } from "@polkadot/api/types";
import type { AccountInfo, DispatchError, EventRecord, Hash } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import { blake2AsU8a, cryptoWaitReady } from "@polkadot/util-crypto";
import { member_from_entropy, sign } from "verifiablejs/nodejs";
import type { Node } from "./node.js";

await cryptoWaitReady();

export type Call = SubmittableExtrinsic<"promise">;
export type Pair = ReturnType<Keyring["addFromUri"]>;

/** One CIV, the currency's unit with twelve decimals. */
export const CIV = 1_000_000_000_000n;

/** A call that a block includes, and that fails there. */
export class Refused extends Error {
	constructor(
		/** Pallet and error: `citizenship.OutdatedCharter`. */
		readonly reason: string,
		/** What a wallet shows. */
		readonly explanation: string,
		readonly receipt: Receipt,
	) {
		super(`${reason}: ${explanation}`);
	}
}

/** What is known about a transaction once a block includes it. */
export class Receipt {
	constructor(
		readonly block: Hash,
		readonly events: EventRecord[],
	) {}

	/** The fields of the first event `pallet.Event`, if it is among them. */
	event(name: string): Codec[] | undefined {
		const record = this.events.find(({ event }) => `${event.section}.${event.method}` === name);
		return record && [...record.event.data];
	}

	/** The names of all events. */
	names(): string[] {
		return this.events.map(({ event }) => `${event.section}.${event.method}`);
	}

	/** What the transaction cost. */
	fee(): bigint {
		const paid = this.event("transactionPayment.TransactionFeePaid");
		return paid ? BigInt(paid[1].toString()) : 0n;
	}
}

/** A person: an ordinary sr25519 account and, apart from it, a roll key's secret. */
export class Person {
	constructor(
		readonly name: string,
		readonly pair: Pair,
		/** The roll key's secret. */
		public entropy: Uint8Array = randomBytes(32),
	) {}

	get address(): string {
		return this.pair.address;
	}

	get rollKey(): Uint8Array {
		return member_from_entropy(this.entropy);
	}

	/** A signature by the roll key's secret. */
	signWithRollKey(message: Uint8Array): Uint8Array {
		return sign(this.entropy, message);
	}
}

/** Somebody who has just made an account, and a roll key with it. */
export function newPerson(name: string): Person {
	return new Person(name, new Keyring({ type: "sr25519" }).addFromSeed(randomBytes(32)));
}

/** One of the well-known development accounts. Everybody knows the roll secrets of the citizens among them, too. */
export function wellKnown(name: string): Person {
	const entropy = blake2AsU8a(`civitas/dev-roll-key/${name}`);
	return new Person(name, new Keyring({ type: "sr25519" }).addFromUri(`//${name}`), entropy);
}

export class Chain {
	private constructor(
		readonly node: Node,
		readonly api: ApiPromise,
	) {}

	static async connect(node: Node): Promise<Chain> {
		const api = await ApiPromise.create({ provider: new WsProvider(node.ws), noInitWarn: true });
		return new Chain(node, api);
	}

	async close(): Promise<void> {
		await this.api.disconnect();
	}

	/** Signs and submits, and waits for the block. Throws [`Refused`] if the call fails, or what the pool says. */
	async submit(who: Person, call: Call, seconds = 60): Promise<Receipt> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(
				() => reject(new Error(`no block includes the call within ${seconds} s`)),
				seconds * 1000,
			);
			const finish = (done: () => void) => {
				clearTimeout(timer);
				done();
			};
			call
				.signAndSend(who.pair, { nonce: -1 }, ({ status, events, dispatchError, isError }) => {
					if (isError) return finish(() => reject(new Error(`the pool has dropped the call: ${status.type}`)));
					// A block that is final at once is told as nothing else.
					if (!status.isInBlock && !status.isFinalized) return;
					const block = status.isInBlock ? status.asInBlock : status.asFinalized;
					const receipt = new Receipt(block, events);
					if (!dispatchError) return finish(() => resolve(receipt));
					finish(() => reject(this.refusal(dispatchError, receipt)));
				})
				.catch((error: Error) => finish(() => reject(error)));
		});
	}

	/** Submits a call that must be included, and have no fee. */
	async submitWithoutFee(who: Person, call: Call): Promise<Receipt> {
		const receipt = await this.submit(who, call);
		assert.equal(receipt.fee(), 0n, `${who.name} paid for ${call.method.section}.${call.method.method}`);
		return receipt;
	}

	/** Submits a call that must be included and cost nothing: what one owns is as before. */
	async submitFree(who: Person, call: Call): Promise<Receipt> {
		const before = await this.balance(who);
		const receipt = await this.submitWithoutFee(who, call);
		assert.deepEqual(await this.balance(who), before, `${who.name}'s balance`);
		return receipt;
	}

	/** Submits a call that must fail in the block, and tells why it did. */
	async refusalOf(who: Person, call: Call): Promise<Refused> {
		try {
			await this.submit(who, call);
		} catch (error) {
			if (error instanceof Refused) return error;
			throw error;
		}
		throw new Error(`the call was accepted: ${call.method.section}.${call.method.method}`);
	}

	/** Submits a call that must not get past the pool, and tells what the pool says. */
	async poolRefusalOf(who: Person, call: Call): Promise<string> {
		// The client also prints what it is refused; here that is no news.
		const { error: print } = console;
		console.error = () => {};
		try {
			await this.submit(who, call);
		} catch (error) {
			if (error instanceof Error && !(error instanceof Refused)) return error.message;
			throw error;
		} finally {
			console.error = print;
		}
		throw new Error(`the pool let the call in: ${call.method.section}.${call.method.method}`);
	}

	/** Names a dispatch error: `pallet.Error`, or what the chain itself says. */
	reasonOf(error: DispatchError): string {
		if (!error.isModule) {
			const detail = error.isToken ? `.${error.asToken.type}` : error.isArithmetic ? `.${error.asArithmetic.type}` : "";
			return error.type + detail;
		}
		const { section, name } = this.api.registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}

	private refusal(error: DispatchError, receipt: Receipt): Refused {
		const docs = error.isModule ? this.api.registry.findMetaError(error.asModule).docs : [];
		return new Refused(this.reasonOf(error), docs.join(" ").trim(), receipt);
	}

	/** The events of block `number`. */
	async eventsOf(number: number): Promise<EventRecord[]> {
		const block = await this.node.hash(number);
		const key = this.api.query.system.events.key();
		const events = await this.node.rpc<string | null>("state_getStorage", key, block);
		return [...this.api.createType("Vec<FrameSystemEventRecord>", events ?? "0x00")] as unknown as EventRecord[];
	}

	/** The number of the newest block. */
	async now(): Promise<number> {
		return this.node.best();
	}

	/** Makes empty blocks up to and including block `number`. */
	async advanceTo(number: number): Promise<void> {
		await this.node.seal(Math.max(0, number - (await this.now())));
	}

	/** What an account owns: to spend, and held. */
	async balance(who: Person): Promise<{ free: bigint; held: bigint }> {
		const { data } = (await this.api.query.system.account(who.address)) as unknown as AccountInfo;
		return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
	}

	/** Everything stored by a pallet, by raw key. */
	async stateOf(prefix: string, at?: string): Promise<Map<string, string>> {
		const state = new Map<string, string>();
		for (const key of await this.keys(prefix, at)) {
			const value = await this.node.rpc<string | null>("state_getStorage", key, at);
			if (value !== null) state.set(key, value);
		}
		return state;
	}

	/** Every raw key below a prefix, page by page. */
	async keys(prefix: string, at?: string): Promise<string[]> {
		const all: string[] = [];
		for (;;) {
			const page = await this.node.rpc<string[]>("state_getKeysPaged", prefix, 100, all.at(-1) ?? null, at);
			all.push(...page);
			if (page.length < 100) return all;
		}
	}

	/** The arguments of `citizenship.apply` for a person: with a sponsor's deposit if there is one. */
	async application(who: Person, charter?: Codec | object): Promise<Call> {
		const { charter: constitution } = this.api.query;
		const message = this.bytes(await this.api.call.citizenshipApi.possessionMessage(who.address, who.rollKey));
		const proof = who.signWithRollKey(message);
		const sponsorship = await this.api.query.citizenship.sponsorships(who.address);
		const deposit = sponsorship.isEmpty ? "Own" : "Sponsored";
		const accepted = charter ?? (await constitution.inForce());
		return this.api.tx.citizenship.apply(accepted, who.rollKey, proof, randomBytes(32), deposit);
	}

	/** Bytes that a runtime API answers. polkadot.js leaves the length in front of them; decoding again removes it. */
	bytes(answer: Codec): Uint8Array {
		return this.api.createType("Bytes", answer.toU8a(true)).toU8a(true);
	}

	/** The number of the citizen behind an account, if there is one. */
	async citizenId(who: Person): Promise<number | undefined> {
		const id = await this.api.query.citizenship.citizenIds(who.address);
		return id.isEmpty ? undefined : Number(id.toString());
	}
}
