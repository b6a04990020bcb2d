//! "Both countries", "the two leaders": phrases that take up the last two actors together.
//!
//! In: the mentions and clusters of an article, the table of pairs of its language. Out: the same with one mention for each phrase whose two actors
//! are certain, in a cluster that names them as its members. Invariants: precision first, with three candidates nothing is attached; mentions stay
//! sorted; a named mention is never touched. Does not: count beyond two.

use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm, RoleObject, Sentence};
use crate::base::article::Article;
use crate::base::span::{Span, overlapping};
use crate::lexicon::coreference::Pairs;
use crate::lexicon::pack::Pack;
use std::collections::{BTreeSet, HashMap};

/// A phrase reaches back this many sentences.
const REACH: usize = 2;
/// Most words between the opener and the noun ("both East African countries").
const BETWEEN: usize = 2;

/// A phrase with its members.
struct Found {
    span: Span,
    sentence: usize,
    class: EntityClass,
    members: Vec<usize>,
}

/// Adds a mention and a cluster for every phrase that can be resolved.
///
/// Input: mentions sorted by span, clusters that share them out. Output: both, with indices brought up to date. Complexity: linear in the text, times
/// the mentions of [`REACH`] sentences.
pub fn with_pairs(
    article: &Article,
    sentences: &[Sentence],
    mentions: Vec<Mention>,
    clusters: Vec<Cluster>,
    pack: &Pack,
) -> (Vec<Mention>, Vec<Cluster>) {
    let table = &pack.coreference().pairs;
    let mut cluster_of = vec![None; mentions.len()];
    for (c, cluster) in clusters.iter().enumerate() {
        for &m in &cluster.mentions {
            if let Some(cell) = cluster_of.get_mut(m) {
                *cell = Some(c);
            }
        }
    }
    let mut states = HashMap::new();
    for (c, cluster) in clusters.iter().enumerate() {
        if let (EntityClass::Country, Some(code)) = (cluster.class, &cluster.country) {
            states.entry(code.as_str()).or_insert(c);
        }
    }
    let known = Known {
        states,
        mentions: &mentions,
        clusters: &clusters,
        cluster_of: &cluster_of,
    };
    let mut found = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let words: Vec<String> = sentence
            .tokens
            .iter()
            .map(|t| t.span.of(&article.text).to_lowercase())
            .collect();
        for (from, to, class) in phrases(&words, table) {
            let (Some(first), Some(last)) = (sentence.tokens.get(from), sentence.tokens.get(to))
            else {
                continue;
            };
            let span = Span {
                start: first.span.start,
                end: last.span.end,
            };
            let named = |m: &Mention| {
                m.span.overlaps(span) && !matches!(m.form, MentionForm::Role | MentionForm::Nominal)
            };
            let mut covered = overlapping(&mentions, |m| m.span, span);
            if covered.any(|i| mentions.get(i).is_some_and(named)) {
                continue;
            }
            // One that stays open stays in the list: what takes it up is open, too.
            found.push(Found {
                span,
                sentence: index,
                class: class.unwrap_or(EntityClass::Group),
                members: known
                    .last_two(index, span, class, &found)
                    .unwrap_or_default(),
            });
        }
    }
    found.retain(|f| !f.members.is_empty());
    if found.is_empty() {
        return (mentions, clusters);
    }
    insert(mentions, clusters, found)
}

/// First and last word of every phrase of the table, with the class of its noun (`None`: any actor).
fn phrases(words: &[String], table: &Pairs) -> Vec<(usize, usize, Option<EntityClass>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let opener = table.openers.iter().find(|o| {
            let parts: Vec<&str> = o.split(' ').collect();
            (0..parts.len()).all(|k| words.get(at + k).is_some_and(|w| w == parts[k]))
        });
        let start = at;
        at += 1;
        let Some(opener) = opener else {
            if let Some((length, class)) = alone(words, start, table) {
                found.push((start, start + length - 1, class));
                at = start + length;
            }
            continue;
        };
        let behind = start + opener.split(' ').count();
        let noun = (behind..words.len().min(behind + BETWEEN + 1)).find_map(|k| {
            let word = words.get(k)?;
            let kind = table.nouns.iter().find(|n| n.fits(word))?;
            Some((k, kind.class))
        });
        if let Some((end, class)) = noun {
            found.push((start, end, class));
            at = end + 1;
        }
    }
    found
}

/// Length and class of the phrase that begins at the word and needs no opener, if there is one.
fn alone(words: &[String], at: usize, table: &Pairs) -> Option<(usize, Option<EntityClass>)> {
    table.alone.iter().find_map(|noun| {
        let stands = |form: &&String| {
            let mut parts = form.split(' ').enumerate();
            parts.all(|(k, part)| words.get(at + k).is_some_and(|w| w == part))
        };
        let form = noun.forms.iter().find(stands)?;
        Some((form.split(' ').count(), noun.class))
    })
}

