/** The way to an application, in four steps: charter, account, roll words, deposit. */

import { toHex } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import { type ReactNode, useState } from "react";
import { Checkbox, Radio, RadioGroup } from "react-aria-components";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { civ, short } from "../../chain/format";
import { hashOf } from "../../chain/hash";
import { CharterText, VersionChange } from "../../charter/article";
import { Badge, Button, Copyable, Notice, Progress } from "../../ui";
import { TextField } from "../../ui/forms";
import { showKey } from "../../vault/ballots";
import { useVault, WhenUnlocked } from "../../vault/ui";
import type { Account } from "../../wallet/accounts";
import { SignIn } from "../../wallet/sign-in";
import { ShareLink } from "./share";

/** One step: open while it is to be done, a line once it is. */
function Step({
	n,
	title,
	done,
	open,
	children,
}: {
	n: number;
	title: string;
	done: boolean;
	open: boolean;
	children: ReactNode;
}) {
	return (
		<section className={`card step ${done ? "done" : ""}`} aria-labelledby={`step-${n}`}>
			<h2 id={`step-${n}`}>
				<span className="step-number" aria-hidden="true">
					{done ? "✓" : n}
				</span>
				{title}
				{done && <Badge kind="good">{i18n.t("done")}</Badge>}
			</h2>
			{open && children}
		</section>
	);
}

export function Apply({ account }: { account: Account | undefined }) {
	const { chain } = useChain();
	const charter = useRead(["charter"], (api, at) => api.apis.CitizenshipApi.charter(at));
	// Kept on the device: whoever comes back later need not read everything again.
	const key = `civitas/accepted/${chain.genesis}`;
	const [accepted, setAccepted] = useState(() => localStorage.getItem(key) ?? undefined);
	const accept = (hash: string) => {
		localStorage.setItem(key, hash);
		setAccepted(hash);
	};
	const { state } = useVault();
	const hash = charter.data?.hash;
	const read = hash !== undefined && accepted === hash;
	const haveWords = account !== undefined && state === "open";
	return (
		<>
			<Step n={1} title={i18n.t("Read the charter")} done={read} open={!read}>
				{charter.data && (
					<ReadCharter
						charter={charter.data}
						accept={() => hash !== undefined && accept(hash)}
						changed={accepted !== undefined && !read}
					/>
				)}
			</Step>
			<Step n={2} title={i18n.t("Choose your account")} done={account !== undefined} open={read && !account}>
				<SignIn why={i18n.t("An account is how the chain knows you. It needs no money.")} />
			</Step>
			<Step
				n={3}
				title={i18n.t("Make your roll words")}
				done={haveWords}
				open={read && account !== undefined && !haveWords}
			>
				<WhenUnlocked why={undefined}>{null}</WhenUnlocked>
			</Step>
			<Step n={4} title={i18n.t("Apply")} done={false} open={read && haveWords}>
				{account && charter.data && <Deposit key={chain.genesis} account={account} charter={charter.data} />}
			</Step>
		</>
	);
}

function ReadCharter({
	charter,
	accept,
	changed,
}: {
	charter: { version: number; hash: string };
	accept: () => void;
	changed: boolean;
}) {
	const [agreed, setAgreed] = useState(false);
	return (
		<div className="stack">
			{changed && (
				<Notice kind="warning" title={i18n.t("The charter has changed while you read it.")}>
					<p>{i18n.t("Read what is new before you accept.")}</p>
				</Notice>
			)}
			<p>
				{i18n.t(
					"This is version {version}, in force today. You accept exactly these words; if they change before you are a citizen, you are asked again.",
					{ version: charter.version },
				)}
			</p>
			{charter.version > 1 && (
				<details>
					<summary>{i18n.t("What changed since version {version}", { version: charter.version - 1 })}</summary>
					<VersionChange version={charter.version} />
				</details>
			)}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards scroll it */}
			<section className="document" tabIndex={0} aria-label={i18n.t("The charter")}>
				<CharterText />
			</section>
			<p className="small soft">
				{i18n.t("Fingerprint of this version:")} <Copyable text={charter.hash} shown={short(charter.hash, 10)} />
			</p>
			<Checkbox isSelected={agreed} onChange={setAgreed} className="check">
				<span className="check-box" aria-hidden="true" />
				{i18n.t("I have read version {version} of the charter, and I accept it.", { version: charter.version })}
			</Checkbox>
			<Button isDisabled={!agreed} onPress={accept}>
				{i18n.t("Go on")}
			</Button>
		</div>
	);
}

