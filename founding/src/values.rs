// SPDX-License-Identifier: Apache-2.0
//! How values are written in a founding file.

use crate::{Balance, Unit};
use sp_core::crypto::{AccountId32, PublicError, Ss58AddressFormat, Ss58Codec};

/// The prefix of this chain's addresses.
const FORMAT: u16 = 42;
/// The decimals of CIV.
const MONEY_DECIMALS: u32 = 12;
/// The decimals of a percentage, as a part of 1e18.
const PERCENT_DECIMALS: u32 = 16;

/// A value that cannot be read: what is wrong with it, and what to do.
pub(crate) type Unreadable = (String, String);

fn unreadable<T>(what: impl Into<String>, help: impl Into<String>) -> Result<T, Unreadable> {
	Err((what.into(), help.into()))
}

/// Reads an account: an address, or a public key in hexadecimal digits.
pub fn account(written: &str) -> Result<AccountId32, (String, String)> {
	if written.starts_with("0x") {
		return Ok(bytes::<32>(written, "an account")?.into());
	}
	match AccountId32::from_ss58check_with_version(written) {
		Ok((account, format)) if format == Ss58AddressFormat::custom(FORMAT) => Ok(account),
		Ok((account, format)) => unreadable(
			format!("{written} is an address of another network, with the prefix {}", u16::from(format)),
			format!("If it is the right account, write {}", address(&account)),
		),
		Err(PublicError::InvalidChecksum) => unreadable(
			format!("{written} has a wrong check digit"),
			"A letter is missing or mistyped: copy the address again",
		),
		Err(_) => unreadable(
			format!("{written} is not an address"),
			"Write the address that a wallet shows; it begins with 5",
		),
	}
}

/// How an account is written.
pub fn address(account: &AccountId32) -> String {
	account.to_ss58check_with_version(Ss58AddressFormat::custom(FORMAT))
}

/// Reads `N` bytes in hexadecimal digits.
pub(crate) fn bytes<const N: usize>(written: &str, kind: &str) -> Result<[u8; N], Unreadable> {
	let read = any_bytes(written, kind)?;
	let length = read.len();
	read.try_into().or_else(|_| {
		unreadable(
			format!("{kind} has {N} bytes, and this has {length}"),
			"Copy all of it, from 0x to the last digit",
		)
	})
}

/// Reads bytes in hexadecimal digits.
pub(crate) fn any_bytes(written: &str, kind: &str) -> Result<Vec<u8>, Unreadable> {
	let Some(digits) = written.strip_prefix("0x") else {
		return unreadable(format!("{kind} begins with 0x"), "Copy all of it, from 0x to the last digit");
	};
	hex::decode(digits).or_else(|error| {
		unreadable(
			format!("{kind} is not made of hexadecimal digits: {error}"),
			"Copy it again, from 0x to the last digit",
		)
	})
}

