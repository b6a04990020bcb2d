//! Acts told in a clause of the reason of another one: "criticised Y after Y had closed the border", "sent troops because Y had asked for help".
//!
//! In: an act and its sentence. Out: whether it is a reason; whom a request is made of that the main clause heeds. Does not: look at earlier sentences.

use super::answer::is_at;
use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::Upos;
use crate::lexicon::ontology::EventType;

/// "arrested X because Mali had asked for it": whoever does what is told to be done for a request was asked.
pub(super) fn heeded(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (found, kind): (&Participants, &EventType),
) -> Option<Vec<usize>> {
    let view = search.view;
    let opens = |&c: &usize| view.relation(c) == "mark" && view.cues.causes.contains(view.form(c));
    let cause = view.relation(hit.head) == "advcl" && view.children(hit.head).iter().any(opens);
    let asks = kind.aimed && kind.awaits_answer && cause;
    let main = view
        .head(hit.head)
        .filter(|&m| asks && view.upos(m) == Upos::Verb)?;
    let mut doers = search.speakers(main);
    doers.retain(|&m| !is_at(search, m, &found.actors));
    let active = !search.clause.is_passive(main) && !search.addresses_others(hit.head);
    (active && !doers.is_empty()).then_some(doers)
}

/// Is the act told in a clause of the reason of another one?
pub(super) fn is_reason(search: &Search<'_, '_>, verb: usize) -> bool {
    let view = search.view;
    let opens = |&c: &usize| view.relation(c) == "mark" && view.cues.reasons.contains(view.form(c));
    view.relation(verb) == "advcl" && view.children(verb).iter().any(opens)
}
