use crate::{mock::*, *};
use frame_support::{
	assert_err, assert_ok,
	dispatch::{DispatchInfo, GetDispatchInfo},
};
use parity_scale_codec::Encode;
use sp_runtime::{
	traits::{DispatchTransaction, TransactionExtension, TxBaseImplication},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
};

const FULL: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);

const ADA: u64 = 1;
const BO: u64 = 2;
const CY: u64 = 3;

fn act(lane: u8, weight: u64) -> RuntimeCall {
	pallet_acts::Call::act { lane, weight }.into()
}

fn pay(weight: u64) -> RuntimeCall {
	pallet_acts::Call::pay { weight }.into()
}

fn prove(lane: u8, weight: u64) -> RuntimeCall {
	pallet_acts::Call::prove { lane, weight }.into()
}

fn extension(nonce: u32, tip: u64) -> Extension {
	let charge = pallet_transaction_payment::ChargeTransactionPayment::from(tip);
	(frame_system::AuthorizeCall::new().into(), CivicLane::new(nonce.into(), charge))
}

fn origin(who: Option<u64>) -> RuntimeOrigin {
	who.map_or(RuntimeOrigin::none(), RuntimeOrigin::signed)
}

fn info(call: &RuntimeCall, nonce: u32) -> DispatchInfo {
	let mut info = call.get_dispatch_info();
	info.extension_weight = extension(nonce, 0).weight(call);
	info
}

/// The priority in the pool of `call` with this nonce and tip.
fn priority(who: Option<u64>, call: &RuntimeCall, nonce: u32, tip: u64) -> TransactionPriority {
	let extension = extension(nonce, tip);
	let implicit = extension.implicit().expect("there is nothing implicit");
	let (valid, ..) = extension
		.validate(
			origin(who),
			call,
			&info(call, nonce),
			10,
			implicit,
			&TxBaseImplication(call),
			TransactionSource::External,
		)
		.expect("it is valid");
	valid.priority
}

/// Includes `call` in the open block.
fn include(who: Option<u64>, call: RuntimeCall) -> Result<(), TransactionValidityError> {
	let nonce = who.map_or(0, |who| *System::account_nonce(who));
	let info = info(&call, nonce);
	let outcome = extension(nonce, 0).dispatch_transaction(origin(who), call, &info, 10, 0)?;
	assert_ok!(outcome);
	Ok(())
}

#[test]
fn lanes_are_served_in_order_and_all_before_the_largest_tip() {
	build_and_execute(|| {
		let tips = [0, 1, 1_000_000, 900_000_000_000];
		let paid = tips.map(|tip| priority(Some(ADA), &pay(10), 0, tip));
		assert!(paid.is_sorted() && paid[0] > 0 && paid[0] < paid[1]);
		assert_eq!(paid[3].max(MAX_PAID_PRIORITY), MAX_PAID_PRIORITY);

		let free: Vec<_> = (0..4).map(|lane| priority(Some(CY), &act(lane, 1_000), 0, 0)).collect();
		assert!(free.is_sorted_by(|lower, higher| lower < higher), "{free:?}");
		assert!(free[0] > paid[3]);
		let proven: Vec<_> = (0..4).map(|lane| priority(None, &prove(lane, 1_000), 0, 0)).collect();
		assert_eq!(proven, free);
	});
}

#[test]
fn a_tip_buys_no_better_place_among_free_acts() {
	build_and_execute(|| {
		assert_eq!(priority(Some(ADA), &act(1, 10), 0, 500_000_000), priority(Some(CY), &act(1, 10), 0, 0));
		// A tip that saturates the priority of the SDK stays below every lane.
		let balance = u64::MAX / 4;
		let _ = <Balances as frame_support::traits::fungible::Mutate<u64>>::mint_into(&BO, balance);
		assert_eq!(priority(Some(BO), &pay(10), 0, balance - 1_000_000_000), MAX_PAID_PRIORITY);
	});
}

#[test]
fn only_the_next_acts_of_an_account_have_a_lane() {
	build_and_execute(|| {
		for ahead in 0..MAX_AHEAD {
			assert_eq!(priority(Some(CY), &act(2, 10), ahead, 0), Lane::Voice.priority());
		}
		assert_eq!(priority(Some(CY), &act(2, 10), MAX_AHEAD, 0), 0);
		assert_eq!(priority(Some(CY), &act(2, 10), 1_000_000, 0), 0);
		// They move up as those before them are included.
		assert_ok!(include(Some(CY), act(2, 10)));
		assert_eq!(priority(Some(CY), &act(2, 10), MAX_AHEAD, 0), Lane::Voice.priority());
	});
}

#[test]
fn an_account_that_is_gone_and_comes_back_sends_nothing_again() {
	build_and_execute(|| {
		System::set_block_number(10);
		let di = 4;
		System::inc_sufficients(&di);
		assert_eq!(*System::account_nonce(di), 80);
		assert_ok!(include(Some(di), act(1, 10)));
		assert_eq!(*System::account_nonce(di), 81);
		System::dec_sufficients(&di);
		assert!(!System::account_exists(&di));

		System::set_block_number(11);
		System::inc_sufficients(&di);
		for old in [80, 81] {
			let call = act(1, 10);
			let outcome = extension(old, 0).dispatch_transaction(
				origin(Some(di)),
				call.clone(),
				&info(&call, old),
				10,
				0,
			);
			assert_eq!(outcome.expect_err("it is old"), InvalidTransaction::Stale.into());
		}
		assert_ok!(include(Some(di), act(1, 10)));
	});
}

