//! Memory that will soon be read: tables larger than the fast caches, read at places all over, cost more waiting than work.
//!
//! In: a slice and a place in it. Out: nothing. Invariant: results do not depend on it. Does not: wait, read, or fail where there is no such place.

/// Bytes that come from memory together.
const LINE: usize = 64;

/// Has the line of memory where an element begins brought near; the program does not wait for it. O(1).
///
/// Asked of place after place in loops, so it does not look whether there is such an element: behind the end something else comes near, or nothing.
#[inline]
pub fn fetch<T>(slice: &[T], at: usize) {
    call(slice.as_ptr().wrapping_add(at), 0);
}

/// Has all lines of an element brought near. O(bytes of an element).
#[inline]
pub fn fetch_whole<T>(slice: &[T], at: usize) {
    if let Some(element) = slice.get(at) {
        for byte in (0..size_of::<T>()).step_by(LINE) {
            call(std::ptr::from_ref(element), byte);
        }
    }
}

#[cfg_attr(
    target_arch = "x86_64",
    expect(
        unsafe_code,
        reason = "the one way to ask for memory without waiting for it; a reading whose result is thrown away holds up all that stands behind it"
    )
)]
#[inline]
fn call<T>(element: *const T, byte: usize) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let address = element.cast::<i8>().wrapping_add(byte);
        // SAFETY: the instruction neither reads nor writes for the program, and does not fail, whatever the address.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(address) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (element, byte);
}
