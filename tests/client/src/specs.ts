// Chain specs for the stories whose chain begins otherwise than the development chain does.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Node, Process, temporaryFolder } from "./node.js";

/** What a plain spec says of the genesis: the first runtime, and what its preset is changed by. */
export interface Genesis {
	code: string;
	patch: { founding: Record<string, number>; [pallet: string]: object };
}

/** Exports a chain spec, and changes it before anyone reads it. Answers the file. */
async function exported(options: string[], change: (genesis: any) => void): Promise<string> {
	const file = join(temporaryFolder("spec"), "spec.json");
	const command = new Process(["export-chain-spec", `--output=${file}`, ...options]);
	if ((await command.end(180)) !== 0) throw new Error(`no spec is exported\n${command.tail()}`);
	const spec = JSON.parse(readFileSync(file, "utf8"));
	change(spec.genesis);
	writeFileSync(file, JSON.stringify(spec));
	return file;
}

/** The spec of the development chain, or of another chain, with another genesis. */
export function changedSpec(change: (genesis: Genesis) => void, chain = "dev"): Promise<string> {
	return exported([`--chain=${chain}`], ({ runtimeGenesis }) => change(runtimeGenesis));
}

/** The local network's spec, with another genesis. */
export function changedLocalSpec(change: (genesis: Genesis) => void): Promise<string> {
	return exported(["--chain=local"], ({ runtimeGenesis }) => change(runtimeGenesis));
}

/** The same chain with its first state written out, and with `entries` in it. */
export function rawSpec(file: string, entries: Record<string, string>): Promise<string> {
	return exported([`--chain=${file}`, "--raw"], ({ raw }) => Object.assign(raw.top, entries));
}

/** A chain of one's own, as `Node.dev` makes one, that begins with this spec. */
export function startOn(file: string, ...options: string[]): Promise<Node> {
	return Node.start([`--chain=${file}`, "--sealing=instant", "--pool-type=single-state", ...options]);
}
