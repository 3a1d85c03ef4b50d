// SPDX-License-Identifier: Apache-2.0
//! Anonymous passports: somebody shows a service that they are one of the citizens, and the same one as last time.
//!
//! The proof says: a member of this ring, which a certificate proves, made it. It yields an *alias*: the same each time
//! for one person, one service and purpose, one season, and linkable to nothing else. A service that accepts each alias
//! once has one voice a person. The proof tells the ring, so the person is one of at most 255.

use crate::{
	hash::blake2_256,
	passport::{check_age, text, Expected},
	report::hex,
	scale, verify, Error, Hash, Statement, Verified,
};
use alloc::{format, string::String, vec::Vec};
use verifiable::{
	ring::{bandersnatch::BandersnatchVrfVerifiable as Scheme, RingDomainSize},
	DecodeUnchecked, GenerateVerifiable,
};

/// What an anonymous passport begins with: its name and its version.
pub const MAGIC: &[u8; 8] = b"CIVANON\x01";
/// The bytes of a proof of membership.
pub const PROOF: usize = 785;

/// What an anonymous passport proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anonymous {
	/// The person's name for this service, purpose and season.
	pub alias: [u8; 32],
	/// The ring that the person is one of.
	pub ring: u32,
	/// The season.
	pub season: u32,
	/// The block in which the ring was so.
	pub certified: Verified,
}

/// The scope of a service's purpose. A wallet makes it from the service's name that it sees itself, so that no service
/// learns somebody's alias at another.
pub fn scope(service: &str, purpose: &str) -> Hash {
	let mut named = b"civitas/scope/service".to_vec();
	scale::write_bytes(service.as_bytes(), &mut named);
	scale::write_bytes(purpose.as_bytes(), &mut named);
	blake2_256(&named)
}

/// The context of a scope in a season, as the chain names it: what the alias is for.
pub fn context(genesis: &Hash, season: u32, scope: &Hash) -> Hash {
	blake2_256(&[&b"civitas/scope"[..], scope, genesis, &season.to_le_bytes()].concat())
}

/// The message of the proof.
pub fn message(genesis: &Hash, service: &str, purpose: &str, challenge: &str) -> String {
	format!(
		"Civitas anonymous passport\nchain: {}\nservice: {service}\npurpose: {purpose}\nchallenge: {challenge}",
		hex(genesis)
	)
}

/// Checks an anonymous passport for a purpose of the service. The caller must accept each challenge once.
pub fn check(file: &[u8], expected: &Expected, purpose: &str) -> Result<Anonymous, Error> {
	let mut input = scale::after_magic(file, MAGIC)?;
	let season: u32 = scale::value(&mut input).ok_or(Error::Malformed("season"))?;
	let number: u32 = scale::value(&mut input).ok_or(Error::Malformed("ring"))?;
	let service = text(&mut input).ok_or(Error::Malformed("service"))?;
	let its_purpose = text(&mut input).ok_or(Error::Malformed("purpose"))?;
	let challenge = text(&mut input).ok_or(Error::Malformed("challenge"))?;
	let proof = scale::take(&mut input, PROOF).ok_or(Error::Malformed("proof"))?;
	if (service, its_purpose) != (expected.service, purpose) {
		return Err(Error::OtherService);
	}
	if challenge != expected.challenge {
		return Err(Error::OtherChallenge);
	}
	let certified = verify(input, expected.genesis)?;
	// The certificate may be about many rings, so that nobody asks a node for their own.
	let ring = certified.statements.iter().find_map(|statement| match statement {
		Statement::Ring(ring) if ring.number == number => Some(ring),
		_ => None,
	});
	let ring = ring.ok_or(Error::NotAbout)?;
	check_age(&certified, expected)?;
	if (ring.season, certified.season) != (season, season) {
		return Err(Error::OtherSeason);
	}
	let context = context(expected.genesis, season, &scope(service, purpose));
	let message = message(expected.genesis, service, purpose, challenge);
	let alias = alias(&ring.commitment, &context, message.as_bytes(), proof)?;
	Ok(Anonymous { alias, ring: number, season, certified })
}

/// The alias of the ring's member who made the proof.
fn alias(commitment: &[u8], context: &[u8], message: &[u8], proof: &[u8]) -> Result<[u8; 32], Error> {
	// The chain computed the commitment, and the certificate proves it.
	let members = DecodeUnchecked::decode_unchecked(&mut &commitment[..]).map_err(|_| Error::BadProof)?;
	let proof = proof.to_vec().try_into().map_err(|_| Error::BadProof)?;
	Scheme::validate(RingDomainSize::Domain11, &proof, &members, context, message)
		.map_err(|_| Error::BadProof)
}

/// Puts an anonymous passport together.
pub fn assemble(
	(season, ring): (u32, u32),
	(service, purpose, challenge): (&str, &str, &str),
	proof: &[u8],
	certificate: &[u8],
) -> Vec<u8> {
	let mut file = MAGIC.to_vec();
	file.extend_from_slice(&season.to_le_bytes());
	file.extend_from_slice(&ring.to_le_bytes());
	for text in [service, purpose, challenge] {
		scale::write_bytes(text.as_bytes(), &mut file);
	}
	file.extend_from_slice(proof);
	file.extend_from_slice(certificate);
	file
}
