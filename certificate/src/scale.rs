// SPDX-License-Identifier: Apache-2.0
//! Reads SCALE. Each function takes what it reads off the front of `input`, and returns `None` if that cannot be.

use crate::Error;
use alloc::vec::Vec;
use parity_scale_codec::{Compact, Decode, Encode};

/// Bytes of the file.
pub type Bytes<'a> = &'a [u8];

/// Checks what a file begins with: seven bytes that name its kind, and its version.
pub fn after_magic<'a>(file: &'a [u8], magic: &[u8; 8]) -> Result<&'a [u8], Error> {
	let (kind, rest) = file.split_at_checked(7).ok_or(Error::NotThisKind)?;
	let (version, rest) = rest.split_first().ok_or(Error::NotThisKind)?;
	if Some(kind) != magic.get(..7) {
		return Err(Error::NotThisKind);
	}
	if Some(version) != magic.last() {
		return Err(Error::UnknownVersion);
	}
	Ok(rest)
}

/// The next `count` bytes.
pub fn take<'a>(input: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
	let (taken, rest) = input.split_at_checked(count)?;
	*input = rest;
	Some(taken)
}

/// The next `N` bytes.
pub fn array<const N: usize>(input: &mut &[u8]) -> Option<[u8; N]> {
	take(input, N)?.try_into().ok()
}

/// A value of fixed form.
pub fn value<T: Decode>(input: &mut &[u8]) -> Option<T> {
	T::decode(input).ok()
}

/// A compact number: in its shortest form only.
pub fn compact(input: &mut &[u8]) -> Option<u32> {
	value::<Compact<u32>>(input).map(|number| number.0)
}

/// A length, then as many bytes.
pub fn bytes<'a>(input: &mut &'a [u8]) -> Option<Bytes<'a>> {
	let length = compact(input)?;
	take(input, usize::try_from(length).ok()?)
}

/// A length of at most `most`, then as many items.
pub fn list<'a, T>(
	input: &mut &'a [u8],
	most: usize,
	item: impl Fn(&mut &'a [u8]) -> Option<T>,
) -> Option<Vec<T>> {
	let length = usize::try_from(compact(input)?).ok()?;
	if length > most {
		return None;
	}
	// The vector grows with what is read, not with what is promised.
	let mut items = Vec::new();
	for _ in 0..length {
		items.push(item(input)?);
	}
	Some(items)
}

/// Writes a length.
pub fn write_length(length: usize, file: &mut Vec<u8>) {
	Compact(u32::try_from(length).unwrap_or(u32::MAX)).encode_to(file);
}

/// Writes a length and as many bytes.
pub fn write_bytes(bytes: &[u8], file: &mut Vec<u8>) {
	write_length(bytes.len(), file);
	file.extend_from_slice(bytes);
}
