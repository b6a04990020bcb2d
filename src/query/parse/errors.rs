//! What is wrong with a statement, and what would be right.
//!
//! In: the parser where it stopped. Out: [`ParseError`]s. Invariant: the words at fault are pointed at. Does not: guess names.

use crate::base::span::Span;
use crate::query::ast::Statement;
use crate::query::expect::{ParseError, Slot};
use crate::query::lexer::{Kind, Token};
use crate::query::parse::{Parsed, Parser, RESERVED};

impl Parser<'_> {
    /// Makes the error for a token that fits nothing that was noted at this place.
    pub(in crate::query) fn unexpected(&self) -> ParseError {
        let mut wanted: Vec<&str> = if self.at == self.furthest {
            self.expected.iter().map(|s| s.describe()).collect()
        } else {
            Vec::new()
        };
        let mut seen = Vec::new();
        wanted.retain(|w| {
            !seen.contains(w) && {
                seen.push(*w);
                true
            }
        });
        let total = wanted.len();
        wanted.truncate(8);
        let mut list = wanted.join(", ");
        if total > wanted.len() {
            list.push_str(", …");
        }
        let Some(token) = self.peek() else {
            let joint = ["and", "to"].into_iter().find(|w| wanted.contains(w));
            let message = match joint.filter(|_| !self.names.is_empty() && total <= 2) {
                Some(joint) => format!(
                    "a second name is missing, as in `{} {joint} NAME`",
                    self.text.trim()
                ),
                None if list.is_empty() => "the statement ends too early".to_owned(),
                None => format!("the statement ends where {list} should follow"),
            };
            return ParseError {
                message,
                span: Span::new(self.text.len(), self.text.len()),
                suggestions: self.joined().into_iter().collect(),
                incomplete: true,
            };
        };
        let word = self.words(token);
        let keywords = self.expected.iter().filter_map(|s| {
            if let Slot::Word(w) = s {
                Some(*w)
            } else {
                None
            }
        });
        let other = keywords.filter(|k| !k.eq_ignore_ascii_case(word));
        let suggestions = crate::query::suggest::nearest(word, other, 2);
        ParseError {
            message: format!("found \"{word}\" where {list} should stand"),
            span: token.span,
            suggestions,
            incomplete: false,
        }
    }

    /// `between Merz China`: the statement with the word that is missing between its two names.
    pub(super) fn joined(&self) -> Option<String> {
        let missing = |w: &&&'static str| self.expected.contains(&Slot::Word(w));
        let word = ["and", "to"].iter().find(missing)?;
        let (verb, names) = self.text.trim().split_once(char::is_whitespace)?;
        let (a, b) = self.two_names(names)?;
        Some(format!("`{verb} {a} {word} {b}`"))
    }

    /// Cuts words in two, each a known name; `None` if they are one name together, and if no cut or several do.
    pub(in crate::query) fn two_names<'t>(&self, words: &'t str) -> Option<(&'t str, &'t str)> {
        if self.known.is_name(words) {
            return None;
        }
        // A word of the language at an edge is part of neither name.
        let small = |name: &str| {
            let mut edges = [name.split(' ').next(), name.rsplit(' ').next()]
                .into_iter()
                .flatten();
            edges.any(|w| self.vocabulary.words.is_function_word(w))
        };
        let cuts = words.match_indices(char::is_whitespace);
        let mut both = cuts.filter_map(|(at, _)| {
            let (a, b) = words.split_at_checked(at)?;
            let (a, b) = (a.trim(), b.trim());
            let both = self.known.is_name(a) && self.known.is_name(b);
            (both && !small(a) && !small(b)).then_some((a, b))
        });
        let only = both.next()?;
        both.next().is_none().then_some(only)
    }

    pub(in crate::query) fn error<T>(&self, span: Span, message: String) -> Parsed<T> {
        Err(ParseError {
            message,
            span,
            suggestions: Vec::new(),
            incomplete: false,
        })
    }

    pub(super) fn left_over(&mut self, token: Token, statement: &Statement) -> ParseError {
        let word = self.words(token).to_owned();
        if let Kind::Quoted(false) = token.kind {
            return ParseError {
                message: "the quote is not closed".to_owned(),
                span: token.span,
                suggestions: Vec::new(),
                incomplete: true,
            };
        }
        if RESERVED.iter().any(|r| r.eq_ignore_ascii_case(&word))
            && !self
                .expected
                .iter()
                .any(|s| matches!(s, Slot::Word(w) if w.eq_ignore_ascii_case(&word)))
        {
            let verb = crate::query::verbs::name_of(&statement.query.verb);
            // "events of X and Y" asks for what `between` gives.
            let pair = if word.eq_ignore_ascii_case("and") {
                "; for two names write `between A and B`"
            } else {
                ""
            };
            return ParseError {
                message: format!("\"{word}\" does not go with \"{verb}\" here{pair}"),
                span: token.span,
                suggestions: Vec::new(),
                incomplete: false,
            };
        }
        self.furthest = self.furthest.max(self.at);
        self.unexpected()
    }

    /// Makes the error for a quote that is not closed.
    pub(in crate::query) fn open_quote(&self, token: Token) -> ParseError {
        let first = Span {
            start: token.span.start,
            end: token.span.start
                + self.words(token).chars().next().map_or(0, char::len_utf8) as u32,
        };
        ParseError {
            message: "the quote is not closed".to_owned(),
            span: first,
            suggestions: Vec::new(),
            incomplete: true,
        }
    }
}
