// SPDX-License-Identifier: Apache-2.0
//! Whole-chain stories against the runtime, in Rust.
//!
//! [`Chain`] makes real blocks of signed transactions with the runtime's own `Executive`, on the state of the
//! development preset: every transaction extension, hook and inherent takes part. What needs a node, a network or a
//! client is told in `client/`.

use civitas_primitives::{Alias, Context, NextKey, RingId, RingProof, RollKey};
use civitas_runtime::{
	tx_extension, AccountId, Balance, Executive, Header, Runtime, RuntimeCall, RuntimeEvent, SignedPayload,
	System, UncheckedExtrinsic, SLOT_DURATION,
};
use parity_scale_codec::{Decode, Encode};
use sp_core::{sr25519, Pair as _};
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{Hash as _, Header as _},
	transaction_validity::{TransactionSource, TransactionValidity, TransactionValidityError},
	Digest, DigestItem, DispatchResult, MultiSignature,
};
use verifiable::{ring::bandersnatch::BandersnatchVrfVerifiable as Scheme, GenerateVerifiable};

/// A person with a key for transactions and a secret for ballots.
#[derive(Clone)]
pub struct Person {
	pair: sr25519::Pair,
	entropy: [u8; 32],
}

impl Person {
	/// One of the well-known development accounts, with the roll secret that the preset gives them.
	pub fn development(name: &str) -> Self {
		Self {
			pair: sr25519::Pair::from_string(&format!("//{name}"), None).expect("the path is valid"),
			entropy: civitas_runtime::roll_keys::development_entropy(name),
		}
	}

	/// Somebody new, who owns nothing.
	pub fn new(name: &str) -> Self {
		Self {
			pair: sr25519::Pair::from_string(&format!("//newcomer//{name}"), None)
				.expect("the path is valid"),
			entropy: sp_io::hashing::blake2_256(name.as_bytes()),
		}
	}

	/// The person's account.
	pub fn account(&self) -> AccountId {
		self.pair.public().into()
	}

	/// The person's roll key.
	pub fn roll_key(&self) -> RollKey {
		Scheme::member_from_secret(&Scheme::new_secret(self.entropy))
	}

	/// The call by which the person applies for citizenship, with a sponsor's deposit if there is one.
	pub fn application(&self) -> RuntimeCall {
		let deposit = match pallet_citizenship::Sponsorships::<Runtime>::contains_key(self.account()) {
			true => pallet_citizenship::DepositSource::Sponsored,
			false => pallet_citizenship::DepositSource::Own,
		};
		let roll_key = self.roll_key();
		let message = civitas_runtime::Citizenship::possession_message(&self.account(), &roll_key);
		let proof = Scheme::sign(&Scheme::new_secret(self.entropy), &message).expect("a secret signs");
		RuntimeCall::Citizenship(pallet_citizenship::Call::apply {
			charter: civitas_runtime::Charter::charter(),
			roll_key,
			proof,
			evidence_hash: sp_core::H256::repeat_byte(1),
			deposit,
		})
	}

	/// The call by which the person enrols the account of `ballot` in secret, as one of a ring of this season.
	pub fn enrolment(&self, ring: RingId, context: Context, ballot: &Person) -> RuntimeCall {
		self.enrolment_in(&civitas_runtime::Roll::ring_members(ring), ring, context, ballot)
	}

	/// As [`Self::enrolment`], with a proof for a ring of these keys, one of which must be the person's.
	pub fn enrolment_in(
		&self,
		keys: &[RollKey],
		ring: RingId,
		context: Context,
		ballot: &Person,
	) -> RuntimeCall {
		use civitas_runtime::Roll;
		let (season, at) = (civitas_runtime::Seasons::current().index, System::block_number() - 1);
		let (account, alias) = (ballot.account(), self.alias(context));
		let count = Roll::alias_info(season, context, alias).used;
		let message = Roll::message(season, context, &account, count, at).expect("the block is recent");
		let consent = Roll::consent(season, context, alias, count, at).expect("the block is recent");
		RuntimeCall::Roll(pallet_roll::Call::enrol {
			season,
			ring,
			context,
			account,
			alias,
			count,
			at,
			consent: ballot.pair.sign(&consent).into(),
			proof: self.prove(keys, context, &message),
		})
	}

