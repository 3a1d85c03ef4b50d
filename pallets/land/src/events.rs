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
			/// Who keeps its register.
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
		/// There is a new parcel.
		Registered {
			/// Its permanent number.
			parcel: ParcelId,
			/// The territory.
			territory: TerritoryId,
			/// The finest cell that it lies in.
			cell: CellId,
			/// What the registrar knows of it.
			survey: Survey,
			/// For whom it is reserved, or that it is in common ownership.
			title: Title<T::AccountId>,
		},
		/// A parcel is reserved for somebody else, or in common ownership.
		Reassigned {
			/// Which parcel.
			parcel: ParcelId,
			/// For whom it was reserved.
			old: T::AccountId,
			/// For whom it is reserved now; nobody means that it is in common ownership.
			new: Option<T::AccountId>,
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
			/// Who held it.
			old: Option<T::AccountId>,
			/// Who holds it now.
			new: Option<T::AccountId>,
		},
		/// A citizen says where they live.
		ResidenceDeclared {
			/// Which citizen.
			citizen: CitizenId,
			/// What they had said before.
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
			/// Where they lived until now.
			old: Option<ParcelId>,
			/// Where they live now.
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
			/// When it can happen.
			notice: Notice<BlockNumberFor<T>>,
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
