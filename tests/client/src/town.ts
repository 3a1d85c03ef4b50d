// SPDX-License-Identifier: Apache-2.0
// A town for the story of property: part of Barcelona's Eixample, laid out by rule on the chain's grid.
//
// Where the figures come from: the basilica of the Sagrada Família fills one block of the Eixample, and its centre lies
// at 41.40363° N, 2.17436° E; Casa Milà stands at 41.39538° N, 2.16194° E (both as OpenStreetMap and Wikipedia have
// them). In Cerdà's plan blocks are squares of 113.3 m between streets of 20 m that run at 45° to the meridian. From
// the basilica's centre, this angle and these lengths everything else here follows: ten blocks to the south-west and
// one to the north-west the rule finds Casa Milà in the corner of its block in which it stands, which a test checks.
//
// What is not real: the lots. Each block is cut into four squares without regard to the land register, and the streets
// that break the plan (Diagonal, Passeig de Gràcia) are ignored. Who holds and judges them is made up.
//
// The grid of tiles and cells is worked out here again from its description, not asked of the chain.

/** A point, in degrees. */
export interface Place {
	lat: number;
	lon: number;
}

export const SAGRADA_FAMILIA: Place = { lat: 41.40363, lon: 2.17436 };
export const CASA_MILA: Place = { lat: 41.39538, lon: 2.16194 };

/** The side of a block and the width of a street, in metres. */
const BLOCK = 113.3;
const STREET = 20;
const PITCH = BLOCK + STREET;
const HALF_LOT = BLOCK / 4;

/** How long a degree is at the anchor's latitude, in metres, by the series of the WGS 84 ellipsoid. */
const PHI = (SAGRADA_FAMILIA.lat * Math.PI) / 180;
const DEGREE = {
	lat: 111_132.954 - 559.822 * Math.cos(2 * PHI) + 1.175 * Math.cos(4 * PHI),
	lon: 111_412.84 * Math.cos(PHI) - 93.5 * Math.cos(3 * PHI) + 0.118 * Math.cos(5 * PHI),
};

/** Units of the chain's coordinates in a degree, and in the side of a tile. */
const UNITS = 10_000_000;
const TILE = 1_024;
const SOUTH = 900_000_000;
const WEST = 1_800_000_000;

/** Metres along the streets from the anchor: to the south-west, and to the north-west. */
export interface Streets {
	along: number;
	across: number;
}

/** Where a place lies in the town's own directions. */
export function streetsOf({ lat, lon }: Place): Streets {
	const north = (lat - SAGRADA_FAMILIA.lat) * DEGREE.lat;
	const east = (lon - SAGRADA_FAMILIA.lon) * DEGREE.lon;
	return { along: -(north + east) / Math.SQRT2, across: (north - east) / Math.SQRT2 };
}

function placeOf({ along, across }: Streets): Place {
	const north = (across - along) / Math.SQRT2;
	const east = -(across + along) / Math.SQRT2;
	return { lat: SAGRADA_FAMILIA.lat + north / DEGREE.lat, lon: SAGRADA_FAMILIA.lon + east / DEGREE.lon };
}

/** The block that a place lies in: how many to the south-west and to the north-west of the basilica's. */
export function blockAt(place: Place): { along: number; across: number; inside: boolean } {
	const { along, across } = streetsOf(place);
	const block = { along: Math.round(along / PITCH), across: Math.round(across / PITCH) };
	const off = [along - block.along * PITCH, across - block.across * PITCH];
	return { ...block, inside: off.every((metres) => Math.abs(metres) <= BLOCK / 2) };
}

/** A coordinate as the chain has it. */
export function point({ lat, lon }: Place): { lat: number; lon: number } {
	return { lat: Math.round(lat * UNITS), lon: Math.round(lon * UNITS) };
}

/** A part of the earth, as the chain has it. */
export interface Bounds {
	south: number;
	west: number;
	north: number;
	east: number;
}

/** A row of tiles. */
export interface Run {
	row: number;
	column: number;
	rows: number;
	columns: number;
}

/** A lot, as a registrar enters it. */
export interface Lot {
	/** Blocks to the south-west and to the north-west of the basilica's, and which quarter. */
	name: string;
	block: { along: number; across: number };
	centre: Place;
	survey: { shape: Run[]; reference: { lat: number; lon: number }; unit: number; area: number; titleHash: string };
}

