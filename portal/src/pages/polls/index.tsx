/** All polls, by what they are about and how far they are. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useChain, useRead } from "../../chain/context";
import { blocksAsTime, count } from "../../chain/format";
import { describeCall } from "../../polls/calls";
import { LISTED, type PollEntry, readPolls, stateName, trackName } from "../../polls/data";
import { Answer, Badge, Card, Link, linkButton, Page } from "../../ui";

type Filter = "open" | "over" | "all";

export default function Polls() {
	const polls = useRead(["polls"], readPolls);
	const [filter, setFilter] = useState<Filter>("open");
	const [track, setTrack] = useState("");
	return (
		<Page
			title={i18n.t("Polls")}
			lead={i18n.t(
				"What the community decides. Any citizen can propose something, and every citizen has the same hundred voice credits a season.",
			)}
		>
			<div className="row spread">
				<div className="row">
					<label className="row">
						<span className="label">{i18n.t("Show")}</span>
						<select value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>
							<option value="open">{i18n.t("open polls")}</option>
							<option value="over">{i18n.t("polls that are over")}</option>
							<option value="all">{i18n.t("all polls")}</option>
						</select>
					</label>
					<label className="row">
						<span className="label">{i18n.t("about")}</span>
						<select value={track} onChange={(event) => setTrack(event.target.value)}>
							<option value="">{i18n.t("anything")}</option>
							{[0, 1, 2, 3, 4, 5].map((one) => (
								<option key={one} value={one}>
									{trackName(one)}
								</option>
							))}
						</select>
					</label>
				</div>
				<Link to="/polls/new" className={linkButton()}>
					{i18n.t("Propose something")}
				</Link>
			</div>
			<Card>
				<Answer of={polls} lines={6}>
					{(list) => {
						const shown = list.filter(({ info }) => {
							const open = info.type === "Ongoing";
							const right = filter === "all" || (filter === "open") === open;
							return right && (track === "" || (open && info.value.track === Number(track)));
						});
						if (shown.length === 0) return <p className="soft">{i18n.t("There is nothing of this kind.")}</p>;
						return (
							<ul className="plain-list rows">
								{shown.map((poll) => (
									<li key={poll.id}>
										<Row poll={poll} />
									</li>
								))}
							</ul>
						);
					}}
				</Answer>
				{polls.data?.length === LISTED && (
					<p className="soft small">{i18n.t("The newest {n} polls are shown.", { n: LISTED })}</p>
				)}
			</Card>
		</Page>
	);
}

function Row({ poll: { id, info, call } }: { poll: PollEntry }) {
	const { chain, head } = useChain();
	const { name, kind } = stateName(info);
	return (
		<div className="stack tight">
			<Link to={"/polls/$poll" as string} params={{ poll: String(id) } as never} className="poll-title">
				{info.type === "Ongoing" ? describeCall(call) : i18n.t("Poll {id}", { id })}
			</Link>
			<div className="row small">
				<Badge kind={kind}>{name}</Badge>
				{info.type === "Ongoing" ? (
					<span className="soft">
						{trackName(info.value.track)} ·{" "}
						{i18n.t("{ayes} for, {nays} against", {
							ayes: count(info.value.tally.ayes),
							nays: count(info.value.tally.nays),
						})}{" "}
						·{" "}
						{i18n.t("submitted {time} ago", {
							time: blocksAsTime(Math.max(0, head.number - info.value.submitted), chain),
						})}
					</span>
				) : (
					<span className="soft">
						{i18n.t("{time} ago", {
							time: blocksAsTime(
								Math.max(0, head.number - (info.type === "Killed" ? info.value : info.value[0])),
								chain,
							),
						})}
					</span>
				)}
			</div>
		</div>
	);
}
