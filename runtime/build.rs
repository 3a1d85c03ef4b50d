// SPDX-License-Identifier: Apache-2.0
//! Compiles the runtime to Wasm, beside the native build that the tests use.

fn main() {
	#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults().build();

	// Hardware wallets check what they sign against this hash. Its two arguments are part of it.
	#[cfg(all(feature = "std", feature = "metadata-hash"))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults().enable_metadata_hash("CIV", 12).build();
}
