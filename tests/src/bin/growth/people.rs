//! Citizens: how they are seeded, and what an admission and an attestation cost.

use crate::measure::{self, commit, free, measure, next_season, paid, spread, Act, Cost};
use civitas_primitives::{Alias, Ballot, CitizenId, Context, Passport, Passports, RingId, Standing};
use civitas_runtime::{passports::NftPassports, AccountId, Charter, Roll, Runtime, System};
use civitas_tests::{genesis, Person};
use frame_support::{traits::Hooks, weights::Weight};
use pallet_citizenship::{Citizen, RollKeyOwner};
use pallet_dividend::Entitlement;
use pallet_roll::{Elector, Enrolment, Group, Seat, Shape, Speaker, Status, MAX_RING};
use parity_scale_codec::Encode;
use sp_io::{hashing::blake2_256, TestExternalities};
use std::ops::Range;

/// The first citizen who is seeded: the preset has four.
const FIRST: CitizenId = 4;

/// In larger states than this one, citizens are without passports if no call that is measured touches them: they are a
/// third of the state, and memory is short.
const WITH_PASSPORTS: u32 = 100_000;

/// Whether citizens have passports.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Papers {
	Passports,
	None,
}

impl Papers {
	/// Those of a state of this size, in which no call touches any.
	pub fn untouched(size: u32) -> Self {
		if size > WITH_PASSPORTS {
			Self::None
		} else {
			Self::Passports
		}
	}
}

/// The number of the `n`th seeded citizen.
pub fn citizen(n: u32) -> CitizenId {
	FIRST + n
}

/// The account of the `n`th seeded citizen.
pub fn account(n: u32) -> AccountId {
	blake2_256(&("seeded", n).encode()).into()
}

/// The roll key of the `n`th seeded citizen, with which nobody can prove anything.
fn roll_key(n: u32) -> [u8; 32] {
	blake2_256(&("seeded key", n).encode())
}

/// The ballot account of the `n`th seeded citizen.
pub fn ballot_account(n: u32) -> AccountId {
	blake2_256(&("seeded ballot", n).encode()).into()
}

/// The alias of the `n`th seeded citizen.
pub fn alias(n: u32) -> Alias {
	blake2_256(&("seeded alias", n).encode())
}

/// The development chain with the live chain's terms, in the first season, whose roll is sealed.
pub fn founded() -> TestExternalities {
	let mut ext = genesis();
	ext.execute_with(|| {
		System::set_block_number(1);
		let _ = pallet_parameters::Parameters::<Runtime>::clear(u32::MAX, None);
		for _ in 0..20 {
			Roll::on_idle(1, Weight::MAX);
		}
		assert!(Roll::roll_info().complete, "the first roll is sealed and built");
		System::reset_events();
	});
	commit(&mut ext);
	ext
}

/// A state of `size` citizens more than those of the preset.
pub fn seeded(size: u32) -> TestExternalities {
	seeded_with(size, Papers::Passports)
}

/// The same, with passports or without.
pub fn seeded_with(size: u32, papers: Papers) -> TestExternalities {
	let mut ext = founded();
	measure::seed(&mut ext, size, |batch| admit_all(batch, papers, |_| None));
	ext
}

