//! Offices in questions: "the French president", "Rysslands president", "the president of Azerbaijan".
//!
//! In: a line. Out: the line with the name of who holds the office, and what that rests on. Invariant: the holder is one that the graph tells of; where
//! it tells of several, the line is refused with their names. Does not: know who holds an office otherwise.

use super::line::{Line, genitive};
use super::titles;
use crate::base::analysis::EntityClass;
use crate::base::world::Relation;
use crate::graph::{EntityId, Graph};
use crate::query::facts::relation_words;
use crate::query::parse::KnownNames;
use crate::query::result::Problem;
use crate::query::vocabulary::Vocabulary;

/// Most words of the body that an office is held of.
const LONGEST_BODY: usize = 3;

/// An office as the words of a line name it.
struct Office {
    /// The words from the first to behind the last.
    words: (usize, usize),
    /// The body it is held of.
    body: EntityId,
    /// The predicate of its relation.
    predicate: String,
}

/// The line with the holder's name for an office, and what that rests on; or the problem that several are told to hold it.
pub(super) fn resolved(
    text: &str,
    vocabulary: &Vocabulary,
    graph: &Graph,
) -> Option<Result<(String, String), Problem>> {
    let line = Line::new(text, vocabulary, graph);
    if let Some(body) = line.led() {
        return leaders(&line, body);
    }
    let office = (0..line.words.len()).find_map(|at| line.office(at))?;
    let (from, to) = office.words;
    let holders = holders(graph, office.body, |p| p == office.predicate);
    let span = line.span(from, to);
    let told = |r: &Relation| relation_words(graph, r, graph.entity(office.body).key);
    match holders.as_slice() {
        [] => None,
        [one] => {
            let who = graph.entity_by_key(&one.subject)?;
            let (front, behind) = (
                text.get(..span.start as usize)?,
                text.get(span.end as usize..)?,
            );
            let name = graph.name(who);
            let words = span.of(text);
            let said = format!("{words} is taken for {}, as far as is told", told(one));
            Some(Ok((format!("{front}{name}{behind}"), said)))
        }
        several => {
            let names: Vec<String> = several.iter().map(|r| told(r)).collect();
            let message = format!(
                "several are told to hold this office: {}; ask for one by name",
                names.join("; ")
            );
            Some(Err(Problem::new(message, span)))
        }
    }
}

/// Lists who holds an office of a body; former holders only where no other is told of.
fn holders(graph: &Graph, body: EntityId, is: impl Fn(&str) -> bool) -> Vec<&Relation> {
    let relations = graph.relations_of(body).into_iter();
    let mut found: Vec<&Relation> = relations
        .filter_map(|r| graph.relation(r))
        .filter(|r| is(&r.predicate) && r.object == graph.entity(body).key)
        .collect();
    if found.iter().any(|r| r.end.is_none()) {
        found.retain(|r| r.end.is_none());
    }
    found
}

/// Answers "who leads X": the card of the one at its head; of several, or where none is told of, the card of X, which names them.
fn leaders(line: &Line<'_>, body: EntityId) -> Option<Result<(String, String), Problem>> {
    let graph = line.graph;
    let found = holders(graph, body, |p| line.vocabulary.is_leading(p));
    let told = |r: &&Relation| relation_words(graph, r, graph.entity(body).key);
    let name = graph.name(body);
    let (shown, said) = match found.as_slice() {
        [] => (name, format!("nobody is told of as the head of {name}")),
        [one] => {
            let who = graph.name(graph.entity_by_key(&one.subject)?);
            (who, format!("{name} has {}, as far as is told", told(one)))
        }
        several => {
            let words: Vec<String> = several.iter().map(told).collect();
            (
                name,
                format!("{name} has {}, as far as is told", words.join(", ")),
            )
        }
    };
    Some(Ok((format!("show {shown}"), said)))
}

