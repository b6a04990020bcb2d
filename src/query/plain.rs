//! Plain questions and other lines that are no statement: the statements they may be read as.
//!
//! In: a line that was refused, the vocabulary, the graph. Out: statements that would be answered, best first. Invariants: a line is taken for a
//! statement only where there is exactly one way to read all of its words; names and types are never made up. Does not: run anything.

use super::ast::TypeTerm;
use super::compose::{Asked, Piece, compose, near};
use super::lexer::{self, Kind};
use super::parse::{KnownNames, RESERVED};
use super::plan::plan;
use super::result::{Options, Problem};
use super::vocabulary::Vocabulary;
use crate::base::analysis::EntityClass;
use crate::graph::Graph;
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;

/// Most words of a name with its titles.
const LONGEST_TITLED: usize = 8;
/// Most words of a name.
const LONGEST_NAME: usize = 6;
/// Most words of an expression of a question table.
const LONGEST: usize = 3;
/// Keywords at which what restricts a question begins.
const TAIL: [&str; 15] = [
    "since", "after", "until", "before", "in", "at", "during", "on", "last", "around", "as",
    "sort", "limit", "status", "lang",
];
/// Keywords that tell the role of the name behind them.
const ROLES: [&str; 7] = ["by", "to", "against", "with", "of", "between", "about"];

/// What a line may be read as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Readings {
    /// Statements that use every word of the line.
    pub whole: Vec<String>,
    /// Statements of the names and types in the line.
    pub near: Vec<String>,
}

struct Line<'l> {
    words: Vec<&'l str>,
    quoted: Vec<bool>,
    vocabulary: &'l Vocabulary,
    graph: &'l Graph,
}

