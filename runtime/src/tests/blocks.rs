// SPDX-License-Identifier: Apache-2.0
//! Whole blocks: fees, free calls and the turn of a season.

use super::*;
use frame_support::{assert_ok, traits::Hooks};
use parity_scale_codec::Encode;
use sp_consensus_babe::digests::{PreDigest, SecondaryPlainPreDigest};
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
	Digest, DigestItem,
};

/// Opens the next block, made by the first validator, and sets its time.
fn open_block() {
	let number = System::block_number() + 1;
	let pre_digest = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
		authority_index: 0,
		slot: u64::from(number).into(),
	});
	let digest =
		Digest { logs: vec![DigestItem::PreRuntime(sp_consensus_babe::BABE_ENGINE_ID, pre_digest.encode())] };
	let header = Header::new(number, Default::default(), Default::default(), System::parent_hash(), digest);
	Executive::initialize_block(&header);
	let time = pallet_timestamp::Call::set { now: u64::from(number) * SLOT_DURATION };
	assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(time.into())));
}

/// `call` as a wallet signs it.
fn signed(
	who: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
	nonce: Nonce,
	tip: Balance,
) -> UncheckedExtrinsic {
	let payload = SignedPayload::new(call.into(), tx_extension(nonce, tip)).expect("nothing is missing");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}

/// A development chain in its first block, with Alice as the author.
fn in_a_block(test: impl FnOnce()) {
	chain(preset_json("development")).execute_with(|| {
		open_block();
		test();
	});
}

#[test]
fn tips_and_most_of_a_fee_go_to_the_author_and_the_rest_to_the_treasury() {
	in_a_block(|| {
		let issued = Balances::total_issuance();
		let (author, payer) = (Balances::free_balance(alice()), Balances::free_balance(eve()));
		let treasury = || Balances::free_balance(configs::money::TreasuryAccount::get());
		let before = treasury();
		let transfer = pallet_balances::Call::transfer_keep_alive { dest: bob().into(), value: 5 * CIV };
		let outcome = Executive::apply_extrinsic(signed(Sr25519Keyring::Eve, transfer, 0, CIV));
		assert_ok!(outcome.expect("it is valid"));

		let paid = payer - Balances::free_balance(eve()) - 5 * CIV;
		assert!(paid > CIV + MILLI && paid < CIV + 100 * MILLI, "{paid}");
		let (fee, tip) = (paid - CIV, CIV);
		assert_eq!(Balances::free_balance(alice()), author + tip + fee * 80 / 100);
		assert_eq!(treasury(), before + fee - fee * 80 / 100);
		assert_eq!(Balances::total_issuance(), issued);
	});
}

#[test]
fn the_lightest_transaction_costs_a_thousandth_and_its_bytes() {
	in_a_block(|| {
		let remark: RuntimeCall = frame_system::Call::remark { remark: vec![] }.into();
		let details = TransactionPayment::query_call_fee_details(remark, 100);
		let fee = details.inclusion_fee.expect("it costs a fee");
		assert_eq!(fee.base_fee, MILLI);
		assert_eq!(fee.len_fee, MILLI);
		assert!(fee.adjusted_weight_fee < 5 * MILLI, "{fee:?}");
	});
}

#[test]
fn an_attestation_is_free_once_a_season_and_refused_before_it_reaches_a_block() {
	in_a_block(|| {
		// The founding counts as an attestation, so Bob is due in the second season.
		let length = <parameters::SeasonLength as frame_support::traits::Get<BlockNumber>>::get();
		Executive::finalize_block();
		for _ in 1..length {
			open_block();
			Executive::finalize_block();
		}
		open_block();
		assert_eq!(Seasons::current().index, 1);
		assert!(pallet_census::Records::<Runtime>::contains_key(0));

		let before = Balances::free_balance(bob());
		let attest = || signed(Sr25519Keyring::Bob, pallet_census::Call::attest { next: None }, 0, 0);
		let check = |transaction| {
			Executive::validate_transaction(TransactionSource::External, transaction, Default::default())
		};
		assert_ok!(check(attest()));
		assert_ok!(Executive::apply_extrinsic(attest()).expect("it is valid"));
		assert_eq!(Balances::free_balance(bob()), before);

		// The second time costs a fee, and fails for it is due only once.
		let again = signed(Sr25519Keyring::Bob, pallet_census::Call::attest { next: None }, 1, 0);
		let outcome = Executive::apply_extrinsic(again).expect("it can be paid for");
		assert_eq!(outcome, Err(pallet_census::Error::<Runtime>::AlreadyAttested.into()));
		assert!(Balances::free_balance(bob()) < before);
	});
}

#[test]
fn a_session_lasts_an_hour_and_the_next_one_begins_by_itself() {
	in_a_block(|| {
		Executive::finalize_block();
		for _ in 1..HOURS {
			open_block();
			Executive::finalize_block();
		}
		assert_eq!(Session::current_index(), 0);
		open_block();
		assert_eq!(Session::current_index(), 1);
		assert_eq!(Session::validators(), [alice()]);
		assert_eq!(Authorship::author(), Some(alice()));
		Executive::finalize_block();
	});
}

#[test]
fn nobody_without_money_or_a_place_in_the_state_can_send_anything() {
	in_a_block(|| {
		let attest = signed(Sr25519Keyring::One, pallet_census::Call::attest { next: None }, 0, 0);
		assert_eq!(
			Executive::validate_transaction(TransactionSource::External, attest, Default::default()),
			Err(TransactionValidityError::Invalid(InvalidTransaction::Payment))
		);
	});
}

#[test]
fn full_blocks_raise_fees_by_a_seventh_an_hour_and_fees_never_fall_below_the_tariff() {
	in_a_block(|| {
		let multiplier = || TransactionPayment::next_fee_multiplier();
		assert_eq!(multiplier(), 1.into());
		TransactionPayment::on_finalize(1);
		assert_eq!(multiplier(), 1.into());

		let full = configs::system::RuntimeBlockWeights::get()
			.get(frame_support::dispatch::DispatchClass::Normal)
			.max_total
			.expect("ordinary transactions have a limit");
		for _ in 0..HOURS {
			System::register_extra_weight_unchecked(full, frame_support::dispatch::DispatchClass::Normal);
			TransactionPayment::on_finalize(1);
		}
		assert!(multiplier() > pallet_transaction_payment::Multiplier::from_rational(112, 100));
		assert!(multiplier() < pallet_transaction_payment::Multiplier::from_rational(117, 100));
	});
}

#[test]
fn what_is_left_of_a_reaped_account_is_the_treasurys() {
	development_chain().execute_with(|| {
		let treasury = Balances::free_balance(configs::money::TreasuryAccount::get());
		let issued = Balances::total_issuance();
		let newcomer = AccountId::from([7; 32]);
		let from = |who: AccountId| RuntimeOrigin::signed(who);
		let bob = Sr25519Keyring::Bob.to_account_id();
		assert_ok!(Balances::transfer_allow_death(
			from(bob.clone()),
			newcomer.clone().into(),
			EXISTENTIAL_DEPOSIT
		));
		assert_ok!(Balances::transfer_allow_death(
			from(newcomer.clone()),
			bob.into(),
			EXISTENTIAL_DEPOSIT - 5
		));
		assert_eq!(Balances::free_balance(&newcomer), 0);
		assert_eq!(Balances::free_balance(configs::money::TreasuryAccount::get()), treasury + 5);
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
	});
}
