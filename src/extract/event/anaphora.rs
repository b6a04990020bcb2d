//! An act taken up by a noun alone: "They will meet in May. The talks were called off.", "France condemned the attack."
//!
//! In: a noun that names no party, the events told before it. Out: the parties of the event it takes up, and what the second telling adds to the
//! first, or whom an answer to it addresses. Invariants: only a definite noun takes anything up, only an event of its own type or, if the noun
//! says no more than "decision", the last one told, and only from close by. Does not: fold tellings with parties of their own (see `resolve::fold`).

use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::{EntityClass, EventMention, Mention, Upos};
use crate::base::record::Status;
use crate::extract::mention::{CLASS_NOUN, UNOWNING};
use crate::lexicon::ontology::{EventType, Mode};
use crate::lexicon::triggers::{Frame, Slot};

/// Evidence of a group that is of no state.
const OWNED: &str = "of:";

/// How many sentences back the event may have been told.
const REACH: usize = 2;

/// Why an answer is at whoever it is at.
pub(super) const ANSWERED: &str = "who said what is answered";

/// Evidence of a word that was not given ("would promise nothing").
pub(super) const UNSAID: &str = "a word that was not given";

/// How many sentences back a noun of an act reaches for whoever did it.
const DEED_REACH: usize = 4;

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

/// "Russia bombed Kyiv. France condemned the attack": an answer to a deed told before addresses whoever did it. `earlier`: the events before it, in
/// reading order, with the index of the sentence of the answer.
pub fn address<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    frame: &Frame,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    found: &mut Participants,
) {
    beside_verb(search, hit, frame, found);
    the_land(search, hit, (sentence, earlier.clone()), found);
    let kind = search.ontology.event_type(&hit.trigger.event);
    let denies = mode(search, hit).is_some_and(|m| m.answers);
    // "said the raid was a mistake"
    let mut children = search.view.children(hit.head).iter();
    let said_of = children.any(|&c| search.view.relation(c) == "cop");
    let comments = (hit.verbal || said_of) && (denies || kind.is_some_and(EventType::comments));
    // "demanded an end to the blockade"
    let ends = ended(search, hit, kind);
    // "complained to the UN about the raid": whoever hears the complaint did not do what it is about.
    let hears = |r: &usize| {
        let class = search.mentions.get(*r).map(|m| m.class);
        kind.is_some_and(|k| k.addresses_doer) && class == Some(EntityClass::Organisation)
    };
    let open = found.recipients.is_empty();
    let heard = found.recipients.iter().all(hears) && !found.equals;
    let concerns = comments || !ends.is_empty();
    if !concerns || found.actors.is_empty() || !heard {
        return;
    }
    if open && search.takes_up_clause(hit) {
        let above = search.view.above(hit.head);
        let clause = |e: &&EventMention| e.sentence == sentence && !e.symmetric;
        let governing = |e: &EventMention| {
            let tokens = &search.view.sentence.tokens;
            let inside = |&t: &usize| tokens.get(t).is_some_and(|x| e.trigger.overlaps(x.span));
            above.iter().any(inside)
        };
        let mut near = earlier.filter(clause).filter(|e| governing(e));
        let doers = near.next_back().map(|e| e.actors.clone());
        // "Kenia änderte den Plan, was X begrüßte": an act that nobody counts.
        let verb = || {
            let mut verbs = above.iter().copied();
            verbs.find(|&v| search.view.upos(v) == Upos::Verb)
        };
        let subject = || {
            let verb = verb().filter(|&v| !search.clause.is_passive(v));
            verb.map(|v| search.speakers(v)).unwrap_or_default()
        };
        found.recipients = doers.unwrap_or_else(subject);
        found
            .recipients
            .retain(|r| !search.is_among(*r, &found.actors));
        return;
    }
    if let Some(owner) = owner_of_antecedent(search, hit).filter(|_| open) {
        found.recipients = owner;
        found
            .recipients
            .retain(|r| !search.is_among(*r, &found.actors));
        return;
    }
    let ending = !ends.is_empty();
    let Some(kind) = kind.filter(|k| k.addresses_doer || k.answers || ending) else {
        return;
    };
    let slots = frame.recipient.iter().chain([&Slot::Object]);
    let mut nouns: Vec<usize> = if ending {
        ends
    } else {
        slots.flat_map(|s| search.of_verb(hit.head, s)).collect()
    };
    // Whoever turns down an offer is the one it was made to (see `answer`).
    let words = |n: &usize| {
        let deed = search.deeds.get(n);
        let kind = deed.and_then(|d| search.ontology.event_type(&d.event));
        kind.is_some_and(EventType::is_verbal)
    };
    nouns.retain(|n| kind.addresses_doer || !words(n));
    let own = |e: &&EventMention| !e.actors.iter().any(|&d| is_own(search, d, &found.actors));
    let near = earlier.filter(|e| e.sentence + DEED_REACH >= sentence);
    // "Defended the decision": one's own, where there is one.
    let defends = mode(search, hit).is_some_and(|m| m.of_own);
    let state = |&a: &usize| {
        let class = search.mentions.get(a).map(|m| m.class);
        class == Some(EntityClass::Country)
    };
    if defends && !(near.clone().all(|e| own(&e)) && found.actors.iter().all(state)) {
        return;
    }
    let near = near.filter(own);
    let doers = nouns
        .iter()
        .find_map(|&n| doers(search, n, (kind, sentence), near.clone()));
    let Some(doers) = doers.filter(|d| !d.iter().any(|&d| search.is_among(d, &found.actors)))
    else {
        return;
    };
    found.recipients = doers;
    found
        .reasons
        .push("who did what the noun takes up".to_owned());
}

