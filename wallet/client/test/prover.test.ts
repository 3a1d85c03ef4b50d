import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as verifiablejs from "verifiablejs/nodejs";
import { fromHex, fromWords, makeSecret, Prover, ProverError, ProverThread, toHex, toWords } from "../src/index.js";
import { keysOf, secret, startProver, vector, wasm } from "./node.js";

// A CommonJS module: its exports are those of its default.
const oracle = (verifiablejs as unknown as { default: typeof verifiablejs }).default;
const bytes = (text: string) => new TextEncoder().encode(text);
const [context, message] = [bytes("context"), bytes("message")];

let prover: Prover;
before(async () => { prover = await startProver(); });
const ring = (size: number) => keysOf(prover, size);

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
	assert.throws(() => prover.commit(Array<Uint8Array>(256).fill(keys[0])), refused("InvalidRing"));
	assert.deepEqual(prover.verify(keys, context, message, proof), prover.alias(secret(1), context), "it works on");
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
	assert.deepEqual(await thread.member(secret(5)), keys[5]);
	assert.deepEqual(await thread.alias(secret(5), context), alias);
	assert.deepEqual(await thread.verify(keys, context, message, proof), alias);
	assert.ok(oracle.verify_signature(await thread.sign(secret(5), message), message, keys[5]));
	await assert.rejects(thread.prove(secret(200), keys.slice(0, 9), context, message), ProverError);
	const unfinished = thread.prove(secret(5), keys, context, message);
	thread.stop();
	await assert.rejects(unfinished, /stopped/);
	await assert.rejects(thread.member(secret(5)), /stopped/);
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
