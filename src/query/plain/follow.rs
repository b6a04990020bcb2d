//! Lines that go on from the last question: "and in 2021?", "och sedan 2024?", "und Alijew?".
//!
//! In: a line that was refused. Out: clauses, or a name. Invariant: every word of the line is used. Does not: know what was asked.

use super::line::Line;
use crate::graph::Graph;
use crate::lexicon::questions::Questions;
use crate::query::vocabulary::Vocabulary;

/// What a line adds to the last question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum More {
    /// Clauses, in the keywords of statements.
    Clauses(String),
    /// The same of somebody else.
    Name(String),
}

/// Reads a line as what goes on from the last question.
pub fn more(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> Option<More> {
    let line = Line::new(text, vocabulary, graph);
    let mut packs = vocabulary.words.packs().values();
    packs.find_map(|pack| line.more(pack.questions()))
}

impl Line<'_> {
    fn more(&self, table: &Questions) -> Option<More> {
        let lead = |at: usize| {
            let and = self.keyword(at, table) == Some("and");
            let again = self.phrase(at, &table.again);
            again
                .or(and.then_some(1))
                .filter(|_| self.name(at).is_none())
        };
        let mut at = 0;
        while let Some(n) = lead(at) {
            at += n;
        }
        let left = self.words.len().checked_sub(at).filter(|n| *n > 0)?;
        if self.tail_begins(at, table) && (at > 0 || left > 1) {
            let (tail, end) = self.tail(at, table);
            return (end == self.words.len()).then_some(More::Clauses(tail));
        }
        let (name, end) = self.name(at).filter(|_| at > 0)?;
        (end == self.words.len()).then_some(More::Name(name))
    }
}
