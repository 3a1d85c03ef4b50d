import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import {
	agreed, contextName, emptyExtensions, encodeEnrolment, enrolmentMessage, generalTransaction, type Prover, Roll,
	RollError, toHex,
} from "../src/index.js";
import { type FakeRoll, genesis, keysOf, node, secret, startProver } from "./node.js";

let prover: Prover;
before(async () => { prover = await startProver(); });

/** A roll of rings with these many members: secrets 0, 1, 2 and so on. */
function rollOf(...sizes: number[]): FakeRoll {
	let from = 0;
	const rings = sizes.map((size) => {
		const keys = keysOf(prover, size, from);
		from += size;
		return { keys, commitment: prover.commit(keys), built: true };
	});
	return { season: 7, open: true, rings };
}

const account = new Uint8Array(32).fill(0xaa);
const reason = (expected: string) => (error: unknown) => error instanceof RollError && error.reason === expected;

test("an enrolment is proven over a checked ring", async () => {
	const fake = rollOf(4);
	const { keys } = fake.rings[0];
	const roll = new Roll(node(fake), genesis);
	const enrolment = await roll.enrolment(secret(2), await roll.ring({ nation: 0 }, prover), account, prover);
	assert.equal(enrolment.season, 7);
	const message = enrolmentMessage(genesis, 7, "Nation", account);
	const name = contextName(genesis, "Nation", 7);
	assert.deepEqual(prover.verify(keys, name, message, enrolment.proof), enrolment.alias);
	assert.deepEqual(prover.alias(secret(2), name), enrolment.alias);

	const call = encodeEnrolment(enrolment);
	assert.equal(call.length, 4 + 5 + 1 + 32 + 32 + 785);
	const sent = generalTransaction(call, Uint8Array.of(0));
	const length = call.length + 3;
	assert.deepEqual([...sent.slice(0, 4)], [((length << 2) | 1) & 0xff, length >> 6, 0x45, 0]);
});

test("contexts and messages are those of the chain", () => {
	// The story of the roll compares them with the chain's own.
	const text = new TextDecoder();
	const message = enrolmentMessage(genesis, 258, "Residence", account);
	assert.equal(text.decode(message.slice(0, 18)), "civitas/roll/enrol");
	assert.deepEqual(message.slice(18), Uint8Array.from([...genesis, 2, 1, 0, 0, 1, ...account]));
	const names = [
		contextName(genesis, "Nation", 7), contextName(genesis, "Residence", 7), contextName(genesis, "Nation", 8),
		contextName(secret(1), "Nation", 7),
	].map(toHex);
	assert.equal(new Set(names).size, 4);
	assert.throws(() => enrolmentMessage(genesis, 7, "Nation", secret(1).slice(1)), RangeError);
	assert.throws(() => contextName(genesis, "Nation", 2 ** 32), RangeError);
});

test("extensions that must say something say that there is nothing to say", () => {
	const names = ["AuthorizeCall", "CheckGenesis", "CheckMortality", "CheckNonce", "ChargeTransactionPayment", "CheckMetadataHash"];
	assert.deepEqual(emptyExtensions(names), new Uint8Array(4));
});

test("a wallet finds its ring without saying which it is", async () => {
	const fake = rollOf(...Array<number>(18).fill(2));
	const asked: string[] = [];
	const roll = new Roll(node(fake, asked), genesis);
	const members = () => asked.filter((what) => what.startsWith("members")).length;
	assert.deepEqual((await roll.find(secret(3), prover)).ring, { nation: 1 });
	assert.equal(members(), 16, "the whole batch was fetched");
	assert.deepEqual((await roll.find(secret(35), prover)).ring, { nation: 17 });
	assert.equal(members(), 16 + 18);
	await assert.rejects(roll.find(secret(99), prover), reason("NotSeated"));
	const full = new Roll(node(rollOf(...Array<number>(16).fill(1))), genesis);
	await assert.rejects(full.find(secret(99), prover), reason("NotSeated"), "an empty batch is the end");
});

