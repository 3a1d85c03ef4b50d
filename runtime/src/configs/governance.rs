//! Governance: who may change the parameters. Referenda and the charter come here.

use crate::{parameters::RuntimeParameters, *};
use frame_support::traits::AsEnsureOriginWithArg;
use frame_system::EnsureRoot;

impl pallet_parameters::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	/// Nobody, until amendments of the charter can: no account has root's powers.
	type AdminOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
	type WeightInfo = weights::pallet_parameters::WeightInfo<Runtime>;
}
