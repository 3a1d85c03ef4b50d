/** A parcel: who holds it, at which price, what its neighbours say, and what the reader can do. */

import { i18n } from "@lingui/core";
import { useParams } from "@tanstack/react-router";
import { useChain, useRead } from "../../chain/context";
import { civ, count, dateTime, duration, percent } from "../../chain/format";
import { geometry } from "../../land/grid";
import { share } from "../../land/rates";
import {
	type Filing,
	type Holding,
	nameOf,
	type Parcel,
	type Quote,
	quotesOf,
	statusOf,
	statusText,
} from "../../land/state";
import { Answer, Badge, Card, Copyable, Facts, Link, Notice, Page } from "../../ui";
import { useMe } from "../../wallet/context";
import { AtAuction } from "./auction";
import { Bids } from "./bids";
import { Help, Holder } from "./holder";
import { Neighbours } from "./neighbours";
import { ActButton, AmountForm, useNow, Who } from "./parts";
import { Homes } from "./residence";

/** Another parcel is another page: nothing of the last one stays on it while the new one is read. */
export default function ParcelPage() {
	const { parcel = "" } = useParams({ strict: false }) as { parcel?: string };
	return <ParcelView key={parcel} id={parcel === "" ? Number.NaN : Number(parcel)} />;
}

function ParcelView({ id }: { id: number }) {
	const valid = Number.isInteger(id) && id >= 0 && id < 2 ** 32;
	const info = useRead(["parcel", id], valid ? (api, at) => api.apis.LandApi.parcel(id, at) : undefined);
	if (!valid || (info.isFetched && !info.data)) {
		return (
			<Page title={i18n.t("There is no such parcel")}>
				<p>
					<Link to={"/land" as string}>{i18n.t("To the map")}</Link>
				</p>
			</Page>
		);
	}
	return (
		<Page title={info.data ? nameOf(info.data) : i18n.t("Parcel {id}", { id })}>
			<p>
				<Link to={"/land" as string}>{i18n.t("All land")}</Link>
			</p>
			<Answer of={info} lines={8}>
				{(parcel) => <Content parcel={parcel} />}
			</Answer>
		</Page>
	);
}

function Content({ parcel }: { parcel: Parcel }) {
	const { id } = parcel;
	const { account } = useMe();
	const holding = useRead(["holding", id], (api, at) => api.apis.TaxApi.holding(id, at));
	const auction = useRead(["auction", id], (api, at) => api.apis.TaxApi.auction(id, at));
	const quote = useRead(["quote", id], (api, at) => quotesOf(api, [id], at).then((quotes) => quotes.get(id)));
	const filing = useRead(["filing", id], (api, at) => api.apis.LandApi.filing(id, at));
	const mine = holding.data?.holding.holder === account?.address && account !== undefined;
	return (
		<>
			{filing.data && <UnderNotice id={id} filing={filing.data} />}
			<div className="grid wide">
				<AtAGlance parcel={parcel} holding={holding.data} quote={quote.data} />
				<Neighbours parcel={parcel} />
			</div>
			{holding.data && <Bids id={id} info={holding.data} mine={mine} />}
			{auction.data && <AtAuction id={id} info={auction.data} />}
			{holding.data && (mine ? <Holder id={id} info={holding.data} /> : <Help id={id} info={holding.data} />)}
			{parcel.parcel.title.type === "Assigned" && <Reserved parcel={parcel} />}
			<Homes parcel={parcel} mine={mine} />
		</>
	);
}

function AtAGlance({
	parcel,
	holding,
	quote,
}: {
	parcel: Parcel;
	holding: Holding | undefined;
	quote: Quote | undefined;
}) {
	const now = useNow();
	const { parcel: entry, description } = parcel;
	const status = statusOf(parcel, quote);
	const inUnits = holding?.holding.denomination.type === "Unit";
	return (
		<Card
			title={i18n.t("At a glance")}
			aside={
				<Badge
					kind={status === "held" ? "good" : status === "grace" ? "bad" : status === "public" ? "plain" : "accent"}
				>
					{statusText(status)}
				</Badge>
			}
		>
			<Outline parcel={parcel} />
			<Facts
				of={[
					holding && [i18n.t("Holder"), <Who key="holder" address={holding.holding.holder} />],
					holding && [
						i18n.t("Price that the holder names"),
						inUnits
							? i18n.t("{amount} units, now {civ}", {
									amount: count(Number(holding.holding.valuation) / 1e12, 2),
									civ: civ(holding.asking, 2),
								})
							: civ(holding.holding.valuation, 2),
					],
					holding && [
						i18n.t("Charge a year"),
						i18n.t("{rate} of the price", { rate: percent(share(holding.rate), 2) }),
					],
					holding && [i18n.t("Charge due now"), civ(holding.due)],
					holding && [i18n.t("Put aside for the charge"), civ(holding.holding.escrow)],
					holding && [
						i18n.t("That lasts"),
						holding.holding.grace !== undefined
							? i18n.t("Run dry. The holder has {time} to pay.", {
									time: duration(Number(holding.holding.grace) - now),
								})
							: holding.dry_at === undefined
								? i18n.t("for ever")
								: duration(Number(holding.dry_at) - now),
					],
					quote?.last && [
						i18n.t("Last sold for"),
						`${civ(quote.last[0], 2)} · ${dateTime(new Date(Number(quote.last[1])))}`,
					],
					[i18n.t("Area"), i18n.t("{area} m²", { area: count(entry.area) })],
					entry.unit !== 0 && [i18n.t("Unit of the building"), count(entry.unit)],
					[i18n.t("Used for"), useText(description.land_use.type)],
					[
						i18n.t("Title deed"),
						<Copyable
							key="deed"
							text={entry.title_hash}
							shown={`${entry.title_hash.slice(0, 14)}…`}
							label={i18n.t("Copy the hash of the deed")}
						/>,
					],
					description.document !== undefined && [
						i18n.t("Document about it"),
						<Copyable key="document" text={description.document} shown={`${description.document.slice(0, 14)}…`} />,
					],
					[i18n.t("Title since"), i18n.t("block {number}", { number: count(entry.since) })],
				]}
			/>
		</Card>
	);
}

