/** Choose who you are: a wallet of the browser, then one of its accounts. */

import { i18n } from "@lingui/core";
import { useEffect, useState } from "react";
import { useChain } from "../chain/context";
import { explain } from "../chain/errors";
import { short } from "../chain/format";
import { Button, Card, Notice } from "../ui";
import { TextField } from "../ui/forms";
import { type Account, accountsOf, TEST_KEYS, wallets } from "./accounts";
import { useWallet } from "./context";

/** What this browser offers, looked for again for a while: wallets announce themselves late. */
function useWallets(): string[] {
	const { chain } = useChain();
	const [found, setFound] = useState(wallets);
	useEffect(() => {
		const timer = setInterval(() => setFound(wallets()), 500);
		return () => clearInterval(timer);
	}, []);
	return chain.isDevelopment ? [...found, TEST_KEYS] : found;
}

const NAMES: Record<string, string> = {
	"polkadot-js": "Polkadot{.js}",
	"subwallet-js": "SubWallet",
	talisman: "Talisman",
	"nova wallet": "Nova Wallet",
};

export function SignIn({ why }: { why?: string }) {
	const { use } = useWallet();
	const offered = useWallets();
	const [wallet, setWallet] = useState<string>();
	const [accounts, setAccounts] = useState<Account[]>();
	const [problem, setProblem] = useState<string>();
	const open = async (name: string) => {
		setWallet(name);
		setProblem(undefined);
		try {
			setAccounts(await accountsOf(name));
		} catch (error) {
			setProblem(explain(error));
		}
	};
	return (
		<Card title={i18n.t("Sign in")}>
			{why && <p>{why}</p>}
			{offered.length === 0 ? (
				<Notice title={i18n.t("You need a wallet.")}>
					<p>
						{i18n.t(
							"A wallet keeps the key of your account and asks you before it signs. Install one in this browser, for example Talisman, SubWallet or Polkadot.js, make an account in it, and come back. On a phone, open this page in the browser of a wallet such as Nova or SubWallet.",
						)}
					</p>
				</Notice>
			) : (
				<div className="row">
					{offered.map((name) => (
						<Button key={name} kind={wallet === name ? "primary" : "quiet"} onPress={() => void open(name)}>
							{name === TEST_KEYS ? i18n.t("Test accounts") : (NAMES[name] ?? name)}
						</Button>
					))}
				</div>
			)}
			{problem && (
				<Notice kind="error" title={i18n.t("The wallet did not open.")}>
					<p>{problem}</p>
				</Notice>
			)}
			{accounts && (
				<>
					<h3>{i18n.t("Which account are you?")}</h3>
					{accounts.length === 0 && (
						<p>
							{i18n.t(
								"This wallet shows no account to this page. Make one in the wallet, or allow this page to see it.",
							)}
						</p>
					)}
					<ul className="plain-list choices">
						{accounts.map((account) => (
							<li key={account.address}>
								<Button kind="quiet" className="choice" onPress={() => use(account)}>
									<span>{account.name}</span>
									<code dir="ltr">{short(account.address)}</code>
								</Button>
							</li>
						))}
					</ul>
					{wallet === TEST_KEYS && <NewTestAccount use={use} />}
				</>
			)}
		</Card>
	);
}

function NewTestAccount({ use }: { use: (account: Account) => void }) {
	const [name, setName] = useState("");
	return (
		<form
			className="stack"
			onSubmit={async (event) => {
				event.preventDefault();
				if (name.trim() === "") return;
				const { makeTestAccount } = await import("./test-keys");
				use(makeTestAccount(name.trim()));
			}}
		>
			<TextField
				label={i18n.t("Name of a new test account")}
				value={name}
				onChange={setName}
				autoComplete="off"
				hint={i18n.t("Its key stays in this browser, unprotected: for trying things out only.")}
			/>
			<Button type="submit" kind="quiet">
				{i18n.t("Make a test account")}
			</Button>
		</form>
	);
}
