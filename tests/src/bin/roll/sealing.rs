//! What sealing costs when one citizen in a hundred has changed, and when everybody has a new key for the season, in
//! rolls from a thousand to a million.
//!
//! The seats are seeded; what happens to them is the pallet's own work, natively. Smaller rolls, see [`IN_BLOCKS`], are
//! sealed in real blocks, with every other hook of the runtime. In larger states the root of the state that each block
//! ends with would take most of the time, so the pallet's idle work is done there without blocks, in the room that a
//! block leaves it.

use crate::*;
use civitas_primitives::{CitizenshipChange, ConstitutionalParameters, OnCitizenship, OnSeason, Standing};
use civitas_runtime::{
	configs::system::RuntimeBlockWeights,
	parameters::{amendable::seasons, CharterParameters, RuntimeParameters},
	Roll, System, SLOT_DURATION,
};
use civitas_tests::{genesis, Chain};
use frame_support::{storage::transactional::with_storage_layer, traits::Hooks, weights::Weight};
use pallet_roll::{Event, Seating};
use sp_runtime::DispatchError;
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};

/// The largest roll that is sealed in real blocks, and the largest where everybody has a new key. All that a sealing
/// changes stays in memory until it is undone, and each block's root is computed over all of it.
const IN_BLOCKS: u32 = 100_000;
const IN_BLOCKS_FOR_EVERYBODY: u32 = 10_000;
/// How many citizens are seeded between two writes to the trie.
const BATCH: u32 = RING * 200;
/// Newcomers' and new keys, apart from those of the seeded.
const FRESH: u32 = 1_000_000_000;

/// Who changes.
#[derive(Clone, Copy, PartialEq)]
enum Where {
	/// Anybody, as when people leave for reasons of their own.
	Random,
	/// Neighbours on the roll, as when those leave who came together.
	Neighbours,
	/// Everybody, who has a new key for the season and nothing else.
	Everybody,
}

/// How a sealing went.
#[derive(Default)]
struct Sealed {
	/// Blocks from the season's turn until nobody's seat changes any more, and until every ring serves.
	open: u32,
	complete: u32,
	/// Rings built.
	built: usize,
	/// What upkeep weighed in all, and the most that a block weighed with everything in it.
	weight: Weight,
	fullest: Weight,
	/// How long this machine worked.
	work: Duration,
}

impl Sealed {
	/// Counts a block, of which `upkeep` is the roll's.
	fn count(&mut self, upkeep: Weight, block: Weight) {
		self.complete += 1;
		let info = Roll::roll_info();
		if self.open == 0 && info.phase == Phase::Open && info.season == 1 {
			self.open = self.complete;
		}
		let is_built = |event: &civitas_runtime::RuntimeEvent| {
			matches!(event, civitas_runtime::RuntimeEvent::Roll(Event::RingBuilt { .. }))
		};
		self.built += System::read_events_no_consensus().filter(|record| is_built(&record.event)).count();
		self.weight += upkeep;
		self.fullest = self.fullest.max(block);
	}

	fn is_complete() -> bool {
		let info = Roll::roll_info();
		info.season == 1 && info.complete
	}
}

pub fn print(sizes: impl Iterator<Item = u32>) {
	let one = keys(0, RING);
	let full = HostRings::commit(&one).expect("they are keys");
	let mut ext = genesis();
	println!(
		"| citizens | changes | whose | sealed in | rings | seats changed | rings built | blocks until open | blocks until \
		 complete | chain time until open | until complete | weight in all, s | fullest block | work here, s |"
	);
	println!("| ---: | ---: | --- | --- | {} |", ["---:"; 10].join(" | "));
	let mut seeded = 0;
	for size in sizes {
		while seeded < size {
			let end = size.min(seeded + BATCH);
			ext.execute_with(|| {
				for number in seeded / RING..end.div_ceil(RING) {
					let members = (end - number * RING).min(RING);
					let some = &one[..members as usize];
					let commitment =
						if members == RING { full } else { HostRings::commit(some).expect("they are keys") };
					write_ring(number, some, &commitment);
				}
				open(end);
			});
			ext.commit_all().expect("the state is written");
			seeded = end;
		}
		for whose in [Where::Random, Where::Neighbours, Where::Everybody] {
			ext.execute_with(|| {
				// Whatever is done is undone again.
				let _ = with_storage_layer::<(), DispatchError, _>(|| {
					print_sealing(size, whose);
					Err("undo".into())
				});
			});
		}
	}
}

