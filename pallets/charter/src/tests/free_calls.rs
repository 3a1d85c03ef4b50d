// SPDX-License-Identifier: Apache-2.0
//! A call is free exactly if it is certain to succeed.

use super::*;
use sp_runtime::traits::Dispatchable;

/// Whether the call is free, after checking that whoever makes it succeeds exactly then.
fn is_free(call: Call) -> bool {
	let free = call.is_feeless(&signed(GUS));
	let root = sp_io::storage::root(Default::default());
	let works = frame_support::storage::with_transaction(|| {
		let result = RuntimeCall::from(call).dispatch(signed(GUS));
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.is_ok()))
	});
	assert_eq!(works, Ok(free));
	assert_eq!(sp_io::storage::root(Default::default()), root, "the test leaves no trace");
	free
}

#[test]
fn to_enact_and_to_discard_are_free_when_they_work() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let first = amendment(&[replace(1, "Anyone may join.")]);
		let second = amendment(&[replace(1, "Nobody may join.")]);
		let enact = |of: &AmendmentOf<Test>| is_free(Call::enact { amendment: of.id() });
		let discard = |of: &AmendmentOf<Test>| is_free(Call::discard { amendment: of.id() });
		assert!(!enact(&first) && !discard(&first));
		assert_ok!(amend(ORDINARY_TRACK, &first));
		assert_ok!(amend(ORDINARY_TRACK, &second));
		pass_time(VETO_PERIOD - 1);
		assert!(!enact(&first) && !discard(&first));
		pass_time(1);
		assert!(enact(&first) && !discard(&first));
		assert_ok!(Charter::enact(signed(GUS), first.id()));
		assert!(!enact(&first) && !discard(&first));
		assert!(!enact(&second) && discard(&second));
		assert_ok!(Charter::discard(signed(GUS), second.id()));
		assert!(!discard(&second));
	});
}

#[test]
fn nothing_is_free_for_nobody() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert!(!Call::enact { amendment: H256::zero() }.is_feeless(&origin));
			assert!(!Call::discard { amendment: H256::zero() }.is_feeless(&origin));
		}
	});
}

#[test]
fn what_costs_money_is_never_free() {
	ExtBuilder::default().build_and_execute(|| {
		let Amendment { base, changes, parameters } = amendment(&[replace(1, "Anyone may join.")]);
		let id = H256::zero();
		for call in [
			Call::amend { base: base.clone(), changes: changes.clone(), parameters: parameters.clone() },
			Call::announce { base, changes, parameters },
			Call::withdraw { amendment: id },
			Call::reject { amendment: id },
			Call::consent { amendment: id },
			Call::veto { amendment: id },
			Call::step_down {},
			Call::remove_founder {},
		] {
			assert!(!call.is_feeless(&signed(ADA)), "{call:?}");
		}
	});
}
