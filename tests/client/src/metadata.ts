// Every text that a runtime gives to wallets and explorers, read from its own metadata.

import { decAnyMetadata, unifyMetadata } from "@polkadot-api/substrate-bindings";
import type { Node } from "./node.js";

/** What a text belongs to. */
export type Kind =
	| "pallet"
	| "call"
	| "argument"
	| "event"
	| "event field"
	| "error"
	| "constant"
	| "storage item"
	| "view function"
	| "runtime API";

/** One thing that must be explained, and what the metadata says about it. */
export interface Entry {
	kind: Kind;
	/** Where it is: `Citizenship.apply.deposit`. */
	path: string;
	/** Empty if there is none. */
	text: string;
}

/**
 * Our own pallets: those that no SDK pallet is named like. A pallet that is new to the runtime is ours until it is
 * listed here, so it cannot be forgotten.
 */
const OF_THE_SDK = new Set([
	"System",
	"Timestamp",
	"Parameters",
	"Preimage",
	"Scheduler",
	"Migrations",
	"Babe",
	"Authorship",
	"Offences",
	"Historical",
	"Session",
	"Grandpa",
	"AuthorityDiscovery",
	"Balances",
	"TransactionPayment",
	"SkipFeelessPayment",
	"Treasury",
	"Identity",
	"Multisig",
	"Proxy",
	"Utility",
	"Recovery",
	"Nfts",
	"Referenda",
]);

/** Runtime APIs that come with the SDK. */
const SDK_APIS = new Set([
	"AccountNonceApi",
	"AuthorityDiscoveryApi",
	"BabeApi",
	"Benchmark",
	"BlockBuilder",
	"Core",
	"GenesisBuilder",
	"GrandpaApi",
	"Metadata",
	"OffchainWorkerApi",
	"RuntimeViewFunction",
	"SessionKeys",
	"TaggedTransactionQueue",
	"TransactionPaymentApi",
	"TransactionPaymentCallApi",
	"TryRuntime",
]);

/** The metadata of version 16, as the runtime of `node` encodes it. */
export async function metadataOf(node: Node): Promise<Uint8Array> {
	const answer = await node.rpc<string>("state_call", "Metadata_metadata_at_version", "0x10000000");
	const bytes = Buffer.from(answer.slice(2), "hex");
	if (bytes[0] !== 1) throw new Error("the runtime has no metadata of version 16");
	// An option of bytes: one byte for the option, and a compact length of one, two or four bytes.
	const width = [1, 2, 4][bytes[1] & 3];
	if (width === undefined) throw new Error("the metadata is longer than a gigabyte");
	return bytes.subarray(1 + width);
}

const joined = (docs: string[]) =>
	docs
		.map((line) => line.trim())
		.join("\n")
		.trim();

/** Every entry of our own pallets and runtime APIs. */
export function entries(metadata: Uint8Array): Entry[] {
	const { pallets, apis, lookup } = unifyMetadata(decAnyMetadata(metadata));
	const all: Entry[] = [];
	const add = (kind: Kind, path: string, docs: string[]) => {
		all.push({ kind, path, text: joined(docs) });
	};
	const variants = (type: number | undefined) => {
		if (type === undefined) return [];
		const { def } = lookup[type];
		return def.tag === "variant" ? def.value : [];
	};

	for (const pallet of pallets) {
		if (OF_THE_SDK.has(pallet.name)) continue;
		add("pallet", pallet.name, pallet.docs);
		for (const call of variants(pallet.calls?.type)) {
			const path = `${pallet.name}.${call.name}`;
			add("call", path, call.docs);
			for (const { name } of call.fields) {
				// FRAME keeps no text of an argument: the call's own text must name it.
				add("argument", `${path}.${name}`, [lineWith(joined(call.docs), `\`${name}\``)]);
			}
		}
		for (const event of variants(pallet.events?.type)) {
			const path = `${pallet.name}.${event.name}`;
			add("event", path, event.docs);
			for (const { name, docs } of event.fields) add("event field", `${path}.${name}`, docs);
		}
		for (const error of variants(pallet.errors?.type)) add("error", `${pallet.name}.${error.name}`, error.docs);
		for (const { name, docs } of pallet.constants) add("constant", `${pallet.name}.${name}`, docs);
		for (const { name, docs } of pallet.storage?.items ?? []) add("storage item", `${pallet.name}.${name}`, docs);
		for (const { name, docs } of pallet.viewFns) add("view function", `${pallet.name}.${name}`, docs);
	}
	for (const api of apis) {
		if (SDK_APIS.has(api.name)) continue;
		for (const { name, docs } of api.methods) add("runtime API", `${api.name}.${name}`, docs);
	}
	return all;
}

/** The line of `text` that contains `name`, without the name itself; empty if there is none. */
function lineWith(text: string, name: string): string {
	const line = text.split("\n").find((it) => it.includes(name));
	return line?.replace(name, "").replace(/^[-: ]+/, "") ?? "";
}
