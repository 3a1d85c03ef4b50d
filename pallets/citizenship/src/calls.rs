//! What people can do.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Asks to become a citizen. Any account may call this that is neither a citizen's nor casts secret ballots.
		///
		/// - `charter`: the version and hash of the charter that you accept.
		/// - `roll_key`: the key that puts you on the roll of voters.
		/// - `evidence_hash`: the hash of what you show to those who vouch for you.
		/// - `deposit`: your own money, or a sponsor's.
		///
		/// The applicant accepts exactly the charter given here, registers a roll key, and says whose deposit is used.
		/// With their own, a sponsorship that waits is declined. `proof` is made with the roll key's secret over the
		/// message that the runtime API `CitizenshipApi_possession_message` returns. Free with a sponsor's deposit.
		///
		/// Emits `Applied`. Refused with `OutdatedCharter` if the charter has changed, with `NotSponsored` if there is no
		/// sponsor, with `InvalidRollKey`, `InvalidPossessionProof` or `RollKeyTaken` for a key that cannot be registered.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, charter: &CharterRef, roll_key: &RollKey,
			proof: &PossessionProof, _evidence_hash: &H256, deposit: &DepositSource| -> bool {
			Pallet::<T>::is_free_apply(origin, charter, roll_key, proof, *deposit)
		})]
		pub fn apply(
			origin: OriginFor<T>,
			charter: CharterRef,
			roll_key: RollKey,
			proof: PossessionProof,
			evidence_hash: H256,
			deposit: DepositSource,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_apply(who, charter, roll_key, proof, evidence_hash, deposit)
		}

		/// Withdraws one's own application; the deposit returns to the person who paid it. Free.
		///
		/// Emits `ApplicationClosed`. Refused with `AwaitsRuling` while a challenge is open.
		#[pallet::call_index(1)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_withdrawal(origin) })]
		pub fn withdraw_application(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_application(who)
		}

		/// Pays the deposit for somebody who has not applied yet, and keeps their account alive so that it can act
		/// without owning a token. Anyone may.
		///
		/// - `applicant`: the account to pay for.
		///
		/// The deposit returns to the sponsor when the application ends, or the applicant declines it. The fee contains
		/// that of the free calls by which the applicant uses or declines it. Emits `Sponsored`. Refused with
		/// `AlreadySponsored`, `AlreadyApplied`, `AlreadyCitizen` or `SelfSponsored` if there is nothing to sponsor.
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::sponsor()
			.saturating_add(<T as Config>::WeightInfo::apply())
			.saturating_add(<T as Config>::WeightInfo::withdraw_application()))]
		pub fn sponsor(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_sponsor(who, applicant)
		}

		/// Takes a sponsor's deposit back before the applicant has applied with it. Afterwards, it returns when the
		/// application ends.
		///
		/// - `applicant`: the account that you have paid for.
		///
		/// Emits `SponsorshipWithdrawn`. Refused with `NotSponsor`.
		#[pallet::call_index(3)]
		pub fn withdraw_sponsorship(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_sponsorship(who, applicant)
		}

		/// Stands behind an applicant. Any active citizen past probation may. A free act.
		///
		/// - `applicant`: the account that asks to join.
		///
		/// The vouch stays bound until a season after the person's admission, or until the application ends. Who vouches
		/// for a fraud loses the right to vouch for some seasons. Emits `Vouched`. Refused with `OnProbation`,
		/// `TooEarlyToVouch` or `TooManyBoundVouches`.
		#[pallet::call_index(4)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_vouch(origin, applicant)
		})]
		pub fn vouch(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vouch(who, applicant)
		}

		/// Stops standing behind an applicant. A free act. If the application was complete with this vouch, the challenge
		/// period begins again with the vouch that takes its place.
		///
		/// - `applicant`: the account that you have vouched for.
		///
		/// Emits `VouchWithdrawn`. Refused with `NotVouched` if there is no such vouch.
		#[pallet::call_index(5)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_vouch_withdrawal(origin, applicant)
		})]
		pub fn withdraw_vouch(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_vouch(who, applicant)
		}

		/// Objects to an application, with a bond. Any active citizen past probation may, once against each application,
		/// until its challenge period is over.
		///
		/// - `applicant`: the account that asks to join.
		/// - `reason_hash`: the hash of the text that gives your reasons.
		///
		/// If the justice track upholds the challenge, the challenger gets the application's deposit; if it dismisses it,
		/// the applicant gets the bond. Emits `Challenged`. Refused with `OnProbation`, `AlreadyChallenged`,
		/// `ChallengedBefore`, `TooLateToChallenge` or `TooManyOpenChallenges`.
		#[pallet::call_index(6)]
		pub fn challenge(origin: OriginFor<T>, applicant: T::AccountId, reason_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge(who, applicant, reason_hash)
		}

		/// Decides the challenge against `applicant` that `challenger` made in block `challenged_at`, and no other. The
		/// justice track may, and in the Founding tier the founder may dismiss other people's challenges.
		///
		/// - `ruling`: whether the challenge is upheld or dismissed.
		///
		/// Emits `Ruled`, and `ApplicationClosed` if the challenge is upheld. Refused with `UnknownChallenge` if another
		/// challenge is open by now, and with `OnlyJusticeUpholds` or `OwnChallenge` for what a founder cannot do.
		#[pallet::call_index(7)]
		pub fn rule(
			origin: OriginFor<T>,
			applicant: T::AccountId,
			challenger: CitizenId,
			challenged_at: BlockNumberFor<T>,
			ruling: Ruling,
		) -> DispatchResult {
			let arbiter = Self::ensure_arbiter(origin)?;
			Self::do_rule(arbiter, applicant, challenger, challenged_at, ruling)
		}

		/// Closes an application that has stood open for too long. Anyone may, and pays nothing. The deposit returns.
		///
		/// - `applicant`: the account whose application has lapsed.
		///
		/// Emits `ApplicationClosed`. Refused with `TooEarlyToClose`, or `AwaitsRuling` while a challenge is open.
		#[pallet::call_index(8)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_closure(origin, applicant)
		})]
		pub fn close_application(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_application(applicant)
		}

		/// Makes an applicant a citizen. Anyone may once the application has been complete for the challenge period, and
		/// pays nothing. In the Founding tier, the founder may at once.
		///
		/// - `applicant`: the account that asks to join.
		///
		/// Returns the deposit and issues the passport. Emits `Admitted`. Refused with `TooFewVouches`, `TooEarlyToAdmit`,
		/// `AwaitsRuling`, `CharterNotAccepted` or `IntakeExhausted`.
		#[pallet::call_index(9)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_admission(origin, applicant)
		})]
		pub fn admit(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit(who, applicant)
		}

		/// Leaves the state, at once and for good. Any citizen may, at any time, free of charge.
		///
		/// Open vouches are withdrawn, open challenges lapse and their bonds return. Emits `Renounced`.
		#[pallet::call_index(10)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_renunciation(origin) })]
		pub fn renounce(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_renounce(who)
		}

		/// Sentences a citizen to a suspension. The justice track may, for a part of the citizens each season, and the
		/// entrenched track.
		///
		/// - `citizen`: the id of the citizen.
		/// - `reason_hash`: the hash of the text that gives the reasons.
		///
		/// The sentence takes effect by `execute_sentence` after the appeal period. Emits `Sentenced`. Refused with
		/// `AlreadySentenced`, `TooManySentences`, or `NotActive` if the citizen is suspended.
		#[pallet::call_index(11)]
		pub fn suspend(origin: OriginFor<T>, citizen: CitizenId, reason_hash: H256) -> DispatchResult {
			let judge = Self::ensure_judge(origin)?;
			Self::do_sentence(judge, citizen, Penalty::Suspension, reason_hash)
		}

		/// Restores a suspended citizen's full standing. Only the justice track may. Emits `Reinstated`.
		///
		/// - `citizen`: the id of the suspended citizen.
		#[pallet::call_index(12)]
		pub fn reinstate(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_reinstate(citizen)
		}

		/// Sentences a citizen to the loss of citizenship. The justice track may, for a part of the citizens each season,
		/// and the entrenched track.
		///
		/// - `citizen`: the id of the citizen.
		/// - `grounds`: fraud at admission or a breach of the charter. After fraud, those who vouched are liable.
		/// - `reason_hash`: the hash of the text that gives the reasons.
		///
		/// The sentence takes effect by `execute_sentence` after the appeal period. Emits `Sentenced`. Refused with
		/// `AlreadySentenced` or `TooManySentences`.
		#[pallet::call_index(13)]
		pub fn revoke(
			origin: OriginFor<T>,
			citizen: CitizenId,
			grounds: Grounds,
			reason_hash: H256,
		) -> DispatchResult {
			let judge = Self::ensure_judge(origin)?;
			Self::do_sentence(judge, citizen, Penalty::Revocation(grounds), reason_hash)
		}

		/// Names another account for one's citizenship, in place of one named before. The citizen may, or, if the key is
		/// lost, the account that the recovery pallet lets act for it. A free act.
		///
		/// - `new_account`: the account to move your citizenship to.
		///
		/// The citizenship moves when the new account calls `accept_rotation`. Until then, the account is kept alive so
		/// that it can accept without owning a token. The fee contains that of the acceptance. Emits `RotationNamed`.
		/// Refused with `AlreadyCitizen`, `AlreadyApplied` or `BallotAccount` if the new account has a place of its own.
		#[pallet::call_index(14)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, new_account: &T::AccountId| -> bool {
			Pallet::<T>::is_free_rotation(origin, new_account)
		})]
		#[pallet::weight(<T as Config>::WeightInfo::rotate()
			.saturating_add(<T as Config>::WeightInfo::accept_rotation()))]
		pub fn rotate(origin: OriginFor<T>, new_account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rotate(who, new_account)
		}

		/// Replaces one's roll key, with the same proof as in `apply`. Takes effect at the next sealing of the
		/// roll. Any active citizen may. A free act.
		///
		/// - `new_key`: the roll key to use from the next sealing on.
		/// - `proof`: a signature by the secret of `new_key`.
		///
		/// Emits `RollKeyReplaced`.
		#[pallet::call_index(15)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, new_key: &RollKey, proof: &PossessionProof| -> bool {
			Pallet::<T>::is_free_key_replacement(origin, new_key, proof)
		})]
		pub fn replace_roll_key(
			origin: OriginFor<T>,
			new_key: RollKey,
			proof: PossessionProof,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_replace_roll_key(who, new_key, proof)
		}

		/// Ends a challenge that nobody has ruled on in time; the application goes on. Anyone may, and pays nothing.
		/// The bond returns, and others can object for another challenge period.
		///
		/// - `applicant`: the account that is challenged.
		///
		/// Emits `ChallengeLapsed`. Refused with `TooEarlyToLapse`.
		#[pallet::call_index(16)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_lapse(origin, applicant)
		})]
		pub fn lapse_challenge(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse_challenge(applicant)
		}

		/// Declines a sponsorship. The sponsored account may, free of charge.
		///
		/// The deposit returns to the sponsor. Emits `SponsorshipDeclined`. Refused with `NotSponsored`.
		#[pallet::call_index(17)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_decline(origin) })]
		pub fn decline_sponsorship(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decline_sponsorship(who)
		}

		/// Accepts the charter in force, which has changed since the application. The applicant may, free of charge.
		///
		/// - `charter`: the version and hash of the charter in force.
		///
		/// Emits `CharterAccepted`. Refused with `OutdatedCharter` if it has changed again, and with `AlreadyAccepted`.
		#[pallet::call_index(18)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, charter: &CharterRef| -> bool {
			Pallet::<T>::is_free_acceptance(origin, charter)
		})]
		pub fn accept(origin: OriginFor<T>, charter: CharterRef) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, charter)
		}

		/// Withdraws one's challenge against `applicant`. The bond returns, and others can object for another challenge
		/// period.
		///
		/// Emits `ChallengeWithdrawn`. Refused with `NotChallenger`.
		#[pallet::call_index(19)]
		pub fn withdraw_challenge(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_challenge(who, applicant)
		}

		/// Moves the citizenship of `citizen`, who has named this account, to this account. Free.
		///
		/// The passport and the roll key move with it; money does not. A sponsorship of this account is declined. Emits
		/// `Rotated`. Refused with `NotNamed`, and with `AlreadyCitizen`, `AlreadyApplied` or `BallotAccount` if this
		/// account has a place of its own by now.
		#[pallet::call_index(20)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, citizen: &CitizenId| -> bool {
			Pallet::<T>::is_free_rotation_acceptance(origin, *citizen)
		})]
		pub fn accept_rotation(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_rotation(who, citizen)
		}

		/// Takes the name of the next account back before that account has accepted. The citizen may, free of charge.
		///
		/// Emits `RotationCancelled`. Refused with `NoRotation`.
		#[pallet::call_index(21)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_rotation_cancellation(origin) })]
		pub fn cancel_rotation(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_rotation(who)
		}

		/// Carries out the sentence against a citizen after the appeal period. Anyone may, and pays nothing.
		///
		/// - `citizen`: the id of the sentenced citizen.
		///
		/// Open vouches of the citizen are withdrawn, open challenges lapse. If the citizenship was obtained by fraud, those
		/// who vouched lose their open vouches and may not vouch for some seasons. Emits `Suspended` or `Revoked`, or
		/// `SentenceMoot` if the citizen has left, and `VouchingSuspended` for each who is liable. Refused with
		/// `NotSentenced` or `TooEarlyToExecute`.
		#[pallet::call_index(22)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, citizen: &CitizenId| -> bool {
			Pallet::<T>::is_free_execution(origin, *citizen)
		})]
		pub fn execute_sentence(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_execute_sentence(citizen)
		}

		/// Lifts a sentence that has not taken effect yet. The justice track may, and the entrenched one.
		///
		/// - `citizen`: the id of the sentenced citizen.
		///
		/// Emits `SentenceLifted`. Refused with `NotSentenced`.
		#[pallet::call_index(23)]
		pub fn lift_sentence(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_lift_sentence(citizen)
		}
	}
}
