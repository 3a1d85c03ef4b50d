// One person, one secret voice: twenty citizens enrol ballot accounts, and nothing on the chain ties an account to
// a citizen. Told by an unmodified @polkadot/api and our wallet's package to the real node; verifiablejs, another
// build of the cryptography, is the second opinion. One story: each part goes on where the one before has ended.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
	type Enrolment, enrolmentMessage, contextName, fromHex, type Proof, ProverError, ProverThread, Roll, RollError, toHex,
	toWords,
} from "@civitas/ballots";
import { enrol as enrolByExample } from "@civitas/ballots/example";
import { xxhashAsU8a } from "@polkadot/util-crypto";
import { alias_in_context, members_root, one_shot, validate } from "verifiablejs/nodejs";
import { Chain, newPerson, type Person, type Receipt, wellKnown } from "./chain.js";
import { Node, until } from "./node.js";
import { prefix } from "./recount.js";
import { changes, factsOf, goToNextSeason, PROVER, refusalOf, stateCall, submit, transaction, wholeState } from "./roll.js";

/** How the oracle names a ring of up to 255. */
const DOMAIN = 9;
const NATION = { nation: 0 };

const NAMES = [
	"Ada", "Bruno", "Chidi", "Dina", "Emeka", "Fay", "Gus", "Hal", "Ines", "Jun", "Kofi", "Lena", "Mei", "Noor", "Omar", "Pia",
];

