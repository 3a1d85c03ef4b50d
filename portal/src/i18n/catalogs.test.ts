// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The messages of a catalog, by their English texts. */
function catalog(language: string): Map<string, string> {
	const text = readFileSync(`src/i18n/locales/${language}.po`, "utf8");
	return new Map(
		[...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id, message]) => [id as string, message as string]),
	);
}

/** What a message has places for. */
const places = (text: string) =>
	[...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].filter((name) => name !== "once").sort();

describe.each(["es", "ar"])("the catalog %s", (language) => {
	const messages = catalog(language);

	it("translates every text", () => {
		const missing = [...messages].filter(([, message]) => message === "").map(([id]) => id);
		expect(missing).toEqual([]);
		expect([...messages.keys()].sort()).toEqual([...catalog("en").keys()].sort());
	});

	it("fills in what the English text fills in", () => {
		for (const [id, message] of messages)
			expect(message, id).toSatisfy((text: string) => places(id).every((name) => text.includes(`{${name}`)));
	});
});
