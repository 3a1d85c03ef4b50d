/** The census: what was counted in each season, and what each figure rests on. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import type { Api } from "../chain/connection";
import { useRead } from "../chain/context";
import { civ, count } from "../chain/format";
import { Answer, Badge, Card, Figure, Meter, Page } from "../ui";
import { BarPlot, LinePlot } from "../ui/plots";

/** So many seasons are drawn, the newest ones. */
export const SEASONS = 24;

export type Census = Awaited<ReturnType<Api["apis"]["CensusApi"]["preview"]>>;

/** The records of the seasons that are over, the oldest first. */
export async function recordsOf(api: Api, at: { at: "best" }): Promise<Census[]> {
	const { index } = await api.apis.SeasonsApi.season(at);
	const seasons = Array.from({ length: Math.min(index, SEASONS) }, (_, i) => index - Math.min(index, SEASONS) + i);
	const records = await Promise.all(seasons.map((season) => api.apis.CensusApi.record(season, at)));
	return records.filter((record) => record !== undefined);
}

export default function CensusPage() {
	const records = useRead(["records"], recordsOf);
	const preview = useRead(["preview"], (api, at) => api.apis.CensusApi.preview(at));
	return (
		<Page
			title={i18n.t("Census")}
			lead={i18n.t(
				"When a season ends, the chain counts people, land and money by itself. Nobody can change a record afterwards. Each figure says what it rests on.",
			)}
		>
			<Answer of={preview} lines={3}>
				{(now) => (
					<>
						<div className="figures">
							<Figure label={i18n.t("Citizens")} value={count(now.citizens.value)} note={i18n.t("today")} />
							<Figure
								label={i18n.t("Seen this season")}
								value={count(now.active.value)}
								note={i18n.t("would count if it ended now")}
							/>
							<Figure label={i18n.t("Held parcels")} value={count(now.parcels.value)} />
							<Figure label={i18n.t("Residents")} value={count(now.residents.value)} />
						</div>
						<Road now={now} />
					</>
				)}
			</Answer>
			<Answer of={records} lines={8}>
				{(closed) =>
					closed.length === 0 ? (
						<Card title={i18n.t("Records")}>
							<p>{i18n.t("The first season is not over yet, so there is no record.")}</p>
						</Card>
					) : (
						<>
							<Curves records={closed} />
							<Record records={closed} />
						</>
					)
				}
			</Answer>
			<Evidence />
		</Page>
	);
}

/** The tier, and what the next one needs. */
function Road({ now }: { now: Census }) {
	const tier = useRead(["tier"], (api, at) => api.apis.CensusApi.tier(at));
	return (
		<Answer of={tier}>
			{([{ type }, thresholds]) => {
				const next = {
					Founding: thresholds.consultative,
					Consultative: thresholds.shared,
					Shared: thresholds.community,
					Community: undefined,
				}[type];
				const settled = now.people?.settled.value ?? now.active.value;
				return (
					<Card title={i18n.t("Tier: {tier}", { tier: tierText(type) })}>
						{next === undefined ? (
							<p>{i18n.t("This is the last tier. All power lies with the citizens.")}</p>
						) : (
							<>
								<Meter
									label={i18n.t("Citizens past probation who were seen")}
									value={settled}
									max={next}
									text={i18n.t("{n} of {of}", { n: count(settled), of: count(next) })}
								/>
								<p className="soft">
									{i18n.t("The state rises by one tier when two records in a row reach the next. It never goes back.")}
								</p>
							</>
						)}
					</Card>
				);
			}}
		</Answer>
	);
}

export function tierText(tier: string): string {
	switch (tier) {
		case "Founding":
			return i18n.t("Founding");
		case "Consultative":
			return i18n.t("Consultative");
		case "Shared":
			return i18n.t("Shared");
		default:
			return i18n.t("Community");
	}
}

const season = (index: number) => i18n.t("Season {index}", { index: count(index) });

