// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Chain } from "../chain/connection";
import { hashAfter, verifyCharter } from "./chain-of-hashes";

const hex = (bytes: Uint8Array) => `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** A node that serves these changes, and says of each version what `hashes` says. */
function chainOf(changes: Uint8Array[], hashes: string[]): Chain {
	const CharterApi = {
		charter: async () => ({ version: hashes.length, hash: hashes.at(-1) }),
		version: async (number: number) => ({ hash: hashes[number - 1] }),
	};
	const rpc = async (_method: string, _name: unknown, args: unknown) => {
		const number = Number.parseInt(String(args).slice(2, 4), 16);
		return hex(Uint8Array.of(1, ...(changes[number - 1] ?? [])));
	};
	return {
		client: { getFinalizedBlock: async () => ({ hash: "0x00" }) },
		api: { apis: { CharterApi } },
		rpc,
	} as unknown as Chain;
}

describe("the chain of hashes", () => {
	const changes = [Uint8Array.of(1, 2, 3), Uint8Array.of(4), Uint8Array.of(5, 6)];
	const hashes: string[] = [];
	let last: Uint8Array = new Uint8Array(32);
	for (const change of changes) {
		last = hashAfter(last, change);
		hashes.push(hex(last));
	}

	it("is worked out from the published changes", async () => {
		const { links, sound } = await verifyCharter(chainOf(changes, hashes));
		expect(sound).toBe(true);
		expect(links.map(({ version }) => version)).toEqual([1, 2, 3]);
	});

	it("does not fit if one change is forged", async () => {
		const forged = [changes[0] as Uint8Array, Uint8Array.of(9), changes[2] as Uint8Array];
		const { links, sound } = await verifyCharter(chainOf(forged, hashes));
		expect(sound).toBe(false);
		expect(links.map(({ fits }) => fits)).toEqual([true, false, false]);
	});
});
