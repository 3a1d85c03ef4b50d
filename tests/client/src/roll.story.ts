// SPDX-License-Identifier: Apache-2.0
// One person, one secret voice: twenty citizens enrol ballot accounts, and nothing on the chain ties an account to
// a citizen. Told by an unmodified @polkadot/api and our wallet's package to the real node; verifiablejs, another
// build of the cryptography, is the second opinion. One story: each part goes on where the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
	aliasInfo,
	type Block,
	type Context,
	confirmEnrolment,
	consentMessage,
	contextBytes,
	type Enrolment,
	enrolmentMessage,
	fromHex,
	incomeMessage,
	nextKey,
	overRpc,
	ProverError,
	ProverThread,
	type Ring,
	Roll,
	RollError,
	type RollReason,
	RollSecrets,
	type Seat,
	Source,
	toHex,
	toWords,
	type VotingContext,
} from "@civitas/ballots";
import { enrol as enrolByExample } from "@civitas/ballots/example";
import { xxhashAsU8a } from "@polkadot/util-crypto";
import { alias_in_context, members_root, one_shot, validate } from "verifiablejs/nodejs";
import { Chain, newPerson, type Person, type Receipt, wellKnown } from "./chain.js";
import { Node } from "./node.js";
import { prefix } from "./recount.js";
import {
	changes,
	consenting,
	declaring,
	factsOf,
	goToNextSeason,
	PROVER,
	refusalOf,
	rollOf,
	rpcOf,
	SMALL,
	secretOf,
	sourceOf,
	submit,
	transaction,
	wholeState,
} from "./roll.js";
import { changedSpec, startOn } from "./specs.js";

/** How the oracle names a ring of up to 255. */
const DOMAIN = 9;
const NATION = { nation: 0 };
/** How events name the context of nationwide votes. */
const NATIONAL = { nation: null };

const NAMES = [
	"Ada",
	"Bruno",
	"Chidi",
	"Dina",
	"Emeka",
	"Fay",
	"Gus",
	"Hal",
	"Ines",
	"Jun",
	"Kofi",
	"Lena",
	"Mei",
	"Noor",
	"Omar",
	"Pia",
];

