/** Propose something: forms for the common cases, and any call for those who know. */

import { fromHex } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import { useNavigate } from "@tanstack/react-router";
import type { Transaction } from "polkadot-api";
import { useState } from "react";
import { useAct } from "../../chain/act";
import { addressOf } from "../../chain/address";
import type { Api, Chain } from "../../chain/connection";
import { useChain, useFixed, useRead } from "../../chain/context";
import { dispatchError } from "../../chain/errors";
import { civ, parseCiv, textOf } from "../../chain/format";
import { hashOf } from "../../chain/hash";
import { amendment } from "../../charter/amend";
import { articleName, Diff } from "../../charter/article";
import { decodeCall, describeCall } from "../../polls/calls";
import { trackName, trackPurpose } from "../../polls/data";
import { Button, Card, Link, Notice, Page, Progress } from "../../ui";
import { TextField } from "../../ui/forms";
import { useMe } from "../../wallet/context";

/** What a proposal consists of: the bytes of a call, and the track that decides it. */
interface Proposal {
	bytes: Uint8Array;
	track: number;
}

type Make = (chain: Chain) => Promise<Proposal>;

/** A call longer than this does not stand in the proposal itself. */
const INLINE = 128;

const ORIGINS = [
	{ type: "system", value: { type: "Root", value: undefined } },
	{ type: "Origins", value: { type: "CharterAmendment", value: undefined } },
	{ type: "Origins", value: { type: "Law", value: undefined } },
	{ type: "Origins", value: { type: "Spending", value: undefined } },
	{ type: "Origins", value: { type: "Justice", value: undefined } },
	{ type: "Origins", value: { type: "Appointment", value: undefined } },
] as const;

