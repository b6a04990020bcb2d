//! "The Russian company": a noun for a body of a state, beside the adjective of that state.
//!
//! In: mentions before the parse. Out: the state that such a noun tells, and whether a body told of before fits. Invariant: without one such body the
//! adjective stays what it was. Does not: decide whom the noun means (anaphora.rs).

use super::anaphora::Wanted;
use super::standins::NOMINAL;
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};
use crate::base::letters::small;
use crate::base::span::{Span, overlapping};
use crate::extract::mention::ADJECTIVE;
use crate::lexicon::coreference::{Around, Nominal};
use crate::lexicon::gazetteer::Entry;
use crate::lexicon::{Lexicon, Pack};
use std::collections::{BTreeMap, BTreeSet};

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
    let named = |m: &Mention| m.class == EntityClass::Organisation && m.form == MentionForm::Name;
    let mut bodies = before.filter(|m| named(m));
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
    /// The body whose name has the noun ("the commission", the European Commission): the only one named before, or of several the only one near.
    pub(super) fn named_with(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        noun: &Nominal,
        wanted: &Wanted<'_>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        // "The council meeting": a part of a phrase takes up nobody.
        grammar.part(mention)?;
        let beside = self.beside(grammar, mention);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let name = other.form == MentionForm::Name && self.fits(wanted, other.class, other);
            if name && self.is_named(j, noun) {
                found.insert(self.sets.root(j), j);
            }
        }
        found.retain(|root, _| !beside.contains(root));
        let near = |j: &&usize| {
            let other = self.mentions.get(**j);
            other.is_some_and(|m| m.sentence + REACH >= mention.sentence)
        };
        let mut close = found.values().filter(near);
        let close = close.next().copied().filter(|_| close.next().is_none());
        let found = only(found).or(close);
        let found = found.or_else(|| self.seated_body(at, &beside));
        let free = noun.unsectored && !self.is_of_seat(mention);
        let found = found.or_else(|| self.body_told(grammar, at).filter(|_| free));
        found.or_else(|| self.organ_told(at, noun, &beside))
    }

    /// "The electoral commission … the commission": the only organ of a state that was told of by the noun.
    fn organ_told(&mut self, at: usize, noun: &Nominal, beside: &BTreeSet<usize>) -> Option<usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let kind = other.evidence.first();
            let organ = kind.is_some_and(|e| e.starts_with("group:")) && !other.plural;
            let root = self.sets.root(j);
            if organ && noun.names(self.text(j)) && !beside.contains(&root) {
                found.entry(root).or_insert(j);
            }
        }
        only(found).filter(|&j| self.code_of(j).is_some())
    }

    /// "Fifa suspended X. The association …": the only body of the last sentence, if that is about it, and of no state.
    fn body_told(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let sentence = self.mentions.get(at)?.sentence.checked_sub(1)?;
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let body = other.class == EntityClass::Organisation && other.form == MentionForm::Name;
            if body && other.sentence + 1 >= sentence {
                found.entry(self.sets.root(j)).or_insert(j);
            }
        }
        only(found).filter(|&j| {
            let other = &self.mentions[j];
            let code = other.country.as_deref();
            let free = code.is_none_or(|c| self.is_of_no_state(c) || self.is_international(c));
            free && other.sentence == sentence && grammar.is_topic(other)
        })
    }

    /// "Interpol … the agency in Lyon": of a body that no more is told of than where it sits, the only one of no state near before.
    fn seated_body(&mut self, at: usize, beside: &BTreeSet<usize>) -> Option<usize> {
        let mention = self.mentions.get(at).filter(|m| self.is_of_seat(m))?;
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let body = other.class == EntityClass::Organisation && other.form == MentionForm::Name;
            let close = other.sentence + REACH >= mention.sentence;
            let code = other.country.as_deref();
            let root = self.sets.root(j);
            if body
                && close
                && code.is_none_or(|c| self.is_of_no_state(c) || self.is_international(c))
                && !beside.contains(&root)
            {
                near.entry(root).or_insert(j);
            }
        }
        only(near)
    }

    /// Has the body one of the words in its name, as it is written or as it is known ("the IMF … the fund")?
    fn is_named(&self, at: usize, noun: &Nominal) -> bool {
        let entry = self.mentions.get(at).and_then(|m| m.entry.as_deref());
        let entry = entry.and_then(|e| self.lexicon.gazetteer().entry(e));
        let code = self.pack.code.as_str();
        let known = |e: &Entry<'_>| {
            let mut own = e.names().filter(|(language, _)| *language == code);
            own.any(|(_, name)| noun.names(name))
        };
        noun.names(self.text(at)) || entry.as_ref().is_some_and(known)
    }

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