describe("the roll", { timeout: 900_000 }, () => {
	const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const newcomers = NAMES.map(newPerson);
	const people = [...founders, ...newcomers];
	const [alice, , charlie] = founders;
	const [ada, bruno, chidi, dina, emeka] = newcomers;
	const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);

	/** A ballot account: a key pair in a wallet, and nothing else. */
	const ballots = new Map(people.map((who) => [who, newPerson(`${who.name}'s ballot account`)]));
	const ballotOf = (who: Person) => ballots.get(who) as Person;
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
		roll = new Roll(stateCall(node), genesis);
	});

	after(async () => {
		prover?.stop();
		await chain?.close();
		await node?.stop();
	});

	const api = () => chain.api.call.rollApi;

	const turnTheSeason = () => goToNextSeason(chain, "roll");

	/** A proof by the oracle, of whatever ring, season and account. */
	function proveElsewhere(who: Person, keys: Uint8Array[], season: number, account: Uint8Array): Proof {
		const [name, message] = [contextName(genesis, "Nation", season), enrolmentMessage(genesis, season, "Nation", account)];
		const { proof, alias } = one_shot(DOMAIN, who.entropy, vector(keys), name, message);
		return { proof, alias };
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
		await assert.rejects(roll.find(ada.entropy, prover), (error) => error instanceof RollError && error.reason === "NotSeated");
	});

	it("seals and builds the roll of twenty when the season turns", async () => {
		assert.deepEqual(await turnTheSeason(), [
			'RollSealed [1,1,20]',
			'RingBuilt [{"nation":0},1,20]',
		]);
		assert.deepEqual(await roll.state(), { season: 1, open: true, complete: true, rings: 1, members: 20 });
	});

	it("has a ring whose commitment two independent builds compute from its keys", async () => {
		const ring = await roll.ring(NATION, prover);
		assert.deepEqual(new Set(ring.keys.map(toHex)), new Set(people.map((who) => toHex(who.rollKey))));
		assert.deepEqual(members_root(DOMAIN, vector(ring.keys)), ring.commitment);
	});

	it("names contexts and messages as the wallet does", async () => {
		const account = ballotOf(ada);
		for (const context of ["Nation", "Residence"] as const) {
			const name = await api().contextBytes(context, 7);
			assert.equal(name.toHex(), toHex(contextName(genesis, context, 7)));
			const message = await api().message(7, context, account.address);
			assert.deepEqual(chain.bytes(message), enrolmentMessage(genesis, 7, context, account.pair.publicKey));
		}
	});

	it("enrols twenty fresh accounts, in whatever order, and nothing that is written names a citizen", async () => {
		const ring = await roll.find(ada.entropy, prover);
		const name = contextName(genesis, "Nation", 1);
		const traces = await tracesOf(people);
		const bookkeeping = await everydayItems();

		for (const who of shuffled(people)) {
			const ballot = ballotOf(who);
			const account = ballot.pair.publicKey;
			// The founders use the other build of the cryptography: the chain cannot tell.
			const enrolment = founders.includes(who)
				? { season: 1, ring: NATION, context: "Nation" as const, account, ...proveElsewhere(who, ring.keys, 1, account) }
				: await roll.enrolment(who.entropy, ring, account, prover);
			const message = enrolmentMessage(genesis, 1, "Nation", account);
			assert.deepEqual(validate(DOMAIN, enrolment.proof, vector(ring.keys), name, message), enrolment.alias);
			assert.deepEqual(await prover.verify(ring.keys, name, message, enrolment.proof), enrolment.alias);
			assert.deepEqual(alias_in_context(who.entropy, name), enrolment.alias);

			const earlier = await wholeState(node);
			const receipt = await submit(chain, transaction(chain, enrolment));
			const touched = changes(earlier, await wholeState(node, receipt.block.toHex()));
			explain(touched, bookkeeping, enrolment);
			assert.deepEqual(eventsOf(receipt), [
				["system.NewAccount", ballot.address],
				["roll.Enrolled", 1, "Nation", NATION, toHex(enrolment.alias), ballot.address],
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
				(who) => both.includes(hex(ballotOf(who).pair.publicKey)) || both.includes((aliases.get(who) as string).slice(2)),
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
			const { ballot: enrolled, voice } = (await api().enrolment(ballot.address)).toJSON() as { ballot: object; voice: string };
			assert.deepEqual(enrolled, { season: 1, context: "Nation", ring: NATION, alias: aliases.get(who) });
			assert.equal(voice, "Live");
		}
	});

	it("lets Ada, who has lost her phone, move her voice to a new account", async () => {
		const [lost, found] = [ballotOf(ada), newPerson("Ada's new ballot account")];
		const left = async () => Number((await api().enrolmentsLeft("Nation", aliases.get(ada))).toString());
		assert.equal(await left(), 7);
		const ring = await roll.find(ada.entropy, prover);
		const enrolment = await roll.enrolment(ada.entropy, ring, found.pair.publicKey, prover);
		assert.equal(toHex(enrolment.alias), aliases.get(ada), "the same voice");
		const receipt = await submit(chain, transaction(chain, enrolment));
		assert.deepEqual(eventsOf(receipt).find(([name]) => name === "roll.EnrolmentMoved"), [
			"roll.EnrolmentMoved", 1, "Nation", NATION, aliases.get(ada), lost.address, found.address,
		]);
		const voice = async (ballot: Person) => ((await api().enrolment(ballot.address)).toJSON() as { voice: string }).voice;
		assert.deepEqual([await voice(lost), await voice(found)], ["Moved", "Live"]);
		// Whatever a voice does is kept under the alias and not under the account. So far that is the number of its
		// enrolments; votes and credits follow the same rule.
		assert.equal(await left(), 6);
		ballots.set(ada, found);
	});

	describe("refuses with an error of its own", () => {
		const refusal = (enrolment: Enrolment, nonce = 0) => refusalOf(chain, transaction(chain, enrolment, nonce));
		const fresh = () => newPerson("nobody yet").pair.publicKey;

		it("a stranger, who can prove to be among others only", async () => {
			const ring = await roll.ring(NATION, prover);
			const stranger = newPerson("Sam");
			await assert.rejects(roll.enrolment(stranger.entropy, ring, fresh(), prover), (error) => {
				return error instanceof ProverError && error.refusal === "NotInRing";
			});
			const account = fresh();
			const among = [stranger.rollKey, ...ring.keys.slice(1)];
			const proof = proveElsewhere(stranger, among, 1, account);
			assert.equal(await refusal({ season: 1, ring: NATION, context: "Nation", account, ...proof }), "InvalidProof");
		});

		it("bytes that are no proof, and proofs that say something else", async () => {
			const account = fresh();
			const real = sent.get(bruno) as Enrolment;
			assert.equal(await refusal({ ...real, account, proof: new Uint8Array(785).fill(0xff) }), "MalformedProof");
			assert.equal(await refusal({ ...real, account }), "InvalidProof", "Bruno's proof for another's account");
			const bent = real.proof.slice();
			bent[400] ^= 1;
			assert.match(await refusal({ ...real, account, proof: bent }), /^(Invalid|Malformed)Proof$/);
			const proof = proveElsewhere(chidi, (await roll.ring(NATION, prover)).keys, 1, account);
			const another = { ...real, account, proof: proof.proof, alias: fromHex(aliases.get(dina) as string) };
			assert.equal(await refusal(another), "WrongAlias", "Chidi's proof for Dina's voice");
		});

		it("a proof for another season, ring or context", async () => {
			const account = fresh();
			const { keys } = await roll.ring(NATION, prover);
			for (const season of [0, 2]) {
				const early = { season, ring: NATION, context: "Nation" as const, account, ...proveElsewhere(bruno, keys, season, account) };
				assert.equal(await refusal(early), "WrongSeason");
				assert.equal(await refusal({ ...early, season: 1 }), "InvalidProof", "and it proves nothing for this one");
			}
			const now = { season: 1, ring: NATION, context: "Nation" as const, account, ...proveElsewhere(bruno, keys, 1, account) };
			assert.equal(await refusal({ ...now, ring: { nation: 1 } }), "UnknownRing");
			assert.equal(await refusal({ ...now, context: "Residence" }), "WrongContext");
			assert.equal(await refusal({ ...now, ring: { cell: 5n, number: 0 } }), "WrongContext");
		});

		it("a transaction sent again, as it is or in other clothes, even after the voice has moved on", async () => {
			for (const who of [bruno, ada]) {
				const again = sent.get(who) as Enrolment;
				assert.match(await refusal(again), /banned|AlreadyEnrolled/);
				assert.equal(await refusal(again, 1), "AlreadyEnrolled");
			}
		});

		it("a citizen's own account, whose votes would not be secret", async () => {
			const ring = await roll.ring(NATION, prover);
			assert.equal(await refusal(await roll.enrolment(emeka.entropy, ring, emeka.pair.publicKey, prover)), "NotSecret");
			assert.equal(await refusal(await roll.enrolment(emeka.entropy, ring, alice.pair.publicKey, prover)), "NotSecret");
		});

		it("bytes without end or meaning, and whoever signs", async () => {
			const whole = transaction(chain, sent.get(chidi) as Enrolment);
			await assert.rejects(node.rpc("author_submitExtrinsic", toHex(whole.slice(0, 400))));
			const { season, ring, context, account, alias, proof } = sent.get(chidi) as Enrolment;
			const signed = chain.api.tx.roll.enrol(season, ring, context, account, alias, toHex(proof));
			assert.match((await chain.refusalOf(ferdie, signed)).reason, /BadOrigin/);
		});
	});

	it("gives Bruno no second voice for a new key, and Chidi none for leaving", async () => {
		const { citizenship, census } = chain.api.tx;
		const old = await roll.find(bruno.entropy, prover);
		const renewed = newPerson("Bruno's new secret");
		const answer = await chain.api.call.citizenshipApi.possessionMessage(bruno.address, renewed.rollKey);
		const possession = renewed.signWithRollKey(chain.bytes(answer));
		await chain.submit(bruno, citizenship.replaceRollKey(renewed.rollKey, possession));
		await chain.submit(chidi, citizenship.renounce());
		await assert.rejects(roll.find(renewed.entropy, prover), /NotSeated/);
		const [ofBruno, ofChidi] = [newPerson("Bruno's second"), newPerson("Chidi's second")];
		for (const [who, ballot] of [[bruno, ofBruno], [chidi, ofChidi]] as const) {
			// Until the next sealing both keep the voice that they have, and nobody can tell which it is.
			const enrolment = await roll.enrolment(who.entropy, old, ballot.pair.publicKey, prover);
			assert.equal(toHex(enrolment.alias), aliases.get(who));
			await submit(chain, transaction(chain, enrolment));
		}
		bruno.entropy = renewed.entropy;

		// All who are still here say so, but for Dina.
		for (const who of people) if (who !== chidi && who !== dina) await chain.submit(who, census.attest());
	});

	it("has new voices in the next season, and none for who has left or was not seen", async () => {
		const old = await roll.ring(NATION, prover);
		const events = await turnTheSeason();
		// Dina was last seen two seasons ago.
		const seated = people.filter((who) => who !== chidi && who !== dina);
		assert.deepEqual(events.slice(0, 2), ["RollSealed [2,1,18]", 'RingBuilt [{"nation":0},2,18]']);
		const account = newPerson("a ballot account").pair.publicKey;
		for (const [who, secret] of [[chidi, chidi.entropy], [dina, dina.entropy]] as const) {
			await assert.rejects(roll.find(secret, prover), (error) => error instanceof RollError && error.reason === "NotSeated");
			const stale = { season: 2, ring: NATION, context: "Nation" as const, account, ...proveElsewhere(who, old.keys, 2, account) };
			assert.equal(await refusalOf(chain, transaction(chain, stale)), "InvalidProof", who.name);
		}
		await assert.rejects(roll.enrolment(ada.entropy, old, account, prover), /SeasonTurned/);
		assert.equal(await refusalOf(chain, transaction(chain, sent.get(charlie) as Enrolment, 1)), "WrongSeason");

		const now = await roll.ring(NATION, prover);
		assert.deepEqual(new Set(now.keys.map(toHex)), new Set(seated.map((who) => toHex(who.rollKey))));
		const before = new Set(aliases.values());
		for (const who of seated) {
			const alias = toHex(await prover.alias(who.entropy, contextName(genesis, "Nation", 2)));
			assert.ok(!before.has(alias), `${who.name} cannot be recognised by last season's voice`);
		}
	});

	it("enrols Bruno's new key with the example of the README", async () => {
		const ballot = newPerson("Bruno's ballot account of season 2");
		await enrolByExample(node.rpcUrl, factsOf(chain), toWords(bruno.entropy), toHex(ballot.pair.publicKey));
		const enrolled = await until("Bruno's enrolment", 30, async () => {
			return ((await api().enrolment(ballot.address)).toJSON() as { ballot: { season: number } } | null) ?? undefined;
		});
		assert.equal(enrolled.ballot.season, 2);
	});

	it("forgets the enrolments of a season two seasons later", async () => {
		for (const who of people) if (who !== chidi && who !== dina) await chain.submit(who, chain.api.tx.census.attest());
		const events = await turnTheSeason();
		assert.ok(events.includes("EnrolmentsForgotten [1]"), events.join(", "));
		const state = [...(await wholeState(node))].filter(([key]) => key !== prefix("System", "Events")).flat().join(" ");
		for (const who of people) {
			assert.ok(!state.includes(hex(ballotOf(who).pair.publicKey)), `${who.name}'s ballot account is gone`);
			assert.ok(!state.includes((aliases.get(who) as string).slice(2)), `${who.name}'s voice is forgotten`);
		}
	});

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

	/** Each byte that an enrolment has changed follows from what it says itself: three entries, and what every block changes. */
	function explain(touched: Map<string, string>, bookkeeping: Map<string, string>, { account, alias }: Enrolment): void {
		const rest = [...touched].filter(([key]) => !bookkeeping.has(itemOf(key)));
		const of = (pallet: string, item: string) => rest.filter(([key]) => key.startsWith(prefix(pallet, item)));
		const [[accountKey, accountData]] = of("System", "Account");
		const [[enrolmentKey, enrolment]] = of("Roll", "Enrolments");
		const [[aliasKey, accounts]] = of("Roll", "Aliases");
		assert.equal(rest.length, 3, `an enrolment changes ${rest.map(([key]) => key).join(", ")}`);
		assert.ok(accountKey.endsWith(hex(account)) && enrolmentKey.endsWith(hex(account)));
		// Season 1, the nation's context.
		assert.ok(aliasKey.endsWith(`00${hex(alias)}`));
		assert.equal(enrolment, `0x0100000000${"00".repeat(5)}${hex(alias)}00`);
		assert.equal(accounts, `0x04${hex(account)}`);
		// No nonce, no consumers, no providers, one reference; no money, and a flag that all new accounts have.
		assert.equal(accountData, `0x${"00".repeat(12)}01000000${"00".repeat(48)}${"00".repeat(15)}80`);
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
	return all.map((one) => ({ one, order: Math.random() })).sort((a, b) => a.order - b.order).map(({ one }) => one);
}
