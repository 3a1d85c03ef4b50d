/** Changes of a citizenship: another account, another roll key, its end. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { addressOf } from "../../chain/address";
import { useChain } from "../../chain/context";
import { explain } from "../../chain/errors";
import { short } from "../../chain/format";
import { Button, Card, Copyable, Notice, Progress } from "../../ui";
import { Ask, TextField } from "../../ui/forms";
import { showKey } from "../../vault/ballots";
import { MakeWords, useVault } from "../../vault/ui";
import type { Account } from "../../wallet/accounts";
import type { Citizen } from "../../wallet/context";

export function Rotate({ account, me }: { account: Account; me: Citizen }) {
	const { chain, api } = useChain();
	const { vault, state } = useVault();
	const act = useAct();
	const [typed, setTyped] = useState("");
	const [problem, setProblem] = useState<string>();
	const pending = me.pending_rotation;
	return (
		<Card title={i18n.t("Move to another account")}>
			<p>{i18n.t("Name a new account of yours. Then sign in with it and accept. Until then nothing changes.")}</p>
			{pending ? (
				<>
					<Notice title={i18n.t("You have named a new account.")}>
						<p>
							<Copyable text={pending} shown={short(pending, 8)} />
						</p>
						<p>{i18n.t("Sign in with it on this page to accept.")}</p>
					</Notice>
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Citizenship.cancel_rotation())}
					>
						{i18n.t("Take it back")}
					</Button>
				</>
			) : (
				<form
					className="stack"
					onSubmit={(event) => {
						event.preventDefault();
						const new_account = addressOf(typed);
						setProblem(new_account ? undefined : i18n.t("This is not an address. Copy it whole."));
						if (!new_account) return;
						// The words go along, encrypted as they are, if the new account is used on this device.
						if (state !== "none") vault.copyTo(chain.genesis, new_account);
						void act.run(account, () => api.tx.Citizenship.rotate({ new_account }));
					}}
				>
					<TextField
						label={i18n.t("Address of the new account")}
						value={typed}
						onChange={setTyped}
						error={problem}
						code
						autoComplete="off"
					/>
					<Button kind="quiet" type="submit" isDisabled={act.busy}>
						{i18n.t("Name this account")}
					</Button>
				</form>
			)}
			<Progress stage={act.stage} />
		</Card>
	);
}

/** Whether the words on this device are those that the chain knows, and new ones if they are lost. */
export function RollKey({ account, me }: { account: Account; me: Citizen }) {
	const { chain, api } = useChain();
	const { vault, state } = useVault();
	const act = useAct();
	const [fits, setFits] = useState<boolean>();
	const [problem, setProblem] = useState<string>();
	const [making, setMaking] = useState(false);
	return (
		<Card title={i18n.t("Ballot key")}>
			<p>
				{i18n.t(
					"The chain knows a public key of yours. Only your roll words fit it. If you have lost them, make new ones: they vote from the next season on.",
				)}
			</p>
			{state === "open" && !making && (
				<>
					<div className="row">
						<Button
							kind="quiet"
							onPress={async () => {
								setProblem(undefined);
								try {
									setFits((await showKey(chain, vault, account.address)).rollKey === me.citizen.roll_key);
								} catch (error) {
									setProblem(explain(error));
								}
							}}
						>
							{i18n.t("Check my words")}
						</Button>
						<Button kind="quiet" onPress={() => setMaking(true)}>
							{i18n.t("I lost my words: make new ones")}
						</Button>
					</div>
					{problem && <Notice kind="error" title={problem} />}
					{fits === true && (
						<Notice kind="good" title={i18n.t("The words on this device are those that the chain knows.")} />
					)}
					{fits === false && (
						<Notice kind="warning" title={i18n.t("The chain knows another key.")}>
							<p>
								{i18n.t(
									"Either these are not your words, or you have new ones that are not registered. Register their key if they are yours: it votes from the next season on.",
								)}
							</p>
							<Button
								isDisabled={act.busy}
								onPress={() =>
									void act.run(account, async () => {
										const { rollKey, proof } = await showKey(chain, vault, account.address);
										return api.tx.Citizenship.replace_roll_key({ new_key: rollKey, proof });
									})
								}
							>
								{i18n.t("Register this key")}
							</Button>
						</Notice>
					)}
				</>
			)}
			{making && (
				<>
					<MakeWords />
					<Button kind="quiet" onPress={() => setMaking(false)}>
						{i18n.t("Close")}
					</Button>
				</>
			)}
			{state !== "open" && !making && <p className="soft">{i18n.t("Unlock your roll words to check them.")}</p>}
			<Progress stage={act.stage} done={<p>{i18n.t("Registered.")}</p>} />
		</Card>
	);
}

export function Leave({ account }: { account: Account }) {
	const { api } = useChain();
	const act = useAct();
	const [asking, setAsking] = useState(false);
	const [typed, setTyped] = useState("");
	const word = i18n.t("leave");
	return (
		<Card title={i18n.t("Leave")} className="last">
			<p>
				{i18n.t("You may leave at once, at any time, whatever else is going on. It is free, and nobody can refuse it.")}
			</p>
			<Button kind="danger" onPress={() => setAsking(true)}>
				{i18n.t("Leave the state …")}
			</Button>
			<Ask title={i18n.t("Leave the state")} isOpen={asking} onClose={() => setAsking(false)}>
				<ul className="bullets">
					<li>{i18n.t("Your citizenship ends in the next block. Your passport is gone.")}</li>
					<li>{i18n.t("Your money stays yours. What was held for you returns.")}</li>
					<li>{i18n.t("Land that you hold stays yours. You hold it as anybody else does.")}</li>
					<li>
						{i18n.t("You no longer vote. An account that already votes in secret keeps its votes until its polls end.")}
					</li>
					<li>
						{i18n.t("Your vouches for applicants end. Your shares of the seasons that are over are paid out at once.")}
					</li>
					<li>{i18n.t("You can apply again later. You get a new number.")}</li>
				</ul>
				<TextField
					label={i18n.t("Type “{word}” to be sure", { word })}
					value={typed}
					onChange={setTyped}
					autoComplete="off"
				/>
				<div className="row">
					<Button
						kind="danger"
						isDisabled={typed.trim().toLowerCase() !== word.toLowerCase() || act.busy}
						onPress={async () => {
							if (await act.run(account, () => api.tx.Citizenship.renounce())) setAsking(false);
						}}
					>
						{i18n.t("Leave now")}
					</Button>
					<Button kind="quiet" onPress={() => setAsking(false)}>
						{i18n.t("Stay")}
					</Button>
				</div>
				<Progress stage={act.stage} />
			</Ask>
		</Card>
	);
}
