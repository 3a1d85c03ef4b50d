// SPDX-License-Identifier: Apache-2.0
// Enrols a ballot account for the nation, with nothing but this package and the JSON-RPC of two nodes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
	type BallotAccount,
	confirmEnrolment,
	emptyExtensions,
	encodeEnrolment,
	forgetEnrolment,
	fromHex,
	generalTransaction,
	overRpc,
	ProverThread,
	Roll,
	RollError,
	type RollSecrets,
	type Rpc,
	Source,
	toHex,
	type UsedAccounts,
} from "@civitas/ballots";

/** What is known of the chain beforehand: its first block, and how it encodes the call. A page has it built in. */
export interface ChainFacts {
	genesis: string;
	/** The pallet's and the call's index of `roll.enrol`, from the metadata. */
	enrol: [number, number];
	/** The names of the transaction extensions, from the metadata. */
	extensions: string[];
}

/** The voter's side: the roll secrets, a fresh account, and the accounts that earlier proofs were made for. */
export interface Voter {
	secrets: RollSecrets;
	account: BallotAccount;
	usedAccounts: UsedAccounts;
	/** The fewest members that the voter's ring must have. Leave it out, unless you know better. */
	minimum?: number;
}

/** JSON-RPC over HTTP. */
export const http =
	(url: string): Rpc =>
	async (method, ...params) => {
		const request = { jsonrpc: "2.0", id: 1, method, params };
		const headers = { "content-type": "application/json" };
		const answer = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(request) })).json();
		if (answer.error) throw new Error(`${answer.error.message}: ${answer.error.data}`);
		return answer.result;
	};

/** Reads from two nodes that do not know each other, and sends through a third, best by an anonymising network. */
export async function enrol(readers: Rpc[], sender: Rpc, chain: ChainFacts, voter: Voter): Promise<void> {
	// README: from here
	const genesis = fromHex(chain.genesis);
	const wasm = readFileSync(createRequire(import.meta.url).resolve("@civitas/ballots/prover.wasm"));
	const prover = await ProverThread.start(wasm);
	try {
		const roll = new Roll(Source.agreed(readers.map(overRpc)), genesis, { usedAccounts: voter.usedAccounts });
		const { season } = await roll.state();
		const candidates = voter.secrets.candidates(season);
		const held = await Promise.all(candidates.map(({ secret }) => prover.take(secret)));
		const seat = await roll.find(held, prover);
		const enrolment = await roll.enrolment(seat, voter.account, prover, { minimum: voter.minimum });

		const call = Uint8Array.from([...chain.enrol, ...encodeEnrolment(enrolment)]);
		await sender("author_submitExtrinsic", toHex(generalTransaction(call, emptyExtensions(chain.extensions))));
		await untilConfirmed(() => confirmEnrolment(Source.trusted(overRpc(sender)), genesis, enrolment));
		forgetEnrolment(enrolment);
		// No earlier secret is needed any more: the roll seats this one.
		voter.secrets.retire(season, candidates[held.indexOf(seat.secret)].season);
	} finally {
		prover.stop();
	}
	// README: to here
}

/** Asks again until the enrolment is final. */
async function untilConfirmed(confirm: () => Promise<void>): Promise<void> {
	for (let tries = 0; ; tries++) {
		try {
			return await confirm();
		} catch (error) {
			if (!(error instanceof RollError && error.reason === "NotEnrolled") || tries === 60) throw error;
			await new Promise((resolve) => setTimeout(resolve, 1_000));
		}
	}
}
