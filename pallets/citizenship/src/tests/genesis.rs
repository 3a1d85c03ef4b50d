// SPDX-License-Identifier: Apache-2.0
//! The founding: the first citizens have nobody to vouch for them.

use super::*;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

fn found(citizens: &[(&str, RollKey)], founder: Option<&str>) -> TestExternalities {
	InForce::set(CharterRef { version: 9, hash: hash("the first charter") });
	RuntimeGenesisConfig {
		citizenship: GenesisConfig {
			citizens: citizens.iter().map(|(name, key)| (account(name), H256(*key))).collect(),
			founder: founder.map(account),
		},
		..Default::default()
	}
	.build_storage()
	.expect("the storage can be built")
	.into()
}

#[test]
fn the_first_citizens_are_active_and_numbered_in_order() {
	found(&[("Pia", key("Pia", 0)), ("Olga", key("Olga", 0))], Some("Olga")).execute_with(|| {
		for (id, name) in [(0, "Pia"), (1, "Olga")] {
			assert_eq!(Citizenship::citizen(&account(name)), Some(id));
			assert_eq!(
				citizen(id),
				Citizen {
					account: account(name),
					standing: Standing::Active,
					admitted_at: 0,
					admitted_in: 0,
					charter: CharterRef { version: 9, hash: hash("the first charter") },
					roll_key: key(name, 0),
					vouchers: Vouchers::default(),
					open_vouches: Default::default(),
					bound_vouches: Default::default(),
					open_challenges: Default::default(),
					may_vouch_from: 0,
					free_acts: FreeActs::default(),
				}
			);
			let passport = Passport { number: id, admitted: 0, charter_version: 9 };
			assert_eq!(Issued::get(id), Some((account(name), passport)));
			assert_eq!(references(account(name)), (0, 1), "no token is needed");
		}
		assert_eq!(headcount(), (2, 0));
		assert_eq!(NextCitizenId::<Test>::get(), 2);
		assert_eq!(Founder::<Test>::get(), Some(1));
		assert_ok!(Citizenship::do_try_state());
	});
}

#[test]
fn other_pallets_hear_of_the_first_citizens() {
	changes();
	found(&[("Pia", key("Pia", 3))], None).execute_with(|| {
		assert_eq!(
			changes(),
			[(0, CitizenshipChange::Admitted { roll_key: key("Pia", 3), admission: Admission::Genesis })]
		);
	});
}

#[test]
fn the_first_citizens_vouch_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(System::block_number(), 1);
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
	});
}

#[test]
fn a_state_may_have_no_founder() {
	found(&[("Pia", key("Pia", 0))], None).execute_with(|| {
		assert_eq!(Founder::<Test>::get(), None);
		assert_eq!(headcount(), (1, 0));
		assert_ok!(Citizenship::do_try_state());
	});
}

#[test]
fn a_state_may_begin_with_nobody() {
	found(&[], None).execute_with(|| {
		assert_eq!(headcount(), (0, 0));
		assert_ok!(Citizenship::do_try_state());
	});
}

#[test]
#[should_panic(expected = "message: Some(\"NotCitizen\")")]
fn a_founder_who_is_no_citizen_is_refused() {
	found(&[("Pia", key("Pia", 0))], Some("Olga"));
}

#[test]
#[should_panic(expected = "message: Some(\"AlreadyCitizen\")")]
fn nobody_is_a_first_citizen_twice() {
	found(&[("Pia", key("Pia", 0)), ("Pia", key("Pia", 1))], None);
}

#[test]
#[should_panic(expected = "message: Some(\"RollKeyTaken\")")]
fn no_two_first_citizens_share_a_key() {
	found(&[("Pia", key("Pia", 0)), ("Olga", key("Pia", 0))], None);
}

#[test]
#[should_panic(expected = "message: Some(\"InvalidRollKey\")")]
fn a_malformed_key_is_refused_at_the_founding() {
	found(&[("Pia", [0; 32])], None);
}
