//! Who says so: the speaker of a reported clause and phrases of source, kept apart from those who act.
//!
//! In: a [`View`], the argument search, a trigger. Out: a mention index. Does not: judge whether the speaker is right.

use super::argument::Search;

/// Finds the reporter of the event at `head`: the subject of the verb of saying above it, else a phrase "according to X" in its clause.
pub fn reporter(search: &Search<'_, '_>, head: usize) -> Option<usize> {
    let view = search.view;
    let above = view.above(head);
    for &up in &above {
        if view.in_set(up, &view.cues.reporting_verbs) {
            let speaker = search
                .subject(up)
                .map(|s| search.of_phrase(s))
                .unwrap_or_default();
            if let Some(&speaker) = speaker.first() {
                return Some(speaker);
            }
        }
    }
    // "…, said the court": the verb of saying hangs below the reported clause.
    let clauses = std::iter::once(head).chain(above.iter().copied());
    for clause in clauses.clone() {
        for &c in view.children(clause) {
            let said = matches!(view.relation(c), "parataxis" | "ccomp" | "advcl")
                && view.in_set(c, &view.cues.reporting_verbs);
            if let Some(&speaker) = said
                .then(|| search.subject(c))
                .flatten()
                .map(|s| search.of_phrase(s))
                .unwrap_or_default()
                .first()
            {
                return Some(speaker);
            }
        }
    }
    clauses
        .flat_map(|clause| view.children(clause).iter().copied())
        .find_map(|c| {
            let opens = view
                .children(c)
                .iter()
                .any(|&g| view.in_set(g, &view.cues.source_adpositions))
                || view.in_set(c, &view.cues.source_adpositions);
            if opens {
                search.of_phrase(c).first().copied()
            } else {
                None
            }
        })
}