function Curves({ records }: { records: readonly Census[] }) {
	const of = (name: string, figure: (record: Census) => number) => {
		return { name, points: records.map((record) => ({ x: record.season, y: figure(record) })) };
	};
	const places = records.map((record) => count(record.season));
	const whole = (value: number) => count(value);
	return (
		<div className="grid wide">
			<Card title={i18n.t("People")}>
				{records.length > 1 ? (
					<LinePlot
						title={i18n.t("Citizens, those who were seen, and residents")}
						axis={i18n.t("Season")}
						series={[
							of(i18n.t("Citizens"), (record) => record.citizens.value),
							of(i18n.t("Seen"), (record) => record.active.value),
							of(i18n.t("Residents"), (record) => record.residents.value),
						]}
						value={whole}
						place={season}
					/>
				) : (
					<BarPlot
						title={i18n.t("Citizens")}
						axis={i18n.t("Season")}
						places={places}
						series={[{ name: i18n.t("Citizens"), values: records.map((record) => record.citizens.value) }]}
						value={whole}
					/>
				)}
			</Card>
			<Card title={i18n.t("Named prices of held land")}>
				<BarPlot
					title={i18n.t("The mean over each season, in CIV")}
					axis={i18n.t("Season")}
					places={places}
					series={[{ name: i18n.t("Named prices"), values: records.map((record) => money(record.valuation.value)) }]}
					value={whole}
				/>
			</Card>
			<Card title={i18n.t("What land has paid")}>
				<BarPlot
					title={i18n.t("Charges and prices paid in each season, in CIV")}
					axis={i18n.t("Season")}
					places={places}
					series={[{ name: i18n.t("Paid"), values: records.map((record) => money(record.revenue.value)) }]}
					value={(value) => count(value, 1)}
				/>
			</Card>
			<Card title={i18n.t("Comings and goings")}>
				<BarPlot
					title={i18n.t("Admitted and left in each season")}
					axis={i18n.t("Season")}
					places={places}
					series={[
						{ name: i18n.t("Admitted"), values: records.map((record) => record.admitted.value) },
						{ name: i18n.t("Left"), values: records.map((record) => record.left.value) },
					]}
					value={whole}
				/>
			</Card>
		</div>
	);
}

/** Whole CIV with three decimals, as a number for plots. */
export function money(amount: bigint): number {
	return Number(amount / 10n ** 9n) / 1000;
}

