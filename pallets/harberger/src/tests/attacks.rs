//! What people try in order to dodge the charge, and how each of them fails.

use super::*;

/// Ballot accounts could hold land, which links their votes to a place and to money.
#[test]
fn a_ballot_account_takes_no_land() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(bid(VOTER, 2 * WORTH), Error::BallotAccount);
		assert_noop!(Harberger::offer(signed(ADA), HOUSE, Some(VOTER)), Error::BallotAccount);
		Titled::insert(2, (None::<u64>, Some(VOTER)));
		assert_noop!(Harberger::accept(signed(VOTER), 2, WORTH, ESCROW), Error::BallotAccount);
		assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
		assert_noop!(bid(VOTER, 2 * WORTH), Error::BallotAccount);
		assert_noop!(Harberger::buy(signed(VOTER), HOUSE, Balance::MAX, WORTH, ESCROW), Error::BallotAccount);
		assert_ok!(Harberger::buy(signed(BEN), HOUSE, Balance::MAX, WORTH, ESCROW));
	});
}

/// An account that held land could be enrolled afterwards, with the same effect.
#[test]
fn whoever_holds_land_or_bids_for_it_is_known_and_nobody_else_is() {
	build_and_execute(|| {
		let known = |who| <Harberger as KnownAccounts<u64>>::is_known(&who);
		assert!(!known(ADA));
		settle_in();
		assert!(known(ADA) && !known(BEN));
		assert_ok!(bid(BEN, 2 * WORTH));
		assert!(known(BEN));
		assert_ok!(bid(CLEO, 3 * WORTH));
		assert!(!known(BEN) && known(CLEO));
		wait(7 * DAY);
		assert_ok!(close());
		assert!(!known(ADA) && known(CLEO));
	});
}

/// What a binding period's charge on the difference to `high` is.
fn dodge_cost(high: Balance) -> Balance {
	charge(high - WORTH, 90 * DAY)
}

/// Ada has meant her price for a binding period, and has enough in escrow for whatever she tries.
fn scheme() {
	settle_in();
	wait(90 * DAY);
	assert_ok!(Harberger::fund(signed(ADA), HOUSE, 10_000_000));
}

/// What somebody's acts bring in.
fn yield_of(acts: impl FnOnce()) -> Balance {
	let before = revenue();
	acts();
	revenue() - before
}

#[test]
fn a_price_hop_before_a_bid_is_paid_for_by_a_binding_period() {
	build_and_execute(|| {
		scheme();
		let paid = yield_of(|| {
			// Ada sees Ben's bid coming, raises, and cuts when he is gone.
			assert_ok!(assess(5 * WORTH));
			assert_noop!(bid(BEN, 1_500_000), Error::BidTooLow);
			assert_ok!(assess(WORTH));
		});
		assert_eq!(paid, dodge_cost(5 * WORTH));
		assert_eq!(house().bound, None);
	});
}

/// On the code before, the receiver of a gift named any price, unbound: a hop by a gift to oneself cost nothing.
#[test]
fn a_hop_by_a_gift_to_oneself_costs_as_much() {
	build_and_execute(|| {
		scheme();
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(BEN)));
		let paid = yield_of(|| {
			assert_ok!(Harberger::accept(signed(BEN), HOUSE, 5 * WORTH, 100_000));
			assert_noop!(bid(CLEO, 1_500_000), Error::BidTooLow);
			assert_ok!(Harberger::assess(signed(BEN), HOUSE, WORTH));
		});
		assert_eq!(paid, dodge_cost(5 * WORTH));
	});
}

