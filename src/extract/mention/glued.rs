//! Two names side by side that look like one: "I fjol besökte Jonas Behring Kenya", "2013 verklagte Kiir Machar".
//!
//! In: the lines of an article with their names, in a language whose verb stands second, so that subject and object may follow each other behind it.
//! Out: the same, such a name cut in two. Invariants: only what stands directly behind a verb is cut, and only where its parts stand alone elsewhere in the
//! article, where a given name follows a surname, or where it ends in a state; a name written the same where no verb stands before it stays whole.
//! Does not: decide who of the two acts.

use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm, Upos};
use crate::lexicon::gazetteer::{Entry, SenseKind};
use std::collections::{BTreeMap, BTreeSet};

/// Least words of a full name.
const FULL: usize = 2;

/// Cuts the glued names of an article.
pub(super) fn split(context: &Context, lines: &mut [Line]) {
    if context.pack.mention_words().verb_endings.is_empty() {
        return;
    }
    let glued = |line: &Line, c: &Candidate| is_person(c) && is_behind_verb(context, line, c.start);
    if !lines
        .iter()
        .any(|l| l.candidates.iter().any(|c| glued(l, c)))
    {
        return;
    }
    let known = Known::new(context, lines, glued);
    for line in lines.iter_mut() {
        let cuts: Vec<(usize, usize)> = line
            .candidates
            .iter()
            .enumerate()
            .filter(|(_, c)| glued(line, c))
            .filter_map(|(i, c)| Some((i, cut(context, line, c, &known)?)))
            .collect();
        for (index, at) in cuts {
            divide(context, line, index, at);
        }
        line.candidates.sort_by_key(|c| (c.start, c.end));
    }
}

/// What the article says of names that stand elsewhere.
struct Known {
    /// The full names that end in a word.
    bearers: BTreeMap<String, BTreeSet<String>>,
    /// Names that are certainly one.
    whole: BTreeSet<String>,
}

impl Known {
    fn new(context: &Context, lines: &[Line], glued: impl Fn(&Line, &Candidate) -> bool) -> Self {
        let mut known = Self {
            bearers: BTreeMap::new(),
            whole: BTreeSet::new(),
        };
        for line in lines {
            let names = line.candidates.iter().filter(|c| {
                c.class == EntityClass::Person
                    && c.form == MentionForm::Name
                    && c.part.is_none()
                    && c.end - c.start >= FULL
            });
            for name in names.filter(|c| !glued(line, c)) {
                let text = written(context, line, name);
                let surname = text.rsplit(' ').next().unwrap_or_default().to_owned();
                known
                    .bearers
                    .entry(surname)
                    .or_default()
                    .insert(text.clone());
                known.whole.insert(text);
            }
        }
        known
    }

    /// Do the two words end full names of different people?
    fn are_two(&self, a: &str, b: &str) -> bool {
        let (Some(a), Some(b)) = (self.bearers.get(a), self.bearers.get(b)) else {
            return false;
        };
        a.is_disjoint(b)
    }
}

/// The words of a name without the ending of a genitive.
fn written(context: &Context, line: &Line, name: &Candidate) -> String {
    let mut words: Vec<&str> = (name.start..name.end).map(|at| line.word(at)).collect();
    let gazetteer = context.lexicon.gazetteer();
    if let Some(last) = words.last_mut().filter(|_| name.genitive) {
        *last = gazetteer
            .genitive_stem(last, &context.pack.code)
            .unwrap_or(last);
    }
    words.join(" ")
}

/// A name of several words that nothing but its capitals makes one.
fn is_person(candidate: &Candidate) -> bool {
    candidate.class == EntityClass::Person
        && candidate.form == MentionForm::Name
        && candidate.entry.is_none()
        && candidate.part.is_none()
        && candidate.end - candidate.start >= FULL
        && candidate.evidence.iter().any(|e| e == "tagger")
}

/// Does a verb stand before the token, and a first phrase before the verb?
fn is_behind_verb(context: &Context, line: &Line, at: usize) -> bool {
    let Some(verb) = at.checked_sub(1).filter(|v| *v > 0) else {
        return false;
    };
    let word = line.word(verb);
    if !word.starts_with(char::is_lowercase)
        || context.pack.titles().find(&line.tokens, verb).is_some()
    {
        return false;
    }
    let endings = &context.pack.mention_words().verb_endings;
    let ending = |e: &String| word.len() > e.len() + 2 && word.ends_with(e.as_str());
    let inflection = context.pack.inflection();
    let known = |l: &String| l != word && inflection.knows(l);
    endings.iter().any(ending) || inflection.lemmas(word, Some(Upos::Verb)).iter().any(known)
}

/// Where a name is to be cut.
fn cut(context: &Context, line: &Line, name: &Candidate, known: &Known) -> Option<usize> {
    if known.whole.contains(&written(context, line, name)) {
        return None;
    }
    let names = context.lexicon.names();
    let given = |at: usize| names.genders.of(None, line.word(at)).is_some();
    let last = name.end - 1;
    let place = || place_at(context, line, last);
    // "verklagte Kiir Machar" beside "Salva Kiir" and "Riek Machar".
    if name.end - name.start == FULL {
        let first = line.word(name.start);
        let second = written(context, line, name);
        let second = second.rsplit(' ').next().unwrap_or_default();
        let surname = known.bearers.contains_key(first);
        return (known.are_two(first, second) || surname && place().is_some()).then_some(last);
    }
    // "träffade Peter Behring Rosa Diaz"
    let halves = [name.start, name.start + FULL];
    let two =
        name.end - name.start == 2 * FULL && halves.iter().all(|&at| given(at) && !given(at + 1));
    if two {
        return Some(name.start + FULL);
    }
    // "besökte Jonas Behring Kenya"
    let state = place().filter(|(_, e)| e.class == EntityClass::Country);
    (given(name.start) && state.is_some()).then_some(last)
}

/// The state or place that a word names.
fn place_at<'c>(context: &'c Context, line: &Line, at: usize) -> Option<(usize, Entry<'c>)> {
    let gazetteer = context.lexicon.gazetteer();
    let found = gazetteer.lookup(line.word(at), &context.pack.code)?;
    let named = found.senses.iter().filter(|s| s.kind == SenseKind::Name);
    let mut entries = named.filter_map(|s| Some((s.entry, gazetteer.at(s.entry)?)));
    entries.find(|(_, e)| matches!(e.class, EntityClass::Country | EntityClass::Place) && !e.common)
}

/// Makes two names of one.
fn divide(context: &Context, line: &mut Line, index: usize, at: usize) {
    let place = (line.candidates.get(index).is_some_and(|c| c.end == at + 1))
        .then(|| place_at(context, line, at))
        .flatten();
    let place = place.map(|(entry, e)| (entry, e.class));
    let Some(name) = line.candidates.get_mut(index) else {
        return;
    };
    let mut second = Candidate::new(at, name.end, EntityClass::Person, "side by side", 0.7);
    second.genitive = std::mem::take(&mut name.genitive);
    if let Some((entry, class)) = place {
        second.class = class;
        second.entry = Some(entry);
    }
    name.end = at;
    name.evidence.push("side by side".to_owned());
    line.candidates.push(second);
}
