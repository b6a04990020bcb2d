//! "Both countries", "the two leaders": phrases that take up the last two actors together.
//!
//! In: the mentions and clusters of an article; the phrases stand among the mentions (coreference/standins.rs). Out: the same clusters, where the
//! clusters of phrases whose two actors are certain name those as members. Invariant: precision first, with three candidates nothing is attached.
//! More than two ("the three countries") must have been named in one breath, and as many.

use super::coreference::{Grammar, PAIR, several};
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A phrase reaches back this many sentences.
const REACH: usize = 2;

/// A phrase with its members.
struct Found {
    sentence: usize,
    class: Option<EntityClass>,
    count: usize,
    members: Vec<usize>,
}

/// Gives the cluster of every phrase that can be resolved its members.
///
/// Input: mentions sorted by span, clusters that share them out. Complexity: linear in the mentions, times those of [`REACH`] sentences.
/// `grammar` tells who stands beside a phrase at its verb: who speaks to both is neither of them.
/// Reporters (`media` are their sectors) are on no side.
pub fn settle(
    mentions: &[Mention],
    clusters: &mut [Cluster],
    grammar: &Grammar<'_>,
    media: &[String],
) {
    let mut cluster_of = vec![None; mentions.len()];
    for (c, cluster) in clusters.iter().enumerate() {
        for &m in &cluster.mentions {
            if let Some(cell) = cluster_of.get_mut(m) {
                *cell = Some(c);
            }
        }
    }
    let mut states = FxHashMap::default();
    for (c, cluster) in clusters.iter().enumerate() {
        if let (EntityClass::Country, Some(code)) = (cluster.class, &cluster.country) {
            states.entry(code.as_str()).or_insert(c);
        }
    }
    let known = Known {
        states,
        mentions,
        clusters,
        cluster_of: &cluster_of,
        grammar,
        media,
    };
    let mut found: Vec<(usize, Found)> = Vec::new();
    for (i, mention) in mentions.iter().enumerate() {
        if let Some(count) = several(mention) {
            let class = Some(mention.class).filter(|c| *c != EntityClass::Group);
            let members = known
                .last(mention, (class, count), &found)
                .unwrap_or_default();
            // One that stays open stays in the list: what takes it up is open, too.
            let sentence = mention.sentence;
            let pair = Found {
                sentence,
                class,
                count,
                members,
            };
            found.push((i, pair));
        }
    }
    for (i, pair) in found {
        let cluster = cluster_of.get(i).copied().flatten();
        let cluster = cluster.and_then(|c| clusters.get_mut(c));
        if let Some(cluster) = cluster.filter(|_| !pair.members.is_empty()) {
            let members: BTreeSet<usize> = pair.members.into_iter().collect();
            cluster.name.clear();
            cluster.members = members.into_iter().collect();
            cluster.reasons = vec!["takes up the last two named".to_owned()];
        }
    }
}

struct Known<'a, 'g> {
    mentions: &'a [Mention],
    clusters: &'a [Cluster],
    cluster_of: &'a [Option<usize>],
    grammar: &'a Grammar<'g>,
    media: &'a [String],
    /// First cluster of each country code that is a state.
    states: FxHashMap<&'a str, usize>,
}

