// SPDX-License-Identifier: Apache-2.0
/** Ben holds land: he funds it, is bid for, defends, and moves a neighbour's rate. Then the pages of land and money. */

import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "./demo";
import { launch, Person, picturesOfFailure, serve } from "./world";

const PASSPHRASE = "plum lantern harbour Tuesday";
/** Where pictures go, if any are asked for. */
const PICTURES = process.env.PICTURES && fileURLToPath(new URL("../../docs/pictures/", import.meta.url));

describe("Ben, who holds land", () => {
	let demo: Demo;
	let server: Server;
	let browser: Browser;
	let url: string;
	let [ben, nuria]: Person[] = [];

	beforeAll(async () => {
		demo = await Demo.start();
		({ url, server } = await serve(demo));
		browser = await launch();
		[ben, nuria] = await Promise.all(["Ben", "Nuria"].map((name) => Person.at(browser, url, name)));
	});

	afterAll(async () => {
		await browser?.close();
		server?.close();
		await demo?.stop();
	});

	afterEach(({ task }) => picturesOfFailure(task, [ben, nuria]));

	it("finds his house in the list of what the map shows", async () => {
		await ben.open("/me");
		await ben.signIn();
		await ben.go("Land");
		await ben.type("Name or number", "House of Ben");
		await ben.page.getByRole("link", { name: "House of Ben" }).first().click();
		await ben.page.getByRole("heading", { name: "House of Ben", level: 1 }).waitFor();
		expect(ben.page.url()).toContain(`/land/${demo.ben}`);
		await ben.sees("Ben (you)");
	});

	it("defends it against the bid that is open", async () => {
		await ben.press(/^Defend for/);
		await ben.sees("Nobody bids for this parcel now.");
		await ben.page.getByText(/^Your price binds until/).waitFor();
	});

	it("puts money aside for the charge", async () => {
		const { page } = ben;
		const aside = page.locator(".facts div", { hasText: "Put aside for the charge" }).locator("dd");
		const amount = async () => Number((await aside.textContent())?.replace(/[^\d.]/g, ""));
		const before = await amount();
		await ben.type("Put more aside, in CIV", "25");
		await ben.page.getByRole("button", { name: "Put aside", exact: true }).click();
		await ben.sees("Put aside.");
		const after = await amount();
		expect(after - before).toBeGreaterThan(24);
		expect(after - before).toBeLessThanOrEqual(25);
	});

	it("is bid for by Nuria, and defends again", async () => {
		await nuria.open("/me");
		await nuria.signIn();
		await nuria.open(`/land/${demo.ben}`);
		await nuria.press("Bid");
		await nuria.sees("Open bid");
		await ben.sees("Open bid");
		await ben.press(/^Defend for/);
		await ben.sees("Nobody bids for this parcel now.");
		await nuria.sees("Nobody bids for this parcel now.");
	});

	it("moves the rate of the night club nearby, in secret, and sees it move", async () => {
		await ben.open(`/land/${demo.club}`);
		const rate = ben.page.getByTestId("floating-rate");
		const before = Number.parseFloat((await rate.textContent()) ?? "");
		await ben.press("Vote about this rate");
		await ben.press("I have words already");
		await ben.press("Fill in the words of Ben, which everybody knows");
		await ben.press("Use these words");
		await ben.type("Passphrase", PASSPHRASE);
		await ben.type("Passphrase again", PASSPHRASE);
		await ben.press("Lock the words up");
		await ben.press("Prove it, in secret");
		await ben.page.getByText(/^You would be one of/).waitFor();
		await ben.press("Go on");
		const burden = ben.button(/^It is a burden: /);
		const foretold = Number.parseFloat(((await burden.textContent()) ?? "").replace(/^[^\d]*/, ""));
		expect(foretold).toBeGreaterThan(before);
		await burden.click();
		await ben.sees("You say that it is a burden.");
		expect(Number.parseFloat((await rate.textContent()) ?? "")).toBe(foretold);
		await ben.press(/^Take my vote back: /);
		await ben.sees("You have not voted about this parcel this season.");
		expect(Number.parseFloat((await rate.textContent()) ?? "")).toBe(before);
	});

	it("claims his dividend", async () => {
		await ben.go("Money");
		await ben.press("Claim, free of charge");
		await ben.sees("It is in your account.");
	});

	it("meets no barrier on the pages of land, money, census and validators", async () => {
		const pages = ["/land", `/land/${demo.ben}`, `/land/${demo.club}`, "/money", "/census", "/validators"];
		const names = ["land", "parcel", "parcel-club", "money", "census", "validators"];
		for (const [width, height] of [
			[360, 780],
			[1280, 900],
		] as const) {
			for (const colorScheme of ["light", "dark"] as const) {
				const visitor = await Person.at(browser, url, "a visitor", { viewport: { width, height }, colorScheme });
				for (const [i, path] of pages.entries()) {
					await visitor.open(path);
					await visitor.page.waitForFunction(() => document.querySelector(".loading") === null);
					expect(await visitor.barriers(), `${path} at ${width} px, ${colorScheme}`).toEqual([]);
					const wide = await visitor.page.evaluate(() => {
						return document.documentElement.scrollWidth - document.documentElement.clientWidth;
					});
					expect(wide, `${path} is wider than ${width} px`).toBeLessThanOrEqual(0);
					if (!PICTURES) continue;
					await visitor.page.screenshot({
						path: `${PICTURES}${names[i]}-${width}-${colorScheme}.png`,
						animations: "disabled",
					});
				}
				await visitor.context.close();
			}
		}
	});

	it("has asked nobody but his node, and no page has complained", () => {
		const ours = /^127\.0\.0\.1:\d+$/;
		expect([...Person.hosts].filter((host) => !ours.test(host))).toEqual([]);
		expect(Person.complaints).toEqual([]);
	});
});
