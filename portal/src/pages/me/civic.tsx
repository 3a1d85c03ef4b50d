/** What a citizen does each season: say "I am here", and take the share of the revenue. */

import { i18n } from "@lingui/core";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { blocksAsTime, civ, count } from "../../chain/format";
import { Answer, Badge, Button, Card, Facts, Progress } from "../../ui";
import { keyOfNext } from "../../vault/ballots";
import { useVault } from "../../vault/ui";
import type { Account } from "../../wallet/accounts";
import type { Citizen } from "../../wallet/context";

export function Attest({ account, me }: { account: Account; me: Citizen }) {
	const { chain, api, head } = useChain();
	const { vault, state } = useVault();
	const act = useAct();
	const facts = useRead(["attest", me.id], async (api, at) => {
		const [season, attendance] = await Promise.all([
			api.apis.SeasonsApi.season(at),
			api.apis.CensusApi.attendance(me.id, at),
		]);
		return { season, last: attendance?.last_attested };
	});
	return (
		<Card title={i18n.t("This season")}>
			<Answer of={facts}>
				{({ season, last }) => {
					const here = last !== undefined && last >= season.index;
					return (
						<>
							<p>
								{here ? (
									<Badge kind="good">{i18n.t("You are counted in season {season}", { season: season.index })}</Badge>
								) : (
									i18n.t(
										"Say that you are here. It is free, once a season. Without it you are off the roll of the next season: no secret votes, no dividend of this one.",
									)
								)}
							</p>
							{!here && (
								<>
									<Button
										isDisabled={act.busy}
										onPress={() =>
											void act.run(account, async () => {
												// A new ballot key each season: an old vote can then be shown to nobody, not even by its author.
												const next =
													state === "open" ? await keyOfNext(chain, vault, account.address, season.index) : undefined;
												return api.tx.Census.attest({ next });
											})
										}
									>
										{i18n.t("I am here")}
									</Button>
									<p className="soft small">
										{state === "open"
											? i18n.t("This also registers your ballot key of the next season. Your words stay the same.")
											: i18n.t(
													"Unlock your roll words first, and this also renews your ballot key. Without, the old one stays in use.",
												)}
									</p>
								</>
							)}
							<Progress stage={act.stage} done={<p>{i18n.t("You are counted.")}</p>} />
							<Facts
								of={[
									[i18n.t("The season ends in"), blocksAsTime(Math.max(0, season.ends - head.number), chain)],
									[i18n.t("Free acts left"), count(me.free_acts_left)],
									[
										i18n.t("Vouches left"),
										me.on_probation ? i18n.t("none while on probation") : count(me.vouches_left),
									],
								]}
							/>
						</>
					);
				}}
			</Answer>
		</Card>
	);
}

export function Dividend({ account, me }: { account: Account; me: Citizen }) {
	const { api } = useChain();
	const act = useAct();
	const dividend = useRead(["dividend", me.id], (api, at) => api.apis.TaxApi.dividend(me.id, at));
	return (
		<Card title={i18n.t("Dividend")}>
			<Answer of={dividend}>
				{({ claimable, expected, entitled }) => (
					<>
						<p>{i18n.t("Half of what the state takes in goes to its citizens in equal shares, season by season.")}</p>
						<Facts
							of={[
								[i18n.t("Yours to take now"), civ(claimable)],
								[i18n.t("This season's share, if it ended now"), civ(expected)],
								[i18n.t("Citizens who share it"), count(entitled)],
							]}
						/>
						<Button
							isDisabled={claimable === 0n || act.busy}
							onPress={() => void act.run(account, () => api.tx.Dividend.claim())}
						>
							{i18n.t("Take my dividend")}
						</Button>
						<Progress stage={act.stage} done={<p>{i18n.t("It is in your account.")}</p>} />
					</>
				)}
			</Answer>
		</Card>
	);
}
