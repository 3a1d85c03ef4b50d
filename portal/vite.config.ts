import { createHash } from "node:crypto";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * What the page may load and run: its own files, and a node over WebSocket, encrypted or on this machine. Written into
 * the page, so that it holds on any web server. Left out of the development server, which adds scripts of its own.
 */
const POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self' data:",
	"manifest-src 'self'",
	"connect-src 'self' wss: ws://127.0.0.1:* ws://localhost:*",
	"base-uri 'none'",
	"form-action 'none'",
].join("; ");

/** Adds the policy, and the hash of each script and style sheet that the page itself names. */
function seal(): Plugin {
	return {
		name: "seal",
		apply: "build",
		enforce: "post",
		generateBundle: {
			order: "post",
			handler(_, bundle) {
				const page = bundle["index.html"];
				if (page?.type !== "asset") return;
				const html = String(page.source).replace(
					/<(script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g,
					(tag, _kind, name) => {
						const file = bundle[name];
						if (!file || !/\.(js|css)$/.test(name)) return tag;
						const digest = createHash("sha384")
							.update(file.type === "chunk" ? file.code : file.source)
							.digest("base64");
						return tag.replace(/>$/, ` integrity="sha384-${digest}">`);
					},
				);
				page.source = html.replace(
					"<head>",
					`<head>\n\t\t<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
				);
			},
		},
	};
}

export default defineConfig({
	// Relative, so that the pages work from any folder of any web server, and from IPFS.
	base: "./",
	plugins: [react(), lingui(), seal()],
	worker: { format: "es" },
	build: {
		target: "es2022",
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
		assetsInlineLimit: 0,
		manifest: true,
		chunkSizeWarningLimit: 1500,
	},
	test: {
		environment: "node",
		testTimeout: 60_000,
		include: ["src/**/*.test.{ts,tsx}"],
		setupFiles: ["src/test-setup.ts"],
	},
} as import("vitest/config").ViteUserConfig);
