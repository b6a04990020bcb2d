//! Whom an act is at that names its doer alone: "Spain offered Kenya talks. Nairobi turned down the offer.", "Iran bombed Pakistan. Islamabad recalled its
//! ambassador.", "Kenya closed its border with Uganda and threatened sanctions."
//!
//! In: an act without a recipient, the events told before it. Out: whom it answers or is at. Invariants: only words that were directed at whoever answers,
//! or at nobody, are answered; a noun must take up an act of its own type or stand for anything said; where no noun stands, only what waits for an answer
//! has one; only a conflict goes on between the two of whom the text spoke last. Does not: answer deeds (see `anaphora::address`).

use super::anaphora::{ANSWERED, mode};
use super::argument::{Participants, Search};
use super::trigger::Hit;
use super::{meaning, met, reason};
use crate::base::analysis::{EntityClass, EventMention, Mention, MentionForm, RoleObject, Upos};
use crate::base::record::Status;
use crate::lexicon::ontology::EventType;
use crate::lexicon::triggers::{Frame, Slot};

/// How many sentences back it may have been told.
const REACH: usize = 2;

/// Evidence of a group or body without a name of its own.
const GROUP: &str = "group:";

/// How many sentences back a quarrel between two may have been told in which a third one goes between.
const QUARREL_REACH: usize = 5;

/// Adds whom the act answers, or is at. `earlier`: the events before it, in reading order, with the index of the sentence of the act.
pub fn answer<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    frame: &Frame,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    found: &mut Participants,
) {
    // "recalled its ambassador": what is one's own is no other party.
    let nobody = |&r: &usize| is_at(search, r, &found.actors) || search.is_unknown(r);
    let alone = found.recipients.iter().all(nobody) && !found.actors.is_empty() && !found.equals;
    if !(alone && hit.verbal) {
        return;
    }
    if search.clause.is_passive(hit.head) {
        // "The criticism was rejected by X"
        let near = earlier.filter(|e| e.sentence + REACH >= sentence && !e.symmetric);
        let nouns = search.clause.surface_subjects(hit.head);
        let told = said(search, hit, &nouns, found, (sentence, near));
        if let Some(event) = told.filter(|_| !nouns.is_empty()) {
            found.recipients.clone_from(&event.actors);
            found.reasons.push(ANSWERED.to_owned());
        }
        return;
    }
    let near = earlier.clone().filter(|e| e.sentence + REACH >= sentence);
    if mode(search, hit).is_some_and(|m| m.between_others) {
        let quarrels = earlier.filter(|e| e.sentence + QUARREL_REACH >= sentence);
        let two = here(search, hit, found).or_else(|| others(search, found, quarrels));
        if let Some(two) = two {
            found.recipients = two;
            found.reasons.push("the two of the act before".to_owned());
        }
        return;
    }
    if let Some(other) = met::met(search, hit, found, (sentence, near.clone())) {
        found.recipients = other;
        found
            .reasons
            .push("whom the same one met or called".to_owned());
        return;
    }
    let near = near.filter(|e| !e.symmetric);
    let nouns = answered(search, hit, frame, found);
    let told = said(search, hit, &nouns, found, (sentence, near.clone()))
        .map(|e| (e.actors.clone(), ANSWERED))
        .or_else(|| Some((seized(search, hit, &nouns, near.clone())?, ANSWERED)))
        .or_else(|| {
            Some((
                met::source(search, hit, &nouns, found, (sentence, near.clone()))?,
                ANSWERED,
            ))
        })
        .or_else(|| {
            let back = met::taken_back(search, hit, &nouns, found, near.clone())?;
            Some((back, "upon whom the act taken back was"))
        })
        .or_else(|| {
            let other = opponent(search, hit, (found, &nouns), sentence, near)?;
            Some((other, "the other one of the act before"))
        });
    if let Some((recipients, reason)) = told {
        found.recipients = recipients;
        found.reasons.push(reason.to_owned());
    }
}

