// SPDX-License-Identifier: Apache-2.0
/**
 * The roll as a wallet uses it: fetch all rings, find the own seat, prove.
 *
 * Nothing that this asks depends on who asks: any two voters send the same requests.
 */

import { equal, exactly, fromHex, joined, toHex, wipe } from "./bytes.js";
import {
	type Context,
	consentMessage,
	contextBytes,
	decodeRing,
	type Enrolment,
	enrolmentMessage,
	type IncomeDeclaration,
	incomeMessage,
	type NextKey,
	possessionMessage,
	type RingId,
	type VotingContext,
} from "./enrolment.js";
import { RollError } from "./errors.js";
import type { Block, Source } from "./node.js";
import type { HeldSecret, MembershipProof } from "./prover.js";
import { type RandomInteger, randomInteger, shuffled } from "./random.js";
import { Malformed, Reader, u32, u64 } from "./scale.js";

/** The roll of the season, at a finalized block. */
export interface RollState {
	/** The block at which the nodes were asked. */
	at: Block;
	season: number;
	/** The first block of the season, and of the next one. */
	starts: number;
	ends: number;
	/** Whether the seats are fixed. Before that, nobody can enrol. */
	open: boolean;
	/** Whether every ring is ready. */
	complete: boolean;
	/** How many rings the nation has. */
	rings: number;
	/** How many members these rings have. */
	members: number;
	/** The fewest members with which the chain accepts a ring. */
	minimum: number;
}

/** Whether a ring is ready: `Built` rings are. */
export type RingStatus = "Built" | "Unbuilt" | "Unsealed" | "TooSmall";

/** A ring of this season. Its keys are checked against its commitment when it becomes a `Seat`. */
export interface Ring {
	season: number;
	ring: RingId;
	status: RingStatus;
	/** The keys of the members, in the order of the commitment. */
	keys: Uint8Array[];
	/** What the chain checks proofs against, if it is computed. */
	commitment?: Uint8Array;
}

/** A checked ring with a seat of ours. */
export interface Seat extends Ring {
	/** The secret whose key sits there. */
	secret: HeldSecret;
}

/** What proves: `Prover` or `ProverThread`. */
export interface Proves {
	rollKey(secret: HeldSecret): Uint8Array | Promise<Uint8Array>;
	sign(secret: HeldSecret, message: Uint8Array): Uint8Array | Promise<Uint8Array>;
	commitment(keys: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>;
	prove(
		secret: HeldSecret,
		keys: readonly Uint8Array[],
		context: Uint8Array,
		message: Uint8Array,
	): MembershipProof | Promise<MembershipProof>;
}

/** A fresh account that is to vote. It has never received money from its owner, nor signed anything of theirs. */
export interface BallotAccount {
	/** 32 bytes. */
	publicKey: Uint8Array;
	/** Signs these bytes, or the same wrapped in `<Bytes>`, and returns a `MultiSignature`: see `multiSignature`. */
	sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** The accounts for which proofs were made, as hexadecimal digits. A wallet stores them for two seasons. */
export interface UsedAccounts {
	has(account: string): boolean | Promise<boolean>;
	add(account: string): unknown;
}

/** What `Roll` needs besides a source. */
export interface RollOptions {
	/** Where used accounts are noted: a `Set`, unless the wallet stores them. */
	usedAccounts?: UsedAccounts;
	/** The last season that the wallet knows of. Nodes that name an earlier one are refused. */
	knownSeason?: number;
	/** Decides the order of requests. For tests. */
	random?: RandomInteger;
}

/** Which rings to fetch: those of the nation, or those of all cells. */
export type Where = "nation" | "cells";

/** What to fetch. */
export interface FetchOptions {
	where?: Where;
	/** The most bytes that the rings may have in all: 64 MiB, unless you say otherwise. Two million citizens fit. */
	limit?: number;
}

/** What to prove. */
export interface ProofOptions {
	/**
	 * How many accounts the alias has enrolled this season in this context, or how many declarations it has made: 0
	 * the first time. Wallets keep count; one that has lost count asks `aliasInfo`.
	 */
	count?: number;
	/** The fewest members that the ring must have. The chain's own minimum holds as well. */
	minimum?: number;
}

/** The fewest members that a ring must have, unless the caller says otherwise. */
export const MINIMUM_RING = 16;

const SEASON_KEY = fromHex("0xce284eb1017b837966325480cfc0f0094b4ef51261dd3c448e5ad5ab41626d6d");
const BATCH = 16,
	PAGE = 256,
	AT_ONCE = 4,
	LIMIT = 64 * 2 ** 20;
const COMMITMENT = 288,
	KEY = 32,
	CAPACITY = 255;
const OPEN = 3,
	PHASES = 4;
const STATUSES: readonly RingStatus[] = ["Built", "Unbuilt", "Unsealed", "TooSmall"];

/** Reads the roll of one chain, and proves with what it has read. */
export class Roll {
	private readonly used: UsedAccounts;
	private readonly random: RandomInteger;
	private knownSeason: number;

