// Citizens elect a fifth validator, which makes blocks. One that runs twice with one key is reported, slashed and out until
// it is elected again. One that is off loses its seat. Real nodes with BABE and GRANDPA on loopback.
//
// The node must be built with `--features fast-sessions`: sessions of ten slots. The story takes about half an hour.

import assert from "node:assert/strict";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { EventRecord } from "@polkadot/types/interfaces";
import { Chain, CIV, type Person, wellKnown } from "./chain.js";
import { Node, Process, temporaryFolder, until } from "./node.js";
import { changedLocalSpec } from "./specs.js";

/** The founding validators, who are citizens too, and the one that citizens elect. */
const FOUNDERS = ["Alice", "Bob", "Charlie", "Dave"] as const;
const NAMES = [...FOUNDERS, "Eve"] as const;
type Name = (typeof NAMES)[number];

/** Blocks in a season, and in a session of a node that is built for stories. */
const SEASON = 50;
const SESSION = 10;

/** How long a block may take on a busy machine, in seconds. */
const BLOCK = 12;

/** After how many sessions without a block a validator loses its seat, as the preset says. */
const PATIENCE = 4;

const BOND = 100n * CIV;

/** Under which names offences are reported. */
const BY_BLOCKS = "BABE:equivocatio";
const BY_VOTES = "GRANDPA:equivoca";

/** What `validatorsApi.seats` answers. */
interface Seat {
	account: string;
	blocks: number;
	silentSessions: number;
	isDisabled: boolean;
}

