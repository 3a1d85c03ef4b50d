// SPDX-License-Identifier: Apache-2.0
// What the stories of governance share: referenda from proposal to enactment, votes, the founder, the chain of hashes.

import assert from "node:assert/strict";
import type { Option, Result } from "@polkadot/types";
import type { DispatchError, Call as RuntimeCall } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import { blake2AsHex, blake2AsU8a } from "@polkadot/util-crypto";
import type { Call, Chain, Person, Receipt } from "./chain.js";
import { prefix } from "./recount.js";

/** What a referendum speaks as. The names are those of the runtime's metadata. */
export const ORIGIN = {
	entrenched: { system: "Root" },
	charter: { Origins: "CharterAmendment" },
	law: { Origins: "Law" },
	spending: { Origins: "Spending" },
	justice: { Origins: "Justice" },
	appointment: { Origins: "Appointment" },
} as const;

/** A version of the charter: its number and its hash. */
export interface CharterRef {
	version: number;
	hash: string;
}

/** One vote of a person: so many for or against. */
export type Vote = { Aye: number } | { Nay: number };

/** A tally, as the chain stores it. */
export interface Tally {
	ayes: number;
	nays: number;
	support: number;
	opposition: number;
	panel: { ayes: number; reserved: number; nays: number; seats: number };
	season: number;
	electorate: { secret?: { members: number | null }; open?: { citizens: number; newcomers: number } };
}

/** What is stored of an open poll, by the stock pallet's names. */
export interface Ongoing {
	track: number;
	origin: object;
	proposal: { lookup?: { hash: string; len: number }; inline?: string };
	enactment: object;
	submitted: number;
	submissionDeposit: { who: string; amount: number };
	decisionDeposit: { who: string; amount: number } | null;
	deciding: { since: number; confirming: number | null } | null;
	tally: Tally;
	inQueue: boolean;
}

/** The charter in force, now or after a block. */
export async function charter(chain: Chain, block?: number): Promise<CharterRef> {
	const then = block === undefined ? chain.api : await chain.api.at((await chain.node.hash(block)) as string);
	return (await then.call.charterApi.charter()).toJSON() as unknown as CharterRef;
}

/** Another text for an article. */
export function replace(number: number, text: string): object {
	return { Replace: { number, text } };
}

/** What an amendment is written for: the articles that it touches with their versions, the parameters with their values. */
export interface Base {
	articles: [number, number][];
	parameters: unknown[];
}

/** What an amendment of the charter in force must name. Nothing, if there is no such charter. */
export async function baseFor(chain: Chain, changes: object[], parameters: object[] = []): Promise<Base | Codec> {
	const answer = (await chain.api.call.charterApi.baseFor(changes, parameters)) as unknown as Result<Codec, Codec>;
	return answer.isOk ? answer.asOk : { articles: [], parameters: [] };
}

/** The call that amends the charter in force, unless another base is given. */
export async function amendment(
	chain: Chain,
	changes: object[],
	base?: Base,
	parameters: object[] = [],
): Promise<Call> {
	return chain.api.tx.charter.amend(base ?? (await baseFor(chain, changes, parameters)), changes, parameters);
}

/** The call that announces an amendment of the charter in force. */
export async function announcement(chain: Chain, changes: object[]): Promise<Call> {
	return chain.api.tx.charter.announce(await baseFor(chain, changes), changes, []);
}

/** Keeps bytes on the chain for all to read, as a preimage. Answers what they are looked up by. */
export async function publish(chain: Chain, who: Person, bytes: Uint8Array): Promise<{ hash: string; len: number }> {
	await chain.submit(who, chain.api.tx.preimage.notePreimage(`0x${Buffer.from(bytes).toString("hex")}`));
	return { hash: blake2AsHex(bytes), len: bytes.length };
}

/** The longest call that stands in the proposal itself, in bytes. */
const INLINE = 128;

/** Puts a call to the vote; what is too long to stand in the proposal is published. Answers the poll's number. */
export async function submitPoll(
	chain: Chain,
	author: Person,
	origin: object,
	call: Call,
	moment: object = { After: 0 },
): Promise<number> {
	const bytes = call.method.toU8a();
	const isShort = bytes.length <= INLINE;
	const proposal = isShort ? { Inline: call.method.toHex() } : { Lookup: await publish(chain, author, bytes) };
	const receipt = await chain.submit(author, chain.api.tx.referenda.submit(origin, proposal, moment));
	return Number(receipt.event("referenda.Submitted")?.[0]);
}

