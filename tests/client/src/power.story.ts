// SPDX-License-Identifier: Apache-2.0
// Three citizens who stand together, a founder, a rich stranger and a majority of six in ten try to take the state. Each
// does on a running node what once worked, and is refused; each refusal leaves the state as it was. Each of them has a
// chain of their own. Within a part, each test goes on where the one before has ended.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Call, CIV, newPerson, type Person } from "./chain.js";
import { amendment, announcement, article, charter, decided, ORIGIN, replace, unchanged } from "./governance.js";
import { PRIVATE, Process, temporaryFolder, until } from "./node.js";
import { apply, newPeople } from "./people.js";
import { tellOfTheMajority } from "./power-majority.js";
import { PowerStage, REASON } from "./power-stage.js";
import { changedSpec } from "./specs.js";

const DEPOSIT = 10n * CIV;
/** What Eve fills blocks with: batches of so many transfers. A block holds about 135 of them. */
const TRANSFERS = 100;
const FLOOD = 1_000;
const CANNOT_PAY = /1010.*Inability to pay some fees/;

describe("three citizens who stand together", { timeout: 600_000 }, () => {
	const stage = new PowerStage();
	const { eve, ferdie } = stage;
	const [alice, bob, charlie, dave] = stage.founders;
	const three = [bob, charlie, dave];
	const strangers = Array.from({ length: 12 }, (_, i) => newPerson(`stranger ${i + 1}`));

	before(() => stage.set());
	after(() => stage.clear());

	it("do not admit twelve friends by vouching in the last moment: three have enough vouches, and wait", async () => {
		await apply(stage.chain, eve, strangers);
		// As long as an application could once be challenged.
		await stage.chain.advanceTo((await stage.chain.now()) + 10);
		const { vouch, admit } = stage.tx.citizenship;
		for (const [n, stranger] of strangers.entries()) {
			for (const citizen of three) {
				if (n < 3) await stage.free(citizen, vouch(stranger.address));
				else await stage.refuses(citizen, vouch(stranger.address), "citizenship.TooManyBoundVouches");
			}
			await stage.refuses(
				ferdie,
				admit(stranger.address),
				`citizenship.${n < 3 ? "TooEarlyToAdmit" : "TooFewVouches"}`,
			);
		}
	});

	it("have three friends admitted in a season, whom no vouch is free to follow", async () => {
		const { vouch, admit, renounce } = stage.tx.citizenship;
		for (const stranger of strangers.slice(0, 3)) await stage.admit(stranger);
		for (const { address } of strangers.slice(3))
			await stage.refuses(ferdie, admit(address), "citizenship.TooFewVouches");
		const numbers = await Promise.all(strangers.map((who) => stage.chain.citizenId(who)));
		assert.deepEqual(numbers, [4, 5, 6, ...Array<undefined>(9).fill(undefined)]);

		const [first, , , fourth] = strangers;
		await stage.chain.submit(eve, stage.tx.balances.transferKeepAlive(first.address, CIV));
		await stage.refuses(first, vouch(fourth.address), "citizenship.OnProbation");
		await stage.free(first, renounce());
		for (const citizen of three) await stage.refuses(citizen, vouch(fourth.address), "citizenship.TooManyBoundVouches");
	});

	it("push no citizenship onto Vera, who has not asked for one, and keep her from none", async () => {
		const vera = newPerson("Vera");
		const { rotate, acceptRotation, sponsor, cancelRotation } = stage.tx.citizenship;
		await stage.free(dave, rotate(vera.address));
		assert.equal(await stage.chain.citizenId(vera), undefined);
		assert.equal(await stage.chain.citizenId(dave), 3);
		await stage.refuses(ferdie, acceptRotation(3), "citizenship.NotNamed");

		await stage.chain.submit(eve, sponsor(vera.address));
		await stage.free(vera, await stage.chain.application(vera));
		assert.equal((await stage.applicationOf(vera))?.deposit.payer, eve.address);
		await stage.poolRefuses(vera, acceptRotation(3), CANNOT_PAY);
		await stage.free(dave, cancelRotation());
	});

	it("take no citizenship as its friends, and sentence, judge, appoint and amend nothing", async () => {
		const { recoveryFriends, citizenship, offices, polls } = stage.tx;
		const puppet = newPerson("their puppet").address;
		const amend = await amendment(stage.chain, [replace(5, "Land is ours.")]);
		for (const citizen of three) {
			await stage.refuses(citizen, recoveryFriends.support(0, puppet), "recoveryFriends.NotFriend");
			await stage.refuses(citizen, recoveryFriends.complete(0), "recoveryFriends.NotUnderWay");
			await stage.refuses(citizen, citizenship.revoke(0, "Fraud", REASON), "BadOrigin");
			await stage.refuses(citizen, citizenship.rule(strangers[4].address, 1, 1, "Upheld"), "BadOrigin");
			await stage.refuses(citizen, offices.appoint("PanelRegistrar", puppet), "BadOrigin");
			await stage.refuses(citizen, polls.cancel(0), "BadOrigin");
			await stage.refuses(citizen, amend, "charter.NotFounder");
		}
	});

	it("fill no agenda: of 520 polls in one batch three are submitted, and no other citizen is kept from proposing", async () => {
		const { referenda, system, utility } = stage.tx;
		const submission = (n: number) => {
			const call = { Inline: system.remark(u32(n)).method.toHex() };
			return referenda.submit(ORIGIN.law, call, { After: 0 });
		};
		const batch = utility.batch(Array.from({ length: 520 }, (_, n) => submission(n)));
		const receipt = await stage.chain.submit(bob, batch);
		const [index, error] = receipt.event("utility.BatchInterrupted") ?? [];
		assert.deepEqual([Number(index), String(error)], [3, "BadOrigin"]);
		assert.equal(Number(await stage.query.referenda.referendumCount()), 3);
		const at = (await stage.chain.now()) + 28;
		const agenda = (await stage.query.scheduler.agenda.entries()).map(([key, tasks]) => [
			Number(key.args[0].toString()),
			(tasks as unknown as { length: number }).length,
		]);
		assert.deepEqual(agenda, [[at, 3]]);

		await stage.refuses(bob, submission(9), "BadOrigin", "Referenda");
		const why = (await stage.chain.api.call.pollsApi.checkSubmission(1)) as unknown as { asErr: never };
		assert.equal(stage.chain.reasonOf(why.asErr), "polls.TooManyOpenPolls");
		await stage.chain.submit(alice, submission(10));
		assert.equal(Number(await stage.query.referenda.referendumCount()), 4);
	});

	it("pass nothing that nobody has seen: there is no vote on a text that is not on the chain", async () => {
		const { referenda, quadraticVoting } = stage.tx;
		const unknown = { Lookup: { hash: `0x${randomBytes(32).toString("hex")}`, len: 200 } };
		const receipt = await stage.chain.submit(charlie, referenda.submit(ORIGIN.appointment, unknown, { After: 0 }));
		const poll = Number(receipt.event("referenda.Submitted")?.[0]);
		await stage.chain.submit(ferdie, referenda.placeDecisionDeposit(poll));
		for (const citizen of three)
			await stage.refuses(citizen, quadraticVoting.vote(poll, { Aye: 10 }), "polls.TextMissing");
		const open = (await stage.chain.api.call.pollsApi.poll(poll)).toJSON() as { open: { text: boolean } };
		assert.equal(open.open.text, false);
		assert.equal((await decided(stage.chain, poll)).state, "Rejected");
	});
});