struct Known<'a> {
    mentions: &'a [Mention],
    clusters: &'a [Cluster],
    cluster_of: &'a [Option<usize>],
    /// First cluster of each country code that is a state.
    states: HashMap<&'a str, usize>,
}

impl Known<'_> {
    /// The two clusters of the class that the nearest sentence names which names more than one; those beside the phrase itself do not count elsewhere.
    fn last_two(
        &self,
        sentence: usize,
        span: Span,
        class: Option<EntityClass>,
        earlier: &[Found],
    ) -> Option<Vec<usize>> {
        let mut beside: Vec<usize> = Vec::new();
        for back in 0..=REACH {
            let at = sentence.checked_sub(back)?;
            // "Both countries" of the next sentence are those of this one.
            let same = |f: &&Found| {
                back > 0 && f.sentence == at && f.class == class.unwrap_or(EntityClass::Group)
            };
            if let Some(pair) = earlier.iter().rev().find(same) {
                return Some(pair.members.clone()).filter(|m| !m.is_empty());
            }
            let mut found: Vec<usize> = Vec::new();
            let mut states: Vec<usize> = Vec::new();
            for (c, cluster) in self.named_in(at, span) {
                if fits(cluster, class) && !beside.contains(&c) {
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
                if list.len() > 1 {
                    return (list.len() == 2).then(|| list.clone());
                }
            }
            // Who speaks to both is neither of them.
            if back == 0 {
                beside = found;
            }
        }
        None
    }

    /// The clusters a sentence names before the phrase, in order.
    fn named_in(&self, sentence: usize, span: Span) -> impl Iterator<Item = (usize, &Cluster)> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let before = move |m: &Mention| m.span.end <= span.start;
        let cluster = |i: usize| {
            let c = self.cluster_of.get(i).copied().flatten()?;
            Some((c, self.clusters.get(c)?))
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

/// Puts the phrases in their places; a role or a noun they cover gives way.
fn insert(
    mentions: Vec<Mention>,
    mut clusters: Vec<Cluster>,
    found: Vec<Found>,
) -> (Vec<Mention>, Vec<Cluster>) {
    let covered = |m: &Mention| overlapping(&found, |f| f.span, m.span).next();
    let mut all: Vec<(Option<usize>, Option<usize>, Mention)> = Vec::new();
    let gone: Vec<Option<usize>> = mentions.iter().map(covered).collect();
    for (i, mention) in mentions.into_iter().enumerate() {
        if gone.get(i).copied().flatten().is_none() {
            all.push((Some(i), None, mention));
        }
    }
    all.extend(
        found
            .iter()
            .enumerate()
            .map(|(k, f)| (None, Some(k), mention(f))),
    );
    all.sort_by_key(|(_, _, m)| (m.span.start, m.span.end));
    let mut place = vec![0; gone.len()];
    let mut pair_at = vec![0; found.len()];
    for (new, (old, pair, _)) in all.iter().enumerate() {
        if let Some(cell) = old.and_then(|i| place.get_mut(i)) {
            *cell = new;
        }
        if let Some(cell) = pair.and_then(|k| pair_at.get_mut(k)) {
            *cell = new;
        }
    }
    for (cell, pair) in place.iter_mut().zip(&gone) {
        if let Some(at) = pair.and_then(|k| pair_at.get(k)) {
            *cell = *at;
        }
    }
    let moved = |i: usize| place.get(i).copied().unwrap_or(i);
    for cluster in &mut clusters {
        cluster
            .mentions
            .retain(|&m| gone.get(m).copied().flatten().is_none());
        cluster.mentions.iter_mut().for_each(|m| *m = moved(*m));
        if cluster.mentions.is_empty() {
            cluster.entry = None;
        }
    }
    for (_, _, mention) in &mut all {
        if let Some(RoleObject::Mention(at)) = mention.role.as_mut().and_then(|r| r.object.as_mut())
        {
            *at = moved(*at);
        }
    }
    for (f, at) in found.into_iter().zip(pair_at) {
        clusters.push(cluster(f, at));
    }
    (all.into_iter().map(|(_, _, m)| m).collect(), clusters)
}

fn mention(found: &Found) -> Mention {
    Mention {
        span: found.span,
        sentence: found.sentence,
        class: found.class,
        form: MentionForm::Pronoun,
        entry: None,
        country: None,
        sector: None,
        gender: None,
        plural: true,
        role: None,
        phrase: None,
        evidence: vec!["pair".to_owned()],
        confidence: 0.6,
    }
}

fn cluster(found: Found, at: usize) -> Cluster {
    let members: BTreeSet<usize> = found.members.into_iter().collect();
    Cluster {
        name: String::new(),
        class: found.class,
        entry: None,
        country: None,
        sector: None,
        mentions: vec![at],
        members: members.into_iter().collect(),
        reasons: vec!["takes up the last two named".to_owned()],
    }
}
