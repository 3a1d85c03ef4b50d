// SPDX-License-Identifier: Apache-2.0
//! What the calls of the SDK's pallets weigh on this runtime. Written by scripts/weights.

pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_balances;
pub mod pallet_identity;
pub mod pallet_migrations;
pub mod pallet_multisig;
pub mod pallet_nfts;
pub mod pallet_parameters;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_recovery;
pub mod pallet_referenda;
pub mod pallet_scheduler;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_treasury;
pub mod pallet_utility;
