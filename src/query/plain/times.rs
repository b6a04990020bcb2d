//! Stretches of time as people say them: "the last two years", "between March and May 2025", "the 1990s", "first half of 2021".
//!
//! In: a [`Line`] at a word. Out: the clause of a statement, and how many words it takes. Invariant: a stretch is read only where all of its words
//! are. Does not: know what today is.

use super::line::{Line, has};
use crate::lexicon::questions::Questions;
use crate::query::lexer;
use crate::query::lexer::Kind;

/// Keywords that may stand in front of a stretch and are part of it.
const LEADS: [&str; 4] = ["in", "during", "on", "last"];

impl Line<'_> {
    /// Reads a stretch of time that a word opens.
    pub(super) fn spoken_time(&self, at: usize, table: &Questions) -> Option<(String, usize)> {
        self.counted_time(at, table)
            .or_else(|| self.range(at, table))
            .or_else(|| self.decade(at, table))
            .or_else(|| self.part_of_year(at, table))
    }

    /// Passes over a keyword and articles in front of a stretch.
    fn lead(&self, at: usize, table: &Questions) -> usize {
        let lead = self.keyword(at, table).is_some_and(|k| LEADS.contains(&k));
        let mut at = at + usize::from(lead && self.phrase(at, &table.latest).is_none());
        while let Some(n) = self.phrase(at, &table.small) {
            at += n;
        }
        at
    }

    /// "in the last two years", "de senaste tre åren".
    fn counted_time(&self, from: usize, table: &Questions) -> Option<(String, usize)> {
        let at = self.lead(from, table);
        let at = at + self.phrase(at, &table.latest)?;
        let word = self.lower(at, 1)?;
        let number = table.numbers.get(&word).copied();
        let number = number.or_else(|| word.parse().ok())?;
        let unit = table.units.get(&self.lower(at + 1, 1)?)?;
        Some((format!("last {number} {unit}"), at + 2 - from))
    }

    /// "between 2014 and 2016", "from March 2020 until July 2021".
    fn range(&self, from: usize, table: &Questions) -> Option<(String, usize)> {
        let opens = self.keyword(from, table)?;
        let closes: &[&str] = match opens {
            "between" => &["and"],
            "from" | "of" => &["to", "until"],
            _ => return None,
        };
        let (first, at) = self.date_words(from + 1, table)?;
        let joint = self.keyword(at, table).filter(|k| closes.contains(k));
        joint?;
        let (second, end) = self.date_words(at + 1, table)?;
        // "between March and May 2025": the year is said once.
        let year = second.rsplit(' ').next().filter(|y| is_year(y));
        let first = match year {
            Some(year) if !first.contains(|c: char| c.is_ascii_digit()) => {
                format!("{first} {year}")
            }
            _ => first,
        };
        Some((format!("from {first} to {second}"), end - from))
    }

    /// The words of a date, and where it ends.
    fn date_words(&self, from: usize, table: &Questions) -> Option<(String, usize)> {
        let mut at = from;
        while self.phrase(at, &table.small).is_some() {
            at += 1;
        }
        let start = at;
        let dated = |w: &str| {
            w.starts_with(|c: char| c.is_ascii_digit()) || self.vocabulary.month(w).is_some()
        };
        while self.words.get(at).is_some_and(|w| dated(w)) {
            at += 1;
        }
        let words = self.words.get(start..at).filter(|w| !w.is_empty())?;
        Some((words.join(" "), at))
    }

    /// "the 1990s", "1990-talet", "in den 1990ern".
    fn decade(&self, from: usize, table: &Questions) -> Option<(String, usize)> {
        let at = self.lead(from, table);
        let word = self.lower(at, 1)?;
        let (year, ending) = word.split_at_checked(4)?;
        let first: u32 = year.parse().ok().filter(|y| y % 10 == 0)?;
        if !has(&table.decades, ending) {
            return None;
        }
        // "in den 1990er Jahren".
        let unit = self.lower(at + 1, 1);
        let more = unit.is_some_and(|u| table.units.contains_key(&u));
        let end = at + 1 + usize::from(more);
        Some((format!("in {first}..{}", first + 9), end - from))
    }

    /// "first half of 2021", "Q1 2020".
    fn part_of_year(&self, from: usize, table: &Questions) -> Option<(String, usize)> {
        let at = self.lead(from, table);
        let (part, n) = (1..=super::line::LONGEST).rev().find_map(|n| {
            let part = table.parts.get(&self.lower(at, n)?)?;
            Some((*part, n))
        })?;
        let mut end = at + n;
        while self.phrase(end, &table.small).is_some() {
            end += 1;
        }
        let year = *self.words.get(end).filter(|w| is_year(w))?;
        let (lo, hi) = part;
        let clause = format!("in {year}-{lo:02}..{year}-{hi:02}");
        Some((clause, end + 1 - from))
    }

    /// Tells whether a date of day and month begins at a word, with or without a year: "8 August", "2025-08-08", "8.8.2025".
    pub(super) fn is_date(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let tokens = lexer::lex(word);
        let number = matches!(tokens.as_slice(), [t] if t.kind == Kind::Number);
        let month = |i: usize| {
            let word = self.words.get(i);
            word.is_some_and(|w| self.vocabulary.month(w).is_some())
        };
        let parts = word.split(['-', '.', '/']).filter(|p| !p.is_empty());
        let digits = |p: &str| p.bytes().all(|b| b.is_ascii_digit());
        let written = parts.clone().count() > 1 && parts.clone().all(digits);
        let day = digits(word.trim_end_matches('.')) && month(at + 1);
        number && (written || day) || self.is_season(at)
    }

    /// Tells whether a season with its year begins at a word.
    pub(super) fn is_season(&self, at: usize) -> bool {
        let season = self.words.get(at).and_then(|w| self.vocabulary.season(w));
        let year = self.words.get(at + 1);
        season.is_some() && year.is_some_and(|y| is_year(y.split('/').next().unwrap_or("")))
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}
