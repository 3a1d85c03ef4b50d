/** The state at a glance, for strangers as well. */

import { i18n } from "@lingui/core";
import { useChain, useFixed, useRead } from "../chain/context";
import { blocksAsTime, civ, count, dateTime, textOf, timeOf } from "../chain/format";
import { describeCall } from "../polls/calls";
import { readPolls, stateName, trackName } from "../polls/data";
import { Answer, Badge, Card, Figure, Link, linkButton, Meter, Notice, Page } from "../ui";
import { useMe } from "../wallet/context";

/** What a tier is called. */
export function tierName(tier: string): string {
	return (
		{
			Founding: i18n.t("Founding"),
			Consultative: i18n.t("Consultative"),
			Shared: i18n.t("Shared"),
			Community: i18n.t("Community"),
		}[tier] ?? tier
	);
}

export default function Home() {
	const { chain } = useChain();
	const preamble = useRead(["preamble"], (api, at) => api.apis.CharterApi.article(0, undefined, at));
	const { account, citizen } = useMe();
	return (
		<Page title={chain.name}>
			<div className="hero">
				<Answer of={preamble} lines={2}>
					{({ article }) => (
						<blockquote dir="auto">
							<p>{textOf(article.title)}</p>
							<footer>{i18n.t("The commandment of the charter")}</footer>
						</blockquote>
					)}
				</Answer>
				<p className="row">
					{!citizen && (
						<Link to="/join" className={linkButton()}>
							{i18n.t("Become a citizen")}
						</Link>
					)}
					<Link to="/charter" className={linkButton("quiet")}>
						{i18n.t("Read the charter")}
					</Link>
				</p>
			</div>
			{chain.isDevelopment && (
				<Notice title={i18n.t("This is a chain for trying things out.")}>
					<p>
						{i18n.t(
							"Nothing here is real. Sign in with a test account: everybody knows the keys of Alice, Bob, Charlie and Dave, who are citizens.",
						)}
					</p>
				</Notice>
			)}
			{account && citizen && <Reminder id={citizen.id} />}
			<AtAGlance />
			<div className="grid wide">
				<Road />
				<OpenMatters />
			</div>
		</Page>
	);
}

/** What a citizen has still to do this season. */
function Reminder({ id }: { id: number }) {
	const facts = useRead(["reminder", id], async (api, at) => {
		const [season, attendance] = await Promise.all([
			api.apis.SeasonsApi.season(at),
			api.apis.CensusApi.attendance(id, at),
		]);
		return { season, attendance };
	});
	const { chain, head } = useChain();
	if (!facts.data?.attendance || facts.data.attendance.last_attested >= facts.data.season.index) return null;
	return (
		<Notice kind="warning" title={i18n.t("Say “I am here” this season.")}>
			<p>
				{i18n.t("You have {time} left. It keeps your vote and your share of the dividend.", {
					time: blocksAsTime(facts.data.season.ends - head.number, chain),
				})}{" "}
				<Link to="/me">{i18n.t("Go to your page")}</Link>
			</p>
		</Notice>
	);
}

function AtAGlance() {
	const { chain, head } = useChain();
	const people = useRead(["headcount"], (api, at) => api.apis.CitizenshipApi.headcount(at));
	const season = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	const pot = useFixed(["pot"], (api) => api.constants.Treasury.pot_account());
	const treasury = useRead(
		["treasury", pot.data],
		pot.data ? (api, at) => api.query.System.Account.getValue(pot.data, at) : undefined,
	);
	return (
		<div className="figures">
			<Answer of={people}>
				{({ active, suspended }) => (
					<Figure
						label={i18n.t("Citizens")}
						value={count(active)}
						note={
							suspended > 0
								? i18n.t("{n, plural, one {and # suspended} other {and # suspended}}", { n: suspended })
								: i18n.t("one voice each")
						}
					/>
				)}
			</Answer>
			<Answer of={season}>
				{({ index, ends }) => (
					<Figure
						label={i18n.t("Season")}
						value={count(index)}
						note={i18n.t("ends in {time}, {date}", {
							time: blocksAsTime(ends - head.number, chain),
							date: dateTime(timeOf(ends, chain, head)),
						})}
					/>
				)}
			</Answer>
			<Answer of={treasury}>
				{({ data }) => (
					<Figure label={i18n.t("Treasury")} value={civ(data.free, 0)} note={i18n.t("spent by referendum only")} />
				)}
			</Answer>
		</div>
	);
}

