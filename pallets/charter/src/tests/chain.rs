// SPDX-License-Identifier: Apache-2.0
//! The chain of hashes, and what anyone can recompute of it.

use super::*;
use sp_io::hashing::blake2_256;

/// The hash of a version, encoded here byte by byte from what the views answer.
fn recomputed(previous: H256, version: u32) -> H256 {
	let change = Charter::change_of(version).expect("there is such a version");
	let mut bytes = previous.0.to_vec();
	bytes.extend(version.to_le_bytes());
	bytes.extend(parity_scale_codec::Compact(change.articles.len() as u32).encode());
	for (number, version, article) in change.articles {
		bytes.extend(number.to_le_bytes());
		bytes.extend(version.to_le_bytes());
		bytes.extend(article.since.to_le_bytes());
		for words in [article.title.into_inner(), article.text.into_inner()] {
			bytes.extend(parity_scale_codec::Compact(words.len() as u32).encode());
			bytes.extend(words);
		}
		bytes.push(u8::from(article.entrenchment == Entrenched));
		bytes.push(u8::from(article.status == ArticleStatus::Repealed));
	}
	bytes.extend(parity_scale_codec::Compact(change.parameters.len() as u32).encode());
	for Dial { key, value } in change.parameters {
		bytes.extend(key.to_le_bytes());
		bytes.extend(value.to_le_bytes());
	}
	H256(blake2_256(&bytes))
}

#[test]
fn anyone_can_recompute_the_chain_from_what_the_views_answer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(amend(ADA, &amendment(&[replace(1, "Anyone may join."), Change::Repeal { number: 3 }])));
		assert_ok!(amend(ADA, &amendment_with(&[], &[(30, 4), (31, 5)])));
		assert_ok!(amend(ADA, &amendment_with(&[add("Feasts", "Often.", Ordinary)], &[(30, 9)])));
		let mut hash = H256::zero();
		for version in 1..=4 {
			hash = recomputed(hash, version);
			assert_eq!(Versions::<Test>::get(version).expect("there is").hash, hash);
		}
		assert_eq!(charter(), CharterRef { version: 4, hash });
	});
}

#[test]
fn the_same_text_has_another_hash_after_another_history() {
	let hash_after = |steps: &[&str]| {
		let mut hash = H256::zero();
		ExtBuilder::default().build_and_execute(|| {
			for step in steps {
				assert_ok!(amend(ADA, &amendment(&[replace(1, step)])));
			}
			hash = charter().hash;
		});
		hash
	};
	assert_eq!(hash_after(&["A.", "B."]), hash_after(&["A.", "B."]));
	assert_ne!(hash_after(&["A.", "B."]), hash_after(&["C.", "B."]));
}

#[test]
fn a_version_says_when_and_by_whom_it_was_made() {
	ExtBuilder::default().build_and_execute(|| {
		pass_time(41);
		assert_ok!(amend(ADA, &amendment_with(&[replace(3, "Ours.")], &[(30, 8)])));
		let record = Versions::<Test>::get(2).expect("it is new");
		assert_eq!((record.at, record.author), (42, Author::Founder));
		assert_eq!(record.articles, vec![(3, 2)]);
		assert_eq!(record.parameters, vec![Dial { key: 30, value: 8 }]);
		let first = Versions::<Test>::get(1).expect("the first");
		assert_eq!(first.author, Author::Genesis);
		assert_eq!(first.parameters.len(), 40, "it binds every parameter");
		assert_eq!(Charter::change_of(3), None);
	});
}

#[test]
fn an_amendment_is_named_by_its_text_and_its_base() {
	ExtBuilder::default().build_and_execute(|| {
		let one = amendment(&[replace(1, "A.")]);
		let other = amendment(&[replace(1, "B.")]);
		assert_ne!(one.id(), other.id());
		assert_ne!(one.text_hash(), other.text_hash());
		let mut based = one.clone();
		based.base.articles[0].1 = 7;
		assert_ne!(one.id(), based.id());
		assert_eq!(one.text_hash(), based.text_hash());
	});
}
