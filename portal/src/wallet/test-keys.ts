// SPDX-License-Identifier: Apache-2.0
/**
 * Keys for trying out a development chain. Everybody knows those of Alice and the others; those that are made here lie
 * unprotected in the browser. Real chains never see this code.
 */

import { fromHex, toHex } from "@civitas/ballots";
import { sr25519CreateDerive } from "@polkadot-labs/hdkd";
import {
	blake2b256,
	DEV_PHRASE,
	entropyToMiniSecret,
	type KeyPair,
	mnemonicToEntropy,
	ss58Address,
} from "@polkadot-labs/hdkd-helpers";
import { getPolkadotSigner } from "polkadot-api/signer";
import { type Account, TEST_KEYS } from "./accounts";

const KEY = "civitas/test-keys";
const WELL_KNOWN = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"];
/** Some of the people of the demo state (`tests/client/src/demo`): Ben holds land, Ada is to be sponsored. */
const DEMO = ["Ben", "Ada", "Chidi", "Hana", "Ines", "Zoe", "Marcel", "Nuria", "Registrar"];

function account(name: string, { publicKey, sign }: Pick<KeyPair, "publicKey" | "sign">): Account {
	return {
		name,
		address: ss58Address(publicKey, 42),
		wallet: TEST_KEYS,
		signer: getPolkadotSigner(publicKey, "Sr25519", sign),
	};
}

function own(): { name: string; seed: string }[] {
	return JSON.parse(localStorage.getItem(KEY) ?? "[]") as { name: string; seed: string }[];
}

function fromSeed(name: string, seed: Uint8Array): Account {
	return account(name, sr25519CreateDerive(seed)(""));
}

/** The well-known accounts, and those made here. */
export function testAccounts(): Account[] {
	const derive = sr25519CreateDerive(entropyToMiniSecret(mnemonicToEntropy(DEV_PHRASE)));
	return [
		...own().map(({ name, seed }) => fromSeed(name, fromHex(seed))),
		...[...WELL_KNOWN, ...DEMO].map((name) => account(name, derive(`//${name}`))),
	];
}

/** Makes an account and keeps its key in this browser, unprotected. */
export function makeTestAccount(name: string): Account {
	const seed = crypto.getRandomValues(new Uint8Array(32));
	localStorage.setItem(KEY, JSON.stringify([...own(), { name, seed: toHex(seed) }]));
	return fromSeed(name, seed);
}

/** The roll secret of one of the well-known citizens, which everybody knows, too. */
export function testSecret(name: string): Uint8Array {
	return blake2b256(new TextEncoder().encode(`civitas/dev-roll-key/${name}`)).slice();
}
