/** The map in a page. Its code, and the drawing of the earth, are loaded with it. */

import { i18n } from "@lingui/core";
import { useEffect, useRef, useState } from "react";
import type { Box, ColourBy, Theme } from "../../land/colours";
import type { LandMap } from "../../land/map";
import type { Overview, Parcel, Quote } from "../../land/state";
import { Loading, Notice } from "../../ui";
import { featuresOf, squaresOf } from "./features";

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
