// SPDX-License-Identifier: Apache-2.0
/** What the browser stories share: a node, the built portal on a web server, a browser, and what people do in pages. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import sirv from "sirv";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "civitas");
const BINARY =
	process.env.NODE_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(CACHE, "target"), "release", "civitas");

/** How long one thing may take on a busy machine. */
export const PATIENCE = 60_000;

/** A Chromium on this machine, as `scripts/setup --tests` installs it. */
function browserBinary(): string {
	const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
	const own = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	const found = [process.env.BROWSER_BINARY ?? "", ...own].find((path) => path !== "" && existsSync(path));
	if (!found) throw new Error("there is no Chromium here: run scripts/setup --tests, or set BROWSER_BINARY");
	return found;
}

/** A development chain that makes a block for each transaction, and whenever it is told to. */
export class Node {
	private constructor(
		private readonly child: ChildProcess,
		private readonly folder: string,
		readonly port: number,
	) {}

	static async start(): Promise<Node> {
		if (!existsSync(BINARY)) throw new Error(`there is no node at ${BINARY}: build it first, or set NODE_BINARY`);
		const folder = mkdtempSync(join(tmpdir(), "civitas-portal-"));
		const own = [
			"--listen-addr=/ip4/127.0.0.1/tcp/0",
			"--no-mdns",
			"--no-telemetry",
			"--no-prometheus",
			"--no-hardware-benchmarks",
		];
		const child = spawn(BINARY, ["--dev", "--sealing=instant", "--rpc-port=0", `--base-path=${folder}`, ...own], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		const port = await new Promise<number>((resolve, reject) => {
			const said: string[] = [];
			child.once("exit", () => reject(new Error(`the node has ended:\n${said.join("\n")}`)));
			createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
				said.push(line);
				const found = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/.exec(line);
				if (found) resolve(Number(found[1]));
			});
		});
		return new Node(child, folder, port);
	}

	async rpc<T>(method: string, ...params: unknown[]): Promise<T> {
		const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
		const answer = await fetch(`http://127.0.0.1:${this.port}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body,
		});
		const { result, error } = (await answer.json()) as { result: T; error?: { message: string } };
		if (error) throw new Error(error.message);
		return result;
	}

	/** Makes empty blocks. */
	async seal(count: number): Promise<void> {
		for (let i = 0; i < count; i++) await this.rpc("engine_createBlock", true, true, null);
	}

	async best(): Promise<number> {
		return Number((await this.rpc<{ number: string }>("chain_getHeader")).number);
	}

	/** Makes blocks up to the first ones of the next season, in which its roll is sealed. */
	async nextSeason(length = 100): Promise<void> {
		const best = await this.best();
		await this.seal(length - (best % length) + 3);
	}

	async stop(): Promise<void> {
		const gone = new Promise((resolve) => this.child.once("exit", resolve));
		this.child.kill("SIGKILL");
		await gone;
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** The built portal on a web server, which names `node` as the one to ask. */
export async function serve(node: { port: number }): Promise<{ url: string; server: Server }> {
	const files = sirv(DIST);
	const server = createServer((request, response) => {
		if (request.url === "/states.json") {
			response.setHeader("content-type", "application/json");
			response.end(JSON.stringify([{ name: "The chain of this story", nodes: [`ws://127.0.0.1:${node.port}`] }]));
			return;
		}
		files(request, response, () => {
			response.writeHead(404).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export function launch(): Promise<Browser> {
	// The browser's own sandbox does not start for root.
	const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	return chromium.launch({ executablePath: browserBinary(), args });
}

/** Somebody at a browser of their own. */
export class Person {
	/** Every host that the browser has asked, and every complaint of the page. */
	static readonly hosts = new Set<string>();
	static readonly complaints: string[] = [];

	private constructor(
		readonly name: string,
		readonly context: BrowserContext,
		readonly page: Page,
		private readonly url: string,
	) {}

	static async at(
		browser: Browser,
		url: string,
		name: string,
		options: Parameters<Browser["newContext"]>[0] = {},
	): Promise<Person> {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 900 },
			locale: "en",
			reducedMotion: "reduce",
			...options,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE);
		page.on("request", (request) => Person.hosts.add(new URL(request.url()).host));
		page.on("websocket", (socket) => Person.hosts.add(new URL(socket.url()).host));
		page.on("pageerror", (error) => Person.complaints.push(`${name}: ${error.message}`));
		page.on("console", (message) => {
			if (message.type() === "error") Person.complaints.push(`${name}: ${message.text()}`);
		});
		return new Person(name, context, page, url);
	}

	/** Opens a page by its address. */
	async open(path: string): Promise<void> {
		await this.page.goto(`${this.url}/#${path}`);
		await this.page.locator("main h1").waitFor();
	}

	/** Opens a page by the navigation. */
	async go(name: string): Promise<void> {
		await this.page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole("button", { name, exact: typeof name === "string" });
	}

	field(name: string): Locator {
		return this.page.getByLabel(name, { exact: true });
	}

	async press(name: string | RegExp): Promise<void> {
		await this.button(name).click();
	}

	async type(field: string, text: string): Promise<void> {
		await this.field(field).fill(text);
	}

	/** Waits until the page says something. */
	async sees(text: string | RegExp): Promise<void> {
		await this.page.getByText(text).first().waitFor();
	}

	/** Signs in with one of the test accounts, or makes one. */
	async signIn(known = true): Promise<void> {
		await this.press("Test accounts");
		if (known) return this.press(new RegExp(`^${this.name} 5`));
		await this.type("Name of a new test account", this.name);
		await this.press("Make a test account");
	}

	/** What is wrong with the page for people who use a keyboard, a screen reader or little contrast. */
	async barriers(): Promise<string[]> {
		await this.page.evaluate(axe.source);
		const { violations } = await this.page.evaluate(() =>
			(window as unknown as { axe: typeof axe }).axe.run(document, {
				runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
			}),
		);
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
	}

	/** Moves the focus by the tabulator key alone, until it is on something with this name. */
	async tabTo(name: string | RegExp, most = 80): Promise<void> {
		for (let i = 0; i < most; i++) {
			await this.page.keyboard.press("Tab");
			const at = await this.page.evaluate(() => {
				const element = document.activeElement as HTMLElement | null;
				const labels = (element as HTMLInputElement | null)?.labels;
				return (
					[element?.getAttribute("aria-label"), labels?.[0]?.textContent, element?.textContent]
						.find((text) => text)
						?.trim() ?? ""
				);
			});
			if (typeof name === "string" ? at === name : name.test(at)) return;
		}
		throw new Error(`the tabulator key does not reach ${name}`);
	}
}

/** What everybody saw when a part of a story failed: in the folder `shots`. */
export async function picturesOfFailure(
	task: { result?: { state?: string } },
	people: (Person | undefined)[],
): Promise<void> {
	if (task.result?.state !== "fail") return;
	for (const person of people) {
		if (!person || person.page.url() === "about:blank") continue;
		await person.page
			.screenshot({ path: join(DIST, "..", "shots", `${person.name}.png`), fullPage: true })
			.catch(() => undefined);
	}
	console.error(Person.complaints.join("\n"));
}
