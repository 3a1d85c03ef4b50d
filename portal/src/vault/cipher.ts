// SPDX-License-Identifier: Apache-2.0
/** Encryption with a passphrase, by the browser's own cryptography. */

/** What is stored: everything but the passphrase. Bytes are in base64. */
export interface Sealed {
	version: 1;
	iterations: number;
	salt: string;
	nonce: string;
	data: string;
}

/** So that each guess of a thief takes a noticeable part of a second. */
const ITERATIONS = 600_000;

/** The passphrase does not fit. */
export class WrongPassphrase extends Error {}

/** A passphrase worked into a key. It cannot be read back. */
export interface Key {
	key: CryptoKey;
	salt: Uint8Array<ArrayBuffer>;
	iterations: number;
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Key> {
	const secret = new TextEncoder().encode(passphrase.normalize("NFKC"));
	const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
	const key = await crypto.subtle.deriveKey(
		{ name: "PBKDF2", hash: "SHA-256", salt, iterations },
		material,
		{ name: "AES-GCM", length: 256 },
		false,
		["encrypt", "decrypt"],
	);
	return { key, salt, iterations };
}

/** Makes the key of a new passphrase. */
export function newKey(passphrase: string): Promise<Key> {
	return derive(passphrase, crypto.getRandomValues(new Uint8Array(16)), ITERATIONS);
}

/** Encrypts a text. */
export async function seal({ key, salt, iterations }: Key, text: string): Promise<Sealed> {
	const nonce = crypto.getRandomValues(new Uint8Array(12));
	const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(text));
	return { version: 1, iterations, salt: toBase64(salt), nonce: toBase64(nonce), data: toBase64(new Uint8Array(data)) };
}

/** Decrypts a text, and returns the key to encrypt it again. Throws `WrongPassphrase` if the passphrase is another. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<{ text: string; key: Key }> {
	const key = await derive(passphrase, fromBase64(sealed.salt), sealed.iterations);
	try {
		const data = await crypto.subtle.decrypt(
			{ name: "AES-GCM", iv: fromBase64(sealed.nonce) },
			key.key,
			fromBase64(sealed.data),
		);
		return { text: new TextDecoder().decode(data), key };
	} catch {
		throw new WrongPassphrase();
	}
}