function Deposit({ account, charter }: { account: Account; charter: { version: number; hash: string } }) {
	const { chain, api } = useChain();
	const { vault } = useVault();
	const act = useAct();
	const decline = useAct();
	const [own, setOwn] = useState(false);
	const [words, setWords] = useState("");
	const facts = useRead(["deposit", account.address], async (api, at) => {
		const [sponsorship, balance, parameters] = await Promise.all([
			api.query.Citizenship.Sponsorships.getValue(account.address, at),
			api.query.System.Account.getValue(account.address, at),
			api.apis.CharterApi.parameters(at),
		]);
		let deposit = 0n;
		for (const { parameter } of parameters) {
			if (parameter.type === "Citizenship" && parameter.value.type === "ApplicationDeposit")
				deposit = parameter.value.value[0] ?? 0n;
		}
		return { sponsorship, free: balance.data.free, deposit };
	});
	if (!facts.data) return null;
	const { sponsorship, free, deposit } = facts.data;
	const kind = sponsorship ? "Sponsored" : "Own";
	const ready = sponsorship !== undefined || (own && free > deposit);
	const apply = () =>
		act.run(account, async () => {
			const { rollKey, proof } = await showKey(chain, vault, account.address);
			const evidence_hash = toHex(
				words.trim() === "" ? new Uint8Array(32) : hashOf(new TextEncoder().encode(words.trim())),
			);
			return api.tx.Citizenship.apply({
				charter,
				roll_key: rollKey,
				proof,
				evidence_hash,
				deposit: { type: kind, value: undefined },
			});
		});
	return (
		<div className="stack">
			<p>
				{i18n.t(
					"A deposit of {amount} is held while your application is open. It returns to whoever paid it, unless a challenge against you is upheld.",
					{ amount: civ(deposit) },
				)}
			</p>
			{sponsorship ? (
				<Notice kind="good" title={i18n.t("Your deposit is paid.")}>
					<p>
						{i18n.t("By {payer}. You need no money at all.", { payer: short(sponsorship.payer) })}{" "}
						<Button
							kind="plain"
							isDisabled={decline.busy}
							onPress={() => void decline.run(account, () => api.tx.Citizenship.decline_sponsorship())}
						>
							{i18n.t("I did not ask for this: decline")}
						</Button>
					</p>
				</Notice>
			) : (
				<>
					<RadioGroup
						value={own ? "own" : "sponsor"}
						onChange={(value) => setOwn(value === "own")}
						className="stack"
						aria-label={i18n.t("Who pays the deposit?")}
					>
						<Radio value="sponsor" className="check">
							<span className="check-box round" aria-hidden="true" />
							{i18n.t("Somebody pays it for me")}
						</Radio>
						<Radio value="own" className="check">
							<span className="check-box round" aria-hidden="true" />
							{i18n.t("I pay it myself ({amount} in this account)", { amount: civ(free) })}
						</Radio>
					</RadioGroup>
					{own ? (
						free <= deposit && <Notice kind="warning" title={i18n.t("There is not enough money in this account.")} />
					) : (
						<ShareLink
							path={`/join/sponsor/${account.address}`}
							why={i18n.t(
								"Send this link to a friend, or let them scan it. They pay the deposit, and this page goes on by itself.",
							)}
						/>
					)}
				</>
			)}
			<TextField
				label={i18n.t("A few words about you, for those who vouch (optional)")}
				long={3}
				value={words}
				onChange={setWords}
				hint={i18n.t(
					"Only a fingerprint of these words goes on the chain. Keep the words and give them to those who ask.",
				)}
			/>
			<Button isDisabled={!ready || act.busy} onPress={() => void apply()}>
				{i18n.t("Apply for citizenship")}
			</Button>
			<Progress stage={decline.stage} />
			<Progress stage={act.stage} done={<p>{i18n.t("Your application is on the chain.")}</p>} />
		</div>
	);
}
