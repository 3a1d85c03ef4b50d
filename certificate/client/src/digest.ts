// SPDX-License-Identifier: Apache-2.0
/** The SHA-256 of `certificate.wasm`, written by `scripts/certificate`. */
export const CERTIFICATE_SHA256 = "";
