//! How the charter changes: the articles, the parameters and the chain of hashes.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::storage::with_transaction;
use sp_runtime::TransactionOutcome;

impl<T: Config> Pallet<T> {
	/// Writes the charter of the genesis.
	pub(crate) fn begin(genesis: &GenesisConfig<T>) -> DispatchResult {
		let bounded = |text: &str| Text::try_from(text.as_bytes().to_vec());
		let title = |text: &str| Title::try_from(text.as_bytes().to_vec());
		let mut articles =
			alloc::vec![(genesis.commandment.as_str(), genesis.preamble.as_str(), Entrenchment::Entrenched)];
		articles
			.extend(genesis.articles.iter().map(|it| (it.title.as_str(), it.text.as_str(), it.entrenchment)));
		let mut brought = Vec::new();
		for (name, text, entrenchment) in articles {
			let article = Article {
				since: 1,
				title: title(name).map_err(|_| Error::<T>::UnreadableText)?,
				text: bounded(text).map_err(|_| Error::<T>::UnreadableText)?,
				entrenchment,
				status: ArticleStatus::InForce,
			};
			brought.push(Self::add(article)?);
		}
		Self::extend_chain(Author::Genesis, brought, Default::default())?;
		Ok(())
	}

	/// Makes law of `amendment` as far as `track` may, whole or not at all.
	pub(crate) fn apply(amendment: &AmendmentOf<T>, track: Entrenchment, author: Author) -> DispatchResult {
		let old = InForce::<T>::get();
		ensure!(amendment.base == old, Error::<T>::StaleBase);
		ensure!(
			!amendment.changes.is_empty() || !amendment.parameters.is_empty(),
			Error::<T>::NothingChanges
		);
		let version = old.version.checked_add(1).ok_or(Error::<T>::TooManyArticles)?;
		let mut articles = Vec::new();
		for change in &amendment.changes {
			ensure!(
				author != Author::Founder || !matches!(change, Change::Entrench { .. }),
				Error::<T>::NotByFounder
			);
			let (article, demanded) = Self::make(change, version)?;
			ensure!(demanded <= track, Error::<T>::TooEntrenched);
			articles.push(article);
		}
		for parameter in &amendment.parameters {
			let demanded = Self::entrenchment_of(parameter);
			ensure!(demanded <= track, Error::<T>::TooEntrenched);
			ensure!(
				author != Author::Founder || demanded == Entrenchment::Ordinary,
				Error::<T>::NotByFounder
			);
			T::Parameters::set(parameter.clone())?;
		}
		let new = Self::extend_chain(author, articles.clone(), amendment.parameters.clone())?;
		Self::deposit_event(Event::Amended { old, new, author, articles });
		Ok(())
	}

	/// That [`Self::apply`] would succeed now. Nothing changes.
	pub(crate) fn check(amendment: &AmendmentOf<T>, track: Entrenchment, author: Author) -> DispatchResult {
		with_transaction(|| TransactionOutcome::Rollback(Self::apply(amendment, track, author)))
	}

	/// Which track `amendment` demands of citizens, if it can be made at all. Nothing changes.
	pub(crate) fn demanded(amendment: &AmendmentOf<T>) -> Result<Entrenchment, DispatchError> {
		let check = |track| Self::check(amendment, track, Author::Citizens { track });
		check(Entrenchment::Entrenched)?;
		let ordinary = check(Entrenchment::Ordinary).is_ok();
		Ok(if ordinary { Entrenchment::Ordinary } else { Entrenchment::Entrenched })
	}

	/// Makes one change. Returns the version of the article that it brought, and how entrenched what it touches is.
	fn make(change: &Change, since: u32) -> Result<(VersionedArticle, Entrenchment), DispatchError> {
		match change {
			Change::Add { title, text, entrenchment } => {
				Self::check_readable(title)?;
				Self::check_readable(text)?;
				let article = Article {
					since,
					title: title.clone(),
					text: text.clone(),
					entrenchment: *entrenchment,
					status: ArticleStatus::InForce,
				};
				Ok((Self::add(article)?, *entrenchment))
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
				let (article, demanded) =
					Self::revise(*number, since, |article| article.entrenchment = *entrenchment)?;
				// Raising binds those who come later as lowering frees them: both take what is higher.
				Ok((article, demanded.max(*entrenchment)))
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
	) -> Result<(VersionedArticle, Entrenchment), DispatchError> {
		ensure!(number != PREAMBLE, Error::<T>::NotAnArticle);
		Self::write_next(number, since, change)
	}

	/// Writes the next version of what has `number`. Returns it, and how entrenched the one before was.
	fn write_next(
		number: ArticleNumber,
		since: u32,
		change: impl FnOnce(&mut Article),
	) -> Result<(VersionedArticle, Entrenchment), DispatchError> {
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
		Ok(((number, version), old.entrenchment))
	}

	/// How entrenched `parameter` is: as its article, even a repealed one. Where there is no such article, it is
	/// entrenched.
	pub(crate) fn entrenchment_of(parameter: &ParameterOf<T>) -> Entrenchment {
		let number = T::Parameters::article(parameter);
		LastVersions::<T>::get(number)
			.and_then(|last| Articles::<T>::get(number, last))
			.map_or(Entrenchment::Entrenched, |article| article.entrenchment)
	}

	/// Puts the next version of the charter in force.
	fn extend_chain(
		author: Author,
		articles: Vec<VersionedArticle>,
		parameters: ParametersOf<T>,
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
