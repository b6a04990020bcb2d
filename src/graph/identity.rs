//! What a change of the articles did to who is who: entities that became one, that came apart, that bear another name.
//!
//! In: the World before and after. Out: a [`Shift`] a change, in the order of names. Invariants: only members that both Worlds know count, so a new
//! article alone is no change; the same Worlds give the same list. Does not: decide; `resolve` has linked both.

use crate::base::world::{Entity, World};
use std::collections::{BTreeMap, BTreeSet};

/// Most reasons that are told of one change.
const TOLD: usize = 3;

/// One change of who is who.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shift {
    /// Entities that were several are one.
    Merged {
        /// Name and id of each before, by id.
        before: Vec<(String, String)>,
        /// Name and id now.
        after: (String, String),
        /// Why: reasons that none of them had before.
        reasons: Vec<String>,
    },
    /// An entity that was one is several.
    Split {
        /// Name and id before.
        before: (String, String),
        /// Name and id of each now, by id.
        after: Vec<(String, String)>,
        /// The reasons that held it together and hold no longer.
        reasons: Vec<String>,
    },
    /// An entity bears another name or id.
    Renamed {
        /// Name and id before.
        before: (String, String),
        /// Name and id now.
        after: (String, String),
    },
}

impl std::fmt::Display for Shift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let one = |e: &(String, String)| format!("{} ({})", e.0, e.1);
        let all = |list: &[(String, String)]| {
            let names: Vec<String> = list.iter().map(one).collect();
            names.join(" and ")
        };
        let because = |reasons: &[String], word: &str| match reasons {
            [] => String::new(),
            some => format!(
                "{word}{}",
                some.iter()
                    .take(TOLD)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join("; ")
            ),
        };
        match self {
            Self::Merged {
                before,
                after,
                reasons,
            } => {
                write!(
                    f,
                    "{} are now one, {}{}",
                    all(before),
                    one(after),
                    because(reasons, ": ")
                )
            }
            Self::Split {
                before,
                after,
                reasons,
            } => write!(
                f,
                "{} is now {}{}",
                one(before),
                all(after),
                because(reasons, "; no longer holds: ")
            ),
            Self::Renamed { before, after } => {
                write!(f, "{} is now called {}", one(before), one(after))
            }
        }
    }
}

type Member<'w> = &'w (String, String);

/// Tells what changed for the members that both Worlds know. O(members · log members).
pub fn shifts(before: &World, after: &World) -> Vec<Shift> {
    let (old, new) = (owners(before), owners(after));
    let mut now: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut then: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (member, was) in &old {
        if let Some(is) = new.get(member) {
            now.entry(*was).or_default().insert(*is);
            then.entry(*is).or_default().insert(*was);
        }
    }
    let of_old = |i: &usize| before.entities.get(*i);
    let of_new = |i: &usize| after.entities.get(*i);
    let mut found = Vec::new();
    for (is, were) in then.iter().filter(|t| t.1.len() > 1) {
        let Some(after) = of_new(is) else { continue };
        let parts: Vec<&Entity> = were.iter().filter_map(of_old).collect();
        found.push(Shift::Merged {
            before: parts.iter().map(|e| name(e)).collect(),
            after: name(after),
            reasons: fresh(&[after], &parts),
        });
    }
    for (was, are) in now.iter().filter(|t| t.1.len() > 1) {
        let Some(before) = of_old(was) else { continue };
        let parts: Vec<&Entity> = are.iter().filter_map(of_new).collect();
        found.push(Shift::Split {
            before: name(before),
            after: parts.iter().map(|e| name(e)).collect(),
            reasons: fresh(&[before], &parts),
        });
    }
    for (was, are) in now.iter().filter(|t| t.1.len() == 1) {
        let alone = are
            .iter()
            .all(|is| then.get(is).is_some_and(|t| t.len() == 1));
        let pair = of_old(was).zip(are.iter().next().and_then(of_new));
        if let Some((b, a)) = pair.filter(|(b, a)| alone && name(b) != name(a)) {
            let (before, after) = (name(b), name(a));
            found.push(Shift::Renamed { before, after });
        }
    }
    found.sort();
    found
}

fn owners(world: &World) -> BTreeMap<Member<'_>, usize> {
    let all = world.entities.iter().enumerate();
    all.flat_map(|(i, e)| e.members.iter().map(move |m| (m, i)))
        .collect()
}

fn name(entity: &Entity) -> (String, String) {
    (entity.name.clone(), entity.id.clone())
}

/// Reasons of the one side that no entity of the other has.
fn fresh(of: &[&Entity], without: &[&Entity]) -> Vec<String> {
    let known: BTreeSet<&String> = without.iter().flat_map(|e| &e.reasons).collect();
    let all = of.iter().flat_map(|e| &e.reasons);
    all.filter(|r| !known.contains(r)).cloned().collect()
}