describe("the roll", { timeout: 900_000 }, () => {
	const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const newcomers = NAMES.map(newPerson);
	const people = [...founders, ...newcomers];
	const [alice, , charlie] = founders;
	const [ada, bruno, chidi, dina, emeka, fay, gus] = newcomers;
	const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);

	/** A ballot account: a key pair in a wallet, and nothing else. */
	const ballots = new Map(people.map((who) => [who, newPerson(`${who.name}'s ballot account`)]));
	const ballotOf = (who: Person) => ballots.get(who) as Person;
	/** What an enrolment weighs, encoded. */
	let weight: string | undefined;
	/** What was sent, by citizen. */
	const sent = new Map<Person, Enrolment>();
	const aliases = new Map<Person, string>();

	let node: Node;
	let chain: Chain;
	let prover: ProverThread;
	let roll: Roll;
	let genesis: Uint8Array;

	before(async () => {
		// An archive, so that each block's state can be read.
		node = await Node.dev("--state-pruning=archive");
		chain = await Chain.connect(node);
		genesis = chain.api.genesisHash.toU8a();
		prover = await ProverThread.start(PROVER);
		roll = rollOf(chain);
	});

	after(async () => {
		prover?.stop();
		await chain?.close();
		await node?.stop();
	});

	const api = () => chain.api.call.rollApi;

	const turnTheSeason = () => goToNextSeason(chain, "roll");

	/** Somebody's seat in a ring of this season. */
	const seatOf = async (who: Person): Promise<Seat> => roll.find(await secretOf(prover, who.entropy), prover);

	/** An enrolment as the wallet makes it. */
	const enrolled = async (who: Person, ballot: Person, count = 0): Promise<Enrolment> =>
		roll.enrolment(await seatOf(who), consenting(ballot), prover, { ...SMALL, count });

	/** The nation's only ring. */
	const theRing = async (): Promise<Ring> => (await roll.rings())[0];

	const reason = (expected: RollReason) => (error: unknown) => error instanceof RollError && error.reason === expected;

	/** An enrolment with a proof by the oracle, of whatever ring, season and account, and with the account's consent. */
	async function madeElsewhere(
		who: Person,
		keys: Uint8Array[],
		season: number,
		ballot: Person,
		count = 0,
	): Promise<Enrolment> {
		const fresh = { count, at: (await roll.state()).at };
		const account = ballot.pair.publicKey;
		const name = contextBytes(genesis, "Nation", season);
		const message = enrolmentMessage(genesis, season, "Nation", account, fresh);
		const { proof, alias } = one_shot(DOMAIN, who.entropy, vector(keys), name, message);
		const consent = await consenting(ballot).sign(consentMessage(genesis, season, "Nation", alias, fresh));
		return { season, ring: NATION, context: "Nation", account, ...fresh, consent, proof, alias };
	}

	/** The bytes that the runtime itself answers with, if it does. */
	async function bytesOf(method: string, ...args: Uint8Array[]): Promise<Uint8Array> {
		const answer = fromHex(await node.rpc<string>("state_call", `RollApi_${method}`, toHex(Buffer.concat(args))));
		assert.equal(answer[0], 1, `${method} answers`);
		return chain.api.createType("Bytes", answer.slice(1)).toU8a(true);
	}

	/** A SCALE vector of keys, as the oracle reads rings. */
	function vector(keys: Uint8Array[]): Uint8Array {
		return chain.api.createType("Vec<[u8; 32]>", keys.map(toHex)).toU8a();
	}

	it("admits sixteen newcomers besides the four founders", async () => {
		const { citizenship } = chain.api.tx;
		for (const who of newcomers) {
			await chain.submit(eve, citizenship.sponsor(who.address));
			await chain.submit(who, await chain.application(who));
			await chain.submit(alice, citizenship.admit(who.address));
		}
		assert.equal(await chain.citizenId(newcomers[15]), 19);
		const state = await roll.state();
		assert.deepEqual([state.season, state.members, state.open], [0, 4, true], "the founders' own roll");
		await assert.rejects(seatOf(ada), reason("NotSeated"));
	});

	it("seals and builds the roll of twenty when the season turns", async () => {
		assert.deepEqual(await turnTheSeason(), ["RollSealed [1,1,20]", 'RingBuilt [{"nation":0},1,20]']);
		const { season, open, complete, rings, members, minimum } = await roll.state();
		assert.deepEqual([season, open, complete, rings, members, minimum], [1, true, true, 1, 20, 2]);
	});

	it("has a ring whose commitment two independent builds compute from its keys", async () => {
		const ring = await theRing();
		assert.deepEqual(new Set(ring.keys.map(toHex)), new Set(people.map((who) => toHex(who.rollKey))));
		assert.deepEqual(members_root(DOMAIN, vector(ring.keys)), ring.commitment);
		assert.deepEqual(await prover.commitment(ring.keys), ring.commitment);
	});

	it("names contexts and messages as the wallet does", async () => {
		const scope = new Uint8Array(32).fill(9);
		const contexts: [Context, unknown][] = [
			["Nation", "Nation"],
			["Residence", "Residence"],
			["Income", "Income"],
			[{ scope }, { Scope: toHex(scope) }],
		];
		for (const [context, named] of contexts) {
			assert.equal((await api().contextBytes(named, 7)).toHex(), toHex(contextBytes(genesis, context, 7)));
		}
		const account = ballotOf(ada).pair.publicKey;
		// The newest block that the state knows the hash of: the one before it.
		const number = (await roll.state()).at.number - 1;
		const at: Block = { number, hash: fromHex((await node.hash(number)) as string) };
		const u32 = (value: number) => Uint8Array.from(new Uint8Array(Uint32Array.of(value).buffer));
		for (const [index, context] of (["Nation", "Residence"] as VotingContext[]).entries()) {
			const fresh = { count: 2, at };
			const named = [u32(7), Uint8Array.of(index)];
			const message = await bytesOf("message", ...named, account, u32(2), u32(at.number));
			assert.deepEqual(message, enrolmentMessage(genesis, 7, context, account, fresh));
			const consent = await bytesOf("consent", ...named, account, u32(2), u32(at.number));
			assert.deepEqual(consent, consentMessage(genesis, 7, context, account, fresh));
		}
	});

	it("enrols twenty fresh accounts, in whatever order, and nothing that is written names a citizen", async () => {
		const ring = await theRing();
		const name = contextBytes(genesis, "Nation", 1);
		const traces = await tracesOf(people);
		const bookkeeping = await everydayItems();

		for (const who of shuffled(people)) {
			const ballot = ballotOf(who);
			// The founders use the other build of the cryptography: the chain cannot tell.
			const enrolment = founders.includes(who)
				? await madeElsewhere(who, ring.keys, 1, ballot)
				: await enrolled(who, ballot);
			const message = enrolmentMessage(genesis, 1, "Nation", ballot.pair.publicKey, enrolment);
			assert.deepEqual(validate(DOMAIN, enrolment.proof, vector(ring.keys), name, message), enrolment.alias);
			assert.deepEqual(await prover.verify(ring.keys, name, message, enrolment.proof), enrolment.alias);
			assert.deepEqual(alias_in_context(who.entropy, name), enrolment.alias);

			const earlier = await wholeState(node);
			const receipt = await submit(chain, transaction(chain, enrolment));
			const touched = changes(earlier, await wholeState(node, receipt.block.toHex()));
			await confirmEnrolment(sourceOf(node), genesis, enrolment);
			explain(touched, bookkeeping, enrolment, await node.best());
			assert.deepEqual(eventsOf(receipt), [
				["system.NewAccount", ballot.address],
				["roll.Enrolled", 1, NATIONAL, NATION, toHex(enrolment.alias), ballot.address],
				["system.ExtrinsicSuccess"],
			]);
			const block = JSON.stringify(await node.rpc("chain_getBlock", receipt.block.toHex()));
			for (const [trace, whose] of traces) {
				assert.ok(!block.includes(trace), `${whose} in the block with ${ballot.name}`);
				for (const [key, value] of touched) {
					// It is Alice's node that makes the blocks, and that is noted in each of them.
					const everyday = bookkeeping.get(itemOf(key))?.includes(trace);
					assert.ok(everyday || !`${key} ${value}`.includes(trace), `${whose} in ${key}, with ${ballot.name}`);
				}
			}
			sent.set(who, enrolment);
			aliases.set(who, toHex(enrolment.alias));
		}
		assert.equal(new Set(aliases.values()).size, 20, "twenty people, twenty voices");
	});

	it("says nothing of citizens wherever it speaks of a ballot account, in the whole state", async () => {
		const traces = await tracesOf(people);
		let entries = 0;
		for (const [key, value] of await wholeState(node)) {
			const both = key + value.slice(2);
			const speaksOfBallots = people.some(
				(who) =>
					both.includes(hex(ballotOf(who).pair.publicKey)) || both.includes((aliases.get(who) as string).slice(2)),
			);
			if (!speaksOfBallots) continue;
			entries++;
			for (const [trace, whose] of traces) assert.ok(!both.includes(trace), `${whose} in ${key}`);
		}
		// An account, an enrolment and an alias each; System.Events speaks of the last one only.
		assert.ok(entries >= 60 && entries <= 61, `${entries} entries`);
	});

	it("enrols accounts that own nothing and have signed nothing", async () => {
		for (const who of people) {
			const ballot = ballotOf(who);
			assert.deepEqual(await chain.balance(ballot), { free: 0n, held: 0n });
			const { ballot: known } = (await api().enrolment(ballot.address)).toJSON() as { ballot: object };
			assert.deepEqual(known, { season: 1, context: NATIONAL, ring: NATION, alias: aliases.get(who) });
		}
	});

	it("lets Ada, who has lost her phone, move her voice to a new account", async () => {
		const [lost, found] = [ballotOf(ada), newPerson("Ada's new ballot account")];
		const known = () => aliasInfo(sourceOf(node), genesis, 1, "Nation", fromHex(aliases.get(ada) as string));
		assert.deepEqual(await known(), { used: 1, account: lost.pair.publicKey, movesFrom: 0 });
		// Her new phone restores the secret from its words, and has lost count.
		const enrolment = await enrolled(ada, found, (await known()).used);
		assert.equal(toHex(enrolment.alias), aliases.get(ada), "the same voice");
		const receipt = await submit(chain, transaction(chain, enrolment));
		assert.deepEqual(
			eventsOf(receipt).find(([name]) => name === "roll.EnrolmentMoved"),
			["roll.EnrolmentMoved", 1, NATIONAL, NATION, aliases.get(ada), lost.address, found.address],
		);
		assert.equal((await api().enrolment(lost.address)).toJSON(), null, "the old account speaks for nobody");
		await confirmEnrolment(sourceOf(node), genesis, enrolment);
		const { used, account } = await known();
		assert.deepEqual([used, account], [2, found.pair.publicKey]);
		ballots.set(ada, found);
	});

	describe("stops", () => {
		const refusal = (enrolment: Enrolment) => refusalOf(chain, transaction(chain, enrolment));

		it("a node that keeps an enrolment to itself and enrols the account under another alias", async () => {
			// Ada sends an enrolment for a fresh account. Chidi's node does not pass it on.
			const account = newPerson("Ada's third ballot account");
			const kept = await enrolled(ada, account, 2);
			// He proves the account for himself. All that it has signed is for Ada's alias.
			const { keys } = await theRing();
			const squatting = { ...(await madeElsewhere(chidi, keys, 1, account, 1)), consent: kept.consent };
			assert.equal(await refusal(squatting), "NoConsent");
			// Nobody signs for an account but its owner.
			const forged = await consenting(newPerson("Chidi's other key")).sign(
				consentMessage(genesis, 1, "Nation", squatting.alias, squatting),
			);
			assert.equal(await refusal({ ...squatting, consent: forged }), "NoConsent");
			// The account is still free, and Ada's wallet would have noticed.
			await assert.rejects(confirmEnrolment(sourceOf(node), genesis, kept), reason("NotEnrolled"));
			const others = { ...kept, alias: fromHex(aliases.get(dina) as string), account: ballotOf(bruno).pair.publicKey };
			await assert.rejects(confirmEnrolment(sourceOf(node), genesis, others), reason("WrongAlias"));
		});

		it("a node that swallows a proof, whose voter has enrolled another account since", async () => {
			const [first, second] = [newPerson("Emeka's lost account"), newPerson("Emeka's account")];
			const swallowed = await enrolled(emeka, first, 1);
			// Emeka's wallet never uses the account again: it proves for another, which a second node passes on.
			const again = roll.enrolment(await seatOf(emeka), consenting(first), prover, { ...SMALL, count: 1 });
			await assert.rejects(again, reason("AccountUsed"));
			await submit(chain, transaction(chain, await enrolled(emeka, second, 1)));
			assert.equal(await refusal(swallowed), "WrongCount");
			late = swallowed;
			ballots.set(emeka, second);
		});

		it("a coercer who has Fay's secret and moves her voice as often as the chain allows", async () => {
			const alias = fromHex(aliases.get(fay) as string);
			const known = () => aliasInfo(sourceOf(node), genesis, 1, "Nation", alias);
			for (const count of [1, 2, 3]) {
				await chain.advanceTo((await known()).movesFrom);
				const coerced = newPerson(`the coercer's account ${count}`);
				await submit(chain, transaction(chain, await enrolled(fay, coerced, count)));
				assert.equal(toHex((await known()).account as Uint8Array), toHex(coerced.pair.publicKey));
			}
			// Now each move takes a day, for everybody. Moves never run out, so the last word is Fay's.
			const { used, movesFrom } = await known();
			assert.equal(used, 4);
			assert.ok(movesFrom > 0);
			await chain.advanceTo(movesFrom);
			const free = newPerson("Fay's own account");
			await submit(chain, transaction(chain, await enrolled(fay, free, used)));
			assert.deepEqual((await known()).account, free.pair.publicKey);
			ballots.set(fay, free);
		});
	});

	/** A proof that a node has kept until the end of the season. */
	let late: Enrolment;

	it("lets Gus declare an income that nobody can tie to his vote", async () => {
		const traces = await tracesOf(people);
		const voices: [string, string][] = people.flatMap((who) => [
			[(aliases.get(who) as string).slice(2), `${who.name}'s voice`],
			[hex(ballotOf(who).pair.publicKey), ballotOf(who).name],
		]);
		const declaration = await roll.incomeDeclaration(await seatOf(gus), 4, prover, SMALL);
		const { ring, at } = declaration;
		const message = incomeMessage(genesis, 1, 4, { count: 0, at });
		const { keys } = await theRing();
		assert.deepEqual(
			validate(DOMAIN, declaration.proof, vector(keys), contextBytes(genesis, "Income", 1), message),
			declaration.alias,
		);
		const earlier = await wholeState(node);
		const bookkeeping = await everydayItems();
		const receipt = await submit(chain, declaring(chain, declaration));
		assert.deepEqual(eventsOf(receipt)[0], ["census.IncomeDeclared", 1, toHex(declaration.alias), null, 4]);
		assert.deepEqual(ring, NATION);
		const block = JSON.stringify(await node.rpc("chain_getBlock", receipt.block.toHex()));
		const touched = changes(earlier, await wholeState(node, receipt.block.toHex()));
		for (const [trace, whose] of [...traces, ...voices]) {
			assert.ok(!block.includes(trace), `${whose} in the block with Gus' income`);
			for (const [key, value] of touched) {
				const everyday = bookkeeping.has(itemOf(key));
				assert.ok(everyday || !`${key} ${value}`.includes(trace), `${whose} in ${key}, with Gus' income`);
			}
		}
		const again = { ...declaration, band: 5 };
		const { declareIncome } = chain.api.tx.census;
		assert.equal(await refusalOf(chain, declaring(chain, again), declareIncome), "WrongCount");
		const counted = await roll.incomeDeclaration(await seatOf(gus), 5, prover, { ...SMALL, count: 1 });
		assert.equal(await refusalOf(chain, declaring(chain, { ...counted, band: 6 }), declareIncome), "InvalidProof");
		await submit(chain, declaring(chain, counted));
	});

	it("refuses to enrol accounts for incomes and for outside services, and proves to those without a transaction", async () => {
		const scope = new Uint8Array(32).fill(3);
		const challenge = new TextEncoder().encode("a service asks once");
		const seat = await seatOf(gus);
		const shown = await roll.prove(scope, challenge, seat, prover, SMALL);
		const name = contextBytes(genesis, { scope }, 1);
		assert.deepEqual(validate(DOMAIN, shown.proof, vector(seat.keys), name, challenge), shown.alias);
		assert.notEqual(toHex(shown.alias), aliases.get(gus));
		const enrolment = await enrolled(gus, newPerson("nobody yet"), 1);
		const asIncome = { ...enrolment, context: "Income" as VotingContext };
		assert.match(await refusalOf(chain, transaction(chain, asIncome)), /^(NotEnrollable|InvalidProof|NoConsent)$/);
	});

	describe("refuses with an error of its own", () => {
		const refusal = (enrolment: Enrolment, nonce = 0) => refusalOf(chain, transaction(chain, enrolment, nonce));
		const fresh = () => newPerson("nobody yet");

		it("a stranger, who can prove to be among others only", async () => {
			const ring = await theRing();
			const stranger = newPerson("Sam");
			await assert.rejects(seatOf(stranger), reason("NotSeated"));
			const among = { ...(await seatOf(gus)), secret: await secretOf(prover, stranger.entropy) };
			await assert.rejects(roll.enrolment(among, consenting(fresh()), prover, SMALL), (error) => {
				return error instanceof ProverError && error.reason === "NotInRing";
			});
			const made = await madeElsewhere(stranger, [stranger.rollKey, ...ring.keys.slice(1)], 1, fresh());
			assert.equal(await refusal(made), "InvalidProof");
		});

		it("bytes that are no proof, and proofs that say something else", async () => {
			const account = fresh();
			const { keys } = await theRing();
			const real = await madeElsewhere(bruno, keys, 1, account, 1);
			assert.equal(await refusal({ ...real, proof: new Uint8Array(785).fill(0xff) }), "MalformedProof");
			const others = await madeElsewhere(bruno, keys, 1, fresh(), 1);
			assert.equal(await refusal({ ...real, proof: others.proof }), "InvalidProof", "a proof for another account");
			const bent = real.proof.slice();
			bent[400] ^= 1;
			assert.match(await refusal({ ...real, proof: bent }), /^(Invalid|Malformed)Proof$/);
			// Chidi's proof and Dina's alias; the account agrees to speak for Dina.
			const made = await madeElsewhere(chidi, keys, 1, account, 1);
			const alias = fromHex(aliases.get(dina) as string);
			const consent = await consenting(account).sign(consentMessage(genesis, 1, "Nation", alias, made));
			assert.equal(await refusal({ ...made, alias, consent }), "WrongAlias");
		});

		it("a proof for another season, ring, context, count or block", async () => {
			const account = fresh();
			const { keys } = await theRing();
			for (const season of [0, 2]) {
				const early = await madeElsewhere(bruno, keys, season, account, 1);
				assert.equal(await refusal(early), "WrongSeason");
				assert.notEqual(await refusal({ ...early, season: 1 }), "WrongSeason", "and it proves nothing for this one");
			}
			const now = await madeElsewhere(bruno, keys, 1, account, 1);
			assert.equal(await refusal({ ...now, ring: { nation: 1 } }), "UnknownRing");
			assert.equal(await refusal({ ...now, context: "Residence" }), "WrongContext");
			assert.equal(await refusal({ ...now, ring: { cell: 5n, number: 0 } }), "WrongContext");
			for (const count of [0, 2]) assert.equal(await refusal({ ...now, count }), "WrongCount");
			const ahead: Block = { number: now.at.number + 100, hash: now.at.hash };
			assert.equal(await refusal({ ...now, at: ahead }), "NotRecent");
			const other: Block = { number: now.at.number - 1, hash: now.at.hash };
			assert.equal(await refusal({ ...now, at: other }), "NoConsent", "the account has not signed for that block");
		});

		it("a transaction sent again, even after the voice has moved on, and bytes that are not canonical", async () => {
			assert.match(await refusal(sent.get(bruno) as Enrolment), /banned|AlreadyEnrolled/);
			assert.match(await refusal(sent.get(ada) as Enrolment), /banned|WrongCount/);
			// Nobody signs the nonce. A good enrolment with another one is no second transaction.
			const good = await enrolled(bruno, fresh(), 1);
			for (const nonce of [1, 2, 63]) assert.match(await refusal(good, nonce), /bad signature/);
		});

		it("a citizen's own account, whose votes would not be secret", async () => {
			assert.equal(await refusal(await enrolled(emeka, emeka, 2)), "NotSecret");
			assert.equal(await refusal(await enrolled(emeka, alice, 2)), "NotSecret");
		});

		it("bytes without end or meaning, and whoever signs", async () => {
			const whole = transaction(chain, sent.get(chidi) as Enrolment);
			await assert.rejects(node.rpc("author_submitExtrinsic", toHex(whole.slice(0, 400))));
			const { season, ring, context, account, alias, count, at, consent, proof } = sent.get(chidi) as Enrolment;
			const agreed = { Sr25519: toHex(consent.slice(1)) };
			const signed = chain.api.tx.roll.enrol(
				season,
				ring,
				context,
				account,
				alias,
				count,
				at.number,
				agreed,
				toHex(proof),
			);
			assert.match((await chain.refusalOf(ferdie, signed)).reason, /BadOrigin/);
		});

		it("a wallet that asks two nodes of which one lies about the season", async () => {
			const honest = rpcOf(node);
			const liar = async (method: string, ...params: unknown[]) => {
				const answer = await honest(method, ...params);
				if (params[0] !== "RollApi_roll" && params[0] !== "SeasonsApi_season") return answer;
				const bytes = fromHex(answer as string);
				bytes[0] += 1;
				return toHex(bytes);
			};
			const both = Source.agreed([overRpc(honest), overRpc(liar)]);
			await assert.rejects(new Roll(both, genesis).state(), reason("Disagreement"));
			await assert.rejects(new Roll(Source.trusted(overRpc(liar)), genesis).state(), reason("DishonestNode"));
		});
	});

	it("gives Bruno no second voice for a new key, and takes Chidi's seat as soon as he leaves", async () => {
		const { citizenship, census } = chain.api.tx;
		const renewed = newPerson("Bruno's new secret");
		const answer = await chain.api.call.citizenshipApi.possessionMessage(bruno.address, renewed.rollKey);
		const possession = renewed.signWithRollKey(chain.bytes(answer));
		await chain.submit(bruno, citizenship.replaceRollKey(renewed.rollKey, possession));
		twenty = (await seatOf(chidi)).keys;
		await chain.submit(chidi, citizenship.renounce());
		await untilComplete();

		// His ring is built again without him: what he proves among the old one is worth nothing.
		await assert.rejects(seatOf(chidi), reason("NotSeated"));
		assert.equal((await theRing()).keys.length, 19);
		const stale = await madeElsewhere(chidi, twenty, 1, newPerson("Chidi's second"), 1);
		assert.equal(await refusalOf(chain, transaction(chain, stale)), "InvalidProof");

		// Bruno keeps the seat and the voice that he has until the next sealing.
		await assert.rejects(seatOf(renewed), reason("NotSeated"));
		const enrolment = await enrolled(bruno, newPerson("Bruno's second"), 1);
		assert.equal(toHex(enrolment.alias), aliases.get(bruno));
		await submit(chain, transaction(chain, enrolment));
		bruno.entropy = renewed.entropy;

		// All who are still here say so, but for Dina. Emeka and Gus bring the keys of the next season.
		for (const who of [emeka, gus]) {
			const secrets = new RollSecrets([{ season: 1, secret: Uint8Array.from(who.entropy) }]);
			const held = await prover.take(secrets.of(2).secret);
			const next = await nextKey(genesis, who.pair.publicKey, held, prover);
			await chain.submitFree(who, census.attest({ rollKey: next.rollKey, proof: next.possession }));
			seasonSecrets.set(who, secrets);
		}
		for (const who of people) {
			if (who !== chidi && who !== dina && !seasonSecrets.has(who)) await chain.submit(who, census.attest(null));
		}
	});

	/** The ring's keys before Chidi left. */
	let twenty: Uint8Array[];
	/** The secrets of those who change them each season. */
	const seasonSecrets = new Map<Person, RollSecrets>();

	it("refuses the swallowed proof in the last block of the season, too", async () => {
		const { ends } = await roll.state();
		await chain.advanceTo(ends - 2);
		assert.equal(await refusalOf(chain, transaction(chain, late)), "WrongCount");
	});

	it("has new voices in the next season, and none for who has left or was not seen", async () => {
		const old = await theRing();
		const events = await turnTheSeason();
		// Dina was last seen two seasons ago.
		const seated = people.filter((who) => who !== chidi && who !== dina);
		assert.deepEqual(events.slice(0, 2), ["RollSealed [2,1,18]", 'RingBuilt [{"nation":0},2,18]']);
		for (const who of [chidi, dina]) {
			await assert.rejects(seatOf(who), reason("NotSeated"));
			const stale = await madeElsewhere(who, twenty, 2, newPerson("a ballot account"));
			assert.equal(await refusalOf(chain, transaction(chain, stale)), "InvalidProof", who.name);
		}
		const before = { ...(await roll.seatIn(old, await secretOf(prover, ada.entropy), prover)) };
		await assert.rejects(roll.enrolment(before, consenting(newPerson("late")), prover, SMALL), reason("SeasonTurned"));
		assert.equal(await refusalOf(chain, transaction(chain, sent.get(charlie) as Enrolment)), "WrongSeason");

		const known = new Set(aliases.values());
		for (const who of seated) {
			const secrets = seasonSecrets.get(who);
			// Until the roll shows it, the wallet does not know which of its keys is seated.
			const candidates = secrets?.candidates(2) ?? [{ season: 1, secret: Uint8Array.from(who.entropy) }];
			const held = await Promise.all(candidates.map(({ secret }) => prover.take(secret)));
			const seat = await roll.find(held, prover);
			const alias = toHex(await prover.alias(seat.secret, contextBytes(genesis, "Nation", 2)));
			assert.ok(!known.has(alias), `${who.name} cannot be recognised by last season's voice`);
			if (secrets === undefined) continue;
			const { season } = candidates[held.indexOf(seat.secret)];
			assert.equal(season, 2, `${who.name}'s key of this season is seated`);
			assert.deepEqual(secrets.retire(2, season), { secrets: [1], accountsUpTo: 0 });
			assert.throws(() => secrets.of(1), /deleted/, `nobody finds ${who.name}'s vote of season 1 with this device`);
			const [left] = secrets.stored();
			const was = toHex(await prover.alias(await prover.take(left.secret), contextBytes(genesis, "Nation", 1)));
			assert.notEqual(was, aliases.get(who));
			who.entropy = secrets.of(2).secret;
		}
	});

	it("enrols Bruno's new key with the example of the README", async () => {
		const ballot = newPerson("Bruno's ballot account of season 2");
		const secrets = RollSecrets.fromWords(toWords({ season: 2, secret: bruno.entropy }));
		const voter = { secrets, account: consenting(ballot), usedAccounts: new Set<string>(), ...SMALL };
		await enrolByExample([rpcOf(node), rpcOf(node)], rpcOf(node), factsOf(chain), voter);
		const { ballot: known } = (await api().enrolment(ballot.address)).toJSON() as { ballot: { season: number } };
		assert.equal(known.season, 2);
	});

	it("forgets the enrolments of a season two seasons later", async () => {
		for (const who of people)
			if (who !== chidi && who !== dina) await chain.submit(who, chain.api.tx.census.attest(null));
		const events = await turnTheSeason();
		assert.ok(events.includes("EnrolmentsForgotten [1]"), events.join(", "));
		const state = [...(await wholeState(node))]
			.filter(([key]) => key !== prefix("System", "Events"))
			.flat()
			.join(" ");
		for (const who of people) {
			assert.ok(!state.includes(hex(ballotOf(who).pair.publicKey)), `${who.name}'s ballot account is gone`);
			assert.ok(!state.includes((aliases.get(who) as string).slice(2)), `${who.name}'s voice is forgotten`);
		}
	});

	it("enrols nobody in a ring of one, and the wallet says so first", async () => {
		const lonely = await startOn(await changedSpec(({ patch }) => (patch.citizenship as any).citizens.splice(1)));
		const other = await Chain.connect(lonely);
		try {
			await lonely.seal(2);
			const alone = rollOf(other);
			const facts = other.api.genesisHash.toU8a();
			const state = await alone.state();
			const [ring] = await alone.rings();
			assert.deepEqual([ring.keys.length, ring.status], [1, "TooSmall"]);
			await assert.rejects(alone.find(await secretOf(prover, alice.entropy), prover), reason("RingTooSmall"));
			// A careless wallet is stopped by the chain.
			const ballot = newPerson("Alice's ballot account");
			const fresh = { count: 0, at: state.at };
			const account = ballot.pair.publicKey;
			const message = enrolmentMessage(facts, state.season, "Nation", account, fresh);
			const name = contextBytes(facts, "Nation", state.season);
			const { proof, alias } = one_shot(DOMAIN, alice.entropy, vector(ring.keys), name, message);
			const consent = await consenting(ballot).sign(consentMessage(facts, state.season, "Nation", alias, fresh));
			const careless: Enrolment = {
				season: state.season,
				ring: NATION,
				context: "Nation",
				account,
				...fresh,
				consent,
				proof,
				alias,
			};
			assert.equal(await refusalOf(other, transaction(other, careless)), "RingTooSmall");
		} finally {
			await other.close();
			await lonely.stop();
		}
	});

	/** Makes blocks until every ring is ready. */
	async function untilComplete(): Promise<void> {
		for (let i = 0; !(await roll.state()).complete; i++) {
			assert.ok(i < 20, "the rings are not ready");
			await node.seal();
		}
	}

	/** The events of a transaction, with their fields. */
	function eventsOf(receipt: Receipt): unknown[][] {
		return receipt.events.map(({ event }) => {
			const name = `${event.section}.${event.method}`;
			return name === "system.ExtrinsicSuccess" ? [name] : [name, ...(event.data.toJSON() as unknown[])];
		});
	}

	/** The items of storage that blocks without transactions change, and all that they write there. */
	async function everydayItems(): Promise<Map<string, string>> {
		const items = new Map<string, string>();
		let earlier = await wholeState(node);
		for (let i = 0; i < 4; i++) {
			await node.seal();
			const later = await wholeState(node);
			for (const [key, value] of changes(earlier, later)) {
				items.set(itemOf(key), `${items.get(itemOf(key)) ?? ""} ${key} ${value}`);
			}
			earlier = later;
		}
		return items;
	}

	/**
	 * Each byte that an enrolment has changed follows from what it says itself: three entries, what free acts weigh in its
	 * block, and what every block changes.
	 */
	function explain(
		touched: Map<string, string>,
		bookkeeping: Map<string, string>,
		{ account, alias }: Enrolment,
		block: number,
	): void {
		const rest = [...touched].filter(([key]) => !bookkeeping.has(itemOf(key)));
		const of = (pallet: string, item: string) => rest.filter(([key]) => key.startsWith(prefix(pallet, item)));
		const [[, used]] = of("BlockSpace", "Used");
		const [[accountKey, accountData]] = of("System", "Account");
		const [[enrolmentKey, enrolment]] = of("Roll", "Enrolments");
		const [[aliasKey, speaker]] = of("Roll", "Aliases");
		assert.equal(rest.length, 4, `an enrolment changes ${rest.map(([key]) => key).join(", ")}`);
		assert.ok(accountKey.endsWith(hex(account)) && enrolmentKey.endsWith(hex(account)));
		// Season 1, the nation's context.
		assert.ok(aliasKey.endsWith(`00${hex(alias)}`));
		assert.equal(enrolment, `0x0100000000${"00".repeat(5)}${hex(alias)}`);
		// The first account of the alias, enrolled in this block.
		const u32 = (value: number) => hex(new Uint8Array(Uint32Array.of(value).buffer));
		assert.equal(speaker, `0x${hex(account)}01000000${u32(block)}`);
		// All enrolments weigh the same.
		weight ??= used.slice(10);
		assert.equal(used, `0x${u32(block)}${weight}`);
		// A nonce that says only in which block the account began; no consumers, no providers, one reference; no money,
		// and a flag that all new accounts have.
		assert.equal(accountData, `0x${u32(8 * block)}${"00".repeat(8)}01000000${"00".repeat(48)}${"00".repeat(15)}80`);
	}

	/** What would betray a citizen: the account, its address, the roll key, and the id where it is a key of storage. */
	async function tracesOf(citizens: Person[]): Promise<[string, string][]> {
		const traces: [string, string][] = [];
		for (const who of citizens) {
			const id = new Uint8Array(4);
			const number = (await chain.citizenId(who)) as number;
			new DataView(id.buffer).setUint32(0, number, true);
			traces.push(
				[hex(who.pair.publicKey), `${who.name}'s account`],
				[who.address, `${who.name}'s address`],
				[hex(who.rollKey), `${who.name}'s roll key`],
			);
			// Citizen 1 has the number of the season, which is part of many keys.
			if (number !== 1) traces.push([hex(xxhashAsU8a(id, 64)) + hex(id), `${who.name}'s id`]);
		}
		return traces;
	}
});

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("hex");
}

/** The pallet and the item that a key of storage belongs to. */
function itemOf(key: string): string {
	return key.slice(0, 66);
}

function shuffled<T>(all: readonly T[]): T[] {
	return all
		.map((one) => ({ one, order: Math.random() }))
		.sort((a, b) => a.order - b.order)
		.map(({ one }) => one);
}
