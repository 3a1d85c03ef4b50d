// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import * as verifiablejs from "verifiablejs/nodejs";
import {
	type Context,
	consentMessage,
	contextBytes,
	encodeAttestation,
	encodeEnrolment,
	encodeIncomeDeclaration,
	enrolmentMessage,
	fromHex,
	fromWords,
	incomeMessage,
	nextSecret,
	type Prover,
	possessionMessage,
	toHex,
	toWords,
} from "../src/index.js";
import { startProver, vector } from "./node.js";

const oracle = (verifiablejs as unknown as { default: typeof verifiablejs }).default;
const vectors = JSON.parse(readFileSync(new URL("../../vectors.json", import.meta.url), "utf8"));
const { season, count, proofs, secrets } = vectors;
const [genesis, account] = [fromHex(vectors.genesis), fromHex(vectors.account)];
const fresh = { count, at: { number: vectors.at.number, hash: fromHex(vectors.at.hash) } };
const proofOf = (name: string) => proofs.find((proof: { name: string }) => proof.name === name);

let prover: Prover;
before(async () => {
	prover = await startProver();
});

test("keys, seasons and words are those of the vectors", () => {
	for (const { secret, rollKey } of secrets) assert.equal(toHex(prover.rollKey(prover.take(fromHex(secret)))), rollKey);
	for (const { season, secret, words, next } of vectors.seasons) {
		const first = { season, secret: fromHex(secret) };
		assert.equal(toWords(first), words);
		assert.deepEqual(fromWords(words), first);
		assert.deepEqual(nextSecret(first), { season: next.season, secret: fromHex(next.secret) });
	}
});

test("contexts, messages and calls are those of the vectors", () => {
	const contexts: [string, Context][] = [
		["Nation", "Nation"],
		["Residence", "Residence"],
		["Income", "Income"],
		["Scope", { scope: fromHex(vectors.scope) }],
	];
	for (const [name, context] of contexts)
		assert.equal(toHex(contextBytes(genesis, context, season)), proofOf(name).context);
	for (const context of ["Nation", "Residence"] as const) {
		assert.equal(toHex(enrolmentMessage(genesis, season, context, account, fresh)), proofOf(context).message);
	}
	assert.equal(toHex(incomeMessage(genesis, season, 5, fresh)), proofOf("Income").message);
	const [nation, income] = [proofOf("Nation"), proofOf("Income")];
	const [alias, proof] = [fromHex(nation.alias), fromHex(nation.proof)];
	const consent = fromHex(vectors.consent.multiSignature);
	assert.equal(toHex(consentMessage(genesis, season, "Nation", alias, fresh)), vectors.consent.message);
	const { enrol, declareIncome, attest, attestOnly } = vectors.calls;
	const ring = { nation: enrol.ring.nation };
	assert.equal(
		toHex(encodeEnrolment({ season, ring, context: "Nation", account, alias, ...fresh, consent, proof })),
		enrol.arguments,
	);
	const declared = {
		season,
		ring,
		band: declareIncome.band,
		...fresh,
		alias: fromHex(income.alias),
		proof: fromHex(income.proof),
	};
	assert.equal(toHex(encodeIncomeDeclaration(declared)), declareIncome.arguments);
	const { rollKey, message, signature } = vectors.possession;
	assert.equal(toHex(possessionMessage(genesis, account, fromHex(rollKey))), message);
	assert.equal(toHex(encodeAttestation({ rollKey: fromHex(rollKey), possession: fromHex(signature) })), attest);
	assert.equal(toHex(encodeAttestation()), attestOnly);
});

test("both builds of the cryptography accept the proofs of the vectors", () => {
	const keys = secrets.map(({ rollKey }: { rollKey: string }) => fromHex(rollKey));
	assert.equal(toHex(prover.commitment(keys)), vectors.commitment);
	for (const { who, context, message, alias, proof } of proofs) {
		const [name, text, bytes] = [fromHex(context), fromHex(message), fromHex(proof)];
		assert.equal(toHex(prover.verify(keys, name, text, bytes)), alias);
		assert.equal(toHex(oracle.validate(9, bytes, vector(keys), name, text)), alias);
		assert.equal(toHex(prover.alias(prover.take(fromHex(secrets[who].secret)), name)), alias);
	}
	const { rollKey, message, signature } = vectors.possession;
	assert.ok(oracle.verify_signature(fromHex(signature), fromHex(message), fromHex(rollKey)));
	assert.deepEqual(prover.sign(prover.take(fromHex(secrets[0].secret)), fromHex(message)).length, 64);
});
