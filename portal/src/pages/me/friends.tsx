/** Recovery: friends who bring back a citizenship whose key is lost. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { addressOf } from "../../chain/address";
import { useChain, useRead } from "../../chain/context";
import { dateTime, short, timeOf } from "../../chain/format";
import { Answer, Button, Card, Facts, Notice, Progress } from "../../ui";
import { TextField } from "../../ui/forms";
import type { Account } from "../../wallet/accounts";
import type { Citizen } from "../../wallet/context";

export function Recovery({ account, me }: { account: Account; me: Citizen }) {
	const { chain, api, head } = useChain();
	const act = useAct();
	const [friends, setFriends] = useState("");
	const [needed, setNeeded] = useState("2");
	const [problem, setProblem] = useState<string>();
	const facts = useRead(["friends", me.id], async (api, at) => {
		const [circle, recovery] = await Promise.all([
			api.query.RecoveryFriends.Circles.getValue(me.id, at),
			api.query.RecoveryFriends.Recoveries.getValue(me.id, at),
		]);
		return { circle, recovery };
	});
	return (
		<Card title={i18n.t("If you lose your key")}>
			<p>
				{i18n.t(
					"Name citizens whom you trust. If you lose your key, they can give your citizenship to a new account of yours. It is free, and you can change the list at any time.",
				)}
			</p>
			<Answer of={facts}>
				{({ circle, recovery }) => (
					<>
						{recovery && (
							<Notice kind="error" title={i18n.t("Friends want to move your citizenship.")}>
								<p>
									{recovery.agreed
										? i18n.t("They agree on {account}. It can be completed from {date} on.", {
												account: short(recovery.agreed[0]),
												date: dateTime(timeOf(recovery.agreed[1], chain, head)),
											})
										: i18n.t(
												"{n, plural, one {One friend has named a new account.} other {# friends have named a new account.}}",
												{ n: recovery.support.length },
											)}{" "}
									{i18n.t("If you did not ask for it, stop it now.")}
								</p>
								<Button
									kind="danger"
									isDisabled={act.busy}
									onPress={() => void act.run(account, () => api.tx.RecoveryFriends.stop())}
								>
									{i18n.t("Stop it")}
								</Button>
							</Notice>
						)}
						<Facts
							of={[
								[
									i18n.t("Your friends"),
									circle ? circle.friends.map((id) => i18n.t("citizen {id}", { id })).join(", ") : i18n.t("none yet"),
								],
								circle && [i18n.t("How many must agree"), circle.needed],
							]}
						/>
					</>
				)}
			</Answer>
			<form
				className="stack"
				onSubmit={(event) => {
					event.preventDefault();
					const list = [
						...new Set(
							friends
								.split(/[\s,;]+/)
								.filter(Boolean)
								.map(Number),
						),
					].sort((a, b) => a - b);
					if (
						list.length < 2 ||
						list.length > 9 ||
						list.some((id) => !Number.isInteger(id) || id < 0 || id === me.id)
					) {
						return setProblem(i18n.t("Write two to nine numbers of other citizens."));
					}
					setProblem(undefined);
					void act.run(account, () =>
						api.tx.RecoveryFriends.name_friends({ friends: list, needed: Number(needed) || 2 }),
					);
				}}
			>
				<TextField
					label={i18n.t("Citizen numbers of your friends")}
					value={friends}
					onChange={setFriends}
					error={problem}
					placeholder="1, 2, 3"
					autoComplete="off"
				/>
				<TextField
					label={i18n.t("How many of them must agree")}
					value={needed}
					onChange={setNeeded}
					inputMode="numeric"
					autoComplete="off"
				/>
				<Button kind="quiet" type="submit" isDisabled={act.busy}>
					{i18n.t("Name these friends")}
				</Button>
			</form>
			<Progress stage={act.stage} />
		</Card>
	);
}

/** Helps a friend who has lost a key. */
export function Help({ account }: { account: Account }) {
	const { api } = useChain();
	const act = useAct();
	const [citizen, setCitizen] = useState("");
	const [address, setAddress] = useState("");
	const [problem, setProblem] = useState<{ citizen?: string; address?: string }>({});
	const id = Number(citizen);
	const named = citizen.trim() !== "" && Number.isInteger(id) && id >= 0;
	return (
		<Card title={i18n.t("Help a friend who lost a key")}>
			<p>{i18n.t("Meet your friend or call them, so that you know it is really them. Then name their new account.")}</p>
			<form
				className="stack"
				onSubmit={(event) => {
					event.preventDefault();
					const new_account = addressOf(address);
					setProblem({
						citizen: named ? undefined : i18n.t("Write the number of a citizen."),
						address: new_account ? undefined : i18n.t("This is not an address. Copy it whole."),
					});
					if (named && new_account)
						void act.run(account, () => api.tx.RecoveryFriends.support({ citizen: id, new_account }));
				}}
			>
				<TextField
					label={i18n.t("Your friend's citizen number")}
					value={citizen}
					onChange={setCitizen}
					error={problem.citizen}
					inputMode="numeric"
					autoComplete="off"
				/>
				<TextField
					label={i18n.t("Your friend's new address")}
					value={address}
					onChange={setAddress}
					error={problem.address}
					code
					autoComplete="off"
				/>
				<div className="row">
					<Button kind="quiet" type="submit" isDisabled={act.busy}>
						{i18n.t("Name this account")}
					</Button>
					{named && (
						<Button
							kind="quiet"
							isDisabled={act.busy}
							onPress={() => void act.run(account, () => api.tx.RecoveryFriends.complete({ citizen: id }))}
						>
							{i18n.t("Complete the recovery")}
						</Button>
					)}
				</div>
			</form>
			<Progress stage={act.stage} />
		</Card>
	);
}
