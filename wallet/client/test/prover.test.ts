// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { before, test } from "node:test";
import * as verifiablejs from "verifiablejs/nodejs";
import { Prover, ProverError, type ProverReason, ProverThread, toHex } from "../src/index.js";
import { hold, keysOf, secret, startProver, vector, wasm } from "./node.js";

// A CommonJS module: its exports are those of its default.
const oracle = (verifiablejs as unknown as { default: typeof verifiablejs }).default;
const bytes = (text: string) => new TextEncoder().encode(text);
const [context, message] = [bytes("context"), bytes("message")];

let prover: Prover;
before(async () => {
	prover = await startProver();
});
const ring = (size: number) => keysOf(prover, size);
const refused = (reason: ProverReason) => (error: unknown) => error instanceof ProverError && error.reason === reason;

test("keys, aliases, signatures and commitments are the oracle's", () => {
	const keys = ring(20);
	const held = hold(prover, 7);
	assert.deepEqual(keys[7], oracle.member_from_entropy(secret(7)));
	assert.deepEqual(prover.alias(held, context), oracle.alias_in_context(secret(7), context));
	assert.ok(oracle.verify_signature(prover.sign(held, message), message, keys[7]));
	assert.deepEqual(prover.commitment(keys), oracle.members_root(9, vector(keys)));
});

for (const size of [1, 16, 255]) {
	test(`proofs of a ring of ${size} are accepted both ways, with the same alias`, () => {
		const keys = ring(size);
		const who = size - 1;
		const ours = prover.prove(hold(prover, who), keys, context, message);
		assert.deepEqual(oracle.validate(9, ours.proof, vector(keys), context, message), ours.alias);
		const theirs = oracle.one_shot(9, secret(who), vector(keys), context, message);
		assert.deepEqual(theirs.alias, ours.alias);
		assert.deepEqual(prover.verify(keys, context, message, theirs.proof), ours.alias);
	});
}

test("each kind of wrong input is refused with its own reason", () => {
	const keys = ring(3);
	assert.throws(() => prover.prove(hold(prover, 9), keys, context, message), refused("NotInRing"));
	assert.throws(() => prover.commitment([new Uint8Array(32)]), refused("InvalidRing"));
	const held = hold(prover, 1);
	const { proof } = prover.prove(held, keys, context, message);
	assert.throws(() => prover.verify(keys, context, bytes("other"), proof), refused("InvalidProof"));
	assert.throws(() => prover.verify(ring(4), context, message, proof), refused("InvalidProof"));
	assert.throws(() => prover.take(new Uint8Array(31)), RangeError);
	assert.throws(() => prover.commitment(Array<Uint8Array>(256).fill(keys[0])), refused("InvalidRing"));
	assert.deepEqual(prover.verify(keys, context, message, proof), prover.alias(held, context), "it works on");
});

test("two proofs of one statement differ", () => {
	const keys = ring(2);
	const held = hold(prover, 1);
	const prove = () => toHex(prover.prove(held, keys, context, message).proof);
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
	const [entropy, key, proof, alias] = [put(secret(1)), put(ring(2)[1]), module.alloc(785), module.alloc(32)];
	assert.throws(() => module.prove(entropy, key, 1, put(context), 7, put(message), 7, proof, alias));
});

/** The order of the group that secrets are numbers of. */
const ORDER = 0x1cfb69d4ca675f520cce760202687600ff8f87007419047174fd06b52876e7e1n;

/** The number that the entropy of the test below makes. A test of the prover's own computes it. */
const NUMBER = 0x0c8a259ee4e2058ac853d74c63f061cb353ed606f43df3994ed5fb77f70280aan;

const littleEndian = (value: bigint) =>
	Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));

