//! Foreclosure, exit, and sale by falling price.

use super::*;
use frame_support::dispatch::CheckIfFeeless;

fn buy(who: u64, max_price: Balance) -> DispatchResult {
	Harberger::buy(signed(who), HOUSE, max_price, 500_000, 10_000)
}

fn price() -> Balance {
	Harberger::auction_info(HOUSE).expect("the house is for sale").price
}

#[test]
fn a_new_parcel_is_auctioned_and_its_price_is_revenue() {
	build_and_execute(|| {
		Titled::insert(7, (None::<u64>, None::<u64>));
		assert_ok!(Harberger::registered(7));
		let (parcel, start, period) = (7, 5_000, 14 * DAY);
		System::assert_last_event(Event::AuctionStarted { parcel, start, since: START, period }.into());
		wait(7 * DAY);
		let buy = |price, escrow| Harberger::buy(signed(BEN), 7, price, 1_000, escrow);
		assert_noop!(buy(2_499, 100), Error::PriceTooHigh);
		assert_noop!(buy(2_500, TIP), Error::EscrowTooLow);
		assert_ok!(buy(2_500, 100));
		assert_eq!((revenue(), Titled::get(7)), (2_500, Some((Some(BEN), None))));
		assert_noop!(buy(2_500, 100), Error::NotForSale);
	});
}

#[test]
fn what_nobody_wants_is_free_in_the_end() {
	build_and_execute(|| {
		Titled::insert(7, (None::<u64>, None::<u64>));
		assert_ok!(Harberger::registered(7));
		wait(14 * DAY - 1);
		assert_noop!(Harberger::buy(signed(BEN), 7, 0, 1, 100), Error::PriceTooHigh);
		wait(1);
		assert_ok!(Harberger::buy(signed(BEN), 7, 0, 1, 100));
		assert_eq!(revenue(), 0);
	});
}

#[test]
fn one_holder_runs_dry_is_foreclosed_and_the_house_is_auctioned() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(foreclose(), Error::NotInArrears);
		let is_free = || RuntimeCall::Harberger(Call::foreclose { parcel: HOUSE }).is_feeless(&signed(DORA));
		assert!(!is_free(), "what would fail is not free");
		wait(2 * YEAR);
		assert!(is_free());
		let arrears = 100_000 - (ESCROW - TIP);
		let paid = foreclose().expect("the escrow is dry");
		assert_eq!(paid.pays_fee, Pays::No);
		let foreclosed = Event::Foreclosed { parcel: HOUSE, holder: ADA, arrears, by: DORA, tip: TIP };
		System::assert_has_event(foreclosed.into());
		assert_eq!((wealth(DORA), wealth(ADA)), (WEALTH + TIP, WEALTH - ESCROW));
		assert_eq!((Titled::get(HOUSE), Valued::get(HOUSE)), (Some((None, None)), 0));
		assert_eq!(price(), 2 * WORTH);
		wait(10 * DAY);
		// 4/14 of two millions.
		assert_eq!(price(), 571_429);
		assert_ok!(buy(BEN, 571_429));
		let lien = arrears + charge(WORTH, 10 * DAY);
		assert_eq!(wealth(ADA), WEALTH - ESCROW + 571_429 - lien, "arrears first");
		assert_eq!(revenue(), ESCROW - TIP + lien);
	});
}

#[test]
fn a_defaulter_gets_the_valuation_at_most() {
	build_and_execute(|| {
		lose_the_house();
		let lien = Harberger::auction_info(HOUSE).expect("it is for sale").lien;
		assert_ok!(buy(BEN, 2 * WORTH));
		assert_eq!(wealth(ADA), WEALTH - ESCROW + WORTH);
		let sold =
			Event::Sold { parcel: HOUSE, price: 2 * WORTH, dues: WORTH, former: Some(ADA), proceeds: WORTH };
		System::assert_has_event(sold.into());
		assert!(lien < WORTH);
	});
}

#[test]
fn the_open_bid_takes_what_is_foreclosed() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_100_000));
		wait(2 * YEAR);
		assert_ok!(foreclose());
		assert_eq!((house().holder, house().valuation), (BEN, 1_100_000));
		assert_eq!(wealth(ADA), WEALTH - ESCROW + WORTH, "the valuation at most");
		assert_eq!(wealth(BEN), WEALTH - 1_100_000);
	});
}

#[test]
fn who_gives_up_a_parcel_gets_its_price_up_to_the_valuation() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(Harberger::relinquish(signed(BEN), HOUSE), Error::NotHolder);
		assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
		System::assert_has_event(Event::Relinquished { parcel: HOUSE, holder: ADA }.into());
		assert_eq!(Balances::balance(&ADA), WEALTH, "the escrow is back");
		assert_ok!(buy(BEN, 2 * WORTH));
		assert_eq!((wealth(ADA), revenue()), (WEALTH + WORTH, WORTH));
	});
}

#[test]
fn a_leavers_parcel_is_auctioned_with_all_of_the_price_theirs() {
	build_and_execute(|| {
		Citizens::insert(ADA, 7);
		settle_in();
		let release = || Harberger::release(signed(DORA), HOUSE);
		assert_noop!(release(), Error::NotLeft);
		let is_free = || RuntimeCall::Harberger(Call::release { parcel: HOUSE }).is_feeless(&signed(DORA));
		assert!(!is_free());
		Citizens::remove(ADA);
		assert!(is_free());
		wait(YEAR);
		let paid = release().expect("Ada has left");
		assert_eq!(paid.pays_fee, Pays::No);
		System::assert_has_event(Event::Released { parcel: HOUSE, holder: ADA }.into());
		assert_eq!(wealth(ADA), WEALTH - 50_000);
		assert_ok!(buy(BEN, 2 * WORTH));
		assert_eq!(wealth(ADA), WEALTH - 50_000 + 2 * WORTH);
	});
}

#[test]
fn a_leavers_parcel_goes_to_the_open_bid_first() {
	build_and_execute(|| {
		Citizens::insert(ADA, 7);
		settle_in();
		assert_ok!(bid(BEN, 1_100_000));
		Citizens::remove(ADA);
		assert_ok!(Harberger::release(signed(DORA), HOUSE));
		assert_eq!((house().holder, wealth(ADA)), (BEN, WEALTH + 1_100_000));
	});
}

#[test]
fn who_never_was_a_citizen_keeps_what_they_hold() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(Harberger::release(signed(DORA), HOUSE), Error::NotLeft);
		// Ada joins, and touches the house as a citizen.
		Citizens::insert(ADA, 7);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 1));
		Citizens::remove(ADA);
		assert_ok!(Harberger::release(signed(DORA), HOUSE));
	});
}
