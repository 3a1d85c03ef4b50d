/** The frame of all pages: the name of the state, the navigation, who is here, the state of the connection. */

import { i18n } from "@lingui/core";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useConnection } from "../chain/context";
import { duration } from "../chain/format";
import { choose, LANGUAGES, type Language } from "../i18n";
import { Loading, Notice, Page } from "../ui";
import { useMe, WalletProvider } from "../wallet/context";
import { PAGES } from "./pages";

/** A newest block older than this says that the node lies behind, in milliseconds. */
const BEHIND = 120_000;

export function Layout() {
	const { state } = useConnection();
	const { pathname } = useRouterState({
		select: ({ location }) => ({ pathname: location.pathname }),
		structuralSharing: true,
	});
	const main = useRef<HTMLElement>(null);
	const first = useRef(true);
	// A new page begins at its heading, for screen readers and keyboards as well.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the address is what changes
	useEffect(() => {
		if (first.current) first.current = false;
		else main.current?.focus();
	}, [pathname]);

	const content = (
		<main id="content" ref={main} tabIndex={-1}>
			<Suspense fallback={<Loading lines={6} />}>
				{state.status === "connected" || pathname === "/connection" ? <Outlet /> : <NotConnected />}
			</Suspense>
		</main>
	);
	const frame = (
		<>
			{/* biome-ignore lint/a11y/useValidAnchor: the address after the sign is the page's, so the link moves the focus by itself */}
			<a
				className="skip"
				href="#content"
				onClick={(event) => {
					event.preventDefault();
					main.current?.focus();
				}}
			>
				{i18n.t("Skip to the content")}
			</a>
			<Header />
			<Trouble />
			{content}
			<Footer />
		</>
	);
	// A new chain is a new beginning: nothing of the last one stays on the page.
	return state.status === "connected" ? <WalletProvider key={state.chain.genesis}>{frame}</WalletProvider> : frame;
}

function Header() {
	const { state } = useConnection();
	const [open, setOpen] = useState(false);
	const { pathname } = useRouterState({
		select: ({ location }) => ({ pathname: location.pathname }),
		structuralSharing: true,
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: the address is what changes
	useEffect(() => setOpen(false), [pathname]);
	return (
		<header className="top">
			<div className="top-row">
				<Link to="/" className="brand">
					<svg viewBox="0 0 32 32" aria-hidden="true">
						<circle cx="16" cy="16" r="13" />
						<path d="M16 8v16M8 16h16" />
					</svg>
					<span>{state.status === "connected" ? state.chain.name : "Civitas"}</span>
				</Link>
				<AriaButton
					className="menu-button"
					aria-expanded={open}
					aria-controls="navigation"
					onPress={() => setOpen(!open)}
				>
					{i18n.t("Menu")}
				</AriaButton>
				{state.status === "connected" && <Identity />}
			</div>
			<nav id="navigation" aria-label={i18n.t("Pages")} className={open ? "open" : undefined}>
				<ul>
					{PAGES.map(
						({ path, name }) =>
							name && (
								<li key={path}>
									<Link to={path} activeOptions={{ exact: path === "/" }} activeProps={{ "aria-current": "page" }}>
										{i18n.t(name)}
									</Link>
								</li>
							),
					)}
				</ul>
			</nav>
		</header>
	);
}

/** Who is here. */
function Identity() {
	const { account, citizen } = useMe();
	return (
		<Link to={"/me" as string} className="identity">
			{account ? (
				<>
					<span className="identity-name">{account.name}</span>
					<span className="identity-role">
						{citizen ? i18n.t("Citizen {id}", { id: citizen.id }) : i18n.t("Not a citizen")}
					</span>
				</>
			) : (
				<span className="identity-name">{i18n.t("Sign in")}</span>
			)}
		</Link>
	);
}

/** Says when what the page shows may not be true any more. */
function Trouble() {
	const { state } = useConnection();
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 10_000);
		return () => clearInterval(timer);
	}, []);
	if (state.status !== "connected") return null;
	const age = now - state.head.time;
	if (state.lost) {
		return (
			<aside className="trouble" aria-label={i18n.t("Connection")}>
				<Notice kind="warning" title={i18n.t("The connection is lost.")}>
					<p>{i18n.t("The page shows what it knew before, and goes on trying. Nothing of yours is lost.")}</p>
				</Notice>
			</aside>
		);
	}
	if (age > BEHIND) {
		return (
			<aside className="trouble" aria-label={i18n.t("Connection")}>
				<Notice kind="warning" title={i18n.t("This node lies behind.")}>
					<p>
						{i18n.t("The newest block that it knows is {age} old. What you see may have changed since.", {
							age: duration(age),
						})}{" "}
						<Link to="/connection">{i18n.t("Choose another node")}</Link>
					</p>
				</Notice>
			</aside>
		);
	}
	return null;
}

function NotConnected() {
	const { connection, state } = useConnection();
	if (state.status === "connecting") {
		return (
			<div className="page">
				<p role="status">{i18n.t("Connecting to the chain …")}</p>
				<Loading lines={5} />
			</div>
		);
	}
	if (state.status === "connected") return null;
	return (
		<Page title={i18n.t("No connection")}>
			<Notice
				kind="error"
				title={
					state.reason === "unreachable"
						? i18n.t("The node does not answer.")
						: i18n.t("The node answers, but this page does not understand it.")
				}
			>
				<p>
					{state.reason === "unreachable"
						? i18n.t("Check that you are online and that the node runs. Nothing of yours is lost.")
						: i18n.t("It may serve another kind of chain, or one that has upgraded its rules. Details: {detail}", {
								detail: state.detail,
							})}
				</p>
				<p dir="ltr">
					<code>{state.way.kind === "node" ? state.way.url : i18n.t("Light client")}</code>
				</p>
				<p className="row">
					<AriaButton className="button primary" onPress={() => connection.retry()}>
						{i18n.t("Try again")}
					</AriaButton>
					<Link to="/connection" className="button quiet">
						{i18n.t("Choose another node")}
					</Link>
				</p>
			</Notice>
		</Page>
	);
}

function Footer() {
	const { state } = useConnection();
	return (
		<footer className="bottom">
			<p>
				{state.status === "connected" && (
					<>
						{i18n.t("Block {number}", { number: state.head.number })}
						{" · "}
					</>
				)}
				<Link to="/connection">
					{state.way.kind === "light" ? i18n.t("Light client in this page") : <span dir="ltr">{state.way.url}</span>}
				</Link>
			</p>
			<label className="language">
				<span>{i18n.t("Language")}</span>
				<select value={i18n.locale} onChange={(event) => void choose(event.target.value as Language)}>
					{Object.entries(LANGUAGES).map(([code, name]) => (
						<option key={code} value={code} lang={code}>
							{name}
						</option>
					))}
				</select>
			</label>
		</footer>
	);
}

export function Missing() {
	return (
		<Page title={i18n.t("There is no such page")}>
			<p>
				<Link to="/">{i18n.t("Go to the first page")}</Link>
			</p>
		</Page>
	);
}
