/** The prover in a thread of its own: a Worker in browsers, a worker thread in Node. */

import { Prover, ProverError, type Proof, type Refusal } from "./prover.js";

/** What is asked of the thread: a method of the prover and its arguments. */
interface Question {
	id: number;
	wasm?: BufferSource;
	prove?: Parameters<Prover["prove"]>;
	commit?: Parameters<Prover["commit"]>;
}

interface Answer {
	id: number;
	result?: unknown;
	refusal?: Refusal;
	failure?: string;
}

/** Either kind of thread, from within or from without. */
interface Port {
	postMessage(message: unknown): void;
	onmessage(handler: (message: unknown) => void): void;
	onerror(handler: (error: Error) => void): void;
	close(): void;
}

/** A prover that does not block the page. */
export class ProverThread {
	private next = 0;
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
		port.onerror((error) => {
			for (const { reject } of this.waiting.values()) reject(error);
			this.waiting.clear();
		});
	}

	/** Starts a thread with the bytes of `prover.wasm`. */
	static async start(wasm: BufferSource): Promise<ProverThread> {
		const thread = new ProverThread(await outside());
		await thread.ask({ wasm });
		return thread;
	}

	/** See `Prover.prove`. */
	prove(...prove: Parameters<Prover["prove"]>): Promise<Proof> {
		return this.ask({ prove });
	}

	/** See `Prover.commit`. */
	commit(...commit: Parameters<Prover["commit"]>): Promise<Uint8Array> {
		return this.ask({ commit });
	}

	/** Ends the thread, and with it every secret that it has seen. */
	stop(): void {
		this.port.close();
	}

	private ask<T>(question: Omit<Question, "id">): Promise<T> {
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
		const { id, wasm, prove, commit } = message as Question;
		try {
			if (wasm !== undefined) prover = await Prover.start(wasm);
			const result = prove && prover?.prove(...prove) || commit && prover?.commit(...commit);
			reply({ id, result });
		} catch (error) {
			reply(error instanceof ProverError ? { id, refusal: error.refusal } : { id, failure: String(error) });
		}
	});
}
