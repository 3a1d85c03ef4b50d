// SPDX-License-Identifier: Apache-2.0
//! Every call and hook of ours has a weight that was measured.

use civitas_runtime::{Runtime, RuntimeCall};
use frame_support::{dispatch::GetDispatchInfo, traits::GetCallName};
use pallet_land::{
	grid::{Point, Rectangle},
	Survey, MAX_TILES,
};
use pallet_offices::Office;
use std::collections::BTreeSet;

/// The generated weights of a pallet, and the calls and hooks that they must cover.
type Weighed = (&'static str, &'static str, Vec<&'static str>);

/// `T`'s calls but for those that weigh as much as one of `hooks`, and these.
fn calls<T: GetCallName>(weighed_otherwise: &[&'static str], hooks: &[&'static str]) -> Vec<&'static str> {
	let calls = T::get_call_names().iter().copied().filter(|call| !weighed_otherwise.contains(call));
	calls.chain(hooks.iter().copied()).collect()
}

macro_rules! weights {
	($folder:literal) => {
		include_str!(concat!("../../pallets/", $folder, "/src/weights.rs"))
	};
}

fn pallets() -> [Weighed; 16] {
	[
		("citizenship", weights!("citizenship"), calls::<pallet_citizenship::Call<Runtime>>(&[], &[])),
		(
			"census",
			weights!("census"),
			calls::<pallet_census::Call<Runtime>>(
				&[],
				&[
					"attest_with_key",
					"authorize_declare_income",
					"close_season",
					"forget_income",
					"forget_nothing",
				],
			),
		),
		("seasons", weights!("seasons"), vec!["on_initialize", "turn"]),
		(
			"roll",
			weights!("roll"),
			// The weight of `seal` is that of a block's upkeep, which is made of the steps.
			calls::<pallet_roll::Call<Runtime>>(
				&["seal"],
				&[
					"authorize_enrol",
					"authorize_build_ring",
					"authorize_seal",
					"meet_claim",
					"rest",
					"settle",
					"forget",
					"migrate",
					"upkeep",
					"turn",
					"attested",
				],
			),
		),
		(
			"polls",
			weights!("polls"),
			calls::<pallet_polls::Call<Runtime>>(&[], &["keep", "postpone", "upkeep"]),
		),
		(
			"quadratic-voting",
			weights!("quadratic-voting"),
			calls::<pallet_quadratic_voting::Call<Runtime>>(
				&["vote", "remove_vote"],
				&["vote_in_secret", "vote_by_name", "forget", "upkeep"],
			),
		),
		(
			"outside-panel",
			weights!("outside-panel"),
			calls::<pallet_outside_panel::Call<Runtime>>(&[], &["on_initialize", "draw"]),
		),
		(
			"charter",
			weights!("charter"),
			// To announce an amendment is to let it wait, as one that has passed.
			calls::<pallet_charter::Call<Runtime>>(&["announce"], &["pass", "turn"]),
		),
		("block-space", weights!("block-space"), vec!["take"]),
		(
			"recovery-friends",
			weights!("recovery-friends"),
			calls::<pallet_recovery_friends::Call<Runtime>>(&[], &[]),
		),
		("offices", weights!("offices"), calls::<pallet_offices::Call<Runtime>>(&[], &[])),
		("land", weights!("land"), calls::<pallet_land::Call<Runtime>>(&[], &[])),
		(
			"floating-tax",
			weights!("floating-tax"),
			calls::<pallet_floating_tax::Call<Runtime>>(&[], &["upkeep", "turn", "forget", "begin"]),
		),
		(
			"harberger",
			weights!("harberger"),
			calls::<pallet_harberger::Call<Runtime>>(
				&["replenish"],
				&["close_guarded", "on_initialize", "registered"],
			),
		),
		("revenue", weights!("revenue"), calls::<pallet_revenue::Call<Runtime>>(&[], &["collect"])),
		(
			"dividend",
			weights!("dividend"),
			calls::<pallet_dividend::Call<Runtime>>(&[], &["turn", "upkeep", "sweep", "attested", "receive"]),
		),
	]
}

#[test]
fn no_pallet_with_weights_is_left_out() {
	let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../pallets");
	let weighed = std::fs::read_dir(folder)
		.expect("there are pallets")
		.map(|entry| entry.expect("it can be read").path())
		.filter(|path| path.join("src/weights.rs").exists())
		.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
		.collect::<BTreeSet<_>>();
	assert_eq!(weighed, pallets().map(|(pallet, ..)| pallet.to_owned()).into_iter().collect());
}

