/** The floating rate of a parcel: what neighbours say, how it has moved, and the reader's secret vote. */

import { i18n } from "@lingui/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { count, percent } from "../../chain/format";
import { blocksBefore } from "../../land/history";
import { afterVote, floatingRate, share, type Voice } from "../../land/rates";
import type { Parcel } from "../../land/state";
import { Answer, Button, Card, Facts, Meter, Notice, Progress } from "../../ui";
import { LinePlot } from "../../ui/plots";
import { WhenUnlocked } from "../../vault/ui";
import { type BallotState, useBallot } from "../../vault/use-ballot";
import { useMe } from "../../wallet/context";

export function Neighbours({ parcel }: { parcel: Parcel }) {
	const opinion = useRead(["opinion", parcel.id], (api, at) => api.apis.TaxApi.opinion(parcel.id, at));
	const [voting, setVoting] = useState(false);
	const { account } = useMe();
	return (
		<Card title={i18n.t("What neighbours say")}>
			<Answer of={opinion} lines={5}>
				{(said) => {
					const all = Number(said.terms.phantoms) + said.approve + said.disapprove;
					return (
						<>
							<Facts
								of={[
									[
										i18n.t("Rate that neighbours move"),
										<strong key="rate" data-testid="floating-rate">
											{percent(share(said.rate), 3)}
										</strong>,
									],
									[
										i18n.t("Between"),
										i18n.t("{low} and {high}", {
											low: percent(share(said.terms.min)),
											high: percent(share(said.terms.max)),
										}),
									],
									[i18n.t("At the season's beginning"), percent(share(said.inherited), 3)],
								]}
							/>
							<Meter
								label={i18n.t("Say that it is welcome")}
								value={said.approve}
								max={all}
								text={count(said.approve)}
							/>
							<Meter
								label={i18n.t("Say that it is a burden")}
								value={said.disapprove}
								max={all}
								text={count(said.disapprove)}
							/>
							<p className="soft">
								{i18n.t(
									"The rate at the season's beginning weighs as much as {n, plural, one {# vote} other {# votes}}. Who lives nearby votes in secret, and the rate moves in the same block.",
									{ n: Number(said.terms.phantoms) },
								)}
							</p>
							<History id={parcel.id} rate={said.rate} />
							{voting ? (
								<WhenUnlocked
									why={i18n.t(
										"You vote about the parcels around your home with a proof that names nobody. That takes your roll secret.",
									)}
								>
									<Vote id={parcel.id} opinion={said} />
								</WhenUnlocked>
							) : (
								<Button kind="quiet" isDisabled={!account} onPress={() => setVoting(true)}>
									{account ? i18n.t("Vote about this rate") : i18n.t("Sign in to vote about this rate")}
								</Button>
							)}
						</>
					);
				}}
			</Answer>
		</Card>
	);
}

/** The rate over the blocks that the node still knows. */
function History({ id, rate }: { id: number; rate: bigint }) {
	const { chain, head } = useChain();
	const past = useQuery({
		queryKey: ["history", chain.genesis, id, Math.floor(head.number / 10)],
		queryFn: () =>
			blocksBefore(chain, head, (api, at) => api.apis.TaxApi.opinion(id, { at }).then((said) => share(said.rate))),
	});
	if (!past.data || past.data.length < 2) return null;
	return (
		<LinePlot
			title={i18n.t("The rate until now")}
			axis={i18n.t("Block")}
			series={[{ name: i18n.t("Rate"), stepped: true, points: [...past.data, { x: head.number, y: share(rate) }] }]}
			value={(value) => percent(value, 2)}
			place={(block) => i18n.t("block {number}", { number: count(block) })}
		/>
	);
}

type Said = Parameters<typeof floatingRate>[0];

function Vote({ id, opinion }: { id: number; opinion: Said }) {
	const { api } = useChain();
	const state = useBallot("Residence");
	const { voter, alias } = state;
	const { stage, busy, run } = useAct();
	const mine = useRead(
		["voteOf", alias, id],
		alias ? (chain, at) => chain.apis.TaxApi.vote_of(alias, id, at) : undefined,
	);
	const free = useRead(
		["freeVotes", alias],
		alias ? (chain, at) => chain.apis.TaxApi.free_votes_left(alias, at) : undefined,
	);
	if (!voter) return <Enrol state={state} />;
	const signer = { ...voter, name: "", wallet: "" };
	const old = mine.data?.type as Voice | undefined;
	const would = (voice: Voice | undefined) => percent(share(floatingRate(afterVote(opinion, old, voice))), 3);
	const vote = (voice: Voice) =>
		void run(signer, () => api.tx.FloatingTax.vote({ parcel: id, vote: { type: voice, value: undefined } }));
	return (
		<div className="stack">
			<p>
				{old === undefined
					? i18n.t("You have not voted about this parcel this season.")
					: old === "Approve"
						? i18n.t("You say that it is welcome.")
						: i18n.t("You say that it is a burden.")}
				{free.data !== undefined &&
					` ${i18n.t("{n, plural, one {# free vote} other {# free votes}} left this season.", { n: free.data })}`}
			</p>
			<div className="row">
				<Button isDisabled={busy || old === "Approve"} onPress={() => vote("Approve")}>
					{i18n.t("It is welcome: {rate}", { rate: would("Approve") })}
				</Button>
				<Button isDisabled={busy || old === "Disapprove"} onPress={() => vote("Disapprove")}>
					{i18n.t("It is a burden: {rate}", { rate: would("Disapprove") })}
				</Button>
				{old && (
					<Button
						kind="quiet"
						isDisabled={busy}
						onPress={() => void run(signer, () => api.tx.FloatingTax.withdraw({ parcel: id }))}
					>
						{i18n.t("Take my vote back: {rate}", { rate: would(undefined) })}
					</Button>
				)}
			</div>
			<Progress
				stage={stage}
				done={
					<p>
						{i18n.t("Your vote counts. The rate is {rate} now.", { rate: percent(share(floatingRate(opinion)), 3) })}
					</p>
				}
			/>
		</div>
	);
}

/** One button, and what the proof hides. */
function Enrol({ state: { step, problem, enrol } }: { state: BallotState }) {
	const [company, setCompany] = useState<{ members: number; answer: (agreed: boolean) => void }>();
	return (
		<div className="stack">
			<p>
				{i18n.t(
					"Your device proves that some resident of your area opens a voting account, without saying who. The account has no link to you, and all its votes of this season are linked to each other. Do it once a season.",
				)}
			</p>
			{company ? (
				<Notice
					kind={company.members < 10 ? "warning" : "info"}
					title={i18n.t("You would be one of {n, plural, one {# resident} other {# residents}}.", {
						n: company.members,
					})}
				>
					<div className="row">
						<Button
							onPress={() => {
								company.answer(true);
								setCompany(undefined);
							}}
						>
							{i18n.t("Go on")}
						</Button>
						<Button
							kind="quiet"
							onPress={() => {
								company.answer(false);
								setCompany(undefined);
							}}
						>
							{i18n.t("Rather not")}
						</Button>
					</div>
				</Notice>
			) : (
				<Button
					isDisabled={step !== undefined}
					onPress={() => void enrol(({ members }) => new Promise((answer) => setCompany({ members, answer })))}
				>
					{step === undefined ? i18n.t("Prove it, in secret") : i18n.t("Working on it …")}
				</Button>
			)}
			{problem && (
				<Notice kind="error" title={i18n.t("That did not work.")}>
					<p>{problem}</p>
				</Notice>
			)}
		</div>
	);
}
