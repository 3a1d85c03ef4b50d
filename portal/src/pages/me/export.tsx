/** Everything that the chain and this device know of a citizen, as one file. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useChain } from "../../chain/context";
import { explain } from "../../chain/errors";
import { Button, Card, Notice } from "../../ui";
import { useVault } from "../../vault/ui";
import type { Account } from "../../wallet/accounts";
import type { Citizen } from "../../wallet/context";

/** Amounts as digits and bytes as hexadecimal digits: what JSON has no form for. */
function plain(_: string, value: unknown): unknown {
	if (typeof value === "bigint") return value.toString();
	if (value instanceof Uint8Array)
		return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
	return value;
}

export function Export({ account, me }: { account: Account; me: Citizen }) {
	const { chain, api, head } = useChain();
	const { vault, state } = useVault();
	const [problem, setProblem] = useState<string>();
	const save = async () => {
		const at = { at: head.hash };
		const { address } = account;
		const [balance, attendance, residence, parcels, friends, votes, dividend, openPolls] = await Promise.all([
			api.query.System.Account.getValue(address, at),
			api.apis.CensusApi.attendance(me.id, at),
			api.apis.LandApi.residence(me.id, at),
			api.apis.LandApi.parcels_of(address, undefined, 256, at).catch(() => undefined),
			api.query.RecoveryFriends.Circles.getValue(me.id, at),
			api.apis.VotingApi.votes(address, at),
			api.apis.TaxApi.dividend(me.id, at),
			api.apis.PollsApi.open_polls(me.id, at),
		]);
		const everything = {
			chain: { name: chain.name, genesis: chain.genesis, block: head.number, hash: head.hash },
			account: { address, name: account.name, balance },
			citizen: me,
			attendance,
			residence,
			parcels,
			friends,
			votesByName: votes,
			dividend,
			openPolls,
			// Encrypted with the passphrase, as it lies on this device.
			rollWords: state === "none" ? undefined : vault.sealed(),
		};
		const file = new Blob([JSON.stringify(everything, plain, 2)], { type: "application/json" });
		const link = document.createElement("a");
		link.href = URL.createObjectURL(file);
		link.download = `citizen-${me.id}.json`;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
	};
	return (
		<Card title={i18n.t("Your data")}>
			<p>
				{i18n.t(
					"Save everything that the chain knows of you, and your roll words as they lie on this device, encrypted.",
				)}
			</p>
			<Button
				kind="quiet"
				onPress={() => {
					setProblem(undefined);
					save().catch((error: unknown) => setProblem(explain(error)));
				}}
			>
				{i18n.t("Save a file")}
			</Button>
			{problem && <Notice kind="error" title={problem} />}
		</Card>
	);
}
