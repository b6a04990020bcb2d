//! The clauses of the grammar and its dates.
//!
//! In: the parser at a clause. Out: [`Clause`]s with places. Invariant: a clause is read only where the verb takes it; "in" with a date-shaped word
//! is time, else a place.

mod allowed;
mod dates;
mod roles;
mod standing;
mod time;
mod types;

use crate::query::ast::{At, Clause, ClauseExpr, EntityExpr};
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
pub use allowed::Allowed;
pub use standing::HISTORICAL;
pub use standing::STATUSES;
pub use standing::UNDATED;

impl Parser<'_> {
    /// Reads every clause that stands here.
    pub(super) fn clauses(&mut self, allowed: Allowed) -> Parsed<Vec<ClauseExpr>> {
        let mut clauses = Vec::new();
        loop {
            let start = self.here();
            let at = self.at;
            let Some(clause) = self.clause(allowed)? else {
                self.at = at;
                return Ok(clauses);
            };
            clauses.push(At::new(clause, self.since(start)));
        }
    }

    fn clause(&mut self, allowed: Allowed) -> Parsed<Option<Clause>> {
        if allowed.has(Allowed::ROLES)
            && let Some(clause) = self.role()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::JOURNEY)
            && let Some(clause) = self.journey()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::TIME)
            && let Some(clause) = self.time()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::EVENTS)
            && let Some(clause) = self.event_filter()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::AS_OF) && self.at_word("as") && self.is_word(1, "of") {
            self.at += 2;
            return Ok(Some(Clause::AsOf(self.date()?)));
        }
        if allowed.has(Allowed::VIA) {
            if self.eat("via") || self.eat("through") {
                return Ok(Some(Clause::Via(self.entities()?)));
            }
            if self.eat("avoiding") {
                return Ok(Some(Clause::Avoiding(self.entities()?)));
            }
        }
        if allowed.has(Allowed::HOPS)
            && let Some(clause) = self.hops()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::ORDER) {
            return self.order();
        }
        Ok(None)
    }

    fn entities(&mut self) -> Parsed<Vec<EntityExpr>> {
        let mut list = vec![self.entity()?];
        while self.eat_kind(Kind::Comma).is_some() {
            list.push(self.entity()?);
        }
        Ok(list)
    }
}
