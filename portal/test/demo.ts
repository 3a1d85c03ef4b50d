// SPDX-License-Identifier: Apache-2.0
/** The demo state for stories: a node with people, land and polls. See `tests/client/src/demo`. */

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../tests/client/build/demo/main.js", import.meta.url));

export class Demo {
	private constructor(
		private readonly child: ChildProcess | undefined,
		readonly port: number,
		/** The parcel that Ben holds, and that of the night club. */
		readonly ben: number,
		readonly club: number,
	) {}

	/** Founds the state. `DEMO=port/ben/club` names one that runs already. */
	static async start(): Promise<Demo> {
		const given = process.env.DEMO?.split("/").map(Number);
		if (given) return new Demo(undefined, ...(given as [number, number, number]));
		const child = spawn(process.execPath, [MAIN, "--rpc-port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
		const found = new Map<string, number>();
		return new Promise((resolve, reject) => {
			const said: string[] = [];
			child.once("exit", () => reject(new Error(`the demo has ended:\n${said.join("\n")}`)));
			child.stderr.on("data", (text) => said.push(String(text)));
			createInterface({ input: child.stdout }).on("line", (line) => {
				said.push(line);
				for (const [name, pattern] of [
					["port", /the node +ws:\/\/127\.0\.0\.1:(\d+)/],
					["ben", /lives on parcel (\d+)/],
					["club", /night club, parcel (\d+)/],
				] as const) {
					const match = pattern.exec(line);
					if (match) found.set(name, Number(match[1]));
				}
				// The polls are the last thing that it tells of.
				if (!/open polls/.test(line)) return;
				const [port, ben, club] = ["port", "ben", "club"].map((name) => found.get(name));
				if (port === undefined || ben === undefined || club === undefined) reject(new Error(said.join("\n")));
				else resolve(new Demo(child, port, ben, club));
			});
		});
	}

	async stop(): Promise<void> {
		if (!this.child) return;
		const gone = new Promise((resolve) => this.child?.once("exit", resolve));
		this.child.kill("SIGTERM");
		await gone;
	}
}
