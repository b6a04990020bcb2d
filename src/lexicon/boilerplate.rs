//! `boilerplate.ron`: patterns of lines that stand in a file but not in its story.
//!
//! In: RON. Out: [`Boilerplate`], one question a line. Invariant: each pattern matches its own `matches` and none of its `silent` lines
//! ([`Boilerplate::check`], asked by the tests and of every overlay).
//! Does not: decide where an article ends (text::segment).

use super::embed::{DataError, DataFiles};
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;
use std::sync::OnceLock;

/// What a matching line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum LineKind {
    /// Says who wrote the article; group 1 is the name.
    Byline,
    /// Says who published it; group 1 is the name. Ends an article.
    Source,
    /// Credits the text; ends an article.
    EndCredit,
    /// Opens the part behind the article: comments, rights, newsletters. Nothing behind it belongs to the article.
    HardTail,
    /// Opens a list of other stories; the article may go on behind it.
    SoftTail,
    /// Stands inside the story over links to other stories ("Read also"): the short lines right behind it are not read.
    Aside,
    /// A single line that is not read: photo credits, "read also", share buttons, menus.
    Line,
}

/// One pattern with its proof.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinePattern {
    /// Unique name.
    pub id: String,
    /// What a matching line is.
    pub kind: LineKind,
    /// Regular expression over the trimmed line, any case.
    pub pattern: String,
    /// Lower-case strings of which a matching line holds at least one; spares the others the search. Without them the pattern must begin with literal words.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Lines it must match.
    pub matches: Vec<String>,
    /// Lines it must not match.
    pub silent: Vec<String>,
}

impl LinePattern {
    /// The pattern, with ASCII word boundaries where all its letters are ASCII: those of Unicode keep the engine from its fast automaton.
    fn expression(&self) -> String {
        if self.pattern.is_ascii() {
            self.pattern.replace("\\b", "(?-u:\\b)")
        } else {
            self.pattern.clone()
        }
    }

    fn compile(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.expression())
            .case_insensitive(true)
            .build()
    }

    /// Is the pattern tried by itself: because it asks for a needed word first, or because its Unicode word boundaries would slow down all others?
    fn is_apart(&self) -> bool {
        !self.needs.is_empty() || (self.pattern.contains("\\b") && !self.pattern.is_ascii())
    }

    /// Does the line hold one of the needed words? `pairs` are those of the line.
    fn has_needed(&self, lower: &str, pairs: &Pairs) -> bool {
        let held = |need: &String| pairs.may_hold(need) && lower.contains(need.as_str());
        self.needs.is_empty() || self.needs.iter().any(held)
    }
}

/// Which two bytes stand side by side in a line: most words that are sought in it are refused by their first two.
struct Pairs([u64; Self::BITS / 64]);

impl Pairs {
    const BITS: usize = 1 << 12;

    fn new(line: &str) -> Self {
        let mut bits = [0; Self::BITS / 64];
        for pair in line.as_bytes().windows(2) {
            let place = Self::place(pair);
            bits[place / 64] |= 1 << (place % 64);
        }
        Self(bits)
    }

    fn may_hold(&self, word: &str) -> bool {
        let held = |place: usize| self.0[place / 64] >> (place % 64) & 1 == 1;
        word.as_bytes().windows(2).all(|p| held(Self::place(p)))
    }

    fn place(pair: &[u8]) -> usize {
        let number = |place: usize| pair.get(place).map_or(0, |b| usize::from(*b));
        (number(0) << 6 ^ number(1)) % Self::BITS
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BoilerplateFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    /// Words before which a hyphen at the end of a line belongs to the word ("import- und").
    kept_hyphens: Vec<String>,
    /// Words that stand before a colon in front of a headline and are no part of it ("Subject: …").
    title_labels: Vec<String>,
    /// Words of newspaper names.
    masthead_words: Vec<String>,
    /// News agencies as datelines name them in brackets, in lower case.
    agencies: Vec<String>,
    patterns: Vec<LinePattern>,
}

/// A matching line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineMatch<'b> {
    /// Name of the pattern.
    pub id: &'b str,
    /// What the line is.
    pub kind: LineKind,
    /// What group 1 holds.
    pub name: Option<String>,
}

