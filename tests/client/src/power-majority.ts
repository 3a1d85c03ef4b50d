// SPDX-License-Identifier: Apache-2.0
// Six of ten voters who agree on everything, and what they cannot do to the other four.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { ProverThread, type Roll } from "@civitas/ballots";
import { type Call, CIV, newPerson, type Person } from "./chain.js";
import {
	amendment,
	article,
	blocksOf,
	charter,
	decided,
	enacted,
	eventIn,
	ORIGIN,
	ongoing,
	pollInfo,
	propose,
	replace,
	type Vote,
	vote,
	voteAll,
} from "./governance.js";
import { admitAsFounder, apply, attest, enrolAll } from "./people.js";
import { type PowerStage, REASON } from "./power-stage.js";
import { goToNextSeason, PROVER, rollOf } from "./roll.js";

/** A day of deliberation on the development chain, in blocks. */
const DAY = 2;
/** How long a sentence waits. */
const APPEAL = 20;

export function tellOfTheMajority(stage: PowerStage): void {
	const { eve, ferdie } = stage;
	const [alice, bob, charlie, dave] = stage.founders;
	const four = stage.founders;
	const six = Array.from({ length: 6 }, (_, i) => newPerson(`one of the six, ${i + 1}`));
	/** Citizens who do not vote. */
	const absent = Array.from({ length: 2 }, (_, i) => newPerson(`absent ${i + 1}`));
	const citizens = [...four, ...six, ...absent];

	let prover: ProverThread;
	let roll: Roll;
	let ballots: Map<Person, Person>;
	/** The polls of the first season. */
	const polls = {} as Record<"sentences" | "stop" | "entrenched" | "second" | "amend" | "lift", number>;

	before(async () => {
		await stage.set();
		prover = await ProverThread.start(PROVER);
		roll = rollOf(stage.chain);
	});

	after(async () => {
		prover?.stop();
		await stage.clear();
	});

	/** People vote with `n` votes each, first those who are for it. */
	async function votes(poll: number, ayes: Person[], nays: Person[], n = 1): Promise<void> {
		const of = (people: Person[], how: Vote): [Person, Vote][] =>
			people.map((who) => [ballots.get(who) as Person, how]);
		await voteAll(stage.chain, poll, of(ayes, { Aye: n }));
		await voteAll(stage.chain, poll, of(nays, { Nay: n }));
	}

	/** One of the six proposes, and Eve, who is rich, pays for the decision. */
	const put = (author: Person, origin: object, call: Call, moment?: object) =>
		propose(stage.chain, author, eve, origin, call, moment);

	const revoke = (citizen: number) => stage.tx.citizenship.revoke(citizen, "Fraud", REASON);

	async function sentenceOf(citizen: number): Promise<{ effectiveFrom: number } | null> {
		return (await stage.query.citizenship.sentences(citizen)).toJSON() as { effectiveFrom: number } | null;
	}

	it("has six ballots, and the others four", async () => {
		const { utility, balances } = stage.tx;
		await apply(stage.chain, eve, [...six, ...absent]);
		await admitAsFounder(stage.chain, alice, [...six, ...absent]);
		await stage.chain.submit(
			eve,
			utility.batchAll(six.map((who) => balances.transferKeepAlive(who.address, 1_000n * CIV))),
		);
		await goToNextSeason(stage.chain, "roll");
		await attest(stage.chain, citizens);
		ballots = await enrolAll(stage.chain, roll, prover, [...six, ...four]);
		assert.equal(ballots.size, 10);
	});

	it("lays no hand on what is entrenched: a law that most want is too little for it", async () => {
		const percent = { Citizenship: { SentencePercent: [null, 2] } };
		polls.amend = await put(six[0], ORIGIN.charter, await amendment(stage.chain, [], undefined, [percent]));
		await votes(polls.amend, six, four);
	});

	it("stops no poll that asks for more than justice does", async () => {
		polls.entrenched = await propose(stage.chain, alice, ferdie, ORIGIN.entrenched, stage.tx.system.remark("0x00"));
		// Exactly two thirds, of a quarter of the roll.
		await votes(polls.entrenched, [alice, bob, charlie], [], 2);
		await votes(polls.entrenched, [], [six[0]], 3);
		polls.stop = await put(six[1], ORIGIN.justice, stage.tx.polls.cancel(polls.entrenched));
		await votes(polls.stop, six, [bob, charlie, dave]);
	});

	it("sentences one of three whom it would expel in a batch, when one of the four stays away", async () => {
		const batch = stage.tx.utility.batch([1, 2, 3].map(revoke));
		polls.sentences = await put(six[2], ORIGIN.justice, batch);
		await votes(polls.sentences, six, [bob, charlie, dave]);

		const { at, result, events } = await enacted(stage.chain, polls.sentences);
		assert.equal(result, "Ok");
		assert.equal(events.filter((name) => name === "citizenship.Sentenced").length, 1);
		const [index, error] = await eventIn(stage.chain, at, "utility.BatchInterrupted");
		assert.equal(Number(index), 1);
		assert.equal(stage.chain.reasonOf(error as never), "citizenship.TooManySentences");
		assert.equal((await sentenceOf(1))?.effectiveFrom, at + APPEAL);
		assert.deepEqual([await sentenceOf(2), await sentenceOf(3)], [null, null]);
		assert.equal(await stage.chain.citizenId(bob), 1, "he is a citizen as before");
		await stage.refuses(eve, stage.tx.citizenship.executeSentence(1), "citizenship.TooEarlyToExecute");
	});

	it("sees the sentence lifted before it takes effect, and none takes its place", async () => {
		const effective = (await sentenceOf(1))?.effectiveFrom as number;
		polls.lift = await put(six[3], ORIGIN.justice, stage.tx.citizenship.liftSentence(1));
		await votes(polls.lift, [alice, charlie, dave], []);
		polls.second = await put(six[4], ORIGIN.justice, revoke(2));
		await votes(polls.second, six, [bob, charlie, dave]);

		const lifted = await enacted(stage.chain, polls.lift);
		assert.equal(lifted.result, "Ok");
		assert.ok(lifted.at <= effective, `lifted in block ${lifted.at}, due in ${effective}`);
		assert.equal(await sentenceOf(1), null);
		await stage.chain.advanceTo(effective);
		await stage.refuses(eve, stage.tx.citizenship.executeSentence(1), "citizenship.NotSentenced");
		assert.equal(await stage.chain.citizenId(bob), 1);

		const second = await enacted(stage.chain, polls.second);
		assert.equal(second.result, "citizenship.TooManySentences");
		assert.equal(await sentenceOf(2), null);
		assert.equal(await seasonOf(second.at), 1, "it is the same season");
	});

	it("sentences nobody if the four stand together: six in ten are less than two thirds", async () => {
		const poll = await put(six[5], ORIGIN.justice, revoke(0));
		await votes(poll, six, four);
		const { approval } = (await stage.chain.api.call.votingApi.tally(poll)).toJSON() as { approval: number };
		assert.equal(approval, 600_000_000);
		assert.equal((await decided(stage.chain, poll)).state, "Rejected");
		assert.equal(await sentenceOf(0), null);
	});

	it("has neither amended what is entrenched nor stopped the poll, which began to confirm when its support was enough", async () => {
		assert.equal((await enacted(stage.chain, polls.amend)).result, "charter.TooEntrenched");
		assert.equal((await charter(stage.chain)).version, 1);
		assert.equal((await enacted(stage.chain, polls.stop)).result, "polls.TrackAsksForMore");

		const { state, at } = await decided(stage.chain, polls.entrenched);
		assert.equal(state, "Approved");
		const blocks = (event: string) => blocksOf(stage.chain, event, polls.entrenched, 100, at);
		const [since] = await blocks("DecisionStarted");
		// 40 to 10 % in 28 days: a quarter after half of them.
		assert.deepEqual(await blocks("ConfirmStarted"), [since + 14 * DAY]);
		assert.equal(at, since + 14 * DAY + 7 * DAY);
	});

	it("sentences one more in another season, which takes effect after the appeal period and not a block sooner", async () => {
		await goToNextSeason(stage.chain, "roll");
		ballots = await enrolAll(stage.chain, roll, prover, [...six, ...four]);
		// Those who will park a poll begin now.
		await park();

		const poll = await put(six[5], ORIGIN.justice, revoke(3));
		await votes(poll, six, [bob, charlie, dave]);
		const { at, result } = await enacted(stage.chain, poll);
		assert.equal(result, "Ok");
		const { executeSentence } = stage.tx.citizenship;
		await stage.chain.advanceTo(at + APPEAL - 2);
		await stage.refuses(ferdie, executeSentence(3), "citizenship.TooEarlyToExecute");
		assert.equal(await stage.chain.citizenId(dave), 3);
		await stage.free(ferdie, executeSentence(3));
		assert.equal(await stage.chain.citizenId(dave), undefined);
	});

	/** The polls that stand in the way of the wanted one, three of each of five. */
	const blockers: number[] = [];

	/** Five of the six fill the places of the entrenched track, and its queue. */
	async function park(): Promise<void> {
		const { referenda, system, utility } = stage.tx;
		for (const [n, author] of six.slice(0, 5).entries()) {
			const calls = [0, 1, 2].map((i) => {
				const call = { Inline: system.remark(`0x0${n}0${i}`).method.toHex() };
				return referenda.submit(ORIGIN.entrenched, call, { After: 0 });
			});
			const receipt = await stage.chain.submit(author, utility.batchAll(calls));
			for (const { event } of receipt.events) {
				if (`${event.section}.${event.method}` === "referenda.Submitted") blockers.push(Number(event.data[0]));
			}
		}
		await stage.chain.submit(eve, utility.batchAll(blockers.map((poll) => referenda.placeDecisionDeposit(poll))));
		// One voter of twelve is too little to pass, and enough to be before a poll that nobody has voted on.
		for (const poll of blockers) await vote(stage.chain, ballots.get(six[0]) as Person, poll, { Aye: 1 });
	}

	it("passes nothing by a poll that waits until nobody can vote against it: the poll is void", async () => {
		assert.equal(blockers.length, 15);
		const before = await article(stage.chain, 2);
		assert.equal(before.entrenchment, "Entrenched");
		const { ends } = (await stage.chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		await stage.chain.advanceTo(ends - 10);
		const wanted = await put(
			six[5],
			ORIGIN.entrenched,
			await amendment(stage.chain, [replace(2, "Only the six are free.")]),
		);

		// The last blocks of the voters' time.
		await stage.chain.advanceTo(ends + 100 - 10);
		assert.equal((await ongoing(stage.chain, wanted)).deciding, null, "it waits for a place");
		const { lapse } = stage.tx.polls;
		await stage.refuses(ferdie, lapse(wanted), "polls.NotVoid");
		await votes(wanted, six, []);
		await stage.chain.advanceTo(ends + 100 - 1);
		assert.equal((await pollInfo(stage.chain, wanted)).state, "Ongoing");

		const { state, at } = await decided(stage.chain, wanted, 10);
		assert.equal(state, "Cancelled");
		assert.equal(Number((await eventIn(stage.chain, at, "polls.Lapsed"))[0]), wanted);
		assert.deepEqual((await pollInfo(stage.chain, wanted)).value, [at, null, null], "its deposits are back");
		await stage.chain.advanceTo(ends + 100 + 60 * DAY);
		assert.deepEqual(await article(stage.chain, 2), before);
		for (const poll of blockers) assert.notEqual((await pollInfo(stage.chain, poll)).state, "Ongoing");
	});

	/** The season of a block. */
	async function seasonOf(block: number): Promise<number> {
		const then = await stage.chain.api.at((await stage.node.hash(block)) as string);
		return ((await then.call.seasonsApi.season()).toJSON() as { index: number }).index;
	}
}
