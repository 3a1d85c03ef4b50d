//! Soulbound citizenship: who belongs, how one joins, and how one leaves.
//!
//! # Overview
//!
//! A person becomes a citizen by accepting one exact version of the charter and finding citizens who vouch for
//! them. Citizenship belongs to the person: it cannot be bought, sold or given away, and it outlives a lost key.
//! Whoever has no money can be sponsored, and the acts of a citizen's daily life are free within a quota. A
//! citizen may leave at any moment, whatever else is going on, with everything that is theirs.
//!
//! # Life cycle
//!
//! 1. [`Pallet::sponsor`]: anyone may pay the deposit for somebody else. Optional.
//! 2. [`Pallet::apply`]: the applicant accepts the charter, registers a roll key and pays the deposit, or lets the
//!    sponsor's count.
//! 3. [`Pallet::vouch`]: citizens stand behind the applicant.
//! 4. [`Pallet::challenge`]: a citizen may object with a bond; [`Pallet::rule`] decides, and the loser's money goes
//!    to the winner. If nobody rules in time, [`Pallet::lapse_challenge`] lets the application go on.
//! 5. [`Pallet::admit`]: anyone completes the admission when the vouches stand and the challenge period is over.
//!    The deposit returns and a passport is issued. In the Founding tier, the founder may admit directly.
//! 6. [`Pallet::rotate`] moves the citizenship to another account, [`Pallet::replace_roll_key`] changes the key.
//! 7. [`Pallet::renounce`], or [`Pallet::revoke`] by the justice track, ends it.
//!
//! # Terms
//!
//! - *Evidence hash*, *reason hash*: the Blake2-256 hash of a text kept off chain. No personal data is on chain.
//! - *Open vouch*: a vouch for an application that has not ended yet.
//! - *Free act*: a vouch, its withdrawal, a rotation or a new roll key. Each citizen has some per season; further
//!   ones cost the usual fee.
//!
//! # Free calls
//!
//! A call is free only if it is certain to succeed: the test that spares the fee is the one that the call itself
//! makes. It is made before the transaction pool accepts the call, and again before a block includes it. What
//! would fail pays like any other call, so nobody can fill blocks for nothing.
//!
//! # Invariants
//!
//! - **I1** Each citizen has one account and each account at most one citizen; every id is below the next one.
//! - **I2** The headcount equals the number of citizens of each standing.
//! - **I3** Each roll key belongs to one citizen or one applicant, and each of these has one.
//! - **I4** A vouch stands in the application and with the voucher, once in each, and every voucher is active.
//! - **I5** What is held from an account equals its deposits and bonds.
//! - **I6** A challenge stands in the application and with the challenger.
//! - **I7** Nobody is both applicant and citizen; every citizen and every sponsored account is kept alive by a
//!   reference.
//! - **I8** Each citizen's account holds that citizen's passport.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use impls::{EnsureFounder, MayAdmit, MayAppoint};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod admission;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
pub mod runtime_api;
mod standing;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use civitas_primitives::{
	Calendar, CharterRef, CitizenId, Headcount, OnCitizenship, OnExit, Passports, PossessionProof, RollKey,
	RollKeys, Tiers,
};
use frame_support::{
	pallet_prelude::*,
	traits::fungible::{Inspect, InspectHold, Mutate, MutateHold},
};
use frame_system::pallet_prelude::*;
use sp_core::H256;

/// An amount of the currency that deposits and bonds are made in.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
/// A citizen's record.
pub type CitizenOf<T> = Citizen<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// An application's record.
pub type ApplicationOf<T> =
	Application<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
