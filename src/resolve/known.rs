//! What the gazetteer knows of an entry, in one small record.
//!
//! In: the lexicon and an entry's id, or a name. Out: [`Known`], or the id of the entry that the name spells. Does not: find entries in text.

use super::compare::{ACCEPT, Context, Memo, RELATED, compare_with};
use super::normalize::{Interner, Name, Word, parse, parse_with};
use crate::base::analysis::EntityClass;
use crate::base::date::Interval;
use crate::base::recall::Recall;
use crate::lexicon::Lexicon;
use crate::lexicon::romanization::NameTables;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// A gazetteer entry as linking needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Slug.
    pub id: String,
    /// Class.
    pub class: EntityClass,
    /// Canonical English name.
    pub name: String,
    /// Country code.
    pub country: Option<String>,
    /// Sector.
    pub sector: Option<String>,
    /// Wikidata id.
    pub external: Option<String>,
    /// Its names in every language, sorted.
    pub names: Vec<String>,
}

/// Returns what is known of an entry.
pub fn entry(lexicon: &Lexicon, id: &str) -> Option<Known> {
    let entry = lexicon.gazetteer().entry(id)?;
    let mut names: Vec<String> = entry.names().map(|(_, n)| n.to_owned()).collect();
    names.sort();
    names.dedup();
    Some(Known {
        id: entry.id.to_owned(),
        class: entry.class,
        name: entry.name.to_owned(),
        country: entry.country.map(str::to_owned),
        sector: entry.sector.map(str::to_owned),
        external: entry.wikidata.map(str::to_owned),
        names,
    })
}

/// Least score at which a spelling that the gazetteer does not list is one of its persons; less if the countries agree.
const SURE: f32 = 0.88;

/// Finds the one person of the gazetteer whose name this is in another spelling.
///
/// Input: a full name as written and as read, and the country of its title if it has one. Output: the entry's id and why; `None` if nobody or more than
/// one fits, or the country is another. Complexity: O(log n) and a comparison for each surname of one skeleton; names met a moment ago are recalled.
pub fn by_spelling<'l>(
    lexicon: &'l Lexicon,
    (written, name): (&str, &Name),
    country: Option<&str>,
) -> Option<(&'l str, Arc<str>)> {
    if name.words.iter().filter(|w| !w.initial).count() < 2 {
        return None;
    }
    let persons = lexicon.of_persons(Persons::new)?;
    let question = [country.unwrap_or_default(), "\n", written].concat();
    let work_out = || persons.only(lexicon, name, country);
    let (at, why) = persons.asked.ask(&question, 0, work_out)?;
    Some((lexicon.gazetteer().at(at)?.id, why))
}

/// Whether the one entry fits a name of that country, and why.
fn fits(
    lexicon: &Lexicon,
    person: &Person,
    name: &Name,
    country: Option<&str>,
    memo: &mut Memo,
) -> Option<Arc<str>> {
    let tables = lexicon.names();
    let agree = country.map(|c| person.country.as_deref() == Some(c));
    if agree == Some(false) {
        return None;
    }
    let least = if agree == Some(true) { ACCEPT } else { SURE };
    let known = person.name.get_or_init(|| {
        let entry = lexicon.gazetteer().at(person.entry);
        entry.map_or_else(Name::default, |e| parse(e.name, tables))
    });
    if !initials_agree(name, known) || given_apart(name, known, tables) {
        return None;
    }
    let verdict = compare_with(name, known, Context::default(), tables, memo);
    // John Smith is not Ian Smith: another form of the given name is another person's where nothing else speaks for it.
    let other_given = verdict.reasons.iter().any(|r| r.contains(RELATED));
    let alike = agree == Some(true) || !other_given;
    let entry = lexicon.gazetteer().at(person.entry)?;
    (verdict.same && verdict.score >= least && alike).then(|| {
        let reasons = verdict.reasons.join("; ");
        format!("{} ({:.2}): {reasons}", entry.name, verdict.score).into()
    })
}

