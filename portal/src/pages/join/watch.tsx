/** An open application, as its applicant sees it. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import { useAct } from "../../chain/act";
import type { Api } from "../../chain/connection";
import { useChain, useRead } from "../../chain/context";
import { blocksAsTime, dateTime, timeOf } from "../../chain/format";
import { CharterText, VersionChange } from "../../charter/article";
import { Badge, Button, Card, Meter, Notice, Progress } from "../../ui";
import type { Account } from "../../wallet/accounts";
import { ShareLink } from "./share";

export type ApplicationInfo = NonNullable<Awaited<ReturnType<Api["apis"]["CitizenshipApi"]["application"]>>>;

/** What an application waits for. */
export function useNext(info: ApplicationInfo): { ready: boolean; text: string } {
	const { chain, head } = useChain();
	const { application, vouches_missing, challengeable_until, needs_acceptance } = info;
	if (application.challenge) {
		return { ready: false, text: i18n.t("Somebody has objected. The justice track decides, or the objection lapses.") };
	}
	if (vouches_missing > 0) {
		return {
			ready: false,
			text: i18n.t("{n, plural, one {One more citizen must vouch.} other {# more citizens must vouch.}}", {
				n: vouches_missing,
			}),
		};
	}
	if (challengeable_until !== undefined && challengeable_until > head.number) {
		return {
			ready: false,
			text: i18n.t("Citizens can object for {time} more, until {date}.", {
				time: blocksAsTime(challengeable_until - head.number, chain),
				date: dateTime(timeOf(challengeable_until, chain, head)),
			}),
		};
	}
	if (needs_acceptance)
		return { ready: false, text: i18n.t("The charter has changed. The applicant must accept it again.") };
	return { ready: true, text: i18n.t("Everything is there. Anyone can complete the admission.") };
}

export function Watch({ account, info }: { account: Account; info: ApplicationInfo }) {
	const { chain, api, head } = useChain();
	const admit = useAct();
	const withdraw = useAct();
	const next = useNext(info);
	const { application, vouches_missing, needs_acceptance } = info;
	const vouches = application.vouches.length;
	const lapsed = info.closable_from <= head.number;
	return (
		<>
			{needs_acceptance && <AcceptAgain account={account} accepted={application.charter.version} />}
			<Card
				title={i18n.t("Where it stands")}
				aside={<Badge kind={next.ready ? "good" : "accent"}>{next.ready ? i18n.t("ready") : i18n.t("open")}</Badge>}
			>
				<p>{next.text}</p>
				<Meter
					label={i18n.t("Citizens who vouch for you")}
					value={vouches}
					max={vouches + vouches_missing}
					text={`${vouches} / ${vouches + vouches_missing}`}
				/>
				<p className="soft small">
					{i18n.t("The application lapses in {time} if it is not complete by then. You can apply again.", {
						time: blocksAsTime(Math.max(0, info.closable_from - head.number), chain),
					})}
				</p>
				<div className="row">
					<Button
						isDisabled={!next.ready || admit.busy}
						onPress={() => void admit.run(account, () => api.tx.Citizenship.admit({ applicant: account.address }))}
					>
						{i18n.t("Become a citizen")}
					</Button>
					<Button
						kind="quiet"
						isDisabled={withdraw.busy}
						onPress={() =>
							void withdraw.run(account, () =>
								lapsed
									? api.tx.Citizenship.close_application({ applicant: account.address })
									: api.tx.Citizenship.withdraw_application(),
							)
						}
					>
						{i18n.t("Withdraw the application")}
					</Button>
				</div>
				<Progress stage={admit.stage} />
				<Progress stage={withdraw.stage} />
			</Card>
			{vouches_missing > 0 && (
				<Card title={i18n.t("Find people who vouch for you")}>
					<ShareLink
						path={`/join/vouch/${account.address}`}
						why={i18n.t(
							"Send this link to citizens who know you. They open it, see your application, and vouch. One more than needed is a good thing to have.",
						)}
					/>
				</Card>
			)}
		</>
	);
}

/** The charter has changed since the application: what is new, and the acceptance of it. */
function AcceptAgain({ account, accepted }: { account: Account; accepted: number }) {
	const { api } = useChain();
	const charter = useRead(["charter"], (api, at) => api.apis.CitizenshipApi.charter(at));
	const act = useAct();
	const [agreed, setAgreed] = useState(false);
	if (!charter.data) return null;
	const { version } = charter.data;
	const since = Array.from({ length: Math.min(10, version - accepted) }, (_, i) => version - i);
	return (
		<Card title={i18n.t("The charter has changed")}>
			<p>
				{i18n.t(
					"You accepted version {accepted}; version {version} is in force. Nobody becomes a citizen of a charter that they have not accepted.",
					{ accepted, version },
				)}
			</p>
			{since.map((one) => (
				<details key={one} open={one === version}>
					<summary>{i18n.t("What version {version} changed", { version: one })}</summary>
					<VersionChange version={one} />
				</details>
			))}
			<details>
				<summary>{i18n.t("The whole charter")}</summary>
				<CharterText />
			</details>
			<Checkbox isSelected={agreed} onChange={setAgreed} className="check">
				<span className="check-box" aria-hidden="true" />
				{i18n.t("I have read version {version} of the charter, and I accept it.", { version })}
			</Checkbox>
			<Button
				isDisabled={!agreed || act.busy}
				onPress={() => void act.run(account, () => api.tx.Citizenship.accept({ charter: charter.data as never }))}
			>
				{i18n.t("Accept the charter")}
			</Button>
			<Progress stage={act.stage} />
			<Notice>
				<p>{i18n.t("If you do not accept it, withdraw the application: the deposit returns.")}</p>
			</Notice>
		</Card>
	);
}