/// On the code before, a price named at an auction or for an assigned parcel bound nobody.
#[test]
fn a_price_binds_however_it_was_named() {
	build_and_execute(|| {
		lose_the_house();
		wait(28 * DAY);
		assert_ok!(Harberger::buy(signed(BEN), HOUSE, Balance::MAX, 50 * WORTH, 1_000_000));
		let paid = yield_of(|| {
			assert_ok!(Harberger::assess(signed(BEN), HOUSE, 1));
		});
		assert_eq!(paid, charge(50 * WORTH - 1, 90 * DAY));
	});
	build_and_execute(|| {
		settle_in();
		wait(DAY);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
		let paid = yield_of(|| {
			assert_ok!(assess(1));
		});
		assert_eq!(paid, charge(WORTH - 1, 89 * DAY));
	});
	build_and_execute(|| {
		assert_ok!(Harberger::bid(signed(BEN), field(), 50 * WORTH));
		wait(7 * DAY);
		assert_ok!(Harberger::close(signed(DORA), 7));
		assert_ok!(Harberger::fund(signed(BEN), 7, 10_000_000));
		let paid = yield_of(|| {
			assert_ok!(Harberger::assess(signed(BEN), 7, 1));
		});
		assert_eq!(paid, charge(50 * WORTH - 1, 90 * DAY));
	});
}

#[test]
fn a_hop_costs_less_the_longer_the_price_was_meant() {
	build_and_execute(|| {
		scheme();
		assert_ok!(assess(5 * WORTH));
		wait(89 * DAY);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
		let paid = revenue();
		assert_ok!(assess(2 * WORTH));
		assert_eq!(revenue() - paid, charge(3 * WORTH, DAY));
		assert_ok!(assess(WORTH / 2));
		assert_eq!(revenue() - paid, charge(3 * WORTH, DAY) + charge(WORTH, DAY));
	});
	build_and_execute(|| {
		scheme();
		assert_ok!(assess(5 * WORTH));
		wait(90 * DAY);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
		assert_eq!(
			yield_of(|| {
				assert_ok!(assess(WORTH));
			}),
			0,
			"a price paid for a binding period is paid"
		);
	});
}

#[test]
fn a_hop_in_small_steps_or_with_a_raise_on_top_is_no_cheaper() {
	build_and_execute(|| {
		scheme();
		let paid = yield_of(|| {
			assert_ok!(assess(3 * WORTH));
			assert_ok!(assess(5 * WORTH));
			for valuation in [4 * WORTH, 3 * WORTH, 2 * WORTH, WORTH] {
				assert_ok!(assess(valuation));
			}
		});
		assert!(paid >= dodge_cost(5 * WORTH));
	});
}

#[test]
fn a_raise_under_an_open_bid_neither_dodges_it_nor_keeps_rivals_off() {
	build_and_execute(|| {
		scheme();
		assert_ok!(bid(BEN, 1_100_000));
		assert_ok!(assess(50 * WORTH));
		assert_eq!((info().asking, info().least_bid), (WORTH, 1_122_000));
		assert_ok!(bid(CLEO, 1_122_000));
		// A notice period after the raise it counts, but the bid that stands, stands.
		wait(7 * DAY);
		assert_eq!(info().asking, 50 * WORTH);
		assert_noop!(bid(BEN, 2 * WORTH), Error::BidTooLow);
		assert_ok!(close());
		assert_eq!((house().holder, house().valuation), (CLEO, 1_122_000));
	});
}

#[test]
fn a_defence_is_not_made_cheaper_by_raising_or_cutting_first() {
	for first in [1_400_000, 900_000] {
		build_and_execute(|| {
			scheme();
			assert_ok!(bid(BEN, 1_500_000));
			assert_ok!(assess(first));
			assert!(
				yield_of(|| {
					assert_ok!(defend());
				}) >= dodge_cost(1_500_000)
			);
		});
	}
}

#[test]
fn a_defence_accepts_no_more_than_its_holder_has_named() {
	build_and_execute(|| {
		scheme();
		assert_ok!(bid(BEN, 1_100_000));
		// Ada means to defend the house against that. Before her word arrives, Cleo trebles it, who does not mean it.
		assert_ok!(bid(CLEO, 3_000_000));
		let defend = |max_price| Harberger::defend(signed(ADA), HOUSE, max_price);
		assert_noop!(defend(1_100_000), Error::PriceTooHigh);
		assert_noop!(defend(2_999_999), Error::PriceTooHigh);
		assert_ok!(defend(3_000_000));
	});
}

