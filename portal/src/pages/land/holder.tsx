/** What a holder does with a parcel, and what others can do for it. */

import { i18n } from "@lingui/core";
import { useState } from "react";
import { useChain } from "../../chain/context";
import { civ, dateTime, duration } from "../../chain/format";
import { charge } from "../../land/rates";
import type { Holding } from "../../land/state";
import { Button, Card, Facts } from "../../ui";
import { Ask } from "../../ui/forms";
import { ActButton, AmountForm, useNow } from "./parts";

const DAY = 86_400_000n;

export function Holder({ id, info }: { id: number; info: Holding }) {
	const { api } = useChain();
	const now = useNow();
	const [leaving, setLeaving] = useState(false);
	const { holding, rate, reserve, due } = info;
	const { valuation, escrow, bound, bid } = holding;
	const spare = escrow - due > reserve ? escrow - due - reserve : 0n;
	return (
		<Card title={i18n.t("Your parcel")}>
			<Facts
				of={[
					[i18n.t("Charge a day, at today's rate"), civ(charge(valuation, rate, DAY))],
					[i18n.t("Must stay put aside"), civ(reserve)],
					bound &&
						Number(bound.until) > now && [
							i18n.t("Your price binds until"),
							`${dateTime(new Date(Number(bound.until)))} · ${i18n.t("{time} left", { time: duration(Number(bound.until) - now) })}`,
						],
				]}
			/>
			<div className="grid">
				<AmountForm
					label={i18n.t("Put more aside, in CIV")}
					hint={i18n.t("The charge is taken from it. It stays yours.")}
					button={i18n.t("Put aside")}
					start={10n * 10n ** 12n}
					make={(amount) => api.tx.Harberger.replenish({ parcel: id, amount })}
					done={<p>{i18n.t("Put aside.")}</p>}
				>
					{(amount) =>
						amount !== undefined && rate > 0n && valuation > 0n ? (
							<p className="soft">
								{i18n.t("That lasts {time} longer.", {
									time: duration(Number((amount * DAY) / (charge(valuation, rate, DAY) || 1n))),
								})}
							</p>
						) : null
					}
				</AmountForm>
				<AmountForm
					key={String(valuation)}
					label={i18n.t("Name another price, in CIV")}
					hint={i18n.t("A higher price binds you for some time. Anyone who pays it can buy.")}
					button={i18n.t("Name this price")}
					start={valuation}
					make={(price) => api.tx.Harberger.assess({ parcel: id, valuation: price })}
					done={<p>{i18n.t("This is your price now.")}</p>}
				>
					{(amount) =>
						amount !== undefined ? (
							<p className="soft">{i18n.t("It costs {amount} a day.", { amount: civ(charge(amount, rate, DAY)) })}</p>
						) : null
					}
				</AmountForm>
				<AmountForm
					label={i18n.t("Take money out, in CIV")}
					hint={i18n.t("{amount} can be taken out.", { amount: civ(spare) })}
					button={i18n.t("Take out")}
					most={spare}
					make={(amount) => api.tx.Harberger.withdraw({ parcel: id, amount })}
				/>
			</div>
			{!bid && (
				<>
					<Button kind="quiet" onPress={() => setLeaving(true)}>
						{i18n.t("Give the parcel up …")}
					</Button>
					<Ask title={i18n.t("Give this parcel up?")} isOpen={leaving} onClose={() => setLeaving(false)}>
						<p>
							{i18n.t(
								"It goes to auction. What is put aside returns at once, less what is due and what your price still binds you to. You get the auction's price, up to the price that you named.",
							)}
						</p>
						<ActButton kind="danger" make={() => api.tx.Harberger.relinquish({ parcel: id })}>
							{i18n.t("Give it up")}
						</ActButton>
					</Ask>
				</>
			)}
		</Card>
	);
}

/** Anyone can help a holder out, and see that the charge is taken. */
export function Help({ id, info }: { id: number; info: Holding }) {
	const { api } = useChain();
	const now = useNow();
	const { holding, dry_at } = info;
	const { grace } = holding;
	const dry = dry_at !== undefined && Number(dry_at) <= now;
	return (
		<Card title={i18n.t("For its holder")}>
			<AmountForm
				label={i18n.t("Pay for the holder, in CIV")}
				hint={i18n.t("Anyone can put money aside for a parcel. It is the holder's from then on.")}
				button={i18n.t("Pay")}
				make={(amount) => api.tx.Harberger.fund({ parcel: id, amount })}
			/>
			{grace === undefined && dry && (
				<ActButton kind="quiet" make={() => api.tx.Harberger.settle({ parcel: id })}>
					{i18n.t("Take what is due, free of charge")}
				</ActButton>
			)}
			{grace !== undefined && Number(grace) <= now && (
				<ActButton kind="quiet" make={() => api.tx.Harberger.foreclose({ parcel: id })}>
					{i18n.t("Put it up for auction, and earn the tip")}
				</ActButton>
			)}
		</Card>
	);
}
