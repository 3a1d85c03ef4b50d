// SPDX-License-Identifier: Apache-2.0
// Reads SCALE, as docs/certificate.md specifies it.

import { Refusal } from "./errors.js";

/** Reads bytes from the front. */
export class Reader {
	private at = 0;

	constructor(
		readonly bytes: Uint8Array,
		/** What is being read, for the error. */
		private readonly refusal: () => Error,
	) {}

	static file(bytes: Uint8Array): Reader {
		return new Reader(bytes, () => new Refusal("Malformed"));
	}

	get left(): number {
		return this.bytes.length - this.at;
	}

	get position(): number {
		return this.at;
	}

	/** The bytes that were read since `start`. */
	since(start: number): Uint8Array {
		return this.bytes.subarray(start, this.at);
	}

	rest(): Uint8Array {
		return this.take(this.left);
	}

	fail(): never {
		throw this.refusal();
	}

	take(count: number): Uint8Array {
		if (count > this.left) this.fail();
		this.at += count;
		return this.bytes.subarray(this.at - count, this.at);
	}

	private little(count: number): bigint {
		return this.take(count).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	}

	u8(): number {
		return Number(this.little(1));
	}
	u16(): number {
		return Number(this.little(2));
	}
	u32(): number {
		return Number(this.little(4));
	}
	u64(): bigint {
		return this.little(8);
	}
	u128(): bigint {
		return this.little(16);
	}

	bool(): boolean {
		return this.choice(2) === 1;
	}

	/** A byte below `count`. */
	choice(count: number): number {
		const byte = this.u8();
		return byte < count ? byte : this.fail();
	}

	/** A compact number below 2^32, in its shortest form. */
	compact(): number {
		const first = this.u8();
		switch (first & 3) {
			case 0:
				return first >> 2;
			case 1: {
				const number = (first | (this.u8() << 8)) >> 2;
				return number > 0x3f ? number : this.fail();
			}
			case 2: {
				const number = Number((BigInt(first) | (this.little(3) << 8n)) >> 2n);
				return number > 0x3fff ? number : this.fail();
			}
			default: {
				if (first >> 2 !== 0) this.fail();
				const number = this.u32();
				return number > 0x3fffffff ? number : this.fail();
			}
		}
	}

	bytesOf(): Uint8Array {
		return this.take(this.compact());
	}

	text(): string {
		try {
			return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.bytesOf());
		} catch {
			return this.fail();
		}
	}

	list<T>(most: number, item: (reader: this) => T): T[] {
		const length = this.compact();
		if (length > most) this.fail();
		const items: T[] = [];
		for (let i = 0; i < length; i++) items.push(item(this));
		return items;
	}

	option<T>(item: (reader: this) => T): T | undefined {
		return this.bool() ? item(this) : undefined;
	}
}
