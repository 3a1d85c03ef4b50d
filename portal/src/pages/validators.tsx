/** Who makes the blocks. */

import { i18n } from "@lingui/core";
import { useQuery } from "@tanstack/react-query";
import { authorOf } from "../chain/authors";
import type { Chain, Head } from "../chain/connection";
import { useChain, useRead } from "../chain/context";
import { count, percent, short } from "../chain/format";
import { Answer, Badge, Card, Copyable, Figure, Loading, Meter, Page } from "../ui";

/** So many of the newest blocks are looked at. */
const BLOCKS = 100;

/** How many of the newest blocks each authority made, by its number. */
async function authors(
	chain: Chain,
	head: Pick<Head, "number">,
): Promise<{ made: Map<number, number>; blocks: number }> {
	const numbers = Array.from({ length: Math.min(BLOCKS, head.number) }, (_, i) => head.number - i);
	const made = new Map<number, number>();
	let blocks = 0;
	await Promise.all(
		numbers.map(async (number) => {
			const hash = await chain.rpc("chain_getBlockHash", number);
			const header = (await chain.rpc("chain_getHeader", hash)) as { digest: { logs: string[] } } | null;
			const author = header?.digest.logs.map(authorOf).find((one) => one !== undefined);
			if (author === undefined) return;
			blocks++;
			made.set(author, (made.get(author) ?? 0) + 1);
		}),
	);
	return { made, blocks };
}

export default function ValidatorsPage() {
	const { chain, head } = useChain();
	const serving = useRead(["validators"], (api, at) => api.query.Session.Validators.getValue(at));
	const session = useRead(["session"], (api, at) => api.query.Session.CurrentIndex.getValue(at));
	const recent = useQuery({
		queryKey: ["authors", chain.genesis, Math.floor(head.number / 10)],
		queryFn: () => authors(chain, head),
	});
	return (
		<Page
			title={i18n.t("Validators")}
			lead={i18n.t(
				"Validators make the blocks and agree on which are final. They decide nothing else: each node checks every block by itself.",
			)}
		>
			<div className="figures">
				<Answer of={serving} lines={1}>
					{(all) => <Figure label={i18n.t("Validators that serve")} value={count(all.length)} />}
				</Answer>
				<Figure label={i18n.t("Newest block")} value={count(head.number)} />
				<Figure
					label={i18n.t("Newest final block")}
					value={count(head.finalized)}
					note={i18n.t("nobody can undo it")}
				/>
				<Answer of={session} lines={1}>
					{(index) => (
						<Figure label={i18n.t("Session")} value={count(index)} note={i18n.t("keys can change with each")} />
					)}
				</Answer>
			</div>
			<Card title={i18n.t("Who serves now")}>
				<Answer of={serving}>
					{(all) => (
						<ul className="plain-list rows">
							{all.map((address, i) => {
								const made = recent.data?.made.get(i) ?? 0;
								return (
									<li key={address} className="stack">
										<span className="row spread">
											<Copyable text={address} shown={short(address)} label={i18n.t("Copy the address")} />
											{recent.data && made === 0 && recent.data.blocks >= 4 * all.length && (
												<Badge kind="warning">{i18n.t("made none of the last blocks")}</Badge>
											)}
										</span>
										{recent.data ? (
											<Meter
												label={i18n.t("Blocks made of the last {n}", { n: count(recent.data.blocks) })}
												value={made}
												max={Math.max(1, recent.data.blocks)}
												text={`${count(made)} · ${percent(made / Math.max(1, recent.data.blocks))}`}
											/>
										) : (
											<Loading lines={1} />
										)}
									</li>
								);
							})}
						</ul>
					)}
				</Answer>
			</Card>
		</Page>
	);
}