/// "demanded the release of X", "krävde att X friges": whoever is held is not spoken to, but whoever holds that one. `hits`: the acts of the sentence; `earlier`
/// as for [`answer`].
pub fn freed<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    mut earlier: impl DoubleEndedIterator<Item = &'e EventMention>,
    found: &mut Participants,
) {
    let kind = search.ontology.event_type(&hit.trigger.event);
    let asks = kind.is_some_and(|k| k.aimed && k.addresses());
    let mode_of = |event: &str, mode: Option<&str>| search.ontology.mode(event, mode?);
    let frees = |event: &str, m: Option<&str>| mode_of(event, m).is_some_and(|m| m.frees);
    let below = |t: &usize| {
        let inside = search.view.above(*t).contains(&hit.head) || hit.words.contains(t);
        *t != hit.head && inside
    };
    let acts = hits
        .iter()
        .filter(|h| frees(&h.trigger.event, h.trigger.mode.as_deref()));
    let nouns = search
        .deeds
        .iter()
        .filter(|(_, d)| frees(&d.event, d.mode.as_deref()));
    let mut releases = acts.map(|h| h.head).chain(nouns.map(|(&t, _)| t));
    let Some(release) = releases.find(below) else {
        return;
    };
    let objects = search.clause.objects(release);
    let held = search.mentions_of(&[search.view.children(release), &objects].concat());
    if !asks || !is_all_at(search, &found.recipients, &held) {
        return;
    }
    let holds = |e: &&EventMention| {
        // "demanded their release": of those whom no name is known of.
        let unnamed = found.recipients.is_empty();
        let held = unnamed || is_any_at(search, &e.recipients, &found.recipients);
        let holder = !is_any_at(search, &e.actors, &found.actors) && !e.actors.is_empty();
        held && holder && mode_of(&e.event_type, e.mode.as_deref()).is_some_and(|m| m.holds)
    };
    if let Some(arrest) = earlier.rfind(holds) {
        found.recipients.clone_from(&arrest.actors);
        found
            .reasons
            .push("whoever holds those to be freed".to_owned());
        return;
    }
    // Who is to do it may be asked, and whoever is spoken to.
    let mut doers = search
        .deeds
        .get(&release)
        .map_or_else(Vec::new, |d| d.doers.clone());
    if !search.clause.is_passive(release) {
        doers.extend(search.mentions_of(&search.clause.subjects(release)));
    }
    let spoken_to = search.clause.objects(hit.head);
    doers.extend(search.mentions_of(&spoken_to));
    let held = |m: &usize| !search.is_among(*m, &doers);
    let before = found.recipients.len();
    found.recipients.retain(|m| !held(m));
    if found.recipients.len() < before {
        found
            .reasons
            .push("who is to be freed is not asked".to_owned());
    }
}

/// "X was brought before a military court": where nobody acts in a passive, the organ that its own phrase names does.
pub fn brought(search: &Search<'_, '_>, hit: &Hit<'_>, found: &mut Participants) {
    let kind = search.ontology.event_type(&hit.trigger.event);
    let speaks = kind.is_some_and(|k| k.is_verbal() && k.is_conflict());
    let open = found.actors.is_empty() && !found.recipients.is_empty() && !found.equals;
    if !open || !speaks || !hit.verbal || !search.clause.is_passive(hit.head) {
        return;
    }
    let organ = |m: &usize| {
        let mention = search.mentions.get(*m);
        let group = |m: &Mention| {
            let kind = m.evidence.first().is_some_and(|e| e.starts_with(GROUP));
            kind && m.class == EntityClass::Organisation
        };
        mention.is_some_and(group) && !search.is_unknown(*m)
    };
    let mut named = hit.words.iter().filter_map(|&w| search.on(w));
    if let Some(organ) = named.find(organ) {
        found.actors = vec![organ];
        found
            .reasons
            .push("the organ that the verb's phrase names".to_owned());
    }
}

