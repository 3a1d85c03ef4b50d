// SPDX-License-Identifier: Apache-2.0
//! What others ask of the charter: its reference, milestones, and what pages read.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::OnSeason;

/// The charter in force.
pub struct CurrentCharter<T>(core::marker::PhantomData<T>);

impl<T: Config> Get<CharterRef> for CurrentCharter<T> {
	fn get() -> CharterRef {
		InForce::<T>::get()
	}
}

/// Comes after the census, which closes the season whose record is read here.
impl<T: Config> OnSeason for Pallet<T> {
	fn turn(new: SeasonIndex) -> Weight {
		if let Some(season) = new.checked_sub(1) {
			Self::note_milestones(season);
		}
		T::WeightInfo::turn(Self::set_deferred(new))
	}
}

impl<T: Config> Pallet<T> {
	/// Records the milestones that the census of `season` has reached.
	fn note_milestones(season: SeasonIndex) {
		let milestone = Milestone::Population;
		let reached = T::Population::active(season).is_some_and(|active| active >= T::PopulationGoal::get());
		if reached && !Milestones::<T>::contains_key(milestone) {
			Milestones::<T>::insert(milestone, season);
			Self::deposit_event(Event::MilestoneReached { milestone, season });
		}
	}

	/// For the runtime API: the preamble and all articles in force, in order.
	pub fn text() -> Vec<ArticleInfo> {
		(PREAMBLE..NextArticle::<T>::get())
			.filter_map(|number| Self::article_info(number, None))
			.filter(|info| info.article.status == ArticleStatus::InForce)
			.collect()
	}

	/// For the runtime API: an article as of one of its versions, or of its last.
	pub fn article_info(number: ArticleNumber, version: Option<u32>) -> Option<ArticleInfo> {
		let version = version.or_else(|| LastVersions::<T>::get(number))?;
		let article = Articles::<T>::get(number, version)?;
		Some(ArticleInfo { number, version, article })
	}

	/// For the runtime API: all that a version of the charter changed.
	pub fn change_of(version: u32) -> Option<ChangeOfVersion<ParameterOf<T>>> {
		let record = Versions::<T>::get(version)?;
		Some(Self::change(version, &record.articles, &record.parameters))
	}

	/// For the runtime API: the amendments that wait.
	pub fn pending_infos() -> Vec<PendingInfo<BlockNumberFor<T>, ParameterOf<T>>> {
		// They are few, by their limits.
		Pending::<T>::iter()
			.map(|(id, pending)| {
				let futile = Self::futility(&pending);
				PendingInfo {
					id,
					text: pending.amendment.text_hash(),
					base: pending.amendment.base.clone(),
					author: pending.author,
					since: pending.since,
					enactable_from: Self::enactable_from(&pending).ok().filter(|_| futile.is_none()),
					futile,
				}
			})
			.collect()
	}

	/// For the runtime API: the founder and what is left of their powers.
	pub fn founder_info() -> FounderInfo {
		let announced = Self::founder_amendments_in(T::Calendar::season().index);
		let rejected = Self::rejections().into_iter().map(|it| (it.text, Self::rejected_until(it.season)));
		FounderInfo {
			founder: T::Founders::founder(),
			tier: T::Tiers::tier(),
			amendments_left: MAX_FOUNDER_AMENDMENTS.saturating_sub(announced),
			rejected: rejected.collect(),
			powers: FounderPower::ALL.into_iter().filter(|power| Self::is_usable(*power)).collect(),
		}
	}

	/// For the runtime API: the article that a parameter stands under, and how entrenched it is.
	pub fn parameter_article(parameter: ParameterOf<T>) -> (ArticleNumber, Entrenchment) {
		(T::Parameters::rule(&parameter).article, Self::entrenchment_of(&parameter))
	}

	/// For the runtime API: every parameter and what holds for it.
	pub fn parameter_infos() -> Vec<ParameterInfo<ParameterOf<T>>> {
		let deferred = Deferred::<T>::get();
		T::Parameters::all()
			.into_iter()
			.map(|parameter| {
				let rule = T::Parameters::rule(&parameter);
				ParameterInfo {
					deferred: deferred
						.iter()
						.find(|it| T::Parameters::current(&it.parameter) == parameter)
						.cloned(),
					article: rule.article,
					entrenchment: Self::entrenchment_of(&parameter),
					with_notice: rule.deferred,
					floor: rule.floor,
					ceiling: rule.ceiling,
					parameter,
				}
			})
			.collect()
	}

	/// For the runtime API: what an amendment of today's charter must name as its base.
	pub fn base_for(changes: Changes, parameters: ParametersOf<T>) -> Result<BaseOf<T>, DispatchError> {
		Self::base_now(&changes, &parameters)
	}

	/// For the runtime API: which track an amendment of today's charter needs, if it can be made.
	pub fn track_for(changes: Changes, parameters: ParametersOf<T>) -> Result<Entrenchment, DispatchError> {
		let base = Self::base_now(&changes, &parameters)?;
		Self::demanded(&Amendment { base, changes, parameters })
	}

	/// For the runtime API: the milestones reached.
	pub fn milestone_infos() -> Vec<MilestoneInfo> {
		Milestones::<T>::iter().map(|(milestone, season)| MilestoneInfo { milestone, season }).collect()
	}
}
