/** What the cards of a parcel's page have in common. */

import { i18n } from "@lingui/core";
import type { Transaction } from "polkadot-api";
import { type ReactNode, useState } from "react";
import { useAct } from "../../chain/act";
import { useChain } from "../../chain/context";
import { civ, decimal, parseCiv, short } from "../../chain/format";
import { Button, Copyable, Progress } from "../../ui";
import { TextField } from "../../ui/forms";
import { useMe } from "../../wallet/context";

/** An account, by its name if it is the reader's own. */
export function Who({ address }: { address: string }) {
	const { account } = useMe();
	if (account?.address === address) {
		return (
			<>
				{account.name} ({i18n.t("you")})
			</>
		);
	}
	return <Copyable text={address} shown={short(address)} label={i18n.t("Copy the address")} />;
}

/** A call with an amount: a field, what the amount means, and a button. */
export function AmountForm({
	label,
	hint,
	button,
	start,
	least,
	most,
	make,
	done,
	children,
}: {
	label: string;
	hint?: ReactNode;
	button: string;
	/** What stands in the field at first. */
	start?: bigint;
	least?: bigint;
	most?: bigint;
	make: (amount: bigint) => Transaction | Promise<Transaction>;
	done?: ReactNode;
	/** What the amount leads to. */
	children?: (amount: bigint | undefined) => ReactNode;
}) {
	const { account } = useMe();
	const { stage, busy, run } = useAct();
	const [text, setText] = useState(start === undefined ? "" : decimal(start, 2));
	const [tried, setTried] = useState(false);
	const amount = parseCiv(text);
	const problem =
		amount === undefined
			? i18n.t("Write an amount, such as 12.5.")
			: least !== undefined && amount < least
				? i18n.t("At least {amount}.", { amount: civ(least) })
				: most !== undefined && amount > most
					? i18n.t("At most {amount}.", { amount: civ(most) })
					: undefined;
	return (
		<form
			className="stack"
			onSubmit={(event) => {
				event.preventDefault();
				setTried(true);
				if (amount !== undefined && !problem) void run(account, () => make(amount));
			}}
		>
			<TextField
				label={label}
				hint={hint}
				value={text}
				onChange={setText}
				inputMode="decimal"
				error={tried && problem ? problem : undefined}
			/>
			{children?.(amount)}
			<Button type="submit" isDisabled={busy || !account}>
				{button}
			</Button>
			<Progress stage={stage} done={done} />
		</form>
	);
}

/** A call that needs nothing but a button. */
export function ActButton({
	children,
	kind = "primary",
	make,
	done,
	isDisabled,
}: {
	children: ReactNode;
	kind?: "primary" | "quiet" | "danger";
	make: () => Transaction | Promise<Transaction>;
	done?: ReactNode;
	isDisabled?: boolean;
}) {
	const { account } = useMe();
	const { stage, busy, run } = useAct();
	return (
		<div className="stack">
			<Button kind={kind} isDisabled={busy || !account || isDisabled} onPress={() => void run(account, make)}>
				{children}
			</Button>
			<Progress stage={stage} done={done} />
		</div>
	);
}

/** The time of the newest block: on a development chain it is not that of the clock on the wall. */
export function useNow(): number {
	return useChain().head.time;
}
