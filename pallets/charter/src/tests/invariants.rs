// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices when its rule is broken, and says so.

use super::*;

/// What the checks say after `breakage`, which nothing but a bug could do. One amendment of each kind waits, and the
/// charter has three versions; a parameter is deferred, and a text rejected.
fn complaint(breakage: impl FnOnce()) -> &'static str {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(amend(
			ADA,
			&amendment_with(&[replace(1, "Anyone may join."), Change::Repeal { number: 3 }], &[(10, 1)])
		));
		assert_ok!(amend(ORDINARY_TRACK, &passed()));
		assert_ok!(announce(ADA, &amendment_with(&[], &[(11, 1)])));
		let vetoed = amendment_with(&[], &[(12, 1)]);
		assert_ok!(amend(ORDINARY_TRACK, &vetoed));
		assert_ok!(Charter::veto(signed(ADA), vetoed.id()));
		let rejected = amendment_with(&[], &[(13, 1)]);
		assert_ok!(announce(ADA, &rejected));
		assert_ok!(Charter::reject(signed(ORDINARY_TRACK), rejected.id()));
		assert_ok!(amend(ADA, &amendment_with(&[], &[(35, 1)])));
		assert_ok!(Charter::do_try_state());
		breakage();
		Charter::do_try_state().expect_err("the breakage is noticed").into()
	})
}

fn passed() -> AmendmentOf<Test> {
	amendment(&[replace(1, "Nobody may join.")])
}

fn change_article(number: ArticleNumber, version: u32, change: impl FnOnce(&mut Article)) {
	Articles::<Test>::mutate(number, version, |it| change(it.as_mut().expect("there is such a version")));
}

fn change_version(version: u32, change: impl FnOnce(&mut VersionRecordOf<Test>)) {
	Versions::<Test>::mutate(version, |it| change(it.as_mut().expect("there is such a version")));
}

#[test]
fn i1_each_version_follows_from_the_one_before() {
	let broken = "I1: a hash does not follow from the one before";
	let other_text = || change_article(2, 1, |article| article.text = text("Nobody may leave."));
	assert_eq!(complaint(other_text), broken);
	let other_parameter = || change_version(2, |record| record.parameters[0].value = 2);
	assert_eq!(complaint(other_parameter), broken);
	let other_hash = || InForce::<Test>::mutate(|it| it.hash = H256::repeat_byte(1));
	assert_eq!(complaint(other_hash), "I1: the charter in force is not the last version");
	let lost = || Versions::<Test>::remove(1);
	assert_eq!(complaint(lost), "I1: a version is missing or too much");
	let ahead = || InForce::<Test>::mutate(|it| it.version = 4);
	assert_eq!(complaint(ahead), "I1: a version is missing or too much");
}

#[test]
fn i2_each_article_has_all_its_versions() {
	let lost = || Articles::<Test>::remove(1, 1);
	assert_eq!(complaint(lost), "I2: an article's version is lost");
	let skipped = || LastVersions::<Test>::insert(1, 3);
	assert_eq!(complaint(skipped), "I2: an article's version came from nowhere");
	let unnumbered = || NextArticle::<Test>::put(4);
	assert_eq!(complaint(unnumbered), "I2: an article has no number, or no version");
	let stray = || {
		let article = Articles::<Test>::get(1, 1).expect("there is");
		Articles::<Test>::insert(1, 9, article);
	};
	assert_eq!(complaint(stray), "I2: an article has a version that is not its own");
}

#[test]
fn i3_the_preamble_stands_and_the_repealed_do_not() {
	// Whoever rewrites an article's history breaks the chain first, so that is mended here.
	let mend = || {
		let mut hash = H256::zero();
		for version in 1..=3 {
			hash = Charter::change_of(version).expect("there is").hash(hash);
			change_version(version, |record| record.hash = hash);
		}
		InForce::<Test>::mutate(|it| it.hash = hash);
		for (id, _) in Pending::<Test>::iter().collect::<Vec<_>>() {
			Pending::<Test>::remove(id);
		}
		Passed::<Test>::kill();
		Announced::<Test>::kill();
	};
	let back = || {
		change_article(1, 1, |article| article.status = ArticleStatus::Repealed);
		mend();
	};
	assert_eq!(complaint(back), "I3: a repealed article came back");
	let no_preamble = || {
		change_article(PREAMBLE, 1, |article| article.status = ArticleStatus::Repealed);
		mend();
	};
	assert_eq!(complaint(no_preamble), "I3: the preamble is repealed");
	let loose = || {
		change_article(PREAMBLE, 1, |article| article.entrenchment = Ordinary);
		mend();
	};
	assert_eq!(complaint(loose), "I3: the preamble is not entrenched");
}

#[test]
fn i4_what_waits_is_what_it_is_called_and_counted() {
	let swapped =
		|| Pending::<Test>::mutate(passed().id(), |it| it.as_mut().unwrap().amendment.changes.clear());
	assert_eq!(complaint(swapped), "I4: an amendment is misnamed");
	let uncounted = || Passed::<Test>::put(0);
	assert_eq!(complaint(uncounted), "I4: what is passed is miscounted");
	let miscounted = || Announced::<Test>::put(2);
	assert_eq!(complaint(miscounted), "I4: what is announced is miscounted");
	let tomorrow = || Pending::<Test>::mutate(passed().id(), |it| it.as_mut().unwrap().since = 99);
	assert_eq!(complaint(tomorrow), "I4: an amendment waits from tomorrow");
	let based = || {
		let mut amendment = passed();
		amendment.base.articles[0].1 = 7;
		let author = Author::Citizens { track: Ordinary };
		Pending::<Test>::insert(amendment.id(), PendingAmendment { amendment, author, since: 1 });
	};
	assert_eq!(complaint(based), "I4: an amendment was written for no version");
}

#[test]
fn i5_a_veto_is_for_a_version_that_there_was() {
	let stray = || Vetoes::<Test>::insert(H256::zero(), Veto { version: 4, base: H256::zero() });
	assert_eq!(complaint(stray), "I5: a veto is for no version");
}

#[test]
fn i6_a_milestone_was_reached() {
	let claimed = || Milestones::<Test>::insert(Milestone::Population, 0);
	assert_eq!(complaint(claimed), "I6: a milestone was not reached");
}

#[test]
fn i7_what_is_deferred_waits_once_and_not_for_long() {
	let deferred = |key, value, from| DeferredParameter { parameter: Dial { key, value }, from };
	let put = |all: Vec<_>| Deferred::<Test>::put(BoundedVec::truncate_from(all));
	let same = || put(vec![deferred(35, 0, 2)]);
	assert_eq!(complaint(same), "I7: a deferred parameter changes nothing");
	let twice = || put(vec![deferred(35, 1, 2), deferred(35, 2, 2)]);
	assert_eq!(complaint(twice), "I7: a parameter is deferred twice");
	for from in [0, 3] {
		assert_eq!(complaint(|| put(vec![deferred(35, 1, from)])), "I7: a parameter waits too long");
	}
}

#[test]
fn i8_each_rejection_is_of_another_text() {
	let put = |all: Vec<_>| Rejections::<Test>::put(BoundedVec::truncate_from(all));
	let text = H256::zero();
	let twice = || put(vec![Rejection { text, season: 0 }; 2]);
	assert_eq!(complaint(twice), "I8: a text is rejected twice");
	let tomorrow = || put(vec![Rejection { text, season: 1 }]);
	assert_eq!(complaint(tomorrow), "I8: a rejection lies in the future");
}
