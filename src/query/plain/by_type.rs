//! Lines that name what happened and who, without a word that asks: "meetings of X", "sanctions against X", "X criticised Y", "the last 5 events".
//!
//! In: a [`Line`]. Out: a reading. Invariant: no word is passed over but those that the tables call small. Does not: read questions.

use super::Readings;
use super::compose::ending_of;
use super::joined::EVENTS;
use super::kinds::Asking;
use super::line::Line;
use super::pieces::{NOT_WITH, ROLES};
use crate::lexicon::Pack;
use crate::lexicon::questions::Questions;

/// How many of "the latest events" are listed.
const SEVERAL: usize = 10;

impl Line<'_> {
    /// "meetings of X", "coups since 2020", "sanctions against X": the events of a type, with those who act in front or behind.
    pub(super) fn by_type(&self, readings: &mut Readings) {
        let packs: Vec<&Pack> = self.vocabulary.words.packs().values().collect();
        let (latest, from) = self.end_in_front(&packs);
        // "the last 5 events"
        let number = self.words.get(from).and_then(|w| w.parse::<usize>().ok());
        let number = number.filter(|n| latest.is_some() && *n > 0);
        let from = from + usize::from(number.is_some());
        let (names, at) = self.names_in_front(from);
        let events = self.events_word(at, &packs).filter(|_| latest.is_some());
        // "the latest events" are several, "the latest event" is one.
        let several = match self.lower(at, 1) {
            Some(word) if events.is_some() && word == EVENTS => SEVERAL,
            _ => 1,
        };
        // "plane crash": what the sentence holds stands in front of what happened.
        let held = self
            .told_word(at)
            .filter(|_| self.asking(at, &packs).is_none());
        let at = at + usize::from(held.is_some());
        let Some((asking, n)) = events.or_else(|| self.asking(at, &packs)) else {
            return;
        };
        let mut words = vec![EVENTS.to_owned(), asking.words.clone()];
        words.retain(|w| !w.is_empty());
        let mut at = at + n;
        // "X criticised Y": who stands behind the verb is acted upon.
        let object = self
            .object(at)
            .filter(|_| names.len() == 1 && !asking.used.contains(&at));
        let equals = asking.equals && !(asking.begun && object.is_some());
        words.extend(sides(&names, object.as_ref().map(|o| &o.0), equals));
        at = object.map_or(at, |o| o.1);
        let mut held: Vec<String> = held.into_iter().collect();
        while at < self.words.len() {
            at = match self.held_word(at, &asking, &packs) {
                Some((word, end)) => {
                    held.push(word);
                    end
                }
                None => self.behind_type(at, &asking, &packs, &mut words),
            };
        }
        if !held.is_empty() {
            words.push(format!("mentioning {}", held.join(", ")));
        }
        let most = number.unwrap_or(several);
        let end = latest.map_or_else(String::new, |l| ending_of(l, most, &words.join(" ")));
        let statement = format!("{}{}{end}", words.join(" "), asking.without);
        let says = asking.says.filter(|_| equals || !asking.begun);
        readings.add(statement, says);
    }

    /// The name at a word, or behind articles and titles there, and where it ends.
    pub(super) fn object(&self, at: usize) -> Option<(String, usize)> {
        self.name_behind(at).and_then(|at| self.name(at))
    }

    /// "last", "first" at the head of a line, behind articles: which of the two, and where the rest begins.
    fn end_in_front(&self, packs: &[&Pack]) -> (Option<bool>, usize) {
        let tables = || packs.iter().map(|p| p.questions());
        let small = |at: &usize| tables().any(|t| self.phrase(*at, &t.small).is_some());
        let at = usize::from(small(&0) && self.name(0).is_none());
        let found = tables().find_map(|t| self.end(at, t));
        found.map_or((None, 0), |(latest, n)| (Some(latest), at + n))
    }

    /// A word that asks for the latest (`true`) or the first event alone, and its length.
    pub(super) fn end(&self, at: usize, table: &Questions) -> Option<(bool, usize)> {
        let latest = self.phrase(at, &table.latest).map(|n| (true, n));
        latest.or_else(|| self.phrase(at, &table.first).map(|n| (false, n)))
    }

    /// The name or the pair that a line begins with, and where the rest begins.
    fn names_in_front(&self, from: usize) -> (Vec<String>, usize) {
        let open = |n: &(String, usize)| n.1 < self.words.len();
        let Some((name, end)) = self.name(from).filter(open) else {
            return (Vec::new(), from);
        };
        let joined = self.joint(end).and_then(|at| self.name(at));
        let second = joined.or_else(|| self.side_by_side(from, end)).filter(open);
        match second {
            Some((other, end)) => (vec![name, other], end),
            None => (vec![name], end),
        }
    }

    /// A word for events of any type, and its length.
    fn events_word(&self, at: usize, packs: &[&Pack]) -> Option<(Asking, usize)> {
        let word = self.lower(at, 1)?;
        let mut tables = packs.iter().map(|p| p.questions());
        let events =
            word == EVENTS || tables.any(|t| t.commands.get(&word).is_some_and(|c| c == EVENTS));
        events.then(|| (Asking::default(), 1))
    }

    /// "release of hostages": a noun that sentences hold, with the word of a role in front of it; where the rest begins.
    fn held_word(&self, at: usize, asking: &Asking, packs: &[&Pack]) -> Option<(String, usize)> {
        if asking.used.contains(&at) {
            return None;
        }
        let mut tables = packs.iter().map(|p| p.questions());
        let role = tables.any(|t| self.keyword(at, t).is_some_and(|k| ROLES.contains(&k)));
        let at = at + usize::from(role);
        let free = self.name(at).is_none() && self.asking(at, packs).is_none();
        let word = self.told_word(at).filter(|_| free)?;
        Some((word, at + 1))
    }

    /// Writes what stands at a word behind a type; returns where the next begins.
    fn behind_type(
        &self,
        at: usize,
        asking: &Asking,
        packs: &[&Pack],
        words: &mut Vec<String>,
    ) -> usize {
        let tables = || packs.iter().map(|p| p.questions());
        if asking.used.contains(&at) {
            return at + 1;
        }
        if let Some((name, end)) = tables().find_map(|t| self.exception(at, t)) {
            words.push(format!("{NOT_WITH} {name}"));
            return end;
        }
        if let Some((clause, n)) = tables().find_map(|t| self.stretch(at, t)) {
            words.push(clause);
            return at + n;
        }
        let keyword = tables().find_map(|t| self.keyword(at, t));
        if let Some(end) = self.held_title(at) {
            return end;
        }
        if let Some((name, end)) = self.name(at).filter(|n| n.1 > at + 1 || keyword.is_none()) {
            return self.name_of_type((at, name, end), asking, words);
        }
        if let Some(keyword) = keyword {
            // "attacks on X": what is done on somebody is done to them; equals do it with each other.
            let done = keyword == "about"
                && !asking.equals
                && self.lower(at, 1) != Some("about".to_owned());
            let written = match keyword {
                _ if done => "to",
                "of" => asking.of.as_deref().unwrap_or("of"),
                "by" if asking.equals => "with",
                other => other,
            };
            words.push(written.to_owned());
        } else if !tables().any(|t| self.phrase(at, &t.small).is_some()) {
            words.push(
                self.words
                    .get(at)
                    .map_or_else(String::new, |w| (*w).to_owned()),
            );
        }
        at + 1
    }

    /// Writes a name behind a type; without a word of a role in front, "meetings A B" is between the two, and "apology A" is by A. Returns where the
    /// next word begins.
    fn name_of_type(
        &self,
        (at, name, end): (usize, String, usize),
        asking: &Asking,
        words: &mut Vec<String>,
    ) -> usize {
        // Only the types stand in front.
        let bare = words.len() <= 2 && !asking.words.is_empty();
        let second = self.side_by_side(at, end).filter(|_| bare);
        if let Some((other, end)) = second {
            words.push(format!("between {name} and {other}"));
            return end;
        }
        if bare {
            // "visits A": by a person, but to or by a country.
            let own = asking.of.as_deref().filter(|_| self.is_person(&name));
            let usual = if asking.equals { "with" } else { "of" };
            words.push(own.unwrap_or(usual).to_owned());
        }
        words.push(name);
        end
    }
}

/// The clause for the names in front of a type and the one behind it.
fn sides(names: &[String], object: Option<&String>, equals: bool) -> Option<String> {
    Some(match (names, object) {
        ([], _) => return None,
        ([one], Some(other)) if equals => format!("between {one} and {other}"),
        ([who], Some(whom)) => format!("by {who} to {whom}"),
        ([who], None) if equals => format!("with {who}"),
        ([who], None) => format!("by {who}"),
        ([one, other, ..], _) => format!("between {one} and {other}"),
    })
}
