// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
	aliasInfo,
	type BallotAccount,
	confirmEnrolment,
	consentMessage,
	contextBytes,
	emptyExtensions,
	encodeEnrolment,
	encodeIncomeDeclaration,
	enrolmentMessage,
	forgetEnrolment,
	generalTransaction,
	incomeMessage,
	multiSignature,
	nextKey,
	overRpc,
	type Prover,
	possessionMessage,
	Roll,
	RollError,
	type RollReason,
	Source,
	toHex,
} from "../src/index.js";
import {
	chainOf,
	type FakeChain,
	genesis,
	hashOf,
	hold,
	keysOf,
	node,
	numbers,
	ringsOf,
	SEASON,
	secret,
	startProver,
	trusted,
} from "./node.js";

let prover: Prover;
before(async () => {
	prover = await startProver();
});

/** Ballot accounts, each fresh, that sign with their own name. */
let accounts = 0;
function freshAccount(): BallotAccount {
	const publicKey = new Uint8Array(32).fill(0xaa);
	new DataView(publicKey.buffer).setUint32(0, accounts++);
	return {
		publicKey,
		sign: (message) =>
			multiSignature(
				"sr25519",
				Uint8Array.from({ length: 64 }, (_, i) => message[i % message.length]),
			),
	};
}

const reason = (expected: RollReason) => (error: unknown) => error instanceof RollError && error.reason === expected;
const few = { minimum: 1 };

test("an enrolment is proven over a checked ring, for a recent finalized block, with the account's consent", async () => {
	const chain = chainOf(prover, 4);
	const { keys } = chain.nation[0];
	const roll = new Roll(trusted(chain), genesis);
	const account = freshAccount();
	const enrolment = await roll.enrolment(await roll.find(hold(prover, 2), prover), account, prover, {
		...few,
		count: 3,
	});
	const at = { number: 742, hash: hashOf(742) };
	assert.equal(enrolment.season, 7);
	assert.deepEqual([enrolment.at, enrolment.count], [at, 3]);
	const message = enrolmentMessage(genesis, 7, "Nation", account.publicKey, { count: 3, at });
	const name = contextBytes(genesis, "Nation", 7);
	assert.deepEqual(prover.verify(keys, name, message, enrolment.proof), enrolment.alias);
	assert.deepEqual(prover.alias(hold(prover, 2), name), enrolment.alias);
	assert.deepEqual(
		enrolment.consent,
		account.sign(consentMessage(genesis, 7, "Nation", enrolment.alias, { count: 3, at })),
	);

	const call = encodeEnrolment(enrolment);
	assert.equal(call.length, 4 + 5 + 1 + 32 + 32 + 4 + 4 + 65 + 785);
	const sent = generalTransaction(call, Uint8Array.of(0));
	const length = call.length + 3;
	assert.deepEqual([...sent.slice(0, 4)], [((length << 2) | 1) & 0xff, length >> 6, 0x45, 0]);
	forgetEnrolment(enrolment);
	assert.deepEqual(enrolment.proof, new Uint8Array(785));
	assert.deepEqual(enrolment.consent, new Uint8Array(65));
});

test("income is declared in a context of its own, and a scope has one, too", async () => {
	const chain = chainOf(prover, 4);
	const roll = new Roll(trusted(chain), genesis);
	const seat = await roll.find(hold(prover, 1), prover);
	const declaration = await roll.incomeDeclaration(seat, 5, prover, few);
	const fresh = { count: 0, at: { number: 742, hash: hashOf(742) } };
	const message = incomeMessage(genesis, 7, 5, fresh);
	assert.deepEqual(
		prover.verify(seat.keys, contextBytes(genesis, "Income", 7), message, declaration.proof),
		declaration.alias,
	);
	assert.equal(encodeIncomeDeclaration(declaration).length, 4 + 5 + 1 + 32 + 4 + 4 + 785);
	const challenge = new TextEncoder().encode("let me in");
	const scoped = await roll.prove(secret(8), challenge, seat, prover, few);
	assert.deepEqual(
		prover.verify(seat.keys, contextBytes(genesis, { scope: secret(8) }, 7), challenge, scoped.proof),
		scoped.alias,
	);
	const vote = await roll.enrolment(seat, freshAccount(), prover, few);
	assert.equal(
		new Set([declaration, scoped, vote].map(({ alias }) => toHex(alias))).size,
		3,
		"nothing ties them together",
	);
});

