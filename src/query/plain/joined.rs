//! Names that a line joins with words of any language or with the signs of a keyboard: "A och B", "A und die B", "A-B", "A -> B".
//!
//! In: a line that is no statement. Out: the line with the words of a statement. Invariants: a name with a hyphen of its own stays whole; nothing
//! is left out but articles and titles in front of a name. Does not: decide whether the statement can be answered.

use super::compose::ending;
use super::line::{Line, has};
use super::titles;
use crate::base::analysis::EntityClass;
use crate::base::span::Span;
use crate::graph::{Graph, fold_name};
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;
use crate::query::lexer::{self, Kind};
use crate::query::parse::KnownNames;
use crate::query::suggest;

/// Signs that people put between two names.
const SIGNS: [&str; 9] = ["&", "+", "/", ",", "-", "–", "—", "->", "→"];
/// What stands between the two names of a pair.
const DASH: &str = " – ";
/// The command whose two names are joined otherwise.
const PATH: &str = "path";
/// The command that lists events.
pub(super) const EVENTS: &str = "events";
/// The command that cuts a list off, unless all of it is asked for.
const TOP: &str = "top ";
/// The command whose names may be two pairs.
const COMPARE: &str = "compare";
/// The commands behind which two names may stand without a word between them.
const PAIRED: [&str; 6] = ["timeline", "between", "compare", "common", "path", "paths"];
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

/// Tells whether a command takes two names, which may stand side by side behind it.
fn takes_pair(command: &str) -> bool {
    PAIRED.iter().any(|c| command.eq_ignore_ascii_case(c))
}

