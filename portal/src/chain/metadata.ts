// SPDX-License-Identifier: Apache-2.0
/** What the chain says about itself: kept on the device, because it is long and changes only with the runtime. */

import type { HexString } from "polkadot-api";

const STORE = "civitas/metadata";

const keyOf = (codeHash: HexString) => new Request(`./metadata/${codeHash}`);

/** The metadata of a runtime, if it was read before. */
export async function stored(codeHash: HexString): Promise<Uint8Array | null> {
	if (!("caches" in globalThis)) return null;
	try {
		const found = await (await caches.open(STORE)).match(keyOf(codeHash));
		return found ? new Uint8Array(await found.arrayBuffer()) : null;
	} catch {
		return null;
	}
}

/** Keeps the metadata of one runtime, and forgets those of earlier ones. */
export function store(codeHash: HexString, bytes: Uint8Array): void {
	if (!("caches" in globalThis)) return;
	void (async () => {
		const cache = await caches.open(STORE);
		for (const old of await cache.keys()) await cache.delete(old);
		await cache.put(keyOf(codeHash), new Response(new Uint8Array(bytes)));
	})().catch(() => undefined);
}
