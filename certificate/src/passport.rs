// SPDX-License-Identifier: Apache-2.0
//! Passports: somebody shows a service that an account is a citizen's, and theirs.
//!
//! The service names a challenge that it has never used before. The citizen's wallet signs it as text ([`message`]), so
//! that the person sees what they sign. The passport is that signature together with a certificate about the account.
//! A service accepts each challenge once.

use crate::{
	hash::blake2_256,
	report::hex,
	scale,
	state::{Citizen, Standing},
	verify, Error, Hash, Statement, Verified,
};
use alloc::{format, string::String, vec::Vec};

/// What a passport begins with: its name and its version.
pub const MAGIC: &[u8; 8] = b"CIVPASS\x01";
/// The most bytes of a service's name or a challenge.
pub const MAX_TEXT: usize = 256;
/// How far the certified block may be ahead of the verifier's clock, in milliseconds.
pub const CLOCK_DRIFT: u64 = 60_000;

/// What the verifier of a passport asks for.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
	/// The chain: the hash of its genesis block.
	pub genesis: &'a Hash,
	/// The name of the service: its host name.
	pub service: &'a str,
	/// The challenge that the service gave.
	pub challenge: &'a str,
	/// The time, in milliseconds since 1970.
	pub now: u64,
	/// How old the certified block may be, in milliseconds.
	pub max_age: u64,
}

/// What a passport proves: its holder answered the challenge, and the account is an active citizen's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passport {
	/// The account.
	pub account: [u8; 32],
	/// Its citizen.
	pub citizen: Standing,
	/// The block in which that was so.
	pub certified: Verified,
}

/// The text that a wallet signs.
pub fn message(genesis: &Hash, service: &str, challenge: &str) -> String {
	format!("Civitas passport\nchain: {}\nservice: {service}\nchallenge: {challenge}", hex(genesis))
}

/// A wallet's signature, with the kind of its key.
pub struct Signature<'a> {
	kind: u8,
	bytes: &'a [u8],
}

impl<'a> Signature<'a> {
	fn read(input: &mut &'a [u8]) -> Option<Self> {
		let kind = scale::value(input)?;
		let length = match kind {
			0 | 1 => 64,
			2 => 65,
			_ => return None,
		};
		Some(Self { kind, bytes: scale::take(input, length)? })
	}

	/// Whether `account` has signed `message`, plain or wrapped as wallets do.
	fn is_by(&self, account: &[u8; 32], message: &[u8]) -> bool {
		let wrapped = [b"<Bytes>", message, b"</Bytes>"].concat();
		[message, &wrapped[..]].iter().any(|signed| match self.kind {
			0 => is_ed25519(account, self.bytes, signed),
			1 => is_sr25519(account, self.bytes, signed),
			_ => is_ecdsa(account, self.bytes, signed),
		})
	}
}

fn is_ed25519(account: &[u8; 32], signature: &[u8], message: &[u8]) -> bool {
	let Ok(signature) = ed25519_zebra::Signature::try_from(signature) else { return false };
	ed25519_zebra::VerificationKey::try_from(*account)
		.is_ok_and(|key| key.verify(&signature, message).is_ok())
}

fn is_sr25519(account: &[u8; 32], signature: &[u8], message: &[u8]) -> bool {
	let Ok(signature) = schnorrkel::Signature::from_bytes(signature) else { return false };
	schnorrkel::PublicKey::from_bytes(account)
		.is_ok_and(|key| key.verify_simple(b"substrate", message, &signature).is_ok())
}

/// The account of an ECDSA key is the hash of the key, which the signature yields.
fn is_ecdsa(account: &[u8; 32], signature: &[u8], message: &[u8]) -> bool {
	use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};
	let Some((recovery, signature)) = signature.split_last() else { return false };
	let (Some(recovery), Ok(signature)) =
		(RecoveryId::from_byte(*recovery), Signature::from_slice(signature))
	else {
		return false;
	};
	// Of the two forms of a signature, the one that wallets make.
	if signature.normalize_s().is_some() {
		return false;
	}
	VerifyingKey::recover_from_prehash(&blake2_256(message), &signature, recovery)
		.is_ok_and(|key| blake2_256(key.to_encoded_point(true).as_bytes()) == *account)
}

/// Reads a text of the file: UTF-8, not too long.
pub(crate) fn text<'a>(input: &mut &'a [u8]) -> Option<&'a str> {
	let bytes = scale::bytes(input)?;
	if bytes.len() > MAX_TEXT {
		return None;
	}
	core::str::from_utf8(bytes).ok()
}

/// Checks that a certified block is as recent as the verifier asks.
pub(crate) fn check_age(certified: &Verified, expected: &Expected) -> Result<(), Error> {
	if certified.time > expected.now.saturating_add(CLOCK_DRIFT) {
		return Err(Error::FromTheFuture);
	}
	if expected.now.saturating_sub(certified.time) > expected.max_age {
		return Err(Error::TooOld);
	}
	Ok(())
}

/// Checks a passport. The caller must accept each challenge once.
pub fn check(file: &[u8], expected: &Expected) -> Result<Passport, Error> {
	let mut input = scale::after_magic(file, MAGIC)?;
	let account: [u8; 32] = scale::array(&mut input).ok_or(Error::Malformed("account"))?;
	let service = text(&mut input).ok_or(Error::Malformed("service"))?;
	let challenge = text(&mut input).ok_or(Error::Malformed("challenge"))?;
	let signature = Signature::read(&mut input).ok_or(Error::Malformed("signature"))?;
	if service != expected.service {
		return Err(Error::OtherService);
	}
	if challenge != expected.challenge {
		return Err(Error::OtherChallenge);
	}
	let certified = verify(input, expected.genesis)?;
	if !signature.is_by(&account, message(expected.genesis, service, challenge).as_bytes()) {
		return Err(Error::BadSignature);
	}
	let [Statement::Citizen(Citizen { account: about, citizen })] = &certified.statements[..] else {
		return Err(Error::NotAbout);
	};
	if *about != account {
		return Err(Error::NotAbout);
	}
	check_age(&certified, expected)?;
	let citizen = citizen.clone().ok_or(Error::NotCitizen)?;
	if citizen.is_suspended {
		return Err(Error::Suspended);
	}
	if !citizen.is_present {
		return Err(Error::Dormant);
	}
	Ok(Passport { account, citizen, certified })
}

/// Puts a passport together: `signature` is a SCALE `MultiSignature`, its kind and its bytes.
pub fn assemble(
	account: &[u8; 32],
	service: &str,
	challenge: &str,
	signature: &[u8],
	certificate: &[u8],
) -> Vec<u8> {
	let mut file = MAGIC.to_vec();
	file.extend_from_slice(account);
	scale::write_bytes(service.as_bytes(), &mut file);
	scale::write_bytes(challenge.as_bytes(), &mut file);
	file.extend_from_slice(signature);
	file.extend_from_slice(certificate);
	file
}
