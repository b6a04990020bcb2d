//! What a statement asks, in words for people: "events by Putin (visit) or towards Putin (hosted), since 2024".
//!
//! In: a statement that was made of a question. Out: its words, and the lines that say how it was read. Invariant: every clause of the statement is
//! in the words. Does not: read questions.

use crate::base::record::Status;
use crate::base::span::Span;
use crate::graph::Graph;
use crate::query::ast::{
    At, Clause, ClauseExpr, EntityExpr, EntityList, Query, Role, TypeTerm, Verb,
};
use crate::query::vocabulary::Vocabulary;

/// The lines that say how a line was read: in words, where there are some, and as a statement that can be typed.
pub fn said(statement: &str, vocabulary: &Vocabulary, graph: &Graph) -> Vec<String> {
    match spoken(statement, vocabulary, graph) {
        Some(words) => vec![
            format!("read as: {words}"),
            format!("statement: {statement}"),
        ],
        None => vec![format!("read as: {statement}")],
    }
}

/// What a statement asks, in words; `None` for what says it itself.
pub fn spoken(statement: &str, vocabulary: &Vocabulary, graph: &Graph) -> Option<String> {
    let query = crate::query::parse(statement, vocabulary, graph)
        .ok()?
        .query;
    let speaker = Speaker {
        text: statement,
        vocabulary,
    };
    speaker.question(&query, &query.verb)
}

struct Speaker<'s> {
    text: &'s str,
    vocabulary: &'s Vocabulary,
}

