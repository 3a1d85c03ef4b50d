/** The SHA-256 of `certificate.wasm`, written by `scripts/certificate`. It was built with rustc 1.95.0 (59807616e 2026-04-14). */
export const CERTIFICATE_SHA256 = "435b7efc8a41d66b50883ffa121071beafced4f94119931ee28e1fca3e744cdc";
