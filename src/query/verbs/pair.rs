//! Lines that start with no command: pairs, names, and what is wrong with the others.
//!
//! In: the parser at the first word. Out: a verb, or what may be meant. Invariant: a known name alone is shown. Does not: run anything.

use crate::query::ast::{At, Clause, ClauseExpr, EntityList, EntityTerm, Reference, Verb};
use crate::query::clauses::Allowed;
use crate::query::expect::ParseError;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::Answer;
use crate::query::verbs::words::verb_words;

/// Most words of a name.
const LONGEST_NAME: usize = 5;
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
            let only = only.clone();
            let clauses = self.clauses(Allowed::QUESTION)?;
            // "X 2025 only meetings" asks for the meetings, not for X.
            let of_events = |c: &ClauseExpr| {
                let types = matches!(c.value, Clause::Types(_) | Clause::Without(_));
                types || matches!(c.value, Clause::NotWith(_))
            };
            let verb = if clauses.iter().any(of_events) {
                Verb::Timeline(EntityList {
                    parts: vec![only],
                    joints: Vec::new(),
                })
            } else {
                Verb::Show(only)
            };
            return Ok((verb, clauses));
        }
        self.filler();
        Ok((Verb::Timeline(list), self.clauses(Allowed::QUESTION)?))
    }

    /// `2025 Putin`, `last year Putin and Aliyev`: a time in front of a pair or name is one behind it.
    pub(super) fn time_in_front(&mut self) -> Option<Answer> {
        let (at, names) = (self.at, self.names.len());
        let start = self.here();
        if let Ok(Some(clause)) = self.time() {
            let time = At::new(clause, self.since(start));
            let first = self.peek().filter(|t| self.is_named(*t));
            if let Some(Ok((verb, mut clauses))) = first.map(|t| self.pair_line(self.words(t))) {
                clauses.push(time);
                return Some((verb, clauses));
            }
        }
        self.at = at;
        self.names.truncate(names);
        None
    }

    /// Tells whether a token can open a name.
    fn is_named(&self, token: crate::query::lexer::Token) -> bool {
        matches!(
            token.kind,
            Kind::Word | Kind::Quoted(true) | Kind::Id | Kind::Variable
        )
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
            let (others, rest) = self.more_names(rest);
            Some(format!("{a} and {b}{others}{rest}"))
        })
    }

    /// The names that stand side by side at the head of a text, each behind "and", and what follows them.
    fn more_names<'t>(&self, text: &'t str) -> (String, &'t str) {
        let (mut joined, mut rest) = (String::new(), text);
        loop {
            let open = rest.trim_start();
            let ends = open.match_indices(' ').map(|(at, _)| at);
            let ends: Vec<usize> = ends.chain([open.len()]).take(LONGEST_NAME).collect();
            let name = ends.into_iter().rev().find_map(|end| {
                let name = open.get(..end)?;
                let small = self.vocabulary.words.is_function_word(name);
                (!small && self.known.is_name(name)).then_some(name)
            });
            let Some(name) = name else {
                return (joined, rest);
            };
            joined.push_str(&format!(" and {name}"));
            rest = open.get(name.len()..).unwrap_or("");
        }
    }
}