/// Nobody comments on what he, his own state or somebody in its power did: is the doer one of the actors, their state or in the same power?
fn is_own(search: &Search<'_, '_>, doer: usize, actors: &[usize]) -> bool {
    let in_power = |m: usize| {
        let mention = search.mentions.get(m).filter(|m| m.country.is_some())?;
        let sector = mention.sector.as_ref()?;
        let powers = &search.ontology.codes.in_power;
        powers.contains(sector).then_some(mention.country.as_ref())
    };
    let of = |&a: &usize| in_power(doer).is_some() && in_power(doer) == in_power(a);
    let same = search.is_among(doer, actors) || actors.iter().any(of);
    same || search.is_state_of(doer, actors)
}

/// "demanded an end to the blockade": the acts whose end the verb asks somebody for.
fn ended(search: &Search<'_, '_>, hit: &Hit<'_>, kind: Option<&EventType>) -> Vec<usize> {
    let view = search.view;
    if !(hit.verbal && kind.is_some_and(|k| k.aimed && k.awaits_answer)) {
        return Vec::new();
    }
    let children = view.children(hit.head).iter().copied();
    let ends = children.filter(|&c| {
        matches!(view.relation(c), "obj" | "obl") && view.in_set(c, &view.cues.end_nouns)
    });
    let below = ends.flat_map(|c| view.children(c).iter().copied());
    let acts = below.filter(|&n| view.relation(n) == "nmod" && view.upos(n) == Upos::Noun);
    acts.collect()
}

/// "Warf ihr Verrat vor": a pronoun that the parser took for a possessive is whom the verb acts upon.
fn beside_verb(search: &Search<'_, '_>, hit: &Hit<'_>, frame: &Frame, found: &mut Participants) {
    let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
    let upon = [Slot::Indirect, Slot::Object];
    if !open || !hit.verbal || !frame.recipient.iter().any(|s| upon.contains(s)) {
        return;
    }
    let view = search.view;
    let at_verb = |t: usize| match view.head(t) {
        Some(h) if h == hit.head => true,
        Some(h) => view.relation(h) == "obj" && view.head(h) == Some(hit.head),
        None => false,
    };
    let bare = |t: usize| search.clause.case(t).is_empty();
    let own = (0..view.len()).filter(|&t| at_verb(t) && bare(t));
    let told = |m: &usize| {
        let mention = search.mentions.get(*m);
        mention.is_some_and(|m| m.evidence.iter().any(|e| e == UNOWNING)) && !search.is_unknown(*m)
    };
    let meant = own.filter_map(|t| search.on(t)).find(told);
    found.recipients = meant
        .into_iter()
        .filter(|&m| !search.is_among(m, &found.actors))
        .collect();
}

