// SPDX-License-Identifier: Apache-2.0
// A ministry checks a census, and two services open their doors. Four validators change their keys three times; the
// certificate proves each change from the genesis hash on.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ProverThread } from "@civitas/ballots";
import {
	anonymousContext,
	anonymousMessage,
	anonymousPassport,
	type Claim,
	exportCertificate,
	passport,
	passportMessage,
	Verifier,
} from "@civitas/certificate";
import { check } from "@civitas/certificate/example/check";
import { service } from "@civitas/certificate/example/service";
import { checkPassport, json, verify } from "@civitas/certificate/plain";
import { WsProvider } from "@polkadot/api";
import { hexToU8a, u8aToHex } from "@polkadot/util";
import { Chain, newPerson, type Person, wellKnown } from "../chain.js";
import { type Node, Process, temporaryFolder, until } from "../node.js";
import { PROVER, rpcOf, secretOf } from "../roll.js";
import { changedSpec } from "../specs.js";
import { Clock, finalised, startValidators } from "../validators.js";

const WASM = readFileSync(createRequire(import.meta.url).resolve("@civitas/certificate/certificate.wasm"));
/** The blocks of a season: the fewest that a founding can choose. */
const SEASON = 50;
const SERVICE = "example.org";
const CITIZENS = ["Alice", "Bob", "Charlie", "Dave"];

