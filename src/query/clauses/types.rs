//! Clauses of types, places, sources, languages.
//!
//! In: the parser at the clause. Out: clauses with types resolved by the vocabulary. Invariant: an unknown type is an error that names the nearest. Does not: know which types the graph has.

use crate::query::ast::{At, Clause, EntityTerm, TypeTerm};
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};

/// Most words of what answers show for a type.
pub(super) const LONGEST_LABEL: usize = 6;

impl Parser<'_> {
    pub(super) fn event_filter(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("type") || self.eat("only") {
            return Ok(Some(Clause::Types(self.types()?)));
        }
        if self.not_with_follows() {
            self.at += 2;
            return Ok(Some(Clause::NotWith(self.entity()?)));
        }
        if self.eat("without") {
            return self.without().map(Some);
        }
        if self.not_in_follows() {
            self.at += 2;
            return Ok(Some(Clause::NotPlace(self.entity()?)));
        }
        if self.eat("in") || self.eat("at") {
            return Ok(Some(Clause::Place(self.entity()?)));
        }
        if self.eat("reported") {
            let said = self.is_word(0, "or") && self.is_word(1, "said");
            self.at += if said { 2 } else { 0 };
            self.need("by")?;
            let who = self.entity()?;
            return Ok(Some(if said {
                Clause::SaidBy(who)
            } else {
                Clause::ReportedBy(who)
            }));
        }
        if self.eat("mentioning") {
            let mut words = vec![self.told_word()?];
            while self.eat_kind(Kind::Comma).is_some() {
                words.push(self.told_word()?);
            }
            return Ok(Some(Clause::Mentioning(words)));
        }
        if self.at_word("from") && (self.is_word(1, "source") || self.peek_at(1).is_none()) {
            self.at += 1;
            self.need("source")?;
            return Ok(Some(Clause::Source(self.source()?)));
        }
        if self.eat("lang") {
            self.expect(Slot::Language);
            let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
            return Ok(Some(Clause::Language(At::new(
                self.words(token).to_lowercase(),
                token.span,
            ))));
        }
        if self.eat("conf") {
            self.expect(Slot::Word(">="));
            self.eat_kind(Kind::AtLeast)
                .ok_or_else(|| self.unexpected())?;
            self.expect(Slot::Number);
            let token = self
                .eat_kind(Kind::Number)
                .ok_or_else(|| self.unexpected())?;
            let value = self.words(token).parse().map_or_else(
                |_| self.error(token.span, "a confidence lies between 0 and 1".to_owned()),
                Ok,
            )?;
            return Ok(Some(Clause::Confidence(value)));
        }
        if self.eat("status") {
            return self.statuses().map(Some);
        }
        if self.standing_follows() {
            return Ok(self.standing());
        }
        for (word, certain) in [("certain", true), ("possible", false)] {
            if self.eat(word) {
                self.need("dates")?;
                return Ok(Some(Clause::Certain(certain)));
            }
        }
        Ok(None)
    }

    /// Reads what `without` leaves out: types, or what somebody known takes part in.
    fn without(&mut self) -> Parsed<Clause> {
        let (at, names) = (self.at, self.names.len());
        let typed = self.peek().is_some_and(|t| {
            t.kind == Kind::Word && self.vocabulary.event_type(self.words(t)).is_some()
        });
        if !typed && let Ok(who) = self.entity() {
            let known = match &who.value {
                EntityTerm::Name { text, quoted, .. } => *quoted || self.known.is_name(text),
                EntityTerm::Id(_) | EntityTerm::Variable(_) => true,
            };
            if known {
                return Ok(Clause::NotWith(who));
            }
        }
        self.at = at;
        self.names.truncate(names);
        self.types().map(Clause::Without)
    }

    /// Tells whether `not in` stands here, or `not at`.
    pub(in crate::query) fn not_in_follows(&self) -> bool {
        self.is_word(0, "not") && (self.is_word(1, "in") || self.is_word(1, "at"))
    }

    /// Tells whether `not with` stands here, or `not of`.
    pub(in crate::query) fn not_with_follows(&self) -> bool {
        self.is_word(0, "not") && (self.is_word(1, "with") || self.is_word(1, "of"))
    }

    /// Reads a word that sentences hold.
    fn told_word(&mut self) -> Parsed<At<String>> {
        if let Some(quoted) = self.quoted()? {
            return Ok(quoted);
        }
        let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
        Ok(At::new(self.words(token).to_owned(), token.span))
    }

    pub(super) fn source(&mut self) -> Parsed<At<String>> {
        self.expect(Slot::Source);
        if let Some(quoted) = self.quoted()? {
            return Ok(quoted);
        }
        let name = self.entity_in(Slot::Source)?;
        Ok(At::new(name.span.of(self.text).to_owned(), name.span))
    }

    /// Reads event types separated by commas.
    pub(in crate::query) fn types(&mut self) -> Parsed<Vec<At<TypeTerm>>> {
        let mut types = vec![self.event_type()?];
        while self.eat_kind(Kind::Comma).is_some() {
            types.push(self.event_type()?);
        }
        Ok(types)
    }

    pub(super) fn event_type(&mut self) -> Parsed<At<TypeTerm>> {
        self.expect(Slot::Type);
        let token = self
            .peek()
            .filter(|t| t.kind == Kind::Word)
            .ok_or_else(|| self.unexpected())?;
        if let Some(term) = self.label() {
            return Ok(term);
        }
        let word = self.words(token);
        let known = self.vocabulary.event_type(word);
        let told = || {
            self.vocabulary
                .type_or_told(word)
                .filter(|_| self.knows_all)
        };
        let Some(mut term) = known.or_else(told) else {
            let suggestions = self.vocabulary.nearest_types(word);
            let message = format!("no event type \"{word}\"; `show types` lists them");
            return Err(crate::query::expect::ParseError {
                message,
                span: token.span,
                suggestions,
                incomplete: false,
            });
        };
        self.at += 1;
        term.reversed = self.is_word(0, "reversed");
        self.at += usize::from(term.reversed);
        Ok(At::new(term, token.span))
    }

    /// Reads the words that answers show for a type ("phone call"), if several stand here.
    pub(in crate::query) fn label(&mut self) -> Option<At<TypeTerm>> {
        let start = self.here();
        let fits = |p: &Self, n: usize| {
            let end = p.peek_at(n - 1).filter(|t| t.kind == Kind::Word)?.span.end as usize;
            let words = p.text.get(start..end)?.split_whitespace();
            p.vocabulary
                .event_type(&words.collect::<Vec<_>>().join(" "))
        };
        let (n, term) = (2..=LONGEST_LABEL)
            .rev()
            .find_map(|n| Some((n, fits(self, n)?)))?;
        self.at += n;
        Some(At::new(term, self.since(start)))
    }
}
