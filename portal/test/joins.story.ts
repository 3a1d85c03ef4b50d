// SPDX-License-Identifier: Apache-2.0
/** Ada joins, votes, changes her vote and leaves: by clicking and typing alone, and without a single token. */

import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch, Node, Person, picturesOfFailure, serve } from "./world";

const PASSPHRASE = "plum lantern harbour Tuesday";

describe("Ada, who owns nothing", () => {
	let node: Node;
	let server: Server;
	let browser: Browser;
	let ada: Person;
	let eve: Person;
	let alice: Person;
	let bob: Person;

	beforeAll(async () => {
		node = await Node.start();
		await node.seal(2);
		const portal = await serve(node);
		server = portal.server;
		browser = await launch();
		const at = (name: string) => Person.at(browser, portal.url, name);
		[ada, eve, alice, bob] = await Promise.all([at("Ada"), at("Eve"), at("Alice"), at("Bob")]);
	});

	afterAll(async () => {
		await browser?.close();
		server?.close();
		await node?.stop();
	});

	afterEach(({ task }) => picturesOfFailure(task, [ada, eve, alice, bob]));

	let words: string[] = [];
	let poll = "";

	it("sees the state at a glance, and reads the charter", async () => {
		await ada.open("/");
		await ada.sees("Do to nobody what they have not agreed to, or could not leave.");
		await ada.page.getByRole("link", { name: "Become a citizen" }).click();
		await ada.sees("Article 11");
		await ada.page.getByText(/^I have read version 1/).click();
		await ada.press("Go on");
	});

	it("makes an account, and roll words that are shown once and checked", async () => {
		await ada.signIn(false);
		await ada.press("Make my words");
		words = await ada.page.locator(".words li").allTextContents();
		expect(words).toHaveLength(28);
		await ada.press("I have written them down");
		// A mistake first: the page does not go on.
		const asked = await ada.page.getByLabel(/^Word \d+$/).all();
		expect(asked).toHaveLength(3);
		for (const field of asked) await field.fill("wrong");
		await ada.press("Check");
		await ada.sees("Look again at your paper.");
		for (const field of asked) {
			const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? "");
			await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? "");
		}
		await ada.press("Check");
		await ada.type("Passphrase", PASSPHRASE);
		await ada.type("Passphrase again", PASSPHRASE);
		await ada.press("Lock the words up");
		await ada.sees("A deposit of 10 CIV is held");
		const stored = await ada.page.evaluate(() => JSON.stringify(localStorage));
		for (const word of new Set(words)) expect(stored.includes(`"${word}"`) || stored.includes(` ${word} `)).toBe(false);
	});

	it("applies with a deposit that Eve pays through a link", async () => {
		const link = await ada.page.locator(".share code").textContent();
		expect(link).toContain("#/join/sponsor/");
		await eve.open(new URL(link ?? "").hash.slice(1));
		await eve.signIn();
		await eve.press("Pay the deposit");
		await eve.sees("Done. The person can apply now.");
		// Ada's page has seen it by itself.
		await ada.sees("Your deposit is paid.");
		await ada.type("A few words about you, for those who vouch (optional)", "I bake bread in Lisbon.");
		await ada.press("Apply for citizenship");
		await ada.sees("Find people who vouch for you");
	});

	it("is vouched for by Bob and admitted by Alice, the founder", async () => {
		const link = (await ada.page.locator(".share code").textContent()) ?? "";
		await bob.open(new URL(link).hash.slice(1));
		await bob.signIn();
		await bob.press(/^Vouch for/);
		await ada.sees("1 / 3");
		await alice.open(new URL(link).hash.slice(1));
		await alice.signIn();
		await alice.press(/^Admit/);
		await ada.sees("Who joins");
		await ada.go("Me");
		await ada.sees("000004");
		await ada.sees("admitted by the founder");
	});

	it("votes in secret, and changes her vote", async () => {
		await node.nextSeason();
		await bob.go("Polls");
		await bob.page.getByRole("link", { name: "Propose something" }).click();
		await bob.type(
			"Text of the resolution",
			"A bakery in every quarter\n\nThe community wants bread within walking distance.",
		);
		await bob.press("Submit the proposal");
		await bob.press("Place the deposit");
		await bob.sees("being prepared");
		poll = bob.page.url().replace(/.*\//, "");

		await ada.go("Polls");
		await ada.page.getByRole("link", { name: "A bakery in every quarter" }).click();
		await ada.sees("Get your secret ballot for season 1");
		await ada.press("Enrol now");
		await ada.sees(/Your ring has only 5 people/);
		await ada.press("Go on all the same");
		await ada.sees("as one of 5 people");
		await ada.page.getByText("For", { exact: true }).click();
		// Three votes, by the keys of the slider.
		await ada.page.getByRole("slider").focus();
		await ada.page.keyboard.press("ArrowRight");
		await ada.page.keyboard.press("ArrowRight");
		await ada.sees("3 × 3 = 9 credits. You would have 91 of 100 left this season.");
		await ada.press("Vote");
		await ada.sees("3 votes for it.");
		await bob.sees("3 for, 0 against");

		await ada.page.getByText("Against", { exact: true }).click();
		await ada.page.getByRole("slider").focus();
		await ada.page.keyboard.press("ArrowLeft");
		await ada.press("Change my vote");
		await ada.sees("2 votes against it.");
		await bob.sees("0 for, 2 against");
	});

	it("finds her ballot again after the page was closed, with the passphrase only", async () => {
		await ada.page.reload();
		await ada.type("Passphrase", "not the passphrase");
		await ada.press("Unlock");
		await ada.sees("This is not the passphrase that you chose.");
		await ada.type("Passphrase", PASSPHRASE);
		await ada.press("Unlock");
		await ada.sees("2 votes against it.");
	});

	it("says that she is here, with the ballot key of the next season", async () => {
		await ada.go("Me");
		await ada.press("I am here");
		await ada.sees("You are counted in season 1");
		await ada.press("Check my words");
		await ada.sees("The words on this device are those that the chain knows.");
	});

	it("leaves at once, and her vote stays where it is", async () => {
		await ada.press("Leave the state …");
		await ada.type("Type “leave” to be sure", "leave");
		await ada.press("Leave now");
		await ada.sees("This account is not a citizen's.");
		await ada.open(`/polls/${poll}`);
		await ada.sees("0 for, 2 against");
		await ada.go("Me");
		await ada.page.getByText("Money to spend").locator("..").getByText("0 CIV").waitFor();
	});

	it("never asked any host but the portal's and the chosen node's, and no page has complained", () => {
		expect([...Person.hosts].sort()).toEqual([new URL(ada.page.url()).host, `127.0.0.1:${node.port}`].sort());
		expect(Person.complaints).toEqual([]);
	});
});
