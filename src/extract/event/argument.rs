//! Finds who takes part: the mentions that stand in the slots of a trigger's frame.
//!
//! In: a [`View`], a [`Hit`], its frame. Out: mention indices by role. Invariants: a mention takes one role in an event; an empty list means that
//! the text names no one there. Rooms: `slot` (phrases of a slot), `phrase` (mentions of a phrase), `content` (whom an act without a named recipient
//! is about), `place` (where).

mod content;
mod implied;
mod phrase;
mod place;
mod slot;

pub use phrase::Look;

use super::attribution;
use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};
use crate::extract::syntax::{COMMENT, Clause};
use crate::lexicon::ontology::{EventType, Ontology};
use crate::lexicon::triggers::{Frame, NominalSlots, Slot};
use std::collections::BTreeMap;

/// Why somebody is acted upon whom no slot names.
pub(super) const CONTENT: &str = "named in the content";

/// Participants of one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participants {
    /// Who acts.
    pub actors: Vec<usize>,
    /// Who is acted upon.
    pub recipients: Vec<usize>,
    /// Third parties.
    pub mediators: Vec<usize>,
    /// The parties are named as equals ("between X and Y").
    pub equals: bool,
    /// How each was found, for people.
    pub reasons: Vec<String>,
}

/// An act that a noun names.
#[derive(Debug, Clone, Default)]
pub struct Deed {
    /// Who did it.
    pub doers: Vec<usize>,
    /// Is it a hostile act?
    pub conflict: bool,
    /// Its event type.
    pub event: String,
    /// Its mode.
    pub mode: Option<String>,
    /// Is it a way to somebody (a visit, a trip)?
    pub goes: bool,
}

/// Looks for participants of one trigger.
pub struct Search<'s, 'a> {
    /// The sentence.
    pub view: &'s View<'a>,
    /// Its grammar.
    pub clause: &'s Clause<'a>,
    /// Mentions of the article.
    pub mentions: &'s [Mention],
    /// Number of the actor each mention means, beside them.
    pub actors: &'s [usize],
    /// Noun habits of the language.
    pub nominal: &'s NominalSlots,
    /// Nouns of acts of the sentence, by token.
    pub deeds: &'s BTreeMap<usize, Deed>,
    /// The types of events.
    pub ontology: &'s Ontology,
}

