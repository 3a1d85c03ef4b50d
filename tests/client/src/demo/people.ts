// SPDX-License-Identifier: Apache-2.0
// Who lives in the demo state. They are made up. Everybody knows their keys: `//Ben` is the account of Ben, and his roll
// secret is that of `wellKnown("Ben")`.

import { type Person, wellKnown } from "../chain.js";

/** The citizens of the development chain. Alice is the founder. */
export const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);

/** Everybody else who is a citizen from the beginning. Ben is first: he lives in the middle of the town. */
export const residents = [
	"Ben",
	"Chidi",
	"Dina",
	"Emeka",
	"Fay",
	"Gus",
	"Hana",
	"Ines",
	"Jun",
	"Kofi",
	"Lena",
	"Mei",
	"Noor",
	"Omar",
	"Pia",
	"Quim",
	"Rosa",
	"Sami",
	"Tara",
	"Uma",
	"Viktor",
	"Wanjiru",
	"Ximena",
	"Yusuf",
	"Zofia",
	"Amara",
	"Bruno",
	"Carmen",
	"Dmitri",
	"Elif",
	"Farid",
	"Greta",
	"Hugo",
	"Isla",
	"Jonas",
	"Keiko",
	"Luca",
	"Maya",
	"Nils",
	"Olga",
	"Paulo",
	"Qamar",
	"Ravi",
	"Selma",
	"Tomas",
	"Ulla",
	"Vera",
	"Wim",
	"Xenia",
	"Yara",
	"Aiko",
	"Boris",
	"Clara",
	"Diego",
	"Esme",
	"Femi",
].map(wellKnown);
export const [ben] = residents;

export const citizens = [...founders, ...residents];

/** People with money who are no citizens. Eve holds the night club, Ferdie the garden. */
export const [eve, ferdie] = ["Eve", "Ferdie"].map(wellKnown);
/** Landlords, who are no citizens. Marcel keeps no more in escrow than he must. */
export const landlords = ["Marcel", "Nuria", "Oriol", "Pau", "Roger", "Teresa"].map(wellKnown);
export const registrar = wellKnown("Registrar");

/** Two who apply for citizenship. Ada has no account yet, and no money: she is left for whoever shows the portal. */
export const applicants = ["Zoe", "Yann"].map(wellKnown);
export const ada = wellKnown("Ada");

/** Citizens who have voted in secret this season, each with a ballot account of their own. Ben is none of them. */
export const voters = residents.slice(1, 7);

/** The first name of whoever an account belongs to. */
export function nameOf(address: string): string {
	const known = [...citizens, eve, ferdie, ...landlords, registrar, ...applicants, ada];
	return known.find((who) => who.address === address)?.name ?? address;
}

/** What somebody has in the beginning, in CIV. Those of the development chain have a million each. */
export function endowmentOf(who: Person): bigint {
	return landlords.includes(who) ? 3_000_000n : who === registrar ? 10_000n : 600_000n;
}
