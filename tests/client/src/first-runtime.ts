// SPDX-License-Identifier: Apache-2.0
// How clients spoke to the runtime that is kept as a file: what the story of an upgrade needs from before it. The
// metadata says how calls are written; what proofs and signatures are over, it does not.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { contextBytes, emptyExtensions, fromHex, generalTransaction, type ProverThread, toHex } from "@civitas/ballots";
import { Keyring } from "@polkadot/api";
import { type Call, type Chain, Person } from "./chain.js";
import { factsOf, secretOf, submit } from "./roll.js";
import type { Genesis } from "./specs.js";

/** The runtime: version 100. */
export const FOUNDING = readFileSync(new URL("../fixtures/founding-runtime.wasm", import.meta.url));

/** What today's development chain sets at its genesis, and that runtime does not know. */
const UNKNOWN = [
	"furtherChallengePeriod",
	"appealPeriod",
	"registrationNotice",
	"landRulingPeriod",
	"assignmentPeriod",
	"stayPeriod",
	"bindingPeriod",
	"gracePeriod",
];

/** Lets a chain begin with that runtime. Answers the one that it would have begun with. */
export function founded(genesis: Genesis): Uint8Array {
	const today = Buffer.from(genesis.code.slice(2), "hex");
	genesis.code = toHex(FOUNDING);
	for (const key of UNKNOWN) delete genesis.patch.founding[key];
	return today;
}

/** The ring that an enrolment names: the nation's first. */
const RING = Uint8Array.of(0, 0, 0, 0, 0);
/** The context that it names: the nation. */
const NATION = Uint8Array.of(0);

/** Enrols a fresh account for a citizen's secret votes of this season. Whoever enrols again moves to that account. */
export async function enrol(chain: Chain, prover: ProverThread, who: Person): Promise<Person> {
	const pair = new Keyring({ type: "sr25519" }).addFromSeed(randomBytes(32));
	const genesis = chain.api.genesisHash.toU8a();
	const { index: season } = (await chain.api.call.seasonsApi.season()).toJSON() as { index: number };
	const [count, ...members] = fromHex(await chain.node.rpc("state_call", "RollApi_members", toHex(RING)));
	// The length in SCALE's compact form: such a ring has less than 64 members.
	const keys = Array.from({ length: count >> 2 }, (_, i) => Uint8Array.from(members.slice(32 * i, 32 * i + 32)));

	const message = joined(Buffer.from("civitas/roll/enrol"), genesis, u32(season), NATION, pair.publicKey);
	const secret = await secretOf(prover, who.entropy);
	const { alias, proof } = await prover.prove(secret, keys, contextBytes(genesis, "Nation", season), message);

	const { enrol: callIndex, extensions } = factsOf(chain);
	const call = joined(Uint8Array.from(callIndex), u32(season), RING, NATION, pair.publicKey, alias, proof);
	await submit(chain, generalTransaction(call, emptyExtensions(extensions)));
	return new Person(`${who.name}'s ballot account`, pair, who.entropy);
}

/** An application: a sponsor's deposit is taken if there is one, and the applicant's own if not. */
export async function application(chain: Chain, who: Person): Promise<Call> {
	const { api } = chain;
	const message = chain.bytes(await api.call.citizenshipApi.possessionMessage(who.address, who.rollKey));
	const proof = who.signWithRollKey(message);
	return api.tx.citizenship.apply(await api.query.charter.inForce(), who.rollKey, proof, randomBytes(32));
}

function joined(...parts: Uint8Array[]): Uint8Array {
	return Uint8Array.from(Buffer.concat(parts));
}

function u32(value: number): Uint8Array {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
