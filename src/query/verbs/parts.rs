//! What several commands are made of: rows, subjects, values, dimensions.
//!
//! In: the parser at the part. Out: the part with its place. Invariant: what does not fit is left where it stands. Does not: know which command reads it.

use crate::query::ast::{At, Dimension, Reference, Subject, Value};
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::words::DIMENSIONS;

impl Parser<'_> {
    /// Skips "interactions", "over time".
    pub(super) fn filler(&mut self) {
        let _ = self.eat("interactions");
        if self.at_word("over") && self.is_word(1, "time") {
            self.at += 2;
        }
    }

    pub(super) fn one_of<T: Copy>(&mut self, table: &[(&'static str, T)]) -> Option<T> {
        table
            .iter()
            .find(|(word, _)| self.eat(word))
            .map(|(_, value)| *value)
    }

    pub(super) fn dimension(&mut self) -> Parsed<Option<Dimension>> {
        if !self.eat("by") {
            return Ok(None);
        }
        self.one_of(&DIMENSIONS)
            .map(Some)
            .ok_or_else(|| self.unexpected())
    }

    pub(super) fn reference(&mut self) -> Option<At<Reference>> {
        self.expect(Slot::Row);
        let token = self.peek()?;
        let word = self.words(token);
        let value = match token.kind {
            Kind::Row => Reference::Row(word.get(1..)?.parse().ok()?),
            Kind::Number => Reference::Row(word.parse().ok()?),
            Kind::Word if is_event_id(word) => Reference::Event(word.to_lowercase()),
            _ => return None,
        };
        self.at += 1;
        Some(At::new(value, token.span))
    }

    pub(super) fn subject(&mut self) -> Parsed<Subject> {
        let _ = self.eat("of") || self.eat("for");
        if let Some(reference) = self.reference() {
            return Ok(Subject::Reference(reference));
        }
        self.entity_list(false).map(Subject::Entities)
    }

    pub(super) fn value(&mut self) -> Parsed<At<Value>> {
        self.expect(Slot::Value);
        if let Some(quoted) = self.quoted()? {
            return Ok(At::new(Value::Text(quoted.value), quoted.span));
        }
        let start = self.here();
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        let word = self.words(token);
        let dated = token.kind == Kind::Variable || self.date_follows(0);
        if dated && (word.len() >= 4 || self.peek_at(1).is_some()) {
            let date = self.date()?;
            return Ok(At::new(Value::Date(date.value), date.span));
        }
        if let (Kind::Number, Ok(number)) = (token.kind, word.parse()) {
            self.at += 1;
            return Ok(At::new(Value::Number(number), token.span));
        }
        while self
            .peek()
            .is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
            && !self.peek_at(1).is_some_and(|t| t.kind == Kind::Equals)
        {
            self.at += 1;
        }
        let span = self.since(start);
        if span.is_empty() {
            return Err(self.unexpected());
        }
        Ok(At::new(Value::Text(span.of(self.text).to_owned()), span))
    }

    pub(super) fn ident(&mut self, slot: Slot) -> Parsed<At<String>> {
        self.expect(slot);
        let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
        Ok(At::new(self.words(token).to_lowercase(), token.span))
    }
}

/// Tells whether a word is an event id or its start: `e42`, `e:3f9a2c`.
pub(super) fn is_event_id(word: &str) -> bool {
    let Some(rest) = word.strip_prefix(['e', 'E']) else {
        return false;
    };
    let colon = rest.starts_with(':');
    let digits = rest.trim_start_matches(':');
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_hexdigit())
        && (colon || digits.bytes().next().is_some_and(|b| b.is_ascii_digit()))
}