/// "Kenya arrested X. A court released him", "X was sentenced to death": of whoever is held, nobody else that is known frees or judges him but the one who has
/// taken him. `earlier` as for [`answer`].
pub fn held<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    mut earlier: impl DoubleEndedIterator<Item = &'e EventMention>,
    found: &mut Participants,
) {
    let decides = mode(search, hit).is_some_and(|m| m.frees || m.holds && m.by_authorities);
    let person = |&m: &usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        class == Some(EntityClass::Person)
    };
    let one = found.recipients.len() == 1 && found.recipients.iter().all(person);
    let open = found.actors.iter().all(|&a| search.is_unknown(a)) && !found.equals;
    if !(decides && one && open && hit.verbal) || search.state_there(hit.head).is_some() {
        return;
    }
    let holds = |e: &&EventMention| {
        let mode = e.mode.as_deref();
        let mode = mode.and_then(|m| search.ontology.mode(&e.event_type, m));
        let taken = mode.is_some_and(|m| m.holds) && e.event_type != hit.trigger.event;
        let known = !e.actors.is_empty() && !e.actors.iter().any(|&a| search.is_unknown(a));
        let same = e
            .recipients
            .iter()
            .any(|&r| search.is_among(r, &found.recipients));
        taken && known && same && e.status == Status::Happened
    };
    let Some(arrest) = earlier.rfind(holds) else {
        return;
    };
    if !arrest
        .actors
        .iter()
        .any(|&a| search.is_among(a, &found.recipients))
    {
        found.actors.clone_from(&arrest.actors);
        found.reasons.push("whoever holds that one".to_owned());
    }
}

/// "demanded that aid to X be cut", "called for sanctions against X": who is only to suffer by what is asked for is not asked. `hits`: the acts of the sentence.
pub fn harmed(search: &Search<'_, '_>, hit: &Hit<'_>, hits: &[Hit<'_>], found: &mut Participants) {
    let view = search.view;
    let kind = search.ontology.event_type(&hit.trigger.event);
    if !kind.is_some_and(|k| k.aimed && k.awaits_answer) || !hit.verbal {
        return;
    }
    let below = |t: usize| t != hit.head && view.above(t).contains(&hit.head);
    let hostile = |event: &str| {
        let kind = search.ontology.event_type(event);
        kind.is_some_and(EventType::is_material_conflict)
    };
    let acts = hits
        .iter()
        .filter(|h| below(h.head) && hostile(&h.trigger.event));
    let suffers = |token: usize| {
        let mut acts = acts.clone().filter(|h| view.above(token).contains(&h.head));
        acts.any(|h| !(h.verbal && search.clause.subjects(h.head).contains(&token)))
    };
    let tokens = |m: usize| (0..view.len()).filter(move |&t| search.on(t) == Some(m));
    let spoken_to = |m: usize| {
        let mut own = tokens(m).filter(|&t| view.head(t) == Some(hit.head));
        own.any(|t| matches!(view.relation(t), "obj" | "iobj" | "obl"))
    };
    let before = found.recipients.len();
    found
        .recipients
        .retain(|&m| spoken_to(m) || !tokens(m).any(suffers));
    if found.recipients.len() < before {
        found
            .reasons
            .push("who is to suffer is not asked".to_owned());
    }
}

/// "Iraq and Syria came close to war, and Saudi Arabia mediated": the only two states that the sentence names side by side before, if whoever acts is neither.
fn here(search: &Search<'_, '_>, hit: &Hit<'_>, found: &Participants) -> Option<Vec<usize>> {
    let view = search.view;
    let state = |m: usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        class == Some(EntityClass::Country) && !is_at(search, m, &found.actors)
    };
    let mut states: Vec<usize> = Vec::new();
    for m in (0..hit.head)
        .filter_map(|t| search.on(t))
        .filter(|&m| state(m))
    {
        if !search.is_among(m, &states) {
            states.push(m);
        }
    }
    let joined = |t: usize| {
        let first = view.head(t).filter(|_| view.relation(t) == "conj");
        let both = [Some(t), first].map(|t| t.and_then(|t| search.on(t)));
        both.iter().flatten().filter(|&&m| state(m)).count() == 2
    };
    (states.len() == 2 && (0..hit.head).any(joined)).then_some(states)
}

