// SPDX-License-Identifier: Apache-2.0
/** Secret votes: enrol a fresh account by a proof, vote with it, change the vote. */

import {
	aliasInfo,
	type BallotAccount,
	confirmEnrolment,
	contextBytes,
	emptyExtensions,
	encodeEnrolment,
	forgetEnrolment,
	fromHex,
	generalTransaction,
	multiSignature,
	nextKey,
	overRpc,
	possessionMessage,
	Roll,
	RollError,
	Source,
	toHex,
	type VotingContext,
	wipe,
} from "@civitas/ballots";
import { AccountId, type PolkadotSigner } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";
import type { Chain } from "../chain/connection";
import { moduleError } from "../chain/errors";
import { factsOf } from "../chain/lookup";
import { withProver } from "./prover";
import type { Ballot, Vault } from "./vault";

/** Keys in the format that browsers read begin with this. */
const PKCS8 = fromHex("0x302e020100300506032b657004220420");

async function importSeed(seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
	const bytes = new Uint8Array([...PKCS8, ...seed]);
	try {
		return await crypto.subtle.importKey("pkcs8", bytes, "Ed25519", extractable, ["sign"]);
	} finally {
		wipe(bytes);
	}
}

/** Makes a fresh account. It has never received money, nor signed anything. */
async function freshAccount(): Promise<{ account: string; seed: string }> {
	const seed = crypto.getRandomValues(new Uint8Array(32));
	const { x } = await crypto.subtle.exportKey("jwk", await importSeed(seed, true));
	const publicKey = Uint8Array.from(atob((x ?? "").replace(/-/g, "+").replace(/_/g, "/")), (char) =>
		char.charCodeAt(0),
	);
	return { account: toHex(publicKey), seed: toHex(seed) };
}

async function signWith({ seed }: Pick<Ballot, "seed">, message: Uint8Array): Promise<Uint8Array> {
	const key = await importSeed(fromHex(seed), false);
	return new Uint8Array(await crypto.subtle.sign("Ed25519", key, new Uint8Array(message)));
}

/** A ballot account as one that sends transactions. */
export function voterOf(ballot: Ballot): { address: string; signer: PolkadotSigner } {
	const publicKey = fromHex(ballot.account);
	return {
		address: AccountId(42).dec(publicKey),
		signer: getPolkadotSigner(publicKey, "Ed25519", (message) => signWith(ballot, message)),
	};
}

/** How far an enrolment is. */
export type Step = "prover" | "roll" | "proof" | "sent" | "block" | "done";

/** The roll as it is read through the node, and nothing in it depends on who asks. */
export function rollOf(chain: Chain, vault?: Vault): { roll: Roll; source: Source } {
	const source = Source.trusted(overRpc(chain.rpc));
	const used = vault && {
		has: (account: string) => vault.ballots().some((one) => one.account === account && one.state !== "made"),
		add: () => undefined,
	};
	return { roll: new Roll(source, fromHex(chain.genesis), { usedAccounts: used }), source };
}

/** What the voter should know before the proof. */
export interface Company {
	/** How many people share the ring. */
	members: number;
}

/**
 * Enrols a fresh account for the votes of this season. Everything is noted in the vault before it is sent, so a page that
 * closes in the middle loses nothing. `agree` is asked once the ring is known: its members are whom the voter is hidden among.
 */
