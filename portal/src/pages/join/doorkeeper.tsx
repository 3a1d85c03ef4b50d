/** Who joins, as citizens see it: applications to vouch for or to object to, and people to sponsor. */

import { toHex } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { addressOf } from "../../chain/address";
import { useChain, useRead } from "../../chain/context";
import { civ, count, short } from "../../chain/format";
import { hashOf } from "../../chain/hash";
import { Answer, Badge, Button, Card, Facts, Notice, Progress } from "../../ui";
import { Ask, TextField } from "../../ui/forms";
import { useMe } from "../../wallet/context";
import { type ApplicationInfo, useNext } from "./watch";

export function Doorkeeper({ asked }: { asked?: string }) {
	const { citizen } = useMe();
	const wanted = asked ? addressOf(asked) : undefined;
	const applications = useRead(["applications"], async (api, at) => {
		const entries = await api.query.Citizenship.Applications.getEntries(at);
		const infos = await Promise.all(
			entries.map(async ({ keyArgs: [address] }) => ({
				address,
				info: await api.apis.CitizenshipApi.application(address, at),
			})),
		);
		return infos
			.flatMap(({ address, info }) => (info ? [{ address, info }] : []))
			.sort((a, b) => b.info.application.applied_at - a.info.application.applied_at);
	});
	return (
		<>
			{citizen && <Standing />}
			{(!wanted || !applications.data?.some(({ address }) => address === wanted)) && <Sponsor asked={wanted} />}
			<Card title={i18n.t("Open applications")}>
				<Answer of={applications}>
					{(list) =>
						list.length === 0 ? (
							<p className="soft">{i18n.t("Nobody has applied at the moment.")}</p>
						) : (
							<ul className="plain-list rows">
								{[...list]
									.sort((a, b) => Number(b.address === wanted) - Number(a.address === wanted))
									.map(({ address, info }) => (
										<li key={address}>
											<Applicant address={address} info={info} wanted={address === wanted} />
										</li>
									))}
							</ul>
						)
					}
				</Answer>
			</Card>
		</>
	);
}

function Standing() {
	const { citizen } = useMe();
	const intake = useRead(["intake"], (api, at) => api.apis.CitizenshipApi.intake(at));
	if (!citizen) return null;
	return (
		<Card>
			<Facts
				of={[
					[i18n.t("People you can still vouch for this season"), citizen.on_probation ? 0 : citizen.vouches_left],
					intake.data && [
						i18n.t("People who joined this season"),
						i18n.t("{n} of at most {limit}", {
							n: count(intake.data.vouched + intake.data.by_founder),
							limit: count(intake.data.limit),
						}),
					],
				]}
			/>
			{citizen.on_probation && (
				<Notice>
					<p>
						{i18n.t(
							"You are on probation: you can vouch and object once you have attested in a whole season after your admission.",
						)}
					</p>
				</Notice>
			)}
		</Card>
	);
}

function Applicant({ address, info, wanted }: { address: string; info: ApplicationInfo; wanted: boolean }) {
	const { account, citizen } = useMe();
	const { api } = useChain();
	const next = useNext(info);
	const act = useAct();
	const [objecting, setObjecting] = useState(false);
	const founder = useRead(["founder"], (api, at) => api.apis.CharterApi.founder(at));
	const vouched = citizen !== undefined && info.application.vouches.some(({ voucher }) => voucher === citizen.id);
	const objected = citizen !== undefined && info.application.challenge?.challenger === citizen.id;
	const mayAdmit =
		citizen !== undefined &&
		founder.data?.founder === citizen.id &&
		founder.data.powers.some(({ type }) => type === "Admit");
	const total = info.application.vouches.length + info.vouches_missing;
	return (
		<div className={`stack ${wanted ? "wanted" : ""}`}>
			<div className="row spread">
				<h3>
					<code dir="ltr" title={address}>
						{short(address)}
					</code>
				</h3>
				<span className="row">
					{wanted && <Badge kind="accent">{i18n.t("asked you")}</Badge>}
					{info.application.challenge && <Badge kind="bad">{i18n.t("challenged")}</Badge>}
					<Badge kind={info.vouches_missing === 0 ? "good" : "plain"}>
						{i18n.t("{n} of {total} vouches", { n: info.application.vouches.length, total })}
					</Badge>
				</span>
			</div>
			<p className="soft">{next.text}</p>
			<div className="row">
				{citizen && !vouched && (
					<Button
						isDisabled={act.busy || citizen.on_probation}
						aria-label={i18n.t("Vouch for {who}", { who: short(address) })}
						onPress={() => void act.run(account, () => api.tx.Citizenship.vouch({ applicant: address }))}
					>
						{i18n.t("Vouch")}
					</Button>
				)}
				{vouched && (
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Citizenship.withdraw_vouch({ applicant: address }))}
					>
						{i18n.t("Withdraw my vouch")}
					</Button>
				)}
				{(next.ready || mayAdmit) && (
					<Button
						kind={next.ready ? "primary" : "quiet"}
						isDisabled={act.busy}
						aria-label={i18n.t("Admit {who}", { who: short(address) })}
						onPress={() => void act.run(account, () => api.tx.Citizenship.admit({ applicant: address }))}
					>
						{next.ready ? i18n.t("Admit") : i18n.t("Admit as the founder")}
					</Button>
				)}
				{citizen && !objected && !info.application.challenge && (
					<Button kind="quiet" isDisabled={act.busy || citizen.on_probation} onPress={() => setObjecting(true)}>
						{i18n.t("Object")}
					</Button>
				)}
				{objected && (
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Citizenship.withdraw_challenge({ applicant: address }))}
					>
						{i18n.t("Withdraw my objection")}
					</Button>
				)}
			</div>
			<Progress stage={act.stage} />
			<Ask title={i18n.t("Object to this application")} isOpen={objecting} onClose={() => setObjecting(false)}>
				<Objection
					object={(reason) => {
						setObjecting(false);
						const reason_hash = toHex(hashOf(new TextEncoder().encode(reason)));
						void act.run(account, () => api.tx.Citizenship.challenge({ applicant: address, reason_hash }));
					}}
				/>
			</Ask>
		</div>
	);
}

