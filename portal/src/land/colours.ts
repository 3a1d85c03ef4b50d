// SPDX-License-Identifier: Apache-2.0
/** The colours of the map. Each scale also differs in lightness, so that it does not rest on hue alone. */

import { STATUSES, type Status } from "./state";

export type Theme = "light" | "dark";
export type ColourBy = "rate" | "price" | "status";
/** West, south, east, north, in degrees. */
export type Box = [number, number, number, number];

export const COLOURS = {
	light: { sea: "#dfe8ea", land: "#f1eee4", border: "#33444c", cell: "#17576c", none: "#c9c6ba" },
	dark: { sea: "#0d1518", land: "#1d272b", border: "#d9dedb", cell: "#7fc4d8", none: "#4a565b" },
} as const satisfies Record<Theme, Record<string, string>>;

/** From low to high. */
export const SCALE = ["#fbf3c4", "#f2c66d", "#dd8452", "#b04663", "#6b2b6f", "#2f1a4a"] as const;

export const STATUS_COLOURS: Record<Status, string> = {
	held: "#5b8fa8",
	bidden: "#e08b2c",
	grace: "#c23b4e",
	auction: "#8c3fa0",
	firstSale: "#f2d14b",
	reserved: "#b9b4a3",
	public: "#5f9e6e",
	filed: "#e8e6de",
};

/** The highest rate that the scale shows, as a share. */
export const HIGHEST_RATE = 0.07;

type Expression = readonly unknown[];

/** How MapLibre colours a parcel. */
export function paintOf(by: ColourBy, theme: Theme, [low, high]: readonly [number, number]): never {
	return expressionOf(by, theme, [low, high]) as never;
}

export function expressionOf(by: ColourBy, theme: Theme, [low, high]: readonly [number, number]): Expression {
	const { none } = COLOURS[theme];
	if (by === "status") {
		return ["match", ["get", "status"], ...STATUSES.flatMap((status) => [status, STATUS_COLOURS[status]]), none];
	}
	const [from, to] = by === "rate" ? [0, HIGHEST_RATE] : [low, Math.max(high, low * 1.001 + 1e-9)];
	const steps = SCALE.flatMap((colour, i) => [from + ((to - from) * i) / (SCALE.length - 1), colour]);
	// What has no price or rate is grey.
	return ["case", ["<", ["get", by], 0], none, ["interpolate", ["linear"], ["get", by], ...steps]];
}
