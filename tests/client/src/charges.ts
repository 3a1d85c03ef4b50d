// SPDX-License-Identifier: Apache-2.0
// Works out every charge, price, rate and share again from events and block times alone, to the last unit.
//
// A second opinion: the formulas are written here from the pallets' documentation, in whole numbers without rounding
// before the end. Whatever differs from what the chain says is thrown. It also keeps everybody's account of fees,
// charges, prices and shares, so that whoever reads it can tell what each must own.

import assert from "node:assert/strict";
import type { EventRecord } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import type { Chain, Receipt } from "./chain.js";

/** A rate of 1. */
const ONE = 10n ** 18n;
const YEAR = 365n * 24n * 60n * 60n * 1_000n;

/** What phantoms with the inherited rate, and the votes of a season, make of a rate; rounded down. */
export function floating(
	{ phantoms, max: highest }: { phantoms: bigint; max: bigint },
	inherited: bigint,
	approve: bigint,
	disapprove: bigint,
): bigint {
	return (phantoms * inherited + highest * disapprove) / (phantoms + approve + disapprove);
}

/** What is due on a principal for an accrual, in parts of a rate times milliseconds; rounded up. */
export function due(principal: bigint, accrual: bigint): bigint {
	return ceil(principal * accrual, ONE * YEAR);
}

function ceil(amount: bigint, by: bigint): bigint {
	return (amount + by - 1n) / by;
}

function max(a: bigint, b: bigint): bigint {
	return a > b ? a : b;
}

function min(a: bigint, b: bigint): bigint {
	return a < b ? a : b;
}

/** An integral of a rate that changes now and then. */
class Integral {
	private settled = 0n;

	constructor(
		public rate: bigint,
		private since: bigint,
	) {}

	at(now: bigint): bigint {
		return this.settled + this.rate * max(now - this.since, 0n);
	}

	change(rate: bigint, at: bigint): void {
		this.settled = this.at(at);
		this.since = max(at, this.since);
		this.rate = rate;
	}
}

/** What the neighbours say. */
interface Opinion {
	integral: Integral;
	inherited: bigint;
	/** What the integral had come to when the season, or the parcel's rate, began; and when that was. */
	opening: { reading: bigint; at: bigint };
	approve: bigint;
	disapprove: bigint;
}

interface Held {
	holder: string;
	valuation: bigint;
	escrow: bigint;
	arrears: bigint;
	paid: bigint;
	/** The tip that was put down; an amendment does not change it. */
	tip: bigint;
}

interface ForSale {
	start: bigint;
	since: bigint;
	period: bigint;
	/** Who held it, and what they can get at most. */
	former?: { holder: string; most: bigint };
	arrears: bigint;
	valuation: bigint;
	paid: bigint;
	/** The open bid: the price does not fall below it. */
	bid?: bigint;
}

/** More than all the money there is. */
const NO_LIMIT = 2n ** 128n - 1n;

/** What the charter says. Rates are in parts of 1e18. */
export interface Terms {
	/** How many votes an inherited rate has, for each parcel. */
	phantoms: (parcel: number) => bigint;
	/** The highest rate that floats. */
	max: bigint;
	/** What of an escrow is kept for whoever forecloses. */
	tip: bigint;
	/** What is added to a charge that was not in escrow. */
	surcharge: bigint;
	/** The citizens' and the treasury's part of what land yields. */
	dividend: bigint;
	treasury: bigint;
}

/** Follows the chain block by block. */
export class Ledger {
	readonly holdings = new Map<number, Held>();
	readonly auctions = new Map<number, ForSale>();
	/** All that was collected, and the parts that it was split into. */
	readonly totals = { collected: 0n, dividend: 0n, treasury: 0n, purse: 0n };
	/** What each account has got from land and its yield, less what it has paid for land and in fees. */
	readonly accounts = new Map<string, bigint>();
	/** All fees, each by itself. */
	readonly fees: bigint[] = [];
	/** Each season's share and how many have one. */
	readonly shares = new Map<number, { perCitizen: bigint; entitled: number }>();
	/** What will be shared, and what has been claimed. */
	pot = 0n;
	claimed = 0n;
	/** Each season's mean valuation of all that is held, and what land yielded in it. */
	readonly seasons = new Map<number, { valuation: bigint; revenue: bigint }>();
	/** How many charges were worked out again. */
	charges = 0;
	/** How many rates were. */
	rates = 0;