test("each context has its own bytes", () => {
	const names = [
		contextBytes(genesis, "Nation", 7),
		contextBytes(genesis, "Residence", 7),
		contextBytes(genesis, "Income", 7),
		contextBytes(genesis, { scope: secret(1) }, 7),
		contextBytes(genesis, { scope: secret(2) }, 7),
		contextBytes(genesis, "Nation", 8),
		contextBytes(secret(1), "Nation", 7),
	].map(toHex);
	assert.equal(new Set(names).size, 7);
	const fresh = { count: 0, at: { number: 1, hash: secret(2) } };
	assert.throws(() => enrolmentMessage(genesis, 7, "Nation", secret(1).slice(1), fresh), RangeError);
	assert.throws(() => contextBytes(genesis, "Nation", 2 ** 32), RangeError);
	assert.throws(() => contextBytes(genesis, { scope: secret(1).slice(1) }, 7), RangeError);
	assert.throws(() => multiSignature("ed25519", new Uint8Array(65)), RangeError);
});

test("the extensions of a transaction without a signer have canonical bytes", () => {
	const names = [
		"AuthorizeCall",
		"CheckGenesis",
		"CheckMortality",
		"CheckNonce",
		"ChargeTransactionPayment",
		"CheckMetadataHash",
	];
	assert.deepEqual(emptyExtensions(names), new Uint8Array(4));
});

/** Everything that a voter's wallet asks two nodes from reading the roll to a proof for the vote, the income and a scope. */
async function requestsOf(chain: FakeChain, who: number, where: "nation" | "cells"): Promise<string[]> {
	const asked: string[] = [];
	const source = Source.agreed([node(chain, asked), node(chain, asked)]);
	const roll = new Roll(source, genesis, { random: numbers(11) });
	const seat = await roll.find(hold(prover, who), prover, { where });
	assert.ok(seat.keys.some((key) => toHex(key) === toHex(keysOf(prover, 1, who)[0])));
	await roll.enrolment(seat, freshAccount(), prover, few);
	if (where === "nation") {
		await roll.incomeDeclaration(seat, who % 16, prover, few);
		await roll.prove(secret(8), secret(who), seat, prover, few);
	}
	return asked;
}

test("two voters in different rings send the same requests, every one of them", async () => {
	const chain = chainOf(prover, ...Array<number>(35).fill(2));
	const first = await requestsOf(chain, 0, "nation");
	const calls = first.filter((request) => request.startsWith("RollApi_batch"));
	assert.equal(new Set(calls).size, 3, "35 rings are three batches, and all are fetched");
	assert.equal(calls.length, 6, "once from each node");
	for (const who of [1, 33, 40, 69]) assert.deepEqual(await requestsOf(chain, who, "nation"), first, `voter ${who}`);
});

test("two voters who live in different cells send the same requests, every one of them", async () => {
	const chain = chainOf(prover, 3);
	for (let cell = 0; cell < 300; cell++)
		chain.cells.set(BigInt(cell) * 1_000_003n, ringsOf(prover, cell === 7 ? [2, 2] : [1], 3 * (cell % 20)));
	chain.cells.set(5n, ringsOf(prover, [2], 100));
	chain.cells.set(2n ** 64n - 1n, ringsOf(prover, [1, 1], 102));
	const first = await requestsOf(chain, 100, "cells");
	assert.equal(first.filter((request) => request.startsWith("RollApi_cells")).length, 4, "two pages, from two nodes");
	assert.deepEqual(await requestsOf(chain, 103, "cells"), first);
});

test("a voter without a seat sends the same requests as one with a seat", async () => {
	const chain = chainOf(prover, ...Array<number>(18).fill(2));
	const requests = async (who: number) => {
		const asked: string[] = [];
		const roll = new Roll(trusted(chain, asked), genesis, { random: numbers(2) });
		await roll.find(hold(prover, who), prover).catch((error) => assert.ok(reason("NotSeated")(error)));
		return asked;
	};
	assert.deepEqual(await requests(99), await requests(3));
});

test("batches are fetched in random order", async () => {
	const chain = chainOf(prover, ...Array<number>(16 * 6).fill(1));
	const orders = new Set<string>();
	for (let i = 0; i < 8; i++) {
		const asked: string[] = [];
		assert.equal((await new Roll(trusted(chain, asked), genesis).rings()).length, 96);
		orders.add(asked.filter((request) => request.startsWith("RollApi_batch")).join());
	}
	assert.ok(orders.size > 1);
});

