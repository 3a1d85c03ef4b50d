// SPDX-License-Identifier: Apache-2.0
//! How stored data changes with the storage version.

pub mod v2;
