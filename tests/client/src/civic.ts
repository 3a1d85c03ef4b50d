// The civic story that every client tells in its own words: join, attest, enrol, vote in secret, vote on a rate, bid,
// read a census record, follow a rate as it changes. The scene is set with polkadot.js; what the story is about is
// done by the client under test alone, through the few questions and acts of [`Client`].

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { confirmEnrolment, ProverThread, toHex } from "@civitas/ballots";
import { fieldsOf } from "./charges.js";
import { Chain, CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { ORIGIN, submitPoll } from "./governance.js";
import { Node, until } from "./node.js";
import { consenting, PROVER, rollOf, secretOf, SMALL, sourceOf, transaction } from "./roll.js";
import { changedSpec } from "./specs.js";
import { lots } from "./town.js";

/** What is known of an account that asks to join. */
export interface Application {
	rollKey: string;
	/** Signs with the roll key's secret. */
	prove(message: Uint8Array): Uint8Array;
	evidenceHash: string;
}

/** What a client is asked to do. Each act waits until a block has it, and throws the name of the error if it fails. */
export interface Client {
	close(): void | Promise<void>;
	/** Anyone pays the deposit for somebody else. */
	sponsor(who: Person, applicant: Person): Promise<void>;
	/** Reads the charter and the message to sign, and applies with the sponsor's deposit. */
	apply(who: Person, application: Application): Promise<void>;
	admit(who: Person, applicant: Person): Promise<void>;
	/** The id of the citizen behind an account. */
	citizenOf(who: Person): Promise<number | undefined>;
	attest(who: Person): Promise<void>;
	/** Sends the bytes of a transaction that nobody signs. */
	send(transaction: string): Promise<void>;
	/** Votes in a poll with this many votes. */
	vote(ballot: Person, poll: number, ayes: number): Promise<void>;
	/** Votes and credits of a poll: ayes in votes. */
	ayes(poll: number): Promise<number>;
	approve(ballot: Person, parcel: number): Promise<void>;
	/** Calls back with each floating rate of a parcel, beginning with that of now. Returns how to stop. */
	followRate(parcel: number, seen: (rate: bigint) => void): Promise<() => void>;
	bid(who: Person, parcel: number, amount: bigint): Promise<void>;
	bidOn(parcel: number): Promise<{ bidder: string; amount: bigint } | undefined>;
	/** How many active citizens the census counted in a season that is over. */
	peopleIn(season: number): Promise<number | undefined>;
	/** What an account may spend. */
	free(who: Person): Promise<bigint>;
}

/** Tells the story with the client that `connect` makes. */
export function tellCivicStory(name: string, connect: (node: Node) => Promise<Client>): void {
	describe(`the civic story by ${name}`, { timeout: 600_000 }, () => {
		const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
		const [alice, bob] = founders;
		const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
		const ada = newPerson("Ada");
		const registrar = newPerson("the registrar");
		const ballot = newPerson("Bob's ballot account");
		const neighbour = newPerson("Bob's account for the neighbourhood");

		let node: Node;
		let chain: Chain;
		let client: Client;
		let prover: ProverThread;
		let parcel: number;

		before(async () => {
			const spec = await changedSpec(({ patch }) => {
				const { balances } = patch as unknown as { balances: { balances: [string, number][] } };
				balances.balances.push([registrar.address, Number(1_000n * CIV)]);
				Object.assign(patch.founding, { seasonLength: 60, registrationNotice: 2 });
			});
			node = await Node.dev(`--chain=${spec}`);
			chain = await Chain.connect(node);
			client = await connect(node);
			prover = await ProverThread.start(PROVER);

			// A garden that Eve holds, where the three founders live who are not the registrar.
			const { tx } = chain.api;
			await chain.submit(alice, tx.land.openTerritory("Eixample", "ES", registrar.address, 10));
			const [garden] = lots();
			const entered = await chain.submit(registrar, tx.land.register(0, garden.survey, { Assigned: eve.address }));
			parcel = fieldsOf(entered, "land.Registered").number("parcel");
			await node.seal(2);
			await chain.submit(ferdie, tx.land.enact(parcel));
			await chain.submit(eve, tx.harberger.accept(parcel, 100n * CIV, 50n * CIV));
			for (const who of founders) {
				await chain.submit(who, tx.land.reside(parcel));
				await chain.submit(registrar, tx.land.confirm(await chain.citizenId(who), parcel));
			}
		});

		after(async () => {
			prover?.stop();
			await client?.close();
			await chain?.close();
			await node?.stop();
		});

		/** Goes on to the next season, and waits for its roll. */
		async function turnTheSeason(): Promise<void> {
			const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
			await chain.advanceTo(ends);
			await until("the roll", 60, async () => {
				await node.seal();
				return (await rollOf(chain).state()).complete;
			});
		}

		/** Enrols an account for Bob, with the transaction sent by the client under test. */
		async function enrol(account: Person, where: "nation" | "cells"): Promise<void> {
			const roll = rollOf(chain);
			const seat = await roll.find([await secretOf(prover, bob.entropy)], prover, { where });
			const enrolment = await roll.enrolment(seat, consenting(account), prover, SMALL);
			await client.send(toHex(transaction(chain, enrolment)));
			await until("the enrolment", 60, async () => {
				await node.seal();
				return confirmEnrolment(sourceOf(node), chain.api.genesisHash.toU8a(), enrolment).then(
					() => true,
					() => false,
				);
			});
		}

		it("joins: Eve sponsors Ada, who applies without money, and the founder admits her", async () => {
			assert.equal(await client.citizenOf(ada), undefined);
			await client.sponsor(eve, ada);
			// Some clients ask whether a call is free at the finalised block.
			await node.seal();
			await client.apply(ada, {
				rollKey: toHex(ada.rollKey),
				prove: (message) => ada.signWithRollKey(message),
				evidenceHash: `0x${"07".repeat(32)}`,
			});
			assert.equal(await client.free(ada), 0n, "she never had a token");
			await client.admit(alice, ada);
			assert.equal(await client.citizenOf(ada), 4);
		});

		it("attests in the next season, free of charge, and once", async () => {
			await turnTheSeason();
			const before = await client.free(bob);
			await client.attest(bob);
			assert.equal(await client.free(bob), before);
			await assert.rejects(client.attest(bob), /AlreadyAttested/);
		});

		it("reads the census record of the season before", async () => {
			assert.equal(await client.peopleIn(0), 5);
			assert.equal(await client.peopleIn(1), undefined, "it is not over");
		});

		it("enrols an account that nobody can tie to Bob, and votes with it in secret", async () => {
			const remark = chain.api.tx.system.remarkWithEvent("0x01");
			const poll = await submitPoll(chain, alice, ORIGIN.law, remark);
			await enrol(ballot, "nation");
			await client.vote(ballot, poll, 3);
			assert.equal(await client.ayes(poll), 3);
			await client.vote(ballot, poll, 2);
			assert.equal(await client.ayes(poll), 2, "a later vote replaces the earlier one");
		});

		it("follows the garden's rate, which falls when a neighbour approves", async () => {
			await enrol(neighbour, "cells");
			const rates: bigint[] = [];
			const stop = await client.followRate(parcel, (rate) => rates.push(rate));
			await until("the rate of now", 30, async () => rates.length > 0);
			await client.approve(neighbour, parcel);
			await until("a lower rate", 30, async () => {
				await node.seal();
				return rates[rates.length - 1] < rates[0];
			});
			stop();
		});

		it("bids for the garden", async () => {
			assert.equal(await client.bidOn(parcel), undefined);
			await client.bid(ferdie, parcel, 150n * CIV);
			assert.deepEqual(await client.bidOn(parcel), { bidder: ferdie.address, amount: 150n * CIV });
		});
	});
}
