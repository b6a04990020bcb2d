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
    /// Lines it must match.
    pub matches: Vec<String>,
    /// Lines it must not match.
    pub silent: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BoilerplateFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
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
    /// The patterns in file order.
    pub patterns: Vec<LinePattern>,
    set: RegexSet,
    single: Vec<Option<Regex>>,
}

/// Longer lines are prose: no pattern is tried on them.
pub const LONGEST_LINE: usize = 260;

impl Boilerplate {
    /// Reads and compiles the table and holds every pattern against its own examples.
    ///
    /// # Errors
    /// [`DataError`] naming the pattern at fault.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let patterns = files.ron::<BoilerplateFile>(path)?.patterns;
        let invalid = |entry: &str, message: String| DataError::Invalid {
            path: path.to_owned(),
            entry: entry.to_owned(),
            message,
        };
        let mut single = Vec::new();
        for p in &patterns {
            let regex = RegexBuilder::new(&p.pattern)
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
            let named = matches!(p.kind, LineKind::Byline | LineKind::Source);
            single.push(named.then_some(regex));
        }
        let set = RegexSetBuilder::new(patterns.iter().map(|p| &p.pattern))
            .case_insensitive(true)
            .size_limit(64 << 20)
            .dfa_size_limit(16 << 20)
            .build()
            .map_err(|e| invalid("all", e.to_string()))?;
        Ok(Self {
            patterns,
            set,
            single,
        })
    }

    /// Tells what a trimmed line is; among several matching patterns the kind named first in [`LineKind`] wins.
    pub fn line(&self, line: &str) -> Option<LineMatch<'_>> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let found = self.set.matches(line);
        let at = found
            .iter()
            .min_by_key(|&i| self.patterns.get(i).map(|p| p.kind))?;
        let pattern = self.patterns.get(at)?;
        let name = self.single.get(at)?.as_ref().and_then(|r| {
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
