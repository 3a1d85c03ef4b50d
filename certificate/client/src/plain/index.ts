// SPDX-License-Identifier: Apache-2.0
/**
 * A second verifier, in plain TypeScript, written from docs/certificate.md only. It shares no code with the Rust one, so
 * a mistake in either shows when they disagree. It is slower: pages use the Wasm.
 */

import { follow, readFragment, readHeader } from "./chain.js";
import { Refusal } from "./errors.js";
import { hex } from "./hash.js";
import { Reader } from "./scale.js";
import { authorities, MAGIC, moment, readClaim, type Statement, statement } from "./state.js";
import { Proof } from "./trie.js";

export { Refusal } from "./errors.js";
export type { Statement } from "./state.js";

/** What a certificate proves. */
export interface Verified {
	genesis: string;
	number: number;
	hash: string;
	time: string;
	runtime: number;
	season: number;
	set: string;
	authorities: number;
	statements: Statement[];
}

/** What follows the seven bytes of a kind and its version. */
export function afterMagic(file: Uint8Array, magic: Uint8Array): Uint8Array {
	if (file.length < 8 || magic.subarray(0, 7).some((byte, i) => file[i] !== byte)) throw new Refusal("NotThisKind");
	if (file[7] !== magic[7]) throw new Refusal("UnknownVersion");
	return file.subarray(8);
}

/** Checks a certificate. Throws a `Refusal`. */
export function verify(file: Uint8Array, genesis: string): Verified {
	if (file.length > 16 * 1024 * 1024) throw new Refusal("TooLong");
	const input = Reader.file(afterMagic(file, MAGIC));
	const nodes = (it: Reader) => it.list(65536, (of) => of.bytesOf());
	const first = readHeader(input);
	const genesisNodes = nodes(input);
	const fragments = input.list(16384, readFragment);
	const claims = input.list(64, readClaim);
	const stateNodes = nodes(input);
	if (input.left > 0) input.fail();

	if (first.hash !== genesis.toLowerCase() || first.number !== 0) throw new Refusal("OtherChain");
	const beginning = new Proof(first.stateRoot, genesisNodes);
	const founders = authorities((key) => beginning.read(key));
	beginning.finish();

	const last = fragments.at(-1)?.header;
	if (last === undefined) throw new Refusal("NoFinality");
	const signed = follow(founders, fragments);

	const proof = new Proof(last.stateRoot, stateNodes);
	const read = (key: Uint8Array) => proof.read(key);
	const { time, runtime, season } = moment(read);
	const statements = claims.map((claim) => statement(read, runtime, claim));
	proof.finish();
	return {
		genesis: first.hash, number: last.number, hash: last.hash, time: String(time), runtime, season,
		set: String(signed.set), authorities: signed.authorities, statements,
	};
}

/** The JSON that the Rust verifier prints, byte for byte. */
export function json(value: unknown): string {
	return JSON.stringify(value).replace(/[\x00-\x1f\x7f-\uffff]|\\["\\bfnrt]/g, (it) => {
		const plain: Record<string, string> = { "\\b": "\b", "\\f": "\f", "\\n": "\n", "\\r": "\r", "\\t": "\t" };
		const char = plain[it] ?? it;
		return char.length > 1 ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
	});
}

export { hex };
export { checkPassport } from "./passport.js";
