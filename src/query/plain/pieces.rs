//! A line taken apart: names, types, roles, forms of "do", and what restricts them.
//!
//! In: a [`Line`] and the table of its language. Out: readings. Invariant: no word is passed over but those that the tables call small. Does not:
//! know how pieces make a statement.

use super::Readings;
use super::compose::{Asked, Piece, compose, cores, near, unsaid};
use super::kinds::Asking;
use super::line::{Line, genitive, has};
use crate::lexicon::questions::Questions;
use crate::query::suggest;

/// Keywords that tell the role of the name behind them.
pub(super) const ROLES: [&str; 7] = ["by", "to", "against", "with", "of", "between", "about"];
/// The keyword of a time that may stand in front of whom something is asked ("demand from X").
const FROM: &str = "from";
/// The clause that leaves out what somebody takes part in.
pub(super) const NOT_WITH: &str = "not with";
/// Most words of a name in another spelling.
const LONGEST_SPELLED: usize = 3;

/// What is said where people are to be counted.
const PEOPLE: &str = "how many of them it was only the sentences tell, so the events are listed";
/// What is said of a name that no clause can hold.
const UNSAID: &str = "only the sentences tell, so all are listed";
/// What is said where the words of somebody are asked for.
const SAID: &str = "what is told on their word, and what they praised, criticised, demanded, promised and so on; words that tell of no event are not kept";

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
    /// The piece of the type asked for, and its word.
    asked: Option<(usize, usize)>,
    /// A name stands in the genitive: what it owns is no verb.
    owned: bool,
}

impl Parts {
    /// Tells whether a number of what is asked for is one of people.
    fn counts_people(&self) -> bool {
        let people = |p: &Piece| matches!(p, Piece::Type(asking) if asking.people);
        self.pieces.iter().any(people)
    }

    /// Tells whether a statement asks who began what two did alike; the answer then says how far that is told.
    fn begun(&self, statement: &str) -> bool {
        let begun = |p: &Piece| matches!(p, Piece::Type(asking) if asking.begun);
        self.pieces.iter().any(begun) && has_side(statement)
    }

    fn ask(&mut self, asking: Asking) {
        self.used.extend(&asking.used);
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
        // A helper in front both asks and tells where the one who acts stands; so does any verb where it opens questions.
        let helper = self.phrase(0, &table.helpers).is_some();
        let verb = || {
            let asks = self.asks && !table.subject_first && self.name(0).is_none();
            asks && self.asking(0, &self.languages()).is_some()
        };
        (helper || verb()).then_some((Asked::Event, 0))
    }

    /// Tells whether a line opens like a question.
    pub(super) fn opens_question(&self, table: &Questions) -> bool {
        self.head(table).is_some()
    }

    pub(super) fn question(&self, table: &Questions, readings: &mut Readings) {
        let Some((asked, from)) = self.head(table) else {
            return;
        };
        readings.asked = true;
        let people = self.phrase(from, &table.people);
        let number = asked == Asked::Number && self.phrase(0, &table.often).is_none();
        let parts = self.parts(from + people.filter(|_| number).unwrap_or(0), table);
        // "how many people died": the sentences tell, the number of events does not.
        let counted = people.is_some();
        let people = number && (counted || parts.counts_people());
        let asked = match people {
            // "how many people met X": who they were is in the rows.
            true if counted => Asked::Anybody,
            true => Asked::Event,
            false => asked,
        };
        for statement in compose(asked, &parts.pieces, &parts.tail, table) {
            let says = parts.says.clone().filter(|_| !parts.begun(&statement));
            let says = match says {
                _ if parts.pieces.contains(&Piece::Says) => Some(SAID.to_owned()),
                Some(says) if people => Some(format!("{says}; {PEOPLE}")),
                None if people => Some(PEOPLE.to_owned()),
                says => says,
            };
            let unsaid = unsaid(&parts.pieces, &statement).into_iter();
            let unsaid = unsaid.map(|name| format!("{name}: {UNSAID}"));
            let either = asked == Asked::Anybody && !table.subject_first;
            let either = either_side(&statement).filter(|_| either);
            let says: Vec<String> = says.into_iter().chain(either).chain(unsaid).collect();
            let says = Some(says.join("; ")).filter(|s| !s.is_empty());
            readings.add(statement, says);
        }
        if let Some(at) = parts.unknown.filter(|_| readings.whole.is_empty()) {
            readings.near.extend(self.respelt(at, table));
        }
        for statement in near(&parts.pieces, &parts.tail) {
            if !readings.near.contains(&statement) {
                readings.near.push(statement);
            }
        }
        for statement in cores(&parts.pieces) {
            if !readings.bare.contains(&statement) {
                readings.bare.push(statement);
            }
        }
        if readings.unknown.is_none() {
            readings.unknown = parts.unknown.and_then(|at| self.problem(at, 1));
        }
    }