test("the module's memory keeps no trace of a secret", async () => {
	const random = (at: number, length: number) => {
		webcrypto.getRandomValues(new Uint8Array(module.memory.buffer, at, length));
	};
	const { instance } = await WebAssembly.instantiate(wasm, { env: { random } });
	const module = instance.exports as any;
	const entropy = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) & 0xff);
	// As memory would hold it: plain, and in the form that the curve's arithmetic uses.
	const plain = littleEndian(NUMBER);
	const montgomery = littleEndian((NUMBER << 256n) % ORDER);
	assert.ok(NUMBER > 1n << 200n && NUMBER < ORDER);
	const spots: [number, number][] = [];
	const put = (data: Uint8Array) => {
		const at = module.alloc(data.length);
		new Uint8Array(module.memory.buffer, at).set(data);
		spots.push([at, data.length]);
		return at;
	};
	const room = (length: number) => put(new Uint8Array(length));
	/** Where any quarter of these bytes is. */
	const found = (what: Uint8Array) => {
		const memory = Buffer.from(module.memory.buffer);
		return [0, 8, 16, 24].flatMap((at) => {
			const places: number[] = [];
			const part = what.slice(at, at + 8);
			for (let place = memory.indexOf(part); place >= 0; place = memory.indexOf(part, place + 1))
				places.push(place - at);
			return places;
		});
	};
	const given = put(entropy);
	const after = (call: string) => {
		assert.deepEqual([...new Set(found(entropy))], [given], `after ${call}: only where the host put it`);
		assert.deepEqual(found(plain), [], call);
		assert.deepEqual(found(montgomery), [], call);
	};
	const key = room(32);
	module.roll_key(given, key);
	after("roll_key");
	const own = new Uint8Array(module.memory.buffer, key, 32).slice();
	const keys = put(Uint8Array.from([...ring(3).flatMap((other) => [...other]), ...own]));
	const [name, said] = [put(context), put(message)];
	assert.equal(module.alias(given, name, context.length, room(32)), 0);
	after("alias");
	assert.equal(module.sign(given, said, message.length, room(64)), 0);
	after("sign");
	assert.equal(module.prove(given, keys, 4, name, context.length, said, message.length, room(785), room(32)), 0);
	after("prove");
	for (const [at, length] of spots) module.free(at, length);
	assert.deepEqual(found(entropy), []);
});

test("a prover clears the secrets that it takes and releases", async () => {
	const given = secret(3);
	const held = prover.take(given);
	assert.deepEqual(given, new Uint8Array(32), "the caller's array is cleared");
	assert.deepEqual(prover.rollKey(held), ring(4)[3]);
	prover.release(held);
	assert.throws(() => prover.rollKey(held), refused("UnknownSecret"));
	const other = await startProver();
	const [one, two] = [hold(other, 1), hold(other, 2)];
	other.stop();
	for (const gone of [one, two]) assert.throws(() => other.rollKey(gone), refused("UnknownSecret"));
});

test("a module with other bytes is not started", async () => {
	const bent = Uint8Array.from(wasm);
	bent[bent.length - 1] ^= 1;
	await assert.rejects(Prover.start(bent), refused("WrongModule"));
	await assert.rejects(ProverThread.start(bent), refused("WrongModule"));
	await assert.rejects(Prover.start(wasm, "00".repeat(32)), refused("WrongModule"));
	const inMemory = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
	assert.ok(await Prover.start(inMemory as ArrayBuffer));
});

test("a thread proves while the page goes on", async () => {
	const thread = await ProverThread.start(wasm);
	const keys = ring(255);
	const start = performance.now();
	let ticks = 0;
	const clock = setInterval(() => {
		ticks++;
	}, 10);
	const given = secret(5);
	const held = await thread.take(given);
	assert.deepEqual(given, new Uint8Array(32), "the page keeps no copy");
	const { proof, alias } = await thread.prove(held, keys, context, message);
	clearInterval(clock);
	console.log(`a ring of 255 in a thread: ${Math.round(performance.now() - start)} ms, ${wasm.length} bytes of Wasm`);
	assert.ok(ticks > 5);
	assert.deepEqual(prover.verify(keys, context, message, proof), alias);
	assert.deepEqual(await thread.commitment(keys), prover.commitment(keys));
	assert.deepEqual(await thread.rollKey(held), keys[5]);
	assert.deepEqual(await thread.alias(held, context), alias);
	assert.deepEqual(await thread.verify(keys, context, message, proof), alias);
	assert.ok(oracle.verify_signature(await thread.sign(held, message), message, keys[5]));
	const stranger = await thread.take(secret(200));
	await assert.rejects(thread.prove(stranger, keys.slice(0, 9), context, message), refused("NotInRing"));
	await thread.release(stranger);
	await assert.rejects(thread.rollKey(stranger), refused("UnknownSecret"));
	const unfinished = thread.prove(held, keys, context, message);
	thread.stop();
	await assert.rejects(unfinished, /stopped/);
	await assert.rejects(thread.rollKey(held), /stopped/);
});
