// SPDX-License-Identifier: Apache-2.0
/** Proves in the page that the charter in force comes from its first version by the changes that are published. */

import type { Chain } from "../chain/connection";
import { hashOf } from "../chain/hash";

export interface Link {
	version: number;
	hash: string;
	/** Whether the hash is that of the one before and of the published change. */
	fits: boolean;
}

const toHex = (bytes: Uint8Array) => `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

function fromHex(text: string): Uint8Array {
	return Uint8Array.from(text.slice(2).match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

function u32(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value, true);
	return bytes;
}

/** The hash of a version: Blake2-256 over the hash of the version before and the bytes of what it changed. */
export function hashAfter(previous: Uint8Array, change: Uint8Array): Uint8Array {
	const joined = new Uint8Array(previous.length + change.length);
	joined.set(previous);
	joined.set(change, previous.length);
	return hashOf(joined);
}

/**
 * Works out the hash of every version. The bytes of each change come from the node as they are, without the byte that says
 * that there is one: what is hashed is what the node answers, not what this page makes of it.
 */
export async function verifyCharter(chain: Chain): Promise<{ links: Link[]; sound: boolean }> {
	const best = await chain.client.getFinalizedBlock();
	const { version: last, hash: inForce } = await chain.api.apis.CharterApi.charter({ at: best.hash });
	const links: Link[] = [];
	let hash: Uint8Array = new Uint8Array(32);
	for (let version = 1; version <= last; version++) {
		const answer = fromHex(
			(await chain.rpc("state_call", "CharterApi_change", toHex(u32(version)), best.hash)) as string,
		);
		const stored = await chain.api.apis.CharterApi.version(version, { at: best.hash });
		hash = hashAfter(hash, answer.slice(1));
		links.push({ version, hash: toHex(hash), fits: answer[0] === 1 && stored?.hash === toHex(hash) });
	}
	return { links, sound: links.every(({ fits }) => fits) && links.at(-1)?.hash === inForce };
}
