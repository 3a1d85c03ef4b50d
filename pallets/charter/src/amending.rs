// SPDX-License-Identifier: Apache-2.0
//! How the charter changes: the articles, the parameters and the chain of hashes.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::{collections::BTreeMap, format, string::String};
use civitas_primitives::ParameterRule;
use frame_support::{defensive, storage::with_transaction};
use sp_runtime::TransactionOutcome;

impl<T: Config> Pallet<T> {
	/// Writes the charter of the genesis. Its first version binds every parameter.
	pub(crate) fn begin(genesis: &GenesisConfig<T>) -> Result<(), String> {
		let unreadable = |what: &str| format!("the charter's {what} is too long");
		let mut articles =
			alloc::vec![(genesis.commandment.as_str(), genesis.preamble.as_str(), Entrenchment::Entrenched)];
		articles
			.extend(genesis.articles.iter().map(|it| (it.title.as_str(), it.text.as_str(), it.entrenchment)));
		let mut brought = Vec::new();
		for (title, text, entrenchment) in articles {
			let article = Article {
				since: 1,
				title: Title::try_from(title.as_bytes().to_vec()).map_err(|_| unreadable(title))?,
				text: Text::try_from(text.as_bytes().to_vec()).map_err(|_| unreadable(title))?,
				entrenchment,
				status: ArticleStatus::InForce,
			};
			brought.push(Self::add(article).map_err(|_| "the charter has too many articles")?);
		}
		let parameters = T::Parameters::all();
		// A genesis that says nothing at all has no charter, and no founder sets any parameter: all are entrenched.
		let is_blank =
			genesis.commandment.is_empty() && genesis.preamble.is_empty() && genesis.articles.is_empty();
		for parameter in parameters.iter().filter(|_| !is_blank) {
			Self::check_article_of(parameter)?;
		}
		let parameters = parameters.try_into().map_err(|_| "there are too many parameters")?;
		Self::extend_chain(Author::Genesis, brought, parameters)
			.map_err(|_| "the charter has too many articles")?;
		Ok(())
	}

	/// That the article under which `parameter` stands is there, and entrenched if the parameter is.
	fn check_article_of(parameter: &ParameterOf<T>) -> Result<(), String> {
		let ParameterRule { article: number, entrenched, .. } = T::Parameters::rule(parameter);
		let article = Self::last_version(number);
		let article =
			article.ok_or_else(|| format!("the charter lacks article {number}, where parameters stand"))?;
		if entrenched && article.entrenchment < Entrenchment::Entrenched {
			return Err(format!(
				"article {number} of the charter must be entrenched: parameters under it are"
			));
		}
		Ok(())
	}

	/// The last version of an article, even of a repealed one.
	fn last_version(number: ArticleNumber) -> Option<Article> {
		Articles::<T>::get(number, LastVersions::<T>::get(number)?)
	}

	/// What an amendment of today's charter by `changes` and `parameters` is written for.
	pub(crate) fn base_now(
		changes: &Changes,
		parameters: &ParametersOf<T>,
	) -> Result<BaseOf<T>, DispatchError> {
		let mut articles = BTreeMap::new();
		for number in changes.iter().filter_map(Change::touches) {
			articles.insert(number, LastVersions::<T>::get(number).ok_or(Error::<T>::UnknownArticle)?);
		}
		let deferred = Deferred::<T>::get();
		let parameters = parameters.iter().map(|it| Self::standing(it, &deferred));
		Ok(Base {
			// There are no more of them than there are changes and parameters.
			articles: BoundedVec::truncate_from(articles.into_iter().collect()),
			parameters: BoundedVec::truncate_from(parameters.collect()),
		})
	}

	/// That `amendment` was written for what it touches as it is now.
	pub(crate) fn check_base(amendment: &AmendmentOf<T>) -> DispatchResult {
		let Amendment { base, changes, parameters } = amendment;
		let now = Self::base_now(changes, parameters)?;
		let same_articles = base.articles.len() == now.articles.len()
			&& base.articles.iter().zip(&now.articles).all(|(named, touched)| named.0 == touched.0);
		let same_parameters = base.parameters.len() == now.parameters.len()
			&& base.parameters.iter().zip(&now.parameters).all(|(named, set)| Self::is_same(named, set));
		ensure!(same_articles && same_parameters, Error::<T>::WrongBase);
		ensure!(base.articles == now.articles, Error::<T>::StaleArticle);
		ensure!(base.parameters == now.parameters, Error::<T>::StaleParameter);
		Ok(())
	}