/// Reads a line that is no statement.
pub fn read(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> Readings {
    let tokens = lexer::lex(text);
    let tokens: Vec<_> = tokens
        .iter()
        .filter(|t| !matches!(t.span.of(text), "?" | "!" | ";" | "."))
        .collect();
    let line = Line {
        words: tokens.iter().map(|t| t.span.of(text)).collect(),
        quoted: tokens
            .iter()
            .map(|t| matches!(t.kind, Kind::Quoted(true)))
            .collect(),
        vocabulary,
        graph,
    };
    let mut readings = Readings::default();
    if let Some(statement) = line.versus() {
        push(&mut readings.whole, statement);
    }
    for pack in line.languages() {
        line.question(pack.questions(), &mut readings);
    }
    let tried = tokens.first().is_some_and(|t| t.kind == Kind::Word);
    if tried && let Some(statement) = line.by_type() {
        push(&mut readings.whole, statement);
    }
    readings
}

/// Returns a statement whose name lost its title and what stands around it: "President Xi" is Xi. The name begins at `start`.
pub fn without_title(
    text: &str,
    start: usize,
    vocabulary: &Vocabulary,
    graph: &Graph,
) -> Option<String> {
    let rest = text.get(start..)?;
    let words: Vec<&str> = rest.split_whitespace().take(LONGEST_TITLED).collect();
    let end = |word: &str| word.as_ptr() as usize + word.len() - text.as_ptr() as usize;
    let mut from = 0;
    while from < words.len() {
        let named = (from + 1..=words.len()).rev().find(|to| {
            let name = words.get(from..*to).map(|w| w.join(" "));
            from > 0 && name.is_some_and(|n| graph.is_name(&n))
        });
        if let Some(to) = named {
            let name = words.get(from..to)?.join(" ");
            let behind = text.get(end(words.get(to - 1)?)..)?;
            return Some(format!("{}{name}{behind}", text.get(..start)?));
        }
        let title = vocabulary.words.title_end(&words, from);
        // "US President X": whom the title is held of stands in front of it, and is no person.
        let holder = (1..=2).find(|n| {
            let of = words.get(from..from + n).map(|w| w.join(" "));
            of.is_some_and(|w| !is_person(graph, &w))
                && vocabulary.words.title_end(&words, from + n).is_some()
        });
        from = title.or(holder.map(|n| from + n))?;
    }
    None
}

fn is_person(graph: &Graph, words: &str) -> bool {
    let hits = graph.find_exact(words);
    hits.iter()
        .any(|h| graph.entity(h.entity).class == EntityClass::Person)
}

fn push(list: &mut Vec<String>, statement: String) {
    if !list.contains(&statement) {
        list.push(statement);
    }
}

fn has(list: &[String], phrase: &str) -> bool {
    list.iter().any(|w| w == phrase)
}

impl Line<'_> {
    fn lower(&self, at: usize, n: usize) -> Option<String> {
        let words = self.words.get(at..at + n)?;
        Some(words.join(" ").to_lowercase())
    }

    /// Finds the longest expression of a list that begins at a word, and its length.
    fn phrase(&self, at: usize, list: &[String]) -> Option<usize> {
        let fits = |n: &usize| self.lower(at, *n).is_some_and(|p| has(list, &p));
        (1..=LONGEST).rev().find(fits)
    }

    /// Finds the longest known name that begins at a word: how it is written in a statement, and where it ends.
    fn name(&self, at: usize) -> Option<(String, usize)> {
        if self.quoted.get(at) == Some(&true) {
            return Some(((*self.words.get(at)?).to_owned(), at + 1));
        }
        let longest = (1..=LONGEST_NAME).rev().find_map(|n| {
            let words = self.words.get(at..at + n)?;
            if !words.iter().all(|w| w.chars().any(char::is_alphanumeric)) {
                return None;
            }
            let name = words.join(" ");
            self.graph.is_name(&name).then_some((name, at + n))
        });
        let (name, end) = longest?;
        let reserved = |w: &str| RESERVED.iter().any(|r| r.eq_ignore_ascii_case(w));
        if name.split(' ').any(reserved) {
            return Some((format!("\"{name}\""), end));
        }
        Some((name, end))
    }

    /// The languages that know most words of the line.
    fn languages(&self) -> Vec<&Pack> {
        let words = &self.vocabulary.words;
        let packs = words.packs().values();
        let scored: Vec<(usize, &Pack)> = packs
            .map(|p| (self.words.iter().filter(|w| words.has(p, w)).count(), p))
            .collect();
        let most = scored.iter().map(|s| s.0).max();
        let best = scored.into_iter().filter(|s| Some(s.0) == most);
        best.map(|s| s.1).collect()
    }

    /// "A vs B", "A/B", "A, B", "A" "B": a pair.
    fn versus(&self) -> Option<String> {
        let packs = self.vocabulary.words.packs().values();
        let versus: Vec<String> = packs.flat_map(|p| p.questions().versus.clone()).collect();
        if let Some((a, b)) = self.words.first().and_then(|w| w.split_once('/')) {
            let known = self.graph.is_name(a) && self.graph.is_name(b);
            let rest = self.words.get(1..)?.join(" ");
            return known.then(|| format!("{a} and {b} {rest}").trim_end().to_owned());
        }
        let (a, mut at) = self.name(0)?;
        let comma = self.words.get(at) == Some(&",");
        let between = comma || self.phrase(at, &versus).is_some();
        let both_quoted = self.quoted.first() == Some(&true) && self.quoted.get(at) == Some(&true);
        if !between && !both_quoted {
            return None;
        }
        at += usize::from(between);
        let (b, end) = self.name(at)?;
        let rest = self.words.get(end..)?.join(" ");
        Some(format!("{a} and {b} {rest}").trim_end().to_owned())
    }

    /// "meetings of X", "coups since 2020": the events of a type.
    fn by_type(&self) -> Option<String> {
        let (term, n) = self.event_type(0)?;
        let mut rest = self.words.get(n..)?.to_vec();
        for (at, word) in (n..).zip(&mut rest) {
            let mut packs = self.vocabulary.words.packs().values();
            if let Some(keyword) = packs.find_map(|p| self.keyword(at, p.questions())) {
                *word = keyword;
            }
        }
        Some(
            format!("events {term} {}", rest.join(" "))
                .trim_end()
                .to_owned(),
        )
    }

    /// Reads an event type that begins at a word: how a statement writes it, and its number of words.
    fn event_type(&self, at: usize) -> Option<(String, usize)> {
        for n in (2..=LONGEST).rev() {
            let several = self.lower(at, n);
            if let Some(term) = several.and_then(|w| self.vocabulary.event_type(&w)) {
                return Some((self.written(&term), n));
            }
        }
        let word = self.lower(at, 1)?;
        let term = self.vocabulary.type_or_told(&word)?;
        Some((self.written(&term), 1))
    }

    /// Writes a type so that a statement takes it: by its own name where it has one.
    fn written(&self, term: &TypeTerm) -> String {
        let exact = match &term.mode {
            Some(mode) => format!("{}.{mode}", term.event_type.to_lowercase()),
            None => term.event_type.to_lowercase(),
        };
        let means = |word: &str| {
            let read = self.vocabulary.event_type(word);
            read.is_some_and(|t| t.event_type == term.event_type && t.mode == term.mode)
        };
        if !term.told.is_empty() {
            return term.word.to_lowercase();
        }
        let label = self
            .vocabulary
            .label(&term.event_type, term.mode.as_deref());
        let names = term.mode.as_deref().into_iter().chain(label);
        let mut clear = names.filter(|n| means(n));
        clear.next().map_or(exact, str::to_owned)
    }

    fn question(&self, table: &Questions, readings: &mut Readings) {
        let kinds = [
            (&table.many, Asked::Number),
            (&table.anybody, Asked::Anybody),
            (&table.doer, Asked::Doer),
            (&table.other, Asked::Other),
            (&table.what, Asked::What),
            (&table.when, Asked::Event),
            (&table.place, Asked::Event),
            (&table.helpers, Asked::Event),
        ];
        let first = kinds
            .into_iter()
            .find_map(|(list, asked)| Some((self.phrase(0, list)?, asked)));
        let Some((n, asked)) = first else {
            return;
        };
        // A helper in front both asks and tells where the one who acts stands.
        let from = if self.phrase(0, &table.helpers) == Some(n) && asked == Asked::Event {
            0
        } else {
            n
        };
        let (pieces, tail) = self.pieces(from, table);
        for statement in compose(asked, &pieces, &tail, table) {
            push(&mut readings.whole, statement);
        }
        for statement in near(&pieces) {
            push(&mut readings.near, statement);
        }
    }

    /// Takes the words of a question apart, up to what restricts it.
    fn pieces(&self, from: usize, table: &Questions) -> (Vec<Piece>, String) {
        let mut pieces = Vec::new();
        let mut at = from;
        while at < self.words.len() {
            let keyword = self.keyword(at, table);
            if keyword.is_some_and(|k| TAIL.contains(&k)) && self.tail_begins(at) {
                return (pieces, self.tail(at, table));
            }
            at = self.piece(at, keyword, table, &mut pieces);
        }
        (pieces, String::new())
    }

    /// A restriction has words behind its keyword.
    fn tail_begins(&self, at: usize) -> bool {
        at + 1 < self.words.len()
    }

    fn keyword<'t>(&self, at: usize, table: &'t Questions) -> Option<&'t str> {
        let word = self.lower(at, 1)?;
        let keyword = table.keywords.get(&word)?;
        Some(match keyword.split_once('|') {
            Some((_, second)) if self.name(at + 1).is_some() => second,
            Some((first, _)) => first,
            None => keyword,
        })
    }

    /// Reads what stands at a word; returns where the next piece begins.
    fn piece(
        &self,
        at: usize,
        keyword: Option<&str>,
        table: &Questions,
        pieces: &mut Vec<Piece>,
    ) -> usize {
        if let Some((name, end)) = self.name(at).filter(|n| n.1 > at + 1) {
            pieces.push(Piece::Name(name));
            return end;
        }
        let named = pieces.iter().any(|p| matches!(p, Piece::Name(_)));
        if let Some(n) = self.phrase(at, &table.inverting).filter(|_| !named) {
            pieces.push(Piece::Inverting);
            return at + n;
        }
        if let Some(n) = self.phrase(at, &table.acts) {
            pieces.push(Piece::Act);
            return at + n;
        }
        if let Some(n) = self.phrase(at, &table.happens) {
            pieces.push(Piece::Happens);
            return at + n;
        }
        if let Some(n) = self
            .phrase(at, &table.helpers)
            .or(self.phrase(at, &table.small))
        {
            return at + n;
        }
        if let Some(role) = ROLES.iter().find(|r| keyword == Some(**r)) {
            pieces.push(Piece::Role(role));
            return at + 1;
        }
        if keyword == Some("and") || self.words.get(at) == Some(&",") {
            return at + 1;
        }
        if let Some((name, end)) = self.name(at) {
            pieces.push(Piece::Name(name));
            return end;
        }
        if let Some((term, n)) = self.event_type(at) {
            let read = self.vocabulary.event_type(&term);
            let equals = read.is_some_and(|t| self.vocabulary.is_symmetric(&t));
            pieces.push(Piece::Type(term, equals));
            return at + n;
        }
        let title = self.vocabulary.words.title_end(&self.words, at);
        if let Some(end) = title.filter(|e| *e < self.words.len()) {
            return end;
        }
        pieces.push(Piece::Unknown);
        at + 1
    }

    /// The words of a restriction, in the keywords of statements.
    fn tail(&self, from: usize, table: &Questions) -> String {
        let mut out: Vec<&str> = Vec::new();
        let mut at = from;
        while let Some(word) = self.words.get(at) {
            if let Some((_, end)) = self.name(at).filter(|n| n.1 > at + 1) {
                out.extend(self.words.get(at..end).unwrap_or_default());
                at = end;
                continue;
            }
            match self.keyword(at, table) {
                Some(keyword) => out.push(keyword),
                None if has(&table.small, &word.to_lowercase()) => {}
                None => out.push(word),
            }
            at += 1;
        }
        out.join(" ")
    }
}

