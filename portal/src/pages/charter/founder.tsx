/** The founder: what they may still do, and their acts: amend or announce, and step down. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { useChain, useRead } from "../../chain/context";
import { textOf } from "../../chain/format";
import { amendment } from "../../charter/amend";
import { articleName, Diff } from "../../charter/article";
import { Answer, Badge, Button, Card, Progress } from "../../ui";
import { Ask, TextField } from "../../ui/forms";
import { useMe } from "../../wallet/context";
import { tierName } from "../home";

export function Founder() {
	const { account, citizen } = useMe();
	const founder = useRead(["founder"], (api, at) => api.apis.CharterApi.founder(at));
	const powers: Record<string, string> = {
		Amend: i18n.t("amend ordinary articles at once"),
		Admit: i18n.t("admit applicants, and dismiss objections of others"),
		Appoint: i18n.t("appoint to offices"),
		Announce: i18n.t("announce ordinary amendments that citizens can reject"),
		Consent: i18n.t("be asked for consent to what citizens pass"),
		Veto: i18n.t("veto a text once"),
	};
	return (
		<Card title={i18n.t("The founder")}>
			<Answer of={founder}>
				{({ founder: id, tier, powers: left, amendments_left }) => (
					<>
						<p>
							{id === undefined
								? i18n.t("There is no founder. Nobody ever becomes one again.")
								: i18n.t("Citizen {id} founded this state. In the tier “{tier}” they may still:", {
										id,
										tier: tierName(tier.type),
									})}
						</p>
						{id !== undefined && (
							<ul className="bullets">
								{left.length === 0 && <li>{i18n.t("nothing that another citizen may not")}</li>}
								{left.map(({ type }) => (
									<li key={type}>{powers[type] ?? type}</li>
								))}
							</ul>
						)}
						{id !== undefined && (
							<Badge>
								{i18n.t("{n, plural, one {# more amendment this season} other {# more amendments this season}}", {
									n: amendments_left,
								})}
							</Badge>
						)}
						{citizen && account && citizen.id === id && (
							<>
								{left.some(({ type }) => type === "Amend") ? (
									<AmendForm kind="amend" />
								) : (
									left.some(({ type }) => type === "Announce") && <AmendForm kind="announce" />
								)}
								<StepDown />
							</>
						)}
					</>
				)}
			</Answer>
		</Card>
	);
}

/** The founder's own way to change an ordinary article. */
function AmendForm({ kind }: { kind: "amend" | "announce" }) {
	const { chain, api } = useChain();
	const { account } = useMe();
	const act = useAct();
	const [number, setNumber] = useState<number>();
	const [text, setText] = useState("");
	const charter = useRead(["charter-text"], (api, at) => api.apis.CharterApi.text(at));
	const before = textOf(charter.data?.find((one) => one.number === number)?.article.text ?? new Uint8Array());
	return (
		<details>
			<summary>{kind === "amend" ? i18n.t("Amend an article at once") : i18n.t("Announce an amendment")}</summary>
			<div className="stack">
				<label className="field">
					<span className="label">{i18n.t("Which article?")}</span>
					<select
						value={number ?? ""}
						onChange={(event) => {
							const chosen = event.target.value === "" ? undefined : Number(event.target.value);
							setNumber(chosen);
							setText(textOf(charter.data?.find((one) => one.number === chosen)?.article.text ?? new Uint8Array()));
						}}
					>
						<option value="">{i18n.t("Choose …")}</option>
						{charter.data
							?.filter((one) => one.number > 0 && one.article.entrenchment.type === "Ordinary")
							.map((one) => (
								<option key={one.number} value={one.number}>
									{articleName(one.number)}: {textOf(one.article.title)}
								</option>
							))}
					</select>
				</label>
				{number !== undefined && (
					<>
						<TextField label={i18n.t("New text")} long={8} value={text} onChange={setText} />
						{text !== before && <Diff before={before} after={text} />}
						<Button
							isDisabled={text === before || text.trim() === "" || act.busy}
							onPress={() =>
								void act.run(account, async () => {
									const { call } = await amendment(chain, number, text);
									return kind === "amend" ? api.tx.Charter.amend(call) : api.tx.Charter.announce(call);
								})
							}
						>
							{kind === "amend" ? i18n.t("Amend the charter") : i18n.t("Announce it")}
						</Button>
					</>
				)}
				<Progress
					stage={act.stage}
					done={
						<p>
							{kind === "amend"
								? i18n.t("The charter has a new version.")
								: i18n.t("It becomes law after a season, unless citizens reject it.")}
						</p>
					}
				/>
			</div>
		</details>
	);
}

function StepDown() {
	const { api } = useChain();
	const { account } = useMe();
	const act = useAct();
	const [asking, setAsking] = useState(false);
	return (
		<>
			<Button kind="danger" onPress={() => setAsking(true)}>
				{i18n.t("Step down …")}
			</Button>
			<Ask title={i18n.t("Step down as the founder")} isOpen={asking} onClose={() => setAsking(false)}>
				<p>
					{i18n.t(
						"You stay a citizen like every other. All powers of the founder end for good, whatever the tier. Nobody can give them back.",
					)}
				</p>
				<div className="row">
					<Button
						kind="danger"
						isDisabled={act.busy}
						onPress={async () => {
							if (await act.run(account, () => api.tx.Charter.step_down())) setAsking(false);
						}}
					>
						{i18n.t("Step down for good")}
					</Button>
					<Button kind="quiet" onPress={() => setAsking(false)}>
						{i18n.t("Stay the founder")}
					</Button>
				</div>
				<Progress stage={act.stage} />
			</Ask>
		</>
	);
}