/// Reads an amount of money, such as `1_000.5 CIV`.
pub(crate) fn money(written: &str) -> Result<Balance, Unreadable> {
	written.strip_suffix("CIV").and_then(|number| decimal(number.trim(), MONEY_DECIMALS)).map_or_else(
		|| unreadable(format!("{written:?} is not an amount"), r#"Write for example "12.5 CIV""#),
		Ok,
	)
}

/// Writes an amount of money.
pub(crate) fn as_money(amount: Balance) -> String {
	format!("{} CIV", as_decimal(amount, MONEY_DECIMALS))
}

/// Reads a part, such as `2.5 %`.
fn part(written: &str) -> Result<u128, Unreadable> {
	written.strip_suffix('%').and_then(|number| decimal(number.trim(), PERCENT_DECIMALS)).map_or_else(
		|| unreadable(format!("{written:?} is not a percentage"), r#"Write for example "2.5 %""#),
		Ok,
	)
}

/// Reads a time in milliseconds, such as `90 days`.
fn millis(written: &str) -> Option<u128> {
	let (number, unit) = written.trim().split_once(' ')?;
	let unit: u128 = match unit.trim() {
		"second" | "seconds" => 1_000,
		"minute" | "minutes" => 60_000,
		"hour" | "hours" => 3_600_000,
		"day" | "days" => 86_400_000,
		_ => return None,
	};
	decimal(number, 0)?.checked_mul(unit)
}

/// Reads a parameter's value.
pub(crate) fn parameter(written: &toml::Value, unit: Unit, block_millis: u64) -> Result<u128, Unreadable> {
	let text = match (written, unit) {
		(toml::Value::Integer(number), Unit::Number) => {
			return u128::try_from(*number)
				.or_else(|_| unreadable(format!("{number} is below zero"), "Write a number above zero"))
		}
		(toml::Value::String(text), _) => text,
		(other, Unit::Number) => {
			return unreadable(format!("{other} is not a number"), r#"Write for example 3, or "90 days""#)
		}
		(other, Unit::Millis) => {
			return unreadable(format!("{other} is not a time"), r#"Write for example "7 days""#)
		}
		(other, Unit::Money) => {
			return unreadable(format!("{other} is not an amount"), r#"Write for example "12.5 CIV""#)
		}
		(other, Unit::Part) => {
			return unreadable(format!("{other} is not a percentage"), r#"Write for example "2.5 %""#)
		}
	};
	let not_a_time = || unreadable(format!("{text:?} is not a time"), r#"Write for example "7 days""#);
	match unit {
		Unit::Money => money(text),
		Unit::Part => part(text),
		Unit::Millis => millis(text).map_or_else(not_a_time, Ok),
		Unit::Number => match millis(text) {
			Some(time) => {
				let block = u128::from(block_millis);
				let blocks = time.checked_div(block).unwrap_or_default();
				match blocks.checked_mul(block) == Some(time) {
					true => Ok(blocks),
					false => unreadable(
						format!("{text:?} is not a whole number of blocks"),
						format!("A block takes {} seconds: choose a multiple", block_millis / 1_000),
					),
				}
			}
			None => not_a_time(),
		},
	}
}

/// Writes a parameter's value.
pub(crate) fn as_parameter(value: u128, unit: Unit) -> String {
	match unit {
		Unit::Number => value.to_string(),
		Unit::Millis => as_time(value),
		Unit::Money => as_money(value),
		Unit::Part => format!("{} %", as_decimal(value, PERCENT_DECIMALS)),
	}
}

/// Writes a time in the largest unit that it is a whole number of.
fn as_time(millis: u128) -> String {
	for (unit, name) in [(86_400_000, "days"), (3_600_000, "hours"), (60_000, "minutes")] {
		if millis >= unit && millis.checked_rem(unit) == Some(0) {
			return format!("{} {name}", millis / unit);
		}
	}
	format!("{} seconds", millis / 1_000)
}

/// Reads a number with up to `decimals` places as a whole number of its last place.
fn decimal(written: &str, decimals: u32) -> Option<u128> {
	let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
	let digits = |text: &str| -> Option<String> {
		let plain = text.replace('_', "");
		plain.bytes().all(|byte| byte.is_ascii_digit()).then_some(plain)
	};
	let (whole, fraction) = (digits(whole)?, digits(fraction)?);
	let missing = usize::try_from(decimals).ok()?.checked_sub(fraction.len())?;
	if whole.is_empty() || written.ends_with('.') {
		return None;
	}
	format!("{whole}{fraction}{}", "0".repeat(missing)).parse().ok()
}

fn as_decimal(value: u128, decimals: u32) -> String {
	let unit = 10u128.pow(decimals);
	let (whole, rest) = (value / unit, value % unit);
	let whole = with_separators(whole);
	if rest == 0 {
		return whole;
	}
	let places = usize::try_from(decimals).unwrap_or_default();
	format!("{whole}.{}", format!("{rest:0places$}").trim_end_matches('0'))
}

fn with_separators(number: u128) -> String {
	let digits = number.to_string();
	let mut separated = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place) % 3 == 0 {
			separated.push(',');
		}
		separated.push(digit);
	}
	separated
}
