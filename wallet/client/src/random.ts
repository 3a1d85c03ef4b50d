/** The system's randomness. Without it a proof would tell who made it. */

// Browsers and Node 20 have it at hand; Node 18 keeps it in a module.
const source = globalThis.crypto ?? (await import("node:crypto")).webcrypto;

/** Fills memory with randomness. */
export function randomize(bytes: Uint8Array): void {
	// The system gives at most 64 KiB at a time.
	for (let at = 0; at < bytes.length; at += 65_536) source.getRandomValues(bytes.subarray(at, at + 65_536));
}