impl Search<'_, '_> {
    /// Fills the frame of a hit; `pair` are the two whom a plural pronoun before the verb takes up.
    pub fn participants(&self, hit: &Hit<'_>, frame: &Frame, pair: Vec<usize>) -> Participants {
        let mut found = Participants::default();
        let other = self.look(hit);
        // "No deal was reached between X and Y": a passive of a reciprocal act names its parties as its noun would.
        let joint = || frame.agent.contains(&Slot::Both) && self.clause.is_passive(hit.head);
        if (!hit.verbal || joint()) && !self.goes_between(frame) {
            found.actors = self.between(hit.head);
            found.equals = self.several(&found.actors);
        }
        if found.equals {
            found.reasons.push("parties named as equals".to_owned());
        } else if !hit.verbal && frame.of_acts && self.of_acts(hit, frame, &mut found) {
            found
                .reasons
                .push("who acts stands behind \"of\"".to_owned());
        } else {
            found.actors = self.first(hit, &frame.agent, &[], Look::ACTING, &mut found.reasons);
            if found.actors.is_empty() && !pair.is_empty() {
                found
                    .reasons
                    .push("the pronoun means the two who acted together".to_owned());
                found.actors = pair;
            }
            self.not_upon_oneself(hit, &mut found);
            let taken = found.actors.clone();
            let obliged = hit.words.iter().any(|&w| self.view.relation(w) == "aux");
            // "X attacked Y, which Z condemned": Z answers X, whom the clause before names.
            let kind = self.ontology.event_type(&hit.trigger.event);
            let comments = hit.verbal && kind.is_some_and(EventType::comments);
            let whole = comments && self.takes_up_clause(hit);
            let itself = whole
                || (obliged || frame.agent.contains(&Slot::Speaker))
                    && self.is_filled_by(hit, &frame.recipient, &taken);
            if !itself {
                found.recipients =
                    self.first(hit, &frame.recipient, &taken, other, &mut found.reasons);
                self.drop_mentioned(hit, frame, &mut found);
                self.further_in(hit, frame, &taken, &mut found);
            }
            if found.actors.is_empty() && frame.agent == [Slot::Speaker] {
                return Participants::default();
            }
            self.take_owner(hit, frame, &mut found);
            self.take_first_name(hit, frame, other, &mut found);
            self.take_only_name(hit, frame, other, &mut found);
            let taken = found.actors.clone();
            self.mend_voice(hit, frame, &mut found);
            let several = self.several(&found.actors);
            if several && hit.verbal && self.each_other(hit.head) {
                found.reasons.push("each other".to_owned());
                found.equals = true;
                found.recipients.clear();
            }
            let among_equals = found.equals || several && frame.agent.contains(&Slot::Both);
            // "X and Y fought over Z": what two do to each other they do about something.
            if several && hit.verbal && kind.is_some_and(|k| k.joint) {
                let topics = self.clause.obliques(hit.head).iter();
                let topics: Vec<usize> = topics
                    .map(|o| o.head)
                    .filter(|&h| self.is_topic(h))
                    .filter_map(|h| self.on(h))
                    .collect();
                found.recipients.retain(|r| !topics.contains(r));
                found.equals |= !topics.is_empty() && found.recipients.is_empty();
            }
            let among_equals = among_equals || found.equals;
            // "has been demanding them back from X": what is asked for is not who is asked.
            let asks = kind.is_some_and(|k| k.aimed && k.awaits_answer);
            let asks = asks && !self.is_told_to(hit.head);
            let open = found.recipients.is_empty()
                && !frame.recipient.is_empty()
                && !itself
                && (asks || !self.acts_on_pronoun(hit.head));
            // "der in Lima festgenommene Dichter": what stands before a participle is no content.
            let describes = self.view.relation(hit.head) == "amod";
            if open && hit.verbal && !among_equals && !frame.strict && !describes {
                found.recipients = self.content(hit.head, &taken, other);
                found.reasons.push(CONTENT.to_owned());
            }
        }
        self.mend(hit, frame.agent.contains(&Slot::Both), &mut found);
        self.each_other_by_word(hit, &mut found);
        self.meet_there(hit, &mut found);
        self.heeded(hit, &mut found);
        self.own_of_speaker(hit, &mut found);
        self.befell(hit, &mut found);
        self.held_there(hit, &mut found);
        let taken = [found.actors.clone(), found.recipients.clone()].concat();
        found.mediators = self.first(
            hit,
            &frame.mediator,
            &taken,
            Look::ACTING,
            &mut found.reasons,
        );
        found
    }

    /// Where a frame asks for the party itself, whoever is only mentioned in the phrase of an object takes no part.
    fn drop_mentioned(&self, hit: &Hit<'_>, frame: &Frame, found: &mut Participants) {
        if !frame.itself || !hit.verbal {
            return;
        }
        let objects = self.of_verb(hit.head, &Slot::Object);
        let itself = |&h: &usize| {
            let mut beside = self.view.children(h).iter().copied();
            let named = |c: usize| matches!(self.view.relation(c), "flat" | "appos");
            self.on(h).is_some() || beside.any(|c| named(c) && self.on(c).is_some())
        };
        let (parties, things): (Vec<usize>, Vec<usize>) = objects.into_iter().partition(itself);
        let parties = self.mentions_of(&parties);
        let mentioned = self.mentions_of(&things);
        found
            .recipients
            .retain(|r| parties.contains(r) || !mentioned.contains(r));
    }

    /// "Norwegens Verurteilung Kenias": of two owners of a noun that is done to its owner, the one in front of it acts.
    fn take_owner(&self, hit: &Hit<'_>, frame: &Frame, found: &mut Participants) {
        if hit.verbal || !found.actors.is_empty() || frame.agent.is_empty() {
            return;
        }
        let (acting, suffering) = self.ranked_agents(hit.head);
        let suffering = self.mentions_of(&suffering);
        if suffering.iter().any(|m| found.recipients.contains(m)) {
            found.reasons.push("the owner before the noun".to_owned());
            found.actors = self.mentions_of(&acting);
            found.recipients = suffering;
        }
    }

