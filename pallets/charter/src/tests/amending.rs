// SPDX-License-Identifier: Apache-2.0
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
fn an_amendment_of_an_article_that_has_changed_is_refused() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let (first, late) =
			(amendment(&[replace(1, "Anyone may join.")]), amendment(&[replace(1, "Nobody.")]));
		assert_ok!(amend(ORDINARY_TRACK, &first));
		assert_noop!(amend(ORDINARY_TRACK, &late), Error::StaleArticle);
		assert_noop!(amend(ENTRENCHED_TRACK, &late), Error::StaleArticle);
		let mut ahead = based(late.clone());
		ahead.base.articles[0].1 += 1;
		assert_noop!(amend(ORDINARY_TRACK, &ahead), Error::StaleArticle);
		assert_ok!(amend(ORDINARY_TRACK, &based(late)));
	});
}

#[test]
fn an_amendment_of_a_parameter_that_has_changed_is_refused() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let (first, late) = (amendment_with(&[], &[(10, 5)]), amendment_with(&[], &[(11, 3), (10, 6)]));
		assert_ok!(amend(ORDINARY_TRACK, &first));
		assert_noop!(amend(ORDINARY_TRACK, &late), Error::StaleParameter);
		assert_eq!(Dials::get(11), 0);
		assert_ok!(amend(ORDINARY_TRACK, &based(late)));
	});
}

#[test]
fn independent_amendments_do_not_kill_each_other() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let all = [
			amendment(&[replace(2, "Everyone may leave at once.")]),
			amendment(&[replace(1, "Anyone may join.")]),
			amendment(&[add("Feasts", "There are feasts.", Ordinary)]),
			amendment(&[add("Songs", "There are songs.", Ordinary)]),
			amendment_with(&[], &[(10, 5)]),
			amendment_with(&[replace(3, "Ours.")], &[(11, 5)]),
		];
		for (n, one) in all.iter().enumerate() {
			assert_ok!(amend(ENTRENCHED_TRACK, one));
			assert_eq!(charter().version, n as u32 + 2, "the chain of versions is one");
		}
	});
}

#[test]
fn a_base_names_exactly_what_the_amendment_touches() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let right = amendment_with(
			&[replace(3, "Ours."), replace(1, "Anyone."), add("A", "B", Ordinary)],
			&[(10, 5), (11, 6)],
		);
		assert_eq!(right.base.articles, vec![(1, 1), (3, 1)], "each article once, in order");
		assert_eq!(right.base.parameters, vec![Dial { key: 10, value: 0 }, Dial { key: 11, value: 0 }]);
		let wrong = |break_it: &dyn Fn(&mut Base<Dial>)| {
			let mut wrong = right.clone();
			break_it(&mut wrong.base);
			assert_noop!(amend(ENTRENCHED_TRACK, &wrong), Error::WrongBase);
		};
		wrong(&|base| base.articles.truncate(1));
		wrong(&|base| base.articles.try_push((4, 1)).expect("there is room"));
		wrong(&|base| (base.articles[0], base.articles[1]) = (base.articles[1], base.articles[0]));
		wrong(&|base| base.articles[0].0 = 2);
		wrong(&|base| base.parameters.truncate(1));
		wrong(&|base| (base.parameters[0].key, base.parameters[1].key) = (11, 10));
		wrong(&|base| base.parameters[0].key = 12);
		wrong(&|base| base.parameters.try_push(Dial { key: 12, value: 0 }).expect("there is room"));
		assert_ok!(amend(ENTRENCHED_TRACK, &right));
	});
}

#[test]
fn an_amendment_that_changes_nothing_in_the_end_is_refused() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		for nothing in [
			amendment_with(&[], &[(10, 0)]),
			amendment_with(&[replace(1, "Anyone.")], &[(10, 5), (11, 0)]),
			amendment(&[replace(1, "Anyone."), replace(1, "Whoever is vouched for may join.")]),
		] {
			assert_noop!(amend(ENTRENCHED_TRACK, &nothing), Error::NothingChanges);
		}
		let twice = amendment_with(&[], &[(10, 5), (11, 1), (10, 6)]);
		assert_noop!(amend(ENTRENCHED_TRACK, &twice), Error::SetTwice);
	});
}

/// Before, an article added in the same amendment freed a parameter for want of whose article it was entrenched.
#[test]
fn an_amendment_frees_no_parameter_that_it_sets() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let alone = amendment_with(&[], &[(50, 9)]);
		assert_noop!(amend(ORDINARY_TRACK, &alone), Error::TooEntrenched);
		let feasts = add("Feasts", "There are feasts.", Ordinary);
		let trick = amendment_with(&[feasts.clone()], &[(50, 9)]);
		assert_eq!(Charter::track_for(trick.changes.clone(), trick.parameters.clone()), Ok(Entrenched));
		assert_noop!(amend(ORDINARY_TRACK, &trick), Error::TooEntrenched);
		let further = amendment_with(&[feasts.clone(), feasts.clone()], &[(60, 9)]);
		assert_noop!(amend(ORDINARY_TRACK, &further), Error::TooEntrenched);
		let freed = amendment_with(&[Change::Entrench { number: 2, entrenchment: Ordinary }], &[(20, 9)]);
		assert_noop!(amend(ORDINARY_TRACK, &freed), Error::TooEntrenched);
	});
	ExtBuilder::default().build_and_execute(|| {
		let trick = amendment_with(&[add("Feasts", "There are feasts.", Ordinary)], &[(50, 9)]);
		assert_noop!(amend(ADA, &trick), Error::NotByFounder);
		assert_noop!(announce(ADA, &trick), Error::TooEntrenched);
	});
}

#[test]
fn what_must_be_entrenched_stays_so_whatever_its_article_says() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(amend(
			ENTRENCHED_TRACK,
			&amendment(&[Change::Entrench { number: 4, entrenchment: Ordinary }])
		));
		assert_ok!(amend(ORDINARY_TRACK, &amendment(&[replace(4, "There is no founder.")])));
		assert_noop!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(40, 1)])), Error::TooEntrenched);
		assert_eq!(Charter::parameter_article(Dial { key: 40, value: 0 }), (4, Entrenched));
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment_with(&[], &[(40, 1)])));
	});
}

#[test]
fn pages_read_what_holds_for_each_parameter() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let infos = Charter::parameter_infos();
		assert_eq!(infos.len(), 40);
		let of = |key| infos.iter().find(|it| it.parameter.key == key).expect("there is");
		let ceiling = Dial { key: 21, value: u32::MAX - 1 };
		assert_eq!((of(21).article, of(21).entrenchment, &of(21).ceiling), (2, Entrenched, &ceiling));
		assert_eq!((of(35).with_notice, of(34).with_notice), (true, false));
		assert_eq!(of(10).entrenchment, Ordinary);
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
		assert_noop!(amend(ENTRENCHED_TRACK, &stuck), Error::ParameterTooHigh);
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
