/** A parcel for sale by all: its falling price drawn, a purchase, a bid, or the way back for who held it. */

import { i18n } from "@lingui/core";
import { useChain, useRead } from "../../chain/context";
import { civ, count, dateTime, duration } from "../../chain/format";
import { priceAt } from "../../land/rates";
import type { Auction } from "../../land/state";
import { Card, Facts } from "../../ui";
import { LinePlot } from "../../ui/plots";
import { useMe } from "../../wallet/context";
import { BidForm } from "./bids";
import { ActButton, AmountForm, useNow, Who } from "./parts";

/** The curve is drawn through so many points. */
const POINTS = 48;

export function AtAuction({ id, info }: { id: number; info: Auction }) {
	const { api } = useChain();
	const { account } = useMe();
	const now = useNow();
	const { auction, price, lien, least_bid } = info;
	const { start, since, period, former, bid } = auction;
	const reserve = useRead(["reserve", String(price)], (chain, at) => chain.apis.TaxApi.reserve(price, at));
	const falling = { start, since, period, lien, bid: bid?.amount };
	const end = Number(since + (lien > 0n ? 2n * period : period));
	const points = Array.from({ length: POINTS + 1 }, (_, i) => {
		const moment = Number(since) + ((end - Number(since)) * i) / POINTS;
		return { x: moment, y: Number(priceAt(falling, BigInt(Math.round(moment))) / 10n ** 9n) / 1000 };
	});
	const over = bid !== undefined && Number(bid.until) <= now;
	return (
		<Card
			title={
				former ? i18n.t("At auction: the price falls until somebody buys") : i18n.t("First sale: the highest bid buys")
			}
		>
			<LinePlot
				title={
					former
						? i18n.t("The price over time. The dot is now.")
						: i18n.t("The least first bid over time. The dot is now.")
				}
				axis={i18n.t("Time")}
				series={[{ name: i18n.t("Price"), points }]}
				now={{ x: Math.min(now, end), y: Number(price / 10n ** 9n) / 1000 }}
				value={(amount) => count(amount)}
				place={(moment) => dateTime(new Date(moment))}
				table={false}
			/>
			<Facts
				of={[
					[i18n.t("Price now"), civ(price, 2)],
					[i18n.t("At first"), civ(start, 2)],
					lien > 0n && [i18n.t("Owed of it"), civ(lien, 2)],
					former && [i18n.t("Held before by"), <Who key="former" address={former.who} />],
					bid && [i18n.t("Open bid"), civ(bid.amount, 2)],
					bid && [i18n.t("By"), <Who key="bidder" address={bid.bidder} />],
					bid && [
						i18n.t("Higher bids can replace it for"),
						over ? i18n.t("the time is over") : duration(Number(bid.until) - now),
					],
				]}
			/>
			{over && (
				<ActButton kind="quiet" make={() => api.tx.Harberger.close({ parcel: id })}>
					{i18n.t("Close the sale, free of charge")}
				</ActButton>
			)}
			{former && account?.address === former.who && (
				<ActButton
					make={async () => {
						const least = await api.apis.TaxApi.reserve(auction.valuation, { at: "best" });
						return api.tx.Harberger.reclaim({ parcel: id, escrow: 2n * least });
					}}
				>
					{i18n.t("Take it back: pay what is owed, and put the charge aside")}
				</ActButton>
			)}
			{former && account?.address !== former.who && (
				<AmountForm
					key={String(price / 10n ** 15n)}
					label={i18n.t("The price that you will name as its holder, in CIV")}
					hint={i18n.t("You pay {price} at most, the price of now, and put {reserve} or more aside for the charge.", {
						price: civ(price, 2),
						reserve: civ(reserve.data ?? 0n),
					})}
					button={i18n.t("Buy for {price}", { price: civ(price, 0) })}
					start={price}
					make={async (valuation) => {
						const least = await api.apis.TaxApi.reserve(valuation, { at: "best" });
						return api.tx.Harberger.buy({ parcel: id, max_price: price, valuation, escrow: 2n * least });
					}}
					done={<p>{i18n.t("The parcel is yours.")}</p>}
				/>
			)}
			<BidForm id={id} least={least_bid} disabled={!account} />
		</Card>
	);
}
