//! The parameters as the charter amends them: one table that says, for each, its bounds and its article.

use crate::{
	facts::ParameterFact,
	governance::origins::Origin,
	parameters::{self, amendable, RuntimeParameters},
	ranges::Range,
	Census, Parameters, Runtime,
};
use alloc::{vec, vec::Vec};
use civitas_primitives::{ArticleNumber, ConstitutionalParameters, ParameterFault, ParameterRule};
use frame_support::{
	dispatch::DispatchResult,
	traits::{dynamic_params::AggregatedKeyValue, Get, OnRuntimeUpgrade},
	weights::Weight,
};

/// The numbers of the articles that parameters stand under, in the charter that chains begin with.
///
/// A founder who begins a state under another charter keeps these numbers for articles of the same matter. A genesis
/// whose charter lacks one of them is refused.
pub mod articles {
	use super::ArticleNumber;

	pub const MEMBERSHIP: ArticleNumber = 1;
	pub const BALLOTS: ArticleNumber = 3;
	pub const DUE_PROCESS: ArticleNumber = 4;
	pub const LAND: ArticleNumber = 5;
	pub const MONEY: ArticleNumber = 6;
	pub const FOUNDER: ArticleNumber = 7;
	pub const TIERS: ArticleNumber = 8;
	pub const AMENDMENT: ArticleNumber = 9;
	pub const OUTSIDE_VOICES: ArticleNumber = 11;

	/// What stands under these decides who votes, how votes count, and how the state grows. It is entrenched whatever
	/// a charter says of the articles themselves, so that no founder sets it alone.
	pub const ALWAYS_ENTRENCHED: [ArticleNumber; 7] =
		[MEMBERSHIP, BALLOTS, DUE_PROCESS, FOUNDER, TIERS, AMENDMENT, OUTSIDE_VOICES];

	/// What stands under these takes effect a season after it is passed, so that holders of land can settle what they
	/// have.
	pub const WITH_NOTICE: [ArticleNumber; 2] = [LAND, MONEY];
}

/// The parameters as the charter amends them. Nothing else sets them.
pub struct CharterParameters;

/// A parameter with a value.
macro_rules! parameter {
	($wrap:ident $group:ident $name:ident = $value:expr) => {
		RuntimeParameters::$wrap(amendable::$group::Parameters::$name(amendable::$group::$name, Some($value)))
	};
}