	/** `genesis` is the hash of the chain's first block. It must not come from the nodes of `source`. */
	constructor(
		private readonly source: Source,
		private readonly genesis: Uint8Array,
		{ usedAccounts = new Set(), knownSeason = 0, random = randomInteger }: RollOptions = {},
	) {
		exactly(genesis, 32);
		this.used = usedAccounts;
		this.random = random;
		this.knownSeason = knownSeason;
	}

	/** The roll at the newest finalized block. Refuses nodes whose season does not fit the calendar of that block. */
	async state(): Promise<RollState> {
		const at = await this.source.finalized(this.genesis);
		const stored = await this.source.storage(at, SEASON_KEY);
		// Nothing is stored before the first turn.
		const written =
			stored.length === 0
				? { season: 0, starts: 0 }
				: read(stored, (answer) => {
						return { season: answer.u32(), starts: answer.u32() };
					});
		const calendar = await this.ask(at, "SeasonsApi_season", [], (answer) => {
			return { season: answer.u32(), starts: answer.u32(), ends: answer.u32() };
		});
		const roll = await this.ask(at, "RollApi_roll", [], (answer) => {
			const season = answer.u32();
			const open = answer.choice(PHASES) === OPEN;
			const [rings, members] = [answer.u32(), answer.u32()];
			const complete = answer.choice(2) === 1;
			answer.u64();
			const minimum = answer.u32();
			answer.u32();
			return { season, open, rings, members, complete, minimum };
		});
		const { season, starts, ends } = calendar;
		const agreed = written.season === season && written.starts === starts && roll.season === season;
		if (!agreed || at.number < starts || at.number >= ends || season < this.knownSeason)
			throw new RollError("DishonestNode");
		this.knownSeason = season;
		return { at, starts, ends, ...roll };
	}

	/** All rings of this season. Keys are not checked yet: see `seatIn`. */
	async rings(options: FetchOptions = {}): Promise<Ring[]> {
		const rings: Ring[] = [];
		await this.fetchAll(options, (ring) => rings.push(ring));
		return rings;
	}

	/**
	 * Finds the ring with a seat of ours. Name one secret, or several of which any may be seated, the newest first: see
	 * `RollSecrets.candidates`. Fetches all rings, in random order and to the end, so nobody learns which one is ours.
	 */
	async find(secrets: HeldSecret | readonly HeldSecret[], prover: Proves, options: FetchOptions = {}): Promise<Seat> {
		const candidates = "held" in secrets ? [secrets] : secrets;
		const keys = await Promise.all(candidates.map((secret) => prover.rollKey(secret)));
		const found: (Ring | undefined)[] = keys.map(() => undefined);
		await this.fetchAll(options, (ring) => {
			keys.forEach((key, i) => {
				if (!ring.keys.some((other) => equal(other, key))) return;
				// A key has one seat in the nation, and one in all cells.
				if (found[i] !== undefined) throw new RollError("DishonestNode");
				found[i] = ring;
			});
		});
		const first = found.findIndex((ring) => ring !== undefined);
		const ring = found[first];
		if (ring === undefined) throw new RollError("NotSeated");
		return this.seatIn(ring, candidates[first], prover);
	}

	/** Checks that a ring's keys make its commitment and that the secret's key is one of them. Asks no node. */
	async seatIn(ring: Ring, secret: HeldSecret, prover: Pick<Proves, "rollKey" | "commitment">): Promise<Seat> {
		const key = await prover.rollKey(secret);
		if (!ring.keys.some((other) => equal(other, key))) throw new RollError("NotSeated");
		if (ring.status === "Unbuilt" || ring.status === "Unsealed") throw new RollError("NotBuilt");
		if (ring.status === "TooSmall") throw new RollError("RingTooSmall");
		const commitment = await commitmentOf(ring.keys, prover);
		if (ring.commitment === undefined || !equal(commitment, ring.commitment)) throw new RollError("DishonestNode");
		return { ...ring, secret };
	}

