// SPDX-License-Identifier: Apache-2.0
// How many blocks civic acts wait while a rich rival keeps the pool and every block full.
//
// A development node with BABE and the default pool. Two hundred accounts send batches of transfers with a remark of
// 8 KiB, with a tip, and try again whenever the pool is full: by bytes, or with --batch 1, which sends plain transfers, by
// number. In each of ten blocks, citizens send one act of each kind, without a fee.
//
// Usage: node build/flood.bench.js [--blocks N] [--accounts N] [--batch TRANSFERS] [--tip UNITS]

import { randomBytes } from "node:crypto";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { ProverThread } from "@civitas/ballots";
import { Keyring } from "@polkadot/api";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Call, Chain, CIV, newPerson, type Pair, type Person, wellKnown } from "./chain.js";
import { ORIGIN, submitPoll } from "./governance.js";
import { Node, until } from "./node.js";
import { admitAsFounder, apply, enrolAll, newPeople } from "./people.js";
import { consenting, declaring, PROVER, rollOf, SMALL, secretOf, transaction } from "./roll.js";

/** What a block has room for, to know how many transactions keep all of them full: single transfers, or bytes. */
const BLOCK = { transfers: 3_800, bytes: 3_932_160 };
/** What the node's default pool holds: 32,768 ready transactions of 32 MiB, and a tenth more. */
const POOL = { transactions: 36_044, bytes: 36_909_875 };
/** How many bytes the remark of a batch has. */
const REMARK = 8_192;
/** How many transfers are in flight to the node. */
const WINDOW = 200;

const { values: options } = parseArgs({
	options: {
		blocks: { type: "string", default: "10" },
		accounts: { type: "string", default: "200" },
		batch: { type: "string", default: "25" },
		tip: { type: "string", default: "1" },
	},
});
const blocks = Number(options.blocks);
const accounts = Number(options.accounts);
const batch = Number(options.batch);
const tip = BigInt(options.tip);
const perBlock = batch === 1 ? BLOCK.transfers : Math.ceil(BLOCK.bytes / REMARK);
const inPool = batch === 1 ? POOL.transactions : Math.ceil(POOL.bytes / REMARK);
// Enough to fill the pool, and the blocks before the acts and while they wait.
const each = Math.ceil((inPool + (blocks + 16) * perBlock) / accounts);

const began = Date.now();
const say = (text: string) => console.error(`${Math.round((Date.now() - began) / 1000)} s: ${text}`);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const node = await Node.start(["--dev", "--rpc-max-connections=20"]);
const chain = await Chain.connect(node);
const { api } = chain;
const { citizenship, utility, census, quadraticVoting, recoveryFriends, balances } = api.tx;
const founders = ["Alice", "Bob", "Charlie", "Dave"].map(wellKnown);
const [alice, ...vouchers] = founders;
const eve = wellKnown("Eve");

/** One JSON-RPC request over the client's own socket, whose answer is not decoded. */
async function send<T>(method: string, ...params: unknown[]): Promise<T> {
	const { _rpcCore: core } = api as unknown as {
		_rpcCore: { provider: { send(method: string, params: unknown[]): Promise<unknown> } };
	};
	return (await core.provider.send(method, params)) as T;
}

/** Makes strangers citizens, by the founder's right and with deposits of Eve's. */
async function admit(strangers: Person[]): Promise<void> {
	await apply(chain, eve, strangers);
	await admitAsFounder(chain, alice, strangers);
}

// Five people join in the first season, and are on the roll of the second. No more, or the founder could admit nobody
// any longer.
const newcomers = newPeople("Ada", "Bruno", "Chidi", "Dina", "Emeka");
await admit(newcomers);

// The rival's accounts and transfers.
const senders: Pair[] = Array.from({ length: accounts }, () =>
	new Keyring({ type: "sr25519" }).addFromSeed(randomBytes(32)),
);
for (let at = 0; at < accounts; at += 50) {
	const gifts = senders.slice(at, at + 50).map(({ address }) => balances.transferKeepAlive(address, 1_000n * CIV));
	await chain.submit(eve, utility.batchAll(gifts));
}
say(`signing ${accounts * each} transactions by ${accounts} accounts …`);
const first = await Promise.all(
	senders.map(async ({ address }) => Number(await api.rpc.system.accountNextIndex(address))),
);
const flood: string[] = [];
const { genesisHash, runtimeVersion } = api;
const era = api.createType("ExtrinsicEra");
const remark = api.tx.system.remark(`0x${"00".repeat(REMARK)}`);
const calls = senders.map((_, index) => {
	const transfer = balances.transferKeepAlive(senders[(index + 1) % accounts].address, 1n);
	return batch === 1 ? transfer : utility.batch([...Array<Call>(batch).fill(transfer), remark]);
});
for (let n = 0; n < each; n++) {
	for (const [index, sender] of senders.entries()) {
		const nonce = first[index] + n;
		const signing = { nonce, tip, era, genesisHash, blockHash: genesisHash, runtimeVersion };
		flood.push(calls[index].sign(sender, signing).toHex());
	}
	await sleep(0);
}
const isFlood = new Set(flood.map((it) => blake2AsHex(it)));