/// "Uganda attacked Kenya. The US cut all aid to the country": a noun for one of two states, the last of whom did something hostile to the other, means
/// the one who did it where it is something hostile as well, and the other where it is a favour.
fn the_land<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    found: &mut Participants,
) {
    let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
    let Some(kind) = search.ontology.event_type(&hit.trigger.event) else {
        return;
    };
    let hostile = kind.is_conflict();
    // "Promised the country help"
    let promises = mode(search, hit).is_some_and(|m| m.of_content);
    if !open || !hit.verbal || !(hostile || kind.favours || promises) {
        return;
    }
    let view = search.view;
    let noun = |&t: &usize| {
        let mention = search.on(t).filter(|&m| search.is_open(m));
        let mention = mention.and_then(|m| search.mentions.get(m));
        let land = |m: &Mention| {
            let listed = m
                .evidence
                .first()
                .is_some_and(|e| e.starts_with(CLASS_NOUN));
            m.class == EntityClass::Country && listed
        };
        mention.is_some_and(land) && view.upos(t) == Upos::Noun
    };
    let below = |&t: &usize| {
        let above = view.above(t);
        let near = above.iter().take(NOUN_REACH).any(|&h| h == hit.head);
        near && view.relation(t) != "nsubj"
    };
    if !(0..view.len()).any(|t| noun(&t) && below(&t)) {
        return;
    }
    let state = |m: usize| {
        let mention = search.mentions.get(m).filter(|m| m.country.is_some());
        mention.is_some_and(|m| !matches!(m.class, EntityClass::Person | EntityClass::Organisation))
    };
    let near: Vec<&EventMention> = earlier
        .filter(|e| e.sentence < sentence && e.sentence + 1 >= sentence)
        .collect();
    let [last] = near.as_slice() else {
        return;
    };
    let kind = search.ontology.event_type(&last.event_type);
    let (&[doer], &[other]) = (last.actors.as_slice(), last.recipients.as_slice()) else {
        return;
    };
    let two = !last.symmetric && kind.is_some_and(EventType::is_conflict);
    let meant = if hostile { doer } else { other };
    let own = |m: usize| search.is_among(m, &found.actors) || search.is_state_of(m, &found.actors);
    let happened = last.status == Status::Happened;
    if two && happened && state(doer) && state(other) && !own(doer) && !own(other) {
        found.recipients = vec![meant];
        found
            .reasons
            .push("the one of two states that the act before tells of".to_owned());
    }
}

/// How far below its verb a noun for a state may stand.
const NOUN_REACH: usize = 2;

/// "Kenya changed its plan, which X welcomed": whose own thing it is that the relative clause comments on.
fn owner_of_antecedent(search: &Search<'_, '_>, hit: &Hit<'_>) -> Option<Vec<usize>> {
    let view = search.view;
    let noun = view
        .head(hit.head)
        .filter(|_| view.relation(hit.head) == "acl")?;
    let mut objects = search.clause.objects(hit.head).into_iter();
    let taken_up = objects.any(|o| o == noun) && search.on(noun).is_none();
    let own = |&c: &usize| view.cues.own.contains(view.form(c));
    let verb = view.head(noun).filter(|_| taken_up)?;
    view.children(noun).iter().find(|c| own(c))?;
    Some(search.speakers(verb)).filter(|s| !s.is_empty())
}

