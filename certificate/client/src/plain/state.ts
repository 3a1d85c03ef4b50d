// SPDX-License-Identifier: Apache-2.0
// The entries that a certificate can be about, and what they mean.

import { type Authorities, readAuthorities } from "./chain.js";
import { Refusal } from "./errors.js";
import { ascii, blake2Concat, concat, hex, little, twox128, twox64Concat } from "./hash.js";
import { Reader } from "./scale.js";

/** Reads the value of a storage key. */
export type Read = (key: Uint8Array) => Uint8Array | undefined;

/** What a certificate is about. */
export type Claim =
	| { kind: "census"; season: number }
	| { kind: "ring"; number: number }
	| { kind: "citizen"; account: Uint8Array }
	| { kind: "charter" }
	| { kind: "version"; version: number };

export function readClaim(input: Reader): Claim {
	switch (input.choice(5)) {
		case 0: return { kind: "census", season: input.u32() };
		case 1: return { kind: "ring", number: input.u32() };
		case 2: return { kind: "citizen", account: input.take(32) };
		case 3: return { kind: "charter" };
		default: return { kind: "version", version: input.u32() };
	}
}

export function writeClaim(claim: Claim): Uint8Array {
	switch (claim.kind) {
		case "census": return concat(Uint8Array.of(0), little(claim.season, 4));
		case "ring": return concat(Uint8Array.of(1), little(claim.number, 4));
		case "citizen": return concat(Uint8Array.of(2), claim.account);
		case "charter": return Uint8Array.of(3);
		case "version": return concat(Uint8Array.of(4), little(claim.version, 4));
	}
}

export function entry(pallet: string, item: string, ...keys: Uint8Array[]): Uint8Array {
	return concat(twox128(pallet), twox128(item), ...keys);
}

const numbered = (pallet: string, item: string, number: number) =>
	entry(pallet, item, twox64Concat(little(number, 4)));

const reader = (bytes: Uint8Array) => new Reader(bytes, () => new Refusal("MalformedEntry"));

function required(read: Read, key: Uint8Array): Uint8Array {
	const value = read(key);
	if (value === undefined) throw new Refusal("MissingEntry");
	return value;
}

function whole<T>(bytes: Uint8Array, item: (input: Reader) => T): T {
	const input = reader(bytes);
	const value = item(input);
	return input.left === 0 ? value : input.fail();
}

export const AUTHORITIES = entry("Grandpa", "Authorities");

export function authorities(read: Read): Authorities {
	return whole(required(read, AUTHORITIES), readAuthorities);
}

export interface Moment {
	time: bigint;
	runtime: number;
	season: number;
}

export function moment(read: Read): Moment {
	const runtime = reader(required(read, entry("System", "LastRuntimeUpgrade"))).compact();
	if (runtime < 102) throw new Refusal("UnknownRuntime");
	const time = required(read, entry("Timestamp", "Now"));
	// The entry is written when a season turns, so it is not there in the first one.
	const current = read(entry("Seasons", "Current")) ?? new Uint8Array(8);
	const [season] = whole(current, (it) => [it.u32(), it.u32()]);
	return { time: whole(time, (it) => it.u64()), runtime, season };
}

const EVIDENCE = ["counted", "attested", "declared", "registered", "collected"];
const figure = <T>(value: (input: Reader) => T) => (input: Reader) => ({
	value: value(input), evidence: EVIDENCE[input.choice(EVIDENCE.length)],
});
const count = figure((it) => it.u32());
const area = figure((it) => String(it.u64()));
const money = figure((it) => String(it.u128()));
const extent = figure((it) => ({ parcels: it.u32(), area: String(it.u64()), floor: String(it.u64()) }));
const charterRef = (it: Reader) => ({ version: it.u32(), hash: hex(it.take(32)) });
const TIERS = ["founding", "consultative", "shared", "community"];

