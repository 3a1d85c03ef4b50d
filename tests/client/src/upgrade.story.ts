// A new runtime, by referendum and by nothing else. The chain begins with the runtime of its founding, which is kept
// as a file; the one that the node would begin a chain with today is the upgrade. One story: each part goes on where
// the one before has ended.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { ProverThread } from "@civitas/ballots";
import type { DispatchError } from "@polkadot/types/interfaces";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Call, Chain, CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { enacted, ongoing, ORIGIN, propose, vote } from "./governance.js";
import { Node, until } from "./node.js";
import { enrolAll } from "./people.js";
import { prefix } from "./recount.js";
import { changes, PROVER, rollOf, wholeState } from "./roll.js";
import { changedSpec, rawSpec, startOn } from "./specs.js";

/** The runtime that the chain begins with: an earlier version of the one in the node. */
const FOUNDING = readFileSync(new URL("../fixtures/founding-runtime.wasm", import.meta.url));

/** The key of the runtime in the state. */
const CODE = "0x3a636f6465";

/** A day of deliberation on the development chain, in blocks. */
const DAY = 2;

/** The spec of a development chain with the earlier runtime, and the runtime that it would begin with today. */
async function founding(): Promise<{ spec: string; upgrade: Uint8Array }> {
	let upgrade: Uint8Array = new Uint8Array();
	const spec = await changedSpec((genesis) => {
		upgrade = bytes(genesis.code);
		genesis.code = hex(FOUNDING);
		// Two polls fit a season, so that the ballot accounts need one enrolment.
		genesis.patch.founding.seasonLength = 400;
	});
	return { spec, upgrade };
}

const begun = await founding();
const { upgrade } = begun;

/** The runtime of a chain, in its newest state. */
async function codeOf(node: Node): Promise<Uint8Array> {
	return bytes(await node.rpc<string>("state_getStorage", CODE));
}

function versionOf(node: Node, at?: string): Promise<Version> {
	return node.rpc<Version>("state_getRuntimeVersion", at);
}

/**
 * Lets somebody apply the authorised runtime, and answers the block that changes it. polkadot.js 16.5 is not asked to
 * watch: it may read that block's events by the new runtime's types, and fail.
 */
async function applied({ api, node }: Chain, who: Person): Promise<number> {
	const { specVersion: old } = await versionOf(node);
	const signed = await api.tx.system.applyAuthorizedUpgrade(hex(upgrade)).signAsync(who.pair, { nonce: -1 });
	await node.rpc("author_submitExtrinsic", signed.toHex());
	const renewed = async (block: number) => (await versionOf(node, await node.hash(block))).specVersion > old;
	let block = await until("the version has moved", 120, async () => {
		const best = await node.best();
		return (await renewed(best)) && best;
	});
	while (await renewed(block - 1)) block--;
	return block;
}

interface Version {
	specName: string;
	specVersion: number;
	transactionVersion: number;
}