/// The mode of the act that a hit names.
pub(super) fn mode<'s>(search: &Search<'s, '_>, hit: &Hit<'_>) -> Option<&'s Mode> {
    let name = hit.trigger.mode.as_deref()?;
    search.ontology.mode(&hit.trigger.event, name)
}

/// "Kenya and Uganda met in Kigali. They agreed on a ceasefire": a plural pronoun takes up two who did the last thing told together.
///
/// `earlier`: the events before it, in reading order, with the index of the sentence of the pronoun. Nobody is taken up if the last sentence that
/// tells anything tells of others as well, or of an act of one upon the other: then the pronoun may mean either side. Where nothing was told, it
/// means the two who are the `subject` of the last sentence together. Out: their mentions.
pub fn together<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    subject: impl FnOnce() -> Vec<usize>,
) -> Option<Vec<usize>> {
    let acts = hit.verbal && !search.clause.is_passive(hit.head);
    if !acts || !is_several(search, hit.head) {
        return None;
    }
    two_before(search, (sentence, earlier), subject)
}

/// "X and Y flew to Kyiv. Zelensky received them": the two before, as a plural pronoun that is acted upon takes them up. In and out as for [`together`].
pub fn upon<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    found: &mut Participants,
    subject: impl FnOnce() -> Vec<usize>,
) {
    let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
    let objects = || [Slot::Object, Slot::Indirect].map(|s| search.of_verb(hit.head, &s));
    let plural = |&o: &usize| {
        let pronouns = &search.view.cues.plural_pronouns;
        let unknown = search
            .on(o)
            .is_none_or(|m| search.is_open(m) || search.is_unknown(m));
        unknown && pronouns.contains(search.view.form(o))
    };
    if !open || !hit.verbal || !objects().concat().iter().any(plural) {
        return;
    }
    let again = || acted_upon_before(search, (sentence, earlier.clone()), &found.actors);
    let pair = object_above(search, hit)
        .or_else(again)
        .or_else(|| two_before(search, (sentence, earlier.clone()), subject));
    let pair = pair.unwrap_or_default();
    if pair.iter().all(|&m| !search.is_among(m, &found.actors)) {
        found.recipients = pair;
        found
            .reasons
            .push("the pronoun means the two who acted together".to_owned());
    }
}

/// "Phoned both presidents and thanked them": the only ones of whom there are several that the verb before acts upon.
fn object_above(search: &Search<'_, '_>, hit: &Hit<'_>) -> Option<Vec<usize>> {
    let view = search.view;
    let joined = view.relation(hit.head) == "conj";
    let verb = view.head(hit.head).filter(|_| joined)?;
    let objects = [Slot::Object, Slot::Indirect].map(|s| search.of_verb(verb, &s));
    let objects = objects.concat();
    // "Arrested ten members of X and expelled them"
    let counted = |&o: &usize| {
        let mut below = view.children(o).iter();
        let number = below.any(|&c| view.relation(c) == "nummod");
        number && view.upos(o) == Upos::Noun && search.on(o).is_none()
    };
    let people = objects.iter().any(counted);
    let objects = search.mentions_of(&objects);
    let several = search.several(&objects) || are_several(search, &objects) || people;
    Some(objects).filter(|o| several && !o.is_empty())
}

/// "Uefa readmitted X and Y. It had suspended them in 2022": the several upon whom the same one acted in the last act of the sentence before.
fn acted_upon_before<'e>(
    search: &Search<'_, '_>,
    (sentence, mut earlier): (usize, impl DoubleEndedIterator<Item = &'e EventMention>),
    actors: &[usize],
) -> Option<Vec<usize>> {
    let last = earlier.next_back()?;
    let near = last.sentence < sentence && last.sentence + 1 >= sentence && !last.symmetric;
    let same = !last.actors.is_empty() && all_among(search, actors, &last.actors);
    let several = last.recipients.len() > 1;
    (near && same && several).then(|| last.recipients.clone())
}

