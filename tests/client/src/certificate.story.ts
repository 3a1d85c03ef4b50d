// SPDX-License-Identifier: Apache-2.0
// A ministry checks a census, and two services open their doors. Four validators change their keys three times; the
// certificate proves each change from the genesis hash on.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ProverThread } from "@civitas/ballots";
import {
	anonymousContext, anonymousMessage, anonymousPassport, type Claim, exportCertificate, passport, passportMessage,
	Verifier,
} from "@civitas/certificate";
import { checkPassport, json, verify } from "@civitas/certificate/plain";
import { WsProvider } from "@polkadot/api";
import { hexToU8a } from "@polkadot/util";
import { Chain, newPerson, type Person, wellKnown } from "./chain.js";
import { type Node, Process, temporaryFolder, until } from "./node.js";
import { PROVER, rpcOf, secretOf } from "./roll.js";
import { changedSpec } from "./specs.js";
import { Clock, finalised, startValidators } from "./validators.js";

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

	before(async () => {
		const spec = await changedSpec(({ patch }) => {
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
						error ? reject(error) : resolve(proof))
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
		const { keys, proof } = await nodes[number].rpc<{ keys: string; proof: string }>("author_rotateKeysWithOwner", who.address);
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
		census = await exportedByNode(0) ?? (await certify({ kind: "census", season: 0 }));
		const begun = performance.now();
		const proven = verifier.verify(census, genesis);
		const took = performance.now() - begun;
		assert.ok(Number(proven.set) >= 2, `set ${proven.set}`);
		assert.equal(proven.authorities, 4);
		const record = proven.statements[0].census as any;
		assert.deepEqual(record.citizens, { value: 4, evidence: "counted" });
		assert.equal(record.season, 0);
		assert.equal(verifier.json(census, genesis), json(verify(census, genesis)));
		test.diagnostic(`${census.length} bytes after ${proven.set} changes of 4 validators, ${took.toFixed(0)} ms in Wasm`);
	});

	/** The certificate as this node's own command exports it, if the node has that command. */
	async function exportedByNode(season: number): Promise<Uint8Array | undefined> {
		const file = join(folder, "census.civcert");
		const methods = await nodes[0].rpc<{ methods: string[] }>("rpc_methods");
		if (!methods.methods.includes("civitas_certificate")) return undefined;
		const command = new Process(["certificate", "export", `--season=${season}`, `--url=${nodes[0].rpcUrl}`, `--out=${file}`]);
		assert.equal(await command.end(60), 0, command.tail());
		const check = new Process(["certificate", "verify", file, `--genesis=${genesis}`, `--season=${season}`, "--json"]);
		assert.equal(await check.end(60), 0, check.tail());
		const bytes = new Uint8Array(readFileSync(file));
		assert.equal(check.output.join(""), verifier.json(bytes, genesis), "the command prints what the Wasm does");
		const broken = Uint8Array.from(bytes);
		broken[broken.length >> 1] ^= 1;
		writeFileSync(file, broken);
		const refused = new Process(["certificate", "verify", file, `--genesis=${genesis}`]);
		assert.equal(await refused.end(60), 1, refused.tail());
		return bytes;
	}

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

	it("lets somebody in without a name: the same alias each time, another one elsewhere", async (test) => {
		await until("the ring is built", 120, async () => {
			const { status } = (await chain.api.call.rollApi.ring({ Nation: 0 })).toJSON() as any;
			return status === "Built";
		});
		const keys = ((await chain.api.call.rollApi.members({ Nation: 0 })) as unknown as Uint8Array[]).map((it) => hexToU8a(String(it)));
		const secret = await secretOf(prover, wellKnown("Bob").entropy);
		const show = async (purpose: string, challenge: string) => {
			await finalised(await nodes[0].best(), nodes);
			const certificate = await certify({ kind: "ring", number: 0 });
			const season = (verify(certificate, genesis).statements[0].ring as any).season;
			const context = anonymousContext(genesis, season, SERVICE, purpose);
			const { proof } = await prover.prove(secret, keys, context, anonymousMessage(genesis, SERVICE, purpose, challenge));
			const file = anonymousPassport({ season, ring: 0, service: SERVICE, purpose, challenge, proof, certificate });
			const expected = { genesis, service: SERVICE, challenge, now: clock.now };
			const begun = performance.now();
			const shown = verifier.anonymous(file, expected, purpose);
			test.diagnostic(`anonymous passport: ${file.length} bytes, ${(performance.now() - begun).toFixed(0)} ms in Wasm`);
			assert.throws(() => verifier.anonymous(file, { ...expected, challenge: "other" }, purpose), { code: "OtherChallenge" });
			return shown.alias;
		};
		const alias = await show("letters", "one");
		assert.equal(await show("letters", "two"), alias);
		assert.notEqual(await show("polls", "three"), alias);
	});
});
