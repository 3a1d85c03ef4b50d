//! What pages about land ask, by the number of parcels and citizens.

use crate::{
	measure::{measure, paid, spread, Act, Cost},
	people::account,
	property::sound,
	town::{neighbour, tile, valuation, PER_CELL},
};
use civitas_runtime::{Harberger, Land, Runtime};
use pallet_harberger::Call;
use pallet_land::grid::{Bounds, Cell};
use sp_io::TestExternalities;

/// The questions, in the order of [`costs`].
pub const QUESTIONS: [&str; 9] = [
	"parcels within",
	"overview",
	"quotes",
	"territory",
	"units",
	"residents",
	"filings",
	"auctions",
	"bids and offers",
];

/// How many parcels are at auction.
const AUCTIONS: u32 = 50;

/// How many entries a page asks for.
const PAGE: u32 = 64;

/// What each of [`QUESTIONS`] costs, in a state that [`crate::property::seeded`] has made. Every answer is a full page.
pub fn costs(ext: &mut TestExternalities, parcels: u32) -> Vec<Cost> {
	ext.execute_with(|| {
		for n in 0..AUCTIONS {
			let parcel = sound(n, parcels);
			if pallet_harberger::Holdings::<Runtime>::contains_key(parcel) {
				paid(account(parcel), Call::relinquish { parcel })();
			}
		}
	});
	crate::measure::commit(ext);
	let questions: [&dyn Fn(u32) -> Act; QUESTIONS.len()] = [
		&|n| {
			let bounds = around(spread(n, parcels), 0);
			Box::new(move || {
				assert_eq!(Land::parcels_within(bounds, None, PAGE).parcels.len(), PAGE as usize)
			})
		},
		&|n| {
			let bounds = around(spread(n, parcels), 1);
			Box::new(move || assert!(!Land::overview(bounds, 0, 0).cells.is_empty()))
		},
		&|n| {
			let first = spread(n, parcels) / PER_CELL * PER_CELL;
			let all = (first..first + PAGE).collect::<Vec<_>>();
			Box::new(move || assert_eq!(Harberger::quotes(all).len(), PAGE as usize))
		},
		&|n| {
			// Somewhere in the middle of the list, whose order is that of the keys.
			let after = pallet_land::Registers::<Runtime>::iter_key_prefix(0).nth(n as usize);
			Box::new(move || assert_eq!(Land::parcels_in_territory(0, after, PAGE).len(), PAGE as usize))
		},
		&|n| {
			let tile = tile(spread(n, parcels));
			Box::new(move || assert_eq!(Land::units_on(tile, None, PAGE).len(), 1))
		},
		&|n| {
			let parcel = spread(n, parcels);
			Box::new(move || assert_eq!(Land::residents_of(parcel, None, PAGE).len(), 1))
		},
		&|_| Box::new(|| assert!(Land::filings(None, PAGE).is_empty())),
		&|_| Box::new(|| assert!(Harberger::auctions(None).len() > 20)),
		&|n| {
			let parcel = sound(n + AUCTIONS, parcels);
			let who = account(neighbour(parcel, 2));
			if pallet_harberger::Holdings::<Runtime>::contains_key(parcel) {
				paid(who.clone(), Call::bid { parcel, amount: 2 * valuation(parcel) })();
			}
			Box::new(move || {
				assert!(Harberger::bids_of(&who, None).len() <= 1);
				assert!(Harberger::offers_to(&who, None).is_empty());
			})
		},
	];
	questions.into_iter().map(|question| measure(ext, question)).collect()
}

/// The cell of a parcel at a scale.
fn around(parcel: u32, scale: u8) -> Bounds {
	let place = crate::town::middle(tile(parcel)).cell(0).expect("it lies on the earth");
	place.at_scale(scale).map(Cell::bounds).expect("the scale is one of ours")
}
