/**
 * The roll as a wallet uses it: read whole rings, check them, prove.
 *
 * The chain is reached through one function, `state_call`, which every client library and every node has. A node
 * may lie. One that makes up a ring of strangers around a voter would learn from the proof who made it. So ask a
 * light client, a node of your own, or several that do not know each other: see `agreed`.
 */

import { type Context, contextName, decodeRing, type Enrolment, encodeRing, enrolmentMessage, type RingId } from "./enrolment.js";
import type { Proof } from "./prover.js";
import { equal, exactly, joined, Malformed, Reader, u32, u64 } from "./scale.js";

/** Calls a runtime API: its name, its SCALE-encoded arguments; returns the SCALE-encoded answer. */
export type StateCall = (method: string, args: Uint8Array) => Promise<Uint8Array>;

/** The roll of the season. */
export interface RollState {
	season: number;
	/** Whether the seats are fixed: before, nobody can enrol. */
	open: boolean;
	/** Whether every ring can be used. */
	complete: boolean;
	/** How many rings the nation has. */
	rings: number;
	/** How many members they have. */
	members: number;
}

/** A ring that can be proven membership of, this season. */
export interface Ring {
	season: number;
	ring: RingId;
	keys: Uint8Array[];
	commitment: Uint8Array;
}

/** What proves: `Prover` or `ProverThread`. */
export interface Proves {
	member(entropy: Uint8Array): Uint8Array | Promise<Uint8Array>;
	commit(keys: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>;
	prove(
		entropy: Uint8Array, keys: readonly Uint8Array[], context: Uint8Array, message: Uint8Array,
	): Proof | Promise<Proof>;
}

/**
 * Why the roll cannot be used as asked.
 *
 * - `NotOpen`: the roll is being sealed. Try again in some blocks.
 * - `SeasonTurned`: the ring is of a season that is over. Fetch it again.
 * - `UnknownRing`: there is no such ring.
 * - `NotBuilt`: the ring's commitment is not computed yet. Try again in some blocks.
 * - `NotSeated`: the secret's key is in no ring of this season.
 * - `DishonestNode`: the node's answers do not fit each other, or are no answers.
 * - `Disagreement`: nodes answer differently.
 */
export type RollReason =
	"NotOpen" | "SeasonTurned" | "UnknownRing" | "NotBuilt" | "NotSeated" | "DishonestNode" | "Disagreement";

/** The roll of this season cannot be used as asked. */
export class RollError extends Error {
	constructor(readonly reason: RollReason) {
		super(`the roll: ${reason}`);
		this.name = "RollError";
	}
}

/** How many rings are asked for together when looking for one's own. */
const BATCH = 16;
const COMMITMENT = 288, KEY = 32, CAPACITY = 255;
const OPEN = 3, PHASES = 4;
const BUILT = 0, STATUSES = 3;

/** One voice out of several nodes': each is asked, and all have to answer the same. */
export function agreed(nodes: readonly StateCall[]): StateCall {
	return async (method, args) => {
		const [first, ...others] = await Promise.all(nodes.map((node) => node(method, args)));
		if (first === undefined) throw new RangeError("no node to ask");
		if (!others.every((answer) => equal(answer, first))) throw new RollError("Disagreement");
		return first;
	};
}

/** Reads the roll of one chain. */
export class Roll {
	/** `genesis` is the hash of the chain's first block, known from elsewhere than the node. */
	constructor(
		private readonly call: StateCall,
		private readonly genesis: Uint8Array,
	) {
		exactly(genesis, 32);
	}

	/** The roll of this season. */
	state(): Promise<RollState> {
		return this.ask("roll", new Uint8Array(), (answer) => {
			const season = answer.u32();
			const open = answer.choice(PHASES) === OPEN;
			const [rings, members] = [answer.u32(), answer.u32()];
			const complete = answer.choice(2) === 1;
			answer.u64();
			return { season, open, complete, rings, members };
		});
	}

	/** A whole ring, checked: its keys make the commitment that proofs are verified against. */
	async ring(ring: RingId, prover: Pick<Proves, "commit">): Promise<Ring> {
		const { season } = await this.opened();
		return this.checked(season, ring, await this.keys(ring), prover);
	}