/// Writes citizens, as their admissions and the sealing of the roll would have, but without their proofs. Each sits in
/// a ring of the nation that waits to be built, and in another one of a cell if `local` says so.
pub fn admit_all(batch: Range<u32>, papers: Papers, local: impl Fn(u32) -> Option<RingId>) {
	let charter = Charter::charter();
	for n in batch.clone() {
		let (id, who, roll_key) = (citizen(n), account(n), roll_key(n));
		pallet_citizenship::CitizenIds::<Runtime>::insert(&who, id);
		pallet_citizenship::RollKeyOwners::<Runtime>::insert(roll_key, RollKeyOwner::Citizen(id));
		pallet_citizenship::Citizens::<Runtime>::insert(
			id,
			Citizen {
				account: who.clone(),
				standing: Standing::Active,
				// As if from the beginning: a season takes in far fewer.
				admitted_at: 0,
				admitted_in: 0,
				charter,
				roll_key,
				vouchers: Default::default(),
				open_vouches: Default::default(),
				bound_vouches: Default::default(),
				open_challenges: Default::default(),
				may_vouch_from: 0,
				free_acts: Default::default(),
			},
		);
		System::inc_sufficients(&who);
		if papers == Papers::Passports {
			let passport = Passport { number: id, admitted: 0, charter_version: charter.version };
			NftPassports::issue(&who, passport).expect("the passport is new");
		}
		pallet_census::LastAttested::<Runtime>::insert(id, 0);
		for season in [0, 1] {
			pallet_dividend::Entitlements::<Runtime>::insert(season, id, Entitlement::Due);
		}
		let local = local(n);
		let cell = local.and_then(|ring| match ring {
			RingId::Cell(cell, _) => Some(cell),
			RingId::Nation(_) => None,
		});
		let elector = Elector {
			key: roll_key,
			status: Status::Standing,
			seen: 0,
			claim: 0,
			home: cell,
			resident: cell,
			nation: Some(nation_ring(n)),
			local,
		};
		pallet_roll::Electors::<Runtime>::insert(id, elector);
		pallet_roll::SeenIn::<Runtime>::insert(0, id, ());
	}
	seat(batch.clone());

	let (count, next) = (batch.end - batch.start, citizen(batch.end));
	pallet_citizenship::NextCitizenId::<Runtime>::put(next);
	pallet_citizenship::Citizenship::<Runtime>::mutate(|headcount| headcount.active += count);
	pallet_census::Present::<Runtime>::mutate(|present| {
		present.this.all += count;
		present.this.settled += count;
	});
	pallet_census::Moved::<Runtime>::mutate(|moved| moved.admitted += count);
	for season in [0, 1] {
		pallet_dividend::Entitled::<Runtime>::mutate(season, |entitled| *entitled += count);
	}
}

/// The ring of the nation in which the `n`th seeded citizen sits: in order of joining.
fn nation_ring(n: u32) -> RingId {
	RingId::Nation(citizen(n) / MAX_RING)
}

/// Seats citizens in the rings of the nation.
fn seat(batch: Range<u32>) {
	let mut next = batch.start;
	while next < batch.end {
		let ring = nation_ring(next);
		let here: Vec<u32> = (next..batch.end).take_while(|n| nation_ring(*n) == ring).collect();
		fill(ring, &here);
		next += here.len() as u32;
	}
	let members = citizen(batch.end);
	let shape = Shape { rings: members.div_ceil(MAX_RING), members };
	pallet_roll::Shapes::<Runtime>::insert(Group::Nation, shape);
	pallet_roll::Electorates::<Runtime>::insert(0, members);
}

/// Adds the seats of these citizens to a ring, which waits to be built from then on.
pub fn fill(ring: RingId, citizens: &[u32]) {
	pallet_roll::Seating::<Runtime>::mutate(ring, |seats| {
		for n in citizens {
			let seat = Seat { citizen: citizen(*n), key: roll_key(*n) };
			seats.try_push(seat).expect("the ring is large enough");
		}
	});
	pallet_roll::Unbuilt::<Runtime>::insert(ring, ());
}

/// Writes the enrolment of the `n`th seeded citizen's ballot account as one of `ring`, but for the proof.
pub fn enrol(n: u32, context: Context, ring: RingId) {
	let (account, alias) = (ballot_account(n), alias(n));
	let speaker = Speaker { account: account.clone(), used: 1, since: 0 };
	pallet_roll::Aliases::<Runtime>::insert(0, (context, alias), speaker);
	let ballot = Ballot { season: 0, context, ring, alias };
	pallet_roll::Enrolments::<Runtime>::insert(&account, Enrolment { ballot });
	System::inc_sufficients(&account);
}

/// The same for the votes of a citizen.
pub fn enrol_for_nation(n: u32) {
	enrol(n, Context::Nation, nation_ring(n));
}

/// What an admission costs, and in the next season an attestation.
pub fn costs(ext: &mut TestExternalities, size: u32) -> Vec<Cost> {
	let admit = measure(ext, admit);
	next_season(ext);
	let attest = measure(ext, |n| free(account(spread(n, size)), pallet_census::Call::attest { next: None }));
	vec![admit, attest]
}

/// The founder admits a newcomer who has applied with a sponsored deposit.
fn admit(n: u32) -> Act {
	let (founder, newcomer) = (Person::development("Alice"), Person::new(&format!("Newcomer {n}")));
	let applicant = newcomer.account();
	paid(founder.account(), pallet_citizenship::Call::sponsor { applicant: applicant.clone() })();
	paid(newcomer.account(), newcomer.application())();
	paid(founder.account(), pallet_citizenship::Call::admit { applicant })
}