    /// The first name of an active clause acts where the parser found no subject and made the name an object.
    fn take_first_name(&self, hit: &Hit<'_>, frame: &Frame, look: Look, found: &mut Participants) {
        if found.actors.is_empty()
            && !frame.agent.is_empty()
            && self.misread_subject(hit, &found.recipients)
        {
            found
                .reasons
                .push("the first name of an active clause acts".to_owned());
            found.actors = std::mem::take(&mut found.recipients);
            let taken = found.actors.clone();
            found.recipients = self.first(hit, &frame.recipient, &taken, look, &mut found.reasons);
        }
    }

    /// "Zölle, die Washington verhängte": where the noun before the clause is what is acted upon, the name before its verb acts.
    fn take_only_name(&self, hit: &Hit<'_>, frame: &Frame, look: Look, found: &mut Participants) {
        let noun = self.view.head(hit.head);
        let noun = noun.filter(|n| self.view.relation(hit.head) == "acl" && hit.words.contains(n));
        if noun.is_none() || !found.actors.is_empty() || frame.agent.is_empty() {
            return;
        }
        let mut heads = self.of_verb(hit.head, &Slot::Object);
        heads.retain(|&h| h < hit.head);
        let actors = self.named(&heads, Look::ACTING);
        if !actors.is_empty() {
            found.recipients = self.first(hit, &frame.recipient, &actors, look, &mut found.reasons);
            found.actors = actors;
            found
                .reasons
                .push("the name before the verb of a clause on its object acts".to_owned());
        }
    }

    /// Mends who acts by the order of words in an active clause, and by an auxiliary that is left out.
    fn mend_voice(&self, hit: &Hit<'_>, frame: &Frame, found: &mut Participants) {
        let active = hit.verbal && !self.clause.is_passive(hit.head);
        if active && !frame.agent.is_empty() {
            if found.actors.is_empty() {
                self.split_at_verb(hit.head, found);
                self.split_at_pronoun(found);
            }
            self.turn_inversion(hit, found);
        }
        if hit.trigger.transitive && self.lacks_auxiliary(hit, found) {
            found
                .reasons
                .push("a participle without its auxiliary".to_owned());
            found.recipients = std::mem::take(&mut found.actors);
            found.actors = self.named(&self.any(hit.head, &self.nominal.agent), Look::ACTING);
        }
    }

    /// "accused each other", "beskyllde varandra": is the subject itself what the verb acts upon?
    fn each_other(&self, verb: usize) -> bool {
        let view = self.view;
        let acted_upon = |c: usize| {
            matches!(view.relation(c), "obj" | "iobj" | "obl" | "advmod")
                && view.cues.reciprocal.contains(view.form(c))
        };
        // "shelled each other's villages"
        let theirs = |&n: &usize| {
            view.relation(n) == "obj"
                && view.children(n).iter().any(|&c| {
                    let reciprocal = |t: usize| view.cues.reciprocal.contains(view.form(t));
                    let pair = c + 1 < n && reciprocal(c + 1);
                    reciprocal(c) && (pair || view.upos(c) == Upos::Pron)
                })
        };
        let children = view.children(verb);
        children.iter().any(|&c| acted_upon(c)) || children.iter().any(theirs)
    }

    /// How the one acted upon is searched for: who condemns an act addresses whoever did it.
    pub(super) fn look(&self, hit: &Hit<'_>) -> Look {
        let kind = self.ontology.event_type(&hit.trigger.event);
        let mode = hit.trigger.mode.as_deref();
        let mode = mode.and_then(|m| self.ontology.mode(&hit.trigger.event, m));
        Look {
            acts: false,
            holds: mode.is_some_and(|m| m.holds),
            doers: hit.verbal && kind.is_some_and(|k| k.addresses_doer),
            strikes: kind.is_some_and(EventType::is_material_conflict),
            hits_places: kind.is_some_and(|k| k.hits_places),
            aims_at: kind.is_some_and(|k| k.aims_at),
            favours: kind.is_some_and(|k| k.favours),
            answers: kind.is_some_and(|k| k.answers),
            goes: hit.trigger.place_recipient && kind.is_some_and(|k| k.gathers),
            addresses: kind.is_some_and(EventType::addresses),
        }
    }

