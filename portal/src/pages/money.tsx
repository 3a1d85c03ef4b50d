/** Where the money comes from, and where it goes. */

import { i18n } from "@lingui/core";
import { useAct } from "../chain/act";
import type { Api } from "../chain/connection";
import { useChain, useRead } from "../chain/context";
import { civ, count, percent, textOf } from "../chain/format";
import { Answer, Badge, Button, Card, Facts, Figure, Link, Page, Progress } from "../ui";
import { BarPlot } from "../ui/plots";
import { useMe } from "../wallet/context";
import { money, recordsOf } from "./census";

/** The track of spending polls. */
const SPENDING = 3;
/** So many of the newest polls are looked through. */
const POLLS = 60;

export default function MoneyPage() {
	const now = useRead(["preview"], (api, at) => api.apis.CensusApi.preview(at));
	const totals = useRead(["collected"], (api, at) => api.query.Revenue.Collected.getValue(at));
	return (
		<Page
			title={i18n.t("Money")}
			lead={i18n.t(
				"What land pays goes to every citizen in equal parts, to the treasury, and to the territory where the land lies. Only a vote spends it.",
			)}
		>
			<div className="figures">
				<Answer of={now} lines={1}>
					{({ treasury, revenue }) => (
						<>
							<Figure label={i18n.t("In the treasury")} value={civ(treasury.value, 2)} />
							<Figure label={i18n.t("Paid by land this season")} value={civ(revenue.value, 2)} />
						</>
					)}
				</Answer>
				<Answer of={totals} lines={1}>
					{({ collected }) => <Figure label={i18n.t("Paid by land so far")} value={civ(collected, 2)} />}
				</Answer>
			</div>
			<MyDividend />
			<div className="grid wide">
				<Revenue />
				<Split />
				<Dividends />
				<Purses />
			</div>
			<Spending />
		</Page>
	);
}

/** What the reader may claim. */
function MyDividend() {
	const { api } = useChain();
	const { account, citizen } = useMe();
	const { stage, busy, run } = useAct();
	const mine = useRead(
		["dividend", citizen?.id],
		citizen && ((chain, at) => chain.apis.TaxApi.dividend(citizen.id, at)),
	);
	if (!citizen || !mine.data) return null;
	const { claimable, expected, pot, entitled } = mine.data;
	return (
		<Card title={i18n.t("Your dividend")}>
			<Facts
				of={[
					[i18n.t("You can claim now"), civ(claimable)],
					[i18n.t("This season's share, if it ended now"), civ(expected)],
					[
						i18n.t("To be shared when the season ends"),
						i18n.t("{amount} among {n, plural, one {# citizen} other {# citizens}}", {
							amount: civ(pot, 2),
							n: entitled,
						}),
					],
				]}
			/>
			<Button isDisabled={busy || claimable === 0n} onPress={() => void run(account, () => api.tx.Dividend.claim())}>
				{i18n.t("Claim, free of charge")}
			</Button>
			<Progress stage={stage} done={<p>{i18n.t("It is in your account.")}</p>} />
		</Card>
	);
}

function Revenue() {
	const records = useRead(["records"], recordsOf);
	const now = useRead(["preview"], (api, at) => api.apis.CensusApi.preview(at));
	return (
		<Card title={i18n.t("Revenue by season")}>
			<Answer of={records}>
				{(closed) => {
					const all = [...closed, ...(now.data ? [now.data] : [])];
					return (
						<BarPlot
							title={i18n.t("What land has paid, in CIV. The last season is under way.")}
							axis={i18n.t("Season")}
							places={all.map(({ season }) => count(season))}
							series={[{ name: i18n.t("Paid"), values: all.map(({ revenue }) => money(revenue.value)) }]}
							value={(value) => count(value, 1)}
						/>
					);
				}}
			</Answer>
		</Card>
	);
}

