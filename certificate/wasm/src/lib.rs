// SPDX-License-Identifier: Apache-2.0
//! The verifier for pages and for Node, without generated glue and without imports.
//!
//! The caller puts bytes into memory that [`alloc`] gave, and passes their place and length. Each function answers the
//! place of a text: its length in four bytes, then JSON. The caller gives it back with [`free`], with four bytes more than
//! that length.
//!
//! Native builds, which nothing uses, export no plain names: our `free` would replace the C library's.

#![no_std]

extern crate alloc as heap;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

/// The verifier does not panic; if a fault makes it, the module stops.
#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo) -> ! {
	core::arch::wasm32::unreachable()
}

use civitas_certificate::{anonymous, passport, report, Error, Hash};
use heap::{alloc::Layout, string::String};

/// Gives `len` bytes of memory. Returns null if there is no memory left.
///
/// # Safety
/// Give the memory back with [`free`] and the same length.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn alloc(len: usize) -> *mut u8 {
	match Layout::from_size_align(len.max(1), 8) {
		Ok(layout) => heap::alloc::alloc_zeroed(layout),
		Err(_) => core::ptr::null_mut(),
	}
}

/// Takes memory back.
///
/// # Safety
/// `at` comes from [`alloc`] or from an answer with the same `len`, and is not used any more.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn free(at: *mut u8, len: usize) {
	if let Ok(layout) = Layout::from_size_align(len.max(1), 8) {
		heap::alloc::dealloc(at, layout);
	}
}

/// Writes the answer: its length and its bytes.
unsafe fn answer(result: Result<String, Error>) -> *mut u8 {
	let text = result.unwrap_or_else(|refusal| report::refusal(&refusal));
	let length = text.len();
	let at = alloc(length.saturating_add(4));
	if !at.is_null() {
		let counted = u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
		core::ptr::copy_nonoverlapping(counted.as_ptr(), at, 4);
		core::ptr::copy_nonoverlapping(text.as_ptr(), at.add(4), length);
	}
	at
}

unsafe fn read<'a>(at: *const u8, len: usize) -> &'a [u8] {
	core::slice::from_raw_parts(at, len)
}

unsafe fn text<'a>(at: *const u8, len: usize) -> Result<&'a str, Error> {
	core::str::from_utf8(read(at, len)).map_err(|_| Error::Malformed("argument"))
}

unsafe fn hash(at: *const u8) -> Hash {
	*(at as *const Hash)
}

/// Checks a certificate. `genesis` has 32 bytes.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn verify(file: *const u8, file_len: usize, genesis: *const u8) -> *mut u8 {
	answer(civitas_certificate::verify(read(file, file_len), &hash(genesis)).map(|it| report::json(&it)))
}

/// Checks a passport. `now` and `max_age` are milliseconds.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
#[allow(clippy::too_many_arguments)]
pub unsafe extern "C" fn passport(
	file: *const u8,
	file_len: usize,
	genesis: *const u8,
	service: *const u8,
	service_len: usize,
	challenge: *const u8,
	challenge_len: usize,
	now: f64,
	max_age: f64,
) -> *mut u8 {
	answer((|| {
		let genesis = hash(genesis);
		let expected = passport::Expected {
			genesis: &genesis,
			service: text(service, service_len)?,
			challenge: text(challenge, challenge_len)?,
			now: now as u64,
			max_age: max_age as u64,
		};
		passport::check(read(file, file_len), &expected).map(|it| report::passport(&it))
	})())
}

/// Checks an anonymous passport.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
#[allow(clippy::too_many_arguments)]
pub unsafe extern "C" fn anonymous(
	file: *const u8,
	file_len: usize,
	genesis: *const u8,
	service: *const u8,
	service_len: usize,
	challenge: *const u8,
	challenge_len: usize,
	now: f64,
	max_age: f64,
	purpose: *const u8,
	purpose_len: usize,
) -> *mut u8 {
	answer((|| {
		let genesis = hash(genesis);
		let expected = passport::Expected {
			genesis: &genesis,
			service: text(service, service_len)?,
			challenge: text(challenge, challenge_len)?,
			now: now as u64,
			max_age: max_age as u64,
		};
		let purpose = text(purpose, purpose_len)?;
		anonymous::check(read(file, file_len), &expected, purpose).map(|it| report::anonymous(&it))
	})())
}