/// Ben and Cleo are Ada's puppets, and would outbid themselves for ever, refunded each time.
#[test]
fn bids_upon_bids_end_two_notice_periods_after_the_first() {
	build_and_execute(|| {
		scheme();
		let start = Now::get();
		let until = || house().bid.map(|bid| bid.until - start);
		assert_ok!(bid(BEN, 1_100_000));
		wait(7 * DAY - 1);
		assert_ok!(bid(BEN, 1_122_000));
		assert_eq!(until(), Some(14 * DAY - 1));
		wait(7 * DAY - 2);
		assert_ok!(bid(CLEO, 1_144_440));
		assert_eq!(until(), Some(14 * DAY));
		wait(2);
		assert_noop!(close(), Error::TooEarlyToClose);
		wait(1);
		// There is still time to bid more until somebody closes, but not to wait for anything.
		assert_ok!(bid(BEN, 1_200_000));
		assert_eq!(until(), Some(14 * DAY));
		assert_noop!(defend(), Error::TooLateToDefend);
		assert_ok!(close());
		assert_eq!((house().holder, house().valuation), (BEN, 1_200_000));
	});
}

#[test]
fn a_bid_for_ones_own_parcel_keeps_no_rival_off() {
	build_and_execute(|| {
		scheme();
		// Ben is Ada's puppet.
		assert_ok!(bid(BEN, 1_020_000));
		assert_ok!(bid(CLEO, 1_040_400));
		assert_eq!(house().bid.map(|bid| bid.bidder), Some(CLEO));
	});
}

#[test]
fn who_wins_by_a_price_they_do_not_mean_pays_for_it() {
	build_and_execute(|| {
		scheme();
		assert_ok!(bid(BEN, 100 * WORTH));
		wait(7 * DAY);
		assert_ok!(close());
		assert_ok!(Harberger::fund(signed(BEN), HOUSE, 10_000_000));
		let paid = yield_of(|| {
			assert_ok!(Harberger::assess(signed(BEN), HOUSE, WORTH));
		});
		assert_eq!(paid, dodge_cost(100 * WORTH));
	});
}

/// Ben is Ada's puppet: she hops, he buys, and he cuts what she could not.
#[test]
fn whoever_buys_out_a_hop_takes_it_over() {
	for (held, cost) in [(0, charge(5_100_000 - WORTH, 90 * DAY)), (90 * DAY, charge(100_000, 90 * DAY))] {
		build_and_execute(|| {
			scheme();
			assert_ok!(assess(5 * WORTH));
			// A price that was paid for long enough binds nobody.
			wait(held);
			assert_ok!(bid(BEN, 5_100_000));
			wait(7 * DAY);
			assert_ok!(close());
			assert_ok!(Harberger::fund(signed(BEN), HOUSE, 10_000_000));
			assert_eq!(
				yield_of(|| {
					assert_ok!(Harberger::assess(signed(BEN), HOUSE, WORTH));
				}),
				cost
			);
		});
	}
}

/// On the code before, a bid named the highest rate that it accepted, and one vote made it lapse: Ada's puppet outbid
/// Cleo with today's rate, a neighbour voted, and the house was safe at a twelfth of what a defence costs.
#[test]
fn no_vote_and_no_amendment_lets_a_bid_lapse() {
	build_and_execute(|| {
		scheme();
		assert_ok!(bid(CLEO, 1_500_000));
		wait(6 * DAY);
		assert_ok!(bid(BEN, 1_530_000));
		wait(7 * DAY);
		HighestFloat::set(Perquintill::from_percent(9));
		float(HOUSE, Perquintill::from_percent(9));
		BaseRate::set(Perquintill::from_percent(20));
		wait(1);
		assert_ok!(close());
		assert_eq!((house().holder, house().valuation), (BEN, 1_530_000));
		assert!(wealth(BEN) < WEALTH - 1_500_000, "the puppet has bought the house");
		assert_noop!(foreclose(), Error::NotInArrears);
	});
}

