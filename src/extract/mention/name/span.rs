//! Where a tagged span ends and where it is better split: words of relation, hyphens, nouns behind a name, known names inside.
//!
//! In: a run of tagged tokens and the gazetteer's matches in it. Out: better borders, or the news that it is no name of its own. Invariant: a span is
//! split only for what the gazetteer or the language's tables say. Does not: choose the sense of a match.

use super::is_genitive_mark;
use super::{Found, Run, compound_part, entry_of, from_match, is_attested, parts, person_at};
use crate::base::analysis::EntityClass;
use crate::extract::mention::{Candidate, Context, Line};
use crate::extract::tagger::NameClass;
use crate::lexicon::gazetteer::SenseKind;

/// A given name that is another known surname too, before the surname of somebody whose given name it nearly is ("Massoud Pezeshkian").
pub(super) fn spelled_otherwise(
    context: &Context,
    line: &Line,
    run: Run,
    inner: &[&Found],
) -> Option<Candidate> {
    const LETTERS_APART: usize = 2;
    let surname = inner
        .iter()
        .find(|f| f.end == run.end && f.start == run.start + 1)?;
    let entry = entry_of(context, surname, SenseKind::Short)?;
    let written = line.word(run.start);
    let given = entry.name.split_whitespace().next()?;
    let near = rapidfuzz::distance::osa::distance(written.chars(), given.chars()) <= LETTERS_APART
        && written.chars().next() == given.chars().next()
        && given.chars().count() > 2 * LETTERS_APART;
    let two = context.lexicon.names().are_two(written, given);
    if run.class != NameClass::Person || !near || two {
        return None;
    }
    let mut candidate = from_match(context, line, surname, Some(run))?;
    candidate.start = run.start;
    Some(candidate)
}

/// "E.Blinken": an initial glued to a known surname.
pub(super) fn glued_initial(context: &Context, line: &Line, run: Run) -> Option<Candidate> {
    let word = line.word(run.start);
    let (initial, rest) = word.split_once('.').filter(|_| run.end == run.start + 1)?;
    let found = context
        .lexicon
        .gazetteer()
        .lookup(rest, &context.pack.code)
        .filter(|_| initial.chars().count() == 1)?;
    let sense = found.senses.iter().find(|s| s.kind == SenseKind::Short)?;
    let mut candidate = Candidate::new(run.start, run.end, EntityClass::Person, "gazetteer", 0.85);
    candidate.entry = Some(sense.entry);
    candidate.genitive = found.genitive;
    Some(candidate)
}

/// "Vucic critic Goran Jesic": what stands between two names says what the second is to the first; returns where the second begins.
pub(super) fn relation_inside(context: &Context, line: &Line, run: Run) -> Option<usize> {
    let titles = context.pack.titles();
    let last = run.end.checked_sub(1)?;
    let between = (run.start + 1..last).rev().find_map(|at| {
        let noun = titles.find(&line.tokens, at)?.noun;
        (!line.capital(at)).then_some(at + noun.n_tokens)
    });
    between.filter(|at| *at < run.end && line.capital(*at))
}

/// "USA:s hot": a name in a marked genitive ends with it where nouns are written small.
pub(super) fn owner_end(context: &Context, line: &Line, run: Run) -> usize {
    let marked = |at: usize| {
        let gazetteer = context.lexicon.gazetteer();
        let stem = gazetteer.genitive_stem(line.word(at), &context.pack.code);
        stem.is_some_and(|s| {
            s.len() > 1 && line.word(at).get(s.len()..).is_some_and(is_genitive_mark)
        })
    };
    let owner = (run.start..run.end).find(|&at| marked(at) && !line.capital(at + 1));
    owner.map_or(run.end, |at| at + 1)
}

/// Most letters of an honorific that is no part of a name, as "Prince" and "Sir" may be.
const SHORT_HONORIFIC: usize = 2;

/// "Ms | Owusu": where the name of a person begins behind such honorifics.
pub(super) fn behind_honorific(context: &Context, line: &Line, run: Run) -> usize {
    let honorific = |at: &usize| {
        let word = line.word(*at);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters <= SHORT_HONORIFIC && context.pack.titles().table.honorifics.has(word)
    };
    let person = run.class == NameClass::Person;
    let inside = run.start..run.end.saturating_sub(1);
    run.start + inside.take_while(|at| person && honorific(at)).count()
}

