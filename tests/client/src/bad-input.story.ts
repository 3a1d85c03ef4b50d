// SPDX-License-Identifier: Apache-2.0
// What the node says to those who make mistakes: users, programs and operators. Each answer is one readable
// line that names what is wrong, and nothing crashes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { WebSocket } from "@polkadot/x-ws";
import { Chain, CIV, newPerson, wellKnown } from "./chain.js";
import { Node, PRIVATE, Process, temporaryFolder, until } from "./node.js";

const isRoot = process.getuid?.() === 0;

describe("a running node refuses", { timeout: 300_000 }, () => {
	const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
	let node: Node;
	let chain: Chain;

	before(async () => {
		node = await Node.dev();
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	/** What the node answers to a transaction that it does not take. */
	async function answerTo(extrinsic: string): Promise<string> {
		const hash = await node.rpc<string>("author_submitExtrinsic", extrinsic).catch((error: Error) => error);
		assert.ok(hash instanceof Error, `taken as ${hash}`);
		assert.doesNotMatch(hash.message, /panicked|backtrace/);
		return hash.message.replaceAll(/\s+/g, " ");
	}

	const transfer = () => chain.api.tx.balances.transferKeepAlive(ferdie.address, CIV);

	it("bytes that are no transaction", async () => {
		assert.match(await answerTo("0xdeadbeef"), /invalid format|decode/i);
		assert.match(await answerTo("0x"), /invalid format|decode/i);
		const whole = (await transfer().signAsync(eve.pair)).toHex();
		assert.match(await answerTo(whole.slice(0, -20)), /invalid format|decode/i);
	});

	it("something that is not even hexadecimal", async () => {
		await assert.rejects(node.rpc("author_submitExtrinsic", "hello"), /invalid params/i);
	});

	it("a transaction that fits into no block", async () => {
		const remark = chain.api.tx.system.remark(`0x${"00".repeat(5 * 1024 * 1024)}`);
		assert.match(await answerTo((await remark.signAsync(eve.pair)).toHex()), /exhaust|limit|too (large|long|big)/i);
	});

	it("a request that is larger than it reads", async () => {
		const socket = new WebSocket(node.ws);
		try {
			const answer = await new Promise<string>((resolve, reject) => {
				socket.onerror = () => reject(new Error("the node has hung up without a word"));
				socket.onmessage = ({ data }) => resolve(String(data));
				socket.onopen = () => {
					const params = [`0x${"00".repeat(9 * 1024 * 1024)}`];
					socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "author_submitExtrinsic", params }));
				};
			});
			assert.match(answer, /too (big|large)/i);
		} finally {
			socket.close();
		}
	});

	it("a transaction that nobody has signed", async () => {
		assert.match(await answerTo(transfer().toHex()), /unsigned|Invalid Transaction|Unknown Transaction/i);
	});

	it("a transaction signed for another chain", async () => {
		const otherChain = { genesisHash: randomBytes(32), blockHash: randomBytes(32), era: 0 };
		const foreign = await transfer().signAsync(eve.pair, otherChain as object);
		assert.match(await answerTo(foreign.toHex()), /bad signature/i);
	});

	it("a transaction signed by somebody else", async () => {
		const signed = await transfer().signAsync(eve.pair);
		signed.signature.toU8a().fill(7);
		const bytes = signed.toU8a();
		bytes.set(ferdie.pair.publicKey, Buffer.from(bytes).indexOf(Buffer.from(eve.pair.publicKey)));
		assert.match(await answerTo(`0x${Buffer.from(bytes).toString("hex")}`), /bad signature/i);
	});

	it("the same transaction a second time", async () => {
		const signed = await transfer().signAsync(eve.pair);
		const before = await chain.balance(ferdie);
		await node.rpc("author_submitExtrinsic", signed.toHex());
		await until("the transfer is included", 30, async () => (await chain.balance(ferdie)).free > before.free);
		assert.match(await answerTo(signed.toHex()), /outdated|stale|banned|already/i);
		await node.seal(2);
		assert.equal((await chain.balance(ferdie)).free - before.free, CIV, "one transfer, not two");
	});

	it("a transaction by somebody who cannot pay", async () => {
		const nobody = newPerson("nobody");
		const signed = await transfer().signAsync(nobody.pair);
		assert.match(await answerTo(signed.toHex()), /Inability to pay some fees/i);
	});

	it("and is still well", async () => {
		await chain.submit(eve, transfer());
		await node.seal();
	});
});

