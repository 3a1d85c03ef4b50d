// SPDX-License-Identifier: Apache-2.0
/**
 * The words that back up a roll secret: 28 words of the BIP-39 list, in a format of their own.
 *
 * | bits | content |
 * | ---: | --- |
 * | 8 | version: 1 |
 * | 20 | the season of the secret |
 * | 256 | the secret |
 * | 24 | checksum: the first bits of BLAKE2b-256 of `civitas/roll-backup` and the 284 bits before, as whole bytes |
 *
 * The seed words of an account are 12 to 24, so neither can be taken for the other.
 */

import { blake2b } from "@noble/hashes/blake2";
import { wordlist } from "@scure/bip39/wordlists/english";
import { exactly, joined, text, wipe } from "./bytes.js";
import type { SeasonSecret } from "./secret.js";

const VERSION = 1,
	WORDS = 28,
	WORD_BITS = 11,
	SECRET = 32,
	CHECKSUM = 3;
/** Seasons fit 20 bits: more than 250,000 years. */
const LAST_SEASON = 2 ** 20 - 1;

/**
 * Why words are no backup.
 *
 * - `WrongLength`: there are not 28 words.
 * - `SeedWords`: these are 12 to 24 words, like the seed words of an account. Never type those into a page.
 * - `UnknownWord`: a word is not in the list.
 * - `UnknownVersion`: the words are of a later version of this format.
 * - `WrongChecksum`: a word is mistyped, or two are in the wrong order.
 */
export type BackupReason = "WrongLength" | "SeedWords" | "UnknownWord" | "UnknownVersion" | "WrongChecksum";

const EXPLANATIONS: Record<BackupReason, string> = {
	WrongLength: "The words of a roll secret are 28. Check that none is missing.",
	SeedWords: "These look like the seed words of an account. The words of a roll secret are 28.",
	UnknownWord: "A word is not in the list. Check the spelling.",
	UnknownVersion: "These words are of a later version. Update the wallet.",
	WrongChecksum: "A word is wrong, or two words are in the wrong order. Compare each with your backup.",
};

/** Words are no backup of a roll secret. `word` is the number of the unknown word, from 1. */
export class BackupError extends Error {
	constructor(
		readonly reason: BackupReason,
		readonly word?: number,
	) {
		super(word === undefined ? EXPLANATIONS[reason] : `Word ${word}: ${EXPLANATIONS[reason]}`);
		this.name = "BackupError";
	}
}

/** Writes a secret and its season as 28 words. They restore the secrets of this season and of all later ones. */
export function toWords({ season, secret }: SeasonSecret): string {
	if (!Number.isInteger(season) || season < 0 || season > LAST_SEASON) throw new RangeError(`${season} is no season`);
	const bits = [
		...bitsOf(VERSION, 8),
		...bitsOf(season, 20),
		...[...exactly(secret, SECRET)].flatMap((byte) => bitsOf(byte, 8)),
	];
	bits.push(...[...checksum(bits)].flatMap((byte) => bitsOf(byte, 8)));
	const words = Array.from(
		{ length: WORDS },
		(_, i) => wordlist[numberOf(bits.slice(i * WORD_BITS, (i + 1) * WORD_BITS))],
	);
	bits.fill(0);
	return words.join(" ");
}

/** Reads 28 words. Throws a `BackupError` if they are no backup. */
export function fromWords(words: string): SeasonSecret {
	const list = words.trim().toLowerCase().split(/\s+/);
	if (list.length !== WORDS)
		throw new BackupError([12, 15, 18, 21, 24].includes(list.length) ? "SeedWords" : "WrongLength");
	const bits = list.flatMap((word, i) => {
		const index = wordlist.indexOf(word);
		if (index < 0) throw new BackupError("UnknownWord", i + 1);
		return bitsOf(index, WORD_BITS);
	});
	const content = bits.length - CHECKSUM * 8;
	const expected = [...checksum(bits.slice(0, content))].flatMap((byte) => bitsOf(byte, 8));
	const sound = expected.every((bit, i) => bit === bits[content + i]);
	if (!sound) throw new BackupError("WrongChecksum");
	if (numberOf(bits.slice(0, 8)) !== VERSION) throw new BackupError("UnknownVersion");
	const season = numberOf(bits.slice(8, 28));
	const secret = Uint8Array.from({ length: SECRET }, (_, i) => numberOf(bits.slice(28 + i * 8, 36 + i * 8)));
	bits.fill(0);
	return { season, secret };
}

function checksum(bits: readonly number[]): Uint8Array {
	const padded = [...bits, ...Array<number>((8 - (bits.length % 8)) % 8).fill(0)];
	const bytes = Uint8Array.from({ length: padded.length / 8 }, (_, i) => numberOf(padded.slice(i * 8, i * 8 + 8)));
	const hash = blake2b(joined([text("civitas/roll-backup"), bytes]), { dkLen: 32 });
	wipe(bytes);
	return hash.slice(0, CHECKSUM);
}

/** The bits of a number, the highest first. */
function bitsOf(value: number, count: number): number[] {
	return Array.from({ length: count }, (_, i) => (value >> (count - 1 - i)) & 1);
}

function numberOf(bits: readonly number[]): number {
	return bits.reduce((value, bit) => value * 2 + bit, 0);
}
