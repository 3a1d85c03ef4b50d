// SPDX-License-Identifier: Apache-2.0
/** The chain's grid of tiles and cells, and shapes made of tiles. Coordinates are in units of 1e-7 degree on the chain. */

/** Units of the chain's coordinates in a degree. */
export const UNITS = 10_000_000;
/** The side of a tile, in these units. */
const TILE = 1_024;
const SOUTH = 900_000_000;
const WEST = 1_800_000_000;

export interface Rectangle {
	row: number;
	column: number;
	rows: number;
	columns: number;
}

/** A box, in units of the chain. */
export interface Bounds {
	south: number;
	west: number;
	north: number;
	east: number;
}

/** Longitude and latitude, in degrees. */
export type Position = [number, number];

function position(row: number, column: number): Position {
	return [(column * TILE - WEST) / UNITS, (row * TILE - SOUTH) / UNITS];
}

/**
 * The rings around tiles, as GeoJSON has them: outer ones counter-clockwise, holes clockwise. Each tile has four edges; an
 * edge between two tiles of the shape is none of its outline.
 */
export function outline(shape: readonly Rectangle[]): Position[][] {
	const tiles = new Set<string>();
	for (const { row, column, rows, columns } of shape) {
		for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) tiles.add(`${r}/${c}`);
	}
	// Corner to corners that follow it, with the shape on the left.
	const next = new Map<string, [number, number][]>();
	const edge = (fromRow: number, fromColumn: number, row: number, column: number) => {
		const key = `${fromRow}/${fromColumn}`;
		next.set(key, [...(next.get(key) ?? []), [row, column]]);
	};
	for (const tile of tiles) {
		const [r, c] = tile.split("/").map(Number) as [number, number];
		if (!tiles.has(`${r - 1}/${c}`)) edge(r, c, r, c + 1);
		if (!tiles.has(`${r}/${c + 1}`)) edge(r, c + 1, r + 1, c + 1);
		if (!tiles.has(`${r + 1}/${c}`)) edge(r + 1, c + 1, r + 1, c);
		if (!tiles.has(`${r}/${c - 1}`)) edge(r + 1, c, r, c);
	}
	const rings: Position[][] = [];
	while (next.size > 0) {
		const [start] = next.keys() as unknown as [string];
		const corners: [number, number][] = [];
		let at = start;
		let from: [number, number] | undefined;
		do {
			const [row, column] = at.split("/").map(Number) as [number, number];
			const ways = next.get(at) as [number, number][];
			const way = ways.length === 1 ? 0 : sharpestLeft(from, [row, column], ways);
			const [to] = ways.splice(way, 1) as [[number, number]];
			if (ways.length === 0) next.delete(at);
			const before = corners.at(-2);
			// Corners on a straight line say nothing.
			const straight =
				before &&
				((before[0] === row && corners.at(-1)?.[0] === row && to[0] === row) ||
					(before[1] === column && corners.at(-1)?.[1] === column && to[1] === column));
			if (straight) corners.pop();
			corners.push([row, column]);
			from = [row, column];
			at = `${to[0]}/${to[1]}`;
		} while (at !== start);
		rings.push(simplified(corners).map(([row, column]) => position(row, column)));
	}
	for (const ring of rings) ring.push(ring[0] as Position);
	return rings;
}

/** Where two tiles touch at a corner only, the ring turns left, and so stays with its tile. */
function sharpestLeft(from: [number, number] | undefined, [row, column]: [number, number], ways: [number, number][]) {
	if (!from) return 0;
	const [dr, dc] = [row - from[0], column - from[1]];
	// A turn to the left of (dr, dc) goes to (dc, -dr), rows counting upwards.
	const left = ways.findIndex(([r, c]) => r - row === dc && c - column === -dr);
	return Math.max(left, 0);
}

/** A ring without the corners at which it goes straight on. */
function simplified(corners: readonly [number, number][]): [number, number][] {
	return corners.filter(([row, column], i) => {
		const before = corners.at(i - 1) as [number, number];
		const after = corners[(i + 1) % corners.length] as [number, number];
		return !((before[0] === row && after[0] === row) || (before[1] === column && after[1] === column));
	});
}

