// SPDX-License-Identifier: Apache-2.0
// A new runtime, by referendum and by nothing else. The chain begins with the runtime of its founding, which is kept
// as a file; the one that the node would begin a chain with today is the upgrade. One story: each part goes on where
// the one before has ended.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { ProverThread } from "@civitas/ballots";
import type { DispatchError } from "@polkadot/types/interfaces";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Call, Chain, CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { due, fieldsOf } from "./charges.js";
import { application, enrol, FOUNDING } from "./first-runtime.js";
import { amendment, charter, enacted, ORIGIN, ongoing, propose, replace, vote, voteRefusal } from "./governance.js";
import { Node, until } from "./node.js";
import { prefix } from "./recount.js";
import { changes, PROVER, wholeState } from "./roll.js";
import { rawSpec, startOn } from "./specs.js";
import { lots } from "./town.js";
import {
	applied,
	begun,
	CODE,
	codeOf,
	hex,
	itemNames,
	itemOf,
	layouts,
	metadata,
	upgrade,
	type Version,
	versionOf,
} from "./upgrade.js";

/** For how many blocks an application with enough vouches can be challenged on the development chain. */
const CHALLENGE_PERIOD = 10;

/** A home on the chain before the upgrade, what it is worth to Bob, what he has in escrow, and what Eve bids. */
const HOME = 0;
const [WORTH, ESCROW, OFFER] = [400n * CIV, 50n * CIV, 500n * CIV];

/** A day of deliberation on the development chain, in blocks. */
const DAY = 2;

