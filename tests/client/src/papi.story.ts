// SPDX-License-Identifier: Apache-2.0
// The same chain seen by polkadot-api, which speaks the new JSON-RPC (chainHead, transactionWatch) and knows the
// chain by nothing but its metadata.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { WebSocket } from "@polkadot/x-ws";
import { createClient, type PolkadotClient, type TxFinalizedPayload } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";
import { getWsProvider } from "polkadot-api/ws";
import { CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { Node } from "./node.js";

/** Without generated descriptors, everything is typed by what the chain says at run time. */
type Untyped = any;

interface Tx {
	signAndSubmit(signer: ReturnType<typeof getPolkadotSigner>): Promise<TxFinalizedPayload>;
}

describe("a client of the new JSON-RPC", { timeout: 300_000 }, () => {
	const [alice, eve] = ["Alice", "Eve"].map(wellKnown);
	const ada = newPerson("Ada");
	let node: Node;
	let client: PolkadotClient;
	let api: Untyped;

	before(async () => {
		node = await Node.dev();
		const websocketClass = WebSocket as unknown as typeof globalThis.WebSocket;
		client = createClient(getWsProvider(node.ws, { websocketClass }));
		api = client.getUnsafeApi();
	});

	after(async () => {
		client?.destroy();
		await node?.stop();
	});

	const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString("hex")}`;

	/** Signs and submits, and waits until the block with it is final. */
	async function submit(who: Person, tx: Tx): Promise<TxFinalizedPayload> {
		const signer = getPolkadotSigner(who.pair.publicKey, "Sr25519", (message) => who.pair.sign(message));
		const done = await tx.signAndSubmit(signer);
		assert.ok(done.ok, JSON.stringify(done.dispatchError));
		return done;
	}

	it("reads constants, storage, view functions and runtime APIs", async () => {
		assert.equal(await api.constants.System.SS58Prefix(), 42);
		assert.equal(await api.query.Citizenship.NextCitizenId.getValue(), 4);
		assert.deepEqual(await api.view.Citizenship.headcount(), { active: 4, suspended: 0 });
		assert.equal(await api.view.Citizenship.citizen_of(alice.address), 0);
		assert.deepEqual(await api.apis.CensusApi.tier(), [
			{ type: "Founding", value: undefined },
			{ consultative: 10, shared: 20, community: 30 },
		]);
	});

	it("sees Eve sponsor Ada, Ada apply without a token, and the founder admit her", async () => {
		await submit(eve, api.tx.Citizenship.sponsor({ applicant: ada.address }));

		const charter = await api.query.Charter.InForce.getValue();
		const message: Uint8Array = await api.apis.CitizenshipApi.possession_message(ada.address, hex(ada.rollKey));
		const applied = await submit(
			ada,
			api.tx.Citizenship.apply({
				charter,
				roll_key: hex(ada.rollKey),
				proof: hex(ada.signWithRollKey(message)),
				evidence_hash: hex(randomBytes(32)),
				deposit: { type: "Sponsored", value: undefined },
			}),
		);
		const events = applied.events.map(({ type, value }) => `${type}.${value.type}`);
		assert.ok(events.includes("Citizenship.Applied"), events.join(", "));
		assert.ok(events.includes("SkipFeelessPayment.FeeSkipped"), events.join(", "));
		assert.equal((await api.query.System.Account.getValue(ada.address)).data.free, 0n);

		const admitted = await submit(alice, api.tx.Citizenship.admit({ applicant: ada.address }));
		const { value } = admitted.events.find((event) => event.value.type === "Admitted") as Untyped;
		assert.deepEqual(value.value, {
			citizen: 4,
			account: ada.address,
			admission: { type: "Founder", value: undefined },
		});
	});

	it("reads her passport", async () => {
		const { owner } = await api.query.Nfts.Item.getValue(0, 4);
		assert.equal(owner, ada.address);
		const info = await api.apis.CitizenshipApi.citizen_of(ada.address);
		assert.equal(info.id, 4);
		assert.equal(info.free_acts_left, 16);
	});

	it("learns why a call failed, by name", async () => {
		const tx = api.tx.Nfts.transfer({ collection: 0, item: 0, dest: { type: "Id", value: eve.address } }) as Tx;
		const signer = getPolkadotSigner(alice.pair.publicKey, "Sr25519", (message) => alice.pair.sign(message));
		const failed = await tx.signAndSubmit(signer);
		assert.equal(failed.ok, false);
		assert.deepEqual(failed.dispatchError, {
			type: "Module",
			value: { type: "Nfts", value: { type: "ItemLocked", value: undefined } },
		});
	});

	it("follows the money", async () => {
		const friend = newPerson("a friend");
		const dest = { type: "Id", value: friend.address };
		await submit(eve, api.tx.Balances.transfer_keep_alive({ dest, value: CIV }));
		assert.equal((await api.query.System.Account.getValue(friend.address)).data.free, CIV);
	});
});
