//! Clears what computing with a secret leaves in memory.

use core::alloc::{GlobalAlloc, Layout};

/// Clears `len` bytes, in a way that the compiler does not leave out.
///
/// # Safety
/// `at` can be written to for `len` bytes.
#[inline(never)]
pub(crate) unsafe fn wipe(at: *mut u8, len: usize) {
	let word = core::mem::size_of::<u64>();
	let mut done = 0;
	if (at as usize).is_multiple_of(word) {
		while done + word <= len {
			core::ptr::write_volatile(at.add(done).cast::<u64>(), 0);
			done += word;
		}
	}
	while done < len {
		core::ptr::write_volatile(at.add(done), 0);
		done += 1;
	}
}

/// An allocator that clears memory before it takes it back. Memory that grows is copied, and the old place cleared.
pub struct Wiping<A>(pub A);

// SAFETY: it only clears memory that the caller gives up. `realloc` is the trait's own: allocate, copy, deallocate.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
	unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
		self.0.alloc(layout)
	}

	unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
		self.0.alloc_zeroed(layout)
	}

	unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
		wipe(at, layout.size());
		self.0.dealloc(at, layout)
	}
}

/// Does `work` and clears the stack that it used.
pub fn leaving_nothing<T>(work: impl FnOnce() -> T) -> T {
	let result = deeper(work);
	wipe_stack();
	result
}

/// Keeps the secrets of `work` out of the frame of the function that calls [`leaving_nothing`].
#[inline(never)]
fn deeper<T>(work: impl FnOnce() -> T) -> T {
	work()
}

/// Clears the stack below its caller. In Wasm, the linker puts it first: it grows down to address 0.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn wipe_stack() {
	let mut frame = [0u8; 256];
	// SAFETY: below this frame nothing is in use.
	unsafe {
		wipe(frame.as_mut_ptr(), frame.len());
		let lowest = core::mem::size_of::<u64>();
		wipe(lowest as *mut u8, frame.as_ptr() as usize - lowest);
	}
}

/// Native builds are for tests: nobody keeps a secret in them.
#[cfg(not(target_arch = "wasm32"))]
fn wipe_stack() {}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{alloc::System, cell::RefCell, vec::Vec};

	std::thread_local! {
		static TAKEN_BACK: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
	}

	/// Notes what is in memory that it takes back.
	struct Noting;

	unsafe impl GlobalAlloc for Noting {
		unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
			System.alloc(layout)
		}

		unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
			let left = core::slice::from_raw_parts(at, layout.size()).to_vec();
			TAKEN_BACK.with_borrow_mut(|taken| taken.push(left));
			System.dealloc(at, layout)
		}
	}

	#[test]
	fn memory_is_cleared_before_it_is_given_back_or_moved() {
		let memory = Wiping(Noting);
		for size in [1, 7, 8, 9, 64, 1_001] {
			let layout = Layout::from_size_align(size, 1).unwrap();
			unsafe {
				let at = memory.alloc(layout);
				core::slice::from_raw_parts_mut(at, size).fill(7);
				let moved = memory.realloc(at, layout, size + 40);
				assert!(core::slice::from_raw_parts(moved, size).iter().all(|byte| *byte == 7));
				memory.dealloc(moved, Layout::from_size_align(size + 40, 1).unwrap());
			}
			let taken = TAKEN_BACK.take();
			assert_eq!(taken, [std::vec![0; size], std::vec![0; size + 40]]);
		}
	}
}
