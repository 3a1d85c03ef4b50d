// SPDX-License-Identifier: Apache-2.0
/** Languages: the English texts are in the pages themselves; the others are catalogs, loaded when chosen. */

import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";

export const LANGUAGES = { en: "English", es: "Español", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

const RIGHT_TO_LEFT: readonly Language[] = ["ar"];
const KEY = "civitas/language";

i18n.setMessagesCompiler(compileMessage);

const CATALOGS = {
	es: () => import("./locales/es.po"),
	ar: () => import("./locales/ar.po"),
};

function isLanguage(name: string | null | undefined): name is Language {
	return name !== null && name !== undefined && name in LANGUAGES;
}

/** The language that the reader has chosen, or the first of the browser's that we have. */
export function preferred(): Language {
	const chosen = localStorage.getItem(KEY);
	if (isLanguage(chosen)) return chosen;
	return navigator.languages.map((name) => name.slice(0, 2)).find(isLanguage) ?? "en";
}

/** Loads a language and turns the page to it. */
export async function speak(language: Language): Promise<void> {
	const messages = language === "en" ? {} : (await CATALOGS[language]()).messages;
	i18n.loadAndActivate({ locale: language, messages });
	document.documentElement.lang = language;
	document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}

/** Remembers the reader's choice on this device. */
export async function choose(language: Language): Promise<void> {
	localStorage.setItem(KEY, language);
	await speak(language);
}

export { i18n };
