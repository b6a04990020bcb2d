//! Who holds which office in an article, so that a role finds its holder without reading all mentions again.
//!
//! In: the mentions of an article. Out: [`Offices`]. Invariant: lists ascend. Does not: choose between holders (anaphora.rs).

use super::State;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Role, RoleObject};
use crate::resolve::known;
use rustc_hash::{FxHashMap, FxHashSet};

/// A title or a predicate, and whether it is a former one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Office {
    Title(String, bool),
    Predicate(String, bool),
}

impl Office {
    /// What a role may be recognised by.
    pub(super) fn all(role: &Role) -> Vec<Self> {
        let title = Self::Title(role.title.clone(), role.former);
        let predicate = role.predicate.clone();
        let predicate = predicate.map(|p| Self::Predicate(p, role.former));
        std::iter::once(title).chain(predicate).collect()
    }
}

/// An office and what it is of; `None` for whatever it is of.
pub(super) type OfficeOf = (Office, Option<Option<String>>);

/// Who holds which office in the article, and its states.
pub(super) struct Offices {
    /// Named persons by their office, ascending.
    pub(super) holders: FxHashMap<OfficeOf, Vec<usize>>,
    /// First person of each gazetteer entry.
    persons: Vec<usize>,
    /// Persons who are known to have held an office, by predicate and object.
    known: FxHashMap<(String, Option<String>), Vec<usize>>,
    /// First state of each country code, however it is mentioned, and those named by country code and by entry.
    first: FxHashMap<String, usize>,
    named: FxHashMap<String, usize>,
    entries: FxHashMap<String, usize>,
}

impl Offices {
    pub(super) fn new(state: &State<'_>) -> Self {
        let mut offices = Self {
            holders: FxHashMap::default(),
            persons: Vec::new(),
            known: FxHashMap::default(),
            first: FxHashMap::default(),
            named: FxHashMap::default(),
            entries: FxHashMap::default(),
        };
        for (i, mention) in state.mentions.iter().enumerate() {
            if mention.class != EntityClass::Country {
                continue;
            }
            let named = !matches!(mention.form, MentionForm::Role | MentionForm::Pronoun);
            if let Some(code) = &mention.country {
                offices.first.entry(code.clone()).or_insert(i);
            }
            if let Some(code) = mention.country.as_ref().filter(|_| named) {
                offices.named.entry(code.clone()).or_insert(i);
            }
            if let Some(entry) = mention.entry.as_ref().filter(|_| named) {
                offices.entries.entry(entry.clone()).or_insert(i);
            }
        }
        let mut seen = FxHashSet::default();
        for (i, mention) in state.mentions.iter().enumerate() {
            if mention.class != EntityClass::Person || mention.form != MentionForm::Name {
                continue;
            }
            if let Some(entry) = &mention.entry
                && seen.insert(entry)
            {
                offices.persons.push(i);
            }
            let Some(role) = &mention.role else {
                continue;
            };
            let object = offices.object_of(state, i, Some(role));
            for office in Office::all(role) {
                for of in [Some(object.clone()), None] {
                    offices
                        .holders
                        .entry((office.clone(), of))
                        .or_default()
                        .push(i);
                }
            }
        }
        offices
    }

    /// Id or text of what a role is of: its object, else the state of the mention's country.
    pub(super) fn object_of(
        &self,
        state: &State<'_>,
        at: usize,
        role: Option<&Role>,
    ) -> Option<String> {
        let direct = state.object_key(role.and_then(|r| r.object.as_ref()));
        direct.or_else(|| {
            let code = state.mentions.get(at)?.country.as_deref()?;
            let country = state.mentions.get(*self.first.get(code)?)?;
            country.entry.clone()
        })
    }

    /// First mentions of the persons whom the gazetteer knows in an office, of `object` or of whatever state or body.
    pub(super) fn by_entry(
        &mut self,
        state: &State<'_>,
        predicate: &str,
        object: Option<&str>,
    ) -> Vec<usize> {
        let persons = &self.persons;
        let key = (predicate.to_owned(), object.map(str::to_owned));
        let work_out = || {
            let holds = |j: &usize| holds_office(state, *j, predicate, object);
            persons.iter().copied().filter(holds).collect()
        };
        self.known.entry(key).or_insert_with(work_out).clone()
    }

    /// The first mention of the state of a country code by name.
    pub(super) fn state_named(&self, code: &str) -> Option<usize> {
        self.named.get(code).copied()
    }

    /// The state a role acts for, or the body of states: `international` are the codes of those.
    pub(super) fn state_of(
        &self,
        mention: &Mention,
        mentions: &[Mention],
        international: &[String],
    ) -> Option<usize> {
        let object = mention.role.as_ref().and_then(|r| r.object.as_ref());
        if let Some(RoleObject::Mention(j)) = object {
            let owner = mentions.get(*j)?;
            let body = owner
                .country
                .as_ref()
                .is_some_and(|c| international.contains(c));
            let acts = match owner.class {
                EntityClass::Country => true,
                EntityClass::Organisation => body,
                _ => false,
            };
            return acts.then_some(*j);
        }
        let entry = match object {
            Some(RoleObject::Entry(id)) => self.entries.get(id),
            _ => None,
        };
        let country = mention.country.as_ref().and_then(|c| self.named.get(c));
        entry.into_iter().chain(country).copied().min()
    }
}

/// Does the gazetteer say that the person of a mention held the office when the article was written?
fn holds_office(state: &State<'_>, at: usize, predicate: &str, object: Option<&str>) -> bool {
    let entry = state.mentions.get(at).and_then(|m| m.entry.as_deref());
    let Some(entry) = entry else {
        return false;
    };
    let when = state.article.published.as_ref().map(|p| p.date);
    let narrower = state
        .lexicon
        .ontology
        .relations
        .iter()
        .filter(|r| r.name == *predicate)
        .flat_map(|r| r.includes.iter().map(String::as_str));
    std::iter::once(predicate)
        .chain(narrower)
        .any(|p| known::held_office(state.lexicon, entry, p, object, when.as_ref()))
}
