// SPDX-License-Identifier: Apache-2.0
// The hash functions of blocks and state.

import { blake2b } from "@noble/hashes/blake2";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils";

export const blake2 = (bytes: Uint8Array, dkLen = 32): Uint8Array => blake2b(bytes, { dkLen });

export const hex = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`;
export const unhex = (text: string): Uint8Array => hexToBytes(text.replace(/^0x/, ""));

export function concat(...parts: Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

export function little(number: number | bigint, bytes: number): Uint8Array {
	return Uint8Array.from({ length: bytes }, (_, i) => Number((BigInt(number) >> BigInt(8 * i)) & 0xffn));
}

const MASK = (1n << 64n) - 1n;
const P1 = 11400714785074694791n, P2 = 14029467366897019727n, P3 = 1609587929392839161n;
const P4 = 9650029242287828579n, P5 = 2870177450012600261n;
const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & MASK;
const round = (acc: bigint, lane: bigint) => (rotate((acc + lane * P2) & MASK, 31n) * P1) & MASK;
const number = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** XXH64, as its specification says. Names storage entries; no security rests on it. */
export function xxh64(bytes: Uint8Array, seed: bigint): bigint {
	let at = 0;
	let hash: bigint;
	if (bytes.length >= 32) {
		const acc = [seed + P1 + P2, seed + P2, seed, seed - P1].map((it) => it & MASK);
		for (; at + 32 <= bytes.length; at += 32) {
			for (let i = 0; i < 4; i++) acc[i] = round(acc[i], number(bytes.subarray(at + 8 * i, at + 8 * i + 8)));
		}
		hash = [1n, 7n, 12n, 18n].reduce((sum, by, i) => (sum + rotate(acc[i], by)) & MASK, 0n);
		for (const it of acc) hash = ((hash ^ round(0n, it)) * P1 + P4) & MASK;
	} else {
		hash = (seed + P5) & MASK;
	}
	hash = (hash + BigInt(bytes.length)) & MASK;
	for (; at + 8 <= bytes.length; at += 8) {
		hash = (rotate(hash ^ round(0n, number(bytes.subarray(at, at + 8))), 27n) * P1 + P4) & MASK;
	}
	if (at + 4 <= bytes.length) {
		hash = (rotate(hash ^ ((number(bytes.subarray(at, at + 4)) * P1) & MASK), 23n) * P2 + P3) & MASK;
		at += 4;
	}
	for (; at < bytes.length; at++) hash = (rotate(hash ^ ((BigInt(bytes[at]) * P5) & MASK), 11n) * P1) & MASK;
	hash = ((hash ^ (hash >> 33n)) * P2) & MASK;
	hash = ((hash ^ (hash >> 29n)) * P3) & MASK;
	return hash ^ (hash >> 32n);
}

const xx = (bytes: Uint8Array, seed: bigint) => little(xxh64(bytes, seed), 8);
export const twox128 = (name: string): Uint8Array => concat(xx(ascii(name), 0n), xx(ascii(name), 1n));
export const twox64Concat = (key: Uint8Array): Uint8Array => concat(xx(key, 0n), key);
export const blake2Concat = (key: Uint8Array): Uint8Array => concat(blake2(key, 16), key);
