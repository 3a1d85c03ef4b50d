export { fromHex, toHex, wipe } from "./bytes.js";
export { BackupError, type BackupReason, fromWords, toWords } from "./backup.js";
export { makeSecret, nextSecret, type Retired, RollSecrets, type SeasonSecret } from "./secret.js";
export { type HeldSecret, type MembershipProof, Prover, ProverError, type ProverReason } from "./prover.js";
export { PROVER_SHA256 } from "./prover-digest.js";
export { ProverThread } from "./worker.js";
export { type Block, type NodeReader, overRpc, type Rpc, Source } from "./node.js";
export { RollError, type RollReason } from "./errors.js";
export {
	type BallotAccount, type FetchOptions, forgetEnrolment, MINIMUM_RING, nextKey, type ProofOptions, type Proves, type Ring,
	type RingStatus, Roll, type RollOptions, type RollState, type Seat, type UsedAccounts, type Where,
} from "./roll.js";
export { type AliasInfo, aliasInfo, confirmEnrolment } from "./confirm.js";
export {
	type Context, contextBytes, consentMessage, emptyExtensions, encodeAttestation, encodeEnrolment, encodeIncomeDeclaration,
	type Enrolment, enrolmentMessage, type Freshness, generalTransaction, type IncomeDeclaration, incomeMessage,
	multiSignature, type NextKey, possessionMessage, type RingId, type SignatureKind, type VotingContext,
} from "./enrolment.js";
export { drawMoment, type Window } from "./moment.js";
