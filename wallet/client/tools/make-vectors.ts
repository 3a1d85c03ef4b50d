// SPDX-License-Identifier: Apache-2.0
// Writes `vectors.json`: what keys, aliases, messages and proofs must be, for everybody who builds a wallet.
// Usage: npm run vectors. Proofs are those of `verifiablejs`, another build of the cryptography.

import { writeFileSync } from "node:fs";
import * as verifiablejs from "verifiablejs/nodejs";
import {
	type Context,
	consentMessage,
	contextBytes,
	encodeAttestation,
	encodeEnrolment,
	encodeIncomeDeclaration,
	enrolmentMessage,
	incomeMessage,
	multiSignature,
	nextSecret,
	possessionMessage,
	type RingId,
	toHex,
	toWords,
} from "../src/index.js";
import { vector } from "../test/node.js";

const oracle = (verifiablejs as unknown as { default: typeof verifiablejs }).default;
const DOMAIN = 9;
const pattern = (length: number, step: number) => Uint8Array.from({ length }, (_, i) => (i * step + 11) & 0xff);

const genesis = pattern(32, 3),
	account = pattern(32, 5),
	scope = pattern(32, 7);
const season = 258;
const at = { number: 70_000, hash: pattern(32, 13) };
const contexts: Record<string, Context> = {
	Nation: "Nation",
	Residence: "Residence",
	Income: "Income",
	Scope: { scope },
};

const secrets = Array.from({ length: 20 }, (_, n) => pattern(32, 2 * n + 1));
const keys = secrets.map((secret) => oracle.member_from_entropy(secret));
const count = 2;
const messages: Record<string, Uint8Array> = {
	Nation: enrolmentMessage(genesis, season, "Nation", account, { count, at }),
	Residence: enrolmentMessage(genesis, season, "Residence", account, { count, at }),
	Income: incomeMessage(genesis, season, 5, { count, at }),
	Scope: pattern(40, 17),
};
const rings: Record<string, RingId> = {
	Nation: { nation: 300 },
	Residence: { cell: 0x0123456789abcdefn, number: 1 },
	Income: { nation: 300 },
	Scope: { nation: 300 },
};

const proofs = Object.entries(contexts).map(([name, context], i) => {
	const bytes = contextBytes(genesis, context, season);
	const who = 3 * i + 1;
	const { proof, alias } = oracle.one_shot(DOMAIN, secrets[who], vector(keys), bytes, messages[name]);
	return { name, who, context: bytes, message: messages[name], alias, proof };
});
const [nation, , income] = proofs;
const consent = multiSignature("sr25519", pattern(64, 19));
const enrolment = {
	season,
	ring: rings.Nation,
	context: "Nation" as const,
	account,
	count,
	at,
	consent,
	alias: nation.alias,
	proof: nation.proof,
};
const declaration = { season, ring: rings.Income, band: 5, count, at, alias: income.alias, proof: income.proof };
const possession = possessionMessage(genesis, account, keys[0]);
const possessed = oracle.sign(secrets[0], possession);

const hex = (value: unknown): unknown =>
	value instanceof Uint8Array
		? toHex(value)
		: Array.isArray(value)
			? value.map(hex)
			: typeof value === "bigint"
				? value.toString()
				: typeof value === "object" && value !== null
					? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, hex(of)]))
					: value;

const file = {
	about: "Test vectors of the ballots of Civitas. wallet/client/README.md explains each field.",
	genesis,
	season,
	account,
	scope,
	count,
	at,
	secrets: secrets.map((secret, n) => ({ secret, rollKey: keys[n] })),
	seasons: secrets.slice(0, 3).map((secret, n) => {
		const first = { season: season + n, secret };
		return { ...first, words: toWords(first), next: nextSecret(first) };
	}),
	commitment: oracle.members_root(DOMAIN, vector(keys)),
	proofs,
	possession: { rollKey: keys[0], message: possession, signature: possessed },
	consent: { message: consentMessage(genesis, season, "Nation", nation.alias, { count, at }), multiSignature: consent },
	calls: {
		enrol: { ring: rings.Nation, arguments: encodeEnrolment(enrolment) },
		declareIncome: { ring: rings.Income, band: 5, arguments: encodeIncomeDeclaration(declaration) },
		attest: encodeAttestation({ rollKey: keys[0], possession: possessed }),
		attestOnly: encodeAttestation(),
	},
};
writeFileSync(new URL("../../vectors.json", import.meta.url), `${JSON.stringify(hex(file), undefined, "\t")}\n`);
