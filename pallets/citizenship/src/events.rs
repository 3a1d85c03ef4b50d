//! What the pallet says has happened.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody has paid the deposit for a future applicant.
		Sponsored {
			/// For whom.
			applicant: T::AccountId,
			/// The account that paid.
			sponsor: T::AccountId,
			/// How much is held from the sponsor.
			deposit: BalanceOf<T>,
		},
		/// A sponsor has taken back an offer that was not used.
		SponsorshipWithdrawn {
			/// For whom it was.
			applicant: T::AccountId,
			/// The account that had paid.
			sponsor: T::AccountId,
		},
		/// An offer was declined: the applicant did not want it, or did without it. The sponsor has the money back.
		SponsorshipDeclined {
			/// For whom it was.
			applicant: T::AccountId,
			/// The account that had paid.
			sponsor: T::AccountId,
		},
		/// Somebody has accepted the charter and asks to become a citizen.
		Applied {
			/// The account that asks to join.
			applicant: T::AccountId,
			/// The charter version accepted.
			charter: CharterRef,
			/// The key under which the applicant will vote secretly.
			roll_key: RollKey,
			/// The hash of the evidence shown to vouchers.
			evidence_hash: H256,
			/// The account whose deposit is held.
			deposit: DepositSource,
		},
		/// An applicant has accepted another version of the charter.
		CharterAccepted {
			/// Who.
			applicant: T::AccountId,
			/// The charter version accepted.
			charter: CharterRef,
		},
		/// An application has ended without admission.
		ApplicationClosed {
			/// The account that asked to join.
			applicant: T::AccountId,
			/// How it ended.
			closure: Closure,
		},
		/// A citizen stands behind an applicant.
		Vouched {
			/// For whom.
			applicant: T::AccountId,
			/// Which citizen.
			voucher: CitizenId,
		},
		/// A citizen no longer stands behind an applicant.
		VouchWithdrawn {
			/// For whom.
			applicant: T::AccountId,
			/// Which citizen.
			voucher: CitizenId,
		},
		/// A citizen objects to an application.
		Challenged {
			/// The account that asked to join.
			applicant: T::AccountId,
			/// Which citizen objects.
			challenger: CitizenId,
			/// How much is held from the challenger.
			bond: BalanceOf<T>,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A challenge has ended without a ruling: nobody ruled in time, or the challenger lost full standing. The
		/// bond is back with the challenger, and others can object for another challenge period.
		ChallengeLapsed {
			/// The account whose application was challenged.
			applicant: T::AccountId,
			/// Which citizen had objected.
			challenger: CitizenId,
		},
		/// A challenger has withdrawn a challenge. The bond is back with the challenger, and others can object for
		/// another challenge period.
		ChallengeWithdrawn {
			/// The account whose application was challenged.
			applicant: T::AccountId,
			/// Which citizen had objected.
			challenger: CitizenId,
		},
		/// A challenge has been decided.
		Ruled {
			/// The account whose application was challenged.
			applicant: T::AccountId,
			/// Which citizen had objected.
			challenger: CitizenId,
			/// The decision.
			ruling: Ruling,
			/// How much the loser has paid to the winner. Nothing if a founder has dismissed the challenge.
			award: BalanceOf<T>,
		},
		/// There is a new citizen.
		Admitted {
			/// The citizen's permanent number.
			citizen: CitizenId,
			/// The citizen's account.
			account: T::AccountId,
			/// By which right.
			admission: Admission,
		},
		/// A citizen has left of their own will.
		Renounced {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A citizen has been sentenced. Anyone can carry the sentence out after the appeal period.
		Sentenced {
			/// Which citizen.
			citizen: CitizenId,
			/// The effect of the sentence.
			penalty: Penalty,
			/// The hash of the reasons.
			reason_hash: H256,
			/// The first block in which the sentence can be carried out.
			effective_from: BlockNumberFor<T>,
		},
		/// A sentence has been lifted before it took effect.
		SentenceLifted {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A sentence has come too late: the citizen had left before it took effect.
		SentenceMoot {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A citizen has been suspended.
		Suspended {
			/// Which citizen.
			citizen: CitizenId,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A citizen is back in full standing.
		Reinstated {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A citizen has lost citizenship.
		Revoked {
			/// Which citizen.
			citizen: CitizenId,
			/// On which grounds.
			grounds: Grounds,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A citizen may not vouch for some time, having vouched for a fraud.
		VouchingSuspended {
			/// Which citizen.
			citizen: CitizenId,
			/// The first block in which the citizen may vouch again.
			until: BlockNumberFor<T>,
		},
		/// A citizen has named the account to act through from now on. It has to accept.
		RotationNamed {
			/// Which citizen.
			citizen: CitizenId,
			/// The account named.
			account: T::AccountId,
		},
		/// A citizen no longer wants to move to the account named: the move was cancelled, another account was named, or
		/// the citizen has left.
		RotationCancelled {
			/// Which citizen.
			citizen: CitizenId,
			/// The account that was named.
			account: T::AccountId,
		},
		/// A citizen acts through another account from now on.
		Rotated {
			/// Which citizen.
			citizen: CitizenId,
			/// The account until now.
			old: T::AccountId,
			/// The account from now on.
			new: T::AccountId,
		},
		/// A citizen has another roll key.
		RollKeyReplaced {
			/// Which citizen.
			citizen: CitizenId,
			/// The key until now.
			old: RollKey,
			/// The key from now on.
			new: RollKey,
		},
		/// The founder has left the office, or the state: nobody has a founder's powers any more.
		FounderLeft {
			/// Which citizen.
			citizen: CitizenId,
		},
	}
}
