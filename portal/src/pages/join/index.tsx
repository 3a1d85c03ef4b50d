/** Become a citizen; and, for citizens, decide who becomes one. */

import { i18n } from "@lingui/core";
import { useParams } from "@tanstack/react-router";
import { useRead } from "../../chain/context";
import { Loading, Page } from "../../ui";
import { useMe } from "../../wallet/context";
import { SignIn } from "../../wallet/sign-in";
import { Apply } from "./apply";
import { Doorkeeper } from "./doorkeeper";
import { Watch } from "./watch";

export default function Join() {
	const { account, citizen, loading } = useMe();
	const { what, address } = useParams({ strict: false }) as { what?: string; address?: string };
	const application = useRead(
		["application", account?.address],
		account ? (api, at) => api.apis.CitizenshipApi.application(account.address, at) : undefined,
	);
	if (loading || (account && application.isPending)) {
		return (
			<Page title={i18n.t("Join")}>
				<Loading lines={6} />
			</Page>
		);
	}
	if (citizen || what !== undefined) {
		return (
			<Page
				title={citizen ? i18n.t("Who joins") : i18n.t("Help somebody to join")}
				lead={
					citizen
						? i18n.t(
								"Citizens decide who joins: you vouch for people whom you know, pay a deposit for those who cannot, and object if something is wrong.",
							)
						: i18n.t(
								"Somebody asks you to pay the deposit of their application. You get it back when the application ends, unless a challenge against it is upheld.",
							)
				}
			>
				{account ? <Doorkeeper asked={address} /> : <SignIn />}
			</Page>
		);
	}
	if (account && application.data) {
		return (
			<Page title={i18n.t("Your application")} lead={i18n.t("You have applied. Here is what happens now.")}>
				<Watch account={account} info={application.data} />
			</Page>
		);
	}
	return (
		<Page
			title={i18n.t("Become a citizen")}
			lead={i18n.t(
				"You read the charter and accept it, some citizens who know you vouch for you, and after a time in which others can object you are a citizen. It costs nothing: a deposit comes back.",
			)}
		>
			<Apply account={account} />
		</Page>
	);
}
