//! Roles without a name and pronouns: whom "the president" and "she" take up.
//!
//! In: clusters of names. Out: the same with role and pronoun mentions attached where one holder is certain.
//! Invariant: precision first; with two candidates nothing is attached. Does not: make new names.

use super::State;
use crate::base::analysis::{EntityClass, MentionForm, Role, RoleObject};
use crate::resolve::known;
use std::collections::BTreeMap;

/// A pronoun reaches back this many sentences.
const REACH: usize = 2;

impl State<'_> {
    /// Attaches each role mention to its holder in the article, else to the state it acts for.
    pub(super) fn roles(&mut self) {
        for i in 0..self.mentions.len() {
            let Some(mention) = self.mentions.get(i).filter(|m| m.form == MentionForm::Role) else {
                continue;
            };
            let text = self.text(i);
            if let Some(role) = &mention.role {
                let role = role.clone();
                if let Some(j) = self.holder(i, &role).filter(|_| !mention.plural) {
                    let holder = self.text(j);
                    self.join(j, i, || format!("{text}: role of {holder}"));
                    continue;
                }
            }
            if let Some(j) = self.state_of(i) {
                let state = self.text(j);
                self.join(j, i, || format!("{text}: acts for {state}"));
            }
        }
    }

    /// The one person of the article who holds the role.
    fn holder(&mut self, at: usize, role: &Role) -> Option<usize> {
        let object = self.object_of(at, Some(role));
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for j in 0..self.mentions.len() {
            if !self.is_person(j) {
                continue;
            }
            let named = self.mentions.get(j).and_then(|m| m.role.clone());
            let fits = named.is_some_and(|r| {
                let same = r.title == role.title
                    || (r.predicate.is_some() && r.predicate == role.predicate);
                let theirs = self.object_of(j, Some(&r));
                same && r.former == role.former
                    && (theirs == object || (object.is_none() && j < at))
            });
            if fits || (!role.former && self.holds_office(j, role, object.as_deref())) {
                let root = self.sets.root(j);
                found.entry(root).or_insert(j);
            }
        }
        let mut found = found.into_values();
        found.next().filter(|_| found.next().is_none())
    }

    fn is_person(&self, at: usize) -> bool {
        self.mentions
            .get(at)
            .is_some_and(|m| m.class == EntityClass::Person && m.form == MentionForm::Name)
    }

    fn holds_office(&self, at: usize, role: &Role, object: Option<&str>) -> bool {
        let entry = self.mentions.get(at).and_then(|m| m.entry.as_deref());
        let (Some(entry), Some(predicate), Some(object)) = (entry, &role.predicate, object) else {
            return false;
        };
        let when = self.article.published.as_ref().map(|p| p.date);
        let narrower = self
            .lexicon
            .ontology
            .relations
            .iter()
            .filter(|r| r.name == *predicate)
            .flat_map(|r| r.includes.iter().map(String::as_str));
        std::iter::once(predicate.as_str())
            .chain(narrower)
            .any(|p| known::held_office(self.lexicon, entry, p, object, when.as_ref()))
    }

    /// Id or text of what a role is of: its object, else the state of the mention's country.
    fn object_of(&self, at: usize, role: Option<&Role>) -> Option<String> {
        let direct = self.object_key(role.and_then(|r| r.object.as_ref()));
        direct.or_else(|| {
            let code = self.mentions.get(at)?.country.as_deref()?;
            let state = |m: &&crate::base::analysis::Mention| {
                m.class == EntityClass::Country && m.country.as_deref() == Some(code)
            };
            self.mentions.iter().find(state)?.entry.clone()
        })
    }

    /// The cluster of the state or body a role acts for.
    fn state_of(&self, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let object = mention.role.as_ref().and_then(|r| r.object.as_ref());
        if let Some(RoleObject::Mention(j)) = object {
            let class = self.mentions.get(*j).map(|m| m.class);
            return (class == Some(EntityClass::Country)).then_some(*j);
        }
        let entry = match object {
            Some(RoleObject::Entry(id)) => Some(id.as_str()),
            _ => None,
        };
        let code = mention.country.as_deref();
        (0..self.mentions.len()).find(|j| {
            self.mentions.get(*j).is_some_and(|m| {
                let state = m.class == EntityClass::Country
                    && !matches!(m.form, MentionForm::Role | MentionForm::Pronoun);
                let same_code = code.is_some() && m.country.as_deref() == code;
                state && ((entry.is_some() && m.entry.as_deref() == entry) || same_code)
            })
        })
    }

    /// Attaches a pronoun to the only person of its gender near before it.
    pub(super) fn pronouns(&mut self) {
        for i in 0..self.mentions.len() {
            let Some(mention) = self
                .mentions
                .get(i)
                .filter(|m| m.form == MentionForm::Pronoun && !m.plural)
            else {
                continue;
            };
            let Some(gender) = mention
                .gender
                .filter(|_| mention.class == EntityClass::Person)
            else {
                continue;
            };
            let block = self.sentences.get(mention.sentence).map(|s| s.block);
            for back in 0..=REACH {
                let Some(sentence) = mention.sentence.checked_sub(back) else {
                    break;
                };
                if self.sentences.get(sentence).map(|s| s.block) != block {
                    break;
                }
                let candidates = self.people_in(sentence, i, gender);
                if candidates.is_empty() {
                    continue;
                }
                if let [only] = candidates.as_slice() {
                    let (only, text) = (*only, self.text(i));
                    let name = self.text(only);
                    self.join(only, i, || format!("{text}: takes up {name}"));
                }
                break;
            }
        }
    }

    /// One mention for each person of a sentence who may be of the gender and stands before the pronoun.
    fn people_in(&mut self, sentence: usize, before: usize, gender: char) -> Vec<usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for j in 0..before {
            let inside = self.mentions.get(j).is_some_and(|m| {
                m.sentence == sentence && m.class == EntityClass::Person && !m.plural
            });
            if !inside {
                continue;
            }
            let root = self.sets.root(j);
            let other = |m: &Option<char>| m.is_some_and(|g| g != gender);
            let genders: Vec<Option<char>> = (0..self.mentions.len())
                .filter(|k| self.sets.root(*k) == root)
                .filter_map(|k| self.mentions.get(k).map(|m| m.gender))
                .collect();
            if !genders.iter().any(other) {
                found.entry(root).or_insert(j);
            }
        }
        found.into_values().collect()
    }
}
