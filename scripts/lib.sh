# shellcheck shell=bash
# Shared by every script here: where the checkout is, which Rust toolchain builds it, where artefacts go.
# Sourced, never run. Sets PATH, CARGO_TARGET_DIR and the build settings; defines say, die and have.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/civitas
WASM_TARGET=wasm32v1-none

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root, through sudo where the user is not root.
as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"
	elif have sudo; then sudo "$@"
	else die "'$*' needs root, and sudo is not installed. Run it as root, then start again."
	fi
}

# rust-toolchain.toml makes rustup download the toolchain of releases where it is not installed. Take the default one then.
RUST_PIN=$(sed -n 's/^channel = "\(.*\)"/\1/p' "$ROOT/rust-toolchain.toml" 2>/dev/null || true)
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && have rustup &&
	! ls "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/$RUST_PIN"-*/bin/rustc >/dev/null 2>&1; then
	RUSTUP_TOOLCHAIN=$(cd / && rustup default 2>/dev/null | cut -d ' ' -f 1) && export RUSTUP_TOOLCHAIN
	[ -n "$RUSTUP_TOOLCHAIN" ] || unset RUSTUP_TOOLCHAIN
fi

# Says whether the toolchain in folder $1 can compile for the runtime's target.
builds_wasm() {
	[ -x "$1/cargo" ] && [ -x "$1/rustc" ] || return 1
	local libs
	libs=$("$1/rustc" --print target-libdir --target "$WASM_TARGET" 2>/dev/null) || return 1
	ls "$libs"/libcore-*.rlib >/dev/null 2>&1
}

# Prints the folder of the toolchain to build with: the user's own where it has the target, else Debian's.
toolchain_dir() {
	local own
	own=$(dirname "$(command -v rustc 2>/dev/null || echo /nonexistent/rustc)")
	for dir in "$own" "$HOME/.cargo/bin" /usr/bin; do
		if builds_wasm "$dir"; then echo "$dir"; return 0; fi
	done
	return 1
}

if TOOLCHAIN=$(toolchain_dir); then
	PATH="$TOOLCHAIN:$PATH"
	export PATH CARGO="$TOOLCHAIN/cargo" RUSTC="$TOOLCHAIN/rustc"
fi

# One target folder outside the checkout, so that every clone shares what is built.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
export WASM_BUILD_WORKSPACE_HINT=$ROOT
export OPENSSL_NO_VENDOR=1
# shellcheck disable=SC2034 # For the scripts that source this.
NODE_BINARY=$CARGO_TARGET_DIR/release/civitas
# What scripts/check runs besides the Rust toolchain.
# shellcheck disable=SC2034
NODE_TOOLS=$ROOT/scripts/tools/node_modules/.bin CARGO_DENY=$CACHE/tools/deny/bin/cargo-deny
