//! Names in a statement.
//!
//! In: the parser at a name. Out: entities and lists of them. Invariant: a keyword ends a name unless the longer words are known. Does not: resolve.

use crate::query::ast::{At, EntityExpr, EntityList, EntityTerm, Joint};
use crate::query::expect::Slot;
use crate::query::lexer;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser, RESERVED};

/// Keywords that names hold often enough to be looked up.
pub(super) const INNER: [&str; 6] = ["of", "and", "for", "in", "on", "to"];

impl Parser<'_> {
    /// Reads an entity: quoted, by id, by variable, or as words.
    pub(in crate::query) fn entity(&mut self) -> Parsed<EntityExpr> {
        self.entity_in(Slot::Entity)
    }

    pub(in crate::query) fn entity_in(&mut self, slot: Slot) -> Parsed<EntityExpr> {
        self.expect(slot);
        let start = self.here();
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        if let Kind::Id | Kind::Variable = token.kind {
            self.at += 1;
            let word = self.words(token).get(1..).unwrap_or("").to_owned();
            let term = if token.kind == Kind::Id {
                EntityTerm::Id(word)
            } else {
                EntityTerm::Variable(word)
            };
            return Ok(At::new(term, token.span));
        }
        let class = self.class_prefix();
        let text_start = self.here();
        if let Some(quoted) = self.quoted()? {
            self.names.push(quoted.span);
            self.name = None;
            return Ok(At::new(
                EntityTerm::Name {
                    text: quoted.value,
                    class,
                    quoted: true,
                },
                self.since(start),
            ));
        }
        let first = self.at;
        while self.name_word(first) {
            self.at += 1;
        }
        if self.at == first {
            return Err(self.unexpected());
        }
        self.extend_over_keywords(first);
        let span = self.since(text_start);
        self.names.push(span);
        self.name = Some((text_start as u32, self.at));
        let text = span
            .of(self.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Ok(At::new(
            EntityTerm::Name {
                text,
                class,
                quoted: false,
            },
            self.since(start),
        ))
    }

    /// Reads an entity, or several of which any will do.
    pub(in crate::query) fn alternatives(&mut self) -> Parsed<Vec<EntityExpr>> {
        let mut list = vec![self.entity()?];
        while self.eat("or") {
            list.push(self.entity()?);
        }
        Ok(list)
    }

    pub(super) fn class_prefix(&mut self) -> Option<String> {
        let token = self.peek().filter(|t| t.kind == Kind::Word)?;
        let word = self.words(token).to_lowercase();
        let colon = self
            .peek_at(1)
            .is_some_and(|t| t.kind == Kind::Colon && t.span.start == token.span.end);
        if !colon || !lexer::CLASS_PREFIXES.contains(&word.as_str()) {
            return None;
        }
        self.at += 2;
        Some(word)
    }

    pub(super) fn name_word(&self, first: usize) -> bool {
        let Some(token) = self.peek() else {
            return false;
        };
        let word = self.words(token);
        match token.kind {
            Kind::Word => {
                let month = self.at > first
                    && self.vocabulary.month(word).is_some()
                    && self.peek_at(1).is_some_and(|t| t.kind == Kind::Number);
                let standing = self.at > first && self.standing_follows();
                let time = self.at > first && self.whole_follows(0);
                let left_out =
                    self.at > first && (self.not_with_follows() || self.not_in_follows());
                !month
                    && !standing
                    && !left_out
                    && !time
                    && !RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word))
            }
            Kind::Number => {
                self.at > first
                    && !word.contains('-')
                    && word.len() < 4
                    && !self.is_word(1, "hop")
                    && !self.is_word(1, "hops")
            }
            _ => false,
        }
    }

    /// Lets a name go on over a keyword if the longer words are a known name.
    pub(super) fn extend_over_keywords(&mut self, first: usize) {
        let inner = |p: &Self| {
            p.peek().is_some_and(|t| {
                t.kind == Kind::Word && INNER.iter().any(|k| k.eq_ignore_ascii_case(p.words(t)))
            })
        };
        let start = self.tokens.get(first).map_or(0, |t| t.span.start as usize);
        let end = self.at;
        while inner(self) {
            self.at += 1;
            let word = self.at;
            while self.name_word(first) {
                self.at += 1;
            }
            if self.at == word {
                break;
            }
            let longest = self.at;
            for stop in (word + 1..=longest).rev() {
                self.at = stop;
                if self.known.is_whole_name(self.since(start).of(self.text)) {
                    return;
                }
            }
            self.at = longest;
        }
        self.at = end;
    }

    /// Reads entities joined by "and", "with", a comma, a dash or an arrow; `commas` tells whether commas join here.
    pub(in crate::query) fn entity_list(&mut self, commas: bool) -> Parsed<EntityList> {
        let mut list = EntityList {
            parts: vec![self.entity()?],
            joints: Vec::new(),
        };
        while let Some(joint) = self.joint(commas) {
            list.joints.push(joint);
            list.parts.push(self.entity_in(Slot::Partner)?);
        }
        Ok(list)
    }

    pub(in crate::query) fn joint(&mut self, commas: bool) -> Option<Joint> {
        if let Some(word) = self.eat_any(&["and", "with"]) {
            return Some(if word == "and" {
                Joint::Word
            } else {
                Joint::With
            });
        }
        let joint = match self.peek()?.kind {
            Kind::Dash => Joint::Dash,
            Kind::Both => Joint::Arrow,
            Kind::Comma if commas => Joint::Comma,
            _ => return None,
        };
        self.at += 1;
        Some(joint)
    }
}