/** As [`submitPoll`], with the deposit for the decision. */
export async function propose(
	chain: Chain,
	author: Person,
	depositor: Person,
	origin: object,
	call: Call,
	moment?: object,
): Promise<number> {
	const poll = await submitPoll(chain, author, origin, call, moment);
	await chain.submit(depositor, chain.api.tx.referenda.placeDecisionDeposit(poll));
	return poll;
}

/** Reads a proposal's call back from the chain, as anyone can. */
export async function proposalOf(chain: Chain, { proposal }: Pick<Ongoing, "proposal">): Promise<RuntimeCall> {
	if (proposal.inline !== undefined) return chain.api.createType("Call", proposal.inline);
	const { hash, len } = proposal.lookup as { hash: string; len: number };
	return chain.api.createType("Call", await preimage(chain, hash, len));
}

/** The bytes that are kept under a hash. */
export async function preimage(chain: Chain, hash: string, len: number): Promise<Uint8Array> {
	const kept = (await chain.api.query.preimage.preimageFor([hash, len])) as Option<Codec>;
	return kept.unwrap().toU8a(true);
}

/** A poll's state: `Ongoing`, `Approved`, `Rejected` and so on, and what is stored with it. */
export async function pollInfo(chain: Chain, poll: number): Promise<{ state: string; value: unknown }> {
	const info = (await chain.api.query.referenda.referendumInfoFor(poll)) as Option<Codec & { type: string }>;
	const json = info.unwrap().toJSON() as Record<string, unknown>;
	return { state: info.unwrap().type, value: Object.values(json)[0] };
}

/** What is stored of an open poll. */
export async function ongoing(chain: Chain, poll: number): Promise<Ongoing> {
	const { state, value } = await pollInfo(chain, poll);
	assert.equal(state, "Ongoing", `poll ${poll}`);
	return value as Ongoing;
}

/** A ballot account votes, free of charge. */
export function vote(chain: Chain, ballot: Person, poll: number, how: Vote): Promise<Receipt> {
	return chain.submitFree(ballot, chain.api.tx.quadraticVoting.vote(poll, how));
}

/** Ballot accounts vote in one poll, all at once. */
export async function voteAll(chain: Chain, poll: number, votes: readonly (readonly [Person, Vote])[]): Promise<void> {
	await Promise.all(votes.map(([ballot, how]) => vote(chain, ballot, poll, how)));
}

/** What a wallet shows of a purse. */
export interface Purse {
	credits: number;
	spent: number;
	left: number;
	freeActsLeft: number;
}

/** The voice credits of a ballot account for the polls of a season. */
export async function purse(chain: Chain, ballot: Person, season: number): Promise<Purse> {
	const info = (await chain.api.call.votingApi.purse(ballot.address, season)).toJSON() as unknown as Purse;
	const { credits, spent, left, freeActsLeft } = info;
	return { credits, spent, left, freeActsLeft };
}

/** Why a vote, or with `null` its removal, would be refused, as wallets learn it beforehand. */
export async function voteRefusal(chain: Chain, ballot: Person, poll: number, how: Vote | null): Promise<string> {
	const answer = (await chain.api.call.votingApi.checkVote(ballot.address, poll, how)) as unknown as {
		isErr: boolean;
		asErr: DispatchError;
	};
	return answer.isErr ? chain.reasonOf(answer.asErr) : "Ok";
}

/** Makes blocks until the poll is over, and answers how and in which block it ended. */
export async function decided(chain: Chain, poll: number, within = 120): Promise<{ state: string; at: number }> {
	for (let blocks = 0; blocks <= within; blocks++) {
		const { state, value } = await pollInfo(chain, poll);
		if (state !== "Ongoing") return { state, at: (value as [number])[0] };
		await chain.node.seal();
	}
	throw new Error(`poll ${poll} is still open after ${within} blocks`);
}

/** What became of a passed poll's call. */
export interface Enactment {
	at: number;
	/** `Ok`, or why the call has failed. */
	result: string;
	/** The names of all events of the block. */
	events: string[];
}