/// "Fifa suspended Peru. India was suspended in 2022": the body that did the same to others in the sentence before, where a passive does not tell who did.
pub fn same_body<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, mut earlier): (usize, impl DoubleEndedIterator<Item = &'e EventMention>),
    found: &mut Participants,
) {
    let kind = search.ontology.event_type(&hit.trigger.event);
    let mode = hit.trigger.mode.as_deref();
    let aimed = kind.is_some_and(|k| k.is_material_conflict() && k.is_aimed(mode));
    let open = found.actors.is_empty() && !found.recipients.is_empty() && !found.equals;
    if !(aimed && open && hit.verbal && search.clause.is_passive(hit.head)) {
        return;
    }
    let body = |&m: &usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        class == Some(EntityClass::Organisation) && !search.is_unknown(m)
    };
    let same = |e: &&EventMention| {
        let alike = e.event_type == hit.trigger.event && e.mode.as_deref() == mode;
        let near = e.sentence <= sentence && e.sentence + 1 >= sentence;
        let others = !is_any_at(search, &e.actors, &found.recipients);
        let told = !e.actors.is_empty() && !e.recipients.is_empty();
        alike && near && others && told && e.actors.iter().all(body)
    };
    if let Some(first) = earlier.rfind(same) {
        found.actors.clone_from(&first.actors);
        found
            .reasons
            .push("the body that did the same to others".to_owned());
    }
}

/// "Kenya and Uganda fought. Putin offered to mediate": the two of the last conflict, if any between two that are no persons, else those who met, if whoever acts is
/// neither. Who only comments with others on one side is no party ("Brazil, Chile and Mexico condemned Bolivia").
fn others<'e>(
    search: &Search<'_, '_>,
    found: &Participants,
    near: impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
) -> Option<Vec<usize>> {
    let person = |&m: &usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        class == Some(EntityClass::Person)
    };
    let quarrel = |e: &&EventMention| {
        let kind = search.ontology.event_type(&e.event_type);
        kind.is_some_and(EventType::is_conflict) && !e.symmetric
    };
    let parties = |e: &EventMention| [e.actors.clone(), e.recipients.clone()].concat();
    let apart = |two: &Vec<usize>| {
        let distinct = two.len() == 2 && !search.is_among(two[1], &two[..1]);
        distinct && !is_any_at(search, two, &found.actors)
    };
    let quarrels = near.clone().filter(quarrel).map(parties).filter(apart);
    let mut of_states = quarrels.clone().filter(|two| !two.iter().any(person));
    of_states
        .next_back()
        .or_else(|| quarrels.clone().next_back())
        .or_else(|| {
            let joint = |e: &&EventMention| e.symmetric || e.recipients.is_empty();
            near.filter(joint).map(parties).rfind(apart)
        })
}

/// "Kenya criticised Uganda, and Tanzania followed suit": the act that somebody else does as well, the last one told of one party upon another.
pub fn echoed<'e>(
    sentence: usize,
    mut earlier: impl DoubleEndedIterator<Item = &'e EventMention>,
) -> Option<&'e EventMention> {
    let whole = |e: &EventMention| {
        !e.symmetric
            && !e.actors.is_empty()
            && !e.recipients.is_empty()
            && e.status == Status::Happened
    };
    earlier
        .rfind(|e| whole(e))
        .filter(|e| e.sentence + 1 >= sentence)
}

/// The nouns of what is answered, or the pronoun for it, which may stand first ("Das weist X zurück").
fn answered(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    frame: &Frame,
    found: &Participants,
) -> Vec<usize> {
    let view = search.view;
    let slots = frame.recipient.iter().chain([&Slot::Object]);
    let mut nouns: Vec<usize> = slots.flat_map(|s| search.of_verb(hit.head, s)).collect();
    let thing =
        |&s: &usize| search.on(s).is_none() && view.cues.thing_pronouns.contains(view.form(s));
    let subjects = search.clause.surface_subjects(hit.head).into_iter();
    nouns.extend(subjects.filter(thing));
    let acts = |n: usize| search.on(n).is_some_and(|m| found.actors.contains(&m));
    let dated = |n: usize| view.timex_at.get(n).is_some_and(Option::is_some);
    nouns.retain(|&n| !acts(n) && !dated(n));
    nouns.sort_unstable();
    nouns.dedup();
    nouns
}

