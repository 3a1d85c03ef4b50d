// SPDX-License-Identifier: Apache-2.0
//! How older storage becomes what this code reads.

pub mod v2;
