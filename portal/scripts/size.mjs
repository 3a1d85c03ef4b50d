// SPDX-License-Identifier: Apache-2.0
// Says how much code the first page loads, and fails if it is more than it may be. Run it after `npm run build`.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT = 250 * 1024;
const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const manifest = JSON.parse(readFileSync(`${DIST}/.vite/manifest.json`, "utf8"));

/** What the first page needs: its entry, the page itself, and what the connection loads to understand the chain. */
const roots = Object.keys(manifest).filter((name) => {
	const { isEntry } = manifest[name];
	return isEntry || /src\/pages\/home|descriptors\/dist\/(descriptors|metadataTypes)/.test(name);
});
const files = new Set();
const visit = (name) => {
	const { file, imports = [] } = manifest[name];
	if (!file.endsWith(".js") || files.has(file)) return;
	files.add(file);
	imports.forEach(visit);
};
roots.forEach(visit);
if (roots.length < 3) throw new Error(`the build has other parts than expected: ${roots.join(", ")}`);

let sum = 0;
for (const file of files) {
	const size = gzipSync(readFileSync(`${DIST}/${file}`), { level: 9 }).length;
	sum += size;
	console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
}
const all = readdirSync(`${DIST}/assets`).length;
console.log(
	`${(sum / 1024).toFixed(1).padStart(8)} KB  of JavaScript for the first page, gzip; at most ${LIMIT / 1024} KB. ${all} files in all.`,
);
if (sum > LIMIT) {
	console.error("That is too much.");
	process.exit(1);
}
