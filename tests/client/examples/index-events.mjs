// SPDX-License-Identifier: Apache-2.0
// Fills an SQLite database with the events of a chain, and answers five questions from it alone.
// Usage: node examples/index-events.mjs [ws://127.0.0.1:9944] [civitas.sqlite]
// It goes on where it stopped the last time, reads up to the last final block, answers, and ends. The node must keep
// the state of the blocks that are read: --state-pruning archive.

import { ApiPromise, WsProvider } from "@polkadot/api";
import sqlite from "node-sqlite3-wasm";

const [, , endpoint = "ws://127.0.0.1:9944", file = "civitas.sqlite"] = process.argv;

/** Each question, and how it is answered from events. */
const QUESTIONS = {
	"How many people have joined, and by which way?": `
		SELECT data ->> 'admission' AS way, count(*) AS people FROM events WHERE name = 'citizenship.Admitted' GROUP BY way`,
	"Who has attested, season by season?": `
		SELECT data ->> 'season' AS season, count(*) AS people FROM events WHERE name = 'census.Attested' GROUP BY season`,
	"Which polls are there, and how often did people vote in each?": `
		SELECT polls.data ->> 'index' AS poll, count(votes.name) AS votes FROM events polls LEFT JOIN events votes
		ON votes.name = 'quadraticVoting.Voted' AND votes.data ->> 'poll' = polls.data ->> 'index'
		WHERE polls.name = 'referenda.Submitted' GROUP BY poll`,
	"Who holds each parcel, since when?": `
		SELECT data ->> 'parcel' AS parcel, data ->> 'holder' AS holder, max(block) AS since FROM events
		WHERE name = 'harberger.Acquired' GROUP BY parcel`,
	"What have transactions cost, and how many were free?": `
		SELECT (SELECT count(*) FROM events WHERE name = 'skipFeelessPayment.FeeSkipped') AS free,
		(SELECT count(*) FROM events WHERE name = 'transactionPayment.TransactionFeePaid') AS paid`,
};

const database = new sqlite.Database(file);
database.exec(`
	CREATE TABLE IF NOT EXISTS blocks (number INTEGER PRIMARY KEY, hash TEXT NOT NULL);
	CREATE TABLE IF NOT EXISTS events (
		block INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL,
		PRIMARY KEY (block, position));
	CREATE INDEX IF NOT EXISTS by_name ON events (name);
`);

const api = await ApiPromise.create({ provider: new WsProvider(endpoint), noInitWarn: true });

/** The fields of an event by name, as JSON. */
function fieldsOf({ data }) {
	const values = data.toJSON();
	return Object.fromEntries(values.map((value, index) => [data.names?.[index] ?? index, value]));
}

async function indexBlock(number) {
	const hash = await api.rpc.chain.getBlockHash(number);
	const records = await (await api.at(hash)).query.system.events();
	// A block is indexed whole or not at all.
	database.exec("BEGIN");
	database.run("INSERT INTO blocks VALUES (?, ?)", [number, hash.toHex()]);
	for (const [position, { event }] of records.entries()) {
		const row = [number, position, `${event.section}.${event.method}`, JSON.stringify(fieldsOf(event))];
		database.run("INSERT INTO events VALUES (?, ?, ?, ?)", row);
	}
	database.exec("COMMIT");
}

// Only final blocks: they never change, so nothing that is indexed must ever be taken back.
const last = (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
const { next } = database.get("SELECT coalesce(max(number) + 1, 1) AS next FROM blocks");
for (let number = Number(next); number <= last; number++) await indexBlock(number);

const answers = Object.entries(QUESTIONS).map(([question, sql]) => [question, database.all(sql)]);
console.log(JSON.stringify({ blocks: last, ...Object.fromEntries(answers) }, null, "\t"));
database.close();
await api.disconnect();
