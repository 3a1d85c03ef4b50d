// SPDX-License-Identifier: Apache-2.0
/** A light client in the page: it checks what nodes say by itself. Loaded only when the reader chooses it. */

import type { JsonRpcProvider } from "polkadot-api";
import { getSmProvider } from "polkadot-api/sm-provider";
import { startFromWorker } from "polkadot-api/smoldot/from-worker";

/** Starts a light client in a thread of its own, for the chain with this specification. */
export async function lightProvider(spec: string): Promise<{ provider: JsonRpcProvider; end: () => void }> {
	const worker = new Worker(new URL("./light-worker.ts", import.meta.url), { type: "module" });
	const smoldot = startFromWorker(worker);
	const provider = getSmProvider(() => smoldot.addChain({ chainSpec: spec }));
	return {
		provider,
		end: () => {
			void smoldot.terminate().finally(() => worker.terminate());
		},
	};
}
