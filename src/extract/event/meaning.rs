//! What a trigger means in its clause: the type and mode it is told as.
//!
//! In: a hit, its parties, its status. Out: an entry of the ontology. Does not: look for parties.

use super::anaphora::mode;
use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::record::Status;
use crate::lexicon::ontology::{EventType, Mode, Ontology};
use crate::lexicon::triggers::Figure;

/// Type and mode of a hit; some types are another one as long as they are only planned ("will give aid" is an agreement) or where they are denied ("will
/// not give aid" is a rejection, and one that took place), some words another one between civilians. Source: PLOVER manual.
pub fn kind<'o>(
    search: &Search<'o, '_>,
    hit: &Hit<'_>,
    found: &Participants,
    status: Status,
) -> Option<(&'o EventType, Option<&'o Mode>, Status)> {
    let ontology = search.ontology;
    let (name, mode) = match figure(search, hit, found) {
        Some(figure) => (&figure.event, figure.mode.as_deref()),
        None => (&hit.trigger.event, hit.trigger.mode.as_deref()),
    };
    let event_type = ontology.event_type(name)?;
    if let Some(state) = of_states(search, hit, found) {
        return Some((state, None, status));
    }
    let together = found.recipients.is_empty() && search.several(&found.actors);
    let other = match status {
        Status::Planned => event_type.planned_as.as_deref(),
        // "X and Y failed to agree": two who do not do a thing together refuse each other nothing.
        Status::Negated if hit.verbal && !together => event_type.negated_as.as_deref(),
        _ => None,
    };
    if let Some(other) = other.and_then(|t| ontology.event_type(t)) {
        let refused = status == Status::Negated;
        let status = if refused { Status::Happened } else { status };
        return Some((other, None, status));
    }
    let mode = mode.and_then(|m| event_type.modes.iter().find(|x| x.name == m));
    Some((event_type, mode, status))
}

/// "Kampala protested": what a verb says of nothing but states is told as the type of states.
pub fn of_states<'o>(
    search: &Search<'o, '_>,
    hit: &Hit<'_>,
    found: &Participants,
) -> Option<&'o EventType> {
    let mode = mode(search, hit).filter(|_| hit.verbal)?;
    let other = mode.of_states.as_deref()?;
    let state = |&m: &usize| {
        let itself = |m: &Mention| {
            let named = matches!(m.form, MentionForm::Name | MentionForm::Metonym);
            named && m.class == EntityClass::Country
        };
        search.mentions.get(m).is_some_and(itself)
    };
    let states = !found.actors.is_empty() && found.actors.iter().all(state);
    states.then(|| search.ontology.event_type(other)).flatten()
}

/// "X attacked Y in the debate": the figure of speech that the words are between civilians, unless the sentence speaks of weapons or wounds.
fn figure<'t>(search: &Search<'_, '_>, hit: &Hit<'t>, found: &Participants) -> Option<&'t Figure> {
    let view = search.view;
    let mut figures = hit.trigger.between_civilians.iter();
    let figure = figures.find(|f| view.is_any(hit.head, f.words.iter()))?;
    let civilians = |parties: &[usize]| {
        let mut parties = parties.iter().filter_map(|&m| search.mentions.get(m));
        parties.all(|m| is_civilian(m, search.ontology))
    };
    let named = !found.actors.is_empty() && !found.recipients.is_empty();
    let literal = || (0..view.len()).any(|t| view.is_any(t, figure.unless.iter()));
    let person = |m: &usize| {
        let class = search.mentions.get(*m).map(|m| m.class);
        class == Some(EntityClass::Person)
    };
    let reproached = found.actors.iter().all(person) && is_reproach(search, hit);
    let figurative =
        named && civilians(&found.actors) && (civilians(&found.recipients) || reproached);
    (figurative && !literal()).then_some(figure)
}

/// "attacked Brussels for wanting …", "griff die USA wegen der Zölle an": does a phrase or clause tell what the one attacked is reproached with?
fn is_reproach(search: &Search<'_, '_>, hit: &Hit<'_>) -> bool {
    let view = search.view;
    let ground = |&c: &usize| {
        let opens = |&g: &usize| {
            let mark = matches!(view.relation(g), "case" | "mark");
            mark && g < c && view.cues.grounds.contains(view.form(g))
        };
        let told = matches!(view.relation(c), "obl" | "advcl" | "nmod");
        let timed = view.timex_at.get(c).is_some_and(Option::is_some);
        told && !timed && search.on(c).is_none() && view.children(c).iter().any(opens)
    };
    let objects = search.clause.objects(hit.head);
    let heads = std::iter::once(hit.head).chain(objects);
    heads.flat_map(|h| view.children(h)).any(ground)
}

/// A person or a body that is known to go without weapons.
fn is_civilian(mention: &Mention, ontology: &Ontology) -> bool {
    let sector = mention.sector.as_ref();
    let armed = sector.is_some_and(|s| ontology.codes.armed.contains(s));
    match mention.class {
        EntityClass::Person => !armed,
        EntityClass::Organisation => sector.is_some() && !armed,
        _ => false,
    }
}

/// Is the event a plan to do what two do together ("X and Y want to cooperate")?
pub fn shared_plan(hit: &Hit<'_>, told_as: &EventType, ontology: &Ontology) -> bool {
    let planned = &hit.trigger.event;
    let mode = hit.trigger.mode.as_deref();
    let mode = mode.and_then(|m| ontology.mode(planned, m)?.symmetric);
    let shared = |t: &EventType| t.name != told_as.name && mode.unwrap_or(t.symmetric);
    ontology.event_type(planned).is_some_and(shared)
}
