//! Meetings, calls and visits in whose frame a sentence tells another act: "After talks with X, Y promised help", "On a visit to Z, Y criticised W".
//!
//! In: the nouns of acts of a sentence. Out: whether such a noun is only the setting of the verb above it, and whom the verb addresses then. Does not:
//! look into settings of hostile acts, which say nothing of whom anybody speaks to.

use super::argument::{CONTENT, Participants, Search};
use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{EntityClass, Upos};
use crate::lexicon::triggers::Triggers;

/// Why an act is at whoever it is at: a town that was visited stands for its state.
pub(super) const MET: &str = "whom the speaker met";

/// The verb whose setting the noun is: a phrase of the verb, opened by a word of time, place or occasion. Words that elsewhere open what is spoken of
/// ("on") count in front of the verb only.
pub(super) fn setting_of(view: &View<'_>, noun: usize) -> Option<usize> {
    let verb = view.head(noun).filter(|_| view.relation(noun) == "obl")?;
    (view.upos(verb) == Upos::Verb && is_opened(view, noun, noun < verb)).then_some(verb)
}

/// Does a word of time, place or occasion open the phrase of the noun? `anywhere` admits those that may open a topic as well.
fn is_opened(view: &View<'_>, noun: usize, anywhere: bool) -> bool {
    let cues = view.cues;
    let opens = |&c: &usize| {
        let form = view.form(c);
        let sets = cues.settings.contains(form) || anywhere && cues.front_settings.contains(form);
        c < noun && view.relation(c) == "case" && sets
    };
    view.children(noun).iter().any(opens)
}

impl Search<'_, '_> {
    /// Is the noun an act that several do together, told as the setting of another act?
    pub(super) fn sets(&self, noun: usize) -> Option<usize> {
        let deed = self.deeds.get(&noun)?;
        let verb = setting_of(self.view, noun).or_else(|| {
            // "criticised Y on a visit to Z"
            let verb = self.view.head(noun)?;
            let below = self.view.relation(noun) == "obl" && self.view.upos(verb) == Upos::Verb;
            (deed.goes && below && is_opened(self.view, noun, true)).then_some(verb)
        })?;
        let kind = self.ontology.event_type(&deed.event)?;
        kind.gathers.then_some(verb)
    }

    /// Who takes part in a setting that names nobody but the other one: the subject of the verb, if the noun stands before it, the verb acts upon nobody or
    /// the subject is abroad there; else, for a visit to the subject's own country, whom the verb acts upon.
    pub(super) fn who_is_there(&self, noun: usize) -> Vec<usize> {
        let Some(verb) = self.sets(noun) else {
            return self.who_is_described(noun);
        };
        let subjects = self.clause.surface_subjects(verb);
        let named = |s: &&usize| self.on(**s).is_some();
        let Some(&subject) = subjects.iter().find(named) else {
            return Vec::new();
        };
        let fronted = noun < subject;
        let goes = self.deeds.get(&noun).is_some_and(|d| d.goes);
        let objects = [
            self.clause.objects(verb),
            self.clause.indirect_objects(verb),
        ]
        .concat();
        let alone = || objects.iter().all(|&o| !self.is_somebody(o));
        if fronted || alone() && !self.clause.is_passive(verb) {
            return self.clause.conjuncts(subject);
        }
        match (goes, self.is_at_home(subject, noun)) {
            (true, Some(false)) if self.is_person(subject) => self.clause.conjuncts(subject),
            (true, Some(true)) if objects.iter().all(|&o| self.is_person(o)) => objects,
            _ => Vec::new(),
        }
    }

    /// Does the noun tell, behind its comma, of the name before it?
    pub(super) fn is_described_by(&self, noun: usize) -> bool {
        !self.who_is_described(noun).is_empty()
    }

    /// "X, on a visit to Y, praised Z": whom a phrase between commas tells of.
    fn who_is_described(&self, noun: usize) -> Vec<usize> {
        let view = self.view;
        let deed = self.deeds.get(&noun);
        let kind = deed.and_then(|d| self.ontology.event_type(&d.event));
        // A phrase may hang on the last word of a name.
        let above = view.head(noun).map(|h| {
            let first = view.head(h).filter(|_| view.relation(h) == "flat");
            first.unwrap_or(h)
        });
        let name = above.filter(|&h| {
            let beside = matches!(view.relation(noun), "appos" | "nmod" | "obl");
            let comma = (h..noun).any(|t| view.relation(t) == "punct");
            beside && h < noun && comma && self.on(h).is_some() && view.upos(h) == Upos::Propn
        });
        let apposed = |&c: &usize| view.cues.apposed_settings.contains(view.form(c));
        let opened = is_opened(view, noun, true) || view.children(noun).iter().any(apposed);
        let gathers = kind.is_some_and(|k| k.gathers) && opened;
        name.filter(|_| gathers)
            .map_or_else(Vec::new, |h| self.clause.conjuncts(h))
    }

