//! What a person decided about names: `same`, `notsame`, `undo`; kept in a readable file and replayed at every build.
//!
//! In: decisions in the order they were made. Out: [`Judgements`], asked by linking. Invariants: a judgement overrides every score; one that
//! contradicts earlier ones is refused with the chain that contradicts it; replaying the file gives the same rulings.
//! Does not: read or write files (the caller does).
//!
//! # The file `decisions.ron`
//!
//! A list; each line is one decision; names are spellings, canonical names or ids, in any case:
//!
//! ```ron
//! (
//!     version: 1,
//!     decisions: [
//!         Same(a: "Ilhan Alijev", b: "Ilham Aliyev", note: "typing error in the seed article"),
//!         NotSame(a: "Maria Zakharova", b: "Marina Zakharova"),
//!     ],
//! )
//! ```
//!
//! `undo` takes the last line away. `note` may be left out. Unknown fields are errors.

use super::forms;
use crate::base::id::slug;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Decision {
    /// The two names mean one actor.
    Same {
        /// A spelling, a canonical name or an id.
        a: String,
        /// The other.
        b: String,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// The two names mean two actors.
    NotSame {
        /// A spelling, a canonical name or an id.
        a: String,
        /// The other.
        b: String,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
}

impl Decision {
    /// Returns the two names.
    pub fn names(&self) -> (&str, &str) {
        match self {
            Self::Same { a, b, .. } | Self::NotSame { a, b, .. } => (a, b),
        }
    }
}

/// Why a decision was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JudgementError {
    /// Earlier decisions make the two one.
    #[error("{a} and {b} were judged the same: {}; undo one of these first", chain.join(" = "))]
    AlreadySame {
        /// First name.
        a: String,
        /// Second name.
        b: String,
        /// Names from the first to the second, each judged the same as the next.
        chain: Vec<String>,
    },
    /// Earlier decisions keep the two apart.
    #[error("{a} and {b} were judged different: {}; undo one of these first", chain.join(" = "))]
    AlreadyDifferent {
        /// First name.
        a: String,
        /// Second name.
        b: String,
        /// Chain of equal names on each side of the pair that was judged different, with the pair in the middle.
        chain: Vec<String>,
    },
    /// A name is compared with itself.
    #[error("{0} is one name; two different names are needed")]
    OneName(String),
    /// The text is not a list of decisions.
    #[error(
        "{file}:{line}:{column}: {message}; expected (version: 1, decisions: [Same(a: …, b: …), NotSame(a: …, b: …)])"
    )]
    Syntax {
        /// Name of the file, as given.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was wrong.
        message: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    decisions: Vec<Decision>,
}

/// Decisions in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgements {
    decisions: Vec<Decision>,
}

/// Key of a name in a decision: spelling or id, case and signs aside.
pub fn key(name: &str) -> String {
    slug(&forms::plain(name))
}

impl Judgements {
    /// Reads a decisions file and replays it.
    ///
    /// # Errors
    /// [`JudgementError::Syntax`] with line and column, or the first decision that contradicts earlier ones.
    pub fn parse(text: &str, file: &str) -> Result<Self, JudgementError> {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let read: File = options
            .from_str(text)
            .map_err(|e: ron::error::SpannedError| JudgementError::Syntax {
                file: file.to_owned(),
                line: e.span.start.line,
                column: e.span.start.col,
                message: e.code.to_string(),
            })?;
        let mut judgements = Self::default();
        for decision in read.decisions {
            judgements.add(decision)?;
        }
        Ok(judgements)
    }

    /// Writes the file that [`Judgements::parse`] reads.
    pub fn to_ron(&self) -> String {
        let mut out = String::from("(\n    version: 1,\n    decisions: [\n");
        for decision in &self.decisions {
            if let Ok(line) = ron::to_string(decision) {
                out.push_str("        ");
                out.push_str(&line);
                out.push_str(",\n");
            }
        }
        out.push_str("    ],\n)\n");
        out
    }

    /// Returns the decisions in order.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Adds a decision.
    ///
    /// # Errors
    /// The decision contradicts earlier ones; the chain is named.
    pub fn add(&mut self, decision: Decision) -> Result<(), JudgementError> {
        let (a, b) = decision.names();
        let (a, b) = (a.to_owned(), b.to_owned());
        if key(&a) == key(&b) {
            return Err(JudgementError::OneName(a));
        }
        match decision {
            Decision::NotSame { .. } => {
                if let Some(chain) = self.chain(&a, &b) {
                    return Err(JudgementError::AlreadySame { a, b, chain });
                }
            }
            Decision::Same { .. } => {
                if let Some(chain) = self.apart(&a, &b) {
                    return Err(JudgementError::AlreadyDifferent { a, b, chain });
                }
            }
        }
        self.decisions.push(decision);
        Ok(())
    }

