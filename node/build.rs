// SPDX-License-Identifier: Apache-2.0
//! Puts the version and the commit into the binary (`civitas --version`).

fn main() {
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
}
