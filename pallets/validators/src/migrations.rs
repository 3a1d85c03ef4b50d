//! How a chain without elections comes to have them.

use crate::*;
use frame_support::traits::OnRuntimeUpgrade;

/// Gives the seats to the validators of the session under way. They serve until enough candidates are elected.
///
/// For chains that began without this pallet. It does nothing where somebody has a seat already.
pub struct SeatValidators<T>(core::marker::PhantomData<T>);

impl<T: Config> OnRuntimeUpgrade for SeatValidators<T> {
	fn on_runtime_upgrade() -> Weight {
		if !Serving::<T>::get().is_empty() {
			return T::DbWeight::get().reads(1);
		}
		let mut validators = <T::Sessions as SessionInterface>::validators();
		validators.sort();
		let number = u64::try_from(validators.len()).unwrap_or(u64::MAX);
		Pallet::<T>::seat(0, validators.clone());
		HasChanged::<T>::kill();
		let session = Pallet::<T>::session();
		for account in validators {
			let record = Record { since: session, last_active: session, ..Default::default() };
			Records::<T>::insert(account, record);
		}
		T::DbWeight::get().reads_writes(number.saturating_add(4), number.saturating_mul(2).saturating_add(3))
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(_: Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		Pallet::<T>::do_try_state()
	}
}
