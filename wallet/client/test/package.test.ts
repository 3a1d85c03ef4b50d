// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as ballots from "../src/index.js";

const folder = fileURLToPath(new URL("../../", import.meta.url));
const at = (path: string) => readFileSync(`${folder}${path}`, "utf8");

test("the package has what it needs, and nothing else", () => {
	const [{ files }] = JSON.parse(
		execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder, encoding: "utf8" }),
	);
	const packed: string[] = files.map(({ path }: { path: string }) => path).sort();
	const modules = readdirSync(`${folder}src`).map((name) => name.replace(/\.ts$/, ""));
	const expected = ["LICENSE", "README.md", "package.json", "prover.wasm", "vectors.json"];
	for (const name of modules)
		expected.push(`build/src/${name}.d.ts`, `build/src/${name}.js`, `build/src/${name}.js.map`, `src/${name}.ts`);
	assert.deepEqual(packed, expected.sort());
});

test("the pinned digest is that of the module in the package", () => {
	const digest = createHash("sha256")
		.update(readFileSync(`${folder}prover.wasm`))
		.digest("hex");
	assert.equal(ballots.PROVER_SHA256, digest);
});

test("the example of the README is the one that the stories run", () => {
	const example = at("example/enrol.ts").split(/\t\/\/ README: .* here\n/)[1];
	assert.ok(example.length > 100);
	assert.ok(at("README.md").includes(example.replace(/^\t/gm, "")));
});

test("the README names everything that the package exports", () => {
	const readme = at("README.md");
	const missing = Object.keys(ballots).filter((name) => !readme.includes(`\`${name}\``));
	assert.deepEqual(missing, []);
});