test("a wallet that does not know whose season it is tries several secrets, the newest first", async () => {
	const chain = chainOf(prover, 2, 3);
	const roll = new Roll(trusted(chain), genesis);
	const [old, next] = [hold(prover, 3), hold(prover, 80)];
	assert.equal((await roll.find([next, old], prover)).secret, old, "the old key still sits there");
	chain.nation = ringsOf(prover, [2, 3], 78);
	const seat = await roll.find([next, old], prover);
	assert.equal(seat.secret, next);
	assert.deepEqual(seat.ring, { nation: 1 });
	await assert.rejects(roll.find([old], prover), reason("NotSeated"));
});

test("each state of the roll that cannot be used has its own reason", async () => {
	const chain = chainOf(prover, 3, 2);
	const roll = new Roll(trusted(chain), genesis);
	const find = () => roll.find(hold(prover, 1), prover);
	const seat = await find();
	const enrol = (options = few) => roll.enrolment(seat, freshAccount(), prover, options);
	await assert.rejects(roll.find(hold(prover, 1), prover, { limit: 1_000 }), reason("TooLarge"));
	chain.complete = false;
	await assert.rejects(find(), reason("NotBuilt"), "whichever ring it is that is not ready");
	chain.complete = true;
	for (const [status, expected] of [
		[1, "NotBuilt"],
		[2, "NotBuilt"],
		[3, "RingTooSmall"],
	] as const) {
		chain.nation[0].status = status;
		await assert.rejects(find(), reason(expected));
	}
	chain.nation[0].status = 0;
	chain.open = false;
	await assert.rejects(enrol(), reason("NotOpen"));
	await assert.rejects(find(), reason("NotOpen"));
	chain.open = true;
	chain.season = chain.rollSeason = 8;
	chain.finalized += SEASON;
	await assert.rejects(enrol(), reason("SeasonTurned"));
});

test("a ring too small to hide a voter is refused before anything is proven", async () => {
	const chain = chainOf(prover, 15, 16);
	const roll = new Roll(trusted(chain), genesis);
	const [small, enough] = [await roll.find(hold(prover, 0), prover), await roll.find(hold(prover, 15), prover)];
	const never = {
		prove: () => {
			throw new Error("proven");
		},
	};
	await assert.rejects(roll.enrolment(small, freshAccount(), never), reason("RingTooSmall"));
	await assert.rejects(roll.incomeDeclaration(small, 1, never), reason("RingTooSmall"));
	await assert.rejects(roll.prove(secret(1), secret(2), small, never), reason("RingTooSmall"));
	assert.ok(await roll.enrolment(enough, freshAccount(), prover));
	assert.ok(await roll.enrolment(small, freshAccount(), prover, { minimum: 15 }), "a voter who knows it may go on");
	chain.minimum = 20;
	await assert.rejects(
		roll.enrolment(enough, freshAccount(), never, { minimum: 1 }),
		reason("RingTooSmall"),
		"the chain would refuse",
	);
});

test("an account is proven for once, whatever becomes of it", async () => {
	const roll = new Roll(trusted(chainOf(prover, 3)), genesis);
	const seat = await roll.find(hold(prover, 1), prover);
	const account = freshAccount();
	const failing = {
		prove: () => {
			throw new Error("out of memory");
		},
	};
	await assert.rejects(roll.enrolment(seat, account, failing, few), /out of memory/);
	await assert.rejects(roll.enrolment(seat, account, prover, few), reason("AccountUsed"));
	const stored = new Set<string>();
	const storing = new Roll(trusted(chainOf(prover, 3)), genesis, { usedAccounts: stored });
	await storing.enrolment(seat, account, prover, few);
	assert.deepEqual([...stored], [toHex(account.publicKey)]);
	const later = new Roll(trusted(chainOf(prover, 3)), genesis, { usedAccounts: stored });
	await assert.rejects(later.enrolment(seat, account, prover, few), reason("AccountUsed"));
});

test("one node is not enough to name a season", async () => {
	const honest = chainOf(prover, 4);
	// It lies about the roll only: its own calendar contradicts it.
	const clumsy = { ...honest, rollSeason: 8 };
	await assert.rejects(new Roll(trusted(clumsy), genesis).state(), reason("DishonestNode"));
	// It lies about the calendar, too, but the block is not in that season.
	const liar = { ...honest, season: 8, rollSeason: 8 };
	await assert.rejects(new Roll(trusted(liar), genesis).state(), reason("DishonestNode"));
	// It makes up blocks as well: only another node contradicts it.
	const forger = { ...liar, finalized: honest.finalized + SEASON, fork: 1 };
	assert.equal((await new Roll(trusted(forger), genesis).state()).season, 8);
	await assert.rejects(new Roll(Source.agreed([node(honest), node(forger)]), genesis).state(), reason("Disagreement"));
	const sameBlock = { ...liar, finalized: honest.finalized };
	await assert.rejects(
		new Roll(Source.agreed([node(honest), node(sameBlock)]), genesis).state(),
		reason("Disagreement"),
	);
	assert.throws(() => Source.agreed([node(honest)]), RangeError);
	assert.throws(() => Source.agreed([]), RangeError);
});