describe("a runtime upgrade", { timeout: 900_000 }, () => {
	const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const [alice, bob, charlie, dave] = founders;
	const eve = wellKnown("Eve");
	const friend = newPerson("a friend");
	/** Joins in the season of the upgrade. */
	const gina = newPerson("Gina");
	/** They apply before it: one with money of his own, the other with Alice's. */
	const ferdie = wellKnown("Ferdie");
	const ida = newPerson("Ida");
	/** Applies after it. */
	const hugo = newPerson("Hugo");
	/** The accounts that vote, one for each founder. */
	let ballots: Person[];
	/** The one that Dave has left for another. */
	let left: Person;

	let node: Node;
	let chain: Chain;
	/** What a chain that begins with the new runtime says of itself. */
	let expected: { version: Version; metadata: object; layouts: [string, string][]; parameters: string[] };

	before(async () => {
		const [today, founded] = await Promise.all([Node.dev(), startOn(begun.spec, "--state-pruning=archive")]);
		const fresh = await Chain.connect(today);
		expected = {
			version: await versionOf(today),
			metadata: metadata(fresh),
			layouts: await layouts(today),
			parameters: await fresh.keys(prefix("Parameters", "Parameters")),
		};
		await fresh.close();
		assert.deepEqual(await codeOf(today), upgrade);
		await today.stop();
		node = founded;
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	const tx = () => chain.api.tx;
	const query = () => chain.api.query;
	const refusal = async (who: Person, call: Call) => (await chain.refusalOf(who, call)).reason;
	const apply = (code: Uint8Array) => tx().system.applyAuthorizedUpgrade(hex(code));
	const codeInState = async () => blake2AsHex(await codeOf(node));

	/** Proposes that a runtime be authorised, and goes on to the decision. */
	async function proposeRuntime(code: Uint8Array): Promise<number> {
		const poll = await propose(chain, alice, alice, ORIGIN.entrenched, tx().system.authorizeUpgrade(blake2AsHex(code)));
		const { track, submitted } = await ongoing(chain, poll);
		assert.equal(track, 0, "the entrenched one");
		await chain.advanceTo(submitted + 7 * DAY);
		assert.equal((await ongoing(chain, poll)).deciding?.since, submitted + 7 * DAY);
		return poll;
	}

	/** What a poll's approval is, in parts of a billion, and whether it is about to pass. */
	async function standing(poll: number): Promise<[number, boolean]> {
		// A vote is weighed in the block after it.
		await node.seal();
		const { approval } = (await chain.api.call.votingApi.tally(poll)).toJSON() as { approval: number };
		return [approval, (await ongoing(chain, poll)).deciding?.confirming != null];
	}

	/** Goes on until a poll that is about to pass is law, and says that nothing was before. */
	async function authorise(poll: number, code: Uint8Array) {
		const confirmed = (await ongoing(chain, poll)).deciding?.confirming as number;
		const { at, result, events } = await enacted(chain, poll);
		assert.deepEqual([at, result], [confirmed + 14 * DAY, "Ok"]);
		assert.ok(events.includes("system.UpgradeAuthorized"));
		const before = await chain.api.at((await node.hash(at - 1)) as string);
		assert.ok((await before.query.system.authorizedUpgrade()).isEmpty);
		const authorised = { codeHash: blake2AsHex(code), checkVersion: true };
		assert.deepEqual((await query().system.authorizedUpgrade()).toJSON(), authorised);
	}

	/** The items of storage that blocks without transactions change. */
	async function everydayItems(): Promise<Set<string>> {
		const items = new Set<string>();
		let earlier = await wholeState(node);
		for (let i = 0; i < 4; i++) {
			await node.seal();
			const later = await wholeState(node);
			for (const key of changes(earlier, later).keys()) items.add(itemOf(key));
			earlier = later;
		}
		return items;
	}

	it("has a chain to change, which runs the runtime of its founding", async () => {
		const { specName, specVersion } = await versionOf(node);
		assert.equal(specName, "civitas");
		assert.ok(specVersion < expected.version.specVersion, `${specVersion} before ${expected.version.specVersion}`);
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
		assert.equal(chain.api.runtimeVersion.specVersion.toNumber(), specVersion);
	});

	it("is nobody's to authorise, not even the founder's", async () => {
		const { system, utility } = tx();
		const hash = blake2AsHex(upgrade);
		for (const call of [
			system.authorizeUpgrade(hash),
			system.authorizeUpgradeWithoutChecks(hash),
			system.setCode("0x00"),
			system.setCodeWithoutChecks("0x00"),
			system.setStorage([[CODE, "0x00"]]),
		]) {
			assert.equal(await refusal(alice, call), "BadOrigin", call.method.method);
		}
		const batch = await chain.submit(alice, utility.batch([system.authorizeUpgrade(hash)]));
		assert.equal(chain.reasonOf(batch.event("utility.BatchInterrupted")?.[1] as DispatchError), "BadOrigin");
		assert.equal(await refusal(eve, apply(upgrade)), "system.NothingAuthorized");
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
	});

	it("has a history: a season that is over, an amended charter, a citizen admitted since", async () => {
		const { census, citizenship } = tx();
		const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		await chain.advanceTo(ends);
		for (const who of founders) await chain.submitFree(who, census.attest());
		await chain.submit(
			alice,
			tx().charter.amend(await query().charter.inForce(), [replace(6, "Money is counted.")], []),
		);
		await chain.submit(alice, citizenship.sponsor(gina.address));
		await chain.submitFree(gina, await application(chain, gina));
		await chain.submit(alice, citizenship.admit(gina.address));
		assert.equal(await chain.citizenId(gina), 4);
	});

	it("has land by the old rules: a home that somebody lives on and bids for, a reserved lot, a field for sale", async () => {
		const { land, harberger } = tx();
		await chain.submit(alice, land.openTerritory("Eixample", "ES", alice.address, 10));
		const [home, lot, field] = lots();
		for (const [{ survey }, assignee] of [
			[home, bob.address],
			[lot, charlie.address],
			[field, null],
		] as const) {
			await chain.submit(alice, land.register(0, survey, assignee));
		}
		await chain.submit(bob, harberger.accept(HOME, WORTH, ESCROW));
		for (const who of [charlie, dave]) await chain.submitFree(who, land.reside(HOME));
		await chain.submit(bob, land.confirm(await chain.citizenId(charlie), HOME));
		// The highest rate that Eve accepted was part of a bid.
		await chain.submit(eve, harberger.bid(HOME, OFFER, 10n ** 18n));
	});

	it("is enrolled for by four citizens, in secret", async () => {
		const prover = await ProverThread.start(PROVER);
		try {
			ballots = [];
			for (const who of founders) ballots.push(await enrol(chain, prover, who));
			// Dave moves to another account.
			left = ballots[3];
			ballots[3] = await enrol(chain, prover, dave);
		} finally {
			prover.stop();
		}
	});

	let poll: number;

	it("passes the entrenched track with two thirds of the votes, and not with one vote less", async () => {
		poll = await proposeRuntime(upgrade);
		const [first, second, third, fourth] = ballots;
		const ayes = [
			[first, 5],
			[second, 4],
			[third, 3],
		] as const;
		for (const [ballot, votes] of ayes) await vote(chain, ballot, poll, { Aye: votes });
		await vote(chain, fourth, poll, { Nay: 7 });
		assert.deepEqual(await standing(poll), [Math.floor(12e9 / 19), false]);
		await vote(chain, fourth, poll, { Nay: 6 });
		assert.deepEqual(await standing(poll), [666_666_666, true]);
	});

	it("is authorised two weeks of deliberation after that, by its hash", async () => {
		await authorise(poll, upgrade);
		assert.equal(
			(await versionOf(node)).specVersion,
			chain.api.runtimeVersion.specVersion.toNumber(),
			"and nothing else has changed",
		);
	});

	it("refuses every Wasm but the one that was voted on", async () => {
		const bent = Uint8Array.from(upgrade);
		bent[bent.length - 1] ^= 1;
		for (const wrong of [bent, FOUNDING, Uint8Array.of(0)]) {
			const refused = await chain.refusalOf(eve, apply(wrong));
			assert.equal(refused.reason, "system.Unauthorized");
			assert.ok(refused.receipt.fee() > 0n, "and whoever tries pays for it");
		}
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
		assert.ok(!(await query().system.authorizedUpgrade()).isEmpty, "the authorisation stands");
	});

	/** A gift by Bob, made for the version that the client knows, and for one nonce. */
	async function gift() {
		const { api } = chain;
		const { nonce } = (await query().system.account(bob.address)) as unknown as { nonce: { toNumber(): number } };
		const transfer = api.tx.balances.transferAllowDeath(friend.address, CIV);
		const { genesisHash, runtimeVersion } = api;
		const era = api.createType("ExtrinsicEra");
		return transfer
			.sign(bob.pair, { nonce: nonce.toNumber(), era, genesisHash, blockHash: genesisHash, runtimeVersion })
			.toHex();
	}

	/** Everything that is under way or remembered, as clients read it. */
	async function civicState() {
		const { census, charter: constitution, citizenship, quadraticVoting, roll } = query();
		const list = async (entries: Promise<[{ toHex(): string }, { toJSON(): unknown }][]>): Promise<[string, any][]> => {
			return (await entries).map(([key, value]) => [key.toHex(), value.toJSON()]);
		};
		const all = (item: any) => list(item.entries());
		return {
			citizens: await all(citizenship.citizens),
			applications: await all(citizenship.applications),
			held: await Promise.all([alice, bob, dave, ferdie].map(async (who) => (await chain.balance(who)).held)),
			records: await all(census.records),
			declarations: await all(census.declarations),
			seen: await all(census.lastAttested),
			present: (await census.present()).toJSON() as any,
			inForce: (await constitution.inForce()).toJSON(),
			articles: await all(constitution.articles),
			thresholds: (await census.thresholds()).toJSON(),
			enrolments: await all(roll.enrolments),
			aliases: await all(roll.aliases),
			votes: await all(quadraticVoting.votes),
			parameters: await all(query().parameters.parameters),
			law: await ongoing(chain, law),
		};
	}

	/** A poll that is open when the runtime changes. */
	let law: number;
	let earlierState: Awaited<ReturnType<typeof civicState>>;

	it("comes when people are in the middle of things", async () => {
		const { census, citizenship, system } = tx();
		await chain.submit(ferdie, await application(chain, ferdie));
		for (const who of [bob, charlie]) await chain.submitFree(who, citizenship.vouch(ferdie.address));
		await chain.submit(alice, citizenship.sponsor(ida.address));
		await chain.submitFree(ida, await application(chain, ida));
		await chain.submit(dave, citizenship.challenge(ida.address, randomBytes(32)));
		law = await propose(chain, alice, alice, ORIGIN.law, system.remark("0x00"));
		await vote(chain, ballots[0], law, { Aye: 1 });
		await vote(chain, ballots[1], law, { Nay: 1 });
		await chain.submit(ballots[2], census.declareIncome(3));
		await node.seal();
		earlierState = await civicState();
	});

	let oldGift: string;
	/** What blocks change in which more happens than the passing of time. */
	const ofAnyBlock = ["BlockWeight", "EventCount", "Events"].map((item) => prefix("System", item));
	/** What blocks without transactions change. */
	let everyday: Set<string>;
	/** The block that changes the code: the next one is the first that the new runtime makes. */
	let changed: number;

	it("is applied by a stranger, free of charge, and changes nothing by itself", async () => {
		oldGift = await gift();
		everyday = await everydayItems();
		const money = await chain.balance(eve);
		const earlier = await wholeState(node);
		const block = await chain.now();

		changed = await applied(chain, eve);
		assert.equal(changed, block + 1);

		const touched = changes(earlier, await wholeState(node));
		const rest = [...touched.keys()].filter((key) => !everyday.has(itemOf(key)));
		const account = query().system.account.key(eve.address);
		const authorised = prefix("System", "AuthorizedUpgrade");
		assert.deepEqual(new Set(rest), new Set([CODE, authorised, account, ...ofAnyBlock]));
		assert.equal(touched.get(CODE), hex(upgrade));
		assert.equal(touched.get(authorised), "0x", "it is used up");

		// polkadot.js 16.5 now forgets the runtime APIs that it does not know from elsewhere, until it connects anew.
		await chain.close();
		chain = await Chain.connect(node);
		assert.equal(chain.api.runtimeVersion.specVersion.toNumber(), expected.version.specVersion);
		assert.deepEqual(await chain.balance(eve), money, "it has cost nothing");
	});

	it("refuses a transaction that was made for the old version at once", async () => {
		await assert.rejects(
			node.rpc("author_submitExtrinsic", oldGift),
			/1010: Invalid Transaction: Transaction has a bad signature/,
		);
		assert.equal(await chain.now(), changed);
		assert.equal((await chain.balance(friend)).free, 0n);
	});

	it("moves what is stored into its new places first, in a block that holds no transactions", async () => {
		// The pool takes what is made anew, and asks for a block at once.
		await node.rpc("author_submitExtrinsic", await gift());
		await until("it is included", 30, async () => (await chain.balance(friend)).free === CIV);
		assert.equal(await chain.now(), changed + 2);
		const [before, after] = await Promise.all([changed, changed + 1].map((block) => node.hash(block)));
		const { block } = await node.rpc<{ block: { extrinsics: string[] } }>("chain_getBlock", after);
		assert.equal(block.extrinsics.length, 1, "the time, and no gift");
		const events = (await chain.eventsOf(changed + 1)).map(({ event }) => `${event.section}.${event.method}`);
		assert.deepEqual(
			events.filter((it) => it.startsWith("migrations")),
			[
				"migrations.UpgradeStarted",
				...Array<string>(5).fill("migrations.MigrationCompleted"),
				"migrations.UpgradeCompleted",
			],
		);
		assert.ok((await query().migrations.cursor()).isEmpty);

		const names = itemNames(chain);
		const touched = changes(await wholeState(node, before), await wholeState(node, after));
		const items = [...touched.keys()].map(itemOf).filter((item) => !everyday.has(item) && !ofAnyBlock.includes(item));
		assert.deepEqual(
			new Set(items.map((item) => names.get(item) ?? item)),
			new Set([
				"System.LastRuntimeUpgrade",
				"Migrations.Historic",
				"Parameters.Parameters",
				"Charter layout",
				"Census layout",
				"Census.Present",
				"Census.Records",
				"Census.Declarations",
				"Census.Incomes",
				"Citizenship layout",
				"Citizenship.Citizens",
				"Citizenship.Applications",
				"Citizenship.Intake",
				"Roll layout",
				"Roll.Aliases",
				"Roll.Enrolments",
				"Offices layout",
				"BlockSpace layout",
				"Polls layout",
				"RecoveryFriends layout",
				"Census.CollectedBefore",
				"Land layout",
				"Land.Territories",
				"Land.Parcels",
				"Land.Tiles",
				"Land.Registers",
				"Land.Assignments",
				"Land.Total",
				"Land.CellTallies",
				"Land.Valued",
				"Land.Residences",
				"Land.Inhabitants",
				"Land.Declarants",
				"Harberger layout",
				"Harberger.Holdings",
				"Harberger.Auctions",
				"Harberger.BidsOf",
			]),
		);
		const { specVersion } = (await query().system.lastRuntimeUpgrade()).toJSON() as { specVersion: number };
		assert.equal(specVersion, expected.version.specVersion);
		assert.deepEqual(await layouts(node), expected.layouts, "the new code finds the layouts that it knows");
	});

	it("loses nothing: people, polls, votes, records and the law are as they were", async () => {
		const old = earlierState;
		const now = await civicState();
		for (const same of ["inForce", "articles", "thresholds", "seen", "votes", "held"] as const) {
			assert.deepEqual(now[same], old[same], same);
		}
		assert.deepEqual(await Promise.all([...founders, gina].map((who) => chain.citizenId(who))), [0, 1, 2, 3, 4]);
		assert.deepEqual(
			now.citizens,
			old.citizens.map(([key, { openChallenge, ...citizen }]) => [
				key,
				{
					...citizen,
					boundVouches: [],
					openChallenges: openChallenge ? [openChallenge] : [],
					mayVouchFrom: 0,
				},
			]),
		);
		assert.deepEqual(
			now.citizens.flatMap(([, { openChallenges }]) => openChallenges),
			[ida.address],
		);
		const intake = (await query().citizenship.intake()).toJSON() as { vouched: number };
		assert.equal(intake.vouched, 1, "Gina");

		assert.equal(now.applications.length, 2);
		assert.deepEqual(
			now.applications,
			old.applications.map(([key, { vouchers, challengeableUntil, ...rest }]) => [
				key,
				{
					...rest,
					objectionsUntil: challengeableUntil,
					// Whoever can challenge has the whole time for it from now on.
					vouches: vouchers.map((voucher: number) => {
						return { voucher, since: changed + 1, matures: changed + 1 + CHALLENGE_PERIOD };
					}),
					challengedBy: rest.challenge ? [3] : [],
				},
			]),
		);

		assert.equal(now.records.length, 1);
		const none = { value: { parcels: 0, area: 0, floor: 0 }, evidence: "Registered" };
		assert.deepEqual(
			now.records,
			old.records.map(([key, record]) => [
				key,
				{
					...record,
					floor: { value: 0, evidence: "Registered" },
					assigned: none,
					common: none,
					public: none,
					revenue: { value: 0, evidence: "Collected" },
					people: null,
				},
			]),
		);
		// Incomes are declared under aliases of their own now, so those of voting aliases are forgotten.
		assert.deepEqual([old.declarations.length, now.declarations.length], [1, 0]);
		const { present } = now;
		assert.deepEqual([present.this.all, present.last.all], [old.present.this, old.present.last]);
		assert.deepEqual([present.this.settled, present.last.settled], [old.present.this, old.present.last]);

		const accounts = ballots.map((ballot) => ballot.address).sort();
		assert.equal(old.enrolments.length, 5);
		// Contexts can say more now, so the client writes them otherwise.
		const inContext = { context: { nation: null } };
		assert.deepEqual(
			new Map(now.enrolments),
			new Map(
				old.enrolments
					.filter(([, { voice }]) => voice === "Live")
					.map(([key, { ballot }]) => [key, { ballot: { ...ballot, ...inContext } }]),
			),
		);
		assert.deepEqual(now.aliases.map(([, { account }]) => account).sort(), accounts);
		assert.deepEqual(
			new Map(now.aliases),
			new Map(
				old.aliases.map(([key, list]) => {
					return [key, { account: list.at(-1), used: list.length, since: 0 }];
				}),
			),
		);
		assert.deepEqual((await chain.api.call.rollApi.enrolment(left.address)).toJSON(), null);

		const { panel, ...tally } = old.law.tally;
		assert.deepEqual(panel, { ayes: 0, nays: 0 });
		assert.deepEqual(now.law, { ...old.law, tally: { ...tally, panel: { ayes: 0, reserved: 0, nays: 0, seats: 0 } } });

		// Every parameter has a value of its own from now on, and those that had one keep it.
		const values = new Map(now.parameters);
		for (const [key, value] of old.parameters) assert.deepEqual(values.get(key), value);
		assert.ok(old.parameters.length < now.parameters.length);
		assert.deepEqual([...values.keys()].sort(), expected.parameters);
		const { ends, start } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number; start: number };
		assert.equal(ends - start, 400);
	});

	it("keeps who holds and lives where, and lets nobody pay for a past that the old rules did not charge", async () => {
		const at = BigInt(
			(await (await chain.api.at((await node.hash(changed + 1)) as string)).query.timestamp.now()).toString(),
		);
		const { held, assigned, common, valuation, residents } = (await chain.api.call.landApi.footprint()).toJSON() as any;
		assert.deepEqual(
			[held, assigned, common].map(({ parcels }) => parcels),
			[1, 1, 1],
		);
		assert.deepEqual([BigInt(valuation), residents], [WORTH, 1]);
		const reserved = (await chain.api.call.landApi.parcelsAssignedTo(charlie.address, null, 10)).toJSON() as {
			id: number;
		}[];
		assert.deepEqual(
			reserved.map(({ id }) => id),
			[1],
		);
		const living = (await chain.api.call.landApi.residentsOf(HOME, null, 10)).toJSON() as { citizen: number }[];
		assert.deepEqual(
			living.map(({ citizen }) => citizen),
			[await chain.citizenId(charlie)],
		);
		const waiting = (await chain.api.call.landApi.declarantsOf(HOME, null, 10)).toJSON();
		assert.deepEqual(waiting, [await chain.citizenId(dave)]);

		const { holding } = (await chain.api.call.taxApi.holding(HOME)).toJSON() as any;
		assert.equal(holding.holder, bob.address);
		assert.deepEqual([holding.valuation, holding.booked, holding.escrow].map(BigInt), [WORTH, WORTH, ESCROW]);
		assert.deepEqual([holding.grace, holding.guard, holding.denomination], [null, null, "Civ"]);
		assert.deepEqual([holding.bid.bidder, BigInt(holding.bid.amount)], [eve.address, OFFER]);
		// The record of prices begins now, and what is in escrow lasts for a reserve period.
		assert.deepEqual([holding.record.since, holding.record.mean, holding.record.at].map(BigInt), [at, WORTH, at]);
		assert.deepEqual([BigInt(holding.reserved.tip), BigInt(holding.reserved.until)], [CIV, at + 60_000n]);
		assert.deepEqual((await chain.api.call.taxApi.bidsOf(eve.address, null)).toJSON(), [HOME]);
		const forSale = (await chain.api.call.taxApi.auctions(null)).toJSON() as [number, { auction: { former: null } }][];
		assert.deepEqual(
			forSale.map(([parcel, { auction }]) => [parcel, auction.former]),
			[[2, null]],
		);

		// A bid made by the old rules is closed by the new ones. The price was too low for as long as they count.
		const closed = await chain.submitWithoutFee(ferdie, tx().harberger.close(HOME));
		const sold = fieldsOf(closed, "harberger.Sold");
		const since = BigInt((await query().timestamp.now()).toString()) - at;
		const rate = 45n * 10n ** 15n;
		assert.equal(sold.money("back"), due(OFFER - WORTH, rate * since));
		assert.equal(sold.money("price"), OFFER);
		assert.equal(((await chain.api.call.taxApi.holding(HOME)).toJSON() as any).holding.holder, eve.address);
		// The lot that was reserved is accepted by the new rules.
		await chain.submit(charlie, tx().harberger.accept(1, WORTH, ESCROW));
	});

	it("moves the version that every client sees", async () => {
		assert.deepEqual(await versionOf(node), expected.version);
		assert.deepEqual(metadata(chain), expected.metadata);
		const before = await versionOf(node, await node.hash(1));
		assert.ok(before.specVersion < expected.version.specVersion, "the past keeps its own");
	});

	it("lets everyone go on with what they were about, by the new rules", async () => {
		const { citizenship, quadraticVoting } = tx();
		// A third vouch, and the time for challenges.
		await chain.submitFree(alice, citizenship.vouch(ferdie.address));
		const info = (await chain.api.call.citizenshipApi.application(ferdie.address)).toJSON();
		await chain.advanceTo((info as { challengeableUntil: number }).challengeableUntil);
		await chain.submitFree(eve, citizenship.admit(ferdie.address));
		assert.equal(await chain.citizenId(ferdie), 5);
		// An application says whose deposit it takes.
		await chain.submit(alice, citizenship.sponsor(hugo.address));
		await chain.submitFree(hugo, await chain.application(hugo));
		// The account that voted may change its vote, and the one that was left may not.
		await chain.submitFree(ballots[0], quadraticVoting.vote(law, { Aye: 2 }));
		assert.deepEqual((await ongoing(chain, law)).tally.ayes, 2);
		assert.equal(await voteRefusal(chain, left, law, { Aye: 1 }), "quadraticVoting.NotEnrolled");
		// An amendment names what it touches.
		const { version } = await charter(chain);
		await chain.submit(alice, await amendment(chain, [replace(6, "Money is counted twice.")]));
		assert.equal((await charter(chain)).version, version + 1);
	});

	it("has no way back: an older runtime is refused, whatever the citizens have authorised", async () => {
		const back = await proposeRuntime(FOUNDING);
		// The same accounts, and what is left in their purses: 75, 84, 91 and 64 credits.
		for (const ballot of ballots) await vote(chain, ballot, back, { Aye: 8 });
		assert.deepEqual(await standing(back), [1_000_000_000, true]);
		await authorise(back, FOUNDING);

		const receipt = await chain.submit(eve, apply(FOUNDING));
		const [hash, error] = receipt.event("system.RejectedInvalidAuthorizedUpgrade") ?? [];
		assert.equal(hash?.toString(), blake2AsHex(FOUNDING));
		assert.equal(chain.reasonOf(error as DispatchError), "system.SpecVersionNeedsToIncrease");
		await node.seal();
		assert.deepEqual(await versionOf(node), expected.version);
		assert.equal(await codeInState(), blake2AsHex(upgrade));
	});

	it("lets the chain go on: blocks are made and final, a season turns, and citizens are there", async () => {
		const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		await chain.advanceTo(ends);
		assert.deepEqual([await chain.now(), await node.finalised()], [ends, ends]);
		for (const who of founders) await chain.submitFree(who, tx().census.attest(null));
		const record = (await query().census.records(1)).toJSON() as { citizens: { value: number }; people: object | null };
		assert.equal(record.citizens.value, founders.length + 2);
		assert.ok(record.people, "it says how they came");
	});
});

// Blocks made on demand are final by decree. This chain has BABE and GRANDPA instead, and begins where the citizens
// have authorised the upgrade, since their poll takes longer than anyone would wait here.
describe("a runtime upgrade among validators", { timeout: 600_000 }, () => {
	const eve = wellKnown("Eve");
	let spec: string;
	let validator: Node;
	let chain: Chain;
	/** The block that changes the runtime: the next is the first of the new one. */
	let changed: number;

	before(async () => {
		// The hash, and that the version must rise.
		const authorised = `${blake2AsHex(upgrade)}01`;
		spec = await rawSpec(begun.spec, { [prefix("System", "AuthorizedUpgrade")]: authorised });
		const name = `--node-key=${randomBytes(32).toString("hex")}`;
		validator = await Node.start([`--chain=${spec}`, "--alice", "--validator", "--force-authoring", name]);
		chain = await Chain.connect(validator);
	});

	after(async () => {
		await chain?.close();
		await validator?.stop();
	});

	it("does not stop those who make and finalise blocks", async () => {
		await until("blocks are final", 120, async () => (await validator.finalised()) >= 1);
		changed = await applied(chain, eve);
		await until("blocks of the new runtime are final", 120, async () => (await validator.finalised()) >= changed + 2);
	});

	it("does not stop those who come later and follow the chain from its first block", async () => {
		const late = await Node.start([`--chain=${spec}`, `--bootnodes=${await validator.address()}`]);
		try {
			await until("it has caught up", 120, async () => (await late.finalised()) >= changed + 2);
			assert.equal(await late.hash(changed + 2), await validator.hash(changed + 2));
			assert.deepEqual(await versionOf(late), await versionOf(validator));
			assert.equal(blake2AsHex(await codeOf(late)), blake2AsHex(upgrade));
		} finally {
			await late.stop();
		}
	});
});