    /// Are the mentions more than one actor ("both leaders" are two)?
    pub(super) fn several(&self, mentions: &[usize]) -> bool {
        let pair = |m: &usize| {
            let mention = self.mentions.get(*m);
            mention.is_some_and(|m| m.form == MentionForm::Pronoun && m.plural)
        };
        mentions.len() > 1 || mentions.iter().any(pair)
    }

    /// Does the mention, or another of the same actor, stand among those?
    pub(super) fn is_among(&self, mention: usize, all: &[usize]) -> bool {
        let actor = |m: usize| self.actors.get(m);
        all.iter()
            .any(|&o| o == mention || actor(o).is_some() && actor(o) == actor(mention))
    }

    /// "Stubb said his country must …", "Macron said France must …": does the first slot of the verb that names anyone name, in other words, those who
    /// are taken already, or their state?
    fn is_filled_by(&self, hit: &Hit<'_>, slots: &[Slot], taken: &[usize]) -> bool {
        let named = slots
            .iter()
            .filter(|s| **s != Slot::Speaker)
            .map(|s| self.mentions_of(&self.of_verb(hit.head, s)))
            .find(|m| !m.is_empty());
        let again = |&m: &usize| {
            !taken.contains(&m) && self.is_among(m, taken) || self.is_state_of(m, taken)
        };
        named.is_some_and(|m| m.iter().all(again))
    }

    /// Is the object of the verb a relative pronoun or a noun that may take up the whole clause before it?
    pub(super) fn takes_up_clause(&self, hit: &Hit<'_>) -> bool {
        let view = self.view;
        let mode = hit.trigger.mode.as_deref();
        let mode = mode.and_then(|m| self.ontology.mode(&hit.trigger.event, m));
        if mode.is_some_and(|m| m.of_party) {
            return false;
        }
        let pronoun = |&c: &usize| {
            let object = matches!(view.relation(c), "obj" | "det");
            object && view.cues.clause_pronouns.contains(view.form(c))
        };
        // "X, which Y criticised, left": before its verb the noun itself is meant.
        let behind = |c: usize| {
            view.above(hit.head)
                .iter()
                .any(|&v| v < c && view.upos(v) == Upos::Verb)
        };
        // "…, a step X criticised", "…, a move denounced by X"
        let comment = |n: usize| self.clause.deprel(n) == COMMENT;
        let head = view
            .head(hit.head)
            .filter(|_| view.relation(hit.head) == "acl");
        let pronoun = view.children(hit.head).iter().copied().find(|c| pronoun(c));
        pronoun.is_some_and(behind) || head.is_some_and(comment)
    }

    /// Is the mention the state of a person among those?
    pub(super) fn is_state_of(&self, mention: usize, people: &[usize]) -> bool {
        let country = |m: usize, class: EntityClass| {
            let mention = self.mentions.get(m).filter(|x| x.class == class)?;
            mention.country.as_deref()
        };
        let state = country(mention, EntityClass::Country);
        let own = |&p: &usize| country(p, EntityClass::Person) == state;
        state.is_some() && people.iter().any(own)
    }

    /// May the mention take part beside those who do?
    pub(super) fn is_free(&self, mention: usize, taken: &[usize]) -> bool {
        !self.is_among(mention, taken) && !self.is_own(mention) && !self.is_open(mention)
    }

    /// Is the mention a pronoun or class noun that may stand for anything, and that nobody is known to stand behind?
    pub(super) fn is_open(&self, mention: usize) -> bool {
        let pronoun = |m: &Mention| {
            let person = m.evidence.first().is_some_and(|e| e == "pronoun");
            m.form == MentionForm::Pronoun && !m.plural && !person
        };
        self.mentions.get(mention).is_some_and(pronoun) && self.is_single(mention)
    }

    /// Is it a pronoun, class noun or office, of a person or not, that nobody is known to stand behind?
    pub(super) fn is_unknown(&self, mention: usize) -> bool {
        let unnamed = |m: &Mention| match m.form {
            MentionForm::Pronoun => !m.plural,
            MentionForm::Role => m.country.is_none() && m.entry.is_none(),
            _ => false,
        };
        self.mentions.get(mention).is_some_and(unnamed) && self.is_single(mention)
    }

