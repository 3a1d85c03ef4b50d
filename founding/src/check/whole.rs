// SPDX-License-Identifier: Apache-2.0
//! Whether the state as a whole can live.

use super::Check;
use crate::{file::File, values::as_money, Founding};
use civitas_primitives::Tier;
use toml::Spanned;

/// With fewer validators, finality stops when one of them does.
const VALIDATORS_THAT_BEAR_A_LOSS: usize = 4;
/// What validators and registrars need for fees, in existential deposits: 1 CIV.
const FEES: u128 = 1_000;

impl Check<'_> {
	/// What the parts of a founding need of each other.
	pub(super) fn whole(&mut self, file: &File, founding: &Founding) {
		self.growth(file, founding);
		self.finality(file, founding);
		self.proposals(file, founding);
		self.fees(file, founding);
		self.shares(file, founding);
		self.ballots(founding);
	}

	/// A parameter's value, decided or not.
	fn decided(&self, founding: &Founding, name: &str) -> Option<u128> {
		let written = founding.parameters.iter().find(|it| it.name == name).map(|it| it.value);
		written.or_else(|| Some(self.rules.parameter(name)?.default))
	}

	/// Somebody can be admitted.
	fn growth(&mut self, file: &File, founding: &Founding) {
		let citizens = founding.citizens.len();
		if file.citizens.is_empty() {
			self.refuse::<()>(
				None,
				"there are no citizens",
				"Add a [[citizen]] for each person who founds the state: nobody else could admit anybody",
			);
			return;
		}
		if citizens < file.citizens.len() {
			// The others have problems of their own.
			return;
		}
		let needed = self.decided(founding, "required_vouches").unwrap_or_default();
		let enough = u128::try_from(citizens).is_ok_and(|citizens| citizens >= needed);
		if enough {
			return;
		}
		let what = format!("{citizens} citizens cannot give the {needed} vouches that an admission needs");
		match (&founding.founder, founding.tier) {
			(Some(_), Tier::Founding) => self.note::<()>(
				None,
				what,
				"Only the founder can admit people until there are enough. If the founder loses the key before that, \
				 the state is dead: begin with more citizens",
			),
			(Some(_), _) => self.refuse(
				Some(&file.power.get_ref().tier),
				format!("{what}, and the founder admits nobody in this tier"),
				"Begin with more citizens, with tier = \"Founding\", or with a lower `required_vouches`",
			),
			(None, _) => self.refuse::<()>(
				None,
				format!("{what}, and there is no founder who admits"),
				"Begin with more citizens, with a founder, or with a lower `required_vouches`",
			),
		}
	}

	/// Somebody makes blocks, and they become final.
	fn finality(&mut self, file: &File, founding: &Founding) {
		if file.validators.is_empty() {
			self.refuse::<()>(
				None,
				"there are no validators, so nobody would make blocks",
				"Add a [[validator]] for each machine; `civitas key session` prints one",
			);
		} else if file.validators.len() < VALIDATORS_THAT_BEAR_A_LOSS {
			self.note::<()>(
				None,
				format!("with {} validators, finality stops when one of them does", file.validators.len()),
				"Begin with at least 4, on machines of different owners",
			);
		}
		let needed = self.rules.key_deposit.saturating_add(self.for_fees());
		for (validator, written) in founding.validators.iter().zip(&file.validators) {
			let owned = founding.balance(&validator.account);
			if owned < needed && founding.validators.len() == file.validators.len() {
				self.refuse(
					Some(&written.get_ref().account),
					format!(
						"{} owns {}, and could never change its keys: the deposit is {}",
						validator.label,
						as_money(owned),
						as_money(self.rules.key_deposit)
					),
					format!("Add an [[allocation]] of at least {} for this account", as_money(needed)),
				);
			}
		}
	}

	/// Some citizen can propose, and pay what a decision needs.
	fn proposals(&mut self, file: &File, founding: &Founding) {
		let needed = self.rules.referendum_deposits();
		let richest = founding.citizens.iter().map(|citizen| founding.balance(&citizen.account)).max();
		if richest.is_some_and(|richest| richest < needed)
			&& founding.allocations.len() == file.allocations.len()
		{
			self.refuse::<()>(
				None,
				format!("no citizen can pay the deposits of a referendum, {}", as_money(needed)),
				"Add an [[allocation]] for a citizen: no money is made later, so nobody could ever propose",
			);
		}
	}

	/// Registrars can pay fees.
	fn fees(&mut self, file: &File, founding: &Founding) {
		if founding.territories.len() != file.territories.len() {
			return;
		}
		for (territory, written) in founding.territories.iter().zip(&file.territories) {
			if founding.balance(&territory.registrar) < self.for_fees() {
				self.refuse(
					Some(&written.get_ref().registrar),
					format!(
						"the registrar of {} cannot pay the fees of keeping the register",
						territory.name
					),
					format!(
						"Add an [[allocation]] of at least {} for this account",
						as_money(self.for_fees())
					),
				);
			}
			if territory.parcel_limit == 0 {
				self.refuse(
					Some(&written.get_ref().name),
					format!("{} has no room for parcels", territory.name),
					"Write in `parcel_limit` how many it can have",
				);
			}
		}
	}

	/// Parts that are shared out are not more than the whole, and money is not all in one hand.
	fn shares(&mut self, file: &File, founding: &Founding) {
		let at = |name: &str| -> Option<&Spanned<toml::Value>> {
			file.parameters.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
		};
		let whole = 10u128.pow(18);
		let parts =
			["dividend_part", "treasury_part"].map(|name| self.decided(founding, name).unwrap_or_default());
		if parts.iter().fold(0u128, |sum, part| sum.saturating_add(*part)) > whole {
			self.refuse(
				at("treasury_part").or_else(|| at("dividend_part")),
				"the citizens' part and the treasury's part are more than 100 % together",
				"Lower `dividend_part` or `treasury_part`",
			);
		}
		if self.decided(founding, "min_rate") > self.decided(founding, "max_rate") {
			self.refuse(
				at("min_rate").or_else(|| at("max_rate")),
				"the lowest rate is above the highest",
				"Lower `min_rate` or raise `max_rate`",
			);
		}
		let issuance = founding.issuance();
		if let Some(richest) = founding.allocations.iter().max_by_key(|it| it.amount) {
			if founding.allocations.len() > 1 && richest.amount > issuance / 2 {
				self.note::<()>(
					None,
					format!("{} owns more than half of all money", richest.label),
					"Money gives no power here, but whoever owns most of it can fill blocks and outbid others for land",
				);
			}
		}
	}

	/// Enough citizens to hide a ballot in.
	fn ballots(&mut self, founding: &Founding) {
		let needed = self.decided(founding, "min_ring_size").unwrap_or_default();
		let citizens = founding.citizens.len();
		if u128::try_from(citizens).is_ok_and(|citizens| citizens < needed) {
			self.note::<()>(
				None,
				format!("secret ballots need {needed} citizens, and there are {citizens}"),
				"Until then the only polls that can pass are appointments, which are decided by name",
			);
		}
		if founding.founder.is_some() && founding.tier == Tier::Founding {
			let soon = usize::try_from(founding.thresholds.consultative).unwrap_or(usize::MAX);
			if citizens >= soon {
				self.note::<()>(
					None,
					format!("there are enough citizens for the Consultative tier already ({soon})"),
					"The Founding tier ends after two censuses",
				);
			}
		}
	}

	fn for_fees(&self) -> u128 {
		self.rules.existential_deposit.saturating_mul(FEES)
	}
}
