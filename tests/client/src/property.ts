// SPDX-License-Identifier: Apache-2.0
// What the story of property needs besides the story: the chain that it is told on, what people do there over and
// over, and what a page about land reads.

import assert from "node:assert/strict";
import { ProverThread, type Roll, type Seat, toHex } from "@civitas/ballots";
import type { AccountInfo } from "@polkadot/types/interfaces";
import { encodeAddress } from "@polkadot/util-crypto";
import { type Call, type Chain, CIV, newPerson, type Person, type Receipt } from "./chain.js";
import { consenting, declaring, PROVER, refusalOf, rollOf, SMALL, secretOf, submit, transaction } from "./roll.js";
import { changedSpec } from "./specs.js";

/** A hundredth, in parts of 1e18. */
export const PERCENT = 10n ** 16n;

/** How long a block takes, in milliseconds. */
export const BLOCK = 6_000n;

/** What each of our people owns in the beginning. */
const ENDOWMENT = 100_000n * CIV;

/** What the founders of this town decide differently from those of the development chain. */
export const FOUNDING = {
	seasonLength: 600,
	// Three residents live alone in their cells: only the coarsest cell has enough of them.
	minRingSize: 3,
	// In blocks.
	registrationNotice: 5,
	// In milliseconds.
	noticePeriod: 120_000,
	lookBack: 600_000,
	bindingPeriod: 600_000,
	gracePeriod: 60_000,
	reservePeriod: 60_000,
	auctionPeriod: 1_200_000,
};

/** The development chain's spec, with our people among its citizens and inhabitants, and our founding decisions. */
export function specOfTheTown(citizens: Person[], others: Person[]): Promise<string> {
	return changedSpec(({ patch }) => {
		const { citizenship, balances, census } = patch as any;
		citizenship.citizens.push(...citizens.map((who) => [who.address, toHex(who.rollKey)]));
		for (const who of [...citizens, ...others]) balances.balances.push([who.address, Number(ENDOWMENT)]);
		Object.assign(patch.founding, FOUNDING);
		// The founder opens the territory; the town does not outgrow the founding tier in these seasons.
		census.thresholds = { consultative: 10_000, shared: 20_000, community: 30_000 };
	});
}

/** A parcel's floating rate and what it is made of. */
export interface Opinion {
	rate: bigint;
	season: number;
	inherited: bigint;
	/** How many votes the inherited rate has. */
	phantoms: bigint;
	approve: number;
	disapprove: number;
}

/** What a page about land reads: one question, one answer of the runtime's own interfaces. */
export class LandPage {
	constructor(private readonly chain: Chain) {}

	private get tax() {
		return this.chain.api.call.taxApi;
	}

	/** A parcel's opinion now, or after some block. */
	async opinion(parcel: number, block?: string): Promise<Opinion> {
		const { call } = block === undefined ? this.chain.api : await this.chain.api.at(block);
		type Said = Record<string, number | string> & { terms: Record<string, number | string> };
		const said = (await call.taxApi.opinion(parcel)).toJSON() as Said;
		return {
			rate: BigInt(said.rate),
			season: Number(said.season),
			inherited: BigInt(said.inherited),
			phantoms: BigInt(said.terms.phantoms),
			approve: Number(said.approve),
			disapprove: Number(said.disapprove),
		};
	}

	/** A parcel's floating rate, in parts of 1e18. */
	async rate(parcel: number, block?: string): Promise<bigint> {
		return (await this.opinion(parcel, block)).rate;
	}

	/** What the charter says about floating rates. */
	async terms(): Promise<{ phantoms: bigint; min: bigint; max: bigint }> {
		const { terms } = (await this.tax.opinion(0)).toJSON() as { terms: Record<string, number | string> };
		return { phantoms: BigInt(terms.phantoms), min: BigInt(terms.min), max: BigInt(terms.max) };
	}

