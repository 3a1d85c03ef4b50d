// SPDX-License-Identifier: Apache-2.0
/** Bytes as wallets pass them around: hexadecimal digits, comparison, and clearing. */

/** Writes bytes as hexadecimal digits, with `0x` in front. */
export function toHex(bytes: Uint8Array): string {
	return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Reads hexadecimal digits with `0x` in front. Throws a `RangeError` for anything else. */
export function fromHex(text: string): Uint8Array {
	if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) throw new RangeError("not hexadecimal digits with 0x in front");
	return Uint8Array.from(text.slice(2).match(/../g) ?? [], (digits) => parseInt(digits, 16));
}

/** Clears secrets. JavaScript may have moved copies of them before: keep secrets in memory for a short time only. */
export function wipe(...secrets: readonly Uint8Array[]): void {
	for (const secret of secrets) secret.fill(0);
}

/** The bytes of a text. */
export function text(name: string): Uint8Array {
	return new TextEncoder().encode(name);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Returns the bytes if there are exactly `length`. Throws a `RangeError` otherwise. */
export function exactly(bytes: Uint8Array, length: number): Uint8Array {
	if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`);
	return bytes;
}