/// "Pont-Sondé": a name goes on to the last capital part of its written word, unless that is a name known for itself.
pub(super) fn written_end(line: &Line, run: Run, found: &[Found]) -> usize {
    let glued = |at: usize| {
        line.token_span(at, at + 1).start == line.token_span(at - 1, at).end
            && at < line.tokens.len()
    };
    let mut end = run.end;
    let mut at = run.end;
    while at > 0 && glued(at) && line.word(at) == "-" && glued(at + 1) {
        let known = found.iter().any(|f| f.start == at + 1);
        if known || !line.word(at + 1).chars().all(char::is_alphabetic) {
            break;
        }
        at += 2;
        if line.capital(at - 1) {
            end = at;
        }
    }
    end
}

/// "EU Erpressung", "Kigali Landraub", "Chinas Außenamt": a known name and nouns of the language behind it are no name.
fn is_name_with_noun(context: &Context, line: &Line, run: Run, inner: &[&Found]) -> bool {
    let Some(first) = inner
        .iter()
        .find(|f| f.start == run.start && f.end < run.end)
    else {
        return false;
    };
    (first.end..run.end).all(|at| is_common_noun(context, line, at))
}

/// "gewährte Jan Kowalski Asyl": where a person's full name ends that nouns of the language follow; a noun that is a surname too stays behind a given name.
pub(super) fn full_name_end(context: &Context, line: &Line, run: Run) -> usize {
    const FULL: usize = 2;
    let names = context.lexicon.names();
    let surname = |at: usize| {
        let given = names.genders.of(None, line.word(at - 1)).is_some();
        let plain = any_ascii::any_ascii(line.word(at)).to_lowercase();
        given && names.attested.standing(&plain).attested
    };
    let mut end = run.end;
    while run.class == NameClass::Person
        && end > run.start + FULL
        && is_common_noun(context, line, end - 1)
        && !surname(end - 1)
    {
        end -= 1;
    }
    end
}

/// A noun that is written as a name is but never ends one.
pub(in crate::extract::mention) fn is_common_noun(
    context: &Context,
    line: &Line,
    at: usize,
) -> bool {
    let words = context.pack.mention_words();
    let word = line.word(at);
    let lower = word.to_lowercase();
    let ending = |e: &String| lower.len() > e.len() + 2 && lower.ends_with(e.as_str());
    let mut bodies = words.organisation_nouns.iter();
    if bodies.any(|n| lower.ends_with(n.as_str())) {
        return false;
    }
    let listed = |n: &String| match n.strip_prefix('*') {
        Some(end) => lower.ends_with(end),
        None => *n == word,
    };
    words.common_nouns.iter().any(listed)
        || words.common_endings.iter().any(ending)
        || context.pack.groups().find(&line.tokens, at).is_some()
}

/// "Parlament Kirgistans": an organ and the state it is of, in the genitive, are no name.
fn is_organ_of_state(context: &Context, line: &Line, run: Run, inner: &[&Found]) -> bool {
    let Some(state) = inner
        .iter()
        .find(|f| f.end == run.end && f.start > run.start && f.matched.genitive)
    else {
        return false;
    };
    let country =
        entry_of(context, state, SenseKind::Name).is_some_and(|e| e.class == EntityClass::Country);
    let organ = || context.pack.groups().find(&line.tokens, run.start);
    country && organ().is_some_and(|n| run.start + n.n_tokens == state.start)
}

/// "Die Uno-Mission Monusco": nouns that announce a body's name, and the name that the gazetteer knows.
fn announces(context: &Context, line: &Line, run: Run, inner: &[&Found]) -> bool {
    let Some(last) = inner
        .iter()
        .find(|f| f.end == run.end && f.start > run.start)
    else {
        return false;
    };
    let words = context.pack.mention_words();
    let body = entry_of(context, last, SenseKind::Name)
        .is_some_and(|e| e.class == EntityClass::Organisation);
    let noun = |at: usize| {
        let lower = line.word(at).to_lowercase();
        let nouns = words
            .organisation_nouns
            .iter()
            .chain(words.body_nouns.iter());
        nouns.into_iter().any(|n| lower.ends_with(n.as_str()))
    };
    body && (run.start..last.start).all(noun)
}

/// "Armenia N. Pashinyan", "Norges Lise Klaveness": a state before an initial, or in the genitive, is no part of the name.
pub(super) fn owns_name(context: &Context, line: &Line, run: Run, found: &Found) -> bool {
    let state =
        entry_of(context, found, SenseKind::Name).is_some_and(|e| e.class == EntityClass::Country);
    let initial = line.word(found.end).trim_end_matches('.');
    let letters = initial.chars().count() == 1 && initial.chars().all(char::is_uppercase);
    let owns = letters || found.matched.genitive;
    state && run.class == NameClass::Person && found.end + 1 < run.end && owns
}

