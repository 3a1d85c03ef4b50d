// SPDX-License-Identifier: Apache-2.0
//! The entries of the chain's state that a certificate can be about, and what they mean.

use crate::{
	chain::Authorities,
	hash::{blake2_128_concat, twox_128, twox_64_concat},
	scale, Error, Hash,
};
use alloc::{string::String, vec::Vec};
use parity_scale_codec::Decode;

/// The first runtime whose census tells kinds of land apart.
const KINDS_OF_LAND: u32 = 103;
/// The first runtime whose entries this verifier can read.
const OLDEST: u32 = 102;
/// The most articles of a charter that this verifier reads, the preamble included.
const MAX_ARTICLES: u32 = 1024;

/// A state that entries can be read from.
pub trait State {
	/// The value of a key, if it has one.
	fn read(&mut self, key: &[u8]) -> Result<Option<Vec<u8>>, Error>;
}

/// What a certificate is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
	/// The census of a season.
	Census(u32),
	/// A ring of the nation, by its number.
	Ring(u32),
	/// How the citizen behind an account stands.
	Citizen([u8; 32]),
	/// The charter in force, with its whole text.
	Charter,
	/// One version of the charter, without its text.
	Version(u32),
}

impl Claim {
	pub(crate) fn read(input: &mut &[u8]) -> Option<Self> {
		Some(match scale::value::<u8>(input)? {
			0 => Self::Census(scale::value(input)?),
			1 => Self::Ring(scale::value(input)?),
			2 => Self::Citizen(scale::array(input)?),
			3 => Self::Charter,
			4 => Self::Version(scale::value(input)?),
			_ => return None,
		})
	}

	pub(crate) fn write(&self, file: &mut Vec<u8>) {
		let (kind, rest) = match self {
			Self::Census(season) => (0, season.to_le_bytes().to_vec()),
			Self::Ring(number) => (1, number.to_le_bytes().to_vec()),
			Self::Citizen(account) => (2, account.to_vec()),
			Self::Charter => (3, Vec::new()),
			Self::Version(number) => (4, number.to_le_bytes().to_vec()),
		};
		file.push(kind);
		file.extend(rest);
	}
}

/// What is true in the certified block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
	/// The census of a season.
	Census(CensusRecord),
	/// A ring that was built for the season.
	Ring(Ring),
	/// How an account's citizen stands.
	Citizen(Citizen),
	/// The charter in force.
	Charter(Charter),
	/// A version of the charter.
	Version(Version),
}

/// How a figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub enum Evidence {
	/// Counted by the chain from its own state.
	#[codec(index = 0)]
	Counted,
	/// Attested by each person with a signature.
	#[codec(index = 1)]
	Attested,
	/// Entered by a registrar, after public notice.
	#[codec(index = 3)]
	Registered,
	/// Declared by the holder or the citizen, without proof.
	#[codec(index = 2)]
	Declared,
	/// Money that was paid.
	#[codec(index = 4)]
	Collected,
}

/// A figure, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct Figure<T> {
	/// The figure.
	pub value: T,
	/// How it is known.
	pub evidence: Evidence,
}

/// How much there is of one kind of land.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct Extent {
	/// Parcels, units of buildings included.
	pub parcels: u32,
	/// The land of those on the ground, in square metres.
	pub area: u64,
	/// The floor of those that are units of buildings, in square metres.
	pub floor: u64,
}

/// One exact version of the charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct CharterRef {
	/// The version's number, from 1.
	pub version: u32,
	/// The hash of the text and all its earlier versions.
	pub hash: Hash,
}

/// How far power has moved from the founder to the citizens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub enum Tier {
	/// The founder has all powers.
	Founding,
	/// The founder may amend ordinary articles, and veto.
	Consultative,
	/// The founder may veto each text once.
	Shared,
	/// The founder has no power.
	Community,
}

/// The census of one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CensusRecord {
	/// The season.
	pub season: u32,
	/// The block in which it was over.
	pub closed_at: u32,
	/// Who there was.
	pub population: Population,
	/// Parcels that somebody holds. Before version 103 of the runtime: all parcels.
	pub parcels: Figure<u32>,
	/// Their land, in square metres.
	pub area: Figure<u64>,
	/// The kinds of land. `None` before version 103 of the runtime.
	pub land: Option<KindsOfLand>,
	/// The sum of the held parcels' valuations, in units of 1e-12 CIV.
	pub valuation: Figure<u128>,
	/// What land has yielded in the season, in units of 1e-12 CIV. `None` before version 103 of the runtime.
	pub revenue: Option<Figure<u128>>,
	/// Money, charter and tier.
	pub state: StateOfTheNation,
}

