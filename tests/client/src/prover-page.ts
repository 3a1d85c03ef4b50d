// SPDX-License-Identifier: Apache-2.0
// The script of a page that measures the prover in a Worker, for the bench of the prover.

import { ProverThread } from "@civitas/ballots";

/** What the page tells the bench. Times are in milliseconds. */
export interface Figures {
	error?: string;
	browser: string;
	/** To start the Worker: check, compile and start the module. */
	started: number;
	/** To compute the commitment of a ring of 255, the first time and the fastest. */
	committed: [number, number];
	/** To prove in a ring of 255: the first time, and the fastest. */
	proven: [number, number];
}

const TIMES = 8;

async function run(): Promise<Omit<Figures, "browser">> {
	const wasm = await (await fetch("/wallet/prover.wasm")).arrayBuffer();
	const timed = async (work: () => Promise<unknown>) => {
		const start = performance.now();
		await work();
		return Math.round(performance.now() - start);
	};
	const several = async (work: () => Promise<unknown>): Promise<[number, number]> => {
		const times: number[] = [];
		for (let i = 0; i < TIMES; i++) times.push(await timed(work));
		return [times[0], Math.min(...times)];
	};
	let prover!: ProverThread;
	const started = await timed(async () => {
		prover = await ProverThread.start(wasm);
	});
	const secrets = await Promise.all(Array.from({ length: 255 }, (_, n) => prover.take(new Uint8Array(32).fill(n))));
	const keys = await Promise.all(secrets.map((secret) => prover.rollKey(secret)));
	const [context, message] = [new Uint8Array(32), new Uint8Array(143)];
	const proven = await several(() => prover.prove(secrets[100], keys, context, message));
	const committed = await several(() => prover.commitment(keys));
	prover.stop();
	return { started, committed, proven };
}

const outcome = await run().catch((error: unknown) => ({ error: String(error) }));
await fetch("/outcome", { method: "POST", body: JSON.stringify({ ...outcome, browser: navigator.userAgent }) });
