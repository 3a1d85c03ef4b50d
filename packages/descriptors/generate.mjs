#!/usr/bin/env node
// Generates this package from civitas.scale, the metadata of the runtime that it describes.
// Usage: node generate.mjs                                        writes dist/
//        NODE_BINARY=path/to/civitas node generate.mjs --from-node  takes the metadata from that node first
// It uses the polkadot-api of tests/client, so install that folder's packages first.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const CLIENT = join(HERE, "../../tests/client");
const METADATA = join(HERE, "civitas.scale");
const DIST = join(HERE, "dist");

/** Asks a node of its own for the runtime's metadata of version 16. */
async function takeMetadata(binary) {
	const folder = mkdtempSync(join(tmpdir(), "civitas-metadata-"));
	const quiet = ["--no-mdns", "--no-telemetry", "--no-prometheus", "--no-hardware-benchmarks"];
	const node = spawn(
		binary,
		["--dev", "--sealing=instant", "--rpc-port=0", "--listen-addr=/ip4/127.0.0.1/tcp/0", ...quiet, `--base-path=${folder}`],
		{ stdio: ["ignore", "ignore", "pipe"] },
	);
	try {
		const port = await new Promise((resolve, reject) => {
			let said = "";
			node.stderr.on("data", (part) => {
				said += part;
				const found = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/.exec(said);
				if (found) resolve(found[1]);
			});
			node.once("exit", () => reject(new Error(`the node has ended:\n${said}`)));
			node.once("error", reject);
		});
		const body = { jsonrpc: "2.0", id: 1, method: "state_call", params: ["Metadata_metadata_at_version", "0x10000000"] };
		const headers = { "content-type": "application/json" };
		const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body: JSON.stringify(body) });
		const { result, error } = await answer.json();
		if (!result) throw new Error(JSON.stringify(error));
		const bytes = Buffer.from(result.slice(2), "hex");
		// An option of bytes: one byte says "some", one to four are the length, the rest is the metadata.
		if (bytes[0] !== 1) throw new Error("the runtime has no metadata of version 16");
		writeFileSync(METADATA, bytes.subarray(1 + [1, 2, 4][bytes[1] & 3]));
	} finally {
		node.kill("SIGKILL");
		await new Promise((resolve) => (node.exitCode === null && node.signalCode === null ? node.once("exit", resolve) : resolve()));
		rmSync(folder, { recursive: true, force: true });
	}
}

if (process.argv.includes("--from-node")) {
	if (!process.env.NODE_BINARY) throw new Error("set NODE_BINARY to the path of a civitas node");
	await takeMetadata(process.env.NODE_BINARY);
}

// polkadot-api generates into the folder of tests/client, where its own types are found.
mkdirSync(join(CLIENT, ".papi"), { recursive: true });
const config = {
	version: 0,
	descriptorPath: ".papi/descriptors",
	options: { noDescriptorsPackage: true },
	entries: { civitas: { metadata: METADATA } },
};
writeFileSync(join(CLIENT, ".papi/polkadot-api.json"), JSON.stringify(config));
const papi = join(CLIENT, "node_modules/polkadot-api/bin/cli.js");
const { status } = spawnSync(process.execPath, [papi, "generate"], { cwd: CLIENT, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

rmSync(DIST, { recursive: true, force: true });
cpSync(join(CLIENT, ".papi/descriptors/dist"), DIST, { recursive: true });
// polkadot-api leaves the ending out of relative imports, which Node's own resolution needs.
for (const name of readdirSync(DIST).filter((it) => it.endsWith(".d.ts"))) {
	const file = join(DIST, name);
	writeFileSync(file, readFileSync(file, "utf8").replaceAll(/(from |import\()"(\.\/[^".]+)"/g, '$1"$2.js"'));
}
