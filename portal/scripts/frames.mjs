// SPDX-License-Identifier: Apache-2.0
// Prints how long the map takes for a frame while it pans over 10,000 parcels, in headless Chromium.
// Usage: node scripts/frames.mjs [--seconds 8]

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { build } from "vite";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "8" } } });
const outDir = mkdtempSync(join(tmpdir(), "civitas-frames-"));
await build({
	configFile: false,
	root: fileURLToPath(new URL("frames", import.meta.url)),
	base: "./",
	logLevel: "warn",
	build: { outDir, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
const files = sirv(outDir);
const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await chromium.launch({
	executablePath: process.env.BROWSER_BINARY ?? "/usr/bin/chromium-headless-shell",
	args: ["--no-sandbox", "--enable-unsafe-swiftshader"],
});
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
	page.on("pageerror", (error) => console.error(error.message));
	await page.goto(`http://127.0.0.1:${server.address().port}/`);
	await page.waitForFunction(() => "measure" in window, undefined, { timeout: 120_000 });
	const renderer = await page.evaluate(() => {
		const gl = document.createElement("canvas").getContext("webgl2");
		const info = gl?.getExtension("WEBGL_debug_renderer_info");
		return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : "unknown";
	});
	const { parcels, drawn, shaped, loaded, frames } = await page.evaluate(
		(seconds) => window.measure(seconds),
		Number(values.seconds),
	);
	const sorted = [...frames].sort((a, b) => a - b);
	const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
	console.log(`renderer        ${renderer}`);
	console.log(`parcels         ${parcels}, ${drawn} drawn at first`);
	console.log(`outlines        ${shaped.toFixed(0)} ms`);
	console.log(`drawn after     ${loaded.toFixed(0)} ms`);
	console.log(`frames          ${frames.length} in ${values.seconds} s of panning`);
	console.log(`frame time, ms  half of them ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
} finally {
	await browser.close();
	server.close();
	rmSync(outDir, { recursive: true, force: true });
}
