// SPDX-License-Identifier: Apache-2.0
//! Each pallet's configuration, by topic.

pub mod accounts;
pub mod consensus;
pub mod governance;
pub mod land;
pub mod money;
pub mod people;
pub mod system;
