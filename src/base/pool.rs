//! Small places of memory that were just given back are handed out again first: they are still in the fastest cache.
//!
//! In: requests of the program. Out: memory, of the allocator behind it where no place of the size is at hand. An article takes and gives back thousands of
//! short texts and lists; an allocator that walks through its pages meets a cold line with almost every one, and looks up the page of every place that comes
//! back, where the program has said its size. Invariants: a thread keeps at most [`KEPT`] bytes of a size, and nothing once it has ended. Does not: lay out
//! pages, or share places between threads.
#![expect(
    unsafe_code,
    reason = "an allocator is unsafe by nature; the invariants stand beside each step"
)]

use mimalloc::MiMalloc;
use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ptr::null_mut;

/// The allocator behind.
const BEHIND: MiMalloc = MiMalloc;

/// Sizes are rounded up to a multiple of this, to which every place is aligned.
const STEP: usize = 16;

/// How many sizes are kept.
const SIZES: usize = 32;

/// Bytes of a size that a thread keeps at most.
pub const KEPT: usize = 1 << 14;

/// Hands out small places again, and leaves the others to mimalloc.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pool;

/// A place that was given back, and the one given back before it.
struct Free {
    next: *mut Free,
}

/// The places of one size, and for how many more there is room.
#[derive(Clone, Copy)]
struct Places {
    last: *mut Free,
    room: usize,
}

/// Without room for any: a thread makes room when it first gives a place back, and takes it away when it ends.
const CLOSED: Places = Places {
    last: null_mut(),
    room: 0,
};

/// What a thread keeps.
struct Thread {
    places: [Cell<Places>; SIZES],
    begun: Cell<bool>,
}

/// Gives back what an ending thread keeps.
struct End;

thread_local! {
    // Without anything to drop, so that it can be asked as long as the thread runs.
    static THREAD: Thread = const {
        Thread {
            places: [const { Cell::new(CLOSED) }; SIZES],
            begun: Cell::new(false),
        }
    };
    static END: End = const { End };
}

impl Drop for End {
    fn drop(&mut self) {
        THREAD.with(Thread::close);
    }
}

impl Thread {
    /// Takes the place of a size that was given back last; null if there is none.
    #[inline]
    fn take(&self, size: usize) -> *mut u8 {
        let Places { last, room } = self.places[size].get();
        if !last.is_null() {
            // SAFETY: `keep` wrote it there, and nobody has had the place since.
            let last = unsafe { (*last).next };
            let room = room + 1;
            self.places[size].set(Places { last, room });
        }
        last.cast()
    }

    /// Keeps a place, or gives it to the allocator behind where there are enough.
    ///
    /// # Safety
    /// The place is nobody's, and came from the allocator behind with the layout `whole(size)`.
    #[inline]
    #[expect(
        clippy::cast_ptr_alignment,
        reason = "every place is aligned to `STEP`, which is more"
    )]
    unsafe fn keep(&self, place: *mut u8, size: usize) {
        let Places { last, room } = self.places[size].get();
        if room == 0 {
            // SAFETY: as the caller promised.
            return unsafe { self.refuse(place, size) };
        }
        let place = place.cast::<Free>();
        // SAFETY: the place is aligned to and at least as large as `STEP`, which holds a pointer.
        unsafe { place.write(Free { next: last }) };
        let (last, room) = (place, room - 1);
        self.places[size].set(Places { last, room });
    }

    /// Gives a place for which there is no room to the allocator behind. The first that a thread gives back finds none, and makes it.
    ///
    /// # Safety
    /// As for [`Thread::keep`].
    #[cold]
    unsafe fn refuse(&self, place: *mut u8, size: usize) {
        // SAFETY: as the caller promised.
        unsafe { BEHIND.dealloc(place, whole(size)) };
        // Said first: to note what is dropped with the thread may take memory itself.
        if !self.begun.replace(true) && END.try_with(|_| ()).is_ok() {
            for (size, places) in self.places.iter().enumerate() {
                let room = KEPT / whole(size).size();
                let Places { last, .. } = places.get();
                places.set(Places { last, room });
            }
        }
    }

    /// Gives everything back, for good.
    fn close(&self) {
        for (size, places) in self.places.iter().enumerate() {
            loop {
                let place = self.take(size);
                if place.is_null() {
                    break;
                }
                // SAFETY: the place came from the allocator behind with this layout.
                unsafe { BEHIND.dealloc(place, whole(size)) };
            }
            places.set(CLOSED);
        }
    }
}

/// The number of a size among those that are kept.
#[inline]
fn size(layout: Layout) -> Option<usize> {
    let number = layout.size().wrapping_sub(1) / STEP;
    (number < SIZES && layout.align() <= STEP).then_some(number)
}

