//! "His counterpart", "sein Amtskollege", "his host": the other side of the last meeting or visit.
//!
//! In: clusters of names, roles and pronouns. Out: the same with such nouns attached. Invariant: only somebody who stands beside their owner at one verb
//! of an earlier clause, alone with him, is his counterpart; a state may be his host or guest where no other person stands there. Does not: read "his
//! counterpart Juan Pérez" (extract::title does).

use super::standins::{COUNTERPART, DEFINITE, RECEPTION};
use super::{Grammar, State, bodies, deeds};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::letters::small;
use std::collections::BTreeMap;

/// How many sentences back the meeting may have been told.
const REACH: usize = 2;

impl State<'_> {
    /// Attaches each noun for the other side to whoever that is.
    pub(super) fn counterparts(&mut self, grammar: &Grammar<'_>) {
        for (i, mention) in self.mentions.iter().enumerate() {
            let side = mention.evidence.first().map_or("", String::as_str);
            let visit = side == RECEPTION;
            if !visit && side != COUNTERPART {
                continue;
            }
            // "Erdogan came to Berlin. Steinmeier received the visitor": the only person near.
            let definite = mention.evidence.iter().any(|e| e == DEFINITE);
            let found = self.other_side(grammar, i, visit);
            let found = found.or_else(|| self.received(grammar, i).filter(|_| definite));
            let found = found.or_else(|| {
                let acted = definite && grammar.part(mention).is_some_and(|p| !p.subject);
                let one = acted.then(|| self.person_meant(grammar, i, mention.gender))?;
                one.filter(|&j| self.tells_of_place(self.mentions[j].sentence))
            });
            let found = found.or_else(|| self.one_of_state(grammar, i));
            if found.is_none()
                && visit
                && !definite
                && let Some(code) = self.visited(grammar, i)
            {
                self.be_state(i, &code, "the state that was visited");
            }
            if let Some(j) = found {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: the other side, {name}"));
            }
        }
    }

    /// "X received Y. The host praised …": whoever received, or was received, in the last sentence that tells of one reception or visit.
    fn received(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let hosts = &self.pack.coreference().receptions.hosts;
        let host = hosts.iter().any(|h| *h == small(self.text(at)));
        let beside = self.beside(grammar, mention);
        let own = grammar.part(mention).map(|p| p.verb);
        for back in 0..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            let block = |s: usize| self.sentences.get(s).map(|s| s.block);
            if block(sentence) != block(mention.sentence) {
                return None;
            }
            let persons = self.persons_of(sentence);
            let part = |j: &usize| grammar.part(&self.mentions[*j]);
            let other = |v: usize| back > 0 || own.is_some_and(|o| o > v);
            let mut sides: BTreeMap<usize, usize> = BTreeMap::new();
            let subjects = persons
                .iter()
                .filter(|j| part(j).is_some_and(|p| p.subject));
            for &subject in subjects {
                let Some(verb) = part(&subject).map(|p| p.verb).filter(|v| other(*v)) else {
                    continue;
                };
                let acts = grammar.acts(&self.mentions[subject]);
                let Some(receives) = self.receives(grammar, (sentence, verb)) else {
                    continue;
                };
                let objects = persons.iter().copied();
                let mut objects =
                    objects.filter(|j| part(j).is_some_and(|p| !p.subject && p.verb == verb));
                let object = objects.next().filter(|_| objects.next().is_none());
                // Whoever receives is the host, whoever visits the guest.
                let side = if host == (receives == acts) {
                    Some(subject)
                } else {
                    object
                };
                if let Some(side) = side {
                    sides.entry(self.sets.root(side)).or_insert(side);
                }
            }
            sides.retain(|root, _| !beside.contains(root));
            if !sides.is_empty() {
                return super::only(sides);
            }
            if let Some(visit) = self.visitor(grammar, sentence, at) {
                let side = self.at_place(visit, at, host)?;
                let root = self.sets.root(side);
                return Some(side).filter(|_| !beside.contains(&root));
            }
        }
        None
    }

    /// "X visited Lima. He praised his hosts": the state of the place that whoever praises them visited.
    fn visited(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<String> {
        let mention = self.mentions.get(at)?;
        let hosts = &self.pack.coreference().receptions.hosts;
        let host = hosts.iter().any(|h| *h == small(self.text(at)));
        let owner = self.owner_of_counterpart(grammar, at).filter(|_| host)?;
        let block = |s: usize| self.sentences.get(s).map(|s| s.block);
        for back in 1..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            if block(sentence) != block(mention.sentence) {
                return None;
            }
            if let Some((visitor, code)) = self.visitor(grammar, sentence, at) {
                let own = self.code_of(visitor).as_deref() == Some(code.as_str());
                return Some(code).filter(|_| self.sets.root(visitor) == owner && !own);
            }
        }
        None
    }

    /// "X visited Lima": who visits the place of a sentence, and the code of its state.
    fn visitor(
        &self,
        grammar: &Grammar<'_>,
        sentence: usize,
        before: usize,
    ) -> Option<(usize, String)> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let persons = self.persons_of(sentence).into_iter();
        for subject in persons.filter(|&j| j < before && grammar.acts(&self.mentions[j])) {
            let verb = grammar.part(&self.mentions[subject])?.verb;
            if self.receives(grammar, (sentence, verb)) != Some(false) {
                continue;
            }
            let here = self.mentions.iter().take(before).skip(first);
            let mut places = here.take_while(|m| m.sentence == sentence).filter(|m| {
                let land = matches!(m.class, EntityClass::Place | EntityClass::Country);
                let part = grammar.part(m).map(|p| p.verb);
                let at = part.or_else(|| Some(grammar.location(m)?.1));
                // "Chile's president visited Lima"
                let own = self.mentions.get(subject).and_then(|s| s.country.as_ref());
                land && at == Some(verb) && (own.is_none() || m.country.as_ref() != own)
            });
            let code = places.next()?.country.clone()?;
            return Some((subject, code));
        }
        None
    }

    /// Of a visit the visitor, or as the host the only person of the state of the place who was told of since.
    fn at_place(
        &mut self,
        (visitor, code): (usize, String),
        at: usize,
        host: bool,
    ) -> Option<usize> {
        if !host {
            return Some(visitor);
        }
        let own = self.sets.root(visitor);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for j in visitor..at {
            let person = self.mentions[j].class == EntityClass::Person && !self.mentions[j].plural;
            let root = self.sets.root(j);
            if person && root != own && self.code_of(j).as_ref() == Some(&code) {
                found.entry(root).or_insert(j);
            }
        }
        super::only(found)
    }

    /// Does a verb tell a reception (`true`) or a visit (`false`)?
    fn receives(&self, grammar: &Grammar<'_>, at: (usize, usize)) -> Option<bool> {
        let ontology = &self.lexicon.ontology;
        let found = deeds::triggers(grammar, at, self.pack);
        let modes = found.iter().filter_map(|t| deeds::kind(t, ontology)?.1);
        let told: Vec<bool> = modes.filter_map(|m| m.receives).collect();
        let first = told.first().copied()?;
        told.iter().all(|t| *t == first).then_some(first)
    }

    /// Does a sentence name a place or a state? Visits are to places.
    fn tells_of_place(&self, sentence: usize) -> bool {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().skip(first);
        let mut here = here.take_while(|m| m.sentence == sentence);
        here.any(|m| matches!(m.class, EntityClass::Place | EntityClass::Country))
    }

    /// "His German colleague": the only person of that state near before.
    fn one_of_state(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let state = bodies::state_before(self.mentions, mention)?;
        let beside = self.beside(grammar, mention);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let person = other.class == EntityClass::Person && other.form == MentionForm::Name;
            if !person || other.plural || other.sentence + REACH < mention.sentence {
                continue;
            }
            let root = self.sets.root(j);
            if self.code_of(j).as_deref() == Some(state) && !beside.contains(&root) {
                found.entry(root).or_insert(j);
            }
        }
        super::only(found)
    }

    /// The only person beside the owner of the noun at a verb of the last clause that tells of the owner; of a `visit` else the only state.
    fn other_side(&mut self, grammar: &Grammar<'_>, at: usize, visit: bool) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let owner = self.owner_of_counterpart(grammar, at);
        let state = bodies::state_before(self.mentions, mention);
        // "Promised the host": whose host that is the subject tells.
        let definite = mention.evidence.iter().any(|e| e == DEFINITE);
        if definite && (owner.is_none() || grammar.part(mention).is_none_or(|p| p.subject)) {
            return None;
        }
        let verb = |m: &Mention| {
            let part = grammar.part(m).map(|p| p.verb);
            part.or_else(|| Some(grammar.location(m)?.1))
        };
        let here = verb(mention).filter(|_| visit);
        for back in usize::from(here.is_none())..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            // "X received Y and promised his guest …": of the same sentence another clause, told before.
            let told = |j: &usize| {
                back > 0 || *j < at && verb(&self.mentions[*j]).is_some_and(|v| Some(v) != here)
            };
            let persons: Vec<usize> = self.persons_of(sentence).into_iter().filter(told).collect();
            let own = match owner {
                Some(owner) => persons
                    .iter()
                    .copied()
                    .find(|&j| self.sets.root(j) == owner),
                None => self.owner_by_gender(grammar, at, &persons),
            };
            let Some(own) = own else {
                continue;
            };
            let root = self.sets.root(own);
            let own_code = self.code_of(own);
            let meeting = verb(&self.mentions[own])?;
            let states = if visit {
                self.states_of(sentence, at)
            } else {
                Vec::new()
            };
            for sides in [persons, states] {
                let mut others: BTreeMap<usize, usize> = BTreeMap::new();
                for j in sides {
                    let other = self.sets.root(j);
                    let code = self.code_of(j);
                    let fits = state.is_none_or(|s| code.as_deref().is_none_or(|c| c == s));
                    // "Finland's president visited X. He praised his hosts": not Finland.
                    let apart = !visit || own_code.is_none() || code != own_code;
                    if other != root && apart && fits && verb(&self.mentions[j]) == Some(meeting) {
                        others.entry(other).or_insert(j);
                    }
                }
                if !others.is_empty() {
                    return super::only(others);
                }
            }
            return None;
        }
        None
    }

    /// The states that a sentence names before a mention.
    fn states_of(&self, sentence: usize, before: usize) -> Vec<usize> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().take(before).skip(first);
        let here = here.take_while(|(_, m)| m.sentence == sentence);
        let named = |m: &Mention| matches!(m.form, MentionForm::Name | MentionForm::Metonym);
        let state = |m: &Mention| m.class == EntityClass::Country || m.form == MentionForm::Metonym;
        here.filter(|(_, m)| named(m) && state(m))
            .map(|(j, _)| j)
            .collect()
    }

    /// The topic of a sentence, or the only one of its persons whose gender is that of the possessive before the noun.
    fn owner_by_gender(
        &self,
        grammar: &Grammar<'_>,
        at: usize,
        persons: &[usize],
    ) -> Option<usize> {
        let possessive = at.checked_sub(1).and_then(|p| self.mentions.get(p));
        let stands = |m: &&Mention| m.form == MentionForm::Pronoun && self.precedes(m, at);
        let gender = possessive.filter(stands).and_then(|m| m.gender);
        let agrees = |j: &usize| {
            let own = self.gender_of(*j);
            gender.is_none() || own.is_none() || own == gender
        };
        let mut fitting = persons.iter().copied().filter(agrees);
        let topic = |j: &usize| self.mentions.get(*j).is_some_and(|m| grammar.is_topic(m));
        let first = fitting.clone().find(topic);
        first.or_else(|| fitting.next().filter(|_| fitting.next().is_none()))
    }

    /// The gender of a person, by the mention, the gazetteer or the given name.
    pub(super) fn gender_of(&self, at: usize) -> Option<char> {
        let mention = self.mentions.get(at)?;
        let known = || {
            let name = Some(self.text(at)).filter(|n| n.contains(' '));
            let genders = &self.lexicon.names().genders;
            genders.of(mention.entry.as_deref(), name.unwrap_or_default())
        };
        mention.gender.or_else(known)
    }

    /// Does the mention stand right before another one?
    fn precedes(&self, mention: &Mention, at: usize) -> bool {
        let next = self.mentions.get(at).map_or(0, |m| m.span.start as usize);
        let between = self.article.text.get(mention.span.end as usize..next);
        between.is_some_and(|b| b.trim().is_empty())
    }

    /// The set of whom the noun says it is the other side of: the possessive before it where that is resolved, else the subject of its verb.
    fn owner_of_counterpart(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let possessive = at.checked_sub(1).filter(|&p| self.sets.root(p) != p);
        let stands = |p: &usize| self.mentions.get(*p).is_some_and(|m| self.precedes(m, at));
        if let Some(possessive) = possessive.filter(stands) {
            return Some(self.sets.root(possessive));
        }
        let own = grammar.part(mention).filter(|p| !p.subject)?;
        let subject = |m: &Mention| {
            let part = grammar.part(m).filter(|p| p.subject);
            m.sentence == mention.sentence && part.is_some_and(|p| p.verb == own.verb)
        };
        // "X received Y, who hailed his host"
        let relative = || {
            self.mentions
                .iter()
                .position(|m| grammar.does_to(mention, m))
        };
        let subject = self.mentions.iter().position(subject).or_else(relative)?;
        Some(self.sets.root(subject))
    }

    /// The single persons of a sentence, named or by their office.
    fn persons_of(&self, sentence: usize) -> Vec<usize> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == sentence);
        let person = |m: &Mention| m.class == EntityClass::Person && !m.plural;
        here.filter(|(_, m)| person(m)).map(|(j, _)| j).collect()
    }
}
