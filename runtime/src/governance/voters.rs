// SPDX-License-Identifier: Apache-2.0
//! Who may propose and vote, and what those who count ask of referenda.

use super::{
	origins::EnsureJustice,
	tracks::{self, TrackId},
};
use crate::{
	AccountId, BlockNumber, Census, Citizenship, OriginCaller, Polls, Referenda, Runtime, RuntimeOrigin,
};
use civitas_primitives::{ActiveCitizens, CitizenId, Decisions, PollIndex};
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg};
use frame_system::{ensure_signed, RawOrigin};
use pallet_census::PresenceStatus;
use pallet_polls::Stops;

/// The active citizens, by census and register.
pub struct Actives;

impl ActiveCitizens for Actives {
	fn active() -> u32 {
		pallet_census::Present::<Runtime>::get().active()
	}

	fn is_active(citizen: CitizenId) -> bool {
		Census::attendance(citizen).is_some_and(|it| it.presence == PresenceStatus::Active)
	}

	fn next_citizen() -> CitizenId {
		pallet_citizenship::NextCitizenId::<Runtime>::get()
	}
}

/// Passes active citizens who have few enough open polls, whatever they propose, and counts the poll that they submit.
/// A ballot account cannot propose: who pays a deposit has a name.
pub struct EnsureProposer;

impl EnsureOriginWithArg<RuntimeOrigin, OriginCaller> for EnsureProposer {
	type Success = AccountId;

	/// The referenda pallet asks this once for each submission, and what it writes is undone if the submission fails.
	fn try_origin(origin: RuntimeOrigin, _: &OriginCaller) -> Result<AccountId, RuntimeOrigin> {
		let who = ensure_signed(origin.clone()).map_err(|_| origin.clone())?;
		let citizen = Citizenship::citizen_of(who.clone()).filter(|citizen| Actives::is_active(*citizen));
		let citizen = citizen.ok_or_else(|| origin.clone())?;
		#[cfg(feature = "runtime-benchmarks")]
		if who == frame_benchmarking::whitelisted_caller() {
			// Benchmarks of the referenda pallet fill queues with one person's polls.
			pallet_polls::Open::<Runtime>::mutate_exists(citizen, |open| {
				*open = open.take().filter(|it| it.len() < 2);
			});
		}
		Polls::note_submission(citizen).map_err(|_| origin)?;
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &OriginCaller) -> Result<RuntimeOrigin, ()> {
		use civitas_primitives::Citizenry;
		let who: AccountId = frame_benchmarking::whitelisted_caller();
		Citizenship::ensure_citizen(&who);
		Ok(RuntimeOrigin::signed(who))
	}
}

/// The track by which somebody stops polls: those of tracks that ask for no more than this one.
pub struct StoppingTrack(TrackId);

impl Stops<TrackId> for StoppingTrack {
	fn stops(&self, track: &TrackId) -> bool {
		tracks::asks_as_much(self.0, *track)
	}
}

/// Passes the entrenched track and justice.
pub struct EnsureStops;

impl EnsureOrigin<RuntimeOrigin> for EnsureStops {
	type Success = StoppingTrack;

	fn try_origin(origin: RuntimeOrigin) -> Result<StoppingTrack, RuntimeOrigin> {
		if let Ok(RawOrigin::Root) = origin.clone().into() {
			return Ok(StoppingTrack(tracks::ENTRENCHED));
		}
		EnsureJustice::try_origin(origin).map(|()| StoppingTrack(tracks::JUSTICE))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RawOrigin::Root.into())
	}
}

/// Since when referenda are being decided.
pub struct DecidingReferenda;

impl Decisions<BlockNumber> for DecidingReferenda {
	fn deciding_since(poll: PollIndex) -> Option<BlockNumber> {
		let status = Referenda::ensure_ongoing(poll).ok()?;
		status.deciding.map(|deciding| deciding.since)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_deciding(since: BlockNumber) -> PollIndex {
		use frame_support::traits::Polling;
		use pallet_referenda::{DecidingStatus, ReferendumInfo, ReferendumInfoFor};
		let poll = Referenda::create_ongoing(super::tracks::LAW).expect("there is room; benchmarks only");
		ReferendumInfoFor::<Runtime>::mutate(poll, |info| {
			if let Some(ReferendumInfo::Ongoing(status)) = info {
				status.deciding = Some(DecidingStatus { since, confirming: None });
			}
		});
		poll
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn end(poll: PollIndex) {
		use frame_support::traits::Polling;
		Referenda::end_ongoing(poll, false).expect("the poll is open; benchmarks only");
	}
}
