//! What the register's clerks, holders and their neighbours do besides, by the number of parcels and citizens.

use crate::{
	measure::{free, measure, next_block, paid, spread, Act, Cost},
	people::{account, citizen},
	property::sound,
	town::{flat, neighbour, registrar, valuation},
};
use civitas_primitives::ParcelId;
use civitas_runtime::{Harberger, Runtime, System, Timestamp};
use frame_support::traits::Time;
use pallet_harberger::{Call, Denomination};
use pallet_land::{Call as Land, Change, Designation, LandUse};
use sp_core::H256;
use sp_io::TestExternalities;

/// The calls, in the order of [`costs`].
pub const CALLS: [&str; 11] = [
	"register",
	"challenge",
	"enact",
	"describe",
	"confirm",
	"settle",
	"guard",
	"guarded close",
	"denominate",
	"offer",
	"reclaim",
];

/// What each of [`CALLS`] costs, in a state that [`crate::property::seeded`] has made.
pub fn costs(ext: &mut TestExternalities, parcels: u32) -> Vec<Cost> {
	let acts: [&dyn Fn(u32) -> Act; CALLS.len()] = [
		&|n| register(spread(n, parcels)),
		&|n| {
			let parcel = filed(spread(n, parcels));
			paid(account(spread(n, parcels)), Land::challenge { parcel, reason_hash: H256::zero() })
		},
		&|n| {
			let parcel = filed(spread(n, parcels));
			let now = System::block_number();
			pallet_land::Filings::<Runtime>::mutate_extant(parcel, |filing| filing.from = now);
			free(account(spread(n, parcels)), Land::enact { parcel })
		},
		&|n| {
			let description =
				pallet_land::Description { land_use: LandUse::Residential, ..Default::default() };
			paid(registrar(), Land::describe { parcel: spread(n, parcels), description })
		},
		&|n| {
			let parcel = spread(n, parcels);
			let guest = neighbour(parcel, 5);
			free(account(guest), Land::reside { parcel })();
			paid(account(parcel), Land::confirm { citizen: citizen(guest), parcel })
		},
		&|n| {
			let parcel = sound(n, parcels);
			free(account(neighbour(parcel, 3)), Call::settle { parcel })
		},
		&|n| guard(sound(n, parcels)),
		&|n| {
			let parcel = sound(n, parcels);
			guard(parcel)();
			paid(account(neighbour(parcel, 2)), Call::bid { parcel, amount: 2 * valuation(parcel) })();
			pallet_harberger::Holdings::<Runtime>::mutate_extant(parcel, |holding| {
				holding.bid.as_mut().expect("it was just made").until = Timestamp::now();
			});
			free(account(neighbour(parcel, 3)), Call::close { parcel })
		},
		&|n| {
			let parcel = sound(n, parcels);
			paid(account(parcel), Call::denominate { parcel, denomination: Denomination::Unit })
		},
		&|n| {
			let parcel = sound(n, parcels);
			paid(account(parcel), Call::offer { parcel, receiver: Some(account(neighbour(parcel, 4))) })
		},
		&|n| {
			let parcel = spread(n, parcels) / 10 * 10;
			free(account(neighbour(parcel, 3)), Call::foreclose { parcel })();
			let escrow = 2 * Harberger::reserve(valuation(parcel));
			paid(account(parcel), Call::reclaim { parcel, escrow })
		},
	];
	acts.into_iter()
		.map(|act| {
			next_block(ext);
			measure(ext, act)
		})
		.collect()
}

/// The registrar enters a flat over a parcel.
fn register(parcel: ParcelId) -> Act {
	let (survey, designation) = (flat(parcel), Designation::Common);
	paid(registrar(), Land::register { territory: 0, survey, designation })
}

/// The number of a flat over a parcel that has just been entered.
fn filed(parcel: ParcelId) -> ParcelId {
	let id = pallet_land::NextParcelId::<Runtime>::get();
	register(parcel)();
	let filing = pallet_land::Filings::<Runtime>::get(id).expect("it was just filed");
	assert_eq!(filing.change, Change::Designate(Designation::Common));
	id
}

/// A holder gives a standing order.
fn guard(parcel: ParcelId) -> Act {
	paid(account(parcel), Call::guard { parcel, max_price: Some(3 * valuation(parcel)) })
}
