// SPDX-License-Identifier: Apache-2.0
//! A vote is free exactly if it is cast and the quota lasts.

use super::*;
use frame_support::{dispatch::CheckIfFeeless, traits::GetCallName};

fn is_free(who: u64, call: Call<Test>) -> bool {
	RuntimeCall::from(call).is_feeless(&signed(who))
}

fn vote(vote: Vote) -> Call<Test> {
	Call::vote { parcel: TAVERN, vote }
}

#[test]
fn votes_are_free_within_the_quota_and_paid_for_beyond_it() {
	build_and_execute(|| {
		enrol_many(1);
		for n in 0..4 {
			let next = if n % 2 == 0 { Vote::Approve } else { Vote::Disapprove };
			assert!(is_free(ADA, vote(next)), "vote {n} of four");
			assert_eq!(FloatingTax::free_votes_left(alias(ADA, 3)), 4 - n);
			assert_ok!(FloatingTax::vote(signed(ADA), TAVERN, next));
		}
		assert!(!is_free(ADA, vote(Vote::Approve)));
		assert!(!is_free(ADA, Call::withdraw { parcel: TAVERN }));
		assert_ok!(FloatingTax::withdraw(signed(ADA), TAVERN));
		turn();
		enrol_many(1);
		assert!(is_free(ADA, vote(Vote::Approve)), "a new season, a new quota");
	});
}

#[test]
fn what_would_fail_is_not_free() {
	build_and_execute(|| {
		assert!(!is_free(ADA, vote(Vote::Approve)), "not enrolled");
		enrol(BEN, 60);
		assert!(!is_free(BEN, vote(Vote::Approve)), "not near");
		enrol_many(1);
		assert!(!is_free(ADA, Call::withdraw { parcel: TAVERN }), "not voted");
		assert_ok!(approve(ADA));
		assert!(!is_free(ADA, vote(Vote::Approve)), "voted already");
		assert!(is_free(ADA, Call::withdraw { parcel: TAVERN }));
		assert!(!is_free(ADA, Call::refresh { parcel: TAVERN }));
		let by_root = RuntimeCall::from(vote(Vote::Disapprove)).is_feeless(&RuntimeOrigin::root());
		assert!(!by_root);
	});
}

#[test]
fn these_are_all_the_calls() {
	assert_eq!(Call::<Test>::get_call_names(), &["vote", "withdraw", "refresh"]);
}
