//! The words of clauses that the graph and the lexicon decide on: event types, languages, publishers.
//!
//! In: words with their place. Out: demands. Invariant: a word that nothing is known by is an error that says what there is.

use super::ast;
use super::plan::{Demand, KindPair, Plan, Planner, is_of};
use super::result::Problem;
use super::vocabulary::Vocabulary;
use super::words::Lemmas;
use crate::graph::{EventId, Filter, Graph, KindView};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most words that a note lists.
const SHOWN: usize = 6;

impl Planner<'_> {
    /// A word with several readings means the first of which the graph has an event.
    fn read_as_told(&self, types: &[ast::At<ast::TypeTerm>]) -> Vec<ast::At<ast::TypeTerm>> {
        let told = |event_type: &str, mode: Option<&str>| self.has_kind(event_type, mode);
        let mut types = types.to_vec();
        for term in types.iter_mut().map(|t| &mut t.value) {
            if term.others.is_empty() || told(&term.event_type, term.mode.as_deref()) {
                continue;
            }
            let parts = |other: &str| {
                let (event_type, mode) = other.split_once('.').unwrap_or((other, ""));
                (
                    event_type.to_owned(),
                    Some(mode.to_owned()).filter(|m| !m.is_empty()),
                )
            };
            let fits = |other: &String| {
                let (event_type, mode) = parts(other);
                told(&event_type, mode.as_deref())
            };
            if let Some(at) = term.others.iter().position(fits) {
                let (event_type, mode) = parts(&term.others.remove(at));
                let passed = match &term.mode {
                    Some(mode) => format!("{}.{mode}", term.event_type.to_lowercase()),
                    None => term.event_type.to_lowercase(),
                };
                term.others.insert(0, passed);
                (term.event_type, term.mode) = (event_type.to_uppercase(), mode);
            }
        }
        types
    }

    /// Tells whether the graph has an event of a type and mode.
    fn has_kind(&self, event_type: &str, mode: Option<&str>) -> bool {
        let same = |kind: &KindView<'_>| {
            kind.event_type.eq_ignore_ascii_case(event_type)
                && (mode.is_none() || kind.mode == mode)
        };
        self.graph.kinds().any(|(kind, n)| n > 0 && same(&kind))
    }

    /// Finds a language by its code or name among those of the articles and of the program.
    pub(super) fn language(&self, name: &ast::At<String>) -> Result<String, Problem> {
        let articles = self.graph.articles();
        let mut told: BTreeSet<String> = articles
            .filter_map(|a| self.graph.article_source(a).0.map(str::to_owned))
            .collect();
        let known = self.vocabulary.languages();
        let named = known.iter().find(|(_, n)| n.to_lowercase() == name.value);
        let code = named.map_or(&name.value, |(code, _)| code);
        if told.contains(code) || known.iter().any(|(c, _)| c == code) {
            return Ok(code.clone());
        }
        if told.is_empty() {
            told.extend(known.iter().map(|(c, _)| c.clone()));
        }
        let told: Vec<String> = told.into_iter().collect();
        let message = format!(
            "no article is in the language \"{}\"; there are {}",
            name.value,
            told.join(", ")
        );
        Err(Problem::new(message, name.span))
    }

    /// Makes the demand of event types; `wanted` is false for `without`.
    pub(super) fn types(
        &self,
        types: &[ast::At<ast::TypeTerm>],
        wanted: bool,
        plan: &mut Plan,
    ) -> Demand {
        let types = self.read_as_told(types);
        let notes = types.iter().filter_map(|t| self.readings(&t.value));
        plan.notes.extend(notes);
        let kinds = kinds(&types);
        let turned = types.iter().filter(|t| t.value.reversed);
        let turned = turned.map(|t| (t.value.event_type.clone(), t.value.mode.clone()));
        plan.reversed.extend(turned);
        let told = types.iter().map(|t| &t.value.told);
        let told: Vec<&Lemmas> = told.filter(|t| !t.is_empty()).collect();
        match (told.is_empty(), wanted) {
            (true, true) => Demand::Types(kinds),
            (true, false) => Demand::Without(kinds),
            (false, _) => {
                let mut events = self.told_with(&told);
                if !kinds.is_empty() {
                    let filter = Filter {
                        kinds: Some(self.graph.kind_set(|k| is_of(k, &kinds))),
                        ..Filter::default()
                    };
                    events.extend(self.graph.events_where(&filter));
                }
                Demand::Listed(Arc::new(events), wanted)
            }
        }
    }

    /// Lists the events with a sentence that holds every one of some words, in whatever form.
    pub(super) fn mentioning(&self, words: &[&str]) -> BTreeSet<EventId> {
        let words: Vec<Lemmas> = words
            .iter()
            .map(|w| self.vocabulary.words.forms(w))
            .collect();
        let events = self.graph.all_events().filter(|event| {
            words
                .iter()
                .all(|w| is_mentioned(self.graph, self.vocabulary, *event, w))
        });
        events.collect()
    }

    /// Lists the events that some article tells with one of the words.
    fn told_with(&self, told: &[&Lemmas]) -> BTreeSet<EventId> {
        let mut seen: BTreeMap<(String, String), bool> = BTreeMap::new();
        let mut tells = |language: &str, trigger: &str| {
            let key = (language.to_owned(), trigger.to_owned());
            *seen.entry(key).or_insert_with(|| {
                let words = &self.vocabulary.words;
                told.iter().any(|t| words.tells(language, trigger, t))
            })
        };
        let events = self.graph.all_events().filter(|event| {
            self.graph.reports(*event).iter().any(|report| {
                let article = self.graph.article_by_key(&report.article);
                let language = article.and_then(|a| self.graph.article_source(a).0);
                language.is_some_and(|l| tells(l, &report.trigger))
            })
        });
        events.collect()
    }

    /// Says how a word was read that has several meanings of which the graph has events, or that names no type.
    fn readings(&self, term: &ast::TypeTerm) -> Option<String> {
        if !term.told.is_empty() {
            let words: BTreeSet<&str> = term.told.values().flatten().map(String::as_str).collect();
            let more = if words.len() > SHOWN { ", …" } else { "" };
            let words: Vec<&str> = words.into_iter().take(SHOWN).collect();
            let kinds: Vec<String> = self
                .vocabulary
                .words
                .kinds(&term.word)
                .into_iter()
                .map(|k| {
                    let label = self
                        .vocabulary
                        .label_or_name(&k.event_type, k.mode.as_deref());
                    format!("`{label}`")
                })
                .collect();
            let kinds = if kinds.is_empty() {
                String::new()
            } else {
                let shown: Vec<&str> = kinds.iter().take(SHOWN).map(String::as_str).collect();
                format!("; kinds that it may tell: {}", shown.join(", "))
            };
            return Some(format!(
                "\"{}\" is no kind of event: these are only the events told with {}{more}, not those told in other words{kinds}",
                term.word,
                words.join(", ")
            ));
        }
        let meant = self
            .vocabulary
            .label_or_name(&term.event_type, term.mode.as_deref());
        let others = term.others.iter().filter_map(|exact| {
            let other = self.vocabulary.event_type(exact)?;
            if !self.has_kind(&other.event_type, other.mode.as_deref()) {
                return None;
            }
            let label = self
                .vocabulary
                .label_or_name(&other.event_type, other.mode.as_deref());
            Some(format!("\"{label}\" is {exact}"))
        });
        let others: Vec<String> = others.collect();
        (!others.is_empty())
            .then(|| format!("{} means \"{meant}\"; {}", term.word, others.join(", ")))
    }

    /// Finds a publisher by part of its name, any case.
    pub(super) fn source(&self, name: &ast::At<String>) -> Result<String, Problem> {
        let wanted = name.value.to_lowercase();
        let mut sources: Vec<&str> = self
            .graph
            .articles()
            .filter_map(|a| self.graph.article_source(a).1)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        let exact = sources.iter().find(|s| s.to_lowercase() == wanted);
        let found = exact.or_else(|| sources.iter().find(|s| s.to_lowercase().contains(&wanted)));
        if let Some(found) = found {
            return Ok((*found).to_owned());
        }
        let lower: Vec<String> = sources.iter().map(|s| s.to_lowercase()).collect();
        let suggestions = super::suggest::nearest(&wanted, lower.iter().map(String::as_str), 3);
        Err(Problem {
            suggestions,
            ..Problem::new(
                format!(
                    "no article comes from the source \"{}\"; `show sources` lists them",
                    name.value
                ),
                name.span,
            )
        })
    }
}

/// Tells whether a sentence of an event holds a word.
pub(super) fn is_mentioned(
    graph: &Graph,
    vocabulary: &Vocabulary,
    event: EventId,
    word: &Lemmas,
) -> bool {
    graph.reports(event).iter().any(|report| {
        let article = graph.article_by_key(&report.article);
        let language = article.and_then(|a| graph.article_source(a).0);
        language.is_some_and(|l| vocabulary.words.holds(l, &report.quote, word))
    })
}

fn kinds(types: &[ast::At<ast::TypeTerm>]) -> Vec<KindPair> {
    types
        .iter()
        .filter(|t| t.value.told.is_empty())
        .map(|t| (t.value.event_type.clone(), t.value.mode.clone()))
        .collect()
}
