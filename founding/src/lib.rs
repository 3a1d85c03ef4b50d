// SPDX-License-Identifier: Apache-2.0
//! Founding files: what a state begins with, checked before its chain starts.
//!
//! # Overview
//!
//! Founders write one small file in TOML and a charter in Markdown. The file names the founder, the first citizens,
//! the validators, who owns what, the parameters and the territories. [`read`] checks it and answers with a
//! [`Founding`], or with every [`Problem`] in it: each says in which line it is and what to do. [`Founding::genesis`]
//! makes of it what the runtime's genesis is built from, and [`Founding::report`] one page that people can read and
//! sign.
//!
//! The crate does not know the runtime. What it must know of one, the node says in [`Rules`].
//!
//! # How a state is founded
//!
//! 1. A founder writes the files, see [`template`], and sends them to the first citizens and validators.
//! 2. Each citizen makes a [`RollSecret`] and proves the roll key for this state, this charter and one account.
//! 3. Each validator makes session keys and proves that they belong to one account, see [`SessionKeys::make`].
//! 4. The founder puts the keys and the proofs into the file. Anybody can check it.
//! 5. The node builds the genesis from the checked file.
//!
//! `docs/founding.md` shows the commands.
//!
//! # What is refused
//!
//! Every file that the runtime cannot build a genesis from, and every state that would begin dead or trap its founder:
//!
//! - nobody could ever be admitted, since there is no founder who admits and too few citizens who vouch;
//! - nobody could ever propose, since no citizen can pay the deposits of a referendum;
//! - validators could never change their keys, since they cannot pay the deposit for keys;
//! - a founder would begin without power, or without money for fees;
//! - a tier would wait for a founder who does not exist;
//! - a key is nobody's: it has no proof, appears twice, or is a development key that everybody knows;
//! - the chain would have the id of another one.
//!
//! What a state can live with, but its founders should know, is a [`Founding::notes`] entry.

#![warn(missing_docs)]

mod charter;
mod check;
mod file;
mod genesis;
mod problem;
mod report;
mod roll_key;
mod rules;
mod session;
mod template;
#[cfg(test)]
mod tests;
mod values;
mod words;

pub use charter::Charter;
pub use check::{header, read, Header};
pub use problem::{Problem, Problems};
pub use report::Sealed;
pub use roll_key::{RollProof, RollSecret};
pub use rules::{ParameterRule, Rules, Unit};
pub use session::{KeyKind, SessionKeys};
pub use template::template;
pub use values::{account, address};

use civitas_primitives::{RollKey, Tier, TierThresholds};
use serde_json::Value;
use sp_core::crypto::AccountId32;

/// An amount of money, in units of 1e-12 CIV.
pub type Balance = u128;

/// A state that can begin: a founding file in which nothing is wrong.
#[derive(Clone, Debug)]
pub struct Founding {
	/// What people call the state.
	pub name: String,
	/// What nodes call its chain. Also the protocol's id, so that nodes of two states do not talk to each other.
	pub id: String,
	/// Whether the chain is one for development, whose keys everybody may know.
	pub is_development: bool,
	/// Where new nodes find others.
	pub bootnodes: Vec<String>,
	/// The first version of the charter.
	pub charter: Charter,
	/// The founder, if there is one. A citizen.
	pub founder: Option<AccountId32>,
	/// The tier that the state begins in.
	pub tier: Tier,
	/// How many citizens each tier needs.
	pub thresholds: TierThresholds,
	/// The first citizens.
	pub citizens: Vec<FirstCitizen>,
	/// The first validators.
	pub validators: Vec<FirstValidator>,
	/// Who owns what.
	pub allocations: Vec<Allocation>,
	/// What the founders decide differently from the runtime's defaults.
	pub parameters: Vec<Parameter>,
	/// Where the state holds land.
	pub territories: Vec<Territory>,
	/// What the founders should know about this founding, and can live with.
	pub notes: Vec<Problem>,
}

/// One of the first citizens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstCitizen {
	/// What the report calls this person. It is never on the chain.
	pub label: String,
	/// The citizen's account.
	pub account: AccountId32,
	/// The key under which the citizen votes in secret.
	pub roll_key: RollKey,
}

/// One of the first validators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstValidator {
	/// What the report calls this validator. It is never on the chain.
	pub label: String,
	/// The validator's account.
	pub account: AccountId32,
	/// The keys that the validator's node signs with.
	pub keys: SessionKeys,
}

/// What an account owns at the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
	/// What the report says about this allocation. It is never on the chain.
	pub label: String,
	/// The owner.
	pub account: AccountId32,
	/// How much.
	pub amount: Balance,
}

/// A parameter that the founders have decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
	/// Its name, as in the file.
	pub name: String,
	/// What the file says.
	pub written: String,
	/// Its value in the runtime's unit.
	pub value: u128,
}

/// A territory that the state begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
	/// Its name.
	pub name: String,
	/// The country whose law it lies under, in two capital letters.
	pub host: String,
	/// Who keeps its register.
	pub registrar: AccountId32,
	/// How many parcels it can have.
	pub parcel_limit: u32,
}

impl Founding {
	/// What this founding changes in the runtime's genesis, as JSON.
	pub fn genesis(&self) -> Value {
		genesis::patch(self)
	}

	/// All money that there is at the beginning.
	pub fn issuance(&self) -> Balance {
		self.allocations.iter().map(|allocation| allocation.amount).fold(0, Balance::saturating_add)
	}

	/// What `account` owns at the beginning.
	pub fn balance(&self, account: &AccountId32) -> Balance {
		let of = self.allocations.iter().find(|allocation| allocation.account == *account);
		of.map_or(0, |allocation| allocation.amount)
	}

	/// One page about this founding that people can read and sign, in Markdown.
	pub fn report(&self, sealed: Option<&Sealed>) -> String {
		report::write(self, sealed)
	}
}
