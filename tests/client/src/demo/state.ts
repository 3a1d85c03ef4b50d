// SPDX-License-Identifier: Apache-2.0
// Founds the demo state: three seasons of a small town, as its people would have lived them.

import { type HeldSecret, ProverThread, type Ring, type Roll } from "@civitas/ballots";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Call, type Chain, CIV, newPerson, type Person, type Receipt } from "../chain.js";
import { Fields } from "../charges.js";
import { amendment, ORIGIN, publish, replace, submitPoll } from "../governance.js";
import { apply } from "../people.js";
import { LandPage } from "../property.js";
import { consenting, PROVER, rollOf, SMALL, secretOf, submit, transaction } from "../roll.js";
import { changedSpec } from "../specs.js";
import { isNear, type Lot } from "../town.js";
import {
	applicants,
	ben,
	citizens,
	endowmentOf,
	eve,
	ferdie,
	founders,
	landlords,
	registrar,
	residents,
	voters,
} from "./people.js";
import {
	club,
	common,
	descriptionOf,
	filed,
	garden,
	holderOf,
	homeOf,
	neglected,
	priceOf,
	publicLand,
	reserved,
	TOWN,
} from "./plan.js";

const MINUTE = 60_000;

/** What the founders of the demo state decide. Blocks are six seconds apart. */
const FOUNDING = {
	// Half an hour.
	seasonLength: 300,
	// The longest poll must fit into a season.
	deliberationDay: 6,
	minRingSize: 3,
	registrationNotice: 40,
	challengePeriod: 60,
	applicationLifetime: 300,
	// In milliseconds.
	noticePeriod: 20 * MINUTE,
	lookBack: 60 * MINUTE,
	bindingPeriod: 20 * MINUTE,
	reservePeriod: 30 * MINUTE,
	gracePeriod: 5 * MINUTE,
	auctionPeriod: 40 * MINUTE,
	initialPrice: Number(60_000n * CIV),
};

/** The genesis of the demo state: the development chain's with more citizens and money, and other periods. */
export function specOfTheDemo(): Promise<string> {
	return changedSpec(({ patch }) => {
		const { citizenship, balances, census } = patch as any;
		for (const who of residents)
			citizenship.citizens.push([who.address, `0x${Buffer.from(who.rollKey).toString("hex")}`]);
		for (const who of [...residents, ...landlords, registrar]) {
			balances.balances.push([who.address, Number(endowmentOf(who) * CIV)]);
		}
		Object.assign(patch.founding, FOUNDING);
		// Two seasons with thirty citizens are behind us, so the founder's powers have shrunk once.
		census.thresholds = { consultative: 30, shared: 100, community: 1_000 };
	});
}

/** The polls of today, by what they are about. */
export interface Polls {
	gardens: number;
	festival: number;
	workshop: number;
	parcels: number;
}

export class Demo {
	private readonly page: LandPage;
	private readonly roll: Roll;
	private readonly numbers = new Map<Lot, number>();
	private readonly alice = founders[0];

	private constructor(
		private readonly chain: Chain,
		private readonly provers: ProverThread[],
	) {
		this.page = new LandPage(chain);
		this.roll = rollOf(chain);
	}

	/** Founds the state on a fresh chain of `specOfTheDemo`. Tells `say` how far it has come. */
	static async found(chain: Chain, say: (what: string) => void): Promise<Demo> {
		const demo = new Demo(chain, await Promise.all([0, 1].map(() => ProverThread.start(PROVER))));
		try {
			say("The founder opens the Eixample; the registrar enters its lots");
			await demo.enterLots();
			say("People take their lots, move in, and bid for common land");
			await demo.settleIn();
			await demo.decideByName();
			await demo.payUp(60);
			await demo.turnTheSeason();
			say("Second season: neighbours vote on rates, and the treasury spends");
			await demo.secondSeason();
			await demo.turnTheSeason();
			say("Third season: what is open today");
			await demo.today();
			return demo;
		} finally {
			for (const prover of demo.provers) prover.stop();
		}
	}

	numberOf(lot: Lot): number {
		return this.numbers.get(lot) as number;
	}

	readonly polls = {} as Polls;

	private get tx() {
		return this.chain.api.tx;
	}