	/**
	 * Proves and signs what enrols `account` for the votes of this season. Encode it with `encodeEnrolment` and send it
	 * within 25 minutes. If the chain refuses it, prove again with a fresh account: this one is never used again.
	 */
	async enrolment(
		seat: Seat,
		account: BallotAccount,
		prover: Pick<Proves, "prove">,
		options: ProofOptions = {},
	): Promise<Enrolment> {
		const { season, at } = await this.provable(seat, options);
		const { ring } = seat;
		const context: VotingContext = "nation" in ring ? "Nation" : "Residence";
		const publicKey = exactly(account.publicKey, 32).slice();
		const name = toHex(publicKey);
		if (await this.used.has(name)) throw new RollError("AccountUsed");
		await this.used.add(name);
		const fresh = { count: options.count ?? 0, at };
		const message = enrolmentMessage(this.genesis, season, context, publicKey, fresh);
		const proven = await prover.prove(seat.secret, seat.keys, contextBytes(this.genesis, context, season), message);
		const consent = await account.sign(consentMessage(this.genesis, season, context, proven.alias, fresh));
		return { season, ring, context, account: publicKey, ...fresh, consent, ...proven };
	}

	/**
	 * Proves what declares an income band, without an account and under an alias of its own. Nobody can tie it to a
	 * vote, unless both are sent at the same time: let hours pass in between.
	 */
	async incomeDeclaration(
		seat: Seat,
		band: number,
		prover: Pick<Proves, "prove">,
		options: ProofOptions = {},
	): Promise<IncomeDeclaration> {
		const { season, at } = await this.provable(seat, options);
		const fresh = { count: options.count ?? 0, at };
		const proven = await this.proveAsCitizen(seat, "Income", incomeMessage(this.genesis, season, band, fresh), prover);
		return { season, ring: seat.ring, band, ...fresh, ...proven };
	}

	/**
	 * Proves to an outside service that a citizen answers its `challenge`, without a word to the chain. `scope` is the
	 * service's name, 32 bytes: the alias is the same each time in this scope and season, and tells nothing elsewhere.
	 */
	async prove(
		scope: Uint8Array,
		challenge: Uint8Array,
		seat: Seat,
		prover: Pick<Proves, "prove">,
		options: ProofOptions = {},
	): Promise<MembershipProof> {
		await this.provable(seat, options);
		return this.proveAsCitizen(seat, { scope }, challenge, prover);
	}

	private async proveAsCitizen(
		seat: Seat,
		context: Context,
		message: Uint8Array,
		prover: Pick<Proves, "prove">,
	): Promise<MembershipProof> {
		if (!("nation" in seat.ring)) throw new RangeError("only a ring of the nation proves a citizen");
		return prover.prove(seat.secret, seat.keys, contextBytes(this.genesis, context, seat.season), message);
	}

	/** The roll, if a proof in this ring can be made now. */
	private async provable(seat: Seat, { minimum = MINIMUM_RING }: ProofOptions): Promise<RollState> {
		const state = await this.opened();
		if (state.season !== seat.season) throw new RollError("SeasonTurned");
		if (seat.keys.length < Math.max(minimum, state.minimum)) throw new RollError("RingTooSmall");
		return state;
	}

	private async opened(): Promise<RollState> {
		const state = await this.state();
		if (!state.open) throw new RollError("NotOpen");
		return state;
	}

	/** Fetches every ring, in batches in random order, all at one block. */
	private async fetchAll(
		{ where = "nation", limit = LIMIT }: FetchOptions,
		visit: (ring: Ring) => unknown,
	): Promise<void> {
		const state = await this.opened();
		// To wait for the own ring only would tell which one it is.
		if (!state.complete) throw new RollError("NotBuilt");
		const { at } = state;
		const groups = where === "nation" ? [{ rings: state.rings, members: state.members }] : await this.cells(at);
		const size = groups.reduce((sum, { rings, members }) => sum + members * KEY + rings * (COMMITMENT + CAPACITY), 0);
		if (size > limit) throw new RollError("TooLarge");
		const batches = shuffled(
			groups.flatMap((group) => batchesOf(group)),
			this.random,
		);
		for (let from = 0; from < batches.length; from += AT_ONCE) {
			const answers = batches.slice(from, from + AT_ONCE).map((batch) => this.batch(state, batch));
			for (const rings of await Promise.all(answers)) rings.forEach(visit);
		}
	}