    /// Is it the only mention of its actor?
    fn is_single(&self, mention: usize) -> bool {
        let actor = self.actors.get(mention);
        self.actors.iter().filter(|&a| Some(a) == actor).count() == 1
    }

    fn first(
        &self,
        hit: &Hit<'_>,
        slots: &[Slot],
        taken: &[usize],
        look: Look,
        reasons: &mut Vec<String>,
    ) -> Vec<usize> {
        // A preposition whose noun is the actor itself comes before one whose noun only mentions an actor.
        let direct = slots.iter().filter(|s| matches!(s, Slot::Prep(_)));
        for slot in direct.take(if hit.verbal { slots.len() } else { 0 }) {
            if self.earlier_slot_names(hit, slots, slot, taken) {
                break;
            }
            let heads: Vec<usize> = self.of_verb(hit.head, slot);
            // "complained to the UN about Israeli strikes": whoever did what is blamed is blamed for it.
            let done = |h: &usize| {
                let deed = self.deeds.get(h);
                deed.is_some_and(|d| d.conflict && !d.doers.is_empty())
            };
            if look.doers && heads.iter().any(done) {
                break;
            }
            let heads: Vec<usize> = heads
                .into_iter()
                .filter(|&h| self.on(h).is_some())
                .filter(|&h| self.takes_part(h, hit, look))
                .collect();
            let mut mentions = self.named(&heads, look);
            mentions.retain(|&m| self.is_free(m, taken));
            if !mentions.is_empty() {
                reasons.push(format!("{slot:?}"));
                return mentions;
            }
        }
        // "voiced his support for X": a possessive is taken where no other slot names anyone.
        let mut owner = Vec::new();
        for slot in slots {
            if *slot == Slot::Speaker {
                let mut speaker: Vec<usize> =
                    attribution::reporter(self, hit.head).into_iter().collect();
                speaker.retain(|&m| !self.is_among(m, taken));
                if !speaker.is_empty() {
                    reasons.push("who says so".to_owned());
                    return speaker;
                }
                continue;
            }
            let heads = if hit.verbal {
                self.of_verb(hit.head, slot)
            } else {
                self.of_noun(hit.head, slot)
            };
            let heads: Vec<usize> = heads
                .into_iter()
                .filter(|&h| self.takes_part(h, hit, look))
                .collect();
            let mut mentions = self.named(&heads, look);
            mentions.retain(|&m| self.is_free(m, taken));
            if !taken.is_empty() && mentions.iter().all(|&m| self.is_possessive(m)) {
                owner = if owner.is_empty() { mentions } else { owner };
                continue;
            }
            if !mentions.is_empty() {
                reasons.push(format!("{slot:?}"));
                return mentions;
            }
        }
        owner
    }

    /// May the phrase of a slot name one who takes part?
    fn takes_part(&self, phrase: usize, hit: &Hit<'_>, look: Look) -> bool {
        // "lodged a protest with X": a noun of the verb's own phrase is the act itself.
        !self.belongs_to_deed(phrase, &hit.words, look)
            && !self.is_behind_help(phrase)
            && !self.is_opposed(phrase, look)
            && !self.is_announced_place(phrase)
            && (!look.holds || !self.is_where(phrase))
            && !(look.addresses && self.view.head(phrase) != Some(hit.head) && self.is_let(phrase))
    }

    /// "Responded by imposing tariffs on X": whom the first verb of a phrase does not name, a word further in may.
    fn further_in(&self, hit: &Hit<'_>, frame: &Frame, taken: &[usize], found: &mut Participants) {
        // "warned of retaliation against X"
        let content = |w: usize| match self.view.upos(w) {
            Upos::Verb => true,
            // "relaunched humanitarian and ceasefire talks between X and Y"
            Upos::Noun => self.view.relation(w) == "obl" || self.deeds.contains_key(&w),
            _ => false,
        };
        let words = hit.words.iter().copied();
        for head in words.filter(|&w| content(w) && w != hit.head) {
            if found.recipients.is_empty() {
                let inner = Hit {
                    head,
                    ..hit.clone()
                };
                let look = self.look(&inner);
                let reasons = &mut found.reasons;
                found.recipients = self.first(&inner, &frame.recipient, taken, look, reasons);
            }
        }
    }

