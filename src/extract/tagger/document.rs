//! Second pass over an article: what one sentence shows surely helps the others ("President Ana Lisboa … Lisboa said").
//!
//! In: the tagger, all sentences of an article. Out: tags per sentence. Source: the two-stage idea of Krishnan & Manning 2006, with the
//! first pass's probabilities added as scores. Invariant: an article of one sentence is tagged as by [`Tagger::tag`].
//! Does not: change a token that the rest of the article does not mention.

use super::model::{Scores, TAGS};
use super::words::lower_hash;
use super::{NameClass, Tag, Tagger};
use std::collections::BTreeMap;

/// How much one sure mention elsewhere adds, in natural-log odds, and the most that all of them may add.
const STEP: f32 = 1.2;
const CEILING: f32 = 2.4;
/// Weight of a mention in a name of several tokens, which leaves less doubt than a single one.
const FULL: f32 = 1.5;

/// What the article says of one form: support per class.
#[derive(Debug, Clone, Copy, Default)]
struct Support {
    classes: [f32; 3],
}

/// Tags all sentences of an article, in two passes. O(tokens log tokens).
pub fn tag(tagger: &Tagger, sentences: &[&[&str]], lang: &str) -> Vec<Vec<Tag>> {
    let first: Vec<Vec<Tag>> = sentences.iter().map(|s| tagger.tag(s, lang)).collect();
    if sentences.len() < 2 {
        return first;
    }
    let mut article: BTreeMap<u64, Support> = BTreeMap::new();
    let mut own: Vec<BTreeMap<u64, Support>> = Vec::with_capacity(sentences.len());
    for (tokens, tags) in sentences.iter().zip(&first) {
        let support = evidence(tokens, tags);
        for (form, add) in &support {
            let sum = article.entry(*form).or_default();
            sum.classes
                .iter_mut()
                .zip(add.classes)
                .for_each(|(a, b)| *a += b);
        }
        own.push(support);
    }
    let mut out = Vec::with_capacity(sentences.len());
    for ((tokens, tags), own) in sentences.iter().zip(first).zip(&own) {
        let priors: Vec<Scores> = tokens.iter().map(|t| prior(t, &article, own)).collect();
        if priors.iter().flatten().all(|p| *p == 0.0) {
            out.push(tags);
        } else {
            out.push(tagger.tag_with(tokens, lang, &priors));
        }
    }
    out
}

/// Form by which tokens of an article are compared; `None` for tokens too short or written small.
fn form(token: &str) -> Option<u64> {
    let capital = token.chars().next().is_some_and(char::is_uppercase);
    (capital && token.chars().nth(2).is_some()).then(|| lower_hash(token))
}

fn evidence(tokens: &[&str], tags: &[Tag]) -> BTreeMap<u64, Support> {
    let mut out: BTreeMap<u64, Support> = BTreeMap::new();
    for (i, (token, tag)) in tokens.iter().zip(tags).enumerate() {
        let (Some(form), Some(class)) = (form(token), tag.place.class()) else {
            continue;
        };
        let neighbour = |j: Option<usize>| {
            let tag = j.and_then(|j| tags.get(j));
            tag.is_some_and(|t| t.place.class() == Some(class))
        };
        let full = neighbour(i.checked_sub(1)) || neighbour(Some(i + 1));
        // parts of longer organisations and places are often common words; only persons hand their parts on
        if full && class != NameClass::Person {
            continue;
        }
        let weight = if full { FULL } else { 1.0 };
        out.entry(form).or_default().classes[class as usize] += weight * tag.confidence;
    }
    out
}

fn prior(token: &str, article: &BTreeMap<u64, Support>, own: &BTreeMap<u64, Support>) -> Scores {
    let mut prior = [0.0; TAGS];
    let Some(form) = form(token) else {
        return prior;
    };
    let Some(all) = article.get(&form) else {
        return prior;
    };
    let own = own.get(&form).copied().unwrap_or_default();
    for (class, (all, own)) in all.classes.iter().zip(own.classes).enumerate() {
        let add = ((all - own).max(0.0) * STEP).min(CEILING);
        prior[2 * class + 1] = add;
        prior[2 * class + 2] = add;
    }
    prior
}
