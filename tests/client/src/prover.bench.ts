// SPDX-License-Identifier: Apache-2.0
// Measures how long a voter waits for a proof in a browser. Needs no node.
// Usage: npx tsc && node build/prover.bench.js

import { show } from "./browser.js";
import type { Figures } from "./prover-page.js";

const { error, browser, started, committed, proven } = await show<Figures>("prover-page.js", {}, 300);
if (error) throw new Error(error);
console.log(browser);
console.log(`start the prover: ${started} ms`);
console.log(`prove in a ring of 255: ${proven[0]} ms the first time, ${proven[1]} ms at best`);
console.log(`check the commitment of a ring of 255: ${committed[0]} ms the first time, ${committed[1]} ms at best`);
process.exit(0);