    /// Is the phrase part of a noun of a hostile act that is only answered ("condemned the attack on X")? What opens right behind the noun is, wherever
    /// the parser hung it.
    fn belongs_to_deed(&self, phrase: usize, words: &[usize], look: Look) -> bool {
        let first = self.view.children(phrase).iter().copied().min();
        let before = first.filter(|&f| f < phrase).and_then(|f| f.checked_sub(1));
        // "lodged a protest with X": a noun of the verb's own phrase is the act itself.
        let nouns = [self.view.head(phrase), before].into_iter().flatten();
        let mut nouns = nouns.filter(|n| !words.contains(n));
        let suffered = |n: usize| self.is_suffered(n);
        let deed = |n: usize| self.deeds.get(&n).is_some_and(|d| d.conflict);
        look.doers && !self.is_charged(phrase) && nouns.any(|n| deed(n) || suffered(n))
    }

    /// "condemned the treatment of X": is it a noun of what somebody suffers, that does not name who does it ("Y's treatment of X")?
    pub(super) fn is_suffered(&self, noun: usize) -> bool {
        let view = self.view;
        let owners = self.clause.possessors(noun);
        let owner = owners.iter().any(|&o| o < noun && self.on(o).is_some());
        let other = view
            .children(noun)
            .iter()
            .any(|&c| c > noun && matches!(view.relation(c), "nmod" | "obl"));
        view.in_set(noun, &view.cues.suffered_nouns) && !(owner && other)
    }

    /// Is the mention a possessive ("its", "sina")?
    fn is_possessive(&self, mention: usize) -> bool {
        let pronoun = self
            .mentions
            .get(mention)
            .is_some_and(|m| m.form == MentionForm::Pronoun);
        let own = |t: usize| {
            self.on(t) == Some(mention) && self.view.cues.own.contains(self.view.form(t))
        };
        pronoun && (0..self.view.len()).any(own)
    }

    /// Does a slot without a preposition that stands before `slot` in the frame name anyone?
    fn earlier_slot_names(
        &self,
        hit: &Hit<'_>,
        slots: &[Slot],
        slot: &Slot,
        taken: &[usize],
    ) -> bool {
        let earlier = slots.iter().take_while(|s| *s != slot);
        let mut plain = earlier.filter(|s| !matches!(s, Slot::Prep(_) | Slot::Speaker));
        plain.any(|s| {
            let mentions = self.mentions_of(&self.of_verb(hit.head, s));
            mentions
                .iter()
                .any(|&m| !self.is_among(m, taken) && !self.is_own(m))
        })
    }

    /// Is the mention a group that the subject calls its own ("drew back its troops")?
    fn is_own(&self, mention: usize) -> bool {
        let nominal = self
            .mentions
            .get(mention)
            .is_some_and(|m| m.form == MentionForm::Nominal && m.country.is_none());
        let possessed = |t: usize| {
            let own = |&c: &usize| self.view.cues.own.contains(self.view.form(c));
            self.on(t) == Some(mention) && self.view.children(t).iter().any(own)
        };
        // One whose owner is known is that owner wherever it stands.
        let actor = self.actors.get(mention);
        let state = |k: usize| {
            let class = self.mentions.get(k).map(|m| m.class);
            self.actors.get(k) == actor && class == Some(EntityClass::Country)
        };
        let known = || (0..self.actors.len()).any(state);
        nominal && (0..self.view.len()).any(possessed) && !known()
    }

    /// Does the frame itself ask for the two parties (mediation "between X and Y")?
    fn goes_between(&self, frame: &Frame) -> bool {
        let asked = |s: &Slot| matches!(s, Slot::Prep(word) if self.nominal.between.contains(word));
        frame.recipient.iter().any(asked)
    }

