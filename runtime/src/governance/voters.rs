//! Who may propose and vote, and what those who count ask of referenda.

use crate::{AccountId, BlockNumber, Census, Citizenship, OriginCaller, Referenda, Runtime, RuntimeOrigin};
use civitas_primitives::{ActiveCitizens, CitizenId, Decisions, PollIndex};
use frame_support::traits::EnsureOriginWithArg;
use frame_system::ensure_signed;
use pallet_census::PresenceStatus;

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

/// Passes active citizens, whatever they propose. A ballot account cannot propose: who pays a deposit has a name.
pub struct EnsureActiveCitizen;

impl EnsureOriginWithArg<RuntimeOrigin, OriginCaller> for EnsureActiveCitizen {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin, _: &OriginCaller) -> Result<AccountId, RuntimeOrigin> {
		let who = ensure_signed(origin.clone()).map_err(|_| origin.clone())?;
		match Citizenship::citizen_of(who.clone()) {
			Some(citizen) if Actives::is_active(citizen) => Ok(who),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &OriginCaller) -> Result<RuntimeOrigin, ()> {
		use civitas_primitives::Citizenry;
		let who: AccountId = frame_benchmarking::whitelisted_caller();
		Citizenship::ensure_citizen(&who);
		Ok(RuntimeOrigin::signed(who))
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