	/** Submits calls together, as many at a time as a block has room for. None may fail. */
	private async all(who: Person, calls: Call[], size = 10): Promise<Receipt[]> {
		const receipts: Receipt[] = [];
		for (let from = 0; from < calls.length; from += size) {
			const some = calls.slice(from, from + size);
			receipts.push(await this.chain.submit(who, some.length === 1 ? some[0] : this.tx.utility.batchAll(some)));
		}
		return receipts;
	}

	/** Each does something, all at once. */
	private async each(
		people: readonly Person[],
		act: (who: Person, i: number) => Call | Call[] | undefined,
	): Promise<void> {
		await Promise.all(
			people.map(async (who, i) => {
				const calls = act(who, i);
				if (calls) await this.all(who, [calls].flat());
			}),
		);
	}

	private async turnTheSeason(): Promise<void> {
		const { ends } = (await this.chain.api.call.seasonsApi.season()).toJSON() as { ends: number };
		await this.chain.advanceTo(ends);
		while (!(await this.roll.state()).complete) await this.chain.node.seal();
	}

	private async pass(blocks: number): Promise<void> {
		await this.chain.node.seal(blocks);
	}

	/** The registrar enters these lots. */
	private async enter(lots: Lot[], designation: (lot: Lot) => object | string): Promise<void> {
		const receipts = await this.all(
			registrar,
			lots.map((lot) => this.tx.land.register(0, lot.survey, designation(lot))),
		);
		const entered = receipts.flatMap(({ events }) => events.filter(({ event }) => event.method === "Registered"));
		entered.forEach(({ event }, i) => this.numbers.set(lots[i], new Fields(event).number("parcel")));
	}

	private async enterLots(): Promise<void> {
		const { land } = this.tx;
		await this.chain.submit(this.alice, land.openTerritory("Eixample", "ES", registrar.address, 1_000));
		const lots = TOWN.filter((lot) => !filed.includes(lot));
		await this.enter(lots, (lot) => {
			const holder = holderOf(lot);
			return publicLand.includes(lot) ? "Public" : holder ? { Assigned: holder.address } : "Common";
		});
		await this.pass(FOUNDING.registrationNotice);
		await this.all(
			ferdie,
			lots.map((lot) => land.enact(this.numberOf(lot))),
		);
		const described = lots.filter(descriptionOf);
		await this.all(
			registrar,
			described.map((lot) => land.describe(this.numberOf(lot), { document: null, ...descriptionOf(lot) })),
		);
	}

	private async settleIn(): Promise<void> {
		const { land, harberger } = this.tx;
		const taken = TOWN.filter((lot) => holderOf(lot) && !filed.includes(lot) && !reserved.includes(lot));
		const tip = await this.page.reserve(0n);
		const least = (await this.page.reserve(CIV * 1_000_000n)) - tip;
		await this.each([...citizens, eve, ferdie, ...landlords], (who) => {
			const calls = taken
				.filter((lot) => holderOf(lot) === who)
				.map((lot) => {
					const valuation = priceOf(lot) * CIV;
					// Marcel keeps what he must, all others what twenty seasons cost.
					const reserve = (least * priceOf(lot)) / 1_000_000n + tip + 1n;
					return harberger.accept(this.numberOf(lot), valuation, lot === neglected ? reserve : 20n * reserve);
				});
			return calls.length === 0 ? undefined : calls;
		});
		await this.each(citizens, (who) => land.reside(this.numberOf(homeOf(who))));
		const ids = await this.chain.api.query.citizenship.citizenIds.multi(citizens.map((who) => who.address));
		await this.all(
			registrar,
			citizens.map((who, i) => land.confirm(ids[i].toString(), this.numberOf(homeOf(who)))),
		);
		// Five lots of common land find buyers, the first after somebody was outbid.
		const sales = common.slice(0, 5).map((lot, i) => [landlords[1 + i], this.numberOf(lot)] as const);
		const price = 66_000n * CIV;
		await this.chain.submit(founders[2], harberger.bid(sales[0][1], price));
		await Promise.all(
			sales.map(([who, parcel], i) =>
				this.chain.submit(who, harberger.bid(parcel, price + BigInt(4_000 + 3_100 * i) * CIV)),
			),
		);
	}

