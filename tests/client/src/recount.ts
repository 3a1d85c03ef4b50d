// SPDX-License-Identifier: Apache-2.0
// Counts the people again from raw storage, without the chain's metadata and without its counters.
//
// The layouts below are written by hand from the pallets' documentation. If one of them changes, this file has
// to change too, and that is the point: it is a second opinion, not an echo.

import { xxhashAsHex } from "@polkadot/util-crypto";
import type { Chain } from "./chain.js";

/** The start of all keys of a pallet, or of one of its items. */
export function prefix(pallet: string, item?: string): string {
	const key = xxhashAsHex(pallet, 128);
	return item === undefined ? key : key + xxhashAsHex(item, 128).slice(2);
}

/** Reads SCALE, field by field. */
export class Reader {
	private at = 0;
	private readonly bytes: Buffer;

	constructor(hex: string) {
		this.bytes = Buffer.from(hex.slice(2), "hex");
	}

	u8(): number {
		return this.bytes.readUInt8(this.at++);
	}

	u32(): number {
		this.at += 4;
		return this.bytes.readUInt32LE(this.at - 4);
	}

	hex(length: number): string {
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at).toString("hex");
	}
}

/** One citizen, as stored. */
export interface Citizen {
	account: string;
	suspended: boolean;
	admittedAt: number;
	admittedIn: number;
}

/** What a recount finds. */
export interface Recount {
	citizens: number;
	active: number;
	suspended: number;
	admitted: number;
	left: number;
}

/** The citizens by number. */
export async function citizens(chain: Chain, at?: string): Promise<Map<number, Citizen>> {
	const found = new Map<number, Citizen>();
	for (const [key, value] of await chain.stateOf(prefix("Citizenship", "Citizens"), at)) {
		const reader = new Reader(value);
		found.set(numberIn(key), {
			account: reader.hex(32),
			suspended: reader.u8() === 1,
			admittedAt: reader.u32(),
			admittedIn: reader.u32(),
		});
	}
	return found;
}

/** The season in which each citizen was last here. */
async function lastAttested(chain: Chain, at?: string): Promise<Map<number, number>> {
	const found = new Map<number, number>();
	for (const [key, value] of await chain.stateOf(prefix("Census", "LastAttested"), at)) {
		found.set(numberIn(key), new Reader(value).u32());
	}
	return found;
}

/** Counts everybody in the state at block `at`, as of the end of `season`, given what stood before that season. */
export async function recount(
	chain: Chain,
	season: number,
	before: { citizens: number; numbersGiven: number },
	at?: string,
): Promise<Recount & { numbersGiven: number }> {
	const people = await citizens(chain, at);
	const seen = await lastAttested(chain, at);
	const next = await chain.node.rpc<string | null>("state_getStorage", prefix("Citizenship", "NextCitizenId"), at);
	const numbersGiven = next === null ? 0 : new Reader(next).u32();

	let active = 0;
	let suspended = 0;
	for (const [number, person] of people) {
		const last = seen.get(number);
		if (last === undefined) throw new Error(`citizen ${number} was never here`);
		if (person.suspended) suspended++;
		else if (last === season) active++;
	}
	// Numbers are never used again, so whoever got one this season was admitted in it.
	const admitted = numbersGiven - before.numbersGiven;
	const left = before.citizens + admitted - people.size;
	return { citizens: people.size, active, suspended, admitted, left, numbersGiven };
}

/** The number at the end of a Twox64Concat key. */
function numberIn(key: string): number {
	return Buffer.from(key.slice(-8), "hex").readUInt32LE();
}
