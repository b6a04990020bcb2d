//! Which events of an article name the parties that their type needs.
//!
//! In: events after folding. Out: those that stay, in their order, and a note for each that is left out. Invariant: an event with two parties stays.
//! See docs/decisions/two-parties-or-none.md.

use crate::base::diagnostic::{Diagnostic, Level};
use crate::base::record::EventRecord;
use crate::lexicon::ontology::{EventType, Ontology};
use std::collections::BTreeSet;

/// Parts the events by their parties. O(events).
pub(super) fn whole(
    events: Vec<EventRecord>,
    ontology: &Ontology,
) -> (Vec<EventRecord>, Vec<Diagnostic>) {
    let joint = events.iter().filter(|e| joins(e, ontology));
    let told: BTreeSet<String> = joint.map(|e| e.event_type.clone()).collect();
    let fault = |e: &EventRecord| {
        let kind = ontology.event_type(&e.event_type);
        let one_sided = kind.is_some_and(|k| k.one_sided);
        let stands = kind.is_some_and(EventType::stands_alone);
        if joins(e, ontology) || one_sided && told.is_empty() {
            None
        } else if !one_sided {
            Some("the type joins two parties")
        } else if !stands {
            Some("the article tells what parties do to each other")
        } else if told.contains(&e.event_type) {
            Some("the article tells such an act in full")
        } else {
            None
        }
    };
    let mut kept = Vec::with_capacity(events.len());
    let mut notes = Vec::new();
    for event in events {
        match fault(&event) {
            None => kept.push(event),
            Some(why) => notes.push(left_out(&event, why)),
        }
    }
    (kept, notes)
}

/// Are there two parties? Those who praise or reject something side by side are no two.
fn joins(event: &EventRecord, ontology: &Ontology) -> bool {
    let kind = ontology.event_type(&event.event_type);
    let joint = event.symmetric || kind.is_some_and(|k| k.joint);
    let both = !event.actors.is_empty() && !event.recipients.is_empty();
    both || joint && event.actors.len() + event.recipients.len() > 1
}

/// Says which event was dropped and why.
fn left_out(event: &EventRecord, why: &str) -> Diagnostic {
    let party = event.actors.iter().chain(&event.recipients).next();
    let message = format!(
        "{} \"{}\" is left out: the text names {} alone, and {why}",
        event.event_type,
        event.trigger,
        party.map_or("nobody", String::as_str)
    );
    Diagnostic::new(Level::Note, message).at(event.span)
}
