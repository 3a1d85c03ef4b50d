// SPDX-License-Identifier: Apache-2.0
//! The words that back up a roll secret, in the format of the wallet library: 28 words of the BIP-39 list.
//!
//! | bits | content |
//! | ---: | --- |
//! | 8 | version: 1 |
//! | 20 | the season of the secret |
//! | 256 | the secret |
//! | 24 | checksum: the first bits of BLAKE2b-256 of `civitas/roll-backup` and the 284 bits before, as whole bytes |

use bip39::Language;
use sp_crypto_hashing::blake2_256;
use zeroize::Zeroizing;

const WORDS: usize = 28;
const WORD_BITS: u32 = 11;
const VERSION: u32 = 1;
/// The bits before the checksum.
const CONTENT: usize = 284;
const CHECKSUM_BITS: usize = 24;

type Bits = Zeroizing<Vec<bool>>;

fn push(bits: &mut Bits, value: u32, count: u32) {
	bits.extend((0..count).rev().map(|place| (value >> place) & 1 == 1));
}

fn number(bits: &[bool]) -> u32 {
	bits.iter().fold(0, |value, bit| (value << 1) | u32::from(*bit))
}

fn checksum(content: &[bool]) -> Vec<bool> {
	let mut message = Zeroizing::new(b"civitas/roll-backup".to_vec());
	for byte in content.chunks(8) {
		let mut byte = byte.to_vec();
		byte.resize(8, false);
		message.extend(u8::try_from(number(&byte)));
	}
	let mut bits = Zeroizing::new(Vec::new());
	for byte in blake2_256(&message).into_iter().take(CHECKSUM_BITS / 8) {
		push(&mut bits, byte.into(), 8);
	}
	bits.to_vec()
}

/// Writes a season and a secret as words.
pub(crate) fn write(season: u32, secret: &[u8; 32]) -> Zeroizing<String> {
	let mut bits = Zeroizing::new(Vec::with_capacity(CONTENT + CHECKSUM_BITS));
	push(&mut bits, VERSION, 8);
	push(&mut bits, season, 20);
	for byte in secret {
		push(&mut bits, u32::from(*byte), 8);
	}
	let sum = checksum(&bits);
	bits.extend(sum);
	let list = Language::English.word_list();
	let word = |bits: &[bool]| list.get(number(bits) as usize).copied().unwrap_or_default();
	Zeroizing::new(bits.chunks(WORD_BITS as usize).map(word).collect::<Vec<_>>().join(" "))
}

/// Reads words. Says why they are no backup.
pub(crate) fn read(words: &str) -> Result<(u32, Zeroizing<[u8; 32]>), String> {
	let words = Zeroizing::new(words.to_lowercase());
	let words = words.split_whitespace();
	match words.clone().count() {
		WORDS => (),
		12 | 15 | 18 | 21 | 24 => {
			return Err("these look like the seed words of an account; a roll secret has 28 words".into())
		}
		count => return Err(format!("a roll secret has {WORDS} words, and these are {count}")),
	}
	let mut bits = Zeroizing::new(Vec::with_capacity(CONTENT + CHECKSUM_BITS));
	for (word, place) in words.zip(1..) {
		let known = Language::English.find_word(word);
		push(
			&mut bits,
			known.ok_or_else(|| format!("word {place} is not in the list of words"))?.into(),
			WORD_BITS,
		);
	}
	let (content, sum) = bits.split_at(CONTENT);
	if checksum(content) != sum {
		return Err("a word is wrong, or two words are in the wrong order".into());
	}
	let (version, rest) = content.split_at(8);
	if number(version) != VERSION {
		return Err("these words are of a later version of this format".into());
	}
	let (season, rest) = rest.split_at(20);
	let mut secret = Zeroizing::new([0; 32]);
	for (byte, bits) in secret.iter_mut().zip(rest.chunks(8)) {
		*byte = u8::try_from(number(bits)).unwrap_or_default();
	}
	Ok((number(season), secret))
}
