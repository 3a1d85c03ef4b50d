// SPDX-License-Identifier: Apache-2.0
//! Changes of the storage layout.

pub mod v2;