/** Twice the signed area of a ring: above zero if it runs counter-clockwise. */
export function orientation(ring: readonly Position[]): number {
	let sum = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [[x, y], [u, v]] = [ring[i], ring[i + 1]] as [Position, Position];
		sum += x * v - u * y;
	}
	return sum;
}

/** A shape as a GeoJSON geometry. Holes follow the outer ring that they lie in. */
export function geometry(shape: readonly Rectangle[]): GeoJSON.MultiPolygon {
	const rings = outline(shape);
	const polygons = rings.filter((ring) => orientation(ring) > 0).map((ring) => [ring]);
	for (const hole of rings.filter((ring) => orientation(ring) < 0)) {
		const around = polygons.find(([outer]) => holds(outer as Position[], hole[0] as Position)) ?? polygons[0];
		around?.push(hole);
	}
	return { type: "MultiPolygon", coordinates: polygons };
}

function holds(ring: readonly Position[], [x, y]: Position): boolean {
	let inside = false;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [[a, b], [c, d]] = [ring[i], ring[i + 1]] as [Position, Position];
		if (b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a) inside = !inside;
	}
	return inside;
}

/** The box around shapes, in degrees: west, south, east, north. */
export function boxAround(shapes: readonly (readonly Rectangle[])[]): [number, number, number, number] | undefined {
	const box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { row, column, rows, columns } of shapes.flat()) {
		const [[west, south], [east, north]] = [position(row, column), position(row + rows, column + columns)];
		box[0] = Math.min(box[0] as number, west);
		box[1] = Math.min(box[1] as number, south);
		box[2] = Math.max(box[2] as number, east);
		box[3] = Math.max(box[3] as number, north);
	}
	return Number.isFinite(box[0]) ? (box as [number, number, number, number]) : undefined;
}

/** The side of a cell of a scale, in units of the chain: 32 tiles, and four times as many at each scale. */
export function cellSide(scale: number): number {
	return TILE * 32 * 4 ** scale;
}

/** The box of a cell, in degrees: west, south, east, north. */
export function cellBox(id: bigint): [number, number, number, number] {
	const [scale, row, column] = [Number(id >> 48n), Number((id >> 24n) & 0xffffffn), Number(id & 0xffffffn)];
	const side = cellSide(scale);
	const [south, west] = [row * side - SOUTH, column * side - WEST];
	return [west, south, west + side, south + side].map((edge) => edge / UNITS) as [number, number, number, number];
}

/** A box in degrees, as the chain asks for it, clipped to the earth. */
export function bounds([west, south, east, north]: readonly [number, number, number, number]): Bounds {
	const clip = (degrees: number, limit: number) => Math.round(Math.max(-limit, Math.min(limit, degrees)) * UNITS);
	return { south: clip(south, 90), west: clip(west, 180), north: clip(north, 90), east: clip(east, 180) };
}

/** A box that holds this one and room around it, on a raster, so that small moves of a map ask for nothing new. */
export function roomy([west, south, east, north]: readonly [number, number, number, number]): [
	number,
	number,
	number,
	number,
] {
	const step = 2 ** Math.ceil(Math.log2(Math.max(east - west, north - south, 1e-6)));
	const down = (edge: number) => Math.floor(edge / step - 0.25) * step;
	const up = (edge: number) => Math.ceil(edge / step + 0.25) * step;
	return [Math.max(-180, down(west)), Math.max(-90, down(south)), Math.min(180, up(east)), Math.min(90, up(north))];
}

/** One answer of the chain looks at so many cells. */
export const CELLS_AT_ONCE = 8_192;

/** The finest scale at which one answer covers a box. Nothing, if the box is too large for any. */
export function scaleFor({ south, west, north, east }: Bounds): 0 | 1 | 2 | undefined {
	for (const scale of [0, 1, 2] as const) {
		const side = cellSide(scale);
		const across = (from: number, to: number) => Math.floor(to / side) - Math.floor(from / side) + 1;
		if (across(south + SOUTH, north + SOUTH) * across(west + WEST, east + WEST) <= CELLS_AT_ONCE) return scale;
	}
	return undefined;
}