	/// The call by which the person declares an income in secret, as one of a ring of this season.
	pub fn declaration(&self, ring: RingId, band: u8) -> RuntimeCall {
		let (season, at) = (civitas_runtime::Seasons::current().index, System::block_number() - 1);
		let alias = self.alias(Context::Income);
		let count = civitas_runtime::Census::declaration(alias).map_or(0, |declared| declared.acts);
		let mut message = b"civitas/census/income".to_vec();
		(System::block_hash(0), season, band, count, at, System::block_hash(at)).encode_to(&mut message);
		let keys = civitas_runtime::Roll::ring_members(ring);
		let proof = self.prove(&keys, Context::Income, &message);
		RuntimeCall::Census(pallet_census::Call::declare_income {
			season,
			ring,
			band,
			alias,
			count,
			at,
			proof,
		})
	}

	/// The person's alias in a context of this season.
	pub fn alias(&self, context: Context) -> Alias {
		let name = civitas_runtime::Roll::context_bytes(context, civitas_runtime::Seasons::current().index);
		Scheme::alias_in_context(&Scheme::new_secret(self.entropy), &name).expect("a secret has an alias")
	}

	/// Proves that the person is in a ring of these keys, for a context of this season.
	fn prove(&self, keys: &[RollKey], context: Context, message: &[u8]) -> Box<RingProof> {
		let name = civitas_runtime::Roll::context_bytes(context, civitas_runtime::Seasons::current().index);
		let secret = Scheme::new_secret(self.entropy);
		let opened = Scheme::open(civitas_ring_suite::DOMAIN, &self.roll_key(), keys.iter().copied())
			.expect("the person is in the ring");
		let (proof, _) = Scheme::create(opened, &secret, &name, message).expect("a member proves");
		Box::new(proof.into_inner().try_into().expect("a proof has its length"))
	}

	/// The person with another roll secret, and its key as one for the next season.
	pub fn with_next_key(&self, name: &str) -> (Self, NextKey) {
		let next = Self { entropy: sp_io::hashing::blake2_256(name.as_bytes()), ..self.clone() };
		let roll_key = next.roll_key();
		let message = civitas_runtime::Citizenship::possession_message(&self.account(), &roll_key);
		let proof = Scheme::sign(&Scheme::new_secret(next.entropy), &message).expect("a secret signs");
		(next, NextKey { roll_key, proof })
	}

	/// `call`, signed with the account's next nonce.
	pub fn sign(&self, call: RuntimeCall) -> UncheckedExtrinsic {
		self.sign_with_nonce(call, *System::account_nonce(self.account()))
	}

	/// `call`, signed with this nonce.
	pub fn sign_with_nonce(&self, call: RuntimeCall, nonce: u32) -> UncheckedExtrinsic {
		self.sign_with_tip(call, nonce, 0)
	}

	/// `call`, signed with this nonce and tip.
	pub fn sign_with_tip(&self, call: RuntimeCall, nonce: u32, tip: Balance) -> UncheckedExtrinsic {
		let extension = tx_extension(nonce, tip);
		let payload = SignedPayload::new(call.clone(), extension.clone()).expect("the extensions apply");
		let signature = payload.using_encoded(|bytes| self.pair.sign(bytes));
		UncheckedExtrinsic::new_signed(
			call,
			self.account().into(),
			MultiSignature::Sr25519(signature),
			extension,
		)
	}

	/// What the account can spend.
	pub fn free(&self) -> Balance {
		System::account(self.account()).data.free
	}
}

