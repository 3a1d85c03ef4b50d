// SPDX-License-Identifier: Apache-2.0
/** Acts: a call is signed, sent and watched until a block has it, and pages see how far it is. */

import { i18n } from "@lingui/core";
import type { PolkadotSigner, Transaction, TxEventsPayload } from "polkadot-api";
import { useCallback, useRef, useState } from "react";
import type { Chain } from "./connection";
import { readAgain, useChain } from "./context";
import { dispatchError, explain } from "./errors";

/** Who sends: an account of a wallet, or a ballot account. */
export interface Signer {
	address: string;
	signer: PolkadotSigner;
}

export type Stage =
	| { stage: "idle" }
	/** The wallet asks its owner. */
	| { stage: "signing" }
	/** The node has it; no block yet. */
	| { stage: "sending" }
	| { stage: "done"; events: TxEventsPayload["events"] }
	| { stage: "failed"; message: string };

/** Signs and sends a call, and waits for the block. Throws what the chain says if it is refused. */
export async function send(
	chain: Chain,
	account: Signer,
	tx: Transaction,
	tell: (stage: Stage) => void = () => undefined,
): Promise<TxEventsPayload["events"]> {
	tell({ stage: "signing" });
	// The newest block, not the newest final one: what this account did a moment ago counts.
	const [[best], nonce] = await Promise.all([chain.client.getBestBlocks(), nextNonce(chain, account.address)]);
	return new Promise((resolve, reject) => {
		const subscription = tx.signSubmitAndWatch(account.signer, { at: best?.hash, nonce }).subscribe({
			next: (event) => {
				if (event.type === "broadcasted") return tell({ stage: "sending" });
				if (event.type === "signed") return;
				if (event.type === "txBestBlocksState" && !event.found) {
					if (!event.isValid)
						reject(new Error(i18n.t("The chain would not take this any more. Look at the page again.")));
					return;
				}
				// It stays in the chain from here on, whatever becomes of the subscription.
				setTimeout(() => subscription.unsubscribe());
				if (event.ok) resolve(event.events);
				else dispatchError(chain, event.dispatchError).then(reject, reject);
			},
			error: reject,
		});
	});
}

async function nextNonce(chain: Chain, address: string): Promise<number> {
	try {
		return Number(await chain.rpc("system_accountNextIndex", address));
	} catch {
		return chain.api.apis.AccountNonceApi.account_nonce(address, { at: "best" });
	}
}

/** An act of a page: its stage, and `run`, which resolves to whether it has succeeded. */
export function useAct(): {
	stage: Stage;
	busy: boolean;
	run: (account: Signer | undefined, make: () => Transaction | Promise<Transaction>) => Promise<boolean>;
	reset: () => void;
} {
	const { chain } = useChain();
	const [stage, setStage] = useState<Stage>({ stage: "idle" });
	const running = useRef(false);
	const run = useCallback(
		async (account: Signer | undefined, make: () => Transaction | Promise<Transaction>) => {
			if (running.current || !account) return false;
			running.current = true;
			try {
				const events = await send(chain, account, await make(), setStage);
				setStage({ stage: "done", events });
				await readAgain();
				return true;
			} catch (error) {
				setStage({ stage: "failed", message: explain(error) });
				return false;
			} finally {
				running.current = false;
			}
		},
		[chain],
	);
	const reset = useCallback(() => setStage({ stage: "idle" }), []);
	return { stage, busy: stage.stage === "signing" || stage.stage === "sending", run, reset };
}
