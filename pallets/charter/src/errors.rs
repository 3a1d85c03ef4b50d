// SPDX-License-Identifier: Apache-2.0
//! Why a call is refused, and what to do about it.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// An article that this amendment touches has changed since it was written. Write it again for today's text.
		StaleArticle,
		/// This amendment changes nothing, or a part of it does not. Leave that part out.
		NothingChanges,
		/// There is no article with this number.
		UnknownArticle,
		/// This article is repealed. Nothing brings it back; add a new one.
		Repealed,
		/// You cannot repeal, retitle or entrench the preamble. Set another preamble.
		NotAnArticle,
		/// A title or a text is empty, or not valid UTF-8.
		UnreadableText,
		/// This amendment touches what is entrenched, and needs the entrenched track.
		TooEntrenched,
		/// A founder sets no entrenched parameter and changes no entrenchment: with these, the growth that ends a
		/// founder's powers could be stopped. Propose it to the citizens.
		NotByFounder,
		/// All numbers for articles or versions are given away.
		TooManyArticles,
		/// This account is not the founder's.
		NotFounder,
		/// The founder is suspended and can do nothing.
		NotActive,
		/// The founder has lost this power for good: the census has grown too far.
		PowerLost,
		/// This amendment waits already.
		AlreadyPending,
		/// Too many amendments wait. Enact or discard some.
		TooManyPending,
		/// No amendment of this name waits.
		UnknownAmendment,
		/// The founder has announced this amendment; citizens have not passed it.
		NotPassed,
		/// Citizens have passed this amendment; the founder has not announced it.
		NotAnnounced,
		/// This amendment waits for the founder's consent.
		AwaitsConsent,
		/// This amendment has not waited for as long as it must.
		TooEarlyToEnact,
		/// The time for a veto is over: the amendment can be enacted.
		TooLateToVeto,
		/// The founder has vetoed this text before. Each text can be vetoed once.
		AlreadyVetoed,
		/// The founder has vetoed this text for this version. The entrenched track overrides the veto.
		Vetoed,
		/// This amendment can still be law.
		TooEarlyToDiscard,
		/// Citizens remove a founder in the Community tier alone.
		NotCommunity,
		/// There is no founder.
		NoFounder,
		/// The base must name exactly the articles that the changes touch, in order of their numbers, and exactly the
		/// parameters that are set, in the same order. `CharterApi.base_for` answers it.
		WrongBase,
		/// A parameter that this amendment sets has another value since it was written. Write it again for today's value.
		StaleParameter,
		/// This amendment sets a parameter twice. Set it once.
		SetTwice,
		/// Citizens have rejected this text. You can announce it again after some seasons: `CharterApi.founder` tells
		/// when.
		RejectedText,
		/// You have made or announced as many amendments as a founder may in one season. Wait for the next season.
		TooManyFounderAmendments,
		/// This amendment names a parameter without a value. Give it one.
		ParameterUnset,
		/// A parameter's new value is below its floor, which `CharterApi.parameters` tells.
		ParameterTooLow,
		/// A parameter's new value is above its ceiling, or above what the state can bear now. `CharterApi.parameters`
		/// tells the ceiling.
		ParameterTooHigh,
	}
}
