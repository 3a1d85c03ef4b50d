// SPDX-License-Identifier: Apache-2.0
//! Governance: referenda, the charter, and who may change what.

use crate::{
	governance::{
		origins::{self, AmendmentTracks, EnsureAppointment, EnsureCharter, EnsureJustice, OrEntrenched},
		tracks::{LongestPoll, Tracks, UndecidingTimeout},
		voters::{Actives, DecidingReferenda, EnsureProposer, EnsureStops},
	},
	parameters::{self, CharterParameters, RuntimeParameters},
	*,
};
use frame_support::{
	parameter_types,
	traits::{AsEnsureOriginWithArg, ConstU32, EitherOfDiverse},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use frame_system::EnsureRoot;
use pallet_citizenship::{EnsureFounder, MayAppoint};
use pallet_offices::EnsurePanelRegistrar;

impl pallet_parameters::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	/// An amendment of the charter, and nothing else: no account and no track, root included.
	type AdminOrigin = AsEnsureOriginWithArg<EnsureCharter>;
	type WeightInfo = weights::pallet_parameters::WeightInfo<Runtime>;
}

impl origins::Config for Runtime {}

/// The citizens who appoint: the track for it, and the entrenched track.
pub type AppointingCitizens = OrEntrenched<EnsureAppointment>;

/// The founder who appoints, in the Founding tier.
pub type AppointingFounder = EnsureFounder<Runtime, MayAppoint>;

/// Those who appoint: the citizens, and the founder in the Founding tier.
pub type Appointers = EitherOfDiverse<AppointingCitizens, AppointingFounder>;

/// Those who judge: the justice track, and the entrenched one.
pub type Judges = OrEntrenched<EnsureJustice>;

impl pallet_offices::Config for Runtime {
	type AppointOrigin = AppointingCitizens;
	type FounderOrigin = AppointingFounder;
	type Tiers = Census;
	type Calendar = Seasons;
	type Term = parameters::OfficeTerm;
	type WeightInfo = pallet_offices::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// What a proposal costs its author if it fails. It is for poor citizens, too, and yet nobody makes a hundred of
	/// them for fun.
	pub const SubmissionDeposit: Balance = CIV;
}

impl pallet_referenda::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_referenda::WeightInfo<Runtime>;
	/// Moves what finds no room to a later block, and wakes no void poll.
	type Scheduler = pallet_polls::Patient<Runtime>;
	type Currency = Balances;
	/// Active citizens with few enough open polls, on every track.
	type SubmitOrigin = EnsureProposer;
	/// The entrenched track. Others stop polls by `polls.cancel`, which knows the poll's track.
	type CancelOrigin = EnsureRoot<AccountId>;
	/// The entrenched track, for spam and fraud. Deposits go to the treasury.
	type KillOrigin = EnsureRoot<AccountId>;
	type Slash = Treasury;
	type Votes = u64;
	type Tally = pallet_quadratic_voting::Tally<Runtime>;
	type SubmissionDeposit = SubmissionDeposit;
	type MaxQueued = ConstU32<100>;
	type UndecidingTimeout = UndecidingTimeout;
	type AlarmInterval = ConstU32<1>;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// Little enough that a block with full clean-up is still executed in time on a slower machine.
	pub const VotingUpkeepWeight: Weight = Weight::from_parts(100 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX);
	/// Enough for some polls a block.
	pub const PollsUpkeepWeight: Weight = Weight::from_parts(20 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX);
}

impl pallet_polls::Config for Runtime {
	type Agenda = Scheduler;
	type Calendar = Seasons;
	/// The entrenched track stops every poll; justice stops those for which less is required than for its own.
	type StopOrigin = EnsureStops;
	type OpenPolls = parameters::OpenPolls;
	type UpkeepWeight = PollsUpkeepWeight;
	type WeightInfo = pallet_polls::weights::SubstrateWeight<Runtime>;
}

impl pallet_quadratic_voting::Config for Runtime {
	type Polls = Referenda;
	type Tracks = Tracks;
	type Texts = Polls;
	type Ballots = Roll;
	type Citizenry = Citizenship;
	type Active = Actives;
	type Calendar = Seasons;
	type CreditsPerSeason = parameters::CreditsPerSeason;
	type FreeVotesPerSeason = parameters::FreeVotesPerSeason;
	type UpkeepWeight = VotingUpkeepWeight;
	type WeightInfo = pallet_quadratic_voting::weights::SubstrateWeight<Runtime>;
}

impl pallet_outside_panel::Config for Runtime {
	/// Whoever is appointed to keep the register.
	type RegistrarOrigin = EnsurePanelRegistrar<Runtime>;
	type Citizenry = Citizenship;
	/// Fixed before the poll began, and known only after it has.
	type Randomness = pallet_babe::RandomnessFromOneEpochAgo<Runtime>;
	type Decisions = DecidingReferenda;
	type Tally = QuadraticVoting;
	type PanelSize = parameters::PanelSize;
	type MinResidents = parameters::MinResidents;
	type MaxResidents = ConstU32<1_000_000>;
	type FreeVotesPerPoll = ConstU32<8>;
	type LongestDecision = LongestPoll;
	type WeightInfo = pallet_outside_panel::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const PopulationGoal: u32 = 100_000;
}

impl pallet_charter::Config for Runtime {
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type Founders = Citizenship;
	type Tiers = Census;
	type Population = Census;
	type Parameters = CharterParameters;
	/// The charter's track for what is ordinary, the entrenched track for everything.
	type AmendmentOrigin = AmendmentTracks;
	type VetoPeriod = parameters::VetoPeriod;
	type ConsentPeriod = parameters::ConsentPeriod;
	type RejectionSeasons = parameters::RejectionSeasons;
	type PopulationGoal = PopulationGoal;
	type WeightInfo = pallet_charter::weights::SubstrateWeight<Runtime>;
}