function census(read: Read, runtime: number, season: number): object {
	const bytes = read(numbered("Census", "Records", season));
	if (bytes === undefined) throw new Refusal("SeasonNotOver");
	const kinds = runtime >= 103;
	return whole(bytes, (it) => {
		if (it.u32() !== season) it.fail();
		const head = {
			season, closedAt: it.u32(), citizens: count(it), active: count(it), suspended: count(it), admitted: count(it),
			left: count(it), residents: count(it), parcels: count(it), area: area(it),
		};
		const land = {
			floor: kinds ? area(it) : null, valuation: money(it), assigned: kinds ? extent(it) : null,
			common: kinds ? extent(it) : null, public: kinds ? extent(it) : null, revenue: kinds ? money(it) : null,
		};
		const state = {
			treasury: money(it), incomes: figure((bands) => Array.from({ length: 16 }, () => bands.u32()))(it),
			income: money(it), charter: charterRef(it), tier: TIERS[it.choice(4)],
		};
		const people = it.option((of) => ({
			attested: count(of), settled: count(of), vouched: count(of), byFounder: count(of), genesis: count(of),
			unrecorded: count(of),
		}));
		const unknown = { attested: null, settled: null, vouched: null, byFounder: null, genesis: null, unrecorded: null };
		return { ...head, ...land, ...state, ...(people ?? unknown) };
	});
}

export interface Ring {
	number: number;
	season: number;
	commitment: string;
}

function ring(read: Read, number: number): Ring {
	const sealing = read(entry("Roll", "CurrentSealing"));
	if (sealing === undefined) throw new Refusal("RollNotSealed");
	const [season, phase] = whole(sealing, (it) => [it.u32(), it.u8(), it.u64()] as const);
	if (phase !== 3) throw new Refusal("RollNotSealed");
	const name = blake2Concat(concat(Uint8Array.of(0), little(number, 4)));
	const unbuilt = read(entry("Roll", "Unbuilt", name));
	const commitment = read(entry("Roll", "Commitments", name));
	if (unbuilt !== undefined || commitment === undefined) throw new Refusal("RingNotBuilt");
	return { number, season, commitment: hex(whole(commitment, (it) => it.take(288))) };
}

export interface Citizen {
	account: string;
	id: number | null;
	suspended?: boolean;
	admittedAt?: number;
	admittedIn?: number;
	charter?: object;
	lastAttested?: number;
	present?: boolean;
}

function citizen(read: Read, account: Uint8Array): Citizen {
	const found = read(entry("Citizenship", "CitizenIds", blake2Concat(account)));
	if (found === undefined) return { account: hex(account), id: null };
	const id = whole(found, (it) => it.u32());
	const it = reader(required(read, numbered("Citizenship", "Citizens", id)));
	const owner = hex(it.take(32));
	const standing = {
		id, suspended: it.bool(), admittedAt: it.u32(), admittedIn: it.u32(), charter: charterRef(it),
	};
	if (owner !== hex(account)) it.fail();
	const lastAttested = whole(required(read, numbered("Census", "LastAttested", id)), (of) => of.u32());
	const since = moment(read).season - lastAttested;
	return { account: owner, ...standing, lastAttested, present: since === 0 || since === 1 };
}

function charter(read: Read): object {
	const inForce = whole(required(read, entry("Charter", "InForce")), charterRef);
	const next = whole(required(read, entry("Charter", "NextArticle")), (it) => it.u32());
	if (next > 1024) throw new Refusal("CharterTooLong");
	const articles = Array.from({ length: next }, (_, number) => {
		const version = whole(required(read, numbered("Charter", "LastVersions", number)), (it) => it.u32());
		const key = entry("Charter", "Articles", twox64Concat(little(number, 4)), twox64Concat(little(version, 4)));
		return whole(required(read, key), (it) => ({
			number, version, since: it.u32(), title: it.text(), text: it.text(), entrenched: it.bool(), repealed: it.bool(),
		}));
	});
	return { charter: inForce, articles };
}

function version(read: Read, number: number): object {
	const it = reader(required(read, numbered("Charter", "Versions", number)));
	return { charter: { version: number, hash: hex(it.take(32)) }, at: it.u32() };
}

/** What is true of a claim. */
export type Statement = { census?: object; ring?: Ring; citizen?: Citizen; charter?: object; version?: object };

export function statement(read: Read, runtime: number, claim: Claim): Statement {
	switch (claim.kind) {
		case "census": return { census: census(read, runtime, claim.season) };
		case "ring": return { ring: ring(read, claim.number) };
		case "citizen": return { citizen: citizen(read, claim.account) };
		case "charter": return { charter: charter(read) };
		case "version": return { version: version(read, claim.version) };
	}
}

export const MAGIC = concat(ascii("CIVCERT"), Uint8Array.of(1));
