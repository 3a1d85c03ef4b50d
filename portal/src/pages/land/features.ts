// SPDX-License-Identifier: Apache-2.0
/** What the map draws, from what the chain says. */

import { cellBox, geometry } from "../../land/grid";
import type { CellFeatures, ParcelFeatures } from "../../land/map";
import { share } from "../../land/rates";
import { type Overview, type Parcel, type Quote, statusOf } from "../../land/state";

/** Parcels as the map takes them. What has no price or no rate has -1. */
export function featuresOf(parcels: readonly Parcel[], quotes: Map<number, Quote> | undefined): ParcelFeatures {
	return {
		type: "FeatureCollection",
		features: parcels.map((parcel) => {
			const quote = quotes?.get(parcel.id);
			return {
				type: "Feature",
				geometry: shapeOf(parcel),
				properties: {
					id: parcel.id,
					rate: quote && quote.rate > 0n ? share(quote.rate) : -1,
					price: quote && quote.price > 0n ? Number(quote.price / 10n ** 12n) : -1,
					status: statusOf(parcel, quote),
				},
			};
		}),
	};
}

// Shapes are worked out once for each parcel that was read.
const shapes = new WeakMap<Parcel["shape"], GeoJSON.MultiPolygon>();
function shapeOf({ shape }: Parcel): GeoJSON.MultiPolygon {
	const known = shapes.get(shape) ?? geometry(shape);
	shapes.set(shape, known);
	return known;
}

/** Cells as squares, the darker the more parcels they have. */
export function squaresOf(cells: Overview): CellFeatures {
	const counted = cells.map(([cell, { filed, common, assigned, held, public: open }]) => {
		return { cell, parcels: [filed, common, assigned, held, open].reduce((sum, part) => sum + part.parcels, 0) };
	});
	const most = Math.max(1, ...counted.map(({ parcels }) => parcels));
	return {
		type: "FeatureCollection",
		features: counted.map(({ cell, parcels }) => {
			const [west, south, east, north] = cellBox(cell);
			const ring = [
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south],
			];
			return {
				type: "Feature",
				geometry: { type: "Polygon", coordinates: [ring] },
				properties: { parcels, share: 0.25 + (0.65 * parcels) / most },
			};
		}),
	};
}