const TIERS = ["Founding", "Consultative", "Shared", "Community"] as const;

/** How far power has moved from the founder to the citizens. */
function Road() {
	const facts = useRead(["road"], async (api, at) => {
		const [[tier, needs], now, founder] = await Promise.all([
			api.apis.CensusApi.tier(at),
			api.apis.CensusApi.preview(at),
			api.apis.CharterApi.founder(at),
		]);
		return { tier: tier.type, needs, settled: now.people?.settled.value ?? now.active.value, founder };
	});
	const says: Record<(typeof TIERS)[number], string> = {
		Founding: i18n.t(
			"The founder starts things: admits people, amends, appoints. What citizens pass needs the founder's consent.",
		),
		Consultative: i18n.t("Citizens propose and decide. What they pass needs the founder's consent."),
		Shared: i18n.t("The founder may veto a text once. Two thirds of the votes override it."),
		Community: i18n.t("All power lies with the citizens."),
	};
	return (
		<Card title={i18n.t("Who has the power")}>
			<Answer of={facts} lines={5}>
				{({ tier, needs, settled, founder }) => {
					const at = TIERS.indexOf(tier);
					const next = TIERS[at + 1];
					const needed =
						next === undefined
							? 0
							: { Consultative: needs.consultative, Shared: needs.shared, Community: needs.community, Founding: 0 }[
									next
								];
					return (
						<>
							<ol className="road">
								{TIERS.map((one, i) => (
									<li
										key={one}
										className={i < at ? "past" : i === at ? "here" : undefined}
										aria-current={i === at ? "step" : undefined}
									>
										{tierName(one)}
									</li>
								))}
							</ol>
							<p>
								{founder.founder === undefined
									? i18n.t("There is no founder any more: all power lies with the citizens.")
									: says[tier]}
							</p>
							{next !== undefined && (
								<>
									<Meter
										label={i18n.t("Settled citizens, of those the next step needs")}
										value={settled}
										max={needed}
										text={`${count(settled)} / ${count(needed)}`}
									/>
									<p className="soft small">
										{i18n.t(
											"When the census counts {needed} settled citizens at the end of two seasons in a row, the state moves to “{next}”. Nobody can stop that, nor turn it back. Settled means: here for a whole season, and said so.",
											{
												needed: count(needed),
												next: tierName(next),
											},
										)}
									</p>
								</>
							)}
						</>
					);
				}}
			</Answer>
		</Card>
	);
}

function OpenMatters() {
	const polls = useRead(["polls"], readPolls);
	return (
		<Card title={i18n.t("Open matters")} aside={<Link to="/polls">{i18n.t("All polls")}</Link>}>
			<Answer of={polls}>
				{(list) => {
					const open = list.filter(({ info }) => info.type === "Ongoing").slice(0, 6);
					if (open.length === 0)
						return (
							<p className="soft">
								{i18n.t("Nothing is being decided at the moment. Any citizen can propose something.")}
							</p>
						);
					return (
						<ul className="plain-list rows">
							{open.map(({ id, info, call }) => {
								const { name, kind } = stateName(info);
								return (
									<li key={id} className="stack tight">
										<Link to="/polls/$poll" params={{ poll: String(id) } as never}>
											{describeCall(call)}
										</Link>
										<span className="row small">
											<Badge kind={kind}>{name}</Badge>
											{info.type === "Ongoing" && <span className="soft">{trackName(info.value.track)}</span>}
										</span>
									</li>
								);
							})}
						</ul>
					);
				}}
			</Answer>
		</Card>
	);
}
