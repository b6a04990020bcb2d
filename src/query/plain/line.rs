//! The words of a line that is no statement: names, expressions of question tables, keywords, languages.
//!
//! In: the text of a line. Out: what begins at a word, and how many words it takes. Invariant: the longest fits. Does not: put statements together.

use crate::base::analysis::EntityClass;
use crate::base::span::Span;
use crate::graph::{EntityId, Graph};
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;
use crate::query::ast::{At, EntityTerm};
use crate::query::lexer::{self, Kind};
use crate::query::names::{Resolver, Variables};
use crate::query::parse::{KnownNames, RESERVED};
use crate::query::result::Problem;
use crate::query::vocabulary::Vocabulary;

/// Most words of a name.
const LONGEST_NAME: usize = 6;
/// Most words of an expression of a question table.
pub(super) const LONGEST: usize = 5;
/// Fewest letters of a name that is taken for another spelling of one.
const SPELLED: usize = 4;

fn is_reserved(word: &str) -> bool {
    RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word))
}

/// The words of a line.
pub(super) struct Line<'l> {
    pub(super) words: Vec<&'l str>,
    spans: Vec<Span>,
    quoted: Vec<bool>,
    pub(super) vocabulary: &'l Vocabulary,
    pub(super) graph: &'l Graph,
    /// The line ends with a question mark.
    pub(super) asks: bool,
}

/// The word without the ending of a genitive; a bare "s" only behind a word that is written like a name.
pub(super) fn genitive(word: &str) -> Option<&str> {
    let marked = ["'s", "’s", ":s"].iter().find_map(|e| word.strip_suffix(e));
    let bare = || {
        let stem = word.strip_suffix(['s', '\'', '’'])?;
        (word.starts_with(char::is_uppercase) && stem.chars().count() >= SPELLED).then_some(stem)
    };
    marked.or_else(bare)
}

pub(super) fn has(list: &[String], phrase: &str) -> bool {
    list.iter().any(|w| w == phrase)
}

/// The rest of a line behind the longest of some expressions of any language that it begins with.
fn behind<'t>(
    text: &'t str,
    vocabulary: &Vocabulary,
    list: fn(&Questions) -> &Vec<String>,
) -> Option<&'t str> {
    let packs = vocabulary.words.packs().values();
    let rests = packs
        .flat_map(|p| list(p.questions()))
        .filter_map(|phrase| {
            let start = text.trim_start();
            let (head, rest) = start.split_at_checked(phrase.len())?;
            let ends = rest.starts_with(char::is_whitespace);
            (ends && head.to_lowercase() == *phrase).then(|| rest.trim_start())
        });
    rests.min_by_key(|rest| rest.len())
}

/// Cuts off where the answer is to go: files and programs.
pub(super) fn before_sinks(text: &str) -> (&str, &str) {
    let tokens = lexer::lex(text);
    let mut sinks = tokens
        .iter()
        .filter(|t| matches!(t.kind, Kind::Into | Kind::Append | Kind::Pipe));
    let at = sinks.next().map_or(text.len(), |t| t.span.start as usize);
    let (question, sinks) = text.split_at_checked(at).unwrap_or((text, ""));
    (question.trim_end(), sinks)
}

/// What a line asks behind the command that counts.
pub(super) fn counted(text: &str) -> Option<&str> {
    let (first, rest) = text.trim_start().split_once(char::is_whitespace)?;
    first
        .eq_ignore_ascii_case(super::COUNT.trim_end())
        .then(|| rest.trim_start())
}