say("waiting for the second season …");
const roll = rollOf(chain);
await until("an open roll of the second season", 1_200, async () => {
	const { season, open, complete } = await roll.state();
	return season >= 1 && open && complete;
});
const prover = await ProverThread.start(PROVER);
const [ada, bruno] = newcomers;
const ballots = await enrolAll(chain, roll, prover, [ada, bruno]);
const voters = [ada, bruno].map((who) => ballots.get(who) as Person);
const poll = await submitPoll(chain, alice, ORIGIN.law, api.tx.system.remark("0x01"));
const leavers = Array.from({ length: blocks }, (_, n) => newPerson(`Leaver ${n}`));
await admit(leavers);
const strangers = Array.from({ length: blocks }, (_, n) => newPerson(`Stranger ${n}`));
const quin = newPerson("Quin");
await chain.submit(eve, utility.batchAll([...strangers, quin].map((who) => citizenship.sponsor(who.address))));
await chain.submitFree(quin, await chain.application(quin));

// Proofs take a while. The citizens make them before they are needed, and send them in the blocks below.
const people = [...newcomers, ...founders];
const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString("hex")}`;
const [ring] = await roll.rings();
const enrolments: string[] = [];
const declarations: string[] = [];
for (const [index, who] of people.entries()) {
	const seat = await roll.seatIn(ring, await secretOf(prover, who.entropy), prover);
	declarations.push(hex(declaring(chain, await roll.incomeDeclaration(seat, index, prover, SMALL))));
	if (who === ada || who === bruno) continue;
	const account = consenting(newPerson(`${who.name}'s ballot account`));
	enrolments.push(hex(transaction(chain, await roll.enrolment(seat, account, prover, SMALL))));
}

/** An act of each kind, for each of the blocks; `undefined` if everybody has done it. */
const pick = <T>(all: T[], n: number): T => all[n % all.length];
const made = (all: string[], n: number) => (n < all.length ? Promise.resolve(all[n]) : undefined);
// Some send two acts after one block, so the benchmark counts nonces itself.
const nonces = new Map<string, number>();
for (const { address } of [...people, ...voters, ...strangers, ...leavers]) {
	nonces.set(address, Number(await api.rpc.system.accountNextIndex(address)));
}
const signed = async (who: Person, call: Call) => {
	const nonce = nonces.get(who.address) as number;
	nonces.set(who.address, nonce + 1);
	return (await call.signAsync(who.pair, { nonce })).toHex();
};
const numbers = await Promise.all(people.map(async (who) => (await chain.citizenId(who)) as number));
const acts: Record<string, (n: number) => Promise<string> | undefined> = {
	renounce: (n) => signed(leavers[n], citizenship.renounce()),
	attest: (n) => (n < people.length ? signed(people[n], census.attest(null)) : undefined),
	vote: (n) => signed(pick(voters, n), quadraticVoting.vote(poll, { Aye: 1 + (Math.floor(n / 2) % 8) })),
	apply: async (n) => signed(strangers[n], await chain.application(strangers[n])),
	vouch: (n) => {
		const { vouch, withdrawVouch } = citizenship;
		const call = Math.floor(n / vouchers.length) % 2 === 0 ? vouch : withdrawVouch;
		return signed(pick(vouchers, n), call(quin.address));
	},
	nameFriends: (n) => {
		const others = numbers
			.filter((id) => id !== pick(numbers, n))
			.sort((a, b) => a - b)
			.slice(0, 3);
		return signed(pick(people, n), recoveryFriends.nameFriends(others, 2));
	},
	enrol: (n) => made(enrolments, n),
	declareIncome: (n) => made(declarations, n),
};

// What is in the blocks.
interface Block {
	/** How many of the rival's transactions. */
	flood: number;
	hashes: string[];
}
const seen = new Map<number, Block>();
let next = (await chain.now()) + 1;
/** Reads the blocks that are new. Returns the number of the newest one. */
async function look(): Promise<number> {
	for (const best = await chain.now(); next <= best; next++) {
		const hash = await send<string>("chain_getBlockHash", next);
		const { block } = await send<{ block: { extrinsics: string[] } }>("chain_getBlock", hash);
		const hashes = block.extrinsics.map((it) => blake2AsHex(it));
		const flood = hashes.filter((it) => isFlood.has(it)).length;
		seen.set(next, { flood, hashes });
		say(`block ${next}: ${flood} of the rival`);
	}
	return next - 1;
}

