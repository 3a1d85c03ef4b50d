// SPDX-License-Identifier: Apache-2.0
/** The citizen's side of passports: what a wallet signs or proves, and how the file is put together. */

import { compact } from "./export.js";
import { ascii, blake2, concat, little, unhex } from "./plain/hash.js";

const sized = (text: string) => {
	const bytes = new TextEncoder().encode(text);
	return concat(compact(bytes.length), bytes);
};

/** The text that a wallet signs for a passport. */
export function passportMessage(genesis: string, service: string, challenge: string): string {
	return `Civitas passport\nchain: ${genesis.toLowerCase()}\nservice: ${service}\nchallenge: ${challenge}`;
}

/** A wallet's kinds of keys, in the order of their numbers. */
export type KeyKind = "ed25519" | "sr25519" | "ecdsa";

/** Puts a passport together. `signature` is what `signRaw` answers: with or without the byte of its kind in front. */
export function passport(parts: {
	account: Uint8Array;
	service: string;
	challenge: string;
	kind: KeyKind;
	signature: Uint8Array;
	certificate: Uint8Array;
}): Uint8Array {
	const kind = ["ed25519", "sr25519", "ecdsa"].indexOf(parts.kind);
	const length = parts.kind === "ecdsa" ? 65 : 64;
	const signature = parts.signature.length === length + 1 ? parts.signature.subarray(1) : parts.signature;
	return concat(
		ascii("CIVPASS"), Uint8Array.of(1), parts.account, sized(parts.service), sized(parts.challenge),
		Uint8Array.of(kind), signature, parts.certificate,
	);
}

/** The bytes that name what an anonymous passport's alias is for. A wallet takes `service` from the page's own address. */
export function anonymousContext(genesis: string, season: number, service: string, purpose: string): Uint8Array {
	const scope = blake2(concat(ascii("civitas/scope/service"), sized(service), sized(purpose)));
	return blake2(concat(ascii("civitas/scope"), scope, unhex(genesis), little(season, 4)));
}

/** The message that the proof of an anonymous passport carries. */
export function anonymousMessage(genesis: string, service: string, purpose: string, challenge: string): Uint8Array {
	return new TextEncoder().encode(
		`Civitas anonymous passport\nchain: ${genesis.toLowerCase()}\nservice: ${service}\n` +
			`purpose: ${purpose}\nchallenge: ${challenge}`,
	);
}

/** Puts an anonymous passport together. `proof` is what the prover of `@civitas/ballots` makes. */
export function anonymousPassport(parts: {
	season: number;
	ring: number;
	service: string;
	purpose: string;
	challenge: string;
	proof: Uint8Array;
	certificate: Uint8Array;
}): Uint8Array {
	return concat(
		ascii("CIVANON"), Uint8Array.of(1), little(parts.season, 4), little(parts.ring, 4), sized(parts.service),
		sized(parts.purpose), sized(parts.challenge), parts.proof, parts.certificate,
	);
}
