// SPDX-License-Identifier: Apache-2.0
//! The roll's behaviour, one rule a test.

mod broken;
mod cells;
mod enrolling;
mod migrating;
mod origins;
mod properties;
mod real;
mod sealing;
mod upkeep;
