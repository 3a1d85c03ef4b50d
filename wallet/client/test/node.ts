// SPDX-License-Identifier: Apache-2.0
// What the tests share: a prover, secrets and keys, and a node that answers for a roll, honestly or not.

import { readFileSync } from "node:fs";
import { type HeldSecret, type NodeReader, Prover, type RingId, Source } from "../src/index.js";

export const wasm = readFileSync(new URL("../../prover.wasm", import.meta.url));
export const startProver = () => Prover.start(wasm);
export const genesis = new Uint8Array(32).fill(0x47);

export const secret = (n: number) => new Uint8Array(32).fill(n);
export const hold = (prover: Prover, n: number): HeldSecret => prover.take(secret(n));

const known = new WeakMap<Prover, Map<number, Uint8Array>>();

/** The keys of secrets `from`, `from + 1` and so on. */
export function keysOf(prover: Prover, size: number, from = 0): Uint8Array[] {
	const keys = known.get(prover) ?? new Map<number, Uint8Array>();
	known.set(prover, keys);
	return Array.from({ length: size }, (_, i) => {
		const n = from + i;
		if (!keys.has(n)) keys.set(n, prover.rollKey(hold(prover, n)));
		return keys.get(n) as Uint8Array;
	});
}

function prefix(n: number): number[] {
	return n < 64 ? [n << 2] : [((n << 2) | 1) & 0xff, (n << 2) >> 8];
}

/** A SCALE vector of keys. */
export function vector(keys: Uint8Array[]): Uint8Array {
	return Uint8Array.from([...prefix(keys.length), ...keys.flatMap((key) => [...key])]);
}

/** A ring, as a node has it. */
export interface FakeRing {
	keys: Uint8Array[];
	commitment: Uint8Array;
	/** Index of the status: 0 is `Built`. */
	status: number;
}

/** An enrolled account, as a node has it. */
export interface FakeBallot {
	season: number;
	ring: RingId;
	alias: Uint8Array;
}

/** What a node says of the chain. */
export interface FakeChain {
	genesis: Uint8Array;
	finalized: number;
	/** The season by the calendar, and by the roll. */
	season: number;
	rollSeason: number;
	open: boolean;
	complete: boolean;
	minimum: number;
	nation: FakeRing[];
	cells: Map<bigint, FakeRing[]>;
	ballots: Map<string, FakeBallot>;
	/** The fork that the node is on: its blocks have hashes of their own. */
	fork: number;
}

/** How many blocks a season of the fake chain has. */
export const SEASON = 100;

export const u32 = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
const u64 = (value: bigint) => [...new Uint8Array(BigUint64Array.of(value).buffer)];
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset);

/** The hash of a block on a fork. */
export const hashOf = (number: number, fork = 0) => Uint8Array.from([...u32(number), fork, ...new Uint8Array(27)]);

function batch(rings: FakeRing[], id: (number: number) => number[], from: number, limit: number): Uint8Array {
	const chosen = rings.slice(from, from + limit);
	return Uint8Array.from([
		...prefix(chosen.length),
		...chosen.flatMap(({ keys, commitment, status }, i) => [
			...id(from + i),
			...u32(keys.length),
			status,
			1,
			...commitment,
			...vector(keys),
		]),
	]);
}

/** A node of this chain. `asked` notes every request, with all its arguments. */
export function node(chain: FakeChain, asked: string[] = []): NodeReader {
	const start = () => chain.season * SEASON;
	return {
		async finalized() {
			asked.push("finalized");
			return { number: chain.finalized, hash: hashOf(chain.finalized, chain.fork) };
		},
		async hash(number) {
			asked.push(`hash ${number}`);
			return number === 0 ? chain.genesis : hashOf(number, chain.fork);
		},
		async storage(at, key) {
			asked.push(`storage ${at.number} ${Buffer.from(key).toString("hex")}`);
			return chain.season === 0 ? undefined : Uint8Array.from([...u32(chain.season), ...u32(start())]);
		},
		async call(at, method, args) {
			asked.push(`${method} ${at.number} ${Buffer.from(args).toString("hex")}`);
			switch (method) {
				case "SeasonsApi_season":
					return Uint8Array.from([...u32(chain.season), ...u32(start()), ...u32(start() + SEASON)]);
				case "RollApi_roll": {
					const members = chain.nation.reduce((sum, ring) => sum + ring.keys.length, 0);
					return Uint8Array.from([
						...u32(chain.rollSeason),
						chain.open ? 3 : 0,
						...u32(chain.nation.length),
						...u32(members),
						chain.complete ? 1 : 0,
						...new Uint8Array(8),
						...u32(chain.minimum),
						...u32(256),
					]);
				}
				case "RollApi_cells": {
					const after = args[0] === 1 ? view(args).getBigUint64(1, true) : -1n;
					const limit = view(args).getUint32(args[0] === 1 ? 9 : 1, true);
					const page = [...chain.cells]
						.filter(([cell]) => cell > after)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.slice(0, limit);
					return Uint8Array.from([
						...prefix(page.length),
						...page.flatMap(([cell, rings]) => [
							...u64(cell),
							...u32(rings.length),
							...u32(rings.reduce((sum, ring) => sum + ring.keys.length, 0)),
						]),
					]);
				}
				case "RollApi_batch": {
					const [from, limit] = [
						view(args).getUint32(args.length - 8, true),
						view(args).getUint32(args.length - 4, true),
					];
					if (args[0] === 0) return batch(chain.nation, (number) => [0, ...u32(number)], from, limit);
					const cell = view(args).getBigUint64(1, true);
					return batch(chain.cells.get(cell) ?? [], (number) => [1, ...u64(cell), ...u32(number)], from, limit);
				}
				case "RollApi_enrolment": {
					const ballot = chain.ballots.get(Buffer.from(args).toString("hex"));
					if (ballot === undefined) return Uint8Array.of(0);
					const { season, ring, alias } = ballot;
					const [context, id] =
						"nation" in ring ? [0, [0, ...u32(ring.nation)]] : [1, [1, ...u64(ring.cell), ...u32(ring.number)]];
					return Uint8Array.from([1, ...u32(season), context, ...id, ...alias]);
				}
				case "RollApi_alias":
					return Uint8Array.from([...u32(3), 1, ...secret(9), ...u32(77)]);
				default:
					throw new Error(`a wallet does not ask for ${method}`);
			}
		},
	};
}

/** A chain in season 7 with nation rings of these sizes: secrets 0, 1, 2 and so on. */
export function chainOf(prover: Prover, ...sizes: number[]): FakeChain {
	return {
		genesis,
		finalized: 7 * SEASON + 42,
		season: 7,
		rollSeason: 7,
		open: true,
		complete: true,
		minimum: 1,
		nation: ringsOf(prover, sizes),
		cells: new Map(),
		ballots: new Map(),
		fork: 0,
	};
}

/** Rings of these sizes: secrets `from`, `from + 1` and so on. */
export function ringsOf(prover: Prover, sizes: number[], from = 0): FakeRing[] {
	return sizes.map((size) => {
		const keys = keysOf(prover, size, from);
		from += size;
		return { keys, commitment: prover.commitment(keys), status: 0 };
	});
}

/** One node, trusted. */
export const trusted = (chain: FakeChain, asked?: string[]) => Source.trusted(node(chain, asked));

/** Pseudo-random integers, the same each time. */
export function numbers(seed: number): (limit: number) => number {
	return (limit) => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) % limit;
	};
}
