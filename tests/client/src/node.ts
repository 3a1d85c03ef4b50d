// SPDX-License-Identifier: Apache-2.0
// Runs the real node as a child process, and waits for what it says rather than for time to pass.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "civitas");

/** The node under test. */
export const BINARY =
	process.env.NODE_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(CACHE, "target"), "release", "civitas");

const alive = new Set<ChildProcess>();
process.on("exit", () => {
	for (const child of alive) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** A folder that lasts as long as this process. */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `civitas-${name}-`));
	process.on("exit", () => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** Asks again until the answer is neither false nor undefined; gives up after `seconds`. */
export async function until<T>(
	what: string,
	seconds: number,
	answer: () => Promise<T | false | undefined>,
): Promise<T> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const found = await answer();
		if (found !== false && found !== undefined) return found;
		if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** A process of the node's binary, and everything that it has printed. */
export class Process {
	readonly lines: string[] = [];
	/** The lines of its standard output alone, where commands put their answers. */
	readonly output: string[] = [];
	readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
	private readonly child: ChildProcess;
	private readonly listeners = new Set<() => void>();
	private over = false;

	constructor(args: string[]) {
		if (!existsSync(BINARY)) throw new Error(`there is no node at ${BINARY}: build it first, or set NODE_BINARY`);
		this.child = spawn(BINARY, args, { stdio: ["ignore", "pipe", "pipe"] });
		alive.add(this.child);
		for (const stream of [this.child.stdout, this.child.stderr]) {
			if (!stream) continue;
			createInterface({ input: stream }).on("line", (line) => {
				this.lines.push(line);
				if (stream === this.child.stdout) this.output.push(line);
				this.tell();
			});
		}
		this.ended = new Promise((resolve) => {
			// "close" comes after the last line of output.
			this.child.once("close", (code, signal) => {
				alive.delete(this.child);
				this.over = true;
				this.tell();
				resolve({ code, signal });
			});
		});
	}

	/** The first line that matches, already printed or yet to come. */
	async line(pattern: RegExp, seconds = 60): Promise<RegExpMatchArray> {
		return new Promise((resolve, reject) => {
			let seen = 0;
			const finish = (done: () => void) => {
				clearTimeout(timer);
				this.listeners.delete(look);
				done();
			};
			const look = () => {
				for (; seen < this.lines.length; seen++) {
					const match = this.lines[seen].match(pattern);
					if (match) return finish(() => resolve(match));
				}
				if (this.over) finish(() => reject(new Error(`the node ended before saying ${pattern}\n${this.tail()}`)));
			};
			const timer = setTimeout(
				() => finish(() => reject(new Error(`the node has not said ${pattern} in ${seconds} s\n${this.tail()}`))),
				seconds * 1000,
			);
			this.listeners.add(look);
			look();
		});
	}

	/** Waits for the process to end by itself. */
	async end(seconds = 60): Promise<number | null> {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				reject(new Error(`the node has not ended within ${seconds} s\n${this.tail()}`));
			}, seconds * 1000);
		});
		try {
			return (await Promise.race([this.ended, late])).code;
		} finally {
			clearTimeout(timer);
		}
	}

	/** Ends the process as an operator does, or pulls the plug. */
	async stop(signal: "SIGINT" | "SIGTERM" | "SIGKILL" = "SIGINT"): Promise<void> {
		if (this.over) return;
		this.child.kill(signal);
		const impatience = setTimeout(() => this.child.kill("SIGKILL"), 20_000);
		await this.ended;
		clearTimeout(impatience);
	}

	/** The last lines printed. */
	tail(count = 15): string {
		return this.lines.slice(-count).join("\n");
	}

	private tell(): void {
		for (const listener of this.listeners) listener();
	}
}

/** What keeps a node on this machine: loopback only, any free port, nothing reported anywhere. */
export const PRIVATE = [
	"--listen-addr=/ip4/127.0.0.1/tcp/0",
	"--no-mdns",
	"--no-telemetry",
	"--no-prometheus",
	"--no-hardware-benchmarks",
];

/** A node that answers RPC. */
export class Node extends Process {
	private constructor(
		args: string[],
		/** Where its database lies. */
		readonly folder: string,
	) {
		super(args);
	}

	private port = 0;

	/** Starts a node and waits until it answers. Without `folder`, it gets a fresh one, and any free port. */
	static async start(args: string[], folder = temporaryFolder("node"), rpcPort = 0): Promise<Node> {
		const node = new Node([...args, ...PRIVATE, `--rpc-port=${rpcPort}`, `--base-path=${folder}`], folder);
		const [, port] = await node.line(/Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/, 180);
		node.port = Number(port);
		return node;
	}

	/** A chain of one's own, which makes a block whenever a transaction waits, and empty ones on demand. */
	static dev(...options: string[]): Promise<Node> {
		// With the fork-aware pool, a transaction that comes just when a block becomes final waits for the next one.
		return Node.start(["--dev", "--sealing=instant", "--pool-type=single-state", ...options]);
	}

	/** Where the node answers requests over HTTP. */
	get rpcUrl(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get ws(): string {
		return `ws://127.0.0.1:${this.port}`;
	}

	/** One JSON-RPC request over HTTP. Throws what the node answers if it refuses. */
	async rpc<T = unknown>(method: string, ...params: unknown[]): Promise<T> {
		const response = await fetch(this.rpcUrl, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
		});
		const text = await response.text();
		let answer: { result?: T; error?: { code: number; message: string; data?: unknown } };
		try {
			answer = JSON.parse(text) as typeof answer;
		} catch {
			throw new Error(`${response.status}: ${text.trim()}`);
		}
		if (answer.error) {
			const { code, message, data } = answer.error;
			throw new Error(`${code}: ${message}${data === undefined ? "" : `: ${String(data)}`}`);
		}
		return answer.result as T;
	}

	/** Makes `count` empty blocks. For nodes with instant sealing. */
	async seal(count = 1): Promise<void> {
		for (let i = 0; i < count; i++) await this.rpc("engine_createBlock", true, true, null);
	}

	/** The number of the newest block. */
	async best(): Promise<number> {
		return Number((await this.rpc<{ number: string }>("chain_getHeader")).number);
	}

	/** The number of the newest finalised block. */
	async finalised(): Promise<number> {
		const head = await this.rpc<string>("chain_getFinalizedHead");
		return Number((await this.rpc<{ number: string }>("chain_getHeader", head)).number);
	}

	/** The hash of block `number`, if there is one. */
	async hash(number: number): Promise<string | undefined> {
		return (await this.rpc<string | null>("chain_getBlockHash", number)) ?? undefined;
	}

	/** Where other nodes reach this one. */
	async address(): Promise<string> {
		const [addresses, id] = await Promise.all([
			this.rpc<string[]>("system_localListenAddresses"),
			this.rpc<string>("system_localPeerId"),
		]);
		const address = addresses.find((it) => it.startsWith("/ip4/127.0.0.1/tcp/"));
		if (!address) throw new Error(`the node listens on ${addresses.join(", ") || "no address"}`);
		return address.includes("/p2p/") ? address : `${address}/p2p/${id}`;
	}
}