	/** Who holds a parcel, at which price, and what that costs. */
	async holding(parcel: number) {
		const info = await this.tax.holding(parcel);
		if (info.isEmpty) throw new Error(`nobody holds parcel ${parcel}`);
		type Money = number | string;
		const said = info.toJSON() as {
			holding: {
				holder: string;
				valuation: Money;
				escrow: Money;
				grace: Money | null;
				bid: { bidder: string; amount: Money; until: Money } | null;
			};
			asking: Money;
			leastBid: Money;
			defence: Money | null;
			rate: Money;
			due: Money;
			reserve: Money;
			dryAt: Money | null;
		};
		const { holder, valuation, escrow, grace, bid } = said.holding;
		return {
			holder,
			valuation: BigInt(valuation),
			escrow: BigInt(escrow),
			bid: bid && { bidder: bid.bidder, amount: BigInt(bid.amount), until: BigInt(bid.until) },
			asking: BigInt(said.asking),
			leastBid: BigInt(said.leastBid),
			grace: grace === null ? null : BigInt(grace),
			defence: said.defence === null ? null : BigInt(said.defence),
			rate: BigInt(said.rate),
			due: BigInt(said.due),
			reserve: BigInt(said.reserve),
			dryAt: said.dryAt === null ? null : BigInt(said.dryAt),
		};
	}

	/** What a parcel at auction costs now, and what of it is owed. */
	async auction(parcel: number): Promise<{ price: bigint; lien: bigint }> {
		const { price, lien } = (await this.tax.auction(parcel)).toJSON() as Record<string, number | string>;
		return { price: BigInt(price), lien: BigInt(lien) };
	}

	/** What must be in escrow for a valuation. */
	async reserve(valuation: bigint): Promise<bigint> {
		return BigInt((await this.tax.reserve(valuation)).toString());
	}

	/** What a citizen may claim now, and may expect. */
	async dividend(citizen: number) {
		const said = (await this.tax.dividend(citizen)).toJSON() as Record<string, number | string>;
		const { claimable, pot, entitled, expected } = said;
		return { claimable: BigInt(claimable), pot: BigInt(pot), entitled: Number(entitled), expected: BigInt(expected) };
	}

	/** What is in a territory's purse. */
	async purse(territory: number): Promise<bigint> {
		return BigInt((await this.tax.purse(territory)).toString());
	}

	/** How much land of each kind there is, and how many live there. */
	async footprint() {
		type Extent = { parcels: number; area: number; floor: number };
		const said = (await this.chain.api.call.landApi.footprint()).toJSON() as {
			filed: Extent;
			common: Extent;
			assigned: Extent;
			held: Extent;
			public: Extent;
			valuation: number | string;
			residents: number;
		};
		return { ...said, valuation: BigInt(said.valuation) };
	}

	/** The parcels in a part of the earth, page by page. */
	async within(bounds: object, size: number): Promise<number[]> {
		const found: number[] = [];
		let next: unknown = null;
		do {
			const answer = await this.chain.api.call.landApi.parcelsWithin(bounds, next, size);
			const page = answer.toJSON() as { parcels: { id: number }[]; next: unknown };
			if (page.parcels.length > size) throw new Error(`a page of ${page.parcels.length} where ${size} were asked for`);
			found.push(...page.parcels.map(({ id }) => id));
			next = page.next;
		} while (next);
		return found;
	}

	/** The time of the newest block, in milliseconds. */
	async time(): Promise<bigint> {
		return BigInt((await this.chain.api.query.timestamp.now()).toString());
	}

	/** Makes empty blocks until the newest one's time is `moment` or later. */
	async advanceTo(moment: bigint): Promise<void> {
		const left = moment - (await this.time());
		if (left > 0n) await this.chain.node.seal(Number((left + BLOCK - 1n) / BLOCK));
	}

	/** What an account owns, free and held together; now, or after some block. */
	async wealth(who: string, block?: string): Promise<bigint> {
		const { query } = block === undefined ? this.chain.api : await this.chain.api.at(block);
		const { data } = (await query.system.account(who)) as unknown as AccountInfo;
		return data.free.toBigInt() + data.reserved.toBigInt();
	}

