// SPDX-License-Identifier: Apache-2.0
//! Governance: who decides, by which track, and what each of them may do.
//!
//! - [`origins`]: what a passed referendum speaks as.
//! - [`tracks`]: how referenda of each kind are decided.
//! - [`voters`]: who may propose and vote.
//!
//! No call is filtered by name. A track's origin is a type of its own, and a pallet accepts exactly those that its
//! configuration names; a batch, a proxy or a schedule passes the origin on and gives it nothing. What each of them
//! reaches is listed in docs/governance.md and in a test that tries every call of the runtime as every origin.

pub mod origins;
pub mod tracks;
pub mod voters;
