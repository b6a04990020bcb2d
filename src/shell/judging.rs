//! The user's word on who is who, as the shell sees it: what a judgement would do, shown before it is kept.
//!
//! In: two graphs, one as it is and one as it would be. Out: lines for the user. Invariants: nothing is kept before the user says yes; what is shown
//! is read off the graph that would be, not guessed. Does not: link; the pipeline supplies a [`Judge`], because the shell never touches resolution.

use crate::graph::{EntityId, Graph, NameMatch};
use crate::query::names::{class_word, told_events};
use crate::query::result::count;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Keeps the user's word on which names are one.
pub trait Judge {
    /// Returns the graph as it would be under one more judgement, and remembers the judgement for [`Judge::keep`].
    ///
    /// # Errors
    /// Why it cannot be: earlier judgements that contradict it, in a chain.
    fn propose(&mut self, graph: &Graph, a: &str, b: &str, same: bool) -> Result<Graph, String>;
    /// Keeps the judgement proposed last; `graph` is the one that [`Judge::propose`] returned. Says where it is kept.
    ///
    /// # Errors
    /// Why it cannot be kept; nothing has changed then.
    fn keep(&mut self, graph: &Graph) -> Result<String, String>;
    /// Takes the latest judgement back.
    ///
    /// # Errors
    /// Why there is none to take back.
    fn undo(&mut self, graph: &Graph) -> Result<Undone, String>;
    /// Lists pairs of names that may be one, likeliest first.
    fn queue(&self) -> &[Doubt];
}

/// A pair of names in doubt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// One name.
    pub a: String,
    /// The other.
    pub b: String,
    /// How likely they are one, in [0,1].
    pub score: f32,
    /// Why, word by word.
    pub reasons: Vec<String>,
}

/// A judgement that was taken back.
pub struct Undone {
    /// One line for the user.
    pub message: String,
    /// The names it was about.
    pub names: Vec<String>,
    /// The graph without it.
    pub graph: Graph,
}

/// A judgement that waits for the user's yes.
pub struct Pending {
    /// The graph as it would be.
    pub graph: Graph,
}

/// Finds the entity that bears a name: by its whole name or id, else by a spelling.
pub fn bearer(graph: &Graph, name: &str) -> Option<EntityId> {
    let hits = graph.find_exact(name);
    let exact = |e: &EntityId| graph.name(*e) == name;
    let whole: Vec<EntityId> = hits
        .iter()
        .filter(|h| h.by == NameMatch::Exact)
        .map(|h| h.entity)
        .collect();
    whole
        .iter()
        .copied()
        .find(exact)
        .or_else(|| whole.first().copied())
        .or_else(|| graph.entity_by_key(name))
}

/// Finds where the mentions of an entity are in another graph over the same articles; several entities if they were parted.
fn heirs(before: &Graph, entity: EntityId, after: &Graph) -> Vec<EntityId> {
    let members: BTreeSet<&(String, String)> = before.members(entity).iter().collect();
    after
        .entities()
        .filter(|e| after.members(*e).iter().any(|m| members.contains(m)))
        .collect()
}

/// Describes an entity in a line: name, kind, events, spellings, id.
fn line(graph: &Graph, entity: EntityId) -> String {
    let view = graph.entity(entity);
    format!(
        "{} ({}, {}, {}, @{})",
        view.name,
        class_word(view.class),
        told_events(graph, entity),
        count(graph.aliases(entity).len().max(1), "spelling"),
        view.key
    )
}

/// Lays lines under a heading.
fn block(heading: &str, lines: &[String]) -> String {
    lines
        .iter()
        .enumerate()
        .map(|(i, l)| format!("{:5} {l}\n", if i == 0 { heading } else { "" }))
        .collect()
}

/// Shows what becomes of the bearers of some names: who is there now, who would be, which name stays, what else changes.
pub fn preview(before: &Graph, after: &Graph, entities: &[EntityId]) -> String {
    let now: Vec<String> = entities.iter().map(|e| line(before, *e)).collect();
    let mut next: Vec<EntityId> = Vec::new();
    for heir in entities.iter().flat_map(|e| heirs(before, *e, after)) {
        if !next.contains(&heir) {
            next.push(heir);
        }
    }
    let then: Vec<String> = next.iter().map(|e| line(after, *e)).collect();
    let mut out = block("now", &now);
    if then == now {
        return format!(
            "{out}then  the same: this judgement changes nothing today, but it will be kept to at every build\n"
        );
    }
    out.push_str(&block("then", &then));
    let stays: BTreeSet<&str> = next.iter().map(|e| after.name(*e)).collect();
    for entity in entities {
        let name = before.name(*entity);
        if let (false, Some(heir)) = (stays.contains(name), next.first()) {
            out.push_str(&format!(
                "      the name {} stays, {name} becomes a spelling of it\n",
                after.name(*heir)
            ));
        }
    }
    out.push_str(&block("graph", &[totals(before, after)]));
    out
}

/// Compares the sizes of two graphs.
fn totals(before: &Graph, after: &Graph) -> String {
    let step = |a: usize, b: usize, what: &str| {
        if a == b {
            format!("{a} {what}")
        } else {
            format!("{a} → {b} {what}")
        }
    };
    format!(
        "{}, {}",
        step(before.n_entities(), after.n_entities(), "actors and places"),
        step(before.n_events(), after.n_events(), "events")
    )
}

/// Shows who bears some names now, after a judgement was kept or taken back.
pub fn outcome(before: &Graph, after: &Graph, names: &[String]) -> String {
    let mut bearers: Vec<EntityId> = Vec::new();
    for entity in names.iter().filter_map(|n| bearer(after, n)) {
        if !bearers.contains(&entity) {
            bearers.push(entity);
        }
    }
    let lines: Vec<String> = bearers.iter().map(|e| line(after, *e)).collect();
    format!(
        "{}{}",
        block("now", &lines),
        block("graph", &[totals(before, after)])
    )
}