    pub(super) fn between(&self, noun: usize) -> Vec<usize> {
        let at = |head: usize| {
            let phrases = self
                .nominal
                .between
                .iter()
                .map(|w| self.clause.obliques_by(head, &[w]));
            phrases.map(|p| self.parties(&p)).find(|m| m.len() > 1)
        };
        // "Fighting has broken out between X and Y"
        let predicate = || {
            let verb = self.view.head(noun)?;
            let subject = self.view.relation(noun) == "nsubj" && self.view.upos(verb) == Upos::Verb;
            subject.then_some(verb)
        };
        at(noun)
            .or_else(|| self.support_verb(noun).and_then(at))
            .or_else(|| predicate().and_then(at))
            .unwrap_or_default()
    }

    /// The parties that phrases name; "between Indian and Pakistani soldiers" names one by each adjective.
    fn parties(&self, phrases: &[usize]) -> Vec<usize> {
        let found = self.mentions_of(phrases);
        if found.len() != 1 {
            return found;
        }
        let below = |head: usize| self.view.children(head).iter().copied();
        let adjectives = phrases
            .iter()
            .flat_map(|&p| below(p))
            .filter(|&c| self.view.relation(c) == "amod");
        let joined = adjectives.flat_map(|a| {
            std::iter::once(a).chain(below(a).filter(|&c| self.view.relation(c) == "conj"))
        });
        let mut all: Vec<usize> = joined.filter_map(|c| self.on(c)).collect();
        all.extend(found);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// "The visit of X to Y", "the meeting of X and Y": fills the parties if the noun's "of" names who acts; tells whether it did.
    fn of_acts(&self, hit: &Hit<'_>, frame: &Frame, found: &mut Participants) -> bool {
        let of = self.mentions_of(&self.any(hit.head, &self.nominal.of));
        if of.is_empty()
            || !self
                .mentions_of(&self.clause.possessors(hit.head))
                .is_empty()
        {
            return false;
        }
        let elsewhere =
            |s: &&Slot| matches!(s, Slot::Prep(word) if !self.nominal.of.contains(word));
        let other: Vec<Slot> = frame.recipient.iter().filter(elsewhere).cloned().collect();
        let others = self.first(hit, &other, &of, Look::default(), &mut found.reasons);
        let equals = frame.agent.contains(&Slot::Both) && self.several(&of);
        // "at the request of X"
        let heeded = self.view.relation(hit.head) == "obl"
            && self.nominal.heeds(&self.clause.case(hit.head));
        if others.is_empty() && !equals && !heeded {
            return false;
        }
        found.equals = equals && others.is_empty();
        found.actors = of;
        found.recipients = others;
        true
    }

    /// Of several names found around an active verb without a subject, those before it act and those behind it are acted upon.
    fn split_at_verb(&self, verb: usize, found: &mut Participants) {
        let at = |m: &usize| self.view.mention_at.iter().position(|x| *x == Some(*m));
        let (before, behind): (Vec<usize>, Vec<usize>) = found
            .recipients
            .iter()
            .copied()
            .partition(|m| at(m).is_some_and(|t| t < verb));
        if !before.is_empty() && !behind.is_empty() {
            found.reasons.push("names before the verb act".to_owned());
            (found.actors, found.recipients) = (before, behind);
        }
    }

    /// "Am Montag empfing ihn Präsident X": of two objects without a subject, the name behind the pronoun acts.
    fn split_at_pronoun(&self, found: &mut Participants) {
        let pronoun = |m: &usize| {
            let form = self.mentions.get(*m).map(|m| m.form);
            form == Some(MentionForm::Pronoun)
        };
        if found.actors.is_empty()
            && found.recipients.len() == 2
            && let [first, second] = found.recipients[..]
            && pronoun(&first)
            && !pronoun(&second)
        {
            found
                .reasons
                .push("the name behind the pronoun acts".to_owned());
            found.actors = vec![second];
            found.recipients = vec![first];
        }
    }

    /// "Das lehnt X ab", "Förslaget avvisar X": where any verb may stand before its subject, a thing named first is what the name behind the verb acts upon.
    fn turn_inversion(&self, hit: &Hit<'_>, found: &mut Participants) {
        let (view, cues) = (self.view, self.view.cues);
        let kind = self.ontology.event_type(&hit.trigger.event);
        let (Some(kind), [only]) = (kind, &found.recipients[..]) else {
            return;
        };
        let helpers = self.clause.auxiliaries(hit.head);
        let finite = helpers.iter().copied().min().unwrap_or(hit.head);
        let object = (finite + 1..view.len()).find(|&t| self.on(t) == Some(*only));
        let part = |t: usize| matches!(view.relation(t), "obj" | "iobj" | "nsubj");
        let bare = |&t: &usize| part(t) && self.clause.case(t).is_empty();
        let subjects = self.clause.surface_subjects(hit.head);
        let Some(&subject) = subjects.first().filter(|_| subjects.len() < 3) else {
            return;
        };
        // "Die Kritik aus Berlin wies X zurück": what is said rejects nobody, and who said it is rejected.
        let said = view.in_set(subject, &cues.said_things) && kind.deliberate;
        let saying = std::mem::take(&mut found.actors);
        let thing = cues.thing_pronouns.contains(view.form(subject));
        let noun = view.upos(subject) == Upos::Noun && kind.deliberate;
        let turned = subject < finite
            && self.on(subject).is_none()
            && (noun || thing && (kind.deliberate || kind.addresses_doer));
        let open = saying.is_empty() || said;
        if cues.any_verb_inverts && turned && open && object.as_ref().is_some_and(bare) {
            found
                .reasons
                .push("the name behind the verb acts upon the thing before it".to_owned());
            found.actors = std::mem::replace(&mut found.recipients, saying);
        } else {
            found.actors = saying;
        }
    }

    /// "Duterte arrested at Manila airport", "X, detained in Y, …": a past form that has no object right behind it and no auxiliary, of a verb that
    /// cannot do without an object, is a passive.
    fn lacks_auxiliary(&self, hit: &Hit<'_>, found: &Participants) -> bool {
        let view = self.view;
        let mut endings = view.cues.past_endings.iter();
        let past = endings.any(|e| view.form(hit.head).ends_with(e.as_str()));
        let bare =
            self.clause.auxiliaries(hit.head).is_empty() && !self.clause.is_passive(hit.head);
        let bare_noun = |c: usize| {
            let noun = matches!(
                view.upos(c),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
            );
            let opened = view.children(c).iter().any(|&g| view.relation(g) == "case");
            noun && !opened && view.timex_at.get(c).is_none_or(Option::is_none)
        };
        let content = |c: usize| matches!(view.relation(c), "ccomp" | "xcomp");
        let object = |c: usize| view.relation(c) == "obj";
        // "X, whom Y arrested": the relative pronoun is the object.
        let relative = |&c: &usize| object(c) && view.upos(c) == Upos::Pron;
        if view.children(hit.head).iter().any(relative) {
            return false;
        }
        // "locked up the writer", "kicked two diplomats out": the particle of the phrase parts no object from its verb.
        let particle = |c: usize| {
            let own = |t: usize| hit.words.contains(&t);
            view.children(c)
                .iter()
                .any(|&g| view.relation(g) == "case" && own(g) || own(c) && bare_noun(g))
        };
        let open =
            |&c: &usize| c > hit.head && (content(c) || object(c) || bare_noun(c) || particle(c));
        // "responded by expelling two diplomats": the object is that of the verb below.
        let carries = hit.words.iter().any(|&w| view.upos(w) == Upos::Verb);
        past && hit.verbal
            && bare
            && !carries
            && !found.actors.is_empty()
            && !view.children(hit.head).iter().any(open)
    }

    /// Does an active clause without a subject open with the mentions that were taken for its object? Free word order misleads the parser.
    fn misread_subject(&self, hit: &Hit<'_>, mentions: &[usize]) -> bool {
        let clause_verb = hit.verbal
            && !self.clause.is_passive(hit.head)
            && self.clause.surface_subjects(hit.head).is_empty();
        let at = |m: usize| self.view.mention_at.iter().position(|x| *x == Some(m));
        let first = mentions.first().and_then(|m| at(*m));
        let finite = self
            .clause
            .auxiliaries(hit.head)
            .into_iter()
            .min()
            .unwrap_or(hit.head)
            .min(hit.head);
        let opens = |t: usize| {
            t < finite && (0..t).all(|i| self.on(i).is_none() || self.on(i) == self.on(t))
        };
        let plain = |t: usize| self.clause.case(t).is_empty();
        clause_verb && first.is_some_and(|t| opens(t) && plain(t))
    }
}
