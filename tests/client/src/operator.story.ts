// SPDX-License-Identifier: Apache-2.0
// What operators do beside running a node: keys, chain specs, and the care of a node's folder. Each command works on
// a real chain, and a node stops without a complaint when it is asked to.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Chain, CIV, newPerson, type Person, wellKnown } from "./chain.js";
import { Node, Process, temporaryFolder, until } from "./node.js";

/** Log lines that come in full and at once, so that the last one before the end is not lost. */
const DETAILED = "--detailed-log-output";

/** What nobody should read in a log. */
const COMPLAINT = /\bERROR\b|Essential task|panicked/;

/** Runs a command to its good end, and answers what it prints. */
async function run(...args: string[]): Promise<string> {
	const command = new Process(args);
	assert.equal(await command.end(120), 0, `civitas ${args.join(" ")}\n${command.tail()}`);
	assert.deepEqual(
		command.lines.filter((line) => COMPLAINT.test(line)),
		[],
	);
	return command.output.join("\n");
}

/** Runs a command that must be refused, in two lines, and answers the first. */
async function refusalOf(...args: string[]): Promise<string> {
	const command = new Process(args);
	assert.notEqual(await command.end(120), 0, `civitas ${args.join(" ")}\n${command.tail()}`);
	const [what, help] = command.lines.slice(-2);
	assert.match(what, /^error: \S/);
	assert.match(help, /^help: \S/);
	return what;
}

