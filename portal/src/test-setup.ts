// SPDX-License-Identifier: Apache-2.0
/** What the modules under test expect of a browser: a place to store, and a language. */

const stored = new Map<string, string>();
globalThis.localStorage = {
	getItem: (key: string) => stored.get(key) ?? null,
	setItem: (key: string, value: string) => void stored.set(key, value),
	removeItem: (key: string) => void stored.delete(key),
	clear: () => stored.clear(),
	key: (index: number) => [...stored.keys()][index] ?? null,
	get length() {
		return stored.size;
	},
};

const { i18n } = await import("./i18n");
i18n.loadAndActivate({ locale: "en", messages: {} });

export {};