/// The words that the act answers, if it answers any.
fn said<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    nouns: &[usize],
    found: &Participants,
    (sentence, near): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
) -> Option<&'e EventMention> {
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    // "X accused Y of theft. Jonathan Reynolds rejected the criticism": somebody of whom no state is known speaks for whom he is of.
    let unplaced = |&m: &usize| {
        let named = |m: &Mention| {
            m.class == EntityClass::Person && m.form == MentionForm::Name && m.country.is_none()
        };
        search.mentions.get(m).is_some_and(named)
    };
    let told = nouns.iter().all(|&n| search.view.upos(n) == Upos::Noun);
    let stranger = !nouns.is_empty() && told && found.actors.iter().all(unplaced);
    // "Kosovo asked the EU for a visa deal. Hungary rejected that": whoever is not asked may answer what waits for an answer.
    let thing = kind.answers
        && !nouns.is_empty()
        && nouns.iter().all(|&n| search.view.upos(n) == Upos::Pron);
    let awaits = |e: &EventMention| {
        let kind = search.ontology.event_type(&e.event_type);
        kind.is_some_and(|k| k.awaits_answer)
    };
    // "Called on the rebels to leave. The leader of the M23 rejected the demand"
    let nameless = |&m: &usize| {
        let open = |m: &Mention| m.form != MentionForm::Name && m.country.is_none();
        search.mentions.get(m).is_some_and(open)
    };
    let asked = |e: &&EventMention| {
        // Who welcomes or blames a proposal need not be the one it was made to.
        let near = e.sentence + 1 >= sentence;
        let nobody = e.recipients.is_empty() || near && e.recipients.iter().all(nameless);
        let free = nobody || kind.addresses_doer;
        let to_them = is_any_at(search, &e.recipients, &found.actors);
        e.status == Status::Happened
            && !e.actors.is_empty()
            && (to_them || free && !nouns.is_empty() || near && (stranger || thing && awaits(e)))
            && !is_any_at(search, &e.actors, &found.actors)
            && is_meant(search, e, nouns)
    };
    let denies = mode(search, hit).is_some_and(|m| m.answers);
    let speaks = kind.answers || denies || kind.addresses_doer && !nouns.is_empty();
    if !speaks {
        return None;
    }
    let told = near.clone().rfind(asked);
    told.or_else(|| for_another(search, (hit, kind), nouns, found, (sentence, near)))
}

/// "X criticised Y. Z rejected the criticism": whoever takes somebody's part answers the one who blamed that one.
fn for_another<'e>(
    search: &Search<'_, '_>,
    (hit, kind): (&Hit<'_>, &EventType),
    nouns: &[usize],
    found: &Participants,
    (sentence, mut near): (usize, impl DoubleEndedIterator<Item = &'e EventMention>),
) -> Option<&'e EventMention> {
    let rejects = kind.answers && kind.is_conflict() && hit.verbal && !nouns.is_empty();
    let blames = |e: &&EventMention| {
        let kind = search.ontology.event_type(&e.event_type);
        let blame = kind.is_some_and(|k| k.is_verbal() && k.is_conflict() && !k.is_aimed(None));
        // "The demand" is none that was only criticised.
        let own = |n: &usize| {
            let deed = search.deeds.get(n);
            deed.is_none_or(|d| d.event == e.event_type)
        };
        let near = e.sentence + 1 >= sentence && e.status == Status::Happened;
        let apart = !e.actors.is_empty() && !is_any_at(search, &e.actors, &found.actors);
        blame && near && apart && nouns.iter().all(own) && is_meant(search, e, nouns)
    };
    near.rfind(blames).filter(|_| rejects)
}

/// "Officers seized power in X. Y condemned the takeover": the state in which nobody known by name did what the noun takes up; a state that is struck did not do
/// it itself.
fn seized<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    nouns: &[usize],
    mut near: impl DoubleEndedIterator<Item = &'e EventMention>,
) -> Option<Vec<usize>> {
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    let deed = nouns.iter().find_map(|n| search.deeds.get(n));
    let deed = deed.filter(|d| kind.addresses_doer && d.conflict)?;
    let state = |m: &usize| {
        let class = search.mentions.get(*m).map(|m| m.class);
        class == Some(EntityClass::Country)
    };
    let there = near.rfind(|e| e.event_type == deed.event && e.mode == deed.mode)?;
    let struck = search.ontology.event_type(&there.event_type)?.hits_places;
    let nobody = there.actors.is_empty() && there.recipients.iter().all(state);
    (nobody && !struck && !there.recipients.is_empty()).then(|| there.recipients.clone())
}

