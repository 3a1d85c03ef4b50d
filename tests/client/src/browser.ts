// SPDX-License-Identifier: Apache-2.0
// Shows a page to a real browser, without a driver: the page fetches what it is asked to do, and posts what it found.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { homedir } from "node:os";
import { delimiter, dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./node.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const WALLET = dirname(createRequire(import.meta.url).resolve("@civitas/ballots/prover.wasm"));

/** Where the page finds what it imports. Each file is one of the package's own, or of its dependencies. */
const IMPORTS: Record<string, string> = {
	"@civitas/ballots": "/wallet/build/src/index.js",
	"@scure/bip39/wordlists/english": "/wallet/node_modules/@scure/bip39/esm/wordlists/english.js",
};
for (const part of ["blake2", "crypto", "utils"]) {
	IMPORTS[`@noble/hashes/${part}`] = `/wallet/node_modules/@noble/hashes/esm/${part}.js`;
}

const KINDS: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** A Chromium on this machine, the system's or one that Playwright has installed. */
function chromium(): string {
	const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
	const folders = (process.env.PATH ?? "").split(delimiter);
	const own = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright");
	const installed = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: "utf8" }) : [];
	const playwright = installed.filter((path) => /(^|[/])(chrome|headless_shell|chrome-headless-shell)$/.test(path));
	const found = [process.env.BROWSER_BINARY ?? "", ...own, ...playwright.map((path) => join(cache, path))].find(
		existsSync,
	);
	if (!found) throw new Error("there is no Chromium here: run scripts/setup --tests, or set BROWSER_BINARY");
	return found;
}

/** Opens a page with `script`, a file of the stories, and waits for what it posts. */
export async function show<Outcome>(script: string, task: unknown, seconds: number): Promise<Outcome> {
	let browser: ChildProcess | undefined;
	const said: string[] = [];
	const page = `<!doctype html><meta charset="utf-8"><title>A wallet</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/stories/${script}"></script>`;
	const outcome = new Promise<Outcome>((resolve, reject) => {
		const server = createServer((request, response) => {
			const { pathname } = new URL(request.url ?? "/", "http://page");
			const answer = (kind: string, body: string | Buffer) =>
				response.writeHead(200, { "content-type": kind }).end(body);
			if (pathname === "/") return answer("text/html", page);
			if (pathname === "/task") return answer("application/json", JSON.stringify(task));
			if (pathname === "/outcome") {
				let posted = "";
				request
					.on("data", (part) => (posted += part))
					.on("end", () => {
						answer("text/plain", "");
						finish(() => resolve(JSON.parse(posted) as Outcome));
					});
				return;
			}
			const file = served(pathname);
			if (file === undefined) return response.writeHead(404).end();
			answer(KINDS[extname(file)] ?? "text/plain", readFileSync(file));
		});
		const finish = (done: () => void) => {
			clearTimeout(timer);
			stop();
			server.closeAllConnections();
			server.close(done);
		};
		const timer = setTimeout(
			() => finish(() => reject(new Error(`the page has said nothing in ${seconds} s\n${said.slice(-15).join("\n")}`))),
			seconds * 1000,
		);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as AddressInfo;
			const options = [
				"--headless",
				"--disable-gpu",
				"--no-first-run",
				"--disable-background-networking",
				"--enable-logging=stderr",
				"--remote-debugging-port=0",
				`--user-data-dir=${temporaryFolder("browser")}`,
			];
			// The browser's own sandbox does not start for root.
			if (process.getuid?.() === 0) options.push("--no-sandbox");
			browser = spawn(chromium(), [...options, `http://127.0.0.1:${port}/`], {
				stdio: ["ignore", "ignore", "pipe"],
				detached: true,
			});
			browser.once("error", (error) => finish(() => reject(error)));
			browser.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text.trimEnd()));
		});
	});
	// A browser is many processes, and may hide behind a script: all of its group end.
	const stop = () => {
		if (browser?.pid === undefined) return;
		browser.stderr?.destroy();
		try {
			process.kill(-browser.pid, "SIGKILL");
		} catch {
			// They are gone.
		}
		browser = undefined;
	};
	process.once("exit", stop);
	return outcome;
}

/** The file that a path stands for: one of the package or of the stories. */
function served(path: string): string | undefined {
	for (const [start, folder] of [
		["/wallet/", WALLET],
		["/stories/", HERE],
	] as const) {
		if (!path.startsWith(start)) continue;
		const file = normalize(join(folder, path.slice(start.length)));
		if (file.startsWith(folder + sep) && existsSync(file)) return file;
	}
	return undefined;
}
