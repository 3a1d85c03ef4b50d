// SPDX-License-Identifier: Apache-2.0
// Storage proofs: which value a key has in the state with a given root.

import { Refusal } from "./errors.js";
import { blake2, hex } from "./hash.js";
import { Reader } from "./scale.js";

interface Node {
	partial: number[];
	value?: { inline: Uint8Array } | { hash: string };
	children: (Uint8Array | undefined)[];
}

const nibbles = (bytes: Uint8Array) => [...bytes].flatMap((byte) => [byte >> 4, byte & 15]);

function readNode(bytes: Uint8Array): Node | undefined {
	const input = new Reader(bytes, () => new Refusal("MalformedNode"));
	const head = input.u8();
	if (head === 0) return undefined;
	const [bits, branch, value, hashed] =
		head >> 6 === 0b01 ? [6, false, true, false] :
		head >> 6 === 0b10 ? [6, true, false, false] :
		head >> 6 === 0b11 ? [6, true, true, false] :
		head >> 5 === 0b001 ? [5, false, true, true] :
		head >> 4 === 0b0001 ? [4, true, true, true] : input.fail();
	const most = (1 << bits) - 1;
	let length = head & most;
	if (length === most) {
		for (let more = 255; more === 255; ) {
			more = input.u8();
			length += more;
		}
	}
	const partial = nibbles(input.take(Math.ceil(length / 2)));
	if (length % 2 === 1 && partial.shift() !== 0) input.fail();
	const bitmap = branch ? input.u16() : 0;
	const node: Node = { partial, children: [] };
	if (value) node.value = hashed ? { hash: hex(input.take(32)) } : { inline: input.bytesOf() };
	for (let i = 0; i < 16; i++) node.children.push((bitmap >> i) & 1 ? input.bytesOf() : undefined);
	return input.left === 0 ? node : input.fail();
}

export class Proof {
	private readonly nodes = new Map<string, Uint8Array>();
	private readonly used = new Set<string>();

	constructor(private readonly root: string, nodes: Uint8Array[]) {
		for (const node of nodes) this.nodes.set(hex(blake2(node)), node);
		if (this.nodes.size !== nodes.length) throw new Refusal("UnusedNode");
	}

	finish(): void {
		if (this.used.size !== this.nodes.size) throw new Refusal("UnusedNode");
	}

	private node(hash: string): Uint8Array {
		const node = this.nodes.get(hash);
		if (node === undefined) throw new Refusal("MissingNode");
		this.used.add(hash);
		return node;
	}

	read(key: Uint8Array): Uint8Array | undefined {
		let path = nibbles(key);
		let bytes = this.node(this.root);
		for (;;) {
			const node = readNode(bytes);
			if (node === undefined || node.partial.some((nibble, i) => path[i] !== nibble)) return undefined;
			path = path.slice(node.partial.length);
			const branch = path.shift();
			if (branch === undefined) {
				if (node.value === undefined) return undefined;
				return "hash" in node.value ? this.node(node.value.hash) : node.value.inline;
			}
			const child = node.children[branch];
			if (child === undefined) return undefined;
			bytes = child.length === 32 ? this.node(hex(child)) : child;
		}
	}
}
