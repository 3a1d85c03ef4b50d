// SPDX-License-Identifier: Apache-2.0
// What anyone can see and count again afterwards: the polls by the stock pallet's names, the votes, the deposits.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Option } from "@polkadot/types";
import type { Codec } from "@polkadot/types/types";
import { type Chain, CIV, type Person } from "./chain.js";
import { decided, type Ongoing, proposalOf } from "./governance.js";
import type { PollName, Stage } from "./governance-stage.js";
import { type Counted, recountVotes } from "./tallies.js";

/** The tracks by number, with what each needs: approval, and support on the first day and the last, in parts of 10^9. */
const TRACKS = [
	["entrenched", 666_666_666, 400_000_000, 100_000_000],
	["charter", 500_000_001, 300_000_000, 100_000_000],
	["law", 500_000_001, 200_000_000, 50_000_000],
	["spending", 500_000_001, 200_000_000, 50_000_000],
	["justice", 666_666_666, 150_000_000, 50_000_000],
	["appointment", 500_000_001, 150_000_000, 50_000_000],
];

/** Each poll: what was proposed, of how large an electorate, and the citizens' votes at its end. */
const POLLS: Record<PollName, [string, number, Counted]> = {
	reject: ["charter.reject", 19, { ayes: 12, nays: 0, support: 6, opposition: 0 }],
	repeal: ["charter.amend", 19, { ayes: 12, nays: 0, support: 6, opposition: 0 }],
	vetoed: ["charter.amend", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	waiting: ["charter.amend", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	tooEarly: ["charter.removeFounder", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	absent: ["charter.amend", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	repealed: ["charter.amend", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	land: ["charter.amend", 30, { ayes: 30, nays: 15, support: 6, opposition: 5 }],
	rival: ["charter.amend", 30, { ayes: 9, nays: 0, support: 9, opposition: 0 }],
	unwanted: ["system.remark", 30, { ayes: 7, nays: 0, support: 1, opposition: 0 }],
	removal: ["charter.removeFounder", 30, { ayes: 51, nays: 49, support: 18, opposition: 12 }],
};

/** How they end, on which track, and what they speak as. */
const WON = ["Approved", "charter", "CharterAmendment"];
const LOST = ["Rejected", "law", "Law"];

export function tellOfTheCount(stage: Stage): void {
	const { eve, ferdie } = stage;
	const [, bob, charlie, dave] = stage.first;
	let chain: Chain;

	before(() => {
		({ chain } = stage);
	});

	describe("ordinary tools", () => {
		it("know the tracks from the stock pallet's constants", () => {
			const tracks = chain.api.consts.referenda.tracks as unknown as Iterable<
				[{ toNumber(): number }, { name: Codec; minApproval: Codec; minSupport: Codec }]
			>;
			const known = [...tracks].map(([id, { name, minApproval, minSupport }]) => {
				const approval = minApproval.toJSON() as unknown as { steppedDecreasing: { begin: number; end: number } };
				const support = minSupport.toJSON() as unknown as { linearDecreasing: { floor: number; ceil: number } };
				const { begin, end } = approval.steppedDecreasing;
				assert.equal(begin, end, "what a majority is, does not depend on the day");
				const { ceil, floor } = support.linearDecreasing;
				return [id.toNumber(), String(name).replace(/\0*$/, ""), begin, ceil, floor];
			});
			assert.deepEqual(
				known,
				TRACKS.map((track, id) => [id, ...track]),
			);
		});

		it("decode every poll, while it is open and afterwards", async () => {
			const { referenda } = chain.api.query;
			assert.equal((await referenda.referendumCount()).toString(), String(Object.keys(POLLS).length));
			assert.equal((await referenda.referendumInfoFor.entries()).length, Object.keys(POLLS).length);
			for (const [name, [call, members, votes]] of Object.entries(POLLS)) {
				const poll = stage.polls[name as PollName];
				const { state, at } = await decided(chain, poll, 0);
				const [outcome, track, origin] = name === "unwanted" ? LOST : WON;
				assert.equal(state, outcome, name);
				const then = await chain.api.at((await chain.node.hash(at - 1)) as string);
				const info = (await then.query.referenda.referendumInfoFor(poll)) as Option<Codec>;
				const status = (info.unwrap().toJSON() as unknown as { ongoing: Ongoing }).ongoing;
				assert.equal(TRACKS[status.track][0], track, name);
				assert.deepEqual(status.origin, { origins: origin });
				assert.equal(status.deciding?.confirming, state === "Approved" ? at : null, name);
				assert.equal(status.decisionDeposit?.who, ferdie.address);
				const { ayes, nays, support, opposition, panel, electorate } = status.tally;
				assert.deepEqual({ ayes, nays, support, opposition }, votes, name);
				assert.deepEqual(
					[panel, electorate],
					[{ ayes: 0, reserved: 0, nays: 0, seats: 0 }, { secret: { members } }],
					name,
				);
				const proposal = await proposalOf(chain, status);
				assert.equal(`${proposal.section}.${proposal.method}`, call, name);
			}
		});
	});

	describe("whoever counts again", () => {
		it("finds from events alone what each tally says, and no voter who has spent more than a hundred credits", async () => {
			const closed = new Set<number>();
			const recount = await recountVotes(chain, 1, await chain.now(), (poll, said, counted) => {
				assert.deepEqual(counted, said, `poll ${poll}`);
				closed.add(poll);
			});
			for (const [name, [, , votes]] of Object.entries(POLLS)) {
				const poll = stage.polls[name as PollName];
				assert.deepEqual(recount.tally(poll), votes, name);
				assert.ok(closed.has(poll), name);
			}
			const spent = recount.spent(7);
			assert.equal(spent.size, 30);
			for (const [voter, credits] of spent) assert.ok(credits <= 100, `${voter}: ${credits}`);
			const purses = await chain.api.query.quadraticVoting.purses.entries(7);
			const stored = purses.map(([{ args }, purse]) => {
				const { alias } = args[1].toJSON() as { alias: string };
				return [alias.slice(2), (purse.toJSON() as { spent: number }).spent] as const;
			});
			assert.deepEqual(new Map(stored), spent);
		});
	});

	describe("those who proposed", () => {
		it("get their deposits back, but for the one CIV of what was not wanted", async () => {
			const { referenda } = stage.tx;
			const proposers = [bob, charlie, dave];
			for (const poll of Object.values(stage.polls)) {
				await chain.submit(eve, referenda.refundDecisionDeposit(poll));
				const refund = referenda.refundSubmissionDeposit(poll);
				if (poll !== stage.polls.unwanted) await chain.submit(eve, refund);
				else assert.equal((await chain.refusalOf(eve, refund)).reason, "referenda.BadStatus");
			}
			for (const [key, status] of await chain.api.query.preimage.requestStatusFor.entries()) {
				const { unrequested } = status.toJSON() as { unrequested?: { ticket: [string, unknown] } };
				const author = proposers.find((who) => who.address === unrequested?.ticket[0]);
				assert.ok(author, "no poll holds on to a text any more");
				await chain.submit(author, stage.tx.preimage.unnotePreimage(key.args[0]));
			}
			const held = async (who: Person) => (await chain.balance(who)).held;
			assert.deepEqual(await Promise.all([bob, charlie, dave, ferdie].map(held)), [0n, CIV, 0n, 0n]);
		});
	});
}
