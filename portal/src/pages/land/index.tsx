/** The state's land: a map, and the same parcels as a list. */

import { i18n } from "@lingui/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useChain, useRead } from "../../chain/context";
import { civ, count, percent, textOf } from "../../chain/format";
import { type Box, type ColourBy, HIGHEST_RATE, SCALE, STATUS_COLOURS } from "../../land/colours";
import { bounds, boxAround, roomy, scaleFor } from "../../land/grid";
import { share } from "../../land/rates";
import {
	around,
	nameOf,
	overviewOf,
	type Parcel,
	parcelsWithin,
	type Quote,
	quotesOf,
	STATUSES,
	statusOf,
	statusText,
	territories,
} from "../../land/state";
import { Answer, Badge, Button, Card, Figure, Link, Loading, Notice, Page } from "../../ui";
import { TextField } from "../../ui/forms";
import { useMe } from "../../wallet/context";
import { MapView } from "./map-view";

/** Closer than this, the map draws parcels; from further away, cells. */
const PARCELS_FROM = 13;
/** The list shows so many at a time. */
const PAGE = 25;

export default function LandPage() {
	const footprint = useRead(["footprint"], (api, at) => api.apis.LandApi.footprint(at));
	const places = useRead(["territories"], territories);
	return (
		<Page
			title={i18n.t("Land")}
			lead={i18n.t(
				"Whoever holds a parcel names its price, pays a charge on that price, and must sell to anyone who pays it. Neighbours move the rate of the charge by voting.",
			)}
		>
			<Answer of={footprint} lines={2}>
				{({ held, common, public: open, residents, valuation }) => (
					<div className="figures">
						<Figure
							label={i18n.t("Held")}
							value={count(held.parcels)}
							note={i18n.t("{area} m² of land", { area: count(held.area) })}
						/>
						<Figure label={i18n.t("Named prices")} value={civ(valuation, 0)} note={i18n.t("all together")} />
						<Figure label={i18n.t("For sale by all")} value={count(common.parcels)} note={i18n.t("common land")} />
						<Figure label={i18n.t("Public")} value={count(open.parcels)} note={i18n.t("never for sale")} />
						<Figure label={i18n.t("Residents")} value={count(residents)} />
					</div>
				)}
			</Answer>
			<Answer of={places} lines={8}>
				{(all) =>
					all.length === 0 ? (
						<Notice title={i18n.t("The state has no land yet.")}>
							<p>
								{i18n.t("Land comes with a territory, which citizens open by vote, or the founder in the first tier.")}
							</p>
						</Notice>
					) : (
						<Explorer places={all} />
					)
				}
			</Answer>
			<Market />
		</Page>
	);
}

type Places = Awaited<ReturnType<typeof territories>>;

