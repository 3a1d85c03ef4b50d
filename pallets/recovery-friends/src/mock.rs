// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet. Account 100 + n is citizen n's, as long as there is one.

use crate as pallet_recovery_friends;
use crate::*;
use civitas_primitives::{Headcount, Standing};
use frame_support::{derive_impl, traits::ConstU64};
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

pub type Block = frame_system::mocking::MockBlock<Test>;

/// For how many blocks a recovery can be stopped.
pub const PERIOD: u64 = 14;

/// The free acts of a citizen.
pub const QUOTA: u32 = 6;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type RecoveryFriends = pallet_recovery_friends;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

thread_local! {
	/// The account and standing of each citizen, and how many free acts they have done.
	static PEOPLE: RefCell<BTreeMap<CitizenId, (u64, Standing, u32)>> = RefCell::default();
}

/// The citizens.
pub struct People;

impl People {
	fn with<R>(citizen: CitizenId, act: impl FnOnce(&mut (u64, Standing, u32)) -> R) -> Option<R> {
		PEOPLE.with_borrow_mut(|people| people.get_mut(&citizen).map(act))
	}

	pub fn suspend(citizen: CitizenId) {
		Self::with(citizen, |it| it.1 = Standing::Suspended).expect("there is such a citizen");
	}

	/// `citizen` leaves the state.
	pub fn leave(citizen: CitizenId) {
		let (_, standing, _) =
			PEOPLE.with_borrow_mut(|people| people.remove(&citizen)).expect("there is such a citizen");
		use civitas_primitives::{CitizenshipChange, OnCitizenship};
		RecoveryFriends::changed(citizen, CitizenshipChange::Left { standing });
	}

	pub fn account(citizen: CitizenId) -> u64 {
		Self::with(citizen, |it| it.0).expect("there is such a citizen")
	}
}

impl Citizenry<u64> for People {
	fn citizen(account: &u64) -> Option<CitizenId> {
		PEOPLE.with_borrow(|people| people.iter().find(|(_, it)| it.0 == *account).map(|(id, _)| *id))
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		Self::with(citizen, |it| it.1)
	}
	fn headcount() -> Headcount {
		Headcount::default()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Self::citizen(account).unwrap_or_else(|| {
			PEOPLE.with_borrow_mut(|people| {
				let id = people.len() as CitizenId;
				people.insert(id, (*account, Standing::Active, 0));
				id
			})
		})
	}
}

impl CivicActs for People {
	fn left(citizen: CitizenId) -> u32 {
		Self::with(citizen, |it| QUOTA.saturating_sub(it.2)).unwrap_or_default()
	}
	fn count(citizen: CitizenId) {
		Self::with(citizen, |it| it.2 += 1);
	}
}

impl Rotation<u64> for People {
	fn check(citizen: CitizenId, new_account: &u64) -> DispatchResult {
		ensure!(Self::standing(citizen).is_some(), Error::<Test>::NotCitizen);
		ensure!(Self::citizen(new_account).is_none(), DispatchError::Other("taken"));
		Ok(())
	}
	fn rotate(citizen: CitizenId, new_account: &u64) -> DispatchResult {
		Self::check(citizen, new_account)?;
		Self::with(citizen, |it| it.0 = *new_account);
		Ok(())
	}
}

impl pallet_recovery_friends::Config for Test {
	type Citizenry = People;
	type CivicActs = People;
	type Rotation = People;
	type Period = ConstU64<PERIOD>;
	type WeightInfo = ();
}

/// A state of ten citizens.
pub fn build() -> TestExternalities {
	PEOPLE.with_borrow_mut(|people| {
		*people = (0..10).map(|n| (n, (100 + u64::from(n), Standing::Active, 0))).collect();
	});
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to refuse");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		RecoveryFriends::do_try_state().expect("every invariant holds");
	});
}
