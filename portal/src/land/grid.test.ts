// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { bounds, boxAround, cellBox, cellSide, geometry, orientation, outline, roomy, scaleFor, UNITS } from "./grid";

const tile = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
/** The corners of a ring, as rows and columns again. */
const corners = (ring: [number, number][]) =>
	ring.map(([x, y]) => [Math.round((y * UNITS + 900_000_000) / 1024), Math.round((x * UNITS + 1_800_000_000) / 1024)]);

it("draws one ring of four corners around a rectangle, counter-clockwise", () => {
	const [ring, ...others] = outline([tile(10, 20, 3, 4)]);
	expect(others).toEqual([]);
	expect(corners(ring as [number, number][])).toEqual([
		[10, 20],
		[10, 24],
		[13, 24],
		[13, 20],
		[10, 20],
	]);
	expect(orientation(ring as [number, number][])).toBeGreaterThan(0);
});

it("draws no line between rectangles that touch", () => {
	const joined = outline([tile(0, 0, 1, 2), tile(1, 0, 1, 2)]);
	expect(joined).toEqual(outline([tile(0, 0, 2, 2)]));
});

it("draws a hole clockwise, and gives it to the polygon around it", () => {
	const ring = [tile(0, 0, 1, 3), tile(1, 0), tile(1, 2), tile(2, 0, 1, 3)];
	const { coordinates } = geometry(ring);
	expect(coordinates).toHaveLength(1);
	const [outer, hole] = coordinates[0] as [number, number][][];
	expect(orientation(outer as [number, number][])).toBeGreaterThan(0);
	expect(orientation(hole as [number, number][])).toBeLessThan(0);
	// Eight tiles of nine.
	const area = coordinates.flat().reduce((sum, one) => sum + orientation(one as [number, number][]), 0) / 2;
	expect(Math.round(area / (1024 / UNITS) ** 2)).toBe(8);
});

it("keeps tiles apart that touch at a corner only", () => {
	const { coordinates } = geometry([tile(0, 0), tile(1, 1)]);
	expect(coordinates.map((polygon) => polygon[0]?.length)).toEqual([5, 5]);
});

it("draws every ring of a random shape such that the areas add up to its tiles", () => {
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		return Math.floor((seed / 2 ** 31) * below);
	};
	for (let i = 0; i < 200; i++) {
		const tiles = new Set(Array.from({ length: 1 + random(40) }, () => random(36)));
		const rings = outline([...tiles].map((n) => tile(Math.floor(n / 6), n % 6)));
		const area = rings.reduce((sum, ring) => sum + orientation(ring), 0) / 2;
		expect(Math.round(area / (1024 / UNITS) ** 2)).toBe(tiles.size);
	}
});

it("finds the box around shapes, and none around nothing", () => {
	expect(boxAround([])).toBeUndefined();
	const [west, south, east, north] = boxAround([[tile(1_000_000, 2_000_000, 2, 3)]]) as [
		number,
		number,
		number,
		number,
	];
	expect([west, south]).toEqual([24.8, 12.4]);
	expect(east - west).toBeCloseTo(3 * 1024e-7);
	expect(north - south).toBeCloseTo(2 * 1024e-7);
});

it("places a cell as its number says", () => {
	const [scale, row, column] = [1n, 8_000n, 15_000n];
	const [west, south, east, north] = cellBox((scale << 48n) | (row << 24n) | column);
	const side = cellSide(1) / UNITS;
	expect(south).toBeCloseTo(8_000 * side - 90);
	expect(west).toBeCloseTo(15_000 * side - 180);
	expect([east - west, north - south].map((edge) => edge.toFixed(6))).toEqual(
		[side, side].map((edge) => edge.toFixed(6)),
	);
});

it("asks for cells as fine as one answer allows, and for none of the whole earth", () => {
	const around = (degrees: number) => scaleFor(bounds([2, 41, 2 + degrees, 41 + degrees]));
	expect([around(0.1), around(1), around(4), around(20)]).toEqual([0, 1, 2, undefined]);
});

it("asks for the same box again after a small move", () => {
	const [first, second] = [roomy([2.1, 41.3, 2.2, 41.4]), roomy([2.103, 41.302, 2.203, 41.402])];
	expect(second).toEqual(first);
	expect(first[0]).toBeLessThan(2.1);
	expect(first[3]).toBeGreaterThan(41.4);
});