/// A line that is nothing but another language's word for a command ("hjälp").
pub(super) fn command_alone(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> Option<String> {
    let line = Line::new(text, vocabulary, graph);
    let (statement, n) = line.command()?;
    let whole = n == line.words.len();
    let parsed = || crate::query::parse::parse(&statement, vocabulary, graph).is_ok();
    (whole && parsed()).then_some(statement)
}

/// Tells whether a question asks for what was not done.
pub(super) fn denies(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> bool {
    let line = Line::new(text, vocabulary, graph);
    let tables: Vec<&Questions> = line.languages().iter().map(|p| p.questions()).collect();
    let asks = tables.iter().any(|t| line.opens_question(t));
    asks && (1..line.words.len()).any(|at| {
        line.name(at).is_none()
            && !tables.iter().any(|t| line.is_in_exception(at, t))
            && tables
                .iter()
                .any(|t| line.phrase(at, &t.negations).is_some())
    })
}

/// Cuts `export FORMAT of QUESTION to FILE` into what stands in front of the question, the question, and what stands behind it.
pub(super) fn exported(text: &str) -> Option<(&str, &str, &str)> {
    let mut words = text.split_whitespace();
    let export = words.next()?.eq_ignore_ascii_case("export");
    let of = words
        .nth(1)
        .filter(|w| export && w.eq_ignore_ascii_case("of"))?;
    let start = of.as_ptr() as usize + of.len() - text.as_ptr() as usize;
    let end = text.rfind(" to ").filter(|end| *end > start)?;
    let (front, rest) = text.split_at_checked(start)?;
    let (question, file) = rest.split_at_checked(end - start)?;
    Some((front, question.trim(), file.trim()))
}

/// What stands behind "show me", "list".
pub(super) fn opened<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    behind(text, vocabulary, |q| &q.openers)
}

/// What a line asks behind "show me", "list", "all".
pub(super) fn after_opener<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let every = || behind(text, vocabulary, |q| &q.every);
    let mut rest = opened(text, vocabulary).or_else(every)?;
    while let Some(shorter) = behind(rest, vocabulary, |q| &q.small) {
        rest = shorter;
    }
    Some(rest)
}

/// What a question for a reason asks the reason of.
pub(super) fn after_reason<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let packs = || vocabulary.words.packs().values();
    let bare = text.trim().trim_end_matches(['?', '!', ' ']);
    let reason = bare.to_lowercase();
    if packs().any(|p| has(&p.questions().reasons, &reason)) {
        return text.trim_end().ends_with('?').then_some("");
    }
    let rest = behind(text, vocabulary, |q| &q.reasons)?;
    let first = rest.split_whitespace().next()?.to_lowercase();
    let helper = packs().any(|p| has(&p.questions().helpers, &first));
    let verb = vocabulary.type_or_told(&first).is_some();
    // A word that is no command of its own asks for nothing else.
    let own = text.split_whitespace().next().unwrap_or("").to_lowercase();
    let command = crate::query::verbs::verb_words().contains(&own.as_str());
    (helper || verb || !command).then_some(rest)
}

impl<'l> Line<'l> {
    pub(super) fn new(text: &'l str, vocabulary: &'l Vocabulary, graph: &'l Graph) -> Self {
        let tokens = lexer::lex(text);
        let tokens: Vec<_> = tokens
            .iter()
            .filter(|t| !matches!(t.span.of(text), "?" | "!" | ";" | "."))
            .collect();
        let quoted = |t: &&lexer::Token| matches!(t.kind, Kind::Quoted(true));
        Self {
            words: tokens.iter().map(|t| t.span.of(text)).collect(),
            spans: tokens.iter().map(|t| t.span).collect(),
            quoted: tokens.iter().map(quoted).collect(),
            vocabulary,
            graph,
            asks: text.trim_end().ends_with('?'),
        }
    }

