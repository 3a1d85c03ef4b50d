// SPDX-License-Identifier: Apache-2.0
/** Why something failed, in the chain's own words: the documentation of errors in its metadata. */

import { i18n } from "@lingui/core";
import { InvalidTxError } from "polkadot-api";
import type { Chain } from "./connection";
import { factsOf } from "./lookup";

/** A call that a block includes, and that fails there. */
export class Refused extends Error {
	constructor(
		/** Pallet and error: `Citizenship.OutdatedCharter`. */
		readonly reason: string,
		message: string,
	) {
		super(message);
		this.name = "Refused";
	}
}

interface Variant {
	type: string;
	value?: unknown;
}

/** What the chain says of an error of a pallet. The text is translated where a catalog has it. */
export async function moduleError(chain: Chain, pallet: string, name: string): Promise<Refused> {
	const reason = `${pallet}.${name}`;
	const text = (await factsOf(chain).catch(() => undefined))?.errors.get(reason);
	return new Refused(reason, text ? i18n.t(text) : reason);
}

/** What the chain says of a call that has failed in a block. */
export async function dispatchError(chain: Chain, error: Variant): Promise<Refused> {
	if (error.type === "Module") {
		const { type: pallet, value } = error.value as Variant & { value: Variant };
		return moduleError(chain, pallet, value.type);
	}
	if (error.type === "BadOrigin") return new Refused("BadOrigin", i18n.t("This account may not do that."));
	const detail = (error.value as Variant | undefined)?.type;
	if (error.type === "Token") {
		return new Refused(`Token.${detail}`, i18n.t("There is not enough money in the account for this."));
	}
	return new Refused(
		[error.type, detail].filter(Boolean).join("."),
		i18n.t("The chain refused: {reason}.", { reason: [error.type, detail].filter(Boolean).join(", ") }),
	);
}

/** Whatever went wrong, in words. */
export function explain(error: unknown): string {
	if (error instanceof Refused) return error.message;
	if (error instanceof InvalidTxError) {
		const { type, value } = error.error as Variant & { value?: Variant };
		switch (value?.type) {
			case "Payment":
				return i18n.t(
					"This account has no money for a fee, and the chain would not do this free of charge: most likely something has changed since you opened the page, or you have used up what is free this season.",
				);
			case "Stale":
			case "Future":
				return i18n.t("Another act of this account was under way. Try again.");
			case "BadProof":
				return i18n.t("The signature does not fit. If the state has just upgraded its rules, load the page again.");
			case "AncientBirthBlock":
				return i18n.t("The signature took too long. Sign again.");
			case "ExhaustsResources":
				return i18n.t("The block is full. Try again in a moment.");
			default:
				return i18n.t("The node refused the message ({reason}).", {
					reason: [type, value?.type].filter(Boolean).join(", "),
				});
		}
	}
	const message = error instanceof Error ? error.message : String(error);
	if (/cancel|reject|denied|abort/i.test(message)) return i18n.t("You did not sign. Nothing has happened.");
	if (/1016|immediately dropped/i.test(message))
		return i18n.t("The node is busy and dropped the message. Try again in a moment.");
	if (/disconnect|websocket|network|closed/i.test(message)) {
		return i18n.t("The connection was lost. Look here again before you repeat it: it may have arrived.");
	}
	return message;
}
