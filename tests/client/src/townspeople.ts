// SPDX-License-Identifier: Apache-2.0
// Who the story of property is about: the people of the town, and where they live. They are made up, and so is what
// they hold.

import assert from "node:assert/strict";
import { newPerson, type Person, wellKnown } from "./chain.js";
import { FOUNDING } from "./property.js";
import { cellAt, distance, isNear, type Lot, lots } from "./town.js";

export const TOWN = lots();
/** In the middle of the town. */
const MIDDLE = TOWN.find((lot) => lot.name === "5/1/0") as Lot;
/** The lots from the middle outwards. */
export const OUTWARDS = [...TOWN].sort((a, b) => distance(a.centre, MIDDLE.centre) - distance(b.centre, MIDDLE.centre));
/** The night club that the neighbours want to be rid of, and the garden that they like. */
export const [club, garden] = OUTWARDS;

export const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
/** People with money who are no citizens: each holds one of the buildings that are talked about. */
export const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
export const registrar = newPerson("the registrar");
export const landlords = Array.from({ length: 8 }, (_, i) => newPerson(`landlord ${i + 1}`));
export const residents = Array.from({ length: 60 }, (_, i) => newPerson(`resident ${i + 1}`));
export const citizens = [...founders, ...residents];
/** Lives at the edge of the town, and will leave the state. */
export const leaver = residents[59];

/** Where each resident lives: every other lot from the middle outwards. */
export const homes = residents.map((_, i) => OUTWARDS[2 + 2 * i]);

export function homeOf(who: Person): Lot {
	return homes[residents.indexOf(who)];
}

/** For whom a lot is reserved. Every fifth of those that nobody lives on is in common ownership. */
export function holderOf(lot: Lot): Person | undefined {
	if (lot === club) return eve;
	if (lot === garden) return ferdie;
	const home = homes.indexOf(lot);
	if (home >= 0) return residents[home];
	const i = TOWN.indexOf(lot);
	return i % 5 === 0 ? undefined : landlords[i % landlords.length];
}

/** What is reserved for somebody. */
export function lotsOf(who: Person): Lot[] {
	return TOWN.filter((lot) => holderOf(lot) === who);
}

/** How many people live in one of the finest cells. */
export function peopleIn(cell: number): number {
	return homes.filter((home) => cellAt(home.centre, 0) === cell).length;
}

/** Whether so many people live around somebody that their cell has a ring of its own. */
export function hasOwnRing(who: Person): boolean {
	return peopleIn(cellAt(homeOf(who).centre, 0)) >= FOUNDING.minRingSize;
}

/** Those whose cells have no rings of their own. They sit with each other in a ring of the coarsest cell. */
export const scattered = residents.filter((who) => !hasOwnRing(who));

/** Residents near both buildings. The last lives alone in a cell, and proves with the coarsest one's ring. */
export function neighbours(count: number): Person[] {
	const near = residents.filter((who) => isNear(homeOf(who), club) && isNear(homeOf(who), garden));
	const alone = near.filter((who) => !hasOwnRing(who));
	assert.equal(alone.length, 1);
	return [...near.slice(0, count - 1), alone[0]];
}
