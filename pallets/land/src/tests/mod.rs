// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test.

mod broken;
mod figures;
mod filings;
mod grid;
mod migration;
mod neighbourhood;
mod origins;
mod outline;
mod parts;
mod random;
mod registry;
mod residences;
mod views;