impl Speaker<'_> {
    fn question(&self, query: &Query, verb: &Verb) -> Option<String> {
        let head = match verb {
            Verb::Count(of) => return Some(format!("how many: {}", self.question(query, of)?)),
            Verb::Events => self.events(&query.clauses),
            Verb::Timeline(list) | Verb::Between(list) if list.joints.is_empty() => {
                format!("events of {}", self.names(list))
            }
            Verb::Timeline(list) | Verb::Between(list) => {
                format!("events between {}", self.names(list))
            }
            Verb::Common(list) => {
                let types = self.types(&query.clauses);
                let kinds = in_brackets(types.iter().map(|t| t.1.as_str()));
                format!("who had events{kinds} with each of {}", self.names(list))
            }
            Verb::Show(who) => format!("everything about {}", self.name(who)),
            Verb::Compare(sides, by) => {
                let joint = if sides.len() > 1 { " against " } else { "" };
                let sides: Vec<String> = sides.iter().map(|s| self.names(s)).collect();
                let by = by.map_or_else(|| "type".to_owned(), |b| format!("{b:?}").to_lowercase());
                format!("{}, counted by {by}", sides.join(joint))
            }
            _ => return None,
        };
        let rest = query.clauses.iter().filter_map(|c| self.clause(c));
        let ends = self.end(&query.clauses);
        let parts: Vec<String> = std::iter::once(head).chain(rest).chain(ends).collect();
        Some(parts.join(", "))
    }

    fn words(&self, span: Span) -> String {
        let words = span.of(self.text).split_whitespace();
        words.collect::<Vec<_>>().join(" ").replace("..", " to ")
    }

    fn name(&self, name: &EntityExpr) -> String {
        self.words(name.span).trim_matches('"').to_owned()
    }

    fn names(&self, list: &EntityList) -> String {
        let names: Vec<String> = list.parts.iter().map(|p| self.name(p)).collect();
        names.join(" and ")
    }

    /// The types asked for, each with whether its sides are exchanged.
    fn types(&self, clauses: &[ClauseExpr]) -> Vec<(bool, String)> {
        let types = clauses.iter().filter_map(|c| match &c.value {
            Clause::Types(types) => Some(types),
            _ => None,
        });
        let mut found: Vec<(bool, String)> = Vec::new();
        for term in types.flatten() {
            let kind = (term.value.reversed, self.label(term));
            if !found.contains(&kind) {
                found.push(kind);
            }
        }
        found
    }

    fn label(&self, term: &At<TypeTerm>) -> String {
        let TypeTerm {
            event_type, mode, ..
        } = &term.value;
        if term.value.told.is_empty() {
            self.vocabulary.label_or_name(event_type, mode.as_deref())
        } else {
            term.value.word.clone()
        }
    }

    /// "events by X (visit) or towards X (hosted)".
    fn events(&self, clauses: &[ClauseExpr]) -> String {
        let types = self.types(clauses);
        let of = |reversed: bool| {
            let kinds = types.iter().filter(|t| t.0 == reversed);
            in_brackets(kinds.map(|t| t.1.as_str()))
        };
        let roles = |reversed: bool| {
            let roles = clauses.iter().filter_map(|c| self.role(c, reversed));
            roles.collect::<Vec<_>>().concat()
        };
        let (plain, exchanged) = (of(false), of(true));
        match (plain.is_empty(), exchanged.is_empty()) {
            (true, false) => format!("events{}{exchanged}", roles(true)),
            (_, true) => format!("events{}{plain}", roles(false)),
            _ if roles(false) == roles(true) => {
                let kinds = in_brackets(types.iter().map(|t| t.1.as_str()));
                format!("events{}{kinds}", roles(false))
            }
            _ => format!("events{}{plain} or{}{exchanged}", roles(false), roles(true)),
        }
    }

    /// The words for somebody in a role; `reversed` for a type whose sides are exchanged.
    fn role(&self, clause: &ClauseExpr, reversed: bool) -> Option<String> {
        match &clause.value {
            Clause::With(role, names) => {
                let names: Vec<String> = names.iter().map(|n| self.name(n)).collect();
                let role = if reversed { role.reversed() } else { *role };
                let word = match role {
                    Role::Any => "with",
                    Role::Actor => "by",
                    Role::Recipient => "towards",
                };
                Some(format!(" {word} {}", names.join(" or ")))
            }
            Clause::Between(list) => Some(format!(" between {}", self.names(list))),
            _ => None,
        }
    }

    /// The words for a clause that stands behind what is asked for.
    fn clause(&self, clause: &ClauseExpr) -> Option<String> {
        Some(match &clause.value {
            Clause::Types(_)
            | Clause::With(..)
            | Clause::Between(_)
            | Clause::Sort(..)
            | Clause::Limit(_) => return None,
            Clause::Without(types) => {
                let labels: Vec<String> = types.iter().map(|t| self.label(t)).collect();
                format!("leaving out {}", labels.join(", "))
            }
            Clause::NotWith(who) => format!("without {}", self.name(who)),
            Clause::Mentioning(words) => {
                let words: Vec<&str> = words.iter().map(|w| w.value.as_str()).collect();
                format!("with the word {} in a sentence", words.join(" and "))
            }
            Clause::NotPlace(place) => format!("not in {}", self.name(place)),
            Clause::Dated(true) => "with a date".to_owned(),
            Clause::Dated(false) => "without a date".to_owned(),
            Clause::SaidBy(who) => {
                format!("said by {} or told on their word", self.name(who))
            }
            Clause::ReportedBy(who) => format!("on the word of {}", self.name(who)),
            Clause::Statuses(list) => list
                .iter()
                .map(|s| standing(*s))
                .collect::<Vec<_>>()
                .join(" or "),
            Clause::Historical(true) => "told as long past".to_owned(),
            Clause::Historical(false) => "not told as long past".to_owned(),
            Clause::Language(code) => format!("told in the language {}", code.value),
            _ => {
                let words = self.words(clause.span);
                let bare = words.starts_with(|c: char| c.is_ascii_digit());
                if bare { format!("in {words}") } else { words }
            }
        })
    }

    /// "the latest only", "the first 5, in order of date".
    fn end(&self, clauses: &[ClauseExpr]) -> Option<String> {
        let sort = clauses.iter().find_map(|c| match &c.value {
            Clause::Sort(column, descending) => Some((column.value.as_str(), *descending)),
            _ => None,
        });
        let limit = clauses.iter().find_map(|c| match c.value {
            Clause::Limit(n) => Some(n),
            _ => None,
        });
        Some(match (sort, limit) {
            (Some(("date", true)), Some(1)) => "the latest alone".to_owned(),
            (Some(("date", false)), Some(1)) => "the first alone".to_owned(),
            (Some(("date", true)), None) => "latest first".to_owned(),
            (Some((column, _)), None) => format!("in order of {column}"),
            (Some(("date", true)), Some(n)) => format!("the latest {n}"),
            (Some((column, _)), Some(n)) => format!("the first {n} in order of {column}"),
            (None, Some(n)) => format!("{n} at most"),
            (None, None) => return None,
        })
    }
}

fn standing(status: Status) -> &'static str {
    match status {
        Status::Happened => "that happened",
        Status::Planned => "that are planned",
        Status::Negated => "that are denied",
        Status::Hypothetical => "that are only thought of",
    }
}

/// " (visit, hosted)", or nothing.
fn in_brackets<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.dedup();
    if words.is_empty() {
        String::new()
    } else {
        format!(" ({})", words.join(", "))
    }
}
