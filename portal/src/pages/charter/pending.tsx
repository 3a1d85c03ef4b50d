/** Amendments that wait: what they change, what they wait for, and what anyone or the founder can do. */

import { i18n } from "@lingui/core";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { dateTime, short, textOf, timeOf } from "../../chain/format";
import { articleName, Diff } from "../../charter/article";
import { type Parameter, parameterName, parameterValue } from "../../charter/parameters";
import { Badge, Button, Card, Facts, Progress } from "../../ui";
import { useMe } from "../../wallet/context";

export function Pending() {
	const pending = useRead(["pending"], (api, at) => api.apis.CharterApi.pending(at));
	if (!pending.data || pending.data.length === 0) return null;
	return (
		<Card title={i18n.t("Amendments that wait")}>
			<ul className="plain-list rows">
				{pending.data.map((one) => (
					<li key={one.id}>
						<Waiting {...one} />
					</li>
				))}
			</ul>
		</Card>
	);
}

interface WaitingProps {
	id: string;
	author: { type: string };
	since: number;
	enactable_from?: number;
	futile?: { type: string };
}

function Waiting({ id, author, since, enactable_from, futile }: WaitingProps) {
	const { chain, api, head } = useChain();
	const { account, citizen } = useMe();
	const act = useAct();
	const founder = useRead(["founder"], (api, at) => api.apis.CharterApi.founder(at));
	const text = useRead(["amendment", id], (api, at) => api.apis.CharterApi.amendment(id, at));
	const isFounder = citizen !== undefined && founder.data?.founder === citizen.id;
	const byFounder = author.type === "Founder";
	const may = (power: string) => isFounder && founder.data?.powers.some(({ type }) => type === power);
	const due = enactable_from !== undefined && enactable_from <= head.number && !futile;
	return (
		<div className="stack">
			<p className="row">
				<Badge kind={futile ? "bad" : due ? "good" : "accent"}>
					{futile
						? i18n.t("can no longer become law")
						: due
							? i18n.t("can become law now")
							: byFounder
								? i18n.t("announced by the founder")
								: i18n.t("passed by the citizens")}
				</Badge>
				<span className="soft small">
					{i18n.t("since {date}", { date: dateTime(timeOf(since, chain, head)) })}
					{enactable_from !== undefined &&
						!due &&
						` · ${i18n.t("law from {date}", { date: dateTime(timeOf(enactable_from, chain, head)) })}`}
					{enactable_from === undefined && !futile && ` · ${i18n.t("waits for the founder's consent")}`}
				</span>
				<code dir="ltr" className="small">
					{short(id)}
				</code>
			</p>
			{text.data?.amendment.changes.map((change, i) => {
				const number = change.type === "SetPreamble" ? 0 : change.type === "Add" ? undefined : change.value.number;
				const after = "text" in change.value ? textOf(change.value.text) : "";
				// biome-ignore lint/suspicious/noArrayIndexKey: changes keep their places
				return <ChangeLine key={i} number={number} after={after} />;
			})}
			{text.data && text.data.amendment.parameters.length > 0 && (
				<Facts
					of={text.data.amendment.parameters.map((one) => [
						parameterName(one as Parameter),
						parameterValue(one as Parameter, chain),
					])}
				/>
			)}
			<div className="row">
				{due && account && (
					<Button
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Charter.enact({ amendment: id }))}
					>
						{i18n.t("Make it law")}
					</Button>
				)}
				{futile && account && (
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Charter.discard({ amendment: id }))}
					>
						{i18n.t("Clear it away")}
					</Button>
				)}
				{byFounder && isFounder && (
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Charter.withdraw({ amendment: id }))}
					>
						{i18n.t("Withdraw it")}
					</Button>
				)}
				{!byFounder && may("Consent") && (
					<Button
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Charter.consent({ amendment: id }))}
					>
						{i18n.t("Consent as the founder")}
					</Button>
				)}
				{!byFounder && may("Veto") && (
					<Button
						kind="quiet"
						isDisabled={act.busy}
						onPress={() => void act.run(account, () => api.tx.Charter.veto({ amendment: id }))}
					>
						{i18n.t("Veto as the founder")}
					</Button>
				)}
			</div>
			<Progress stage={act.stage} />
		</div>
	);
}

function ChangeLine({ number, after }: { number: number | undefined; after: string }) {
	const now = useRead(
		["article", number],
		number === undefined ? undefined : (api, at) => api.apis.CharterApi.article(number, undefined, at),
	);
	return (
		<div className="article">
			<h3>
				<span className="article-number">{number === undefined ? i18n.t("New article") : articleName(number)}</span>
				{now.data && <span dir="auto">{textOf(now.data.article.title)}</span>}
			</h3>
			<Diff before={now.data ? textOf(now.data.article.text) : ""} after={after} />
		</div>
	);
}