    /// Takes the last decision back and returns it.
    pub fn undo(&mut self) -> Option<Decision> {
        self.decisions.pop()
    }

    /// Names judged the same, step by step from `a` to `b`; `None` if no chain leads there.
    pub fn chain(&self, a: &str, b: &str) -> Option<Vec<String>> {
        let (start, goal) = (key(a), key(b));
        let mut before: BTreeMap<String, (String, String)> = BTreeMap::new();
        let mut queue = VecDeque::from([start.clone()]);
        let mut seen = BTreeSet::from([start.clone()]);
        while let Some(at) = queue.pop_front() {
            if at == goal {
                return Some(walk_back(&before, &start, &goal, a, b));
            }
            for decision in &self.decisions {
                let Decision::Same { a: x, b: y, .. } = decision else {
                    continue;
                };
                for (from, to, written) in [(key(x), key(y), y), (key(y), key(x), x)] {
                    if from == at && seen.insert(to.clone()) {
                        before.insert(to.clone(), (at.clone(), written.clone()));
                        queue.push_back(to);
                    }
                }
            }
        }
        None
    }

    /// The chain that keeps two names apart: equal names, a pair judged different, equal names.
    pub fn apart(&self, a: &str, b: &str) -> Option<Vec<String>> {
        let side = |x: &str, y: &str| {
            if key(x) == key(y) {
                Some(vec![x.to_owned()])
            } else {
                self.chain(x, y)
            }
        };
        self.decisions.iter().find_map(|decision| {
            let Decision::NotSame { a: x, b: y, .. } = decision else {
                return None;
            };
            [(x, y), (y, x)].into_iter().find_map(|(x, y)| {
                let (mut left, right) = (side(a, x)?, side(y, b)?);
                left.push(format!("not {}", right.first().map_or("", String::as_str)));
                left.extend(right.into_iter().skip(1));
                Some(left)
            })
        })
    }
}

fn walk_back(
    before: &BTreeMap<String, (String, String)>,
    start: &str,
    goal: &str,
    a: &str,
    b: &str,
) -> Vec<String> {
    let mut chain = Vec::new();
    let mut at = goal.to_owned();
    while at != start {
        let Some((previous, written)) = before.get(&at) else {
            break;
        };
        chain.push(if at == goal {
            b.to_owned()
        } else {
            written.clone()
        });
        at.clone_from(previous);
    }
    chain.push(a.to_owned());
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> Decision {
        Decision::Same {
            a: a.to_owned(),
            b: b.to_owned(),
            note: String::new(),
        }
    }

    fn not_same(a: &str, b: &str) -> Decision {
        Decision::NotSame {
            a: a.to_owned(),
            b: b.to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn a_contradiction_is_refused_with_its_chain() {
        let mut judgements = Judgements::default();
        assert_eq!(judgements.add(same("Anna Berg", "A. Berg")), Ok(()));
        assert_eq!(judgements.add(same("A. Berg", "Anna Bergh")), Ok(()));
        let refused = judgements
            .add(not_same("Anna Bergh", "Anna Berg"))
            .map_err(|e| e.to_string());
        assert_eq!(refused, Err("Anna Bergh and Anna Berg were judged the same: Anna Bergh = A. Berg = Anna Berg; undo one of these first".to_owned()));
        assert_eq!(judgements.add(not_same("Anna Berg", "Anja Berg")), Ok(()));
        assert!(matches!(
            judgements.add(same("Anja Berg", "Anna Bergh")),
            Err(JudgementError::AlreadyDifferent { .. })
        ));
        assert_eq!(judgements.undo(), Some(not_same("Anna Berg", "Anja Berg")));
        assert_eq!(judgements.add(same("Anja Berg", "Anna Bergh")), Ok(()));
    }

    #[test]
    fn the_file_is_replayed_and_errors_have_a_place() {
        let mut judgements = Judgements::default();
        assert_eq!(
            judgements.add(same("Ilhan \"Alijev\"", "Ilham Aliyev")),
            Ok(())
        );
        assert_eq!(judgements.add(not_same("x", "y")), Ok(()));
        assert_eq!(
            Judgements::parse(&judgements.to_ron(), "decisions.ron"),
            Ok(judgements)
        );
        let broken = Judgements::parse("(version: 1,\n decisions: [Perhaps(a: \"x\")])", "d.ron")
            .map_err(|e| e.to_string());
        assert!(broken.is_err_and(|e| e.starts_with("d.ron:2:")));
    }
}
