// SPDX-License-Identifier: Apache-2.0
/**
 * Why the roll cannot be used as asked.
 *
 * About the nodes:
 * - `DishonestNode`: an answer is malformed, or does not fit the others.
 * - `Disagreement`: nodes answer differently.
 * - `WrongChain`: a node serves another chain.
 *
 * About the roll:
 * - `NotOpen`: the roll is being sealed. Try again in some blocks.
 * - `SeasonTurned`: the seat is of a season that is over.
 * - `NotSeated`: no ring of this season has the secret's key.
 * - `NotBuilt`: not all rings are ready. Try again in some blocks.
 * - `RingTooSmall`: the ring has too few members to hide one.
 * - `TooLarge`: all rings together are more than the wallet may fetch.
 *
 * About the ballot account:
 * - `AccountUsed`: a proof was already made for this account.
 * - `NotEnrolled`: the account is not enrolled, as far as finalized blocks say.
 * - `WrongAlias`: the account speaks for somebody else.
 */
export type RollReason =
	| "DishonestNode"
	| "Disagreement"
	| "WrongChain"
	| "NotOpen"
	| "SeasonTurned"
	| "NotSeated"
	| "NotBuilt"
	| "RingTooSmall"
	| "TooLarge"
	| "AccountUsed"
	| "NotEnrolled"
	| "WrongAlias";

const EXPLANATIONS: Record<RollReason, string> = {
	DishonestNode: "A node gave an answer that cannot be right. Use another node.",
	Disagreement: "The nodes give different answers. Use other nodes.",
	WrongChain: "A node serves another chain. Use a node of this chain.",
	NotOpen: "The roll of this season is being sealed. Try again in some minutes.",
	SeasonTurned: "A new season has begun. Find your seat again.",
	NotSeated: "Your key is not on the roll of this season. It votes from the season after its registration.",
	NotBuilt: "The rings of this season are not ready yet. Try again in some minutes.",
	RingTooSmall: "Your ring is too small to keep your vote secret. Wait for a season with more members.",
	TooLarge: "The roll is larger than the wallet may fetch. Raise the limit.",
	AccountUsed: "A proof was already made for this account. Use a fresh one.",
	NotEnrolled: "The account is not enrolled yet. Wait for a finalized block.",
	WrongAlias: "The account speaks for somebody else. Do not vote with it: enrol a fresh one.",
};

/** The roll cannot be used as asked. */
export class RollError extends Error {
	constructor(readonly reason: RollReason) {
		super(EXPLANATIONS[reason]);
		this.name = "RollError";
	}
}
