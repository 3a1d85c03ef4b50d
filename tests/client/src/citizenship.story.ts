// SPDX-License-Identifier: Apache-2.0
// From five strangers to a census: the whole life of citizenship, told by an unmodified @polkadot/api to the
// real node. One story: each part goes on where the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Codec } from "@polkadot/types/types";
import { type Call, Chain, CIV, newPerson, type Person, Refused, wellKnown } from "./chain.js";
import { Node } from "./node.js";
import { citizens, prefix, recount } from "./recount.js";

const DEPOSIT = 10n * CIV;
const BOND = 10n * CIV;

/** A collection of pallet-nfts whose items may change hands. */
const TRADABLE = {
	settings: 0,
	maxSupply: null,
	mintSettings: { mintType: "Issuer", price: null, startBlock: null, endBlock: null, defaultItemSettings: 0 },
};

describe("the life of citizenship", { timeout: 900_000 }, () => {
	let node: Node;
	let chain: Chain;

	// The founders.
	const [alice, bob, charlie, dave] = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	// People with money who are no citizens.
	const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
	// The five: Ada owns nothing at all.
	const [ada, bruno, chidi, dina, emeka] = ["Ada", "Bruno", "Chidi", "Dina", "Emeka"].map(newPerson);
	const five = [ada, bruno, chidi, dina, emeka];
	// Those who come later or do not stay.
	const [fay, gus, hal] = ["Fay", "Gus", "Hal"].map(newPerson);
	// Dina's account after she has lost the key of the first.
	const dinaAgain = newPerson("Dina, again");

	/** How things stood when the last season turned. */
	let lastTurn = { citizens: 0, numbersGiven: 0 };

	before(async () => {
		// An archive, so that the story can be read again at its end.
		node = await Node.dev("--state-pruning=archive");
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	const tx = () => chain.api.tx;
	const query = () => chain.api.query;
	const reason = `0x${"11".repeat(32)}`;

	const free = (who: Person, call: Call) => chain.submitFree(who, call);

	/** The name of the error that a call was refused with. Anything else that goes wrong is thrown. */
	function refused(error: unknown): string {
		if (error instanceof Refused) return error.reason;
		throw error;
	}

	/** Whose passport `number` is. */
	async function holder(number: number): Promise<string | undefined> {
		const item = (await query().nfts.item(0, number)).toJSON() as { owner: string } | null;
		return item?.owner;
	}

	/** The open application of `who`, as wallets see it. */
	async function applicationOf(who: Person) {
		return (await query().citizenship.applications(who.address)).toJSON() as {
			vouches: { voucher: number }[];
			challenge: { challenger: number; challengedAt: number } | null;
			deposit: { payer: string; amount: number | string };
		} | null;
	}

	/** Who vouches for `who`. */
	async function vouchersOf(who: Person): Promise<number[] | undefined> {
		return (await applicationOf(who))?.vouches.map(({ voucher }) => voucher);
	}

	/** A ruling on the challenge that is open against `who`. */
	async function ruling(who: Person, decision: "Upheld" | "Dismissed"): Promise<Call> {
		const challenge = (await applicationOf(who))?.challenge;
		assert.ok(challenge, `${who.name} is challenged`);
		return tx().citizenship.rule(who.address, challenge.challenger, challenge.challengedAt, decision);
	}

	/** The first block in which `who` can be admitted. */
	async function challengeEnds(who: Person): Promise<number> {
		const info = (await chain.api.call.citizenshipApi.application(who.address)).toJSON();
		return (info as { challengeableUntil: number }).challengeableUntil;
	}

	/** Goes on to the first block of the next season, and recounts there what the census says of the last. */
	async function turnTheSeason() {
		const { index, ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { index: number; ends: number };
		await chain.advanceTo(ends);
		const turn = await node.hash(ends);
		const { numbersGiven, ...counted } = await recount(chain, index, lastTurn, turn);
		lastTurn = { citizens: counted.citizens, numbersGiven };

		const record = (await query().census.records(index)).toJSON() as Record<string, unknown>;
		assert.ok(record, `season ${index} has a record`);
		const said = Object.fromEntries(
			Object.keys(counted).map((figure) => [figure, (record[figure] as { value: number }).value]),
		);
		assert.deepEqual(said, counted, `the record of season ${index}`);
		assert.equal(record.season, index);
		assert.equal(record.closedAt, ends);
		assert.deepEqual(record.charter, (await query().charter.inForce()).toJSON());
		assert.equal(record.tier, "Founding");
		const evidence = (figure: string) => (record[figure] as { evidence: string }).evidence;
		assert.equal(evidence("citizens"), "Counted");
		assert.equal(evidence("active"), "Counted");
		return counted;
	}

	it("begins with four citizens, one of them the founder", async () => {
		const numbers = await Promise.all([alice, bob, charlie, dave].map((who) => chain.citizenId(who)));
		assert.deepEqual(numbers, [0, 1, 2, 3]);
		assert.equal((await query().citizenship.founder()).toJSON(), 0);
		for (const number of numbers)
			assert.equal(await holder(number as number), [alice, bob, charlie, dave][number as number].address);

		for (const who of [bruno, chidi, dina, emeka, fay, hal]) {
			await chain.submit(eve, tx().balances.transferKeepAlive(who.address, 1_000n * CIV));
		}
	});

	it("lets Ada, who owns nothing, apply with a deposit that Eve pays", async () => {
		const nothing = { free: 0n, held: 0n };
		assert.deepEqual(await chain.balance(ada), nothing);

		const evesHeld = (await chain.balance(eve)).held;
		await chain.submit(eve, tx().citizenship.sponsor(ada.address));
		assert.equal((await chain.balance(eve)).held - evesHeld, DEPOSIT);

		await free(ada, await chain.application(ada));
		assert.deepEqual(await chain.balance(ada), nothing);
		assert.equal((await applicationOf(ada))?.deposit.payer, eve.address);
	});

	it("refuses Bruno, who accepts another charter than the one in force, and changes nothing", async () => {
		const inForce = (await query().charter.inForce()).toJSON() as { version: number; hash: string };
		const outdated = { version: inForce.version, hash: `0x${"00".repeat(32)}` };
		const money = await chain.balance(bruno);
		const state = await chain.stateOf(prefix("Citizenship"));

		const refused = await chain.refusalOf(bruno, await chain.application(bruno, outdated));
		assert.equal(refused.reason, "citizenship.OutdatedCharter");
		assert.match(refused.explanation, /not today's charter/);

		assert.deepEqual(await chain.stateOf(prefix("Citizenship")), state);
		assert.deepEqual(await chain.balance(bruno), { free: money.free - refused.receipt.fee(), held: 0n });
	});

	it("takes Bruno's application once he accepts the charter in force, and holds his deposit", async () => {
		const money = await chain.balance(bruno);
		const receipt = await chain.submit(bruno, await chain.application(bruno));
		assert.ok(receipt.event("citizenship.Applied"));
		assert.deepEqual(await chain.balance(bruno), { free: money.free - DEPOSIT - receipt.fee(), held: DEPOSIT });
	});

	it("refuses roll keys that are no keys, that are another's, or whose secret was not shown", async () => {
		const charter = await query().charter.inForce();
		const proof = new Uint8Array(64);
		const attempt = (key: Uint8Array) =>
			chain.refusalOf(chidi, tx().citizenship.apply(charter, key, proof, reason, "Own"));

		assert.equal((await attempt(new Uint8Array(32).fill(0xff))).reason, "citizenship.InvalidRollKey");
		assert.equal((await attempt(ada.rollKey)).reason, "citizenship.RollKeyTaken");
		const unproven = await attempt(chidi.rollKey);
		assert.equal(unproven.reason, "citizenship.InvalidPossessionProof");
		assert.match(unproven.explanation, /hold the secret/);
		assert.equal(await applicationOf(chidi), null);
	});

	it("keeps Ada's application when Eve, who sponsors her, wants her money back", async () => {
		const pulled = await chain.refusalOf(eve, tx().citizenship.withdrawSponsorship(ada.address));
		assert.equal(pulled.reason, "citizenship.NotSponsor");
		assert.ok(await applicationOf(ada));
	});

	it("lets Gus decline a sponsorship that he has not asked for, free of charge", async () => {
		const held = (await chain.balance(eve)).held;
		await chain.submit(eve, tx().citizenship.sponsor(gus.address));
		const receipt = await free(gus, tx().citizenship.declineSponsorship());
		assert.ok(receipt.event("citizenship.SponsorshipDeclined"));
		assert.equal((await chain.balance(eve)).held, held);
	});

	it("lets the founder dismiss Dave's challenge of Chidi, at which nobody loses money", async () => {
		await chain.submit(chidi, await chain.application(chidi));
		const [chidis, daves] = [await chain.balance(chidi), await chain.balance(dave)];

		const challenge = await chain.submit(dave, tx().citizenship.challenge(chidi.address, reason));
		assert.equal((await chain.balance(dave)).held - daves.held, BOND);
		const early = await chain.refusalOf(ferdie, tx().citizenship.admit(chidi.address));
		assert.equal(early.reason, "citizenship.AwaitsRuling");
		assert.equal((await chain.refusalOf(ferdie, await ruling(chidi, "Dismissed"))).reason, "BadOrigin");
		const other = tx().citizenship.rule(chidi.address, 3, 1, "Dismissed");
		assert.equal((await chain.refusalOf(alice, other)).reason, "citizenship.UnknownChallenge");

		await chain.submit(alice, await ruling(chidi, "Dismissed"));
		assert.deepEqual(await chain.balance(chidi), chidis);
		assert.deepEqual(await chain.balance(dave), { free: daves.free - challenge.fee(), held: daves.held });
		assert.equal((await applicationOf(chidi))?.challenge, null, "the application goes on");
		const again = await chain.refusalOf(dave, tx().citizenship.challenge(chidi.address, reason));
		assert.equal(again.reason, "citizenship.ChallengedBefore");
	});

	it("refuses the founder who would refuse Fay, by a challenge of anyone's or of their own", async () => {
		await chain.submit(fay, await chain.application(fay));
		const fays = await chain.balance(fay);

		await chain.submit(charlie, tx().citizenship.challenge(fay.address, reason));
		const upheld = await chain.refusalOf(alice, await ruling(fay, "Upheld"));
		assert.equal(upheld.reason, "citizenship.OnlyJusticeUpholds");
		await chain.submit(charlie, tx().citizenship.withdrawChallenge(fay.address));

		const { challenge, rule } = tx().citizenship;
		const next = (await chain.now()) + 1;
		const both = tx().utility.batchAll([challenge(fay.address, reason), rule(fay.address, 0, next, "Upheld")]);
		assert.equal((await chain.refusalOf(alice, both)).reason, "citizenship.OnlyJusticeUpholds");
		await chain.submit(alice, challenge(fay.address, reason));
		assert.equal((await chain.refusalOf(alice, await ruling(fay, "Dismissed"))).reason, "citizenship.OwnChallenge");
		await chain.submit(alice, tx().citizenship.withdrawChallenge(fay.address));

		const withdrawal = await chain.submitWithoutFee(fay, tx().citizenship.withdrawApplication());
		assert.ok(withdrawal.event("citizenship.ApplicationClosed"));
		assert.deepEqual(await chain.balance(fay), { free: fays.free + DEPOSIT, held: 0n });
	});

	it("lets three citizens vouch for Ada, Bruno and Chidi, free of charge", async () => {
		for (const who of [ada, bruno, chidi]) {
			for (const citizen of [bob, charlie, dave]) await free(citizen, tx().citizenship.vouch(who.address));
			assert.deepEqual(await vouchersOf(who), [1, 2, 3]);
		}
		await chain.submit(dina, await chain.application(dina));
		const fourth = await chain.refusalOf(bob, tx().citizenship.vouch(dina.address));
		assert.equal(fourth.reason, "citizenship.TooManyBoundVouches");
		const stranger = await chain.refusalOf(eve, tx().citizenship.vouch(dina.address));
		assert.equal(stranger.reason, "citizenship.NotCitizen");
	});

	it("admits them once the challenge period is over: a stranger may do it, free of charge", async () => {
		const few = await chain.refusalOf(ferdie, tx().citizenship.admit(dina.address));
		assert.equal(few.reason, "citizenship.TooFewVouches");

		const early = await chain.refusalOf(ferdie, tx().citizenship.admit(chidi.address));
		assert.equal(early.reason, "citizenship.TooEarlyToAdmit");
		await chain.advanceTo(await challengeEnds(chidi));
		for (const who of [ada, bruno, chidi]) {
			const receipt = await free(ferdie, tx().citizenship.admit(who.address));
			assert.ok(receipt.event("citizenship.Admitted"));
			assert.equal((await chain.balance(who)).held, 0n, `${who.name}'s deposit is back`);
		}
		assert.equal((await chain.balance(eve)).held, 0n, "the sponsor's deposit is back");
		assert.deepEqual(await Promise.all([ada, bruno, chidi].map((who) => chain.citizenId(who))), [4, 5, 6]);
	});

	it("admits Dina and Emeka by the founder's word, since all vouches are bound for a season", async () => {
		await chain.submit(emeka, await chain.application(emeka));
		for (const citizen of [bob, charlie, dave]) {
			const bound = await chain.refusalOf(citizen, tx().citizenship.vouch(emeka.address));
			assert.equal(bound.reason, "citizenship.TooManyBoundVouches");
		}
		const state = await chain.stateOf(prefix("Citizenship"));
		const few = await chain.refusalOf(ferdie, tx().citizenship.admit(emeka.address));
		assert.equal(few.reason, "citizenship.TooFewVouches");
		assert.deepEqual(await chain.stateOf(prefix("Citizenship")), state);
		for (const who of [dina, emeka]) await free(alice, tx().citizenship.admit(who.address));
		assert.deepEqual(await Promise.all([dina, emeka].map((who) => chain.citizenId(who))), [7, 8]);
		for (const [index, who] of five.entries()) assert.equal(await holder(4 + index), who.address);
		const intake = (await chain.api.call.citizenshipApi.intake()).toJSON();
		assert.deepEqual(intake, { season: 0, limit: 24, vouched: 3, byFounder: 2 });
	});

	it("shows the passport's public facts, and no others, in pallet-nfts", async () => {
		const text = (it: Codec) => Buffer.from(it.toU8a(true)).toString();
		const shown = new Map<string, string>();
		for (const [key, value] of await query().nfts.attribute.entries(0, 5)) {
			if (key.args[2].toString() !== "CollectionOwner") continue;
			const [data] = (value as unknown as { unwrap(): Codec[] }).unwrap();
			shown.set(text(key.args[3]), text(data));
		}
		assert.deepEqual(Object.fromEntries(shown), { number: "5", admitted_season: "0", charter_version: "1" });
	});

	it("keeps the passport where it is, whatever its holder or another tries", async () => {
		const { nfts, utility } = tx();
		const passport = [0, 5] as const;
		// Ferdie offers an item of his own for it.
		await chain.submit(ferdie, nfts.create(ferdie.address, TRADABLE));
		await chain.submit(ferdie, nfts.mint(1, 0, ferdie.address, null));
		await chain.submit(ferdie, nfts.createSwap(1, 0, ...passport, null, 100));

		const attempts: [string, Person, Call][] = [
			["the holder transfers it", bruno, nfts.transfer(...passport, ferdie.address)],
			["the holder transfers it within a batch", bruno, utility.batchAll([nfts.transfer(...passport, ferdie.address)])],
			["the holder lets another transfer it", bruno, nfts.approveTransfer(...passport, ferdie.address, null)],
			["that other transfers it", ferdie, nfts.transfer(...passport, ferdie.address)],
			["another citizen transfers it", alice, nfts.transfer(...passport, alice.address)],
			["the holder burns it", bruno, nfts.burn(...passport)],
			["the founder burns it", alice, nfts.burn(...passport)],
			["the holder sets a price", bruno, nfts.setPrice(...passport, CIV, null)],
			["another buys it", ferdie, nfts.buyItem(...passport, CIV)],
			["the holder offers it for another", bruno, nfts.createSwap(...passport, 1, 0, null, 100)],
			["the other takes that offer", ferdie, nfts.claimSwap(1, 0, ...passport, null)],
			["the holder takes the other's offer", bruno, nfts.claimSwap(...passport, 1, 0, null)],
			["the holder unlocks it", bruno, nfts.unlockItemTransfer(...passport)],
			["the holder takes the collection", bruno, nfts.transferOwnership(0, bruno.address)],
			["the holder mints one more", bruno, nfts.mint(0, 1_000, bruno.address, null)],
			["the holder forges a fact", bruno, nfts.setAttribute(0, 5, "CollectionOwner", "number", "0x01")],
		];
		for (const [what, who, call] of attempts) {
			const refusal = await chain.submit(who, call).then(() => undefined, refused);
			assert.ok(refusal, `${what}: not refused`);
			assert.equal(await holder(5), bruno.address, what);
		}
		const transfer = await chain.refusalOf(bruno, nfts.transfer(...passport, ferdie.address));
		assert.match(transfer.reason, /^nfts\.(ItemLocked|ItemsNonTransferable)$/);
	});

	it("counts everybody when the season turns", async () => {
		const counted = await turnTheSeason();
		assert.deepEqual(counted, { citizens: 9, active: 9, suspended: 0, admitted: 9, left: 0 });
	});

	it("costs nobody anything to say 'I am here', not even Ada who has nothing to pay with", async () => {
		for (const who of [alice, bob, ada, bruno, dina, emeka]) {
			const receipt = await free(who, tx().census.attest(null));
			assert.ok(receipt.event("census.Attested"), who.name);
		}
		const twice = await chain.refusalOf(bruno, tx().census.attest(null));
		assert.equal(twice.reason, "census.AlreadyAttested");
		assert.ok(twice.receipt.fee() > 0n, "what fails is not free");
		assert.equal((await chain.refusalOf(eve, tx().census.attest(null))).reason, "census.NotCitizen");
		assert.match(await chain.poolRefusalOf(ada, tx().census.attest(null)), /Inability to pay some fees/);
	});

	it("lets Dina, who has lost her key, move her citizenship to a new account with her friends' help", async () => {
		const { recovery, citizenship } = tx();
		const friends = [bob, charlie].sort((a, b) => Buffer.compare(a.pair.publicKey, b.pair.publicKey));
		await chain.submit(eve, tx().balances.transferKeepAlive(dinaAgain.address, 100n * CIV));
		await chain.submit(
			dina,
			recovery.setFriendGroups([
				{
					friends: friends.map((friend) => friend.address),
					friendsNeeded: 2,
					inheritor: dinaAgain.address,
					inheritanceDelay: 5,
					inheritancePriority: 0,
					cancelDelay: 1,
				},
			]),
		);

		// From here on, nobody signs with Dina's first key.
		const move = recovery.controlInheritedAccount(dina.address, citizenship.rotate(dinaAgain.address));
		assert.equal((await chain.refusalOf(dinaAgain, move)).reason, "recovery.NoInheritor");
		await chain.submit(bob, recovery.initiateAttempt(dina.address, 0));
		const [begun] = [await chain.now()];
		await chain.submit(charlie, recovery.approveAttempt(dina.address, 0));
		const soon = await chain.refusalOf(bob, recovery.finishAttempt(dina.address, 0));
		assert.equal(soon.reason, "recovery.NotYetInheritable");
		await chain.advanceTo(begun + 5);
		await chain.submit(bob, recovery.finishAttempt(dina.address, 0));

		const named = await chain.submit(dinaAgain, move);
		assert.deepEqual(named.event("citizenship.RotationNamed")?.map(String), ["7", dinaAgain.address]);
		assert.equal(await chain.citizenId(dinaAgain), undefined, "the new account has not accepted yet");
		const stolen = await chain.refusalOf(ferdie, citizenship.acceptRotation(7));
		assert.equal(stolen.reason, "citizenship.NotNamed");
		const receipt = await free(dinaAgain, citizenship.acceptRotation(7));
		assert.deepEqual(receipt.event("citizenship.Rotated")?.map(String), ["7", dina.address, dinaAgain.address]);
		assert.equal(await chain.citizenId(dinaAgain), 7);
		assert.equal(await chain.citizenId(dina), undefined);
		assert.equal(await holder(7), dinaAgain.address, "the passport has moved with her");
	});

	it("keeps newcomers on probation for a full season, in which they must attest", async () => {
		const soon = await chain.refusalOf(emeka, tx().citizenship.vouch(fay.address));
		assert.equal(soon.reason, "citizenship.OnProbation");
		const counted = await turnTheSeason();
		// Six have attested in it.
		assert.deepEqual(counted, { citizens: 9, active: 6, suspended: 0, admitted: 0, left: 0 });
		const probation = async (number: number) =>
			((await chain.api.call.citizenshipApi.citizen(number)).toJSON() as { onProbation: boolean }).onProbation;
		assert.deepEqual([await probation(8), await probation(6)], [false, true], "Chidi has not attested");
	});

	it("lets Emeka leave at once, with every token, while he vouches for Gus and challenges Hal", async () => {
		await chain.submit(eve, tx().citizenship.sponsor(gus.address));
		await free(gus, await chain.application(gus));
		await chain.submit(hal, await chain.application(hal));
		await free(emeka, tx().citizenship.vouch(gus.address));
		await chain.submit(emeka, tx().citizenship.challenge(hal.address, reason));
		const owned = await chain.balance(emeka);
		assert.equal(owned.held, BOND);

		const receipt = await chain.submit(emeka, tx().citizenship.renounce());
		assert.equal(receipt.fee(), 0n);
		assert.deepEqual(
			receipt.names().filter((name) => name.startsWith("citizenship.")),
			["citizenship.VouchWithdrawn", "citizenship.ChallengeLapsed", "citizenship.Renounced"],
		);
		assert.deepEqual(await chain.balance(emeka), { free: owned.free + owned.held, held: 0n });
		assert.equal(await chain.citizenId(emeka), undefined);
		assert.equal(await holder(8), undefined, "the passport is gone");
		assert.deepEqual(await vouchersOf(gus), [], "Gus's application goes on without him");
		assert.equal((await applicationOf(hal))?.challenge, null);

		// Nothing stays behind: the account is empty to the last unit, and gone.
		assert.deepEqual((await query().balances.locks(emeka.address)).toJSON(), []);
		const before = await chain.balance(eve);
		const all = await chain.submit(emeka, tx().balances.transferAll(eve.address, false));
		assert.equal((await chain.balance(eve)).free - before.free, owned.free + owned.held - all.fee());
		assert.deepEqual(
			(await query().system.account(emeka.address)).toJSON(),
			(await query().system.account(newPerson("nobody").address)).toJSON(),
		);
	});

	it("lets Ada vouch without a token, and refuses the act over her quota with a reason", async () => {
		const { freeActsLeft, vouchesLeft } = (await chain.api.call.citizenshipApi.citizenOf(ada.address)).toJSON() as {
			freeActsLeft: number;
			vouchesLeft: number;
		};
		assert.deepEqual([freeActsLeft, vouchesLeft], [16, 3]);

		const { vouch, withdrawVouch } = tx().citizenship;
		for (let act = 0; act < 16; act++) await free(ada, (act % 2 === 0 ? vouch : withdrawVouch)(gus.address));
		const refusal = await chain.poolRefusalOf(ada, vouch(gus.address));
		assert.match(refusal, /Inability to pay some fees/);
		assert.deepEqual(await vouchersOf(gus), []);

		// Bruno has as many acts, and the means to go on: the quota silences nobody who can pay.
		for (let act = 0; act < 16; act++) await free(bruno, (act % 2 === 0 ? vouch : withdrawVouch)(gus.address));
		const paid = await chain.submit(bruno, vouch(gus.address));
		assert.ok(paid.fee() > 0n);
		assert.deepEqual(await vouchersOf(gus), [5]);
	});

	it("lets anyone close Gus's application when it has lapsed, and returns the deposit to Eve", async () => {
		const { closableFrom } = (await chain.api.call.citizenshipApi.application(gus.address)).toJSON() as {
			closableFrom: number;
		};
		await chain.advanceTo(closableFrom - 1);
		await free(ferdie, tx().citizenship.closeApplication(gus.address));
		assert.equal(await applicationOf(gus), null);
		assert.equal((await chain.balance(eve)).held, 0n);
		const bruno5 = (await query().citizenship.citizens(5)).toJSON() as { openVouches: string[] };
		assert.deepEqual(bruno5.openVouches, [], "Bruno's vouch is free again");
	});

	it("counts those who left, and as active only those who were here in the season that is over", async () => {
		for (const who of [alice, ada, dinaAgain]) await free(who, tx().census.attest(null));
		// Bob and Bruno were here in the season before; Charlie, Dave and Chidi in neither.
		const counted = await turnTheSeason();
		assert.deepEqual(counted, { citizens: 8, active: 3, suspended: 0, admitted: 0, left: 1 });
	});

	it("tells in its events alone who is a citizen", async () => {
		const accounts = new Map<number, string>(
			[...(await citizens(chain, await node.hash(0)))].map(([number, { account }]) => [number, account]),
		);
		const best = await chain.now();
		for (let number = 1; number <= best; number++) {
			const at = await chain.api.at((await node.hash(number)) as string);
			for (const { event } of (await at.query.system.events()) as unknown as Iterable<{
				event: { section: string; method: string; data: { toU8a(): Uint8Array; toString(): string }[] };
			}>) {
				if (event.section !== "citizenship") continue;
				const [citizen, second, third] = event.data;
				const hex = (it: { toU8a(): Uint8Array }) => Buffer.from(it.toU8a()).toString("hex");
				if (event.method === "Admitted") accounts.set(Number(citizen), hex(second));
				if (event.method === "Rotated") accounts.set(Number(citizen), hex(third));
				if (event.method === "Renounced" || event.method === "Revoked") accounts.delete(Number(citizen));
			}
		}
		const stored = [...(await citizens(chain))].map(([number, { account }]) => [number, account] as const);
		assert.deepEqual(accounts, new Map(stored));
	});
});
