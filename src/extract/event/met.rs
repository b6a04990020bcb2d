//! Whom an act is at that goes on where another one was told: "phoned X and promised help", "According to X, Y tortured prisoners. Y dismissed the figures."
//!
//! In: an act without a recipient, the events told before it. Out: whoever was met, called or visited, or is the source of what is answered. Does not: answer
//! words that were directed at somebody (see [`super::answer`]).

use super::anaphora::mode;
use super::answer::{is_all_at, is_any_at};
use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::EventMention;
use crate::base::record::Status;

/// "phoned X and expressed thanks", "visited X and promised aid": whoever the same one did something together with before in the sentence is spoken to, or
/// given what is given.
pub(super) fn met<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    found: &Participants,
    (sentence, mut near): (usize, impl DoubleEndedIterator<Item = &'e EventMention>),
) -> Option<Vec<usize>> {
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    let mode = mode(search, hit);
    let returns = mode.is_some_and(|m| m.returns);
    let speaks = kind.is_verbal() && (returns || kind.is_aimed(hit.trigger.mode.as_deref()));
    // Aid, and what is promised.
    let gives =
        kind.favours && !kind.is_verbal() && !kind.joint || mode.is_some_and(|m| m.of_content);
    if !(speaks || gives) || search.addresses_others(hit.head) {
        return None;
    }
    let gathers = |e: &EventMention| {
        search
            .ontology
            .event_type(&e.event_type)
            .is_some_and(|k| k.gathers)
    };
    let last = near.next_back().filter(|e| {
        let together = e.symmetric || gives && gathers(e);
        let same = e.actors.len() == 1 && is_all_at(search, &found.actors, &e.actors);
        together && same && e.sentence == sentence && e.status == Status::Happened
    })?;
    let other = !is_any_at(search, &last.recipients, &found.actors);
    (other && !last.recipients.is_empty()).then(|| last.recipients.clone())
}

/// "According to X, Y tortured prisoners. Y dismissed the figures": who answers what is said answers whoever said what Y did.
pub(super) fn source<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    nouns: &[usize],
    found: &Participants,
    (sentence, mut near): (usize, impl DoubleEndedIterator<Item = &'e EventMention>),
) -> Option<Vec<usize>> {
    let view = search.view;
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    let claim = |&n: &usize| {
        let said = view.in_set(n, &view.cues.said_things) || view.in_set(n, &view.cues.claims);
        said && (view.is_definite(n) || view.cues.thing_pronouns.contains(view.form(n)))
    };
    let rejects =
        kind.answers && kind.is_conflict() && !nouns.is_empty() && nouns.iter().all(claim);
    let told = |e: &&EventMention| {
        let blamed = is_any_at(search, &e.actors, &found.actors)
            || e.actors.is_empty() && is_any_at(search, &e.recipients, &found.actors);
        let apart = e
            .reporter
            .is_some_and(|r| !is_any_at(search, &[r], &found.actors));
        blamed && apart && e.sentence + 1 >= sentence && e.sentence < sentence
    };
    let event = near.rfind(told).filter(|_| rejects)?;
    event.reporter.map(|r| vec![r])
}

/// "Peru lifted the sanctions": who takes back an act of his own does so to whomever that act was upon.
pub(super) fn taken_back<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    nouns: &[usize],
    found: &Participants,
    mut near: impl DoubleEndedIterator<Item = &'e EventMention>,
) -> Option<Vec<usize>> {
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    let [noun] = nouns else {
        return None;
    };
    let deed = search
        .deeds
        .get(noun)
        .filter(|d| d.conflict && !kind.is_conflict())?;
    let own = |e: &&EventMention| {
        let same = e.event_type == deed.event && is_all_at(search, &found.actors, &e.actors);
        same && !e.actors.is_empty() && !e.recipients.is_empty()
    };
    let definite = search.view.is_definite(*noun);
    near.rfind(own)
        .filter(|_| definite)
        .map(|e| e.recipients.clone())
}
