// SPDX-License-Identifier: Apache-2.0
// How citizens decide: a proposal whose text all can read, secret votes that cost their square, and changes of mind.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type Chain, CIV, newPerson, type Person } from "./chain.js";
import {
	amendment,
	article,
	charter,
	ORIGIN,
	ongoing,
	preimage,
	proposalOf,
	propose,
	publish,
	purse,
	replace,
	submitPoll,
	type Vote,
	vote,
	voteAll,
	voteRefusal,
} from "./governance.js";
import { type Stage, TEXTS } from "./governance-stage.js";
import { enrol } from "./people.js";

/** What the pool answers to whoever can pay no fee and has no right to a free call. */
const PENNILESS = /1010: Invalid Transaction: Inability to pay some fees/;

export function tellOfTheVotes(stage: Stage): void {
	const { early, eve, ferdie } = stage;
	const [alice, , charlie] = stage.first;
	const [ada, bruno, chidi, dina, emeka, fay] = early;
	let chain: Chain;

	before(() => {
		({ chain } = stage);
	});

	describe("a citizen's amendment", () => {
		it("is proposed by a citizen, and by nobody else", async () => {
			[stage.base, stage.old] = [await charter(chain), await article(chain, 5)];
			const call = await amendment(chain, [replace(5, TEXTS.land)]);
			const track = (await chain.api.call.charterApi.trackFor([replace(5, TEXTS.land)], [])).toJSON();
			assert.deepEqual(track, { ok: "Ordinary" });
			const { submit } = stage.tx.referenda;
			await stage.refuses(eve, submit(ORIGIN.charter, { Inline: "0x00" }, { After: 0 }), "BadOrigin");
			await stage.refuses(
				charlie,
				submit({ Origins: "Charter" }, { Inline: "0x00" }, { After: 0 }),
				"referenda.NoTrack",
			);

			stage.polls.land = await submitPoll(chain, charlie, ORIGIN.charter, call);
			stage.proposedAt = await chain.now();
			const status = await ongoing(chain, stage.polls.land);
			assert.equal(status.submitted, stage.proposedAt);
			assert.equal(status.track, 1);
			assert.deepEqual(status.origin, { origins: "CharterAmendment" });
			assert.deepEqual(status.submissionDeposit, { who: charlie.address, amount: Number(CIV) });
			assert.deepEqual([status.decisionDeposit, status.deciding], [null, null]);
			assert.deepEqual(status.tally, {
				ayes: 0,
				nays: 0,
				support: 0,
				opposition: 0,
				panel: { ayes: 0, reserved: 0, nays: 0, seats: 0 },
				season: 7,
				electorate: { secret: { members: 30 } },
			});

			const ferdies = await chain.balance(ferdie);
			await chain.submit(ferdie, stage.tx.referenda.placeDecisionDeposit(stage.polls.land));
			assert.equal((await chain.balance(ferdie)).held - ferdies.held, 20n * CIV);
		});

		it("is debated by its text, which anyone reads from the chain, with its author's reasons", async () => {
			const reasons = await publish(chain, charlie, Buffer.from(TEXTS.reasons));
			await chain.submit(charlie, stage.tx.referenda.setMetadata(stage.polls.land, reasons.hash));

			const call = await proposalOf(chain, await ongoing(chain, stage.polls.land));
			assert.equal(`${call.section}.${call.method}`, "charter.amend");
			const [forBase, [change]] = call.args as unknown as [
				{ toJSON(): unknown },
				{ isReplace: boolean; asReplace: { number: { toNumber(): number }; text: { toUtf8(): string } } }[],
			];
			assert.deepEqual(forBase.toJSON(), { articles: [[5, 1]], parameters: [] });
			assert.ok(change.isReplace);
			assert.deepEqual([change.asReplace.number.toNumber(), change.asReplace.text.toUtf8()], [5, TEXTS.land]);

			const metadata = await chain.api.query.referenda.metadataOf(stage.polls.land);
			assert.equal(metadata.toString(), reasons.hash);
			assert.equal(Buffer.from(await preimage(chain, reasons.hash, reasons.len)).toString(), TEXTS.reasons);
		});

		it("costs Ada n² credits for n votes, and gives all back whenever she changes her mind", async () => {
			const mine = stage.ballot(ada);
			let acts = 200;
			const purseIs = async (spent: number) => {
				assert.deepEqual(await purse(chain, mine, 7), { credits: 100, spent, left: 100 - spent, freeActsLeft: acts });
			};
			const tallyIs = async (ayes: number, nays: number) => {
				const [support, opposition] = [Math.min(ayes, 1), Math.min(nays, 1)];
				assert.deepEqual(await stage.tally(stage.polls.land), { ayes, nays, support, opposition });
			};
			await purseIs(0);
			for (const [votes, spent] of [
				[5, 25],
				[9, 81],
				[10, 100],
			] as const) {
				await vote(chain, mine, stage.polls.land, { Aye: votes });
				acts--;
				await purseIs(spent);
				await tallyIs(votes, 0);
			}
			await vote(chain, mine, stage.polls.land, { Nay: 2 });
			acts--;
			await purseIs(4);
			await tallyIs(0, 2);
			await chain.submitFree(mine, stage.tx.quadraticVoting.removeVote(stage.polls.land));
			acts--;
			await purseIs(0);
			await tallyIs(0, 0);
			await vote(chain, mine, stage.polls.land, { Aye: 5 });
			acts--;
			await purseIs(25);
			await tallyIs(5, 0);
		});

		it("is voted on in secret, by those for whom it matters", async () => {
			const cast: [Person, Vote][] = [
				[bruno, { Aye: 5 }],
				[chidi, { Aye: 5 }],
				[dina, { Aye: 4 }],
				[emeka, { Aye: 5 }],
				[fay, { Aye: 5 }],
				...early.slice(6, 11).map((who, i): [Person, Vote] => [who, { Nay: i + 1 }]),
			];
			await voteAll(
				chain,
				stage.polls.land,
				cast.map(([who, how]) => [stage.ballot(who), how] as const),
			);
			assert.deepEqual(await stage.tally(stage.polls.land), { ayes: 29, nays: 15, support: 6, opposition: 5 });
		});

		it("gives Ada no second vote for a second enrolment, and no second purse", async () => {
			const lost = stage.ballot(ada);
			const { roll, prover } = stage;
			stage.ballots.set(ada, await enrol(chain, roll, prover, ada, 1));
			const found = stage.ballot(ada);
			assert.equal((await purse(chain, found, 7)).spent, 25, "the purse has come along");
			assert.equal(await voteRefusal(chain, found, stage.polls.land, { Aye: 5 }), "quadraticVoting.AlreadyVotedSo");
			await vote(chain, found, stage.polls.land, { Aye: 6 });
			assert.deepEqual(await stage.tally(stage.polls.land), { ayes: 30, nays: 15, support: 6, opposition: 5 });
			assert.equal((await purse(chain, found, 7)).spent, 36);
			// Not even if somebody gives the lost account the money for a fee.
			await chain.submit(eve, stage.tx.balances.transferKeepAlive(lost.address, CIV));
			await stage.refuses(
				lost,
				stage.tx.quadraticVoting.vote(stage.polls.land, { Aye: 5 }),
				"quadraticVoting.NotEnrolled",
			);
			assert.deepEqual(await stage.tally(stage.polls.land), { ayes: 30, nays: 15, support: 6, opposition: 5 });
		});

		it("has a rival, written for the same version of the article", async () => {
			stage.polls.rival = await stage.proposeChange([replace(5, TEXTS.rival)], { After: 60 });
			await voteAll(chain, stage.polls.rival, stage.all([bruno, chidi], { Aye: 1 }));
		});
	});

	describe("a ballot account", () => {
		const others = early.slice(3, 10);

		const voteIn = (poll: number, how: Vote) => stage.tx.quadraticVoting.vote(poll, how);

		it("gets no more votes than it has credits for", async () => {
			const [brunos, chidis] = [stage.ballot(bruno), stage.ballot(chidi)];
			// Both have spent 25 on the one poll and 1 on the other, which comes back first.
			const { rival } = stage.polls;
			assert.equal(await voteRefusal(chain, brunos, rival, { Aye: 8 }), "Ok");
			for (const votes of [9, 10, 100, 4_294_967_295]) {
				for (const how of [{ Aye: votes }, { Nay: votes }]) {
					assert.equal(await voteRefusal(chain, brunos, rival, how), "quadraticVoting.TooFewCredits");
				}
			}
			// It owns nothing, and what is refused is not free: the pool turns it away.
			assert.match(await chain.poolRefusalOf(brunos, voteIn(rival, { Aye: 9 })), PENNILESS);
			assert.deepEqual(await chain.balance(brunos), { free: 0n, held: 0n });

			// With money for the fee, it is refused in the block.
			await chain.submit(eve, stage.tx.balances.transferKeepAlive(chidis.address, CIV));
			await stage.refuses(chidis, voteIn(rival, { Aye: 9 }), "quadraticVoting.TooFewCredits");
			await stage.refuses(chidis, voteIn(rival, { Nay: 4_294_967_295 }), "quadraticVoting.TooFewCredits");
			await stage.refuses(chidis, voteIn(rival, { Aye: 0 }), "quadraticVoting.NoVotes");
			await stage.refuses(chidis, voteIn(rival, { Aye: 1 }), "quadraticVoting.AlreadyVotedSo");
			await vote(chain, chidis, rival, { Aye: 8 });
			assert.deepEqual(await purse(chain, chidis, 7), { credits: 100, spent: 89, left: 11, freeActsLeft: 197 });
			await vote(chain, chidis, rival, { Aye: 1 });
			assert.deepEqual(await purse(chain, chidis, 7), { credits: 100, spent: 26, left: 74, freeActsLeft: 196 });
		});

		it("votes for its season alone, and nobody votes without one", async () => {
			const { rival } = stage.polls;
			await chain.submit(eve, stage.tx.balances.transferKeepAlive(stage.former.address, CIV));
			await stage.refuses(stage.former, voteIn(rival, { Nay: 1 }), "quadraticVoting.WrongSeason");
			// A stranger, and a citizen under a name that everyone knows.
			await stage.refuses(eve, voteIn(rival, { Nay: 1 }), "quadraticVoting.NotEnrolled");
			await stage.refuses(alice, voteIn(rival, { Nay: 1 }), "quadraticVoting.NotEnrolled");
			await stage.refuses(alice, stage.tx.quadraticVoting.removeVote(rival), "quadraticVoting.NotEnrolled");
			await stage.refuses(stage.ballot(chidi), voteIn(999, { Nay: 1 }), "quadraticVoting.NotOngoing");
			assert.match(await chain.poolRefusalOf(newPerson("Sam"), voteIn(rival, { Nay: 1 })), PENNILESS);
			assert.deepEqual(await stage.tally(rival), { ayes: 2, nays: 0, support: 2, opposition: 0 });
		});

		it("votes in as many polls as its credits last for", async () => {
			const { rival } = stage.polls;
			const resolution = stage.tx.system.remark("Nobody shall whistle after ten.");
			stage.polls.unwanted = await propose(chain, charlie, ferdie, ORIGIN.law, resolution);
			await vote(chain, stage.ballot(emeka), stage.polls.unwanted, { Aye: 7 });
			await voteAll(chain, rival, stage.all(others, { Aye: 1 }));
			assert.deepEqual(await stage.tally(rival), { ayes: 9, nays: 0, support: 9, opposition: 0 });
			assert.equal((await purse(chain, stage.ballot(emeka), 7)).spent, 25 + 1 + 49);
		});
	});
}
