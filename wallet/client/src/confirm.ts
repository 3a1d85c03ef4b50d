// SPDX-License-Identifier: Apache-2.0
/**
 * Questions that name the voter's ballot account or alias.
 *
 * Ask them through the connection that sends the enrolment, which knows both anyway. Never ask them through the
 * connection that reads the rings, or a node learns which of its users the account belongs to.
 */

import { equal, joined } from "./bytes.js";
import { decodeRing, type Enrolment, encodeContext, encodeRing, type VotingContext } from "./enrolment.js";
import { RollError } from "./errors.js";
import type { Source } from "./node.js";
import { read } from "./roll.js";
import { u32 } from "./scale.js";

const CONTEXTS = ["Nation", "Residence", "Income", "Scope"];

/**
 * Checks, at a finalized block, that an account is enrolled and speaks for the alias that the wallet proved. Call it
 * before the first vote. Throws `NotEnrolled` if the enrolment is not final yet, and `WrongAlias` if the account
 * speaks for somebody else.
 */
export async function confirmEnrolment(
	source: Source,
	genesis: Uint8Array,
	enrolment: Pick<Enrolment, "season" | "context" | "ring" | "account" | "alias">,
): Promise<void> {
	const at = await source.finalized(genesis);
	const ballot = read(await source.call(at, "RollApi_enrolment", enrolment.account), (answer) =>
		answer.option(() => {
			const season = answer.u32();
			const context = CONTEXTS[answer.choice(CONTEXTS.length)];
			if (context === "Scope") answer.take(32);
			return { season, context, ring: encodeRing(decodeRing(answer)), alias: answer.take(32) };
		}),
	);
	if (ballot === undefined) throw new RollError("NotEnrolled");
	const { season, context, ring, alias } = enrolment;
	const same = ballot.season === season && ballot.context === context && equal(ballot.ring, encodeRing(ring));
	if (!same || !equal(ballot.alias, alias)) throw new RollError("WrongAlias");
}

/** What the chain knows of an alias. */
export interface AliasInfo {
	/** How many accounts it has enrolled this season: the `count` of its next enrolment. */
	used: number;
	/** The account that speaks for it. */
	account?: Uint8Array;
	/** The first block in which it can move to another account. */
	movesFrom: number;
}

/** Asks how many accounts an alias has enrolled, for a wallet that has lost count. */
export async function aliasInfo(
	source: Source,
	genesis: Uint8Array,
	season: number,
	context: VotingContext,
	alias: Uint8Array,
): Promise<AliasInfo> {
	const at = await source.finalized(genesis);
	const args = joined([u32(season), encodeContext(context), alias]);
	return read(await source.call(at, "RollApi_alias", args), (answer) => {
		return { used: answer.u32(), account: answer.option(() => answer.take(32)), movesFrom: answer.u32() };
	});
}
