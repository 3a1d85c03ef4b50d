// SPDX-License-Identifier: Apache-2.0
// Writes what a vector proves, by the verifier written from the specification.
// Usage: node build/tools/expect.js NAME GENESIS

import { readFileSync, writeFileSync } from "node:fs";
import { json, verify } from "../src/plain/index.js";

const [name, genesis] = process.argv.slice(2);
const at = (end: string) => new URL(`../../../vectors/${name}.${end}`, import.meta.url);
writeFileSync(at("json"), `${json(verify(readFileSync(at("civcert")), genesis))}\n`);
