#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Compares what the runtime offers to clients (calls, storage, extensions) with the last version that people run, and
// fails if something changed without a new version.
// Usage: scripts/interface.mjs                  compares packages/descriptors/civitas.scale with runtime/interface.json
//        scripts/interface.mjs --record         writes runtime/interface.json: do this when a version is released
//        scripts/interface.mjs [--record] FILE  takes the metadata from FILE, as state_getMetadata answers it, in bytes
// The checksums are those of polkadot-api, from the packages of tests/client.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const RECORD = join(ROOT, "runtime/interface.json");
const require = createRequire(createRequire(join(ROOT, "tests/client/package.json")).resolve("polkadot-api"));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { decAnyMetadata, Struct, str, u8, u32, unifyMetadata, Vector, Bytes, Tuple } = await load("@polkadot-api/substrate-bindings");
const { getChecksumBuilder, getLookupFn } = await load("@polkadot-api/metadata-builders");

const Version = Struct({
	specName: str,
	implName: str,
	authoringVersion: u32,
	specVersion: u32,
	implVersion: u32,
	apis: Vector(Tuple(Bytes(8), u32)),
	transactionVersion: u32,
	systemVersion: u8,
});

/** What a runtime offers: its versions, and a checksum of everything that a client encodes or reads. */
function interfaceOf(bytes) {
	const metadata = unifyMetadata(decAnyMetadata(bytes));
	const sums = getChecksumBuilder(getLookupFn(metadata));
	const types = new Map(metadata.lookup.map((type) => [type.id, type]));
	const sections = { calls: {}, storage: {}, extensions: {} };
	for (const pallet of metadata.pallets) {
		const calls = pallet.calls === undefined ? undefined : (pallet.calls.type ?? pallet.calls);
		for (const { name, index } of types.get(calls)?.def.value ?? []) {
			sections.calls[`${pallet.name}.${name}`] = `${pallet.index}.${index} ${sums.buildCall(pallet.name, name)}`;
		}
		for (const { name } of pallet.storage?.items ?? []) {
			sections.storage[`${pallet.name}.${name}`] = sums.buildStorage(pallet.name, name);
		}
	}
	const extensions = metadata.extrinsic.signedExtensions;
	for (const [at, { identifier, type, additionalSigned }] of Object.values(extensions).flat().entries()) {
		sections.extensions[`${at}. ${identifier}`] = `${sums.buildDefinition(type)} ${sums.buildDefinition(additionalSigned)}`;
	}
	const system = metadata.pallets.find(({ name }) => name === "System");
	const version = Version.dec(system.constants.find(({ name }) => name === "Version").value);
	return { specVersion: version.specVersion, transactionVersion: version.transactionVersion, ...sections };
}

/** The names of what differs, each with how. */
function changes(before, after) {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].sort().flatMap((name) => {
		if (before[name] === after[name]) return [];
		if (before[name] === undefined) return [`+ ${name}`];
		return [after[name] === undefined ? `- ${name}` : `~ ${name}`];
	});
}

/** What is wrong with the versions of `now`, after `released`. */
export function faults(released, now) {
	const found = [];
	const changed = ["calls", "storage", "extensions"].map((kind) => [kind, changes(released[kind], now[kind])]);
	const summary = (kinds) =>
		changed
			.filter(([kind, list]) => kinds.includes(kind) && list.length > 0)
			.map(([kind, list]) => `${kind}: ${list.slice(0, 8).join(", ")}${list.length > 8 ? `, and ${list.length - 8} more` : ""}`)
			.join("; ");
	const all = summary(["calls", "storage", "extensions"]);
	if (all && now.specVersion <= released.specVersion) {
		found.push(`spec_version must be above ${released.specVersion}, since these changed: ${all}`);
	}
	// What a signature covers: an old signed call must not be read as another one. A call that is only new is harmless.
	const signed = changed
		.filter(([kind]) => kind !== "storage")
		.some(([kind, list]) => list.some((name) => kind === "extensions" || !name.startsWith("+")));
	if (signed && now.transactionVersion <= released.transactionVersion) {
		found.push(
			`transaction_version must be above ${released.transactionVersion}, since these changed: ${summary(["calls", "extensions"])}`,
		);
	}
	return found;
}

function main(args) {
	const file = args.find((arg) => !arg.startsWith("--")) ?? join(ROOT, "packages/descriptors/civitas.scale");
	const now = interfaceOf(new Uint8Array(readFileSync(file)));
	const title = `version ${now.specVersion}, transactions ${now.transactionVersion}`;
	const count = ["calls", "storage", "extensions"].map((kind) => `${Object.keys(now[kind]).length} ${kind}`).join(", ");
	if (args.includes("--record")) {
		writeFileSync(RECORD, `${JSON.stringify(now, undefined, "\t")}\n`);
		console.log(`Recorded ${title}: ${count}`);
		return 0;
	}
	const released = JSON.parse(readFileSync(RECORD, "utf8"));
	const found = faults(released, now);
	for (const fault of found) console.error(`error: ${fault}`);
	if (found.length > 0) {
		console.error("help: raise the version in runtime/src/lib.rs, and write down in CHANGELOG.md what changed");
		return 1;
	}
	console.log(`The ${title}, may follow version ${released.specVersion}: ${count}`);
	return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
