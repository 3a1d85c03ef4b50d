// SPDX-License-Identifier: Apache-2.0
// The second verifier's check of passports. Anonymous ones need the ring cryptography, of which there is one.

import { ed25519 } from "@noble/curves/ed25519";
import { secp256k1 } from "@noble/curves/secp256k1";
import { verify as sr25519 } from "@scure/sr25519";
import { Refusal } from "./errors.js";
import { ascii, blake2, concat, hex } from "./hash.js";
import { afterMagic, verify } from "./index.js";
import { Reader } from "./scale.js";

const MAGIC = concat(ascii("CIVPASS"), Uint8Array.of(1));

const quiet = (check: () => boolean): boolean => {
	try {
		return check();
	} catch {
		return false;
	}
};

function ecdsa(account: string, signature: Uint8Array, text: Uint8Array): boolean {
	if (signature[64] > 3) return false;
	const compactForm = secp256k1.Signature.fromCompact(signature.subarray(0, 64));
	if (compactForm.hasHighS()) return false;
	const key = compactForm.addRecoveryBit(signature[64]).recoverPublicKey(blake2(text));
	return hex(blake2(key.toRawBytes(true))) === account;
}

function text(input: Reader): string {
	const value = input.text();
	return new TextEncoder().encode(value).length > 256 ? input.fail() : value;
}

/** Checks a passport. Throws a `Refusal`. */
export function checkPassport(
	file: Uint8Array,
	expected: { genesis: string; service: string; challenge: string; now: number; maxAge: number },
): { account: string; id: number; number: number; time: string } {
	const input = Reader.file(afterMagic(file, MAGIC));
	const key = input.take(32);
	const account = hex(key);
	const service = text(input);
	const challenge = text(input);
	const kind = input.choice(3);
	const signature = input.take(kind === 2 ? 65 : 64);
	if (service !== expected.service) throw new Refusal("OtherService");
	if (challenge !== expected.challenge) throw new Refusal("OtherChallenge");
	const certified = verify(input.rest(), expected.genesis);
	const plain = ascii(
		`Civitas passport\nchain: ${expected.genesis.toLowerCase()}\nservice: ${service}\nchallenge: ${challenge}`,
	);
	const forms = [plain, concat(ascii("<Bytes>"), plain, ascii("</Bytes>"))];
	const signed = forms.some((form) => quiet(() =>
		kind === 0 ? ed25519.verify(signature, form, key, { zip215: true }) :
		kind === 1 ? sr25519(form, signature, key) : ecdsa(account, signature, form)));
	if (!signed) throw new Refusal("BadSignature");
	const citizen = certified.statements[0]?.citizen;
	if (certified.statements.length !== 1 || citizen?.account !== account) throw new Refusal("NotAbout");
	const time = Number(certified.time);
	if (time > expected.now + 60_000) throw new Refusal("FromTheFuture");
	if (expected.now - time > expected.maxAge) throw new Refusal("TooOld");
	if (citizen.id === null) throw new Refusal("NotCitizen");
	if (citizen.suspended) throw new Refusal("Suspended");
	if (!citizen.present) throw new Refusal("Dormant");
	return { account, id: citizen.id, number: certified.number, time: certified.time };
}
