//! "The Russian company": a noun for a body of a state, beside the adjective of that state.
//!
//! In: mentions before the parse. Out: the state that such a noun tells, and whether a body told of before fits. Invariant: without one such body the
//! adjective stays what it was. Does not: decide whom the noun means (anaphora.rs).

use super::State;
use super::standins::NOMINAL;
use crate::base::analysis::{EntityClass, Mention, Upos};
use crate::base::letters::small;
use crate::base::span::{Span, overlapping};
use crate::extract::mention::ADJECTIVE;
use crate::lexicon::coreference::{Around, Nominal};
use crate::lexicon::{Lexicon, Pack};

/// The body was told of at most this many sentences before.
const REACH: usize = 2;

/// Is a token the adjective of a state, by itself or as the first word of a group ("russische Firmen")?
pub(super) fn is_adjective(mentions: &[Mention], token: Span) -> bool {
    let mut here = overlapping(mentions, |m| m.span, token);
    let opens = |m: &Mention| {
        let group = m.evidence.first().is_some_and(|e| e.starts_with(GROUP));
        group && m.country.is_some() && m.span.end > token.end
    };
    here.any(|i| mentions.get(i).is_some_and(|m| tells_state(m) || opens(m)))
}

/// Evidence of a group, before its kind.
const GROUP: &str = "group:";

/// "His Turkish colleague": the code of the state whose adjective stands right before a noun.
pub(super) fn state_before<'m>(mentions: &'m [Mention], noun: &Mention) -> Option<&'m str> {
    let next = mentions.partition_point(|m| m.span.start < noun.span.start);
    let before = next.checked_sub(1).and_then(|i| mentions.get(i))?;
    let adjective = tells_state(before) && before.span.end + 1 == noun.span.start;
    before.country.as_deref().filter(|_| adjective)
}

/// Is a word in small letters a form of one of the verbs?
pub(super) fn is_verb(words: &[String], at: usize, verbs: &[String], pack: &Pack) -> bool {
    let word = words.get(at).map_or("", String::as_str);
    let lemmas = pack.inflection().lemmas(word, Some(Upos::Verb));
    lemmas.iter().any(|l| verbs.contains(l))
}

fn tells_state(mention: &Mention) -> bool {
    mention.evidence.first().is_some_and(|e| e == ADJECTIVE)
}

/// The code of the state of whose body a class noun speaks: by the adjective before it, at most one word between, or by the group that it is part of.
pub(super) fn country_of(text: &str, found: &Mention, mentions: &[Mention]) -> Option<String> {
    let listed = found.evidence.first()?.starts_with(NOMINAL);
    if !listed || found.class != EntityClass::Organisation {
        return None;
    }
    let group = |i: usize| mentions.get(i)?.country.clone();
    if let Some(code) = overlapping(mentions, |m| m.span, found.span).find_map(group) {
        return Some(code);
    }
    let next = mentions.partition_point(|m| m.span.start < found.span.start);
    let adjective = next.checked_sub(1).and_then(|i| mentions.get(i));
    let adjective = adjective.filter(|m| tells_state(m))?;
    let between = text.get(adjective.span.end as usize..found.span.start as usize)?;
    let plain = between
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let near = plain && between.split_whitespace().count() <= 1;
    adjective.country.clone().filter(|_| near)
}

/// Was one body of the sectors, and of the state that a noun tells, spoken of near before it?
pub(super) fn told(
    (kinds, noun): (&[String], &Mention),
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> bool {
    let private = &lexicon.ontology.codes.private;
    let of_state = |m: &Mention| match (&noun.country, &m.country) {
        (None, _) => true,
        (Some(code), Some(own)) => code == own || private.contains(own),
        (Some(_), None) => m.entry.is_none(),
    };
    let fits = |m: &Mention| match &m.sector {
        Some(sector) => kinds.is_empty() || kinds.contains(sector),
        None => kinds.is_empty() || noun.country.is_some() && m.entry.is_none(),
    };
    let before = mentions
        .iter()
        .take_while(|m| m.span.end <= noun.span.start);
    let mut bodies = before.filter(|m| {
        let near = m.sentence + REACH >= noun.sentence;
        near && m.class == EntityClass::Organisation && fits(m) && of_state(m)
    });
    let first = bodies.next();
    first.is_some_and(|f| bodies.all(|b| b.entry == f.entry))
}

/// "Die Union": was a body told of before whose name has the noun, so that the noun is no name of its own?
pub(super) fn names_earlier(
    noun: &Nominal,
    found: &Mention,
    (text, mentions): (&str, &[Mention]),
    lexicon: &Lexicon,
) -> bool {
    let before = mentions
        .iter()
        .take_while(|m| m.span.end <= found.span.start);
    let mut bodies = before.filter(|m| m.class == EntityClass::Organisation);
    !noun.named.is_empty()
        && bodies.any(|m| {
            let entry = m
                .entry
                .as_deref()
                .and_then(|e| lexicon.gazetteer().entry(e));
            noun.names(m.span.of(text))
                || entry.is_some_and(|e| e.names().any(|(_, name)| noun.names(name)))
        })
}

impl State<'_> {
    /// Does the word behind a mention belong to the verb before it ("accused the president of treason")?
    pub(super) fn is_before_complement(&self, at: usize) -> bool {
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let Some(sentence) = self.sentences.get(mention.sentence) else {
            return false;
        };
        let text = &self.article.text;
        let words: Vec<String> = sentence
            .tokens
            .iter()
            .map(|t| small(t.span.of(text)).into_owned())
            .collect();
        let tokens = &sentence.tokens;
        let start = tokens.partition_point(|t| t.span.end <= mention.span.start);
        let end = tokens.partition_point(|t| t.span.start < mention.span.end);
        let next = words.get(end).map_or("", String::as_str);
        let around = Around {
            is_adjective: &|i| {
                let token = tokens.get(i);
                token.is_some_and(|t| is_adjective(self.mentions, t.span))
            },
            is_verb: &|i, verbs| is_verb(&words, i, verbs, self.pack),
        };
        let table = self.pack.coreference();
        table.is_complement(next, &words, start, &around)
    }

    /// Is a code that of firms and bodies of no state?
    pub(super) fn is_of_no_state(&self, code: &str) -> bool {
        let private = &self.lexicon.ontology.codes.private;
        private.iter().any(|p| p == code)
    }
}