/// Habib Chaab is not B. J. Habibie: where only the surname is written out, a letter of the rest must stand for another word of the name.
fn initials_agree(name: &Name, known: &Name) -> bool {
    let letter = |w: &Word| w.text.chars().next();
    let initials: Vec<&Word> = known
        .words
        .iter()
        .map(AsRef::as_ref)
        .filter(|w| w.initial)
        .collect();
    let full = known.words.len() - initials.len();
    let other = |w: &Word| initials.iter().any(|i| letter(i) == letter(w));
    initials.is_empty() || full > 1 || name.words.iter().any(|w| other(w))
}

/// Marion Le Pen is not Marine: given names that are two, before the same surname.
fn given_apart(name: &Name, known: &Name, tables: &NameTables) -> bool {
    let given = |n: &Name| n.words.first().map(|w| w.ascii.clone());
    let same_end = || {
        let last = |n: &Name| n.words.last().map(|w| w.ascii.clone());
        last(name) == last(known)
    };
    match (given(name), given(known)) {
        (Some(a), Some(b)) => a != b && same_end() && tables.are_two(&a, &b),
        _ => false,
    }
}

/// The persons of the gazetteer by the consonants of their surnames.
#[derive(Debug, Default)]
struct Persons {
    by_key: FxHashMap<String, Vec<usize>>,
    /// In the order of their entries.
    all: Vec<Person>,
    /// The one person that a name met a moment ago spells: people of the news come again and again, known or not.
    asked: Recall<Option<(usize, Arc<str>)>>,
}

/// A person of the gazetteer.
#[derive(Debug)]
struct Person {
    entry: usize,
    country: Option<Box<str>>,
    /// As read, when it is first compared.
    name: OnceLock<Name>,
}

impl Persons {
    fn new(lexicon: &Lexicon) -> Self {
        let mut persons = Self::default();
        // Given names are shared, and reading a word under every romanisation is what takes long.
        let mut words = Interner::unnumbered();
        for (entry, number) in lexicon.gazetteer().entries().zip(0..) {
            if entry.class != EntityClass::Person {
                continue;
            }
            for key in keys_of(&parse_with(entry.name, lexicon.names(), &mut words)) {
                let all = persons.by_key.entry(key).or_default();
                all.push(persons.all.len());
            }
            persons.all.push(Person {
                entry: number,
                country: entry.country.map(Into::into),
                name: OnceLock::new(),
            });
        }
        persons
    }

    /// The entry of the only person that fits a name of that country, and why.
    fn only(
        &self,
        lexicon: &Lexicon,
        name: &Name,
        country: Option<&str>,
    ) -> Option<(usize, Arc<str>)> {
        let keys = keys_of(name);
        let places = keys.iter().filter_map(|k| self.by_key.get(k)).flatten();
        let places: BTreeSet<usize> = places.copied().collect();
        // Scores below the bar need not be worked out.
        let mut memo = Memo::for_scores_from(ACCEPT);
        let mut fitting = places.into_iter().filter_map(|at| {
            let person = self.all.get(at)?;
            Some((
                person.entry,
                fits(lexicon, person, name, country, &mut memo)?,
            ))
        });
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }
}

/// The consonants of the surname, which may stand first.
fn keys_of(name: &Name) -> Vec<String> {
    let ends = [name.words.first(), name.words.last()];
    let forms = ends.into_iter().flatten().flat_map(|w| &w.forms);
    let distinct: BTreeSet<&String> = forms.map(|f| &f.skeleton).collect();
    distinct.into_iter().cloned().collect()
}

/// Tells whether an entry held an office, of `object` or of anything, at a time; without a time, whether its last known term is open.
pub fn held_office(
    lexicon: &Lexicon,
    id: &str,
    predicate: &str,
    object: Option<&str>,
    when: Option<&Interval>,
) -> bool {
    let Some(entry) = lexicon.gazetteer().entry(id) else {
        return false;
    };
    let day = |text: &str| Interval::parse_edtf(text).ok();
    let fits = |start: &str, end: &str| match when {
        None => end.is_empty(),
        Some(when) => {
            let term = Interval {
                lo: day(start).and_then(|i| i.lo),
                hi: day(end).and_then(|i| i.hi),
                ..*when
            };
            term.overlaps(when)
        }
    };
    entry.offices().any(|o| {
        o.predicate == predicate && object.is_none_or(|x| o.object == x) && fits(o.start, o.end)
    })
}
