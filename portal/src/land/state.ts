// SPDX-License-Identifier: Apache-2.0
/** What is read about land, and how a parcel stands, in one word. */

import { i18n } from "@lingui/core";
import type { Api } from "../chain/connection";
import { textOf } from "../chain/format";
import { type Bounds, bounds, CELLS_AT_ONCE } from "./grid";

type LandApi = Api["apis"]["LandApi"];
type TaxApi = Api["apis"]["TaxApi"];
type Answer<F extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<F>>>;

export type Parcel = Answer<LandApi["parcel"]>;
export type Quote = Answer<TaxApi["quotes"]>[number];
export type Holding = Answer<TaxApi["holding"]>;
export type Auction = Answer<TaxApi["auction"]>;
export type Filing = Answer<LandApi["filing"]>;
export type Overview = Answer<LandApi["overview"]>["cells"];

/** How many parcels a page of the map draws at most. */
export const MOST_PARCELS = 12_000;
/** As many as the chain puts on a page. */
const PAGE = 256;

/** How a parcel stands: its title, and the market. */
export type Status = "held" | "bidden" | "grace" | "auction" | "firstSale" | "reserved" | "public" | "filed";

export function statusOf({ parcel }: Parcel, quote: Quote | undefined): Status {
	switch (quote?.state.type) {
		case "Bidden":
			return "bidden";
		case "InGrace":
			return "grace";
		case "FirstSale":
			return "firstSale";
		case "Auction":
			return "auction";
	}
	switch (parcel.title.type) {
		case "Held":
			return "held";
		case "Assigned":
			return "reserved";
		case "Public":
			return "public";
		case "Filed":
			return "filed";
		default:
			return "firstSale";
	}
}

/** The name of a status. */
export function statusText(status: Status): string {
	switch (status) {
		case "held":
			return i18n.t("Held");
		case "bidden":
			return i18n.t("Held, with an open bid");
		case "grace":
			return i18n.t("Holder is in arrears");
		case "auction":
			return i18n.t("At auction");
		case "firstSale":
			return i18n.t("Common land, for sale");
		case "reserved":
			return i18n.t("Reserved");
		case "public":
			return i18n.t("Public");
		case "filed":
			return i18n.t("Under public notice");
	}
}

export const STATUSES: readonly Status[] = [
	"held",
	"bidden",
	"grace",
	"auction",
	"firstSale",
	"reserved",
	"public",
	"filed",
];

/** What people call a parcel. */
export function nameOf({ id, description }: Pick<Parcel, "id" | "description">): string {
	const name = textOf(description.name);
	return name ? name : i18n.t("Parcel {id}", { id });
}

/** The parcels of which a tile lies in a box, page by page. */
export async function parcelsWithin(api: Api, box: Bounds, at: { at: "best" }): Promise<Parcel[]> {
	const found: Parcel[] = [];
	let next: Parameters<LandApi["parcels_within"]>[1];
	do {
		const page = await api.apis.LandApi.parcels_within(box, next, PAGE, at);
		found.push(...page.parcels);
		next = page.next;
	} while (next && found.length < MOST_PARCELS);
	return found;
}

/** What the market says of parcels. */
export async function quotesOf(api: Api, parcels: readonly number[], at: { at: "best" }): Promise<Map<number, Quote>> {
	const pages: number[][] = [];
	for (let from = 0; from < parcels.length; from += PAGE) pages.push(parcels.slice(from, from + PAGE));
	const answers = await Promise.all(pages.map((page) => api.apis.TaxApi.quotes(page, at)));
	return new Map(answers.flat().map((quote) => [quote.parcel, quote]));
}

/** How much land there is in each cell of a box: one call, if the scale fits the box. */
export async function overviewOf(api: Api, box: Bounds, scale: number, at: { at: "best" }): Promise<Overview> {
	const cells: Overview = [];
	let from: bigint | undefined = 0n;
	while (from !== undefined && from < BigInt(4 * CELLS_AT_ONCE)) {
		const page: Answer<LandApi["overview"]> = await api.apis.LandApi.overview(box, scale, from, at);
		cells.push(...page.cells);
		from = page.next;
	}
	return cells;
}

/** All territories, each with a point in it. */
export async function territories(api: Api, at: { at: "best" }) {
	const all = await api.apis.LandApi.territories(0, PAGE, at);
	return Promise.all(
		all.map(async ([id, territory]) => {
			const [first] = await api.apis.LandApi.parcels_in_territory(id, undefined, 1, at);
			return { id, territory, first };
		}),
	);
}

export type Territory = Awaited<ReturnType<typeof territories>>[number];

/** Where a map of the state begins: the parcels around the first one of a territory. */
export async function around(api: Api, { first }: Territory, at: { at: "best" }): Promise<Parcel[]> {
	if (!first) return [];
	const { lat, lon } = first.parcel.reference;
	const [x, y, reach] = [lon / 1e7, lat / 1e7, 0.04];
	return parcelsWithin(api, bounds([x - reach, y - reach, x + reach, y + reach]), at);
}
