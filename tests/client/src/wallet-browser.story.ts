// A citizen votes from a web page: a real Chromium proves in a Worker and enrols a ballot account with a real node.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { contextName, toHex, toWords } from "@civitas/ballots";
import { alias_in_context } from "verifiablejs/nodejs";
import { show } from "./browser.js";
import { Chain, newPerson, wellKnown } from "./chain.js";
import { Node, until } from "./node.js";
import { factsOf } from "./roll.js";
import type { Outcome, Task } from "./wallet-page.js";

describe("a wallet in a browser", { timeout: 300_000 }, () => {
	const bob = wellKnown("Bob");
	const ballot = newPerson("Bob's ballot account");
	let node: Node;
	let chain: Chain;

	before(async () => {
		node = await Node.dev();
		chain = await Chain.connect(node);
		// The founders are on the first roll, which the first block seals.
		await node.seal(2);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	it("enrols a ballot account with a proof made in a Worker, while the page goes on", async () => {
		const task: Task = {
			rpc: node.rpcUrl,
			facts: factsOf(chain),
			words: toWords(bob.entropy),
			account: toHex(ballot.pair.publicKey),
		};
		const outcome = await show<Outcome>("wallet-page.js", task, 120);
		assert.equal(outcome.error, undefined);
		assert.match(outcome.browser, /Chrome/);

		const name = contextName(chain.api.genesisHash.toU8a(), "Nation", 0);
		assert.equal(outcome.alias, toHex(alias_in_context(bob.entropy, name)));
		const enrolled = await until("the enrolment", 30, async () => {
			const enrolment = (await chain.api.call.rollApi.enrolment(ballot.address)).toJSON();
			return (enrolment as { ballot: { alias: string }; voice: string } | null) ?? undefined;
		});
		assert.deepEqual([enrolled.ballot.alias, enrolled.voice], [outcome.alias, "Live"]);

		const { started, found, proven, provenAmong255, stoodStill } = outcome;
		console.log(
			`${outcome.browser}\nprover started in ${started} ms, ring found and checked in ${found} ms, ` +
				`proven in ${proven} ms, in a ring of 255 in ${provenAmong255} ms; the page stood still for ${stoodStill} ms at most`,
		);
		assert.ok(stoodStill < proven / 2, "the page goes on while the Worker proves");
	});
});
