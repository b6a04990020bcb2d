//! What a finished cluster is called and what it is.
//!
//! In: joined mentions. Out: [`Cluster`]s. Invariant: the gazetteer's name if there is an entry, else the most complete form of the text.

use super::State;
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm, RoleObject};
use crate::resolve::forms;
use std::collections::BTreeMap;

impl State<'_> {
    /// Turns the sets into clusters, sorted by first mention.
    pub(super) fn finish(mut self) -> Vec<Cluster> {
        self.nameless_offices();
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.mentions.len() {
            let root = self.sets.root(i);
            members.entry(root).or_default().push(i);
        }
        let mut clusters = Vec::with_capacity(members.len());
        for (root, list) in members {
            clusters.push(self.cluster_of(root, list));
        }
        clusters
    }

    /// "Two Iranian diplomats … the Iranian ambassador": offices whose holders nobody names are their state, which is one node, named or not.
    fn nameless_offices(&mut self) {
        let mut states: BTreeMap<String, usize> = BTreeMap::new();
        for (&root, entry) in &self.entries {
            states.entry(entry.clone()).or_insert(root);
        }
        let mut named = vec![false; self.mentions.len()];
        for (i, mention) in self.mentions.iter().enumerate() {
            let office = matches!(mention.form, MentionForm::Role | MentionForm::Pronoun);
            if !office && let Some(slot) = named.get_mut(self.sets.root(i)) {
                *slot = true;
            }
        }
        for i in 0..self.mentions.len() {
            let root = self.sets.root(i);
            let nameless = root == i && named.get(root) == Some(&false);
            let state = self.mentions.get(i).filter(|_| nameless);
            let Some(state) = state.and_then(|m| self.state_of_office(m)) else {
                continue;
            };
            if let Some(&other) = states.get(&state) {
                let text = self.text(i);
                self.join(other, i, || format!("{text}: an office of the state"));
            } else {
                self.entries.entry(root).or_insert_with(|| state.clone());
                states.insert(state, root);
            }
        }
    }

    /// The entry of the state an office belongs to, if the gazetteer knows it.
    fn state_of_office(&self, mention: &Mention) -> Option<String> {
        let object = mention.role.as_ref().and_then(|r| r.object.as_ref());
        let Some(RoleObject::Entry(id)) = object.filter(|_| mention.form == MentionForm::Role)
        else {
            return None;
        };
        let known = self.lexicon.gazetteer().entry(id)?;
        (known.class == EntityClass::Country).then(|| known.id.to_owned())
    }

    fn cluster_of(&self, root: usize, list: Vec<usize>) -> Cluster {
        // What the gazetteer knows of an abbreviation that turned out to mean another body does not count.
        let ours = |m: &&Mention| m.entry.is_none() || self.entries.contains_key(&root);
        let of = |f: fn(&Mention) -> Option<&String>| {
            majority(
                list.iter()
                    .filter_map(|i| self.mentions.get(*i))
                    .filter(ours)
                    .filter_map(f)
                    .cloned(),
            )
        };
        let named: Vec<&Mention> = list
            .iter()
            .filter(|i| !self.ones.contains(*i))
            .filter_map(|i| self.mentions.get(*i))
            .filter(|m| !matches!(m.form, MentionForm::Role | MentionForm::Pronoun))
            .collect();
        let mut entry = self.entries.get(&root).cloned();
        let mut class = majority(named.iter().map(|m| m.class))
            .unwrap_or_else(|| self.nameless_class(&list, &mut entry));
        let known = entry
            .as_deref()
            .and_then(|id| self.lexicon.gazetteer().entry(id));
        if named.iter().any(|m| m.form == MentionForm::Metonym) {
            class = EntityClass::Country;
        }
        let class = known.as_ref().map_or(class, |k| k.class);
        let name = known
            .as_ref()
            .map_or_else(|| self.best_form(&list), |k| k.name.to_owned());
        Cluster {
            members: Vec::new(),
            name,
            class,
            country: self
                .office_country(&list)
                .or_else(|| known.as_ref().and_then(|k| k.country.map(str::to_owned)))
                .or_else(|| of(|m| m.country.as_ref())),
            // What a state's ministry or troops do says nothing of the sector of the state.
            sector: known
                .as_ref()
                .and_then(|k| k.sector.map(str::to_owned))
                .or_else(|| of(|m| m.sector.as_ref()).filter(|_| class != EntityClass::Country)),
            entry,
            mentions: list,
            reasons: self.reasons.get(&root).cloned().unwrap_or_default(),
        }
    }

    /// Whoever holds an office of an international body acts for it, whatever country the person is of.
    fn office_country(&self, list: &[usize]) -> Option<String> {
        let codes = &self.lexicon.ontology.codes.international;
        let mentions = list.iter().filter_map(|i| self.mentions.get(*i));
        let in_office = mentions.filter(|m| {
            m.class == EntityClass::Person
                && m.form == MentionForm::Name
                && m.role
                    .as_ref()
                    .is_some_and(|r| !r.former && r.predicate.is_some())
        });
        let mut countries = in_office.filter_map(|m| m.country.as_ref());
        countries.find(|c| codes.contains(*c)).cloned()
    }

    /// A role whose holder and state the article does not name is the state's, if the gazetteer knows it.
    fn nameless_class(&self, list: &[usize], entry: &mut Option<String>) -> EntityClass {
        let first = list.first().and_then(|i| self.mentions.get(*i));
        if let Some(RoleObject::Entry(id)) = first
            .and_then(|m| m.role.as_ref())
            .and_then(|r| r.object.as_ref())
            && let Some(known) = self.lexicon.gazetteer().entry(id)
            && first.is_some_and(|m| m.form == MentionForm::Role)
        {
            *entry = Some(known.id.to_owned());
            return known.class;
        }
        first.map_or(EntityClass::Person, |m| m.class)
    }

    /// The form with most words that is no genitive of another form; then the most frequent, then the first.
    fn best_form(&self, list: &[usize]) -> String {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let usable = |i: &&usize| {
            let named = self.mentions.get(**i).filter(|_| !self.ones.contains(*i));
            named.is_some_and(|m| !matches!(m.form, MentionForm::Role | MentionForm::Pronoun))
        };
        for (order, i) in list.iter().filter(usable).enumerate() {
            let form = forms::without_possessive(self.form(*i));
            counts.entry(form).or_insert((0, order)).0 += 1;
        }
        let all: Vec<&str> = counts.keys().copied().collect();
        let genitive = |f: &str| f.strip_suffix('s').is_some_and(|stem| all.contains(&stem));
        let best = counts
            .iter()
            .filter(|(f, _)| !genitive(f))
            .max_by_key(|(f, (n, order))| {
                (f.split_whitespace().count(), *n, std::cmp::Reverse(*order))
            });
        let first = || list.first().map_or("", |i| self.text(*i));
        best.map_or_else(first, |(f, _)| f)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The most frequent value; the smallest of equals.
fn majority<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let best = counts.values().copied().max()?;
    counts.into_iter().find(|(_, n)| *n == best).map(|(v, _)| v)
}
