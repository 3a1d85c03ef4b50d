//! Seeding in batches, and measuring a call.

use civitas_runtime::{AccountId, RuntimeCall, RuntimeOrigin, Scheduler, Seasons, System};
use frame_support::{
	dispatch::CheckIfFeeless, storage::transactional::with_storage_layer, traits::OnInitialize,
};
use parity_scale_codec::Encode;
use sp_io::TestExternalities;
use sp_runtime::traits::Dispatchable;
use std::{
	hint::black_box,
	ops::Range,
	time::{Duration, Instant},
};

/// How many of each call are timed; the median counts.
pub const CALLS: u32 = 101;

/// How many people or parcels are seeded between two writes to the trie.
const BATCH: u32 = 50_000;

/// How much is read to push everything else out of the processor's caches, in bytes.
const LARGER_THAN_CACHES: usize = 128 << 20;

/// What a call costs.
pub struct Cost {
	/// The median of its times when nothing that it needs is in the processor's caches.
	pub cold: Duration,
	/// The median of its times right after the same call.
	pub warm: Duration,
	/// The size of the proof of what it touched, in bytes.
	pub proof: usize,
}

/// A call with everything prepared.
pub type Act = Box<dyn FnOnce()>;

/// A call as transactions make it that are free of charge: the test that spares the fee comes first.
pub fn free(who: AccountId, call: impl Into<RuntimeCall>) -> Act {
	let (origin, call) = (RuntimeOrigin::signed(who), call.into());
	Box::new(move || {
		assert!(call.is_feeless(&origin), "the call is free: {call:?}");
		call.dispatch(origin).expect("the call succeeds");
	})
}

/// A call whose fee is paid.
pub fn paid(who: AccountId, call: impl Into<RuntimeCall>) -> Act {
	let (origin, call) = (RuntimeOrigin::signed(who), call.into());
	Box::new(move || {
		call.dispatch(origin).expect("the call succeeds");
	})
}

/// Lets `write` fill the state with `size` of something, a batch at a time.
pub fn seed(ext: &mut TestExternalities, size: u32, mut write: impl FnMut(Range<u32>)) {
	let mut next = 0;
	while next < size {
		let end = size.min(next + BATCH);
		ext.execute_with(|| {
			write(next..end);
			System::reset_events();
		});
		commit(ext);
		next = end;
	}
}

/// Writes what has changed to the trie, and forgets the nodes that it has replaced.
pub fn commit(ext: &mut TestExternalities) {
	ext.commit_all().expect("the state is written");
	ext.backend.backend_storage_mut().purge();
}

/// Moves on to the next block, in which what is scheduled is done.
pub fn next_block(ext: &mut TestExternalities) {
	ext.execute_with(|| {
		System::reset_events();
		let now = System::block_number() + 1;
		System::set_block_number(now);
		Scheduler::on_initialize(now);
	});
	commit(ext);
}

/// Moves on to the first block of the next season.
pub fn next_season(ext: &mut TestExternalities) {
	ext.execute_with(|| {
		System::reset_events();
		let now = Seasons::current().ends;
		System::set_block_number(now);
		Seasons::on_initialize(now);
	});
	commit(ext);
}

/// Times the `n`th `act` for many n, each in the same state, cold and then warm, and measures the proof of one more,
/// which stays done.
pub fn measure(ext: &mut TestExternalities, act: impl Fn(u32) -> Act) -> Cost {
	let ballast = vec![1_u8; LARGER_THAN_CACHES];
	let mut time = |n: u32, is_cold: bool| {
		ext.execute_with(|| {
			let mut time = Duration::ZERO;
			let _ = with_storage_layer::<(), sp_runtime::DispatchError, _>(|| {
				let call = act(n);
				if is_cold {
					black_box(ballast.iter().step_by(64).map(|byte| u64::from(*byte)).sum::<u64>());
				}
				let started = Instant::now();
				call();
				time = started.elapsed();
				Err("undo".into())
			});
			time
		})
	};
	let (mut cold, mut warm): (Vec<_>, Vec<_>) = (0..CALLS).map(|n| (time(n, true), time(n, false))).unzip();
	cold.sort();
	warm.sort();
	// What is prepared is written first, so that the proof shows all that the call touches.
	let call = ext.execute_with(|| act(CALLS));
	commit(ext);
	let ((), proof) = ext.execute_and_prove(call);
	commit(ext);
	let median = |times: &[Duration]| times.get(times.len() / 2).copied().unwrap_or_default();
	Cost { cold: median(&cold), warm: median(&warm), proof: proof.encoded_size() }
}

/// Somewhere among `size` things, spread over all of them.
pub fn spread(n: u32, size: u32) -> u32 {
	n.wrapping_mul(2_654_435_761) % size
}