impl Line<'_> {
    /// The line in the words of a statement, if it opens with another language's word for a command or joins two names.
    pub(super) fn joined(&self) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let (mut at, mut changed, mut alone) = (0, false, false);
        if let Some((command, n)) = self.command() {
            alone = takes_pair(&command);
            out.push(command);
            (at, changed) = (n, true);
        }
        let mut pair = false;
        while at < self.words.len() {
            if let Some((name, end)) = self.name(at) {
                let from = at;
                out.push(name);
                at = end;
                let first = out.len() == 1 || out.len() == 2 && alone;
                let beside = || self.beside(from, at).filter(|_| first);
                if let Some(next) = self.joint(at).or_else(beside) {
                    out.push(self.joint_words(at, out.first()).to_owned());
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
            alone = at == 0 && word.as_deref().is_some_and(takes_pair);
            out.extend(word);
            at = end;
        }
        changed.then(|| out.join(" "))
    }

    /// What a statement writes for what joins two names.
    fn joint_words(&self, at: usize, command: Option<&String>) -> &'static str {
        let versus = self
            .tables()
            .iter()
            .any(|t| self.phrase(at, &t.versus).is_some());
        let word = self.words.get(at).copied().unwrap_or_default();
        let dash = SIGNS.contains(&word) && word != "," && word != "&" && word != "+";
        match command.map(String::as_str) {
            // A path leads from one to the other.
            Some(PATH) => "to",
            Some(COMPARE) if versus => "vs",
            Some(COMPARE) if dash => DASH.trim(),
            _ => "and",
        }
    }

    /// Where the second of two names side by side begins that nothing follows but a time: "A B since 2024".
    fn beside(&self, from: usize, at: usize) -> Option<usize> {
        let (_, end) = self.side_by_side(from, at)?;
        self.is_ended(end).then_some(at)
    }

    /// Tells whether nothing stands at a word but what restricts a pair.
    fn is_ended(&self, at: usize) -> bool {
        at == self.words.len()
            || self.any_tail(at).is_some()
            || self.any_stretch(at).is_some()
            || self.relation(at).is_some()
    }

    /// The second of two names side by side, the first of which begins at a word, and where it ends: both name somebody by themselves, and nobody has the two together.
    pub(super) fn side_by_side(&self, from: usize, at: usize) -> Option<(String, usize)> {
        let (first, _) = self.whole_name(from).filter(|n| n.1 == at)?;
        let (second, end) = self.whole_name(at)?;
        let both = self.words.get(from..end)?.join(" ");
        let one =
            self.is_one(&both, from, end - from) || self.vocabulary.words.is_known_name(&both);
        (!one && fold_name(&first) != fold_name(&second)).then_some((second, end))
    }

    /// Of two names side by side, one that the gazetteer lists and no article tells of: the words for it and where they stand.
    pub(super) fn stranger(&self) -> Option<(String, Span)> {
        let known = |at: usize| {
            let (_, end) = self.whole_name(at)?;
            Some((end, None))
        };
        let listed = |at: usize| {
            let name = |end: &usize| self.words.get(at..*end).map(|w| w.join(" "));
            let new = |n: String| !self.graph.is_name(&n) && self.vocabulary.words.is_listed(&n);
            let fits = |end: &usize| name(end).is_some_and(new);
            let end = (at + 1..=at + SIDE).rev().find(fits)?;
            Some((end, name(&end).map(|n| (n, self.span(at, end)))))
        };
        let (cut, first) = known(0).or_else(|| listed(0))?;
        let (end, second) = known(cut).or_else(|| listed(cut))?;
        let one = self
            .vocabulary
            .words
            .is_known_name(&self.words.get(..end)?.join(" "));
        first.or(second).filter(|_| !one && self.is_ended(end))
    }

    /// A name anywhere in the line that the gazetteer lists and no article tells of: what it is called there, and where it stands.
    pub(super) fn unnamed(&self) -> Option<(String, Span)> {
        let words = &self.vocabulary.words;
        (0..self.words.len()).find_map(|at| {
            let capital = self.words.get(at)?.starts_with(char::is_uppercase);
            let free = capital && self.name(at).is_none();
            (at + 1..=at + SIDE).rev().filter(|_| free).find_map(|end| {
                let name = self.words.get(at..end)?.join(" ");
                let listed = words.listed_name(&name)?;
                let spoken = end == at + 1 && self.is_spoken(at, &name);
                (!spoken && !self.graph.is_name(&listed)).then(|| (listed, self.span(at, end)))
            })
        })
    }

    /// Reads a name that names somebody by itself, as a first name does not, and where it ends.
    fn whole_name(&self, at: usize) -> Option<(String, usize)> {
        let word = self.words.get(at)?;
        let Some((name, end)) = self.name(at) else {
            return self.surname_spelled(at);
        };
        let titled = self.vocabulary.words.title_noun_end(&self.words, at);
        let person = |e| self.graph.entity(e).class == EntityClass::Person;
        let ending = format!(" {}", fold_name(&name));
        let hits = self.graph.find_exact(&name);
        let surname = hits
            .iter()
            .any(|h| person(h.entity) && fold_name(self.graph.name(h.entity)).ends_with(&ending));
        let packs: Vec<&Pack> = self.vocabulary.words.packs().values().collect();
        let spoken = self.vocabulary.words.is_function_word(word)
            || self.vocabulary.month(word).is_some()
            || titled.is_some()
            || !surname && self.asking(at, &packs).is_some();
        let named = self.graph.is_whole_name(&name) || surname;
        (named && !spoken).then_some((name, end))
    }

    /// A surname in another spelling ("Aliev", "aliev"), and where it ends.
    fn surname_spelled(&self, at: usize) -> Option<(String, usize)> {
        let (name, end) = self.spelled(at, 1)?;
        if !name.starts_with(char::is_uppercase) && self.is_spoken(at, &name) {
            return None;
        }
        let own = self.taken_for(&name, at)?;
        let surname = self.graph.name(own).rsplit(' ').next()?;
        let near = suggest::nearest(&fold_name(&name), [fold_name(surname).as_str()], 1);
        (!near.is_empty()).then_some((name, end))
    }

    /// Tells whether a word is one of a language, and not only of names.
    fn is_spoken(&self, at: usize, word: &str) -> bool {
        let words = &self.vocabulary.words;
        let packs: Vec<&Pack> = words.packs().values().collect();
        words.is_function_word(word)
            || words.is_noun(word)
            || words.is_verb(word)
            || self.vocabulary.month(word).is_some()
            || self.asking(at, &packs).is_some()
    }

    /// The tables of every language.
    pub(super) fn tables(&self) -> Vec<&Questions> {
        let packs = self.vocabulary.words.packs().values();
        packs.map(Pack::questions).collect()
    }

    /// The words of a statement for what the line opens with, and its length.
    pub(super) fn command(&self) -> Option<(String, usize)> {
        self.command_at(0).or_else(|| self.every())
    }

    fn command_at(&self, at: usize) -> Option<(String, usize)> {
        (1..=super::line::LONGEST).rev().find_map(|n| {
            let phrase = self.lower(at, n)?;
            let tables = self.tables();
            let found = tables.iter().find_map(|t| t.commands.get(&phrase));
            found.map(|c| (c.clone(), n))
        })
    }

    /// "all actors": the words of a statement for every row of a list, and the length of the words for it.
    fn every(&self) -> Option<(String, usize)> {
        let tables = self.tables();
        let n = tables.iter().find_map(|t| self.phrase(0, &t.every))?;
        if self.lower(n, 1)? == EVENTS {
            return Some((EVENTS.to_owned(), n + 1));
        }
        let (command, words) = self.command_at(n)?;
        let all = match command.strip_prefix(TOP) {
            Some(kind) => format!("{TOP}all {kind}"),
            None => command,
        };
        Some((all, n + words))
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
        let spelled = || self.surname_spelled(at + n).map(|_| at + n);
        self.name_behind(at + n).or_else(spelled)
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