/// The layout in which places of a size come from the allocator behind and go back to it.
#[inline]
fn whole(size: usize) -> Layout {
    // SAFETY: the alignment is a power of two, and no size comes near the largest.
    unsafe { Layout::from_size_align_unchecked((size + 1) * STEP, STEP) }
}

// SAFETY: a place is the caller's from `alloc` to `dealloc`, and kept or of the allocator behind in between; the layout alone says which it may be, and the
// caller gives back with the layout it asked with.
unsafe impl GlobalAlloc for Pool {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(size) = size(layout) else {
            // SAFETY: as the caller promised.
            return unsafe { BEHIND.alloc(layout) };
        };
        let kept = THREAD.with(|thread| thread.take(size));
        if kept.is_null() {
            // SAFETY: the layout is not empty.
            return unsafe { BEHIND.alloc(whole(size)) };
        }
        kept
    }

    #[inline]
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        match size(layout) {
            // SAFETY: the caller is done with the place, and `alloc` took it with this layout.
            Some(size) => THREAD.with(|thread| unsafe { thread.keep(place, size) }),
            // SAFETY: the allocator behind gave it out with this layout.
            None => unsafe { BEHIND.dealloc(place, layout) },
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if size(layout).is_none() {
            // SAFETY: as the caller promised.
            return unsafe { BEHIND.alloc_zeroed(layout) };
        }
        // SAFETY: as the caller promised.
        let place = unsafe { self.alloc(layout) };
        if !place.is_null() {
            // SAFETY: so many bytes are the caller's now.
            unsafe { place.write_bytes(0, layout.size()) };
        }
        place
    }

    #[inline]
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        // SAFETY: the caller promised that so many bytes with this alignment make a layout.
        let wanted = unsafe { Layout::from_size_align_unchecked(bytes, layout.align()) };
        match (size(layout), size(wanted)) {
            // SAFETY: the allocator behind gave it out with this layout.
            (None, None) => unsafe { BEHIND.realloc(place, layout, bytes) },
            (Some(old), Some(new)) if old == new => place,
            _ => {
                // SAFETY: as the caller promised.
                let new = unsafe { self.alloc(wanted) };
                if !new.is_null() {
                    // SAFETY: both places hold the lesser of the sizes and are apart; the old one is given back with its layout.
                    unsafe {
                        new.copy_from_nonoverlapping(place, layout.size().min(bytes));
                        self.dealloc(place, layout);
                    }
                }
                new
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(bytes: usize) -> Layout {
        Layout::from_size_align(bytes, 8).expect("a layout")
    }

    #[test]
    fn the_place_given_back_last_comes_first() {
        // SAFETY: every place is given back once, with the layout it was asked with.
        unsafe {
            // The very first makes room for others.
            Pool.dealloc(Pool.alloc(layout(32)), layout(32));
            let [a, b] = [30, 32].map(|bytes| Pool.alloc(layout(bytes)));
            Pool.dealloc(a, layout(30));
            Pool.dealloc(b, layout(32));
            assert_eq!(Pool.alloc(layout(17)), b);
            let zeroed = Pool.alloc_zeroed(layout(32));
            assert_eq!(zeroed, a);
            assert_eq!(std::slice::from_raw_parts(zeroed, 32), [0; 32]);
            Pool.dealloc(a, layout(32));
            Pool.dealloc(b, layout(17));
        }
    }

    #[test]
    fn what_grows_and_shrinks_keeps_its_bytes() {
        // SAFETY: as above; what is read was written.
        unsafe {
            let mut place = Pool.alloc(layout(1));
            let mut size = 1;
            place.write(7);
            for wanted in [16, 17, 500, 512, 513, 5000, 512, 40, 3] {
                place = Pool.realloc(place, layout(size), wanted);
                place.add(wanted - 1).write(if wanted == 1 { 7 } else { 9 });
                assert_eq!(place.read(), 7, "{wanted}");
                size = wanted;
            }
            Pool.dealloc(place, layout(size));
        }
    }

    #[test]
    fn a_thread_keeps_so_much_and_what_others_took_may_come_back_anywhere() {
        let count = 3 * KEPT / 64;
        let take = move |_| {
            // SAFETY: given back below with the same layout.
            unsafe { Pool.alloc(layout(64)) as usize }
        };
        let taken: Vec<usize> = (0..count).map(take).collect();
        let give = move || {
            for place in taken {
                // SAFETY: taken above, and given back once.
                unsafe { Pool.dealloc(place as *mut u8, layout(64)) };
            }
            let mut kept = 0;
            THREAD.with(|thread| {
                while !thread.take(3).is_null() {
                    kept += 1;
                }
            });
            kept
        };
        // What it took is lost, on purpose: nobody asks for it again.
        let kept = std::thread::spawn(give).join().expect("the thread ends");
        assert_eq!(kept, KEPT / 64);
    }
}
