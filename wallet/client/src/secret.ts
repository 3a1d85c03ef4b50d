/** Roll secrets: made of their own randomness, never of an account's key, and backed up by the citizen. */

import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english";
import { randomize } from "./random.js";

/** Makes a new roll secret: 32 bytes from the system's randomness. */
export function makeSecret(): Uint8Array {
	const secret = new Uint8Array(32);
	randomize(secret);
	return secret;
}

/** The secret as 24 words, for a citizen to write down. Losing them costs the vote until the next season, no more. */
export function toWords(secret: Uint8Array): string {
	if (secret.length !== 32) throw new RangeError("a roll secret has 32 bytes");
	return entropyToMnemonic(secret, wordlist);
}

/** The secret that 24 words stand for. Throws if they are mistyped. */
export function fromWords(words: string): Uint8Array {
	const secret = mnemonicToEntropy(words.trim().toLowerCase().split(/\s+/).join(" "), wordlist);
	if (secret.length !== 32) throw new RangeError("a roll secret has 24 words");
	return secret;
}

/** The secret as hexadecimal digits, for a file. */
export function toHex(bytes: Uint8Array): string {
	return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The bytes that hexadecimal digits stand for. */
export function fromHex(text: string): Uint8Array {
	if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) throw new RangeError("not hexadecimal");
	return Uint8Array.from(text.slice(2).match(/../g) ?? [], (digits) => parseInt(digits, 16));
}