	private readonly opinions = new Map<number, Opinion>();
	private base = new Integral(0n, 0n);
	private now = 0n;
	private next = 1;
	/** What was taken in this block, and what was split. */
	private taken = 0n;
	private split = 0n;
	private touched = new Set<number>();
	/** The season under way: the sum of its blocks' valuations, how many blocks, and what was collected before it. */
	private season = { sum: 0n, blocks: 0n, before: 0n };

	constructor(
		private readonly chain: Chain,
		private readonly terms: Terms,
	) {}

	/** Goes through all blocks up to the newest. */
	async follow(): Promise<void> {
		for (const best = await this.chain.now(); this.next <= best; this.next++) {
			const hash = await this.chain.api.rpc.chain.getBlockHash(this.next);
			const at = await this.chain.api.at(hash);
			const [now, events] = await Promise.all([at.query.timestamp.now(), at.query.system.events()]);
			this.block(BigInt(now.toString()), events as unknown as EventRecord[]);
		}
	}

	/** What rates have come to for a parcel by the newest block. */
	index(parcel: number): bigint {
		return this.base.at(this.now) + (this.opinions.get(parcel)?.integral.at(this.now) ?? 0n);
	}

	/** A parcel's whole yearly rate. */
	rate(parcel: number): bigint {
		return this.base.rate + (this.opinions.get(parcel)?.integral.rate ?? 0n);
	}

	private block(now: bigint, events: EventRecord[]): void {
		this.now = now;
		[this.taken, this.split, this.touched] = [0n, 0n, new Set()];
		for (const { event } of events) {
			const handler = this.handlers[`${event.section}.${event.method}`];
			handler?.(new Fields(event));
		}
		assert.equal(this.split, this.taken, `block ${this.next}: what was taken and what was split`);
		assert.equal(this.left.size, 0, `block ${this.next}: what becomes of a parcel that is given up is said at once`);
		for (const parcel of this.touched) this.checkRate(parcel);
		this.season.sum += this.valuation();
		this.season.blocks++;
	}

	/** What all that is held is worth to its holders. */
	valuation(): bigint {
		return [...this.holdings.values()].reduce((sum, { valuation }) => sum + valuation, 0n);
	}

	/** The rate is what phantoms and votes make of it. */
	private checkRate(parcel: number): void {
		const opinion = this.opinions.get(parcel);
		if (!opinion) throw new Error(`parcel ${parcel} was voted on without a rate`);
		const { inherited, approve, disapprove, integral } = opinion;
		const terms = { phantoms: this.terms.phantoms(parcel), max: this.terms.max };
		const rate = floating(terms, inherited, approve, disapprove);
		assert.equal(integral.rate, rate, `block ${this.next}: the rate of parcel ${parcel}`);
		this.rates++;
	}

	private held(parcel: number): Held {
		const held = this.holdings.get(parcel);
		if (!held) throw new Error(`block ${this.next}: nobody holds parcel ${parcel}`);
		return held;
	}

	/** An account has got or paid something. */
	private book(account: string, amount: bigint): void {
		this.accounts.set(account, (this.accounts.get(account) ?? 0n) + amount);
	}

	/** An account has paid revenue. */
	private take(amount: bigint, from?: string): void {
		this.taken += amount;
		if (from !== undefined) this.book(from, -amount);
	}

	/** Ends a holding, which goes to auction or to the open bid. Its holder gets `most` of the price at most. */
	private leave(parcel: number, most: bigint): Held {
		const held = this.held(parcel);
		this.holdings.delete(parcel);
		this.left.set(parcel, { ...held, most });
		return held;
	}