describe("a runtime upgrade", { timeout: 900_000 }, () => {
	const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
	const [alice, bob] = founders;
	const eve = wellKnown("Eve");
	const friend = newPerson("a friend");
	/** The accounts that vote, one for each founder. */
	let ballots: Person[];

	let node: Node;
	let chain: Chain;
	/** What a chain that begins with the new runtime says of itself. */
	let expected: { version: Version; metadata: string };

	before(async () => {
		const [today, founded] = await Promise.all([Node.dev(), startOn(begun.spec, "--state-pruning=archive")]);
		expected = { version: await versionOf(today), metadata: await today.rpc<string>("state_getMetadata") };
		assert.deepEqual(await codeOf(today), upgrade);
		await today.stop();
		node = founded;
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	const tx = () => chain.api.tx;
	const query = () => chain.api.query;
	const refusal = async (who: Person, call: Call) => (await chain.refusalOf(who, call)).reason;
	const apply = (code: Uint8Array) => tx().system.applyAuthorizedUpgrade(hex(code));
	const codeInState = async () => blake2AsHex(await codeOf(node));

	/** Proposes that a runtime be authorised, and goes on to the decision. */
	async function proposeRuntime(code: Uint8Array): Promise<number> {
		const poll = await propose(chain, alice, alice, ORIGIN.entrenched, tx().system.authorizeUpgrade(blake2AsHex(code)));
		const { track, submitted } = await ongoing(chain, poll);
		assert.equal(track, 0, "the entrenched one");
		await chain.advanceTo(submitted + 7 * DAY);
		assert.equal((await ongoing(chain, poll)).deciding?.since, submitted + 7 * DAY);
		return poll;
	}

	/** What a poll's approval is, in parts of a billion, and whether it is about to pass. */
	async function standing(poll: number): Promise<[number, boolean]> {
		// A vote is weighed in the block after it.
		await node.seal();
		const { approval } = (await chain.api.call.votingApi.tally(poll)).toJSON() as { approval: number };
		return [approval, (await ongoing(chain, poll)).deciding?.confirming != null];
	}

	/** Goes on until a poll that is about to pass is law, and says that nothing was before. */
	async function authorise(poll: number, code: Uint8Array) {
		const confirmed = (await ongoing(chain, poll)).deciding?.confirming as number;
		const { at, result, events } = await enacted(chain, poll);
		assert.deepEqual([at, result], [confirmed + 14 * DAY, "Ok"]);
		assert.ok(events.includes("system.UpgradeAuthorized"));
		const before = await chain.api.at((await node.hash(at - 1)) as string);
		assert.ok((await before.query.system.authorizedUpgrade()).isEmpty);
		const authorised = { codeHash: blake2AsHex(code), checkVersion: true };
		assert.deepEqual((await query().system.authorizedUpgrade()).toJSON(), authorised);
	}

	/** The items of storage that blocks without transactions change. */
	async function everydayItems(): Promise<Set<string>> {
		const items = new Set<string>();
		let earlier = await wholeState(node);
		for (let i = 0; i < 4; i++) {
			await node.seal();
			const later = await wholeState(node);
			for (const key of changes(earlier, later).keys()) items.add(itemOf(key));
			earlier = later;
		}
		return items;
	}

	it("has a chain to change, which runs the runtime of its founding", async () => {
		const { specName, specVersion } = await versionOf(node);
		assert.equal(specName, "civitas");
		assert.ok(specVersion < expected.version.specVersion, `${specVersion} before ${expected.version.specVersion}`);
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
		assert.equal(chain.api.runtimeVersion.specVersion.toNumber(), specVersion);
	});

	it("is nobody's to authorise, not even the founder's", async () => {
		const { system, utility } = tx();
		const hash = blake2AsHex(upgrade);
		for (const call of [
			system.authorizeUpgrade(hash), system.authorizeUpgradeWithoutChecks(hash),
			system.setCode("0x00"), system.setCodeWithoutChecks("0x00"), system.setStorage([[CODE, "0x00"]]),
		]) {
			assert.equal(await refusal(alice, call), "BadOrigin", call.method.method);
		}
		const batch = await chain.submit(alice, utility.batch([system.authorizeUpgrade(hash)]));
		assert.equal(chain.reasonOf(batch.event("utility.BatchInterrupted")?.[1] as DispatchError), "BadOrigin");
		assert.equal(await refusal(eve, apply(upgrade)), "system.NothingAuthorized");
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
	});

	it("is enrolled for by four citizens, in secret", async () => {
		const prover = await ProverThread.start(PROVER);
		try {
			ballots = [...(await enrolAll(chain, rollOf(chain), prover, founders)).values()];
		} finally {
			prover.stop();
		}
	});

	let poll: number;

	it("passes the entrenched track with two thirds of the votes, and not with one vote less", async () => {
		poll = await proposeRuntime(upgrade);
		const [first, second, third, fourth] = ballots;
		const ayes = [[first, 5], [second, 4], [third, 3]] as const;
		for (const [ballot, votes] of ayes) await vote(chain, ballot, poll, { Aye: votes });
		await vote(chain, fourth, poll, { Nay: 7 });
		assert.deepEqual(await standing(poll), [Math.floor(12e9 / 19), false]);
		await vote(chain, fourth, poll, { Nay: 6 });
		assert.deepEqual(await standing(poll), [666_666_666, true]);
	});

	it("is authorised two weeks of deliberation after that, by its hash", async () => {
		await authorise(poll, upgrade);
		assert.equal((await versionOf(node)).specVersion, chain.api.runtimeVersion.specVersion.toNumber(), "and nothing else has changed");
	});

	it("refuses every Wasm but the one that was voted on", async () => {
		const bent = Uint8Array.from(upgrade);
		bent[bent.length - 1] ^= 1;
		for (const wrong of [bent, FOUNDING, Uint8Array.of(0)]) {
			const refused = await chain.refusalOf(eve, apply(wrong));
			assert.equal(refused.reason, "system.Unauthorized");
			assert.ok(refused.receipt.fee() > 0n, "and whoever tries pays for it");
		}
		assert.equal(await codeInState(), blake2AsHex(FOUNDING));
		assert.ok(!(await query().system.authorizedUpgrade()).isEmpty, "the authorisation stands");
	});

	/** A gift by Bob, made for the version that the client knows, and for one nonce. */
	async function gift() {
		const { api } = chain;
		const { nonce } = (await query().system.account(bob.address)) as unknown as { nonce: { toNumber(): number } };
		const transfer = api.tx.balances.transferAllowDeath(friend.address, CIV);
		const { genesisHash, runtimeVersion } = api;
		const era = api.createType("ExtrinsicEra");
		return transfer.sign(bob.pair, { nonce: nonce.toNumber(), era, genesisHash, blockHash: genesisHash, runtimeVersion }).toHex();
	}

	let oldGift: string;

	it("is applied by a stranger, free of charge, and leaves the whole state as it was", async () => {
		oldGift = await gift();
		const everyday = await everydayItems();
		const charter = (await query().charter.inForce()).toJSON();
		const money = await chain.balance(eve);
		const earlier = await wholeState(node);
		const block = await chain.now();

		assert.equal(await applied(chain, eve), block + 1);
		await node.seal();

		const touched = changes(earlier, await wholeState(node));
		const rest = [...touched.keys()].filter((key) => !everyday.has(itemOf(key)));
		const account = query().system.account.key(eve.address);
		const lastUpgrade = prefix("System", "LastRuntimeUpgrade");
		assert.deepEqual(new Set(rest), new Set([CODE, lastUpgrade, prefix("System", "AuthorizedUpgrade"), account]));
		assert.equal(touched.get(CODE), hex(upgrade));
		assert.equal(touched.get(prefix("System", "AuthorizedUpgrade")), "0x", "it is used up");

		// polkadot.js 16.5 now forgets the runtime APIs that it does not know from elsewhere, until it connects anew.
		await until("polkadot.js has noticed", 30, async () => {
			return chain.api.runtimeVersion.specVersion.toNumber() === expected.version.specVersion;
		});
		await chain.close();
		chain = await Chain.connect(node);
		const last = (await query().system.lastRuntimeUpgrade()).toJSON() as { specVersion: number };
		assert.equal(last.specVersion, expected.version.specVersion);
		assert.deepEqual(await chain.balance(eve), money, "it has cost nothing");
		assert.deepEqual((await query().charter.inForce()).toJSON(), charter);
		assert.deepEqual(await Promise.all(founders.map((who) => chain.citizenId(who))), [0, 1, 2, 3]);
		assert.equal(await refusal(eve, apply(upgrade)), "system.NothingAuthorized");
	});

	it("moves the version that every client sees", async () => {
		assert.deepEqual(await versionOf(node), expected.version);
		assert.equal(await node.rpc("state_getMetadata"), expected.metadata);
		const before = await versionOf(node, await node.hash(1));
		assert.ok(before.specVersion < expected.version.specVersion, "the past keeps its own");
	});

	it("refuses a transaction that was made for the old version, and takes the same made anew", async () => {
		await assert.rejects(node.rpc("author_submitExtrinsic", oldGift), /1010: Invalid Transaction: Transaction has a bad signature/);
		assert.equal((await chain.balance(friend)).free, 0n);
		const before = await chain.now();
		await node.rpc("author_submitExtrinsic", await gift());
		await until("the new one is included", 30, async () => (await chain.balance(friend)).free === CIV);
		assert.equal(await chain.now(), before + 1);
	});

	it("has no way back: an older runtime is refused, whatever the citizens have authorised", async () => {
		const back = await proposeRuntime(FOUNDING);
		// The same accounts, and what is left in their purses: 75, 84, 91 and 64 credits.
		for (const ballot of ballots) await vote(chain, ballot, back, { Aye: 8 });
		assert.deepEqual(await standing(back), [1_000_000_000, true]);
		await authorise(back, FOUNDING);

		const receipt = await chain.submit(eve, apply(FOUNDING));
		const [hash, error] = receipt.event("system.RejectedInvalidAuthorizedUpgrade") ?? [];
		assert.equal(hash?.toString(), blake2AsHex(FOUNDING));
		assert.equal(chain.reasonOf(error as DispatchError), "system.SpecVersionNeedsToIncrease");
		await node.seal();
		assert.deepEqual(await versionOf(node), expected.version);
		assert.equal(await codeInState(), blake2AsHex(upgrade));
	});

	it("lets the chain go on: blocks are made and final, a season turns, and citizens are there", async () => {
		const { ends } = (await chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		await chain.advanceTo(ends);
		assert.deepEqual([await chain.now(), await node.finalised()], [ends, ends]);
		for (const who of founders) await chain.submitFree(who, tx().census.attest(null));
		const record = (await query().census.records(0)).toJSON() as { citizens: { value: number } };
		assert.equal(record.citizens.value, founders.length);
	});
});

// Blocks made on demand are final by decree. This chain has BABE and GRANDPA instead, and begins where the citizens
// have authorised the upgrade, since their poll takes longer than anyone would wait here.
describe("a runtime upgrade among validators", { timeout: 600_000 }, () => {
	const eve = wellKnown("Eve");
	let spec: string;
	let validator: Node;
	let chain: Chain;
	/** The block that changes the runtime: the next is the first of the new one. */
	let changed: number;

	before(async () => {
		// The hash, and that the version must rise.
		const authorised = `${blake2AsHex(upgrade)}01`;
		spec = await rawSpec(begun.spec, { [prefix("System", "AuthorizedUpgrade")]: authorised });
		const name = `--node-key=${randomBytes(32).toString("hex")}`;
		validator = await Node.start([`--chain=${spec}`, "--alice", "--validator", "--force-authoring", name]);
		chain = await Chain.connect(validator);
	});

	after(async () => {
		await chain?.close();
		await validator?.stop();
	});

	it("does not stop those who make and finalise blocks", async () => {
		await until("blocks are final", 120, async () => (await validator.finalised()) >= 1);
		changed = await applied(chain, eve);
		await until("blocks of the new runtime are final", 120, async () => (await validator.finalised()) >= changed + 2);
	});

	it("does not stop those who come later and follow the chain from its first block", async () => {
		const late = await Node.start([`--chain=${spec}`, `--bootnodes=${await validator.address()}`]);
		try {
			await until("it has caught up", 120, async () => (await late.finalised()) >= changed + 2);
			assert.equal(await late.hash(changed + 2), await validator.hash(changed + 2));
			assert.deepEqual(await versionOf(late), await versionOf(validator));
			assert.equal(blake2AsHex(await codeOf(late)), blake2AsHex(upgrade));
		} finally {
			await late.stop();
		}
	});
});

/** The pallet and the item that a key of storage belongs to. */
function itemOf(key: string): string {
	return key.slice(0, 66);
}

function bytes(hex: string): Uint8Array {
	return Buffer.from(hex.slice(2), "hex");
}

function hex(bytes: Uint8Array): string {
	return `0x${Buffer.from(bytes).toString("hex")}`;
}
