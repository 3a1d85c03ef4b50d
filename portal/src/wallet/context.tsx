/** Who is here: the account that the reader signs with, and the citizen behind it. */

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useChain, useRead } from "../chain/context";
import { type Account, accountsOf, TEST_KEYS, wallets } from "./accounts";

const KEY = "civitas/account";

interface WalletState {
	account: Account | undefined;
	/** Whether the account of the last visit is still being looked for. */
	searching: boolean;
	use: (account: Account | undefined) => void;
}

const WalletContext = createContext<WalletState | undefined>(undefined);

/** Keeps the chosen account, and finds that of the last visit again. */
export function WalletProvider({ children }: { children: ReactNode }) {
	const { chain } = useChain();
	const [account, setAccount] = useState<Account>();
	const [searching, setSearching] = useState(() => localStorage.getItem(KEY) !== null);
	const { isDevelopment } = chain;

	const use = useCallback((chosen: Account | undefined) => {
		if (chosen) localStorage.setItem(KEY, JSON.stringify({ wallet: chosen.wallet, address: chosen.address }));
		else localStorage.removeItem(KEY);
		setAccount(chosen);
	}, []);

	useEffect(() => {
		let over = false;
		void (async () => {
			const { wallet, address } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as {
				wallet?: string;
				address?: string;
			};
			if (wallet === undefined || (wallet === TEST_KEYS && !isDevelopment)) return;
			// Wallets announce themselves shortly after the page has loaded.
			for (let tries = 0; tries < 10 && wallet !== TEST_KEYS && !wallets().includes(wallet); tries++) {
				await new Promise((resolve) => setTimeout(resolve, 200));
			}
			const found = (await accountsOf(wallet)).find((one) => one.address === address);
			if (!over) setAccount(found);
		})()
			.catch(() => undefined)
			.finally(() => {
				if (!over) setSearching(false);
			});
		return () => {
			over = true;
		};
	}, [isDevelopment]);

	return (
		<WalletContext value={useMemo(() => ({ account, searching, use }), [account, searching, use])}>
			{children}
		</WalletContext>
	);
}

export function useWallet(): WalletState {
	const wallet = useContext(WalletContext);
	if (!wallet) throw new Error("there is no wallet here");
	return wallet;
}

/** The chosen account, and what the chain knows of its owner as a citizen. */
export function useMe() {
	const { account, searching } = useWallet();
	const address = account?.address;
	const { data: citizen, isPending } = useRead(
		["citizen", address],
		address ? (api, at) => api.apis.CitizenshipApi.citizen_of(address, at) : undefined,
	);
	return {
		account,
		citizen: address ? citizen : undefined,
		loading: searching || (address !== undefined && isPending),
	};
}

export type Citizen = NonNullable<ReturnType<typeof useMe>["citizen"]>;
