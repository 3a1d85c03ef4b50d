// SPDX-License-Identifier: Apache-2.0
/** Who made a block, from what its header says. */

/** A log that comes before the block's execution, and the name of the engine that wrote it: "BABE". */
const BABE = /^0x0642414245/;

/** The number of the authority that made a block, if this log of its header tells. */
export function authorOf(log: string): number | undefined {
	if (!BABE.test(log)) return undefined;
	// The engine's name is followed by the length, one byte for what BABE writes or two, and by the kind of the claim.
	const bytes = Uint8Array.from(log.slice(12).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
	const start = bytes[0] === undefined ? 0 : (bytes[0] & 3) === 0 ? 1 : 2;
	const kind = bytes[start];
	if (kind === undefined || kind < 1 || kind > 3 || bytes.length < start + 5) return undefined;
	return new DataView(bytes.buffer).getUint32(start + 1, true);
}
