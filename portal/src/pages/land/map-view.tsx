/** The map in a page. Its code, and the drawing of the earth, are loaded with it. */

import { i18n } from "@lingui/core";
import { useEffect, useRef, useState } from "react";
import type { Box, ColourBy, Theme } from "../../land/colours";
import { cellBox, geometry } from "../../land/grid";
import type { CellFeatures, LandMap, ParcelFeatures } from "../../land/map";
import { share } from "../../land/rates";
import { type Overview, type Parcel, type Quote, statusOf } from "../../land/state";
import { Loading, Notice } from "../../ui";

interface Props {
	start: Box;
	parcels: readonly Parcel[];
	quotes: Map<number, Quote> | undefined;
	cells: Overview;
	by: ColourBy;
	prices: [number, number];
	onMove: (box: Box, zoom: number) => void;
	onChoose: (parcel: number) => void;
	onPoint: (parcel: number | undefined) => void;
}

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

function useTheme(): Theme {
	const query = "(prefers-color-scheme: dark)";
	const [dark, setDark] = useState(() => matchMedia(query).matches);
	useEffect(() => {
		const media = matchMedia(query);
		const change = () => setDark(media.matches);
		media.addEventListener("change", change);
		return () => media.removeEventListener("change", change);
	}, []);
	return dark ? "dark" : "light";
}

export function MapView({ start, parcels, quotes, cells, by, prices, onMove, onChoose, onPoint }: Props) {
	const place = useRef<HTMLDivElement>(null);
	const [map, setMap] = useState<LandMap>();
	const [failed, setFailed] = useState<string>();
	const theme = useTheme();
	const events = useRef({ onMove, onChoose, onPoint });
	events.current = { onMove, onChoose, onPoint };
	// Where the map begins counts once: it is the reader's from then on.
	const first = useRef(start);

	useEffect(() => {
		let over = false;
		let made: LandMap | undefined;
		import("../../land/map")
			.then(({ LandMap }) => {
				if (over || !place.current) return;
				const words = {
					"NavigationControl.ZoomIn": i18n.t("Closer"),
					"NavigationControl.ZoomOut": i18n.t("Further away"),
					"Map.Title": i18n.t("Map of the state's land"),
					"CooperativeGesturesHandler.WindowsHelpText": i18n.t("Hold Ctrl while you scroll to move the map closer."),
					"CooperativeGesturesHandler.MacHelpText": i18n.t("Hold ⌘ while you scroll to move the map closer."),
					"CooperativeGesturesHandler.MobileHelpText": i18n.t("Use two fingers to move the map."),
				};
				made = new LandMap(place.current, first.current, theme, words, {
					moved: (box, zoom) => events.current.onMove(box, zoom),
					chosen: (parcel) => events.current.onChoose(parcel),
					pointed: (parcel) => events.current.onPoint(parcel),
				});
				setMap(made);
			})
			.catch((error: unknown) => {
				setFailed(String(error));
				const [west, south, east, north] = first.current;
				// The list below works without a drawing.
				events.current.onMove([west, south, east, north], 15);
			});
		return () => {
			over = true;
			made?.remove();
			setMap(undefined);
		};
	}, [theme]);

	useEffect(() => void map?.show(featuresOf(parcels, quotes), squaresOf(cells)), [map, parcels, quotes, cells]);
	const [low, high] = prices;
	useEffect(() => void map?.colour(by, theme, [low, high]), [map, by, theme, low, high]);

	return (
		<>
			{failed && (
				<Notice kind="warning" title={i18n.t("This browser cannot draw the map.")}>
					<p>{i18n.t("The list below has all of it.")}</p>
				</Notice>
			)}
			{!map && !failed && <Loading lines={6} />}
			<div ref={place} className={failed ? "map failed" : "map"} />
		</>
	);
}