/// All patterns, compiled.
#[derive(Debug, Clone)]
pub struct Boilerplate {
    /// Words before which a hyphen at the end of a line is no division.
    pub kept_hyphens: Vec<String>,
    /// Words before a colon in front of a headline, in lower case.
    pub title_labels: Vec<String>,
    /// Words of newspaper names, in lower case.
    pub masthead_words: Vec<String>,
    /// News agencies as datelines name them in brackets, in lower case.
    pub agencies: Vec<String>,
    /// The patterns in file order.
    pub patterns: Vec<LinePattern>,
    /// The patterns without `needs`, tried together; `set_index` leads back to `patterns`.
    set: RegexSet,
    set_index: Vec<usize>,
    /// The patterns one by one, compiled when first asked.
    single: Vec<OnceLock<Option<Regex>>>,
}

fn invalid(path: &str, entry: &str, message: String) -> DataError {
    DataError::Invalid {
        path: path.to_owned(),
        entry: entry.to_owned(),
        message,
    }
}

/// Longer lines are prose: no pattern is tried on them.
pub const LONGEST_LINE: usize = 260;

impl Boilerplate {
    /// Reads the table and compiles the patterns that are tried together.
    ///
    /// # Errors
    /// [`DataError`] where the file or the patterns as a whole cannot be read.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let BoilerplateFile {
            patterns,
            kept_hyphens,
            title_labels,
            masthead_words,
            agencies,
            ..
        } = files.ron(path)?;
        let together = |(_, p): &(usize, &LinePattern)| !p.is_apart();
        let set_index: Vec<usize> = patterns
            .iter()
            .enumerate()
            .filter(together)
            .map(|t| t.0)
            .collect();
        let expressions = patterns
            .iter()
            .filter(|p| !p.is_apart())
            .map(LinePattern::expression);
        let set = RegexSetBuilder::new(expressions)
            .case_insensitive(true)
            .size_limit(64 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .map_err(|e| invalid(path, "all", e.to_string()))?;
        Ok(Self {
            kept_hyphens,
            title_labels,
            masthead_words,
            agencies,
            single: patterns.iter().map(|_| OnceLock::new()).collect(),
            patterns,
            set,
            set_index,
        })
    }

    /// Holds every pattern against its own examples.
    ///
    /// # Errors
    /// [`DataError`] naming the pattern at fault.
    pub fn check(&self, path: &str) -> Result<(), DataError> {
        for p in &self.patterns {
            let regex = p
                .compile()
                .map_err(|e| invalid(path, &p.id, e.to_string()))?;
            if p.matches.len() < 2 || p.silent.is_empty() {
                let message = "needs two matches and one silent line".to_owned();
                return Err(invalid(path, &p.id, message));
            }
            if let Some(line) = p.matches.iter().find(|m| !regex.is_match(m)) {
                return Err(invalid(path, &p.id, format!("does not match {line:?}")));
            }
            if let Some(line) = p.silent.iter().find(|m| regex.is_match(m)) {
                return Err(invalid(path, &p.id, format!("must not match {line:?}")));
            }
            let needed = |l: &String| {
                let lower = l.to_lowercase();
                p.has_needed(&lower, &Pairs::new(&lower))
            };
            if let Some(line) = p.matches.iter().find(|m| !needed(m)) {
                let message = format!("none of its needs is in {line:?}");
                return Err(invalid(path, &p.id, message));
            }
        }
        Ok(())
    }

    /// One pattern by itself.
    fn single(&self, at: usize) -> Option<&Regex> {
        let pattern = self.patterns.get(at)?;
        let regex = self.single.get(at)?;
        regex.get_or_init(|| pattern.compile().ok()).as_ref()
    }

    /// Tells what a trimmed line is; among several matching patterns the kind named first in [`LineKind`] wins.
    pub fn line(&self, line: &str) -> Option<LineMatch<'_>> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let lower = line.to_lowercase();
        let pairs = Pairs::new(&lower);
        let together = self.set.matches(line);
        let together = together
            .iter()
            .filter_map(|i| self.set_index.get(i).copied());
        let apart = self.patterns.iter().enumerate().filter(|(i, p)| {
            p.is_apart()
                && p.has_needed(&lower, &pairs)
                && self.single(*i).is_some_and(|r| r.is_match(line))
        });
        let at = together
            .chain(apart.map(|a| a.0))
            .min_by_key(|&i| (self.patterns.get(i).map(|p| p.kind), i))?;
        let pattern = self.patterns.get(at)?;
        let named = matches!(pattern.kind, LineKind::Byline | LineKind::Source);
        let name = named.then(|| self.single(at)).flatten().and_then(|r| {
            let name = r.captures(line)?.get(1)?.as_str();
            Some(name.trim().trim_end_matches(['.', ',', ';']).to_owned())
        });
        Some(LineMatch {
            id: &pattern.id,
            kind: pattern.kind,
            name: name.filter(|n| !n.is_empty()),
        })
    }
}
