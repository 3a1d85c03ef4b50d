// SPDX-License-Identifier: Apache-2.0
/** Every page: the founder amends and steps down by keyboard alone; no page has barriers; pictures for the documentation. */

import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch, Node, Person, picturesOfFailure, serve } from "./world";

const PASSPHRASE = "plum lantern harbour Tuesday";
/** Where pictures go, if any are asked for. */
const PICTURES = process.env.PICTURES && fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const PAGES = ["/", "/join", "/me", "/polls", "/polls/new", "/polls/0", "/charter", "/connection"];

describe("the pages", () => {
	let node: Node;
	let server: Server;
	let browser: Browser;
	let url: string;
	let alice: Person;
	let bob: Person;

	beforeAll(async () => {
		node = await Node.start();
		await node.seal(2);
		({ url, server } = await serve(node));
		browser = await launch();
		[alice, bob] = await Promise.all([Person.at(browser, url, "Alice"), Person.at(browser, url, "Bob")]);
	});

	afterAll(async () => {
		await browser?.close();
		server?.close();
		await node?.stop();
	});

	afterEach(({ task }) => picturesOfFailure(task, [alice, bob]));

	it("let Bob propose, vote and look at the result", async () => {
		await bob.open("/me");
		await bob.signIn();
		await bob.sees("000001");
		await bob.press("I have words already");
		await bob.press("Fill in the words of Bob, which everybody knows");
		await bob.press("Use these words");
		await bob.type("Passphrase", PASSPHRASE);
		await bob.type("Passphrase again", PASSPHRASE);
		await bob.press("Lock the words up");
		await bob.press("Check my words");
		await bob.sees("The words on this device are those that the chain knows.");

		await bob.open("/polls/new");
		await bob.page.getByLabel("What do you propose?").selectOption({ label: "A change of an article of the charter" });
		await bob.page.getByLabel("Which article?").selectOption({ label: "Article 6: Money" });
		const text = await bob.field("New text").inputValue();
		await bob.type("New text", `${text.trimEnd()} Every payment names its purpose.`);
		await bob.page.locator("ins").getByText("Every payment names its purpose.").waitFor();
		await bob.press("Submit the proposal");
		await bob.sees("Amend the charter: article 6");
		await bob.press("Place the deposit");
		await bob.press("Enrol now");
		await bob.press("Go on all the same");
		await bob.page.getByText("For", { exact: true }).click();
		await bob.press("Vote");
		await bob.sees("1 vote for it.");
		await bob.sees("1 for, 0 against");
		await node.seal(8);
		await bob.sees("being decided");
	});

	it("let the founder amend an article by the keyboard alone", async () => {
		const { page } = alice;
		const { keyboard } = page;
		await alice.open("/");
		await alice.tabTo("Sign in");
		await keyboard.press("Enter");
		await alice.button("Test accounts").waitFor();
		await alice.tabTo("Test accounts");
		await keyboard.press("Enter");
		await alice.button(/^Alice 5/).waitFor();
		await alice.tabTo(/^Alice/);
		await keyboard.press("Enter");
		await alice.sees("000000");
		await page.keyboard.press("Home");
		await alice.tabTo("Charter");
		await keyboard.press("Enter");
		await alice.sees("Amend an article at once");
		await alice.tabTo("Amend an article at once");
		await keyboard.press("Enter");
		await alice.tabTo(/^Which article/);
		await keyboard.type("Article 5");
		await alice.tabTo("New text");
		await keyboard.press("End");
		await keyboard.press("Control+End");
		await keyboard.type(" Parks are for all.");
		await alice.tabTo("Amend the charter");
		await keyboard.press("Enter");
		await alice.sees("The charter has a new version.");
		await alice.sees("version 2");
		await alice.sees("Version 2, by the founder");
	});

	it("show what changed, and prove the history on the device", async () => {
		await alice.page.getByText("Version 2, by the founder").click();
		await alice.page.locator("ins").getByText("Parks are for all.").first().waitFor();
		await alice.press("Verify all versions here");
		await alice.sees("All 2 versions fit.");
	});

	it("have no barriers, in light and in dark, on a phone and on a desk", async () => {
		for (const [width, colorScheme] of [
			[360, "light"],
			[1280, "dark"],
			...(PICTURES
				? ([
						[360, "dark"],
						[1280, "light"],
					] as const)
				: []),
		] as const) {
			const visitor = await Person.at(browser, url, "Bob", {
				viewport: { width, height: width === 360 ? 740 : 900 },
				colorScheme,
				storageState: await bob.context.storageState(),
			});
			// A fresh block, so that nothing seems to lie behind.
			await node.seal(1);
			for (const path of PAGES) {
				await visitor.open(path);
				await visitor.page.waitForFunction(() => document.querySelector(".loading") === null);
				if (path === "/me") {
					await visitor.type("Passphrase", PASSPHRASE);
					await visitor.press("Unlock");
					await visitor.button("Lock now").waitFor();
				}
				if (path === "/polls/0") await visitor.button("Change my vote").waitFor();
				expect(await visitor.barriers(), `${path} at ${width} px, ${colorScheme}`).toEqual([]);
				const wide = await visitor.page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
				);
				expect(wide, `${path} is wider than ${width} px`).toBeLessThanOrEqual(0);
				if (!PICTURES) continue;
				await visitor.page.evaluate(() => scrollTo(0, 0));
				const name = path === "/" ? "home" : path.slice(1).replace("polls/0", "poll").replace("polls/new", "propose");
				await visitor.page.screenshot({
					path: `${PICTURES}${name}-${width}-${colorScheme}.png`,
					animations: "disabled",
				});
			}
			await visitor.context.close();
		}
	});

	it("speak Spanish, and Arabic from right to left", async () => {
		await alice.open("/");
		await alice.page.getByLabel("Language").selectOption("es");
		await alice.page.getByRole("navigation").getByRole("link", { name: "Votaciones" }).waitFor();
		await alice.page.locator(".language select").selectOption("ar");
		await alice.page.waitForFunction(() => document.documentElement.dir === "rtl");
		expect(await alice.barriers()).toEqual([]);
		if (PICTURES) await alice.page.screenshot({ path: `${PICTURES}home-arabic.png` });
		await alice.page.locator(".language select").selectOption("en");
		await alice.page.getByRole("navigation").getByRole("link", { name: "Polls" }).waitFor();
	});

	it("let the founder step down for good", async () => {
		await alice.go("Charter");
		await alice.press("Step down …");
		await alice.press("Step down for good");
		await alice.sees("There is no founder. Nobody ever becomes one again.");
	});

	it("say so when the node is gone, and go on when it is back", async () => {
		await bob.open("/");
		await node.stop();
		await bob.sees("The connection is lost.");
		await bob.open("/connection");
		await bob.type("Address of the node", "http://example.org");
		await bob.page.getByRole("button", { name: "Connect", exact: true }).first().click();
		await bob.sees("An address starts with wss://.");
		node = await Node.start();
		await bob.type("Address of the node", `ws://127.0.0.1:${node.port}`);
		await bob.page.getByRole("button", { name: "Connect", exact: true }).first().click();
		await bob.sees("A development chain: nothing here is real.");
	});

	it("never complain, and never ask anybody else", () => {
		const ours = /^127\.0\.0\.1:\d+$/;
		expect([...Person.hosts].filter((host) => !ours.test(host))).toEqual([]);
		// The browser itself reports the connection that the story has cut.
		expect(Person.complaints.filter((text) => !/WebSocket connection/.test(text))).toEqual([]);
	});
});
