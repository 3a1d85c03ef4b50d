/** A citizen's own page: the passport, what to do this season, and the way out. */

import { i18n } from "@lingui/core";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { civ, short } from "../../chain/format";
import { Button, Card, Copyable, Facts, Link, Loading, linkButton, Notice, Page, Progress } from "../../ui";
import { VaultCard } from "../../vault/ui";
import type { Account } from "../../wallet/accounts";
import { useMe, useWallet } from "../../wallet/context";
import { SignIn } from "../../wallet/sign-in";
import { Leave, RollKey, Rotate } from "./change";
import { Attest, Dividend } from "./civic";
import { Export } from "./export";
import { Help, Recovery } from "./friends";
import { Passport } from "./passport";

export default function Me() {
	const { account, citizen, loading } = useMe();
	if (loading) {
		return (
			<Page title={i18n.t("Me")}>
				<Loading lines={6} />
			</Page>
		);
	}
	if (!account) {
		return (
			<Page
				title={i18n.t("Me")}
				lead={i18n.t(
					"Sign in with the account that you are known by. This page stores nothing about you anywhere but on this device.",
				)}
			>
				<SignIn />
			</Page>
		);
	}
	return (
		<Page title={citizen ? i18n.t("Your passport") : account.name}>
			{citizen ? (
				<>
					<Passport account={account} me={citizen} />
					<div className="grid wide">
						<Attest account={account} me={citizen} />
						<Dividend account={account} me={citizen} />
						<VaultCard />
						<RollKey account={account} me={citizen} />
						<Recovery account={account} me={citizen} />
						<Help account={account} />
						<Rotate account={account} me={citizen} />
						<Export account={account} me={citizen} />
					</div>
					<Who account={account} />
					<Leave account={account} />
				</>
			) : (
				<>
					<Notice title={i18n.t("This account is not a citizen's.")}>
						<p>
							<Link to="/join" className={linkButton()}>
								{i18n.t("Become a citizen")}
							</Link>
						</p>
					</Notice>
					<Invited account={account} />
					<Who account={account} />
				</>
			)}
		</Page>
	);
}

/** The account itself, and how to leave it for another. */
function Who({ account }: { account: Account }) {
	const { use } = useWallet();
	const balance = useRead(["balance", account.address], (api, at) =>
		api.query.System.Account.getValue(account.address, at),
	);
	return (
		<Card title={i18n.t("Account")}>
			<Facts
				of={[
					[i18n.t("Name"), account.name],
					[
						i18n.t("Address"),
						<Copyable
							key="address"
							text={account.address}
							shown={short(account.address, 8)}
							label={i18n.t("Copy the address")}
						/>,
					],
					balance.data && [i18n.t("Money to spend"), civ(balance.data.data.free)],
					balance.data &&
						balance.data.data.reserved > 0n && [i18n.t("Held as deposits"), civ(balance.data.data.reserved)],
				]}
			/>
			<Button kind="quiet" onPress={() => use(undefined)}>
				{i18n.t("Use another account")}
			</Button>
		</Card>
	);
}

/** A citizen has named this account as their next one. */
function Invited({ account }: { account: Account }) {
	const { api } = useChain();
	const act = useAct();
	const named = useRead(["named", account.address], async (api, at) => {
		const entries = await api.query.Citizenship.PendingRotations.getEntries(at);
		return entries.find(({ value }) => value === account.address)?.keyArgs[0];
	});
	if (named.data === undefined) return null;
	const citizen = named.data;
	return (
		<Card title={i18n.t("A citizenship waits for this account")}>
			<p>
				{i18n.t(
					"Citizen {citizen} has named this account as their next one. If that is you, accept it here. It is free.",
					{ citizen },
				)}
			</p>
			<Button
				isDisabled={act.busy}
				onPress={() => void act.run(account, () => api.tx.Citizenship.accept_rotation({ citizen }))}
			>
				{i18n.t("Move my citizenship here")}
			</Button>
			<Progress stage={act.stage} />
		</Card>
	);
}
