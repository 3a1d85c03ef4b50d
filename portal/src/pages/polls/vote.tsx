/** The reader's vote in a poll: in secret with a ballot account, or by name. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { Label, Radio, RadioGroup, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { dispatchError } from "../../chain/errors";
import { count } from "../../chain/format";
import { isByName, type Ongoing } from "../../polls/data";
import { Button, Card, Facts, Link, Notice, Progress } from "../../ui";
import { WhenUnlocked } from "../../vault/ui";
import { useBallot } from "../../vault/use-ballot";
import { useMe } from "../../wallet/context";
import { Enrol } from "./enrol";

export function Vote({ id, poll }: { id: number; poll: Ongoing }) {
	const { account, citizen } = useMe();
	if (!account) {
		return (
			<Card title={i18n.t("Your vote")}>
				<p>
					<Link to="/me">{i18n.t("Sign in to vote")}</Link>
				</p>
			</Card>
		);
	}
	if (isByName(poll.track)) {
		return (
			<Card title={i18n.t("Your vote, by name")}>
				<p>{i18n.t("Who gives somebody an office answers for it: everybody sees how you vote here.")}</p>
				{citizen ? (
					<Ballot id={id} season={poll.tally.season} voter={account} />
				) : (
					<p className="soft">{i18n.t("Only citizens vote.")}</p>
				)}
			</Card>
		);
	}
	return (
		<Card title={i18n.t("Your secret vote")}>
			<WhenUnlocked why={i18n.t("Your vote needs the roll words on this device.")}>
				<Secret id={id} season={poll.tally.season} />
			</WhenUnlocked>
		</Card>
	);
}

function Secret({ id, season }: { id: number; season: number }) {
	const ballot = useBallot("Nation", season);
	const now = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	if (ballot.voter) {
		return (
			<>
				<p className="soft small">
					{i18n.t("You vote with an account that nobody can tie to you, as one of {n} people.", {
						n: ballot.ballot?.ring ?? "?",
					})}
				</p>
				<Ballot id={id} season={season} voter={ballot.voter} />
			</>
		);
	}
	if (now.data && now.data.index !== season) {
		return (
			<Notice title={i18n.t("You cannot vote in this poll.")}>
				<p>
					{i18n.t(
						"It was submitted in season {season}. Only those who enrolled in that season vote in it. Enrol early each season.",
						{ season },
					)}
				</p>
			</Notice>
		);
	}
	return <Enrol context="Nation" ballot={ballot} />;
}

/** The ballot: for or against, and how much. */
function Ballot({
	id,
	season,
	voter,
}: {
	id: number;
	season: number;
	voter: Parameters<ReturnType<typeof useAct>["run"]>[0] & object;
}) {
	const { chain, api } = useChain();
	const act = useAct();
	const { address } = voter;
	const facts = useRead(["purse", address, season, id], async (api, at) => {
		const [purse, vote] = await Promise.all([
			api.apis.VotingApi.purse(address, season, at),
			api.apis.VotingApi.vote(address, id, at),
		]);
		return { purse, vote };
	});
	const [side, setSide] = useState<"Aye" | "Nay">();
	const [size, setSize] = useState<number>();
	if (!facts.data) return null;
	const { purse, vote } = facts.data;
	if (!purse) return <p className="soft">{i18n.t("This account has no voice in this poll.")}</p>;
	const standing = vote ? vote.value ** 2 : 0;
	const most = Math.max(1, Math.floor(Math.sqrt(Number(purse.left) + standing)));
	const [chosenSide, votes] = [side ?? vote?.type, Math.min(size ?? vote?.value ?? 1, most)];
	const cost = votes ** 2;
	const left = Number(purse.left) + standing - cost;
	const cast = (what: { type: "Aye" | "Nay"; value: number } | undefined) =>
		act.run(voter, async () => {
			// What would be refused is said before anything is signed.
			const check = await api.apis.VotingApi.check_vote(address, id, what, { at: "best" });
			if (!check.success) throw await dispatchError(chain, check.value);
			return what
				? api.tx.QuadraticVoting.vote({ poll: id, vote: what })
				: api.tx.QuadraticVoting.remove_vote({ poll: id });
		});
	return (
		<div className="stack">
			{vote && (
				<Notice kind="good" title={i18n.t("Your vote stands.")}>
					<p>
						{vote.type === "Aye"
							? i18n.t("{n, plural, one {# vote for it.} other {# votes for it.}}", { n: vote.value })
							: i18n.t("{n, plural, one {# vote against it.} other {# votes against it.}}", { n: vote.value })}{" "}
						{i18n.t("You may change it until the poll ends.")}
					</p>
				</Notice>
			)}
			<RadioGroup
				value={chosenSide ?? null}
				onChange={(value) => setSide(value as "Aye" | "Nay")}
				aria-label={i18n.t("For or against")}
				className="sides"
			>
				<Radio value="Aye" className="side for">
					{i18n.t("For")}
				</Radio>
				<Radio value="Nay" className="side against">
					{i18n.t("Against")}
				</Radio>
			</RadioGroup>
			<Slider value={votes} onChange={setSize} minValue={1} maxValue={most} className="slider">
				<div className="row spread">
					<Label className="label">{i18n.t("How much it matters to you")}</Label>
					<SliderOutput className="numeric">
						{i18n.t("{n, plural, one {# vote} other {# votes}}", { n: votes })}
					</SliderOutput>
				</div>
				<SliderTrack className="slider-track">
					<SliderThumb className="slider-thumb" />
				</SliderTrack>
			</Slider>
			<p>
				{i18n.t("{n} × {n} = {cost} credits. You would have {left} of {all} left this season.", {
					n: count(votes),
					cost: count(cost),
					left: count(left),
					all: count(purse.credits),
				})}
			</p>
			<div className="row">
				<Button
					isDisabled={!chosenSide || act.busy}
					onPress={() => chosenSide && void cast({ type: chosenSide, value: votes })}
				>
					{vote ? i18n.t("Change my vote") : i18n.t("Vote")}
				</Button>
				{vote && (
					<Button kind="quiet" isDisabled={act.busy} onPress={() => void cast(undefined)}>
						{i18n.t("Take my vote back")}
					</Button>
				)}
			</div>
			<Progress stage={act.stage} done={<p>{i18n.t("It is counted already.")}</p>} />
			<Facts of={[[i18n.t("Free changes left this season"), count(purse.free_acts_left)]]} />
		</div>
	);
}
