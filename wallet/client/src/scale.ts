// SPDX-License-Identifier: Apache-2.0
/** SCALE, as far as the roll needs it. A node may answer anything, so its answers are read strictly. */

/** The bytes do not encode what they should. */
export class Malformed extends Error {
	constructor(what: string) {
		super(`malformed: ${what}`);
		this.name = "Malformed";
	}
}

/** Reads an answer, field by field, to its end. */
export class Reader {
	private at = 0;
	private readonly view: DataView;

	constructor(private readonly bytes: Uint8Array) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** The next bytes, copied. */
	take(length: number): Uint8Array {
		const end = this.at + length;
		if (end > this.bytes.length) throw new Malformed("the answer ends too soon");
		const taken = this.bytes.slice(this.at, end);
		this.at = end;
		return taken;
	}

	u8(): number {
		return this.take(1)[0];
	}

	u32(): number {
		this.take(4);
		return this.view.getUint32(this.at - 4, true);
	}

	u64(): bigint {
		this.take(8);
		return this.view.getBigUint64(this.at - 8, true);
	}

	/** A byte that is one of the first `count`. */
	choice(count: number): number {
		const chosen = this.u8();
		if (chosen >= count) throw new Malformed(`choice ${chosen} of ${count}`);
		return chosen;
	}

	/** Reads an optional value: a byte says whether it follows. */
	option<T>(read: () => T): T | undefined {
		return this.choice(2) === 1 ? read() : undefined;
	}

	/** The length of a list: a compact number of up to 14 bits, in its shortest form. */
	length(): number {
		const first = this.u8();
		if ((first & 3) === 0) return first >> 2;
		const length = (first >> 2) | (this.u8() << 6);
		if ((first & 3) !== 1 || length < 64) throw new Malformed("a length out of range");
		return length;
	}

	/** Checks that no bytes are left. */
	end(): void {
		if (this.at !== this.bytes.length) throw new Malformed("bytes are left over");
	}
}

export function u32(value: number): Uint8Array {
	if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) throw new RangeError(`${value} does not fit 32 bits`);
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value, true);
	return bytes;
}

export function u64(value: bigint): Uint8Array {
	if (value < 0n || value >= 1n << 64n) throw new RangeError(`${value} does not fit 64 bits`);
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setBigUint64(0, value, true);
	return bytes;
}

export function u8(value: number): Uint8Array {
	if (!Number.isInteger(value) || value < 0 || value >= 2 ** 8) throw new RangeError(`${value} does not fit 8 bits`);
	return Uint8Array.of(value);
}

/** A compact number of up to 30 bits. */
export function compact(value: number): Uint8Array {
	if (value < 1 << 6) return Uint8Array.of(value << 2);
	if (value < 1 << 14) return u32((value << 2) | 1).slice(0, 2);
	return u32(((value << 2) | 2) >>> 0);
}
