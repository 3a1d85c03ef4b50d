//! What a validator's machine should be able to do.

use sc_service::{ChainType, Configuration};
use sc_sysinfo::{HwBench, Metric, Requirement, Requirements, Throughput};
use sc_telemetry::TelemetryHandle;

/// What the SDK's reference machine does, with four cores.
///
/// A block may hold two seconds of work on such a machine, which is also as fast as the one that the weights were
/// measured on. Its author needs two seconds for a full block, and everyone else two more to import it: four of the six
/// seconds of a slot. A machine of half the speed would need eight.
pub fn requirements() -> Requirements {
	let minimum =
		|metric, mibs| Requirement { metric, minimum: Throughput::from_mibs(mibs), validator_only: false };
	Requirements(vec![
		minimum(Metric::Blake2256, 1_000.0),
		minimum(Metric::Blake2256Parallel { num_cores: 4 }, 1_000.0),
		minimum(Metric::MemCopy, 11_768.0),
		minimum(Metric::DiskSeqWrite, 950.0),
		minimum(Metric::DiskRndWrite, 420.0),
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
