// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english";
import {
	BackupError,
	type BackupReason,
	drawMoment,
	fromHex,
	fromWords,
	makeSecret,
	nextSecret,
	RollSecrets,
	toHex,
	toWords,
	wipe,
} from "../src/index.js";
import { numbers, secret } from "./node.js";

const refused = (reason: BackupReason) => (error: unknown) => error instanceof BackupError && error.reason === reason;

const replaced = (words: string[], at: number, other: string) =>
	words.map((word, i) => (i === at ? other : word)).join(" ");
const swapped = (words: string[], at: number) =>
	[...words.slice(0, at - 1), words[at], words[at - 1], ...words.slice(at + 1)].join(" ");

test("a secret and its season are backed up as 28 words", () => {
	const random = numbers(3);
	for (const season of [0, 1, 7, 2 ** 20 - 1, ...Array.from({ length: 50 }, () => random(2 ** 20))]) {
		const made = makeSecret(season);
		const words = toWords(made);
		assert.equal(words.split(" ").length, 28);
		assert.deepEqual(fromWords(words), made);
		assert.deepEqual(fromWords(`  ${words.toUpperCase().replaceAll(" ", "\n ")}\n`), made);
	}
	assert.notDeepEqual(makeSecret(1), makeSecret(1));
	assert.throws(() => toWords({ season: 2 ** 20, secret: secret(1) }), RangeError);
	assert.throws(() => toWords({ season: 1, secret: secret(1).slice(1) }), RangeError);
});

test("the seed words of an account are refused, and an account takes no words of ours", () => {
	for (const size of [16, 20, 24, 28, 32]) {
		const seed = entropyToMnemonic(secret(7).slice(0, size), wordlist);
		assert.throws(() => fromWords(seed), refused("SeedWords"), `${size} bytes`);
	}
	// BIP-39 knows no 28 words, so no wallet of accounts reads ours.
	const words = toWords({ season: 1, secret: secret(7) }).split(" ");
	assert.equal([12, 15, 18, 21, 24].includes(words.length), false);
});

test("every mistyped, swapped or missing word is noticed", () => {
	const words = toWords({ season: 12, secret: Uint8Array.from({ length: 32 }, (_, i) => 7 * i) }).split(" ");
	let changed = 0;
	for (let i = 0; i < words.length; i++) {
		for (let step = 1; step <= 25; step++) {
			const other = wordlist[(wordlist.indexOf(words[i]) + 81 * step) % wordlist.length];
			assert.throws(() => fromWords(replaced(words, i, other)), refused("WrongChecksum"));
			changed++;
		}
		if (i > 0 && words[i] !== words[i - 1]) {
			assert.throws(() => fromWords(swapped(words, i)), refused("WrongChecksum"));
		}
		assert.throws(() => fromWords(words.filter((_, place) => place !== i).join(" ")), refused("WrongLength"));
	}
	assert.equal(changed, 700);
	const unknown = (error: unknown) => refused("UnknownWord")(error) && (error as BackupError).word === 3;
	assert.throws(() => fromWords(replaced(words, 2, "civitas")), unknown);
	assert.throws(() => fromWords(""), refused("WrongLength"));
});

test("each season's secret follows from the one before, and not the other way", () => {
	const first = { season: 4, secret: secret(9) };
	const second = nextSecret(first);
	assert.equal(second.season, 5);
	assert.notDeepEqual(second.secret, first.secret);
	assert.notDeepEqual(nextSecret({ season: 5, secret: secret(9) }).secret, second.secret, "the step names its season");
	const restored = RollSecrets.fromWords(toWords(second));
	assert.deepEqual(restored.of(9), nextSecret(nextSecret(nextSecret(nextSecret(second)))));
	assert.throws(() => restored.of(4), /deleted/);
	assert.deepEqual(restored.candidates(4), []);
});

test("a wallet deletes the secret of a season when the next one is seated, and says so", () => {
	const stored = [{ season: 4, secret: secret(9) }];
	const secrets = new RollSecrets(stored);
	assert.deepEqual(stored[0].secret, new Uint8Array(32), "the caller's copy is cleared");
	// In season 4 its owner attests with the key of season 5.
	const next = secrets.of(5);
	assert.deepEqual(
		secrets.candidates(4).map(({ season }) => season),
		[4],
	);
	assert.deepEqual(
		secrets.candidates(5).map(({ season }) => season),
		[5, 4],
		"until the roll shows which one is seated",
	);
	// The attestation came too late: season 5 still seats the key of season 4.
	assert.deepEqual(secrets.retire(5, 4), { secrets: [], accountsUpTo: 3 });
	assert.deepEqual(
		secrets.stored().map(({ season }) => season),
		[4, 5],
	);
	// They attest again; season 6 seats its own key.
	assert.deepEqual(secrets.of(6), nextSecret(next));
	assert.deepEqual(secrets.retire(6, 6), { secrets: [4, 5], accountsUpTo: 4 });
	assert.deepEqual(secrets.stored(), [nextSecret(next)]);
	assert.throws(() => secrets.of(5), /deleted/);
	assert.throws(() => secrets.retire(6, 5), RangeError, "a deleted secret is seated nowhere");
	assert.throws(() => secrets.retire(5, 6), RangeError, "no roll seats the key of a later season");
	assert.deepEqual(RollSecrets.make(0).retire(1, 0), { secrets: [] });
	secrets.forget();
	assert.deepEqual(secrets.stored(), []);
	assert.throws(() => new RollSecrets([]), RangeError);
});

test("copies of secrets are the caller's own", () => {
	const secrets = new RollSecrets([{ season: 4, secret: secret(9) }]);
	for (const copy of [secrets.of(4), ...secrets.candidates(4), ...secrets.stored()]) wipe(copy.secret);
	assert.deepEqual(secrets.of(4).secret, secret(9));
});

test("hexadecimal digits are read strictly", () => {
	assert.deepEqual(fromHex(toHex(secret(255))), secret(255));
	for (const wrong of ["0x1", "12", "0xgg", ""]) assert.throws(() => fromHex(wrong), RangeError);
});

const DAY = 24 * 60 * 60 * 1000;

test("a wallet draws its moment evenly from the first ten days of a season", () => {
	const opens = 1_800_000_000_000;
	const random = numbers(5);
	const perDay = Array<number>(10).fill(0);
	for (let i = 0; i < 5_000; i++) {
		const moment = drawMoment({ opens, now: opens + 1 }, random);
		assert.ok(moment > opens && moment <= opens + 10 * DAY);
		perDay[Math.floor((moment - opens) / DAY)]++;
	}
	assert.ok(
		perDay.every((count) => count > 400 && count < 600),
		perDay.join(" "),
	);
});

test("a wallet that comes late draws from what is left, or from the next day", () => {
	const opens = 1_800_000_000_000;
	for (let i = 0; i < 500; i++) {
		const early = drawMoment({ opens, now: opens - 5 * DAY });
		assert.ok(early >= opens && early <= opens + 10 * DAY);
		const late = drawMoment({ opens, now: opens + 8 * DAY });
		assert.ok(late >= opens + 8 * DAY && late <= opens + 10 * DAY);
		const after = drawMoment({ opens, now: opens + 40 * DAY });
		assert.ok(after >= opens + 40 * DAY && after <= opens + 41 * DAY);
		const short = drawMoment({ opens, length: 60_000, now: opens + 70_000 });
		assert.ok(short >= opens + 70_000 && short <= opens + 130_000);
	}
	assert.throws(() => drawMoment({ opens, length: 0 }), RangeError);
});
