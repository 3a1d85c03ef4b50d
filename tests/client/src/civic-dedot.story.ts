// The civic story by dedot, which knows the chain by its metadata alone.

import assert from "node:assert/strict";
import { DedotClient, WsProvider } from "dedot";
import type { GenericSubstrateApi } from "dedot/types";
import type { Person } from "./chain.js";
import { type Application, type Client, tellCivicStory } from "./civic.js";
import type { Node } from "./node.js";

type Api = DedotClient<GenericSubstrateApi>;
type Tx = ReturnType<Api["tx"]["system"]["remark"]>;

class Dedot implements Client {
	private constructor(private readonly api: Api) {}

	static async connect(node: Node): Promise<Dedot> {
		return new Dedot(await DedotClient.new<GenericSubstrateApi>(new WsProvider(node.ws)));
	}

	async close(): Promise<void> {
		await this.api.disconnect();
	}

	private async submit(who: Person, tx: Tx): Promise<void> {
		const { dispatchError } = await tx.signAndSend(who.pair).untilFinalized();
		if (!dispatchError) return;
		const meta = this.api.registry.findErrorMeta(dispatchError);
		throw new Error(meta ? `${meta.pallet}.${meta.name}: ${meta.docs.join(" ")}` : dispatchError.type);
	}

	sponsor(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.citizenship.sponsor(applicant.address));
	}

	async apply(who: Person, { rollKey, prove, evidenceHash }: Application): Promise<void> {
		const charter = await this.api.query.charter.inForce();
		const message: string = await this.api.call.citizenshipApi.possessionMessage(who.address, rollKey);
		const proof = prove(Buffer.from(message.slice(2), "hex"));
		const deposit = { type: "Sponsored" };
		await this.submit(who, this.api.tx.citizenship.apply(charter, rollKey, proof, evidenceHash, deposit));
	}

	admit(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.citizenship.admit(applicant.address));
	}

	async citizenOf(who: Person): Promise<number | undefined> {
		return this.api.view.citizenship.citizenOf(who.address);
	}

	attest(who: Person): Promise<void> {
		return this.submit(who, this.api.tx.census.attest(undefined));
	}

	async send(transaction: string): Promise<void> {
		await this.api.sendTx(transaction as `0x${string}`).untilFinalized();
	}

	vote(ballot: Person, poll: number, ayes: number): Promise<void> {
		return this.submit(ballot, this.api.tx.quadraticVoting.vote(poll, { type: "Aye", value: ayes }));
	}

	async ayes(poll: number): Promise<number> {
		const tally = await this.api.call.votingApi.tally(poll);
		assert.ok(tally, `poll ${poll} is open`);
		return Number(tally.ayes);
	}

	approve(ballot: Person, parcel: number): Promise<void> {
		return this.submit(ballot, this.api.tx.floatingTax.vote(parcel, "Approve"));
	}

	async followRate(parcel: number, seen: (rate: bigint) => void): Promise<() => void> {
		const stop = await this.api.query.floatingTax.opinions(parcel, async () => {
			seen((await this.api.call.taxApi.opinion(parcel)).rate);
		});
		return () => void stop();
	}

	bid(who: Person, parcel: number, amount: bigint): Promise<void> {
		return this.submit(who, this.api.tx.harberger.bid(parcel, amount));
	}

	async bidOn(parcel: number) {
		const bid = (await this.api.call.taxApi.holding(parcel))?.holding.bid;
		return bid && { bidder: bid.bidder.address(), amount: bid.amount };
	}

	async peopleIn(season: number): Promise<number | undefined> {
		return (await this.api.call.censusApi.record(season))?.active.value;
	}

	async free(who: Person): Promise<bigint> {
		return (await this.api.query.system.account(who.address)).data.free;
	}
}

tellCivicStory("dedot", (node) => Dedot.connect(node));
