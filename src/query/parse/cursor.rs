//! Where the parser stands, and what it would accept there.
//!
//! In: tokens. Out: the next one, keywords read, slots noted. Invariant: never moves past the end. Does not: know the grammar.

use crate::base::span::Span;
use crate::query::ast::At;
use crate::query::expect::Slot;
use crate::query::lexer;
use crate::query::lexer::{Kind, Token};
use crate::query::parse::{Parsed, Parser};

impl<'p> Parser<'p> {
    pub(in crate::query) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(in crate::query) fn peek_at(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at + ahead).copied()
    }

    pub(in crate::query) fn words(&self, token: Token) -> &'p str {
        token.span.of(self.text)
    }

    /// Returns the byte where the next token starts, or the end of the text.
    pub(in crate::query) fn here(&self) -> usize {
        self.peek()
            .map_or(self.text.len(), |t| t.span.start as usize)
    }

    /// Returns the byte where token number `index` starts.
    pub(in crate::query) fn start_of(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(0, |t| t.span.start as usize)
    }

    /// Returns the span from `start` to the end of the token read last.
    pub(in crate::query) fn since(&self, start: usize) -> Span {
        let end = self
            .at
            .checked_sub(1)
            .and_then(|i| self.tokens.get(i))
            .map_or(start, |t| t.span.end as usize);
        Span::new(start, end.max(start))
    }

    /// Notes that `slot` may stand here.
    pub(in crate::query) fn expect(&mut self, slot: Slot) {
        if self.at > self.furthest {
            self.furthest = self.at;
            self.expected.clear();
        }
        if self.at == self.furthest && !self.expected.contains(&slot) {
            self.expected.push(slot);
        }
    }

    /// Tells whether the next token is this keyword, and notes that it may be.
    pub(in crate::query) fn at_word(&mut self, word: &'static str) -> bool {
        self.expect(Slot::Word(word));
        self.is_word(0, word)
    }

    pub(in crate::query) fn is_word(&self, ahead: usize, word: &str) -> bool {
        self.peek_at(ahead)
            .is_some_and(|t| t.kind == Kind::Word && self.words(t).eq_ignore_ascii_case(word))
    }

    pub(in crate::query) fn eat(&mut self, word: &'static str) -> bool {
        let found = self.at_word(word);
        self.at += usize::from(found);
        found
    }

    /// Reads the first of several keywords that stands here.
    pub(in crate::query) fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|w| self.eat(w))
    }

    pub(in crate::query) fn eat_kind(&mut self, kind: Kind) -> Option<Token> {
        let token = self.peek().filter(|t| t.kind == kind)?;
        self.at += 1;
        Some(token)
    }

    /// Reads a keyword that must stand here.
    pub(in crate::query) fn need(&mut self, word: &'static str) -> Parsed<()> {
        if self.eat(word) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// Reads a whole number.
    pub(in crate::query) fn integer(&mut self) -> Option<At<u32>> {
        self.expect(Slot::Integer);
        let token = self.peek().filter(|t| t.kind == Kind::Number)?;
        let value = self.words(token).parse().ok()?;
        self.at += 1;
        Some(At::new(value, token.span))
    }

    /// Reads a quoted text.
    pub(in crate::query) fn quoted(&mut self) -> Parsed<Option<At<String>>> {
        let Some(token) = self.peek() else {
            return Ok(None);
        };
        match token.kind {
            Kind::Quoted(true) => {
                self.at += 1;
                Ok(Some(At::new(lexer::unquote(self.words(token)), token.span)))
            }
            Kind::Quoted(false) => Err(self.open_quote(token)),
            _ => Ok(None),
        }
    }
}
