// What becomes of it: by which curve it passes, when it is law, what the charter is then, and the end of the founder.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Option } from "@polkadot/types";
import type { Codec } from "@polkadot/types/types";
import { blake2AsHex } from "@polkadot/util-crypto";
import type { Chain, Person } from "./chain.js";
import {
	amendment, announcement, article, type Article, blocksOf, charter, decided, enacted, founderInfo, ongoing, ORIGIN,
	propose, replace, versionHash, type Vote, vote, voteAll,
} from "./governance.js";
import { type Stage, TEXTS } from "./governance-stage.js";

const CHARTER_TRACK = 1;

/** What a track needs, as the stock pallet's constants say. */
interface Track {
	decisionPeriod: number;
	confirmPeriod: number;
	minEnactmentPeriod: number;
	minSupport: { linearDecreasing: { length: number; floor: number; ceil: number } };
}

export function tellOfTheOutcome(stage: Stage): void {
	const { early, later, eve, ferdie } = stage;
	const [alice, , , dave] = stage.first;
	let chain: Chain;
	/** The block in which the removal is confirmed. */
	let removalPasses: number;

	before(() => {
		({ chain } = stage);
	});

	describe("the founder's removal", () => {
		// Thirteen are against it and seventeen for it; that alone says nothing.
		const against = [...stage.first, ...later.slice(0, 9)];
		const forIt = [...early, later[9], ...stage.last];

		const approval = async () => {
			const info = (await chain.api.call.votingApi.tally(stage.polls.removal)).toJSON();
			const { ayes, nays, approval, support } = info as { ayes: number; nays: number; approval: number; support: number };
			return { ayes, nays, approval, support };
		};

		it("does not pass with half of the votes", async () => {
			stage.polls.removal = await propose(chain, dave, ferdie, ORIGIN.charter, stage.tx.charter.removeFounder());
			const votes = (people: Person[], how: (i: number) => Vote) =>
				people.map((who, i): [Person, Vote] => [stage.ballot(who), how(i)]);
			await voteAll(chain, stage.polls.removal, votes(against, (i) => ({ Nay: i < 11 ? 4 : i < 12 ? 5 : 1 })));
			await voteAll(chain, stage.polls.removal, votes(forIt, (i) => ({ Aye: i < 16 ? 3 : 2 })));
			const { submitted } = await ongoing(chain, stage.polls.removal);
			await chain.advanceTo(submitted + 8);
			const half = { ayes: 50, nays: 50, approval: 500_000_000, support: 566_666_666 };
			assert.deepEqual(await approval(), half);
			const { deciding } = await ongoing(chain, stage.polls.removal);
			assert.ok(deciding);
			assert.equal(deciding.confirming, null);
		});

		it("passes with 51 %, when a single voter changes sides", async () => {
			await vote(chain, stage.ballot(against[12]), stage.polls.removal, { Aye: 1 });
			assert.deepEqual(await approval(), { ayes: 51, nays: 49, approval: 510_000_000, support: 600_000_000 });
			await chain.node.seal();
			const { deciding } = await ongoing(chain, stage.polls.removal);
			removalPasses = (await chain.now()) + 6;
			assert.equal(deciding?.confirming, removalPasses);
		});
	});

	describe("the citizen's amendment", () => {
		let expected: string;

		it("passes in the very block in which the curve has fallen to the support of six in thirty", async () => {
			const tracks = chain.api.consts.referenda.tracks.toJSON() as unknown as [number, Track][];
			const { decisionPeriod, confirmPeriod, minEnactmentPeriod, minSupport } = tracks[CHARTER_TRACK][1];
			const { floor, ceil } = minSupport.linearDecreasing;
			let elapsed = 0;
			while (ceil - ((ceil - floor) * elapsed) / decisionPeriod > (6 / 30) * 1e9) elapsed++;
			assert.deepEqual([decisionPeriod, elapsed, confirmPeriod, minEnactmentPeriod], [42, 21, 6, 14]);

			const { state, at } = await decided(chain, stage.polls.land);
			assert.equal(state, "Approved");
			const blocks = (event: string) => blocksOf(chain, event, stage.polls.land, stage.proposedAt, at);
			const [since] = await blocks("DecisionStarted");
			assert.deepEqual(await blocks("ConfirmStarted"), [since + elapsed]);
			assert.deepEqual(await blocks("ConfirmAborted"), []);
			assert.equal(at, since + elapsed + confirmPeriod);
		});

		it("is made law by the scheduler, and changes the charter to what anyone could work out before", async () => {
			const { version, ...old } = stage.old;
			assert.equal(version, 1);
			const changed: Article = { ...old, since: 5, text: TEXTS.land };
			expected = versionHash(stage.base.hash, 5, [[5, 2, changed]]);
			const { at: passed } = await decided(chain, stage.polls.land);

			const { at, result, events } = await enacted(chain, stage.polls.land);
			assert.equal(at, passed + 14);
			assert.equal(result, "Ok");
			assert.ok(events.includes("charter.Amended"));
			assert.deepEqual(await charter(chain, at - 1), stage.base);
			assert.deepEqual(await charter(chain, at), { version: 5, hash: expected });
			assert.deepEqual(await article(chain, 5), { ...changed, version: 2 });
		});

		it("leaves the old text where it was", async () => {
			const { old } = stage;
			assert.match(old.text, /^People hold land; nobody owns it for ever\. Holders name a price.*There is no other tax/s);
			assert.deepEqual(await article(chain, 5, 1), { ...old, version: 1 });
			assert.deepEqual([old.since, old.status, old.entrenchment], [1, "InForce", "Ordinary"]);
		});

		it("is the last link of a chain of hashes that goes back to the first charter", async () => {
			let previous = `0x${"00".repeat(32)}`;
			const authors: unknown[] = [];
			for (let version = 1; version <= 5; version++) {
				const record = (await chain.api.call.charterApi.version(version)).toJSON() as {
					hash: string;
					author: object;
					articles: [number, number][];
				};
				const articles = await Promise.all(
					record.articles.map(async ([n, v]) => [n, v, await article(chain, n, v)] as const),
				);
				const change = (await chain.api.call.charterApi.change(version)) as unknown as Option<Codec & { parameters: Codec }>;
				const { parameters } = change.unwrap();
				assert.equal(versionHash(previous, version, articles, parameters.toU8a()), record.hash, `version ${version}`);
				// As docs/governance.md says: the bytes that the chain answers are what is hashed.
				const argument = Buffer.alloc(4);
				argument.writeUInt32LE(version);
				const answer = await chain.node.rpc<string>("state_call", "CharterApi_change", `0x${argument.toString("hex")}`);
				assert.equal(blake2AsHex(previous + answer.slice(4)), record.hash);
				authors.push(record.author);
				previous = record.hash;
			}
			const citizens = { citizens: { track: "Ordinary" } };
			assert.deepEqual(authors, [{ genesis: null }, { founder: null }, citizens, citizens, citizens]);
			assert.equal(previous, expected);
		});

		it("takes no more votes", async () => {
			// Chidi's has money for the fee.
			const ballot = stage.ballot(early[2]);
			const { vote, removeVote } = stage.tx.quadraticVoting;
			await stage.refuses(ballot, vote(stage.polls.land, { Aye: 1 }), "quadraticVoting.NotOngoing");
			await stage.refuses(ballot, removeVote(stage.polls.land), "quadraticVoting.NotOngoing");
		});
	});

	describe("power", () => {
		it("has left the founder with the vote of 51 %, and no call of a founder's works any more", async () => {
			const { at } = await decided(chain, stage.polls.removal);
			assert.equal(at, removalPasses);
			const { result, events } = await enacted(chain, stage.polls.removal);
			assert.equal(result, "Ok");
			assert.ok(events.includes("citizenship.FounderLeft"));
			assert.deepEqual(await founderInfo(chain), { founder: null, tier: "Community", powers: [] });
			assert.equal(await chain.citizenId(alice), 0, "she is a citizen like any other");

			const { consent, veto, stepDown } = stage.tx.charter;
			const change = [replace(6, "Money is mine.")];
			const any = `0x${"11".repeat(32)}`;
			await stage.refuses(alice, stepDown(), "charter.NotFounder");
			await stage.refuses(alice, veto(any), "charter.NotFounder");
			await stage.refuses(alice, consent(any), "charter.NotFounder");
			await stage.refuses(alice, await announcement(chain, change), "charter.NotFounder");
			await stage.refuses(alice, await amendment(chain, change), "charter.NotFounder");
			await stage.refuses(alice, stage.tx.offices.appoint("PanelRegistrar", null), "BadOrigin");
			await stage.refuses(eve, stepDown(), "charter.NotFounder");
		});

		it("is not one voter's alone, however many the votes", async () => {
			const { state, at } = await decided(chain, stage.polls.unwanted);
			assert.equal(state, "Rejected");
			// One of thirty is less than the twentieth that it takes on the last of fourteen days of two blocks.
			const [since] = await blocksOf(chain, "DecisionStarted", stage.polls.unwanted, stage.proposedAt, at);
			assert.equal(at, since + 28);
			assert.deepEqual(await blocksOf(chain, "ConfirmStarted", stage.polls.unwanted, since, at), []);
		});

		it("is not the rival's, who has won a vote on an article that has changed", async () => {
			const before = await charter(chain);
			assert.equal((await enacted(chain, stage.polls.rival)).result, "charter.StaleArticle");
			assert.deepEqual(await charter(chain), before);
			assert.equal((await article(chain, 5)).text, TEXTS.land);
		});
	});
}
