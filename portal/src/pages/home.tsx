/** The state at a glance, for strangers as well. */

import { i18n } from "@lingui/core";
import { useChain, useRead } from "../chain/context";
import { blocksAsTime, count } from "../chain/format";
import { Answer, Figure, Page } from "../ui";

export default function Home() {
	const { chain, head } = useChain();
	const people = useRead(["headcount"], (api, at) => api.apis.CitizenshipApi.headcount(at));
	const season = useRead(["season"], (api, at) => api.apis.SeasonsApi.season(at));
	return (
		<Page title={chain.name}>
			<div className="figures">
				<Answer of={people}>{({ active }) => <Figure label={i18n.t("Citizens")} value={count(active)} />}</Answer>
				<Answer of={season}>
					{({ index, ends }) => (
						<Figure
							label={i18n.t("Season")}
							value={count(index)}
							note={i18n.t("ends in {time}", { time: blocksAsTime(ends - head.number, chain) })}
						/>
					)}
				</Answer>
			</div>
		</Page>
	);
}
