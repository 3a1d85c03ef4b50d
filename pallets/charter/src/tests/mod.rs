// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test. This file holds what the tests share.

mod amending;
mod announcing;
mod chain;
mod deferring;
mod free_calls;
mod genesis;
mod invariants;
mod migrations;
mod milestones;
mod passing;
mod powers;
mod properties;
mod rejecting;

use crate::{mock::*, *};
use civitas_primitives::Tier;
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};
use sp_runtime::{traits::BadOrigin, DispatchError};
use Entrenchment::{Entrenched, Ordinary};

type Event = crate::Event<Test>;
type Error = crate::Error<Test>;
type Call = crate::Call<Test>;

pub const TIERS: [Tier; 4] = [Tier::Founding, Tier::Consultative, Tier::Shared, Tier::Community];

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn text(text: &str) -> Text {
	Text::try_from(text.as_bytes().to_vec()).expect("it is short")
}

pub fn title(title: &str) -> Title {
	Title::try_from(title.as_bytes().to_vec()).expect("it is short")
}

pub fn add(name: &str, words: &str, entrenchment: Entrenchment) -> Change {
	Change::Add { title: title(name), text: text(words), entrenchment }
}

pub fn replace(number: ArticleNumber, words: &str) -> Change {
	Change::Replace { number, text: text(words) }
}

/// The charter in force.
pub fn charter() -> CharterRef {
	InForce::<Test>::get()
}

/// An amendment of the charter in force.
pub fn amendment(changes: &[Change]) -> AmendmentOf<Test> {
	amendment_with(changes, &[])
}

/// An amendment of the charter in force that sets these dials.
pub fn amendment_with(changes: &[Change], dials: &[(u32, u32)]) -> AmendmentOf<Test> {
	let parameters: Vec<_> = dials.iter().map(|(key, value)| Dial { key: *key, value: *value }).collect();
	based(Amendment {
		base: Base { articles: Default::default(), parameters: Default::default() },
		changes: changes.to_vec().try_into().expect("they are few"),
		parameters: parameters.try_into().expect("they are few"),
	})
}

/// The same amendment of the charter in force, or as it is if there is no such charter.
pub fn based(amendment: AmendmentOf<Test>) -> AmendmentOf<Test> {
	let base = Charter::base_for(amendment.changes.clone(), amendment.parameters.clone());
	Amendment { base: base.unwrap_or_else(|_| amendment.base.clone()), ..amendment }
}

/// `who` calls `amend`.
pub fn amend(who: u64, amendment: &AmendmentOf<Test>) -> DispatchResult {
	let Amendment { base, changes, parameters } = amendment.clone();
	Charter::amend(signed(who), base, changes, parameters)
}

/// `who` calls `announce`.
pub fn announce(who: u64, amendment: &AmendmentOf<Test>) -> DispatchResult {
	let Amendment { base, changes, parameters } = amendment.clone();
	Charter::announce(signed(who), base, changes, parameters)
}

/// What an article says in its last version.
pub fn reads(number: ArticleNumber) -> String {
	let info = Charter::article_info(number, None).expect("there is such an article");
	String::from_utf8(info.article.text.into_inner()).expect("it is readable")
}

/// What an article said in an earlier version.
pub fn once_read(number: ArticleNumber, version: u32) -> String {
	let info = Charter::article_info(number, Some(version)).expect("there was such a version");
	String::from_utf8(info.article.text.into_inner()).expect("it is readable")
}

pub fn pass_time(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

/// Whether an amendment waits.
pub fn waits(amendment: &AmendmentOf<Test>) -> bool {
	Pending::<Test>::contains_key(amendment.id())
}

/// The pallet's events since the last time one asked.
pub fn events() -> Vec<Event> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}
