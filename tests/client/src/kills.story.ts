// Two nodes of one chain are killed at random moments, one while it makes blocks and one while it imports them. Each starts
// again by itself, keeps what was final, and has the state of a node that has never been killed.
//
// KILLS says how often, 20 by default; SEED repeats a run.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Chain, CIV, newPerson, wellKnown } from "./chain.js";
import { Node, temporaryFolder, until } from "./node.js";

const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** The longest time between a start and the kill: two slots, so that every stage of a block is met. */
const LONGEST = 12_000;

/** A network key for tests, so that the others know a node after its restart. */
const KEY = { author: "a".repeat(64), follower: "b".repeat(64) };
type Role = keyof typeof KEY;

describe(`nodes that are killed ${KILLS} times (SEED=${SEED})`, { timeout: 300_000 + KILLS * 90_000 }, () => {
	const folders = { author: temporaryFolder("author"), follower: temporaryFolder("follower") };
	const running = {} as Record<Role, Node>;
	let meetingPoint = "";
	/** The hashes of final blocks that somebody was told of. */
	const final = new Map<number, string>();

	async function start(role: Role): Promise<Node> {
		const chain = ["--chain=dev", `--node-key=${KEY[role]}`];
		const options = role === "author" ? ["--alice", "--validator", "--force-authoring"] : [`--bootnodes=${meetingPoint}`];
		const node = await Node.start([...chain, ...options], folders[role]);
		running[role] = node;
		if (role === "author") meetingPoint = await node.address();
		return node;
	}

	/** Notes what is final, and that nothing that was final has changed. */
	async function note(node: Node): Promise<number> {
		const number = await node.finalised();
		final.set(number, (await node.hash(number)) as string);
		for (const [number, hash] of final) {
			const now = await node.hash(number);
			assert.ok(now === undefined || now === hash, `block ${number} was final and has changed`);
		}
		return number;
	}

	before(async () => {
		await start("author");
		await start("follower");
	});

	after(async () => {
		await Promise.all(Object.values(running).map((node) => node.stop("SIGTERM")));
	});

	it("start again each time, and lose nothing that was final", async () => {
		const random = generator(SEED);
		const friend = newPerson("a friend");
		for (let kill = 0; kill < KILLS; kill++) {
			const role: Role = random() < 0.5 ? "author" : "follower";
			// Something to do, so that blocks change the state.
			const chain = await Chain.connect(running.author);
			try {
				const call = chain.api.tx.balances.transferKeepAlive(friend.address, CIV);
				await call.signAndSend(wellKnown("Alice").pair, { nonce: -1 });
			} finally {
				await chain.close();
			}
			const before = await note(running[role]);
			// The moment is the matter here: nothing is waited for.
			await new Promise((resolve) => setTimeout(resolve, random() * LONGEST));
			await running[role].stop("SIGKILL");
			const node = await start(role);
			assert.ok((await note(node)) >= before, `kill ${kill}: the ${role} has lost final blocks`);
			// Other nodes look for an author that has moved to another port, so the follower is told where it is.
			if (role === "author") {
				await running.follower.stop("SIGKILL");
				await start("follower");
			}
		}
	});

	it("have the state of a node that was never killed", async () => {
		const goal = (await running.author.best()) + 2;
		const clean = await Node.start(["--chain=dev", `--bootnodes=${meetingPoint}`]);
		try {
			const all = [running.author, running.follower, clean];
			await until(`block ${goal} is final everywhere`, 180, async () => {
				const numbers = await Promise.all(all.map((node) => node.finalised()));
				return numbers.every((number) => number >= goal);
			});
			const headers = await Promise.all(
				all.map(async (node) => node.rpc<{ stateRoot: string }>("chain_getHeader", await node.hash(goal))),
			);
			assert.equal(new Set(headers.map((header) => header.stateRoot)).size, 1, "one state root");
			await note(clean);
		} finally {
			await clean.stop("SIGTERM");
		}
	});
});

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function generator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
