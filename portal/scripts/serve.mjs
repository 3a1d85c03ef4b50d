// SPDX-License-Identifier: Apache-2.0
// Serves the built portal on this machine. Any other web server does as well: the files are static.
// Usage: node scripts/serve.mjs [--port 8080] [--node ws://127.0.0.1:9944]
//   --node   the node that the pages ask first, in place of the one in states.json

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

const { values } = parseArgs({ options: { port: { type: "string", default: "8080" }, node: { type: "string" } } });
const files = sirv(fileURLToPath(new URL("../dist", import.meta.url)), { etag: true });

const server = createServer((request, response) => {
	response.setHeader("cache-control", "no-cache");
	response.setHeader("x-content-type-options", "nosniff");
	if (values.node && new URL(request.url ?? "/", "http://page").pathname === "/states.json") {
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify([{ name: "The chain on this machine", nodes: [values.node] }]));
		return;
	}
	files(request, response, () => response.writeHead(404).end());
});
// If the port is taken, any other will do.
server.once("error", () => server.listen(0, "127.0.0.1"));
server.listen(Number(values.port), "127.0.0.1");
server.on("listening", () => {
	console.log(`The portal: http://127.0.0.1:${server.address().port}/`);
});
