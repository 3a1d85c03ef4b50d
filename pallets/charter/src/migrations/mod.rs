// SPDX-License-Identifier: Apache-2.0
//! How older layouts of the storage become today's.

pub mod v2;
