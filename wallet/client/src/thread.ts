// SPDX-License-Identifier: Apache-2.0
/** The code that runs in the thread of the prover. */

import { serve } from "./worker.js";

const scope = globalThis as unknown as {
	addEventListener?: (kind: "message", handler: (event: { data: unknown }) => void) => void;
	postMessage?: (message: unknown) => void;
};

if (typeof process === "undefined" || process.versions?.node === undefined) {
	serve(
		(handler) => scope.addEventListener?.("message", (event) => handler(event.data)),
		(answer) => scope.postMessage?.(answer),
	);
} else {
	const { parentPort } = await import("node:worker_threads");
	serve(
		(handler) => parentPort?.on("message", handler),
		(answer) => parentPort?.postMessage(answer),
	);
}
