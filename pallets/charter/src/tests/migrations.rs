// SPDX-License-Identifier: Apache-2.0
//! What a chain of the first layout becomes.

use super::*;
use crate::migrations::v2::{v1, MigrateV1ToV2};
use frame_support::traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion};

fn wait_in_v1(base: CharterRef, words: &str, author: Author) -> H256 {
	let changes = Changes::truncate_from(vec![replace(1, words)]);
	let parameters = ParameterList::truncate_from(vec![Dial { key: 10, value: 3 }]);
	let amendment = v1::Amendment { base, changes, parameters };
	let id = H256(sp_io::hashing::blake2_256(&amendment.encode()));
	v1::Pending::<Test>::insert(id, v1::PendingAmendment { amendment, author, since: 1 });
	id
}

#[test]
fn what_waits_in_the_first_layout_waits_in_the_second_and_what_was_stale_is_gone() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		StorageVersion::new(1).put::<Charter>();
		let old = charter();
		assert_ok!(Charter::do_pass(Ordinary, amendment(&[replace(3, "Ours.")])));
		pass_time(VETO_PERIOD);
		assert_ok!(Charter::enact(signed(GUS), Pending::<Test>::iter_keys().next().expect("one waits")));
		let citizens = Author::Citizens { track: Ordinary };
		wait_in_v1(charter(), "Anyone may join.", citizens);
		wait_in_v1(charter(), "Ada invites.", Author::Founder);
		let stale = wait_in_v1(old, "Nobody may join.", citizens);
		let vetoed = amendment(&[replace(1, "Nobody at all.")]);
		sp_io::storage::set(&Vetoes::<Test>::hashed_key_for(vetoed.text_hash()), &charter().encode());
		(Passed::<Test>::put(2), Announced::<Test>::put(1));
		events();

		MigrateV1ToV2::<Test>::on_runtime_upgrade();

		assert_eq!(Charter::on_chain_storage_version(), 2);
		assert_eq!(events(), [Event::Discarded { amendment: stale, futility: Futility::Stale }]);
		assert_eq!((Passed::<Test>::get(), Announced::<Test>::get()), (1, 1));
		assert_noop!(amend(ORDINARY_TRACK, &vetoed), Error::Vetoed);
		assert_ok!(Charter::do_try_state());
		let passed = amendment_with(&[replace(1, "Anyone may join.")], &[(10, 3)]);
		pass_time(VETO_PERIOD);
		assert_ok!(Charter::enact(signed(GUS), passed.id()));
		assert_eq!(reads(1), "Anyone may join.");
		// Once the charter has moved on, the old veto binds nothing, and is spent.
		assert_ok!(amend(ORDINARY_TRACK, &based(vetoed)));
		assert_eq!(reads(1), "Nobody at all.");
	});
}