    /// Is the place that the phrases of a noun name in the country of the one who acts? `None` if either country is unknown.
    fn is_at_home(&self, subject: usize, noun: usize) -> Option<bool> {
        let country = |token: usize| self.mentions.get(self.on(token)?)?.country.as_deref();
        let own = country(subject)?;
        let behind = self.right_behind(noun);
        let phrases = self.clause.obliques(noun).iter().map(|o| o.head);
        let mut places = phrases.chain(behind).filter_map(country);
        places.next().map(|c| c == own)
    }

    fn is_person(&self, phrase: usize) -> bool {
        let mention = self.on(phrase).and_then(|m| self.mentions.get(m));
        mention.is_some_and(|m| m.class == EntityClass::Person)
    }

    fn is_somebody(&self, phrase: usize) -> bool {
        let known = |&m: &usize| !self.is_unknown(m);
        self.view.upos(phrase) == Upos::Pron || self.mentions_of(&[phrase]).iter().any(known)
    }
}

/// "will respond if X keeps the border shut", "threatened to leave unless X pays": whoever is to do or not to do something is threatened.
pub(super) fn condition(search: &Search<'_, '_>, hit: &Hit<'_>, found: &mut Participants) {
    let view = search.view;
    let kind = search.ontology.event_type(&hit.trigger.event);
    let mode = hit.trigger.mode.as_deref();
    let threatens = kind
        .is_some_and(|k| k.is_aimed(mode) && k.is_verbal() && !k.awaits_answer && k.is_conflict());
    let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
    if !threatens || !open {
        return;
    }
    let related = |v: usize| {
        v == hit.head || view.above(v).contains(&hit.head) || view.above(hit.head).contains(&v)
    };
    let conditional = |&v: &usize| {
        let mark = |&c: &usize| {
            matches!(view.relation(c), "mark" | "advmod")
                && view.cues.conditional.contains(view.form(c))
        };
        let opens = |&c: &usize| c == 0 && view.relation(c) == "aux";
        let clause = view.relation(v) == "advcl" && view.upos(v) == Upos::Verb;
        let said = view.children(v).iter().any(|c| mark(c) || opens(c));
        clause && said && view.head(v).is_some_and(related)
    };
    let Some(clause) = (0..view.len()).find(conditional) else {
        return;
    };
    let mut asked = search.speakers(clause);
    asked.retain(|&m| !search.is_among(m, &found.actors) && !search.is_unknown(m));
    // "unless German tourists pay": those are no side, least of all the threatening one's own people.
    let side = |m: &usize| {
        search
            .mentions
            .get(*m)
            .is_some_and(|m| m.class != EntityClass::Group)
    };
    asked.retain(side);
    if let [only] = asked[..] {
        found.recipients = vec![only];
        found.reasons.push("who is to do otherwise".to_owned());
    }
}

/// "After a meeting with X, Y threatened sanctions": what is said in or after a meeting and names nobody is said to the other one.
pub(super) fn address<'h, 't: 'h>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    found: &mut Participants,
    hits: impl Iterator<Item = &'h Hit<'t>>,
    triggers: &Triggers,
) {
    let kind = search.ontology.event_type(&hit.trigger.event);
    let named = hit.trigger.mode.as_deref();
    let mode = named.and_then(|m| search.ontology.mode(&hit.trigger.event, m));
    // Who offers to mediate goes between others.
    if mode.is_some_and(|m| m.between_others) {
        return;
    }
    let returns = mode.is_some_and(|m| m.returns);
    let speaks =
        returns || kind.is_some_and(|k| k.is_aimed(named) && k.is_verbal() || k.awaits_answer);
    // "apologised in a call with X for the death of Russian soldiers": what it is for names nobody else.
    let only_content = returns && found.reasons.iter().any(|r| r == CONTENT);
    let nobody = found.recipients.is_empty() || only_content;
    let open = nobody && !found.equals && !found.actors.is_empty();
    if !hit.verbal || !speaks || !open || search.addresses_others(hit.head) {
        return;
    }
    let mut others: Vec<usize> = Vec::new();
    for noun in hits.filter(|h| !h.verbal && search.sets(h.head) == Some(hit.head)) {
        let Some(frame) = triggers.frames.get(&noun.trigger.frame) else {
            continue;
        };
        let there = search.participants(noun, frame, Vec::new());
        let all = [there.actors, there.recipients].concat();
        let (same, other): (Vec<usize>, Vec<usize>) = all
            .into_iter()
            .partition(|&m| search.is_among(m, &found.actors));
        if !same.is_empty() {
            others.extend(other);
        }
    }
    // "In a letter to X, Y promised help"
    let letter = |&n: &usize| {
        let message = search.view.in_set(n, &search.view.cues.messages);
        message && setting_of(search.view, n) == Some(hit.head)
    };
    let letters = search
        .view
        .children(hit.head)
        .iter()
        .copied()
        .filter(letter);
    let addressed = letters.flat_map(|n| search.clause.obliques(n));
    let addressed = addressed.filter(|o| search.view.cues.goals.contains(&o.case));
    let addressed: Vec<usize> = addressed.map(|o| o.head).collect();
    others.extend(search.mentions_of(&addressed));
    others.sort_unstable();
    others.dedup();
    if let [only] = others[..] {
        found.recipients = vec![only];
        found.reasons.push(MET.to_owned());
    }
}
