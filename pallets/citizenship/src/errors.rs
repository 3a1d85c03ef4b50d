// SPDX-License-Identifier: Apache-2.0
//! Why calls are refused.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// There is no citizen with this number.
		UnknownCitizen,
		/// This citizen is suspended and cannot do this.
		NotActive,
		/// This citizen is not suspended.
		NotSuspended,
		/// This account is a citizen's already.
		AlreadyCitizen,
		/// This account has an open application already.
		AlreadyApplied,
		/// This account has no open application.
		UnknownApplicant,
		/// This is not today's charter. Read the charter in force and accept exactly that version.
		OutdatedCharter,
		/// The roll key is not a valid Bandersnatch public key.
		InvalidRollKey,
		/// The proof does not show that you hold the secret of this roll key, for this account and this chain.
		InvalidPossessionProof,
		/// Somebody has registered this roll key already. Make a fresh one.
		RollKeyTaken,
		/// Somebody sponsors this account already.
		AlreadySponsored,
		/// You do not sponsor this account, or it has applied with your deposit, which returns when the application ends.
		NotSponsor,
		/// You cannot sponsor yourself. Call `apply` with your own deposit.
		SelfSponsored,
		/// Nobody sponsors you. Find a sponsor, or apply with your own deposit.
		NotSponsored,
		/// This account casts secret ballots, which must not be linked to a person. Use another account.
		BallotAccount,
		/// You have accepted the charter in force already.
		AlreadyAccepted,
		/// You are on probation: you can vouch and challenge after a full season, once you have attested in it.
		OnProbation,
		/// You vouched for a fraud, so you cannot vouch for some seasons. Your record says until when.
		TooEarlyToVouch,
		/// You vouch for this applicant already.
		AlreadyVouched,
		/// You do not vouch for this applicant.
		NotVouched,
		/// All your vouches are bound. One is free again when its application ends or you withdraw it, or a season after the
		/// person's admission.
		TooManyBoundVouches,
		/// This applicant has as many vouches as can be counted.
		TooManyVouches,
		/// This application is challenged already, and awaits a ruling.
		AlreadyChallenged,
		/// This application is not challenged.
		NotChallenged,
		/// The time in which this application could be challenged is over.
		TooLateToChallenge,
		/// You have as many open challenges as the charter allows. Wait for one to end, or withdraw it.
		TooManyOpenChallenges,
		/// You have challenged this application before. Nobody does so twice.
		ChallengedBefore,
		/// This application has stood as many challenges as it must. Ask the justice track to revoke the citizenship
		/// instead, if it is obtained by fraud.
		TooManyChallenges,
		/// You do not challenge this application.
		NotChallenger,
		/// This is not the challenge that is open. Read the application, and name its challenge.
		UnknownChallenge,
		/// A founder can only dismiss a challenge. Ask the justice track to uphold it.
		OnlyJusticeUpholds,
		/// A founder cannot rule on their own challenge. Withdraw it, or leave it to the justice track.
		OwnChallenge,
		/// This application is challenged: it cannot end before the ruling.
		AwaitsRuling,
		/// The challenge period is not over yet.
		TooEarlyToAdmit,
		/// The charter has changed since the applicant accepted it. The applicant must call `accept` first.
		CharterNotAccepted,
		/// This season has taken in as many people as the charter allows. Try again next season.
		IntakeExhausted,
		/// Too few citizens vouch for this applicant.
		TooFewVouches,
		/// This application has not stood open for as long as the charter allows.
		TooEarlyToClose,
		/// There is still time for a ruling on this challenge.
		TooEarlyToLapse,
		/// All numbers for citizens are given away.
		TooManyCitizens,
		/// A sentence against this citizen waits to take effect already.
		AlreadySentenced,
		/// There is no sentence against this citizen that waits to take effect.
		NotSentenced,
		/// The appeal period is not over yet.
		TooEarlyToExecute,
		/// The justice track has sentenced as many citizens this season as the charter allows. Wait for the next season, or
		/// ask the entrenched track.
		TooManySentences,
		/// You have named this account already. It has to accept.
		AlreadyNamed,
		/// This citizen has not named your account. Ask them to call `rotate`.
		NotNamed,
		/// You have named no account to move to.
		NoRotation,
	}
}
