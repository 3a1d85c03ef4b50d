// Works out every charge, price and rate again from events and block times alone, to the last unit.
//
// A second opinion: the formulas are written here from the pallets' documentation, in whole numbers without rounding
// before the end. Whatever differs from what the chain says is thrown.

import assert from "node:assert/strict";
import type { EventRecord } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import type { Chain } from "./chain.js";

/** A rate of 1. */
const ONE = 10n ** 18n;
const YEAR = 365n * 24n * 60n * 60n * 1_000n;

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
	season: number;
	approve: bigint;
	disapprove: bigint;
}

interface Held {
	holder: string;
	valuation: bigint;
	escrow: bigint;
	arrears: bigint;
	paid: bigint;
}

interface ForSale {
	start: bigint;
	since: bigint;
	period: bigint;
	former?: { holder: string; most: bigint };
	arrears: bigint;
	valuation: bigint;
	paid: bigint;
}

/** What the charter says about floating rates. */
export interface Terms {
	phantoms: bigint;
	max: bigint;
}

/** Follows the chain block by block. */
export class Ledger {
	readonly holdings = new Map<number, Held>();
	readonly auctions = new Map<number, ForSale>();
	/** All that was collected, and the parts that it was split into. */
	readonly totals = { collected: 0n, dividend: 0n, treasury: 0n, purse: 0n };
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
		if (this.now === 0n) this.base = new Integral(this.base.rate, now);
		this.now = now;
		[this.taken, this.split, this.touched] = [0n, 0n, new Set()];
		for (const { event } of events) {
			const handler = this.handlers[`${event.section}.${event.method}`];
			handler?.(new Fields(event));
		}
		assert.equal(this.split, this.taken, `block ${this.next}: what was taken and what was split`);
		for (const parcel of this.touched) this.checkRate(parcel);
	}

	/** The rate is what phantoms and votes make of it. */
	private checkRate(parcel: number): void {
		const opinion = this.opinions.get(parcel);
		if (!opinion) throw new Error(`parcel ${parcel} was voted on without a rate`);
		const { inherited, approve, disapprove, integral } = opinion;
		const { phantoms, max: highest } = this.terms;
		const rate = (phantoms * inherited + highest * disapprove) / (phantoms + approve + disapprove);
		assert.equal(integral.rate, rate, `block ${this.next}: the rate of parcel ${parcel}`);
		this.rates++;
	}

	private held(parcel: number): Held {
		const held = this.holdings.get(parcel);
		if (!held) throw new Error(`block ${this.next}: nobody holds parcel ${parcel}`);
		return held;
	}

	private take(amount: bigint): void {
		this.taken += amount;
	}

	/** Ends a holding, which goes to auction or to somebody else. */
	private leave(parcel: number): Held {
		const held = this.held(parcel);
		this.holdings.delete(parcel);
		this.left.set(parcel, held);
		return held;
	}

	/** Holdings that have just ended. */
	private readonly left = new Map<number, Held & { most?: bigint }>();

	private lien(parcel: number, sale: ForSale): bigint {
		return sale.arrears + due(sale.valuation, this.index(parcel) - sale.paid);
	}

	private price(parcel: number, sale: ForSale): bigint {
		const elapsed = this.now - sale.since;
		const falling = ceil(sale.start * max(sale.period - elapsed, 0n), sale.period);
		const second = max(elapsed - sale.period, 0n);
		return max(falling, ceil(this.lien(parcel, sale) * max(sale.period - second, 0n), sale.period));
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
			this.opinions.set(of.number("parcel"), { integral, inherited: rate, season: -1, approve: 0n, disapprove: 0n });
		},
		"floatingTax.Voted": (of) => {
			const opinion = this.opinions.get(of.number("parcel"));
			if (!opinion) throw new Error("a vote on a parcel without a rate");
			const season = of.number("season");
			if (season !== opinion.season) {
				Object.assign(opinion, { season, inherited: opinion.integral.rate, approve: 0n, disapprove: 0n });
			}
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
			this.holdings.set(parcel, { holder: of.text("holder"), valuation, escrow, arrears: 0n, paid });
		},
		"harberger.Charged": (of) => {
			const parcel = of.number("parcel");
			const held = this.held(parcel);
			const [amount, arrears, index] = [of.money("amount"), of.money("arrears"), this.index(parcel)];
			assert.equal(of.money("paid"), index, `block ${this.next}: the index of parcel ${parcel}`);
			const owed = held.arrears + due(held.valuation, index - held.paid);
			assert.equal(amount + arrears, owed, `block ${this.next}: the charge on parcel ${parcel}`);
			assert.equal(of.text("holder"), held.holder);
			Object.assign(held, { escrow: held.escrow - amount, arrears, paid: index });
			this.take(amount);
			this.charges++;
		},
		"harberger.BackCharged": (of) => {
			this.held(of.number("parcel")).escrow -= of.money("amount");
			this.take(of.money("amount"));
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
		},
		"harberger.BidEnded": (of) => this.take(of.money("charge")),
		"harberger.Foreclosed": (of) => {
			const parcel = of.number("parcel");
			const held = this.leave(parcel);
			assert.equal(of.money("arrears"), held.arrears);
			assert.ok(held.arrears > 0n, "nobody is foreclosed who owes nothing");
			this.left.set(parcel, { ...held, most: held.valuation });
		},
		"harberger.Relinquished": (of) => {
			const held = this.leave(of.number("parcel"));
			this.left.set(of.number("parcel"), { ...held, most: held.valuation });
		},
		"harberger.Released": (of) => {
			this.leave(of.number("parcel"));
		},
		"harberger.AuctionStarted": (of) => {
			const parcel = of.number("parcel");
			const held = this.left.get(parcel);
			this.left.delete(parcel);
			const [start, since, period] = [of.money("start"), of.money("since"), of.money("period")];
			const former = held && { holder: held.holder, most: held.most ?? 2n ** 128n - 1n };
			const { arrears, valuation, paid } = held ?? { arrears: 0n, valuation: 0n, paid: 0n };
			this.auctions.set(parcel, { start, since, period, former, arrears, valuation, paid });
		},
		"harberger.Sold": (of) => {
			const parcel = of.number("parcel");
			const [price, dues, proceeds] = [of.money("price"), of.money("dues"), of.money("proceeds")];
			assert.equal(dues + proceeds, price, `block ${this.next}: the parts of a price`);
			this.take(dues);
			const sale = this.auctions.get(parcel);
			if (sale) {
				assert.equal(price, this.price(parcel, sale), `block ${this.next}: the price of parcel ${parcel}`);
				const rest = price - min(price, this.lien(parcel, sale));
				assert.equal(proceeds, min(rest, sale.former?.most ?? 0n), `block ${this.next}: what the former holder gets`);
			} else {
				const held = this.holdings.get(parcel) ?? this.left.get(parcel);
				assert.ok(held, `block ${this.next}: parcel ${parcel} was sold by nobody`);
				const most = this.left.get(parcel)?.most ?? price;
				assert.equal(proceeds, min(price - min(price, held.arrears), most));
				this.left.delete(parcel);
			}
		},
		"revenue.Split": (of) => {
			const [total, dividend, treasury, purse] = [of.money("total"), of.money("dividend"), of.money("treasury"), of.money("purse")];
			assert.equal(dividend + treasury + purse, total, "the parts sum to the whole");
			this.split += total;
			this.totals.collected += total;
			this.totals.dividend += dividend;
			this.totals.treasury += treasury;
			this.totals.purse += purse;
		},
	};
}

/** The fields of an event by name. */
export class Fields {
	private readonly fields: Map<string, Codec>;

	constructor(event: EventRecord["event"]) {
		const { names } = event.data;
		this.fields = new Map([...event.data].map((field, i) => [names?.[i] ?? String(i), field]));
	}

	private field(name: string): Codec {
		const found = this.fields.get(name);
		if (found === undefined) throw new Error(`an event has no field ${name}, but ${[...this.fields.keys()].join(", ")}`);
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
