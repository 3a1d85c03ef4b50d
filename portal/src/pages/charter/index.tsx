/** The charter: its articles with their figures, its history, what is to change, and what the founder may still do. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useChain, useRead } from "../../chain/context";
import { explain } from "../../chain/errors";
import { dateTime, short, timeOf } from "../../chain/format";
import { Article, VersionChange } from "../../charter/article";
import { verifyCharter } from "../../charter/chain-of-hashes";
import { parameterName, parameterValue } from "../../charter/parameters";
import { Answer, Badge, Button, Card, Copyable, Facts, Notice, Page } from "../../ui";
import { Founder } from "./founder";
import { Pending } from "./pending";

export default function Charter() {
	const charter = useRead(["charter"], (api, at) => api.apis.CharterApi.charter(at));
	return (
		<Page
			title={i18n.t("The charter")}
			lead={i18n.t(
				"What every citizen has agreed to. Each change makes a new version, and all versions stay readable.",
			)}
		>
			<Answer of={charter} lines={2}>
				{({ version, hash }) => (
					<Facts
						className="wide"
						of={[
							[i18n.t("In force"), i18n.t("version {version}", { version })],
							[i18n.t("Fingerprint"), <Copyable key="hash" text={hash} shown={short(hash, 10)} />],
						]}
					/>
				)}
			</Answer>
			<Pending />
			<Card title={i18n.t("Articles")}>
				<Articles />
			</Card>
			<div className="grid wide">
				<Versions />
				<Founder />
			</div>
		</Page>
	);
}

function Articles() {
	const { chain } = useChain();
	const facts = useRead(["charter-whole"], async (api, at) => {
		const [articles, parameters] = await Promise.all([
			api.apis.CharterApi.text(at),
			api.apis.CharterApi.parameters(at),
		]);
		return { articles, parameters };
	});
	return (
		<Answer of={facts} lines={14}>
			{({ articles, parameters }) => (
				<div className="stack">
					{articles.map(({ number, version, article }) => {
						const under = parameters.filter((one) => one.article === number);
						return (
							<Article key={number} number={number} article={article}>
								{(under.length > 0 || version > 1) && (
									<div className="row">
										{under.length > 0 && (
											<details className="grow">
												<summary>
													{i18n.t(
														"{n, plural, one {# figure under this article} other {# figures under this article}}",
														{ n: under.length },
													)}
												</summary>
												<Facts
													of={under.map(({ parameter, deferred, floor, ceiling }) => [
														parameterName(parameter),
														<span key="value" className="value">
															{parameterValue(parameter, chain)}
															{deferred && (
																<Badge kind="warning">
																	{i18n.t("soon {value}", { value: parameterValue(deferred.parameter, chain) })}
																</Badge>
															)}
															<span className="soft small">
																{i18n.t("from {floor} to {ceiling}", {
																	floor: parameterValue(floor, chain),
																	ceiling: parameterValue(ceiling, chain),
																})}
															</span>
														</span>,
													])}
												/>
											</details>
										)}
										{version > 1 && (
											<Badge>{i18n.t("changed {n, plural, one {once} other {# times}}", { n: version - 1 })}</Badge>
										)}
									</div>
								)}
							</Article>
						);
					})}
				</div>
			)}
		</Answer>
	);
}

/** How many versions the page shows before it is asked for more. */
const SHOWN = 8;

function Versions() {
	const { chain, head } = useChain();
	const [shown, setShown] = useState(SHOWN);
	const versions = useRead(["versions", shown], async (api, at) => {
		const { version: last } = await api.apis.CharterApi.charter(at);
		const numbers = Array.from({ length: Math.min(shown, last) }, (_, i) => last - i);
		const all = await Promise.all(
			numbers.map(async (number) => ({ number, version: await api.apis.CharterApi.version(number, at) })),
		);
		return { last, all };
	});
	const author = (type: string) => {
		return type === "Genesis"
			? i18n.t("the founding")
			: type === "Founder"
				? i18n.t("the founder")
				: i18n.t("the citizens");
	};
	return (
		<Card title={i18n.t("Versions")}>
			<Verify />
			<Answer of={versions}>
				{({ last, all }) => (
					<>
						<ul className="plain-list rows">
							{all.map(({ number, version }) => (
								<li key={number}>
									<details>
										<summary>
											{i18n.t("Version {number}, by {author}", { number, author: author(version?.author.type ?? "") })}
											{version && <span className="soft small"> · {dateTime(timeOf(version.at, chain, head))}</span>}
										</summary>
										<VersionChange version={number} />
										{version && version.parameters.length > 0 && number > 1 && (
											<Facts
												of={version.parameters.map((parameter) => [
													parameterName(parameter),
													parameterValue(parameter, chain),
												])}
											/>
										)}
									</details>
								</li>
							))}
						</ul>
						{last > shown && (
							<Button kind="quiet" onPress={() => setShown(shown + 2 * SHOWN)}>
								{i18n.t("Show earlier versions")}
							</Button>
						)}
					</>
				)}
			</Answer>
		</Card>
	);
}

/** Works out the fingerprints of all versions on this device. */
function Verify() {
	const { chain } = useChain();
	const [busy, setBusy] = useState(false);
	const [result, setResult] = useState<{ versions: number; sound: boolean }>();
	const [problem, setProblem] = useState<string>();
	return (
		<>
			<p className="soft">
				{i18n.t(
					"The fingerprint of each version is made from the one before and from what changed. This page can work out all of them, so no node can show you a forged history.",
				)}
			</p>
			<Button
				kind="quiet"
				isDisabled={busy}
				onPress={async () => {
					setBusy(true);
					setProblem(undefined);
					try {
						const { links, sound } = await verifyCharter(chain);
						setResult({ versions: links.length, sound });
					} catch (error) {
						setProblem(explain(error));
					} finally {
						setBusy(false);
					}
				}}
			>
				{busy ? i18n.t("Working it out …") : i18n.t("Verify all versions here")}
			</Button>
			{problem && <Notice kind="error" title={problem} />}
			{result &&
				(result.sound ? (
					<Notice
						kind="good"
						title={i18n.t("{n, plural, one {The one version fits.} other {All # versions fit.}}", {
							n: result.versions,
						})}
					>
						<p>{i18n.t("The charter in force comes from the first version by the changes that you can read here.")}</p>
					</Notice>
				) : (
					<Notice kind="error" title={i18n.t("The versions do not fit together.")}>
						<p>{i18n.t("This node shows a history that cannot be right. Choose another node.")}</p>
					</Notice>
				))}
		</>
	);
}
