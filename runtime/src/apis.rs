//! What nodes, pages and wallets may ask the runtime.

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::{
	Alias, ArticleNumber, CellId, CharterRef, CitizenId, Context, Footprint, Headcount, Neighbourhood,
	ParcelId, PollIndex, RingId, RollKey, SeasonIndex, TerritoryId, Tier, TierThresholds,
};
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::KeyOwnerProofSystem,
	weights::Weight,
};
use pallet_census::{Attendance, ByBand, CensusRecord, Declaration};
use pallet_charter::{
	ArticleInfo, Base, ChangeOfVersion, Changes, Entrenchment, FounderInfo, MilestoneInfo, ParameterInfo,
	ParameterList, PendingAmendment, PendingInfo, VersionRecord,
};
use pallet_citizenship::{ApplicationInfo, CitizenInfo, IntakeInfo};
use pallet_dividend::DividendInfo;
use pallet_floating_tax::{OpinionInfo, Vote as Opinion};
use pallet_harberger::{AuctionInfo, HoldingInfo, Index, Quote};
use pallet_land::{
	grid::{Bounds, Point, Tile},
	Cursor, Filing, Found, Inhabitant, Overview, ParcelInfo, ResidenceInfo, Territory, Unit,
};
use pallet_outside_panel::{PanelInfo, Resident, SeatInfo, Size};
use pallet_polls::PollState;
use pallet_quadratic_voting::{PurseInfo, TallyInfo, Vote};
use pallet_roll::{AliasInfo, CellRings, Enrolment, RingBatch, RingInfo, RollInfo};
use pallet_seasons::runtime_api::SeasonInfo;
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
pub use pallet_validators::runtime_api::ValidatorsApi;
use pallet_validators::{CandidateId, CandidateInfo, Outlook, SeatInfo as ValidatorSeat};
use parameters::RuntimeParameters;
use parity_scale_codec::Encode;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata, H256};
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, DispatchError, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;