/// The people of a census.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct Population {
	/// Citizens of any standing.
	pub citizens: Figure<u32>,
	/// Citizens in full standing who were seen in the season.
	pub active: Figure<u32>,
	/// Suspended citizens.
	pub suspended: Figure<u32>,
	/// Citizens admitted in the season.
	pub admitted: Figure<u32>,
	/// Citizens who left in the season.
	pub left: Figure<u32>,
	/// Citizens whose residence is confirmed.
	pub residents: Figure<u32>,
}

/// Land that is not simply held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindsOfLand {
	/// The floor of the held units of buildings, in square metres.
	pub floor: Figure<u64>,
	/// Land reserved for somebody who has not accepted it.
	pub assigned: Figure<Extent>,
	/// Land in common ownership.
	pub common: Figure<Extent>,
	/// Public land.
	pub public: Figure<Extent>,
}

/// The end of a census record.
#[derive(Clone, Debug, PartialEq, Eq, Decode)]
pub struct StateOfTheNation {
	/// What the treasury owns, in units of 1e-12 CIV.
	pub treasury: Figure<u128>,
	/// How many citizens declared a yearly income in each band.
	pub incomes: Figure<[u32; 16]>,
	/// The least that those incomes add up to.
	pub income: Figure<u128>,
	/// The charter in force.
	pub charter: CharterRef,
	/// The tier.
	pub tier: Tier,
	/// How citizens came and were seen.
	pub people: Option<People>,
}

/// How citizens came and were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct People {
	/// Active citizens who have attested themselves in a season after that of their admission.
	pub attested: Figure<u32>,
	/// Active citizens past probation.
	pub settled: Figure<u32>,
	/// Citizens who were vouched for.
	pub vouched: Figure<u32>,
	/// Citizens whom the founder admitted.
	pub by_founder: Figure<u32>,
	/// Citizens of the genesis.
	pub genesis: Figure<u32>,
	/// Citizens who came before the census recorded how.
	pub unrecorded: Figure<u32>,
}

/// A ring of the nation, built for the season of the certified block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
	/// Its number.
	pub number: u32,
	/// The season.
	pub season: u32,
	/// What proofs of membership are checked against.
	pub commitment: [u8; 288],
}

/// How an account's citizen stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citizen {
	/// The account.
	pub account: [u8; 32],
	/// The citizen behind it. `None`: nobody, or nobody any more.
	pub citizen: Option<Standing>,
}

/// How a citizen stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
	/// The citizen's permanent number.
	pub id: u32,
	/// Whether the justice track has suspended the citizen.
	pub is_suspended: bool,
	/// The block of admission.
	pub admitted_at: u32,
	/// The season of admission.
	pub admitted_in: u32,
	/// The charter that the citizen accepted.
	pub charter: CharterRef,
	/// The season in which the citizen was last seen.
	pub last_attested: u32,
	/// Whether that is the season of the certified block, or the one before.
	pub is_present: bool,
}

/// The charter in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
	/// Which version.
	pub charter: CharterRef,
	/// All articles, by number from zero, which is the preamble.
	pub articles: Vec<Article>,
}

/// An article as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
	/// Its number.
	pub number: u32,
	/// How often it has been changed, from 1.
	pub version: u32,
	/// The version of the charter that brought it.
	pub since: u32,
	/// Its title.
	pub title: String,
	/// Its text.
	pub text: String,
	/// Whether it takes two thirds to change.
	pub is_entrenched: bool,
	/// Whether it is repealed.
	pub is_repealed: bool,
}

/// A version of the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
	/// Its number and hash.
	pub charter: CharterRef,
	/// The block in which it came into force.
	pub at: u32,
}

/// When and by which runtime a state was written.
pub(crate) struct Moment {
	/// The time of the block, in milliseconds since 1970.
	pub time: u64,
	/// The runtime's version.
	pub runtime: u32,
	/// The season.
	pub season: u32,
}

fn entry(pallet: &str, item: &str, keys: &[Vec<u8>]) -> Vec<u8> {
	let mut key = twox_128(pallet.as_bytes());
	key.extend(twox_128(item.as_bytes()));
	key.extend(keys.iter().flatten());
	key
}

