// What the tests share: a prover, secrets and keys, and a node that answers for a roll, honestly or not.

import { readFileSync } from "node:fs";
import { Prover, type StateCall } from "../src/index.js";

export const wasm = readFileSync(new URL("../../prover.wasm", import.meta.url));
export const startProver = () => Prover.start(wasm);
export const genesis = new Uint8Array(32).fill(0x47);

export const secret = (n: number) => new Uint8Array(32).fill(n);

export function keysOf(prover: Prover, size: number, from = 0): Uint8Array[] {
	return Array.from({ length: size }, (_, n) => prover.member(secret(from + n)));
}

/** A SCALE vector of keys. */
export function vector(keys: Uint8Array[]): Uint8Array {
	const n = keys.length;
	const prefix = n < 64 ? [n << 2] : [((n << 2) | 1) & 0xff, (n << 2) >> 8];
	return Uint8Array.from([...prefix, ...keys.flatMap((key) => [...key])]);
}

/** A ring, as the node has it. */
export interface FakeRing {
	keys: Uint8Array[];
	commitment: Uint8Array;
	built: boolean;
}

export interface FakeRoll {
	season: number;
	open: boolean;
	rings: FakeRing[];
}

const u32 = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
const read = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

function info({ keys, commitment, built }: FakeRing, number: number): number[] {
	return [0, ...u32(number), ...u32(keys.length), built ? 0 : 1, 1, ...commitment];
}

/** A node with this roll, all of it the nation's. `asked` notes what it was asked. */
export function node(roll: FakeRoll, asked: string[] = []): StateCall {
	return async (method, args) => {
		asked.push(method === "RollApi_members" ? `members ${read(args, 1)}` : method.slice(8));
		switch (method) {
			case "RollApi_roll": {
				const members = roll.rings.reduce((sum, ring) => sum + ring.keys.length, 0);
				const phase = roll.open ? 3 : 0;
				return Uint8Array.from([
					...u32(roll.season), phase, ...u32(roll.rings.length), ...u32(members), 1, ...new Uint8Array(8),
				]);
			}
			case "RollApi_rings": {
				const [from, limit] = [read(args, 1), read(args, 5)];
				const rings = roll.rings.map(info).slice(from, from + limit);
				return Uint8Array.from([rings.length << 2, ...rings.flat()]);
			}
			case "RollApi_ring": {
				const number = read(args, 1);
				const ring = args[0] === 0 ? roll.rings[number] : undefined;
				return ring === undefined ? Uint8Array.of(0) : Uint8Array.from([1, ...info(ring, number)]);
			}
			case "RollApi_members":
				return vector(roll.rings[read(args, 1)]?.keys ?? []);
			default:
				throw new Error(`a wallet does not ask for ${method}`);
		}
	};
}
