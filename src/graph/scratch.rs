//! Marks and queues that searches borrow instead of allocating: clearing is one addition.
//!
//! In: the number of entities. Out: stamped marks. Invariant: after [`Scratch::start`] no entity is marked.

use std::sync::Mutex;

/// Stamped marks for one side of a search.
#[derive(Default)]
pub(crate) struct Scratch {
    stamp: u32,
    stamps: Vec<u32>,
    /// A value beside each mark; meaningless where there is no mark.
    values: Vec<u32>,
    /// One bit an entity, for sets that are only counted; see [`Scratch::bits`].
    bits: Vec<u64>,
    /// A work list that keeps its capacity.
    pub(crate) queue: Vec<u32>,
}

impl Scratch {
    /// Clears marks and queue. O(1), O(n) every 2³² calls.
    pub(crate) fn start(&mut self, n: usize) {
        if self.stamps.len() < n {
            self.stamps.resize(n, 0);
            self.values.resize(n, 0);
        }
        self.queue.clear();
        self.stamp = self.stamp.checked_add(1).unwrap_or_else(|| {
            self.stamps.fill(0);
            1
        });
    }

    /// Returns the value of a marked entity.
    #[inline]
    pub(crate) fn get(&self, row: u32) -> Option<u32> {
        (self.stamps.get(row as usize) == Some(&self.stamp)).then(|| self.values[row as usize])
    }

    /// Marks an entity; tells whether it was new.
    #[inline]
    pub(crate) fn set(&mut self, row: u32, value: u32) -> bool {
        let i = row as usize;
        let fresh = self.stamps[i] != self.stamp;
        self.stamps[i] = self.stamp;
        self.values[i] = value;
        fresh
    }

    /// Returns the empty bit set for `n` entities and the work list. O(n / 64).
    pub(crate) fn bits(&mut self, n: usize) -> (&mut [u64], &mut Vec<u32>) {
        self.bits.clear();
        self.bits.resize(n.div_ceil(64), 0);
        (&mut self.bits, &mut self.queue)
    }

    /// Adds to a counter that starts at zero; returns the new count.
    #[inline]
    pub(crate) fn add(&mut self, row: u32, amount: u32) -> u32 {
        let count = self.get(row).unwrap_or(0) + amount;
        self.set(row, count);
        count
    }
}

/// Scratch spaces waiting for the next search.
#[derive(Default)]
pub(crate) struct Pool(Mutex<Vec<Scratch>>);

impl Pool {
    /// Lends a cleared scratch space for `n` rows to `work`.
    pub(crate) fn with<T>(&self, n: usize, work: impl FnOnce(&mut Scratch) -> T) -> T {
        let take = || self.0.lock().ok().and_then(|mut pool| pool.pop());
        let mut scratch = take().unwrap_or_default();
        scratch.start(n);
        let answer = work(&mut scratch);
        if let Ok(mut pool) = self.0.lock() {
            pool.push(scratch);
        }
        answer
    }
}
