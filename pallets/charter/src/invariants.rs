// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::BTreeSet;
use sp_io::hashing::blake2_256;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_chain()?;
		Self::check_articles()?;
		Self::check_standing()?;
		Self::check_pending()?;
		Self::check_vetoes()?;
		Self::check_milestones()?;
		Self::check_deferred()?;
		Self::check_rejections_kept()
	}

	fn check_chain() -> Result<(), TryRuntimeError> {
		let last = InForce::<T>::get();
		ensure!(Versions::<T>::iter().count() as u32 == last.version, "I1: a version is missing or too much");
		let mut hash = H256::zero();
		for version in 1..=last.version {
			let record = Versions::<T>::get(version).ok_or("I1: a version is missing or too much")?;
			// Encoded by hand, as the documentation says.
			let mut bytes = (hash, version).encode();
			let mut articles = Vec::new();
			for (number, version) in record.articles {
				let article =
					Articles::<T>::get(number, version).ok_or("I2: an article's version is lost")?;
				articles.push((number, version, article));
			}
			(articles, record.parameters).encode_to(&mut bytes);
			hash = H256(blake2_256(&bytes));
			ensure!(record.hash == hash, "I1: a hash does not follow from the one before");
		}
		ensure!(last.hash == hash, "I1: the charter in force is not the last version");
		Ok(())
	}

	fn check_articles() -> Result<(), TryRuntimeError> {
		let mut brought = BTreeSet::new();
		for (charter, record) in Versions::<T>::iter() {
			for (number, version) in record.articles {
				ensure!(brought.insert((number, version)), "I2: an article's version came twice");
				let article =
					Articles::<T>::get(number, version).ok_or("I2: an article's version is lost")?;
				ensure!(article.since == charter, "I2: an article did not come when it says");
			}
		}
		let next = NextArticle::<T>::get();
		ensure!(
			LastVersions::<T>::iter().count() as u32 == next,
			"I2: an article has no number, or no version"
		);
		for (number, last) in LastVersions::<T>::iter() {
			ensure!(number < next, "I2: an article has no number, or no version");
			for version in 1..=last {
				ensure!(brought.remove(&(number, version)), "I2: an article's version came from nowhere");
			}
			ensure!(
				Articles::<T>::iter_key_prefix(number).count() as u32 == last,
				"I2: an article has a version that is not its own"
			);
		}
		ensure!(brought.is_empty(), "I2: a version of the charter brought what is no article's");
		Ok(())
	}

	fn check_standing() -> Result<(), TryRuntimeError> {
		for (number, version, article) in Articles::<T>::iter() {
			if article.status == ArticleStatus::Repealed {
				ensure!(LastVersions::<T>::get(number) == Some(version), "I3: a repealed article came back");
			}
			if number == PREAMBLE {
				ensure!(article.status == ArticleStatus::InForce, "I3: the preamble is repealed");
				ensure!(
					article.entrenchment == Entrenchment::Entrenched,
					"I3: the preamble is not entrenched"
				);
			}
		}
		ensure!(LastVersions::<T>::contains_key(PREAMBLE), "I3: there is no preamble");
		Ok(())
	}

	fn check_pending() -> Result<(), TryRuntimeError> {
		let (mut passed, mut announced) = (0u32, 0u32);
		for (id, pending) in Pending::<T>::iter() {
			let PendingAmendment { amendment, author, since } = pending;
			ensure!(id.0 == blake2_256(&amendment.encode()), "I4: an amendment is misnamed");
			for (number, version) in &amendment.base.articles {
				ensure!(
					Articles::<T>::contains_key(number, version),
					"I4: an amendment was written for no version"
				);
			}
			ensure!(
				since <= frame_system::Pallet::<T>::block_number(),
				"I4: an amendment waits from tomorrow"
			);
			match author {
				Author::Genesis => return Err("I4: the genesis waits for nothing".into()),
				Author::Founder => announced = announced.saturating_add(1),
				Author::Citizens { .. } => passed = passed.saturating_add(1),
			}
		}
		ensure!(passed == Passed::<T>::get() && passed <= MAX_PASSED, "I4: what is passed is miscounted");
		ensure!(
			announced == Announced::<T>::get() && announced <= MAX_ANNOUNCED,
			"I4: what is announced is miscounted"
		);
		Ok(())
	}

	fn check_vetoes() -> Result<(), TryRuntimeError> {
		for veto in Vetoes::<T>::iter_values() {
			ensure!(Versions::<T>::contains_key(veto.version), "I5: a veto is for no version");
		}
		Ok(())
	}

	fn check_milestones() -> Result<(), TryRuntimeError> {
		for season in Milestones::<T>::iter_values() {
			ensure!(
				T::Population::active(season) >= Some(T::PopulationGoal::get()),
				"I6: a milestone was not reached"
			);
		}
		Ok(())
	}

	fn check_deferred() -> Result<(), TryRuntimeError> {
		let now = T::Calendar::season().index;
		let mut seen = Vec::new();
		for DeferredParameter { parameter, from } in Deferred::<T>::get() {
			let current = T::Parameters::current(&parameter);
			ensure!(current != parameter, "I7: a deferred parameter changes nothing");
			ensure!(!seen.contains(&current), "I7: a parameter is deferred twice");
			seen.push(current);
			ensure!(now < from && from <= now.saturating_add(2), "I7: a parameter waits too long");
		}
		Ok(())
	}

	fn check_rejections_kept() -> Result<(), TryRuntimeError> {
		let mut texts = BTreeSet::new();
		for Rejection { text, season } in Rejections::<T>::get() {
			ensure!(texts.insert(text), "I8: a text is rejected twice");
			ensure!(season <= T::Calendar::season().index, "I8: a rejection lies in the future");
		}
		Ok(())
	}
}
