// SPDX-License-Identifier: Apache-2.0
/** The prover in a thread of its own: a Worker in browsers, a worker thread in Node. */

import { exactly, wipe } from "./bytes.js";
import { type HeldSecret, type MembershipProof, Prover, ProverError, type ProverReason } from "./prover.js";

/** The methods that the thread offers. */
type Method = "take" | "release" | "rollKey" | "alias" | "sign" | "commitment" | "prove" | "verify";

/** A request to the thread: to start, or to call a method of the prover with these arguments. */
interface Request {
	id: number;
	start?: { wasm: BufferSource; digest?: string };
	method?: Method;
	args?: unknown[];
}

interface Answer {
	id: number;
	result?: unknown;
	reason?: ProverReason;
	failure?: string;
}

/** Either kind of thread, seen from outside. */
interface Port {
	/** Sends a message. The memory of `moved` goes to the thread: the sender has it no more. */
	postMessage(message: unknown, moved: ArrayBuffer[]): void;
	onmessage(handler: (message: unknown) => void): void;
	onerror(handler: (error: Error) => void): void;
	close(): void;
}

/** A prover that does not block the page. Its methods are those of `Prover`. */
export class ProverThread {
	private next = 0;
	private over?: Error;
	private readonly waiting = new Map<number, { resolve: (value: any) => void; reject: (error: Error) => void }>();

	private constructor(private readonly port: Port) {
		port.onmessage((message) => {
			const answer = message as Answer;
			const request = this.waiting.get(answer.id);
			this.waiting.delete(answer.id);
			if (answer.reason !== undefined) request?.reject(new ProverError(answer.reason));
			else if (answer.failure !== undefined) request?.reject(new Error(answer.failure));
			else request?.resolve(answer.result);
		});
		port.onerror((error) => this.end(error));
	}

	/** Starts a thread with the bytes of `prover.wasm`. See `Prover.start`. */
	static async start(wasm: BufferSource, digest?: string): Promise<ProverThread> {
		const thread = new ProverThread(await newThread());
		try {
			await thread.ask({ start: { wasm, digest } });
		} catch (error) {
			thread.stop();
			throw error;
		}
		return thread;
	}

	/** Moves a secret of 32 bytes to the thread: the page keeps no copy, and the caller's array is cleared. */
	take(secret: Uint8Array): Promise<HeldSecret> {
		// Memory of its own: that of the caller's array may belong to a pool.
		const moved = Uint8Array.from(exactly(secret, 32));
		wipe(secret);
		return this.ask({ method: "take", args: [moved] }, [moved.buffer]);
	}

	/** See `Prover.release`. */
	release(...args: Parameters<Prover["release"]>): Promise<void> {
		return this.ask({ method: "release", args });
	}

	/** See `Prover.rollKey`. */
	rollKey(...args: Parameters<Prover["rollKey"]>): Promise<Uint8Array> {
		return this.ask({ method: "rollKey", args });
	}

	/** See `Prover.alias`. */
	alias(...args: Parameters<Prover["alias"]>): Promise<Uint8Array> {
		return this.ask({ method: "alias", args });
	}

	/** See `Prover.sign`. */
	sign(...args: Parameters<Prover["sign"]>): Promise<Uint8Array> {
		return this.ask({ method: "sign", args });
	}

	/** See `Prover.commitment`. */
	commitment(...args: Parameters<Prover["commitment"]>): Promise<Uint8Array> {
		return this.ask({ method: "commitment", args });
	}

	/** See `Prover.prove`. */
	prove(...args: Parameters<Prover["prove"]>): Promise<MembershipProof> {
		return this.ask({ method: "prove", args });
	}

	/** See `Prover.verify`. */
	verify(...args: Parameters<Prover["verify"]>): Promise<Uint8Array> {
		return this.ask({ method: "verify", args });
	}

	/** Ends the thread, and with it every secret that it holds. */
	stop(): void {
		this.port.close();
		this.end(new Error("the prover has been stopped"));
	}

	private end(error: Error): void {
		this.over ??= error;
		for (const { reject } of this.waiting.values()) reject(error);
		this.waiting.clear();
	}

	private ask<T>(request: Omit<Request, "id">, moved: ArrayBuffer[] = []): Promise<T> {
		if (this.over) return Promise.reject(this.over);
		const id = this.next++;
		return new Promise<T>((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.port.postMessage({ id, ...request }, moved);
		});
	}
}

async function newThread(): Promise<Port> {
	if (typeof globalThis.Worker === "function") {
		// Written out in one expression: bundlers know the thread's code by it.
		const worker = new Worker(new URL("./thread.js", import.meta.url), { type: "module" });
		return {
			postMessage: (message, moved) => worker.postMessage(message, moved),
			onmessage: (handler) => worker.addEventListener("message", (event) => handler(event.data)),
			onerror: (handler) => worker.addEventListener("error", (event) => handler(new Error(event.message))),
			close: () => worker.terminate(),
		};
	}
	const { Worker: Thread } = await import("node:worker_threads");
	const worker = new Thread(new URL("./thread.js", import.meta.url));
	return {
		postMessage: (message, moved) => worker.postMessage(message, moved),
		onmessage: (handler) => worker.on("message", handler),
		onerror: (handler) => worker.on("error", handler),
		close: () => void worker.terminate(),
	};
}

/** Answers requests inside the thread. */
export function serve(listen: (handler: (message: unknown) => void) => void, reply: (answer: Answer) => void): void {
	let prover: Prover | undefined;
	listen(async (message) => {
		const { id, start, method, args } = message as Request;
		try {
			if (start !== undefined) prover = await Prover.start(start.wasm, start.digest);
			const work = method && (prover?.[method] as ((...args: unknown[]) => unknown) | undefined);
			reply({ id, result: work?.apply(prover, args ?? []) });
		} catch (error) {
			reply(error instanceof ProverError ? { id, reason: error.reason } : { id, failure: String(error) });
		}
	});
}
