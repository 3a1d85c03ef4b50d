//! A small chain around the pallet: a register of citizens, a calendar that tests turn by hand, a grid of three
//! scales, and wallets that prove with a stand-in for the cryptography or with the real one.

use crate as pallet_roll;
use crate::*;
use civitas_primitives::{
	CitizenshipChange, Headcount, OnAttendance, OnCitizenship, OnResidence, OnSeason, ProofError, Season,
	Standing,
};
use civitas_ring_suite::{HostSuite, Rings, DOMAIN};
use frame_support::{
	derive_impl, parameter_types,
	traits::{Authorize, ConstU64, Hooks, UnfilteredDispatchable},
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_io::{hashing::blake2_256, TestExternalities};
use sp_runtime::{testing::TestSignature, BuildStorage};
use std::{cell::RefCell, collections::BTreeMap};
use verifiable::{ring::bandersnatch::BandersnatchVrfVerifiable as Wallet, GenerateVerifiable};

pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Roll = pallet_roll;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BlockHashCount = ConstU64<100>;
}

/// A citizen as the register knows them. The account of citizen `n` is `1000 + n`.
#[derive(Clone, Copy)]
pub struct Entry {
	pub standing: Standing,
	pub secret: u32,
}

thread_local! {
	static REGISTER: RefCell<BTreeMap<CitizenId, Entry>> = RefCell::default();
	/// The rings that the stand-in has committed to.
	static RINGS: RefCell<BTreeMap<RingCommitment, Vec<RollKey>>> = RefCell::default();
}

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 0;
	pub static NextId: CitizenId = 0;
	pub static RingSize: u32 = 6;
	pub static MinRingSize: u32 = 3;
	pub static UpkeepWeight: Weight = Weight::from_parts(900_000_000_000, u64::MAX);
	/// Whether the real cryptography is used.
	pub static Real: bool = false;
	/// What makes this chain's lots differ from another's.
	pub static Salt: u64 = 0;
	pub static MovePeriod: u64 = 20;
	pub const ProofWindow: u64 = 64;
}

/// Randomness that is new in each block.
pub struct Lottery;

impl Randomness<H256, u64> for Lottery {
	fn random(subject: &[u8]) -> (H256, u64) {
		let now = System::block_number();
		(blake2_256(&(subject, Salt::get(), now).encode()).into(), now)
	}
}

pub struct StubCalendar;

impl Calendar for StubCalendar {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Season { index: CurrentSeason::get(), start: 0 }
	}
	fn season_length() -> u64 {
		100
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		CurrentSeason::set(index);
	}
}

pub struct Register;

impl Citizenry<u64> for Register {
	fn citizen(account: &u64) -> Option<CitizenId> {
		let id = CitizenId::try_from((*account).checked_sub(1000)?).ok()?;
		Self::standing(id).map(|_| id)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		REGISTER.with_borrow(|all| all.get(&citizen).map(|entry| entry.standing))
	}
	fn headcount() -> Headcount {
		let count = |standing| {
			REGISTER.with_borrow(|all| all.values().filter(|one| one.standing == standing).count() as u32)
		};
		Headcount { active: count(Standing::Active), suspended: count(Standing::Suspended) }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Self::citizen(account).unwrap_or_else(admit)
	}
}

/// Three scales: a house number, its block of two, its quarter of four.
pub struct Grid;

/// The cell at a scale.
pub const fn cell(scale: u64, number: u64) -> CellId {
	(scale << 32) | number
}

impl Cells for Grid {
	fn coarser(cell: CellId) -> Option<CellId> {
		let (scale, number) = (cell >> 32, cell & 0xffff_ffff);
		(scale < 2).then_some(((scale + 1) << 32) | (number >> 1))
	}
	const LEVELS: u32 = 3;
}

/// The real rings, or a stand-in that remembers which keys it has committed to and reads secrets out of proofs.
pub struct TestRings;

type RealRings = Rings<HostSuite>;

impl RingVrf for TestRings {
	const CAPACITY: u32 = 255;

	fn commit(keys: &[RollKey]) -> Option<RingCommitment> {
		if Real::get() {
			return RealRings::commit(keys);
		}
		let mut commitment = [0; 288];
		commitment[..32].copy_from_slice(&blake2_256(&keys.encode()));
		RINGS.with_borrow_mut(|rings| rings.insert(commitment, keys.to_vec()));
		Some(commitment)
	}

