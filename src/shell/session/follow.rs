//! Lines that add to the last question: "as table", "since 2024", "and in 2021?", "och Alijev?", "when?", "who else?".
//!
//! In: a line that is no statement, the last question. Out: a statement, with what is to be said of it. Invariant: a statement that cannot be answered
//! is none. Does not: run it.

use crate::base::span::Span;
use crate::query::ast::{Clause, Verb};
use crate::query::plain;
use crate::shell::session::Session;

/// Words of statements that join names.
const JOINTS: [&str; 2] = ["and", "or"];

impl Session {
    /// The last question with what a line adds to it.
    pub(super) fn continued(&self, text: &str) -> Option<(String, Option<String>)> {
        let first = text.split_whitespace().next()?.to_lowercase();
        // "and Alijev?" asks of another; it joins no name to the one asked of.
        let joint = JOINTS.contains(&first.as_str());
        let clause = !joint && crate::query::parse::RESERVED.contains(&first.as_str());
        if clause && let Some(statement) = self.added(&self.last_text, text) {
            return Some((statement, None));
        }
        let asked = self.asked.0.as_str();
        let statement = match plain::more(text, &self.vocabulary, &self.graph)? {
            plain::More::Clauses(clauses) => self.added(asked, &clauses)?,
            plain::More::Name(name, clauses) => {
                let statement = self.of_another(&name)?;
                if clauses.is_empty() {
                    statement
                } else {
                    self.added(&statement, &clauses)?
                }
            }
            plain::More::Count => {
                let statement = format!("count {asked}");
                let counts = self.can_be_planned(&statement);
                counts.then_some(statement)?
            }
            plain::More::Else => return self.of_all_others(),
        };
        Some((statement, None))
    }

    /// The last question of somebody else: the only one whom it named is exchanged.
    fn of_another(&self, name: &str) -> Option<String> {
        let (asked, picked) = &self.asked;
        let mut typed = picked.iter().map(|p| p.typed.as_str());
        let (Some(only), None) = (typed.next(), typed.next()) else {
            return None;
        };
        let at = asked.rfind(only)?;
        let behind = asked.get(at + only.len()..)?;
        let statement = format!("{}{name}{behind}", asked.get(..at)?);
        self.can_be_planned(&statement).then_some(statement)
    }

    /// "who else?": of two who were asked for, the others of the first; of one, all were listed.
    fn of_all_others(&self) -> Option<(String, Option<String>)> {
        let asked = self.asked.0.as_str();
        let parsed = crate::query::parse(asked, &self.vocabulary, self.graph.as_ref()).ok()?;
        let spans: Vec<_> = match &parsed.query.verb {
            Verb::Between(list) | Verb::Timeline(list) => {
                let end = list.parts.last().map_or(parsed.query.span, |p| p.span);
                vec![(list, Span::new(0, end.end as usize))]
            }
            _ => Vec::new(),
        };
        let clauses = parsed.query.clauses.iter();
        let pairs = clauses.filter_map(|c| match &c.value {
            Clause::Between(list) => Some((list, c.span)),
            _ => None,
        });
        let pair = pairs.chain(spans).next();
        let Some(([one, other], span)) = pair.map(|(list, span)| (list.parts.as_slice(), span))
        else {
            let again = self.can_be_planned(asked).then(|| asked.to_owned())?;
            return Some((again, Some(plain::NOTHING_LEFT_OUT.to_owned())));
        };
        let (one, other) = (one.span.of(asked), other.span.of(asked));
        let words = format!("with {one} not with {other}");
        let (front, behind) = (
            asked.get(..span.start as usize)?,
            asked.get(span.end as usize..)?,
        );
        let statement = if front.is_empty() {
            format!("events {words}{behind}")
        } else {
            format!("{front}{words}{behind}")
        };
        let answers = self.can_be_planned(&statement);
        answers.then_some((statement, None))
    }

    /// A question with more clauses behind it; of time, of place and of order the new ones take the place of the old.
    fn added(&self, question: &str, clauses: &str) -> Option<String> {
        let parse = |t: &str| crate::query::parse(t, &self.vocabulary, self.graph.as_ref()).ok();
        let query = parse(question)?.query;
        let clauses = clauses.trim();
        let new = parse(&format!("events {clauses}")).map_or_else(Vec::new, |s| s.query.clauses);
        let replaced = |old: &Clause| {
            let kind = |c: &Clause| {
                (
                    c.is_time(),
                    matches!(c, Clause::Place(_)),
                    matches!(c, Clause::Sort(..)),
                )
            };
            kind(old) != (false, false, false) && new.iter().any(|n| kind(&n.value) == kind(old))
        };
        let mut kept = question
            .get(..query.span.end as usize)?
            .trim_end()
            .to_owned();
        for old in query.clauses.iter().rev().filter(|c| replaced(&c.value)) {
            kept.replace_range(old.span.start as usize..old.span.end as usize, "");
        }
        let words: Vec<&str> = kept.split_whitespace().collect();
        let statement = format!("{} {clauses}", words.join(" "));
        self.can_be_planned(&statement).then_some(statement)
    }
}