fn numbered(pallet: &str, item: &str, number: u32) -> Vec<u8> {
	entry(pallet, item, &[twox_64_concat(&number.to_le_bytes())])
}

/// Reads an entry that every chain has.
fn required(state: &mut impl State, key: &[u8], name: &'static str) -> Result<Vec<u8>, Error> {
	state.read(key)?.ok_or(Error::MissingEntry(name))
}

/// Reads a whole value.
fn whole<T: Decode>(bytes: &[u8], name: &'static str) -> Result<T, Error> {
	let mut input = bytes;
	let value = scale::value(&mut input).ok_or(Error::MalformedEntry(name))?;
	if input.is_empty() {
		Ok(value)
	} else {
		Err(Error::MalformedEntry(name))
	}
}

/// The keys that are proven in the state of the genesis block.
pub fn genesis_keys() -> Vec<Vec<u8>> {
	alloc::vec![entry("Grandpa", "Authorities", &[])]
}

/// The first authorities.
pub(crate) fn authorities(state: &mut impl State) -> Result<Authorities, Error> {
	const NAME: &str = "Grandpa.Authorities";
	let bytes = required(state, &entry("Grandpa", "Authorities", &[]), NAME)?;
	let mut input = &bytes[..];
	match Authorities::read(&mut input) {
		Some(authorities) if input.is_empty() => Ok(authorities),
		_ => Err(Error::MalformedEntry(NAME)),
	}
}

/// The moment of a state.
pub(crate) fn moment(state: &mut impl State) -> Result<Moment, Error> {
	const UPGRADE: &str = "System.LastRuntimeUpgrade";
	let bytes = required(state, &entry("System", "LastRuntimeUpgrade", &[]), UPGRADE)?;
	let mut input = &bytes[..];
	let runtime = scale::compact(&mut input).ok_or(Error::MalformedEntry(UPGRADE))?;
	if runtime < OLDEST {
		return Err(Error::UnknownRuntime);
	}
	let time = required(state, &entry("Timestamp", "Now", &[]), "Timestamp.Now")?;
	// The entry is written when a season turns, so it is not there in the first one.
	let season = match state.read(&entry("Seasons", "Current", &[]))? {
		Some(current) => whole::<(u32, u32)>(&current, "Seasons.Current")?.0,
		None => 0,
	};
	Ok(Moment { time: whole(&time, "Timestamp.Now")?, runtime, season })
}

/// What is true of a claim.
pub(crate) fn statement(state: &mut impl State, runtime: u32, claim: &Claim) -> Result<Statement, Error> {
	match claim {
		Claim::Census(season) => census(state, runtime, *season).map(Statement::Census),
		Claim::Ring(number) => ring(state, *number).map(Statement::Ring),
		Claim::Citizen(account) => citizen(state, account).map(Statement::Citizen),
		Claim::Charter => charter(state).map(Statement::Charter),
		Claim::Version(number) => version(state, *number).map(Statement::Version),
	}
}

fn census(state: &mut impl State, runtime: u32, season: u32) -> Result<CensusRecord, Error> {
	let bytes = state.read(&numbered("Census", "Records", season))?.ok_or(Error::SeasonNotOver)?;
	let mut input = &bytes[..];
	match record(&mut input, runtime >= KINDS_OF_LAND) {
		Some(record) if input.is_empty() && record.season == season => Ok(record),
		_ => Err(Error::MalformedEntry("Census.Records")),
	}
}

fn record(input: &mut &[u8], has_kinds: bool) -> Option<CensusRecord> {
	let season = scale::value(input)?;
	let closed_at = scale::value(input)?;
	let population = scale::value(input)?;
	let parcels = scale::value(input)?;
	let area = scale::value(input)?;
	let floor = if has_kinds { Some(scale::value(input)?) } else { None };
	let valuation = scale::value(input)?;
	let land = match floor {
		Some(floor) => Some(KindsOfLand {
			floor,
			assigned: scale::value(input)?,
			common: scale::value(input)?,
			public: scale::value(input)?,
		}),
		None => None,
	};
	let revenue = if has_kinds { Some(scale::value(input)?) } else { None };
	let state = scale::value(input)?;
	Some(CensusRecord { season, closed_at, population, parcels, area, land, valuation, revenue, state })
}

