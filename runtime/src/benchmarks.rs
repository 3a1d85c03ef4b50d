//! The pallets whose calls and hooks are benchmarked.
//!
//! The others have no benchmarks of their own, or need a staking pallet for them.

frame_benchmarking::define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_parameters, Parameters]
	[pallet_preimage, Preimage]
	[pallet_scheduler, Scheduler]
	[pallet_migrations, Migrations]
	[pallet_babe, Babe]
	[pallet_grandpa, Grandpa]
	[pallet_im_online, ImOnline]
	[pallet_balances, Balances]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_identity, Identity]
	[pallet_multisig, Multisig]
	[pallet_proxy, Proxy]
	[pallet_utility, Utility]
	[pallet_recovery, Recovery]
	[pallet_nfts, Nfts]
	[pallet_seasons, Seasons]
	[pallet_citizenship, Citizenship]
	[pallet_census, Census]
	[pallet_land, Land]
	[pallet_floating_tax, FloatingTax]
	[pallet_harberger, Harberger]
	[pallet_revenue, Revenue]
	[pallet_dividend, Dividend]
	[pallet_roll, Roll]
);