#[test]
fn letting_it_lapse_and_buying_it_back_saves_nothing() {
	build_and_execute(|| {
		lose_the_house();
		// Ben is Ada's puppet. He waits until the price has fallen as far as it does in the first period.
		wait(14 * DAY);
		let lien = arrears() + charge(WORTH, 14 * DAY);
		let buy = |price| Harberger::buy(signed(BEN), HOUSE, price, WORTH, ESCROW);
		assert_noop!(buy(lien - 1), Error::PriceTooHigh);
		assert_ok!(buy(lien));
		let paid = revenue() + TIP;
		assert!(paid >= charge(WORTH, 2 * YEAR + 28 * DAY), "all the charge of all the time is paid");
	});
}

/// Ada hops, and stops paying: a puppet would buy the house back from the auction, bound by nothing.
#[test]
fn a_hop_is_paid_for_by_whoever_defaults_on_it() {
	let escrow = TIP + charge(5 * WORTH, 30 * DAY);
	let hop = || {
		assert_ok!(assess(5 * WORTH));
		assert_ok!(Harberger::withdraw(signed(ADA), HOUSE, house().escrow - escrow));
		wait(40 * DAY);
		assert_ok!(settle());
		wait(14 * DAY);
		assert_ok!(foreclose());
		let unpaid = late(charge(5 * WORTH, 40 * DAY) - (escrow - TIP)) + late(charge(5 * WORTH, 14 * DAY));
		unpaid + charge(4 * WORTH, 36 * DAY)
	};
	build_and_execute(|| {
		scheme();
		let before = wealth(ADA) - escrow;
		let arrears = hop();
		System::assert_has_event(
			Event::Foreclosed { parcel: HOUSE, holder: ADA, arrears, by: DORA, tip: TIP }.into(),
		);
		wait(7 * DAY);
		let lien = arrears + charge(5 * WORTH, 7 * DAY);
		assert_eq!(Harberger::auction_info(HOUSE).map(|it| it.lien), Some(lien));
		assert_ok!(Harberger::buy(signed(BEN), HOUSE, 5 * WORTH, WORTH, ESCROW));
		assert_eq!(wealth(ADA), before + 5 * WORTH - lien);
		assert!(revenue() > dodge_cost(5 * WORTH));
	});
	// So it is if there is a bid.
	build_and_execute(|| {
		scheme();
		assert_ok!(bid(BEN, 5_100_000));
		hop();
		assert_eq!((house().holder, house().bound.map(|bound| bound.base)), (BEN, Some(WORTH)));
	});
}

#[test]
fn raising_the_price_before_defaulting_does_not_raise_what_the_defaulter_gets() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR + YEAR / 2);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
		assert_noop!(assess(2 * WORTH), Error::EscrowTooLow);
		wait(YEAR);
		assert_noop!(assess(2 * WORTH), Error::InArrears);
	});
}

#[test]
fn a_raise_is_paid_for_before_the_parcel_is_given_up_or_away() {
	for give_away in [false, true] {
		build_and_execute(|| {
			scheme();
			let before = wealth(ADA);
			assert_ok!(assess(5 * WORTH));
			if give_away {
				assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(BEN)));
				assert_ok!(Harberger::accept(signed(BEN), HOUSE, WORTH, ESCROW));
				assert_eq!((house().bound, wealth(BEN)), (None, WEALTH));
			} else {
				assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
			}
			assert_eq!(wealth(ADA), before - dodge_cost(5 * WORTH));
		});
	}
}

#[test]
fn no_debt_is_given_away() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(BEN)));
		wait(2 * YEAR);
		let accept = || Harberger::accept(signed(BEN), HOUSE, WORTH, ESCROW);
		assert_noop!(accept(), Error::InArrears);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, ESCROW));
		assert_ok!(bid(CLEO, 2 * WORTH));
		assert_noop!(accept(), Error::BidOpen);
		assert_noop!(Harberger::relinquish(signed(ADA), HOUSE), Error::BidOpen);
	});
}
