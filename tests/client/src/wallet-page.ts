// The script of a wallet's page, for the story of the browser: proves in a Worker and enrols a ballot account, with
// nothing but our package and what browsers have.

import {
	emptyExtensions, encodeEnrolment, fromHex, fromWords, generalTransaction, ProverThread, Roll, toHex,
} from "@civitas/ballots";

/** What the story asks of the page. */
export interface Task {
	rpc: string;
	facts: { genesis: string; enrol: [number, number]; extensions: string[] };
	words: string;
	account: string;
}

/** What the page tells the story. */
export interface Outcome {
	error?: string;
	browser: string;
	/** How long it took, in milliseconds: to start the prover, to find and check the ring, to prove, to prove in a ring of 255. */
	started: number;
	found: number;
	proven: number;
	provenAmong255: number;
	/** The longest that the page stood still while it proved, in milliseconds. */
	stoodStill: number;
	alias: string;
}

async function run(): Promise<Omit<Outcome, "browser">> {
	const { rpc, facts, words, account } = (await (await fetch("/task")).json()) as Task;
	const ask = async (method: string, ...params: unknown[]): Promise<string> => {
		const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
		const headers = { "content-type": "application/json" };
		const { result, error } = await (await fetch(rpc, { method: "POST", headers, body })).json();
		if (error) throw new Error(JSON.stringify(error));
		return result;
	};
	let last = performance.now();
	const lap = () => {
		const taken = performance.now() - last;
		last += taken;
		return Math.round(taken);
	};

	const wasm = await (await fetch("/wallet/prover.wasm")).arrayBuffer();
	lap();
	const prover = await ProverThread.start(wasm);
	const started = lap();
	const call = async (method: string, args: Uint8Array) => fromHex(await ask("state_call", method, toHex(args)));
	const roll = new Roll(call, fromHex(facts.genesis));
	const secret = fromWords(words);
	const ring = await roll.find(secret, prover);
	const found = lap();

	let [stoodStill, tick] = [0, performance.now()];
	const clock = setInterval(() => {
		stoodStill = Math.max(stoodStill, performance.now() - tick);
		tick = performance.now();
	}, 5);
	const enrolment = await roll.enrolment(secret, ring, fromHex(account), prover);
	clearInterval(clock);
	const proven = lap();
	const bytes = Uint8Array.from([...facts.enrol, ...encodeEnrolment(enrolment)]);
	await ask("author_submitExtrinsic", toHex(generalTransaction(bytes, emptyExtensions(facts.extensions))));

	const many = await Promise.all(Array.from({ length: 255 }, (_, n) => prover.member(new Uint8Array(32).fill(n))));
	lap();
	await prover.prove(new Uint8Array(32).fill(100), many, fromHex("0x01"), fromHex("0x02"));
	const provenAmong255 = lap();
	prover.stop();
	return { started, found, proven, provenAmong255, stoodStill: Math.round(stoodStill), alias: toHex(enrolment.alias) };
}

const outcome = await run().catch((error: unknown) => ({ error: String(error) }));
await fetch("/outcome", { method: "POST", body: JSON.stringify({ ...outcome, browser: navigator.userAgent }) });
export {};
