import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import * as verifiablejs from "verifiablejs/nodejs";
import {
	encodeEnrolment, fromHex, fromWords, generalTransaction, makeSecret, Prover, ProverError, ProverThread, Roll,
	RollError, toHex, toWords,
} from "../src/index.js";

// A CommonJS module: its exports are those of its default.
const oracle = (verifiablejs as unknown as { default: typeof verifiablejs }).default;
const wasm = readFileSync(new URL("../../prover.wasm", import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const [context, message] = [bytes("context"), bytes("message")];
const secret = (n: number) => new Uint8Array(32).fill(n);

let prover: Prover;
before(async () => { prover = await Prover.start(wasm); });
const ring = (size: number) => Array.from({ length: size }, (_, n) => prover.member(secret(n)));

/** A SCALE vector of keys, as the oracle reads rings. */
function vector(keys: Uint8Array[]): Uint8Array {
	const n = keys.length;
	const prefix = n < 64 ? [n << 2] : [((n << 2) | 1) & 0xff, (n << 2) >> 8];
	return Uint8Array.from([...prefix, ...keys.flatMap((key) => [...key])]);
}

test("keys, aliases, signatures and commitments are the oracle's", () => {
	const keys = ring(20);
	assert.deepEqual(keys[7], oracle.member_from_entropy(secret(7)));
	assert.deepEqual(prover.alias(secret(7), context), oracle.alias_in_context(secret(7), context));
	assert.ok(oracle.verify_signature(prover.sign(secret(7), message), message, keys[7]));
	assert.deepEqual(prover.commit(keys), oracle.members_root(9, vector(keys)));
});

for (const size of [1, 16, 255]) {
	test(`proofs of a ring of ${size} are accepted both ways, with the same alias`, () => {
		const keys = ring(size);
		const who = size - 1;
		const ours = prover.prove(secret(who), keys, context, message);
		assert.deepEqual(oracle.validate(9, ours.proof, vector(keys), context, message), ours.alias);
		const theirs = oracle.one_shot(9, secret(who), vector(keys), context, message);
		assert.deepEqual(theirs.alias, ours.alias);
		assert.deepEqual(prover.verify(keys, context, message, theirs.proof), ours.alias);
	});
}

test("what does not fit is refused with its own reason", () => {
	const keys = ring(3);
	const refused = (refusal: string) => (error: unknown) => error instanceof ProverError && error.refusal === refusal;
	assert.throws(() => prover.prove(secret(9), keys, context, message), refused("NotInRing"));
	assert.throws(() => prover.commit([new Uint8Array(32)]), refused("InvalidRing"));
	const { proof } = prover.prove(secret(1), keys, context, message);
	assert.throws(() => prover.verify(keys, context, bytes("other"), proof), refused("InvalidProof"));
	assert.throws(() => prover.verify(ring(4), context, message, proof), refused("InvalidProof"));
	assert.throws(() => prover.member(new Uint8Array(31)), RangeError);
});

test("two proofs of one statement differ", () => {
	const keys = ring(2);
	const prove = () => toHex(prover.prove(secret(1), keys, context, message).proof);
	assert.notEqual(prove(), prove());
});

test("a host without randomness gets no proof", async () => {
	const { instance } = await WebAssembly.instantiate(wasm, { env: { random: () => {} } });
	const module = instance.exports as any;
	const put = (data: Uint8Array) => {
		const at = module.alloc(data.length);
		new Uint8Array(module.memory.buffer, at).set(data);
		return at;
	};
	const [entropy, key, proof, alias] = [put(secret(1)), put(prover.member(secret(1))), module.alloc(785), module.alloc(32)];
	assert.throws(() => module.prove(entropy, key, 1, put(context), 7, put(message), 7, proof, alias));
});

test("a thread proves while the page goes on", async () => {
	const thread = await ProverThread.start(wasm);
	const keys = ring(255);
	const start = performance.now();
	let ticks = 0;
	const clock = setInterval(() => { ticks++; }, 10);
	const { proof, alias } = await thread.prove(secret(5), keys, context, message);
	clearInterval(clock);
	console.log(`a ring of 255 in a thread: ${Math.round(performance.now() - start)} ms, ${wasm.length} bytes of Wasm`);
	assert.ok(ticks > 5);
	assert.deepEqual(prover.verify(keys, context, message, proof), alias);
	assert.deepEqual(await thread.commit(keys), prover.commit(keys));
	await assert.rejects(thread.prove(secret(200), keys.slice(0, 9), context, message), ProverError);
	thread.stop();
});

test("a secret is backed up as words or digits", () => {
	const fresh = makeSecret();
	assert.notDeepEqual(fresh, makeSecret());
	assert.equal(toWords(fresh).split(" ").length, 24);
	assert.deepEqual(fromWords(`  ${toWords(fresh).toUpperCase()}\n`), fresh);
	assert.deepEqual(fromHex(toHex(fresh)), fresh);
	const words = toWords(fresh).split(" ");
	assert.throws(() => fromWords([words[1], words[0], ...words.slice(2, 23), "zoo zoo"].join(" ")));
	assert.throws(() => fromHex("0x1"));
});

/** A node that answers for one ring, honestly or not. */
function node(keys: Uint8Array[], commitment: Uint8Array, open = true, built = true) {
	return async (method: string, args: Uint8Array): Promise<Uint8Array> => {
		switch (method) {
			case "RollApi_roll":
				return Uint8Array.of(7, 0, 0, 0, open ? 3 : 0, 1, 0, 0, 0, keys.length, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
			case "RollApi_ring":
				return Uint8Array.from([1, ...args, keys.length, 0, 0, 0, built ? 0 : 1, 1, ...commitment]);
			case "RollApi_members":
				return vector(keys);
			case "RollApi_context_bytes":
				return new Uint8Array(32).fill(args[0] + args[1]);
			default:
				return Uint8Array.from([args.length << 2, ...args]);
		}
	};
}

test("an enrolment is proven over a checked ring", async () => {
	const keys = ring(4);
	const roll = new Roll(node(keys, prover.commit(keys)));
	const whole = await roll.ring({ nation: 0 }, prover);
	const account = new Uint8Array(32).fill(0xaa);
	const enrolment = await roll.enrolment(secret(2), whole, "Nation", account, prover);
	assert.equal(enrolment.season, 7);
	const message = await roll.message(7, "Nation", account);
	const name = await roll.context("Nation", 7);
	assert.deepEqual(prover.verify(keys, name, message, enrolment.proof), enrolment.alias);
	const call = encodeEnrolment(enrolment);
	assert.equal(call.length, 4 + 5 + 1 + 32 + 32 + 785);
	const sent = generalTransaction(call, Uint8Array.of(0));
	assert.deepEqual([...sent.slice(0, 4)], [(((call.length + 3) << 2) | 1) & 0xff, (call.length + 3) >> 6, 0x45, 0]);
});

test("a node that lies about a ring is found out", async () => {
	const keys = ring(4);
	const reason = (expected: string) => (error: unknown) => error instanceof RollError && error.reason === expected;
	const other = prover.commit(ring(3));
	await assert.rejects(new Roll(node(keys, other)).ring({ nation: 0 }, prover), reason("DishonestNode"));
	const honest = prover.commit(keys);
	await assert.rejects(new Roll(node(keys, honest, true, false)).ring({ nation: 0 }, prover), reason("NotBuilt"));
	const closed = new Roll(node(keys, honest, false));
	const whole = await closed.ring({ cell: 9n, number: 0 }, prover);
	await assert.rejects(closed.enrolment(secret(1), whole, "Nation", secret(1), prover), reason("NotOpen"));
});
