/** The vault, for pages: make and check the words, unlock, lock. */

import { BackupError, fromWords, makeSecret, toWords } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import { type ReactNode, useMemo, useState, useSyncExternalStore } from "react";
import { useChain, useRead } from "../chain/context";
import { Button, Card, Notice } from "../ui";
import { TextField } from "../ui/forms";
import { TEST_KEYS } from "../wallet/accounts";
import { useWallet } from "../wallet/context";
import { WrongPassphrase } from "./cipher";
import { type Vault, type VaultState, vaultOf } from "./vault";

/** The vault of the account that is here. */
export function useVault(): { vault: Vault; state: VaultState } {
	const { chain } = useChain();
	const { account } = useWallet();
	const vault = vaultOf(chain.genesis, account?.address ?? "nobody");
	return { vault, state: useSyncExternalStore(vault.subscribe, vault.state) };
}

/** Shows its content once the vault is open, and what it takes to open it before. */
export function WhenUnlocked({ why, children }: { why: ReactNode; children: ReactNode }) {
	const { state } = useVault();
	if (state === "open") return children;
	return state === "locked" ? <Unlock why={why} /> : <MakeWords why={why} />;
}

function Unlock({ why }: { why: ReactNode }) {
	const { vault } = useVault();
	const [passphrase, setPassphrase] = useState("");
	const [problem, setProblem] = useState<string>();
	const [busy, setBusy] = useState(false);
	const [lost, setLost] = useState(false);
	if (lost) return <MakeWords why={why} again />;
	return (
		<form
			className="stack"
			onSubmit={async (event) => {
				event.preventDefault();
				setBusy(true);
				try {
					await vault.unlock(passphrase);
				} catch (error) {
					setBusy(false);
					setProblem(
						error instanceof WrongPassphrase
							? i18n.t("This is not the passphrase that you chose.")
							: i18n.t("What is stored on this device cannot be read."),
					);
				}
			}}
		>
			<p>{why}</p>
			<TextField
				label={i18n.t("Passphrase")}
				type="password"
				autoComplete="current-password"
				value={passphrase}
				onChange={setPassphrase}
				error={problem}
				hint={i18n.t("The one that you chose for your roll words on this device.")}
			/>
			<div className="row">
				<Button type="submit" isDisabled={busy || passphrase === ""}>
					{busy ? i18n.t("Unlocking …") : i18n.t("Unlock")}
				</Button>
				<Button kind="quiet" onPress={() => setLost(true)}>
					{i18n.t("I forgot it: use my roll words")}
				</Button>
			</div>
		</form>
	);
}

const LEAST = 10;

type Stage = { at: "choice" } | { at: "show" | "check" | "protect"; words: string } | { at: "restore" };

/** Makes roll words or takes those that exist, checks them, and locks them up with a passphrase. */
export function MakeWords({ why, again }: { why?: ReactNode; again?: boolean }) {
	const { vault } = useVault();
	const { data: season } = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	const [stage, setStage] = useState<Stage>(again ? { at: "restore" } : { at: "choice" });
	if (!season) return null;
	switch (stage.at) {
		case "choice":
			return (
				<div className="stack">
					{why && <p>{why}</p>}
					<p>
						{i18n.t(
							"Your votes are secret because of a secret that only you have. We write it as 28 words. They are made on this device and never leave it.",
						)}
					</p>
					<div className="row">
						<Button onPress={() => setStage({ at: "show", words: toWords(makeSecret(season.index + 1)) })}>
							{i18n.t("Make my words")}
						</Button>
						<Button kind="quiet" onPress={() => setStage({ at: "restore" })}>
							{i18n.t("I have words already")}
						</Button>
					</div>
				</div>
			);
		case "show":
			return <Show words={stage.words} next={() => setStage({ at: "check", words: stage.words })} />;
		case "check":
			return (
				<Check
					words={stage.words}
					next={() => setStage({ at: "protect", words: stage.words })}
					back={() => setStage({ at: "show", words: stage.words })}
				/>
			);
		case "restore":
			return <Restore next={(words) => setStage({ at: "protect", words })} />;
		case "protect":
			return <Protect save={(passphrase) => vault.create(fromWords(stage.words), passphrase)} />;
	}
}

function Show({ words, next }: { words: string; next: () => void }) {
	return (
		<div className="stack">
			<Notice kind="warning" title={i18n.t("Write these words down now, on paper. They are shown once.")}>
				<p>
					{i18n.t(
						"Who has them can see how you vote from this season on, and vote in your place. Show them to nobody. No state, founder or helper ever asks for them.",
					)}
				</p>
			</Notice>
			<ol className="words" translate="no" lang="en" dir="ltr">
				{words.split(" ").map((word, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: words keep their places, and may come twice
					<li key={i}>{word}</li>
				))}
			</ol>
			<Button onPress={next}>{i18n.t("I have written them down")}</Button>
		</div>
	);
}

