//! What the pallet does when blocks are made, sessions turn and offences are reported.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use pallet_session::{historical, SessionManager};
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

impl<T: Config> Pallet<T> {
	/// Gives the seats to the founding validators.
	pub(crate) fn seat_founders() {
		let mut founders = T::FoundingValidators::get();
		founders.sort();
		Self::seat(0, founders.clone());
		// They serve at once, and nothing has to be planned for that.
		HasChanged::<T>::kill();
		for account in founders {
			Records::<T>::insert(account, Record::default());
		}
	}
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
	/// Those who have the seats, if they or their keys have changed. Otherwise nothing changes: not the finality set,
	/// and not who is disabled.
	fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		let has_changed = HasChanged::<T>::take() || T::NewKeys::get();
		has_changed.then(|| Serving::<T>::get().into_inner())
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		// Asked for the first two sessions.
		if Serving::<T>::get().is_empty() {
			Self::seat_founders();
		}
		Some(Serving::<T>::get().into_inner())
	}

	/// Disables again those who were punished and still serve: the session pallet forgets them when the set changes.
	fn start_session(_: SessionIndex) {
		for account in Offenders::<T>::get() {
			Self::disable(&account);
		}
	}

	fn end_session(ended: SessionIndex) {
		Self::expel_absent(ended);
		// The root of one session is written each time, so one at most is removed.
		if let Some(expired) = ended.checked_sub(T::ReportSessions::get()) {
			T::Sessions::prune_up_to(expired);
		}
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(session: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		let validators = <Self as SessionManager<_>>::new_session(session)?;
		Some(validators.into_iter().map(|who| (who, ())).collect())
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		let validators = <Self as SessionManager<_>>::new_session_genesis(session)?;
		Some(validators.into_iter().map(|who| (who, ())).collect())
	}

	fn start_session(session: SessionIndex) {
		<Self as SessionManager<_>>::start_session(session)
	}

	fn end_session(session: SessionIndex) {
		<Self as SessionManager<_>>::end_session(session)
	}
}

impl<T: Config> OnOffenceHandler<T::AccountId, (T::AccountId, ()), Weight> for Pallet<T> {
	/// Punishes each offender. The only offences that are reported are two signatures where one was due, and the whole
	/// bond is the price of any of them.
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, ())>],
		_: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for OffenceDetails { offender: (account, ()), .. } in offenders {
			Self::punish(account, session);
		}
		T::WeightInfo::punish().saturating_mul(u64::try_from(offenders.len()).unwrap_or(u64::MAX))
	}
}

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	/// Counts the block. Whoever has no record has no seat to lose.
	fn note_author(author: T::AccountId) {
		let session = Self::session();
		Records::<T>::mutate_extant(author, |record| {
			record.blocks = record.blocks.saturating_add(1);
			record.last_active = record.last_active.max(session);
		});
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
	}
}
