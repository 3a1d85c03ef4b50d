/** Bids for a held parcel: the open one, a defence against it, a new one, a standing order. */

import { i18n } from "@lingui/core";
import { useChain, useRead } from "../../chain/context";
import { civ, dateTime, duration, percent } from "../../chain/format";
import { share } from "../../land/rates";
import type { Holding } from "../../land/state";
import { Card, Facts, Notice } from "../../ui";
import { useMe } from "../../wallet/context";
import { ActButton, AmountForm, useNow, Who } from "./parts";

export function Bids({ id, info, mine }: { id: number; info: Holding; mine: boolean }) {
	const { api } = useChain();
	const { account } = useMe();
	const now = useNow();
	const { holding, asking, least_bid, defence } = info;
	const { bid, guard, grace } = holding;
	const over = bid !== undefined && Number(bid.until) <= now;
	return (
		<Card title={i18n.t("Bids")}>
			{bid ? (
				<>
					<Facts
						of={[
							[i18n.t("Open bid"), civ(bid.amount, 2)],
							[i18n.t("By"), <Who key="bidder" address={bid.bidder} />],
							[
								i18n.t("The holder can defend until"),
								over
									? i18n.t("the time is over")
									: `${dateTime(new Date(Number(bid.until)))} · ${i18n.t("{time} left", { time: duration(Number(bid.until) - now) })}`,
							],
							defence !== undefined && [i18n.t("A defence costs at once"), civ(defence)],
						]}
					/>
					{mine && (
						<>
							<p>
								{i18n.t(
									"To keep the parcel, raise your price to the bid. You pay at once what a price that high would have cost in the past, and the higher charge from now on.",
								)}
							</p>
							<ActButton
								make={() => api.tx.Harberger.defend({ parcel: id, max_price: bid.amount })}
								done={<p>{i18n.t("You have kept the parcel. Your price is now the bid.")}</p>}
							>
								{i18n.t("Defend for {amount}", { amount: civ(bid.amount, 2) })}
							</ActButton>
						</>
					)}
					{over && (
						<ActButton kind="quiet" make={() => api.tx.Harberger.close({ parcel: id })}>
							{i18n.t("Close the bid, free of charge")}
						</ActButton>
					)}
				</>
			) : (
				<p className="soft">{i18n.t("Nobody bids for this parcel now.")}</p>
			)}
			{mine ? (
				<AmountForm
					key={String(guard)}
					label={i18n.t("Defend by itself up to, in CIV")}
					hint={
						guard === undefined
							? i18n.t(
									"A standing order: a bid of this much at most is defended against without you, from what is put aside and your account.",
								)
							: i18n.t("Your standing order covers bids of up to {amount}.", { amount: civ(guard, 2) })
					}
					button={i18n.t("Give the standing order")}
					start={guard ?? (asking * 3n) / 2n}
					make={(max_price) => api.tx.Harberger.guard({ parcel: id, max_price })}
				/>
			) : grace !== undefined ? (
				<Notice kind="info">
					<p>{i18n.t("Nobody can bid while the holder is in arrears.")}</p>
				</Notice>
			) : (
				<BidForm id={id} least={least_bid} disabled={!account} />
			)}
			{mine && guard !== undefined && (
				<ActButton kind="quiet" make={() => api.tx.Harberger.guard({ parcel: id, max_price: undefined })}>
					{i18n.t("Take the standing order back")}
				</ActButton>
			)}
		</Card>
	);
}

export function BidForm({ id, least, disabled }: { id: number; least: bigint; disabled: boolean }) {
	const { api } = useChain();
	const highest = useRead(["terms", id], (chain, at) => chain.apis.TaxApi.opinion(id, at));
	return (
		<>
			<p>
				{i18n.t(
					"A bid binds you, whatever the rate becomes. Its money is held, together with what is put aside for the charge. You get all of it back if you are outbid or the holder defends.",
				)}
			</p>
			{disabled && <p className="soft">{i18n.t("Sign in to bid.")}</p>}
			<AmountForm
				key={String(least / 10n ** 12n)}
				label={i18n.t("Your bid, in CIV")}
				hint={i18n.t(
					"At least {amount}. Your price will be what you bid, and neighbours can raise the floating rate up to {rate}.",
					{
						amount: civ(least, 2),
						rate: percent(highest.data ? share(highest.data.terms.max) : 0),
					},
				)}
				button={i18n.t("Bid")}
				start={least + 10n ** 12n}
				least={least}
				make={(amount) => api.tx.Harberger.bid({ parcel: id, amount })}
				done={<p>{i18n.t("Your bid stands. The holder has some time to defend.")}</p>}
			/>
		</>
	);
}