	/// Whether both are the same parameter, whatever their values.
	fn is_same(one: &ParameterOf<T>, other: &ParameterOf<T>) -> bool {
		T::Parameters::current(one) == T::Parameters::current(other)
	}

	/// The value of a parameter that is law: the one in effect, or the one that is to be.
	fn standing(of: &ParameterOf<T>, deferred: &[DeferredParameterOf<T>]) -> ParameterOf<T> {
		let to_be = deferred.iter().find(|it| Self::is_same(&it.parameter, of));
		to_be.map_or_else(|| T::Parameters::current(of), |it| it.parameter.clone())
	}

	/// Makes law of `amendment` as far as `track` may, whole or not at all.
	pub(crate) fn apply(amendment: &AmendmentOf<T>, track: Entrenchment, author: Author) -> DispatchResult {
		let Amendment { base, changes, parameters } = amendment;
		ensure!(!changes.is_empty() || !parameters.is_empty(), Error::<T>::NothingChanges);
		Self::check_base(amendment)?;
		// Before anything changes: no amendment frees what it then touches.
		Self::check_entrenchment(amendment, track, author)?;
		let old = InForce::<T>::get();
		let version = old.version.checked_add(1).ok_or(Error::<T>::TooManyArticles)?;
		let articles =
			changes.iter().map(|change| Self::make(change, version)).collect::<Result<Vec<_>, _>>()?;
		for (number, version) in &base.articles {
			Self::check_changed(*number, *version)?;
		}
		Self::set_parameters(parameters)?;
		let all = AllParameters::truncate_from(parameters.to_vec());
		let new = Self::extend_chain(author, articles.clone(), all)?;
		Self::deposit_event(Event::Amended { old, new, author, articles });
		Ok(())
	}

	/// That [`Self::apply`] would succeed now. Nothing changes.
	pub(crate) fn check(amendment: &AmendmentOf<T>, track: Entrenchment, author: Author) -> DispatchResult {
		with_transaction(|| TransactionOutcome::Rollback(Self::apply(amendment, track, author)))
	}

	/// Which track `amendment` demands of citizens, if it can be made at all. Nothing changes.
	pub(crate) fn demanded(amendment: &AmendmentOf<T>) -> Result<Entrenchment, DispatchError> {
		let track = Entrenchment::Entrenched;
		Self::check(amendment, track, Author::Citizens { track })?;
		let changes = amendment.changes.iter().map(Self::entrenchment_of_change);
		let parameters = amendment.parameters.iter().map(Self::entrenchment_of);
		Ok(changes.chain(parameters).max().unwrap_or_default())
	}

	/// That `track` may change all that `amendment` touches, and that no founder changes what is not a founder's to
	/// change.
	fn check_entrenchment(amendment: &AmendmentOf<T>, track: Entrenchment, author: Author) -> DispatchResult {
		let by_founder = author == Author::Founder;
		for change in &amendment.changes {
			let theirs = !matches!(change, Change::Entrench { .. });
			ensure!(!by_founder || theirs, Error::<T>::NotByFounder);
			ensure!(Self::entrenchment_of_change(change) <= track, Error::<T>::TooEntrenched);
		}
		for parameter in &amendment.parameters {
			let demanded = Self::entrenchment_of(parameter);
			ensure!(demanded <= track, Error::<T>::TooEntrenched);
			ensure!(!by_founder || demanded == Entrenchment::Ordinary, Error::<T>::NotByFounder);
		}
		Ok(())
	}

	/// How entrenched what `change` touches is.
	fn entrenchment_of_change(change: &Change) -> Entrenchment {
		let now = change.touches().map(|number| {
			// What is not there cannot be changed, whoever tries.
			Self::last_version(number).map_or(Entrenchment::Entrenched, |article| article.entrenchment)
		});
		let to_be = match change {
			// Raising binds those who come later as lowering frees them: both take what is higher.
			Change::Add { entrenchment, .. } | Change::Entrench { entrenchment, .. } => *entrenchment,
			_ => Entrenchment::Ordinary,
		};
		now.unwrap_or_default().max(to_be)
	}

