//! `boilerplate.ron`: patterns of lines that stand in a file but not in its story.
//!
//! In: RON. Out: [`Boilerplate`], one question a line. Invariant: each pattern matches its own `matches` and none of its `silent` lines.
//! Does not: decide where an article ends (text::segment).

use super::embed::{DataError, DataFiles};
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;

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

    /// Is the pattern tried by itself: because it asks for a needed word first, or because its Unicode word boundaries would slow down all others?
    fn is_apart(&self) -> bool {
        !self.needs.is_empty() || (self.pattern.contains("\\b") && !self.pattern.is_ascii())
    }

    fn has_needed(&self, lower: &str) -> bool {
        self.needs.is_empty() || self.needs.iter().any(|n| lower.contains(n.as_str()))
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
    /// The patterns in file order.
    pub patterns: Vec<LinePattern>,
    /// The patterns without `needs`, tried together; `set_index` leads back to `patterns`.
    set: RegexSet,
    set_index: Vec<usize>,
    single: Vec<Regex>,
}

/// Longer lines are prose: no pattern is tried on them.
pub const LONGEST_LINE: usize = 260;

impl Boilerplate {
    /// Reads and compiles the table and holds every pattern against its own examples.
    ///
    /// # Errors
    /// [`DataError`] naming the pattern at fault.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let BoilerplateFile {
            patterns,
            kept_hyphens,
            title_labels,
            masthead_words,
            ..
        } = files.ron(path)?;
        let invalid = |entry: &str, message: String| DataError::Invalid {
            path: path.to_owned(),
            entry: entry.to_owned(),
            message,
        };
        let mut single = Vec::new();
        for p in &patterns {
            let regex = RegexBuilder::new(&p.expression())
                .case_insensitive(true)
                .build()
                .map_err(|e| invalid(&p.id, e.to_string()))?;
            if p.matches.len() < 2 || p.silent.is_empty() {
                return Err(invalid(
                    &p.id,
                    "needs two matches and one silent line".into(),
                ));
            }
            if let Some(line) = p.matches.iter().find(|m| !regex.is_match(m)) {
                return Err(invalid(&p.id, format!("does not match {line:?}")));
            }
            if let Some(line) = p.silent.iter().find(|m| regex.is_match(m)) {
                return Err(invalid(&p.id, format!("must not match {line:?}")));
            }
            let needed = |l: &String| p.has_needed(&l.to_lowercase());
            if let Some(line) = p.matches.iter().find(|m| !needed(m)) {
                return Err(invalid(&p.id, format!("none of its needs is in {line:?}")));
            }
            single.push(regex);
        }
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
            .map_err(|e| invalid("all", e.to_string()))?;
        Ok(Self {
            kept_hyphens,
            title_labels,
            masthead_words,
            patterns,
            set,
            set_index,
            single,
        })
    }

    /// Tells what a trimmed line is; among several matching patterns the kind named first in [`LineKind`] wins.
    pub fn line(&self, line: &str) -> Option<LineMatch<'_>> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let lower = line.to_lowercase();
        let together = self.set.matches(line);
        let together = together
            .iter()
            .filter_map(|i| self.set_index.get(i).copied());
        let apart = self.patterns.iter().enumerate().filter(|(i, p)| {
            p.is_apart()
                && p.has_needed(&lower)
                && self.single.get(*i).is_some_and(|r| r.is_match(line))
        });
        let at = together
            .chain(apart.map(|a| a.0))
            .min_by_key(|&i| (self.patterns.get(i).map(|p| p.kind), i))?;
        let pattern = self.patterns.get(at)?;
        let named = matches!(pattern.kind, LineKind::Byline | LineKind::Source);
        let name = self.single.get(at).filter(|_| named).and_then(|r| {
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