    /// Where some words stand in the line.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let spans = self.spans.get(from..to).unwrap_or_default();
        let whole = spans.iter().copied().reduce(|a, b| a.cover(b));
        whole.unwrap_or_default()
    }

    pub(super) fn lower(&self, at: usize, n: usize) -> Option<String> {
        let words = self.words.get(at..at + n)?;
        Some(words.join(" ").to_lowercase())
    }

    /// Finds the longest expression of a list that begins at a word, and its length.
    pub(super) fn phrase(&self, at: usize, list: &[String]) -> Option<usize> {
        let fits = |n: &usize| self.lower(at, *n).is_some_and(|p| has(list, &p));
        (1..=LONGEST).rev().find(fits)
    }

    /// "but not X": the name that is left out, and where it ends.
    pub(super) fn exception(&self, at: usize, table: &Questions) -> Option<(String, usize)> {
        let n = self.phrase(at, &table.except)?;
        let begins = self.name_behind(at + n)?;
        self.name(begins)
    }

    /// Tells whether a word is one of those that leave a name out.
    fn is_in_exception(&self, at: usize, table: &Questions) -> bool {
        (at.saturating_sub(LONGEST)..=at).any(|from| {
            let length = self.phrase(from, &table.except);
            length.is_some_and(|n| at < from + n) && self.exception(from, table).is_some()
        })
    }

    /// The line without the word that asks for others than those named before ("who else"), if it asks for somebody so.
    /// The second tells whether persons are asked for.
    pub(super) fn without_else(&self) -> Option<(String, bool)> {
        let mut tables = self.languages().into_iter().map(Pack::questions);
        tables.find_map(|table| {
            let persons = [&table.anybody, &table.doer, &table.other];
            let asks = |at: usize| persons.iter().any(|l| self.phrase(at, l).is_some());
            let person = asks(0) || asks(1);
            if !person && self.phrase(0, &table.what).is_none() {
                return None;
            }
            let (at, n) = (1..self.words.len()).find_map(|at| {
                let free = self.name(at).is_none();
                Some((at, self.phrase(at, &table.others).filter(|_| free)?))
            })?;
            let words = self
                .words
                .get(..at)?
                .iter()
                .chain(self.words.get(at + n..)?);
            Some((words.copied().collect::<Vec<_>>().join(" "), person))
        })
    }

    /// Finds the longest known name that begins at a word: how it is written in a statement, and where it ends.
    pub(super) fn name(&self, at: usize) -> Option<(String, usize)> {
        if self.quoted.get(at) == Some(&true) {
            return Some(((*self.words.get(at)?).to_owned(), at + 1));
        }
        let (name, end) = (1..=LONGEST_NAME).rev().find_map(|n| self.name_of(at, n))?;
        if name.split(' ').any(is_reserved) {
            return Some((format!("\"{name}\""), end));
        }
        Some((name, end))
    }

    /// Reads so many words as a known name.
    fn name_of(&self, at: usize, n: usize) -> Option<(String, usize)> {
        let words = self.words.get(at..at + n)?;
        if !words.iter().all(|w| w.chars().any(char::is_alphanumeric)) {
            return None;
        }
        let small = |w: &str| {
            let mut packs = self.vocabulary.words.packs().values();
            packs.any(|p| has(&p.questions().small, &w.to_lowercase()))
        };
        let name = words.join(" ");
        // "and the" is in a name, but nobody's, and so is "the"; "the US" is US.
        let alone = |w: &str| n == 1 && self.vocabulary.words.is_function_word(w);
        let part = words
            .first()
            .is_some_and(|w| is_reserved(w) || small(w) || alone(w));
        let known = |name: &str| {
            let whole = self.graph.is_whole_name(name);
            let noun = || n == 1 && (self.is_noun(name) || self.opens_title(at, name));
            whole || !part && self.graph.is_name(name) && !noun()
        };
        if known(&name) {
            return Some((name, at + n));
        }
        let small = || {
            let stem = name
                .strip_suffix('s')
                .filter(|s| s.chars().count() >= SPELLED)?;
            self.is_person(stem).then_some(stem)
        };
        let stem = genitive(&name).filter(|s| known(s)).or_else(small)?;
        Some((stem.to_owned(), at + n))
    }

    /// Tells whether words are a name of a person and of nothing else.
    pub(super) fn is_person(&self, name: &str) -> bool {
        let hits = self.graph.find_exact(name);
        let person =
            |h: &crate::graph::NameHit| self.graph.entity(h.entity).class == EntityClass::Person;
        !hits.is_empty() && hits.iter().all(person) && !self.vocabulary.words.is_noun(name)
    }

    /// Tells whether a word in lower case opens a title of several words ("foreign minister").
    fn opens_title(&self, at: usize, word: &str) -> bool {
        let end = self.vocabulary.words.title_noun_end(&self.words, at);
        !word.starts_with(char::is_uppercase) && end.is_some_and(|end| end > at + 1)
    }

    /// Tells whether a word in lower case is a plain noun, which names hold but do not consist of ("prisoners"); surnames are none.
    fn is_noun(&self, word: &str) -> bool {
        let hits = self.graph.find_exact(word);
        let person = |e| self.graph.entity(e).class == EntityClass::Person;
        !word.starts_with(char::is_uppercase)
            && self.vocabulary.words.is_noun(word)
            && !hits.iter().any(|h| person(h.entity))
    }

    /// Finds the longest name in another spelling that begins at a word.
    pub(super) fn spelled(&self, at: usize, longest: usize) -> Option<(String, usize)> {
        (1..=longest).rev().find_map(|n| {
            let name = self.words.get(at..at + n)?.join(" ");
            let fits = name.chars().count() >= SPELLED && self.resolved(&name, at, n).is_ok();
            fits.then_some((name, at + n))
        })
    }

    /// Whom a word in any spelling is taken for.
    pub(super) fn taken_for(&self, name: &str, at: usize) -> Option<EntityId> {
        self.resolved(name, at, 1).ok()
    }

    fn resolved(&self, name: &str, at: usize, n: usize) -> Result<EntityId, Problem> {
        let variables = Variables::new();
        let term = EntityTerm::Name {
            text: name.to_owned(),
            class: None,
            quoted: false,
        };
        let resolver = Resolver::new(self.graph, &variables, name).knowing(&self.vocabulary.words);
        let found = resolver.entity(&At::new(term, self.span(at, at + n)));
        found.map(|picked| picked.entity)
    }

    /// Tells whether so many words from one on are one name in some spelling.
    pub(super) fn is_one(&self, name: &str, at: usize, n: usize) -> bool {
        self.resolved(name, at, n).is_ok()
    }

    /// Makes the problem of a word that nothing is known of: the names it may be meant for.
    pub(super) fn problem(&self, at: usize, n: usize) -> Option<Problem> {
        let name = self.words.get(at..at + n)?.join(" ");
        let mut problem = self.resolved(&name, at, n).err()?;
        let words = &self.vocabulary.words;
        let month = self.vocabulary.month(&name).is_some();
        if n == 1 && (month || words.is_function_word(&name) || words.is_noun(&name)) {
            // Nobody's name is meant by a word of the language.
            problem.suggestions.clear();
        }
        Some(problem)
    }

    /// The languages that know most words of the line.
    pub(super) fn languages(&self) -> Vec<&'l Pack> {
        let words = &self.vocabulary.words;
        let packs = words.packs().values();
        let scored: Vec<(usize, &Pack)> = packs
            .map(|p| (self.words.iter().filter(|w| words.has(p, w)).count(), p))
            .collect();
        let most = scored.iter().map(|s| s.0).max();
        let best = scored.into_iter().filter(|s| Some(s.0) == most);
        best.map(|s| s.1).collect()
    }

    /// The keyword of a statement that a word stands for.
    pub(super) fn keyword<'t>(&self, at: usize, table: &'t Questions) -> Option<&'t str> {
        let word = self.lower(at, 1)?;
        let passive = |w: &&'l str| has(&table.passive, &w.to_lowercase());
        if has(&table.agents, &word) && self.words.iter().any(passive) {
            return Some("by");
        }
        let keyword = table.keywords.get(&word)?;
        Some(match keyword.split_once('|') {
            Some((_, second)) if self.name(at + 1).is_some() => second,
            Some((first, _)) => first,
            None => keyword,
        })
    }

    /// Two quoted names side by side: a pair.
    pub(super) fn both_quoted(&self) -> Option<String> {
        let both = self.quoted.first() == Some(&true) && self.quoted.get(1) == Some(&true);
        let (a, b) = both.then(|| self.words.first().zip(self.words.get(1)))??;
        let rest = self.words.get(2..)?.join(" ");
        Some(format!("{a} and {b} {rest}").trim_end().to_owned())
    }

    /// A line that is a name in another spelling and nothing else.
    pub(super) fn name_alone(&self, readings: &mut super::Readings) {
        let n = self.words.len();
        if n > LONGEST_NAME || self.spans.is_empty() {
            return;
        }
        match self.spelled(0, n) {
            Some((name, end)) if end == n => readings.add(format!("show {name}"), None),
            _ => readings.unknown = self.problem(0, n),
        }
    }
}