	fn verify(
		ring: &RingCommitment,
		context: &[u8],
		message: &[u8],
		proof: &RingProof,
	) -> Result<Alias, ProofError> {
		if Real::get() {
			return RealRings::verify(ring, context, message, proof);
		}
		let Some(mut secret) = proof.strip_prefix(b"proof") else { return Err(ProofError::Malformed) };
		let secret = u32::decode(&mut secret).map_err(|_| ProofError::Malformed)?;
		let keys = RINGS.with_borrow(|rings| rings.get(ring).cloned()).ok_or(ProofError::Invalid)?;
		let sound = keys.contains(&key(secret)) && proof == &stand_in(secret, context, message);
		sound.then(|| stand_in_alias(secret, context)).ok_or(ProofError::Invalid)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn make_key(seed: [u8; 32]) -> RollKey {
		RealRings::make_key(seed)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn recorded() -> civitas_primitives::RecordedProof {
		Real::set(true);
		RealRings::recorded()
	}
}

fn stand_in(secret: u32, context: &[u8], message: &[u8]) -> RingProof {
	let mut proof = [0; 785];
	proof[..5].copy_from_slice(b"proof");
	proof[5..9].copy_from_slice(&secret.encode());
	proof[9..41].copy_from_slice(&blake2_256(&(secret, context, message).encode()));
	proof
}

fn stand_in_alias(secret: u32, context: &[u8]) -> Alias {
	blake2_256(&(b"alias", secret, context).encode())
}

fn real_secret(secret: u32) -> <Wallet as GenerateVerifiable>::Secret {
	Wallet::new_secret(blake2_256(&secret.encode()))
}

/// The roll key of a secret.
pub fn key(secret: u32) -> RollKey {
	if Real::get() {
		Wallet::member_from_secret(&real_secret(secret))
	} else {
		blake2_256(&(b"key", secret).encode())
	}
}

/// The alias of a secret.
pub fn alias(secret: u32, context: Context, season: SeasonIndex) -> Alias {
	let context = Roll::context_bytes(context, season);
	if Real::get() {
		Wallet::alias_in_context(&real_secret(secret), &context).expect("a secret has an alias")
	} else {
		stand_in_alias(secret, &context)
	}
}

/// A proof that the holder of `secret` is in a ring with these keys. The stand-in proves for anybody; the ring
/// refuses strangers.
pub fn prove(secret: u32, keys: &[RollKey], context: &[u8], message: &[u8]) -> RingProof {
	if !Real::get() {
		return stand_in(secret, context, message);
	}
	let opened = Wallet::open(DOMAIN, &key(secret), keys.iter().copied()).expect("the secret is in the ring");
	let (proof, _) = Wallet::create(opened, &real_secret(secret), context, message).expect("it proves");
	proof.into_inner().try_into().expect("a proof has its length")
}

/// The account of the tests that holds land.
pub const LANDHOLDER: u64 = 9_057;

pub struct Landholder;

impl civitas_primitives::KnownAccounts<u64> for Landholder {
	fn is_known(account: &u64) -> bool {
		*account == LANDHOLDER
	}
}

impl pallet_roll::Config for Test {
	type Calendar = StubCalendar;
	type Citizenry = Register;
	type KnownAccounts = Landholder;
	type Rings = TestRings;
	type Cells = Grid;
	type RingSize = RingSize;
	type MinRingSize = MinRingSize;
	type UpkeepWeight = UpkeepWeight;
	type Consent = TestSignature;
	type Randomness = Lottery;
	type ProofWindow = ProofWindow;
	type MovePeriod = MovePeriod;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type Signers = ();
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::Signers<u64, TestSignature> for () {
	fn sign(message: impl FnOnce(&u64) -> Vec<u8>) -> (u64, TestSignature) {
		(77, TestSignature(77, message(&77)))
	}
}

/// What a wallet sends to enrol `account` with `secret` in `ring` this season, naming the last block.
pub fn enrolment(secret: u32, ring: RingId, context: Context, account: u64) -> Call<Test> {
	enrolment_at(secret, ring, context, account, System::block_number() - 1)
}

/// The same, naming the block `at`.
pub fn enrolment_at(secret: u32, ring: RingId, context: Context, account: u64, at: u64) -> Call<Test> {
	let season = CurrentSeason::get();
	let alias = alias(secret, context, season);
	let count = Roll::alias_info(season, context, alias).used;
	let name = Roll::context_bytes(context, season);
	let message = Roll::message(season, context, &account, count, at).expect("the block is recent");
	let proof = Box::new(prove(secret, &Roll::ring_members(ring), &name, &message));
	let consent = Roll::consent(season, context, alias, count, at).expect("the block is recent");
	let consent = TestSignature(account, consent);
	Call::enrol { season, ring, context, account, alias, count, at, consent, proof }
}

/// Goes on to a block.
pub fn go_to(block: u64) {
	for over in System::block_number()..block {
		frame_system::BlockHash::<Test>::insert(over, H256::from_low_u64_be(over + 1));
	}
	System::set_block_number(block);
}

/// Goes on by some blocks.
pub fn wait(blocks: u64) {
	go_to(System::block_number() + blocks);
}

/// Submits a call as the pool and a block do.
pub fn submit(call: Call<Test>) -> Result<(), TransactionValidityError> {
	let verdict = call.authorize(TransactionSource::External).expect("every call is authorized");
	verdict?;
	let origin: RuntimeOrigin = RawOrigin::Authorized.into();
	call.dispatch_bypass_filter(origin).expect("what is authorized succeeds");
	Ok(())
}

/// How the pool refuses with an error of the pallet.
pub fn refused(error: Error<Test>) -> Result<(), TransactionValidityError> {
	Err(Roll::refusal(error))
}

/// Enrols a citizen for the nation.
pub fn enrol(citizen: CitizenId, account: u64) -> Result<(), TransactionValidityError> {
	let secret = REGISTER.with_borrow(|all| all[&citizen].secret);
	enrol_secret(secret, seat(citizen), account)
}

/// Enrols with a secret for the nation.
pub fn enrol_secret(secret: u32, ring: RingId, account: u64) -> Result<(), TransactionValidityError> {
	submit(enrolment(secret, ring, Context::Nation, account))
}

/// The ring that a citizen sits in.
pub fn seat(citizen: CitizenId) -> RingId {
	Roll::ring_of(citizen, Context::Nation).expect("the citizen has a seat")
}

/// Admits the next citizen, with a secret of their own.
pub fn admit() -> CitizenId {
	let id = NextId::get();
	NextId::set(id + 1);
	REGISTER.with_borrow_mut(|all| all.insert(id, Entry { standing: Standing::Active, secret: id }));
	Roll::changed(
		id,
		CitizenshipChange::Admitted { roll_key: key(id), admission: civitas_primitives::Admission::Vouched },
	);
	id
}

/// Admits some citizens.
pub fn admit_many(number: u32) -> Vec<CitizenId> {
	(0..number).map(|_| admit()).collect()
}

/// Gives a citizen another key.
pub fn rekey(id: CitizenId, secret: u32) {
	REGISTER.with_borrow_mut(|all| all.get_mut(&id).expect("the test names a citizen").secret = secret);
	Roll::changed(id, CitizenshipChange::RollKeyReplaced { roll_key: key(secret) });
}

/// Suspends a citizen.
pub fn suspend(id: CitizenId) {
	set_standing(id, Standing::Suspended);
	Roll::changed(id, CitizenshipChange::Suspended);
}

/// Restores a citizen.
pub fn reinstate(id: CitizenId) {
	set_standing(id, Standing::Active);
	Roll::changed(id, CitizenshipChange::Reinstated);
}

fn set_standing(id: CitizenId, standing: Standing) {
	REGISTER.with_borrow_mut(|all| all.get_mut(&id).expect("the test names a citizen").standing = standing);
}

/// Lets a citizen leave.
pub fn leave(id: CitizenId) {
	let entry = REGISTER.with_borrow_mut(|all| all.remove(&id)).expect("the test names a citizen");
	Roll::changed(id, CitizenshipChange::Left { standing: entry.standing });
}

/// A citizen says "I am here".
pub fn attest(id: CitizenId) {
	Roll::attested(id);
}

/// Everybody says "I am here".
pub fn attest_all() {
	let all: Vec<_> = REGISTER.with_borrow(|all| all.keys().copied().collect());
	all.into_iter().for_each(attest);
}

/// A citizen moves house.
pub fn move_to(id: CitizenId, home: Option<CellId>) {
	Roll::moved(id, home);
}

/// Turns the season. Nothing is sealed yet.
pub fn turn() {
	wait(10);
	CurrentSeason::mutate(|season| *season += 1);
	Roll::turn(CurrentSeason::get());
}

/// Lets blocks be idle until nothing is left to do.
pub fn idle() {
	let before = (CurrentSealing::<Test>::get(), Unbuilt::<Test>::iter().count());
	Roll::on_idle(System::block_number(), Weight::MAX);
	let after = (CurrentSealing::<Test>::get(), Unbuilt::<Test>::iter().count());
	if before != after {
		idle();
	}
}

/// A new season with a sealed and built roll.
pub fn next_season() {
	turn();
	idle();
	assert!(Roll::roll_info().complete);
}

/// The citizens of each ring of the nation.
pub fn nation() -> Vec<Vec<CitizenId>> {
	rings(Group::Nation)
}

/// The citizens of each ring of a group.
pub fn rings(group: Group) -> Vec<Vec<CitizenId>> {
	(0..Shapes::<Test>::get(group).rings)
		.map(|number| {
			let mut members: Vec<_> =
				Seating::<Test>::get(group.ring(number)).into_iter().map(|member| member.citizen).collect();
			members.sort();
			members
		})
		.collect()
}

/// The state at genesis: nobody.
pub fn build() -> TestExternalities {
	REGISTER.with_borrow_mut(|all| all.clear());
	RINGS.with_borrow_mut(|all| all.clear());
	CurrentSeason::set(0);
	NextId::set(0);
	RingSize::set(6);
	MinRingSize::set(3);
	UpkeepWeight::set(Weight::from_parts(900_000_000_000, u64::MAX));
	Real::set(false);
	Salt::set(0);
	MovePeriod::set(20);
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to refuse");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		Roll::do_try_state().expect("every invariant holds");
	});
}
