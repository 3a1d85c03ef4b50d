// SPDX-License-Identifier: Apache-2.0
/** The map itself: MapLibre with a drawing of the earth's land and no tile server. Loaded with the page that shows it. */

import { type GeoJSONSource, LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { feature } from "topojson-client";
import landUrl from "world-atlas/land-50m.json?url";
import { type Box, COLOURS, type ColourBy, paintOf, type Theme } from "./colours";

setWorkerUrl(workerUrl);

export type ParcelFeatures = GeoJSON.FeatureCollection<
	GeoJSON.MultiPolygon,
	{ id: number; rate: number; price: number; status: string }
>;
export type CellFeatures = GeoJSON.FeatureCollection<GeoJSON.Polygon, { parcels: number; share: number }>;

export interface MapEvents {
	/** The map shows another part of the earth. */
	moved: (box: Box, zoom: number) => void;
	/** Somebody has chosen a parcel on it. */
	chosen: (parcel: number) => void;
	/** The pointer is on a parcel, or on none any more. */
	pointed: (parcel: number | undefined) => void;
}

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** The coastlines, as a file of this site. */
async function coast(): Promise<GeoJSON.GeoJSON> {
	const topology = await (await fetch(landUrl)).json();
	return feature(topology, topology.objects.land);
}

/** A map in an element of the page. */
export class LandMap {
	readonly map: MapLibre;
	private readonly ready: Promise<void>;
	private marked: number | undefined;

	constructor(container: HTMLElement, box: Box, theme: Theme, words: Record<string, string>, events: MapEvents) {
		const colours = COLOURS[theme];
		this.map = new MapLibre({
			container,
			bounds: box,
			fitBoundsOptions: { padding: 24 },
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			maxZoom: 20,
			locale: words,
			reduceMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
			// Scrolling the page past the map must not be caught by it.
			cooperativeGestures: true,
			style: {
				version: 8,
				sources: {
					coast: { type: "geojson", data: EMPTY },
					cells: { type: "geojson", data: EMPTY },
					parcels: { type: "geojson", data: EMPTY, promoteId: "id" },
				},
				layers: [
					{ id: "sea", type: "background", paint: { "background-color": colours.sea } },
					{ id: "land", type: "fill", source: "coast", maxzoom: 11, paint: { "fill-color": colours.land } },
					{
						id: "ground",
						type: "background",
						minzoom: 11,
						paint: { "background-color": colours.land },
					},
					{
						id: "cells",
						type: "fill",
						source: "cells",
						paint: { "fill-color": colours.cell, "fill-opacity": ["get", "share"] },
					},
					{ id: "parcels", type: "fill", source: "parcels", paint: { "fill-color": colours.none } },
					{
						id: "borders",
						type: "line",
						source: "parcels",
						minzoom: 14,
						paint: {
							"line-color": colours.border,
							"line-width": ["case", ["boolean", ["feature-state", "marked"], false], 4, 1],
						},
					},
				],
			},
		} as ConstructorParameters<typeof MapLibre>[0]);
		const { map } = this;
		map.touchZoomRotate.disableRotation();
		map.addControl(new NavigationControl({ showCompass: false }));
		this.ready = new Promise((resolve) => map.once("load", () => resolve()));
		void Promise.all([coast(), this.ready]).then(([data]) => this.source("coast")?.setData(data));
		const tell = () => {
			const area = map.getBounds();
			events.moved([area.getWest(), area.getSouth(), area.getEast(), area.getNorth()], map.getZoom());
		};
		map.on("moveend", tell);
		map.once("load", tell);
		map.on("click", "parcels", ({ features }) => {
			const id = features?.[0]?.properties.id as number | undefined;
			if (id !== undefined) events.chosen(id);
		});
		map.on("mousemove", "parcels", ({ features }) => {
			map.getCanvas().style.cursor = "pointer";
			events.pointed(features?.[0]?.properties.id as number | undefined);
		});
		map.on("mouseleave", "parcels", () => {
			map.getCanvas().style.cursor = "";
			events.pointed(undefined);
		});
		map.on("click", "cells", ({ lngLat, features }) => {
			if (features?.length) map.easeTo({ center: lngLat, zoom: Math.min(map.getZoom() + 2, 16) });
		});
	}

	private source(name: string): GeoJSONSource | undefined {
		return this.map.getSource(name) as GeoJSONSource | undefined;
	}

	async show(parcels: ParcelFeatures, cells: CellFeatures): Promise<void> {
		await this.ready;
		this.source("parcels")?.setData(parcels);
		this.source("cells")?.setData(cells);
	}

	async colour(by: ColourBy, theme: Theme, prices: [number, number]): Promise<void> {
		await this.ready;
		this.map.setPaintProperty("parcels", "fill-color", paintOf(by, theme, prices));
	}

	async mark(parcel: number | undefined): Promise<void> {
		await this.ready;
		if (this.marked !== undefined) this.map.setFeatureState({ source: "parcels", id: this.marked }, { marked: false });
		this.marked = parcel;
		if (parcel !== undefined) this.map.setFeatureState({ source: "parcels", id: parcel }, { marked: true });
	}

	go(box: Box): void {
		this.map.fitBounds(new LngLatBounds(box), { padding: 24, maxZoom: 17 });
	}

	remove(): void {
		this.map.remove();
	}
}