test("each state of the roll that does not serve has its own reason", async () => {
	const fake = rollOf(3);
	const roll = new Roll(node(fake), genesis);
	const ring = await roll.ring({ nation: 0 }, prover);
	await assert.rejects(roll.ring({ nation: 1 }, prover), reason("UnknownRing"));
	await assert.rejects(roll.ring({ cell: 5n, number: 0 }, prover), reason("UnknownRing"));
	fake.season = 8;
	await assert.rejects(roll.enrolment(secret(1), ring, account, prover), reason("SeasonTurned"));
	fake.open = false;
	await assert.rejects(roll.enrolment(secret(1), ring, account, prover), reason("NotOpen"));
	await assert.rejects(roll.ring({ nation: 0 }, prover), reason("NotOpen"));
	await assert.rejects(roll.find(secret(1), prover), reason("NotOpen"));
	fake.open = true;
	fake.rings[0].built = false;
	await assert.rejects(roll.ring({ nation: 0 }, prover), reason("NotBuilt"));
});

test("a node that lies about a ring is found out", async () => {
	const fake = rollOf(4);
	fake.rings[0].commitment = prover.commit(keysOf(prover, 3));
	await assert.rejects(new Roll(node(fake), genesis).ring({ nation: 0 }, prover), reason("DishonestNode"));
	const noKeys = rollOf(2);
	noKeys.rings[0].keys[1] = new Uint8Array(32);
	await assert.rejects(new Roll(node(noKeys), genesis).ring({ nation: 0 }, prover), reason("DishonestNode"));
});

test("a node that makes up a whole ring is found out by asking others", async () => {
	const honest = rollOf(4);
	// The voter alone among strangers, with the commitment that fits: one node's word is not enough.
	const madeUp = { ...honest, rings: [{ ...honest.rings[0], keys: [...keysOf(prover, 1, 2), ...keysOf(prover, 3, 100)] }] };
	madeUp.rings[0].commitment = prover.commit(madeUp.rings[0].keys);
	const alone = new Roll(node(madeUp), genesis);
	assert.deepEqual((await alone.ring({ nation: 0 }, prover)).ring, { nation: 0 });
	const both = new Roll(agreed([node(honest), node(madeUp)]), genesis);
	await assert.rejects(both.ring({ nation: 0 }, prover), reason("Disagreement"));
	const friends = new Roll(agreed([node(honest), node(honest)]), genesis);
	assert.deepEqual((await friends.ring({ nation: 0 }, prover)).keys, honest.rings[0].keys);
});

/** Pseudo-random numbers, the same each time. */
function numbers(seed: number): (below: number) => number {
	return (below) => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

test("whatever a node answers, the wallet says what is wrong or reads what is right", async () => {
	const fake = rollOf(2, 2);
	const honest = node(fake);
	const random = numbers(1);
	const truth = (await new Roll(honest, genesis).find(secret(3), prover)).keys;
	let [refused, unharmed] = [0, 0];
	for (let i = 0; i < 3_000; i++) {
		const victim = ["roll", "rings", "ring", "members"][random(4)];
		const corrupt = async (method: string, args: Uint8Array) => {
			const answer = await honest(method, args);
			if (method !== `RollApi_${victim}`) return answer;
			switch (random(4)) {
				case 0: return answer.slice(0, random(answer.length));
				case 1: return Uint8Array.from([...answer, random(256)]);
				case 2: return Uint8Array.from({ length: random(400) }, () => random(256));
				default: {
					const bent = answer.slice();
					bent[random(bent.length)] ^= 1 + random(255);
					return bent;
				}
			}
		};
		try {
			const ring = await new Roll(corrupt, genesis).find(secret(3), prover);
			assert.deepEqual(ring.keys, truth, "what passes is right");
			unharmed++;
		} catch (error) {
			assert.ok(error instanceof RollError, String(error));
			refused++;
		}
	}
	assert.ok(refused > 1_000 && unharmed > 10, `${refused} refused, ${unharmed} unharmed`);
});

test("the example of the README is the one that the stories run", () => {
	const at = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
	const example = at("../../example/enrol.ts").split(/\t\/\/ README: .* here\n/)[1];
	assert.ok(example.length > 100);
	assert.ok(at("../../README.md").includes(example.replace(/^\t/gm, "")));
});
