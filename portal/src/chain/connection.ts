// SPDX-License-Identifier: Apache-2.0
/** The connection to the chain: one at a time, through a node that the reader chooses or a light client in the page. */

import { civitas } from "@polkadot-api/descriptors";
import { createClient, type JsonRpcProvider, type PolkadotClient, type TypedApi } from "polkadot-api";
import { getWsProvider, WsEvent } from "polkadot-api/ws";
import { store, stored } from "./metadata";

export type Api = TypedApi<typeof civitas>;

/** Where the chain is read from. */
export type Way = { kind: "node"; url: string } | { kind: "light"; spec: string };

/** The chain that answers. */
export interface Chain {
	client: PolkadotClient;
	api: Api;
	way: Way;
	/** What the chain's specification calls it. */
	name: string;
	/** The hash of the first block: the chain's identity. */
	genesis: string;
	/** A chain for development, whose test accounts everybody knows the keys of. */
	isDevelopment: boolean;
	/** Milliseconds from one block to the next. */
	blockTime: number;
	/** Sends one request to the node as it is. */
	rpc: (method: string, ...params: unknown[]) => Promise<unknown>;
}

/** The newest block. */
export interface Head {
	number: number;
	hash: string;
	finalized: number;
	/** When it was made, in milliseconds. */
	time: number;
}

export type ConnectionState =
	| { status: "connecting"; way: Way }
	/** `lost` says that the node does not answer any more; the page goes on trying. */
	| { status: "connected"; way: Way; chain: Chain; head: Head; lost: boolean }
	| { status: "failed"; way: Way; reason: "unreachable" | "incompatible" | "wrongChain"; detail: string };

/** A state that this site knows: its name, its chain's identity, and nodes to ask. */
export interface KnownState {
	name: string;
	genesis?: string;
	nodes: string[];
	/** The chain's specification, for the light client. */
	spec?: string;
}

const KEY = "civitas/way";
const PATIENCE = 15_000;
/** The dispatch of new blocks to the page is at most this often, in milliseconds. */
const RHYTHM = 400;

/** Reads the list of states that this site was set up with. */
export async function knownStates(): Promise<KnownState[]> {
	const answer = await fetch("./states.json");
	return answer.ok ? ((await answer.json()) as KnownState[]) : [];
}

export class Connection {
	state: ConnectionState;
	private readonly listeners = new Set<() => void>();
	private stop: () => void = () => undefined;

	constructor(way: Way) {
		this.state = { status: "connecting", way };
		this.open(way);
	}

	/** The connection that the reader chose last, or one to the first node of this site's list. */
	static async start(): Promise<Connection> {
		return new Connection(
			chosen() ?? { kind: "node", url: (await knownStates())[0]?.nodes[0] ?? "ws://127.0.0.1:9944" },
		);
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	readonly snapshot = (): ConnectionState => this.state;

	/** Leaves the present chain and goes to another, and remembers the choice. */
	choose(way: Way): void {
		localStorage.setItem(KEY, JSON.stringify(way));
		this.open(way);
	}

	/** Tries again. */
	retry(): void {
		this.open(this.state.way);
	}

	private tell(state: ConnectionState): void {
		this.state = state;
		for (const listener of this.listeners) listener();
	}

	private open(way: Way): void {
		this.stop();
		this.tell({ status: "connecting", way });
		let over = false;
		let client: PolkadotClient | undefined;
		const endings: (() => void)[] = [];
		this.stop = () => {
			over = true;
			for (const end of endings) end();
			client?.destroy();
		};
		const fail = (reason: "unreachable" | "incompatible", detail: string) => {
			if (over) return;
			this.stop();
			this.tell({ status: "failed", way, reason, detail });
		};
		const lose = (lost: boolean) => {
			const { state } = this;
			if (!over && state.status === "connected" && state.lost !== lost) this.tell({ ...state, lost });
		};
		const timer = setTimeout(() => fail("unreachable", ""), way.kind === "node" ? PATIENCE : 4 * PATIENCE);
		endings.push(() => clearTimeout(timer));

		void (async () => {
			const { provider, end } = await providerOf(way, lose);
			if (end) endings.push(end);
			if (over) return end?.();
			client = createClient(provider, { getMetadata: stored, setMetadata: store });
			const chain = await identify(client, way);
			if (over) return;
			let told = 0;
			let pending: ReturnType<typeof setTimeout> | undefined;
			endings.push(() => clearTimeout(pending));
			const subscription = chain.client.bestBlocks$.subscribe({
				next: (blocks) => {
					clearTimeout(timer);
					clearTimeout(pending);
					const [best, last] = [blocks[0], blocks.at(-1)];
					if (!best || !last) return;
					pending = setTimeout(
						async () => {
							told = Date.now();
							try {
								const time = Number(await chain.api.query.Timestamp.Now.getValue({ at: best.hash }));
								const head = { number: best.number, hash: best.hash, finalized: last.number, time };
								const lost = this.state.status === "connected" && this.state.lost;
								if (!over) this.tell({ status: "connected", way, chain, head, lost });
							} catch {
								// The block is forgotten already: the next one comes soon.
							}
						},
						Math.max(0, told + RHYTHM - Date.now()),
					);
				},
				error: (error: unknown) => fail("unreachable", String(error)),
			});
			endings.push(() => subscription.unsubscribe());
		})().catch((error: unknown) => fail("incompatible", error instanceof Error ? error.message : String(error)));
	}
}

function chosen(): Way | undefined {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? "") as Way;
	} catch {
		return undefined;
	}
}

async function providerOf(
	way: Way,
	lose: (lost: boolean) => void,
): Promise<{ provider: JsonRpcProvider; end?: () => void }> {
	if (way.kind === "light") return (await import("./light")).lightProvider(way.spec);
	const provider = getWsProvider(way.url, {
		onStatusChanged: ({ type }) => {
			if (type === WsEvent.CONNECTED) lose(false);
			else if (type === WsEvent.CLOSE || type === WsEvent.ERROR) lose(true);
		},
	});
	return { provider };
}

async function identify(client: PolkadotClient, way: Way): Promise<Chain> {
	const { name, genesisHash } = await client.getChainSpecData();
	const rpc = (method: string, ...params: unknown[]) => client._request(method, params);
	// Light clients do not know of chain types: their specification says it.
	const kind = await rpc("system_chainType").catch(() => undefined);
	const api = client.getTypedApi(civitas);
	const blockTime = Number(await api.constants.Babe.ExpectedBlockTime());
	return { client, api, way, name, genesis: genesisHash, isDevelopment: kind === "Development", blockTime, rpc };
}