/// "Där lovade Putin Azerbajdzjan …": a known surname and a state that fill the span are two names side by side.
fn is_object(context: &Context, run: Run, inner: &[&Found]) -> bool {
    let [surname, state] = inner else {
        return false;
    };
    let fills = surname.start == run.start && surname.end == state.start && state.end == run.end;
    let known = entry_of(context, surname, SenseKind::Short).is_some();
    let country =
        entry_of(context, state, SenseKind::Name).is_some_and(|e| e.class == EntityClass::Country);
    fills && known && country
}

/// Should the gazetteer's and the titles' view replace a tagger span?
///
/// A span that holds a known person beside other words, two known surnames, a title, or a pair of states joined by a hyphen is no name of its own.
pub(super) fn is_better_split(context: &Context, line: &Line, run: Run, inner: &[&Found]) -> bool {
    let person = |f: &&&Found| {
        let full =
            entry_of(context, f, SenseKind::Name).is_some_and(|e| e.class == EntityClass::Person);
        full && f.end - f.start > 1
    };
    let surnames = inner
        .iter()
        .filter(|f| entry_of(context, f, SenseKind::Short).is_some())
        .count();
    let articles = &context.pack.titles().table.articles;
    let first = run.start + usize::from(articles.has(line.word(run.start)));
    let titled = run.class != NameClass::Person
        && context
            .pack
            .titles()
            .find(&line.tokens, first)
            .is_some_and(|t| first + t.noun.n_tokens < run.end);
    let pair = run.end - run.start == 1
        && parts(line.word(run.start))
            .filter(|p| compound_part(context, p.1).is_some())
            .count()
            > 1;
    inner.iter().any(|f| person(&f))
        || surnames > 1
        || titled
        || pair
        || is_object(context, run, inner)
        || is_organ_of_state(context, line, run, inner)
        || is_name_with_noun(context, line, run, inner)
        || announces(context, line, run, inner)
}

/// Letters of a word that hardly is a part of a name ("Kuba Libre").
const LONG_NOUN: usize = 8;

/// "Chinas Manöver", "schenkte Kambodscha Suchgeräte" as one name: where all nouns have capitals, a state and the word behind it are two, unless somebody
/// or a body is called so.
pub(super) fn is_state_with_noun(
    context: &Context,
    line: &Line,
    run: Run,
    inner: &[&Found],
) -> bool {
    let state = |f: &&&Found| {
        let entry = entry_of(context, f, SenseKind::Name);
        let country = entry.is_some_and(|e| e.class == EntityClass::Country);
        // "warf Athen Erpressung vor"
        let capital =
            run.class == NameClass::Location && entry_of(context, f, SenseKind::Capital).is_some();
        f.start == run.start && f.end + 1 == run.end && (country || capital)
    };
    let Some(state) = inner.iter().find(state) else {
        return false;
    };
    let noun = line.word(run.end - 1);
    let common = noun.chars().all(char::is_alphabetic)
        && noun.chars().skip(1).all(char::is_lowercase)
        && !is_attested(context, noun);
    let long = noun.chars().count() >= LONG_NOUN;
    let apart = state.matched.genitive || long && run.class != NameClass::Organisation;
    context.pack.language().nouns_capitalized && common && apart
}

/// "Norges Lise Klaveness" as one body: does the tagger see a person without the state?
pub(super) fn is_state_with_person(
    context: &Context,
    line: &Line,
    run: Run,
    inner: &[&Found],
) -> bool {
    let state = inner.iter().find(|f| {
        let entry = entry_of(context, f, SenseKind::Name);
        f.start == run.start
            && f.matched.genitive
            && entry.is_some_and(|e| e.class == EntityClass::Country)
    });
    state.is_some_and(|f| person_at(context, line, f.end) == Some(run.end))
}

/// The country of a tagged name: that of a state inside the name of a place, that of the adjective a body's name begins with ("Latvian Constitutional Court").
pub(super) fn country(context: &Context, run: Run, inner: &[&Found]) -> Option<String> {
    let entry = match run.class {
        NameClass::Location => inner
            .iter()
            .find_map(|f| entry_of(context, f, SenseKind::Name)),
        NameClass::Organisation => {
            let opens = inner.iter().find(|f| f.start == run.start);
            opens.and_then(|f| entry_of(context, f, SenseKind::Adjective))
        }
        NameClass::Person => None,
    };
    entry.and_then(|e| e.country.map(str::to_owned))
}