/// Makes of the table below what the charter asks of parameters. A parameter without a row does not compile.
macro_rules! constitution {
	($($wrap:ident $group:ident { $($name:ident: $range:ident under $article:ident,)* })*) => {
		impl ConstitutionalParameters for CharterParameters {
			type Parameter = RuntimeParameters;

			fn all() -> Vec<RuntimeParameters> {
				vec![$($(
					parameter!($wrap $group $name = amendable::$group::$name::get()),
				)*)*]
			}

			fn current(of: &RuntimeParameters) -> RuntimeParameters {
				match of {
					$($(RuntimeParameters::$wrap(amendable::$group::Parameters::$name(..)) => {
						parameter!($wrap $group $name = amendable::$group::$name::get())
					})*)*
				}
			}

			fn rule(of: &RuntimeParameters) -> ParameterRule<RuntimeParameters> {
				let (article, floor, ceiling) = match of {
					$($(RuntimeParameters::$wrap(amendable::$group::Parameters::$name(..)) => (
						articles::$article,
						parameter!($wrap $group $name = parameters::$range::floor()),
						parameter!($wrap $group $name = parameters::$range::ceiling()),
					),)*)*
				};
				ParameterRule {
					article,
					entrenched: articles::ALWAYS_ENTRENCHED.contains(&article),
					deferred: articles::WITH_NOTICE.contains(&article),
					floor,
					ceiling,
				}
			}

			fn check(parameter: &RuntimeParameters) -> Result<(), ParameterFault> {
				match parameter {
					$($(RuntimeParameters::$wrap(amendable::$group::Parameters::$name(_, value)) => {
						within::<parameters::$range>(*value, parameters::$range::floor())
					})*)*
				}?;
				Self::check_growth(parameter)
			}

			fn set(parameter: RuntimeParameters) -> DispatchResult {
				Parameters::set_parameter(Origin::Charter.into(), parameter)
			}

			#[cfg(feature = "runtime-benchmarks")]
			fn example(n: u32) -> RuntimeParameters {
				// As many different ones as an amendment can set, each with a value that it does not have.
				let all = Self::all();
				let of = all.iter().cycle().nth(n as usize).expect("there are parameters; benchmarks only");
				let ParameterRule { floor, ceiling, .. } = Self::rule(of);
				if *of == floor { ceiling } else { floor }
			}
		}

		impl CharterParameters {
			/// That a state may begin with `parameter`.
			pub(crate) fn check_beginning(parameter: &RuntimeParameters) -> Result<(), ParameterFault> {
				match parameter {
					$($(RuntimeParameters::$wrap(amendable::$group::Parameters::$name(_, value)) => {
						within::<parameters::$range>(*value, parameters::$range::least())
					})*)*
				}
			}

			/// What a founding must know of each parameter.
			pub(crate) fn facts() -> Vec<ParameterFact> {
				vec![$($(
					ParameterFact::of::<parameters::$range>(
						stringify!($group),
						stringify!($name),
						articles::$article,
					),
				)*)*]
			}

			/// The same parameter with the nearest value that the chain can work with.
			fn workable(of: RuntimeParameters) -> RuntimeParameters {
				match of {
					$($(RuntimeParameters::$wrap(amendable::$group::Parameters::$name(..)) => {
						let value = amendable::$group::$name::get();
						let (least, most) = (parameters::$range::least(), parameters::$range::ceiling());
						parameter!($wrap $group $name = value.clamp(least, most))
					})*)*
				}
			}
		}
	};
}

