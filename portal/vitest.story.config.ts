// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "vitest/config";

/** Stories in a real browser against a real node: each part goes on where the one before has ended. */
export default defineConfig({
	test: {
		include: ["test/**/*.story.ts"],
		environment: "node",
		testTimeout: 240_000,
		hookTimeout: 240_000,
		fileParallelism: false,
		sequence: { concurrent: false },
		bail: 1,
	},
});