/// A chain under test. Its state is that of the thread's externalities, see [`run`].
pub struct Chain {
	parent: Header,
}

/// Runs `story` on a chain that begins with the development preset, then checks every invariant of ours and that no
/// money was made. Money is lost only where the runtime burns it, which stories do not do unless they say so.
pub fn run(story: impl FnOnce(&mut Chain)) {
	genesis().execute_with(|| {
		let issued = civitas_runtime::Balances::total_issuance();
		let mut chain = Chain::open();
		story(&mut chain);
		chain.close();
		assert_eq!(civitas_runtime::Balances::total_issuance(), issued, "money was made or lost");
		check_invariants();
	});
}

/// The state of the development preset.
pub fn genesis() -> TestExternalities {
	let preset = civitas_runtime::genesis::preset(&sp_genesis_builder::DEV_RUNTIME_PRESET.into())
		.expect("there is a development preset");
	let mut ext = TestExternalities::default();
	ext.execute_with(|| {
		let patch = serde_json::from_slice(&preset).expect("a preset is JSON");
		let mut config = serde_json::to_value(civitas_runtime::RuntimeGenesisConfig::default())
			.expect("the default genesis is JSON");
		merge(&mut config, patch);
		let config: civitas_runtime::RuntimeGenesisConfig =
			serde_json::from_value(config).expect("the preset fits the genesis");
		frame_support::traits::BuildGenesisConfig::build(&config);
	});
	ext.commit_all().expect("the genesis is written");
	ext
}

/// Overwrites in `target` what `patch` names.
fn merge(target: &mut serde_json::Value, patch: serde_json::Value) {
	match (target, patch) {
		(serde_json::Value::Object(target), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(target.entry(key).or_insert(serde_json::Value::Null), value);
			}
		}
		(target, patch) => *target = patch,
	}
}

/// Checks every invariant of our pallets.
pub fn check_invariants() {
	pallet_seasons::Pallet::<Runtime>::do_try_state().expect("the calendar is right");
	pallet_citizenship::Pallet::<Runtime>::do_try_state().expect("citizenship is right");
	pallet_census::Pallet::<Runtime>::do_try_state().expect("the census is right");
	pallet_roll::Pallet::<Runtime>::do_try_state().expect("the roll is right");
	pallet_charter::Pallet::<Runtime>::do_try_state().expect("the charter is right");
	pallet_quadratic_voting::Pallet::<Runtime>::do_try_state().expect("votes are right");
	pallet_polls::Pallet::<Runtime>::do_try_state().expect("the polls are right");
	pallet_outside_panel::Pallet::<Runtime>::do_try_state().expect("the outside panel is right");
	pallet_offices::Pallet::<Runtime>::do_try_state().expect("offices are right");
	pallet_block_space::Pallet::<Runtime>::do_try_state().expect("block space is right");
	pallet_recovery_friends::Pallet::<Runtime>::do_try_state().expect("recovery friends are right");
	pallet_land::Pallet::<Runtime>::do_try_state().expect("the register of land is right");
	pallet_floating_tax::Pallet::<Runtime>::do_try_state().expect("floating rates are right");
	pallet_harberger::Pallet::<Runtime>::do_try_state().expect("holdings are right");
	pallet_revenue::Pallet::<Runtime>::do_try_state().expect("the revenue is right");
	pallet_dividend::Pallet::<Runtime>::do_try_state().expect("the dividend is right");
}

impl Chain {
	/// Opens the first block on the state as it is.
	pub fn open() -> Self {
		let genesis = Header::new(
			0,
			Default::default(),
			sp_io::storage::root(sp_core::storage::StateVersion::V1)[..]
				.try_into()
				.map(|root: [u8; 32]| root.into())
				.expect("a root has 32 bytes"),
			Default::default(),
			Default::default(),
		);
		let mut chain = Self { parent: genesis };
		chain.begin();
		chain
	}

