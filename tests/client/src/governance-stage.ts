// Where the story of the thirty citizens takes place: a chain, its people, and what its parts have in common.

import assert from "node:assert/strict";
import { ProverThread, type Roll } from "@civitas/ballots";
import { type Call, Chain, type Person, type Receipt, wellKnown } from "./chain.js";
import { amendment, type Article, type CharterRef, ongoing, ORIGIN, propose, unchanged, type Vote } from "./governance.js";
import { Node } from "./node.js";
import { newPeople } from "./people.js";
import { PROVER, rollOf } from "./roll.js";
import type { Counted } from "./tallies.js";

/** What the charter says, and what it is changed to. */
export const TEXTS = {
	festivals: "Every season ends with a day on which nobody works.",
	money: "All revenue and spending of the state is public to the last unit, on the day that it happens.",
	spending: "All revenue is public to the last unit, and citizens vote on all spending.",
	land: "People hold land; nobody owns it for ever. Holders name a price, pay tax on that price, and sell at that price. "
		+ "Neighbours vote on the rate. Anyone may garden land that has lain fallow for a year.",
	rival: "People hold land; nobody owns it for ever. Nobody may garden land that another holds.",
	reasons: "A quarter of our parcels lies fallow, while forty families wait for a garden.",
};

/** The polls of the story, by what becomes of them. */
export type PollName =
	| "reject" | "repeal" | "vetoed" | "waiting" | "tooEarly" | "absent" | "repealed" | "land" | "rival"
	| "unwanted" | "removal";

export class Stage {
	/** The citizens of the genesis. Alice is the founder. */
	readonly first = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	/** Those whom the founder admits, those for whom citizens vouch, and the thirtieth. */
	readonly early = newPeople(
		"Ada", "Bruno", "Chidi", "Dina", "Emeka", "Fay", "Gus", "Hal", "Ines", "Jun", "Kofi", "Lena", "Mei", "Noor", "Omar",
	);
	readonly later = newPeople("Pia", "Quim", "Rosa", "Sami", "Tara", "Uma", "Vera", "Wim", "Xenia", "Yara");
	readonly last = newPeople("Zoe");
	readonly thirty = [...this.first, ...this.early, ...this.later, ...this.last];
	/** People with money who are no citizens. */
	readonly eve = wellKnown("Eve");
	readonly ferdie = wellKnown("Ferdie");

	/** The ballot accounts of the season, by citizen. */
	ballots = new Map<Person, Person>();
	/** Ada's ballot account of the season before. */
	former!: Person;
	/** What the great amendment is written for: the charter, its fifth article, and the block in which it is proposed. */
	base!: CharterRef;
	old!: Article & { version: number };
	proposedAt!: number;
	readonly polls = {} as Record<PollName, number>;

	node!: Node;
	chain!: Chain;
	prover!: ProverThread;
	roll!: Roll;

	async set(): Promise<void> {
		// An archive, so that the story can be read again at its end.
		this.node = await Node.dev("--state-pruning=archive");
		this.chain = await Chain.connect(this.node);
		this.prover = await ProverThread.start(PROVER);
		this.roll = rollOf(this.chain);
	}

	async clear(): Promise<void> {
		this.prover?.stop();
		await this.chain?.close();
		await this.node?.stop();
	}

	get tx() {
		return this.chain.api.tx;
	}

	/** Somebody's ballot account. */
	ballot(who: Person): Person {
		return this.ballots.get(who) as Person;
	}

	/** A call fails in its block with this error, and leaves the charter, the votes and the offices as they are. */
	async refuses(who: Person, call: Call, error: string): Promise<void> {
		const pallets = ["Charter", "QuadraticVoting", "Offices"];
		const refused = await unchanged(this.chain, pallets, () => this.chain.refusalOf(who, call));
		assert.equal(refused.reason, error, `${who.name}: ${call.method.section}.${call.method.method}`);
	}

	/** Somebody, Bob if nobody is named, proposes to the charter's track, and Ferdie pays for the decision. */
	async propose(call: Call, moment?: object, author: Person = this.first[1]): Promise<number> {
		return propose(this.chain, author, this.ferdie, ORIGIN.charter, call, moment);
	}

	/** As [`propose`], for changes of the charter in force. */
	async proposeChange(changes: object[], moment?: object, author?: Person): Promise<number> {
		return this.propose(await amendment(this.chain, changes), moment, author);
	}

	/** The ballots of people who all vote the same. */
	all(people: Person[], how: Vote): [Person, Vote][] {
		return people.map((who) => [this.ballot(who), how]);
	}

	/** The citizens' votes in an open poll. */
	async tally(poll: number): Promise<Counted> {
		const { ayes, nays, support, opposition } = (await ongoing(this.chain, poll)).tally;
		return { ayes, nays, support, opposition };
	}
}

/** The first field of an event of a transaction: mostly a name. */
export function nameIn(receipt: Receipt, event: string): string {
	return String(receipt.event(event)?.[0]);
}