/// Do the nouns take up the event, or does it wait for an answer where there are none?
fn is_meant(search: &Search<'_, '_>, event: &EventMention, nouns: &[usize]) -> bool {
    let view = search.view;
    let kind = search.ontology.event_type(&event.event_type);
    let takes_up = |&n: &usize| {
        if view.upos(n) == Upos::Pron {
            return view.cues.thing_pronouns.contains(view.form(n));
        }
        let modified = |&c: &usize| matches!(view.relation(c), "det" | "amod" | "nmod" | "nummod");
        let bare = !view.children(n).iter().any(modified);
        let nobody = search.on(n).is_none_or(|m| search.is_open(m));
        let noun = nobody && (bare || view.is_definite(n));
        // A promise is no pact.
        let document = view.in_set(n, &view.cues.documents) && !event.symmetric;
        let deed = search.deeds.get(&n);
        let same = deed.is_some_and(|d| d.event == event.event_type) && !document;
        // "Denied the charge": whoever eased something has charged nobody.
        let own = deed.and_then(|d| search.ontology.event_type(&d.event));
        let alike = own.is_none_or(|o| kind.is_some_and(|k| k.quad == o.quad));
        let spoken = kind.is_some_and(|k| k.answers || !k.deliberate) && alike;
        // "rejected the resolution"
        let body = |&m: &usize| {
            let class = search.mentions.get(m).map(|m| m.class);
            class == Some(EntityClass::Organisation)
        };
        let passed = || {
            let whole = event.actors.iter().all(body);
            whole && view.in_set(n, &view.cues.resolutions)
        };
        let said = || spoken && view.in_set(n, &view.cues.said_things);
        noun && (same || said() || passed())
    };
    if nouns.is_empty() {
        kind.is_some_and(|k| k.awaits_answer)
    } else {
        kind.is_some_and(EventType::is_verbal) && nouns.iter().all(takes_up)
    }
}

/// Whom an act is at that is always at somebody: whoever the same one acted upon in the clause before, or the other one of the two between whom the last
/// sentence tells a conflict.
fn opponent<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (found, nouns): (&Participants, &[usize]),
    sentence: usize,
    near: impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
) -> Option<Vec<usize>> {
    let kind = search.ontology.event_type(&hit.trigger.event)?;
    // "urged its citizens to leave": somebody else is addressed.
    let asked = kind.addresses() && search.addresses_others(hit.head);
    let returns = mode(search, hit).is_some_and(|m| m.returns)
        || meaning::of_states(search, hit, found).is_some()
        || breaks_off(search, kind, &[nouns, &hit.words].concat())
        || mode(search, hit).is_some_and(|m| m.of_things) && are_owned(search, nouns);
    if asked || !returns && !kind.is_aimed(hit.trigger.mode.as_deref()) {
        return None;
    }
    if let Some(doer) = reason::heeded(search, hit, (found, kind)) {
        return Some(doer);
    }
    if let Some(side) = quarrel(search, hit, found) {
        return Some(side);
    }
    let other = |e: &EventMention| {
        let (from, to) = (&e.actors, &e.recipients);
        let doing = is_any_at(search, from, &found.actors);
        let suffering = is_any_at(search, to, &found.actors);
        match (doing, suffering) {
            (true, false) => Some(to.clone()),
            (false, true) => Some(from.clone()),
            _ => None,
        }
        .filter(|o| !o.is_empty())
    };
    if let Some(beside) = near.clone().rfind(|e| e.sentence == sentence) {
        let same = is_any_at(search, &beside.actors, &found.actors);
        // "criticised Y after Y had closed the border": whoever blames somebody for it has suffered it.
        let blamed = || {
            let blames = search.ontology.event_type(&beside.event_type);
            blames.is_some_and(|k| k.addresses_doer && k.is_conflict()) && !beside.symmetric
        };
        let ground = || reason::is_reason(search, hit.head) && kind.is_conflict() && blamed();
        return other(beside).filter(|_| same || ground());
    }
    let conflict = |e: &EventMention| {
        let kind = search.ontology.event_type(&e.event_type);
        kind.is_some_and(EventType::is_conflict)
    };
    let last = near.clone().next_back().map(|e| e.sentence)?;
    let mut told = near.filter(|e| e.sentence == last);
    let one = told
        .clone()
        .find_map(|e| other(e).filter(|_| returns || conflict(e)));
    let Some(one) = one else {
        let nobody = nouns.iter().all(|&n| search.on(n).is_none());
        let answers = kind.is_conflict() && !kind.awaits_answer && nobody;
        return answers
            .then(|| striker(search, found, told, last + 1 >= sentence))
            .flatten();
    };
    let apart = |e: &EventMention| other(e).is_some_and(|o| !is_all_at(search, &o, &one));
    ((returns || kind.is_conflict()) && !told.any(apart)).then_some(one)
}