/** Makes blocks until the scheduler has dispatched the call of a poll, which must pass. Needs an archive. */
export async function enacted(chain: Chain, poll: number): Promise<Enactment> {
	const { state, at: approved } = await decided(chain, poll);
	assert.equal(state, "Approved", `poll ${poll}`);
	// How the stock pallet names the task.
	const name = chain.api.createType("([u8; 8], Text, u32)", ["assembly", "enactment", poll]);
	const id = blake2AsHex(name.toU8a());
	const then = await chain.api.at((await chain.node.hash(approved)) as string);
	const [at] = ((await then.query.scheduler.lookup(id)) as Option<Codec>).unwrap().toJSON() as [number, number];
	await chain.advanceTo(at);
	const events = await chain.eventsOf(at);
	const dispatched = events.find(({ event }) => {
		return event.section === "scheduler" && event.method === "Dispatched" && event.data[1].toString() === id;
	});
	assert.ok(dispatched, `the call of poll ${poll} is dispatched in block ${at}`);
	const result = dispatched.event.data[2] as unknown as { isErr: boolean; asErr: DispatchError };
	return {
		at,
		result: result.isErr ? chain.reasonOf(result.asErr) : "Ok",
		events: events.map(({ event }) => `${event.section}.${event.method}`),
	};
}

/** The blocks from `from` to `to` in which the stock pallet says this of a poll. */
export async function blocksOf(chain: Chain, event: string, poll: number, from: number, to: number): Promise<number[]> {
	const found: number[] = [];
	for (let block = from; block <= to; block++) {
		const said = (await chain.eventsOf(block)).some((it) => {
			const { section, method, data } = it.event;
			return section === "referenda" && method === event && Number(data[0]) === poll;
		});
		if (said) found.push(block);
	}
	return found;
}

/** The first event `pallet.Event` of a block, field by field. */
export async function eventIn(chain: Chain, block: number, name: string): Promise<Codec[]> {
	const found = (await chain.eventsOf(block)).find(({ event }) => `${event.section}.${event.method}` === name);
	assert.ok(found, `${name} in block ${block}`);
	return [...found.event.data];
}

/** The founder, the tier and what is left of the founder's powers. */
export async function founderInfo(chain: Chain): Promise<{ founder: number | null; tier: string; powers: string[] }> {
	const { founder, tier, powers } = (await chain.api.call.charterApi.founder()).toJSON() as unknown as {
		founder: number | null;
		tier: string;
		powers: string[];
	};
	return { founder, tier, powers };
}

/** All that these pallets store is the same after `act` as before. */
export async function unchanged<T>(chain: Chain, pallets: string[], act: () => Promise<T>): Promise<T> {
	const state = () => Promise.all(pallets.map((pallet) => chain.stateOf(prefix(pallet))));
	const before = await state();
	const result = await act();
	assert.deepEqual(await state(), before, `what ${pallets.join(" and ")} store`);
	return result;
}

/** An article as of one version. */
export interface Article {
	since: number;
	title: string;
	text: string;
	entrenchment: "Ordinary" | "Entrenched";
	status: "InForce" | "Repealed";
}

/** An article as of one of its versions, or of its last. */
export async function article(
	chain: Chain,
	number: number,
	version: number | null = null,
): Promise<Article & { version: number }> {
	const info = (await chain.api.call.charterApi.article(number, version)) as Option<Codec>;
	const { version: found, article } = info.unwrap().toJSON() as unknown as { version: number; article: Article };
	const words = (hex: string) => Buffer.from(hex.slice(2), "hex").toString();
	return { ...article, version: found, title: words(article.title), text: words(article.text) };
}

/**
 * The hash of a version, worked out by hand: Blake2-256 over the hash before it and what it changed, each field as the
 * pallet's documentation says. `parameters` are the bytes of those that it set, none if left out.
 */
export function versionHash(
	previous: string,
	version: number,
	articles: readonly (readonly [number, number, Article])[],
	parameters: Uint8Array = compact(0),
): string {
	const parts: Buffer[] = [Buffer.from(previous.slice(2), "hex"), u32(version), compact(articles.length)];
	for (const [number, articleVersion, { since, title, text, entrenchment, status }] of articles) {
		parts.push(u32(number), u32(articleVersion), u32(since));
		for (const words of [title, text]) parts.push(compact(Buffer.byteLength(words)), Buffer.from(words));
		parts.push(Buffer.of(["Ordinary", "Entrenched"].indexOf(entrenchment), ["InForce", "Repealed"].indexOf(status)));
	}
	parts.push(Buffer.from(parameters));
	return `0x${Buffer.from(blake2AsU8a(Buffer.concat(parts))).toString("hex")}`;
}

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

/** A length in SCALE's compact form, up to 2^30. */
function compact(value: number): Buffer {
	if (value < 1 << 6) return Buffer.of(value << 2);
	if (value < 1 << 14) return Buffer.of(((value & 0x3f) << 2) | 1, value >> 6);
	return u32(value * 4 + 2);
}