	/// Opens the next block: its slot, its hooks and its inherents.
	pub fn begin(&mut self) {
		let number = self.parent.number + 1;
		// The first slot is not zero, as on a real chain.
		let slot = 1_000_000 + u64::from(number);
		let digest = Digest {
			logs: vec![DigestItem::PreRuntime(
				sp_consensus_babe::BABE_ENGINE_ID,
				sp_consensus_babe::digests::PreDigest::SecondaryPlain(
					sp_consensus_babe::digests::SecondaryPlainPreDigest {
						authority_index: 0,
						slot: slot.into(),
					},
				)
				.encode(),
			)],
		};
		let header = Header::new(number, Default::default(), Default::default(), self.parent.hash(), digest);
		Executive::initialize_block(&header);
		let now = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: slot * SLOT_DURATION });
		Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(now))
			.expect("the inherent is valid")
			.expect("the inherent succeeds");
	}

	/// Closes the open block. Its events and its weight stay to be read until the next is opened.
	pub fn close(&mut self) {
		self.parent = Executive::finalize_block();
	}

	/// Closes the block and opens the next.
	pub fn next_block(&mut self) {
		self.close();
		self.begin();
	}

	/// Goes on to block `number`.
	pub fn go_to(&mut self, number: u32) {
		while System::block_number() < number {
			self.next_block();
		}
	}

	/// Goes on to the first block of the next season.
	pub fn next_season(&mut self) {
		let ends = civitas_runtime::Seasons::current().ends;
		self.go_to(ends);
	}

	/// `call` without a signer, for calls that say themselves who may make them.
	pub fn general(&self, call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, tx_extension(0, 0))
	}

	/// What the pool would say about a transaction.
	pub fn validate(&self, transaction: UncheckedExtrinsic) -> TransactionValidity {
		// As it arrives from outside: encoded.
		let transaction = UncheckedExtrinsic::decode(&mut &transaction.encode()[..]).expect("it decodes");
		// The pool begins a block of its own for it, and forgets it.
		let parent = self.parent.hash();
		frame_support::hypothetically!(Executive::validate_transaction(
			TransactionSource::External,
			transaction,
			parent
		))
	}

	/// Puts a transaction into the open block. The outer result says whether the block may hold it.
	pub fn include(
		&mut self,
		transaction: UncheckedExtrinsic,
	) -> Result<DispatchResult, TransactionValidityError> {
		Executive::apply_extrinsic(transaction).map(|inner| inner.map(|_| ()))
	}

	/// Signs `call` and puts it into the open block, which must accept it.
	pub fn submit(&mut self, who: &Person, call: RuntimeCall) -> DispatchResult {
		self.include(who.sign(call)).expect("the block accepts the transaction")
	}

	/// Makes `newcomer` a citizen by the founder's right, with a deposit that the founder sponsors.
	pub fn admit(&mut self, newcomer: &Person) -> civitas_primitives::CitizenId {
		let founder = Person::development("Alice");
		let applicant = newcomer.account();
		let sponsor = pallet_citizenship::Call::sponsor { applicant: applicant.clone() };
		self.submit(&founder, sponsor.into()).expect("the founder can sponsor");
		self.submit(newcomer, newcomer.application()).expect("the application is right");
		let admit = pallet_citizenship::Call::admit { applicant: applicant.clone() };
		self.submit(&founder, admit.into()).expect("the founder can admit");
		civitas_runtime::Citizenship::citizen_of(applicant).expect("the newcomer is a citizen")
	}

	/// The events of the open block so far.
	pub fn events(&self) -> Vec<RuntimeEvent> {
		System::events().into_iter().map(|record| record.event).collect()
	}
}

/// The hash of a text kept off chain.
pub fn hash(text: &str) -> sp_core::H256 {
	sp_runtime::traits::BlakeTwo256::hash(text.as_bytes())
}