fn ring(state: &mut impl State, number: u32) -> Result<Ring, Error> {
	const SEALING: &str = "Roll.CurrentSealing";
	/// The seats of the season are fixed.
	const OPEN: u8 = 3;
	let sealing = state.read(&entry("Roll", "CurrentSealing", &[]))?.ok_or(Error::RollNotSealed)?;
	let (season, phase, _until) = whole::<(u32, u8, u64)>(&sealing, SEALING)?;
	if phase != OPEN {
		return Err(Error::RollNotSealed);
	}
	// A ring of the nation, the first kind of ring.
	let mut name = alloc::vec![0u8];
	name.extend(number.to_le_bytes());
	let name = blake2_128_concat(&name);
	let unbuilt = state.read(&entry("Roll", "Unbuilt", core::slice::from_ref(&name)))?;
	let commitment = state.read(&entry("Roll", "Commitments", &[name]))?;
	match (unbuilt, commitment) {
		(None, Some(commitment)) => {
			Ok(Ring { number, season, commitment: whole(&commitment, "Roll.Commitments")? })
		}
		_ => Err(Error::RingNotBuilt),
	}
}

fn citizen(state: &mut impl State, account: &[u8; 32]) -> Result<Citizen, Error> {
	const CITIZENS: &str = "Citizenship.Citizens";
	let account = *account;
	let Some(id) = state.read(&entry("Citizenship", "CitizenIds", &[blake2_128_concat(&account)]))? else {
		return Ok(Citizen { account, citizen: None });
	};
	let id: u32 = whole(&id, "Citizenship.CitizenIds")?;
	let bytes = required(state, &numbered("Citizenship", "Citizens", id), CITIZENS)?;
	// What follows in the entry is not needed.
	type Beginning = ([u8; 32], bool, u32, u32, CharterRef);
	let (owner, is_suspended, admitted_at, admitted_in, charter) =
		scale::value::<Beginning>(&mut &bytes[..]).ok_or(Error::MalformedEntry(CITIZENS))?;
	if owner != account {
		return Err(Error::MalformedEntry(CITIZENS));
	}
	const ATTESTED: &str = "Census.LastAttested";
	let last_attested =
		whole(&required(state, &numbered("Census", "LastAttested", id), ATTESTED)?, ATTESTED)?;
	let now = moment(state)?.season;
	let is_present = now.checked_sub(last_attested).is_some_and(|seasons| seasons <= 1);
	let standing =
		Standing { id, is_suspended, admitted_at, admitted_in, charter, last_attested, is_present };
	Ok(Citizen { account, citizen: Some(standing) })
}

fn charter(state: &mut impl State) -> Result<Charter, Error> {
	const IN_FORCE: &str = "Charter.InForce";
	const NEXT: &str = "Charter.NextArticle";
	const LAST: &str = "Charter.LastVersions";
	let charter = whole(&required(state, &entry("Charter", "InForce", &[]), IN_FORCE)?, IN_FORCE)?;
	let next: u32 = whole(&required(state, &entry("Charter", "NextArticle", &[]), NEXT)?, NEXT)?;
	if next > MAX_ARTICLES {
		return Err(Error::CharterTooLong);
	}
	let mut articles = Vec::new();
	for number in 0..next {
		let version = whole(&required(state, &numbered("Charter", "LastVersions", number), LAST)?, LAST)?;
		articles.push(article(state, number, version)?);
	}
	Ok(Charter { charter, articles })
}

fn article(state: &mut impl State, number: u32, version: u32) -> Result<Article, Error> {
	const NAME: &str = "Charter.Articles";
	let keys = [twox_64_concat(&number.to_le_bytes()), twox_64_concat(&version.to_le_bytes())];
	let bytes = required(state, &entry("Charter", "Articles", &keys), NAME)?;
	let (since, title, text, is_entrenched, is_repealed) =
		whole::<(u32, String, String, bool, bool)>(&bytes, NAME)?;
	Ok(Article { number, version, since, title, text, is_entrenched, is_repealed })
}

fn version(state: &mut impl State, number: u32) -> Result<Version, Error> {
	const NAME: &str = "Charter.Versions";
	let bytes = required(state, &numbered("Charter", "Versions", number), NAME)?;
	// What follows in the entry is not needed.
	let (hash, at) = scale::value::<(Hash, u32)>(&mut &bytes[..]).ok_or(Error::MalformedEntry(NAME))?;
	Ok(Version { charter: CharterRef { version: number, hash }, at })
}
