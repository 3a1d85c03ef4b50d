// SPDX-License-Identifier: Apache-2.0
/** Amounts and times as people read them. */

import { i18n } from "@lingui/core";
import type { Chain, Head } from "./connection";

/** Decimals of CIV. */
const DECIMALS = 12;

/** The smallest unit of CIV as a decimal number, with at most `digits` decimals, cut off. */
export function decimal(amount: bigint, digits = DECIMALS): string {
	const [sign, size] = amount < 0n ? ["-", -amount] : ["", amount];
	const text = size.toString().padStart(DECIMALS + 1, "0");
	const fraction = text.slice(-DECIMALS).slice(0, digits).replace(/0+$/, "");
	return `${sign}${text.slice(0, -DECIMALS)}${fraction && `.${fraction}`}`;
}

/** An amount for reading: `1,234.5 CIV`. */
export function civ(amount: bigint, digits = 4): string {
	const text = decimal(amount, digits);
	const shown = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: digits }).format(
		text as Intl.StringNumericLiteral,
	);
	return i18n.t("{amount} CIV", {
		amount: amount !== 0n && Number(text) === 0 ? `< ${count(10 ** -digits, digits)}` : shown,
	});
}

/** Reads an amount that somebody typed. Nothing, if it is no amount. */
export function parseCiv(text: string): bigint | undefined {
	const match = /^\s*(\d{1,18})(?:[.,](\d{1,12}))?\s*$/.exec(text);
	if (!match) return undefined;
	return BigInt((match[1] ?? "") + (match[2] ?? "").padEnd(DECIMALS, "0"));
}

/** A number in the reader's digits. */
export function count(value: number | bigint, digits = 0): string {
	return new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: digits }).format(value);
}

/** A share, from parts of a whole. */
export function percent(share: number, digits = 1): string {
	return new Intl.NumberFormat(i18n.locale, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** A stretch of time in words: the largest unit, and the next. */
export function duration(milliseconds: number): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	const [days, hours, minutes] = [
		Math.floor(seconds / 86_400),
		Math.floor(seconds / 3600) % 24,
		Math.floor(seconds / 60) % 60,
	];
	const parts = [
		days > 0 && i18n.t("{n, plural, one {# day} other {# days}}", { n: days }),
		hours > 0 && days < 3 && i18n.t("{n, plural, one {# hour} other {# hours}}", { n: hours }),
		minutes > 0 && days === 0 && hours < 3 && i18n.t("{n, plural, one {# minute} other {# minutes}}", { n: minutes }),
		days === 0 &&
			hours === 0 &&
			minutes < 3 &&
			i18n.t("{n, plural, one {# second} other {# seconds}}", { n: seconds % 60 }),
	];
	return new Intl.ListFormat(i18n.locale, { type: "unit", style: "narrow" }).format(
		parts.filter((part) => part !== false).slice(0, 2),
	);
}

/** A number of blocks as a stretch of time. */
export function blocksAsTime(blocks: number, { blockTime }: Pick<Chain, "blockTime">): string {
	return duration(blocks * blockTime);
}

/** When a block is made, or was, as far as one can say. */
export function timeOf(
	block: number,
	{ blockTime }: Pick<Chain, "blockTime">,
	{ number, time }: Pick<Head, "number" | "time">,
): Date {
	return new Date(time + (block - number) * blockTime);
}

/** A point in time: the date, and the hour if it is near. */
export function dateTime(moment: Date): string {
	const near = Math.abs(moment.getTime() - Date.now()) < 7 * 86_400_000;
	return new Intl.DateTimeFormat(
		i18n.locale,
		near ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "long" },
	).format(moment);
}

/** The first and last digits of something long. */
export function short(text: string, digits = 6): string {
	return text.length <= 2 * digits + 3 ? text : `${text.slice(0, digits)}…${text.slice(-digits)}`;
}

/** The text of bytes, such as an article's. */
export function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
