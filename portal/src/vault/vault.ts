// SPDX-License-Identifier: Apache-2.0
/**
 * What a citizen keeps on this device for secret votes: roll secrets and the keys of ballot accounts. Encrypted with a
 * passphrase. Nothing of it is ever sent anywhere.
 */

import { fromHex, RollSecrets, type SeasonSecret, toHex, type VotingContext, wipe } from "@civitas/ballots";
import { type Key, newKey, type Sealed, seal, unseal } from "./cipher";

/** An account that votes in secret, for one season. */
export interface Ballot {
	season: number;
	/** What it votes on: matters of the nation, or of the neighbourhood. */
	context: VotingContext;
	/** The account's public key. */
	account: string;
	/** Its secret. */
	seed: string;
	/** `made` before the proof, `sent` once it is on its way, `enrolled` when a block has it. */
	state: "made" | "sent" | "enrolled";
	alias?: string;
	/** How many accounts its owner had enrolled in the season before it. */
	count: number;
	/** How many people share the ring. */
	ring?: number;
}

interface Content {
	secrets: { season: number; secret: string }[];
	ballots: Ballot[];
}

/** Locked again when nothing has happened for so long, in milliseconds. */
const SESSION = 20 * 60_000;

export type VaultState = "none" | "locked" | "open";

/** One citizen's vault. */
export class Vault {
	private key: Key | undefined;
	private content: Content | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly listeners = new Set<() => void>();
	private readonly name: string;

	constructor(genesis: string, address: string) {
		this.name = `civitas/vault/${genesis}/${address}`;
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	readonly state = (): VaultState => {
		if (this.content) return "open";
		return localStorage.getItem(this.name) === null ? "none" : "locked";
	};

	/** Makes the vault, or replaces what it has, and leaves it open. */
	async create(secret: SeasonSecret, passphrase: string): Promise<void> {
		this.key = await newKey(passphrase);
		this.content = { secrets: [{ season: secret.season, secret: toHex(secret.secret) }], ballots: [] };
		wipe(secret.secret);
		await this.store();
		// Browsers may throw away what sites keep when space is short, unless they are asked not to.
		void globalThis.navigator?.storage?.persist?.().catch(() => false);
	}

	/** Opens the vault. Throws `WrongPassphrase`. */
	async unlock(passphrase: string): Promise<void> {
		const { text, key } = await unseal(this.sealed(), passphrase);
		this.key = key;
		this.content = JSON.parse(text) as Content;
		this.tell();
	}

	lock(): void {
		this.key = undefined;
		this.content = undefined;
		clearTimeout(this.timer);
		for (const listener of this.listeners) listener();
	}

	/** Forgets everything on this device. */
	destroy(): void {
		localStorage.removeItem(this.name);
		this.lock();
	}

	/** The vault as it lies on the device, encrypted: for a backup. */
	sealed(): Sealed {
		const stored = localStorage.getItem(this.name);
		if (stored === null) throw new Error("there is no vault");
		return JSON.parse(stored) as Sealed;
	}

	/** Lays a copy, encrypted as it is, where another account of the same person looks for it. */
	copyTo(genesis: string, address: string): void {
		localStorage.setItem(`civitas/vault/${genesis}/${address}`, JSON.stringify(this.sealed()));
	}

	/** The roll secrets. Wipe and forget them soon. */
	secrets(): RollSecrets {
		return new RollSecrets(this.opened().secrets.map(({ season, secret }) => ({ season, secret: fromHex(secret) })));
	}

	/** Keeps roll secrets as they are now. */
	async keepSecrets(secrets: RollSecrets): Promise<void> {
		this.opened().secrets = secrets.stored().map(({ season, secret }) => ({ season, secret: toHex(secret) }));
		await this.store();
	}

	/** The ballot accounts of a season, or all. */
	ballots(season?: number, context?: VotingContext): Ballot[] {
		return this.opened().ballots.filter((one) => {
			return (season === undefined || one.season === season) && (context === undefined || one.context === context);
		});
	}

	/** Notes a ballot account, or what has become of it. */
	async keepBallot(ballot: Ballot): Promise<void> {
		const content = this.opened();
		content.ballots = [...content.ballots.filter(({ account }) => account !== ballot.account), ballot];
		await this.store();
	}

	/** Deletes the keys of ballot accounts up to a season: they would show how their owner has voted. */
	async forgetBallots(upTo: number): Promise<void> {
		const content = this.opened();
		content.ballots = content.ballots.filter(({ season }) => season > upTo);
		await this.store();
	}

	private opened(): Content {
		if (!this.content) throw new Error("the vault is locked");
		return this.content;
	}

	private async store(): Promise<void> {
		const { key, content } = this;
		if (!key || !content) throw new Error("the vault is locked");
		localStorage.setItem(this.name, JSON.stringify(await seal(key, JSON.stringify(content))));
		this.tell();
	}

	private tell(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.lock(), SESSION);
		for (const listener of this.listeners) listener();
	}
}

const vaults = new Map<string, Vault>();

/** The vault of an account on a chain: one object, however many pages ask. */
export function vaultOf(genesis: string, address: string): Vault {
	const name = `${genesis}/${address}`;
	const known = vaults.get(name) ?? new Vault(genesis, address);
	vaults.set(name, known);
	return known;
}
