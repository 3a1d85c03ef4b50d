// SPDX-License-Identifier: Apache-2.0
// The demo state's land: 220 lots of Barcelona's Eixample, see `town.ts`. Who holds them and at which price is made up.

import type { Person } from "../chain.js";
import { CASA_MILA, distance, type Lot, lots } from "../town.js";
import { citizens, eve, ferdie, landlords } from "./people.js";

export const TOWN = lots();
const MIDDLE = TOWN.find((lot) => lot.name === "5/1/0") as Lot;
/** The lots from the middle outwards. */
const OUTWARDS = [...TOWN].sort((a, b) => distance(a.centre, MIDDLE.centre) - distance(b.centre, MIDDLE.centre));

/** The night club that neighbours want to be rid of, and the garden that they like. */
export const [club, garden] = OUTWARDS;
/** Where the basilica stands, and a park: they are everybody's. */
export const basilica = TOWN.filter(({ block }) => block.along === 0 && block.across === 0);
const park = TOWN.filter(({ block }) => block.along === 8 && block.across === 3);
/** The lot in which Casa Milà stands. */
const [casaMila] = [...TOWN].sort((a, b) => distance(a.centre, CASA_MILA) - distance(b.centre, CASA_MILA));
export const publicLand = [...basilica, ...park];

/** Where citizens live: every other lot from the middle outwards, Ben's first. */
const free = OUTWARDS.filter((lot) => lot !== club && lot !== garden && !publicLand.includes(lot));
const inOrder = [...citizens.slice(4), ...citizens.slice(0, 4)];
const homes = new Map(inOrder.map((who, i): [Person, Lot] => [who, free[2 * i]]));

export function homeOf(who: Person): Lot {
	return homes.get(who) as Lot;
}

const homesteads = new Set(homes.values());
/** What nobody lives on. Landlords hold most of it. */
const others = free.filter((lot) => !homesteads.has(lot));

/** In common ownership, and for sale: three have been bought. */
export const common = others.filter((_, i) => i % 9 === 4);
/** Reserved for landlords who have not accepted them. */
export const reserved = others.filter((_, i) => i % 30 === 7);
/** Entered at the end, and still under public notice. */
export const filed = others.filter((_, i) => i % 45 === 12);
/** Marcel's lot, whose escrow runs dry. */
export const neglected = others.find((_, i) => i === 6) as Lot;

/** For whom a lot is reserved at first. Nobody, if it is common or public. */
export function holderOf(lot: Lot): Person | undefined {
	if (lot === club) return eve;
	if (lot === garden) return ferdie;
	for (const [who, home] of homes) if (home === lot) return who;
	if (common.includes(lot) || publicLand.includes(lot)) return undefined;
	if (lot === neglected) return landlords[0];
	return landlords[1 + (TOWN.indexOf(lot) % (landlords.length - 1))];
}

/** The price that a holder names at first, in CIV: higher towards the middle, and never the same for two neighbours. */
export function priceOf(lot: Lot): bigint {
	const away = OUTWARDS.indexOf(lot);
	return BigInt(420_000 - 1_200 * away + ((away * 7_919) % 61) * 500);
}

const USES = { homes: "Residential", trade: "Commercial", nature: "Natural", civic: "Civic" } as const;

/** What people call a lot, and use it for. Most have no name. */
export function descriptionOf(lot: Lot): { name: string; landUse: string } | undefined {
	if (lot === club) return { name: "Night club Nocturna", landUse: USES.trade };
	if (lot === garden) return { name: "Ferdie's garden", landUse: USES.nature };
	if (basilica.includes(lot)) return { name: "Sagrada Família", landUse: USES.civic };
	if (park.includes(lot)) return { name: "Neighbourhood park", landUse: USES.nature };
	if (lot === casaMila) return { name: "Casa Milà", landUse: USES.civic };
	const [who] = [...homes].find(([, home]) => home === lot) ?? [];
	return who && { name: `House of ${who.name}`, landUse: USES.homes };
}