sp_api::impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: InherentData,
		) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			transaction: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, transaction, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> OpaqueGeneratedSessionKeys {
			opaque::SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			opaque::SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> sp_consensus_babe::BabeConfiguration {
			let epoch = Babe::epoch_config().unwrap_or(configs::consensus::EPOCH_CONFIG);
			sp_consensus_babe::BabeConfiguration {
				slot_duration: Babe::slot_duration(),
				epoch_length: configs::consensus::EPOCH_DURATION_IN_SLOTS,
				c: epoch.c,
				authorities: Babe::authorities().to_vec(),
				randomness: Babe::randomness(),
				allowed_slots: epoch.allowed_slots,
			}
		}

		fn current_epoch_start() -> sp_consensus_babe::Slot {
			Babe::current_epoch_start()
		}

		fn current_epoch() -> sp_consensus_babe::Epoch {
			Babe::current_epoch()
		}

		fn next_epoch() -> sp_consensus_babe::Epoch {
			Babe::next_epoch()
		}

		fn generate_key_ownership_proof(
			_: sp_consensus_babe::Slot,
			authority: sp_consensus_babe::AuthorityId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_babe::KEY_TYPE, authority))
				.map(|proof| proof.encode())
				.map(sp_consensus_babe::OpaqueKeyOwnershipProof::new)
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			owner: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Babe::submit_unsigned_equivocation_report(equivocation, owner.decode()?)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			owner: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(equivocation, owner.decode()?)
		}

		fn generate_key_ownership_proof(
			_: sp_consensus_grandpa::SetId,
			authority: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority))
				.map(|proof| proof.encode())
				.map(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new)
		}
	}

	impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
		fn authorities() -> Vec<sp_authority_discovery::AuthorityId> {
			AuthorityDiscovery::authorities()
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			*System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(
			transaction: <Block as BlockT>::Extrinsic,
			length: u32,
		) -> RuntimeDispatchInfo<Balance> {
			fees::of_transaction(transaction, length)
		}

		fn query_fee_details(
			transaction: <Block as BlockT>::Extrinsic,
			length: u32,
		) -> FeeDetails<Balance> {
			fees::details_of_transaction(transaction, length)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
		for Runtime
	{
		fn query_call_info(call: RuntimeCall, length: u32) -> RuntimeDispatchInfo<Balance> {
			fees::of_call(call, length)
		}

		fn query_call_fee_details(call: RuntimeCall, length: u32) -> FeeDetails<Balance> {
			fees::details_of_call(call, length)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis::preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis::preset_names()
		}
	}

	impl pallet_seasons::runtime_api::SeasonsApi<Block, BlockNumber> for Runtime {
		fn season() -> SeasonInfo<BlockNumber> {
			Seasons::current()
		}
	}

	impl pallet_citizenship::runtime_api::CitizenshipApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn citizen_of(account: AccountId) -> Option<CitizenInfo<AccountId, BlockNumber>> {
			Citizenship::citizen_of(account).and_then(Citizenship::citizen_info)
		}

		fn citizen(id: CitizenId) -> Option<CitizenInfo<AccountId, BlockNumber>> {
			Citizenship::citizen_info(id)
		}

		fn application(
			applicant: AccountId,
		) -> Option<ApplicationInfo<AccountId, Balance, BlockNumber>> {
			Citizenship::application_info(&applicant)
		}

		fn headcount() -> Headcount {
			pallet_citizenship::Citizenship::<Runtime>::get()
		}

		fn intake() -> IntakeInfo {
			Citizenship::intake_info()
		}

		fn charter() -> CharterRef {
			Charter::charter()
		}

		fn possession_message(account: AccountId, roll_key: RollKey) -> Vec<u8> {
			Citizenship::possession_message(&account, &roll_key)
		}
	}

	impl pallet_validators::runtime_api::ValidatorsApi<Block, AccountId> for Runtime {
		fn candidates(from: CandidateId) -> (Vec<CandidateInfo<AccountId>>, Option<CandidateId>) {
			Validators::candidates_page(from)
		}

		fn ranking(count: u32) -> Vec<CandidateInfo<AccountId>> {
			Validators::ranking(count)
		}

		fn outlook() -> Outlook<AccountId> {
			Validators::outlook()
		}

		fn seats() -> Vec<ValidatorSeat<AccountId>> {
			Validators::seat_infos()
		}

		fn disabled() -> Vec<u32> {
			Session::disabled_validators()
		}
	}

	impl pallet_roll::runtime_api::RollApi<Block, AccountId, BlockNumber> for Runtime {
		fn roll() -> RollInfo<BlockNumber> {
			Roll::roll_info()
		}

		fn rings(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingInfo> {
			Roll::ring_infos(cell, from, limit)
		}

		fn batch(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingBatch> {
			Roll::ring_batches(cell, from, limit)
		}

		fn cells(after: Option<CellId>, limit: u32) -> Vec<CellRings> {
			Roll::cells_with_rings(after, limit)
		}

		fn members(ring: RingId) -> Vec<RollKey> {
			Roll::ring_members(ring)
		}

		fn ring(ring: RingId) -> Option<RingInfo> {
			Roll::ring_info(ring)
		}

		fn ring_of(citizen: CitizenId, context: Context) -> Option<RingId> {
			Roll::ring_of(citizen, context)
		}

		fn enrolment(account: AccountId) -> Option<Enrolment> {
			pallet_roll::Enrolments::<Runtime>::get(account)
		}

		fn alias(season: SeasonIndex, context: Context, alias: Alias) -> AliasInfo<AccountId, BlockNumber> {
			Roll::alias_info(season, context, alias)
		}

		fn context_bytes(context: Context, season: SeasonIndex) -> [u8; 32] {
			Roll::context_bytes(context, season)
		}

		fn message(
			season: SeasonIndex,
			context: Context,
			account: AccountId,
			count: u32,
			at: BlockNumber,
		) -> Option<Vec<u8>> {
			Roll::message(season, context, &account, count, at)
		}

		fn consent(
			season: SeasonIndex,
			context: Context,
			alias: Alias,
			count: u32,
			at: BlockNumber,
		) -> Option<Vec<u8>> {
			Roll::consent(season, context, alias, count, at)
		}
	}

	impl pallet_census::runtime_api::CensusApi<Block, BlockNumber> for Runtime {
		fn record(season: SeasonIndex) -> Option<CensusRecord<BlockNumber>> {
			pallet_census::Records::<Runtime>::get(season)
		}

		fn preview() -> CensusRecord<BlockNumber> {
			Census::preview()
		}

		fn attendance(citizen: CitizenId) -> Option<Attendance> {
			Census::attendance(citizen)
		}

		fn tier() -> (Tier, TierThresholds) {
			(pallet_census::ReachedTier::<Runtime>::get(), pallet_census::Thresholds::<Runtime>::get())
		}

		fn income_floors() -> ByBand<u64> {
			configs::land::IncomeFloors::get()
		}

		fn declaration(alias: Alias) -> Option<Declaration> {
			Census::declaration(alias)
		}
	}

	impl pallet_land::runtime_api::LandApi<Block, AccountId, BlockNumber> for Runtime {
		fn territory(territory: TerritoryId) -> Option<Territory<AccountId>> {
			Land::territory_by_id(territory)
		}

		fn territories(from: TerritoryId, limit: u32) -> Vec<(TerritoryId, Territory<AccountId>)> {
			Land::territories(from, limit)
		}

		fn footprint() -> Footprint {
			Land::footprint()
		}

		fn parcel(parcel: ParcelId) -> Option<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcel_info(parcel)
		}

		fn parcel_on(tile: Tile) -> Option<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcel_on(tile).and_then(Land::parcel_info)
		}

		fn parcel_at(point: Point) -> Option<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcel_at(point).and_then(Land::parcel_info)
		}

		fn units_on(tile: Tile, after: Option<Unit>, limit: u32) -> Vec<(Unit, ParcelId)> {
			Land::units_on(tile, after, limit)
		}

		fn parcels(from: ParcelId, limit: u32) -> Vec<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcels(from, limit)
		}

		fn parcels_in_territory(
			territory: TerritoryId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcels_in_territory(territory, after, limit)
		}

		fn parcels_within(
			bounds: Bounds,
			from: Option<Cursor>,
			limit: u32,
		) -> Found<AccountId, BlockNumber> {
			Land::parcels_within(bounds, from, limit)
		}

		fn overview(bounds: Bounds, scale: u8, from: u64) -> Overview {
			Land::overview(bounds, scale, from)
		}

		fn cell_footprint(cell: CellId) -> Footprint {
			Land::cell_footprint(cell)
		}

		fn outline(parcel: ParcelId) -> Vec<Vec<Point>> {
			Land::outline_of(parcel)
		}

		fn parcels_of(
			holder: AccountId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcels_of(&holder, after, limit)
		}

		fn parcels_assigned_to(
			assignee: AccountId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>> {
			Land::parcels_assigned_to(&assignee, after, limit)
		}

		fn filing(parcel: ParcelId) -> Option<Filing<AccountId, BlockNumber>> {
			pallet_land::Filings::<Runtime>::get(parcel)
		}

		fn filings(
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<(ParcelId, Filing<AccountId, BlockNumber>)> {
			Land::filings(after, limit)
		}

		fn residents_of(
			parcel: ParcelId,
			after: Option<CitizenId>,
			limit: u32,
		) -> Vec<Inhabitant<BlockNumber>> {
			Land::residents_of(parcel, after, limit)
		}

		fn declarants_of(parcel: ParcelId, after: Option<CitizenId>, limit: u32) -> Vec<CitizenId> {
			Land::declarants_of(parcel, after, limit)
		}

		fn residence(citizen: CitizenId) -> Option<ResidenceInfo<BlockNumber>> {
			Land::residence_info(citizen)
		}

		fn neighbourhood(parcel: ParcelId) -> Vec<CellId> {
			Land::neighbourhood(parcel)
		}

		fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool> {
			<Land as Neighbourhood>::is_near(parcel, cell)
		}

		fn cells_at(point: Point) -> Vec<CellId> {
			Land::cells_at(point)
		}

		fn cell_bounds(cell: CellId) -> Option<Bounds> {
			Land::cell_bounds(cell)
		}
	}

	impl pallet_harberger::runtime_api::TaxApi<Block, AccountId, OpinionInfo, Opinion, DividendInfo> for Runtime {
		fn holding(parcel: ParcelId) -> Option<HoldingInfo<AccountId>> {
			Harberger::holding_info(parcel)
		}

		fn auction(parcel: ParcelId) -> Option<AuctionInfo<AccountId>> {
			Harberger::auction_info(parcel)
		}

		fn auctions(after: Option<ParcelId>) -> Vec<(ParcelId, AuctionInfo<AccountId>)> {
			Harberger::auctions(after)
		}

		fn bids_of(account: AccountId, after: Option<ParcelId>) -> Vec<ParcelId> {
			Harberger::bids_of(&account, after)
		}

		fn offers_to(account: AccountId, after: Option<ParcelId>) -> Vec<ParcelId> {
			Harberger::offers_to(&account, after)
		}

		fn quotes(parcels: Vec<ParcelId>) -> Vec<Quote> {
			Harberger::quotes(parcels)
		}

		fn reserve(valuation: Balance) -> Balance {
			Harberger::reserve(valuation)
		}

		fn unit_index() -> Index {
			Harberger::unit_index()
		}

		fn proceeds(account: AccountId) -> Balance {
			Harberger::proceeds_of(&account)
		}

		fn opinion(parcel: ParcelId) -> OpinionInfo {
			FloatingTax::opinion_info(parcel)
		}

		fn vote_of(alias: Alias, parcel: ParcelId) -> Option<Opinion> {
			FloatingTax::vote_of(alias, parcel)
		}

		fn free_votes_left(alias: Alias) -> u32 {
			FloatingTax::free_votes_left(alias)
		}

		fn dividend(citizen: CitizenId) -> DividendInfo {
			Dividend::dividend_info(citizen)
		}

		fn purse(territory: TerritoryId) -> Balance {
			Revenue::purse(territory)
		}
	}

	impl pallet_charter::runtime_api::CharterApi<Block, BlockNumber, RuntimeParameters> for Runtime {
		fn charter() -> CharterRef {
			Charter::charter()
		}

		fn text() -> Vec<ArticleInfo> {
			Charter::text()
		}

		fn article(number: ArticleNumber, version: Option<u32>) -> Option<ArticleInfo> {
			Charter::article_info(number, version)
		}

		fn version(version: u32) -> Option<VersionRecord<BlockNumber, RuntimeParameters>> {
			pallet_charter::Versions::<Runtime>::get(version)
		}

		fn change(version: u32) -> Option<ChangeOfVersion<RuntimeParameters>> {
			Charter::change_of(version)
		}

		fn pending() -> Vec<PendingInfo<BlockNumber, RuntimeParameters>> {
			Charter::pending_infos()
		}

		fn amendment(id: H256) -> Option<PendingAmendment<BlockNumber, RuntimeParameters>> {
			pallet_charter::Pending::<Runtime>::get(id)
		}

		fn base_for(
			changes: Changes,
			parameters: ParameterList<RuntimeParameters>,
		) -> Result<Base<RuntimeParameters>, DispatchError> {
			Charter::base_for(changes, parameters)
		}

		fn parameters() -> Vec<ParameterInfo<RuntimeParameters>> {
			Charter::parameter_infos()
		}

		fn track_for(
			changes: Changes,
			parameters: ParameterList<RuntimeParameters>,
		) -> Result<Entrenchment, DispatchError> {
			Charter::track_for(changes, parameters)
		}

		fn parameter_article(parameter: RuntimeParameters) -> (ArticleNumber, Entrenchment) {
			Charter::parameter_article(parameter)
		}

		fn founder() -> FounderInfo {
			Charter::founder_info()
		}

		fn milestones() -> Vec<MilestoneInfo> {
			Charter::milestone_infos()
		}
	}

	impl pallet_quadratic_voting::runtime_api::VotingApi<Block, AccountId> for Runtime {
		fn vote(account: AccountId, poll: PollIndex) -> Option<Vote> {
			QuadraticVoting::vote_info(&account, poll)
		}

		fn votes(account: AccountId) -> Vec<(PollIndex, Vote)> {
			QuadraticVoting::votes_info(&account)
		}

		fn purse(account: AccountId, season: SeasonIndex) -> Option<PurseInfo> {
			QuadraticVoting::purse_info(&account, season)
		}

		fn check_vote(
			account: AccountId,
			poll: PollIndex,
			vote: Option<Vote>,
		) -> Result<PurseInfo, DispatchError> {
			QuadraticVoting::check_vote(&account, poll, vote)
		}

		fn tally(poll: PollIndex) -> Option<TallyInfo> {
			QuadraticVoting::tally_info(poll)
		}
	}

	impl pallet_polls::runtime_api::PollsApi<Block, BlockNumber> for Runtime {
		fn poll(poll: PollIndex) -> Option<PollState<BlockNumber>> {
			Polls::state_of(poll)
		}

		fn check_submission(citizen: CitizenId) -> Result<(), DispatchError> {
			Polls::check_submission(citizen)
		}

		fn open_polls(citizen: CitizenId) -> Vec<PollIndex> {
			Polls::open_polls_of(citizen)
		}
	}

	impl pallet_outside_panel::runtime_api::PanelApi<Block, AccountId> for Runtime {
		fn register() -> Size {
			pallet_outside_panel::Register::<Runtime>::get()
		}

		fn resident(account: AccountId) -> Option<Resident> {
			pallet_outside_panel::Residents::<Runtime>::get(account)
		}

		fn panel(poll: PollIndex) -> Option<PanelInfo> {
			OutsidePanel::panel_info(poll)
		}

		fn members(poll: PollIndex, from: u32, limit: u32) -> Vec<(u32, AccountId)> {
			OutsidePanel::members_info(poll, from, limit)
		}

		fn seat(account: AccountId, poll: PollIndex) -> Option<SeatInfo> {
			OutsidePanel::seat_info(&account, poll)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkList};
			use frame_support::traits::StorageInfoTrait;
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};

			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			(list, AllPalletsWithSystem::storage_info())
		}

		#[allow(non_local_definitions)]
		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkBatch};
			use frame_support::traits::{TrackedStorageKey, WhitelistedStorageKeys};
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};

			impl frame_system_benchmarking::Config for Runtime {}
			impl pallet_transaction_payment::BenchmarkConfig for Runtime {}
			impl frame_benchmarking::baseline::Config for Runtime {}

			let whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.expect("an upgrade that fails its checks must stop the tool");
			(weight, configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			try_state: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, try_state)
				.expect("a block that fails its checks must stop the tool")
		}
	}
}
