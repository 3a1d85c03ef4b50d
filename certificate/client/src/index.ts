// SPDX-License-Identifier: Apache-2.0
/** Certificates and passports: verify them by Wasm, make them from any node. `README.md` shows how. */

export { exportCertificate, ExportError, type NextJustification, type Rpc } from "./export.js";
export {
	anonymousContext, anonymousMessage, anonymousPassport, type KeyKind, passport, passportMessage,
} from "./passport.js";
export { Refusal } from "./plain/errors.js";
export type { Verified } from "./plain/index.js";
export type { Claim } from "./plain/state.js";
export { type Anonymous, type Expected, type Passport, Verifier } from "./verifier.js";
