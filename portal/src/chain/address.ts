// SPDX-License-Identifier: Apache-2.0
/** Addresses of accounts. */

import { AccountId } from "polkadot-api";

/** An address as this chain writes it, whatever prefix it came with. Nothing, if it is no address. */
export function addressOf(text: string): string | undefined {
	try {
		return AccountId(42).dec(AccountId().enc(text.trim()));
	} catch {
		return undefined;
	}
}
