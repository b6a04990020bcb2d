//! Clauses of time.
//!
//! In: the parser at `since`, `in`, `last`. Out: clauses with dates. Invariant: "in" with a date behind it is time. Does not: know what "today" is.

use crate::query::ast::{Clause, Unit};
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::suggest;

impl Parser<'_> {
    pub(in crate::query) fn time(&mut self) -> Parsed<Option<Clause>> {
        if let Some(word) = self.eat_any(&["since", "after", "until", "before", "on", "around"]) {
            let date = self.date()?;
            return Ok(Some(match word {
                "since" => Clause::Since(date),
                "after" => Clause::After(date),
                "until" => Clause::Until(date),
                "before" => Clause::Before(date),
                "on" => Clause::During(date, None),
                _ => {
                    let margin = if self.eat_kind(Kind::PlusMinus).is_some() {
                        Some(self.count_of_units()?)
                    } else {
                        None
                    };
                    Clause::Around(date, margin)
                }
            }));
        }
        let counted = |p: &Self| p.peek_at(2).is_some_and(|t| t.kind == Kind::Number);
        let within = self.is_word(0, "in") || self.is_word(0, "during");
        // "in the last 3 months" is "last 3 months".
        self.at += usize::from(within && self.is_word(1, "last") && counted(self));
        if self.at_word("last") && self.peek_at(1).is_some_and(|t| t.kind == Kind::Number) {
            self.at += 1;
            let (n, unit) = self.count_of_units()?;
            return Ok(Some(Clause::Last(n, unit)));
        }
        let whole = self.at_word("last") || self.is_word(0, "this");
        if whole && self.whole_follows(0) {
            return Ok(Some(Clause::During(self.date()?, None)));
        }
        if self.at_word("from") && !self.is_word(1, "source") && self.date_follows(1) {
            self.at += 1;
            let first = self.date()?;
            if !self.eat("until") {
                self.need("to")?;
            }
            return Ok(Some(Clause::During(first, Some(self.date()?))));
        }
        if self.eat("during") {
            return self.period().map(Some);
        }
        if self.at_word("in") && (self.date_follows(1) || self.peek_at(1).is_none()) {
            self.at += 1;
            return self.period().map(Some);
        }
        let plain = |k: Kind| matches!(k, Kind::Number | Kind::Word);
        if self.date_follows(0) && self.peek().is_some_and(|t| plain(t.kind)) {
            return self.period().map(Some);
        }
        Ok(None)
    }

    pub(super) fn period(&mut self) -> Parsed<Clause> {
        if self.at > 0 && self.peek().is_none() {
            self.expect(Slot::Entity);
        }
        let first = self.date()?;
        let range = self.eat_kind(Kind::Range).is_some() || self.eat_kind(Kind::Dash).is_some();
        let second = if range { Some(self.date()?) } else { None };
        Ok(Clause::During(first, second))
    }

    pub(super) fn count_of_units(&mut self) -> Parsed<(u32, Unit)> {
        let Some(n) = self.integer() else {
            return Err(self.unexpected());
        };
        Ok((n.value, self.unit()?))
    }

    pub(super) fn unit(&mut self) -> Parsed<Unit> {
        self.expect(Slot::Unit);
        let found = UNITS.iter().find(|(word, _)| self.is_word(0, word));
        let Some((_, unit)) = found else {
            let mut problem = self.unexpected();
            let word = self.peek().map_or("", |t| self.words(t));
            let near = suggest::nearest(word, UNITS.iter().map(|u| u.0), 1);
            problem.suggestions.extend(near);
            return Err(problem);
        };
        self.at += 1;
        Ok(*unit)
    }
}

pub(super) const UNITS: [(&str, Unit); 10] = [
    ("days", Unit::Day),
    ("weeks", Unit::Week),
    ("months", Unit::Month),
    ("years", Unit::Year),
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
    ("decades", Unit::Decade),
    ("decade", Unit::Decade),
];
