// SPDX-License-Identifier: Apache-2.0
// A citizen votes from a web page: a real Chromium proves in a Worker and enrols a ballot account with a real node.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { contextBytes, toHex, toWords } from "@civitas/ballots";
import { alias_in_context } from "verifiablejs/nodejs";
import { show } from "./browser.js";
import { Chain, wellKnown } from "./chain.js";
import { Node } from "./node.js";
import { factsOf } from "./roll.js";
import type { Outcome, Task } from "./wallet-page.js";

describe("a wallet in a browser", { timeout: 300_000 }, () => {
	const bob = wellKnown("Bob");
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
			words: toWords({ season: 0, secret: bob.entropy }),
		};
		const outcome = await show<Outcome>("wallet-page.js", task, 120);
		assert.equal(outcome.error, undefined);
		assert.match(outcome.browser, /Chrome/);

		const name = contextBytes(chain.api.genesisHash.toU8a(), "Nation", 0);
		assert.equal(outcome.alias, toHex(alias_in_context(bob.entropy, name)));
		const enrolment = (await chain.api.call.rollApi.enrolment(outcome.account)).toJSON() as {
			ballot: { alias: string };
		};
		assert.equal(enrolment.ballot.alias, outcome.alias);
		assert.deepEqual(outcome.deleted, [], "the first secret is still in use");

		const { started, found, proven, stoodStill } = outcome;
		console.log(
			`${outcome.browser}\nprover started in ${started} ms, ring found and checked in ${found} ms, ` +
				`proven in ${proven} ms; the page stood still for ${stoodStill} ms at most`,
		);
		assert.ok(stoodStill < proven / 2, "the page goes on while the Worker proves");
	});
});
