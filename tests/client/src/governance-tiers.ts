// SPDX-License-Identifier: Apache-2.0
// How power moves outward: the census lifts the tier, and each tier leaves less to the founder.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Chain } from "./chain.js";
import {
	amendment,
	announcement,
	article,
	type CharterRef,
	charter,
	enacted,
	eventIn,
	founderInfo,
	ORIGIN,
	replace,
	voteAll,
} from "./governance.js";
import { nameIn, type Stage, TEXTS } from "./governance-stage.js";
import { admitAsFounder, admitByVouches, apply, attest, enrolAll } from "./people.js";
import { goToNextSeason } from "./roll.js";

const POWERS = ["Amend", "Admit", "Appoint", "Announce", "Consent", "Veto"];
/** For how many blocks a founder can veto in the Shared tier. */
const VETO_PERIOD = 10;
const NOBODYS = `0x${"11".repeat(32)}`;

export function tellOfTheTiers(stage: Stage): void {
	const { early, later, thirty, eve, ferdie } = stage;
	const [alice, bob, charlie, dave] = stage.first;
	const [zoe] = stage.last;
	const nineteen = thirty.slice(0, 19);
	let chain: Chain;
	/** The charter with the founder's own amendment. */
	let second: CharterRef;
	/** What waits for the founder when the last tier begins. */
	let waiting: string;

	before(() => {
		({ chain } = stage);
	});

	describe("in the Founding tier", () => {
		it("leaves every power to the founder", async () => {
			assert.deepEqual(await founderInfo(chain), { founder: 0, tier: "Founding", powers: POWERS });
			assert.equal((await charter(chain)).version, 1);
		});

		it("lets the founder admit fifteen people, appoint and amend", async () => {
			await apply(chain, eve, early);
			await admitAsFounder(chain, alice, early);
			assert.equal(await chain.citizenId(early[14]), 18);
			const appointed = await chain.submit(alice, stage.tx.offices.appoint("PanelRegistrar", eve.address));
			assert.ok(appointed.event("offices.Appointed"));

			const first = await charter(chain);
			const add = { Add: { title: "Festivals", text: TEXTS.festivals, entrenchment: "Ordinary" } };
			const amended = await chain.submit(alice, await amendment(chain, [add]));
			second = await charter(chain);
			const [old, now, author, articles] = (amended.event("charter.Amended") ?? []).map((field) => field.toJSON());
			assert.deepEqual([old, now, author, articles], [first, second, { founder: null }, [[12, 1]]]);
			assert.equal((await article(chain, 12)).text, TEXTS.festivals);

			const change = [replace(12, "Every day is one.")];
			const base = (articles: [number, number][]) => ({ articles, parameters: [] });
			await stage.refuses(alice, await amendment(chain, change, base([[12, 2]])), "charter.StaleArticle");
			await stage.refuses(alice, await amendment(chain, change, base([[11, 1]])), "charter.WrongBase");
			await stage.refuses(alice, await amendment(chain, change, base([])), "charter.WrongBase");
			await stage.refuses(alice, await amendment(chain, [replace(13, "There is none.")]), "charter.UnknownArticle");
			await stage.refuses(alice, await amendment(chain, [replace(12, TEXTS.festivals)]), "charter.NothingChanges");
			await stage.refuses(alice, await amendment(chain, []), "charter.NothingChanges");
			const longer = { Seasons: { SeasonLength: [null, 5_000] } };
			const silence = { Voting: { FreeVotesPerSeason: [null, 0] } };
			for (const decisive of [longer, silence]) {
				await stage.refuses(alice, await amendment(chain, [], undefined, [decisive]), "charter.NotByFounder");
				await stage.refuses(alice, await amendment(chain, [add], undefined, [decisive]), "charter.NotByFounder");
			}
			await stage.refuses(bob, await amendment(chain, change), "charter.NotFounder");
		});
	});

	describe("in the Consultative tier", () => {
		it("begins when two records in a row count ten who have been here for a season", async () => {
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [0,19,19]"]);
			await attest(chain, nineteen);
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [1,19,19]"]);
			await attest(chain, nineteen);
			assert.deepEqual(await goToNextSeason(chain, "census"), [
				"CensusTaken [2,19,19]",
				'TierReached ["Consultative",2]',
			]);
			const powers = ["Announce", "Consent", "Veto"];
			assert.deepEqual(await founderInfo(chain), { founder: 0, tier: "Consultative", powers });
		});

		it("takes amending, appointing, admitting and judging from the founder", async () => {
			await apply(chain, eve, later);
			await stage.refuses(alice, await amendment(chain, [replace(12, "Every day is one.")]), "charter.PowerLost");
			await stage.refuses(alice, stage.tx.offices.appoint("PanelRegistrar", null), "BadOrigin");
			await stage.refuses(alice, stage.tx.citizenship.admit(later[0].address), "citizenship.TooFewVouches");
			await stage.refuses(alice, stage.tx.citizenship.rule(later[0].address, 1, 1, "Dismissed"), "BadOrigin");
		});

		it("still lets the founder announce an amendment, and take it back", async () => {
			const { withdraw } = stage.tx.charter;
			const receipt = await chain.submit(alice, await announcement(chain, [replace(6, "There is no money.")]));
			await stage.refuses(bob, withdraw(nameIn(receipt, "charter.Announced")), "charter.NotFounder");
			await chain.submit(alice, withdraw(nameIn(receipt, "charter.Announced")));
			assert.deepEqual((await chain.api.call.charterApi.pending()).toJSON(), []);
		});

		it("lets citizens reject by their votes what the founder has announced", async () => {
			const receipt = await chain.submit(alice, await announcement(chain, [replace(6, "Money is mine.")]));
			const announced = nameIn(receipt, "charter.Announced");
			await stage.refuses(ferdie, stage.tx.charter.enact(announced), "charter.TooEarlyToEnact");

			stage.ballots = await enrolAll(chain, stage.roll, stage.prover, early.slice(0, 6));
			stage.polls.reject = await stage.propose(stage.tx.charter.reject(announced));
			// It becomes law later than the rejection, which is looked at before.
			stage.polls.repeal = await stage.proposeChange([{ Repeal: { number: 12 } }], { After: 20 });
			// Six of nineteen are more than the three tenths that it takes on the first day.
			for (const poll of [stage.polls.reject, stage.polls.repeal]) {
				await voteAll(chain, poll, stage.all(early.slice(0, 6), { Aye: 2 }));
			}
			const rejected = await enacted(chain, stage.polls.reject);
			assert.equal(rejected.result, "Ok");
			assert.equal(String((await eventIn(chain, rejected.at, "charter.Rejected"))[0]), announced);
			await stage.refuses(ferdie, stage.tx.charter.enact(announced), "charter.UnknownAmendment");
			const again = await announcement(chain, [replace(6, "Money is mine.")]);
			await stage.refuses(alice, again, "charter.RejectedText");
		});

		it("lets what citizens have passed wait for the founder's consent", async () => {
			const { at, result } = await enacted(chain, stage.polls.repeal);
			assert.equal(result, "Ok");
			const [amended, , track, brake] = (await eventIn(chain, at, "charter.Passed")).map((field) => field.toJSON());
			assert.deepEqual([track, brake], ["Ordinary", "Consent"]);
			assert.deepEqual(await charter(chain), second, "no law yet");
			await stage.refuses(ferdie, stage.tx.charter.enact(amended), "charter.AwaitsConsent");
			await stage.refuses(dave, stage.tx.charter.consent(amended), "charter.NotFounder");
			const receipt = await chain.submit(alice, stage.tx.charter.consent(amended));
			assert.deepEqual(receipt.event("charter.Amended")?.[2].toJSON(), { citizens: { track: "Ordinary" } });
			assert.equal((await charter(chain)).version, 3);
			assert.deepEqual(await article(chain, 12), {
				version: 2,
				since: 3,
				title: "Festivals",
				text: "",
				entrenchment: "Ordinary",
				status: "Repealed",
			});
		});

		it("grows by the word of citizens alone", async () => {
			await attest(chain, nineteen);
			await admitByVouches(chain, nineteen.slice(0, 12), ferdie, later);
			assert.equal(await chain.citizenId(later[9]), 28);
		});
	});

	describe("in the Shared tier", () => {
		const voters = early.slice(0, 9);

		it("begins two seasons after the newcomers have come, with the thirtieth on the way", async () => {
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [3,29,29]"]);
			await apply(chain, eve, [zoe]);
			await attest(chain, thirty.slice(0, 29));
			// Those who have vouched for others in the season before cannot yet vouch again.
			await admitByVouches(chain, nineteen.slice(12, 15), ferdie, [zoe]);
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [4,30,30]"]);
			await attest(chain, thirty);
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [5,30,30]", 'TierReached ["Shared",5]']);
			assert.deepEqual(await founderInfo(chain), { founder: 0, tier: "Shared", powers: ["Veto"] });
		});

		it("takes announcing and consenting from the founder", async () => {
			await stage.refuses(alice, await announcement(chain, [replace(6, "Money is mine.")]), "charter.PowerLost");
			await stage.refuses(alice, stage.tx.charter.consent(NOBODYS), "charter.PowerLost");
		});

		it("takes five proposals at a time", async () => {
			stage.ballots = await enrolAll(chain, stage.roll, stage.prover, voters);
			const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
			stage.polls.vetoed = await stage.proposeChange([replace(6, TEXTS.money)]);
			stage.polls.waiting = await stage.proposeChange([replace(6, TEXTS.spending)], { At: ends - 3 });
			stage.polls.tooEarly = await stage.propose(stage.tx.charter.removeFounder());
			// Bob has three open polls, which is as many as a citizen can have.
			await stage.refuses(
				bob,
				stage.tx.referenda.submit(ORIGIN.charter, { Inline: "0x00" }, { After: 0 }),
				"BadOrigin",
			);
			stage.polls.absent = await stage.proposeChange([replace(13, "There is none.")], undefined, charlie);
			stage.polls.repealed = await stage.proposeChange([replace(12, "It comes back.")], undefined, charlie);
			// Nine of thirty are three tenths.
			const { vetoed, waiting, tooEarly, absent, repealed } = stage.polls;
			for (const poll of [vetoed, waiting, tooEarly, absent, repealed]) {
				await voteAll(chain, poll, stage.all(voters, { Aye: 1 }));
			}
		});

		it("obeys the founder's veto", async () => {
			const { at, result } = await enacted(chain, stage.polls.vetoed);
			assert.equal(result, "Ok");
			const [amended, text, , brake] = (await eventIn(chain, at, "charter.Passed")).map((field) => field.toJSON());
			assert.equal(brake, "Veto");
			await stage.refuses(ferdie, stage.tx.charter.enact(amended), "charter.TooEarlyToEnact");
			await stage.refuses(bob, stage.tx.charter.veto(amended), "charter.NotFounder");
			const receipt = await chain.submit(alice, stage.tx.charter.veto(amended));
			assert.deepEqual(receipt.event("charter.Vetoed")?.map(String), [amended, text]);
			await stage.refuses(ferdie, stage.tx.charter.enact(amended), "charter.UnknownAmendment");
			assert.equal((await charter(chain)).version, 3);
		});

		it("does not do what passed and cannot be done", async () => {
			for (const [poll, why] of [
				[stage.polls.tooEarly, "charter.NotCommunity"],
				[stage.polls.absent, "charter.UnknownArticle"],
				[stage.polls.repealed, "charter.Repealed"],
			] as const) {
				assert.equal((await enacted(chain, poll)).result, why);
			}
			assert.equal((await charter(chain)).version, 3);
			assert.equal((await founderInfo(chain)).founder, 0);
		});

		it("lets an amendment wait for a veto when the season turns", async () => {
			await attest(chain, thirty);
			const { at, result } = await enacted(chain, stage.polls.waiting);
			assert.equal(result, "Ok");
			waiting = String((await eventIn(chain, at, "charter.Passed"))[0]);
			await stage.refuses(ferdie, stage.tx.charter.enact(waiting), "charter.TooEarlyToEnact");
		});
	});

	describe("in the Community tier", () => {
		it("begins when two records in a row count thirty: the thirtieth citizen makes the difference", async () => {
			assert.deepEqual(await goToNextSeason(chain, "census"), ["CensusTaken [6,30,30]", 'TierReached ["Community",6]']);
			assert.deepEqual(await founderInfo(chain), { founder: 0, tier: "Community", powers: [] });
		});

		it("refuses the veto, whose time would not be over, and every other power of the founder", async () => {
			const { consent, veto, enact } = stage.tx.charter;
			const change = [replace(6, "Money is mine.")];
			await stage.refuses(alice, veto(waiting), "charter.PowerLost");
			const pending = (await chain.api.call.charterApi.pending()).toJSON() as { id: string; since: number }[];
			assert.deepEqual(
				pending.map(({ id }) => id),
				[waiting],
			);
			assert.ok((await chain.now()) < pending[0].since + VETO_PERIOD, "the tier takes the veto, not the time");
			await stage.refuses(alice, consent(waiting), "charter.PowerLost");
			await stage.refuses(alice, await announcement(chain, change), "charter.PowerLost");
			await stage.refuses(alice, await amendment(chain, change), "charter.PowerLost");
			await stage.refuses(alice, stage.tx.offices.appoint("PanelRegistrar", null), "BadOrigin");
			await stage.refuses(alice, stage.tx.charter.removeFounder(), "BadOrigin");

			const receipt = await chain.submitFree(ferdie, enact(waiting));
			assert.deepEqual(receipt.event("charter.Amended")?.[2].toJSON(), { citizens: { track: "Ordinary" } });
			assert.equal((await article(chain, 6)).text, TEXTS.spending);
			assert.equal((await charter(chain)).version, 4);
		});

		it("enrols thirty ballot accounts that own nothing", async () => {
			stage.former = stage.ballot(early[0]);
			stage.ballots = await enrolAll(chain, stage.roll, stage.prover, thirty);
			const enrolled = await chain.api.query.roll.electorates(7);
			assert.equal(enrolled.toJSON(), 30);
			for (const who of thirty) assert.deepEqual(await chain.balance(stage.ballot(who)), { free: 0n, held: 0n });
		});
	});
}
