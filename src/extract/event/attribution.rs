//! Who says so: the speaker of a reported clause and phrases of source, kept apart from those who act.
//!
//! In: the argument search, a trigger. Out: a mention index. Does not: judge whether the speaker is right.

use super::argument::{Look, Search};

/// Finds the reporter of the event at `head`: the subject of the verb of saying above it or beside it, else a phrase "according to X" in its clause.
pub fn reporter(search: &Search<'_, '_>, head: usize) -> Option<usize> {
    reporters(search, head).first().copied()
}

/// Finds all who tell the clause together.
pub fn reporters(search: &Search<'_, '_>, head: usize) -> Vec<usize> {
    let view = search.view;
    let above = view.above(head);
    let says = |i: usize| view.in_set(i, &view.cues.reporting_verbs);
    let governing = above
        .iter()
        .filter(|&&up| says(up))
        .map(|&up| search.speakers(up))
        .find(|all| !all.is_empty());
    let told = governing.or_else(|| {
        let clauses = std::iter::once(head).chain(above.iter().copied());
        clauses
            .flat_map(|c| view.children(c).iter().copied())
            .map(|c| {
                // "…, said the court": the verb of saying hangs below the reported clause.
                let said = matches!(view.deprel(c), "parataxis" | "ccomp" | "advcl") && says(c);
                let speakers = if said { search.speakers(c) } else { Vec::new() };
                if speakers.is_empty() {
                    source_phrase(search, c).into_iter().collect()
                } else {
                    speakers
                }
            })
            .find(|all| !all.is_empty())
    });
    told.unwrap_or_default()
}

fn source_phrase(search: &Search<'_, '_>, phrase: usize) -> Option<usize> {
    let view = search.view;
    let opens = |i: usize| view.in_set(i, &view.cues.source_adpositions);
    let opened = opens(phrase)
        || view.cues.source_nouns.contains(view.form(phrase))
        || view
            .children(phrase)
            .iter()
            .any(|&c| view.relation(c) == "case" && opens(c));
    opened
        .then(|| search.of_phrase(phrase, Look::default()).first().copied())
        .flatten()
}
