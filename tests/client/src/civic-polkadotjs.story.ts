// The civic story by @polkadot/api.

import { WsProvider } from "@polkadot/api";
import type { Codec } from "@polkadot/types/types";
import type { Call, Person } from "./chain.js";
import { Chain } from "./chain.js";
import { type Application, type Client, tellCivicStory } from "./civic.js";
import type { Node } from "./node.js";

class PolkadotJs implements Client {
	private constructor(private readonly chain: Chain) {}

	static async connect(node: Node): Promise<PolkadotJs> {
		return new PolkadotJs(await Chain.connect(node));
	}

	private get api() {
		return this.chain.api;
	}

	close(): Promise<void> {
		return this.chain.close();
	}

	private async submit(who: Person, call: Call): Promise<void> {
		await this.chain.submit(who, call);
	}

	sponsor(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.citizenship.sponsor(applicant.address));
	}

	async apply(who: Person, { rollKey, prove, evidenceHash }: Application): Promise<void> {
		const charter = await this.api.query.charter.inForce();
		const message = this.chain.bytes(await this.api.call.citizenshipApi.possessionMessage(who.address, rollKey));
		await this.submit(who, this.api.tx.citizenship.apply(charter, rollKey, prove(message), evidenceHash, "Sponsored"));
	}

	admit(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.citizenship.admit(applicant.address));
	}

	citizenOf(who: Person): Promise<number | undefined> {
		return this.chain.citizenId(who);
	}

	attest(who: Person): Promise<void> {
		return this.submit(who, this.api.tx.census.attest(null));
	}

	async send(transaction: string): Promise<void> {
		// The bytes go to the node as they are: this client wraps such transactions twice when it writes them.
		const provider = new WsProvider(this.chain.node.ws);
		try {
			await provider.isReady;
			await provider.send("author_submitExtrinsic", [transaction]);
		} finally {
			await provider.disconnect();
		}
	}

	vote(ballot: Person, poll: number, ayes: number): Promise<void> {
		return this.submit(ballot, this.api.tx.quadraticVoting.vote(poll, { Aye: ayes }));
	}

	async ayes(poll: number): Promise<number> {
		return Number((await this.said<{ ayes: number }>(this.api.call.votingApi.tally(poll))).ayes);
	}

	approve(ballot: Person, parcel: number): Promise<void> {
		return this.submit(ballot, this.api.tx.floatingTax.vote(parcel, "Approve"));
	}

	async followRate(parcel: number, seen: (rate: bigint) => void): Promise<() => void> {
		const stop = await this.api.query.floatingTax.opinions(parcel, async () => {
			const { rate } = await this.said<{ rate: number | string }>(this.api.call.taxApi.opinion(parcel));
			seen(BigInt(rate));
		});
		return stop as unknown as () => void;
	}

	bid(who: Person, parcel: number, amount: bigint): Promise<void> {
		return this.submit(who, this.api.tx.harberger.bid(parcel, amount));
	}

	async bidOn(parcel: number) {
		type Held = { holding: { bid: { bidder: string; amount: number | string } | null } } | null;
		const bid = (await this.said<Held>(this.api.call.taxApi.holding(parcel)))?.holding.bid;
		return bid ? { bidder: bid.bidder, amount: BigInt(bid.amount) } : undefined;
	}

	async peopleIn(season: number): Promise<number | undefined> {
		type Record = { active: { value: number } } | null;
		return (await this.said<Record>(this.api.call.censusApi.record(season)))?.active.value;
	}

	async free(who: Person): Promise<bigint> {
		return (await this.chain.balance(who)).free;
	}

	private async said<T>(answer: Promise<Codec>): Promise<T> {
		return (await answer).toJSON() as T;
	}
}

tellCivicStory("@polkadot/api", (node) => PolkadotJs.connect(node));
