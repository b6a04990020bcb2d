//! Who takes part though no slot of the frame names him: the state that is there, who is asked, whose boat was rammed, what two do to each other.
//!
//! In: a hit and the parties its frame found. Out: the same, with the one that grammar implies. Does not: look beyond the sentence.

use super::{Participants, Search};
use crate::base::analysis::{EntityClass, Upos};
use crate::extract::event::attribution;
use crate::extract::event::trigger::Hit;
use crate::lexicon::triggers::Slot;

impl Search<'_, '_> {
    /// "called X to thank him": who is named by the object of an infinitive does not do it; whoever calls does.
    pub(super) fn not_upon_oneself(&self, hit: &Hit<'_>, found: &mut Participants) {
        let view = self.view;
        let verb = view.head(hit.head);
        let verb = verb.filter(|_| hit.verbal && view.relation(hit.head) == "xcomp");
        let Some(verb) = verb else {
            return;
        };
        let pronoun = |&c: &usize| {
            let object = matches!(view.relation(c), "obj" | "iobj");
            object && view.upos(c) == Upos::Pron && !view.cues.reciprocal.contains(view.form(c))
        };
        let objects = view.children(hit.head).iter().copied().filter(pronoun);
        let objects: Vec<usize> = objects.filter_map(|c| self.on(c)).collect();
        let same = |a: &usize| self.is_among(*a, &objects);
        if !found.actors.is_empty() && found.actors.iter().all(same) {
            found.actors = self.mentions_of(&self.clause.surface_subjects(verb));
        }
    }

    /// "The minister is in X for talks": who is somewhere to do what several do together does it with the state that is there.
    pub(super) fn meet_there(&self, hit: &Hit<'_>, found: &mut Participants) {
        let kind = self.ontology.event_type(&hit.trigger.event);
        let open = found.recipients.is_empty() && !found.equals && found.actors.len() == 1;
        let gathers = !hit.verbal && kind.is_some_and(|k| k.gathers);
        if !(open && gathers) || self.several(&found.actors) {
            return;
        }
        let there = self.mentions_of(&self.where_it_is(hit.head));
        let country = |m: usize| self.mentions.get(m).and_then(|m| m.country.as_deref());
        let home = |m: usize| country(m).is_some() && country(m) == country(found.actors[0]);
        found.recipients = there.into_iter().filter(|&m| !home(m)).collect();
        if !found.recipients.is_empty() {
            found.reasons.push("the state that is there".to_owned());
        }
    }

    /// "X and Y traded accusations": words of what two do to each other.
    pub(super) fn each_other_by_word(&self, hit: &Hit<'_>, found: &mut Participants) {
        if hit.trigger.mutual && found.recipients.is_empty() && self.several(&found.actors) {
            found.reasons.push("what two do to each other".to_owned());
            found.equals = true;
        }
    }

    /// "At X's request, Y sent ships": who does what a noun asks for is asked.
    pub(super) fn heeded(&self, hit: &Hit<'_>, found: &mut Participants) {
        let kind = self.ontology.event_type(&hit.trigger.event);
        let asks = kind.is_some_and(|k| k.aimed && k.awaits_answer);
        let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
        let relation = self.view.relation(hit.head);
        if hit.verbal || !asks || !open || !matches!(relation, "obl" | "obj") {
            return;
        }
        let opened = self.nominal.heeds(&self.clause.case(hit.head));
        // "is considering a request from X"
        let gets = |v: usize| relation == "obj" && self.view.in_set(v, &self.view.cues.receiving);
        let verb = self
            .view
            .head(hit.head)
            .filter(|&v| opened && relation == "obl" || gets(v));
        let mut asked = verb.map(|v| self.speakers(v)).unwrap_or_default();
        asked.retain(|&m| !self.is_among(m, &found.actors));
        if !asked.is_empty() {
            found.reasons.push("who does what was asked".to_owned());
            found.recipients = asked;
        }
    }

    /// "X said a Chinese vessel rammed one of its boats": nobody strikes what is its own, so that it is the speaker's.
    pub(super) fn own_of_speaker(&self, hit: &Hit<'_>, found: &mut Participants) {
        let kind = self.ontology.event_type(&hit.trigger.event);
        let strikes = hit.verbal && kind.is_some_and(|k| k.hits_places);
        let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
        if !strikes || !open {
            return;
        }
        let own = |t: usize| {
            let mut beside = self.view.children(t).iter();
            let owned = beside.any(|&c| self.view.cues.own.contains(self.view.form(c)));
            owned && !self.is_relational(t)
        };
        let below = |t: usize| {
            let parts = self.view.children(t).iter().copied();
            own(t) || parts.filter(|&c| self.view.relation(c) == "nmod").any(own)
        };
        if self.of_verb(hit.head, &Slot::Object).into_iter().any(below) {
            let speaker = attribution::reporter(self, hit.head).into_iter();
            found.recipients = speaker
                .filter(|&m| !self.is_among(m, &found.actors))
                .collect();
        }
    }