	/** Citizens decide by name, so that nobody proves anything: the Eixample may have more parcels. */
	private async decideByName(): Promise<void> {
		const poll = await this.propose(
			founders[1],
			ORIGIN.appointment,
			this.tx.land.setParcelLimit(0, 1_500),
			"The register is to have room for flats: 1,500 parcels instead of 1,000.",
		);
		await this.each(citizens.slice(0, 40), (_, i) =>
			this.tx.quadraticVoting.vote(poll, i % 5 === 4 ? { Nay: 1 } : { Aye: 1 + (i % 3) }),
		);
	}

	private async secondSeason(): Promise<void> {
		const { harberger, quadraticVoting, treasury } = this.tx;
		await this.each(citizens.slice(0, 57), () => this.tx.census.attest(null));
		const poll = await this.propose(
			founders[2],
			ORIGIN.spending,
			treasury.spendLocal(12_000n * CIV, ferdie.address),
			"A garden for all needs water. 12,000 CIV for Ferdie, who will dig the well.",
		);
		const ballots = await this.enrol(residents.slice(8, 13), "nation");
		await Promise.all(ballots.map((ballot) => this.chain.submit(ballot, quadraticVoting.vote(poll, { Aye: 2 }))));
		await this.voteOnRates(4);
		// Some pay what has come due.
		await this.pass(150);
		for (const lot of common.slice(0, 5)) await this.chain.submit(ferdie, harberger.close(this.numberOf(lot)));
		await this.payUp(120);
	}

	private async today(): Promise<void> {
		const { census, harberger, land, quadraticVoting, treasury } = this.tx;
		await this.each(citizens.slice(0, 44), (who) => (who === ben ? undefined : census.attest(null)));
		await this.each(citizens.slice(0, 30), (who) => (who === ben ? undefined : this.tx.dividend.claim()));
		await this.voteOnRates(5);

		// What Marcel neglected goes to auction.
		const lost = this.numberOf(neglected);
		await this.chain.submit(ferdie, harberger.settle(lost));
		await this.pass(FOUNDING.gracePeriod / 6_000);
		await this.chain.submit(ferdie, harberger.foreclose(lost));

		// Open bids: on Ben's home, on the club, and for common land.
		const bid = async (who: Person, lot: Lot, percent: bigint) => {
			const { asking } = await this.page.holding(this.numberOf(lot));
			await this.chain.submit(who, harberger.bid(this.numberOf(lot), (asking * percent) / 100n));
		};
		await bid(founders[3], homeOf(residents[6]), 104n);
		await bid(landlords[2], club, 112n);
		await bid(landlords[3], homeOf(ben), 109n);
		await this.chain.submit(landlords[4], harberger.bid(this.numberOf(common[5]), 61_000n * CIV));
		await this.chain.submit(residents[9], harberger.guard(this.numberOf(homeOf(residents[9])), 500_000n * CIV));

		// Land that is entered now is still under notice. Somebody objects to one lot.
		await this.enter(filed, (lot) => {
			const holder = holderOf(lot);
			return holder ? { Assigned: holder.address } : "Common";
		});
		if (filed.length > 1) {
			await this.chain.submit(
				residents[11],
				land.challenge(this.numberOf(filed[0]), blake2AsHex("This is my aunt's lot.")),
			);
		}

		// Two apply. One lacks a vouch, the other all three.
		await apply(this.chain, ferdie, applicants);
		await this.each(residents.slice(14, 16), () => this.tx.citizenship.vouch(applicants[0].address));

		// What is open to the vote, in secret and by name.
		this.polls.gardens = await this.propose(
			founders[1],
			ORIGIN.charter,
			await amendment(this.chain, [
				replace(
					5,
					"Land is held, not owned for ever: holders name its price, pay tax on that price, and sell at it. Neighbours weigh in on " +
						"the rate. There is no other tax on persons, and no tax that was not announced before it was due. No figure of land or " +
						"money changes without a whole season's notice. What lies fallow for a year may be gardened by anyone.",
				),
			]),
			"A quarter of our parcels lies fallow, while forty families wait for a garden.",
		);
		this.polls.festival = await this.propose(
			residents[12],
			ORIGIN.law,
			this.tx.system.remark("0x" + Buffer.from("Every season ends with a day on which nobody works.").toString("hex")),
			"Those who work at weekends would have one day with all others.",
		);
		this.polls.workshop = await this.propose(
			residents[13],
			ORIGIN.spending,
			treasury.spendLocal(20_000n * CIV, residents[20].address),
			"20,000 CIV for a workshop where everybody repairs their bicycle. Farid runs it.",
		);
		this.polls.parcels = await this.propose(
			residents[17],
			ORIGIN.appointment,
			land.openTerritory("Gràcia", "ES", registrar.address, 500),
			"Our neighbours in Gràcia want to join. The registrar would keep their register, too.",
		);
		const { gardens, festival, workshop, parcels } = this.polls;
		const ballots = await this.enrol(voters, "nation");
		const votes = [
			[2, -1, 3],
			[3, 2, 1],
			[-2, 4, 2],
			[1, 1, 1],
			[4, -3, -1],
			[-1, 5, 2],
		];
		for (const [i, poll] of [gardens, festival, workshop].entries()) {
			await this.each(ballots, (_, voter) => {
				const votes_ = votes[voter % votes.length][i];
				return quadraticVoting.vote(poll, votes_ > 0 ? { Aye: votes_ } : { Nay: -votes_ });
			});
		}
		await this.each(citizens.slice(0, 26), (who, i) => {
			return who === ben ? undefined : quadraticVoting.vote(parcels, i % 4 === 3 ? { Nay: 2 } : { Aye: 1 + (i % 2) });
		});
		await this.payUp(40);
	}