	/**
	 * The ring that a secret's key sits in, checked; of the nation, or of a cell. Rings are fetched in batches, and
	 * the node does not learn which one of a batch it was.
	 */
	async find(secret: Uint8Array, prover: Proves, cell?: bigint): Promise<Ring> {
		const { season } = await this.opened();
		const key = await prover.member(secret);
		for (let from = 0; ; from += BATCH) {
			const rings = await this.list(from, cell);
			const found = await Promise.all(rings.map(async (ring) => ({ ring, keys: await this.keys(ring) })));
			const mine = found.find(({ keys }) => keys.some((other) => equal(other, key)));
			if (mine) return this.checked(season, mine.ring, mine.keys, prover);
			if (rings.length < BATCH) throw new RollError("NotSeated");
		}
	}

	/** Proves, and says what to submit: a checked ring, a roll secret and a fresh account are all that it takes. */
	async enrolment(
		secret: Uint8Array, ring: Ring, account: Uint8Array, prover: Pick<Proves, "prove">,
	): Promise<Enrolment> {
		const { season } = await this.opened();
		if (season !== ring.season) throw new RollError("SeasonTurned");
		const context = contextOf(ring.ring);
		const name = contextName(this.genesis, context, season);
		const message = enrolmentMessage(this.genesis, season, context, account);
		const proof = await prover.prove(secret, ring.keys, name, message);
		return { season, ring: ring.ring, context, account, ...proof };
	}

	/** The roll, if it is open. */
	private async opened(): Promise<RollState> {
		const state = await this.state();
		if (!state.open) throw new RollError("NotOpen");
		return state;
	}

	/** The next rings of the nation or of a cell. */
	private list(from: number, cell?: bigint): Promise<RingId[]> {
		const where = cell === undefined ? Uint8Array.of(0) : joined([Uint8Array.of(1), u64(cell)]);
		return this.ask("rings", joined([where, u32(from), u32(BATCH)]), (answer) => {
			const count = answer.length();
			if (count > BATCH) throw new Malformed("more rings than asked for");
			return Array.from({ length: count }, (_, i) => {
				const { ring } = decodeInfo(answer);
				const [isCell, number] = "nation" in ring ? [undefined, ring.nation] : [ring.cell, ring.number];
				if (isCell !== cell || number !== from + i) throw new Malformed("another ring than asked for");
				return ring;
			});
		});
	}

	private keys(ring: RingId): Promise<Uint8Array[]> {
		return this.ask("members", encodeRing(ring), (answer) => {
			const count = answer.length();
			if (count > CAPACITY) throw new Malformed("more keys than a ring has");
			return Array.from({ length: count }, () => answer.take(KEY));
		});
	}

	private async checked(
		season: number, ring: RingId, keys: Uint8Array[], prover: Pick<Proves, "commit">,
	): Promise<Ring> {
		const id = encodeRing(ring);
		const info = await this.ask("ring", id, (answer) => answer.option(() => decodeInfo(answer)));
		if (info === undefined) throw new RollError("UnknownRing");
		const { size, built, commitment } = info;
		if (!built || commitment === undefined) throw new RollError("NotBuilt");
		const fits = equal(encodeRing(info.ring), id) && size === keys.length;
		if (!fits || !equal(await commitmentOf(keys, prover), commitment)) throw new RollError("DishonestNode");
		return { season, ring, keys, commitment };
	}

	/** Asks, and reads the whole answer. */
	private async ask<T>(method: string, args: Uint8Array, read: (answer: Reader) => T): Promise<T> {
		const answer = new Reader(await this.call(`RollApi_${method}`, args));
		try {
			const value = read(answer);
			answer.end();
			return value;
		} catch (error) {
			throw error instanceof Malformed ? new RollError("DishonestNode") : error;
		}
	}
}

/** The commitment of keys from a node; nothing if they are no keys. */
async function commitmentOf(keys: Uint8Array[], prover: Pick<Proves, "commit">): Promise<Uint8Array> {
	try {
		return await prover.commit(keys);
	} catch {
		return new Uint8Array();
	}
}

function contextOf(ring: RingId): Context {
	return "nation" in ring ? "Nation" : "Residence";
}

function decodeInfo(answer: Reader) {
	const ring = decodeRing(answer);
	const size = answer.u32();
	const built = answer.choice(STATUSES) === BUILT;
	const commitment = answer.option(() => answer.take(COMMITMENT));
	return { ring, size, built, commitment };
}
