//! An act taken up by a noun alone: "They will meet in May. The talks were called off."
//!
//! In: a noun that names no party, the events told before it. Out: the parties of the event it takes up, and what the second telling adds to the
//! first. Invariants: only a definite noun that is the topic of its clause takes anything up, only an event of its own type, and only from
//! close by. Does not: fold tellings with parties of their own (see `resolve::fold`).

use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::EventMention;
use crate::base::record::Status;

/// How many sentences back the event may have been told.
const REACH: usize = 2;

/// Finds the event that the noun of `hit` takes up: its index in `before`, the events of earlier sentences in reading order.
pub fn antecedent(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    sentence: usize,
    before: &[EventMention],
) -> Option<usize> {
    let view = search.view;
    let topic = !hit.verbal && view.relation(hit.head) == "nsubj" && view.is_definite(hit.head);
    if !topic {
        return None;
    }
    let near = |e: &EventMention| e.sentence + REACH >= sentence;
    let same = |e: &EventMention| e.event_type == hit.trigger.event && has_parties(e);
    let last = before.iter().rposition(|e| same(e) && near(e))?;
    // Of two such events told side by side none is the one meant.
    let first = before.get(last)?;
    let rival = |e: &&EventMention| near(e) && same(e) && !same_parties(e, first);
    before.iter().find(rival).is_none().then_some(last)
}

/// The parties of the event that is taken up.
pub fn parties(event: &EventMention) -> Participants {
    Participants {
        actors: event.actors.clone(),
        recipients: event.recipients.clone(),
        mediators: Vec::new(),
        equals: event.symmetric,
        reasons: vec!["takes up the event told before".to_owned()],
    }
}

/// What the second telling adds. A plan that is called off becomes one that did not happen; a second telling that could only contradict the first
/// is left out, and one by another word ("a call … the talks") only adds the date. Out: the event to be told beside the first, to be folded with it.
pub fn settle(first: &mut EventMention, again: EventMention) -> Option<EventMention> {
    match (first.status, again.status) {
        (Status::Planned, Status::Negated) => {
            first.status = Status::Negated;
            first
                .reasons
                .push("taken up by a noun that says it did not happen".to_owned());
            None
        }
        (a, b) if a == b && first.mode != again.mode => {
            first.timex = first.timex.or(again.timex);
            None
        }
        (a, b) if a == b => (first.timex.is_none() || again.timex.is_none()).then_some(again),
        // "They met on Monday. The next talks are due in June" tells of another one.
        (Status::Happened, Status::Planned) => again.timex.is_some().then_some(again),
        _ => None,
    }
}

fn has_parties(event: &EventMention) -> bool {
    event.actors.len() + event.recipients.len() > 1
}

fn same_parties(a: &EventMention, b: &EventMention) -> bool {
    let all = |e: &EventMention| {
        let mut who = [e.actors.clone(), e.recipients.clone()].concat();
        who.sort_unstable();
        who
    };
    all(a) == all(b)
}