/** The transaction that puts a call to the vote; a long one is published with it. */
async function submission(api: Api, { bytes, track }: Proposal): Promise<Transaction> {
	const proposal_origin = ORIGINS[track] as Parameters<Api["tx"]["Referenda"]["submit"]>[0]["proposal_origin"];
	const enactment_moment = { type: "After", value: 0 } as const;
	if (bytes.length <= INLINE) {
		return api.tx.Referenda.submit({ proposal_origin, proposal: { type: "Inline", value: bytes }, enactment_moment });
	}
	const hash = `0x${Array.from(hashOf(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
	const note = api.tx.Preimage.note_preimage({ bytes });
	const submit = api.tx.Referenda.submit({
		proposal_origin,
		proposal: { type: "Lookup", value: { hash, len: bytes.length } },
		enactment_moment,
	});
	return api.tx.Utility.batch_all({ calls: [note.decodedCall, submit.decodedCall] as never });
}

const KINDS = ["law", "article", "spend", "appoint", "raw"] as const;
type Kind = (typeof KINDS)[number];

export default function Propose() {
	const { account, citizen } = useMe();
	const [kind, setKind] = useState<Kind>("law");
	const names: Record<Kind, string> = {
		law: i18n.t("A resolution: a text that says what we want"),
		article: i18n.t("A change of an article of the charter"),
		spend: i18n.t("Money from the treasury"),
		appoint: i18n.t("An appointment to an office"),
		raw: i18n.t("Any call, for experts"),
	};
	return (
		<Page
			title={i18n.t("Propose something")}
			lead={i18n.t(
				"Your proposal becomes a poll. A small deposit is held until it is over. You can have three open polls at a time.",
			)}
		>
			{!account || !citizen ? (
				<Notice title={i18n.t("Only citizens propose.")}>
					<p>
						<Link to="/me">{i18n.t("Sign in as a citizen")}</Link>
					</p>
				</Notice>
			) : (
				<Card>
					<label className="field">
						<span className="label">{i18n.t("What do you propose?")}</span>
						<select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
							{KINDS.map((one) => (
								<option key={one} value={one}>
									{names[one]}
								</option>
							))}
						</select>
					</label>
					{kind === "law" && <Law />}
					{kind === "article" && <Amend />}
					{kind === "spend" && <Spend />}
					{kind === "appoint" && <Appoint />}
					{kind === "raw" && <Raw />}
				</Card>
			)}
		</Page>
	);
}

/** The button that submits, with what it costs. Leads to the poll. */
function Submit({ make, disabled, track }: { make: Make; disabled: boolean; track?: number }) {
	const { chain, api } = useChain();
	const { account, citizen } = useMe();
	const navigate = useNavigate();
	const act = useAct();
	const deposit = useFixed(["submission-deposit"], (api) => api.constants.Referenda.SubmissionDeposit());
	return (
		<div className="stack">
			{track !== undefined && (
				<p className="soft">
					{i18n.t("Decided on the track “{track}”.", { track: trackName(track) })} {trackPurpose(track)}
				</p>
			)}
			<p className="soft small">
				{i18n.t("Submitting holds {amount} until the poll is over, and costs a small fee.", {
					amount: civ(deposit.data ?? 0n),
				})}
			</p>
			<Button
				isDisabled={disabled || act.busy}
				onPress={async () => {
					let poll = 0;
					const done = await act.run(account, async () => {
						if (citizen) {
							const check = await api.apis.PollsApi.check_submission(citizen.id, { at: "best" });
							if (!check.success) throw await dispatchError(chain, check.value);
						}
						poll = await api.query.Referenda.ReferendumCount.getValue({ at: "best" });
						return submission(api, await make(chain));
					});
					if (!done || !account) return;
					// Somebody else may have been quicker: look for our own.
					for (let id = poll; id < poll + 10; id++) {
						const info = await api.query.Referenda.ReferendumInfoFor.getValue(id, { at: "best" });
						if (info?.type === "Ongoing" && info.value.submission_deposit.who === account.address) poll = id;
						if (!info) break;
					}
					await navigate({ to: "/polls/$poll" as string, params: { poll: String(poll) } as never });
				}}
			>
				{i18n.t("Submit the proposal")}
			</Button>
			<Progress stage={act.stage} />
		</div>
	);
}

function Law() {
	const [text, setText] = useState("");
	return (
		<>
			<TextField
				label={i18n.t("Text of the resolution")}
				long={8}
				value={text}
				onChange={setText}
				hint={i18n.t("The first line is its title. The text itself is what is decided: it does nothing else.")}
			/>
			<Submit
				track={2}
				disabled={text.trim() === ""}
				make={async ({ api }) => ({
					bytes: await api.tx.System.remark({ remark: new TextEncoder().encode(text.trim()) }).getEncodedData(),
					track: 2,
				})}
			/>
		</>
	);
}

function Amend() {
	const [number, setNumber] = useState<number>();
	const charter = useRead(["charter-text"], (api, at) => api.apis.CharterApi.text(at));
	return (
		<>
			<label className="field">
				<span className="label">{i18n.t("Which article?")}</span>
				<select
					value={number ?? ""}
					onChange={(event) => setNumber(event.target.value === "" ? undefined : Number(event.target.value))}
				>
					<option value="">{i18n.t("Choose …")}</option>
					{charter.data
						?.filter((one) => one.number > 0)
						.map((one) => (
							<option key={one.number} value={one.number}>
								{articleName(one.number)}: {textOf(one.article.title)}
							</option>
						))}
				</select>
			</label>
			{number !== undefined && (
				<Edit
					key={number}
					number={number}
					text={textOf(charter.data?.find((one) => one.number === number)?.article.text ?? new Uint8Array())}
				/>
			)}
		</>
	);
}

function Edit({ number, text }: { number: number; text: string }) {
	const [first] = useState(text);
	const [edited, setEdited] = useState(text);
	return (
		<>
			<TextField label={i18n.t("New text")} long={10} value={edited} onChange={setEdited} />
			{edited !== first && (
				<div>
					<p className="label">{i18n.t("What changes")}</p>
					<Diff before={first} after={edited} />
				</div>
			)}
			<Submit
				disabled={edited.trim() === "" || edited === first}
				make={async (chain) => {
					const { call, track } = await amendment(chain, number, edited);
					return { bytes: await chain.api.tx.Charter.amend(call).getEncodedData(), track };
				}}
			/>
		</>
	);
}

function Spend() {
	const [amount, setAmount] = useState("");
	const [to, setTo] = useState("");
	const [value, beneficiary] = [parseCiv(amount), addressOf(to)];
	return (
		<>
			<TextField
				label={i18n.t("How much, in CIV")}
				value={amount}
				onChange={setAmount}
				inputMode="decimal"
				autoComplete="off"
				error={amount !== "" && value === undefined ? i18n.t("Write a number, such as 250 or 12.5.") : undefined}
			/>
			<TextField
				label={i18n.t("To which address")}
				value={to}
				onChange={setTo}
				code
				autoComplete="off"
				error={to !== "" && !beneficiary ? i18n.t("This is not an address. Copy it whole.") : undefined}
			/>
			<Submit
				track={3}
				disabled={value === undefined || !beneficiary}
				make={async ({ api }) => {
					const tx = api.tx.Treasury.spend_local({
						amount: value ?? 0n,
						beneficiary: { type: "Id", value: beneficiary ?? "" },
					});
					return { bytes: await tx.getEncodedData(), track: 3 };
				}}
			/>
		</>
	);
}

function Appoint() {
	const [who, setWho] = useState("");
	const holder = addressOf(who);
	return (
		<>
			<p>
				{i18n.t(
					"The registrar of the outside panel keeps the list of neighbours who are not citizens and who are heard in polls.",
				)}
			</p>
			<TextField
				label={i18n.t("Address of the registrar")}
				value={who}
				onChange={setWho}
				code
				autoComplete="off"
				error={who !== "" && !holder ? i18n.t("This is not an address. Copy it whole.") : undefined}
			/>
			<Submit
				track={5}
				disabled={!holder}
				make={async ({ api }) => ({
					bytes: await api.tx.Offices.appoint({
						office: { type: "PanelRegistrar", value: undefined },
						holder,
					}).getEncodedData(),
					track: 5,
				})}
			/>
		</>
	);
}

function Raw() {
	const { api } = useChain();
	const [hex, setHex] = useState("");
	const [track, setTrack] = useState(2);
	const call = useRead(
		["raw", hex],
		hex === ""
			? undefined
			: async () => {
					try {
						return await decodeCall(api, fromHex(hex.trim()));
					} catch {
						return undefined;
					}
				},
	);
	return (
		<>
			<TextField
				label={i18n.t("Encoded call, in hexadecimal digits")}
				long={4}
				value={hex}
				onChange={setHex}
				code
				error={hex !== "" && !call.isPending && !call.data ? i18n.t("This is no call of this chain.") : undefined}
				hint={i18n.t("For example from Developer > Extrinsics in polkadot.js Apps: the “encoded call data”.")}
			/>
			{hex !== "" && call.data && <Notice title={describeCall(call.data)} />}
			<label className="field">
				<span className="label">{i18n.t("Track")}</span>
				<select value={track} onChange={(event) => setTrack(Number(event.target.value))}>
					{ORIGINS.map((_, one) => (
						<option key={trackName(one)} value={one}>
							{trackName(one)}
						</option>
					))}
				</select>
			</label>
			<Submit
				track={track}
				disabled={hex === "" || !call.data}
				make={async () => ({ bytes: fromHex(hex.trim()), track })}
			/>
		</>
	);
}
