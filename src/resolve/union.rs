//! Disjoint sets whose root is the smallest member, so that the outcome does not depend on the order of unions.
//!
//! In: member indices. Out: roots. Invariant: `root(x) <= x`.

/// Disjoint sets over `0..n`.
#[derive(Debug, Clone)]
pub struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// Makes `n` sets of one member.
    pub fn new(n: usize) -> Self {
        Self {
            parent: (0..n).collect(),
        }
    }

    /// Returns the smallest member of the set of `x`; `x` itself if it is out of range.
    pub fn root(&mut self, x: usize) -> usize {
        let mut at = x;
        while let Some(&up) = self.parent.get(at).filter(|up| **up != at) {
            let above = self.parent.get(up).copied().unwrap_or(up);
            if let Some(cell) = self.parent.get_mut(at) {
                *cell = above;
            }
            at = up;
        }
        at
    }

    /// Joins the sets of `a` and `b`; tells whether they were two.
    pub fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if low == high {
            return false;
        }
        if let Some(cell) = self.parent.get_mut(high) {
            *cell = low;
        }
        true
    }
}