/// A challenge's record.
pub type ChallengeOf<T> = Challenge<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
/// A deposit's record.
pub type DepositOf<T> = Deposit<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money of deposits and bonds. Nothing is spent here: amounts are held, released or handed over.
		type Currency: Inspect<Self::AccountId>
			+ Mutate<Self::AccountId>
			+ InspectHold<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// How far power has moved outward.
		type Tiers: Tiers;

		/// The charter in force: what applicants accept.
		type Charter: Get<CharterRef>;

		/// Checks roll keys.
		type RollKeys: RollKeys;

		/// The picture of citizenship in wallets.
		type Passports: Passports<Self::AccountId>;

		/// Who else learns of admissions, exits and changes of standing.
		type OnCitizenship: OnCitizenship;

		/// Who gives those who leave what is theirs.
		type OnExit: OnExit<Self::AccountId>;

		/// Who rules on challenged applications.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who suspends, reinstates and revokes.
		type JusticeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The refundable deposit of an application.
		type ApplicationDeposit: Get<BalanceOf<Self>>;

		/// The bond of a challenge.
		type ChallengeBond: Get<BalanceOf<Self>>;

		/// For how many blocks an application can be challenged, and waits.
		type ChallengePeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks a challenge waits for a ruling before anyone may end it.
		type RulingPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks an application stays open. Not less than the challenge period.
		type ApplicationLifetime: Get<BlockNumberFor<Self>>;

		/// How many vouches an admission needs. At most [`MAX_VOUCHES`].
		type RequiredVouches: Get<u32>;

		/// How many vouches a citizen can have open. At most [`MAX_VOUCHES`].
		type MaxOpenVouches: Get<u32>;

		/// For how many seasons those who vouched for a fraud may not vouch.
		type VoucherLiability: Get<u32>;

		/// How many free acts a citizen has in a season.
		type FreeActsPerSeason: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why an account's money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit of an application, made or sponsored. It returns when the application ends.
		#[codec(index = 0)]
		ApplicationDeposit,
		/// The bond of a challenge. It returns unless the challenge is dismissed.
		#[codec(index = 1)]
		ChallengeBond,
	}

	/// The citizens. An entry is made at admission and removed at exit; nobody pays for it.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Citizens<T: Config> = StorageMap<_, Twox64Concat, CitizenId, CitizenOf<T>>;

	/// The citizen behind each account. Lives and ends with the citizen's entry.
	#[pallet::storage]
	pub type CitizenIds<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, CitizenId>;

	/// The number that the next citizen gets.
	#[pallet::storage]
	pub type NextCitizenId<T: Config> = StorageValue<_, CitizenId, ValueQuery>;

	/// How many citizens there are, by standing.
	#[pallet::storage]
	pub type Citizenship<T: Config> = StorageValue<_, Headcount, ValueQuery>;

	/// Open applications, by applicant. Paid for by the deposit; removed when the application ends.
	#[pallet::storage]
	pub type Applications<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ApplicationOf<T>>;

	/// Sponsorships that wait for their applicant to apply, by applicant. The value says who paid.
	#[pallet::storage]
	pub type Sponsorships<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, DepositOf<T>>;

	/// Whose each roll key is. Lives and ends with the citizen or the application.
	// Applicants choose the keys.
	#[pallet::storage]
	pub type RollKeyOwners<T: Config> = StorageMap<_, Blake2_128Concat, RollKey, RollKeyOwner<T::AccountId>>;

	/// The founder, as long as there is one. Written at genesis, removed for good.
	#[pallet::storage]
	pub type Founder<T: Config> = StorageValue<_, CitizenId>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The first citizens and their roll keys, in order. They have nobody to vouch for them, and have accepted the
		/// charter of the genesis.
		pub citizens: alloc::vec::Vec<(T::AccountId, H256)>,
		/// The founder: one of the citizens, or nobody.
		pub founder: Option<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found(self).expect("the genesis citizens are valid and distinct; qed");
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody has paid the deposit for a future applicant.
		Sponsored {
			/// For whom.
			applicant: T::AccountId,
			/// Who paid.
			sponsor: T::AccountId,
			/// How much is held from the sponsor.
			deposit: BalanceOf<T>,
		},
		/// A sponsor has taken back an offer that was not used.
		SponsorshipWithdrawn {
			/// For whom it was.
			applicant: T::AccountId,
			/// Who had paid.
			sponsor: T::AccountId,
		},
		/// Somebody has accepted the charter and asks to become a citizen.
		Applied {
			/// Who applies.
			applicant: T::AccountId,
			/// The charter version accepted.
			charter: CharterRef,
			/// The key under which the applicant will vote secretly.
			roll_key: RollKey,
			/// The hash of the evidence shown to vouchers.
			evidence_hash: H256,
		},
		/// An application has ended without admission.
		ApplicationClosed {
			/// Whose application.
			applicant: T::AccountId,
			/// How it ended.
			closure: Closure,
		},
		/// A citizen stands behind an applicant.
		Vouched {
			/// For whom.
			applicant: T::AccountId,
			/// Which citizen.
			voucher: CitizenId,
		},
		/// A citizen no longer stands behind an applicant.
		VouchWithdrawn {
			/// For whom.
			applicant: T::AccountId,
			/// Which citizen.
			voucher: CitizenId,
		},
		/// A citizen objects to an application.
		Challenged {
			/// Whose application.
			applicant: T::AccountId,
			/// Which citizen objects.
			challenger: CitizenId,
			/// How much is held from the challenger.
			bond: BalanceOf<T>,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A challenge has ended without a ruling: nobody ruled in time, or the challenger lost full standing. The
		/// bond is back with the challenger.
		ChallengeLapsed {
			/// Whose application was challenged.
			applicant: T::AccountId,
			/// Which citizen had objected.
			challenger: CitizenId,
		},
		/// A challenge has been decided.
		Ruled {
			/// Whose application was challenged.
			applicant: T::AccountId,
			/// Which citizen had objected.
			challenger: CitizenId,
			/// The decision.
			ruling: Ruling,
			/// How much the loser has paid to the winner.
			award: BalanceOf<T>,
		},
		/// There is a new citizen.
		Admitted {
			/// The citizen's permanent number.
			citizen: CitizenId,
			/// The citizen's account.
			account: T::AccountId,
			/// By which right.
			admission: Admission,
		},
		/// A citizen has left of their own will.
		Renounced {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A citizen has been suspended.
		Suspended {
			/// Which citizen.
			citizen: CitizenId,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A citizen is back in full standing.
		Reinstated {
			/// Which citizen.
			citizen: CitizenId,
		},
		/// A citizen has lost citizenship.
		Revoked {
			/// Which citizen.
			citizen: CitizenId,
			/// On which grounds.
			grounds: Grounds,
			/// The hash of the reasons.
			reason_hash: H256,
		},
		/// A citizen may not vouch for some time, having vouched for a fraud.
		VouchingSuspended {
			/// Which citizen.
			citizen: CitizenId,
			/// The first block in which the citizen may vouch again.
			until: BlockNumberFor<T>,
		},
		/// A citizen acts through another account from now on.
		Rotated {
			/// Which citizen.
			citizen: CitizenId,
			/// The account until now.
			old: T::AccountId,
			/// The account from now on.
			new: T::AccountId,
		},
		/// A citizen has another roll key.
		RollKeyReplaced {
			/// Which citizen.
			citizen: CitizenId,
			/// The key until now.
			old: RollKey,
			/// The key from now on.
			new: RollKey,
		},
		/// The founder has left the office, or the state: nobody has a founder's powers any more.
		FounderLeft {
			/// Which citizen.
			citizen: CitizenId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// There is no citizen with this number.
		UnknownCitizen,
		/// This citizen is suspended and cannot do this.
		NotActive,
		/// This citizen is not suspended.
		NotSuspended,
		/// This account is a citizen's already.
		AlreadyCitizen,
		/// This account has an open application already.
		AlreadyApplied,
		/// This account has no open application.
		UnknownApplicant,
		/// This is not today's charter. Read the charter in force and accept exactly that version.
		OutdatedCharter,
		/// The roll key is not a valid Bandersnatch public key.
		InvalidRollKey,
		/// The proof does not show that you hold the secret of this roll key, for this account and this chain.
		InvalidPossessionProof,
		/// Somebody has registered this roll key already. Make a fresh one.
		RollKeyTaken,
		/// Somebody sponsors this account already.
		AlreadySponsored,
		/// You do not sponsor this account.
		NotSponsor,
		/// Nobody sponsors themselves. Apply: that pays your own deposit.
		SelfSponsored,
		/// You may not vouch yet: new citizens wait one season, and whoever vouched for a fraud waits longer.
		TooEarlyToVouch,
		/// You vouch for this applicant already.
		AlreadyVouched,
		/// You do not vouch for this applicant.
		NotVouched,
		/// You have as many open vouches as the charter allows. Wait for one to end, or withdraw it.
		TooManyOpenVouches,
		/// This applicant has as many vouches as can be counted.
		TooManyVouches,
		/// This application is challenged already, and awaits a ruling.
		AlreadyChallenged,
		/// This application is not challenged.
		NotChallenged,
		/// The time in which this application could be challenged is over.
		TooLateToChallenge,
		/// You have an open challenge already.
		ChallengeOpen,
		/// This application is challenged: it cannot end before the ruling.
		AwaitsRuling,
		/// The challenge period is not over yet.
		TooEarlyToAdmit,
		/// Too few citizens vouch for this applicant.
		TooFewVouches,
		/// This application has not stood open for as long as the charter allows.
		TooEarlyToClose,
		/// There is still time for a ruling on this challenge.
		TooEarlyToLapse,
		/// All numbers for citizens are given away.
		TooManyCitizens,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Asks to become a citizen. Any account that is not a citizen's may call this.
		///
		/// The applicant accepts exactly the charter given here, registers a roll key, and pays the deposit
		/// unless a sponsor has. `proof` is made with the roll key's secret over the message that the runtime
		/// API `CitizenshipApi_possession_message` returns. Free for sponsored applicants.
		///
		/// Emits `Applied`. Refused with `OutdatedCharter` if the charter has changed, with `InvalidRollKey`,
		/// `InvalidPossessionProof` or `RollKeyTaken` for a key that cannot be registered.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, charter: &CharterRef, roll_key: &RollKey,
			proof: &PossessionProof, _evidence_hash: &H256| -> bool {
			Pallet::<T>::is_free_apply(origin, charter, roll_key, proof)
		})]
		pub fn apply(
			origin: OriginFor<T>,
			charter: CharterRef,
			roll_key: RollKey,
			proof: PossessionProof,
			evidence_hash: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_apply(who, charter, roll_key, proof, evidence_hash)
		}

		/// Withdraws one's own application; the deposit returns to whoever paid it. Free.
		///
		/// Emits `ApplicationClosed`. Refused with `AwaitsRuling` while a challenge is open.
		#[pallet::call_index(1)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_withdrawal(origin) })]
		pub fn withdraw_application(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_application(who)
		}

		/// Pays the deposit for somebody who has not applied yet, and keeps their account alive so that it can act
		/// without owning a token. Anyone may.
		///
		/// The deposit returns to the sponsor when the application ends. Emits `Sponsored`. Refused with
		/// `AlreadySponsored`, `AlreadyApplied`, `AlreadyCitizen` or `SelfSponsored` if there is nothing to sponsor.
		#[pallet::call_index(2)]
		pub fn sponsor(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_sponsor(who, applicant)
		}

		/// Takes a sponsor's deposit back, unless a challenge is open. If the applicant has applied with it, the
		/// application ends.
		///
		/// Emits `SponsorshipWithdrawn`, or `ApplicationClosed`. Refused with `NotSponsor`, or `AwaitsRuling`.
		#[pallet::call_index(3)]
		pub fn withdraw_sponsorship(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_sponsorship(who, applicant)
		}

		/// Stands behind an applicant. Any active citizen may, but new ones wait for one season. A free act.
		///
		/// Who vouches for a fraud loses the right to vouch for some seasons. Emits `Vouched`.
		#[pallet::call_index(4)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_vouch(origin, applicant)
		})]
		pub fn vouch(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vouch(who, applicant)
		}

		/// Stops standing behind an applicant. A free act.
		///
		/// Emits `VouchWithdrawn`. Refused with `NotVouched` if there is no such vouch.
		#[pallet::call_index(5)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_vouch_withdrawal(origin, applicant)
		})]
		pub fn withdraw_vouch(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_vouch(who, applicant)
		}

		/// Objects to an application within the challenge period, with a bond. Any active citizen may, once at a
		/// time.
		///
		/// If the challenge is upheld, the challenger gets the application's deposit; if it is dismissed, the
		/// applicant gets the bond. Emits `Challenged`.
		#[pallet::call_index(6)]
		pub fn challenge(origin: OriginFor<T>, applicant: T::AccountId, reason_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge(who, applicant, reason_hash)
		}

		/// Decides a challenge. Only the arbiter may.
		///
		/// Emits `Ruled`, and `ApplicationClosed` if the challenge is upheld.
		#[pallet::call_index(7)]
		pub fn rule(origin: OriginFor<T>, applicant: T::AccountId, ruling: Ruling) -> DispatchResult {
			T::ArbiterOrigin::ensure_origin(origin)?;
			Self::do_rule(applicant, ruling)
		}

		/// Closes an application that has stood open for too long. Anyone may, and pays nothing. The deposit returns.
		///
		/// Emits `ApplicationClosed`. Refused with `TooEarlyToClose`, or `AwaitsRuling` while a challenge is open.
		#[pallet::call_index(8)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_closure(origin, applicant)
		})]
		pub fn close_application(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_application(applicant)
		}

		/// Makes an applicant a citizen. Anyone may once enough citizens vouch and the challenge period is over,
		/// and pays nothing. In the Founding tier, the founder may at once.
		///
		/// Returns the deposit and issues the passport. Emits `Admitted`. Refused with `TooFewVouches`,
		/// `TooEarlyToAdmit` or `AwaitsRuling`.
		#[pallet::call_index(9)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_admission(origin, applicant)
		})]
		pub fn admit(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_admit(who, applicant)
		}

		/// Leaves the state, at once and for good. Any citizen may, at any time, free of charge.
		///
		/// Open vouches are withdrawn, an open challenge lapses and its bond returns. Emits `Renounced`.
		#[pallet::call_index(10)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_renunciation(origin) })]
		pub fn renounce(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_renounce(who)
		}

		/// Suspends a citizen. Only the justice track may.
		///
		/// Open vouches are withdrawn, an open challenge lapses. Emits `Suspended`.
		#[pallet::call_index(11)]
		pub fn suspend(origin: OriginFor<T>, citizen: CitizenId, reason_hash: H256) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_suspend(citizen, reason_hash)
		}

		/// Restores a suspended citizen's full standing. Only the justice track may. Emits `Reinstated`.
		#[pallet::call_index(12)]
		pub fn reinstate(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_reinstate(citizen)
		}

		/// Ends a citizenship against the citizen's will. Only the justice track may.
		///
		/// If it was obtained by fraud, those who vouched may not vouch for some seasons. Emits `Revoked`, and
		/// `VouchingSuspended` for each of them.
		#[pallet::call_index(13)]
		pub fn revoke(
			origin: OriginFor<T>,
			citizen: CitizenId,
			grounds: Grounds,
			reason_hash: H256,
		) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_revoke(citizen, grounds, reason_hash)
		}

		/// Moves one's citizenship to another account. The citizen may, or, if the key is lost, whoever the
		/// recovery pallet lets act for the account. A free act.
		///
		/// The passport and the roll key move with it; money does not. Emits `Rotated`. Refused with
		/// `AlreadyCitizen`, `AlreadyApplied` or `AlreadySponsored` if the new account has a place of its own.
		#[pallet::call_index(14)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, new_account: &T::AccountId| -> bool {
			Pallet::<T>::is_free_rotation(origin, new_account)
		})]
		pub fn rotate(origin: OriginFor<T>, new_account: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rotate(who, new_account)
		}

		/// Replaces one's roll key, with the same proof as in `apply`. Takes effect at the next sealing of the
		/// roll. Any active citizen may. A free act.
		///
		/// Emits `RollKeyReplaced`.
		#[pallet::call_index(15)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, new_key: &RollKey, proof: &PossessionProof| -> bool {
			Pallet::<T>::is_free_key_replacement(origin, new_key, proof)
		})]
		pub fn replace_roll_key(
			origin: OriginFor<T>,
			new_key: RollKey,
			proof: PossessionProof,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_replace_roll_key(who, new_key, proof)
		}

		/// Ends a challenge that nobody has ruled on in time; the application goes on. Anyone may, and pays nothing.
		/// The bond returns.
		///
		/// Emits `ChallengeLapsed`. Refused with `TooEarlyToLapse`.
		#[pallet::call_index(16)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, applicant: &T::AccountId| -> bool {
			Pallet::<T>::is_free_lapse(origin, applicant)
		})]
		pub fn lapse_challenge(origin: OriginFor<T>, applicant: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse_challenge(applicant)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The citizen behind an account.
		pub fn citizen_of(account: T::AccountId) -> Option<CitizenId> {
			CitizenIds::<T>::get(account)
		}

		/// How many citizens there are, by standing.
		pub fn headcount() -> Headcount {
			Citizenship::<T>::get()
		}

		/// The charter that applicants accept today.
		pub fn charter() -> CharterRef {
			T::Charter::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::RequiredVouches::get() <= MAX_VOUCHES,
				"an application cannot hold the required vouches"
			);
			assert!(T::MaxOpenVouches::get() <= MAX_VOUCHES, "a citizen cannot hold that many open vouches");
			assert!(
				T::ApplicationLifetime::get() >= T::ChallengePeriod::get(),
				"applications lapse before they can be admitted"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