	/** All cells that have rings. */
	private async cells(at: Block): Promise<Group[]> {
		const all: Group[] = [];
		for (;;) {
			const last = all.at(-1)?.cell;
			const after = last === undefined ? [Uint8Array.of(0)] : [Uint8Array.of(1), u64(last)];
			const page = await this.ask(at, "RollApi_cells", [...after, u32(PAGE)], (answer) => {
				return Array.from({ length: bounded(answer.length(), PAGE) }, () => {
					return { cell: answer.u64(), rings: answer.u32(), members: answer.u32() };
				});
			});
			all.push(...page);
			const names = new Set(all.map(({ cell }) => cell));
			if (names.size !== all.length) throw new RollError("DishonestNode");
			if (page.length < PAGE) return all;
		}
	}

	/** The rings of one batch. */
	private batch({ at, season }: RollState, { cell, from, count }: Batch): Promise<Ring[]> {
		const where = cell === undefined ? [Uint8Array.of(0)] : [Uint8Array.of(1), u64(cell)];
		return this.ask(at, "RollApi_batch", [...where, u32(from), u32(BATCH)], (answer) => {
			// A ring that its members have left is missing, and no ring comes twice.
			let next = from;
			return Array.from({ length: bounded(answer.length(), count) }, () => {
				const ring = decodeRing(answer);
				const [ofCell, number] = "nation" in ring ? [undefined, ring.nation] : [ring.cell, ring.number];
				if (ofCell !== cell || number < next || number >= from + count)
					throw new Malformed("another ring than asked for");
				next = number + 1;
				const size = answer.u32();
				const status = STATUSES[answer.choice(STATUSES.length)];
				const commitment = answer.option(() => answer.take(COMMITMENT));
				if (answer.length() !== bounded(size, CAPACITY)) throw new Malformed("not as many keys as members");
				const keys = Array.from({ length: size }, () => answer.take(KEY));
				return { season, ring, status, keys, commitment };
			});
		});
	}

	/** Calls a runtime API and reads the whole answer. */
	private async ask<T>(at: Block, method: string, args: Uint8Array[], take: (answer: Reader) => T): Promise<T> {
		return read(await this.source.call(at, method, joined(args)), take);
	}
}

/** Rings that are numbered together: those of a cell, or without a cell those of the nation. */
interface Group {
	cell?: bigint;
	rings: number;
	members: number;
}

interface Batch {
	cell?: bigint;
	from: number;
	count: number;
}

function batchesOf({ cell, rings }: Group): Batch[] {
	return Array.from({ length: Math.ceil(rings / BATCH) }, (_, i) => {
		return { cell, from: i * BATCH, count: Math.min(BATCH, rings - i * BATCH) };
	});
}

/** Registers the key of the next season: pass the result to `census.attest`. `secret` is that of the next season. */
export async function nextKey(
	genesis: Uint8Array,
	account: Uint8Array,
	secret: HeldSecret,
	prover: Pick<Proves, "rollKey" | "sign">,
): Promise<NextKey> {
	const rollKey = await prover.rollKey(secret);
	return { rollKey, possession: await prover.sign(secret, possessionMessage(genesis, account, rollKey)) };
}

/** Clears an enrolment that is sent, or that the user gave up: an unsent proof is worth a vote for 25 minutes. */
export function forgetEnrolment({ proof, consent }: Enrolment): void {
	wipe(proof, consent);
}

/** Reads a whole answer. */
export function read<T>(bytes: Uint8Array, take: (answer: Reader) => T): T {
	const answer = new Reader(bytes);
	try {
		const value = take(answer);
		answer.end();
		return value;
	} catch (error) {
		throw error instanceof Malformed ? new RollError("DishonestNode") : error;
	}
}

function bounded(length: number, most: number): number {
	if (length > most) throw new Malformed("more than there can be");
	return length;
}

/** The commitment of keys from a node; empty if they are no keys. */
async function commitmentOf(keys: Uint8Array[], prover: Pick<Proves, "commitment">): Promise<Uint8Array> {
	try {
		return await prover.commitment(keys);
	} catch {
		return new Uint8Array();
	}
}