	/** Landlords pay what has come due for so many of their lots. */
	private async payUp(count: number): Promise<void> {
		const mine = (who: Person) =>
			TOWN.filter(
				(lot) =>
					lot !== neglected &&
					this.numbers.has(lot) &&
					holderOf(lot) === who &&
					!reserved.includes(lot) &&
					!filed.includes(lot),
			).slice(0, Math.ceil(count / landlords.length));
		await this.each(landlords.slice(1), (who) =>
			mine(who).map((lot) => this.tx.harberger.fund(this.numberOf(lot), CIV)),
		);
	}

	/** So many neighbours of both buildings disapprove of the club, and approve of the garden. */
	private async voteOnRates(count: number): Promise<void> {
		const near = residents.filter((who) => isNear(homeOf(who), club) && isNear(homeOf(who), garden) && who !== ben);
		const ballots = await this.enrol(near.slice(0, count), "cells");
		const { floatingTax } = this.tx;
		for (const [lot, vote] of [
			[club, "Disapprove"],
			[garden, "Approve"],
		] as const) {
			for (const ballot of ballots) await this.chain.submit(ballot, floatingTax.vote(this.numberOf(lot), vote));
		}
	}

	/** Fresh ballot accounts for these people, as two of them prove at a time. */
	private async enrol(people: Person[], where: "nation" | "cells"): Promise<Person[]> {
		const rings: Ring[] = await this.roll.rings({ where });
		const ballots = people.map((who) => newPerson(`a ballot account of ${who.name}`));
		await Promise.all(
			this.provers.map(async (prover, turn) => {
				for (let i = turn; i < people.length; i += this.provers.length) {
					const secret = await secretOf(prover, people[i].entropy);
					const seat = await this.seat(rings, secret, prover);
					const enrolment = await this.roll.enrolment(seat, consenting(ballots[i]), prover, SMALL);
					await submit(this.chain, transaction(this.chain, enrolment));
				}
			}),
		);
		return ballots;
	}

	private async seat(rings: Ring[], secret: HeldSecret, prover: ProverThread) {
		const key = Buffer.from(await prover.rollKey(secret));
		const ring = rings.find(({ keys }) => keys.some((other) => key.equals(other)));
		if (!ring) throw new Error("somebody has no seat");
		return this.roll.seatIn(ring, secret, prover);
	}

	/** Puts a call to the vote with its author's reasons, and pays for the decision. */
	private async propose(author: Person, origin: object, call: Call, reasons: string): Promise<number> {
		const { referenda } = this.tx;
		const poll = await submitPoll(this.chain, author, origin, call);
		const { hash } = await publish(this.chain, author, Buffer.from(reasons));
		await this.chain.submit(author, referenda.setMetadata(poll, hash));
		await this.chain.submit(ferdie, referenda.placeDecisionDeposit(poll));
		return poll;
	}
}
