// SPDX-License-Identifier: Apache-2.0
//! The lists of a founding file: citizens, validators, money, parameters and territories.

use super::Check;
use crate::{
	file, roll_key,
	values::{self, address, any_bytes, as_money, as_parameter, bytes, money},
	Allocation, Balance, FirstCitizen, FirstValidator, Founding, Parameter, RollProof, SessionKeys,
	Territory,
};
use sp_core::{
	crypto::{ByteArray, Pair as _},
	ed25519, sr25519,
};
use sp_crypto_hashing::blake2_256;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// The names of the keys that development chains are made with. Everybody has their secrets.
const EVERYBODYS: [&str; 8] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two"];

/// Whether everybody has the secret of this public key.
fn is_everybodys(key: &[u8]) -> bool {
	let secrets = EVERYBODYS.iter().flat_map(|name| [format!("//{name}"), format!("//{name}//stash")]);
	let mut keys = secrets.flat_map(|secret| {
		let sr25519 = sr25519::Pair::from_string(&secret, None).map(|pair| pair.public().to_raw_vec());
		let ed25519 = ed25519::Pair::from_string(&secret, None).map(|pair| pair.public().to_raw_vec());
		[sr25519, ed25519]
	});
	keys.any(|known| known.is_ok_and(|known| known == key))
}

/// Whether everybody has the secret of this roll key.
fn is_everybodys_roll_key(key: &[u8; 32]) -> bool {
	use verifiable::{ring::bandersnatch::BandersnatchVrfVerifiable as Scheme, GenerateVerifiable};
	EVERYBODYS.iter().any(|name| {
		let entropy = blake2_256(&[b"civitas/dev-roll-key/", name.as_bytes()].concat());
		Scheme::member_from_secret(&Scheme::new_secret(entropy)) == *key
	})
}

