// SPDX-License-Identifier: Apache-2.0
// Checks a census by two files: genesis.json, which names the chain ({"name": "…", "genesis": "0x…"}), and a certificate.
// Usage: node build/example/check.js genesis.json census-3.civcert

import { readFileSync } from "node:fs";
import { Refusal, Verifier } from "../src/index.js";

export async function check(genesisFile: string, certificateFile: string): Promise<string> {
	const { name, genesis } = JSON.parse(readFileSync(genesisFile, "utf8")) as { name: string; genesis: string };
	const verifier = await Verifier.start(readFileSync(new URL("../../certificate.wasm", import.meta.url)));
	const proven = verifier.verify(readFileSync(certificateFile), genesis);
	const lines = proven.statements.flatMap(({ census }) =>
		census === undefined ? [] : Object.entries(census).map(([figure, value]) => `  ${figure}: ${JSON.stringify(value)}`));
	const time = new Date(Number(proven.time)).toISOString();
	return [`${name}, block ${proven.number} of ${time}, signed by the ${proven.authorities} validators of set ${proven.set}`, ...lines].join("\n");
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
	try {
		console.log(await check(process.argv[2], process.argv[3]));
	} catch (error) {
		console.error(error instanceof Refusal ? `refused: ${error.code}` : error);
		process.exitCode = 1;
	}
}
