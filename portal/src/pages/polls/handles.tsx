/** What anyone can do to move a poll on: deposits, and closing what is over. */

import { i18n } from "@lingui/core";
import { useAct } from "../../chain/act";
import { useChain, useFixed, useRead } from "../../chain/context";
import { civ } from "../../chain/format";
import type { Info } from "../../polls/data";
import { Button, Card, Progress } from "../../ui";
import { useMe } from "../../wallet/context";

export function Handles({ id, info }: { id: number; info: Info }) {
	const { api } = useChain();
	const { account } = useMe();
	const act = useAct();
	const tracks = useFixed(["tracks"], (api) => api.constants.Referenda.Tracks());
	const fate = useRead(["fate-of", id], (api, at) => api.apis.PollsApi.poll(id, at));
	if (!account) return null;
	const open = info.type === "Ongoing" ? info.value : undefined;
	const deposit = open && tracks.data?.find(([number]) => number === open.track)?.[1].decision_deposit;
	const isVoid = fate.data?.type === "Open" && fate.data.value.void;
	const waits = fate.data?.type === "Approved" && fate.data.value.enactment.type === "Waiting";
	const [, submission, decision] = info.type === "Ongoing" || info.type === "Killed" ? [] : info.value;
	const things = [
		open &&
			!open.decision_deposit &&
			!isVoid && {
				key: "deposit",
				text: i18n.t(
					"A poll is decided only once somebody has put down a deposit of {amount}. It comes back when the poll is over.",
					{ amount: civ(deposit ?? 0n) },
				),
				button: i18n.t("Place the deposit"),
				make: () => api.tx.Referenda.place_decision_deposit({ index: id }),
			},
		isVoid && {
			key: "lapse",
			text: i18n.t("The time of its voters is over."),
			button: i18n.t("Close the poll"),
			make: () => api.tx.Polls.lapse({ poll: id }),
		},
		waits && {
			key: "enact",
			text: i18n.t("It has passed, and the agenda had no room for it."),
			button: i18n.t("Give it a place in the agenda"),
			make: () => api.tx.Polls.enact({ poll: id }),
		},
		decision && {
			key: "decision",
			text: i18n.t("The deposit for the decision can return."),
			button: i18n.t("Return the deposit for the decision"),
			make: () => api.tx.Referenda.refund_decision_deposit({ index: id }),
		},
		submission &&
			(info.type === "Approved" || info.type === "Cancelled") && {
				key: "submission",
				text: i18n.t("The deposit of the author can return."),
				button: i18n.t("Return the deposit of the author"),
				make: () => api.tx.Referenda.refund_submission_deposit({ index: id }),
			},
	].filter((one) => one !== false && one !== undefined && one !== null && typeof one === "object");
	if (things.length === 0 && act.stage.stage === "idle") return null;
	return (
		<Card title={i18n.t("Move it on")}>
			{things.map(({ key, text, button, make }) => (
				<div key={key} className="row spread">
					<p>{text}</p>
					<Button kind="quiet" isDisabled={act.busy} onPress={() => void act.run(account, make as never)}>
						{button}
					</Button>
				</div>
			))}
			<Progress stage={act.stage} />
		</Card>
	);
}
