//! Second clauses, possessives of others, embassies that act, churches and clubs of a place, who answers for another.

use super::Case;

pub const CASES: &[Case] = &[];