impl Line<'_> {
    /// Reads "who leads X" to its end: X.
    fn led(&self) -> Option<EntityId> {
        let table = self.tables().into_iter().find(|t| {
            let asks = [&t.anybody, &t.doer].into_iter();
            let asks = asks.filter_map(|list| self.phrase(0, list)).max();
            asks.is_some_and(|n| self.phrase(n, &t.leads).is_some())
        })?;
        let asks = [&table.anybody, &table.doer].into_iter();
        let verb = asks.filter_map(|list| self.phrase(0, list)).max()?;
        let at = verb + self.phrase(verb, &table.leads)?;
        let at = at + usize::from(self.is_small(at));
        let (body, end) = self.body(at)?;
        (end == self.words.len()).then_some(body)
    }

    /// Reads an office that begins at a word, unless a name stands behind it.
    fn office(&self, at: usize) -> Option<Office> {
        let found = self
            .of_body(at)
            .or_else(|| self.body_first(at))
            .or_else(|| self.compound(at))?;
        let (from, to) = found.words;
        // A name that the graph does not know stands behind it.
        let strange = self
            .words
            .get(to)
            .is_some_and(|w| w.starts_with(char::is_uppercase));
        let named = self.name(to).is_some_and(|(name, _)| {
            let hits = self.graph.find_exact(&name);
            let person = |e| self.graph.entity(e).class == EntityClass::Person;
            hits.iter().any(|h| person(h.entity))
        });
        let article = from > 0 && self.is_small(from - 1);
        let from = from - usize::from(article);
        // "Russian president Putin" names him already.
        (!named && !strange).then_some(Office {
            words: (from, to),
            ..found
        })
    }

    /// "president of Azerbaijan".
    fn of_body(&self, at: usize) -> Option<Office> {
        let end = self.vocabulary.words.title_noun_end(&self.words, at)?;
        let of = self
            .tables()
            .iter()
            .any(|t| matches!(self.keyword(end, t), Some("of" | "by" | "in")));
        if !of {
            return None;
        }
        let start = end + 1 + usize::from(self.is_small(end + 1));
        let (body, to) = self.body(start)?;
        let predicate = self.predicate(at, body, false)?;
        Some(Office {
            words: (at, to),
            body,
            predicate,
        })
    }

    /// "French president", "Rysslands president", "US president".
    fn body_first(&self, at: usize) -> Option<Office> {
        let (body, title) = self.body(at)?;
        let to = self.vocabulary.words.title_noun_end(&self.words, title)?;
        let predicate = self.predicate(title, body, false)?;
        Some(Office {
            words: (at, to),
            body,
            predicate,
        })
    }

    /// "US-Präsident".
    fn compound(&self, at: usize) -> Option<Office> {
        let to = self.vocabulary.words.title_noun_end(&self.words, at)?;
        let prefix = self.vocabulary.words.title_prefix(&self.words, at)?;
        let body = titles::body(self.graph, self.vocabulary, prefix.trim_end_matches('-'))?;
        let predicate = self.predicate(at, body, true)?;
        Some(Office {
            words: (at, to),
            body,
            predicate,
        })
    }

    /// The country or organisation that words name: by a name, a genitive or an adjective.
    fn body(&self, at: usize) -> Option<(EntityId, usize)> {
        (1..=LONGEST_BODY).rev().find_map(|n| {
            let words = self.words.get(at..at + n)?.join(" ");
            let body = titles::body(self.graph, self.vocabulary, &words)?;
            Some((body, at + n))
        })
    }

    fn predicate(&self, title: usize, body: EntityId, compound: bool) -> Option<String> {
        let class = self.graph.entity(body).class;
        let words = &self.vocabulary.words;
        let predicate = words.title_predicate(&self.words, title, class, compound);
        predicate.filter(|p| self.vocabulary.is_office(p))
    }

    fn is_small(&self, at: usize) -> bool {
        let tables = self.tables();
        tables.iter().any(|t| self.phrase(at, &t.small) == Some(1))
    }
}

/// The body that words name in full, a genitive ending left out.
pub(super) fn named_body(graph: &Graph, words: &str) -> Option<EntityId> {
    let whole = |w: &&str| graph.is_whole_name(w);
    let words = Some(words)
        .filter(whole)
        .or_else(|| genitive(words).filter(whole))?;
    let hits = graph.find_exact(words);
    let body = hits.iter().find(|h| {
        let class = graph.entity(h.entity).class;
        matches!(class, EntityClass::Country | EntityClass::Organisation)
    });
    body.map(|h| h.entity)
}
