// SPDX-License-Identifier: Apache-2.0
// The package of descriptors is that of the node's own runtime, and can be published.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { metadataOf } from "./metadata.js";
import { Node } from "./node.js";

const FOLDER = fileURLToPath(new URL("../../../packages/descriptors/", import.meta.url));
const REMEDY = "run: NODE_BINARY=... node packages/descriptors/generate.mjs --from-node, and commit civitas.scale";

describe("the package of descriptors", { timeout: 120_000 }, () => {
	let node: Node;

	before(async () => {
		node = await Node.dev();
	});

	after(() => node?.stop());

	it("describes the runtime of this node and no other", async () => {
		const described = readFileSync(`${FOLDER}civitas.scale`);
		assert.ok(Buffer.from(await metadataOf(node)).equals(described), REMEDY);
	});

	it("brings what a dApp needs, and nothing else", () => {
		const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
			cwd: FOLDER,
			encoding: "utf8",
		});
		const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
		const paths = files.map(({ path }) => path);
		for (const needed of [
			"package.json",
			"README.md",
			"LICENSE",
			"dist/index.js",
			"dist/index.d.ts",
			"dist/civitas.d.ts",
		]) {
			assert.ok(paths.includes(needed), needed);
		}
		const besides = paths.filter((path) => !/^(dist\/.*|package\.json|README\.md|LICENSE)$/.test(path));
		assert.deepEqual(besides, []);
	});
});
