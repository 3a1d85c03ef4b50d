// SPDX-License-Identifier: Apache-2.0
/** Polls as they stand on the chain, read for pages. */

import { i18n } from "@lingui/core";
import type { Api } from "../chain/connection";
import { type Call, decodeCall } from "./calls";

type At = { at: "best" };
export type Info = NonNullable<Awaited<ReturnType<Api["query"]["Referenda"]["ReferendumInfoFor"]["getValue"]>>>;
export type Ongoing = Extract<Info, { type: "Ongoing" }>["value"];
export type Track = Awaited<ReturnType<Api["constants"]["Referenda"]["Tracks"]>>[number][1];

export interface PollEntry {
	id: number;
	info: Info;
	call: Call | undefined;
}

/** What tracks are called. The chain's own names are for developers. */
export function trackName(track: number): string {
	return (
		[
			i18n.t("Entrenched law"),
			i18n.t("Charter"),
			i18n.t("Law"),
			i18n.t("Spending"),
			i18n.t("Justice"),
			i18n.t("Appointments"),
		][track] ?? String(track)
	);
}

/** What each track decides, in a sentence. */
export function trackPurpose(track: number): string {
	return (
		[
			i18n.t("Entrenched articles and upgrades of the chain's rules. Two thirds must agree."),
			i18n.t("Ordinary articles of the charter."),
			i18n.t("Resolutions: texts that say what the community wants."),
			i18n.t("Money from the treasury and the purses of territories."),
			i18n.t("Objections to applicants, suspensions, the end of citizenships. Two thirds must agree."),
			i18n.t("Offices, registrars, territories. Votes are by name."),
		][track] ?? ""
	);
}

/** Whether the votes on a track are by name. */
export const isByName = (track: number) => track === 5;

async function callOf(api: Api, { proposal }: Ongoing, at: At): Promise<Call | undefined> {
	if (proposal.type === "Inline") return decodeCall(api, proposal.value);
	if (proposal.type === "Legacy") return undefined;
	const { hash, len } = proposal.value;
	const bytes = await api.query.Preimage.PreimageFor.getValue([hash, len], at);
	return bytes && decodeCall(api, bytes);
}

/** One poll. Nothing, if there never was one with this number. */
export async function readPoll(api: Api, id: number, at: At): Promise<PollEntry | undefined> {
	const info = await api.query.Referenda.ReferendumInfoFor.getValue(id, at);
	if (!info) return undefined;
	return { id, info, call: info.type === "Ongoing" ? await callOf(api, info.value, at) : undefined };
}

/** How many polls a list shows at most, the newest first. */
export const LISTED = 60;

/** The newest polls. */
export async function readPolls(api: Api, at: At): Promise<PollEntry[]> {
	const count = await api.query.Referenda.ReferendumCount.getValue(at);
	const ids = Array.from({ length: Math.min(count, LISTED) }, (_, i) => count - 1 - i);
	const polls = await Promise.all(ids.map((id) => readPoll(api, id, at)));
	return polls.filter((poll) => poll !== undefined);
}

/** What a poll's state is called. */
export function stateName(info: Info): { name: string; kind: "plain" | "good" | "warning" | "bad" | "accent" } {
	switch (info.type) {
		case "Ongoing": {
			const { deciding, decision_deposit, in_queue } = info.value;
			if (deciding?.confirming !== undefined) return { name: i18n.t("passing"), kind: "good" };
			if (deciding) return { name: i18n.t("being decided"), kind: "accent" };
			if (in_queue) return { name: i18n.t("in the queue"), kind: "warning" };
			return decision_deposit
				? { name: i18n.t("being prepared"), kind: "accent" }
				: { name: i18n.t("needs a deposit"), kind: "warning" };
		}
		case "Approved":
			return { name: i18n.t("passed"), kind: "good" };
		case "Rejected":
			return { name: i18n.t("rejected"), kind: "bad" };
		case "TimedOut":
			return { name: i18n.t("never decided"), kind: "plain" };
		default:
			return { name: i18n.t("stopped"), kind: "plain" };
	}
}
