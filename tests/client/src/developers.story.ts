// SPDX-License-Identifier: Apache-2.0
// The developers' guide works: its JavaScript is one program, run from top to bottom on a node of its own, and so are
// the commands that need a running chain.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Node, temporaryFolder } from "./node.js";

const run = promisify(execFile);
const HERE = fileURLToPath(new URL("../", import.meta.url));
const ROOT = join(HERE, "../..");
const GUIDE = readFileSync(join(ROOT, "docs/developers.md"), "utf8");
const ADDRESS = "ws://127.0.0.1:9944";

/** The code blocks of a language, in order. */
function blocks(language: string): string[] {
	return [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code]) => code);
}

describe("the developers' guide", { timeout: 600_000 }, () => {
	let node: Node;

	before(async () => {
		node = await Node.dev("--state-pruning=archive");
	});

	after(() => node?.stop());

	it("has code in no other language than those that are run", () => {
		const languages = new Set([...GUIDE.matchAll(/^```(\S+)$/gm)].map(([, language]) => language));
		assert.deepEqual(languages, new Set(["js", "sh"]));
		assert.ok(blocks("js").length >= 8, `${blocks("js").length} blocks`);
	});

	it("names commands that exist", () => {
		for (const line of blocks("sh").join("").split("\n")) {
			const [, path] = /(?:^|node |\(cd )((?:scripts|packages|tests|wallet)\/\S+)/.exec(line) ?? [];
			if (path) assert.ok(existsSync(join(ROOT, path)), line);
		}
	});

	it("runs from top to bottom", async () => {
		const program = blocks("js").join("\n").replaceAll(ADDRESS, node.ws);
		// Beside the packages that it imports.
		const file = join(HERE, "build/developers.mjs");
		writeFileSync(file, program);
		// Node.js 22 has WebSocket; version 20 has it behind a flag.
		const flags = "WebSocket" in globalThis ? [] : ["--experimental-websocket"];
		const { stdout } = await run(process.execPath, [...flags, file], { timeout: 400_000 });
		for (const said of [/4 active citizens/, /citizen 4/, /3 votes/, /5 people/, /ItemLocked/])
			assert.match(stdout, said);
	});

	it("fills a database with events, and answers five questions from it", async () => {
		const command = join(HERE, "examples/index-events.mjs");
		assert.ok(GUIDE.includes("node tests/client/examples/index-events.mjs"));
		const file = join(temporaryFolder("index"), "civitas.sqlite");
		const index = async () => {
			const { stdout } = await run(process.execPath, [command, node.ws, file], { timeout: 200_000 });
			return JSON.parse(stdout) as Record<string, Record<string, unknown>[]>;
		};
		const first = await index();
		const answers = Object.values(first).slice(1);
		assert.equal(answers.length, 5);
		const [joined, attested, polls, parcels, costs] = answers;
		assert.deepEqual(
			joined.map(({ people }) => Number(people)),
			[1],
			"Ada",
		);
		assert.deepEqual(
			attested.map(({ people }) => Number(people)),
			[1],
			"Ada, in the second season",
		);
		assert.deepEqual(
			polls.map(({ votes }) => Number(votes)),
			[1],
		);
		assert.deepEqual(parcels, []);
		assert.ok(Number(costs[0].free) >= 3 && Number(costs[0].paid) >= 1, JSON.stringify(costs));
		await node.seal();
		const second = await index();
		assert.equal(Number(second.blocks), Number(first.blocks) + 1, "it goes on where it stopped");
		assert.deepEqual(Object.values(second).slice(1, 5), answers.slice(0, 4));
	});
});
