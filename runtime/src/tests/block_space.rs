// SPDX-License-Identifier: Apache-2.0
//! Lanes, first nonces, and what wallets are told of fees.

use super::*;
use crate::configs::{money::CivicLanes, system::FirstNonce};
use civitas_primitives::{Context, RingId, Side};
use frame_support::{assert_ok, traits::Get};
use pallet_block_space::{Lane, Lanes};
use pallet_quadratic_voting::Vote;

#[test]
fn each_call_has_its_lane() {
	let ring = RingId::Nation(0);
	let enrol = pallet_roll::Call::enrol {
		season: 0,
		ring,
		context: Context::Nation,
		account: alice(),
		alias: [0; 32],
		count: 0,
		at: 0,
		consent: Signature::Sr25519([0; 64].into()),
		proof: Box::new([0; 785]),
	};
	let declare = pallet_census::Call::declare_income {
		season: 0,
		ring,
		band: 0,
		alias: [0; 32],
		count: 0,
		at: 0,
		proof: Box::new([0; 785]),
	};
	let friends = Default::default();
	let lanes: Vec<(RuntimeCall, Lane)> = vec![
		(pallet_roll::Call::seal { season: 0 }.into(), Lane::Upkeep),
		(pallet_roll::Call::build_ring { ring }.into(), Lane::Upkeep),
		(pallet_citizenship::Call::renounce {}.into(), Lane::Voice),
		(pallet_census::Call::attest { next: None }.into(), Lane::Voice),
		(pallet_quadratic_voting::Call::vote { poll: 0, vote: Vote::Aye(1) }.into(), Lane::Voice),
		(pallet_quadratic_voting::Call::remove_vote { poll: 0 }.into(), Lane::Voice),
		(pallet_outside_panel::Call::vote { poll: 0, side: Side::Aye }.into(), Lane::Voice),
		(pallet_citizenship::Call::vouch { applicant: eve() }.into(), Lane::Acts),
		(pallet_citizenship::Call::withdraw_application {}.into(), Lane::Acts),
		(pallet_citizenship::Call::admit { applicant: eve() }.into(), Lane::Acts),
		(pallet_dividend::Call::claim {}.into(), Lane::Acts),
		(pallet_land::Call::reside { parcel: 0 }.into(), Lane::Acts),
		(pallet_recovery_friends::Call::name_friends { friends, needed: 0 }.into(), Lane::Acts),
		(enrol.into(), Lane::Enrolment),
		(declare.into(), Lane::Enrolment),
	];
	for (call, lane) in &lanes {
		assert_eq!(CivicLanes::lane(call), *lane, "{call:?}");
		let is_unsigned = matches!(
			call,
			RuntimeCall::Roll(..) | RuntimeCall::Census(pallet_census::Call::declare_income { .. })
		);
		assert_eq!(CivicLanes::is_unsigned(call), is_unsigned, "{call:?}");
	}
	assert!(lanes.iter().all(|(_, lane)| lane.priority() > pallet_block_space::MAX_PAID_PRIORITY));
}

#[test]
fn civic_acts_and_those_who_pay_share_the_ordinary_space_and_upkeep_keeps_the_rest() {
	development_chain().execute_with(|| {
		let limits = configs::system::RuntimeBlockWeights::get();
		let ordinary = limits.get(frame_support::dispatch::DispatchClass::Normal).max_total;
		let ordinary = ordinary.expect("ordinary transactions have a limit").ref_time();
		assert_eq!(BlockSpace::limit().ref_time(), ordinary / 4 * 3);
		// What sealing may take in idle time is never ordinary space.
		let rest = limits.max_block.ref_time() - ordinary;
		assert!(configs::people::RollUpkeepWeight::get().ref_time() <= rest);
	});
}

#[test]
fn a_new_account_begins_where_its_block_is() {
	development_chain().execute_with(|| {
		assert_eq!(*System::account_nonce(alice()), 0, "accounts of the genesis begin with zero");
		System::set_block_number(1_000);
		let newcomer = AccountId::from([7; 32]);
		let gift = |value| {
			assert_ok!(Balances::transfer_allow_death(
				RuntimeOrigin::signed(bob()),
				newcomer.clone().into(),
				value
			));
		};
		gift(CIV);
		assert_eq!(*System::account_nonce(&newcomer), 8_000);
		// Time does not move the nonce of an account that there is.
		System::set_block_number(2_000);
		assert_eq!(*System::account_nonce(&newcomer), 8_000);
		System::inc_account_nonce(&newcomer);
		assert_eq!(*System::account_nonce(&newcomer), 8_001);

		// It goes and comes back: its old transactions are stale.
		assert_ok!(Balances::transfer_all(RuntimeOrigin::signed(newcomer.clone()), bob().into(), false));
		assert!(!System::account_exists(&newcomer));
		gift(CIV);
		assert_eq!(*System::account_nonce(&newcomer), 16_000);
	});
}

#[test]
fn nonces_last_for_a_century() {
	development_chain().execute_with(|| {
		System::set_block_number(100 * 365 * DAYS);
		assert!(FirstNonce::get() < Nonce::MAX / 100 * 99);
	});
}

#[test]
fn a_stored_nonce_is_four_bytes_as_ever() {
	use parity_scale_codec::{Compact, Encode};
	development_chain().execute_with(|| {
		let nonce = StoredNonce::from(77u32);
		assert_eq!(nonce.encode(), 77u32.encode());
		assert_eq!(Compact(nonce).encode(), Compact(77u32).encode());
	});
}
