//! Which clauses a verb takes.
//!
//! In: sets. Out: sets. Invariant: a clause is read only where its verb has it. Does not: read.

/// Which clauses a verb takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed(u16);

impl Allowed {
    /// None.
    pub const NONE: Self = Self(0);
    /// Windows of event time.
    pub const TIME: Self = Self(1);
    /// Reporting time.
    pub const AS_OF: Self = Self(2);
    /// Number of steps.
    pub const HOPS: Self = Self(4);
    /// Event types, places, reporters, sources, languages, confidence, status, certain dates.
    pub const EVENTS: Self = Self(8);
    /// Order and limit.
    pub const ORDER: Self = Self(16);
    /// `via`, `avoiding`.
    pub const VIA: Self = Self(32);
    /// `in order`, criteria.
    pub const JOURNEY: Self = Self(64);
    /// `by`, `to`, `with`, `between`.
    pub const ROLES: Self = Self(128);
    /// What nearly every question takes.
    pub const QUESTION: Self = Self(1 | 2 | 8 | 16);

    /// Joins two sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
