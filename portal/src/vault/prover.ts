// SPDX-License-Identifier: Apache-2.0
/** The prover of secret ballots: a module that the page loads when somebody needs it, and that runs beside the page. */

import { fromHex, PROVER_SHA256, ProverThread } from "@civitas/ballots";
import address from "@civitas/ballots/prover.wasm?url";

/** Starts a prover, does something with it, and stops it: no secret stays in its memory. */
export async function withProver<T>(work: (prover: ProverThread) => Promise<T>): Promise<T> {
	const digest = btoa(String.fromCharCode(...fromHex(`0x${PROVER_SHA256}`)));
	const answer = await fetch(address, { integrity: `sha256-${digest}` });
	const prover = await ProverThread.start(await answer.arrayBuffer());
	try {
		return await work(prover);
	} finally {
		prover.stop();
	}
}