describe("the command line", { timeout: 120_000 }, () => {
	it("tells its version and its commands", async () => {
		assert.match(await run("--version"), /^civitas \d+\.\d+\.\d+-[0-9a-f]+/);
		const help = await run("--help");
		for (const command of ["key", "export-chain-spec", "check-block", "revert", "purge-chain", "chain-info"]) {
			assert.match(help, new RegExp(`^  ${command} `, "m"));
		}
	});

	it("says what is wrong with an option, and what to give instead", async () => {
		assert.match(await refusalOf("--dev", "--database=rocksdb"), /invalid value 'rocksdb' for '--database/);
		assert.match(await refusalOf("--chain"), /value is required for '--chain/);
		assert.match(await refusalOf("--chain=nowhere"), /there is no chain spec at nowhere/);
		assert.match(await refusalOf("frobnicate"), /unrecognized subcommand 'frobnicate'/);
	});
});

describe("keys", { timeout: 120_000 }, () => {
	const ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const folder = temporaryFolder("keys");

	it("are made, and shown again from their phrase", async () => {
		for (const scheme of ["sr25519", "ed25519", "ecdsa"]) {
			const made = JSON.parse(await run("key", "generate", `--scheme=${scheme}`, "--output-type=json"));
			const shown = JSON.parse(
				await run("key", "inspect", `--scheme=${scheme}`, "--output-type=json", made.secretPhrase),
			);
			assert.equal(shown.ss58Address, made.ss58Address);
		}
		assert.match(await run("key", "inspect", "//Alice"), new RegExp(ALICE));
	});

	it("are looked for by their address", async () => {
		const found = await run("vanity", "--pattern=Ci", "--output-type=json");
		assert.match(JSON.parse(found.slice(found.indexOf("{"))).ss58Address, /Ci/);
	});

	it("sign, and others see who has signed", async () => {
		const signature = (await run("sign", "--suri=//Alice", "--message=a promise")).trim();
		assert.match(await run("verify", signature, ALICE, "--message=a promise"), /verifies correctly/);
		const other = new Process(["verify", signature, ALICE, "--message=another promise"]);
		assert.notEqual(await other.end(30), 0);
	});

	it("of a validator go to its keystore, one file each", async () => {
		const keystore = join(folder, "chains", "civitas-local", "keystore");
		const into = ["key", "insert", "--chain=local", `--base-path=${folder}`, "--suri=//Alice"];
		await run(...into, "--scheme=sr25519", "--key-type=babe");
		await run(...into, "--scheme=ed25519", "--key-type=gran");
		const types = readdirSync(keystore).map((file) => Buffer.from(file.slice(0, 8), "hex").toString());
		assert.deepEqual(types.sort(), ["babe", "gran"]);
		assert.match(await refusalOf(...into, "--scheme=sr25519", "--key-type=king's"), /no key of type king's/);
	});

	it("of a node are made once for a chain, and never overwritten", async () => {
		const make = ["key", "generate-node-key", "--chain=local", `--base-path=${folder}`];
		await run(...make);
		const file = join(folder, "chains", "civitas-local", "network", "secret_ed25519");
		const key = readFileSync(file);
		assert.match(await refusalOf(...make), /there is a network key/);
		assert.deepEqual(readFileSync(file), key);
		assert.match(await refusalOf("key", "generate-node-key", `--base-path=${folder}`), /--chain/);
	});

	it("of a node go into any file, too, and name the node", async () => {
		const file = join(folder, "node-key");
		await run("key", "generate-node-key", `--file=${file}`);
		assert.match(await run("key", "inspect-node-key", `--file=${file}`), /^12D3KooW\w+$/);
		writeFileSync(file, "not a key");
		assert.match(await refusalOf("key", "inspect-node-key", `--file=${file}`), /network key/);
	});
});

describe("a node's folder", { timeout: 600_000 }, () => {
	const folder = temporaryFolder("operator");
	const copy = temporaryFolder("operator-copy");
	const files = temporaryFolder("operator-files");
	const friend = newPerson("a friend");
	/** The hash of each block, by number. */
	const hashes: string[] = [];
	let friendsKey: string;
	let exported: string;

	const at = (base: string) => ["--dev", `--base-path=${base}`, DETAILED];
	const chainInfo = async (base: string) => JSON.parse(await run("chain-info", ...at(base)));
	const last = () => hashes.length - 1;

	// With nobody to finalise them, the blocks can be taken back.
	before(async () => {
		await run(
			"key",
			"generate-node-key",
			...at(folder)
				.slice(0, 2)
				.filter((arg) => arg !== "--dev"),
			"--chain=dev",
		);
		const named = join(folder, "chains", "civitas-dev", "network", "secret_ed25519");
		const peer = (await run("key", "inspect-node-key", `--file=${named}`)).trim();

		const node = await Node.start(["--dev", "--no-grandpa", DETAILED], folder);
		try {
			assert.equal(await node.rpc("system_localPeerId"), peer, "the network key is the node's name");
			const chain = await Chain.connect(node);
			await chain.submit(wellKnown("Alice"), chain.api.tx.balances.transferKeepAlive(friend.address, CIV));
			friendsKey = chain.api.query.system.account.key(friend.address);
			await chain.close();
			await until("there are five blocks", 120, async () => (await node.best()) >= 5);
			const best = await node.best();
			for (let number = 0; number <= best; number++) hashes.push((await node.hash(number)) as string);
		} finally {
			await node.stop("SIGTERM");
		}
		assert.deepEqual(await node.ended, { code: 0, signal: null });
		assert.deepEqual(
			node.lines.filter((line) => COMPLAINT.test(line)),
			[],
			"it ends without a complaint",
		);
	});

	it("tells what it holds", async () => {
		const info = await chainInfo(folder);
		// A block may have come between the last look and the signal.
		assert.ok(info.best_number - last() <= 1, `${info.best_number} after ${last()}`);
		if (info.best_number > last()) hashes.push(info.best_hash);
		assert.equal(info.best_hash, hashes[last()]);
		assert.equal(info.genesis_hash, hashes[0]);
		assert.equal(info.finalized_number, 0);
		assert.match(await refusalOf("chain-info", ...at(join(files, "nowhere"))), /there is no chain database/);
	});

	it("has its blocks checked, by number and by hash", async () => {
		await run("check-block", ...at(folder), "2");
		await run("check-block", ...at(folder), hashes[3]);
		assert.match(await refusalOf("check-block", ...at(folder), "9999"), /does not hold that block/);
		assert.match(await refusalOf("check-block", ...at(folder), "0xffcc"), /no block/);
	});

	it("gives its blocks to another folder, which then holds the same chain", async () => {
		const blocks = join(files, "blocks");
		await run("export-blocks", ...at(folder), "--binary", blocks);
		await run("import-blocks", ...at(copy), "--binary", blocks);
		assert.deepEqual(await chainInfo(copy), await chainInfo(folder));
		assert.match(await refusalOf("import-blocks", ...at(copy), join(files, "nowhere")), /there is no file at/);
		assert.match(await refusalOf("import-blocks", ...at(copy), blocks), /does not hold blocks/);
	});

	it("gives its blocks as JSON, from one to another", async () => {
		const blocks = join(files, "blocks.json");
		await run("export-blocks", ...at(folder), "--from=2", "--to=3", blocks);
		const parents = readFileSync(blocks, "utf8").match(/"parentHash":"0x[0-9a-f]+"/g);
		assert.deepEqual(
			parents,
			[hashes[1], hashes[2]].map((hash) => `"parentHash":"${hash}"`),
		);
	});

	it("gives its whole state as a spec, the same from both folders", async () => {
		exported = await run("export-state", ...at(folder));
		const state = JSON.parse(exported).genesis.raw.top as Record<string, string>;
		assert.ok(state[friendsKey], "the friend's account is in it");
		assert.deepEqual(JSON.parse(await run("export-state", ...at(copy))).genesis.raw.top, state);
		const earlier = JSON.parse(await run("export-state", ...at(folder), "0")).genesis.raw.top;
		assert.equal(earlier[friendsKey], undefined, "and was not there at the beginning");
		assert.match(await refusalOf("export-state", ...at(folder), "9999"), /does not hold that block/);
	});

	it("opens with its chain's raw spec as with its name, and with no other", async () => {
		const plain = JSON.parse(await run("export-chain-spec", "--chain=dev"));
		assert.ok(plain.genesis.runtimeGenesis.patch, "a plain spec can be read");
		const raw = join(files, "raw.json");
		await run("export-chain-spec", "--chain=dev", "--raw", `--output=${raw}`);
		await run("check-block", `--chain=${raw}`, `--base-path=${folder}`, "1");
		const forked = join(files, "forked.json");
		writeFileSync(forked, exported);
		const said = await refusalOf("check-block", `--chain=${forked}`, `--base-path=${folder}`, "1");
		assert.match(said, /belongs to another chain/);
	});

	it("takes back three blocks, and goes on from there", async () => {
		await run("revert", ...at(copy), "3");
		const info = await chainInfo(copy);
		assert.equal(info.best_number, last() - 3);
		assert.equal(info.best_hash, hashes[last() - 3]);

		const node = await Node.start(["--dev"], copy);
		try {
			await until("there is a new block", 60, async () => (await node.best()) > info.best_number);
			assert.equal(await node.hash(info.best_number), info.best_hash);
			assert.notEqual(await node.hash(info.best_number + 1), hashes[info.best_number + 1]);
		} finally {
			await node.stop();
		}
	});

	it("takes back nothing that is final", async () => {
		const node = await Node.start(["--dev"], copy);
		try {
			await until("a block is final", 60, async () => (await node.finalised()) > 0);
		} finally {
			await node.stop();
		}
		await run("revert", ...at(copy), "9999");
		const info = await chainInfo(copy);
		assert.ok(info.finalized_number > 0);
		assert.equal(info.best_hash, info.finalized_hash);
	});

	it("loses its chain when it is purged, and keeps its keys", async () => {
		const home = join(folder, "chains", "civitas-dev");
		const key = readFileSync(join(home, "network", "secret_ed25519"));
		await run("purge-chain", ...at(folder), "-y");
		assert.ok(!existsSync(join(home, "paritydb")));
		assert.deepEqual(readFileSync(join(home, "network", "secret_ed25519")), key);
		assert.match(await refusalOf("chain-info", ...at(folder)), /there is no chain database/);
	});
});

describe("a node that makes blocks on demand", { timeout: 300_000 }, () => {
	let node: Node;
	let chain: Chain;

	before(async () => {
		node = await Node.dev(DETAILED);
		chain = await Chain.connect(node);
	});

	after(async () => {
		await chain?.close();
		await node?.stop();
	});

	/** Lets each of `senders` send `each` transfers in a row, all at once, and says that every one is included. */
	async function burst(senders: Person[], each: number) {
		const { api } = chain;
		const recipient = newPerson("the recipient");
		const gifts = senders.map(({ address }) => api.tx.balances.transferKeepAlive(address, BigInt(2 * each) * CIV));
		await chain.submit(wellKnown("Alice"), api.tx.utility.batchAll(gifts));

		const { genesisHash, runtimeVersion } = api;
		const era = api.createType("ExtrinsicEra");
		const transfers: string[] = [];
		// A new account's first nonce depends on the block that has made it.
		const first = await Promise.all(
			senders.map(async ({ address }) => Number(await api.rpc.system.accountNextIndex(address))),
		);
		for (let n = 0; n < each; n++) {
			for (const [index, { pair }] of senders.entries()) {
				const nonce = first[index] + n;
				const transfer = api.tx.balances.transferAllowDeath(recipient.address, CIV);
				const signed = transfer.sign(pair, { nonce, era, genesisHash, blockHash: genesisHash, runtimeVersion });
				transfers.push(signed.toHex());
			}
		}
		await Promise.all(transfers.map((transfer) => api.rpc.author.submitExtrinsic(transfer)));
		const total = BigInt(transfers.length) * CIV;
		await until(`${transfers.length} transfers are included`, 120, async () => {
			return (await chain.balance(recipient)).free === total;
		}).catch(async (error: Error) => {
			const { free } = await chain.balance(recipient);
			const waiting = await node.rpc<string[]>("author_pendingExtrinsics");
			throw new Error(`${error.message}: ${free / CIV} are, ${waiting.length} wait\n${node.tail()}`);
		});
		assert.deepEqual(await node.rpc("author_pendingExtrinsics"), []);
	}

	it("includes all that twenty people send at once", async () => {
		await burst(
			Array.from({ length: 20 }, (_, index) => newPerson(`sender ${index}`)),
			20,
		);
	});

	it("includes all that one person sends in a row", async () => {
		await burst([newPerson("the sender")], 1000);
	});

	it("goes on where a session ends, in a block that has no room", async () => {
		await chain.advanceTo(Number(chain.api.consts.babe.epochDuration.toString()));
		await chain.submit(wellKnown("Alice"), chain.api.tx.balances.transferKeepAlive(wellKnown("Bob").address, CIV));
	});

	it("ends without a complaint when it is interrupted", async () => {
		await chain.close();
		await node.stop("SIGINT");
		assert.deepEqual(await node.ended, { code: 0, signal: null });
		assert.deepEqual(
			node.lines.filter((line) => COMPLAINT.test(line)),
			[],
		);
	});
});