describe("elected validators", { timeout: 3_600_000 }, () => {
	const folders = Object.fromEntries(NAMES.map((name) => [name, temporaryFolder(name)])) as Record<Name, string>;
	const people = Object.fromEntries(NAMES.map((name) => [name, wellKnown(name)])) as Record<Name, Person>;
	const running = new Map<string, Node>();
	let spec: string;
	let meetingPoint: string;
	let chain: Chain;
	/** The next block whose events have not been looked at. */
	let unread = 1;
	const seen: EventRecord[] = [];

	/** Starts a validator, or starts it again on the same folder. Everyone finds the others through Alice. */
	async function start(name: Name, ...options: string[]): Promise<Node> {
		const args = [`--chain=${spec}`, "--validator", `--node-key=${nodeKey(name)}`, ...options];
		if (name !== "Eve") args.push(`--${name.toLowerCase()}`);
		if (name !== "Alice") args.push(`--bootnodes=${meetingPoint}`);
		const node = await Node.start(args, folders[name]);
		running.set(name, node);
		return node;
	}

	/** A second node with the keys of `name`. */
	async function twin(name: Name, ...options: string[]): Promise<Node> {
		const folder = temporaryFolder(`${name}-twin`);
		const keys = join("chains", readdirSync(join(folders[name], "chains"))[0], "keystore");
		cpSync(join(folders[name], keys), join(folder, keys), { recursive: true });
		const key = nodeKey(name).replace(/^0/, "f");
		const args = [`--chain=${spec}`, "--validator", `--node-key=${key}`, `--bootnodes=${meetingPoint}`, ...options];
		const node = await Node.start(args, folder);
		running.set(`${name}-twin`, node);
		return node;
	}

	function validator(name: string): Node {
		const node = running.get(name);
		assert.ok(node, `${name} is running`);
		return node;
	}

	async function stop(name: string, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
		await validator(name).stop(signal);
		running.delete(name);
	}

	/** Waits until block `number` is there. */
	async function block(number: number): Promise<void> {
		const away = Math.max(1, number - (await chain.now()));
		await until(`block ${number}`, away * BLOCK + 60, async () => (await chain.now()) >= number);
	}

	/** Waits until `sessions` more sessions have begun. */
	async function sessions(count: number): Promise<void> {
		const begun = async () => Number((await chain.api.query.session.currentIndex()).toString());
		const last = (await begun()) + count;
		await until(`session ${last}`, count * SESSION * BLOCK + 60, async () => (await begun()) >= last);
	}

	/** Waits for a season's election, and until those who are elected serve. */
	async function election(): Promise<void> {
		const turn = (Math.floor((await chain.now()) / SEASON) + 1) * SEASON;
		await block(turn + 1);
		await sessions(2);
	}

	/** Waits until all of `nodes` have finalised the newest block of now, and agree on it. */
	async function finalise(...names: string[]): Promise<void> {
		const number = (await chain.now()) + 1;
		const nodes = names.map(validator);
		await until(`block ${number} is final`, 20 * BLOCK, async () => {
			const finalised = await Promise.all(nodes.map((node) => node.finalised()));
			return finalised.every((it) => it >= number);
		});
		const hashes = await Promise.all(nodes.map((node) => node.hash(number)));
		assert.equal(new Set(hashes).size, 1, `one block ${number} everywhere`);
	}

	/** Waits for an event, in final blocks that were not read yet or were read before. */
	async function event(what: string, seconds: number, matches: (event: EventRecord["event"]) => boolean) {
		return until(what, seconds, async () => {
			for (const last = await validator("Alice").finalised(); unread <= last; unread++) {
				seen.push(...(await chain.eventsOf(unread)));
			}
			return seen.map((record) => record.event).find(matches);
		});
	}

	const isOffence = (kind: string) => (event: EventRecord["event"]) =>
		event.section === "offences" && event.method === "Offence" && ascii(event.data[0].toHex()) === kind;
	const isAbout = (section: string, method: string, who: Person) => (event: EventRecord["event"]) =>
		event.section === section && event.method === method && event.data.some((it) => it.toString() === who.address);

	async function seats(): Promise<Seat[]> {
		return (await chain.api.call.validatorsApi.seats()).toJSON() as unknown as Seat[];
	}

	async function seat(name: Name): Promise<Seat | undefined> {
		return (await seats()).find((it) => it.account === people[name].address);
	}

	/** New keys of a node for a person's account, with the proof that the node has them. */
	async function freshKeys(name: Name): Promise<{ keys: string; proof: string }> {
		const owner = `0x${Buffer.from(people[name].pair.publicKey).toString("hex")}`;
		return validator(name).rpc("author_rotateKeysWithOwner", owner);
	}

	/** Stands with fresh keys. Answers the candidate's number. */
	async function stand(name: Name): Promise<number> {
		const { keys, proof } = await freshKeys(name);
		const receipt = await chain.submit(people[name], chain.api.tx.validators.stand(keys, proof), 120);
		return Number(receipt.event("validators.Stood")?.[0].toString());
	}

	/** All four citizens approve these candidates, free of charge. */
	async function approve(candidates: number[]): Promise<void> {
		const sorted = [...candidates].sort((a, b) => a - b);
		for (const name of FOUNDERS) {
			await chain.submitWithoutFee(people[name], chain.api.tx.validators.approve(sorted));
		}
	}

	before(async () => {
		spec = await changedLocalSpec(({ patch }) => {
			patch.founding.seasonLength = SEASON;
		});
		meetingPoint = await (await start("Alice")).address();
		await Promise.all(FOUNDERS.slice(1).map((name) => start(name)));
		await start("Eve");
		chain = await Chain.connect(validator("Alice"));
		assert.equal(Number(chain.api.consts.babe.epochDuration.toString()), SESSION, "built with fast-sessions");
	});

	after(async () => {
		await chain?.close();
		await Promise.all([...running.values()].map((node) => node.stop("SIGTERM")));
	});

	const numbers = {} as Record<Name, number>;

	it("are told in words that they have no keys, or a seat", async () => {
		await validator("Eve").line(/runs as a validator and has no keys/, 60);
		await validator("Alice").line(/This validator has a seat/, 60);
	});

	it("stand with keys that they prove to have, and with no others", async () => {
		const { keys, proof } = await freshKeys("Eve");
		const refusal = (who: Name, proof: string) =>
			chain.refusalOf(people[who], chain.api.tx.validators.stand(keys, proof));
		assert.equal((await refusal("Eve", "0x00")).reason, "validators.InvalidProof");
		assert.equal((await refusal("Bob", proof)).reason, "validators.InvalidProof");
		for (const name of NAMES) numbers[name] = await stand(name);
		const again = await freshKeys("Eve");
		const twice = chain.api.tx.validators.stand(again.keys, again.proof);
		assert.equal((await chain.refusalOf(people.Eve, twice)).reason, "validators.AlreadyCandidate");
		assert.equal((await chain.balance(people.Eve)).held, BOND);
	});

	it("are elected by citizens and serve with keys that were made over RPC", async () => {
		await approve(Object.values(numbers));
		await election();
		await validator("Eve").line(/This validator has a seat/, 120);
		assert.equal((await seats()).length, 5);
		await until("Eve makes blocks", 10 * SESSION * BLOCK, async () => ((await seat("Eve"))?.blocks ?? 0) > 1);
		await finalise(...NAMES);
	});

	it("go on when one of them is killed, and it comes back", async () => {
		await stop("Dave", "SIGKILL");
		await finalise("Alice", "Bob", "Charlie", "Eve");
		await start("Dave");
		await finalise(...NAMES);
	});

	it("are reported by honest nodes when they make two blocks in one slot", async () => {
		await twin("Eve", "--no-grandpa");
		await event("an offence by blocks", 300, isOffence(BY_BLOCKS));
		await event("Eve is disabled", 60, isAbout("session", "ValidatorDisabled", people.Eve));
		await event("Eve is slashed", 60, isAbout("validators", "Slashed", people.Eve));
		await event("Eve's seat is lost", 60, isAbout("validators", "SeatLost", people.Eve));
		assert.equal((await chain.balance(people.Eve)).held, 0n);
		await validator("Eve").line(/This validator is disabled/, 120);
		await stop("Eve-twin");
		await sessions(2);
		assert.equal(await seat("Eve"), undefined);
		await finalise("Alice", "Bob", "Charlie", "Dave");
		// The SDK's own report, which lacks the seals, never gets into a block.
		assert.ok(!seen.some(({ event }) => event.section === "system" && event.method === "ExtrinsicFailed" &&
			chain.api.registry.findMetaError((event.data[0] as any).asModule).name === "InvalidEquivocationProof"));
	});

	it("are reported when they vote twice in one round", async () => {
		await twin("Charlie");
		await event("an offence by votes", 900, isOffence(BY_VOTES));
		await event("Charlie is slashed", 60, isAbout("validators", "Slashed", people.Charlie));
		await stop("Charlie-twin");
		// One seat of five can be spared, so Charlie keeps his until the next election, and makes no blocks.
		assert.ok((await seat("Charlie"))?.isDisabled);
	});

	it("are back when they stand again and citizens elect them", async () => {
		for (const name of ["Charlie", "Eve"] as const) numbers[name] = await stand(name);
		await approve(Object.values(numbers));
		await election();
		assert.equal((await seats()).length, 5);
		assert.ok((await seats()).every((it) => !it.isDisabled));
		await until("Eve makes blocks", 10 * SESSION * BLOCK, async () => ((await seat("Eve"))?.blocks ?? 0) > 1);
	});

	it("lose the seat and keep the bond when they are off for too long", async () => {
		await stop("Dave", "SIGKILL");
		const seconds = (PATIENCE + 3) * SESSION * BLOCK;
		await event("Dave's seat is lost", seconds, isAbout("validators", "SeatLost", people.Dave));
		assert.ok((await chain.balance(people.Dave)).held >= BOND);
		await sessions(2);
		assert.equal(await seat("Dave"), undefined);
		await finalise("Alice", "Bob", "Charlie", "Eve");
	});

	for (const backend of ["litep2p", "libp2p"]) {
		it(`are followed by an empty node that joins by warp sync over ${backend}`, async () => {
			const options = [`--chain=${spec}`, "--sync=warp", `--network-backend=${backend}`];
			const peers = ["Alice", "Bob", "Charlie", "Eve"] as const;
			const addresses = await Promise.all(peers.map((name) => validator(name).address()));
			const node = await Node.start([...options, ...addresses.map((it) => `--bootnodes=${it}`)]);
			running.set(backend, node);
			const goal = await validator("Alice").finalised();
			await until("the newcomer is at the head", 180, async () => (await node.finalised()) >= goal);
			assert.equal(await node.hash(goal), await validator("Alice").hash(goal));
			await stop(backend);
		});
	}

	it("keep their database when somebody would purge it", async () => {
		const command = new Process(["purge-chain", `--chain=${spec}`, `--base-path=${folders.Alice}`, "-y"]);
		assert.notEqual(await command.end(60), 0);
		const [what, help] = command.lines.slice(-2);
		assert.match(what, /^error: a node is running on the database/);
		assert.match(help, /^help: stop that node first/);
		await finalise("Alice", "Bob", "Charlie", "Eve");
	});
});

/** A network key for tests: the validator's own peer id survives its restart. */
function nodeKey(name: Name): string {
	return (NAMES.indexOf(name) + 1).toString(16).padStart(64, "0");
}

/** The text of bytes in hexadecimal digits. */
function ascii(hex: string): string {
	return Buffer.from(hex.slice(2), "hex").toString();
}