test("a node that goes back to an earlier season is refused", async () => {
	const chain = chainOf(prover, 4);
	const roll = new Roll(trusted(chain), genesis);
	await roll.state();
	chain.season = chain.rollSeason = 6;
	chain.finalized -= SEASON;
	await assert.rejects(roll.state(), reason("DishonestNode"));
	await assert.rejects(new Roll(trusted(chain), genesis, { knownSeason: 7 }).state(), reason("DishonestNode"));
	assert.equal((await new Roll(trusted(chain), genesis).state()).season, 6);
	chain.season = chain.rollSeason = 0;
	chain.finalized = 3;
	assert.equal((await new Roll(trusted(chain), genesis).state()).season, 0, "nothing is stored in the first season");
});

test("a node of another chain is refused", async () => {
	const other = { ...chainOf(prover, 4), genesis: secret(1) };
	await assert.rejects(new Roll(trusted(other), genesis).state(), reason("WrongChain"));
	await assert.rejects(
		new Roll(Source.agreed([node(chainOf(prover, 4)), node(other)]), genesis).state(),
		reason("WrongChain"),
	);
});

test("nodes that lag behind agree at the older block", async () => {
	const [ahead, behind] = [chainOf(prover, 4), { ...chainOf(prover, 4), finalized: 720 }];
	assert.equal((await new Roll(Source.agreed([node(ahead), node(behind)]), genesis).state()).at.number, 720);
});

test("a node that lies about a ring is found out", async () => {
	const find = (chain: FakeChain) => new Roll(trusted(chain), genesis).find(hold(prover, 2), prover);
	const other = chainOf(prover, 4);
	other.nation[0].commitment = prover.commitment(keysOf(prover, 3));
	await assert.rejects(find(other), reason("DishonestNode"));
	const noKeys = chainOf(prover, 4);
	noKeys.nation[0].keys = [...noKeys.nation[0].keys.slice(0, 3), new Uint8Array(32)];
	await assert.rejects(find(noKeys), reason("DishonestNode"));
	const twice = chainOf(prover, 4, 4);
	twice.nation[1] = twice.nation[0];
	await assert.rejects(find(twice), reason("DishonestNode"), "nobody has two seats");
	const renumbered = chainOf(prover, 4, 4);
	for (const [i, number] of [
		[0, 1],
		[1, 0],
		[1, 2],
	] as const) {
		const honest = node(renumbered);
		const liar = {
			...honest,
			call: async (...args: Parameters<typeof honest.call>) => {
				const answer = await honest.call(...args);
				// Each ring has its number, size, status, commitment and keys.
				if (args[1] === "RollApi_batch") answer[1 + i * (5 + 4 + 1 + 1 + 288 + 1 + 4 * 32) + 1] = number;
				return answer;
			},
		};
		const lied = new Roll(Source.trusted(liar), genesis).find(hold(prover, 2), prover);
		await assert.rejects(lied, reason("DishonestNode"), `ring ${i} called ${number}`);
	}
});

test("a node that makes up a whole ring is found out by asking another", async () => {
	const honest = chainOf(prover, 4);
	// The voter alone among strangers, with the commitment that fits: one node's word is not enough.
	const keys = [...keysOf(prover, 1, 2), ...keysOf(prover, 3, 100)];
	const madeUp = { ...honest, nation: [{ keys, commitment: prover.commitment(keys), status: 0 }] };
	const find = (source: Source) => new Roll(source, genesis).find(hold(prover, 2), prover);
	assert.deepEqual((await find(Source.trusted(node(madeUp)))).ring, { nation: 0 });
	await assert.rejects(find(Source.agreed([node(honest), node(madeUp)])), reason("Disagreement"));
	assert.deepEqual((await find(Source.agreed([node(honest), node(honest)]))).keys, honest.nation[0].keys);
});