/** To whom it went, in all. */
function Split() {
	const totals = useRead(["collected"], (api, at) => api.query.Revenue.Collected.getValue(at));
	return (
		<Card title={i18n.t("Who got it")}>
			<Answer of={totals}>
				{({ collected, dividend, treasury, purses }) => {
					const part = (amount: bigint) =>
						collected === 0n ? "–" : percent(Number((amount * 10_000n) / collected) / 10_000);
					return (
						<>
							<BarPlot
								title={i18n.t("Everything that land has paid so far, by who got it, in CIV")}
								axis={i18n.t("Who")}
								places={[i18n.t("Citizens"), i18n.t("Treasury"), i18n.t("Territories")]}
								series={[{ name: i18n.t("Got"), values: [dividend, treasury, purses].map(money) }]}
								value={(value) => count(value, 1)}
								table={false}
							/>
							<Facts
								of={[
									[i18n.t("Citizens, in equal parts"), `${civ(dividend, 2)} · ${part(dividend)}`],
									[i18n.t("Treasury"), `${civ(treasury, 2)} · ${part(treasury)}`],
									[i18n.t("Territories"), `${civ(purses, 2)} · ${part(purses)}`],
								]}
							/>
						</>
					);
				}}
			</Answer>
		</Card>
	);
}

/** Shares of the seasons that can still be claimed. */
function Dividends() {
	const shares = useRead(["shares"], async (api, at) => {
		const entries = await api.query.Dividend.Shares.getEntries(at);
		return entries.map(({ keyArgs: [season], value }) => ({ season, ...value })).sort((a, b) => a.season - b.season);
	});
	return (
		<Card title={i18n.t("Dividends")}>
			<Answer of={shares}>
				{(all) =>
					all.length === 0 ? (
						<p className="soft">{i18n.t("No season is over that has paid a dividend.")}</p>
					) : (
						<>
							<BarPlot
								title={i18n.t("What each citizen gets for a season, in CIV")}
								axis={i18n.t("Season")}
								places={all.map(({ season }) => count(season))}
								series={[
									{ name: i18n.t("For each citizen"), values: all.map(({ per_citizen }) => money(per_citizen)) },
								]}
								value={(value) => count(value, 3)}
							/>
							<p className="soft">
								{i18n.t("Not claimed yet: {amount}.", {
									amount: civ(
										all.reduce((sum, { unclaimed }) => sum + unclaimed, 0n),
										2,
									),
								})}
							</p>
						</>
					)
				}
			</Answer>
		</Card>
	);
}

function Purses() {
	const purses = useRead(["purses"], async (api, at) => {
		const all = await api.apis.LandApi.territories(0, 256, at);
		return Promise.all(
			all.map(async ([id, { name }]) => ({ id, name: textOf(name), purse: await api.apis.TaxApi.purse(id, at) })),
		);
	});
	return (
		<Card title={i18n.t("Purses of the territories")}>
			<Answer of={purses}>
				{(all) =>
					all.length === 0 ? (
						<p className="soft">{i18n.t("There is no territory yet.")}</p>
					) : (
						<Facts of={all.map(({ name, purse }) => [name, civ(purse, 2)] as const)} />
					)
				}
			</Answer>
		</Card>
	);
}

/** The newest polls about money. */
async function spendingPolls(api: Api, at: { at: "best" }) {
	const total = await api.query.Referenda.ReferendumCount.getValue(at);
	const ids = Array.from({ length: Math.min(total, POLLS) }, (_, i) => total - 1 - i);
	const infos = await api.query.Referenda.ReferendumInfoFor.getValues(
		ids.map((id) => [id] as [number]),
		at,
	);
	// A poll that is over no longer tells its track: what was spent stands in the treasury's own records.
	return ids.flatMap((id, i) => {
		const info = infos[i];
		return info?.type === "Ongoing" && info.value.track === SPENDING
			? [{ id, deciding: info.value.deciding !== undefined }]
			: [];
	});
}

function Spending() {
	const polls = useRead(["spending"], spendingPolls);
	return (
		<Card title={i18n.t("Open polls about spending")}>
			<Answer of={polls}>
				{(all) =>
					all.length === 0 ? (
						<p className="soft">{i18n.t("Nobody proposes to spend anything now. Every citizen can.")}</p>
					) : (
						<ul className="plain-list rows">
							{all.map(({ id, deciding }) => (
								<li key={id} className="row spread">
									<Link to={`/polls/${id}` as string}>{i18n.t("Poll {id}", { id })}</Link>
									<Badge kind="accent">{deciding ? i18n.t("Being decided") : i18n.t("Being prepared")}</Badge>
								</li>
							))}
						</ul>
					)
				}
			</Answer>
		</Card>
	);
}
