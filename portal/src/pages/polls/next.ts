// SPDX-License-Identifier: Apache-2.0
/** The stations of a poll, from its submission to its effect. */

import { i18n } from "@lingui/core";
import type { Ongoing, Track } from "../../polls/data";

export interface Station {
	text: string;
	/** The block in which it is reached, as far as one can say. */
	at?: number;
	state: "past" | "here" | "later";
}

/** The stations of an open poll. `isVoid` says that its voters' time is over. */
export function nextOf({
	poll,
	track,
	now,
	undeciding,
	isVoid,
}: {
	poll: Pick<Ongoing, "submitted" | "decision_deposit" | "deciding" | "in_queue">;
	track: Pick<Track, "prepare_period" | "decision_period" | "confirm_period" | "min_enactment_period">;
	now: number;
	undeciding: number | undefined;
	isVoid: boolean | undefined;
}): Station[] {
	if (isVoid) {
		return [
			{ text: i18n.t("The time of its voters is over. It cannot pass any more."), state: "past" },
			{ text: i18n.t("It is closed, and the deposits return"), state: "here" },
		];
	}
	const { submitted, decision_deposit, deciding, in_queue } = poll;
	const prepared = submitted + track.prepare_period;
	const confirming = deciding?.confirming;
	const stations: Station[] = [{ text: i18n.t("Submitted"), at: submitted, state: "past" }];
	if (!decision_deposit) {
		stations.push({
			text: i18n.t("Somebody places the deposit for a decision; otherwise it ends undecided"),
			at: undeciding === undefined ? undefined : submitted + undeciding,
			state: "here",
		});
	}
	stations.push({
		text: in_queue ? i18n.t("Waits in the queue: the most wanted is decided next") : i18n.t("The decision begins"),
		at: deciding ? deciding.since : in_queue ? undefined : Math.max(prepared, now),
		state: deciding ? "past" : decision_deposit ? "here" : "later",
	});
	const begun = deciding?.since ?? Math.max(prepared, now);
	stations.push({
		text: i18n.t("Enough approval and support: it must stay so until it has passed"),
		at: confirming !== undefined ? confirming - track.confirm_period : undefined,
		state: confirming !== undefined ? "past" : deciding ? "here" : "later",
	});
	stations.push(
		confirming !== undefined
			? { text: i18n.t("It has passed, if nothing changes"), at: confirming, state: "here" }
			: {
					text: i18n.t("It is rejected, if it has not been enough by then"),
					at: begun + track.decision_period,
					state: "later",
				},
	);
	stations.push({
		text: i18n.t("It takes effect, if it has passed"),
		at: confirming !== undefined ? confirming + track.min_enactment_period : undefined,
		state: "later",
	});
	return stations;
}