function useText(use: string): string {
	switch (use) {
		case "Residential":
			return i18n.t("Homes");
		case "Commercial":
			return i18n.t("Shops and offices");
		case "Industrial":
			return i18n.t("Workshops and plants");
		case "Agricultural":
			return i18n.t("Fields and gardens");
		case "Natural":
			return i18n.t("Green and water");
		case "Civic":
			return i18n.t("Schools, hospitals, halls");
		case "Transport":
			return i18n.t("Roads and rails");
		default:
			return i18n.t("Nobody has said");
	}
}

/** The parcel's form, from above. */
function Outline({ parcel }: { parcel: Parcel }) {
	const rings = geometry(parcel.shape).coordinates.flat();
	const all = rings.flat();
	const [west, south] = [Math.min(...all.map(([x]) => x as number)), Math.min(...all.map(([, y]) => y as number))];
	const [east, north] = [Math.max(...all.map(([x]) => x as number)), Math.max(...all.map(([, y]) => y as number))];
	// A degree of longitude is shorter than one of latitude.
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const scale = 100 / Math.max((east - west) * squeeze, north - south, 1e-9);
	const path = rings
		.map(
			(ring) =>
				`M${ring.map(([x, y]) => `${((x as number) - west) * squeeze * scale} ${(north - (y as number)) * scale}`).join("L")}Z`,
		)
		.join("");
	const [width, height] = [(east - west) * squeeze * scale, (north - south) * scale];
	return (
		<svg
			className="outline"
			viewBox={`-4 -4 ${width + 8} ${height + 8}`}
			role="img"
			aria-label={i18n.t("The parcel's outline")}
		>
			<path d={path} fillRule="evenodd" />
		</svg>
	);
}

/** A change of the register that waits for its notice to end. */
function UnderNotice({ id, filing }: { id: number; filing: Filing }) {
	const { api, chain, head } = useChain();
	const { change, from, challenge } = filing;
	const left = Number(from) - head.number;
	return (
		<Notice
			kind="warning"
			title={i18n.t("A change of this parcel is under public notice: {change}.", { change: changeText(change.type) })}
		>
			{challenge ? (
				<p>{i18n.t("Somebody has objected. The change waits until justice rules or the challenge ends.")}</p>
			) : left > 0 ? (
				<p>
					{i18n.t("It can take effect in {time}. Until then anyone can object, with a bond.", {
						time: duration(left * chain.blockTime),
					})}
				</p>
			) : (
				<ActButton kind="quiet" make={() => api.tx.Land.enact({ parcel: id })}>
					{i18n.t("Let it take effect")}
				</ActButton>
			)}
		</Notice>
	);
}

function changeText(change: string): string {
	switch (change) {
		case "Designate":
			return i18n.t("whose it is");
		case "Resurvey":
			return i18n.t("a new survey");
		case "Divide":
			return i18n.t("a division");
		case "Join":
			return i18n.t("joined with another");
		default:
			return i18n.t("struck from the register");
	}
}

/** A parcel that waits for its holder in the real world. */
function Reserved({ parcel }: { parcel: Parcel }) {
	const { account } = useMe();
	const { api } = useChain();
	const { title } = parcel.parcel;
	const reserve = useRead(["reserve", 0], (chain, at) => chain.apis.TaxApi.reserve(0n, at));
	if (title.type !== "Assigned") return null;
	const mine = account?.address === title.value;
	return (
		<Card title={i18n.t("Reserved")}>
			<p>
				{i18n.t("The register reserves this parcel for:")} <Who address={title.value} />
			</p>
			{mine && reserve.data !== undefined && <Accept id={parcel.id} api={api} />}
		</Card>
	);
}

function Accept({ id, api }: { id: number; api: ReturnType<typeof useChain>["api"] }) {
	return (
		<AcceptForm
			make={async (valuation) => {
				const least = await api.apis.TaxApi.reserve(valuation, { at: "best" });
				// Enough for some time beyond the least.
				return api.tx.Harberger.accept({ parcel: id, valuation, escrow: 2n * least });
			}}
		/>
	);
}

function AcceptForm({ make }: { make: Parameters<typeof AmountForm>[0]["make"] }) {
	return (
		<AmountForm
			label={i18n.t("The price that you name, in CIV")}
			hint={i18n.t("You pay the charge on it, and must sell to anyone who pays it. It binds you for some time.")}
			button={i18n.t("Take the parcel")}
			make={make}
		/>
	);
}
