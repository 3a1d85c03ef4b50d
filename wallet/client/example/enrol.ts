// Enrols a ballot account for the nation, with nothing but this package and a node's JSON-RPC.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
	emptyExtensions, encodeEnrolment, fromHex, fromWords, generalTransaction, ProverThread, Roll, toHex,
} from "@civitas/ballots";

/** What is known of the chain beforehand: its first block, and how it encodes the call. A page has it built in. */
export interface ChainFacts {
	genesis: string;
	/** The pallet's and the call's index of `roll.enrol`, from the metadata. */
	enrol: [number, number];
	/** The names of the transaction extensions, from the metadata. */
	extensions: string[];
}

export async function enrol(url: string, chain: ChainFacts, words: string, account: string): Promise<string> {
	// README: from here
	const rpc = async (method: string, ...params: unknown[]): Promise<string> => {
		const request = { jsonrpc: "2.0", id: 1, method, params };
		const headers = { "content-type": "application/json" };
		const answer = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(request) })).json();
		if (answer.error) throw new Error(`${answer.error.message}: ${answer.error.data}`);
		return answer.result;
	};
	const call = async (method: string, args: Uint8Array) => fromHex(await rpc("state_call", method, toHex(args)));

	const secret = fromWords(words);
	const wasm = readFileSync(createRequire(import.meta.url).resolve("@civitas/ballots/prover.wasm"));
	const prover = await ProverThread.start(wasm);
	try {
		const roll = new Roll(call, fromHex(chain.genesis));
		const ring = await roll.find(secret, prover);
		const enrolment = await roll.enrolment(secret, ring, fromHex(account), prover);
		const bytes = Uint8Array.from([...chain.enrol, ...encodeEnrolment(enrolment)]);
		return await rpc("author_submitExtrinsic", toHex(generalTransaction(bytes, emptyExtensions(chain.extensions))));
	} finally {
		prover.stop();
	}
	// README: to here
}