#[test]
fn every_call_and_hook_has_a_weight_that_says_where_it_comes_from() {
	for (pallet, weights, names) in pallets() {
		let origin = "Measured by scripts/weights on ";
		assert!(weights.contains(origin), "the weights of {pallet} do not say where they come from");
		for name in names {
			let measured = weights.matches(&format!("fn {name}(")).count();
			assert!(measured >= 2, "{pallet}::{name} has no measured weight");
		}
	}
}

/// As large a parcel as there can be.
fn estate() -> Survey {
	let shape = vec![Rectangle { row: 0, column: 0, rows: 16, columns: 16 }];
	let survey = Survey {
		shape: shape.try_into().expect("it is one rectangle"),
		reference: Point { lat: 0, lon: 0 },
		unit: 0,
		area: 1,
		title_hash: Default::default(),
	};
	assert_eq!(survey.tiles(), MAX_TILES);
	survey
}

#[test]
fn no_call_of_ours_weighs_nothing_or_does_not_fit_a_block() {
	civitas_tests::run(|_| {
		let limit = <Runtime as frame_system::Config>::BlockWeights::get();
		let normal = limit.get(frame_support::dispatch::DispatchClass::Normal);
		let longest = normal.max_extrinsic.expect("ordinary transactions are limited");
		for call in [
			RuntimeCall::from(pallet_census::Call::attest { next: None }),
			pallet_roll::Call::seal { season: 0 }.into(),
			pallet_roll::Call::build_ring { ring: civitas_primitives::RingId::Nation(0) }.into(),
			pallet_citizenship::Call::renounce {}.into(),
			pallet_citizenship::Call::withdraw_application {}.into(),
			pallet_citizenship::Call::suspend { citizen: 0, reason_hash: Default::default() }.into(),
			pallet_citizenship::Call::reinstate { citizen: 0 }.into(),
			pallet_citizenship::Call::sponsor { applicant: [0; 32].into() }.into(),
			pallet_citizenship::Call::rotate { new_account: [0; 32].into() }.into(),
			pallet_citizenship::Call::execute_sentence { citizen: 0 }.into(),
			civitas_tests::Person::development("Eve").application(),
			pallet_quadratic_voting::Call::vote { poll: 0, vote: pallet_quadratic_voting::Vote::Aye(1) }
				.into(),
			pallet_quadratic_voting::Call::remove_vote { poll: 0 }.into(),
			pallet_outside_panel::Call::vote { poll: 0, side: civitas_primitives::Side::Aye }.into(),
			pallet_outside_panel::Call::leave {}.into(),
			pallet_outside_panel::Call::retire { poll: 0 }.into(),
			pallet_outside_panel::Call::forget { account: [0; 32].into() }.into(),
			pallet_polls::Call::lapse { poll: 0 }.into(),
			pallet_polls::Call::cancel { poll: 0 }.into(),
			pallet_polls::Call::nudge { poll: 0 }.into(),
			pallet_polls::Call::enact { poll: 0 }.into(),
			pallet_offices::Call::appoint { office: Office::PanelRegistrar, holder: None }.into(),
			pallet_recovery_friends::Call::complete { citizen: 0 }.into(),
			pallet_charter::Call::veto { amendment: Default::default() }.into(),
			pallet_charter::Call::enact { amendment: Default::default() }.into(),
			pallet_charter::Call::remove_founder {}.into(),
			pallet_land::Call::register {
				territory: 0,
				survey: estate(),
				designation: pallet_land::Designation::Common,
			}
			.into(),
			pallet_land::Call::enact { parcel: 0 }.into(),
			pallet_land::Call::reside { parcel: 0 }.into(),
			pallet_land::Call::confirm { citizen: 0, parcel: 0 }.into(),
			pallet_floating_tax::Call::vote { parcel: 0, vote: pallet_floating_tax::Vote::Approve }.into(),
			pallet_floating_tax::Call::refresh { parcel: 0 }.into(),
			pallet_harberger::Call::bid { parcel: 0, amount: 1 }.into(),
			pallet_harberger::Call::foreclose { parcel: 0 }.into(),
			pallet_harberger::Call::claim {}.into(),
			pallet_revenue::Call::spend { territory: 0, beneficiary: [0; 32].into(), amount: 1 }.into(),
			pallet_dividend::Call::claim {}.into(),
		] {
			let weight = call.get_dispatch_info().call_weight;
			assert!(weight.ref_time() > 1_000_000, "{call:?} weighs next to nothing");
			assert!(weight.all_lte(longest), "{call:?} does not fit a block");
		}
	});
}
