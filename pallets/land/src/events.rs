//! What the pallet says has happened.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new territory.
		TerritoryOpened {
			/// Its permanent number.
			territory: TerritoryId,
			/// Its name.
			name: Name,
			/// The host country.
			host: Country,
			/// The registrar.
			registrar: T::AccountId,
			/// How many parcels it can have.
			parcel_limit: u32,
		},
		/// A territory has another registrar.
		RegistrarAppointed {
			/// Which territory.
			territory: TerritoryId,
			/// The registrar until now.
			old: T::AccountId,
			/// The registrar from now on.
			new: T::AccountId,
		},
		/// A territory can have more or fewer parcels.
		ParcelLimitSet {
			/// Which territory.
			territory: TerritoryId,
			/// The limit until now.
			old: u32,
			/// The limit from now on.
			new: u32,
		},
		/// There is a new parcel. One with the title `Filed` is not in effect before its public notice is over.
		Registered {
			/// Its permanent number.
			parcel: ParcelId,
			/// The territory.
			territory: TerritoryId,
			/// The finest cell that it lies in.
			cell: CellId,
			/// The facts that the registrar entered.
			survey: Survey,
			/// Its title.
			title: TitleOf<T>,
		},
		/// A change of a parcel is under public notice.
		Filed {
			/// Which parcel.
			parcel: ParcelId,
			/// The change that is planned.
			change: ChangeOf<T>,
			/// The first block in which it can take effect.
			from: BlockNumberFor<T>,
		},
		/// The holder has agreed to the change filed for their parcel.
		Agreed {
			/// Which parcel.
			parcel: ParcelId,
			/// The account that did so.
			holder: T::AccountId,
		},
		/// A change is under public notice no more.
		FilingEnded {
			/// Of which parcel.
			parcel: ParcelId,
			/// How it ended.
			end: FilingEnd,
		},
		/// Somebody objects to a change under public notice.
		Challenged {
			/// Of which parcel.
			parcel: ParcelId,
			/// The account that objects.
			challenger: T::AccountId,
			/// The block of the challenge. With parcel and challenger, it names the challenge.
			since: BlockNumberFor<T>,
			/// The bond held from them, in units of 1e-12 CIV.
			bond: Balance,
			/// The hash of their reasons.
			reason_hash: H256,
		},
		/// A challenge is over.
		ChallengeEnded {
			/// Of which parcel's change.
			parcel: ParcelId,
			/// The previous holder.
			challenger: T::AccountId,
			/// How it ended.
			end: ChallengeEnd,
		},
		/// A court's judgment has been entered. Events that say what has changed follow.
		Rectified {
			/// Which parcel it is about.
			parcel: ParcelId,
		},
		/// A parcel is in common ownership, reserved or public.
		Redesignated {
			/// Which parcel.
			parcel: ParcelId,
			/// Its title until now.
			old: TitleOf<T>,
			/// Its title from now on.
			new: TitleOf<T>,
		},
		/// The tiles, the unit, the area or the deed of a parcel are others.
		Resurveyed {
			/// Which parcel.
			parcel: ParcelId,
			/// The state that holds now.
			survey: Survey,
		},
		/// A parcel has been divided.
		Divided {
			/// Which parcel.
			parcel: ParcelId,
			/// The parts. The first is the parcel itself.
			parts: Vec<ParcelId>,
		},
		/// A parcel has been joined to another one. Its number is never used again.
		Joined {
			/// The one that there is still.
			parcel: ParcelId,
			/// The one that is no more.
			other: ParcelId,
		},
		/// A parcel has another name, use or document.
		Described {
			/// Which parcel.
			parcel: ParcelId,
			/// The description until now.
			old: Description,
			/// The description from now on.
			new: Description,
		},
		/// A parcel that was entered by mistake is no more. Its number is never used again.
		Struck {
			/// Which parcel.
			parcel: ParcelId,
		},
		/// A parcel has another holder, or is in common ownership.
		TitlePassed {
			/// Which parcel.
			parcel: ParcelId,
			/// The previous holder.
			old: Option<T::AccountId>,
			/// The new holder.
			new: Option<T::AccountId>,
		},
		/// A citizen says where they live.
		ResidenceDeclared {
			/// Which citizen.
			citizen: CitizenId,
			/// The residence declared before.
			old: Option<ParcelId>,
			/// The parcel.
			new: ParcelId,
		},
		/// A declaration of residence is no more.
		DeclarationWithdrawn {
			/// Which citizen's.
			citizen: CitizenId,
			/// The parcel.
			parcel: ParcelId,
		},
		/// A citizen lives somewhere, as somebody entitled to say so agrees.
		ResidenceConfirmed {
			/// Which citizen.
			citizen: CitizenId,
			/// The former home.
			old: Option<ParcelId>,
			/// The new home.
			new: ParcelId,
			/// The holder or registrar who agrees.
			by: T::AccountId,
		},
		/// A resident may be evicted some time from now.
		NoticeGiven {
			/// Which citizen.
			citizen: CitizenId,
			/// The parcel.
			parcel: ParcelId,
			/// When it can happen, and why.
			notice: Notice<BlockNumberFor<T>>,
			/// The registrar or holder who has given it.
			by: T::AccountId,
		},
		/// Justice has forbidden an eviction.
		EvictionStayed {
			/// Which citizen's.
			citizen: CitizenId,
			/// The parcel.
			parcel: ParcelId,
			/// The first block in which there can be another notice.
			until: BlockNumberFor<T>,
		},
		/// A citizen does not live there any more.
		ResidenceEnded {
			/// Which citizen.
			citizen: CitizenId,
			/// The parcel.
			parcel: ParcelId,
			/// How it ended.
			departure: Departure,
		},
	}
}
