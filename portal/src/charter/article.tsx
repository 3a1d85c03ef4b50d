/** Articles of the charter, and what changed between two of their versions. */

import { i18n } from "@lingui/core";
import { diffWordsWithSpace } from "diff";
import { Fragment, type ReactNode, useMemo } from "react";
import { useRead } from "../chain/context";
import { textOf } from "../chain/format";
import { Answer, Badge } from "../ui";

export interface ArticleText {
	title: Uint8Array;
	text: Uint8Array;
	entrenchment: { type: "Ordinary" | "Entrenched" };
	status: { type: "InForce" | "Repealed" };
}

/** The name of an article. Number zero is the preamble, whose title is the commandment. */
export function articleName(number: number): string {
	return number === 0 ? i18n.t("Preamble") : i18n.t("Article {number}", { number });
}

/** A text in paragraphs, as an empty line parts them. */
export function Paragraphs({ text }: { text: string }) {
	return text
		.split(/\n\s*\n/)
		.filter((part) => part.trim() !== "")
		.map((part, i) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their places
			<p key={i}>{part}</p>
		));
}

/** One article as it stands. The charter speaks its own language, whatever the page's. */
export function Article({ number, article, children }: { number: number; article: ArticleText; children?: ReactNode }) {
	const title = textOf(article.title);
	return (
		<article className="article" id={`article-${number}`}>
			<h3>
				<span className="article-number">{articleName(number)}</span>
				{number > 0 && <span dir="auto">{title}</span>}
				{article.entrenchment.type === "Entrenched" && <Badge kind="accent">{i18n.t("entrenched")}</Badge>}
				{article.status.type === "Repealed" && <Badge kind="bad">{i18n.t("repealed")}</Badge>}
			</h3>
			<div className="article-text" dir="auto">
				{number === 0 && <p className="commandment">{title}</p>}
				<Paragraphs text={textOf(article.text)} />
			</div>
			{children}
		</article>
	);
}

/** What changed from one text to the next: words that went are struck out, words that came are marked. */
export function Diff({ before, after }: { before: string; after: string }) {
	const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
	return (
		<div className="article-text diff" dir="auto">
			<p>
				{parts.map(({ value, added, removed }, i) => {
					const key = `${i}`;
					if (added) {
						return (
							<ins key={key}>
								<span className="visually-hidden">{i18n.t("[added:]")} </span>
								{value}
								<span className="visually-hidden"> {i18n.t("[end]")}</span>
							</ins>
						);
					}
					if (removed) {
						return (
							<del key={key}>
								<span className="visually-hidden">{i18n.t("[removed:]")} </span>
								{value}
								<span className="visually-hidden"> {i18n.t("[end]")}</span>
							</del>
						);
					}
					return <Fragment key={key}>{value}</Fragment>;
				})}
			</p>
		</div>
	);
}

/** The whole charter in force. */
export function CharterText() {
	const text = useRead(["charter-text"], (api, at) => api.apis.CharterApi.text(at));
	return (
		<Answer of={text} lines={12}>
			{(articles) => (
				<div className="stack">
					{articles.map(({ number, article }) => (
						<Article key={number} number={number} article={article} />
					))}
				</div>
			)}
		</Answer>
	);
}

/** What one version of the charter changed in its texts, compared with the version before. */
export function VersionChange({ version }: { version: number }) {
	const change = useRead(["version-change", version], async (api, at) => {
		const made = await api.apis.CharterApi.change(version, at);
		return Promise.all(
			(made?.articles ?? []).map(async ([number, articleVersion, article]) => {
				const before =
					articleVersion > 1 ? await api.apis.CharterApi.article(number, articleVersion - 1, at) : undefined;
				return { number, article, before: before?.article };
			}),
		);
	});
	return (
		<Answer of={change}>
			{(articles) =>
				articles.length === 0 ? (
					<p className="soft">{i18n.t("No text changed, only figures.")}</p>
				) : (
					<div className="stack">
						{articles.map(({ number, article, before }) => (
							<div key={number} className="article">
								<h3>
									<span className="article-number">{articleName(number)}</span>
									<span dir="auto">{textOf(article.title)}</span>
									{!before && <Badge kind="good">{i18n.t("new")}</Badge>}
									{article.status.type === "Repealed" && <Badge kind="bad">{i18n.t("repealed")}</Badge>}
								</h3>
								{before && textOf(before.title) !== textOf(article.title) && (
									<Diff before={textOf(before.title)} after={textOf(article.title)} />
								)}
								<Diff
									before={before ? textOf(before.text) : ""}
									after={article.status.type === "Repealed" ? "" : textOf(article.text)}
								/>
							</div>
						))}
					</div>
				)
			}
		</Answer>
	);
}
