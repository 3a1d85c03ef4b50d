//! What an amendment can change, and what it takes.

use super::*;

#[docify::export]
#[test]
fn citizens_amend_an_article_and_its_old_text_stays_readable() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let old = charter();
		let amendment = amendment(&[replace(3, "What comes in is public to the last unit.")]);
		assert_ok!(amend(ORDINARY_TRACK, &amendment));

		assert_eq!(charter().version, old.version + 1);
		assert_ne!(charter().hash, old.hash);
		assert_eq!(reads(3), "What comes in is public to the last unit.");
		assert_eq!(once_read(3, 1), "What comes in is public.");
		assert_eq!(
			events(),
			[Event::Amended {
				old,
				new: charter(),
				author: Author::Citizens { track: Ordinary },
				articles: vec![(3, 2)],
			}]
		);
	});
}

#[test]
fn an_amendment_can_do_many_things_at_once() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let amendment = amendment_with(
			&[
				add("Forking", "Whoever disagrees may fork.", Entrenched),
				replace(1, "Whoever is vouched for by three may join."),
				Change::Retitle { number: 1, title: title("Citizens") },
				Change::Repeal { number: 3 },
				Change::Entrench { number: 1, entrenchment: Entrenched },
				Change::SetPreamble { commandment: title("Keep your word."), text: text("We go on.") },
			],
			&[(10, 5), (21, 6)],
		);
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment));
		assert_eq!(charter().version, 2, "one version, whatever it changes");

		let forking = Charter::article_info(5, None).expect("it got the next number");
		assert_eq!((forking.version, forking.article.entrenchment), (1, Entrenched));
		let membership = Charter::article_info(1, None).expect("there is");
		assert_eq!(membership.version, 4, "each change makes a version");
		assert_eq!(membership.article.title, title("Citizens"));
		assert_eq!(membership.article.text, text("Whoever is vouched for by three may join."));
		assert_eq!(membership.article.entrenchment, Entrenched);
		assert_eq!(Charter::article_info(1, Some(2)).expect("there was").article.title, title("Membership"));
		let money = Charter::article_info(3, None).expect("its repeal is a version");
		assert_eq!(money.article.status, ArticleStatus::Repealed);
		assert_eq!(reads(3), "");
		assert_eq!(once_read(3, 1), "What comes in is public.");
		let preamble = Charter::article_info(PREAMBLE, None).expect("there is");
		assert_eq!(preamble.article.title, title("Keep your word."));
		assert_eq!(
			Charter::article_info(PREAMBLE, Some(1)).expect("there was").article.title,
			title("Do no harm.")
		);
		assert_eq!((Dials::get(10), Dials::get(21)), (5, 6));

		let in_force: Vec<_> = Charter::text().into_iter().map(|it| it.number).collect();
		assert_eq!(in_force, [0, 1, 2, 4, 5]);
	});
}

#[test]
fn each_change_takes_the_track_that_its_article_demands() {
	let ordinary = [
		replace(1, "Anyone may join."),
		Change::Retitle { number: 1, title: title("Citizens") },
		Change::Repeal { number: 3 },
		add("Feasts", "There are feasts.", Ordinary),
	];
	let entrenched = [
		replace(2, "Nobody may leave."),
		Change::Retitle { number: 2, title: title("No exit") },
		Change::Repeal { number: 4 },
		add("Feasts", "There are feasts, for ever.", Entrenched),
		// Raised or lowered.
		Change::Entrench { number: 1, entrenchment: Entrenched },
		Change::Entrench { number: 2, entrenchment: Ordinary },
		Change::SetPreamble { commandment: title("Obey."), text: text("We rule.") },
	];
	for (changes, demanded) in [(&ordinary[..], Ordinary), (&entrenched[..], Entrenched)] {
		for change in changes {
			for (track, who) in [(Ordinary, ORDINARY_TRACK), (Entrenched, ENTRENCHED_TRACK)] {
				ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
					let amendment = amendment(std::slice::from_ref(change));
					let asked = Charter::track_for(amendment.changes.clone(), amendment.parameters.clone());
					assert_eq!(asked, Ok(demanded), "{change:?}");
					if track >= demanded {
						assert_ok!(amend(who, &amendment));
					} else {
						assert_noop!(amend(who, &amendment), Error::TooEntrenched);
					}
				});
			}
		}
	}
}