#[test]
fn free_acts_take_their_share_and_leave_the_rest_to_those_who_pay() {
	build_and_execute(|| {
		let limit = BlockSpace::limit().ref_time();
		assert_eq!(limit, BLOCK * 75 / 100 * 40 / 100);
		let each = limit / 10;
		let mut free = 0;
		while include(Some(CY), act(1, each)).is_ok() {
			free += 1;
		}
		// The weight of the extensions counts, too.
		assert_eq!(free, 9);
		assert_err!(include(Some(CY), act(2, each)), FULL);
		assert_err!(include(None, prove(0, each)), FULL);
		let mut paid = 0;
		while include(Some(ADA), pay(each)).is_ok() {
			paid += 1;
		}
		assert!(paid >= 14, "{paid}");
		// The next block has room again.
		System::set_block_number(2);
		frame_system::BlockWeight::<Test>::kill();
		assert_ok!(include(Some(CY), act(1, each)));
	});
}

#[test]
fn upkeep_has_no_share_and_one_heavy_act_always_fits() {
	build_and_execute(|| {
		let heavy = BlockSpace::limit().ref_time() * 3 / 2;
		assert_ok!(include(None, prove(3, 1_000)));
		assert_eq!(BlockSpace::used(), Weight::zero());
		assert_ok!(include(Some(CY), act(1, heavy)));
		assert_err!(include(Some(CY), act(1, 1)), FULL);
		assert_ok!(include(None, prove(3, 1_000)));
	});
}

#[test]
fn a_free_act_that_does_not_fit_leaves_no_trace_and_keeps_its_nonce() {
	build_and_execute(|| {
		assert_ok!(include(Some(CY), act(1, BlockSpace::limit().ref_time())));
		let (used, nonce) = (BlockSpace::used(), System::account_nonce(CY));
		assert_err!(include(Some(CY), act(1, 1_000_000)), FULL);
		assert_eq!((BlockSpace::used(), System::account_nonce(CY)), (used, nonce));
	});
}

#[test]
fn the_pool_takes_what_the_block_has_no_room_for() {
	build_and_execute(|| {
		assert_ok!(include(Some(CY), act(1, BlockSpace::limit().ref_time())));
		assert_eq!(priority(None, &prove(0, 1_000), 0, 0), Lane::Enrolment.priority());
		assert_eq!(priority(Some(CY), &act(1, 1_000), 1, 0), Lane::Acts.priority());
	});
}

#[test]
fn the_wrappers_add_no_byte_and_no_name() {
	let plain = (
		frame_system::AuthorizeCall::<Test>::new(),
		frame_system::CheckNonce::<Test>::from(7u32.into()),
		frame_system::CheckWeight::<Test>::new(),
		pallet_skip_feeless_payment::SkipCheckIfFeeless::<Test, _>::from(
			pallet_transaction_payment::ChargeTransactionPayment::<Test>::from(9),
		),
	);
	assert_eq!(extension(7, 9).encode(), plain.encode());
	let names: Vec<_> = <Extension as TransactionExtension<RuntimeCall>>::metadata()
		.into_iter()
		.map(|extension| extension.identifier)
		.collect();
	assert_eq!(names, ["AuthorizeCall", "CheckNonce", "CheckWeight", "ChargeTransactionPayment"]);
}

#[test]
fn a_changed_copy_of_what_nobody_signs_is_refused() {
	build_and_execute(|| {
		let call = prove(0, 1_000);
		let (copies, mut refused) = ([(1, 0), (64, 0), (0, 1), (0, u64::MAX), (7, 9)], 0);
		for (nonce, tip) in copies {
			let in_pool = extension(nonce, tip).validate_only(
				origin(None),
				&call,
				&info(&call, nonce),
				10,
				TransactionSource::External,
				0,
			);
			let in_block = extension(nonce, tip).dispatch_transaction(
				origin(None),
				call.clone(),
				&info(&call, nonce),
				10,
				0,
			);
			assert_eq!(in_pool.map(|_| ()), Err(InvalidTransaction::BadProof.into()));
			assert_eq!(in_block.map(|_| ()), Err(InvalidTransaction::BadProof.into()));
			refused += 1;
		}
		assert_eq!(refused, copies.len());
		assert_ok!(include(None, call));
		// Who signs chooses all of it.
		assert!(priority(Some(ADA), &pay(10), 5, 9) > 0);
	});
}

#[test]
fn the_weight_of_the_bookkeeping_returns_to_those_who_pay() {
	build_and_execute(|| {
		let call = pay(1_000);
		let full = info(&call, 0);
		let outcome = extension(0, 0)
			.dispatch_transaction(origin(Some(ADA)), call, &full, 10, 0)
			.expect("it is valid")
			.expect("it succeeds");
		let spent = outcome.actual_weight.expect("the extensions return weight");
		assert_eq!(full.total_weight().saturating_sub(spent), <()>::take());
	});
}

#[test]
fn i1_free_acts_have_no_more_than_their_share() {
	build().execute_with(|| {
		assert_ok!(BlockSpace::do_try_state());
		Used::<Test>::put((1, Weight::from_parts(BLOCK, 0)));
		assert_err!(
			BlockSpace::do_try_state(),
			sp_runtime::TryRuntimeError::Other("I1: free acts have more than their share of the block")
		);
	});
}
