/** The prover in a thread of its own: a Worker in browsers, a worker thread in Node. */

import { type Proof, Prover, ProverError, type Refusal } from "./prover.js";

/** What the thread can be asked to do. */
type Work = "member" | "alias" | "sign" | "commit" | "prove" | "verify";

/** What is asked of the thread: to start, or a method of the prover with its arguments. */
interface Question {
	id: number;
	wasm?: BufferSource;
	work?: Work;
	args?: unknown[];
}

interface Answer {
	id: number;
	result?: unknown;
	refusal?: Refusal;
	failure?: string;
}

/** Either kind of thread, from without. */
interface Port {
	postMessage(message: unknown): void;
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
			const question = this.waiting.get(answer.id);
			this.waiting.delete(answer.id);
			if (answer.refusal !== undefined) question?.reject(new ProverError(answer.refusal));
			else if (answer.failure !== undefined) question?.reject(new Error(answer.failure));
			else question?.resolve(answer.result);
		});
		port.onerror((error) => this.end(error));
	}

	/** Starts a thread with the bytes of `prover.wasm`. */
	static async start(wasm: BufferSource): Promise<ProverThread> {
		const thread = new ProverThread(await outside());
		await thread.ask({ wasm });
		return thread;
	}

	/** See `Prover.member`. */
	member(...args: Parameters<Prover["member"]>): Promise<Uint8Array> {
		return this.ask({ work: "member", args });
	}

	/** See `Prover.alias`. */
	alias(...args: Parameters<Prover["alias"]>): Promise<Uint8Array> {
		return this.ask({ work: "alias", args });
	}

	/** See `Prover.sign`. */
	sign(...args: Parameters<Prover["sign"]>): Promise<Uint8Array> {
		return this.ask({ work: "sign", args });
	}

	/** See `Prover.commit`. */
	commit(...args: Parameters<Prover["commit"]>): Promise<Uint8Array> {
		return this.ask({ work: "commit", args });
	}

	/** See `Prover.prove`. */
	prove(...args: Parameters<Prover["prove"]>): Promise<Proof> {
		return this.ask({ work: "prove", args });
	}

	/** See `Prover.verify`. */
	verify(...args: Parameters<Prover["verify"]>): Promise<Uint8Array> {
		return this.ask({ work: "verify", args });
	}

	/** Ends the thread, and with it every secret that it has seen. */
	stop(): void {
		this.port.close();
		this.end(new Error("the prover has been stopped"));
	}

	private end(error: Error): void {
		this.over ??= error;
		for (const { reject } of this.waiting.values()) reject(error);
		this.waiting.clear();
	}

	private ask<T>(question: Omit<Question, "id">): Promise<T> {
		if (this.over) return Promise.reject(this.over);
		const id = this.next++;
		return new Promise<T>((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.port.postMessage({ id, ...question });
		});
	}
}

async function outside(): Promise<Port> {
	const url = new URL("./thread.js", import.meta.url);
	if (typeof globalThis.Worker === "function") {
		const worker = new globalThis.Worker(url, { type: "module" });
		return {
			postMessage: (message) => worker.postMessage(message),
			onmessage: (handler) => worker.addEventListener("message", (event) => handler(event.data)),
			onerror: (handler) => worker.addEventListener("error", (event) => handler(new Error(event.message))),
			close: () => worker.terminate(),
		};
	}
	const { Worker } = await import("node:worker_threads");
	const worker = new Worker(url);
	return {
		postMessage: (message) => worker.postMessage(message),
		onmessage: (handler) => worker.on("message", handler),
		onerror: (handler) => worker.on("error", handler),
		close: () => void worker.terminate(),
	};
}

/** Answers questions within the thread. */
export function serve(listen: (handler: (message: unknown) => void) => void, reply: (answer: Answer) => void): void {
	let prover: Prover | undefined;
	listen(async (message) => {
		const { id, wasm, work, args } = message as Question;
		try {
			if (wasm !== undefined) prover = await Prover.start(wasm);
			const method = work && (prover?.[work] as ((...args: unknown[]) => unknown) | undefined);
			reply({ id, result: method?.apply(prover, args ?? []) });
		} catch (error) {
			reply(error instanceof ProverError ? { id, refusal: error.refusal } : { id, failure: String(error) });
		}
	});
}
