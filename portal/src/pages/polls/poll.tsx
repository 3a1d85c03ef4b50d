/** One poll: its text, how it stands, what happens next, and the reader's vote. */

import { i18n } from "@lingui/core";
import { useParams } from "@tanstack/react-router";
import { useChain, useFixed, useRead } from "../../chain/context";
import { count, dateTime, percent, short, textOf, timeOf } from "../../chain/format";
import { Article, articleName, Diff } from "../../charter/article";
import { type Call, describeCall, printCall, resolution } from "../../polls/calls";
import { isByName, type Ongoing, readPoll, stateName, type Track, trackName, trackPurpose } from "../../polls/data";
import { Answer, Badge, Card, Facts, Link, Loading, Meter, Notice, Page } from "../../ui";
import { Handles } from "./handles";
import { nextOf } from "./next";
import { CurvePlot } from "./plot";
import { Vote } from "./vote";

const BILLION = 1e9;

export default function PollPage() {
	const { poll } = useParams({ strict: false }) as { poll: string };
	const id = Number(poll);
	const entry = useRead(["poll", id], (api, at) => readPoll(api, id, at));
	const tracks = useFixed(["tracks"], (api) => api.constants.Referenda.Tracks());
	if (entry.isPending || !tracks.data) {
		return (
			<Page title={i18n.t("Poll {id}", { id: poll })}>
				<Loading lines={8} />
			</Page>
		);
	}
	if (!entry.data) {
		return (
			<Page title={i18n.t("There is no poll {id}", { id: poll })}>
				<p>
					<Link to="/polls">{i18n.t("All polls")}</Link>
				</p>
			</Page>
		);
	}
	const { info, call } = entry.data;
	const { name, kind } = stateName(info);
	const track = info.type === "Ongoing" ? tracks.data.find(([number]) => number === info.value.track)?.[1] : undefined;
	return (
		<Page title={info.type === "Ongoing" ? describeCall(call) : i18n.t("Poll {id}", { id })}>
			<p className="row">
				<Badge kind={kind}>{name}</Badge>
				{info.type === "Ongoing" && (
					<span className="soft">
						{i18n.t("Poll {id}", { id })} · {trackName(info.value.track)}: {trackPurpose(info.value.track)}
					</span>
				)}
			</p>
			{info.type === "Ongoing" && track ? (
				<div className="grid wide">
					<div className="stack">
						<Text call={call} />
						<Next id={id} poll={info.value} track={track} />
					</div>
					<div className="stack">
						<Vote id={id} poll={info.value} />
						<Standing id={id} poll={info.value} track={track} />
					</div>
				</div>
			) : (
				<Outcome id={id} />
			)}
			<Handles id={id} info={info} />
		</Page>
	);
}

/** The text that is voted on: a resolution, changes of articles beside what they replace, or the call itself. */
function Text({ call }: { call: Call | undefined }) {
	const text = resolution(call);
	const changes = call?.type === "Charter" ? (call.value.value?.changes as ChangeOf[] | undefined) : undefined;
	return (
		<Card title={i18n.t("What is proposed")}>
			{!call && (
				<Notice kind="warning" title={i18n.t("The text is not on the chain.")}>
					<p>{i18n.t("Nothing can be decided until it is. Do not vote on what you cannot read.")}</p>
				</Notice>
			)}
			{text !== undefined && (
				<div className="article-text" dir="auto">
					{text.split(/\n\s*\n/).map((part, i) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their places
						<p key={i}>{part}</p>
					))}
				</div>
			)}
			{changes?.map((change, i) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: changes keep their places
				<Change key={i} change={change} />
			))}
			{call && text === undefined && (
				<details open={!changes || changes.length === 0}>
					<summary>{i18n.t("Exactly what the chain will do")}</summary>
					<pre className="call" dir="ltr">{`${call.type}.${call.value.type}${printCall(call.value.value)}`}</pre>
				</details>
			)}
		</Card>
	);
}

interface ChangeOf {
	type: string;
	value: {
		number?: number;
		title?: Uint8Array;
		text?: Uint8Array;
		commandment?: Uint8Array;
		entrenchment?: { type: "Ordinary" | "Entrenched" };
	};
}

function Change({ change: { type, value } }: { change: ChangeOf }) {
	const number = type === "SetPreamble" ? 0 : value.number;
	const now = useRead(
		["article", number],
		number === undefined ? undefined : (api, at) => api.apis.CharterApi.article(number, undefined, at),
	);
	if (type === "Add") {
		const article = {
			title: value.title ?? new Uint8Array(),
			text: value.text ?? new Uint8Array(),
			entrenchment: value.entrenchment ?? { type: "Ordinary" as const },
			status: { type: "InForce" as const },
		};
		return (
			<>
				<Badge kind="good">{i18n.t("new")}</Badge>
				<Article number={-1} article={article} />
			</>
		);
	}
	if (!now.data || number === undefined) return <Loading />;
	const { article } = now.data;
	return (
		<div className="article">
			<h3>
				<span className="article-number">{articleName(number)}</span>
				<span dir="auto">{textOf(article.title)}</span>
			</h3>
			{type === "Repeal" && <Diff before={textOf(article.text)} after="" />}
			{type === "Retitle" && <Diff before={textOf(article.title)} after={textOf(value.title ?? new Uint8Array())} />}
			{type === "SetPreamble" && (
				<Diff before={textOf(article.title)} after={textOf(value.commandment ?? new Uint8Array())} />
			)}
			{(type === "Replace" || type === "SetPreamble") && (
				<Diff before={textOf(article.text)} after={textOf(value.text ?? new Uint8Array())} />
			)}
			{type === "Entrench" && (
				<p>
					{value.entrenchment?.type === "Entrenched"
						? i18n.t("Becomes entrenched: only two thirds can change it then.")
						: i18n.t("Becomes ordinary: more than half can change it then.")}
				</p>
			)}
		</div>
	);
}

