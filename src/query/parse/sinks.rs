//! Where an answer goes.
//!
//! In: the parser at `as`, `>`, `|`. Out: sinks. Invariant: a file name is taken as it stands. Does not: open it.

use crate::base::span::Span;
use crate::query::ast::{At, Sink};
use crate::query::expect::Slot;
use crate::query::lexer;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};

impl Parser<'_> {
    pub(super) fn sinks(&mut self) -> Parsed<Vec<Sink>> {
        let mut sinks = Vec::new();
        loop {
            if self.at_word("as") && !self.is_word(1, "of") {
                self.at += 1;
                sinks.push(Sink::Format(self.format()?));
            } else if let Some(token) = self
                .peek()
                .filter(|t| matches!(t.kind, Kind::Into | Kind::Append))
            {
                self.at += 1;
                let append = token.kind == Kind::Append;
                sinks.push(Sink::File(self.file(Slot::File)?, append));
            } else if self.eat_kind(Kind::Pipe).is_some() {
                let Some(command) = self.eat_kind(Kind::Raw) else {
                    return Err(self.unexpected());
                };
                sinks.push(Sink::Pipe(At::new(
                    self.words(command).to_owned(),
                    command.span,
                )));
            } else {
                return Ok(sinks);
            }
        }
    }

    /// Reads a format name; whether it exists is known to the table of formats, not to the grammar.
    pub(in crate::query) fn format(&mut self) -> Parsed<At<String>> {
        self.expect(Slot::Format);
        let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
        Ok(At::new(self.words(token).to_lowercase(), token.span))
    }

    /// Reads a file name: a quoted one, or everything up to white space or `;`.
    pub(in crate::query) fn file(&mut self, slot: Slot) -> Parsed<At<String>> {
        self.expect(slot);
        let Some(first) = self.peek() else {
            return Err(self.unexpected());
        };
        if let Kind::Quoted(closed) = first.kind {
            if !closed {
                return Err(self.open_quote(first));
            }
            self.at += 1;
            return Ok(At::new(lexer::unquote(self.words(first)), first.span));
        }
        let start = first.span.start as usize;
        let rest = self.text.get(start..).unwrap_or("");
        let len = rest
            .find(|c: char| c.is_whitespace() || c == ';')
            .unwrap_or(rest.len());
        let span = Span::new(start, start + len);
        while self.peek().is_some_and(|t| t.span.start < span.end) {
            self.at += 1;
        }
        Ok(At::new(span.of(self.text).to_owned(), span))
    }
}
