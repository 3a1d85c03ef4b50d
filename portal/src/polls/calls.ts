// SPDX-License-Identifier: Apache-2.0
/** What a proposed call does, in a sentence. */

import { i18n } from "@lingui/core";
import type { Api } from "../chain/connection";
import { civ, textOf } from "../chain/format";

export interface Call {
	type: string;
	value: { type: string; value: Record<string, unknown> | undefined };
}

/** Reads a call back from its bytes. Nothing, if these bytes are none. */
export async function decodeCall(api: Api, bytes: Uint8Array): Promise<Call | undefined> {
	try {
		return (await api.txFromCallData(bytes)).decodedCall as Call;
	} catch {
		return undefined;
	}
}

interface Change {
	type: string;
	value: { number?: number };
}

/** The articles that changes touch, as a list of numbers. */
function articles(changes: Change[]): string {
	const numbers = changes.flatMap(({ type, value }) =>
		type === "SetPreamble" ? [0] : value.number === undefined ? [] : [value.number],
	);
	return [...new Set(numbers)].sort((a, b) => a - b).join(", ");
}

/** One sentence that says what the call does. Calls that we have no sentence for are named as developers name them. */
export function describeCall(call: Call | undefined): string {
	if (!call) return i18n.t("The text of this proposal is not on the chain");
	const { type: pallet, value } = call;
	const args: Record<string, unknown> = value.value ?? {};
	switch (`${pallet}.${value.type}`) {
		case "Charter.amend":
		case "Charter.announce": {
			const changes = args.changes as Change[];
			const figures = (args.parameters as unknown[]).length;
			const list = articles(changes);
			if (changes.some(({ type }) => type === "Add")) return i18n.t("Add an article to the charter");
			if (list === "")
				return i18n.t("{n, plural, one {Change a figure of the charter} other {Change # figures of the charter}}", {
					n: figures,
				});
			return i18n.t("Amend the charter: {list}", {
				list: list === "0" ? i18n.t("preamble") : i18n.t("article {list}", { list }),
			});
		}
		case "Charter.reject":
			return i18n.t("Reject an amendment that the founder has announced");
		case "Charter.remove_founder":
			return i18n.t("End the office of the founder");
		case "Treasury.spend_local":
			return i18n.t("Spend {amount} from the treasury", { amount: civ(args.amount as bigint) });
		case "Treasury.spend":
			return i18n.t("Spend {amount} from the treasury", { amount: civ(args.amount as bigint) });
		case "Revenue.spend":
			return i18n.t("Spend {amount} from the purse of a territory", { amount: civ(args.amount as bigint) });
		case "Offices.appoint":
			return i18n.t("Appoint somebody to an office");
		case "Land.open_territory":
			return i18n.t("Open a territory");
		case "Land.appoint_registrar":
			return i18n.t("Appoint a registrar of land");
		case "Citizenship.rule":
			return i18n.t("Decide on an objection to an application");
		case "Citizenship.suspend":
			return i18n.t("Suspend citizen {citizen}", { citizen: String(args.citizen) });
		case "Citizenship.revoke":
			return i18n.t("End the citizenship of citizen {citizen}", { citizen: String(args.citizen) });
		case "Citizenship.reinstate":
			return i18n.t("Lift the suspension of citizen {citizen}", { citizen: String(args.citizen) });
		case "Citizenship.lift_sentence":
			return i18n.t("Lift the sentence of citizen {citizen}", { citizen: String(args.citizen) });
		case "Polls.cancel":
			return i18n.t("Stop poll {poll}", { poll: String(args.poll) });
		case "System.remark":
		case "System.remark_with_event": {
			const text = textOf(args.remark as Uint8Array).trim();
			const [first = ""] = text.split("\n");
			return first.length > 90 ? `${first.slice(0, 88)}…` : first || i18n.t("A resolution");
		}
		case "System.set_code":
		case "System.authorize_upgrade":
			return i18n.t("Upgrade the rules that the chain runs by");
		case "Utility.batch_all":
		case "Utility.batch": {
			const calls = args.calls as Call[];
			return calls.map((one) => describeCall(one)).join("; ");
		}
		default:
			return `${pallet}.${value.type}`;
	}
}

/** The text that a resolution consists of. */
export function resolution(call: Call | undefined): string | undefined {
	if (call?.type !== "System" || !call.value.type.startsWith("remark")) return undefined;
	return textOf(call.value.value?.remark as Uint8Array);
}

/** A call as developers read it: one line a field. */
export function printCall(value: unknown, indent = ""): string {
	if (value instanceof Uint8Array) {
		const text = textOf(value);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters say that it is no text
		if (value.length > 0 && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) return JSON.stringify(text);
		return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
	}
	if (Array.isArray(value))
		return value.length === 0 ? "[]" : value.map((one) => `\n${indent}- ${printCall(one, `${indent}  `)}`).join("");
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value);
		if (typeof (value as Call).type === "string" && entries.length === 2) {
			const { type, value: inner } = value as Call;
			return inner === undefined ? type : `${type}: ${printCall(inner, indent)}`;
		}
		return entries.map(([name, one]) => `\n${indent}${name}: ${printCall(one, `${indent}  `)}`).join("");
	}
	return typeof value === "bigint" ? value.toString() : String(value ?? "–");
}
