//! What an approval and an election cost as the state grows.

use super::*;
use std::time::{Duration, Instant};

/// A state with this many citizens, who approve sixteen of 2,000 candidates each, written to the database.
fn state(citizens: u32) -> sp_io::TestExternalities {
	let mut ext = build();
	ext.execute_with(|| {
		const CANDIDATES: u32 = 2_000;
		let mut counts = vec![0u32; CANDIDATES as usize];
		for citizen in 0..citizens {
			let mut approved: Vec<_> =
				(0..MAX_APPROVALS).map(|place| (citizen * 7 + place * 131) % CANDIDATES).collect();
			approved.sort();
			approved.iter().for_each(|candidate| counts[*candidate as usize] += 1);
			Approvals::<Test>::insert(citizen, list(&approved));
		}
		for (candidate, approvals) in (0..CANDIDATES).zip(counts) {
			let account = 1_000_000 + u64::from(candidate);
			CandidateOf::<Test>::insert(account, candidate);
			Candidates::<Test>::insert(candidate, Candidate { account, bond: 0, approvals });
			if approvals > 0 {
				Ranking::<Test>::insert(Rank::new(approvals, candidate), ());
			}
		}
		NextCandidate::<Test>::put(CANDIDATES);
		admit(ADA);
		admit(BEN);
	});
	ext.commit_all().expect("the state can be written");
	ext
}

/// The median time of `work`, each time on the state as it was written.
fn median(ext: &mut sp_io::TestExternalities, work: impl Fn()) -> Duration {
	let mut times: Vec<_> = (0..31)
		.map(|_| {
			ext.execute_with(|| {
				frame_support::storage::with_transaction(|| {
					let start = Instant::now();
					work();
					let took = start.elapsed();
					sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(took))
				})
			})
			.expect("transactions are not nested")
		})
		.collect();
	times.sort();
	times[times.len() / 2]
}

#[test]
#[ignore = "seeds a million citizens: run it by name, and alone"]
fn approvals_and_elections_cost_the_same_with_a_thousand_and_a_million_citizens() {
	let mut figures = Vec::new();
	for citizens in [1_000, 10_000, 100_000, 1_000_000] {
		let mut ext = state(citizens);
		let new: Vec<_> = (0..MAX_APPROVALS).map(|place| 3 + place * 100).collect();
		let approve = median(&mut ext, || {
			assert_ok!(approve(ADA, &new));
		});
		let elect = median(&mut ext, || {
			Validators::elect(1);
		});
		println!("{citizens:>9} citizens: approve {approve:?}, election {elect:?}");
		figures.push((approve, elect));
	}
	let (first, last) = (figures[0], figures[figures.len() - 1]);
	// A trie a thousand times as large has a few more levels.
	assert!(last.0 < first.0 * 3 && last.1 < first.1 * 3, "they grow with the number of citizens");
}