// The rival: fills the pool, and tries again as long as it is full.
let sent = 0;
let refusals = 0;
let over = false;
async function rival(): Promise<void> {
	while (!over && sent < flood.length) {
		const part = flood.slice(sent, sent + WINDOW);
		const isFull = ({ message }: Error) => message.includes("1016");
		const full = await Promise.all(part.map((it) => send("author_submitExtrinsic", it).then(() => false, isFull)));
		const stuck = full.indexOf(true);
		// It goes on with the first one that the full pool has refused. Those after it that got in are known already.
		sent += stuck < 0 ? part.length : stuck;
		if (stuck >= 0) {
			refusals++;
			await sleep(100);
		}
	}
}
const flooding = rival();
await until("a full pool and full blocks", 600, async () => {
	const best = await look();
	return refusals > 0 && (seen.get(best)?.flood ?? 0) > 0.6 * perBlock;
});
say("the pool is full; the citizens begin");

// The citizens: one act of each kind after each block.
interface Act {
	kind: string;
	hash: string;
	after: number;
}
const done: Act[] = [];
const refused: string[] = [];
let at = await look();
const start = at;
for (let n = 0; n < blocks; n++) {
	await Promise.all(
		Object.entries(acts).map(async ([kind, make]) => {
			const bytes = await make(n);
			if (bytes === undefined) return;
			const after = await chain.now();
			try {
				await send("author_submitExtrinsic", bytes);
				done.push({ kind, hash: blake2AsHex(bytes), after });
			} catch (error) {
				refused.push(`${kind}: ${(error as Error).message}`);
			}
		}),
	);
	at = await until("the next block", 60, async () => {
		const best = await look();
		return best > at && best;
	});
}
const found = () => [...seen].flatMap(([number, { hashes }]) => hashes.map((hash) => [hash, number] as const));
await until("every act is in a block", 300, async () => {
	await look();
	const included = new Map(found());
	return done.every(({ hash }) => included.has(hash));
});
over = true;
await flooding;

// What came of them, and how full the blocks were.
const included = new Map(found());
const weights: number[] = [];
const last = Math.max(...done.map(({ hash }) => included.get(hash) as number));
let failed = 0;
for (let number = start + 1; number <= last; number++) {
	const then = await api.at((await node.hash(number)) as string);
	const { normal } = (await then.query.system.blockWeight()) as unknown as {
		normal: { refTime: { toBigInt(): bigint } };
	};
	weights.push(Math.round(Number(normal.refTime.toBigInt()) / 1e9));
	const mine = new Map(done.filter(({ hash }) => included.get(hash) === number).map((act) => [act.hash, act]));
	for (const { event, phase } of await chain.eventsOf(number)) {
		if (event.section !== "system" || event.method !== "ExtrinsicFailed" || !phase.isApplyExtrinsic) continue;
		const act = mine.get(seen.get(number)?.hashes[phase.asApplyExtrinsic.toNumber()] ?? "");
		if (act) {
			failed++;
			say(`${act.kind} failed in block ${number}: ${event.data.toString()}`);
		}
	}
}
const cpu = cpus();
const flooded = [...seen].filter(([number]) => number > start && number <= last);
console.log(`machine            ${cpu[0]?.model.trim() ?? "unknown"}, ${cpu.length} cores`);
console.log(
	`blocks             ${flooded.length}, with ${flooded.map(([, block]) => block.flood * batch).join(", ")} transfers in batches of ${batch}, tip ${tip}`,
);
console.log(`ordinary weight    ${weights.join(", ")} ms of 1,500`);
console.log(`pool               full: ${refusals} times the rival was refused`);
console.log(`refused acts       ${refused.length}${refused.length ? `: ${refused.join("; ")}` : ""}`);
console.log(`failed acts        ${failed}`);
console.log("");
console.log("| act | sent | blocks waited, median | worst |");
console.log("| --- | ---: | ---: | ---: |");
let worst = 0;
for (const kind of Object.keys(acts)) {
	const waits = done.filter((act) => act.kind === kind).map((act) => (included.get(act.hash) as number) - act.after);
	waits.sort((a, b) => a - b);
	worst = Math.max(worst, ...waits);
	console.log(`| ${kind} | ${waits.length} | ${waits[Math.floor(waits.length / 2)] ?? "-"} | ${waits.at(-1) ?? "-"} |`);
}

prover.stop();
await chain.close();
await node.stop();
process.exit(worst <= 2 && refused.length === 0 && failed === 0 ? 0 : 1);
