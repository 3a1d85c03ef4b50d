// SPDX-License-Identifier: Apache-2.0
// The script of a wallet's page, for the story of the browser: proves in a Worker and enrols a ballot account, with
// nothing but our package and what browsers have.

import {
	type BallotAccount,
	confirmEnrolment,
	emptyExtensions,
	encodeEnrolment,
	fromHex,
	generalTransaction,
	multiSignature,
	overRpc,
	ProverThread,
	Roll,
	RollError,
	RollSecrets,
	Source,
	toHex,
} from "@civitas/ballots";

/** What the story asks of the page. */
export interface Task {
	rpc: string;
	facts: { genesis: string; enrol: [number, number]; extensions: string[] };
	words: string;
}

/** What the page tells the story. */
export interface Outcome {
	error?: string;
	browser: string;
	/** How long it took, in milliseconds: to start the prover, to find and check the ring, and to prove. */
	started: number;
	found: number;
	proven: number;
	/** The longest that the page stood still while it proved, in milliseconds. */
	stoodStill: number;
	alias: string;
	/** The ballot account, whose key the browser made and keeps. */
	account: string;
	/** The seasons whose secrets the page has deleted. */
	deleted: number[];
}

/** An account whose key never leaves the browser. */
async function freshAccount(): Promise<BallotAccount> {
	const { publicKey, privateKey } = (await crypto.subtle.generateKey("Ed25519", false, ["sign"])) as CryptoKeyPair;
	return {
		publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)),
		sign: async (message) => {
			const signature = await crypto.subtle.sign("Ed25519", privateKey, Uint8Array.from(message));
			return multiSignature("ed25519", new Uint8Array(signature));
		},
	};
}

async function run(): Promise<Omit<Outcome, "browser">> {
	const { rpc: url, facts, words } = (await (await fetch("/task")).json()) as Task;
	const rpc = async (method: string, ...params: unknown[]): Promise<unknown> => {
		const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
		const headers = { "content-type": "application/json" };
		const { result, error } = await (await fetch(url, { method: "POST", headers, body })).json();
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
	const genesis = fromHex(facts.genesis);
	const source = Source.trusted(overRpc(rpc));
	const roll = new Roll(source, genesis);
	const secrets = RollSecrets.fromWords(words);
	const { season } = await roll.state();
	const candidates = secrets.candidates(season);
	const held = await Promise.all(candidates.map(({ secret }) => prover.take(secret)));
	const seat = await roll.find(held, prover);
	const found = lap();

	let [stoodStill, tick] = [0, performance.now()];
	const clock = setInterval(() => {
		stoodStill = Math.max(stoodStill, performance.now() - tick);
		tick = performance.now();
	}, 5);
	const account = await freshAccount();
	// The development chain has few citizens.
	const enrolment = await roll.enrolment(seat, account, prover, { minimum: 2 });
	clearInterval(clock);
	const proven = lap();
	const bytes = Uint8Array.from([...facts.enrol, ...encodeEnrolment(enrolment)]);
	await rpc("author_submitExtrinsic", toHex(generalTransaction(bytes, emptyExtensions(facts.extensions))));
	for (let tries = 0; ; tries++) {
		try {
			await confirmEnrolment(source, genesis, enrolment);
			break;
		} catch (error) {
			if (!(error instanceof RollError && error.reason === "NotEnrolled") || tries === 60) throw error;
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}
	const { secrets: deleted } = secrets.retire(season, candidates[held.indexOf(seat.secret)].season);
	prover.stop();
	return {
		started,
		found,
		proven,
		stoodStill: Math.round(stoodStill),
		alias: toHex(enrolment.alias),
		account: toHex(account.publicKey),
		deleted,
	};
}

const outcome = await run().catch((error: unknown) => ({ error: String(error) }));
await fetch("/outcome", { method: "POST", body: JSON.stringify({ ...outcome, browser: navigator.userAgent }) });
