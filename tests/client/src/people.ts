// SPDX-License-Identifier: Apache-2.0
// How people come into a story: they become citizens, say that they are here, and enrol accounts to vote with.

import { randomBytes } from "node:crypto";
import type { ProverThread, Roll } from "@civitas/ballots";
import { Keyring } from "@polkadot/api";
import { type Chain, newPerson, Person } from "./chain.js";
import { consenting, SMALL, secretOf, submit, transaction } from "./roll.js";

/** How many citizens must vouch for an applicant, and for how many one can vouch in a season. */
const VOUCHES = 3;

/** A pair of keys in a wallet, and nothing else. */
function ballotAccount(who: Person): Person {
	const pair = new Keyring({ type: "sr25519" }).addFromSeed(randomBytes(32));
	return new Person(`${who.name}'s ballot account`, pair, who.entropy);
}

/** Strangers apply for citizenship; their sponsor pays the deposits. */
export async function apply(chain: Chain, sponsor: Person, strangers: Person[]): Promise<void> {
	const { citizenship, utility } = chain.api.tx;
	await chain.submit(sponsor, utility.batchAll(strangers.map((who) => citizenship.sponsor(who.address))));
	await Promise.all(strangers.map(async (who) => chain.submitFree(who, await chain.application(who))));
}

/** The founder admits applicants. Works in the Founding tier. */
export async function admitAsFounder(chain: Chain, founder: Person, applicants: Person[]): Promise<void> {
	const { citizenship, utility } = chain.api.tx;
	await chain.submit(founder, utility.batchAll(applicants.map((who) => citizenship.admit(who.address))));
}

/** Citizens past probation vouch for applicants; when the time for challenges is over, `stranger` admits them. All free of charge. */
export async function admitByVouches(
	chain: Chain,
	citizens: Person[],
	stranger: Person,
	applicants: Person[],
): Promise<void> {
	const { vouch, accept, admit } = chain.api.tx.citizenship;
	await Promise.all(
		citizens.map(async (citizen, i) => {
			// The first three citizens vouch for the first three applicants, and so on.
			const first = Math.floor(i / VOUCHES) * VOUCHES;
			for (const who of applicants.slice(first, first + VOUCHES)) await chain.submitFree(citizen, vouch(who.address));
		}),
	);
	for (const who of applicants) {
		const info = (await chain.api.call.citizenshipApi.application(who.address)).toJSON();
		const { challengeableUntil, needsAcceptance } = info as { challengeableUntil: number; needsAcceptance: boolean };
		// The charter has changed since the application.
		if (needsAcceptance) await chain.submitFree(who, accept(await chain.api.query.charter.inForce()));
		await chain.advanceTo(challengeableUntil);
		await chain.submitFree(stranger, admit(who.address));
	}
}

/** Citizens say that they are still here, free of charge. */
export async function attest(chain: Chain, citizens: Person[]): Promise<void> {
	await Promise.all(citizens.map((who) => chain.submitFree(who, chain.api.tx.census.attest(null))));
}

/** Enrols a fresh account for a citizen's secret votes of this season: the first one, or number `count` from 0. */
export async function enrol(chain: Chain, roll: Roll, prover: ProverThread, who: Person, count = 0): Promise<Person> {
	const ballot = ballotAccount(who);
	const seat = await roll.find(await secretOf(prover, who.entropy), prover);
	await submit(chain, transaction(chain, await roll.enrolment(seat, consenting(ballot), prover, { ...SMALL, count })));
	return ballot;
}

/** Enrols a fresh account for each of these citizens, all of the nation's first ring. */
export async function enrolAll(
	chain: Chain,
	roll: Roll,
	prover: ProverThread,
	citizens: Person[],
): Promise<Map<Person, Person>> {
	const [ring] = await roll.rings();
	const ballots = new Map<Person, Person>();
	let sending: Promise<unknown> = Promise.resolve();
	for (const who of citizens) {
		// While one enrolment is sent, the next is proven.
		const ballot = ballotAccount(who);
		const seat = await roll.seatIn(ring, await secretOf(prover, who.entropy), prover);
		const enrolment = await roll.enrolment(seat, consenting(ballot), prover, SMALL);
		await sending;
		sending = submit(chain, transaction(chain, enrolment));
		sending.catch(() => undefined);
		ballots.set(who, ballot);
	}
	await sending;
	return ballots;
}

/** People with these names, who have just made their keys. */
export function newPeople(...names: string[]): Person[] {
	return names.map(newPerson);
}
