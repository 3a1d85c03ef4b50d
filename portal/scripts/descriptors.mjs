// SPDX-License-Identifier: Apache-2.0
// Writes down what the chain can do, from a node's own metadata, and generates the types that the pages are checked
// against. Run it after a change of calls, storage or events, and commit what changes.
// Usage: npm run descriptors -- http://127.0.0.1:9944    asks a running node
//        NODE_BINARY=path/to/civitas npm run descriptors  starts one, and stops it again

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = join(ROOT, ".papi/metadata/civitas.scale");
/** Version 16 of the metadata, the newest: the first with view functions. */
const VERSION = "0x10000000";

/** Starts a node of its own and resolves to its address. */
async function start() {
	const binary = process.env.NODE_BINARY;
	if (!binary) throw new Error("name a node's http address, or set NODE_BINARY");
	const folder = mkdtempSync(join(tmpdir(), "civitas-metadata-"));
	const options = [
		"--dev",
		"--rpc-port=0",
		"--listen-addr=/ip4/127.0.0.1/tcp/0",
		"--no-mdns",
		"--no-telemetry",
		"--no-prometheus",
	];
	const node = spawn(binary, [...options, "--no-hardware-benchmarks", `--base-path=${folder}`], {
		stdio: ["ignore", "ignore", "pipe"],
	});
	const stop = () => {
		node.kill("SIGKILL");
		node.once("exit", () => rmSync(folder, { recursive: true, force: true }));
	};
	const url = await new Promise((resolve, reject) => {
		let said = "";
		node.stderr.on("data", (part) => {
			said += part;
			const found = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/.exec(said);
			if (found) resolve(`http://127.0.0.1:${found[1]}`);
		});
		node.once("exit", () => reject(new Error(`the node has ended:\n${said}`)));
	});
	return { url, stop };
}

async function metadata(url) {
	const body = JSON.stringify({
		jsonrpc: "2.0",
		id: 1,
		method: "state_call",
		params: ["Metadata_metadata_at_version", VERSION],
	});
	const answer = await (
		await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body })
	).json();
	if (!answer.result) throw new Error(JSON.stringify(answer.error));
	const bytes = Buffer.from(answer.result.slice(2), "hex");
	// An optional list of bytes: one byte that says "some", the length in compact form, the metadata.
	if (bytes[0] !== 1) throw new Error("the node has no metadata of this version");
	return bytes.subarray(1 + [1, 2, 4][bytes[1] & 3]);
}

const own = process.argv[2] ? undefined : await start();
try {
	const bytes = await metadata(process.argv[2] ?? own.url);
	mkdirSync(join(ROOT, ".papi/metadata"), { recursive: true });
	writeFileSync(FILE, bytes);
	console.log(`${bytes.length} bytes of metadata`);
} finally {
	own?.stop();
}
const { status } = spawnSync("npx", ["--no-install", "papi", "generate"], { cwd: ROOT, stdio: "inherit" });
process.exit(status ?? 1);
