//! Names that a line joins with words of any language or with the signs of a keyboard: "A och B", "A und die B", "A-B", "A -> B".
//!
//! In: a line that is no statement. Out: the line with the words of a statement. Invariants: a name with a hyphen of its own stays whole; nothing
//! is left out but articles and titles in front of a name. Does not: decide whether the statement can be answered.

use super::compose::ending;
use super::line::{Line, has};
use super::titles;
use crate::graph::Graph;
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;
use crate::query::lexer::{self, Kind};
use crate::query::parse::KnownNames;

/// Signs that people put between two names.
const SIGNS: [&str; 9] = ["&", "+", "/", ",", "-", "–", "—", "->", "→"];
/// What stands between the two names of a pair.
const DASH: &str = " – ";
/// The command whose two names are joined otherwise.
const PATH: &str = "path";
/// Most words of a name on one side of a hyphen.
const SIDE: usize = 3;

/// Sets hyphens and slashes apart that stand between two names and are part of neither.
pub(super) fn apart(text: &str, graph: &Graph) -> Option<String> {
    let tokens = lexer::lex(text);
    let words: Vec<&str> = tokens.iter().map(|t| t.span.of(text)).collect();
    for (i, token) in tokens.iter().enumerate() {
        let word = token.span.of(text);
        if token.kind != Kind::Word || is_inside_name(&words, i, graph) {
            continue;
        }
        let signs = word.match_indices(['-', '/']).filter(|(at, _)| *at > 0);
        for (at, sign) in signs {
            let (Some(left), Some(right)) = (word.get(..at), word.get(at + sign.len()..)) else {
                continue;
            };
            if closes_name(&words, i, left, graph) && opens_name(&words, i, right, graph) {
                let start = token.span.start as usize;
                let (front, behind) = (text.get(..start)?, text.get(token.span.end as usize..)?);
                return Some(format!("{front}{left}{DASH}{right}{behind}"));
            }
        }
    }
    None
}

/// Tells whether a word is a name or part of one with its neighbours.
fn is_inside_name(words: &[&str], at: usize, graph: &Graph) -> bool {
    (at.saturating_sub(SIDE)..=at).any(|from| {
        (at + 1..=at + 1 + SIDE).any(|to| {
            let whole = words.get(from..to).map(|w| w.join(" "));
            let word = from == at && to == at + 1;
            whole.is_some_and(|w| {
                if word {
                    graph.is_name(&w)
                } else {
                    graph.is_whole_name(&w)
                }
            })
        })
    })
}

fn closes_name(words: &[&str], at: usize, left: &str, graph: &Graph) -> bool {
    (at.saturating_sub(SIDE)..=at).any(|from| {
        let front = words.get(from..at).unwrap_or_default().join(" ");
        graph.is_name(format!("{front} {left}").trim())
    })
}

fn opens_name(words: &[&str], at: usize, right: &str, graph: &Graph) -> bool {
    !right.is_empty()
        && (at + 1..=at + 1 + SIDE).any(|to| {
            let behind = words.get(at + 1..to).unwrap_or_default().join(" ");
            graph.is_name(format!("{right} {behind}").trim())
        })
}

