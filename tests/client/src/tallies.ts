// SPDX-License-Identifier: Apache-2.0
// Counts votes again from events alone, without the chain's metadata and without its tallies. As in recount.ts, the
// layouts are written by hand: a second opinion, not an echo.

import assert from "node:assert/strict";
import type { Chain } from "./chain.js";
import { Reader } from "./recount.js";

/** A poll, counted again. */
export interface Counted {
	ayes: number;
	nays: number;
	support: number;
	opposition: number;
}

interface Vote {
	aye: boolean;
	votes: number;
}

/** Follows votes from event to event. */
export class Recount {
	/** Each voter's standing vote, by poll. */
	private readonly polls = new Map<number, Map<string, Vote>>();
	/** Which season each poll is charged to. */
	private readonly seasons = new Map<number, number>();

	/** Reads one event of the pallet: `Voted` or `VoteRemoved`, with its bytes. */
	read(name: string, bytes: Uint8Array): void {
		const fields = new Reader(`0x${Buffer.from(bytes).toString("hex")}`);
		const [poll, season] = [fields.u32(), fields.u32()];
		const voter = fields.u8() === 0 ? fields.hex(32) : `citizen ${fields.u32()}`;
		const standing = this.polls.get(poll) ?? new Map<string, Vote>();
		this.polls.set(poll, standing);
		assert.equal(this.seasons.get(poll) ?? season, season, `poll ${poll} belongs to one season`);
		this.seasons.set(poll, season);

		const removed = name === "VoteRemoved";
		const old = removed || fields.u8() === 1 ? readVote(fields) : undefined;
		assert.deepEqual(old, standing.get(voter), `what ${voter} voted before in poll ${poll}`);
		if (removed) standing.delete(voter);
		else standing.set(voter, readVote(fields));
	}

	/** How a poll stands. */
	tally(poll: number): Counted {
		const votes = [...(this.polls.get(poll) ?? new Map<string, Vote>()).values()];
		const [ayes, nays] = [votes.filter(({ aye }) => aye), votes.filter(({ aye }) => !aye)];
		const sum = (side: Vote[]) => side.reduce((total, { votes }) => total + votes, 0);
		return { ayes: sum(ayes), nays: sum(nays), support: ayes.length, opposition: nays.length };
	}

	/** The voice credits that each voter's standing votes of a season cost. */
	spent(season: number): Map<string, number> {
		const spent = new Map<string, number>();
		for (const [poll, standing] of this.polls) {
			if (this.seasons.get(poll) !== season) continue;
			for (const [voter, { votes }] of standing) spent.set(voter, (spent.get(voter) ?? 0) + votes * votes);
		}
		return spent;
	}
}

function readVote(fields: Reader): Vote {
	return { aye: fields.u8() === 0, votes: fields.u32() };
}

/** Counts all votes in blocks `from` to `to` again. `closed` is called with each poll that passes or fails there. */
export async function recountVotes(
	chain: Chain,
	from: number,
	to: number,
	closed: (poll: number, said: Counted, counted: Counted) => void,
): Promise<Recount> {
	const recount = new Recount();
	for (let block = from; block <= to; block++) {
		for (const { event } of await chain.eventsOf(block)) {
			if (event.section === "quadraticVoting" && event.method.startsWith("Vote")) {
				recount.read(event.method, event.data.toU8a());
			}
			if (event.section !== "referenda" || !["Confirmed", "Rejected"].includes(event.method)) continue;
			const poll = Number(event.data[0]);
			const { ayes, nays, support, opposition } = event.data[1].toJSON() as unknown as Counted;
			closed(poll, { ayes, nays, support, opposition }, recount.tally(poll));
		}
	}
	return recount;
}