/** The map with its list. The map begins where the state has land. */
function Explorer({ places }: { places: Places }) {
	const { api, head } = useChain();
	const [place, setPlace] = useState(0);
	const chosen = places[place] ?? places[0];
	const start = useRead(["start", chosen?.id], chosen && ((_, at) => around(api, chosen, at)));
	const [view, setView] = useState<{ box: Box; zoom: number }>();
	const [by, setBy] = useState<ColourBy>("rate");
	const navigate = useNavigate();

	const wide = view && roomy(view.box);
	const scale = wide && scaleFor(bounds(wide));
	const close = view !== undefined && view.zoom >= PARCELS_FROM;
	// Shapes change rarely: they are read again every few blocks, and prices and rates with each block.
	const parcels = useRead(
		["within", wide?.join("/"), Math.floor(head.number / 10)],
		close && wide ? (api, at) => parcelsWithin(api, bounds(wide), at) : undefined,
	);
	const shown = close ? parcels.data : undefined;
	const quotes = useRead(
		["quotes", wide?.join("/"), shown?.length],
		shown &&
			((api, at) =>
				quotesOf(
					api,
					shown.map(({ id }) => id),
					at,
				)),
	);
	const cells = useRead(
		["overview", wide?.join("/"), scale],
		!close && wide && scale !== undefined ? (api, at) => overviewOf(api, bounds(wide), scale, at) : undefined,
	);
	const [pointed, setPointed] = useState<number>();
	const under = shown?.find(({ id }) => id === pointed);

	if (!start.data) return <Loading lines={8} />;
	const first = boxAround(start.data.map(({ shape }) => shape)) ?? ([-180, -60, 180, 75] as Box);
	const prices = [...(quotes.data?.values() ?? [])]
		.map(({ price }) => Number(price / 10n ** 12n))
		.filter((price) => price > 0);
	const range: [number, number] = prices.length ? [Math.min(...prices), Math.max(...prices)] : [0, 1];
	return (
		<>
			<Card
				title={i18n.t("Map")}
				aside={
					<div className="row">
						{places.length > 1 && (
							<label className="row">
								<span>{i18n.t("Territory")}</span>
								<select value={place} onChange={(event) => setPlace(Number(event.target.value))}>
									{places.map(({ id, territory }, i) => (
										<option key={id} value={i}>
											{textOf(territory.name)}
										</option>
									))}
								</select>
							</label>
						)}
						<label className="row">
							<span>{i18n.t("Colour by")}</span>
							<select value={by} onChange={(event) => setBy(event.target.value as ColourBy)}>
								<option value="rate">{i18n.t("Rate")}</option>
								<option value="price">{i18n.t("Price")}</option>
								<option value="status">{i18n.t("Status")}</option>
							</select>
						</label>
					</div>
				}
			>
				<p className="soft">{i18n.t("The parcels in this part of the map also stand in the list below it.")}</p>
				<MapView
					key={chosen?.id}
					start={first}
					parcels={shown ?? []}
					quotes={quotes.data}
					cells={close ? [] : (cells.data ?? [])}
					by={by}
					prices={range}
					onMove={(box, zoom) => setView({ box, zoom })}
					onChoose={(id) => void navigate({ to: `/land/${id}` as string })}
					onPoint={setPointed}
				/>
				<Legend by={by} prices={range} />
				<p className="soft" aria-hidden="true">
					{under
						? describe(under, quotes.data?.get(under.id))
						: i18n.t("Point at a parcel to see it, choose it to open its page.")}
				</p>
				{view && !close && scale === undefined && (
					<p className="soft">{i18n.t("Move closer: from this far away, parcels are too small to count.")}</p>
				)}
			</Card>
			{close && shown ? (
				<ParcelList parcels={shown.filter((parcel) => view && touches(parcel, view.box))} quotes={quotes.data} />
			) : (
				cells.data && (
					<Card title={i18n.t("From further away")}>
						<p>
							{i18n.t(
								"{cells, plural, one {# square} other {# squares}} with {parcels, plural, one {# parcel} other {# parcels}}. Move closer to see each.",
								{
									cells: cells.data.length,
									parcels: cells.data.reduce((sum, [, footprint]) => sum + parcelsIn(footprint), 0),
								},
							)}
						</p>
					</Card>
				)
			)}
		</>
	);
}

/** How many parcels of any kind. */
export function parcelsIn(
	footprint: Record<"filed" | "common" | "assigned" | "held" | "public", { parcels: number }>,
): number {
	const { filed, common, assigned, held, public: open } = footprint;
	return [filed, common, assigned, held, open].reduce((sum, { parcels }) => sum + parcels, 0);
}

function touches({ shape }: Parcel, [west, south, east, north]: Box): boolean {
	const box = boxAround([shape]);
	return box !== undefined && box[0] < east && box[2] > west && box[1] < north && box[3] > south;
}

/** A parcel in a line of words. */
function describe(parcel: Parcel, quote: Quote | undefined): string {
	const parts = [nameOf(parcel), statusText(statusOf(parcel, quote))];
	if (quote && quote.price > 0n) parts.push(civ(quote.price, 0));
	if (quote && quote.rate > 0n) parts.push(i18n.t("{rate} a year", { rate: percent(share(quote.rate), 2) }));
	return parts.join(" · ");
}

/** What the colours mean. */
function Legend({ by, prices: [low, high] }: { by: ColourBy; prices: readonly [number, number] }) {
	if (by === "status") {
		return (
			<ul className="plot-legend">
				{STATUSES.map((status) => (
					<li key={status}>
						<svg viewBox="0 0 12 12" aria-hidden="true">
							<rect width="12" height="12" rx="3" fill={STATUS_COLOURS[status]} />
						</svg>
						{statusText(status)}
					</li>
				))}
			</ul>
		);
	}
	const [from, to] =
		by === "rate"
			? [percent(0), percent(HIGHEST_RATE)]
			: [low, high].map((price) => i18n.t("{amount} CIV", { amount: count(price) }));
	return (
		<p className="scale">
			<span>{from}</span>
			<svg viewBox={`0 0 ${SCALE.length} 1`} preserveAspectRatio="none" aria-hidden="true">
				{SCALE.map((colour, i) => (
					<rect key={colour} x={i} width="1" height="1" fill={colour} />
				))}
			</svg>
			<span>{to}</span>
		</p>
	);
}