test("whatever a node answers, the wallet names what is wrong or reads what is right", async () => {
	const chain = chainOf(prover, 2, 2);
	const honest = node(chain);
	const random = numbers(1);
	const held = hold(prover, 3);
	const truth = (await new Roll(Source.trusted(honest), genesis).find(held, prover)).keys;
	let [refused, unharmed] = [0, 0];
	for (let i = 0; i < 3_000; i++) {
		const victim = ["SeasonsApi_season", "RollApi_roll", "RollApi_batch", "storage"][random(4)];
		const corrupt = (answer: Uint8Array) => {
			switch (random(4)) {
				case 0:
					return answer.slice(0, random(answer.length));
				case 1:
					return Uint8Array.from([...answer, random(256)]);
				case 2:
					return Uint8Array.from({ length: random(400) }, () => random(256));
				default: {
					const bent = answer.slice();
					bent[random(bent.length)] ^= 1 + random(255);
					return bent;
				}
			}
		};
		const liar = {
			...honest,
			call: async (...args: Parameters<typeof honest.call>) => {
				const answer = await honest.call(...args);
				return args[1] === victim ? corrupt(answer) : answer;
			},
			storage: async (...args: Parameters<typeof honest.storage>) => {
				const answer = (await honest.storage(...args)) as Uint8Array;
				return victim === "storage" ? corrupt(answer) : answer;
			},
		};
		try {
			const seat = await new Roll(Source.trusted(liar), genesis).find(held, prover);
			assert.deepEqual(seat.keys, truth, "what passes is right");
			unharmed++;
		} catch (error) {
			assert.ok(error instanceof RollError, String(error));
			refused++;
		}
	}
	assert.ok(refused > 1_000 && unharmed > 10, `${refused} refused, ${unharmed} unharmed`);
});

test("an account that speaks for somebody else is noticed before the first vote", async () => {
	const chain = chainOf(prover, 4);
	const roll = new Roll(trusted(chain), genesis);
	const enrolment = await roll.enrolment(await roll.find(hold(prover, 2), prover), freshAccount(), prover, few);
	const confirm = () => confirmEnrolment(trusted(chain), genesis, enrolment);
	await assert.rejects(confirm(), reason("NotEnrolled"));
	const account = Buffer.from(enrolment.account).toString("hex");
	const { season, ring, alias } = enrolment;
	chain.ballots.set(account, { season, ring, alias });
	await confirm();
	for (const other of [
		{ season, ring, alias: secret(66) },
		{ season: 6, ring, alias },
		{ season, ring: { nation: 1 }, alias },
		{ season, ring: { cell: 4n, number: 0 }, alias },
	]) {
		chain.ballots.set(account, other);
		await assert.rejects(confirm(), reason("WrongAlias"));
	}
	assert.deepEqual(await aliasInfo(trusted(chain), genesis, 7, "Nation", alias), {
		used: 3,
		account: secret(9),
		movesFrom: 77,
	});
});

test("the next season's key comes with a proof of possession for the citizen's account", async () => {
	const { rollKey, possession } = await nextKey(genesis, secret(5), hold(prover, 8), prover);
	assert.deepEqual(rollKey, keysOf(prover, 1, 8)[0]);
	assert.deepEqual(possession, prover.sign(hold(prover, 8), possessionMessage(genesis, secret(5), rollKey)));
});

test("JSON-RPC answers are read strictly", async () => {
	const answers: Record<string, unknown> = {
		chain_getFinalizedHead: toHex(hashOf(5)),
		chain_getHeader: { number: "0x5" },
		chain_getBlockHash: toHex(genesis),
		state_call: "0x0102",
		state_getStorage: null,
	};
	const asked: unknown[][] = [];
	const reader = overRpc(async (method, ...params) => {
		asked.push([method, ...params]);
		return answers[method];
	});
	const at = await reader.finalized();
	assert.deepEqual(at, { number: 5, hash: hashOf(5) });
	assert.deepEqual(await reader.hash(0), genesis);
	assert.deepEqual(await reader.call(at, "RollApi_roll", Uint8Array.of(7)), Uint8Array.of(1, 2));
	assert.equal(await reader.storage(at, Uint8Array.of(8)), undefined);
	assert.deepEqual(asked.slice(-2), [
		["state_call", "RollApi_roll", "0x07", toHex(at.hash)],
		["state_getStorage", "0x08", toHex(at.hash)],
	]);
	for (const wrong of [5, null, {}, "0x1", "what"]) {
		answers.state_call = wrong;
		await assert.rejects(reader.call(at, "RollApi_roll", new Uint8Array()), reason("DishonestNode"));
	}
	for (const wrong of [null, {}, { number: -1 }, { number: "many" }]) {
		answers.chain_getHeader = wrong;
		await assert.rejects(reader.finalized(), reason("DishonestNode"));
	}
});