impl Check<'_> {
	fn refuse_everybodys(&mut self, at: &Spanned<String>, key: &[u8], whose: &str) {
		if is_everybodys(key) {
			self.refuse(
				Some(at),
				format!("everybody has the secret of {whose}: it is a key for development"),
				"Make a key of your own. For a chain that nobody relies on, write `development = true` under [state]",
			);
		}
	}

	/// The first citizens that are sound.
	pub(super) fn citizens(
		&mut self,
		written: &[Spanned<file::Citizen>],
		founding: &Founding,
	) -> Vec<FirstCitizen> {
		let mut citizens: Vec<FirstCitizen> = Vec::new();
		for (spanned, number) in written.iter().zip(1..) {
			let it = spanned.get_ref();
			let account = self.account(&it.account);
			let roll_key = self.value(&it.roll_key, bytes::<32>(it.roll_key.get_ref(), "a roll key"));
			let proof = self.value(&it.proof, bytes::<64>(it.proof.get_ref(), "a proof"));
			let (Some(account), Some(roll_key), Some(proof)) = (account, roll_key, proof) else { continue };

			if citizens.iter().any(|other| other.account == account) {
				self.refuse(
					Some(&it.account),
					format!("the citizen {} is there twice", address(&account)),
					"Remove one of the two",
				);
				continue;
			}
			if citizens.iter().any(|other| other.roll_key == roll_key) {
				self.refuse(
					Some(&it.roll_key),
					"another citizen has the same roll key",
					"Ask this person for a key of their own: `civitas roll-key new`",
				);
			}
			if !roll_key::is_well_formed(&roll_key) {
				self.refuse(
					Some(&it.roll_key),
					"this is not a roll key",
					"Copy the line that `civitas roll-key prove` prints",
				);
			} else if !roll_key::is_founder_of(
				&RollProof { roll_key, proof },
				&founding.id,
				founding.charter.digest,
				&account,
			) {
				self.refuse(
					Some(&it.proof),
					"the proof is not by this roll key, for this account, this id and this charter",
					"Ask this person to run `civitas roll-key prove --founding FILE` again: a proof dies when the id or \
					 a letter of the charter changes",
				);
			}
			if !founding.is_development {
				self.refuse_everybodys(&it.account, account.as_slice(), "this citizen's account");
				if is_everybodys_roll_key(&roll_key) {
					self.refuse(
						Some(&it.roll_key),
						"everybody has the secret of this roll key: it is a key for development",
						"Ask this person for a key of their own: `civitas roll-key new`",
					);
				}
			}
			citizens.push(FirstCitizen { label: label(&it.name, "citizen", number), account, roll_key });
		}
		citizens
	}

	/// The first validators that are sound.
	pub(super) fn validators(
		&mut self,
		written: &[Spanned<file::Validator>],
		is_development: bool,
	) -> Vec<FirstValidator> {
		let mut validators: Vec<FirstValidator> = Vec::new();
		let mut seen = BTreeSet::new();
		for (spanned, number) in written.iter().zip(1..) {
			let it = spanned.get_ref();
			let account = self.account(&it.account);
			let keys = self.value(&it.keys, any_bytes(it.keys.get_ref(), "a validator's keys"));
			let proof = self.value(&it.proof, any_bytes(it.proof.get_ref(), "a validator's proof"));
			let (Some(account), Some(keys), Some(proof)) = (account, keys, proof) else { continue };

			if validators.iter().any(|other| other.account == account) {
				self.refuse(
					Some(&it.account),
					format!("the validator {} is there twice", address(&account)),
					"Remove one of the two. A person with two nodes needs two accounts",
				);
				continue;
			}
			let checked = SessionKeys::check(&self.rules.session_keys, &account, keys, &proof);
			let Some(keys) = self.value(&it.keys, checked) else { continue };
			let fresh: Vec<bool> =
				keys.each().map(|(kind, key)| seen.insert((kind.id.0, key.to_vec()))).collect();
			if fresh.contains(&false) {
				self.refuse(
					Some(&it.keys),
					"another validator has the same keys",
					"Two nodes with one key are punished: make keys on each machine with `civitas key session`",
				);
			}
			if !is_development {
				self.refuse_everybodys(&it.account, account.as_slice(), "this validator's account");
				if keys.each().any(|(_, key)| is_everybodys(key)) {
					self.refuse(
						Some(&it.keys),
						"everybody has the secret of these keys: they are for development",
						"Make keys with `civitas key session`",
					);
				}
			}
			validators.push(FirstValidator { label: label(&it.name, "validator", number), account, keys });
		}
		validators
	}

	/// Who owns what.
	pub(super) fn allocations(&mut self, written: &[Spanned<file::Allocation>]) -> Vec<Allocation> {
		let mut allocations: Vec<Allocation> = Vec::new();
		let mut total: Balance = 0;
		for (spanned, number) in written.iter().zip(1..) {
			let it = spanned.get_ref();
			let account = self.account(&it.account);
			let amount = self.value(&it.amount, money(it.amount.get_ref()));
			let (Some(account), Some(amount)) = (account, amount) else { continue };
			if allocations.iter().any(|other| other.account == account) {
				self.refuse(
					Some(&it.account),
					format!("{} has two allocations", address(&account)),
					"Put them together into one",
				);
				continue;
			}
			let least = self.rules.existential_deposit;
			if amount < least {
				self.refuse(
					Some(&it.amount),
					format!("an account must own at least {} to exist", as_money(least)),
					"Give it more, or leave it out",
				);
			}
			// Fees and deposits are multiplied with shares of up to 1e18, so the whole stays far below the largest number.
			match total.checked_add(amount).filter(|sum| *sum <= MAX_ISSUANCE) {
				Some(sum) => total = sum,
				None => {
					self.refuse(
						Some(&it.amount),
						format!("there would be more than {}", as_money(MAX_ISSUANCE)),
						"Give less: money is counted in units of 1e-12 CIV",
					);
					continue;
				}
			}
			allocations.push(Allocation { label: label(&it.name, "allocation", number), account, amount });
		}
		allocations
	}

	/// What the founders decide.
	pub(super) fn parameters(
		&mut self,
		written: &BTreeMap<Spanned<String>, Spanned<toml::Value>>,
	) -> Vec<Parameter> {
		let rules = self.rules;
		let mut parameters = Vec::new();
		for (name, written) in written {
			let Some(rule) = rules.parameter(name.get_ref()) else {
				let help = match nearest(name.get_ref(), rules.parameters.iter().map(|it| it.name.as_str())) {
					Some(nearest) => format!("Did you mean {nearest}?"),
					None => "`civitas found init` writes a file with the names of all parameters".into(),
				};
				self.refuse(Some(name), format!("there is no parameter {:?}", name.get_ref()), help);
				continue;
			};
			let value = values::parameter(written.get_ref(), rule.unit, rules.block_millis);
			let Some(value) = self.value(written, value) else { continue };
			let shown = |value| as_parameter(value, rule.unit);
			if value < rule.least || value > rule.ceiling {
				self.refuse(
					Some(written),
					format!("{} cannot be {}", rule.name, shown(value)),
					format!("Choose a value from {} to {}", shown(rule.least), shown(rule.ceiling)),
				);
				continue;
			}
			if value < rule.floor {
				self.note(
					Some(written),
					format!(
						"{} is below {}, the least that an amendment may set",
						rule.name,
						shown(rule.floor)
					),
					"That suits a chain for trying things; people cannot keep up with it",
				);
			}
			parameters.push(Parameter { name: rule.name.clone(), written: plain(written.get_ref()), value });
		}
		parameters
	}

	/// Where the state holds land.
	pub(super) fn territories(&mut self, written: &[Spanned<file::Territory>]) -> Vec<Territory> {
		let mut territories = Vec::new();
		for spanned in written {
			let it = spanned.get_ref();
			let name = it.name.get_ref();
			if name.trim().is_empty() || name.len() > self.rules.max_name {
				let what = format!("a territory's name has 1 to {} bytes", self.rules.max_name);
				self.refuse(Some(&it.name), what, "Choose another");
			}
			let host = it.host.get_ref();
			if host.len() != 2 || !host.bytes().all(|letter| letter.is_ascii_uppercase()) {
				self.refuse(
					Some(&it.host),
					format!("{host:?} is not a country"),
					"Write its two capital letters of ISO 3166-1, for example PT; XZ stands for the high seas",
				);
			}
			let Some(registrar) = self.account(&it.registrar) else { continue };
			territories.push(Territory {
				name: name.clone(),
				host: host.clone(),
				registrar,
				parcel_limit: it.parcel_limit,
			});
		}
		territories
	}
}

/// The most money that a state can begin with.
const MAX_ISSUANCE: Balance = 1_000_000_000_000 * 1_000_000_000_000;

fn label(name: &str, kind: &str, number: u32) -> String {
	match name.trim() {
		"" => format!("{kind} {number}"),
		name => name.into(),
	}
}

/// What a value is without quotes.
fn plain(value: &toml::Value) -> String {
	value.as_str().map_or_else(|| value.to_string(), Into::into)
}

/// The name that is most like `written`, if one is near.
fn nearest<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
	let words: BTreeSet<_> = written.split('_').collect();
	names
		.map(|name| (name.split('_').filter(|word| words.contains(word)).count(), name))
		.filter(|(common, _)| *common > 0)
		.max_by_key(|(common, name)| (*common, std::cmp::Reverse(name.len())))
		.map(|(_, name)| name)
}