fn two_before<'e>(
    search: &Search<'_, '_>,
    (sentence, earlier): (
        usize,
        impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
    ),
    subject: impl FnOnce() -> Vec<usize>,
) -> Option<Vec<usize>> {
    // Whoever else is spoken of in between may be meant.
    let told = |e: &&EventMention| {
        let before = e.sentence < sentence && e.sentence + 1 >= sentence;
        before || e.sentence == sentence && pair(search, e).is_some()
    };
    let near = earlier.filter(told);
    let Some(last) = near.clone().next_back().map(|e| e.sentence) else {
        return Some(subject()).filter(|s| s.len() > 1 || are_several(search, s));
    };
    let mut told = near.filter(|e| e.sentence == last);
    let Some(pair) = told.clone().find_map(|e| pair(search, e)) else {
        return one_group(search, told, &subject());
    };
    let alone = |e: &EventMention| e.actors.len() + e.recipients.len() < 2;
    told.all(|e| alone(e) || all_among(search, &e.actors, &pair))
        .then_some(pair)
}

/// "The rebels shelled the town. They …", "Five Swedes were arrested. They …": the one group that acted or was the `subject`, where no other one is told of.
fn one_group<'e>(
    search: &Search<'_, '_>,
    told: impl Iterator<Item = &'e EventMention>,
    subject: &[usize],
) -> Option<Vec<usize>> {
    let mut group: Option<Vec<usize>> = None;
    for event in told {
        let parties = event.actors.iter().chain(&event.recipients);
        for &party in parties.filter(|&&p| are_several(search, &[p])) {
            let acts = event.actors == [party] || subject == [party];
            match &group {
                None if acts => group = Some(vec![party]),
                Some(known) if search.is_among(party, known) => {}
                _ => return None,
            }
        }
    }
    group
}

/// Is it one group of people that is of a state?
fn are_several(search: &Search<'_, '_>, parties: &[usize]) -> bool {
    let &[one] = parties else {
        return false;
    };
    let mention = search.mentions.get(one);
    let owned = |m: &Mention| m.evidence.iter().any(|e| e.starts_with(OWNED));
    mention.is_some_and(|m| {
        m.plural && m.class == EntityClass::Group && m.country.is_some() && !owned(m)
    })
}

/// Those whom the subject of a sentence's main verb names, if it names nobody else, or between whom it is.
pub fn subject_of(search: &Search<'_, '_>) -> Vec<usize> {
    let view = search.view;
    let root = (0..view.len()).find(|&i| view.head(i).is_none());
    let subjects = root.map(|r| search.clause.surface_subjects(r));
    let subjects = subjects.unwrap_or_default();
    let named = search.mentions_of(&subjects);
    match subjects.as_slice() {
        _ if subjects.len() == named.len() => named,
        // "Relations between Peru and Chile are tense. They …"
        [noun] => search.between(*noun),
        _ => Vec::new(),
    }
}

/// Is the subject of the verb a pronoun for several people that nobody is known to stand behind?
fn is_several(search: &Search<'_, '_>, verb: usize) -> bool {
    let (view, clause) = (search.view, search.clause);
    let subjects = clause.surface_subjects(verb);
    let endings = &view.cues.plural_verb_endings;
    let mut finite = clause.auxiliaries(verb);
    finite.push(verb);
    let plural = |&v: &usize| endings.iter().any(|e| view.form(v).ends_with(e.as_str()));
    subjects.iter().any(|&s| is_plural_pronoun(search, s))
        && (endings.is_empty() || finite.iter().any(plural))
}

fn is_plural_pronoun(search: &Search<'_, '_>, token: usize) -> bool {
    let pronouns = &search.view.cues.plural_pronouns;
    pronouns.contains(search.view.form(token)) && search.on(token).is_none_or(|m| search.is_open(m))
}

/// The two who did something together: the parties of a reciprocal act, or two who acted side by side.
fn pair(search: &Search<'_, '_>, event: &EventMention) -> Option<Vec<usize>> {
    if event.actors.len() == 2 {
        return Some(event.actors.clone());
    }
    let all = [event.actors.clone(), event.recipients.clone()].concat();
    let two = all.len() == 2 || all.len() == 1 && search.several(&all);
    (event.symmetric && two).then_some(all)
}

