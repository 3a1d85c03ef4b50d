//! What a validator's machine should be able to do.

use sc_service::{ChainType, Configuration};
use sc_sysinfo::{HwBench, Metric, Requirement, Requirements, Throughput};
use sc_telemetry::TelemetryHandle;

/// Half of what the SDK's reference machine does, with two cores: on less, blocks come late.
pub fn requirements() -> Requirements {
	let minimum =
		|metric, mibs| Requirement { metric, minimum: Throughput::from_mibs(mibs), validator_only: false };
	Requirements(vec![
		minimum(Metric::Blake2256, 500.0),
		minimum(Metric::Blake2256Parallel { num_cores: 2 }, 500.0),
		minimum(Metric::MemCopy, 5_900.0),
		minimum(Metric::DiskSeqWrite, 475.0),
		minimum(Metric::DiskRndWrite, 210.0),
	])
}

/// Measures the machine, on any chain but a development chain.
pub fn measure(config: &Configuration) -> Option<HwBench> {
	if config.chain_spec.chain_type() == ChainType::Development {
		return None;
	}
	// The database's folder exists by now: the measurement writes a file there and removes it.
	config.database.path().map(|folder| sc_sysinfo::gather_hwbench(Some(folder), &requirements()))
}

/// Says what was measured, and warns a validator whose machine is too slow.
pub fn report(bench: &HwBench, is_validator: bool) {
	sc_sysinfo::print_hwbench(bench);
	if !is_validator {
		return;
	}
	if let Err(failures) = requirements().check_hardware(bench, is_validator) {
		log::warn!(
			"⚠️  This machine is slower than a validator's should be, and its blocks may come late: {failures}"
		);
	}
}

/// Sends what was measured with the node's telemetry.
pub async fn send(bench: HwBench, telemetry: TelemetryHandle) {
	sc_sysinfo::initialize_hwbench_telemetry(telemetry, bench).await
}
