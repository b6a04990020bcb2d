//! Clauses of roles and of ways.
//!
//! In: the parser at `by`, `with`, `in order`. Out: clauses. Invariant: `to` before a file of `export` is no role. Does not: know names.

use crate::query::ast::{At, Clause, Criterion, EntityExpr, EntityList, Role, Unit};
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};

impl Parser<'_> {
    pub(super) fn role(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("between") {
            return Ok(Some(Clause::Between(self.entity_list(false)?)));
        }
        if self.exporting && self.is_word(0, "to") && self.file_follows() {
            return Ok(None);
        }
        let role = match self.eat_any(&["of", "with", "about", "by", "to", "against"]) {
            Some("by") => Role::Actor,
            Some("to" | "against") => Role::Recipient,
            Some(_) => Role::Any,
            None => return Ok(None),
        };
        let whom = self.alternatives()?;
        match <[_; 1]>::try_from(whom) {
            // Who takes part together: "of A and B", "with A, B".
            Ok([one]) if role == Role::Any && self.joins() => self.together(one).map(Some),
            Ok([one]) => Ok(Some(Clause::With(role, vec![one]))),
            Err(several) => Ok(Some(Clause::With(role, several))),
        }
    }

    /// Tells whether another name is joined to the one before.
    fn joins(&self) -> bool {
        self.is_word(0, "and") || self.peek().is_some_and(|t| t.kind == Kind::Comma)
    }

    /// Reads the names that are joined to one.
    fn together(&mut self, one: EntityExpr) -> Parsed<Clause> {
        let mut list = EntityList {
            parts: vec![one],
            joints: Vec::new(),
        };
        while self.joins() {
            list.joints.extend(self.joint(true));
            list.parts.push(self.entity_in(Slot::Partner)?);
        }
        Ok(Clause::Between(list))
    }

    /// Tells whether the words after the next one look like a file name: a suffix or a folder in it.
    pub(super) fn file_follows(&self) -> bool {
        let Some(token) = self.peek_at(1) else {
            return false;
        };
        let word = self.words(token).trim_matches(['"', '\'']);
        word.contains('/')
            || std::path::Path::new(word)
                .extension()
                .is_some_and(|e| !e.is_empty() && e.len() <= 7)
    }

    pub(super) fn journey(&mut self) -> Parsed<Option<Clause>> {
        if self.at_word("in") && self.is_word(1, "order") {
            self.at += 2;
            return Ok(Some(Clause::InOrder(self.gap()?)));
        }
        if let Some(gap) = self.gap()? {
            return Ok(Some(Clause::InOrder(Some(gap))));
        }
        Ok(
            match self.eat_any(&["earliest", "latest", "fastest", "shortest", "strict"]) {
                Some("earliest") => Some(Clause::Criterion(Criterion::Earliest)),
                Some("latest") => Some(Clause::Criterion(Criterion::Latest)),
                Some("fastest") => Some(Clause::Criterion(Criterion::Fastest)),
                Some("shortest") => Some(Clause::Criterion(Criterion::Shortest)),
                Some(_) => Some(Clause::Strict),
                None => None,
            },
        )
    }

    pub(super) fn gap(&mut self) -> Parsed<Option<(u32, Unit)>> {
        if !self.eat("gap") {
            return Ok(None);
        }
        if self.eat_kind(Kind::AtMost).is_none() {
            self.expect(Slot::Word("<="));
            return Err(self.unexpected());
        }
        self.count_of_units().map(Some)
    }

    pub(super) fn hops(&mut self) -> Parsed<Option<Clause>> {
        let lead = self.eat_any(&["within", "max"]).is_some();
        let number = self.peek().is_some_and(|t| t.kind == Kind::Number);
        let unit = self.is_word(1, "hops") || self.is_word(1, "hop");
        if !(lead || number && unit) {
            return Ok(None);
        }
        let Some(n) = self.integer() else {
            return Err(self.unexpected());
        };
        if n.value == 0 {
            return self.error(n.span, "a way has one hop at least".to_owned());
        }
        if self.eat("hops") || self.is_word(0, "hop") {
            self.at += usize::from(self.is_word(0, "hop"));
            return Ok(Some(Clause::Hops(n.value)));
        }
        Err(self.unexpected())
    }

    pub(super) fn order(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("sort") || self.eat("order") {
            self.need("by")?;
            self.expect(Slot::Column);
            let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
            let descending = !self.eat("asc") && self.eat("desc");
            return Ok(Some(Clause::Sort(
                At::new(self.words(token).to_lowercase(), token.span),
                descending,
            )));
        }
        if self.eat("limit") {
            let Some(n) = self.integer() else {
                return Err(self.unexpected());
            };
            return Ok(Some(Clause::Limit(n.value as usize)));
        }
        Ok(None)
    }
}
