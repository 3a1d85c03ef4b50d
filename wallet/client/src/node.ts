// SPDX-License-Identifier: Apache-2.0
/**
 * Where the wallet reads the chain: finalized blocks, from nodes that it need not trust.
 *
 * A node may lie. If one node could name the season or the ring, it would get a proof that betrays its author. So the
 * wallet reads from a `Source`: several nodes that must agree, or one that the user trusts, such as a light client.
 */

import { equal, fromHex, toHex } from "./bytes.js";
import { RollError } from "./errors.js";

/** A block: its number and its hash. */
export interface Block {
	number: number;
	hash: Uint8Array;
}

/** What the wallet asks a node. `overRpc` makes one from any JSON-RPC connection. */
export interface NodeReader {
	/** The newest finalized block. */
	finalized(): Promise<Block>;
	/** The hash of block `number`, as far as the node knows. */
	hash(number: number): Promise<Uint8Array | undefined>;
	/** Calls a runtime API at a block: its name and its SCALE-encoded arguments; returns the SCALE-encoded answer. */
	call(at: Block, method: string, args: Uint8Array): Promise<Uint8Array>;
	/** A value of the state at a block. */
	storage(at: Block, key: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Sends one JSON-RPC request and returns its `result`. Throws if the node answers with an error. */
export type Rpc = (method: string, ...params: unknown[]) => Promise<unknown>;

/** Reads over JSON-RPC, with methods that every node and light client has. */
export function overRpc(rpc: Rpc): NodeReader {
	const bytes = (answer: unknown) => {
		if (typeof answer !== "string") throw new RollError("DishonestNode");
		try {
			return fromHex(answer);
		} catch {
			throw new RollError("DishonestNode");
		}
	};
	const optional = (answer: unknown) => (answer === null || answer === undefined ? undefined : bytes(answer));
	return {
		async finalized() {
			const hash = bytes(await rpc("chain_getFinalizedHead"));
			const header = (await rpc("chain_getHeader", toHex(hash))) as { number?: unknown } | null;
			const number = Number(header?.number);
			if (!Number.isSafeInteger(number) || number < 0) throw new RollError("DishonestNode");
			return { number, hash };
		},
		async hash(number) {
			return optional(await rpc("chain_getBlockHash", number));
		},
		async call(at, method, args) {
			return bytes(await rpc("state_call", method, toHex(args), toHex(at.hash)));
		},
		async storage(at, key) {
			return optional(await rpc("state_getStorage", toHex(key), toHex(at.hash)));
		},
	};
}

/** The chain, as seen through nodes that together can be believed. */
export class Source {
	private constructor(private readonly nodes: readonly NodeReader[]) {}

	/** Several nodes that do not know each other: all must give the same answers. At least two. */
	static agreed(nodes: readonly NodeReader[]): Source {
		if (nodes.length < 2)
			throw new RangeError("one node cannot agree with itself: name at least two, or use `trusted`");
		return new Source([...nodes]);
	}

	/** One node that the user trusts: a light client, or a node of their own. */
	static trusted(node: NodeReader): Source {
		return new Source([node]);
	}

	/** The newest block that is finalized for all nodes. Checks that they serve the chain with this genesis hash. */
	async finalized(genesis: Uint8Array): Promise<Block> {
		const first = await Promise.all(this.nodes.map((node) => node.hash(0)));
		if (!first.every((hash) => hash !== undefined && equal(hash, genesis))) throw new RollError("WrongChain");
		const heads = await Promise.all(this.nodes.map((node) => node.finalized()));
		const number = Math.min(...heads.map((head) => head.number));
		const hashes = await Promise.all(this.nodes.map((node) => node.hash(number)));
		const [hash] = hashes;
		if (hash?.length !== 32) throw new RollError("DishonestNode");
		const same = hashes.every((other) => other !== undefined && equal(other, hash));
		const finalized = heads.every((head) => head.number !== number || equal(head.hash, hash));
		if (!same || !finalized) throw new RollError("Disagreement");
		return { number, hash };
	}

	/** The answer of a runtime API at a block. */
	call(at: Block, method: string, args: Uint8Array): Promise<Uint8Array> {
		return this.agreeing((node) => node.call(at, method, args));
	}

	/** A value of the state at a block; empty if there is none. */
	storage(at: Block, key: Uint8Array): Promise<Uint8Array> {
		return this.agreeing(async (node) => (await node.storage(at, key)) ?? new Uint8Array());
	}

	private async agreeing(ask: (node: NodeReader) => Promise<Uint8Array>): Promise<Uint8Array> {
		const [first, ...others] = await Promise.all(this.nodes.map(ask));
		if (!others.every((answer) => equal(answer, first))) throw new RollError("Disagreement");
		return first;
	}
}
