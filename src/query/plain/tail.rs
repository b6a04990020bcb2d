//! What restricts a question: when, where, how many rows.
//!
//! In: a [`Line`] at a word. Out: the words of clauses, in the keywords of statements, and where they end. Invariant: a restriction has words behind
//! its keyword. Does not: check that the clauses can be read; the parser does.

use super::line::{LONGEST, Line, has};
use crate::lexicon::questions::Questions;

/// Keywords at which what restricts a question begins.
const TAIL: [&str; 16] = [
    "since", "after", "until", "before", "in", "at", "during", "on", "last", "around", "as",
    "sort", "limit", "status", "lang", "not in",
];
/// Keywords that a date stands behind.
const DATED: [&str; 10] = [
    "since", "after", "until", "before", "in", "at", "during", "on", "last", "around",
];
/// Words of statements that a date stands behind without another in front of it.
const BEFORE_DATES: [&str; 12] = [
    "since", "after", "until", "before", "in", "during", "on", "around", "from", "to", "of", "and",
];
/// Units of time of statements.
const UNITS: [&str; 8] = [
    "day", "days", "week", "weeks", "month", "months", "year", "years",
];

impl Line<'_> {
    /// Tells whether a restriction begins at a word.
    pub(super) fn tail_begins(&self, at: usize, table: &Questions) -> bool {
        if self.stretch(at, table).is_some() || self.is_year(at) {
            return true;
        }
        if self.is_date(at) && self.name(at).is_none() {
            return true;
        }
        let keyword = self.keyword(at, table).filter(|k| TAIL.contains(k));
        match keyword {
            Some("last") => {
                self.is_number(at + 1)
                    || self
                        .lower(at + 1, 1)
                        .is_some_and(|w| UNITS.contains(&w.as_str()))
            }
            Some(_) => at + 1 < self.words.len(),
            None => false,
        }
    }

    /// Reads a stretch of time of the language ("last year"): the words of a statement for it, and its length.
    pub(super) fn stretch(&self, at: usize, table: &Questions) -> Option<(String, usize)> {
        let listed = (1..=LONGEST).rev().find_map(|n| {
            let clause = table.periods.get(&self.lower(at, n)?)?;
            Some((clause.clone(), n))
        });
        listed.or_else(|| self.spoken_time(at, table))
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()))
    }

    pub(super) fn is_year(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))
    }

    /// The verb that German and Swedish put last stands behind what restricts it.
    fn resumes(&self, at: usize, table: &Questions) -> bool {
        let last = at + 1 == self.words.len();
        let word = self.words.get(at).copied().unwrap_or_default();
        let act =
            self.phrase(at, &table.acts).is_some() || self.phrase(at, &table.happens).is_some();
        let free = self.name(at).is_none()
            && self.vocabulary.month(word).is_none()
            && !UNITS.contains(&word);
        last && (act || free && self.asking(at, &self.languages()).is_some())
    }

    /// The words of a restriction, in the keywords of statements, and where it ends.
    pub(super) fn tail(&self, from: usize, table: &Questions) -> (String, usize) {
        let mut out: Vec<String> = Vec::new();
        let mut at = from;
        while let Some(word) = self.words.get(at) {
            if at > from + 1 && self.resumes(at, table)
                || at == from + 1 && self.is_year(from) && self.resumes(at, table)
            {
                break;
            }
            if let Some((_, end)) = self.name(at).filter(|n| n.1 > at + 1) {
                out.extend(
                    self.words
                        .get(at..end)
                        .unwrap_or_default()
                        .iter()
                        .map(|w| (*w).to_owned()),
                );
                at = end;
                continue;
            }
            if let Some((clause, n)) = self.stretch(at, table) {
                out.push(clause);
                at += n;
                continue;
            }
            if self.is_date(at)
                && !out
                    .last()
                    .is_some_and(|w| BEFORE_DATES.contains(&w.as_str()))
            {
                let keyword = if self.is_season(at) { "in" } else { "on" };
                out.push(keyword.to_owned());
            }
            let behind_date = out.last().is_some_and(|w| DATED.contains(&w.as_str()));
            match self.keyword(at, table) {
                Some(keyword) => out.push(keyword.to_owned()),
                // "sedan den 3 maj", "in the year 2022"
                None if behind_date && has(&table.small, &word.to_lowercase()) => {}
                None if has(&table.small, &word.to_lowercase()) && !UNITS.contains(word) => {}
                None => out.push((*word).to_owned()),
            }
            at += 1;
        }
        (out.join(" "), at)
    }
}
