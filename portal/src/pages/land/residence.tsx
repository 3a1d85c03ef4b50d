/** Who lives on a parcel: declare, confirm, move out. */

import { i18n } from "@lingui/core";
import { useChain, useRead } from "../../chain/context";
import { count } from "../../chain/format";
import type { Parcel } from "../../land/state";
import { Card, Facts, Link } from "../../ui";
import { useMe } from "../../wallet/context";
import { ActButton } from "./parts";

export function Homes({ parcel, mine }: { parcel: Parcel; mine: boolean }) {
	const { api } = useChain();
	const { account, citizen } = useMe();
	const { id, residents, capacity, limit } = parcel;
	const mineNow = useRead(
		["residence", citizen?.id],
		citizen && ((chain, at) => chain.apis.LandApi.residence(citizen.id, at)),
	);
	const territory = useRead(["territory", parcel.parcel.territory], (chain, at) => {
		return chain.apis.LandApi.territory(parcel.parcel.territory, at);
	});
	const mayConfirm = mine || (account !== undefined && territory.data?.registrar === account.address);
	const declared = useRead(
		["declarants", id],
		mayConfirm ? (chain, at) => chain.apis.LandApi.declarants_of(id, undefined, 50, at) : undefined,
	);
	const [here, waiting] = [mineNow.data?.residence?.parcel === id, mineNow.data?.declared === id];
	return (
		<Card title={i18n.t("Who lives here")}>
			<Facts
				of={[
					[i18n.t("Residents"), count(residents)],
					[i18n.t("Room that the holder can confirm"), count(capacity)],
					[i18n.t("Room that the registrar can confirm"), count(limit)],
				]}
			/>
			{citizen && here && (
				<>
					<p>
						{i18n.t(
							"You live here. You have a voice about every parcel nearby from the season after the confirmation.",
						)}
					</p>
					<ActButton kind="quiet" make={() => api.tx.Land.move_out()}>
						{i18n.t("Move out, free of charge")}
					</ActButton>
				</>
			)}
			{citizen && waiting && (
				<>
					<p>{i18n.t("You have declared that you live here. The holder or the registrar has to confirm it.")}</p>
					<ActButton kind="quiet" make={() => api.tx.Land.withdraw_declaration()}>
						{i18n.t("Take it back")}
					</ActButton>
				</>
			)}
			{citizen && !here && !waiting && parcel.parcel.title.type !== "Filed" && (
				<>
					<p className="soft">
						{i18n.t(
							"Do you live here? Declare it. It costs nothing. Once confirmed, you vote about the rates around, from the next season on.",
						)}
					</p>
					<ActButton kind="quiet" make={() => api.tx.Land.reside({ parcel: id })}>
						{i18n.t("I live here")}
					</ActButton>
				</>
			)}
			{!citizen && <p className="soft">{i18n.t("Citizens can declare that they live here.")}</p>}
			{mayConfirm &&
				(declared.data?.length ? (
					<ul className="plain-list rows">
						{declared.data.map((who) => (
							<li key={who} className="row spread">
								<Link to={`/people/${who}` as string}>{i18n.t("Citizen {id}", { id: who })}</Link>
								<ActButton make={() => api.tx.Land.confirm({ citizen: who, parcel: id })}>
									{i18n.t("Confirm that citizen {id} lives here", { id: who })}
								</ActButton>
							</li>
						))}
					</ul>
				) : (
					<p className="soft">{i18n.t("Nobody waits for a confirmation.")}</p>
				))}
		</Card>
	);
}