	/** What a pallet's own account has gained since genesis. */
	async gained(pallet: string): Promise<bigint> {
		const account = encodeAddress(Buffer.from(`modl${pallet}`.padEnd(32, "\0"), "latin1"), 42);
		return (await this.wealth(account)) - (await this.wealth(account, this.chain.api.genesisHash.toHex()));
	}
}

/** An account that votes for somebody, whom only this file knows. */
export interface Ballot {
	account: Person;
	alias: string;
	voter: Person;
}

/** Enrols ballot accounts, and turns seasons. */
export class Booth {
	private constructor(
		private readonly chain: Chain,
		private readonly prover: ProverThread,
		private readonly roll: Roll,
	) {}

	static async open(chain: Chain): Promise<Booth> {
		const prover = await ProverThread.start(PROVER);
		return new Booth(chain, prover, rollOf(chain));
	}

	close(): void {
		this.prover.stop();
	}

	async season(): Promise<{ index: number; ends: number }> {
		return (await this.chain.api.call.seasonsApi.season()).toJSON() as { index: number; ends: number };
	}

	/** Goes on to the next season, and waits until its roll can be used. */
	async turnTheSeason(): Promise<void> {
		await this.chain.advanceTo((await this.season()).ends);
		for (let i = 0; !(await this.roll.state()).complete; i++) {
			assert.ok(i < 100, "the roll is not sealed");
			await this.chain.node.seal();
		}
	}

	/** Fresh ballot accounts for what neighbours decide. */
	async neighbours(people: Person[]): Promise<Ballot[]> {
		const ballots: Ballot[] = [];
		for (const voter of people) {
			const account = newPerson(`the ballot account of ${voter.name}`);
			const enrolment = await this.roll.enrolment(
				await this.seatOf(voter, "cells"),
				consenting(account),
				this.prover,
				SMALL,
			);
			await submit(this.chain, transaction(this.chain, enrolment));
			ballots.push({ account, alias: toHex(enrolment.alias), voter });
		}
		return ballots;
	}

	/** A citizen declares an income. Returns the receipt and the alias of the declaration. */
	async declare(who: Person, band: number, count: number): Promise<{ receipt: Receipt; alias: string }> {
		const declaration = await this.roll.incomeDeclaration(await this.seatOf(who, "nation"), band, this.prover, {
			...SMALL,
			count,
		});
		return { receipt: await submit(this.chain, declaring(this.chain, declaration)), alias: toHex(declaration.alias) };
	}

	/** The name of the error that refuses such a declaration. */
	async refusedDeclaration(who: Person, band: number, count: number): Promise<string> {
		const declaration = await this.roll.incomeDeclaration(await this.seatOf(who, "nation"), band, this.prover, {
			...SMALL,
			count,
		});
		return refusalOf(this.chain, declaring(this.chain, declaration), this.chain.api.tx.census.declareIncome);
	}

	private async seatOf(who: Person, where: "nation" | "cells"): Promise<Seat> {
		return this.roll.find(await secretOf(this.prover, who.entropy), this.prover, { where });
	}
}

/** What people do. */
export class Acts {
	constructor(private readonly chain: Chain) {}

	/** Submits calls together, so many at a time; none may fail. */
	async all(who: Person, calls: Call[], size = 10): Promise<Receipt[]> {
		const receipts: Receipt[] = [];
		for (let from = 0; from < calls.length; from += size) {
			receipts.push(await this.chain.submit(who, this.chain.api.tx.utility.batchAll(calls.slice(from, from + size))));
		}
		return receipts;
	}

	/** Submits a call that must be included and cost nothing. */
	free(who: Person, call: Call): Promise<Receipt> {
		return this.chain.submitWithoutFee(who, call);
	}

	/** Submits a call that must fail in the block, and tells why. */
	async refusal(who: Person, call: Call): Promise<string> {
		return (await this.chain.refusalOf(who, call)).reason;
	}
}