describe("a founder", { timeout: 600_000 }, () => {
	const stage = new PowerStage();
	const { eve, ferdie } = stage;
	const [alice, bob, charlie, dave] = stage.founders;
	const [gus, hal] = newPeople("Gus", "Hal");

	before(async () => {
		await stage.set();
		for (const who of [gus, hal])
			await stage.chain.submit(eve, stage.tx.balances.transferKeepAlive(who.address, 100n * CIV));
	});
	after(() => stage.clear());

	it("does not accuse and judge in one batch, and earns nothing by it", async () => {
		await stage.chain.submit(gus, await stage.chain.application(gus));
		const { challenge, rule, withdrawChallenge } = stage.tx.citizenship;
		const money = await stage.chain.balance(gus);
		for (const decision of ["Upheld", "Dismissed"]) {
			const at = (await stage.chain.now()) + 1;
			const both = stage.tx.utility.batchAll([challenge(gus.address, REASON), rule(gus.address, 0, at, decision)]);
			await stage.refuses(alice, both, `citizenship.${decision === "Upheld" ? "OnlyJusticeUpholds" : "OwnChallenge"}`);
		}
		await stage.chain.submit(alice, challenge(gus.address, REASON));
		const at = await stage.chain.now();
		assert.deepEqual((await stage.applicationOf(gus))?.challenge?.challengedAt, at);
		await stage.refuses(alice, rule(gus.address, 0, at, "Upheld"), "citizenship.OnlyJusticeUpholds");
		await stage.refuses(alice, rule(gus.address, 0, at, "Dismissed"), "citizenship.OwnChallenge");
		await stage.chain.submit(alice, withdrawChallenge(gus.address));
		await stage.refuses(alice, challenge(gus.address, REASON), "citizenship.ChallengedBefore");
		assert.deepEqual(await stage.chain.balance(gus), money);
	});

	it("neither silences ballots nor stretches the seasons, alone or together with a new article", async () => {
		const silence = { Voting: { FreeVotesPerSeason: [null, 0] } };
		const longer = { Seasons: { SeasonLength: [null, 4 * 365 * 14_400] } };
		const dearer = { Citizenship: { ApplicationDeposit: [null, 1_000n * CIV] } };
		const add = { Add: { title: "The crown", text: "It is inherited.", entrenchment: "Ordinary" } };
		for (const parameter of [silence, longer, dearer]) {
			for (const changes of [[], [add]]) {
				await stage.refuses(
					alice,
					await amendment(stage.chain, changes, undefined, [parameter]),
					"charter.NotByFounder",
				);
			}
		}
	});

	it("makes no new version of the charter by changing nothing", async () => {
		const { text } = await article(stage.chain, 5);
		await stage.refuses(alice, await amendment(stage.chain, []), "charter.NothingChanges");
		await stage.refuses(alice, await amendment(stage.chain, [replace(5, text)]), "charter.NothingChanges");
		assert.equal((await charter(stage.chain)).version, 1);
	});

	it("keeps nobody out by a new version in each block: there are eight a season, and Gus accepts the last", async () => {
		const { vouch, admit, accept } = stage.tx.citizenship;
		for (const citizen of [bob, charlie, dave]) await stage.free(citizen, vouch(gus.address));
		const before = await stage.chain.application(hal);
		for (let n = 1; n <= 8; n++) {
			await stage.chain.submit(alice, await amendment(stage.chain, [replace(5, `Land is land, ${n}.`)]));
		}
		assert.equal((await charter(stage.chain)).version, 9);
		const ninth = [replace(5, "Land is land, 9.")];
		await stage.refuses(alice, await amendment(stage.chain, ninth), "charter.TooManyFounderAmendments");
		await stage.refuses(alice, await announcement(stage.chain, ninth), "charter.TooManyFounderAmendments");

		await stage.refuses(hal, before, "citizenship.OutdatedCharter");
		await stage.chain.submit(hal, await stage.chain.application(hal));
		await stage.chain.advanceTo(await stage.challengeEnds(gus));
		await stage.refuses(ferdie, admit(gus.address), "citizenship.CharterNotAccepted");
		await stage.free(gus, accept(await stage.query.charter.inForce()));
		assert.equal(await stage.admit(gus), 4);
	});

	it("begins no state under a charter without the articles that its parameters stand under", async () => {
		const spec = await changedSpec(({ patch }) => {
			const { charter } = patch as unknown as { charter: { articles: object[] } };
			assert.ok(charter.articles.length > 7);
			charter.articles = charter.articles.slice(0, 7);
		});
		const folder = temporaryFolder("seven-articles");
		const attempt = new Process([
			`--chain=${spec}`,
			"--sealing=instant",
			"--rpc-port=0",
			...PRIVATE,
			`--base-path=${folder}`,
		]);
		try {
			assert.notEqual(await attempt.end(60), 0);
		} finally {
			await attempt.stop("SIGKILL");
		}
		assert.match(attempt.lines.join("\n"), /the charter lacks article 8, where parameters stand/);
	});
});

