export { Prover, ProverError, type Proof, type Refusal } from "./prover.js";
export { ProverThread } from "./worker.js";
export { fromHex, fromWords, makeSecret, toHex, toWords } from "./secret.js";
export {
	encodeEnrolment, generalTransaction, Roll, RollError,
	type Context, type Enrolment, type Proves, type Ring, type RingId, type StateCall,
} from "./roll.js";
