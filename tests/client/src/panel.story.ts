// SPDX-License-Identifier: Apache-2.0
// A voice for the neighbours. Citizens are asked the same question three times and give the same answer, which is a
// narrow no. There is no panel at the first poll, and at the third nobody of its panel votes in the end: both fail.
// At the second, the panel tips it. One story: each part goes on where the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { blake2AsHex, blake2AsU8a } from "@polkadot/util-crypto";
import { type Call, Chain, CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { amendment, vote as castVote, eventIn, ORIGIN, ongoing, pollInfo, propose } from "./governance.js";
import type { Node } from "./node.js";
import { newPeople } from "./people.js";
import { prefix } from "./recount.js";
import { changedSpec, startOn } from "./specs.js";

/** A day of deliberation, in blocks: so long that a decision of 14 days goes on for more than an epoch of 600 blocks. */
const DAY = 60;
/** How many members a panel has. */
const PANEL = 5;
/** The citizens' votes, in every poll: four for, five against. */
const [AYES, NAYS] = [4n, 5n];
const BILLION = 1_000_000_000n;

/** What a poll's approval is, in parts of a billion, for citizens' votes and those of a panel; worked out here, not asked. */
function approval([ayes, nays]: [bigint, bigint], [panelAyes, panelNays]: [bigint, bigint] = [0n, 0n]): number {
	const [citizens, voted, seats] = [ayes + nays, panelAyes + panelNays, BigInt(PANEL)];
	// Fewer than a third of the members have no weight.
	if (voted * 3n < seats) return Number((BILLION * ayes) / citizens);
	// v of s members have v/5s of the weight: ((5s - v) a/c + v p/q) / 5s.
	const weight = voted < seats ? voted : seats;
	const shares = (5n * seats - weight) * ayes * voted + weight * panelAyes * citizens;
	return Number((BILLION * shares) / (5n * seats * citizens * voted));
}

/** The citizens by themselves: 44.4 %. */
const LOST = approval([AYES, NAYS]);

/** A tally as pages see it. Shares are in parts of a billion. */
interface Tally {
	ayes: number;
	nays: number;
	votersFor: number;
	votersAgainst: number;
	panel: { ayes: number; reserved: number; nays: number; seats: number };
	approval: number;
	citizensApproval: number;
	support: number;
}

interface Panel {
	seed: string;
	slots: number;
	seats: number;
}

describe("the outside panel", { timeout: 900_000 }, () => {
	let node: Node;
	let chain: Chain;
	/** How many blocks an epoch has; the second one begins with the block after so many. */
	let epoch: number;

	const [alice, bob, charlie, dave] = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const eve = wellKnown("Eve");
	const registrar = newPerson("Rita, the registrar");
	const neighbours = newPeople(
		"Anders",
		"Birgit",
		"Carla",
		"Dragan",
		"Elif",
		"Fatou",
		"Goran",
		"Hanna",
		"Imre",
		"Jana",
		"Karim",
		"Luca",
	);
	const goran = neighbours[6];
	// Somebody who moves here later.
	const zoe = newPerson("Zoe");
	// Those whom the three polls would appoint.
	const [ulla, vera, wim] = newPeople("Ulla", "Vera", "Wim");
	/** The three polls. */
	let first: number, second: number, third: number;

	before(async () => {
		// Seasons must have room for the longest poll.
		const spec = await changedSpec(({ patch }) => {
			// Panels of five, so that not everybody is drawn. No amendment could make them so small.
			Object.assign(patch.founding, { deliberationDay: DAY, seasonLength: 60 * DAY, panelSize: PANEL });
		});
		node = await startOn(spec, "--state-pruning=archive");
		chain = await Chain.connect(node);
		epoch = Number(chain.api.consts.babe.epochDuration.toString());
		for (const who of [registrar, vera])
			await chain.submit(eve, tx().balances.transferKeepAlive(who.address, 100n * CIV));
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	const tx = () => chain.api.tx;
	const query = () => chain.api.query;
	const panels = () => chain.api.call.panelApi;
	const evidenceOf = (who: Person) => blake2AsHex(`what shows that ${who.name} lives here`);

	/** The name of the error that a call fails with. What fails costs a fee, so whoever owns nothing gets one. */
	async function refusal(who: Person, call: Call): Promise<string> {
		const { free } = await chain.balance(who);
		if (free < CIV) await chain.submit(eve, tx().balances.transferKeepAlive(who.address, CIV));
		return (await chain.refusalOf(who, call)).reason;
	}

	/** Proposes that `who` shall keep the register. */
	function proposeRegistrar(who: Person): Promise<number> {
		return propose(chain, alice, alice, ORIGIN.appointment, tx().offices.appoint("PanelRegistrar", who.address));
	}

	/** The citizens' answer: Alice and Bob are for it, Charlie and Dave against it. */
	async function askCitizens(poll: number) {
		const votes = [
			[alice, { Aye: 3 }],
			[bob, { Aye: 1 }],
			[charlie, { Nay: 3 }],
			[dave, { Nay: 2 }],
		] as const;
		for (const [who, how] of votes) await castVote(chain, who, poll, how);
	}

	/** Goes on until a poll is being decided. */
	async function decide(poll: number) {
		const since = (await ongoing(chain, poll)).submitted + 2 * DAY;
		await chain.advanceTo(since);
		assert.equal((await ongoing(chain, poll)).deciding?.since, since);
	}

	/** The block in which a poll that is being decided ends, unless it is about to pass. */
	async function endOf(poll: number): Promise<number> {
		return ((await ongoing(chain, poll)).deciding?.since as number) + 14 * DAY;
	}

	/** How a poll stands. */
	async function outcome(poll: number): Promise<string> {
		return (await pollInfo(chain, poll)).state;
	}

	async function tallyOf(poll: number): Promise<Tally> {
		return (await chain.api.call.votingApi.tally(poll)).toJSON() as unknown as Tally;
	}

	async function panelOf(poll: number): Promise<(Panel & { ayes: number; nays: number }) | undefined> {
		const info = (await panels().panel(poll)).toJSON() as {
			poll: number;
			panel: Panel;
			ayes: number;
			nays: number;
		} | null;
		return info ? { ...info.panel, ayes: info.ayes, nays: info.nays } : undefined;
	}

	/** Says what a poll's approval is, that the citizens' is as ever, and whether it is about to pass. */
	async function approves(poll: number, [ayes, nays]: [number, number], passing: boolean) {
		// A vote is weighed in the block after it.
		await node.seal();
		const tally = await tallyOf(poll);
		assert.deepEqual([tally.ayes, tally.nays].map(BigInt), [AYES, NAYS]);
		assert.deepEqual([tally.panel.ayes, tally.panel.nays], [ayes, nays]);
		if (ayes + nays > 0) assert.equal(tally.panel.seats, PANEL);
		assert.equal(
			tally.approval,
			approval([AYES, NAYS], [BigInt(ayes), BigInt(nays)]),
			`approval with ${ayes} to ${nays}`,
		);
		assert.equal(tally.citizensApproval, LOST);
		assert.equal((await ongoing(chain, poll)).deciding?.confirming != null, passing, `${tally.approval} passes`);
	}

	/** The slot of each neighbour, in order of registration. */
	const slotOf = (who: Person) => (who === zoe ? neighbours.length : neighbours.indexOf(who));
	const vote = (poll: number, side: "Aye" | "Nay") => tx().outsidePanel.vote(poll, side);

	it("has no register and no registrar until the founder appoints one", async () => {
		assert.deepEqual((await panels().register()).toJSON(), { slots: 0, residents: 0 });
		const register = tx().outsidePanel.register(goran.address, evidenceOf(goran));
		assert.equal(await refusal(registrar, register), "BadOrigin");
		const appoint = tx().offices.appoint("PanelRegistrar", registrar.address);
		assert.equal(await refusal(bob, appoint), "BadOrigin");

		const receipt = await chain.submit(alice, appoint);
		assert.deepEqual(
			receipt.event("offices.Appointed")?.map((it) => it.toJSON()),
			["PanelRegistrar", null, registrar.address],
		);
		assert.equal(await refusal(alice, appoint), "offices.AlreadyAppointed");
		// The size of panels is not the founder's to set. A development chain begins with five, so that not everybody is
		// drawn.
		const larger = await amendment(chain, [], undefined, [{ Panel: { PanelSize: [null, 20] } }]);
		assert.equal(await refusal(alice, larger), "charter.NotByFounder");
	});

	it("begins the first poll, which the citizens alone lose by a vote", async () => {
		await chain.advanceTo(epoch / 2);
		first = await proposeRegistrar(ulla);
		await decide(first);
		assert.ok((await chain.now()) < epoch, "within the first epoch");
		await askCitizens(first);
		await approves(first, [0, 0], false);
		assert.equal(LOST, 444_444_444);
		const { support, votersFor, votersAgainst } = await tallyOf(first);
		assert.deepEqual({ support, votersFor, votersAgainst }, { support: 500_000_000, votersFor: 2, votersAgainst: 2 });
	});

	it("registers twelve neighbours, who own nothing, and nobody twice, and no citizen", async () => {
		const { register, leave } = tx().outsidePanel;
		for (const who of neighbours) {
			const receipt = await chain.submit(registrar, register(who.address, evidenceOf(who)));
			const said = receipt.event("outsidePanel.Registered")?.map((it) => it.toJSON());
			assert.deepEqual(said, [who.address, slotOf(who), evidenceOf(who)]);
		}
		assert.deepEqual((await panels().register()).toJSON(), { slots: 12, residents: 12 });
		assert.equal(await refusal(registrar, register(goran.address, evidenceOf(zoe))), "outsidePanel.AlreadyRegistered");
		assert.equal(await refusal(registrar, register(zoe.address, evidenceOf(goran))), "outsidePanel.EvidenceTaken");
		assert.equal(await refusal(registrar, register(bob.address, evidenceOf(bob))), "outsidePanel.NotOutside");
		assert.equal(await refusal(eve, register(zoe.address, evidenceOf(zoe))), "BadOrigin");

		// Goran moves away. His slot stays empty.
		await chain.submitFree(goran, leave());
		assert.deepEqual((await panels().register()).toJSON(), { slots: 12, residents: 11 });
		assert.ok((await chain.now()) < epoch, "before the register is noted");
	});

	it("fixes the register before the second and third poll begin, and draws after", async () => {
		// The register was noted where the second epoch begins. Zoe comes later.
		await chain.advanceTo(epoch + 1);
		await chain.submit(registrar, tx().outsidePanel.register(zoe.address, evidenceOf(zoe)));
		await chain.advanceTo(2 * epoch - 3 * DAY);
		[second, third] = [await proposeRegistrar(vera), await proposeRegistrar(wim)];
		await decide(second);
		await decide(third);
		assert.ok((await chain.now()) < 2 * epoch, "within the second epoch");
		for (const poll of [second, third]) {
			await askCitizens(poll);
			await approves(poll, [0, 0], false);
			assert.equal(await panelOf(poll), undefined);
		}
		for (const who of [neighbours[0], zoe])
			assert.equal(await refusal(who, vote(second, "Aye")), "outsidePanel.TooEarlyToVote");
		assert.equal(await refusal(eve, vote(second, "Aye")), "outsidePanel.NotResident");
		assert.equal(await refusal(goran, vote(second, "Aye")), "outsidePanel.NotResident");
		assert.equal(await refusal(neighbours[0], vote(99, "Aye")), "outsidePanel.NotDeciding");
	});

	it("lets the first poll fail: nobody was registered when it began, and an empty panel changes nothing", async () => {
		const end = await endOf(first);
		assert.equal(await refusal(neighbours[0], vote(first, "Aye")), "outsidePanel.TooEarlyToVote");
		await chain.advanceTo(2 * epoch + 1);
		assert.equal(await refusal(neighbours[0], vote(first, "Aye")), "outsidePanel.NoPanel");
		assert.equal(await panelOf(first), undefined);
		await approves(first, [0, 0], false);

		await chain.advanceTo(end - 1);
		assert.equal(await outcome(first), "Ongoing");
		await chain.advanceTo(end);
		assert.equal(await outcome(first), "Rejected");
		const [poll, tally] = (await eventIn(chain, end, "referenda.Rejected")).map((it) => it.toJSON()) as [number, Tally];
		const nobody = { ayes: 0, reserved: 0, nays: 0, seats: 0 };
		assert.deepEqual([poll, tally.ayes, tally.nays, tally.panel], [first, 4, 5, nobody]);
	});

	it("draws panels after the polls have begun, and anyone can work out from the seed who is drawn", async () => {
		const block = 3 * epoch + 1;
		await chain.advanceTo(block - 1);
		assert.equal(await panelOf(second), undefined);
		await chain.advanceTo(block);
		const drawn = (await eventIn(chain, block, "outsidePanel.Drawn")).map((it) => it.toJSON());
		const at = await chain.api.at((await node.hash(block)) as string);
		const randomness = (await at.query.babe.nextRandomness()).toU8a();
		const seed = blake2AsU8a(blake2AsU8a(concat(text("civitas/outside-panel"), randomness)));
		// Eleven of twelve slots are held, so that six seats have five and a half members.
		const seats = Math.ceil((PANEL * 12) / 11);
		assert.deepEqual(drawn, [3, 2 * epoch + 1, hex(seed), 12, seats]);

		for (const poll of [second, third]) {
			const pollSeed = blake2AsU8a(concat(text("civitas/outside-panel/poll"), seed, u32(poll)));
			assert.deepEqual(await panelOf(poll), { seed: hex(pollSeed), slots: 12, seats, ayes: 0, nays: 0 });
			const order = shuffle(pollSeed, 12);
			assert.deepEqual(
				[...order].sort((a, b) => a - b),
				Array.from(order.keys()),
				"each slot has a place of its own",
			);

			for (const who of [...neighbours, zoe]) {
				const place = order[slotOf(who)];
				const sits = who !== goran && place !== undefined && place < seats;
				const expected = sits ? { slot: slotOf(who), seat: place, vote: null, freeActsLeft: 8 } : null;
				assert.deepEqual((await panels().seat(who.address, poll)).toJSON(), expected, who.name);
			}
			const members = (await membersOf(poll)).map((who) => [order[slotOf(who)], who.address]);
			assert.deepEqual(
				(await panels().members(poll, 0, 256)).toJSON(),
				members.sort(([a], [b]) => Number(a) - Number(b)),
			);
			assert.ok(members.length >= PANEL);
		}
	});

	it("refuses whoever was not drawn, or came too late for the lot", async () => {
		const members = await membersOf(second);
		const others = neighbours.filter((who) => who !== goran && !members.includes(who));
		assert.equal(members.length + others.length, 11);
		for (const who of [...others, zoe])
			assert.equal(await refusal(who, vote(second, "Aye")), "outsidePanel.NotDrawn", who.name);
		assert.equal(await refusal(alice, vote(second, "Aye")), "outsidePanel.NotResident");
		const [member] = members;
		assert.equal(await refusal(member, tx().quadraticVoting.vote(second, { Aye: 1 })), "quadraticVoting.NotCitizen");
		await approves(second, [0, 0], false);
	});

	it("has the weight of those who vote in the second poll, up to a fifth, and tips it", async () => {
		const [ada, ben, cleo, dan, eli] = await membersOf(second);
		const seated = await chain.submitFree(ada, vote(second, "Nay"));
		assert.ok(seated.event("outsidePanel.PanelSeated"));
		await approves(second, [0, 1], false);
		assert.equal(await refusal(ada, vote(second, "Nay")), "outsidePanel.AlreadyVotedSo");
		await chain.submitFree(ben, vote(second, "Aye"));
		await approves(second, [1, 1], false);
		await chain.submitFree(cleo, vote(second, "Aye"));
		await approves(second, [2, 1], false);
		// Four of five have 16 % of the weight, which is not enough: 37.3 % and 12 %. Five have 20 %: 35.6 % and 16 %.
		await chain.submitFree(dan, vote(second, "Aye"));
		await approves(second, [3, 1], false);
		assert.equal((await tallyOf(second)).approval, 493_333_333);
		await chain.submitFree(eli, vote(second, "Aye"));
		await approves(second, [4, 1], true);
		assert.equal((await tallyOf(second)).approval, 515_555_555);
	});

	it("leaves the third poll to the citizens, since one member of five does not speak for the panel", async () => {
		const [member] = await membersOf(third);
		await chain.submitFree(member, vote(third, "Aye"));
		await approves(third, [1, 0], false);
		assert.equal((await tallyOf(third)).approval, LOST);
		const receipt = await chain.submitFree(member, tx().outsidePanel.removeVote(third));
		assert.deepEqual(
			receipt.event("outsidePanel.VoteRemoved")?.map((it) => it.toJSON()),
			[third, slotOf(member), "Aye"],
		);
		await approves(third, [0, 0], false);
	});

	it("passes the second poll and not the third, with the same votes of the citizens", async () => {
		const confirmed = (await ongoing(chain, second)).deciding?.confirming as number;
		const [[member], end] = [await membersOf(second), await endOf(third)];
		await chain.advanceTo(confirmed);
		assert.equal(await outcome(second), "Approved");
		assert.equal(await refusal(member, vote(second, "Aye")), "outsidePanel.NotDeciding");
		await chain.advanceTo(end);
		assert.equal(await outcome(third), "Rejected");

		const enacted = confirmed + 2 * DAY;
		const holder = async () => (await query().offices.holders("PanelRegistrar")).toJSON();
		await chain.advanceTo(enacted - 1);
		assert.equal(await holder(), registrar.address);
		await chain.advanceTo(enacted);
		assert.equal(await holder(), vera.address);
		const newcomer = newPerson("Noa");
		const register = tx().outsidePanel.register(newcomer.address, evidenceOf(newcomer));
		assert.equal(await refusal(registrar, register), "BadOrigin");
		await chain.submit(vera, register);
	});

	it("is forgotten when the polls are over: anyone clears it away", async () => {
		for (const poll of [second, third]) {
			const receipt = await chain.submitFree(eve, tx().outsidePanel.retire(poll));
			assert.ok(receipt.event("outsidePanel.PanelRetired"));
			assert.equal(await refusal(eve, tx().outsidePanel.retire(poll)), "outsidePanel.NothingToRetire");
		}
		for (const item of ["Panels", "Votes"])
			assert.equal((await chain.stateOf(prefix("OutsidePanel", item))).size, 0, item);
	});

	/** Those who sit on the panel of an open poll, by seat. */
	async function membersOf(poll: number): Promise<Person[]> {
		const { seed, slots, seats } = (await panelOf(poll)) as Panel;
		const order = shuffle(Buffer.from(seed.slice(2), "hex"), slots);
		return neighbours
			.filter((who) => who !== goran && order[slotOf(who)] < seats)
			.sort((a, b) => order[slotOf(a)] - order[slotOf(b)]);
	}
});

/**
 * The place of each slot in the order that a seed fixes. Written from the paper that the pallet names, and not from the
 * pallet: a Feistel network of ten rounds over pairs of numbers below `side`, walked until it ends below `size`.
 */
function shuffle(seed: Uint8Array, size: number): number[] {
	let side = 1;
	while (side * side < size) side++;
	const once = (from: number) => {
		let [left, right] = [Math.floor(from / side), from % side];
		for (let round = 0; round < 10; round++) {
			const hash = blake2AsU8a(concat(seed, Uint8Array.of(round), u32(right), u32(0)));
			const key = Number(Buffer.from(hash).readBigUInt64LE() % BigInt(side));
			[left, right] = [right, (left + key) % side];
		}
		return left * side + right;
	};
	return Array.from({ length: size }, (_, slot) => {
		let place = once(slot);
		while (place >= size) place = once(place);
		return place;
	});
}

function concat(...parts: Uint8Array[]): Uint8Array {
	return Buffer.concat(parts);
}

function text(ascii: string): Uint8Array {
	return Buffer.from(ascii, "ascii");
}

function u32(number: number): Uint8Array {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(number);
	return bytes;
}

function hex(bytes: Uint8Array): string {
	return `0x${Buffer.from(bytes).toString("hex")}`;
}
