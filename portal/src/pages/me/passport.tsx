/** The passport: who the chain says this citizen is. */

import { i18n } from "@lingui/core";
import { useChain, useRead } from "../../chain/context";
import { dateTime, short, timeOf } from "../../chain/format";
import { Notice } from "../../ui";
import type { Account } from "../../wallet/accounts";
import type { Citizen } from "../../wallet/context";

export function Passport({ account, me }: { account: Account; me: Citizen }) {
	const { chain, head } = useChain();
	const attendance = useRead(["attendance", me.id], (api, at) => api.apis.CensusApi.attendance(me.id, at));
	const { citizen } = me;
	const number = String(me.id).padStart(6, "0");
	const arrival = attendance.data?.arrival.admission?.type;
	const how =
		arrival === "Genesis"
			? i18n.t("a citizen from the beginning")
			: arrival === "Founder"
				? i18n.t("admitted by the founder")
				: arrival === "Vouched"
					? i18n.t("vouched for by citizens")
					: "–";
	return (
		<>
			<section className="passport" aria-label={i18n.t("Passport")}>
				<div className="passport-head">
					<svg viewBox="0 0 32 32" aria-hidden="true">
						<circle cx="16" cy="16" r="13" />
						<path d="M16 8v16M8 16h16" />
					</svg>
					<div>
						<p className="passport-state">{chain.name}</p>
						<p className="passport-kind">{i18n.t("Passport")}</p>
					</div>
				</div>
				<dl>
					<div className="passport-number">
						<dt>{i18n.t("Citizen number")}</dt>
						<dd>{number}</dd>
					</div>
					<div>
						<dt>{i18n.t("Account")}</dt>
						<dd>
							{account.name} <code dir="ltr">{short(account.address)}</code>
						</dd>
					</div>
					<div>
						<dt>{i18n.t("Citizen since")}</dt>
						<dd>
							{i18n.t("season {season}, {date}", {
								season: citizen.admitted_in,
								date: dateTime(timeOf(citizen.admitted_at, chain, head)),
							})}
						</dd>
					</div>
					<div>
						<dt>{i18n.t("Came as")}</dt>
						<dd>{how}</dd>
					</div>
					<div>
						<dt>{i18n.t("Standing")}</dt>
						<dd>
							{citizen.standing.type === "Active"
								? me.on_probation
									? i18n.t("active, on probation")
									: i18n.t("active")
								: i18n.t("suspended")}
						</dd>
					</div>
					<div>
						<dt>{i18n.t("Charter accepted")}</dt>
						<dd>{i18n.t("version {version}", { version: citizen.charter.version })}</dd>
					</div>
				</dl>
				<p className="passport-line" aria-hidden="true" dir="ltr">
					{`CIV<${number}<<S${citizen.admitted_in}<<V${citizen.charter.version}<<${account.address.slice(0, 18).toUpperCase()}<<<`}
				</p>
			</section>
			{me.sentence && (
				<Notice kind="error" title={i18n.t("A referendum has passed a sentence on you.")}>
					<p>
						{me.sentence.penalty.type === "Suspension"
							? i18n.t("You are to be suspended.")
							: i18n.t("Your citizenship is to end.")}{" "}
						{i18n.t(
							"It takes effect on {date} at the earliest. Until then another referendum can lift it, and you keep every right.",
							{ date: dateTime(timeOf(me.sentence.effective_from, chain, head)) },
						)}
					</p>
				</Notice>
			)}
			{me.on_probation && (
				<Notice title={i18n.t("You are on probation.")}>
					<p>
						{i18n.t(
							"You vote from the season after your admission. Once you have said “I am here” in a whole season after it, you can also vouch and object, and you count towards the next tier.",
						)}
					</p>
				</Notice>
			)}
		</>
	);
}
