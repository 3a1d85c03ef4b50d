// SPDX-License-Identifier: Apache-2.0
// Four validators of the local chain, as real processes on loopback, with BABE and GRANDPA. Any one may die
// without warning: the others go on, it catches up, and nothing that was final is lost.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Chain, CIV, newPerson, wellKnown } from "./chain.js";
import { Node, temporaryFolder, until } from "./node.js";

const NAMES = ["alice", "bob", "charlie", "dave"] as const;
type Name = (typeof NAMES)[number];

describe("four validators", { timeout: 900_000 }, () => {
	const folders = Object.fromEntries(NAMES.map((name) => [name, temporaryFolder(name)])) as Record<Name, string>;
	const running = new Map<Name, Node>();
	let meetingPoint: string;

	/** Starts a validator, or starts it again on the same database. Everyone finds the others through Alice. */
	async function start(name: Name): Promise<Node> {
		const args = ["--chain=local", `--${name}`, "--validator", `--node-key=${nodeKey(name)}`];
		if (name !== "alice") args.push(`--bootnodes=${meetingPoint}`);
		const node = await Node.start(args, folders[name]);
		running.set(name, node);
		return node;
	}

	function validator(name: Name): Node {
		const node = running.get(name);
		assert.ok(node, `${name} is running`);
		return node;
	}

	/** Waits until each of `nodes` has finalised block `number`, and says that they agree on it. */
	async function agreeOn(number: number, nodes: Node[], seconds = 180): Promise<string> {
		await until(`block ${number} is final everywhere`, seconds, async () => {
			const finalised = await Promise.all(nodes.map((node) => node.finalised()));
			return finalised.every((it) => it >= number);
		});
		const hashes = await Promise.all(nodes.map((node) => node.hash(number)));
		assert.equal(new Set(hashes).size, 1, `one block ${number} everywhere: ${hashes.join(", ")}`);
		return hashes[0] as string;
	}

	/** The hashes of the blocks that a node has finalised. */
	async function finalBlocks(node: Node): Promise<string[]> {
		const last = await node.finalised();
		return Promise.all(Array.from({ length: last + 1 }, async (_, number) => (await node.hash(number)) as string));
	}

	before(async () => {
		meetingPoint = await (await start("alice")).address();
		await Promise.all(NAMES.slice(1).map((name) => start(name)));
	});

	after(async () => {
		await Promise.all([...running.values()].map((node) => node.stop("SIGTERM")));
	});

	it("find each other and finalise blocks", async () => {
		await until("everyone has three peers", 90, async () => {
			const health = await Promise.all(NAMES.map((name) => validator(name).rpc<{ peers: number }>("system_health")));
			return health.every(({ peers }) => peers === 3);
		});
		await agreeOn(3, [...running.values()]);
	});

	it("carry a transfer to everyone", async () => {
		const friend = newPerson("a friend");
		const chain = await Chain.connect(validator("bob"));
		try {
			await chain.submit(wellKnown("Alice"), chain.api.tx.balances.transferKeepAlive(friend.address, CIV));
		} finally {
			await chain.close();
		}
		const key = chain.api.query.system.account.key(friend.address);
		await until("everyone has finalised the transfer", 90, async () => {
			const seen = await Promise.all(
				NAMES.map(async (name) => {
					const node = validator(name);
					return node.rpc<string | null>("state_getStorage", key, await node.rpc("chain_getFinalizedHead"));
				}),
			);
			return seen.every((value) => value !== null);
		});
	});

	it("lose Dave without warning, and go on", async () => {
		const dave = validator("dave");
		const kept = await finalBlocks(dave);
		await dave.stop("SIGKILL");
		running.delete("dave");

		const others = [...running.values()];
		await agreeOn(kept.length + 2, others);
		for (const [number, hash] of kept.entries()) {
			assert.equal(await others[0].hash(number), hash, `block ${number} stays`);
		}
	});

	it("welcome Dave back: he has lost nothing, catches up and votes again", async () => {
		const before = await finalBlocks(validator("alice"));
		const dave = await start("dave");
		await until("Dave has caught up", 120, async () => (await dave.finalised()) >= before.length - 1);
		assert.deepEqual(await Promise.all(before.map((_, number) => dave.hash(number))), before);
		await agreeOn(before.length + 2, [...running.values()]);
	});

	it("finalise nothing while two of them are gone, and everything once one is back", async () => {
		for (const name of ["charlie", "dave"] as const) {
			await validator(name).stop("SIGKILL");
			running.delete(name);
		}
		const [alice, bob] = [validator("alice"), validator("bob")];
		// What was already voted on may still become final, so the count starts when that has passed.
		const best = await alice.best();
		const made = await until("two validators make blocks", 120, async () => (await alice.best()) >= best + 3);
		assert.ok(made);
		const stalled = await alice.finalised();
		assert.ok(stalled <= best, `block ${stalled} is final without a majority; the last with one was ${best}`);

		await start("charlie");
		await agreeOn(best + 3, [alice, bob, validator("charlie")]);
	});
});

/** A network key for tests: the validator's own peer id survives its restart. */
function nodeKey(name: Name): string {
	return (NAMES.indexOf(name) + 1).toString(16).padStart(64, "0");
}