/** The lot around `centre`: the tiles whose centres lie within its four sides. */
function lotAround(name: string, block: Lot["block"], middle: Streets): Lot {
	const centre = placeOf(middle);
	const inside = (row: number, column: number) => {
		const lat = ((row + 0.5) * TILE - SOUTH) / UNITS;
		const lon = ((column + 0.5) * TILE - WEST) / UNITS;
		const { along, across } = streetsOf({ lat, lon });
		return Math.abs(along - middle.along) < HALF_LOT && Math.abs(across - middle.across) < HALF_LOT;
	};
	const reference = point(centre);
	const [row, column] = [Math.floor((reference.lat + SOUTH) / TILE), Math.floor((reference.lon + WEST) / TILE)];
	const shape: Run[] = [];
	for (let r = row - 8; r <= row + 8; r++) {
		const columns = Array.from({ length: 33 }, (_, i) => column - 16 + i).filter((c) => inside(r, c));
		if (columns.length > 0) shape.push({ row: r, column: columns[0], rows: 1, columns: columns.length });
	}
	// No more than the tiles hold between 41 and 42 degrees of latitude, as the chain has it.
	const tiles = shape.reduce((sum, { columns }) => sum + columns, 0);
	const area = Math.min(Math.round((BLOCK / 2) ** 2), tiles * 98);
	const titleHash = `0x${Buffer.from(name.padEnd(32, "."), "latin1").toString("hex")}`;
	return { name, block, centre, survey: { shape, reference, unit: 0, area, titleHash } };
}

/** A survey of the southern half of a lot, and one of the northern half. */
export function halves({ survey }: Lot): [Lot["survey"], Lot["survey"]] {
	const middle = Math.floor(survey.shape.length / 2);
	const tilesOf = (shape: Run[]) => shape.reduce((sum, { columns }) => sum + columns, 0);
	const shapes = [survey.shape.slice(0, middle), survey.shape.slice(middle)];
	const area = Math.floor((survey.area * tilesOf(shapes[0])) / tilesOf(survey.shape));
	const half = (shape: Run[], area: number) => {
		const [{ row, column }] = shape;
		return { ...survey, shape, reference: { lat: row * TILE - SOUTH, lon: column * TILE - WEST }, area };
	};
	return [half(shapes[0], area), half(shapes[1], survey.area - area)];
}

/** The survey of a lot of the same form, so many tiles further north. */
export function moved({ survey }: Lot, rows: number): Lot["survey"] {
	const shape = survey.shape.map((run) => ({ ...run, row: run.row + rows }));
	const { lat, lon } = survey.reference;
	return { ...survey, shape, reference: { lat: lat + rows * TILE, lon } };
}

/** Fifty-five blocks from the Sagrada Família to Casa Milà, with four lots each. */
export function lots(): Lot[] {
	const all: Lot[] = [];
	for (let along = 0; along <= 10; along++) {
		for (let across = -1; across <= 3; across++) {
			for (const [quarter, [u, v]] of [
				[1, 1],
				[1, -1],
				[-1, 1],
				[-1, -1],
			].entries()) {
				const middle = { along: along * PITCH + u * HALF_LOT, across: across * PITCH + v * HALF_LOT };
				all.push(lotAround(`${along}/${across}/${quarter}`, { along, across }, middle));
			}
		}
	}
	return all;
}

/** How far two places are apart, in metres. */
export function distance(a: Place, b: Place): number {
	return Math.hypot((a.lat - b.lat) * DEGREE.lat, (a.lon - b.lon) * DEGREE.lon);
}

/** The number of the cell of `scale` that a place lies in: 32 tiles a side, and four times as many at each scale. */
export function cellAt(place: Place, scale: 0 | 1 | 2): number {
	const { lat, lon } = point(place);
	const side = TILE * 32 * 4 ** scale;
	const [row, column] = [Math.floor((lat + SOUTH) / side), Math.floor((lon + WEST) / side)];
	// Beyond 2^32, so no shifts.
	return scale * 2 ** 48 + row * 2 ** 24 + column;
}

/** Whether a lot lies in one of the 3 x 3 finest cells around another. */
export function isNear(lot: Lot, other: Lot): boolean {
	const [a, b] = [lot, other].map(({ centre }) => cellAt(centre, 0));
	const apart = [Math.floor(a / 2 ** 24) - Math.floor(b / 2 ** 24), (a % 2 ** 24) - (b % 2 ** 24)];
	return apart.every((cells) => Math.abs(cells) <= 1);
}

/** Whether one of a lot's tiles reaches into a box. */
export function reaches(lot: Lot, { south, west, north, east }: Bounds): boolean {
	return lot.survey.shape.some(({ row, column, rows, columns }) => {
		const [lat, lon] = [row * TILE - SOUTH, column * TILE - WEST];
		return south < lat + rows * TILE && lat < north && west < lon + columns * TILE && lon < east;
	});
}

/** A box around places. */
export function around(places: Place[], margin: number): Bounds {
	const at = places.map(point);
	const of = (pick: (...all: number[]) => number, axis: "lat" | "lon") => pick(...at.map((one) => one[axis]));
	return {
		south: of(Math.min, "lat") - margin,
		west: of(Math.min, "lon") - margin,
		north: of(Math.max, "lat") + margin,
		east: of(Math.max, "lon") + margin,
	};
}