/// "Romania criticised Austria. The Austrian ambassador was summoned": who acts upon an office of a state, where a passive does not tell, is the other one of
/// the conflict told before, if there is one only.
pub fn authorities<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    found: &mut Participants,
) {
    let kind = search.ontology.event_type(&hit.trigger.event);
    let of_state = mode(search, hit).is_some_and(|m| m.by_authorities)
        || kind.is_some_and(|k| k.is_aimed(hit.trigger.mode.as_deref()));
    let conflict = kind.is_some_and(EventType::is_conflict) && of_state;
    let open = found.actors.is_empty() && !found.equals && search.clause.is_passive(hit.head);
    let office = |&m: &usize| {
        let mention = search.mentions.get(m);
        mention.is_some_and(|m| {
            m.country.is_some() && (m.form == MentionForm::Role || m.class == EntityClass::Country)
        })
    };
    if !(conflict && open && hit.verbal && found.recipients.iter().all(office)) {
        return;
    }
    let other = |e: &EventMention| {
        let (from, to) = (&e.actors, &e.recipients);
        let conflict = search.ontology.event_type(&e.event_type);
        let conflict = conflict.is_some_and(EventType::is_conflict) && !e.symmetric;
        let side = match (
            is_any_at(search, from, &found.recipients),
            is_any_at(search, to, &found.recipients),
        ) {
            (true, false) => Some(to.clone()),
            (false, true) => Some(from.clone()),
            _ => None,
        };
        side.filter(|s| conflict && !s.is_empty())
    };
    let near = earlier.filter(|e| e.sentence + REACH >= sentence);
    let mut others = near.filter_map(other);
    let Some(first) = others.next().filter(|_| !found.recipients.is_empty()) else {
        return;
    };
    if others.all(|o| is_all_at(search, &o, &first)) {
        found.actors = first;
        found
            .reasons
            .push("the other one of the conflict before".to_owned());
    }
}

/// "Guatemala arrested X. The EU threatened sanctions": who alone did something hostile to somebody else in the sentence before.
fn striker<'e>(
    search: &Search<'_, '_>,
    found: &Participants,
    told: impl Iterator<Item = &'e EventMention>,
    near: bool,
) -> Option<Vec<usize>> {
    let mut told = told.filter(|e| near && !e.actors.is_empty());
    let first = told.next()?;
    let hostile = |e: &EventMention| {
        let kind = search.ontology.event_type(&e.event_type);
        let strikes = kind.is_some_and(EventType::is_material_conflict) && !e.symmetric;
        strikes && e.status == Status::Happened && !e.recipients.is_empty()
    };
    let one = |e: &EventMention| hostile(e) && is_all_at(search, &e.actors, &first.actors);
    let apart = |e: &EventMention| {
        let all = [e.actors.clone(), e.recipients.clone()].concat();
        !is_any_at(search, &all, &found.actors)
    };
    let alone = first.actors.len() == 1 && one(first) && apart(first);
    (alone && told.all(|e| one(e) && apart(e))).then(|| first.actors.clone())
}

/// "broke off the talks", "called off the visit": does an answer end what two do together, of whom one is not named?
fn breaks_off(search: &Search<'_, '_>, kind: &EventType, nouns: &[usize]) -> bool {
    let joint = |n: &usize| {
        let deed = search.deeds.get(n);
        let kind = deed.and_then(|d| search.ontology.event_type(&d.event));
        kind.is_some_and(|k| k.joint && !k.is_conflict())
    };
    kind.answers && kind.is_conflict() && nouns.iter().any(joint)
}

/// "Searched its offices": are they things that a possessive says to be somebody's?
fn are_owned(search: &Search<'_, '_>, nouns: &[usize]) -> bool {
    let view = search.view;
    let possessive = |&c: &usize| {
        let form = view.form(c);
        view.cues.others.contains(form)
    };
    let owned = |n: &usize| search.on(*n).is_none() && view.children(*n).iter().any(possessive);
    nouns.iter().any(owned)
}

