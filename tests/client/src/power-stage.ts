// SPDX-License-Identifier: Apache-2.0
// Where the story of power takes place: a chain of its own for each of those who grasp at it, and how they are refused.

import assert from "node:assert/strict";
import { type Call, Chain, type Person, type Receipt, type Refused, wellKnown } from "./chain.js";
import { unchanged } from "./governance.js";
import { Node } from "./node.js";

/** What those who grasp at power would have to change. */
const STATE = [
	"Citizenship",
	"RecoveryFriends",
	"Charter",
	"Parameters",
	"Census",
	"QuadraticVoting",
	"Offices",
	"Nfts",
];

export const REASON = `0x${"11".repeat(32)}`;

/** An application, as the chain stores it. */
export interface Application {
	vouches: { voucher: number }[];
	challenge: { challenger: number; challengedAt: number } | null;
	deposit: { payer: string; amount: number };
}

export class PowerStage {
	readonly founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	/** People with money who are no citizens. */
	readonly eve = wellKnown("Eve");
	readonly ferdie = wellKnown("Ferdie");

	node!: Node;
	chain!: Chain;

	async set(): Promise<void> {
		// An archive, so that the story can be read again at its end.
		this.node = await Node.dev("--state-pruning=archive");
		this.chain = await Chain.connect(this.node);
	}

	async clear(): Promise<void> {
		await this.chain?.close();
		await this.node?.stop();
	}

	get tx() {
		return this.chain.api.tx;
	}

	get query() {
		return this.chain.api.query;
	}

	free(who: Person, call: Call): Promise<Receipt> {
		return this.chain.submitFree(who, call);
	}

	/** A call fails in its block with this error, and changes nothing but what its fee takes. */
	async refuses(who: Person, call: Call, error: string, ...more: string[]): Promise<Refused> {
		await this.awayFromTheTurn();
		const what = `${who.name}: ${call.method.section}.${call.method.method}`;
		const before = await this.chain.balance(who);
		const refused = await unchanged(this.chain, [...STATE, ...more], () => this.chain.refusalOf(who, call));
		assert.equal(refused.reason, error, what);
		const after = await this.chain.balance(who);
		assert.equal(after.held, before.held, `${what}: what is held`);
		// Alice makes the blocks and earns a part of the fees.
		if (who.name !== "Alice") assert.equal(after.free, before.free - refused.receipt.fee(), `${what}: what it costs`);
		return refused;
	}

	/** A call is refused before any block includes it, and changes nothing. */
	async poolRefuses(who: Person, call: Call, words: RegExp): Promise<void> {
		const said = await unchanged(this.chain, STATE, () => this.chain.poolRefusalOf(who, call));
		assert.match(said, words, `${who.name}: ${call.method.section}.${call.method.method}`);
	}

	/** Makes a block if the next one begins a season, in which much changes by itself. */
	private async awayFromTheTurn(): Promise<void> {
		const { ends } = (await this.chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		if ((await this.chain.now()) + 1 >= ends) await this.chain.advanceTo(ends);
	}

	/** Somebody's open application. */
	async applicationOf(who: Person): Promise<Application | null> {
		return (await this.query.citizenship.applications(who.address)).toJSON() as Application | null;
	}

	/** The first block in which somebody can be admitted. */
	async challengeEnds(who: Person): Promise<number> {
		const info = (await this.chain.api.call.citizenshipApi.application(who.address)).toJSON();
		return (info as { challengeableUntil: number }).challengeableUntil;
	}

	/** Goes to the end of the challenge period; then a stranger admits the applicant, free of charge. */
	async admit(who: Person): Promise<number> {
		await this.chain.advanceTo(await this.challengeEnds(who));
		await this.free(this.ferdie, this.tx.citizenship.admit(who.address));
		return (await this.chain.citizenId(who)) as number;
	}
}
