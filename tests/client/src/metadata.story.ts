// What the chain says about itself: wallets and explorers show nothing else.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Entry, entries, metadataOf } from "./metadata.js";
import { Node } from "./node.js";

describe("the texts in the metadata", { timeout: 120_000 }, () => {
	let node: Node;
	let all: Entry[];

	before(async () => {
		node = await Node.dev();
		all = entries(await metadataOf(node));
	});

	after(() => node?.stop());

	it("covers our pallets and nothing less", () => {
		const pallets = all.filter(({ kind }) => kind === "pallet").map(({ path }) => path);
		for (const name of ["Citizenship", "Roll", "Charter", "Harberger", "Census"]) assert.ok(pallets.includes(name), name);
		assert.ok(all.length > 600, `${all.length} entries`);
	});

	it("explains every pallet, call, argument, event, field, error, constant, storage item, view and API", () => {
		const silent = all.filter(({ text }) => text === "");
		assert.deepEqual(silent.map(({ kind, path }) => `${kind} ${path}`), []);
	});

	it("tells in every error what is wrong, in at most three sentences", () => {
		const long = all
			.filter(({ kind }) => kind === "error")
			.filter(({ text }) => text.split(/[.?!](?:\s|$)/).filter((it) => it.trim()).length > 3);
		assert.deepEqual(long.map(({ path }) => path), []);
	});
});
