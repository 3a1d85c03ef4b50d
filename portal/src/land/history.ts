// SPDX-License-Identifier: Apache-2.0
/** What something was in earlier blocks, as far as the node still has them. */

import type { Api, Chain, Head } from "../chain/connection";

/** So many blocks are asked for. */
const SAMPLES = 32;

/** Reads at blocks spread over this season and the last one. Blocks that the node has forgotten are left out. */
export async function blocksBefore<T>(
	chain: Chain,
	head: Pick<Head, "number">,
	read: (api: Api, block: string) => Promise<T>,
): Promise<{ x: number; y: T }[]> {
	const { start, ends } = await chain.api.apis.SeasonsApi.season({ at: "best" });
	const first = Math.max(1, start - (ends - start));
	const numbers = spread(first, head.number, SAMPLES);
	const found = await Promise.all(
		numbers.map(async (x) => {
			try {
				const block = (await chain.rpc("chain_getBlockHash", x)) as string | null;
				return block === null ? undefined : { x, y: await read(chain.api, block) };
			} catch {
				return undefined;
			}
		}),
	);
	return found.filter((one) => one !== undefined);
}

/** So many whole numbers from the first to the last, evenly, each once. */
export function spread(first: number, last: number, most: number): number[] {
	if (last < first) return [];
	const steps = Math.min(most - 1, last - first);
	if (steps <= 0) return [last];
	return Array.from({ length: steps + 1 }, (_, i) => Math.round(first + ((last - first) * i) / steps));
}
