//! A line taken apart: names, types, roles, forms of "do", and what restricts them.
//!
//! In: a [`Line`] and the table of its language. Out: readings. Invariant: no word is passed over but those that the tables call small. Does not:
//! know how pieces make a statement.

use super::Readings;
use super::compose::{Asked, Piece, compose, near};
use super::kinds::Asking;
use super::line::Line;
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;

/// Keywords that tell the role of the name behind them.
const ROLES: [&str; 7] = ["by", "to", "against", "with", "of", "between", "about"];
/// Most words of a name in another spelling.
const LONGEST_SPELLED: usize = 3;

/// What a line was taken apart into.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) pieces: Vec<Piece>,
    /// Restrictions, in the keywords of statements.
    pub(super) tail: String,
    /// Words that were taken with one in front of them.
    used: Vec<usize>,
    /// The first word that nothing is known of.
    unknown: Option<usize>,
    says: Option<String>,
}

impl Parts {
    fn ask(&mut self, asking: Asking) {
        self.used.extend(asking.used);
        if self.says.is_none() {
            self.says.clone_from(&asking.says);
        }
        self.pieces.push(Piece::Type(asking));
    }
}

impl Line<'_> {
    /// Finds what is asked for at the head of a line, and the word behind it.
    fn head(&self, table: &Questions) -> Option<(Asked, usize)> {
        let kinds = [
            (&table.many, Asked::Number),
            (&table.anybody, Asked::Anybody),
            (&table.doer, Asked::Doer),
            (&table.other, Asked::Other),
            (&table.what, Asked::What),
            (&table.when, Asked::Event),
            (&table.place, Asked::Event),
        ];
        let asked_at = |at: usize| {
            let mut kinds = kinds.iter();
            kinds.find_map(|(list, asked)| Some((*asked, at + self.phrase(at, list)?)))
        };
        if let Some(found) = asked_at(0) {
            return Some(found);
        }
        // "with whom", "by whom": the word in front tells which of the two is asked for.
        let role = self.keyword(0, table).filter(|k| ROLES.contains(k));
        if let Some((role, (asked, end))) = role.zip(asked_at(1)) {
            let person = matches!(asked, Asked::Anybody | Asked::Doer | Asked::Other);
            let asked = if role == "by" {
                Asked::Doer
            } else {
                Asked::Other
            };
            return person.then_some((asked, end));
        }
        // A helper in front both asks and tells where the one who acts stands.
        self.phrase(0, &table.helpers).map(|_| (Asked::Event, 0))
    }

    pub(super) fn question(&self, table: &Questions, readings: &mut Readings) {
        let Some((asked, from)) = self.head(table) else {
            return;
        };
        readings.asked = true;
        let parts = self.parts(from, table);
        for statement in compose(asked, &parts.pieces, &parts.tail, table) {
            readings.add(statement, parts.says.clone());
        }
        for statement in near(&parts.pieces) {
            if !readings.near.contains(&statement) {
                readings.near.push(statement);
            }
        }
        if readings.unknown.is_none() {
            readings.unknown = parts.unknown.and_then(|at| self.problem(at, 1));
        }
    }

    /// "meetings of X", "coups since 2020", "sanctions against X": the events of a type, with those who act in front or behind.
    pub(super) fn by_type(&self, readings: &mut Readings) {
        let packs: Vec<&Pack> = self.vocabulary.words.packs().values().collect();
        let who = self.name(0).filter(|(_, end)| *end < self.words.len());
        let at = who.as_ref().map_or(0, |w| w.1);
        let Some((asking, n)) = self.asking(at, &packs) else {
            return;
        };
        let used = asking.used.unwrap_or(usize::MAX);
        let mut words = vec!["events".to_owned(), asking.words.clone()];
        if let Some((name, _)) = who {
            let role = if asking.equals { "with" } else { "by" };
            words.push(format!("{role} {name}"));
        }
        let mut at = at + n;
        while at < self.words.len() {
            at = self.behind_type(at, used, &asking, &packs, &mut words);
        }
        let statement = format!("{}{}", words.join(" "), asking.without);
        readings.add(statement, asking.says);
    }

    /// Writes what stands at a word behind a type; returns where the next begins.
    fn behind_type(
        &self,
        at: usize,
        used: usize,
        asking: &Asking,
        packs: &[&Pack],
        words: &mut Vec<String>,
    ) -> usize {
        let tables = || packs.iter().map(|p| p.questions());
        if at == used {
            return at + 1;
        }
        if let Some((clause, n)) = tables().find_map(|t| self.stretch(at, t)) {
            words.push(clause);
            return at + n;
        }
        let keyword = tables().find_map(|t| self.keyword(at, t));
        if let Some((name, end)) = self.name(at).filter(|n| n.1 > at + 1 || keyword.is_none()) {
            words.push(name);
            return end;
        }
        if let Some(keyword) = keyword {
            // "attacks on X": what is done on somebody is done to them.
            let done = keyword == "about"
                && !asking.equals
                && self.lower(at, 1) != Some("about".to_owned());
            words.push(if done { "to" } else { keyword }.to_owned());
        } else if !tables().any(|t| self.phrase(at, &t.small).is_some()) {
            words.push(
                self.words
                    .get(at)
                    .map_or_else(String::new, |w| (*w).to_owned()),
            );
        }
        at + 1
    }

    /// Takes the words of a question apart.
    fn parts(&self, from: usize, table: &Questions) -> Parts {
        let mut parts = Parts::default();
        let mut at = from;
        let mut tails: Vec<String> = Vec::new();
        while at < self.words.len() {
            if parts.used.contains(&at) {
                at += 1;
            } else if self.tail_begins(at, table) {
                let (tail, end) = self.tail(at, table);
                tails.push(tail);
                at = end;
            } else {
                if self.phrase(at, &table.future).is_some() && !tails.contains(&PLANNED.to_owned())
                {
                    tails.push(PLANNED.to_owned());
                }
                at = self.piece(at, table, &mut parts);
            }
        }
        parts.tail = tails.join(" ");
        parts
    }

    /// Reads what stands at a word; returns where the next piece begins.
    fn piece(&self, at: usize, table: &Questions, parts: &mut Parts) -> usize {
        let keyword = self.keyword(at, table);
        if let Some((name, end)) = self.name(at).filter(|n| n.1 > at + 1) {
            parts.pieces.push(Piece::Name(name));
            return end;
        }
        let named = parts.pieces.iter().any(|p| matches!(p, Piece::Name(_)));
        if let Some(n) = self.phrase(at, &table.inverting).filter(|_| !named) {
            parts.pieces.push(Piece::Inverting);
            return at + n;
        }
        if let Some(n) = self.phrase(at, &table.acts) {
            parts.pieces.push(Piece::Act);
            return at + n;
        }
        if let Some(n) = self.phrase(at, &table.happens) {
            parts.pieces.push(Piece::Happens);
            return at + n;
        }
        // "who killed whom": the other party is asked for too.
        let passed = [&table.helpers, &table.small, &table.other, &table.anybody];
        if let Some(n) = passed.into_iter().find_map(|list| self.phrase(at, list)) {
            return at + n;
        }
        if let Some(role) = ROLES.iter().find(|r| keyword == Some(**r)) {
            parts.pieces.push(Piece::Role(role));
            return at + 1;
        }
        if keyword == Some("and") || self.words.get(at) == Some(&",") {
            return at + 1;
        }
        self.content(at, parts)
    }

    /// Reads a name, a type or a title; what is none of them may be a name in another spelling.
    fn content(&self, at: usize, parts: &mut Parts) -> usize {
        if let Some((name, end)) = self.name(at) {
            // "Vladimir Putinn": the words together are another spelling of one name.
            let whole = self.spelled(at, LONGEST_SPELLED).filter(|s| s.1 > end);
            let (name, end) = whole.unwrap_or((name, end));
            parts.pieces.push(Piece::Name(name));
            return end;
        }
        if let Some((asking, n)) = self.asking(at, &self.languages()) {
            parts.ask(asking);
            return at + n;
        }
        let title = self.vocabulary.words.title_end(&self.words, at);
        if let Some(end) = title.filter(|e| *e < self.words.len()) {
            return end;
        }
        if let Some((name, end)) = self.spelled(at, LONGEST_SPELLED) {
            parts.pieces.push(Piece::Name(name));
            return end;
        }
        parts.unknown = parts.unknown.or(Some(at));
        parts.pieces.push(Piece::Unknown);
        at + 1
    }
}

/// What is to come is asked for.
const PLANNED: &str = "status planned";