#[test]
fn one_entrenched_change_makes_the_whole_amendment_entrenched() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let mixed = amendment(&[replace(1, "Anyone may join."), replace(2, "Nobody may leave.")]);
		assert_noop!(amend(ORDINARY_TRACK, &mixed), Error::TooEntrenched);
		assert_ok!(amend(ENTRENCHED_TRACK, &mixed));
	});
}

#[test]
fn an_amendment_cannot_free_an_article_first_and_change_it_then() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let trick = amendment(&[
			Change::Entrench { number: 2, entrenchment: Ordinary },
			replace(2, "Nobody may leave."),
		]);
		assert_noop!(amend(ORDINARY_TRACK, &trick), Error::TooEntrenched);
	});
}

#[test]
fn a_parameter_is_as_entrenched_as_its_article() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_eq!(Charter::parameter_article(Dial { key: 12, value: 0 }), (1, Ordinary));
		assert_eq!(Charter::parameter_article(Dial { key: 29, value: 0 }), (2, Entrenched));
		assert_ok!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(19, 1)])));
		assert_noop!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(20, 1)])), Error::TooEntrenched);
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment_with(&[], &[(20, 1)])));
		assert_eq!((Dials::get(19), Dials::get(20)), (1, 1));
	});
}

#[test]
fn the_repeal_of_an_article_does_not_free_its_parameters() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment(&[Change::Repeal { number: 2 }])));
		assert_noop!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(20, 1)])), Error::TooEntrenched);
		// Nor is a parameter free whose article there never was.
		assert_noop!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(990, 1)])), Error::TooEntrenched);
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment_with(&[], &[(20, 1), (990, 1)])));
	});
}

#[test]
fn an_amendment_of_another_version_is_refused() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let first = amendment(&[replace(1, "Anyone may join.")]);
		let late = amendment(&[replace(3, "What comes in is secret.")]);
		assert_ok!(amend(ORDINARY_TRACK, &first));
		assert_noop!(amend(ORDINARY_TRACK, &late), Error::StaleBase);
		assert_noop!(amend(ENTRENCHED_TRACK, &late), Error::StaleBase);
		let forged = AmendmentOf::<Test> {
			base: CharterRef { version: charter().version, hash: late.base.hash },
			..late.clone()
		};
		assert_noop!(amend(ORDINARY_TRACK, &forged), Error::StaleBase);
		let ahead = AmendmentOf::<Test> {
			base: CharterRef { version: charter().version + 1, ..charter() },
			..late.clone()
		};
		assert_noop!(amend(ORDINARY_TRACK, &ahead), Error::StaleBase);
		assert_ok!(amend(ORDINARY_TRACK, &AmendmentOf::<Test> { base: charter(), ..late }));
	});
}

#[test]
fn what_is_repealed_stays_so() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment(&[Change::Repeal { number: 3 }])));
		for change in [
			replace(3, "What comes in is mine."),
			Change::Retitle { number: 3, title: title("My money") },
			Change::Repeal { number: 3 },
			Change::Entrench { number: 3, entrenchment: Entrenched },
		] {
			assert_noop!(amend(ENTRENCHED_TRACK, &amendment(&[change])), Error::Repealed);
		}
		assert_ok!(amend(ORDINARY_TRACK, &amendment(&[add("Money", "It is public.", Ordinary)])));
		assert_eq!(reads(5), "It is public.", "its number is not given away again");
	});
}