export async function enrol(
	chain: Chain,
	vault: Vault,
	context: VotingContext,
	tell: (step: Step) => void,
	agree: (company: Company) => Promise<boolean>,
): Promise<Ballot | undefined> {
	tell("prover");
	const genesis = fromHex(chain.genesis);
	return withProver(async (prover) => {
		tell("roll");
		const { roll, source } = rollOf(chain, vault);
		const secrets = vault.secrets();
		try {
			const { season, minimum } = await roll.state();
			const candidates = secrets.candidates(season);
			if (candidates.length === 0) throw new RollError("NotSeated");
			const held = await Promise.all(candidates.map(({ secret }) => prover.take(secret)));
			// Every ring is fetched, so nobody learns which one is asked for.
			const seat = await roll.find(held, prover, { where: context === "Nation" ? "nation" : "cells" });
			const members = seat.keys.length;
			if (!(await agree({ members }))) return undefined;

			tell("proof");
			const alias = await prover.alias(seat.secret, contextBytes(genesis, context, season));
			const { used: count } = await aliasInfo(source, genesis, season, context, alias);
			const ballot: Ballot = {
				season,
				context,
				...(await freshAccount()),
				state: "made",
				alias: toHex(alias),
				count,
				ring: members,
			};
			await vault.keepBallot(ballot);
			const account: BallotAccount = {
				publicKey: fromHex(ballot.account),
				sign: async (message) => multiSignature("ed25519", await signWith(ballot, message)),
			};
			const enrolment = await roll.enrolment(seat, account, prover, { count, minimum });
			await vault.keepBallot({ ...ballot, state: "sent" });

			tell("sent");
			const { enrol: index, extensions } = await factsOf(chain);
			const call = Uint8Array.from([...index, ...encodeEnrolment(enrolment)]);
			try {
				await chain.rpc("author_submitExtrinsic", toHex(generalTransaction(call, emptyExtensions(extensions))));
			} catch (error) {
				throw await refusal(chain, error);
			}
			tell("block");
			await untilEnrolled(() => confirmEnrolment(source, genesis, enrolment));
			forgetEnrolment(enrolment);
			const enrolled: Ballot = { ...ballot, state: "enrolled" };
			await vault.keepBallot(enrolled);
			// Nobody needs earlier secrets any more: how their owner has voted can be shown no longer.
			const seated = candidates[held.indexOf(seat.secret)];
			if (seated) {
				const { accountsUpTo } = secrets.retire(season, seated.season);
				await vault.keepSecrets(secrets);
				if (accountsUpTo !== undefined) await vault.forgetBallots(accountsUpTo);
			}
			tell("done");
			return enrolled;
		} finally {
			secrets.forget();
		}
	});
}

/** What the chain says of a message that nobody signs, if it refuses it. */
async function refusal(chain: Chain, error: unknown): Promise<unknown> {
	const custom = /Custom error: (\d+)/.exec(
		error instanceof Error ? error.message + JSON.stringify(error) : String(error),
	);
	if (!custom) return error;
	const { rollErrors } = await factsOf(chain);
	const name = rollErrors.get(Number(custom[1]));
	return name ? moduleError(chain, "Roll", name) : error;
}

async function untilEnrolled(confirm: () => Promise<void>): Promise<void> {
	for (let tries = 0; ; tries++) {
		try {
			return await confirm();
		} catch (error) {
			if (!(error instanceof RollError && error.reason === "NotEnrolled") || tries === 240) throw error;
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}
}

/** Looks whether an account that was on its way when the page closed has arrived, and notes it. */
export async function settle(chain: Chain, vault: Vault, ballot: Ballot): Promise<Ballot | undefined> {
	if (ballot.state === "enrolled") return ballot;
	const found = await chain.api.apis.RollApi.enrolment(voterOf(ballot).address, { at: "best" });
	if (!found || found.alias !== ballot.alias || found.season !== ballot.season) return undefined;
	const enrolled: Ballot = { ...ballot, state: "enrolled" };
	await vault.keepBallot(enrolled);
	return enrolled;
}

/** A roll key and the proof that its owner has the secret, for an application or a new key. */
export async function showKey(
	chain: Chain,
	vault: Vault,
	address: string,
): Promise<{ rollKey: string; proof: string }> {
	return withProver(async (prover) => {
		const secrets = vault.secrets();
		try {
			const newest = secrets.stored().at(-1);
			if (!newest) throw new RollError("NotSeated");
			const held = await prover.take(newest.secret);
			const rollKey = await prover.rollKey(held);
			const message = possessionMessage(fromHex(chain.genesis), AccountId().enc(address), rollKey);
			return { rollKey: toHex(rollKey), proof: toHex(await prover.sign(held, message)) };
		} finally {
			secrets.forget();
		}
	});
}

/** The key of the next season, for the attestation of this one. It is kept before it is sent. */
export async function keyOfNext(chain: Chain, vault: Vault, address: string, season: number) {
	return withProver(async (prover) => {
		const secrets = vault.secrets();
		try {
			const held = await prover.take(secrets.of(season + 1).secret);
			await vault.keepSecrets(secrets);
			const { rollKey, possession } = await nextKey(fromHex(chain.genesis), AccountId().enc(address), held, prover);
			return { roll_key: toHex(rollKey), proof: toHex(possession) };
		} finally {
			secrets.forget();
		}
	});
}
