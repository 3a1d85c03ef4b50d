// SPDX-License-Identifier: Apache-2.0
//! Changes of the storage layout, oldest first.

pub mod v2;