/// Reads a line that was refused as the one statement it can mean.
///
/// # Errors
/// The problem it was refused for, with statements to choose from where the line names actors or types.
pub fn reread(
    text: &str,
    problem: Problem,
    vocabulary: &Vocabulary,
    graph: &Graph,
    options: &Options<'_>,
) -> Result<String, Problem> {
    let answers = |statement: &String| {
        let parsed = super::parse::parse(statement, vocabulary, graph);
        parsed.is_ok_and(|s| plan(&s.query, statement, graph, vocabulary, options).is_ok())
    };
    let untitled = without_title(text, problem.span.start as usize, vocabulary, graph);
    if let Some(statement) = untitled.filter(&answers) {
        return Ok(statement);
    }
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    if problem.incomplete || super::verbs::verb_words().contains(&first.as_str()) {
        return Err(problem);
    }
    let Readings {
        mut whole,
        mut near,
    } = read(text, vocabulary, graph);
    whole.retain(&answers);
    near.retain(&answers);
    let message = match whole.as_slice() {
        [only] => return Ok(only.clone()),
        [] if near.is_empty() => return Err(problem),
        [] => "this is read in part only; a statement of what was understood stands below",
        _ => "this can be read in more than one way",
    };
    let offered = if whole.is_empty() { near } else { whole };
    Err(Problem {
        suggestions: offered.iter().map(|s| format!("`{s}`")).collect(),
        ..Problem::new(message, problem.span)
    })
}
