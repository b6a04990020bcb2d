//! "His counterpart", "sein Amtskollege", "his host": the other side of the last meeting or visit.
//!
//! In: clusters of names, roles and pronouns. Out: the same with such nouns attached. Invariant: only somebody who stands beside their owner at one verb
//! of an earlier clause, alone with him, is his counterpart; a state may be his host or guest where no other person stands there. Does not: read "his
//! counterpart Juan Pérez" (extract::title does).

use super::standins::{COUNTERPART, DEFINITE, RECEPTION};
use super::{Grammar, State, bodies};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
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
            let found = self.other_side(grammar, i, visit).or_else(|| {
                let acted = definite && grammar.part(mention).is_some_and(|p| !p.subject);
                let one = acted.then(|| self.person_meant(grammar, i, mention.gender))?;
                one.filter(|&j| self.tells_of_place(self.mentions[j].sentence))
            });
            let found = found.or_else(|| self.one_of_state(grammar, i));
            if let Some(j) = found {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: the other side, {name}"));
            }
        }
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
                    let fits = state.is_none_or(|s| code.is_none_or(|c| c == s));
                    if other != root && fits && verb(&self.mentions[j]) == Some(meeting) {
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
        let subject = self.mentions.iter().position(subject)?;
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
