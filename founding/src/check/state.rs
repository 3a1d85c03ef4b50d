// SPDX-License-Identifier: Apache-2.0
//! The name of a state, and who has power in it.

use super::Check;
use crate::{
	file::{Power, State},
	values::as_money,
	Founding,
};
use civitas_primitives::Tier;
use toml::Spanned;

/// The most characters of a state's name and of a chain's id.
const MAX_STATE_NAME: usize = 64;
const MAX_ID: usize = 32;
/// The tiers, as they are written.
const TIERS: [(&str, Tier); 4] = [
	("Founding", Tier::Founding),
	("Consultative", Tier::Consultative),
	("Shared", Tier::Shared),
	("Community", Tier::Community),
];

impl Check<'_> {
	pub(super) fn state(&mut self, state: &State) {
		let name = state.name.get_ref().trim();
		if name.is_empty() || name.chars().count() > MAX_STATE_NAME || name.contains('\n') {
			self.refuse(
				Some(&state.name),
				format!("a state's name is one line of 1 to {MAX_STATE_NAME} characters"),
				"Choose another",
			);
		}
		self.id(&state.id);
		for bootnode in &state.bootnodes {
			let address = bootnode.get_ref();
			let parts: Vec<_> = address.split('/').collect();
			let peer = parts.iter().rev().take(2).rev().copied().collect::<Vec<_>>();
			if !address.starts_with('/') || !matches!(peer[..], ["p2p", id] if !id.is_empty()) {
				self.refuse(
					Some(bootnode),
					format!("{address:?} is not the address of a node"),
					"Write for example \"/dns/node.example.org/tcp/30333/p2p/12D3KooW…\"; `civitas key inspect-node-key` \
					 prints the last part",
				);
			}
		}
		if state.bootnodes.is_empty() {
			self.note::<()>(
				None,
				"no bootnode is named, so new nodes do not find the network by themselves",
				"Name one or two under [state] in `bootnodes`, or tell every operator to start with --bootnodes",
			);
		}
		if state.development {
			self.note::<()>(
				None,
				"this is a chain for development: keys that everybody knows are accepted",
				"Remove `development = true` before people rely on the state",
			);
		}
	}

	fn id(&mut self, id: &Spanned<String>) {
		let written = id.get_ref();
		let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
		let begins = written.starts_with(|letter: char| letter.is_ascii_lowercase());
		if !begins || written.len() > MAX_ID || !written.chars().all(allowed) {
			self.refuse(
				Some(id),
				format!("{written:?} is not an id"),
				format!("Use 1 to {MAX_ID} small letters, digits and hyphens, and begin with a letter"),
			);
		} else if self.rules.taken_ids.iter().any(|taken| taken == written) {
			self.refuse(
				Some(id),
				format!("{written:?} is the id of another chain"),
				"Choose another id: nodes keep chains apart by it",
			);
		}
	}

	/// Who founds, and what that person can do.
	pub(super) fn power(&mut self, spanned: &Spanned<Power>, founding: &mut Founding) {
		let power = spanned.get_ref();
		let Some((_, tier)) = TIERS.iter().find(|(name, _)| name == power.tier.get_ref()) else {
			self.refuse(
				Some(&power.tier),
				format!("there is no tier {:?}", power.tier.get_ref()),
				"Write Founding, Consultative, Shared or Community",
			);
			return;
		};
		founding.tier = *tier;
		let Some(written) = &power.founder else {
			if *tier != Tier::Community {
				self.refuse(
					Some(&power.tier),
					format!("the tier {tier:?} is for a state with a founder, and none is named"),
					"Name one in `founder`, or write tier = \"Community\"",
				);
			}
			return;
		};
		let Some(founder) = self.account(written) else { return };
		if *tier == Tier::Community {
			self.refuse(
				Some(&power.tier),
				"a founder has no power in the tier Community, and tiers never go back",
				"Write tier = \"Founding\", or remove the founder",
			);
		}
		if !founding.citizens.iter().any(|citizen| citizen.account == founder) {
			self.refuse(
				Some(written),
				"the founder is not one of the citizens",
				"Add a [[citizen]] with this account, or name a citizen's account",
			);
		}
		let needed = self.rules.referendum_deposits();
		let owned = founding.balance(&founder);
		if owned < needed {
			self.refuse(
				Some(written),
				format!("the founder owns {}, and cannot pay fees and deposits", as_money(owned)),
				format!("Add an [[allocation]] of at least {} for this account", as_money(needed)),
			);
		}
		founding.founder = Some(founder);
	}
}