describe("a node that cannot start says why in one line, and how to mend it", { timeout: 300_000 }, () => {
	/** What the node ends with when started like this. */
	async function answerTo(...args: string[]): Promise<string> {
		const attempt = new Process(args);
		try {
			const code = await attempt.end(60);
			assert.notEqual(code, 0, "it ends with an error");
		} finally {
			await attempt.stop("SIGKILL");
		}
		const output = attempt.lines.join("\n");
		assert.doesNotMatch(output, /panicked|RUST_BACKTRACE/);
		const said = attempt.lines.filter((line) => /^error: /.test(line));
		assert.equal(said.length, 1, `one line says what is wrong:\n${output}`);
		assert.match(output, /^help: \S/m, "the next one says how to mend it");
		return said[0];
	}

	const folder = temporaryFolder("bad-input");
	const dev = ["--dev", "--sealing=instant", "--rpc-port=0", ...PRIVATE];

	/** An empty file system, if this user may mount one. */
	function mount(name: string, options: string): string | undefined {
		const point = temporaryFolder(name);
		try {
			execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", point], { stdio: "ignore" });
		} catch {
			return undefined;
		}
		mounts.push(point);
		return point;
	}
	const mounts: string[] = [];
	after(() => {
		for (const point of mounts) execFileSync("umount", ["-l", point]);
	});

	it("a chain spec that is not there", async () => {
		const missing = join(folder, "nowhere.json");
		const said = await answerTo(`--chain=${missing}`, `--base-path=${join(folder, "a")}`, ...PRIVATE);
		assert.match(said, /chain spec/i);
		assert.ok(said.includes(missing));
	});

	it("a chain spec that is no JSON", async () => {
		const broken = join(folder, "broken.json");
		writeFileSync(broken, '{ "name": "Civitas", "id": ');
		const said = await answerTo(`--chain=${broken}`, `--base-path=${join(folder, "b")}`, ...PRIVATE);
		assert.match(said, /not a chain spec/i);
		assert.ok(said.includes(broken));
	});

	it("a chain spec without a genesis", async () => {
		const empty = join(folder, "empty.json");
		writeFileSync(empty, JSON.stringify({ name: "Civitas", id: "civitas", bootNodes: [] }));
		assert.match(
			await answerTo(`--chain=${empty}`, `--base-path=${join(folder, "c")}`, ...PRIVATE),
			/chain spec|genesis/i,
		);
	});

	it("no chain at all", async () => {
		assert.match(await answerTo(`--base-path=${join(folder, "d")}`, ...PRIVATE), /chain/i);
	});

	it("an RPC port that another program uses", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		try {
			await new Promise((resolve) => other.once("listening", resolve));
			const { port } = other.address() as { port: number };
			const args = ["--dev", "--sealing=instant", ...PRIVATE, `--base-path=${join(folder, "e")}`];
			const said = await answerTo(...args, `--rpc-port=${port}`);
			assert.match(said, /port/i);
			assert.ok(said.includes(String(port)));
		} finally {
			other.close();
		}
	});

	it("a folder that is a file", async () => {
		const file = join(folder, "file");
		writeFileSync(file, "");
		const said = await answerTo(...dev, `--base-path=${file}`);
		assert.match(said, /folder/i);
		assert.ok(said.includes(file));
	});

	it("a folder that cannot be written", async (t) => {
		const closed = isRoot ? mount("read-only", "ro,size=1m") : "/";
		if (closed === undefined) return t.skip("root may write everywhere, and cannot mount a file system here");
		const said = await answerTo(...dev, `--base-path=${closed}`);
		assert.match(said, /folder.*cannot be written|read-only|permission/i);
	});

	it("a full disk", async (t) => {
		const small = isRoot ? mount("full", "size=200m") : undefined;
		if (small === undefined) return t.skip("only root can mount a small file system");
		assert.match(await answerTo(...dev, `--base-path=${small}`), /disk|space/i);
	});

	it("another node on the same folder", async () => {
		const shared = join(folder, "shared");
		const first = await Node.start(["--dev", "--sealing=instant"], shared);
		try {
			assert.match(await answerTo(...dev, `--base-path=${shared}`), /another node|in use/i);
		} finally {
			await first.stop();
		}
	});

	it("an option that does not exist", async () => {
		const attempt = new Process(["--dev", "--make-me-king"]);
		assert.notEqual(await attempt.end(30), 0);
		assert.match(attempt.lines.join("\n"), /unexpected argument '--make-me-king'/);
	});
});