    /// What the line would ask with a word that nothing is known of in the nearest spelling of a word of questions ("happend").
    fn respelt(&self, at: usize, table: &Questions) -> Vec<String> {
        let word = self.lower(at, 1).unwrap_or_default();
        let lists = [&table.happens, &table.acts, &table.says];
        let senses = table.senses.values().flatten();
        let known = lists.into_iter().flatten().chain(senses);
        let known = known.map(String::as_str).filter(|w| !w.contains(' '));
        let near = suggest::nearest(&word, known, 1).pop();
        let words = near.map(|right| {
            let mut words: Vec<&str> = self.words.clone();
            if let Some(wrong) = words.get_mut(at) {
                *wrong = &right;
            }
            words.join(" ")
        });
        let Some(text) = words else {
            return Vec::new();
        };
        let mut readings = Readings::default();
        Line::new(&text, self.vocabulary, self.graph).question(table, &mut readings);
        readings.whole.into_iter().map(|r| r.statement).collect()
    }

    /// Takes the words of a question apart.
    fn parts(&self, from: usize, table: &Questions) -> Parts {
        let mut parts = Parts::default();
        let mut at = from;
        let mut tails: Vec<String> = Vec::new();
        while at < self.words.len() {
            if parts.used.contains(&at) {
                at += 1;
            } else if let Some((name, end)) = self.exception(at, table) {
                tails.push(format!("{NOT_WITH} {name}"));
                at = end;
            } else if self.tail_begins(at, table) {
                let (tail, end) = self.tail(at, table);
                tails.push(tail);
                at = end;
            } else {
                let future = self.phrase(at, &table.future);
                if future.is_some() && !tails.contains(&PLANNED.to_owned()) {
                    tails.push(PLANNED.to_owned());
                }
                at = match future.filter(|n| *n > 1) {
                    Some(n) => at + n,
                    None => self.piece(at, table, &mut parts),
                };
            }
        }
        parts.tail = tails.join(" ");
        if self.is_passive(&parts, table) {
            parts.pieces.insert(0, Piece::Passive);
        }
        parts
    }

    /// Tells whether the verb asked with has a subject that is acted upon ("is X accused", "anklagades X").
    fn is_passive(&self, parts: &Parts, table: &Questions) -> bool {
        let verb = parts.asked.and_then(|(_, at)| self.lower(at, 1));
        let Some(verb) = verb.filter(|_| !parts.owned) else {
            return false;
        };
        let ends = |list: &[String]| list.iter().any(|e| verb.ends_with(e.as_str()));
        let words = self.words.iter().map(|w| w.to_lowercase());
        let mut helpers = words.filter(|w| has(&table.passive, w));
        // "wird X besuchen": a helper of what is to come stands with the verb as dictionaries have it.
        let infinitive = self.vocabulary.words.lemmas(&verb).contains(&verb);
        let helped = helpers.any(|h| !(infinitive && has(&table.future, &h)));
        ends(&table.passive_endings) || helped && !ends(&table.active_endings)
    }

    /// A word that asks without naming anything: forms of "do", "say", "happen", the latest or the first; and its length.
    fn asking_word(&self, at: usize, table: &Questions, named: bool) -> Option<(Piece, usize)> {
        if let Some(n) = self.phrase(at, &table.inverting).filter(|_| !named) {
            return Some((Piece::Inverting, n));
        }
        let verbs = [
            (&table.acts, Piece::Act),
            (&table.says, Piece::Says),
            (&table.happens, Piece::Happens),
        ];
        let mut verbs = verbs.into_iter();
        let verb = verbs.find_map(|(list, piece)| Some((piece, self.phrase(at, list)?)));
        verb.or_else(|| {
            let end = self.end(at, table).filter(|_| self.name(at).is_none());
            end.map(|(latest, n)| (Piece::End(latest), n))
        })
    }

    /// "X or Y": the names of which any will do, and where the second ends.
    fn alternative(
        &self,
        at: usize,
        keyword: Option<&str>,
        before: Option<&Piece>,
    ) -> Option<(String, usize)> {
        let (Some("or"), Some(Piece::Name(one))) = (keyword, before) else {
            return None;
        };
        let (other, end) = self.object(at + 1)?;
        Some((format!("{one} or {other}"), end))
    }

