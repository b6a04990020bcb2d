//! Where the name of a person begins: behind "Ms.", with the "Von" of "Von der Leyen".
//!
//! In: the lines of an article with their names. Out: the same, with other first tokens. Invariant: what the gazetteer knows keeps its entry; small words
//! belong to a surname only where the article or the gazetteer has it with them. Does not: find names.

use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use std::collections::BTreeSet;

/// Most small words of a surname.
const PARTICLES: usize = 3;

/// "Ms. Porras": an abbreviated form of address is no part of the name.
pub(super) fn drop_address(context: &Context, line: &mut Line) {
    let table = &context.pack.titles().table;
    let tokens = line.tokens.clone();
    for candidate in &mut line.candidates {
        let first = tokens.get(candidate.start).copied().unwrap_or_default();
        let unknown = candidate.entry.is_none() && candidate.part.is_none();
        let person = candidate.class == EntityClass::Person && unknown;
        let address = first.ends_with('.') && table.honorifics.has(first);
        if person && address && candidate.end > candidate.start + 1 {
            candidate.start += 1;
        }
    }
}

/// "Von der Leyen kritisierte …": the small words of a surname that the article has in full, or that the gazetteer knows.
pub(super) fn join_particles(context: &Context, lines: &mut [Line]) {
    let particles = &context.pack.mention_words().particles;
    let small = |line: &Line, at: usize| particles.has(line.word(at)) && !line.capital(at);
    let mut told: BTreeSet<String> = BTreeSet::new();
    for line in lines.iter() {
        let person = |c: &&Candidate| c.class == EntityClass::Person && c.form == MentionForm::Name;
        for candidate in line.candidates.iter().filter(person) {
            let inside = candidate.start + 1..candidate.end;
            if let Some(at) = inside.clone().find(|&t| small(line, t)) {
                told.insert(surname(line, at, candidate.end));
            }
        }
    }
    for line in lines {
        for at in 0..line.tokens.len() {
            let mut behind = at + 1..(at + 1 + PARTICLES).min(line.tokens.len());
            let named = (at == 0 || !line.capital(at)) && behind.clone().any(|t| line.capital(t));
            let opens = named && particles.has(line.word(at));
            let last = opens.then(|| behind.find(|&t| !small(line, t))).flatten();
            let last = last.filter(|&t| line.capital(t));
            let Some(last) = last else {
                continue;
            };
            let name = surname(line, at, last + 1);
            let gazetteer = context.lexicon.gazetteer();
            let known = || {
                let found = gazetteer.lookup(&name, &context.pack.code)?;
                let mut senses = found.senses.iter().map(|s| s.entry);
                senses.find(|&e| {
                    gazetteer
                        .at(e)
                        .is_some_and(|e| e.class == EntityClass::Person)
                })
            };
            let entry = known();
            let plain = |c: &Candidate| {
                (c.start, c.end) == (last, last + 1) && c.class == EntityClass::Person
            };
            let found = line.candidates.iter().position(plain);
            if !told.contains(&name) && entry.is_none()
                || found.is_none() && !line.free(at, last + 1)
            {
                continue;
            }
            if let Some(candidate) = found.and_then(|f| line.candidates.get_mut(f)) {
                candidate.start = at;
                candidate.entry = candidate.entry.or(entry);
            } else if entry.is_some() {
                let mut candidate = Candidate::new(
                    at,
                    last + 1,
                    EntityClass::Person,
                    "surname with its small words",
                    0.8,
                );
                candidate.entry = entry;
                line.candidates.push(candidate);
            }
        }
        line.candidates.sort_by_key(|c| (c.start, c.end));
    }
}

/// The words of a surname, the first in small letters.
fn surname(line: &Line, from: usize, to: usize) -> String {
    let mut words: Vec<String> = (from..to).map(|t| line.word(t).to_owned()).collect();
    if let Some(first) = words.first_mut() {
        *first = first.to_lowercase();
    }
    words.join(" ")
}
