//! Lines that start with no command: pairs, names, and what is wrong with the others.
//!
//! In: the parser at the first word. Out: a verb, or what may be meant. Invariant: a known name alone is shown. Does not: run anything.

use crate::query::ast::{At, EntityTerm, Reference, Verb};
use crate::query::clauses::Allowed;
use crate::query::expect::ParseError;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::Answer;
use crate::query::verbs::words::verb_words;

/// Most words that two names side by side have.
const LONGEST_PAIR: usize = 10;

impl Parser<'_> {
    pub(super) fn row_alone(&mut self, token: crate::query::lexer::Token) -> Option<At<Reference>> {
        matches!(token.kind, Kind::Row | Kind::Number)
            .then(|| self.reference())
            .flatten()
    }

    /// `Putin–Aliyev interactions over time`, `interactions between A and B`; a known name alone is shown.
    pub(super) fn pair_line(&mut self, first: &str) -> Parsed<Answer> {
        let token_span = self.peek().map(|t| t.span);
        if self.is_word(0, "interactions") {
            self.at += 1;
            let _ = self.eat("between") || self.eat("of");
        }
        let Ok(list) = self.entity_list(false) else {
            return Err(self.unknown_command(first, token_span.unwrap_or_default()));
        };
        let known = |e: &crate::query::ast::EntityExpr, p: &Self| !matches!(&e.value, EntityTerm::Name { text, quoted: false, .. } if !p.known.is_name(text));
        let first_known = list.parts.first().is_some_and(|e| known(e, self));
        let near_verb = !first_known
            && !crate::query::suggest::nearest(first, verb_words(), 1).is_empty()
            && first.chars().count() > 3;
        if near_verb || (list.parts.len() == 1 && !first_known) {
            return Err(self.unknown_command(first, token_span.unwrap_or_default()));
        }
        if let ([only], false) = (list.parts.as_slice(), self.at_word("interactions")) {
            let show = Verb::Show(only.clone());
            return Ok((show, self.clauses(Allowed::QUESTION)?));
        }
        self.filler();
        Ok((Verb::Timeline(list), self.clauses(Allowed::QUESTION)?))
    }

    pub(super) fn unknown_command(&self, word: &str, span: crate::base::span::Span) -> ParseError {
        let suggestions = crate::query::suggest::nearest(word, verb_words(), 2);
        if let Some(meant) = self.joined_names() {
            return ParseError {
                message: "two names need a word between them".to_owned(),
                span,
                suggestions: vec![format!("`{meant}`")],
                incomplete: false,
            };
        }
        // "China relations": the name is right, the word behind it is not.
        let name = span.of(self.text);
        let small = self.vocabulary.words.is_function_word(name);
        if !word.is_empty() && !small && self.known.is_name(name) {
            return ParseError {
                message: format!("\"{name}\" is a name, but not with the words behind it"),
                span,
                suggestions: vec![format!("`timeline {name}`")],
                incomplete: false,
            };
        }
        let message = if word.is_empty() {
            "a statement starts with a command; `help` lists them".to_owned()
        } else {
            format!("no command and no name \"{word}\"; `help` lists the commands")
        };
        ParseError {
            message,
            span,
            suggestions,
            incomplete: false,
        }
    }

    /// The statement with "and" between the two names it opens with, whatever follows them.
    pub(super) fn joined_names(&self) -> Option<String> {
        let text = self.text.trim();
        let ends = text.match_indices(' ').map(|(at, _)| at);
        let mut ends: Vec<usize> = ends.chain([text.len()]).take(LONGEST_PAIR).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| {
            let (names, rest) = text.split_at_checked(end)?;
            let (a, b) = self.two_names(names)?;
            Some(format!("{a} and {b}{rest}"))
        })
    }
}
