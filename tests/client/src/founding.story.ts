// SPDX-License-Identifier: Apache-2.0
// A state is founded as docs/founding.md says: the commands of the guide run in order, each by the person who would run
// it, from empty folders to four nodes that finalize. Then the founder admits somebody.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Keyring } from "@polkadot/api";
import { Chain, newPerson, Person } from "./chain.js";
import { BINARY, Node, temporaryFolder, until } from "./node.js";

/** Where the first machine listens: the address that is in the founding file. */
const BOOT_PORT = 9951;
const GUIDE = fileURLToPath(new URL("../../../docs/founding.md", import.meta.url));

interface Party {
	name: string;
	folder: string;
	account: string;
	secret: string;
}

/** The commands that the guide gives to `whom`, block by block. */
function commands(whom: string): string[] {
	const blocks = [...readFileSync(GUIDE, "utf8").matchAll(/^```sh (\w+)\n([^]*?)^```$/gm)];
	const found = blocks.filter(([, who]) => who === whom).map(([, , text]) => text);
	assert.notEqual(found.length, 0, `the guide has commands for ${whom}`);
	return found;
}

describe("a state is founded as the guide says", { timeout: 900_000 }, () => {
	const root = temporaryFolder("founding");
	const bin = join(root, "bin");
	mkdirSync(bin);
	symlinkSync(BINARY, join(bin, "civitas"));

	/** Runs shell commands in a folder and answers what they print. Fails if one of them does. */
	function shell(folder: string, script: string, environment: Record<string, string> = {}): string {
		const { status, stdout, stderr } = run(folder, script, environment);
		assert.equal(status, 0, `${script}\n${stdout}\n${stderr}`);
		return stdout;
	}

	function run(folder: string, script: string, environment: Record<string, string> = {}) {
		const env = { ...process.env, ...environment, PATH: `${bin}:${process.env.PATH}` };
		return spawnSync("bash", ["-euo", "pipefail", "-c", script], { cwd: folder, env, encoding: "utf8", timeout: 300_000 });
	}

	/** Somebody with an account and an empty folder. */
	function party(name: string): Party {
		const folder = join(root, name);
		mkdirSync(folder);
		const made = JSON.parse(shell(folder, "civitas key generate --output-type json")) as Record<string, string>;
		writeFileSync(join(folder, "secret"), made.secretPhrase, { mode: 0o600 });
		return { name, folder, account: made.ss58Address, secret: made.secretPhrase };
	}

	const founder = party("founder");
	const citizens = [founder, party("ada"), party("ben")];
	const validators = ["one", "two", "three", "four"].map(party);
	const state = join(founder.folder, "example");
	const [init, name, gather, seal] = commands("founder");
	const spec = join(state, "example.raw.json");
	const running: Node[] = [];

	after(async () => {
		await Promise.all(running.map((node) => node.stop("SIGTERM")));
	});

	it("the founder writes a file and a charter", () => {
		shell(founder.folder, `${init}\n${name}`);
		assert.match(readFileSync(join(state, "founding.toml"), "utf8"), /^name = "Example"$/m);
		assert.match(readFileSync(join(state, "charter.md"), "utf8"), /^## Article 1: /m);
		const again = run(founder.folder, init);
		assert.match(again.stderr, /^error: there is a file at .*\nhelp: /m);
	});

	it("an empty file is refused, with a place and a remedy for each problem", () => {
		const { status, stderr } = run(state, "civitas found check founding.toml");
		assert.notEqual(status, 0);
		const lines = stderr.trim().split("\n");
		assert.match(lines.at(-2) ?? "", /^error: \d+ things are wrong/);
		for (const problem of ["there are no citizens", "there are no validators"]) {
			assert.ok(lines.some((line) => line.startsWith("founding.toml") && line.includes(problem)), `${problem}\n${stderr}`);
		}
	});

	it("citizens and validators make their keys and prove them", () => {
		for (const who of [...citizens, ...validators]) {
			for (const file of ["founding.toml", "charter.md"]) copyFileSync(join(state, file), join(who.folder, file));
		}
		for (const [number, who] of citizens.entries()) {
			shell(who.folder, commands("citizen").join("\n"), { ACCOUNT: who.account });
			copyFileSync(join(who.folder, "citizen.toml"), join(state, `citizen-${number}.toml`));
		}
		for (const [number, who] of validators.entries()) {
			shell(who.folder, commands("validator").join("\n"), { ACCOUNT: who.account, BASE: join(who.folder, "base") });
			copyFileSync(join(who.folder, "validator.toml"), join(state, `validator-${number}.toml`));
		}
	});

	it("the founder puts it together, and the same file makes the same chain", () => {
		const peer = readFileSync(join(validators[0].folder, "peer-id"), "utf8").trim();
		shell(state, gather, {
			CITIZENS: citizens.map(({ account }) => account).join(" "),
			VALIDATORS: validators.map(({ account }) => account).join(" "),
			FOUNDER: founder.account,
			BOOTNODE: `/ip4/127.0.0.1/tcp/${BOOT_PORT}/p2p/${peer}`,
		});
		const said = shell(state, seal);
		assert.match(said, /^# The founding of Example$/m);
		assert.match(said, /^genesis +0x[0-9a-f]{64}$/m);
		const first = readFileSync(spec);
		const elsewhere = join(root, "again");
		cpSync(state, elsewhere, { recursive: true });
		shell(elsewhere, "rm example.*; civitas found seal founding.toml");
		assert.deepEqual(readFileSync(join(elsewhere, "example.raw.json")), first);
	});

	it("traps for founders are refused at their line", () => {
		for (const [change, what] of [
			[`s/^tier = "Founding"/tier = "Community"/`, /line \d+: a founder has no power in the tier Community/],
			[`s/^\\[\\[allocation\\]\\]$/[[allocations]]/`, /line \d+: unknown field/],
			[`s/^keys = "0x..../keys = "0xffff/`, /line \d+: the proof does not show/],
			[`s/^id = .*/id = "civitas"/`, /line \d+: "civitas" is the id of another chain/],
			[`s/^\\[parameters\\]/&\\nseason_length = 7/`, /line \d+: season_length cannot be 7/],
		] as const) {
			shell(state, `sed '${change}' founding.toml >broken.toml`);
			const { status, stderr } = run(state, "civitas found check broken.toml");
			assert.notEqual(status, 0, change);
			assert.match(stderr, what);
		}
	});

	it("everybody signs what identifies the chain", () => {
		for (const who of citizens) {
			for (const file of ["example.raw.json", "example.report.md"]) copyFileSync(join(state, file), join(who.folder, file));
			const secret = join(who.folder, "secret");
			const said = shell(who.folder, commands("everybody").join("\n"), { ACCOUNT: who.account, SECRET: secret });
			const [digest] = said.split(" ");
			assert.ok(readFileSync(join(state, "example.report.md"), "utf8").includes(`0x${digest}`), said);
		}
	});

	it("four machines start from the file and finalize blocks", async () => {
		for (const [number, who] of validators.entries()) {
			const base = join(who.folder, "base");
			const [command] = commands("node");
			const words = command.trim().replaceAll('"', "").split(" ");
			assert.equal(words.shift(), "civitas");
			const place = words.indexOf("--base-path");
			words.splice(place, 2);
			const args = words.map((word) =>
				word.replace("example.raw.json", spec).replaceAll("$BASE", base).replaceAll("$NAME", who.name));
			if (number === 0) args.push(`--listen-addr=/ip4/127.0.0.1/tcp/${BOOT_PORT}`);
			running.push(await Node.start(args, base));
		}
		await until("block 3 is final everywhere", 240, async () => {
			const finalized = await Promise.all(running.map((node) => node.finalised()));
			return finalized.every((block) => block >= 3);
		});
		const report = readFileSync(join(state, "example.report.md"), "utf8");
		const genesis = await running[0].hash(0);
		assert.ok(genesis && report.includes(genesis), `the report names the genesis ${genesis}`);
		const [ask] = commands("ask");
		const answer = JSON.parse(shell(root, ask, { RPC: running[0].rpcUrl })) as { result: string };
		assert.match(answer.result, /^0x[0-9a-f]{64}$/);
	});

	it("the founder admits somebody, and the citizens are counted", async () => {
		const chain = await Chain.connect(running[1]);
		try {
			const keyring = new Keyring({ type: "sr25519" });
			const leader = new Person("the founder", keyring.addFromUri(founder.secret));
			const dora = newPerson("Dora");
			await chain.submit(leader, chain.api.tx.citizenship.sponsor(dora.address));
			await chain.submitFree(dora, await chain.application(dora));
			await chain.submit(leader, chain.api.tx.citizenship.admit(dora.address));
			const count = (await chain.api.query.citizenship.citizenship()).toJSON() as { active: number };
			assert.equal(count.active, citizens.length + 1);
		} finally {
			await chain.close();
		}
	});

	it("a node says why it cannot run the template that foundings are made from", () => {
		const template = run(root, "civitas --chain live --tmp");
		assert.notEqual(template.status, 0);
		assert.match(template.stderr, /error: the chain live is a template.*\nhelp: .*civitas found init/);
	});
});
