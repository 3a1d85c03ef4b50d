// SPDX-License-Identifier: Apache-2.0
/** Fingerprints as the chain makes them. */

import { Blake2256 } from "@polkadot-api/substrate-bindings";

/** Blake2-256. */
export function hashOf(bytes: Uint8Array): Uint8Array {
	return Blake2256(bytes);
}