constitution! {
	// The census, and with it the tier, turns with the seasons.
	Seasons seasons {
		SeasonLength: SeasonLength under TIERS,
	}
	Citizenship citizenship {
		ApplicationDeposit: ApplicationDeposit under MEMBERSHIP,
		ChallengeBond: ChallengeBond under DUE_PROCESS,
		ChallengePeriod: ChallengePeriod under MEMBERSHIP,
		RulingPeriod: RulingPeriod under DUE_PROCESS,
		ApplicationLifetime: ApplicationLifetimes under MEMBERSHIP,
		RequiredVouches: RequiredVouches under MEMBERSHIP,
		MaxOpenVouches: MaxOpenVouches under MEMBERSHIP,
		VoucherLiability: VoucherLiability under DUE_PROCESS,
		FreeActsPerSeason: FreeActsPerSeason under BALLOTS,
		FurtherChallengePeriod: FurtherChallengePeriod under MEMBERSHIP,
		MaxOpenChallenges: MaxOpenChallenges under DUE_PROCESS,
		IntakePercent: IntakePercent under MEMBERSHIP,
		IntakeAllowance: IntakeAllowance under MEMBERSHIP,
		SentencePercent: SentencePercent under DUE_PROCESS,
		AppealPeriod: AppealPeriod under DUE_PROCESS,
	}
	Roll roll {
		MinRingSize: MinRingSize under BALLOTS,
	}
	Charter charter {
		DeliberationDay: DeliberationDays under AMENDMENT,
		VetoPeriod: VetoPeriod under FOUNDER,
		ConsentPeriod: ConsentPeriod under FOUNDER,
		RejectionSeasons: RejectionSeasons under FOUNDER,
	}
	Voting voting {
		CreditsPerSeason: CreditsPerSeason under BALLOTS,
		FreeVotesPerSeason: FreeVotesPerSeason under BALLOTS,
		OpenPolls: OpenPolls under AMENDMENT,
	}
	Offices offices {
		OfficeTerm: OfficeTerm under FOUNDER,
	}
	// Who makes blocks is decided by ballots, so it is as entrenched as they are.
	Validators validators {
		CandidateBond: CandidateBond under BALLOTS,
		Seats: ValidatorSeats under BALLOTS,
		Quorum: ValidatorQuorum under BALLOTS,
		LeastApprovals: LeastApprovals under BALLOTS,
		ApprovalPercent: ApprovalPercent under BALLOTS,
		AbsenceSessions: AbsenceSessions under BALLOTS,
	}
	Panel panel {
		PanelSize: PanelSize under OUTSIDE_VOICES,
		MinResidents: MinResidents under OUTSIDE_VOICES,
	}
	Census census {
		FreeDeclarations: FreeDeclarations under BALLOTS,
	}
	Land land {
		EvictionNotice: EvictionNotice under LAND,
		AreaPerResident: AreaPerResident under LAND,
		RegistrationNotice: RegistrationNotice under LAND,
		LandChallengeBond: LandChallengeBond under LAND,
		LandRulingPeriod: LandRulingPeriod under LAND,
		AssignmentPeriod: AssignmentPeriod under LAND,
		StayPeriod: StayPeriod under LAND,
		RegistrarFactor: RegistrarFactor under LAND,
	}
	Tax tax {
		PhantomVotes: PhantomVotes under LAND,
		MinRate: MinRate under LAND,
		MaxRate: MaxRate under LAND,
		VotesPerSeason: VotesPerSeason under LAND,
		FreeVotesPerSeason: FreeOpinionsPerSeason under BALLOTS,
	}
	Harberger harberger {
		BaseRate: BaseRate under LAND,
		NoticePeriod: NoticePeriod under LAND,
		LookBack: LookBack under LAND,
		ReservePeriod: ReservePeriod under LAND,
		AuctionPeriod: AuctionPeriod under LAND,
		BidIncrement: BidIncrement under LAND,
		AuctionFactor: AuctionFactor under LAND,
		InitialPrice: InitialPrice under LAND,
		ForeclosureTip: ForeclosureTip under LAND,
		BindingPeriod: BindingPeriod under LAND,
		GracePeriod: GracePeriod under LAND,
		GraceSurcharge: GraceSurcharge under LAND,
	}
	Revenue revenue {
		DividendPart: DividendPart under MONEY,
		TreasuryPart: TreasuryPart under MONEY,
		ClaimSeasons: ClaimSeasons under MONEY,
	}
}

/// That `value` is one, not below `least` and not above the ceiling.
fn within<R: Range>(value: Option<R::Value>, least: R::Value) -> Result<(), ParameterFault> {
	match value {
		None => Err(ParameterFault::Unset),
		Some(value) if value < least => Err(ParameterFault::TooLow),
		Some(value) if value > R::ceiling() => Err(ParameterFault::TooHigh),
		Some(_) => Ok(()),
	}
}

impl CharterParameters {
	/// That `parameter` does not raise the number of vouches above that of the citizens who can give one.
	fn check_growth(parameter: &RuntimeParameters) -> Result<(), ParameterFault> {
		match parameter {
			RuntimeParameters::Citizenship(amendable::citizenship::Parameters::RequiredVouches(
				_,
				Some(vouches),
			)) if *vouches > parameters::RequiredVouches::get().max(Census::can_vouch()) => {
				Err(ParameterFault::TooHigh)
			}
			_ => Ok(()),
		}
	}
}

/// Writes down the value of every parameter that is still a default of the code, so that no upgrade changes the law by
/// changing a default. Values that the chain could not work with become the nearest ones with which it can.
///
/// For every upgrade: parameters that the new runtime brings are law with their first defaults from then on.
pub struct WriteEveryParameter;

impl OnRuntimeUpgrade for WriteEveryParameter {
	fn on_runtime_upgrade() -> Weight {
		let all = CharterParameters::all();
		let number = all.len() as u64;
		for parameter in all {
			let (key, value) = CharterParameters::workable(parameter).into_parts();
			if let Some(value) = value {
				pallet_parameters::Parameters::<Runtime>::insert(key, value);
			}
		}
		<Runtime as frame_system::Config>::DbWeight::get().reads_writes(number.saturating_mul(2), number)
	}
}
