// SPDX-License-Identifier: Apache-2.0
/** Randomness and hashes from the system. A proof made without randomness would reveal its author. */

// Browsers and Node 20 offer it globally; Node 18 keeps it in a module.
const source = globalThis.crypto ?? (await import("node:crypto")).webcrypto;

/** Fills memory with randomness. */
export function randomize(bytes: Uint8Array): void {
	// The system gives at most 64 KiB at a time.
	for (let at = 0; at < bytes.length; at += 65_536) source.getRandomValues(bytes.subarray(at, at + 65_536));
}

/** The SHA-256 of bytes. Browsers compute it only for pages that are served securely: by https, or from localhost. */
export async function sha256(bytes: BufferSource): Promise<Uint8Array> {
	if (source.subtle === undefined) throw new Error("serve the page by https: the prover cannot be checked otherwise");
	return new Uint8Array(await source.subtle.digest("SHA-256", bytes));
}

/** A random integer from 0 to `limit - 1`, each as likely as any other. `limit` is at most 2^32. */
export type RandomInteger = (limit: number) => number;

export const randomInteger: RandomInteger = (limit) => {
	if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) throw new RangeError(`no integer is below ${limit}`);
	const drawn = new Uint32Array(1);
	// Numbers beyond the last whole multiple of the limit would make some results likelier than others.
	const whole = 2 ** 32 - (2 ** 32 % limit);
	do source.getRandomValues(drawn);
	while (drawn[0] >= whole);
	return drawn[0] % limit;
};

/** The same items in random order, each order as likely as any other. */
export function shuffled<T>(items: readonly T[], random: RandomInteger): T[] {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last--) {
		const other = random(last + 1);
		[order[last], order[other]] = [order[other], order[last]];
	}
	return order;
}