/** Votes so far, and the curves. */
function Standing({ id, poll, track }: { id: number; poll: Ongoing; track: Track }) {
	const { head } = useChain();
	const tally = useRead(["tally", id], (api, at) => api.apis.VotingApi.tally(id, at));
	const elapsed = poll.deciding && Math.min(1, (head.number - poll.deciding.since) / track.decision_period);
	return (
		<Card title={i18n.t("How it stands")}>
			<Answer of={tally} lines={6}>
				{(now) => {
					const votes = Number(now.ayes + now.nays);
					const electorate =
						now.electorate.type === "Secret" ? now.electorate.value.members : now.electorate.value.citizens;
					return (
						<>
							<Meter
								label={i18n.t("Votes for it")}
								value={Number(now.ayes)}
								max={Math.max(1, votes)}
								text={i18n.t("{ayes} for, {nays} against", { ayes: count(now.ayes), nays: count(now.nays) })}
							/>
							<Facts
								of={[
									[i18n.t("Voters for and against"), `${count(now.voters_for)} · ${count(now.voters_against)}`],
									electorate !== undefined && [i18n.t("People who may vote"), count(electorate)],
									now.panel.seats > 0 && [
										i18n.t("Outside panel for, against, seats"),
										`${count(now.panel.ayes)} · ${count(now.panel.nays)} · ${count(now.panel.seats)}`,
									],
									now.panel.seats > 0 && [
										i18n.t("Approval among citizens only"),
										percent(now.citizens_approval / BILLION),
									],
								]}
							/>
							<CurvePlot
								title={i18n.t("Approval")}
								curve={track.min_approval}
								value={votes === 0 ? 0 : now.approval / BILLION}
								elapsed={elapsed}
								most={1}
							/>
							<CurvePlot
								title={i18n.t("Support")}
								curve={track.min_support}
								value={now.support / BILLION}
								elapsed={elapsed}
								most={0.5}
							/>
							<p className="soft small">
								{i18n.t(
									"Approval is the share of votes that are for it. Support is the share of all who may vote that is for it. Both must be enough, at the same time.",
								)}
							</p>
						</>
					);
				}}
			</Answer>
		</Card>
	);
}

/** What happens next, in words and dates. */
function Next({ id, poll, track }: { id: number; poll: Ongoing; track: Track }) {
	const { chain, head } = useChain();
	const fate = useRead(["fate", id], async (api, at) => {
		const [fate, tally, season] = await Promise.all([
			api.apis.PollsApi.poll(id, at),
			api.apis.VotingApi.tally(id, at),
			api.apis.SeasonsApi.season(at),
		]);
		return { fate, tally, season };
	});
	const undeciding = useFixed(["undeciding"], (api) => api.constants.Referenda.UndecidingTimeout());
	const steps = nextOf({
		poll,
		track,
		now: head.number,
		undeciding: undeciding.data,
		isVoid: fate.data?.fate?.type === "Open" && fate.data.fate.value.void,
	});
	const open = fate.data?.fate?.type === "Open" ? fate.data.fate.value : undefined;
	return (
		<Card title={i18n.t("What happens next")}>
			<ol className="timeline">
				{steps.map(({ text, at, state }) => (
					<li key={text} className={state}>
						<span>{text}</span>
						{at !== undefined && <span className="soft small">{dateTime(timeOf(at, chain, head))}</span>}
					</li>
				))}
			</ol>
			<Facts
				of={[
					[i18n.t("Submitted"), dateTime(timeOf(poll.submitted, chain, head))],
					[
						i18n.t("By"),
						<code key="who" dir="ltr">
							{short(poll.submission_deposit.who)}
						</code>,
					],
					[i18n.t("Ballots"), isByName(poll.track) ? i18n.t("by name") : i18n.t("secret")],
					open && [i18n.t("Last season to vote"), count(open.last_season)],
				]}
			/>
		</Card>
	);
}

/** How a poll ended. */
function Outcome({ id }: { id: number }) {
	const { chain, head } = useChain();
	const facts = useRead(["outcome", id], async (api, at) => {
		const [info, fate] = await Promise.all([
			api.query.Referenda.ReferendumInfoFor.getValue(id, at),
			api.apis.PollsApi.poll(id, at),
		]);
		return { info, fate };
	});
	return (
		<Card title={i18n.t("How it ended")}>
			<Answer of={facts}>
				{({ info, fate }) => {
					if (!info || info.type === "Ongoing") return null;
					const at = info.type === "Killed" ? info.value : info.value[0];
					const enactment = fate?.type === "Approved" ? fate.value.enactment : undefined;
					return (
						<>
							<p>
								<Badge kind={stateName(info).kind}>{stateName(info).name}</Badge> {dateTime(timeOf(at, chain, head))}
							</p>
							{enactment?.type === "Due" && (
								<p>
									{i18n.t("It takes effect on {date}.", { date: dateTime(timeOf(enactment.value.at, chain, head)) })}
								</p>
							)}
							{enactment?.type === "Waiting" && (
								<p>{i18n.t("It has passed and waits for a place in the agenda. Anyone can give it one.")}</p>
							)}
							{enactment?.type === "Dispatched" && <p>{i18n.t("It has taken effect.")}</p>}
							<p className="soft">
								{i18n.t(
									"The chain no longer keeps the text of polls that are over. What they did stands in the charter, the accounts and the events of that block.",
								)}
							</p>
						</>
					);
				}}
			</Answer>
		</Card>
	);
}
