// SPDX-License-Identifier: Apache-2.0
/** What the chain's metadata says: the texts of errors, the numbers of calls. Read once a connection. */

import type { Chain } from "./connection";

export interface Facts {
	/** The documentation of every error, by pallet and name. */
	errors: Map<string, string>;
	/** The names of the errors of the roll, by number. */
	rollErrors: Map<number, string>;
	/** The numbers of the pallet and of the call that enrols a ballot account. */
	enrol: [number, number];
	/** The transaction extensions, in order. */
	extensions: string[];
}

const known = new WeakMap<Chain, Promise<Facts>>();

export function factsOf(chain: Chain): Promise<Facts> {
	let facts = known.get(chain);
	if (!facts) {
		facts = read(chain);
		known.set(chain, facts);
		facts.catch(() => known.delete(chain));
	}
	return facts;
}

async function read({ client }: Chain): Promise<Facts> {
	const { decAnyMetadata, unifyMetadata } = await import("@polkadot-api/substrate-bindings");
	const { hash } = await client.getFinalizedBlock();
	const { pallets, lookup, extrinsic } = unifyMetadata(decAnyMetadata(await client.getMetadata(hash)));
	const variants = (type: number | { type: number } | undefined) => {
		const def = type === undefined ? undefined : lookup[typeof type === "number" ? type : type.type]?.def;
		return def?.tag === "variant" ? def.value : [];
	};
	const errors = new Map<string, string>();
	for (const pallet of pallets) {
		for (const { name, docs } of variants(pallet.errors)) {
			errors.set(`${pallet.name}.${name}`, docs.join(" ").replace(/\s+/g, " ").trim());
		}
	}
	const roll = pallets.find(({ name }) => name === "Roll");
	const call = variants(roll?.calls).find(({ name }) => name === "enrol");
	if (!roll || !call) throw new Error("this chain has no roll");
	return {
		errors,
		rollErrors: new Map(variants(roll.errors).map(({ index, name }) => [index, name])),
		enrol: [roll.index, call.index],
		extensions: (extrinsic.signedExtensions[0] ?? []).map(({ identifier }) => identifier),
	};
}
