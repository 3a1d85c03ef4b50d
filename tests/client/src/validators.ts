// SPDX-License-Identifier: Apache-2.0
// Four validators of the local chain, as real processes on loopback, and a clock of theirs that a story can put forward:
// an hour passes in a moment, so authorities change within minutes.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Node, temporaryFolder, until } from "./node.js";

export const NAMES = ["alice", "bob", "charlie", "dave"] as const;
export type Name = (typeof NAMES)[number];

/** Debian's library that answers a program's question for the time. */
const FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

/** What the nodes take for the time: as far ahead of the real one as the file says. Timers run as they do. */
export class Clock {
	private ahead = 0;
	private readonly file = join(temporaryFolder("clock"), "offset");

	constructor() {
		this.put();
		Object.assign(process.env, {
			LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_DONT_FAKE_MONOTONIC: "1",
			FAKETIME_CACHE_DURATION: "1",
		});
	}

	/** What the nodes take for the time, in milliseconds since 1970. */
	get now(): number {
		return Date.now() + this.ahead * 1000;
	}

	forward(seconds: number): void {
		this.ahead += seconds;
		this.put();
	}

	/** Programs that start from here on have the real time. */
	stop(): void {
		for (const name of Object.keys(process.env)) if (/^(LD_PRELOAD|FAKETIME)/.test(name)) delete process.env[name];
	}

	private put(): void {
		writeFileSync(this.file, `+${this.ahead}s\n`);
	}
}

/** Starts the four validators of a chain. Everyone finds the others through Alice. */
export async function startValidators(chain: string, ...options: string[]): Promise<Node[]> {
	const start = (name: Name, ...more: string[]) =>
		Node.start(
			[`--chain=${chain}`, `--${name}`, "--validator", `--node-key=${nodeKey(name)}`, ...options, ...more],
			temporaryFolder(name),
		);
	const alice = await start("alice");
	const others = NAMES.slice(1);
	const rest = await Promise.all(others.map(async (name) => start(name, `--bootnodes=${await alice.address()}`)));
	return [alice, ...rest];
}

/** Waits until each of `nodes` has finalised block `number`. */
export async function finalised(number: number, nodes: Node[], seconds = 180): Promise<void> {
	await until(`block ${number} is final everywhere`, seconds, async () =>
		(await Promise.all(nodes.map((node) => node.finalised()))).every((it) => it >= number));
}

/** A network key for tests: the validator's own peer id survives its restart. */
function nodeKey(name: Name): string {
	return (NAMES.indexOf(name) + 1).toString(16).padStart(64, "0");
}