impl Known<'_, '_> {
    /// The two clusters of the class that the nearest sentence names which names more than one, or the `count` that it names in one breath; those beside
    /// the phrase itself do not count elsewhere.
    fn last(
        &self,
        phrase: &Mention,
        (class, count): (Option<EntityClass>, usize),
        earlier: &[(usize, Found)],
    ) -> Option<Vec<usize>> {
        let sentence = phrase.sentence;
        let mut beside: Vec<usize> = Vec::new();
        // "Peru and Chile quarrelled. Brazil helped Bolivia. Both governments …": two that were named in one breath go before two that were not.
        let mut loose: Option<Vec<usize>> = None;
        for back in 0..=REACH {
            let Some(at) = sentence.checked_sub(back) else {
                break;
            };
            // "Both countries" of the next sentence are those of this one.
            let same = |(_, f): &&(usize, Found)| {
                back > 0 && f.sentence == at && f.class == class && f.count == count
            };
            if let Some((_, pair)) = earlier.iter().rev().find(same) {
                return Some(pair.members.clone()).filter(|m| !m.is_empty());
            }
            let mut found: Vec<usize> = Vec::new();
            let mut states: Vec<usize> = Vec::new();
            for (c, cluster) in self.named_in(at, phrase) {
                let reports = cluster
                    .sector
                    .as_ref()
                    .is_some_and(|s| self.media.contains(s));
                if class.is_none() && reports {
                    continue;
                }
                let known = || found.iter().any(|&f| self.one_side(f, c));
                if fits(cluster, class) && !beside.contains(&c) && !(class.is_none() && known()) {
                    push(&mut found, c);
                }
                let state = (class == Some(EntityClass::Country)
                    && cluster.class == EntityClass::Person)
                    .then(|| self.state(cluster))
                    .flatten();
                if let Some(state) = state.filter(|s| !beside.contains(s)) {
                    push(&mut states, state);
                }
            }
            // "Senegal's president, who met …, offered to mediate between the two": whose holder of office speaks is neither of them.
            if back == 0
                && let Some(speaker) = states.first().copied().filter(|s| found.first() == Some(s))
            {
                beside.push(speaker);
                continue;
            }
            for list in [&found, &states] {
                let pair = list.len() == count;
                if pair && self.joined(at, list) {
                    return Some(list.clone());
                }
                if count == 2 && list.len() > 1 && loose.is_none() {
                    if !pair {
                        return None;
                    }
                    loose = Some(list.clone());
                }
            }
            // Who speaks to both is neither of them.
            if back == 0 {
                beside = found;
            }
        }
        loose
    }

    /// Does a sentence name the clusters side by side?
    fn joined(&self, sentence: usize, list: &[usize]) -> bool {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == sentence);
        let of = |c: usize| {
            let mentions = here.clone();
            mentions.filter(move |(i, _)| self.cluster_of.get(*i) == Some(&Some(c)))
        };
        let Some((&first, others)) = list.split_first() else {
            return false;
        };
        let beside = |m: &Mention, c: usize| of(c).any(|(_, n)| self.grammar.joined(m, n));
        of(first).any(|(_, m)| others.iter().all(|&c| beside(m, c)))
    }

    /// The clusters a sentence names before the phrase, in order.
    fn named_in<'s>(
        &'s self,
        sentence: usize,
        phrase: &'s Mention,
    ) -> impl Iterator<Item = (usize, &'s Cluster)> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let before = |m: &Mention| {
            let pair = m.evidence.iter().any(|e| e == PAIR);
            m.span.end <= phrase.span.start && !pair && !self.grammar.beside(phrase, m)
        };
        let cluster = |i: usize| {
            let c = self.cluster_of.get(i).copied().flatten()?;
            let cluster = self.clusters.get(c)?;
            // A word that takes up nobody is no actor.
            let mut members = cluster
                .mentions
                .iter()
                .filter_map(|m| self.mentions.get(*m));
            let group = |m: &Mention| m.evidence.first().is_some_and(|e| e.starts_with("group:"));
            let told = members.any(|m| m.form != MentionForm::Pronoun || group(m));
            told.then_some((c, cluster))
        };
        // "Sudan's army": the owner is not named beside what it owns.
        let owns = |i: usize, m: &Mention| {
            let next = self.mentions.get(i + 1);
            next.is_some_and(|n| n.span.start <= m.span.end + 1 && n.class != EntityClass::Person)
        };
        self.mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, m)| m.sentence == sentence)
            .filter(move |(i, m)| before(m) && !owns(*i, m))
            .filter_map(move |(i, _)| cluster(i))
    }

    /// Are the two clusters a state and one who acts for it? Those are never two sides.
    fn one_side(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.clusters.get(a), self.clusters.get(b)) else {
            return false;
        };
        let state = [a, b].iter().any(|c| c.class == EntityClass::Country);
        state && a.country.is_some() && a.country == b.country
    }

    /// The cluster of a person's state.
    fn state(&self, person: &Cluster) -> Option<usize> {
        let code = person.country.as_deref()?;
        self.states.get(code).copied()
    }
}

fn fits(cluster: &Cluster, class: Option<EntityClass>) -> bool {
    match class {
        Some(class) => cluster.class == class && !cluster.name.is_empty(),
        None => matches!(
            cluster.class,
            EntityClass::Country | EntityClass::Person | EntityClass::Organisation
        ),
    }
}

fn push(list: &mut Vec<usize>, item: usize) {
    if !list.contains(&item) {
        list.push(item);
    }
}
