// SPDX-License-Identifier: Apache-2.0
/**
 * Roll secrets: one for each season, each made from the one before by a one-way step.
 *
 * Nobody computes an earlier secret from a later one. So a wallet that deletes old secrets can no longer show how its
 * owner voted in earlier seasons: not to a thief of the device, and not to somebody who buys or forces votes.
 */

import { blake2b } from "@noble/hashes/blake2";
import { fromWords } from "./backup.js";
import { exactly, joined, text, wipe } from "./bytes.js";
import { randomize } from "./random.js";
import { u32 } from "./scale.js";

const SECRET = 32;

/** A roll secret and the season that it is for. A wallet stores these two, encrypted, and nothing else. */
export interface SeasonSecret {
	/** The first season on whose roll the secret's key can sit. */
	season: number;
	/** 32 bytes. */
	secret: Uint8Array;
}

/**
 * Makes a new secret from the system's randomness, never from an account's key. `season` is the first season in which
 * its owner can vote with it: the one after the season in which its key reaches the chain.
 */
export function makeSecret(season: number): SeasonSecret {
	u32(season);
	const secret = new Uint8Array(SECRET);
	randomize(secret);
	return { season, secret };
}

/**
 * Makes the secret of the next season: BLAKE2b-256, keyed with the secret, of `civitas/roll-secret` and the next
 * season's number (32 bits, little-endian).
 */
export function nextSecret({ season, secret }: SeasonSecret): SeasonSecret {
	const next = season + 1;
	const step = joined([text("civitas/roll-secret"), u32(next)]);
	return { season: next, secret: blake2b(step, { dkLen: SECRET, key: exactly(secret, SECRET) }) };
}

/** What `retire` has deleted, and what the caller should delete. */
export interface Retired {
	/** The seasons whose secrets are deleted: how their owner voted in them can no longer be shown. */
	secrets: number[];
	/**
	 * Polls up to this season are over. Delete the keys of ballot accounts of these seasons, too: they also show how
	 * their owner voted. Undefined in the first two seasons.
	 */
	accountsUpTo?: number;
}

/** The roll secrets that a device keeps: at most that of this season's seat, and that of the next. */
export class RollSecrets {
	private kept: SeasonSecret[];

	/** Takes secrets as `stored` returned them. The caller's copies are cleared. */
	constructor(stored: readonly SeasonSecret[]) {
		if (stored.length === 0) throw new RangeError("there must be at least one secret");
		this.kept = stored.map(({ season, secret }) => ({ season, secret: Uint8Array.from(exactly(secret, SECRET)) }));
		this.kept.sort((a, b) => a.season - b.season);
		for (const { secret } of stored) wipe(secret);
	}

	/** Makes the first secret of a citizen: see `makeSecret`. */
	static make(season: number): RollSecrets {
		return new RollSecrets([makeSecret(season)]);
	}

	/** Restores the secrets of the backup's season and of all later seasons. Earlier ones cannot be restored. */
	static fromWords(words: string): RollSecrets {
		return new RollSecrets([fromWords(words)]);
	}

	/** Copies of all secrets, the oldest first: encrypt and store them, then `wipe` them. */
	stored(): SeasonSecret[] {
		return this.kept.map(copy);
	}

	/** Copies of the secrets whose key may sit on the roll of `season`, the newest first. */
	candidates(season: number): SeasonSecret[] {
		return this.kept
			.filter((one) => one.season <= season)
			.map(copy)
			.reverse();
	}

	/**
	 * A copy of the secret of `season`, which is made if it does not exist yet. Register its key in the season before,
	 * with `census.attest`: see `nextKey`. Throws a `RangeError` for a season whose secret is deleted.
	 */
	of(season: number): SeasonSecret {
		const known = this.kept.find((one) => one.season === season);
		if (known) return copy(known);
		const from = this.kept.filter((one) => one.season < season).at(-1);
		if (from === undefined) throw new RangeError(`the secret of season ${season} is deleted, or never was`);
		let made = nextSecret(from);
		while (made.season < season) {
			const step = nextSecret(made);
			wipe(made.secret);
			made = step;
		}
		this.kept.push(made);
		this.kept.sort((a, b) => a.season - b.season);
		return copy(made);
	}

	/**
	 * Deletes the secrets that nobody needs any more. Call it when the roll of `season` is open and seats the key of
	 * `seated`, as `Roll.find` says: no earlier secret can enrol an account again. Store what is left afterwards.
	 */
	retire(season: number, seated: number): Retired {
		if (!this.kept.some((one) => one.season === seated && seated <= season)) {
			throw new RangeError(`season ${season} cannot seat a key of season ${seated}`);
		}
		const over = this.kept.filter((one) => one.season < seated);
		for (const { secret } of over) wipe(secret);
		this.kept = this.kept.filter((one) => one.season >= seated);
		const secrets = over.map((one) => one.season);
		return season < 2 ? { secrets } : { secrets, accountsUpTo: season - 2 };
	}

	/** Clears all secrets. The object cannot be used afterwards. */
	forget(): void {
		for (const { secret } of this.kept) wipe(secret);
		this.kept = [];
	}
}

function copy({ season, secret }: SeasonSecret): SeasonSecret {
	return { season, secret: secret.slice() };
}
