export { Prover, ProverError, type Proof, type Refusal } from "./prover.js";
export { ProverThread } from "./worker.js";
export { fromHex, fromWords, makeSecret, toHex, toWords } from "./secret.js";
export {
	type Context, contextName, emptyExtensions, encodeEnrolment, type Enrolment, enrolmentMessage, generalTransaction,
	type RingId,
} from "./enrolment.js";
export {
	agreed, type Proves, type Ring, Roll, RollError, type RollReason, type RollState, type StateCall,
} from "./roll.js";
