/** Enrol for the secret votes of a season: one button, who you are hidden among, and how far it is. */

import { drawMoment, type VotingContext } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import { useEffect, useRef, useState } from "react";
import { useChain, useRead } from "../../chain/context";
import { count, dateTime } from "../../chain/format";
import { Button, Notice, Waiting } from "../../ui";
import type { BallotState } from "../../vault/use-ballot";

/** Fewer people than that hide nobody well. */
const GOOD_COMPANY = 16;
const TEN_DAYS = 10 * 24 * 60 * 60 * 1000;

export function Enrol({ context, ballot }: { context: VotingContext; ballot: BallotState }) {
	const { chain, head } = useChain();
	const roll = useRead(["roll"], (api, at) => api.apis.RollApi.roll(at));
	const season = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	const [question, setQuestion] = useState<{ members: number; answer: (yes: boolean) => void }>();
	const key = `civitas/moment/${chain.genesis}/${season.data?.index}/${context}`;
	const [moment, setMoment] = useState<number>();
	const [now, setNow] = useState(Date.now);
	const begun = useRef(false);
	useEffect(() => {
		const stored = localStorage.getItem(key);
		setMoment(stored === null ? undefined : Number(stored));
	}, [key]);
	const { enrol } = ballot;
	const agree = ({ members }: { members: number }) => {
		if (members >= GOOD_COMPANY) return Promise.resolve(true);
		return new Promise<boolean>((resolve) => {
			setQuestion({
				members,
				answer: (yes) => {
					setQuestion(undefined);
					resolve(yes);
				},
			});
		});
	};
	// The moment that was drawn has come.
	const due = moment !== undefined && now >= moment;
	// biome-ignore lint/correctness/useExhaustiveDependencies: `agree` is the same at each drawing
	useEffect(() => {
		if (!due || begun.current) return;
		begun.current = true;
		localStorage.removeItem(key);
		void enrol(agree).finally(() => {
			begun.current = false;
			setMoment(undefined);
		});
	}, [due, key, enrol]);
	useEffect(() => {
		if (moment === undefined) return;
		const timer = setInterval(() => setNow(Date.now()), 1000);
		return () => clearInterval(timer);
	}, [moment]);

	if (ballot.step) {
		const [label, percentage] = {
			prover: [i18n.t("Starting the prover on this device …"), 10],
			roll: [i18n.t("Reading the roll: all of it, so that nobody learns where you are …"), 30],
			proof: [i18n.t("Proving that you are one of them …"), 55],
			sent: [i18n.t("Sending the proof …"), 75],
			block: [i18n.t("Waiting until the chain has it for good …"), 88],
			done: [i18n.t("Done"), 100],
		}[ballot.step] as [string, number];
		return (
			<div className="stack" aria-live="polite">
				<Waiting label={label} percentage={percentage} />
				{question ? (
					<Notice
						kind="warning"
						title={i18n.t("Your ring has only {n, plural, one {# person} other {# people}}.", { n: question.members })}
					>
						<p>
							{i18n.t(
								"Your vote is hidden among them and nobody else. If all of them vote alike, it is known how you voted.",
							)}
						</p>
						<div className="row">
							<Button onPress={() => question.answer(true)}>{i18n.t("Go on all the same")}</Button>
							<Button kind="quiet" onPress={() => question.answer(false)}>
								{i18n.t("Do not enrol")}
							</Button>
						</div>
					</Notice>
				) : (
					<p className="soft small">
						{i18n.t("You may go on reading. If you close the page, nothing is lost: open it again.")}
					</p>
				)}
			</div>
		);
	}
	const average = roll.data && roll.data.rings > 0 ? Math.round(roll.data.members / roll.data.rings) : 0;
	const open = roll.data?.phase.type === "Open" && roll.data.complete;
	return (
		<div className="stack">
			<h3>{i18n.t("Get your secret ballot for season {season}", { season: season.data?.index ?? "" })}</h3>
			<p>
				{i18n.t("A proof, made on this device, shows that you are one of the people of your ring, and not which one.")}{" "}
				{i18n.t("It opens a fresh account that votes for you until the season is over.")}{" "}
				{i18n.t("Everybody sees what that account votes; nobody can tell whose it is.")}
			</p>
			{average > 0 && (
				<p className="soft">
					{i18n.t("A ring has about {n, plural, one {# person} other {# people}} this season.", { n: average })}
				</p>
			)}
			{!open && roll.data && (
				<Notice>{i18n.t("The roll of this season is being sealed. Come back in some minutes.")}</Notice>
			)}
			{moment !== undefined ? (
				<Notice title={i18n.t("You enrol on {date}.", { date: dateTime(new Date(moment)) })}>
					<p>
						{i18n.t(
							"Keep this page open and unlocked until then, or come back later: it enrols you as soon as you unlock it.",
						)}
					</p>
					<Button
						kind="quiet"
						onPress={() => {
							localStorage.removeItem(key);
							setMoment(undefined);
						}}
					>
						{i18n.t("Do not wait")}
					</Button>
				</Notice>
			) : (
				<div className="row">
					<Button isDisabled={!open} onPress={() => void enrol(agree)}>
						{i18n.t("Enrol now")}
					</Button>
					<Button
						kind="quiet"
						isDisabled={!open || !season.data}
						onPress={() => {
							if (!season.data) return;
							const opens = head.time - (head.number - season.data.start) * chain.blockTime;
							// Never beyond the season, which is short on chains for development.
							const ends = head.time + (season.data.ends - head.number) * chain.blockTime;
							const length = Math.min(TEN_DAYS, Math.max(1000, (ends - opens) / 9));
							const drawn = Math.min(drawMoment({ opens, length }), Math.max(Date.now(), ends - 20 * chain.blockTime));
							localStorage.setItem(key, String(drawn));
							setMoment(drawn);
						}}
					>
						{i18n.t("Enrol at a random time")}
					</Button>
				</div>
			)}
			<p className="soft small">
				{i18n.t(
					"The hour can give you away: if you say “I am here” and somebody enrols a minute later, it was probably you. A random time is safer. There are {n} people on the roll.",
					{ n: count(roll.data?.members ?? 0) },
				)}
			</p>
			{ballot.problem && (
				<Notice kind="error" title={i18n.t("You are not enrolled.")}>
					<p>{ballot.problem}</p>
				</Notice>
			)}
		</div>
	);
}