/// Who did the deed that a definite noun takes up, if the text leaves one possibility.
fn doers<'e>(
    search: &Search<'_, '_>,
    noun: usize,
    (comment, sentence): (&EventType, usize),
    near: impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
) -> Option<Vec<usize>> {
    let view = search.view;
    // "X condemned this": what the sentence before tells.
    if matches!(view.upos(noun), Upos::Pron | Upos::Det) {
        let thing = view.cues.deed_pronouns.contains(view.form(noun)) && search.on(noun).is_none();
        let last = near.filter(|e| thing && e.sentence + 1 == sentence && is_deed(search, e));
        return one_doer(search, &last.collect::<Vec<_>>());
    }
    // "The pact" is nobody where no body of that kind was told of.
    if search.on(noun).is_some_and(|m| !search.is_open(m)) {
        return None;
    }
    // Headlines leave out articles: "Bolivia hails move".
    let bare = |c: &usize| !matches!(view.relation(*c), "det" | "amod" | "nmod" | "nummod");
    let vague = view.in_set(noun, &view.cues.deed_nouns);
    // "The pact" that no trigger names
    let document = view.in_set(noun, &view.cues.documents);
    let headline = vague && view.children(noun).iter().all(bare);
    if !(headline || view.is_definite(noun)) {
        return None;
    }
    let meant: Vec<&EventMention> = if let Some(deed) = search.deeds.get(&noun) {
        // An invitation or a promise is no "agreement" that anyone could welcome.
        let whole =
            |e: &EventMention| deed.mode.is_some() || e.symmetric || e.recipients.is_empty();
        let kind = search.ontology.event_type(&deed.event);
        let joint = kind.is_some_and(|k| k.modes.iter().any(|m| m.symmetric == Some(true)));
        let same_mode = |e: &EventMention| {
            (deed.mode.is_none() || e.mode.is_none() || e.mode == deed.mode) && (!joint || whole(e))
        };
        let same = |e: &&EventMention| e.event_type == deed.event && same_mode(e);
        let meant: Vec<&EventMention> = near.clone().filter(same).collect();
        // "Police stormed the embassy. Brazil condemned the raid": a hostile act by another name; "agreed on a truce … the agreement": what two settled.
        let settles = document || kind.is_some_and(|k| k.makes_documents);
        let curb = deed.conflict && view.in_set(noun, &view.cues.curb_nouns);
        let curbs = |e: &EventMention| {
            let kind = search.ontology.event_type(&e.event_type);
            kind.is_some_and(EventType::is_material_conflict) && !e.symmetric
        };
        // An expulsion is a sanction for one and force for another one.
        let soft = |k: &EventType| k.is_material_conflict() && !k.hits_places;
        let force = |e: &EventMention| {
            let of = search.ontology.event_type(&e.event_type);
            kind.is_some_and(soft) && of.is_some_and(soft) && !e.symmetric
        };
        let other = |e: &&EventMention| {
            let blow = deed.conflict && is_hostile(search, e);
            let hostile = blow || curb && curbs(e) || force(e);
            hostile || settles && is_settled(search, e)
        };
        if meant.is_empty() {
            last_told(near.filter(other))
        } else {
            meant
        }
    } else if document {
        last_told(near.filter(|e| is_settled(search, e)))
    } else if vague {
        vague_deeds(search, noun, comment, near)
    } else {
        return None;
    };
    let first = meant.first().filter(|e| !e.actors.is_empty())?;
    let parties = [first.actors.clone(), first.recipients.clone()].concat();
    // What two signed with each other both of them did, if the noun names it.
    let joint = (document || search.deeds.contains_key(&noun)) && parties.len() > 1;
    if first.symmetric && !joint {
        return None;
    }
    let doers = if first.symmetric {
        &parties
    } else {
        &first.actors
    };
    let told = |e: &&EventMention| e.status == Status::Happened || e.status == Status::Planned;
    let one = meant.iter().all(|e| {
        let same = e.symmetric == first.symmetric && all_among(search, &e.actors, doers);
        told(e) && same
    });
    let mut named = search.mentions_of(&[noun]);
    named.retain(|&m| !search.is_open(m));
    (one && all_among(search, &named, &parties)).then(|| doers.clone())
}

