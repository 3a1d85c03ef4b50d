// SPDX-License-Identifier: Apache-2.0
export { BackupError, type BackupReason, fromWords, toWords } from "./backup.js";
export { fromHex, toHex, wipe } from "./bytes.js";
export { type AliasInfo, aliasInfo, confirmEnrolment } from "./confirm.js";
export {
	type Context,
	consentMessage,
	contextBytes,
	type Enrolment,
	emptyExtensions,
	encodeAttestation,
	encodeEnrolment,
	encodeIncomeDeclaration,
	enrolmentMessage,
	type Freshness,
	generalTransaction,
	type IncomeDeclaration,
	incomeMessage,
	multiSignature,
	type NextKey,
	possessionMessage,
	type RingId,
	type SignatureKind,
	type VotingContext,
} from "./enrolment.js";
export { RollError, type RollReason } from "./errors.js";
export { drawMoment, type Window } from "./moment.js";
export { type Block, type NodeReader, overRpc, type Rpc, Source } from "./node.js";
export { type HeldSecret, type MembershipProof, Prover, ProverError, type ProverReason } from "./prover.js";
export { PROVER_SHA256 } from "./prover-digest.js";
export {
	type BallotAccount,
	type FetchOptions,
	forgetEnrolment,
	MINIMUM_RING,
	nextKey,
	type ProofOptions,
	type Proves,
	type Ring,
	type RingStatus,
	Roll,
	type RollOptions,
	type RollState,
	type Seat,
	type UsedAccounts,
	type Where,
} from "./roll.js";
export { makeSecret, nextSecret, type Retired, RollSecrets, type SeasonSecret } from "./secret.js";
export { ProverThread } from "./worker.js";
