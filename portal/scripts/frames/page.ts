// SPDX-License-Identifier: Apache-2.0
/** The portal's own map with ten thousand made-up parcels. `measure` pans it and answers how long each frame took. */

import type { Box } from "../../src/land/colours";
import { boxAround, type Rectangle } from "../../src/land/grid";
import { LandMap } from "../../src/land/map";
import { featuresOf } from "../../src/pages/land/features";

const SIDE = 100;
/** The tile in the middle of the Eixample. */
const [ROW, COLUMN] = [1_283_171, 1_779_042];

/** Parcels of three by four tiles with a notch, a tile of street between them. */
const parcels = Array.from({ length: SIDE * SIDE }, (_, id) => {
	const [row, column] = [ROW + 5 * Math.floor(id / SIDE), COLUMN + 5 * (id % SIDE)];
	const shape: Rectangle[] = [
		{ row, column, rows: 3, columns: 4 },
		{ row: row + 3, column, rows: 1, columns: 2 },
	];
	return {
		id,
		shape,
		parcel: { title: { type: "Held", value: "" } },
		description: { name: new Uint8Array() },
		residents: 0,
	};
});
const quotes = new Map(
	parcels.map(({ id }) => {
		const rate = BigInt(20 + ((id * 7919) % 50)) * 10n ** 15n;
		return [
			id,
			{
				parcel: id,
				state: { type: "Held", value: undefined },
				price: BigInt(1_000 + ((id * 104_729) % 9_000)) * 10n ** 12n,
				rate,
			},
		];
	}),
);

const begun = performance.now();
const features = featuresOf(parcels as never, quotes as never);
const shaped = performance.now() - begun;
const box = boxAround(parcels.map(({ shape }) => shape)) as Box;
const map = new LandMap(
	document.getElementById("map") as HTMLElement,
	box,
	"light",
	{},
	{ moved: () => undefined, chosen: () => undefined, pointed: () => undefined },
);

async function measure(seconds: number) {
	await map.show(features, { type: "FeatureCollection", features: [] });
	await map.colour("rate", "light", [0, 1]);
	await map.map.once("idle");
	const loaded = performance.now() - begun;
	const drawn = map.map.queryRenderedFeatures({ layers: ["parcels"] }).length;
	const frames: number[] = [];
	let last = performance.now();
	let over = false;
	const count = (now: number) => {
		frames.push(now - last);
		last = now;
		if (!over) requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	const { lng, lat } = map.map.getCenter();
	const step = (box[2] - box[0]) / 6;
	for (let i = 0; i < seconds; i++) {
		const [x, y] = [
			[1, 0],
			[0, 1],
			[-1, 0],
			[0, -1],
		][i % 4] as [number, number];
		map.map.easeTo({ center: [lng + x * step, lat + y * step], duration: 1_000, essential: true });
		await map.map.once("moveend");
	}
	over = true;
	return { parcels: parcels.length, drawn, shaped, loaded, frames: frames.slice(1) };
}

Object.assign(window, { measure });