fn print_sealing(size: u32, whose: Where) {
	let before = seats();
	let in_blocks = size <= if whose == Where::Everybody { IN_BLOCKS_FOR_EVERYBODY } else { IN_BLOCKS };
	let sealed = if in_blocks { seal_in_blocks(size, whose) } else { seal(size, whose) };
	let limit = RuntimeBlockWeights::get().max_block;
	assert!(sealed.fullest.all_lte(limit), "no block is over its limit");
	let minutes = |blocks: u32| f64::from(blocks) * SLOT_DURATION as f64 / 60_000.0;
	println!(
		"| {size} | {} | {} | {} | {} | {} | {} | {} | {} | {:.1} min | {:.1} min | {:.2} | {:.0} % | {:.1} |",
		if whose == Where::Everybody { size } else { changes(size) },
		match whose {
			Where::Random => "anybody's",
			Where::Neighbours => "neighbours'",
			Where::Everybody => "everybody's key",
		},
		if in_blocks { "real blocks" } else { "idle time alone" },
		Roll::roll_info().rings,
		seats_changed(&before, &seats()),
		sealed.built,
		sealed.open,
		sealed.complete,
		minutes(sealed.open),
		minutes(sealed.complete),
		sealed.weight.ref_time() as f64 / 1e12,
		100.0 * sealed.fullest.ref_time() as f64 / limit.ref_time() as f64,
		sealed.work.as_secs_f64(),
	);
}

type Seats = BTreeMap<RingId, Vec<Seat>>;

fn seats() -> Seats {
	Seating::<Runtime>::iter().map(|(ring, members)| (ring, members.into_inner())).collect()
}

/// How many places have another person or key than before, are new or are gone.
fn seats_changed(before: &Seats, after: &Seats) -> usize {
	let none = vec![];
	let rings = before.keys().chain(after.keys().filter(|ring| !before.contains_key(ring)));
	rings
		.map(|ring| {
			let (old, new) = (before.get(ring).unwrap_or(&none), after.get(ring).unwrap_or(&none));
			(0..old.len().max(new.len())).filter(|at| old.get(*at) != new.get(*at)).count()
		})
		.sum()
}

fn changes(size: u32) -> u32 {
	size / 100
}

/// A citizen by number, among those who change.
fn who(n: u32, size: u32, whose: Where) -> CitizenId {
	if whose == Where::Neighbours {
		return size / 2 + n;
	}
	// Each in a stretch of the roll of its own, so that nobody is named twice.
	let stretch = size / changes(size);
	let hash = blake2_256(&("who", n).encode());
	n * stretch + u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]) % stretch
}

/// One in a hundred: four in a thousand leave, as many come, and two in a thousand take a new key.
fn change(size: u32, whose: Where) {
	if whose == Where::Everybody {
		// As many keys as one ring has: what they are does not matter to the work.
		let fresh: Vec<_> = (0..RING).map(|n| Scheme::member_from_secret(&secret(FRESH + n))).collect();
		for citizen in 0..size {
			let roll_key = fresh[(citizen % RING) as usize];
			Roll::changed(citizen, CitizenshipChange::RollKeyReplaced { roll_key });
		}
		return;
	}
	for n in 0..changes(size) {
		let fresh = || Scheme::member_from_secret(&secret(FRESH + n));
		let (citizen, change) = match n % 10 {
			0..4 => (who(n, size, whose), CitizenshipChange::Left { standing: Standing::Active }),
			4..8 => (
				size + n,
				CitizenshipChange::Admitted {
					roll_key: fresh(),
					admission: civitas_primitives::Admission::Vouched,
				},
			),
			_ => (who(n, size, whose), CitizenshipChange::RollKeyReplaced { roll_key: fresh() }),
		};
		Roll::changed(citizen, change);
	}
}

/// In real blocks: the changes in the first, then the season's turn, then blocks without transactions.
fn seal_in_blocks(size: u32, whose: Where) -> Sealed {
	let mut chain = Chain::open();
	chain.next_block();
	let empty = close(&mut chain);
	change(size, whose);
	chain.next_season();
	// The development chain's seasons are shorter than a large roll takes, live ones a thousand times longer.
	let long = seasons::Parameters::SeasonLength(seasons::SeasonLength, Some(u32::MAX));
	CharterParameters::set(RuntimeParameters::Seasons(long)).expect("the charter may");
	let mut sealed = Sealed::default();
	while !Sealed::is_complete() {
		let start = Instant::now();
		chain.close();
		sealed.work += start.elapsed();
		let block = System::block_weight().total();
		sealed.count(block.saturating_sub(empty), block);
		chain.begin();
	}
	sealed
}

/// Closes a block, opens the next, and returns what the closed one weighed.
fn close(chain: &mut Chain) -> Weight {
	chain.close();
	let weight = System::block_weight().total();
	chain.begin();
	weight
}

/// Without blocks: the pallet's idle work, again and again.
fn seal(size: u32, whose: Where) -> Sealed {
	change(size, whose);
	<Roll as OnSeason>::turn(1);
	// The first block has no events.
	System::set_block_number(1);
	System::reset_events();
	let limits = RuntimeBlockWeights::get();
	let mut sealed = Sealed::default();
	while !Sealed::is_complete() {
		let start = Instant::now();
		let upkeep = Roll::on_idle(1, limits.max_block.saturating_sub(limits.base_block));
		sealed.work += start.elapsed();
		assert!(
			upkeep.all_lte(<Runtime as pallet_roll::Config>::UpkeepWeight::get()),
			"upkeep keeps to its room"
		);
		sealed.count(upkeep, limits.base_block.saturating_add(upkeep));
		System::reset_events();
	}
	sealed
}
