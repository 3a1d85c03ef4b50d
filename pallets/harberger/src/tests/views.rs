// SPDX-License-Identifier: Apache-2.0
//! What a map page asks.

use super::*;

#[test]
fn auctions_bids_and_offers_are_listed_page_by_page() {
	build_and_execute(|| {
		for parcel in 100..100 + PAGE as u32 + 7 {
			Titled::insert(parcel, (None::<u64>, None::<u64>));
			assert_ok!(Harberger::registered(parcel));
			assert_ok!(Harberger::bid(signed(BEN), parcel, 5_000));
		}
		let first = Harberger::auctions(None);
		let second = Harberger::auctions(first.last().map(|(parcel, _)| *parcel));
		assert_eq!((first.len(), second.len()), (PAGE, 7));
		let mut all: Vec<_> = first.into_iter().chain(second).map(|(parcel, _)| parcel).collect();
		all.sort();
		assert_eq!(all, (100..100 + PAGE as u32 + 7).collect::<Vec<_>>());

		let first = Harberger::bids_of(&BEN, None);
		let second = Harberger::bids_of(&BEN, first.last().copied());
		assert_eq!((first.len(), second.len()), (PAGE, 7));
		assert_eq!(Harberger::bids_of(&CLEO, None), Vec::<ParcelId>::new());

		settle_in();
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(CLEO)));
		assert_eq!(Harberger::offers_to(&CLEO, None), [HOUSE]);
		assert!(Harberger::offers_to(&CLEO, Some(HOUSE)).is_empty());
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(DORA)));
		assert!(Harberger::offers_to(&CLEO, None).is_empty());
	});
}

#[test]
fn a_map_is_quoted_in_one_call() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(Harberger::accept(signed(ADA), 2, WORTH, ESCROW));
		assert_ok!(Harberger::bid(signed(BEN), 2, 2 * WORTH));
		let field = field();
		let quotes = Harberger::quotes(vec![HOUSE, 2, 3, field, 99]);
		let found: Vec<_> = quotes.iter().map(|it| (it.parcel, it.state, it.price)).collect();
		use MarketState::*;
		let expected = [
			(HOUSE, Held, 1_020_000),
			(2, Bidden, 2_040_000),
			(3, None, 0),
			(field, FirstSale, 5_000),
			(99, None, 0),
		];
		assert_eq!(found, expected);
		assert!(quotes.iter().take(1).all(|it| it.rate == RATE && it.last.is_none()));
		wait(7 * DAY);
		assert_ok!(Harberger::close(signed(DORA), 2));
		let quote = Harberger::quotes(vec![2]).remove(0);
		assert_eq!((quote.state, quote.last), (Held, Some((2 * WORTH, Now::get()))));
		assert_eq!(Harberger::quotes(vec![HOUSE; 300]).len(), PAGE, "no answer is without bounds");
	});
}