/** Asks for three of the words, at random. */
function Check({ words, next, back }: { words: string; next: () => void; back: () => void }) {
	const list = words.split(" ");
	const asked = useMemo(() => {
		const places = new Set<number>();
		while (places.size < 3) places.add((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 28);
		return [...places].sort((a, b) => a - b);
	}, []);
	const [typed, setTyped] = useState<Record<number, string>>({});
	const [wrong, setWrong] = useState<number[]>([]);
	return (
		<form
			className="stack"
			onSubmit={(event) => {
				event.preventDefault();
				const mistakes = asked.filter((place) => typed[place]?.trim().toLowerCase() !== list[place]);
				setWrong(mistakes);
				if (mistakes.length === 0) next();
			}}
		>
			<p>{i18n.t("To be sure that you have them: which words are these?")}</p>
			<div className="grid">
				{asked.map((place) => (
					<TextField
						key={place}
						label={i18n.t("Word {n}", { n: place + 1 })}
						value={typed[place] ?? ""}
						onChange={(word) => setTyped({ ...typed, [place]: word })}
						autoComplete="off"
						spellCheck="false"
						error={wrong.includes(place) ? i18n.t("Look again at your paper.") : undefined}
					/>
				))}
			</div>
			<div className="row">
				<Button type="submit">{i18n.t("Check")}</Button>
				<Button kind="quiet" onPress={back}>
					{i18n.t("Show the words again")}
				</Button>
			</div>
		</form>
	);
}

function Restore({ next }: { next: (words: string) => void }) {
	const { chain } = useChain();
	const { account } = useWallet();
	const [words, setWords] = useState("");
	const [problem, setProblem] = useState<string>();
	return (
		<form
			className="stack"
			onSubmit={(event) => {
				event.preventDefault();
				try {
					fromWords(words);
					next(words);
				} catch (error) {
					setProblem(error instanceof BackupError ? i18n.t(error.message) : String(error));
				}
			}}
		>
			<TextField
				label={i18n.t("Your 28 words")}
				long={4}
				value={words}
				onChange={setWords}
				error={problem}
				autoComplete="off"
				spellCheck="false"
				hint={i18n.t("Never type the seed words of a wallet here: those are 12 to 24.")}
			/>
			<div className="row">
				<Button type="submit">{i18n.t("Use these words")}</Button>
				{chain.isDevelopment && account?.wallet === TEST_KEYS && (
					<Button
						kind="quiet"
						onPress={async () => {
							const { testSecret } = await import("../wallet/test-keys");
							setWords(toWords({ season: 0, secret: testSecret(account.name) }));
						}}
					>
						{i18n.t("Fill in the words of {name}, which everybody knows", { name: account.name })}
					</Button>
				)}
			</div>
		</form>
	);
}

function Protect({ save }: { save: (passphrase: string) => Promise<void> }) {
	const [first, setFirst] = useState("");
	const [second, setSecond] = useState("");
	const [problem, setProblem] = useState<{ first?: string; second?: string }>({});
	const [busy, setBusy] = useState(false);
	return (
		<form
			className="stack"
			onSubmit={async (event) => {
				event.preventDefault();
				if (first.length < LEAST) return setProblem({ first: i18n.t("Use at least {n} characters.", { n: LEAST }) });
				if (first !== second) return setProblem({ second: i18n.t("The two are not the same.") });
				setProblem({});
				setBusy(true);
				await save(first);
			}}
		>
			<p>
				{i18n.t(
					"Choose a passphrase. It locks the words on this device, so that a thief of the device cannot use them. On another device you need the words again.",
				)}
			</p>
			<TextField
				label={i18n.t("Passphrase")}
				type="password"
				autoComplete="new-password"
				value={first}
				onChange={setFirst}
				error={problem.first}
				hint={i18n.t("Four or five words that only you think of are good.")}
			/>
			<TextField
				label={i18n.t("Passphrase again")}
				type="password"
				autoComplete="new-password"
				value={second}
				onChange={setSecond}
				error={problem.second}
			/>
			<Button type="submit" isDisabled={busy}>
				{busy ? i18n.t("Locking up …") : i18n.t("Lock the words up")}
			</Button>
		</form>
	);
}

/** The state of the vault, and how to lock it or take it off this device. */
export function VaultCard() {
	const { vault, state } = useVault();
	return (
		<Card title={i18n.t("Your roll words")}>
			{state === "open" ? (
				<>
					<p>
						{i18n.t("Your roll words are on this device, and unlocked. They lock by themselves after twenty minutes.")}
					</p>
					<Button kind="quiet" onPress={() => vault.lock()}>
						{i18n.t("Lock now")}
					</Button>
				</>
			) : (
				<WhenUnlocked why={i18n.t("You need them to vote in secret on this device.")}>{null}</WhenUnlocked>
			)}
		</Card>
	);
}
