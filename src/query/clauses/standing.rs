//! Clauses that say how an event stands to what happened.
//!
//! In: the parser at `status`, `not planned`, `historical`. Out: clauses. Invariant: such a word ends a name only where nothing but clauses follows. Does not: ask the graph.

use crate::base::record::Status;
use crate::query::ast::Clause;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};

/// The words of `status`; answers say "denied" for what is negated.
pub const STATUSES: [(&str, Status); 5] = [
    ("happened", Status::Happened),
    ("planned", Status::Planned),
    ("denied", Status::Negated),
    ("hypothetical", Status::Hypothetical),
    ("negated", Status::Negated),
];

/// The word for what lies more than a year before its report, or was told as background.
pub const HISTORICAL: &str = "historical";

/// The word for what has no date.
pub const UNDATED: &str = "undated";

impl Parser<'_> {
    /// `happened`, `not planned, denied`, `historical`: behind the other words of a question.
    pub(in crate::query) fn standing(&mut self) -> Option<Clause> {
        let not = self.is_word(0, "not") && self.is_standing(1);
        if not {
            self.at += 1;
        }
        if self.is_word(0, HISTORICAL) {
            self.at += 1;
            return Some(Clause::Historical(!not));
        }
        if self.is_word(0, UNDATED) {
            self.at += 1;
            return Some(Clause::Dated(not));
        }
        let mut named = vec![self.status_word()?];
        loop {
            let at = self.at;
            let comma = self.eat_kind(Kind::Comma).is_some();
            let again = not && self.is_word(0, "not");
            self.at += usize::from(again);
            let Some(status) = self.status_word().filter(|_| comma || again) else {
                self.at = at;
                break;
            };
            named.push(status);
        }
        if not {
            let others = Status::ALL.into_iter().filter(|s| !named.contains(s));
            return Some(Clause::Statuses(others.collect()));
        }
        Some(Clause::Statuses(named))
    }

    /// Tells whether a word `ahead` says how an event stands to what happened.
    pub(in crate::query) fn is_standing(&self, ahead: usize) -> bool {
        let alone = [HISTORICAL, UNDATED];
        alone.iter().any(|w| self.is_word(ahead, w))
            || STATUSES.iter().any(|(w, _)| self.is_word(ahead, w))
    }

    /// Tells whether such words close the statement, or stand in front of another clause.
    pub(in crate::query) fn standing_follows(&self) -> bool {
        let from = usize::from(self.is_word(0, "not"));
        let reserved = |t: crate::query::lexer::Token| {
            t.kind != Kind::Word
                || crate::query::parse::RESERVED
                    .iter()
                    .any(|r| r.eq_ignore_ascii_case(self.words(t)))
                || self.is_standing(from + 1)
                || self.is_word(from + 1, "not")
        };
        self.is_standing(from) && self.peek_at(from + 1).is_none_or(reserved)
    }

    /// Reads the words of `status`: `any`, or several apart by commas.
    pub(super) fn statuses(&mut self) -> Parsed<Clause> {
        if self.eat("any") {
            return Ok(Clause::Statuses(Status::ALL.to_vec()));
        }
        let mut found = Vec::new();
        loop {
            found.push(self.status_word().ok_or_else(|| self.unexpected())?);
            if self.eat_kind(Kind::Comma).is_none() {
                return Ok(Clause::Statuses(found));
            }
        }
    }

    /// Reads one word of `status` if it stands here.
    pub(in crate::query) fn status_word(&mut self) -> Option<Status> {
        let found = STATUSES.iter().find(|(word, _)| self.eat(word))?;
        Some(found.1)
    }
}
