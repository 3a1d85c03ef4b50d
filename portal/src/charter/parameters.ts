// SPDX-License-Identifier: Apache-2.0
/** The figures that stand under the articles: what they are called, and their values in words. */

import { i18n } from "@lingui/core";
import type { Api, Chain } from "../chain/connection";
import { blocksAsTime, civ, count, percent } from "../chain/format";

export type ParameterInfo = Awaited<ReturnType<Api["apis"]["CharterApi"]["parameters"]>>[number];
export type Parameter = ParameterInfo["parameter"];

type Unit = "civ" | "blocks" | "count" | "percent" | "rate" | "seasons";

/** What each parameter is called, and what it is measured in. Others are named as the chain names them. */
function known(name: string): readonly [string, Unit] | undefined {
	const names: Record<string, readonly [string, Unit]> = {
		"Seasons.SeasonLength": [i18n.t("Length of a season"), "blocks"],
		"Citizenship.ApplicationDeposit": [i18n.t("Deposit of an application"), "civ"],
		"Citizenship.ChallengeBond": [i18n.t("Bond of an objection"), "civ"],
		"Citizenship.ChallengePeriod": [i18n.t("Time to object to an application"), "blocks"],
		"Citizenship.FurtherChallengePeriod": [i18n.t("Further time to object after an objection lapsed"), "blocks"],
		"Citizenship.RulingPeriod": [i18n.t("Time to decide on an objection"), "blocks"],
		"Citizenship.ApplicationLifetime": [i18n.t("Life of an application"), "blocks"],
		"Citizenship.RequiredVouches": [i18n.t("Citizens who must vouch"), "count"],
		"Citizenship.MaxOpenVouches": [i18n.t("People whom one can vouch for at a time"), "count"],
		"Citizenship.MaxOpenChallenges": [i18n.t("Objections that one can have open"), "count"],
		"Citizenship.VoucherLiability": [i18n.t("How long a voucher answers for a fraud"), "seasons"],
		"Citizenship.FreeActsPerSeason": [i18n.t("Free acts a season"), "count"],
		"Citizenship.IntakePercent": [i18n.t("People who can join a season, in per cent of the citizens"), "percent"],
		"Citizenship.IntakeAllowance": [i18n.t("People who can join a season besides"), "count"],
		"Citizenship.SentencePercent": [i18n.t("Citizens whom justice can sentence a season, in per cent"), "percent"],
		"Citizenship.AppealPeriod": [i18n.t("Time before a sentence takes effect"), "blocks"],
		"Roll.MinRingSize": [i18n.t("Least members of a ring"), "count"],
		"Charter.DeliberationDay": [i18n.t("A day of deliberation"), "blocks"],
		"Charter.VetoPeriod": [i18n.t("Time for the founder's veto"), "blocks"],
		"Charter.ConsentPeriod": [i18n.t("Time for the founder's consent"), "blocks"],
		"Charter.RejectionSeasons": [i18n.t("How long a rejected text stays rejected"), "seasons"],
		"Voting.CreditsPerSeason": [i18n.t("Voice credits a season"), "count"],
		"Voting.FreeVotesPerSeason": [i18n.t("Free votes a season"), "count"],
		"Voting.OpenPolls": [i18n.t("Polls that one can have open"), "count"],
		"Panel.PanelSize": [i18n.t("Seats of an outside panel"), "count"],
		"Panel.MinResidents": [i18n.t("Neighbours needed for an outside panel"), "count"],
		"Offices.OfficeTerm": [i18n.t("Term of an office"), "seasons"],
		"Census.FreeDeclarations": [i18n.t("Free declarations of income a season"), "count"],
		"Harberger.BaseRate": [i18n.t("Base rate of the charge on land, a year"), "rate"],
		"Harberger.NoticePeriod": [i18n.t("Notice of a bid"), "blocks"],
		"Harberger.LookBack": [i18n.t("How long a named price binds"), "blocks"],
		"Harberger.ReservePeriod": [i18n.t("Charge that must be in reserve"), "blocks"],
		"Harberger.AuctionPeriod": [i18n.t("Length of an auction"), "blocks"],
		"Tax.MinRate": [i18n.t("Least floating rate, a year"), "rate"],
		"Tax.MaxRate": [i18n.t("Greatest floating rate, a year"), "rate"],
		"Tax.FreeVotesPerSeason": [i18n.t("Free opinions on rates a season"), "count"],
		"Revenue.DividendPart": [i18n.t("Part of the revenue that goes to citizens"), "rate"],
		"Revenue.TreasuryPart": [i18n.t("Part of the revenue that goes to the treasury"), "rate"],
		"Revenue.ClaimSeasons": [i18n.t("How long a dividend can be taken"), "seasons"],
		"Land.EvictionNotice": [i18n.t("Notice before a resident must leave"), "blocks"],
	};
	return names[name];
}

/** A parameter's name, for people. */
export function parameterName(parameter: Parameter): string {
	const name = `${parameter.type}.${parameter.value.type}`;
	return known(name)?.[0] ?? name;
}

/** A parameter's value, for people. */
export function parameterValue(parameter: Parameter, chain: Pick<Chain, "blockTime">): string {
	const value = (parameter.value.value as unknown[])[0];
	if (typeof value !== "number" && typeof value !== "bigint")
		return value === undefined ? "–" : JSON.stringify(value, (_, it) => (typeof it === "bigint" ? it.toString() : it));
	switch (known(`${parameter.type}.${parameter.value.type}`)?.[1]) {
		case "civ":
			return civ(BigInt(value));
		case "blocks":
			return i18n.t("{time} ({n} blocks)", { time: blocksAsTime(Number(value), chain), n: count(value) });
		case "percent":
			return percent(Number(value) / 100);
		case "rate":
			// Parts of a million, of a billion, or of a trillion of a million: the chain's types for shares.
			return percent(Number(value) / (typeof value === "bigint" ? 1e18 : 1e9), 2);
		case "seasons":
			return i18n.t("{n, plural, one {# season} other {# seasons}}", { n: Number(value) });
		default:
			return count(value);
	}
}