    /// "condemned X's arrest", "complained that X was beaten": who suffers a deed is not blamed for it.
    pub(super) fn befell(&self, hit: &Hit<'_>, found: &mut Participants) {
        let kind = self.ontology.event_type(&hit.trigger.event);
        if !hit.verbal || found.equals || !kind.is_some_and(|k| k.addresses_doer) {
            return;
        }
        let view = self.view;
        let below = |t: usize| view.above(t).contains(&hit.head);
        let suffering = |n: usize, d: &super::Deed| {
            let mode = self.ontology.mode(&d.event, d.mode.as_deref()?);
            mode.filter(|m| m.holds || m.befalls)?;
            let inside: Vec<usize> = (0..view.len())
                .filter(|&t| view.head(t) == Some(n))
                .filter(|&t| matches!(view.relation(t), "nmod" | "obl" | "compound" | "flat"))
                .collect();
            // "X's arrest of Y" with Y at the verb.
            let behind = Some(n + 1)
                .filter(|&t| t < view.len())
                .and_then(|t| view.head(t));
            let of = |&h: &usize| h > n && self.nominal.owns(&self.clause.case(h));
            let inside = [inside, behind.filter(of).into_iter().collect()].concat();
            let named = self.mentions_of(&inside);
            // Of two whom the noun names the other one did it.
            let [only] = named[..] else {
                return None;
            };
            let person = self.mentions.get(only)?.class == EntityClass::Person;
            person.then_some(only)
        };
        let deeds = self.deeds.iter().filter(|(n, _)| below(**n));
        let mut victims: Vec<usize> = deeds.filter_map(|(&n, d)| suffering(n, d)).collect();
        let content = |&v: &usize| {
            let clause = view.relation(v) == "ccomp" && view.head(v) == Some(hit.head);
            clause && view.upos(v) == Upos::Verb && self.clause.is_passive(v)
        };
        let passives = (0..view.len()).filter(content);
        let passives: Vec<usize> = passives
            .flat_map(|v| self.clause.surface_subjects(v))
            .collect();
        victims.extend(self.mentions_of(&passives));
        let before = found.recipients.len();
        found.recipients.retain(|&m| !self.is_among(m, &victims));
        if found.recipients.len() < before {
            found
                .reasons
                .push("who suffers it is not blamed".to_owned());
        }
    }

    /// "France has three citizens imprisoned in X": the state of the place holds them, and does so to the one who has them there.
    pub(super) fn held_there(&self, hit: &Hit<'_>, found: &mut Participants) {
        let view = self.view;
        let mode = hit.trigger.mode.as_deref();
        let mode = mode.and_then(|m| self.ontology.mode(&hit.trigger.event, m));
        let holds = hit.verbal && mode.is_some_and(|m| m.holds);
        let noun = view
            .head(hit.head)
            .filter(|_| holds && view.relation(hit.head) == "acl");
        let verb = noun
            .filter(|&n| view.relation(n) == "obj")
            .and_then(|n| view.head(n))
            .filter(|&v| view.cues.having_people.contains(view.form(v)));
        let Some(verb) = verb else {
            return;
        };
        let phrases = self.clause.obliques(hit.head).iter();
        let opened = phrases.filter(|o| view.cues.place_adpositions.contains(&o.case));
        let there = self.mentions_of(&opened.map(|o| o.head).collect::<Vec<_>>());
        let mut owners = self.speakers(verb);
        owners.retain(|&m| !self.is_among(m, &there));
        if there.len() == 1 && !owners.is_empty() {
            found.actors = there;
            found.recipients = owners;
            found.equals = false;
            found.reasons.push("whoever holds them there".to_owned());
        }
    }

    /// "demanded that X be admitted", "krävde att X får delta": does the clause say what is to be done for its subject?
    pub(super) fn is_let(&self, subject: usize) -> bool {
        let view = self.view;
        let clause = view
            .head(subject)
            .filter(|_| view.relation(subject) == "nsubj");
        let helped = |v: usize| {
            let lets = |&c: &usize| {
                view.relation(c) == "aux" && view.cues.permissions.contains(view.form(c))
            };
            view.children(v).iter().any(lets)
        };
        let content = |v: &usize| {
            let marked = |&c: &usize| view.relation(c) == "mark";
            let opens = |&c: &usize| marked(&c) || view.children(c).iter().any(marked);
            view.relation(*v) == "ccomp" && view.children(*v).iter().any(opens)
        };
        let done = view.deprel(subject) == "nsubj:pass";
        clause.filter(content).is_some_and(|v| done || helped(v))
    }

    /// "stängde av dem efter invasionen av X": whom a pronoun stands for that nobody is known by is none of those named further on.
    pub(super) fn acts_on_pronoun(&self, verb: usize) -> bool {
        let view = self.view;
        view.children(verb).iter().any(|&c| {
            let part = matches!(view.relation(c), "obj" | "iobj" | "obl");
            let person = view.cues.persons_acted_on.contains(view.form(c));
            // "rief sie zu Gesprächen mit X auf"
            let several =
                view.relation(c) == "obj" && view.cues.plural_pronouns.contains(view.form(c));
            view.upos(c) == Upos::Pron && part && (person || several)
        })
    }

    /// "urged them to keep the pact on X", "rief sie zu Gesprächen mit X auf": does the verb say what its object is to do?
    pub(super) fn is_told_to(&self, verb: usize) -> bool {
        let view = self.view;
        view.children(verb).iter().any(|&c| {
            let clause = matches!(view.relation(c), "xcomp" | "ccomp" | "advcl");
            clause || view.relation(c) == "obl" && self.deeds.contains_key(&c)
        })
    }
}
