//! Memory that will soon be read: tables larger than the fast caches, read at places all over, cost more waiting than work.
//!
//! In: a slice and a place in it. Out: nothing. Invariant: results do not depend on it. Does not: wait, read, or fail where there is no such place.

/// Has the line of memory that holds an element brought near; the program does not wait for it. O(1).
#[cfg_attr(
    target_arch = "x86_64",
    expect(
        unsafe_code,
        reason = "the one way to ask for memory without waiting for it; a reading whose result is thrown away holds up all that stands behind it"
    )
)]
#[inline]
pub fn fetch<T>(slice: &[T], at: usize) {
    #[cfg(target_arch = "x86_64")]
    if let Some(element) = slice.get(at) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: the address is that of a reference, and the instruction neither reads nor writes for the program.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(std::ptr::from_ref(element).cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (slice, at);
}