impl Line<'_> {
    /// The line in the words of a statement, if it opens with another language's word for a command or joins two names.
    pub(super) fn joined(&self) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let (mut at, mut changed) = (0, false);
        if let Some((command, n)) = self.command() {
            out.push(command);
            (at, changed) = (n, true);
        }
        let mut pair = false;
        while at < self.words.len() {
            if let Some((name, end)) = self.name(at) {
                out.push(name);
                at = end;
                if let Some(next) = self.joint(at) {
                    // A path leads from one to the other.
                    let ways = out.first().is_some_and(|c| c == PATH);
                    out.push(if ways { "to" } else { "and" }.to_owned());
                    (at, changed, pair) = (next, true, true);
                }
                continue;
            }
            if let Some(n) = self.relation(at).filter(|_| pair) {
                at += n;
                continue;
            }
            // "A and B, last": the latest of what is between them.
            let end = self.tables().iter().find_map(|t| self.end(at, t));
            if let Some((latest, n)) = end.filter(|(_, n)| pair && at + n == self.words.len()) {
                out.push(ending(latest, &out.join(" ")).trim().to_owned());
                at += n;
                continue;
            }
            if let Some((clause, n)) = self.any_stretch(at) {
                out.push(clause);
                (at, changed) = (at + n, true);
                continue;
            }
            if let Some((tail, end)) = self.any_tail(at).filter(|_| changed) {
                out.push(tail);
                at = end;
                continue;
            }
            let (word, end) = self.other(at)?;
            out.extend(word);
            at = end;
        }
        changed.then(|| out.join(" "))
    }

    /// The tables of every language.
    pub(super) fn tables(&self) -> Vec<&Questions> {
        let packs = self.vocabulary.words.packs().values();
        packs.map(Pack::questions).collect()
    }

    /// The words of a statement for what the line opens with, and its length.
    pub(super) fn command(&self) -> Option<(String, usize)> {
        (1..=super::line::LONGEST).rev().find_map(|n| {
            let phrase = self.lower(0, n)?;
            let tables = self.tables();
            let found = tables.iter().find_map(|t| t.commands.get(&phrase));
            found.map(|c| (c.clone(), n))
        })
    }

    /// Where the second name begins, if a joint stands at a word and a name behind it; articles and titles in front of it are passed over.
    pub(super) fn joint(&self, at: usize) -> Option<usize> {
        let word = *self.words.get(at)?;
        let tables = self.tables();
        let length = tables.iter().find_map(|t| {
            let and = self.keyword(at, t) == Some("and");
            and.then_some(1).or_else(|| self.phrase(at, &t.versus))
        });
        let n = length.or(SIGNS.contains(&word).then_some(1))?;
        self.name_behind(at + n)
    }

    /// Where the name begins that stands at a word or behind articles and titles there.
    pub(super) fn name_behind(&self, from: usize) -> Option<usize> {
        let mut at = from;
        while at < self.words.len() {
            let title = self.vocabulary.words.title_end(&self.words, at);
            if let Some(end) = self.held_title(at) {
                return Some(end);
            }
            if self.name(at).is_some() {
                return Some(at);
            }
            at = title?;
        }
        None
    }

    /// Where a name begins behind a title and the body it is held of ("US President X"), unless it is another country's.
    pub(super) fn held_title(&self, at: usize) -> Option<usize> {
        let title = titles::behind_holder(&self.words, at, self.vocabulary, self.graph)?;
        let end = self.vocabulary.words.title_noun_end(&self.words, title)?;
        let (name, _) = self.name(end)?;
        let holder = self.words.get(at..title)?.join(" ");
        (!titles::is_foreign(self.graph, self.vocabulary, &holder, &name)).then_some(end)
    }

    fn relation(&self, at: usize) -> Option<usize> {
        self.tables()
            .iter()
            .find_map(|t| self.phrase(at, &t.relations))
    }

    fn any_stretch(&self, at: usize) -> Option<(String, usize)> {
        let tables = self.tables();
        tables.iter().find_map(|t| self.stretch(at, t))
    }

    fn any_tail(&self, at: usize) -> Option<(String, usize)> {
        let tables = self.tables();
        let table = tables.iter().find(|t| self.tail_begins(at, t))?;
        Some(self.tail(at, table))
    }

    /// A word that is no name: a keyword in the words of a statement, or as it stands; articles in front of names are left out.
    fn other(&self, at: usize) -> Option<(Option<String>, usize)> {
        let word = *self.words.get(at)?;
        let tables = self.tables();
        let lower = word.to_lowercase();
        let small = tables.iter().any(|t| has(&t.small, &lower));
        if small && self.name_behind(at).is_some() {
            return Some((None, at + 1));
        }
        let keyword = tables.iter().find_map(|t| self.keyword(at, t));
        let written = keyword.map_or_else(|| word.to_owned(), str::to_owned);
        Some((Some(written), at + 1))
    }
}
