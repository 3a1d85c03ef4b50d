// SPDX-License-Identifier: Apache-2.0
// A web service that citizens sign in to, by name or without one. No accounts, no passwords, no node.
//
//   GET  /challenge            answers a new challenge
//   POST /citizen?challenge=…  with a passport: signs a citizen in by name
//   POST /anyone?challenge=…   with an anonymous passport: signs one of the citizens in, by an alias
//
// Usage: node build/example/service.js GENESIS [PORT]

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { Refusal, Verifier } from "../src/index.js";

/** How long a challenge can be answered, and how old a certified block may be. */
const TEN_MINUTES = 600_000;
/** The most challenges that wait at once. The oldest go first. */
const MOST = 10_000;
/** The most bytes of a passport. */
const LARGEST = 4 * 1024 * 1024;

/** Challenges that were given and not answered yet. */
class Challenges {
	private readonly given = new Map<string, number>();

	constructor(private readonly now: () => number) {}

	give(): string {
		const challenge = randomBytes(16).toString("hex");
		this.given.set(challenge, this.now());
		for (const [oldest, since] of this.given) {
			if (this.given.size <= MOST && since > this.now() - TEN_MINUTES) break;
			this.given.delete(oldest);
		}
		return challenge;
	}

	/** Takes a challenge back. Each serves once. */
	take(challenge: string): boolean {
		const since = this.given.get(challenge);
		this.given.delete(challenge);
		return since !== undefined && since > this.now() - TEN_MINUTES;
	}
}

async function body(request: IncomingMessage): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Uint8Array>) {
		length += chunk.length;
		if (length > LARGEST) throw new Refusal("TooLong");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

export interface Settings {
	/** The chain: the hash of its genesis block. */
	genesis: string;
	/** The service's host name, which wallets see. */
	service: string;
	/** What an alias is for: another purpose gives people other aliases. */
	purpose: string;
	now?: () => number;
}

/** Makes the service. */
export async function service({ genesis, service, purpose, now = Date.now }: Settings): Promise<Server> {
	const verifier = await Verifier.start(readFileSync(new URL("../../certificate.wasm", import.meta.url)));
	const challenges = new Challenges(now);

	/** Who stands at the door. */
	async function welcome(path: string, challenge: string, request: IncomingMessage): Promise<object> {
		const passport = await body(request);
		if (!challenges.take(challenge)) throw new Refusal("OtherChallenge");
		const expected = { genesis, service, challenge, now: now(), maxAge: TEN_MINUTES };
		if (path === "/citizen") return { citizen: verifier.passport(passport, expected).id };
		return { alias: verifier.anonymous(passport, expected, purpose).alias };
	}

	return createServer(async (request, response) => {
		const url = new URL(request.url ?? "/", "http://localhost");
		const answer = (status: number, value: object) => {
			response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
		};
		try {
			if (request.method === "GET" && url.pathname === "/challenge") {
				return answer(200, { challenge: challenges.give(), genesis, service, purpose });
			}
			if (request.method === "POST" && ["/citizen", "/anyone"].includes(url.pathname)) {
				return answer(200, await welcome(url.pathname, url.searchParams.get("challenge") ?? "", request));
			}
			answer(404, { error: "There is nothing here." });
		} catch (error) {
			if (error instanceof Refusal) answer(403, { refused: error.code });
			else answer(500, { error: "The service has a fault." });
		}
	});
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
	const [genesis, port = "8080"] = process.argv.slice(2);
	const server = await service({ genesis, service: "localhost", purpose: "sign in" });
	server.listen(Number(port), "127.0.0.1", () => console.log(`Listening on http://127.0.0.1:${port}`));
}
