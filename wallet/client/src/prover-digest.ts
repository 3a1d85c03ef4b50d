// SPDX-License-Identifier: Apache-2.0
/** The SHA-256 of `prover.wasm`, written by `scripts/prover`. It was built with rustc 1.95.0 (59807616e 2026-04-14). */
export const PROVER_SHA256 = "c28f7dbd996d67c532de0ebe72a5f94980fedc7a89d35778c7e9f16895df8b00";
