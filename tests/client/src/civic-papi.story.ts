// The civic story by polkadot-api, with the types of our package of descriptors.

import assert from "node:assert/strict";
import { type Civitas, civitas } from "@civitas/descriptors";
import { WebSocket } from "@polkadot/x-ws";
import { createClient, type PolkadotClient, type TypedApi } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";
import { getWsProvider } from "polkadot-api/ws";
import type { Person } from "./chain.js";
import { type Application, type Client, tellCivicStory } from "./civic.js";
import type { Node } from "./node.js";

type Api = TypedApi<Civitas>;
type Tx = { signAndSubmit: ReturnType<Api["tx"]["System"]["remark"]>["signAndSubmit"] };

/** What is asked of the newest block, not of the last final one. */
const NOW = { at: "best" } as const;

class Papi implements Client {
	private readonly client: PolkadotClient;
	private readonly api: Api;

	constructor(node: Node) {
		// Node.js has a WebSocket of its own from version 22 on.
		const websocketClass = WebSocket as unknown as typeof globalThis.WebSocket;
		this.client = createClient(getWsProvider(node.ws, { websocketClass }));
		this.api = this.client.getTypedApi(civitas);
	}

	close(): void {
		this.client.destroy();
	}

	private async submit(who: Person, tx: Tx): Promise<void> {
		const signer = getPolkadotSigner(who.pair.publicKey, "Sr25519", (message) => who.pair.sign(message));
		const done = await tx.signAndSubmit(signer);
		if (done.ok) return;
		throw new Error(JSON.stringify(done.dispatchError));
	}

	sponsor(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.Citizenship.sponsor({ applicant: applicant.address }));
	}

	async apply(who: Person, { rollKey, prove, evidenceHash }: Application): Promise<void> {
		const charter = await this.api.query.Charter.InForce.getValue();
		const message = await this.api.apis.CitizenshipApi.possession_message(who.address, rollKey);
		const proof = `0x${Buffer.from(prove(message)).toString("hex")}`;
		const deposit = { type: "Sponsored", value: undefined } as const;
		const application = { charter, roll_key: rollKey, proof, evidence_hash: evidenceHash, deposit };
		await this.submit(who, this.api.tx.Citizenship.apply(application));
	}

	admit(who: Person, applicant: Person): Promise<void> {
		return this.submit(who, this.api.tx.Citizenship.admit({ applicant: applicant.address }));
	}

	async citizenOf(who: Person): Promise<number | undefined> {
		return this.api.view.Citizenship.citizen_of(who.address);
	}

	attest(who: Person): Promise<void> {
		return this.submit(who, this.api.tx.Census.attest({ next: undefined }));
	}

	async send(transaction: string): Promise<void> {
		const sent = await this.client.submit(Buffer.from(transaction.slice(2), "hex"));
		assert.ok(sent.ok, "the enrolment");
	}

	vote(ballot: Person, poll: number, ayes: number): Promise<void> {
		return this.submit(ballot, this.api.tx.QuadraticVoting.vote({ poll, vote: { type: "Aye", value: ayes } }));
	}

	async ayes(poll: number): Promise<number> {
		const tally = await this.api.apis.VotingApi.tally(poll, NOW);
		assert.ok(tally, `poll ${poll} is open`);
		return Number(tally.ayes);
	}

	approve(ballot: Person, parcel: number): Promise<void> {
		return this.submit(ballot, this.api.tx.FloatingTax.vote({ parcel, vote: { type: "Approve", value: undefined } }));
	}

	async followRate(parcel: number, seen: (rate: bigint) => void): Promise<() => void> {
		const changes = this.api.query.FloatingTax.Opinions.watchValue(parcel, NOW).subscribe(() => {
			this.api.apis.TaxApi.opinion(parcel, NOW).then(({ rate }) => seen(rate));
		});
		return () => changes.unsubscribe();
	}

	bid(who: Person, parcel: number, amount: bigint): Promise<void> {
		return this.submit(who, this.api.tx.Harberger.bid({ parcel, amount }));
	}

	async bidOn(parcel: number) {
		const held = await this.api.apis.TaxApi.holding(parcel, NOW);
		const bid = held?.holding.bid;
		return bid && { bidder: bid.bidder, amount: bid.amount };
	}

	async peopleIn(season: number): Promise<number | undefined> {
		return (await this.api.apis.CensusApi.record(season, NOW))?.active.value;
	}

	async free(who: Person): Promise<bigint> {
		return (await this.api.query.System.Account.getValue(who.address, NOW)).data.free;
	}
}

tellCivicStory("polkadot-api", async (node) => new Papi(node));