/// "closed its embassy, accusing X of meddling": an act that is always at somebody is at whoever the same one accuses in the same sentence. In: the events of
/// a sentence.
pub fn beside<'t>(search: &Search<'_, '_>, told: impl Iterator<Item = &'t mut EventMention>) {
    let kind = |e: &EventMention| search.ontology.event_type(&e.event_type);
    let mut told: Vec<&mut EventMention> = told.collect();
    let accused = |e: &EventMention| {
        let conflict = kind(e).is_some_and(EventType::is_conflict);
        let told = !e.actors.is_empty() && !e.recipients.is_empty();
        conflict && told && e.status == Status::Happened
    };
    let charges: Vec<EventMention> = told
        .iter()
        .filter(|e| accused(e))
        .map(|e| (**e).clone())
        .collect();
    for event in &mut told {
        let aimed =
            kind(event).is_some_and(|k| k.is_aimed(event.mode.as_deref()) && !k.is_verbal());
        let open = event.recipients.is_empty() && event.actors.len() == 1;
        if !(aimed && open) {
            continue;
        }
        let same = |c: &&EventMention| {
            is_all_at(search, &c.actors, &event.actors)
                && !is_any_at(search, &c.recipients, &event.actors)
        };
        if let Some(charge) = charges.iter().find(same) {
            event.recipients.clone_from(&charge.recipients);
            event
                .reasons
                .push("whom the same one accuses beside it".to_owned());
        }
    }
}

/// "In its dispute with X, Y imposed duties": the other side of the quarrel that the clause speaks of.
fn quarrel(search: &Search<'_, '_>, hit: &Hit<'_>, found: &Participants) -> Option<Vec<usize>> {
    let view = search.view;
    let named = |noun: usize| {
        let mut phrases = view.children(noun).to_vec();
        phrases.retain(|&c| matches!(view.relation(c), "nmod" | "obl") && noun < c);
        let mut sides = search.mentions_of(&phrases);
        sides.retain(|&m| !is_at(search, m, &found.actors));
        sides
    };
    let nouns = view.children(hit.head).iter().copied();
    let mut nouns = nouns.filter(|&n| view.in_set(n, &view.cues.quarrels));
    nouns.find_map(|n| Some(named(n)).filter(|s| !s.is_empty()))
}

/// Are any of those among the others, or of their state ("warned Iran … Rouhani rejected the threat")?
pub(super) fn is_any_at(search: &Search<'_, '_>, some: &[usize], others: &[usize]) -> bool {
    some.iter().any(|&m| is_at(search, m, others))
}

pub(super) fn is_all_at(search: &Search<'_, '_>, some: &[usize], others: &[usize]) -> bool {
    some.iter().all(|&m| is_at(search, m, others))
}

pub(super) fn is_at(search: &Search<'_, '_>, mention: usize, others: &[usize]) -> bool {
    let state = |m: usize| search.mentions.get(m).and_then(|m| m.country.as_deref());
    // Its police and its ministry stand for a state, too.
    let country = |m: usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        class == Some(EntityClass::Country)
    };
    let is_state = |m: usize| {
        let actor = search.actors.get(m);
        let same = |k: usize| search.actors.get(k) == actor && country(k);
        country(m) || actor.is_some() && (0..search.actors.len()).any(same)
    };
    // Two people of one state are two.
    let same = |o: usize| {
        let alike = state(mention).is_some() && state(mention) == state(o);
        alike && (is_state(mention) || is_state(o))
    };
    let near = |o: usize| same(o) || leads(search, mention, o) || leads(search, o, mention);
    search.is_among(mention, others) || others.iter().any(|&o| near(o))
}

/// "The leader of the M23, X": does one of two mentions hold an office of the other?
fn leads(search: &Search<'_, '_>, holder: usize, body: usize) -> bool {
    let role = search.mentions.get(holder).and_then(|m| m.role.as_ref());
    let object = role.filter(|r| !r.former).and_then(|r| r.object.as_ref());
    match object {
        Some(RoleObject::Mention(at)) => search.is_among(*at, &[body]),
        Some(RoleObject::Entry(id)) => {
            let entry = search.mentions.get(body).and_then(|m| m.entry.as_ref());
            entry == Some(id)
        }
        None => false,
    }
}