describe("a certificate", { timeout: 900_000 }, () => {
	const clock = new Clock();
	const folder = temporaryFolder("certificates");
	let nodes: Node[];
	let chain: Chain;
	let genesis: string;
	let verifier: Verifier;
	let prover: ProverThread;
	let census: Uint8Array;
	let spec: string;

	before(async () => {
		spec = await changedSpec(({ patch }) => {
			patch.founding.seasonLength = SEASON;
		}, "local");
		nodes = await startValidators(spec);
		chain = await Chain.connect(nodes[0]);
		genesis = chain.api.genesisHash.toHex();
		verifier = await Verifier.start(WASM);
		prover = await ProverThread.start(PROVER);
	});

	after(async () => {
		clock.stop();
		await prover?.stop();
		await chain?.close();
		await Promise.all((nodes ?? []).map((node) => node.stop("SIGTERM")));
	});

	/** The next finality proof, as a subscriber learns it. */
	async function nextJustification(): Promise<string> {
		const provider = new WsProvider(nodes[0].ws);
		await provider.isReady;
		try {
			return await new Promise<string>((resolve, reject) => {
				const type = "grandpa_justifications";
				provider
					.subscribe(type, "grandpa_subscribeJustifications", [], (error: Error | null, proof: string) =>
						error ? reject(error) : resolve(proof),
					)
					.catch(reject);
			});
		} finally {
			await provider.disconnect();
		}
	}

	const certify = (...claims: Claim[]) => exportCertificate(rpcOf(nodes[0]), claims, nextJustification);

	async function setId(): Promise<number> {
		const head = await nodes[0].rpc<string>("chain_getFinalizedHead");
		const at = await chain.api.at(head);
		return Number((await at.query.grandpa.currentSetId()).toString());
	}

	/** A validator gives itself new keys. */
	async function changeKeys(number: number): Promise<void> {
		const who = wellKnown(CITIZENS[number]);
		const { keys, proof } = await nodes[number].rpc<{ keys: string; proof: string }>(
			"author_rotateKeysWithOwner",
			u8aToHex(who.pair.publicKey),
		);
		await chain.submit(who, chain.api.tx.session.setKeys(keys, proof));
	}

	it("begins while four validators change their keys, hour after hour", async () => {
		await finalised(2, nodes);
		for (let hour = 0; hour < 5; hour++) {
			if (hour < 4) await changeKeys(hour);
			clock.forward(3600);
			const best = await nodes[0].best();
			await finalised(best + 1, nodes);
		}
		assert.ok((await setId()) >= 2, `set ${await setId()}`);
	});

	it("proves the census of a season that is over, offline, by both verifiers", async (test) => {
		await finalised(SEASON + 3, nodes, 400);
		census = await certify({ kind: "census", season: 0 });
		const begun = performance.now();
		const proven = verifier.verify(census, genesis);
		const took = performance.now() - begun;
		assert.ok(Number(proven.set) >= 2, `set ${proven.set}`);
		assert.equal(proven.authorities, 4);
		const record = proven.statements[0].census as any;
		assert.deepEqual(record.citizens, { value: 4, evidence: "counted" });
		assert.equal(record.season, 0);
		assert.equal(verifier.json(census, genesis), json(verify(census, genesis)));
		test.diagnostic(
			`${census.length} bytes after ${proven.set} changes of 4 validators, ${took.toFixed(0)} ms in Wasm`,
		);
	});

	/** The certificate as the node's own command exports it. */
	async function exported(from: string[], season = 0): Promise<Uint8Array> {
		const file = join(folder, "census.civcert");
		const command = new Process(["certificate", "export", `--season=${season}`, `--out=${file}`, ...from]);
		assert.equal(await command.end(60), 0, command.tail());
		const check = new Process(["certificate", "verify", file, `--genesis=${genesis}`, `--season=${season}`, "--json"]);
		assert.equal(await check.end(60), 0, check.tail());
		const bytes = new Uint8Array(readFileSync(file));
		assert.equal(check.output.join(""), verifier.json(bytes, genesis), "the command prints what the Wasm does");
		return bytes;
	}

	it("is exported by the node's command, from a running node", async () => {
		const bytes = await exported([`--url=${nodes[0].rpcUrl}`]);
		const { statements } = verifier.verify(bytes, genesis);
		assert.deepEqual(statements, verifier.verify(census, genesis).statements);
		const early = new Process([
			"certificate",
			"export",
			"--season=9",
			`--url=${nodes[0].rpcUrl}`,
			`--out=${join(folder, "9")}`,
		]);
		assert.equal(await early.end(60), 1);
		assert.match(early.tail(2), /season was not over/);
	});

	it("is refused by the node's command once a byte is changed, for another season and for another chain", async () => {
		const file = join(folder, "broken.civcert");
		const refusalOf = async (bytes: Uint8Array, ...more: string[]) => {
			writeFileSync(file, bytes);
			const command = new Process(["certificate", "verify", file, ...more]);
			assert.equal(await command.end(60), 1, command.tail());
			return command.tail(2);
		};
		const broken = Uint8Array.from(census);
		broken[broken.length - 1] ^= 1;
		assert.match(await refusalOf(broken, `--genesis=${genesis}`), /refused: (MissingNode|UnusedNode)/);
		assert.match(await refusalOf(census, `--genesis=${genesis}`, "--season=1"), /refused: WrongSeason/);
		assert.match(await refusalOf(census, `--genesis=0x${"11".repeat(32)}`), /refused: OtherChain/);
	});

	it("is read by a ministry with two files", async () => {
		const [name, file] = [join(folder, "genesis.json"), join(folder, "for-the-ministry.civcert")];
		writeFileSync(name, JSON.stringify({ name: "Civitas", genesis }));
		writeFileSync(file, census);
		assert.match(
			await check(name, file),
			/^Civitas, block \d+ .*validators of set \d[^]*citizens: \{"value":4,"evidence":"counted"\}/,
		);
	});

	it("is refused once a byte is changed, and for another chain", () => {
		for (let at = 0; at < census.length; at += 97) {
			const broken = Uint8Array.from(census);
			broken[at] ^= 1;
			assert.throws(() => verifier.verify(broken, genesis), { name: "Refusal" }, `byte ${at}`);
		}
		assert.throws(() => verifier.verify(census, `0x${"11".repeat(32)}`), { code: "OtherChain" });
	});

	it("proves the charter's text", async () => {
		const { statements } = verifier.verify(await certify({ kind: "charter" }), genesis);
		const { articles, charter } = statements[0].charter as any;
		const inForce = (await chain.api.query.charter.inForce()).toJSON() as any;
		assert.deepEqual(charter, { version: inForce.version, hash: inForce.hash });
		assert.ok(articles.length > 3 && articles.every((it: any) => it.title.length > 0), "every article has a title");
	});

	async function passportOf(who: Person, challenge: string, wrapped: boolean): Promise<Uint8Array> {
		const text = passportMessage(genesis, SERVICE, challenge);
		const signature = who.pair.sign(wrapped ? `<Bytes>${text}</Bytes>` : text);
		const account = who.pair.publicKey;
		const certificate = await certify({ kind: "citizen", account });
		return passport({ account, service: SERVICE, challenge, kind: "sr25519", signature, certificate });
	}

	it("in a passport opens a door once, for a citizen, from now", async () => {
		const expected = { genesis, service: SERVICE, challenge: "first", now: clock.now, maxAge: 600_000 };
		for (const wrapped of [false, true]) {
			const shown = await passportOf(wellKnown("Alice"), "first", wrapped);
			assert.equal(verifier.passport(shown, expected).id, 0);
			assert.deepEqual(checkPassport(shown, expected), verifier.passport(shown, expected));
			assert.throws(() => verifier.passport(shown, { ...expected, challenge: "second" }), { code: "OtherChallenge" });
			assert.throws(() => verifier.passport(shown, { ...expected, now: clock.now + 3_600_000 }), { code: "TooOld" });
		}
		const stranger = await passportOf(newPerson("a stranger"), "first", true);
		assert.throws(() => verifier.passport(stranger, expected), { code: "NotCitizen" });
	});

	/** Somebody's proof, for a challenge of a service, that they are one of the citizens. */
	async function anonymously(who: Person, host: string, purpose: string, challenge: string): Promise<Uint8Array> {
		const members = await chain.api.call.rollApi.members({ Nation: 0 });
		const keys = (members as unknown as Uint8Array[]).map((key) => hexToU8a(String(key)));
		const certificate = await certify({ kind: "ring", number: 0 });
		const season = (verify(certificate, genesis).statements[0].ring as { season: number }).season;
		const { proof } = await prover.prove(
			await secretOf(prover, who.entropy),
			keys,
			anonymousContext(genesis, season, host, purpose),
			anonymousMessage(genesis, host, purpose, challenge),
		);
		return anonymousPassport({ season, ring: 0, service: host, purpose, challenge, proof, certificate });
	}

	it("lets somebody in without a name: the same alias each time, another one elsewhere", async (test) => {
		await until("the ring is built", 120, async () => {
			const { status } = (await chain.api.call.rollApi.ring({ Nation: 0 })).toJSON() as { status: string };
			return status === "Built";
		});
		await finalised(await nodes[0].best(), nodes);
		const show = async (host: string, purpose: string, challenge: string) => {
			const file = await anonymously(wellKnown("Bob"), host, purpose, challenge);
			const expected = { genesis, service: host, challenge, now: clock.now };
			const begun = performance.now();
			const { alias } = verifier.anonymous(file, expected, purpose);
			test.diagnostic(`anonymous passport: ${file.length} bytes, ${(performance.now() - begun).toFixed(0)} ms in Wasm`);
			assert.throws(() => verifier.anonymous(file, { ...expected, challenge: "other" }, purpose), {
				code: "OtherChallenge",
			});
			assert.throws(() => verifier.anonymous(file, expected, "other"), { code: "OtherService" });
			// A byte of the proof, which lies before the certificate.
			const broken = Uint8Array.from(file);
			broken[300] ^= 1;
			assert.throws(() => verifier.anonymous(broken, expected, purpose), { code: "BadProof" });
			return alias;
		};
		const alias = await show(SERVICE, "letters", "one");
		assert.equal(await show(SERVICE, "letters", "two"), alias);
		assert.notEqual(await show(SERVICE, "polls", "three"), alias);
		assert.notEqual(await show("example.com", "letters", "four"), alias);
	});

	it("opens the door of a web service, by name or without, once for each challenge", async () => {
		const door = await service({ genesis, service: SERVICE, purpose: "letters", now: () => clock.now });
		await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
		try {
			const { port } = door.address() as AddressInfo;
			const at = `http://127.0.0.1:${port}`;
			const challenge = async () =>
				((await (await fetch(`${at}/challenge`)).json()) as { challenge: string }).challenge;
			const knock = async (path: string, given: string, file: Uint8Array) =>
				(await (
					await fetch(`${at}${path}?challenge=${given}`, {
						method: "POST",
						body: new Blob([file as Uint8Array<ArrayBuffer>]),
					})
				).json()) as object;

			const first = await challenge();
			const named = await passportOf(wellKnown("Dave"), first, true);
			assert.deepEqual(await knock("/citizen", first, named), { citizen: 3 });
			assert.deepEqual(await knock("/citizen", first, named), { refused: "OtherChallenge" });

			const aliases = new Set<string>();
			for (const name of ["Bob", "Bob", "Charlie"]) {
				const given = await challenge();
				const file = await anonymously(wellKnown(name), SERVICE, "letters", given);
				aliases.add(((await knock("/anyone", given, file)) as { alias: string }).alias);
			}
			assert.equal(aliases.size, 2, "one alias a person");
			assert.deepEqual(await knock("/anyone", await challenge(), named), { refused: "NotThisKind" });
		} finally {
			door.close();
		}
	});

	it("is exported from the database of a stopped node", async () => {
		await nodes[3].stop("SIGTERM");
		const bytes = await exported([`--chain=${spec}`, `--base-path=${nodes[3].folder}`]);
		assert.deepEqual(verifier.verify(bytes, genesis).statements, verifier.verify(census, genesis).statements);
	});

	it("of a passport is verified by the node's command", async () => {
		const file = join(folder, "alice.civpass");
		writeFileSync(file, await passportOf(wellKnown("Alice"), "by hand", true));
		const verdict = async (...more: string[]) => {
			// The command reads the same clock as the validators.
			const command = new Process([
				"passport",
				"verify",
				file,
				`--genesis=${genesis}`,
				`--service=${SERVICE}`,
				...more,
			]);
			const code = await command.end(60);
			return `${code}: ${command.tail(2)}`;
		};
		assert.match(await verdict("--challenge=by hand"), /^0: Citizen 0, active/);
		assert.match(await verdict("--challenge=another"), /^1: [^]*refused: OtherChallenge/);
		assert.match(await verdict("--challenge=by hand", "--max-age=0"), /^1: [^]*refused: TooOld/);
	});
});