describe("a rich stranger", { timeout: 600_000 }, () => {
	const stage = new PowerStage();
	const { eve, ferdie } = stage;
	const [alice, bob, charlie, dave] = stage.founders;
	const [ada, uma, umaAgain, nora] = newPeople("Ada", "Uma", "Uma, again", "Nora");

	before(async () => {
		await stage.set();
		await stage.chain.submit(ferdie, stage.tx.balances.transferKeepAlive(ada.address, 100n * CIV));
	});
	after(() => stage.clear());

	it("ends no application by a sponsorship that the applicant has not asked for", async () => {
		const { sponsor, withdrawSponsorship } = stage.tx.citizenship;
		await stage.chain.submit(eve, sponsor(ada.address));
		const { charter, rollKey, proof, evidence } = await own(ada);
		await stage.chain.submit(ada, stage.tx.citizenship.apply(charter, rollKey, proof, evidence, "Own"));
		assert.equal((await stage.chain.balance(eve)).held, 0n);
		await stage.refuses(eve, withdrawSponsorship(ada.address), "citizenship.NotSponsor");
		assert.equal((await stage.applicationOf(ada))?.deposit.payer, ada.address);
	});

	it("pulls no deposit out of an application, not even in the block before the admission", async () => {
		const { sponsor, withdrawSponsorship, vouch } = stage.tx.citizenship;
		await stage.chain.submit(eve, sponsor(uma.address));
		await stage.free(uma, await stage.chain.application(uma));
		await stage.refuses(eve, withdrawSponsorship(uma.address), "citizenship.NotSponsor");
		for (const citizen of [bob, charlie, dave]) await stage.free(citizen, vouch(uma.address));
		await stage.chain.advanceTo((await stage.challengeEnds(uma)) - 2);
		await stage.refuses(eve, withdrawSponsorship(uma.address), "citizenship.NotSponsor");
		assert.equal((await stage.chain.balance(eve)).held, DEPOSIT);
		assert.equal(await stage.admit(uma), 4);
		assert.equal((await stage.chain.balance(eve)).held, 0n);
	});

	it("proposes, votes, judges, amends and objects to nothing, whatever it would cost", async () => {
		const { referenda, system, quadraticVoting, citizenship, charter, census } = stage.tx;
		const call = { Inline: system.remark("0x00").method.toHex() };
		for (const origin of Object.values(ORIGIN)) {
			await stage.refuses(eve, referenda.submit(origin, call, { After: 0 }), "BadOrigin", "Referenda");
		}
		const receipt = await stage.chain.submit(bob, referenda.submit(ORIGIN.appointment, call, { After: 0 }));
		const poll = Number(receipt.event("referenda.Submitted")?.[0]);
		await stage.refuses(eve, quadraticVoting.vote(poll, { Aye: 1 }), "quadraticVoting.NotCitizen", "Referenda");
		await stage.refuses(eve, citizenship.vouch(ada.address), "citizenship.NotCitizen");
		await stage.refuses(eve, citizenship.challenge(ada.address, REASON), "citizenship.NotCitizen");
		await stage.refuses(eve, citizenship.rule(ada.address, 0, 1, "Upheld"), "BadOrigin");
		await stage.refuses(eve, citizenship.revoke(0, "Fraud", REASON), "BadOrigin");
		await stage.refuses(eve, census.attest(null), "census.NotCitizen");
		await stage.refuses(eve, charter.removeFounder(), "BadOrigin");
	});

	it("sees wallets told that what is free costs nothing, so that people without money are not turned away", async () => {
		const { citizenship, balances } = stage.tx;
		const fee = async (who: Person, call: Call) => (await call.paymentInfo(who.pair)).partialFee.toBigInt();
		assert.deepEqual(await stage.chain.balance(uma), { free: 0n, held: 0n });
		assert.equal(await fee(uma, citizenship.renounce()), 0n);
		assert.equal(await fee(bob, citizenship.vouch(ada.address)), 0n);
		assert.ok((await fee(uma, citizenship.vouch(ada.address))) > 0n, "it would fail, so it is not free");
		assert.ok((await fee(eve, balances.transferKeepAlive(ferdie.address, CIV))) > 0n);
		assert.ok((await fee(eve, citizenship.renounce())) > 0n, "she is no citizen");
	});

	it("takes no citizenship by its friends, and cannot keep Uma, who owns nothing, from getting hers back", async () => {
		const { recoveryFriends, citizenship } = stage.tx;
		await stage.free(uma, recoveryFriends.nameFriends([1, 2], 2));
		await stage.refuses(eve, recoveryFriends.support(4, eve.address), "recoveryFriends.NotCitizen");
		await stage.refuses(dave, recoveryFriends.support(4, eve.address), "recoveryFriends.NotFriend");
		await stage.free(bob, recoveryFriends.support(4, umaAgain.address));
		await stage.refuses(eve, recoveryFriends.complete(4), "recoveryFriends.NotAgreed");
		const agreed = await stage.free(charlie, recoveryFriends.support(4, umaAgain.address));
		const due = Number(agreed.event("recoveryFriends.Agreed")?.[2]);
		await stage.refuses(eve, recoveryFriends.complete(4), "recoveryFriends.TooEarly");
		await stage.chain.advanceTo(due);
		await stage.free(ferdie, recoveryFriends.complete(4));
		if ((await stage.chain.citizenId(umaAgain)) === undefined)
			await stage.free(umaAgain, citizenship.acceptRotation(4));
		assert.equal(await stage.chain.citizenId(umaAgain), 4);
		assert.equal(await stage.chain.citizenId(uma), undefined);
		assert.deepEqual(await stage.chain.balance(umaAgain), { free: 0n, held: 0n });
	});

	it("sends nobody away by what they sent before their account was reaped", async () => {
		const { citizenship } = stage.tx;
		const { node, chain } = stage;
		const send = async (call: Call) => {
			const signed = await call.signAsync(nora.pair, { nonce: -1, era: 0 });
			const transaction = signed.toHex();
			const before = await chain.now();
			await node.rpc("author_submitExtrinsic", transaction);
			await until("a block includes it", 30, async () => (await chain.now()) > before);
			return transaction;
		};
		const come = async (sponsor: Person) => {
			await chain.submit(sponsor, citizenship.sponsor(nora.address));
			return chain.application(nora);
		};
		const isCitizen = async () => (await chain.citizenId(nora)) !== undefined;

		const application = await send(await come(bob));
		assert.ok(await stage.applicationOf(nora));
		await chain.submit(alice, citizenship.admit(nora.address));
		assert.ok(await isCitizen());
		const leaving = await send(citizenship.renounce());
		assert.ok(!(await isCitizen()));
		const reaped = (await stage.query.system.account(nora.address)).toJSON() as {
			sufficients: number;
			providers: number;
		};
		assert.deepEqual([reaped.sufficients, reaped.providers], [0, 0]);

		const replayed = async (refusal = /1010.*outdated/) => {
			for (const old of [application, leaving]) {
				await unchanged(chain, ["Citizenship"], () => assert.rejects(node.rpc("author_submitExtrinsic", old), refusal));
			}
		};
		await replayed(CANNOT_PAY);
		const again = await come(eve);
		await replayed();
		assert.equal(await stage.applicationOf(nora), null);
		await stage.free(nora, again);
		await replayed();
		await chain.submit(alice, citizenship.admit(nora.address));
		await replayed();
		assert.ok(await isCitizen());
	});

	it("keeps nobody from a free act by filling the blocks, whatever the tips", async () => {
		const { utility, balances, citizenship } = stage.tx;
		const { chain, node } = stage;
		const vic = newPerson("Vic");
		await chain.submit(bob, citizenship.sponsor(vic.address));
		const free: [Person, Call][] = [
			[vic, await chain.application(vic)],
			[bob, citizenship.vouch(ada.address)],
			[umaAgain, citizenship.renounce()],
		];
		const acts = await Promise.all(
			free.map(async ([who, call]) => (await call.signAsync(who.pair, { nonce: -1 })).toHex()),
		);

		const { genesisHash, runtimeVersion } = chain.api;
		const first = Number(await chain.api.rpc.system.accountNextIndex(eve.address));
		const transfers = utility.batch(Array<Call>(TRANSFERS).fill(balances.transferKeepAlive(ferdie.address, 1n)));
		const flood = Array.from({ length: FLOOD }, (_, n): string => {
			const era = chain.api.createType("ExtrinsicEra");
			const signing = { nonce: first + n, tip: CIV, era, genesisHash, blockHash: genesisHash, runtimeVersion };
			return transfers.sign(eve.pair, signing).toHex();
		});
		const send = (it: string) => chain.api.rpc.author.submitExtrinsic(it);
		await Promise.all(flood.map(send));
		const waiting = (await node.rpc<string[]>("author_pendingExtrinsics")).length;
		const sentAfter = await chain.now();
		await Promise.all(acts.map(send));

		await until("the blocks have taken everything", 120, async () => {
			return (await node.rpc<string[]>("author_pendingExtrinsics")).length === 0;
		});
		const included = new Map<string, number>();
		const floods = new Map<number, number>();
		for (let block = sentAfter + 1; block <= (await chain.now()); block++) {
			const answer = await node.rpc<{ block: { extrinsics: string[] } }>("chain_getBlock", await node.hash(block));
			const { extrinsics } = answer.block;
			for (const it of extrinsics) included.set(it, block);
			floods.set(block, extrinsics.filter((it) => flood.includes(it)).length);
		}
		const blocks = acts.map((it) => included.get(it) as number);
		for (const block of blocks) assert.ok(block - sentAfter <= 2, `block ${block}, after ${sentAfter}`);
		const later = [...floods]
			.filter(([block]) => block > Math.max(...blocks))
			.reduce((sum, [, count]) => sum + count, 0);
		assert.ok(later > 0, `${waiting} waited before them, in blocks ${JSON.stringify([...floods])}`);
		assert.ok(await stage.applicationOf(vic));
		assert.equal(await chain.citizenId(umaAgain), undefined);
		assert.deepEqual(
			(await stage.applicationOf(ada))?.vouches.map(({ voucher }) => voucher),
			[1],
		);
	});

	/** What somebody applies with. */
	async function own(who: Person) {
		const message = stage.chain.bytes(
			await stage.chain.api.call.citizenshipApi.possessionMessage(who.address, who.rollKey),
		);
		const charter = await stage.query.charter.inForce();
		return { charter, rollKey: who.rollKey, proof: who.signWithRollKey(message), evidence: randomBytes(32) };
	}
});

describe("a majority of six in ten", { timeout: 900_000 }, () => {
	tellOfTheMajority(new PowerStage());
});

function u32(n: number): string {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(n);
	return `0x${bytes.toString("hex")}`;
}
