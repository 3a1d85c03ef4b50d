/** The chain, for pages: `useChain` for the chain and its newest block, `useRead` for everything that changes with it. */

import {
	keepPreviousData,
	QueryClient,
	QueryClientProvider,
	type UseQueryResult,
	useQuery,
} from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react";
import type { Api, Chain, Connection, ConnectionState, Head } from "./connection";

const ConnectionContext = createContext<Connection | undefined>(undefined);

const queries = new QueryClient({
	defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY } },
});

/** Gives pages the connection, and reads again what they show when a new block comes. */
export function ChainProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
	useEffect(() => {
		let last: string | undefined;
		return connection.subscribe(() => {
			const { state } = connection;
			const hash = state.status === "connected" ? state.head.hash : undefined;
			if (hash === last) return;
			last = hash;
			void queries.invalidateQueries({ queryKey: ["chain"] }, { cancelRefetch: false });
		});
	}, [connection]);
	return (
		<QueryClientProvider client={queries}>
			<ConnectionContext value={connection}>{children}</ConnectionContext>
		</QueryClientProvider>
	);
}

/** The connection itself: for the page that chooses it. */
export function useConnection(): { connection: Connection; state: ConnectionState } {
	const connection = useContext(ConnectionContext);
	if (!connection) throw new Error("there is no connection here");
	return { connection, state: useSyncExternalStore(connection.subscribe, connection.snapshot) };
}

/** The chain and its newest block. Only for what stands inside `WhenConnected`. */
export function useChain(): { chain: Chain; api: Api; head: Head } {
	const { state } = useConnection();
	if (state.status !== "connected") throw new Error("there is no chain here");
	return { chain: state.chain, api: state.chain.api, head: state.head };
}

/**
 * Reads from the newest block, and again with each new one. `key` names what is read: texts and numbers only, with
 * everything that `read` depends on. `undefined` while something else is awaited.
 */
export function useRead<T>(
	key: readonly (string | number | boolean | null | undefined)[],
	read: ((api: Api, at: { at: "best" }) => Promise<T>) | undefined,
): UseQueryResult<T> {
	const { chain } = useChain();
	return useQuery<T>({
		queryKey: ["chain", chain.genesis, ...key],
		// A query may not answer `undefined`; pages see it again as such.
		queryFn: async () => ((await read?.(chain.api, { at: "best" })) ?? null) as T,
		select: (value) => (value === null ? (undefined as T) : value),
		enabled: read !== undefined,
		placeholderData: keepPreviousData as never,
	});
}

/** Reads what never changes, such as a constant: once. */
export function useFixed<T>(key: readonly (string | number)[], read: (api: Api) => Promise<T>): UseQueryResult<T> {
	const { chain } = useChain();
	return useQuery<T>({ queryKey: ["fixed", chain.genesis, ...key], queryFn: () => read(chain.api) });
}

/** Reads again at once what pages show: after a change of one's own. */
export function readAgain(): Promise<void> {
	return queries.invalidateQueries({ queryKey: ["chain"] });
}
