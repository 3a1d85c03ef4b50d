// SPDX-License-Identifier: Apache-2.0
/** The account that votes in secret in a season, for pages. Only inside `WhenUnlocked`. */

import type { VotingContext } from "@civitas/ballots";
import { i18n } from "@lingui/core";
import type { PolkadotSigner } from "polkadot-api";
import { useCallback, useEffect, useState } from "react";
import { readAgain, useChain, useRead } from "../chain/context";
import { explain } from "../chain/errors";
import { type Company, enrol, type Step, settle, voterOf } from "./ballots";
import { useVault } from "./ui";
import type { Ballot } from "./vault";

export interface BallotState {
	/** The enrolled account. */
	ballot?: Ballot;
	/** The account as one that votes. */
	voter?: { address: string; signer: PolkadotSigner };
	alias?: string;
	/** How far an enrolment is, if one is under way. */
	step?: Step;
	/** Why the last one failed, in words. */
	problem?: string;
	/** Enrols an account for the present season. `agree` learns how many people share the ring. */
	enrol: (agree: (company: Company) => Promise<boolean>) => Promise<void>;
}

/** The ballot account of a season: of the present one, unless another is named. */
export function useBallot(context: VotingContext, season?: number): BallotState {
	const { chain } = useChain();
	const { vault, state } = useVault();
	const [step, setStep] = useState<Step>();
	const [problem, setProblem] = useState<string>();
	const present = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	const wanted = season ?? present.data?.index;
	const ballots = state === "open" && wanted !== undefined ? vault.ballots(wanted, context) : [];
	const ballot = ballots.filter((one) => one.state === "enrolled").at(-1);
	const underWay = ballot ? undefined : ballots.filter((one) => one.state === "sent").at(-1);

	// An enrolment that was on its way when the page closed may have arrived since.
	useEffect(() => {
		if (underWay && step === undefined) void settle(chain, vault, underWay).catch(() => undefined);
	}, [chain, vault, underWay, step]);

	const begin = useCallback(
		async (agree: (company: Company) => Promise<boolean>) => {
			setProblem(undefined);
			try {
				await enrol(chain, vault, context, setStep, agree);
				await readAgain();
			} catch (error) {
				setProblem(error instanceof Error && error.name === "RollError" ? i18n.t(error.message) : explain(error));
			} finally {
				setStep(undefined);
			}
		},
		[chain, vault, context],
	);
	return { ballot, voter: ballot && voterOf(ballot), alias: ballot?.alias, step, problem, enrol: begin };
}
