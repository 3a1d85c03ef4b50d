// SPDX-License-Identifier: Apache-2.0
// How many signed transfers a second a development node includes, beside what the weights allow.
//
// Usage: node build/throughput.bench.js [--transfers N] [--accounts N]

import { randomBytes } from "node:crypto";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Keyring } from "@polkadot/api";
import { Chain, CIV, type Pair, wellKnown } from "./chain.js";
import { Node, until } from "./node.js";

/**
 * How many transfers a second the solochain template's weights allow. Computed from the weights that the SDK publishes,
 * not measured: with those of RocksDB, which the template uses, and with those of ParityDB, which this chain uses.
 */
const STOCK = { RocksDB: 545, ParityDB: 775 };

/** The part of the runtime's limits that counts here. */
interface Limits {
	baseBlock: Weight;
	maxBlock: Weight;
	perClass: { normal: { baseExtrinsic: Weight; maxTotal: { unwrapOr(other: Weight): Weight } } };
}
interface Weight {
	refTime: { toBigInt(): bigint };
}

const { values: options } = parseArgs({
	options: {
		transfers: { type: "string", default: "20000" },
		accounts: { type: "string", default: "200" },
	},
});
const accounts = Number(options.accounts);
const each = Math.ceil(Number(options.transfers) / accounts);
const total = accounts * each;

const pool = ["--pool-limit=200000", "--pool-kbytes=400000", "--rpc-max-connections=20"];
const node = await Node.start(["--dev", ...pool]);
const chain = await Chain.connect(node);
const { api } = chain;

// The people who send: funded by Alice, a few dozen in each batch.
const keyring = new Keyring({ type: "sr25519" });
const senders: Pair[] = Array.from({ length: accounts }, () => keyring.addFromSeed(randomBytes(32)));
for (let at = 0; at < accounts; at += 50) {
	const gifts = senders.slice(at, at + 50).map(({ address }) => api.tx.balances.transferKeepAlive(address, 100n * CIV));
	await chain.submit(wellKnown("Alice"), api.tx.utility.batchAll(gifts));
}

// A new account's first nonce depends on the block that has made it.
const first = await Promise.all(
	senders.map(async ({ address }) => Number(await api.rpc.system.accountNextIndex(address))),
);
console.error(`signing ${total} transfers by ${accounts} people …`);
const transfers: string[] = [];
for (let n = 0; n < each; n++) {
	for (const [index, sender] of senders.entries()) {
		const to = senders[(index + 1) % accounts].address;
		// For ever valid, so that signing can take its time.
		const { genesisHash, runtimeVersion } = api;
		const signed = api.tx.balances.transferKeepAlive(to, 1n).sign(sender, {
			...{ nonce: first[index] + n, genesisHash, blockHash: genesisHash, runtimeVersion },
			era: api.createType("ExtrinsicEra"),
		});
		transfers.push(signed.toHex());
	}
}

console.error("submitting …");
let next = (await chain.now()) + 1;
const begun = Date.now();
const WINDOW = 200;
for (let at = 0; at < transfers.length; at += WINDOW) {
	await Promise.all(transfers.slice(at, at + WINDOW).map((it) => api.rpc.author.submitExtrinsic(it)));
}
const submitted = (Date.now() - begun) / 1000;

// How many transfers each block includes, and when it was made.
const blocks: { number: number; transfers: number; at: number }[] = [];
let included = 0;
await until("every transfer is included", 900, async () => {
	for (const best = await chain.now(); next <= best; next++) {
		const hash = (await node.hash(next)) as string;
		const [{ block }, then] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
		const count = block.extrinsics.filter((it) => it.method.section === "balances" && it.isSigned).length;
		console.error(`block ${next}: ${count}`);
		blocks.push({ number: next, transfers: count, at: Number((await then.query.timestamp.now()).toString()) });
		included += count;
	}
	return included >= total;
}).catch((error: Error) => {
	throw new Error(`${error.message}; ${included} of ${total} are\n${node.tail()}`);
});
const took = (Date.now() - begun) / 1000;

// What the weights allow on this runtime.
const limits = api.consts.system.blockWeights as unknown as Limits;
const info = await api.tx.balances.transferKeepAlive(senders[1].address, 1n).paymentInfo(senders[0]);
const weight = info.weight as unknown as Weight;
const normal = limits.perClass.normal;
const perTransfer = weight.refTime.toBigInt() + normal.baseExtrinsic.refTime.toBigInt();
const room = normal.maxTotal.unwrapOr(limits.maxBlock).refTime.toBigInt() - limits.baseBlock.refTime.toBigInt();
const slot = Number(api.consts.babe.expectedBlockTime.toString()) / 1000;
const capBlock = Number(room / perTransfer);
const cap = capBlock / slot;

// Full blocks say what the chain can do; the first and the last ones also what was there to include.
const busy = blocks.filter((block) => block.transfers > 0);
const fullest = Math.max(...busy.map((block) => block.transfers));
const full = busy.filter((block) => block.transfers >= 0.9 * fullest);
const perBlock = full.reduce((sum, block) => sum + block.transfers, 0) / full.length;
const rate = perBlock / slot;

const round = (it: number, digits = 0) => it.toLocaleString("en", { maximumFractionDigits: digits });
const cpu = cpus();
console.log(`machine                     ${cpu[0]?.model.trim() ?? "unknown"}, ${cpu.length} cores`);
console.log(`blocks                      BABE, one each ${slot} s`);
console.log(
	`transfers                   ${round(total)} signed, submitted in ${round(submitted, 1)} s, included in ${round(took, 1)} s`,
);
console.log(`in each full block          ${round(perBlock)} (${full.length} of ${busy.length} blocks were full)`);
console.log(`included a second           ${round(rate)}`);
console.log(
	`our weight cap              ${round(cap)} a second: ${round(Number(perTransfer) / 1e6)} µs each, ${round(capBlock)} a block`,
);
for (const [database, perSecond] of Object.entries(STOCK)) {
	console.log(`stock cap, ${database.padEnd(17)}${perSecond} a second, computed from its published weights`);
	console.log(`included / stock cap        ${round(rate / perSecond, 2)}`);
	console.log(`our cap / stock cap         ${round(cap / perSecond, 2)}`);
}

await chain.close();
await node.stop();
process.exit(0);