function Objection({ object }: { object: (reason: string) => void }) {
	const [reason, setReason] = useState("");
	const bond = useRead(["bond"], async (api, at) => {
		for (const { parameter } of await api.apis.CharterApi.parameters(at)) {
			if (parameter.type === "Citizenship" && parameter.value.type === "ChallengeBond") return parameter.value.value[0];
		}
		return undefined;
	});
	return (
		<form
			className="stack"
			onSubmit={(event) => {
				event.preventDefault();
				if (reason.trim() !== "") object(reason.trim());
			}}
		>
			<p>
				{i18n.t(
					"You put down a bond of {amount}. A referendum decides: if you are right, you get the applicant's deposit; if you are wrong, the applicant gets your bond.",
					{ amount: civ(bond.data ?? 0n) },
				)}
			</p>
			<TextField
				label={i18n.t("Your reason")}
				long={4}
				value={reason}
				onChange={setReason}
				hint={i18n.t("A fingerprint of it goes on the chain. Keep the words: the judges ask for them.")}
			/>
			<Button type="submit" kind="danger" isDisabled={reason.trim() === ""}>
				{i18n.t("Object")}
			</Button>
		</form>
	);
}

/** Pays the deposit of somebody who wants to apply. */
function Sponsor({ asked }: { asked?: string }) {
	const { account } = useMe();
	const { api } = useChain();
	const act = useAct();
	const [typed, setTyped] = useState(asked ?? "");
	const [problem, setProblem] = useState<string>();
	const facts = useRead(["sponsor", account?.address, asked], async (api, at) => {
		const [parameters, mine, sponsored] = await Promise.all([
			api.apis.CharterApi.parameters(at),
			account ? api.query.System.Account.getValue(account.address, at) : undefined,
			asked ? api.query.Citizenship.Sponsorships.getValue(asked, at) : undefined,
		]);
		let deposit = 0n;
		for (const { parameter } of parameters) {
			if (parameter.type === "Citizenship" && parameter.value.type === "ApplicationDeposit")
				deposit = parameter.value.value[0] ?? 0n;
		}
		return { deposit, free: mine?.data.free ?? 0n, sponsored };
	});
	const deposit = facts.data ? civ(facts.data.deposit) : "…";
	return (
		<Card title={i18n.t("Pay somebody's deposit")}>
			<form
				className="stack"
				onSubmit={(event) => {
					event.preventDefault();
					const applicant = addressOf(typed);
					setProblem(applicant ? undefined : i18n.t("This is not an address. Copy it whole."));
					if (applicant) void act.run(account, () => api.tx.Citizenship.sponsor({ applicant }));
				}}
			>
				<p>
					{i18n.t(
						"You pay {deposit} for a person who wants to apply and has no money. It comes back to you when the application ends, unless a challenge against it is upheld.",
						{ deposit },
					)}
				</p>
				{facts.data?.sponsored && <Notice kind="good" title={i18n.t("The deposit of this person is paid already.")} />}
				<TextField
					label={i18n.t("Address of the person")}
					value={typed}
					onChange={setTyped}
					error={problem}
					code
					autoComplete="off"
				/>
				<Button type="submit" isDisabled={act.busy || !account}>
					{i18n.t("Pay the deposit")}
				</Button>
				<Progress stage={act.stage} done={<p>{i18n.t("Done. The person can apply now.")}</p>} />
			</form>
		</Card>
	);
}
