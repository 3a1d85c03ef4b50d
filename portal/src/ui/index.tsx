/** The parts that pages are made of. */

import { i18n } from "@lingui/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import {
	Button as AriaButton,
	Meter as AriaMeter,
	ProgressBar as AriaProgressBar,
	type ButtonProps,
	Label,
} from "react-aria-components";
import type { Stage } from "../chain/act";
import { explain } from "../chain/errors";

export { Link };

/** The frame of a page: its title, what it is for, and its content. */
export function Page({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
	useEffect(() => {
		document.title = `${title} · Civitas`;
	}, [title]);
	return (
		<div className="page">
			<header className="page-head">
				<h1 tabIndex={-1}>{title}</h1>
				{lead && <p className="lead">{lead}</p>}
			</header>
			{children}
		</div>
	);
}

/** A part of a page with a heading of its own. */
export function Card({
	title,
	aside,
	children,
	className,
}: {
	title?: ReactNode;
	aside?: ReactNode;
	children: ReactNode;
	className?: string;
}) {
	const id = useId();
	return (
		<section className={`card ${className ?? ""}`} aria-labelledby={title ? id : undefined}>
			{title && (
				<div className="card-head">
					<h2 id={id}>{title}</h2>
					{aside}
				</div>
			)}
			{children}
		</section>
	);
}

/** A button. `quiet` ones stand beside the one that matters; `danger` ones cannot be undone. */
export function Button({
	kind = "primary",
	className,
	...props
}: Omit<ButtonProps, "className"> & { kind?: "primary" | "quiet" | "danger" | "plain"; className?: string }) {
	return <AriaButton {...props} className={`button ${kind} ${className ?? ""}`} />;
}

/** A link that looks like a button. */
export const linkButton = (kind: "primary" | "quiet" = "primary") => `button ${kind}`;

/** Something that the reader should know. Errors and results are announced to screen readers. */
export function Notice({
	kind = "info",
	title,
	children,
}: {
	kind?: "info" | "good" | "warning" | "error";
	title?: ReactNode;
	children?: ReactNode;
}) {
	const role = kind === "error" ? "alert" : kind === "good" ? "status" : undefined;
	return (
		<div className={`notice ${kind}`} role={role}>
			<span className="notice-mark" aria-hidden="true">
				{{ info: "i", good: "✓", warning: "!", error: "!" }[kind]}
			</span>
			<div>
				{title && <p className="notice-title">{title}</p>}
				{children}
			</div>
		</div>
	);
}

/** Why something could not be read. */
export function Failure({ error }: { error: unknown }) {
	return (
		<Notice kind="error" title={i18n.t("This could not be read.")}>
			<p>{explain(error)}</p>
		</Notice>
	);
}

/** What stands in place of something that is being read. */
export function Loading({ lines = 3 }: { lines?: number }) {
	return (
		<div className="loading" role="status" aria-label={i18n.t("Loading")}>
			{Array.from({ length: lines }, (_, i) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
				<span key={i} />
			))}
		</div>
	);
}

/** Shows what a query answers: a placeholder, an error, or the content. */
export function Answer<T>({
	of,
	children,
	lines,
}: {
	of: { data: T | undefined; error: unknown; isPending: boolean };
	children: (data: NonNullable<T>) => ReactNode;
	lines?: number;
}) {
	if (of.data !== undefined && of.data !== null) return children(of.data);
	if (of.error) return <Failure error={of.error} />;
	return of.isPending ? <Loading lines={lines} /> : null;
}

/** How far an act is, or how it ended. */
export function Progress({ stage, done }: { stage: Stage; done?: ReactNode }) {
	switch (stage.stage) {
		case "idle":
			return null;
		case "signing":
			return (
				<p className="stage" role="status">
					{i18n.t("Your wallet asks you to sign …")}
				</p>
			);
		case "sending":
			return (
				<p className="stage" role="status">
					{i18n.t("Sent. Waiting for the next block …")}
				</p>
			);
		case "done":
			return <Notice kind="good">{done ?? <p>{i18n.t("Done.")}</p>}</Notice>;
		case "failed":
			return (
				<Notice kind="error" title={i18n.t("That did not work.")}>
					<p>{stage.message}</p>
				</Notice>
			);
	}
}

/** Facts as pairs of a term and its value. */
export function Facts({
	of,
	className,
}: {
	of: readonly (readonly [ReactNode, ReactNode] | false | undefined)[];
	className?: string;
}) {
	return (
		<dl className={`facts ${className ?? ""}`}>
			{of.map((fact, i) =>
				fact ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: facts keep their places
					<div key={i}>
						<dt>{fact[0]}</dt>
						<dd>{fact[1]}</dd>
					</div>
				) : null,
			)}
		</dl>
	);
}

/** One figure that matters, with its name. */
export function Figure({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
	return (
		<div className="figure">
			<span className="figure-label">{label}</span>
			<span className="figure-value">{value}</span>
			{note && <span className="figure-note">{note}</span>}
		</div>
	);
}

/** A word about the state of something. */
export function Badge({
	kind = "plain",
	children,
}: {
	kind?: "plain" | "good" | "warning" | "bad" | "accent";
	children: ReactNode;
}) {
	return <span className={`badge ${kind}`}>{children}</span>;
}

/** A share of a whole as a bar. */
export function Meter({ label, value, max, text }: { label: string; value: number; max: number; text?: string }) {
	return (
		<AriaMeter value={Math.min(value, max)} maxValue={max} valueLabel={text} className="meter">
			{({ percentage, valueText }) => (
				<>
					<span className="meter-label">
						<Label>{label}</Label>
						<span>{valueText}</span>
					</span>
					<Bar percentage={percentage} />
				</>
			)}
		</AriaMeter>
	);
}

/** How far something is that the reader waits for. */
export function Waiting({ label, percentage }: { label: string; percentage: number }) {
	return (
		<AriaProgressBar value={percentage} className="meter">
			{({ percentage }) => (
				<>
					<Label>{label}</Label>
					<Bar percentage={percentage ?? 0} />
				</>
			)}
		</AriaProgressBar>
	);
}

/** The bar of a meter. Drawn, because the page's policy forbids styles in the markup. */
function Bar({ percentage }: { percentage: number }) {
	return (
		<svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
			<rect className="bar-track" width="100" height="4" />
			<rect className="bar-fill" width={Math.max(0, Math.min(100, percentage))} height="4" />
		</svg>
	);
}

/** Something long that can be copied: an address, a hash, a link. */
export function Copyable({ text, shown, label }: { text: string; shown?: string; label?: string }) {
	const [copied, setCopied] = useState(false);
	return (
		<span className="copyable">
			<code dir="ltr" title={text}>
				{shown ?? text}
			</code>
			<Button
				kind="plain"
				aria-label={label ?? i18n.t("Copy {text}", { text: shown ?? text })}
				onPress={() => {
					void navigator.clipboard.writeText(text).then(() => setCopied(true));
				}}
			>
				{copied ? i18n.t("Copied") : i18n.t("Copy")}
			</Button>
		</span>
	);
}
