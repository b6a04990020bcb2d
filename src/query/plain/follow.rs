//! Lines that go on from the last question: "and in 2021?", "och sedan 2024?", "und Alijew?", "when?", "but not X", "who else?".
//!
//! In: a line that was refused. Out: what it adds. Invariant: every word of the line is used. Does not: know what was asked.

use super::line::{Line, has};
use super::pieces::NOT_WITH;
use crate::graph::Graph;
use crate::lexicon::questions::Questions;
use crate::query::vocabulary::Vocabulary;

/// What a line adds to the last question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum More {
    /// Clauses, in the keywords of statements.
    Clauses(String),
    /// The same of somebody else, with clauses or nothing.
    Name(String, String),
    /// How many there are.
    Count,
    /// All others.
    Else,
}

/// Reads a line as what goes on from the last question.
pub fn more(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> Option<More> {
    let line = Line::new(text, vocabulary, graph);
    let mut packs = vocabulary.words.packs().values();
    packs.find_map(|pack| line.more(pack.questions()))
}

impl Line<'_> {
    fn more(&self, table: &Questions) -> Option<More> {
        if let Some(asked) = self.asked_again(table) {
            return Some(asked);
        }
        let lead = |at: usize| {
            let and = self.keyword(at, table) == Some("and");
            let again = self.phrase(at, &table.again);
            again
                .or(and.then_some(1))
                .filter(|_| self.name(at).is_none())
        };
        if let Some(clauses) = self.left_out(table) {
            return Some(More::Clauses(clauses));
        }
        let mut at = 0;
        while let Some(n) = lead(at) {
            at += n;
        }
        let left = self.words.len().checked_sub(at).filter(|n| *n > 0)?;
        // A year alone is one, not a row.
        let alone = || left > 1 || self.is_year(at) || self.is_date(at);
        if self.tail_begins(at, table) && (at > 0 || alone()) {
            let (tail, end) = self.tail(at, table);
            return (end == self.words.len()).then_some(More::Clauses(tail));
        }
        let (name, end) = self.name(at).filter(|_| at > 0)?;
        if end < self.words.len() && self.tail_begins(end, table) {
            let (tail, behind) = self.tail(end, table);
            return (behind == self.words.len()).then_some(More::Name(name, tail));
        }
        (end == self.words.len()).then_some(More::Name(name, String::new()))
    }

    /// "when?", "how often?", "who else?": a line of words that ask and nothing else.
    fn asked_again(&self, table: &Questions) -> Option<More> {
        let whole = self.lower(0, self.words.len())?;
        if let Some(clauses) = table.followups.get(&whole) {
            return Some(if clauses == super::COUNT.trim_end() {
                More::Count
            } else {
                More::Clauses(clauses.clone())
            });
        }
        let asks = |at: usize| {
            let lists = [
                &table.anybody,
                &table.doer,
                &table.other,
                &table.what,
                &table.small,
            ];
            let found = lists.into_iter().filter_map(|l| self.phrase(at, l)).max();
            found.or((self.keyword(at, table) == Some("and")).then_some(1))
        };
        let (mut at, mut others) = (0, false);
        while at < self.words.len() {
            if let Some(n) = self.phrase(at, &table.others) {
                (at, others) = (at + n, true);
            } else {
                at += asks(at)?;
            }
        }
        others.then_some(More::Else)
    }

    /// "but not X", "without X", "not in X": all of the line.
    fn left_out(&self, table: &Questions) -> Option<String> {
        let negation = |at: usize| {
            let word = self.lower(at, 1)?;
            has(&table.negations, &word).then_some(1)
        };
        let n = self.phrase(0, &table.except).or_else(|| negation(0))?;
        let place = matches!(self.keyword(n, table), Some("in" | "at"));
        let begins = self.name_behind(n + usize::from(place))?;
        let (name, end) = self.name(begins)?;
        let clause = if place { NOT_IN } else { NOT_WITH };
        (end == self.words.len()).then(|| format!("{clause} {name}"))
    }
}

/// The clause that leaves out what happened at a place.
const NOT_IN: &str = "not in";