#[test]
fn the_preamble_is_no_article() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		for change in [
			replace(PREAMBLE, "We rule."),
			Change::Retitle { number: PREAMBLE, title: title("Obey.") },
			Change::Repeal { number: PREAMBLE },
			Change::Entrench { number: PREAMBLE, entrenchment: Ordinary },
		] {
			assert_noop!(amend(ENTRENCHED_TRACK, &amendment(&[change])), Error::NotAnArticle);
		}
	});
}

#[test]
fn an_amendment_that_is_wrong_in_one_place_changes_nothing() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let good = replace(1, "Anyone may join.");
		let too_far = replace(5, "There is no such article.");
		let not_utf8 = Change::Replace { number: 1, text: Text::truncate_from(vec![0xff, 0xfe]) };
		for (bad, error) in [
			(too_far, Error::UnknownArticle),
			(replace(3, "What comes in is public."), Error::NothingChanges),
			(Change::Entrench { number: 2, entrenchment: Entrenched }, Error::NothingChanges),
			(Change::Retitle { number: 1, title: title("Membership") }, Error::NothingChanges),
			(replace(3, " \n"), Error::UnreadableText),
			(add("", "Untitled.", Ordinary), Error::UnreadableText),
			(not_utf8, Error::UnreadableText),
		] {
			let amendment = amendment_with(&[good.clone(), bad], &[(10, 1)]);
			assert_noop!(amend(ENTRENCHED_TRACK, &amendment), error);
		}
		let stuck = amendment_with(&[good], &[(10, 1), (11, u32::MAX)]);
		assert_noop!(amend(ENTRENCHED_TRACK, &stuck), DispatchError::Other("the dial is stuck"));
		assert_noop!(amend(ENTRENCHED_TRACK, &amendment(&[])), Error::NothingChanges);
		assert_eq!((charter().version, Dials::get(10)), (1, 0));
	});
}

#[test]
fn only_tracks_and_the_founder_amend() {
	for tier in TIERS {
		ExtBuilder::default().in_tier(tier).build_and_execute(|| {
			let amendment = amendment(&[replace(1, "Anyone may join.")]);
			for who in [BEN, GUS] {
				assert_noop!(amend(who, &amendment), Error::NotFounder);
			}
			let Amendment { base, changes, parameters } = amendment;
			assert_noop!(Charter::amend(RuntimeOrigin::none(), base, changes, parameters), BadOrigin);
		});
	}
}

#[test]
fn root_amends_as_the_entrenched_track_does() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let Amendment { base, changes, parameters } = amendment(&[replace(2, "Everyone may leave at once.")]);
		assert_ok!(Charter::amend(RuntimeOrigin::root(), base, changes, parameters));
	});
	// And with no more right than it: where the founder is asked, it waits.
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let amendment = amendment(&[replace(2, "Everyone may leave at once.")]);
		let Amendment { base, changes, parameters } = amendment.clone();
		assert_ok!(Charter::amend(RuntimeOrigin::root(), base, changes, parameters));
		assert!(waits(&amendment));
		assert_eq!(charter().version, 1);
	});
}

#[test]
fn numbers_run_out_before_they_repeat() {
	ExtBuilder::default().in_tier(Tier::Community).build().execute_with(|| {
		NextArticle::<Test>::put(u32::MAX);
		let feasts = amendment(&[add("Feasts", "There are feasts.", Ordinary)]);
		assert_noop!(amend(ORDINARY_TRACK, &feasts), Error::TooManyArticles);
		// The last version that an article can have, and the charter.
		let last = Articles::<Test>::get(1, 1).expect("there is");
		Articles::<Test>::insert(1, u32::MAX, last);
		LastVersions::<Test>::insert(1, u32::MAX);
		assert_noop!(
			amend(ORDINARY_TRACK, &amendment(&[replace(1, "Anyone may join.")])),
			Error::TooManyArticles
		);
		InForce::<Test>::mutate(|it| it.version = u32::MAX);
		let late = amendment(&[replace(3, "What comes in is secret.")]);
		assert_noop!(amend(ORDINARY_TRACK, &late), Error::TooManyArticles);
	});
}
