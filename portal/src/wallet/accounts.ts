// SPDX-License-Identifier: Apache-2.0
/** Accounts to sign with: from wallets in the browser, and on development chains from test keys. */

import type { PolkadotSigner } from "polkadot-api";
import { connectInjectedExtension, getInjectedExtensions } from "polkadot-api/pjs-signer";

/** An account, and how it signs. */
export interface Account {
	address: string;
	/** What its owner calls it. */
	name: string;
	/** The wallet that has its key. */
	wallet: string;
	signer: PolkadotSigner;
}

/** What test keys are called among wallets. */
export const TEST_KEYS = "test keys";

/** The wallets that this browser offers, by name. */
export function wallets(): string[] {
	return getInjectedExtensions();
}

/** Asks a wallet for its accounts. The wallet asks its owner first. */
export async function accountsOf(wallet: string): Promise<Account[]> {
	if (wallet === TEST_KEYS) return (await import("./test-keys")).testAccounts();
	const extension = await connectInjectedExtension(wallet, "Civitas");
	return extension.getAccounts().map(({ address, name, polkadotSigner }) => {
		return { address, name: name ?? address, wallet, signer: polkadotSigner };
	});
}