	/// How entrenched `parameter` is: as its article, even a repealed one, and never less than its rule says. If there
	/// is no such article, it is entrenched.
	pub(crate) fn entrenchment_of(parameter: &ParameterOf<T>) -> Entrenchment {
		let ParameterRule { article, entrenched, .. } = T::Parameters::rule(parameter);
		match Self::last_version(article) {
			Some(article) if !entrenched => article.entrenchment,
			_ => Entrenchment::Entrenched,
		}
	}

	/// That an article says something else now than in its version `before`.
	fn check_changed(number: ArticleNumber, before: u32) -> DispatchResult {
		let old = Articles::<T>::get(number, before).ok_or(Error::<T>::UnknownArticle)?;
		let new = Self::last_version(number).ok_or(Error::<T>::UnknownArticle)?;
		ensure!(new != Article { since: new.since, ..old }, Error::<T>::NothingChanges);
		Ok(())
	}

	/// Makes law of new values. Some take effect later.
	fn set_parameters(parameters: &ParametersOf<T>) -> DispatchResult {
		let mut deferred = Deferred::<T>::get();
		for (n, parameter) in parameters.iter().enumerate() {
			let twice = parameters.iter().take(n).any(|earlier| Self::is_same(earlier, parameter));
			ensure!(!twice, Error::<T>::SetTwice);
			T::Parameters::check(parameter).map_err(Self::faulty)?;
			ensure!(Self::standing(parameter, &deferred) != *parameter, Error::<T>::NothingChanges);
			if T::Parameters::rule(parameter).deferred {
				Self::defer(&mut deferred, parameter)?;
			} else {
				T::Parameters::set(parameter.clone())?;
			}
		}
		Deferred::<T>::put(deferred);
		Ok(())
	}

	/// Lets a new value wait for a whole season. It takes the place of one that waits.
	fn defer(deferred: &mut DeferredOf<T>, parameter: &ParameterOf<T>) -> DispatchResult {
		deferred.retain(|it| !Self::is_same(&it.parameter, parameter));
		if T::Parameters::current(parameter) == *parameter {
			Self::deposit_event(Event::ParameterKept { parameter: parameter.clone() });
			return Ok(());
		}
		// The next season begins with what is left of this one as notice; the one after it with a whole season.
		let from = T::Calendar::season().index.saturating_add(2);
		deferred
			.try_push(DeferredParameter { parameter: parameter.clone(), from })
			.map_err(|_| Error::<T>::TooManyPending)?;
		Self::deposit_event(Event::ParameterDeferred { parameter: parameter.clone(), from });
		Ok(())
	}

	/// Gives effect to the values that have waited until `season`. Returns how many.
	pub(crate) fn set_deferred(season: SeasonIndex) -> u32 {
		let (due, waiting): (Vec<_>, Vec<_>) =
			Deferred::<T>::get().into_iter().partition(|it| it.from <= season);
		if due.is_empty() {
			return 0;
		}
		Deferred::<T>::put(BoundedVec::truncate_from(waiting));
		for DeferredParameter { parameter, .. } in &due {
			if T::Parameters::set(parameter.clone()).is_err() {
				defensive!("a value that was checked when passed can be set");
			}
		}
		u32::try_from(due.len()).unwrap_or(MAX_ALL_PARAMETERS)
	}

	/// The error of a parameter that cannot have its value.
	fn faulty(fault: ParameterFault) -> Error<T> {
		match fault {
			ParameterFault::Unset => Error::ParameterUnset,
			ParameterFault::TooLow => Error::ParameterTooLow,
			ParameterFault::TooHigh => Error::ParameterTooHigh,
		}
	}

