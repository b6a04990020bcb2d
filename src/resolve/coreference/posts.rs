//! Who cannot be the holder of an office named again: "Estonia's ambassador in Stockholm" is not the one who was expelled elsewhere, "the king" is no
//! president; and "the diplomat".
//!
//! In: a role and somebody who may hold it. Out: whether something speaks against it. Does not: look for holders (anaphora.rs).

use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Such a noun reaches back this many sentences.
const REACH: usize = 2;

impl State<'_> {
    /// Does a place stand right behind the title of somebody who is sent, at which no holder of it was told of?
    pub(super) fn is_posted_elsewhere(&self, at: usize, role: &Role) -> bool {
        let table = self.pack.coreference();
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let sent = table.posted.contains(&role.title);
        let Some(place) = self.mentions.get(at + 1).filter(|_| sent) else {
            return false;
        };
        let land = matches!(place.class, EntityClass::Place | EntityClass::Country);
        let (from, to) = (mention.span.end as usize, place.span.start as usize);
        let between = self.article.text.get(from..to).unwrap_or_default();
        let there = land && table.inside.has(between.trim());
        let same = |j: usize| {
            let other = self.mentions.get(j);
            let alike = |o: &Role| o.title == role.title && o.former == role.former;
            other.is_some_and(|m| {
                m.class == EntityClass::Person && m.role.as_ref().is_some_and(alike)
            })
        };
        let named = |j: usize| {
            let sentence = self.mentions.get(j).map(|m| m.sentence);
            let here = |m: &&Mention| Some(m.sentence) == sentence;
            let mut here = self.mentions.iter().filter(here);
            here.any(|m| m.span != place.span && m.country.is_some() && m.country == place.country)
        };
        there && !(0..at).any(|j| same(j) && named(j))
    }

    /// Is the state of somebody of the kind that has rulers of that title, if the title is one of such?
    pub(super) fn may_rule(&self, at: usize, role: &Role) -> bool {
        let Some(realms) = self.pack.coreference().realms.get(&role.title) else {
            return true;
        };
        let Some(mention) = self.mentions.get(at) else {
            return true;
        };
        if mention.role.as_ref().is_some_and(|r| r.title == role.title) {
            return true;
        }
        let gazetteer = self.lexicon.gazetteer();
        let state = mention
            .country
            .as_deref()
            .and_then(|c| gazetteer.country(c));
        state.is_none_or(|s| s.traits().any(|t| realms.iter().any(|r| r == t)))
    }

    /// "The diplomat": the only person near before who was told of by one of the titles.
    pub(super) fn titled(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        titles: &[String],
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        grammar.part(mention)?;
        let beside = self.beside(grammar, mention);
        let holders: BTreeSet<usize> = (0..at)
            .filter(|&j| {
                let role = self.mentions[j].role.as_ref();
                let person = self.mentions[j].class == EntityClass::Person;
                person && role.is_some_and(|r| !r.former && titles.contains(&r.title))
            })
            .map(|j| self.sets.root(j))
            .collect();
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let root = self.sets.root(j);
            let close = other.sentence + REACH >= mention.sentence;
            if close && holders.contains(&root) && !beside.contains(&root) {
                near.entry(root).or_insert(j);
            }
        }
        only(near)
    }
}
