/** Where the page reads the chain from: a node by its address, or a light client in the page. */

import { i18n } from "@lingui/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knownStates } from "../chain/connection";
import { useConnection } from "../chain/context";
import { dateTime } from "../chain/format";
import { Badge, Button, Card, Copyable, Facts, Notice, Page } from "../ui";
import { TextField } from "../ui/forms";

/** Browsers let a page talk without encryption to this machine only. */
function problemOf(url: string): string | undefined {
	if (/^wss:\/\/[^\s/]+/.test(url) || /^ws:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(url)) return undefined;
	return i18n.t("An address starts with wss://. One on your own machine may start with ws://127.0.0.1.");
}

export default function ConnectionPage() {
	const { connection, state } = useConnection();
	const { data: known } = useQuery({ queryKey: ["known"], queryFn: knownStates });
	const [url, setUrl] = useState(state.way.kind === "node" ? state.way.url : "");
	const [problem, setProblem] = useState<string>();
	const [specProblem, setSpecProblem] = useState<string>();
	const go = (to: string) => {
		const wrong = problemOf(to);
		setProblem(wrong);
		if (!wrong) connection.choose({ kind: "node", url: to });
	};
	const listed =
		state.status === "connected" ? known?.find(({ genesis }) => genesis === state.chain.genesis) : undefined;
	return (
		<Page
			title={i18n.t("Connection")}
			lead={i18n.t(
				"A chain is kept by many computers, called nodes. This page asks one of them, and nobody else. You choose which.",
			)}
		>
			<Card title={i18n.t("Now")}>
				{state.status === "connecting" && <p role="status">{i18n.t("Connecting to the chain …")}</p>}
				{state.status === "failed" && (
					<Notice kind="error" title={i18n.t("No connection")}>
						<p>{i18n.t("The node does not answer, or serves a chain that this page does not understand.")}</p>
						<Button kind="quiet" onPress={() => connection.retry()}>
							{i18n.t("Try again")}
						</Button>
					</Notice>
				)}
				{state.status === "connected" && (
					<>
						<Facts
							of={[
								[i18n.t("State"), state.chain.name],
								[
									i18n.t("Asked through"),
									state.way.kind === "node" ? (
										<code key="url" dir="ltr">
											{state.way.url}
										</code>
									) : (
										i18n.t("Light client in this page")
									),
								],
								[i18n.t("Newest block"), `${state.head.number} · ${dateTime(new Date(state.head.time))}`],
								[i18n.t("Newest final block"), state.head.finalized],
								[
									i18n.t("Identity of the chain"),
									<Copyable key="genesis" text={state.chain.genesis} shown={`${state.chain.genesis.slice(0, 18)}…`} />,
								],
							]}
						/>
						{listed ? (
							<Badge kind="good">{i18n.t("This is {name}, as this site knows it.", { name: listed.name })}</Badge>
						) : state.chain.isDevelopment ? (
							<Badge kind="warning">{i18n.t("A development chain: nothing here is real.")}</Badge>
						) : (
							<Notice kind="warning" title={i18n.t("This site does not know this chain.")}>
								<p>
									{i18n.t("Compare its identity with the one that your state has published before you sign anything.")}
								</p>
							</Notice>
						)}
					</>
				)}
			</Card>
			<Card title={i18n.t("Ask another node")}>
				<form
					className="stack"
					onSubmit={(event) => {
						event.preventDefault();
						go(url.trim());
					}}
				>
					<TextField
						label={i18n.t("Address of the node")}
						value={url}
						onChange={setUrl}
						error={problem}
						placeholder="wss://"
						code
						hint={i18n.t(
							"Best is a node of your own, or of somebody whom you trust. It sees what you ask, not who you are.",
						)}
					/>
					<Button type="submit">{i18n.t("Connect")}</Button>
				</form>
				{known?.map(({ name, nodes }) =>
					nodes.map((node) => (
						<p key={node} className="row spread">
							<span>
								{name} <code dir="ltr">{node}</code>
							</span>
							<Button kind="quiet" onPress={() => go(node)} aria-label={i18n.t("Connect to {node}", { node })}>
								{i18n.t("Connect")}
							</Button>
						</p>
					)),
				)}
			</Card>
			<Card title={i18n.t("Trust no node: a light client")}>
				<p>
					{i18n.t(
						"A light client checks by itself what nodes say. It runs in this page and needs the chain's specification: a file that your state publishes. It cannot send applications with a sponsor's deposit, nor enrolments for secret votes: do those through a node.",
					)}
				</p>
				<label className="field">
					<span className="label">{i18n.t("Specification of the chain (a JSON file)")}</span>
					<input
						type="file"
						accept="application/json,.json"
						onChange={async (event) => {
							const spec = await event.target.files?.[0]?.text();
							if (spec === undefined) return;
							try {
								JSON.parse(spec);
								setSpecProblem(undefined);
								connection.choose({ kind: "light", spec });
							} catch {
								setSpecProblem(i18n.t("This file is not a chain's specification."));
							}
						}}
					/>
					{specProblem && <span className="field-error">{specProblem}</span>}
				</label>
			</Card>
		</Page>
	);
}