	/// Makes one change. Returns the version of the article that it brought.
	fn make(change: &Change, since: u32) -> Result<VersionedArticle, DispatchError> {
		match change {
			Change::Add { title, text, entrenchment } => {
				Self::check_readable(title)?;
				Self::check_readable(text)?;
				Self::add(Article {
					since,
					title: title.clone(),
					text: text.clone(),
					entrenchment: *entrenchment,
					status: ArticleStatus::InForce,
				})
			}
			Change::Replace { number, text } => {
				Self::check_readable(text)?;
				Self::revise(*number, since, |article| article.text = text.clone())
			}
			Change::Retitle { number, title } => {
				Self::check_readable(title)?;
				Self::revise(*number, since, |article| article.title = title.clone())
			}
			Change::Repeal { number } => Self::revise(*number, since, |article| {
				article.text = Text::default();
				article.status = ArticleStatus::Repealed;
			}),
			Change::Entrench { number, entrenchment } => {
				Self::revise(*number, since, |article| article.entrenchment = *entrenchment)
			}
			Change::SetPreamble { commandment, text } => {
				Self::check_readable(commandment)?;
				Self::check_readable(text)?;
				Self::write_next(PREAMBLE, since, |preamble| {
					preamble.title = commandment.clone();
					preamble.text = text.clone();
				})
			}
		}
	}

	fn check_readable(text: &[u8]) -> DispatchResult {
		let readable = core::str::from_utf8(text).is_ok_and(|text| !text.trim().is_empty());
		ensure!(readable, Error::<T>::UnreadableText);
		Ok(())
	}

	/// Gives `article` the next number.
	fn add(article: Article) -> Result<VersionedArticle, DispatchError> {
		let number = NextArticle::<T>::get();
		NextArticle::<T>::put(number.checked_add(1).ok_or(Error::<T>::TooManyArticles)?);
		LastVersions::<T>::insert(number, 1);
		Articles::<T>::insert(number, 1, article);
		Ok((number, 1))
	}

	/// Writes the next version of an article, which is not the preamble.
	fn revise(
		number: ArticleNumber,
		since: u32,
		change: impl FnOnce(&mut Article),
	) -> Result<VersionedArticle, DispatchError> {
		ensure!(number != PREAMBLE, Error::<T>::NotAnArticle);
		Self::write_next(number, since, change)
	}

	/// Writes the next version of what has `number`. Returns it.
	fn write_next(
		number: ArticleNumber,
		since: u32,
		change: impl FnOnce(&mut Article),
	) -> Result<VersionedArticle, DispatchError> {
		let last = LastVersions::<T>::get(number).ok_or(Error::<T>::UnknownArticle)?;
		let old = Articles::<T>::get(number, last).ok_or(Error::<T>::UnknownArticle)?;
		ensure!(old.status == ArticleStatus::InForce, Error::<T>::Repealed);
		let mut new = old.clone();
		change(&mut new);
		ensure!(new != old, Error::<T>::NothingChanges);
		new.since = since;
		let version = last.checked_add(1).ok_or(Error::<T>::TooManyArticles)?;
		LastVersions::<T>::insert(number, version);
		Articles::<T>::insert(number, version, new);
		Ok((number, version))
	}

	/// Puts the next version of the charter in force.
	fn extend_chain(
		author: Author,
		articles: Vec<VersionedArticle>,
		parameters: AllParameters<ParameterOf<T>>,
	) -> Result<CharterRef, DispatchError> {
		let old = InForce::<T>::get();
		let version = old.version.checked_add(1).ok_or(Error::<T>::TooManyArticles)?;
		let hash = Self::change(version, &articles, &parameters).hash(old.hash);
		let new = CharterRef { version, hash };
		let articles = articles.try_into().map_err(|_| Error::<T>::TooManyArticles)?;
		let at = frame_system::Pallet::<T>::block_number();
		Versions::<T>::insert(version, VersionRecord { hash, at, author, articles, parameters });
		InForce::<T>::put(new);
		Ok(new)
	}

	/// All that the version `version` changed.
	pub(crate) fn change(
		version: u32,
		articles: &[VersionedArticle],
		parameters: &[ParameterOf<T>],
	) -> ChangeOfVersion<ParameterOf<T>> {
		let in_full = |&(number, version): &VersionedArticle| {
			Articles::<T>::get(number, version).map(|article| (number, version, article))
		};
		ChangeOfVersion {
			version,
			articles: articles.iter().filter_map(in_full).collect(),
			parameters: parameters.to_vec(),
		}
	}
}