	/** Holdings that have just ended. */
	private readonly left = new Map<number, Held & { most: bigint }>();

	/** What a parcel at auction owes at a moment, if its rate stays. */
	private lien(parcel: number, sale: ForSale, at: bigint): bigint {
		const accrued = this.index(parcel) + this.rate(parcel) * (at - this.now);
		return sale.arrears + due(sale.valuation, accrued - sale.paid);
	}

	/** What a parcel at auction costs at a moment, if its rate stays. */
	price(parcel: number, at = this.now): bigint {
		const sale = this.auctions.get(parcel);
		if (!sale) throw new Error(`parcel ${parcel} is not for sale`);
		const elapsed = at - sale.since;
		const falling = ceil(sale.start * max(sale.period - elapsed, 0n), sale.period);
		const second = max(elapsed - sale.period, 0n);
		return max(falling, ceil(this.lien(parcel, sale, at) * max(sale.period - second, 0n), sale.period));
	}

	private readonly handlers: Record<string, (fields: Fields) => void> = {
		"harberger.BaseRateChanged": (of) => {
			const at = of.money("at");
			if (at === 0n) this.base = new Integral(of.money("new"), this.now);
			else this.base.change(of.money("new"), at);
		},
		"floatingTax.RateSet": (of) => {
			const rate = of.money("rate");
			const integral = new Integral(rate, of.money("at"));
			const opening = { reading: 0n, at: of.money("at") };
			this.opinions.set(of.number("parcel"), { integral, inherited: rate, opening, approve: 0n, disapprove: 0n });
		},
		"floatingTax.SeasonStarted": (of) => {
			// Each parcel's rate is its mean rate of the season that has ended; its votes have ended, too.
			const at = of.money("at");
			const { sum, blocks, before } = this.season;
			const { collected } = this.totals;
			this.seasons.set(of.number("season") - 1, { valuation: sum / blocks, revenue: collected - before });
			this.season = { sum: 0n, blocks: 0n, before: collected };
			for (const opinion of this.opinions.values()) {
				const { integral, opening } = opinion;
				const reading = integral.at(at);
				const mean = at > opening.at ? (reading - opening.reading) / (at - opening.at) : integral.rate;
				integral.change(mean, at);
				Object.assign(opinion, { inherited: mean, approve: 0n, disapprove: 0n, opening: { reading, at } });
			}
		},
		"floatingTax.Voted": (of) => {
			const opinion = this.opinions.get(of.number("parcel"));
			if (!opinion) throw new Error("a vote on a parcel without a rate");
			const count = (vote: string, by: bigint) => {
				if (vote === "Approve") opinion.approve += by;
				else if (vote === "Disapprove") opinion.disapprove += by;
			};
			count(of.text("old"), -1n);
			count(of.text("new"), 1n);
			this.touched.add(of.number("parcel"));
		},
		"floatingTax.RateChanged": (of) => {
			const opinion = this.opinions.get(of.number("parcel"));
			if (!opinion) throw new Error("a rate has changed that never began");
			assert.equal(opinion.integral.rate, of.money("old"));
			// The votes of this block may come before or after; what they inherit is the rate before.
			opinion.integral.change(of.money("new"), of.money("at"));
		},
		"harberger.Acquired": (of) => {
			const parcel = of.number("parcel");
			const paid = of.money("paid");
			assert.equal(paid, this.index(parcel), `block ${this.next}: the index of parcel ${parcel}`);
			this.auctions.delete(parcel);
			const [valuation, escrow] = [of.money("valuation"), of.money("escrow")];
			this.holdings.set(parcel, {
				holder: of.text("holder"),
				valuation,
				escrow,
				arrears: 0n,
				paid,
				tip: this.terms.tip,
			});
			this.book(of.text("holder"), -of.money("price"));
		},
		"harberger.Charged": (of) => {
			const parcel = of.number("parcel");
			const held = this.held(parcel);
			const [amount, arrears, index] = [of.money("amount"), of.money("arrears"), this.index(parcel)];
			const surcharge = of.money("surcharge");
			assert.equal(of.money("paid"), index, `block ${this.next}: the index of parcel ${parcel}`);
			const charge = due(held.valuation, index - held.paid);
			const owed = held.arrears + charge;
			assert.equal(amount + arrears - surcharge, owed, `block ${this.next}: the charge on parcel ${parcel}`);
			const late = ceil(min(charge, owed - amount) * this.terms.surcharge, ONE);
			assert.ok(surcharge === 0n || surcharge === late, `block ${this.next}: what being late costs`);
			assert.equal(amount, min(owed, max(held.escrow - held.tip, 0n)), `block ${this.next}: all but the tip is taken`);
			assert.equal(of.text("holder"), held.holder);
			Object.assign(held, { escrow: held.escrow - amount, arrears, paid: index });
			this.take(amount, held.holder);
			this.charges++;
		},
		"harberger.BackCharged": (of) => {
			this.held(of.number("parcel")).escrow -= of.money("amount");
			this.take(of.money("amount"), of.text("holder"));
		},
		"harberger.Assessed": (of) => {
			const parcel = of.number("parcel");
			const held = this.held(parcel);
			assert.equal(of.money("old"), held.valuation);
			// Nothing was due on nothing, so no event has said up to where it was paid.
			if (held.valuation === 0n) held.paid = this.index(parcel);
			held.valuation = of.money("new");
		},
		"harberger.EscrowChanged": (of) => {
			const held = this.held(of.number("parcel"));
			assert.equal(of.money("old"), held.escrow);
			held.escrow = of.money("new");
			// Whoever pays into another's escrow gives the money away.
			const by = of.text("by");
			if (by !== held.holder) {
				const given = of.money("new") - of.money("old");
				this.book(by, -given);
				this.book(held.holder, given);
			}
		},
		"harberger.BidPlaced": (of) => {
			const sale = this.auctions.get(of.number("parcel"));
			if (sale) sale.bid = of.money("amount");
		},
		"harberger.Divided": (of) => {
			// The other parts have been acquired, each with its share.
			Object.assign(this.held(of.number("parcel")), { valuation: of.money("valuation"), escrow: of.money("escrow") });
		},
		"harberger.LienPaid": (of) => this.take(of.money("amount"), of.text("who")),
		"harberger.Foreclosed": (of) => {
			const parcel = of.number("parcel");
			const held = this.leave(parcel, this.held(parcel).valuation);
			// What still bound the holder is owed as well.
			assert.ok(of.money("arrears") >= held.arrears);
			const left = this.left.get(parcel);
			if (left) left.arrears = of.money("arrears");
			assert.ok(held.arrears > 0n, "nobody is foreclosed who owes nothing");
			assert.equal(of.money("tip"), min(held.escrow, held.tip));
			this.book(held.holder, -of.money("tip"));
			this.book(of.text("by"), of.money("tip"));
		},
		"harberger.Relinquished": (of) => {
			this.leave(of.number("parcel"), this.held(of.number("parcel")).valuation);
		},
		"harberger.AuctionStarted": (of) => {
			const parcel = of.number("parcel");
			const held = this.left.get(parcel);
			this.left.delete(parcel);
			const [start, since, period] = [of.money("start"), of.money("since"), of.money("period")];
			const former = held && { holder: held.holder, most: held.most };
			const { arrears, valuation, paid } = held ?? { arrears: 0n, valuation: 0n, paid: 0n };
			this.auctions.set(parcel, { start, since, period, former, arrears, valuation, paid });
		},
		"harberger.Sold": (of) => {
			const parcel = of.number("parcel");
			const [price, dues, proceeds] = [of.money("price"), of.money("dues"), of.money("proceeds")];
			assert.equal(dues + proceeds, price, `block ${this.next}: the parts of a price`);
			this.take(dues);
			const back = of.money("back");
			const sale = this.auctions.get(parcel);
			if (sale) {
				// A bidder pays the bid; whoever buys above one pays the price, and at least that bid.
				if (price !== sale.bid) {
					assert.ok(
						price >= max(this.price(parcel), sale.bid ?? 0n),
						`block ${this.next}: the price of parcel ${parcel}`,
					);
				}
				const rest = price - min(price, this.lien(parcel, sale, this.now));
				assert.equal(proceeds, min(rest, sale.former?.most ?? 0n), `block ${this.next}: what the former holder gets`);
				if (sale.former) this.book(sale.former.holder, proceeds);
			} else {
				const left = this.left.get(parcel);
				const held = left ?? this.held(parcel);
				const most = left ? left.most : held.arrears > 0n ? held.valuation : NO_LIMIT;
				assert.equal(
					proceeds,
					min(price - min(price, held.arrears + back), most),
					`block ${this.next}: what the seller gets`,
				);
				this.left.delete(parcel);
				this.book(held.holder, proceeds);
			}
		},
		"revenue.Split": (of) => {
			const [total, dividend, treasury, purse] = [
				of.money("total"),
				of.money("dividend"),
				of.money("treasury"),
				of.money("purse"),
			];
			assert.equal(dividend, (total * this.terms.dividend) / ONE, `block ${this.next}: the citizens' part`);
			assert.equal(treasury, (total * this.terms.treasury) / ONE, `block ${this.next}: the treasury's part`);
			assert.equal(purse, total - dividend - treasury, `block ${this.next}: the territory has the rest`);
			this.split += total;
			this.totals.collected += total;
			this.totals.dividend += dividend;
			this.totals.treasury += treasury;
			this.totals.purse += purse;
			this.pot += dividend;
		},
		"dividend.Shared": (of) => {
			const [perCitizen, entitled] = [of.money("per_citizen"), of.money("entitled")];
			assert.equal(perCitizen, entitled > 0n ? this.pot / entitled : 0n, `block ${this.next}: the share of a season`);
			this.pot -= perCitizen * entitled;
			assert.equal(of.money("pot"), this.pot, `block ${this.next}: what cannot be divided`);
			this.shares.set(of.number("season"), { perCitizen, entitled: Number(entitled) });
		},
		"dividend.Expired": (of) => {
			this.pot += of.money("unclaimed");
		},
		"dividend.Claimed": (of) => {
			const amount = of.money("amount");
			assert.equal(amount, this.shares.get(of.number("season"))?.perCitizen, `block ${this.next}: a citizen's share`);
			this.claimed += amount;
			this.book(of.text("account"), amount);
		},
		"transactionPayment.TransactionFeePaid": (of) => {
			this.fees.push(of.money("actual_fee"));
			this.book(of.text("who"), -of.money("actual_fee"));
		},
	};
}

/** The fields of an event by name. */
export class Fields {
	private readonly fields: Map<string, Codec>;

	constructor(event: EventRecord["event"]) {
		// As the metadata names them: polkadot.js makes `new_` of `new`.
		const names = event.meta.fields.map(({ name }) => name.unwrapOr("").toString());
		this.fields = new Map([...event.data].map((field, i) => [names[i], field]));
	}

	private field(name: string): Codec {
		const found = this.fields.get(name);
		if (found === undefined)
			throw new Error(`an event has no field ${name}, but ${[...this.fields.keys()].join(", ")}`);
		return found;
	}

	money(name: string): bigint {
		return BigInt(this.field(name).toString());
	}

	number(name: string): number {
		return Number(this.field(name).toString());
	}

	text(name: string): string {
		return this.field(name).toString();
	}
}

/** The fields of a transaction's first event of a name. */
export function fieldsOf(receipt: Receipt, name: string): Fields {
	const record = receipt.events.find(({ event }) => `${event.section}.${event.method}` === name);
	assert.ok(record, `${name} among ${receipt.names().join(", ")}`);
	return new Fields(record.event);
}