    /// Reads what stands at a word; returns where the next piece begins.
    fn piece(&self, at: usize, table: &Questions, parts: &mut Parts) -> usize {
        let keyword = self.keyword(at, table);
        if let Some((whole, end)) = self.alternative(at, keyword, parts.pieces.last()) {
            parts.pieces.pop();
            parts.pieces.push(Piece::Name(whole));
            return end;
        }
        // "US President X": whom the title is held of is not asked about.
        if let Some(end) = self.held_title(at) {
            return end;
        }
        if let Some((name, end)) = self.name(at).filter(|n| n.1 > at + 1) {
            parts.pieces.push(Piece::Name(name));
            return end;
        }
        let named = parts.pieces.iter().any(|p| matches!(p, Piece::Name(_)));
        if let Some((piece, n)) = self.asking_word(at, table, named) {
            parts.pieces.push(piece);
            return at + n;
        }
        let again = [&table.anybody, &table.doer].into_iter();
        if named && again.into_iter().any(|l| self.phrase(at, l).is_some()) {
            parts.pieces.push(Piece::Again);
        }
        // "who killed whom", "who promised what": the other party is asked for too.
        let passed = [
            &table.helpers,
            &table.small,
            &table.other,
            &table.anybody,
            &table.doer,
            &table.what,
            &table.people,
        ];
        if let Some(n) = passed.into_iter().find_map(|list| self.phrase(at, list)) {
            return at + n;
        }
        if keyword == Some(FROM) && self.name_behind(at + 1).is_some() {
            parts.pieces.push(Piece::Role("of"));
            return at + 1;
        }
        if let Some(role) = ROLES.iter().find(|r| keyword == Some(**r)) {
            parts.pieces.push(Piece::Role(role));
            return at + 1;
        }
        if keyword == Some("and") || self.words.get(at) == Some(&",") {
            if named {
                parts.pieces.push(Piece::And);
            }
            return at + 1;
        }
        self.content(at, parts)
    }

    /// Takes a type. Of two, the verb is what is asked for, and the noun stands in the sentence: "cancelled the visit".
    fn ask(&self, at: usize, asking: Asking, parts: &mut Parts) {
        let verb = |at: usize| {
            let word = self.words.get(at);
            word.is_some_and(|w| w.starts_with(char::is_lowercase))
        };
        let before = parts.asked.filter(|(piece, _)| {
            let other = parts.pieces.get(*piece);
            matches!(other, Some(Piece::Type(other)) if other.words != asking.words)
        });
        let Some((piece, first)) = before else {
            let piece = parts.pieces.len();
            parts.asked = parts.asked.or(Some((piece, at)));
            return parts.ask(asking);
        };
        let noun = if verb(at) && !verb(first) { first } else { at };
        match self.plain_word(noun) {
            Some(word) if noun == at => parts.pieces.push(Piece::Word(word)),
            Some(word) => {
                if let Some(piece) = parts.pieces.get_mut(piece) {
                    *piece = Piece::Word(word);
                }
                parts.asked = Some((parts.pieces.len(), at));
                parts.ask(asking);
            }
            None => parts.ask(asking),
        }
    }

    /// Reads a name, a type or a title; what is none of them may be a name in another spelling.
    fn content(&self, at: usize, parts: &mut Parts) -> usize {
        if let Some((name, end)) = self.name(at) {
            // "Vladimir Putinn": the words together are another spelling of one name.
            let whole = self.spelled(at, LONGEST_SPELLED).filter(|s| s.1 > end);
            let (name, end) = whole.unwrap_or((name, end));
            let last = self.words.get(end - 1).copied().unwrap_or_default();
            parts.owned |= genitive(last).is_some_and(|stem| name.ends_with(stem));
            parts.pieces.push(Piece::Name(name));
            return end;
        }
        if let Some((asking, n)) = self.asking(at, &self.languages()) {
            self.ask(at, asking, parts);
            return at + n;
        }
        if let Some(end) = self.name_behind(at) {
            return end;
        }
        if let Some((title, end)) = self.told_title(at) {
            parts.pieces.push(Piece::Word(title));
            return end;
        }
        if let Some(word) = self.told_word(at) {
            parts.pieces.push(Piece::Word(word));
            return at + 1;
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

/// Tells whether a statement names somebody as the one who acts or is acted upon.
fn has_side(statement: &str) -> bool {
    let mut words = statement.split(' ');
    words.any(|w| matches!(w, "by" | "to" | "against"))
}

/// What is said where a question does not tell which side the one named is on.
fn either_side(statement: &str) -> Option<String> {
    let (head, name) = statement.split_once(" of ")?;
    Some(format!(
        "the name on either side, for the question may mean both; `{head} to {name}` and `{head} by {name}` ask for one"
    ))
}

/// What is to come is asked for.
const PLANNED: &str = "status planned";
