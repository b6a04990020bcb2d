//! The words of commands, topics, kinds, measures and dimensions.
//!
//! In: a statement's verb. Out: its command word; all command words. Invariant: each table is the one list of its words. Does not: parse.

use crate::query::ast::{Dimension, Measure, TopKind, Topic, Verb};
use crate::query::verbs::VERBS;

pub(super) const LEAVE: [&str; 2] = ["quit", "exit"];

pub(super) const TOPICS: [(&str, Topic); 7] = [
    ("types", Topic::Types),
    ("schema", Topic::Schema),
    ("sources", Topic::Sources),
    ("articles", Topic::Articles),
    ("queries", Topic::Queries),
    ("settings", Topic::Settings),
    ("variables", Topic::Variables),
];

pub(super) const TOP_KINDS: [(&str, TopKind); 8] = [
    ("actors", TopKind::Actors),
    ("persons", TopKind::Persons),
    ("orgs", TopKind::Orgs),
    ("countries", TopKind::Countries),
    ("places", TopKind::Places),
    ("pairs", TopKind::Pairs),
    ("types", TopKind::Types),
    ("sources", TopKind::Sources),
];

pub(super) const MEASURES: [(&str, Measure); 5] = [
    ("events", Measure::Events),
    ("degree", Measure::Degree),
    ("mentions", Measure::Mentions),
    ("pagerank", Measure::PageRank),
    ("betweenness", Measure::Betweenness),
];

pub(super) const DIMENSIONS: [(&str, Dimension); 8] = [
    ("type", Dimension::Type),
    ("day", Dimension::Day),
    ("week", Dimension::Week),
    ("month", Dimension::Month),
    ("year", Dimension::Year),
    ("place", Dimension::Place),
    ("source", Dimension::Source),
    ("language", Dimension::Language),
];

/// The word of `top` for a kind.
pub fn kind_word(kind: TopKind) -> &'static str {
    let mut all = TOP_KINDS.iter();
    all.find(|(_, k)| *k == kind)
        .map_or("rows", |(word, _)| word)
}

/// Lists every command word: names first, then other spellings.
pub fn verb_words() -> Vec<&'static str> {
    let names = VERBS.iter().filter_map(|v| v.0.first().copied());
    let others = VERBS.iter().flat_map(|v| v.0.iter().skip(1).copied());
    names.chain(LEAVE).chain(others).collect()
}

/// Returns the command word of a verb.
pub fn name_of(verb: &Verb) -> &'static str {
    match verb {
        Verb::Find(_) => "find",
        Verb::Show(_) | Verb::ShowReference(_) | Verb::ShowTopic(_) => "show",
        Verb::Neighbors(_) => "neighbors",
        Verb::Path { journey: true, .. } => "journeys",
        Verb::Path { all: true, .. } => "paths",
        Verb::Path { .. } => "path",
        Verb::Between(_) => "between",
        Verb::Events => "events",
        Verb::Timeline(_) => "timeline",
        Verb::Common(_) => "common",
        Verb::Top { .. } => "top",
        Verb::Compare(..) => "compare",
        Verb::Stats(..) => "stats",
        Verb::Count(_) => "count",
        Verb::Evidence(_) => "evidence",
        Verb::Changes => "changes",
        Verb::Export { .. } => "export",
        Verb::Run(..) => "run",
        Verb::Save(..) => "save",
        Verb::Let(..) => "let",
        Verb::Set(..) => "set",
        Verb::Help(_) => "help",
        Verb::Why(_) => "why",
        Verb::Judge(true, _) => "same",
        Verb::Judge(false, _) => "notsame",
        Verb::Yes => "yes",
        Verb::No => "no",
        Verb::Undo => "undo",
        Verb::Candidates(_) => "candidates",
        Verb::History => "history",
        Verb::Clear => "clear",
        Verb::Quit => "quit",
    }
}