/// Who alone did all of those deeds.
fn one_doer(search: &Search<'_, '_>, deeds: &[&EventMention]) -> Option<Vec<usize>> {
    let first = deeds.first().filter(|e| !e.actors.is_empty())?;
    let one = deeds.iter().all(|e| {
        let told = e.status == Status::Happened || e.status == Status::Planned;
        told && all_among(search, &e.actors, &first.actors)
    });
    one.then(|| first.actors.clone())
}

/// The last deeds that a noun which says no more than "decision" may take up: one for curbs none but what curbs somebody, one for blows none but a blow.
/// Nobody welcomes that somebody turned something down.
fn vague_deeds<'e>(
    search: &Search<'_, '_>,
    noun: usize,
    comment: &EventType,
    near: impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
) -> Vec<&'e EventMention> {
    let view = search.view;
    let curb = !comment.favours && view.in_set(noun, &view.cues.curb_nouns);
    let blow = view.in_set(noun, &view.cues.blow_nouns);
    let kind = |e: &EventMention| search.ontology.event_type(&e.event_type);
    let material = |e: &EventMention| kind(e).is_some_and(EventType::is_material_conflict);
    let fits = |e: &&EventMention| {
        let hostile = !blow || is_hostile(search, e);
        is_deed(search, e) && hostile && (!curb || material(e))
    };
    let mut last = last_told(near.filter(fits));
    let word = |e: &EventMention| kind(e).is_some_and(EventType::is_verbal);
    last.retain(|e| !(comment.favours && word(e) && e.recipients.is_empty()));
    last
}

/// Those of the last sentence that tells any.
fn last_told<'e>(
    events: impl DoubleEndedIterator<Item = &'e EventMention> + Clone,
) -> Vec<&'e EventMention> {
    let last = events.clone().next_back().map(|e| e.sentence);
    events.filter(|e| Some(e.sentence) == last).collect()
}

/// Is the event something one party does by itself, and neither a word to another one nor an answer? Only such an act is a decision or a move.
fn is_deed(search: &Search<'_, '_>, event: &EventMention) -> bool {
    let kind = search.ontology.event_type(&event.event_type);
    let decides = |k: &EventType| k.deliberate && !k.answers && !k.addresses_doer;
    let does = |k: &EventType| k.one_sided && !k.addresses_doer || !k.is_verbal() || decides(k);
    // The denial of a charge decides nothing, nor does who promises nothing.
    let denial = event.reasons.iter().any(|r| r == ANSWERED || r == UNSAID);
    !event.symmetric && !denial && kind.is_some_and(does)
}

/// Did two of them settle something together, and not only talk?
fn is_settled(search: &Search<'_, '_>, event: &EventMention) -> bool {
    let kind = search.ontology.event_type(&event.event_type);
    let settles = |k: &EventType| k.joint && !k.is_conflict() && !k.gathers;
    let side_by_side = event.recipients.is_empty() && event.actors.len() > 1;
    (event.symmetric || side_by_side) && kind.is_some_and(settles)
}

fn is_hostile(search: &Search<'_, '_>, event: &EventMention) -> bool {
    let kind = search.ontology.event_type(&event.event_type);
    // Sanctions are no blow.
    let blow = |k: &EventType| k.is_material_conflict() && !k.is_aimed(event.mode.as_deref());
    !event.symmetric && kind.is_some_and(blow)
}

fn all_among(search: &Search<'_, '_>, some: &[usize], all: &[usize]) -> bool {
    some.iter().all(|&m| search.is_among(m, all))
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
