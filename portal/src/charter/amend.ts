// SPDX-License-Identifier: Apache-2.0
/** Amendments of the charter, as the chain wants them. */

import type { Chain } from "../chain/connection";
import { dispatchError } from "../chain/errors";

/** The changes that replace the text of an article, and the track that they need. */
export async function amendment(chain: Chain, number: number, text: string) {
	const { api } = chain;
	const changes = [{ type: "Replace" as const, value: { number, text: new TextEncoder().encode(text) } }];
	const [base, track] = await Promise.all([
		api.apis.CharterApi.base_for(changes, [], { at: "best" }),
		api.apis.CharterApi.track_for(changes, [], { at: "best" }),
	]);
	if (!base.success) throw await dispatchError(chain, base.value);
	if (!track.success) throw await dispatchError(chain, track.value);
	return { call: { base: base.value, changes, parameters: [] }, track: track.value.type === "Entrenched" ? 0 : 1 };
}