/** Parcels as rows: what the map shows, for readers who do not see it or want figures. */
function ParcelList({ parcels, quotes }: { parcels: readonly Parcel[]; quotes: Map<number, Quote> | undefined }) {
	const [shown, setShown] = useState(PAGE);
	const [search, setSearch] = useState("");
	const wanted = search.trim().toLowerCase();
	const found = parcels.filter((parcel) => {
		return wanted === "" || String(parcel.id) === wanted || nameOf(parcel).toLowerCase().includes(wanted);
	});
	return (
		<Card
			title={i18n.t("Parcels on this map")}
			aside={
				<span className="soft">{i18n.t("{n, plural, one {# parcel} other {# parcels}}", { n: found.length })}</span>
			}
		>
			<TextField label={i18n.t("Name or number")} value={search} onChange={setSearch} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
			<section className="table-box" tabIndex={0} aria-label={i18n.t("Parcels on this map")}>
				<table>
					<thead>
						<tr>
							<th scope="col">{i18n.t("Parcel")}</th>
							<th scope="col">{i18n.t("Status")}</th>
							<th scope="col">{i18n.t("Price")}</th>
							<th scope="col">{i18n.t("Rate a year")}</th>
							<th scope="col">{i18n.t("Area")}</th>
							<th scope="col">{i18n.t("Residents")}</th>
						</tr>
					</thead>
					<tbody>
						{found.slice(0, shown).map((parcel) => {
							const quote = quotes?.get(parcel.id);
							return (
								<tr key={parcel.id}>
									<th scope="row">
										<Link to={`/land/${parcel.id}` as string}>{nameOf(parcel)}</Link>
									</th>
									<td>{statusText(statusOf(parcel, quote))}</td>
									<td className="nowrap">{quote && quote.price > 0n ? civ(quote.price, 0) : "–"}</td>
									<td>{quote && quote.rate > 0n ? percent(share(quote.rate), 2) : "–"}</td>
									<td className="nowrap">{i18n.t("{area} m²", { area: count(parcel.parcel.area) })}</td>
									<td>{count(parcel.residents)}</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</section>
			{found.length > shown && (
				<Button kind="quiet" onPress={() => setShown(shown + PAGE)}>
					{i18n.t("Show more")}
				</Button>
			)}
		</Card>
	);
}

/** What moves: my parcels, what is at auction, what is under notice. */
function Market() {
	const { account } = useMe();
	const mine = useRead(
		["mine", account?.address],
		account && ((api, at) => api.apis.LandApi.parcels_of(account.address, undefined, 50, at)),
	);
	const auctions = useRead(["auctions"], (api, at) => api.apis.TaxApi.auctions(undefined, at));
	const filings = useRead(["filings"], (api, at) => api.apis.LandApi.filings(undefined, 50, at));
	return (
		<div className="grid wide">
			{account && (
				<Card title={i18n.t("What I hold")}>
					<Answer of={mine}>
						{(parcels) =>
							parcels.length === 0 ? (
								<p className="soft">{i18n.t("This account holds no land.")}</p>
							) : (
								<ul className="plain-list rows">
									{parcels.map((parcel) => (
										<li key={parcel.id} className="row spread">
											<Link to={`/land/${parcel.id}` as string}>{nameOf(parcel)}</Link>
											<span>{i18n.t("{area} m²", { area: count(parcel.parcel.area) })}</span>
										</li>
									))}
								</ul>
							)
						}
					</Answer>
				</Card>
			)}
			<Card title={i18n.t("For sale now")}>
				<Answer of={auctions}>
					{(all) =>
						all.length === 0 ? (
							<p className="soft">{i18n.t("Nothing is at auction. You can bid for any parcel that somebody holds.")}</p>
						) : (
							<ul className="plain-list rows">
								{all.slice(0, 20).map(([parcel, { auction, price, least_bid }]) => (
									<li key={parcel} className="row spread">
										<Link to={`/land/${parcel}` as string}>{i18n.t("Parcel {id}", { id: parcel })}</Link>
										<span className="row">
											{civ(auction.former ? price : least_bid, 0)}
											<Badge>{auction.former ? i18n.t("Price falls") : i18n.t("Highest bid buys")}</Badge>
										</span>
									</li>
								))}
							</ul>
						)
					}
				</Answer>
			</Card>
			<Card title={i18n.t("Under public notice")}>
				<p className="soft">{i18n.t("Changes of the register wait, so that anyone can object.")}</p>
				<Answer of={filings}>
					{(all) =>
						all.length === 0 ? (
							<p className="soft">{i18n.t("There is nothing under notice.")}</p>
						) : (
							<ul className="plain-list rows">
								{all.map(([parcel, { challenge }]) => (
									<li key={parcel} className="row spread">
										<Link to={`/land/${parcel}` as string}>{i18n.t("Parcel {id}", { id: parcel })}</Link>
										{challenge && <Badge kind="warning">{i18n.t("Challenged")}</Badge>}
									</li>
								))}
							</ul>
						)
					}
				</Answer>
			</Card>
		</div>
	);
}