/** One record, figure by figure. */
function Record({ records }: { records: readonly Census[] }) {
	const [index, setIndex] = useState<number>();
	const shown = records.find((record) => record.season === index) ?? records.at(-1);
	const floors = useRead(["floors"], (api, at) => api.apis.CensusApi.income_floors(at));
	if (!shown) return null;
	const extent = ({ parcels, area }: { parcels: number; area: bigint }) =>
		i18n.t("{n, plural, one {# parcel} other {# parcels}}, {area} m²", { n: parcels, area: count(area) });
	const rows: [string, string, { evidence: { type: string } } | undefined][] = [
		[i18n.t("Citizens"), count(shown.citizens.value), shown.citizens],
		[i18n.t("Seen this season or admitted"), count(shown.active.value), shown.active],
		[i18n.t("Suspended"), count(shown.suspended.value), shown.suspended],
		[i18n.t("Admitted"), count(shown.admitted.value), shown.admitted],
		[i18n.t("Left"), count(shown.left.value), shown.left],
		...(shown.people
			? ([
					[i18n.t("Said by themselves that they are here"), count(shown.people.attested.value), shown.people.attested],
					[i18n.t("Past probation"), count(shown.people.settled.value), shown.people.settled],
					[i18n.t("Came by vouches"), count(shown.people.vouched.value), shown.people.vouched],
					[i18n.t("Admitted by the founder"), count(shown.people.by_founder.value), shown.people.by_founder],
					[i18n.t("There from the beginning"), count(shown.people.genesis.value), shown.people.genesis],
				] as typeof rows)
			: []),
		[i18n.t("Residents"), count(shown.residents.value), shown.residents],
		[i18n.t("Held parcels"), count(shown.parcels.value), shown.parcels],
		[i18n.t("Held land"), i18n.t("{area} m²", { area: count(shown.area.value) }), shown.area],
		[i18n.t("Floor of held units"), i18n.t("{area} m²", { area: count(shown.floor.value) }), shown.floor],
		[i18n.t("Reserved land"), extent(shown.assigned.value), shown.assigned],
		[i18n.t("Common land"), extent(shown.common.value), shown.common],
		[i18n.t("Public land"), extent(shown.public.value), shown.public],
		[i18n.t("Named prices, mean of the season"), civ(shown.valuation.value, 2), shown.valuation],
		[i18n.t("Paid by land in the season"), civ(shown.revenue.value, 2), shown.revenue],
		[i18n.t("In the treasury"), civ(shown.treasury.value, 2), shown.treasury],
		[i18n.t("Declared yearly incomes, at least"), count(shown.income.value), shown.income],
	];
	const bands = shown.incomes.value;
	const any = bands.some((people) => people > 0);
	return (
		<>
			<Card
				title={season(shown.season)}
				aside={
					<label className="row">
						<span>{i18n.t("Season")}</span>
						<select value={shown.season} onChange={(event) => setIndex(Number(event.target.value))}>
							{[...records].reverse().map((record) => (
								<option key={record.season} value={record.season}>
									{count(record.season)}
								</option>
							))}
						</select>
					</label>
				}
			>
				<p className="soft">
					{i18n.t("Closed in block {block}. Charter version {version}. Tier after it: {tier}.", {
						block: count(shown.closed_at),
						version: count(shown.charter.version),
						tier: tierText(shown.tier.type),
					})}
				</p>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
				<section className="table-box" tabIndex={0} aria-label={season(shown.season)}>
					<table>
						<thead>
							<tr>
								<th scope="col">{i18n.t("Figure")}</th>
								<th scope="col">{i18n.t("Value")}</th>
								<th scope="col">{i18n.t("Rests on")}</th>
							</tr>
						</thead>
						<tbody>
							{rows.map(([name, value, figure]) => (
								<tr key={name}>
									<th scope="row">{name}</th>
									<td>{value}</td>
									<td>
										{figure && <Badge kind={kindOf(figure.evidence.type)}>{evidenceText(figure.evidence.type)}</Badge>}
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			</Card>
			{any && floors.data && (
				<Card
					title={i18n.t("Declared incomes")}
					aside={<Badge kind={kindOf(shown.incomes.evidence.type)}>{evidenceText(shown.incomes.evidence.type)}</Badge>}
				>
					<BarPlot
						title={i18n.t("How many people declared an income of at least so much a year, in secret")}
						axis={i18n.t("At least")}
						places={floors.data.map((floor) =>
							new Intl.NumberFormat(i18n.locale, { notation: "compact" }).format(floor),
						)}
						series={[{ name: i18n.t("People"), values: bands }]}
						value={(value) => count(value)}
					/>
				</Card>
			)}
		</>
	);
}

function kindOf(evidence: string): "good" | "warning" | "accent" | "plain" {
	if (evidence === "Counted" || evidence === "Collected") return "good";
	return evidence === "Declared" ? "warning" : "accent";
}

const CLASSES = ["Counted", "Collected", "Attested", "Registered", "Declared"] as const;

function evidenceText(evidence: string): string {
	switch (evidence) {
		case "Counted":
			return i18n.t("Counted");
		case "Collected":
			return i18n.t("Collected");
		case "Attested":
			return i18n.t("Attested");
		case "Registered":
			return i18n.t("Registered");
		default:
			return i18n.t("Declared");
	}
}

function explained(evidence: (typeof CLASSES)[number]): string {
	switch (evidence) {
		case "Counted":
			return i18n.t("The chain has counted it from its own records.");
		case "Collected":
			return i18n.t("Money that was paid. Nobody can fake it without paying it.");
		case "Attested":
			return i18n.t("Each person has said so for themselves, once a season.");
		case "Registered":
			return i18n.t("A registrar's word, after public notice in which anyone could object.");
		case "Declared":
			return i18n.t(
				"The word of a holder or a citizen. A holder must sell at the price that they name; nothing else is checked.",
			);
	}
}

function Evidence() {
	return (
		<Card title={i18n.t("What figures rest on")}>
			<dl className="facts">
				{CLASSES.map((evidence) => (
					<div key={evidence}>
						<dt>
							<Badge kind={kindOf(evidence)}>{evidenceText(evidence)}</Badge>
						</dt>
						<dd>{explained(evidence)}</dd>
					</div>
				))}
			</dl>
		</Card>
	);
}
