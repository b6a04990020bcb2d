//! Groups behind the noun of their class: "the rebel group M23", "die Terrormiliz Al-Shabaab".
//!
//! In: the lines of an article with their names. Out: the same; what a class noun announces is a body of its sector wherever the article names it, and
//! the noun is no group of its own. Invariant: what the gazetteer knows keeps its entry. Does not: find groups without a name (group.rs).

use super::name::{is_common_noun, is_genitive_mark};
use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::base::letters::small;
use crate::extract::tagger::Place;
use crate::lexicon::groups::ClassNoun;
use std::collections::BTreeMap;

/// Most words of a name that only its class noun shows.
const LONGEST: usize = 3;

/// Most capital words without a tag, behind the first, of a line that is no headline of capitals.
const HEADLINE: usize = 3;

/// Finds the announced names of an article.
pub(super) fn find(context: &Context, lines: &mut [Line]) {
    let mut named: BTreeMap<String, String> = BTreeMap::new();
    for line in lines.iter_mut() {
        let mut next = 0;
        while next < line.tokens.len() {
            let at = next;
            next += 1;
            let Some((length, noun)) = class_noun(context, line, at) else {
                continue;
            };
            let start = at + length;
            next = start;
            if let Some(end) = name(context, line, (at, start), noun) {
                line.announcing.push((at, start));
                // Noun and unknown name are one phrase.
                let own = |c: &&mut Candidate| {
                    c.entry.is_none() && c.part.is_none() && (c.start, c.end) == (start, end)
                };
                if let Some(candidate) = line.candidates.iter_mut().find(own) {
                    candidate.phrase = Some((at, end));
                }
                if end == start + 1 {
                    named.insert(line.word(start).to_owned(), noun.sector.clone());
                }
            }
        }
    }
    for line in lines.iter_mut() {
        for comma in 1..line.tokens.len() {
            if let Some(name) = described(context, line, comma) {
                named.entry(name).or_default();
            }
        }
    }
    if !named.is_empty() {
        lines.iter_mut().for_each(|line| spread(line, &named));
    }
}

/// Most words between the article and the noun that says what the name before is ("a state-owned maintenance firm").
const DESCRIBING: usize = 4;

/// "SEMAN, a state-owned maintenance firm,": makes a body of the name before a comma behind which an indefinite phrase calls it one. Returns the name if it is
/// one word.
fn described(context: &Context, line: &mut Line, comma: usize) -> Option<String> {
    let titles = context.pack.titles();
    let words = context.pack.mention_words();
    if line.word(comma) != "," || !titles.table.indefinite.has(line.word(comma + 1)) {
        return None;
    }
    let from = comma + 2;
    let plain = |k: &usize| {
        let letters = |c: char| c.is_alphabetic() || c == '-';
        let word = line.word(*k);
        !word.is_empty() && word.chars().all(letters) && line.covering(*k).is_none()
    };
    let mut phrase = (from..=from + DESCRIBING).take_while(plain);
    let compounds = titles.table.compounds;
    let noun = phrase.find(|&k| {
        let word = small(line.word(k));
        let body = |n: &String| *n == *word || compounds && word.ends_with(n.as_str());
        words.organisation_nouns.iter().any(body)
    })?;
    let behind = line.word(noun + 1);
    let titled = titles.find(&line.tokens, noun + 1).is_some();
    let mark = !behind.starts_with(char::is_alphanumeric);
    let closed = mark || words.locatives.has(behind) || titles.table.links.has(behind);
    if titled || context.pack.groups().find(&line.tokens, noun + 1).is_some() {
        return None;
    }
    let found = line.candidates.iter().position(|c| {
        let name = c.form == MentionForm::Name && c.part.is_none() && c.entry.is_none();
        name && c.end == comma && !c.plural
    });
    let Some(index) = found else {
        return unnamed(context, line, comma).filter(|_| closed);
    };
    let genders = &context.lexicon.names().genders;
    let candidate = line.candidates.get(index)?;
    let first = line.word(candidate.start);
    let single = candidate.end == candidate.start + 1;
    let letters = first.chars().all(char::is_uppercase);
    let person = candidate.class == EntityClass::Person;
    let given = person && !single && genders.of(None, first).is_some();
    if given || person && single && !letters && !closed {
        return None;
    }
    let name = single.then(|| first.to_owned());
    be(line.candidates.get_mut(index)?, "");
    name
}

/// "Forry Associates, a firm …": a body of the capital words before a comma that are no name yet, where nouns are written small.
fn unnamed(context: &Context, line: &mut Line, comma: usize) -> Option<String> {
    if context.pack.language().nouns_capitalized || in_capitals(line) {
        return None;
    }
    let titles = context.pack.titles();
    let never = &context.pack.mention_words().never_names;
    let plain = |k: &usize| {
        let word = line.word(*k);
        let letters = word.chars().all(char::is_alphabetic);
        let other = never.has(word) || titles.find(&line.tokens, *k).is_some();
        letters && line.capital(*k) && line.free(*k, *k + 1) && !other
    };
    let length = (0..comma).rev().take(LONGEST).take_while(plain).count();
    let start = comma - length;
    // One capital word may only open the sentence.
    if length < 2 && start == 0 || length == 0 {
        return None;
    }
    let mut body = Candidate::new(start, comma, EntityClass::Organisation, "class noun", 0.7);
    be(&mut body, "");
    line.candidates.push(body);
    line.candidates.sort_by_key(|c| (c.start, c.end));
    (length == 1).then(|| line.word(start).to_owned())
}

/// How far behind the first word of a class noun the name may begin, in tokens.
const AHEAD: usize = 5;

/// The class noun that begins at a token, and its length. A capital inside a sentence is a part of a name, where nouns have none.
fn class_noun<'c>(context: &'c Context, line: &Line, at: usize) -> Option<(usize, &'c ClassNoun)> {
    let capitals = context.pack.language().nouns_capitalized;
    // A name has to follow, and most words are followed by none.
    let name_inside = at > 0 && !capitals && line.capital(at);
    if name_inside || !(1..=AHEAD).any(|k| line.capital(at + k)) {
        return None;
    }
    if !line.free(at, at + 1) && line.covering(at).is_some_and(|c| is_known(line, c)) {
        return None;
    }
    let nouns = &context.pack.mention_words().class_nouns;
    let word = |k: usize| line.word(at + k).to_lowercase();
    let found = nouns.at(&small(line.word(at)), word)?;
    let written = (at..at + found.0).skip(1).chain((at > 0).then_some(at));
    let plain = written.clone().all(|t| capitals || !line.capital(t));
    plain.then_some(found)
}

fn is_known(line: &Line, candidate: usize) -> bool {
    let candidate = line.candidates.get(candidate);
    candidate.is_some_and(|c| c.entry.is_some() && c.form != MentionForm::Nominal)
}

/// Makes what stands behind a class noun the name of a group; returns where it ends, nothing where something else stands there.
fn name(
    context: &Context,
    line: &mut Line,
    (noun, start): (usize, usize),
    class: &ClassNoun,
) -> Option<usize> {
    let sector = class.sector.as_str();
    // "the rights group Oslo Forum": a town that opens a longer name.
    let capital = |at: usize| line.capital(at) && line.free(at, at + 1);
    let joint = !context.pack.language().nouns_capitalized && !in_capitals(line);
    let opener = line.candidates.iter().position(|c| {
        let place = c.form == MentionForm::Metonym || c.class == EntityClass::Place;
        place && !c.genitive && (c.start, c.end) == (start, start + 1) && joint && capital(c.end)
    });
    if let Some(opener) = opener {
        line.candidates.remove(opener);
    }
    let whole = |c: &&mut Candidate| c.part.is_none() && c.covers(start);
    // "Die Miliz Weiße Armee": where nouns are capital the noun looks like a part of the name.
    let takes_noun = |c: &&mut Candidate| {
        let unknown = c.entry.is_none() && c.form == MentionForm::Name;
        c.part.is_none() && c.start == noun && c.end > start && unknown
    };
    if let Some(candidate) = line.candidates.iter_mut().find(takes_noun) {
        candidate.start = start;
    }
    if let Some(candidate) = line.candidates.iter_mut().find(whole) {
        forget_other(context, candidate, class);
        let named = candidate.start == start && candidate.form == MentionForm::Name;
        let body = candidate.class == EntityClass::Organisation;
        let open = candidate.entry.is_none() && candidate.class != EntityClass::Group;
        let single = candidate.end - candidate.start == 1;
        // "the group Ansar al-Sahra" looks like somebody, but for the given name.
        let given = || {
            let genders = &context.lexicon.names().genders;
            genders
                .of(None, line.tokens.get(start).copied().unwrap_or(""))
                .is_some()
        };
        let lone = sector.is_empty() && class.never.is_empty() || candidate.genitive;
        let person = candidate.class == EntityClass::Person && if single { lone } else { given() };
        if !named || !(body || open && !person) {
            return None;
        }
        if candidate.entry.is_none() {
            be(candidate, sector);
        }
        return Some(candidate.end);
    }
    let capitals = context.pack.language().nouns_capitalized;
    let titles = context.pack.titles();
    let adjective = |at: usize| line.adjectives.iter().any(|a| a.0 <= at && at < a.1);
    let plain = |at: usize| {
        let word = line.word(at);
        line.capital(at)
            && line.free(at, at + 1)
            && word.chars().any(char::is_alphabetic)
            && !adjective(at)
            && !context.pack.mention_words().never_names.has(word)
            && titles.find(&line.tokens, at).is_none()
    };
    // Where every noun has a capital, only what no noun looks like is a name.
    let strange = |at: usize| {
        let word = line.word(at);
        let inner = word
            .chars()
            .skip(1)
            .any(|c| c.is_uppercase() || c.is_ascii_digit());
        (inner || line.place(at) != Place::Outside) && !is_common_noun(context, line, at)
    };
    let opens = opens_with_name(context, line, start);
    let fits = |at: &usize| {
        plain(*at) && (!capitals || strange(*at) || opens && !is_common_noun(context, line, *at))
    };
    if !capitals && in_capitals(line) {
        return None;
    }
    // "Ansar al-Sahra"
    let particles = &context.pack.mention_words().particles;
    let joined = |at: usize| {
        let (article, name) = line.word(at).split_once('-').unwrap_or_default();
        at > start
            && line.free(at, at + 1)
            && particles.has(article)
            && name.starts_with(char::is_uppercase)
    };
    let end = start
        + (start..start + LONGEST)
            .take_while(|at| fits(at) || joined(*at))
            .count();
    if end == start {
        return None;
    }
    // "Demokratische | Allianz"
    let goes_on = |c: &&mut Candidate| {
        let body = c.class == EntityClass::Organisation && c.form == MentionForm::Name;
        c.part.is_none() && c.start == end && c.entry.is_none() && body
    };
    if let Some(candidate) = line.candidates.iter_mut().find(goes_on) {
        candidate.start = start;
        be(candidate, sector);
        return Some(candidate.end);
    }
    push(context, line, (start, end), sector);
    Some(end)
}

/// Adds a body of a sector.
fn push(context: &Context, line: &mut Line, (start, end): (usize, usize), sector: &str) {
    let mut candidate = Candidate::new(start, end, EntityClass::Organisation, "class noun", 0.7);
    be(&mut candidate, sector);
    let gazetteer = context.lexicon.gazetteer();
    candidate.genitive = gazetteer
        .genitive_stem(line.word(end - 1), &context.pack.code)
        .is_some()
        || is_genitive_mark(line.word(end));
    line.candidates.push(candidate);
    line.candidates.sort_by_key(|c| (c.start, c.end));
}

/// Leaves the name open where the noun before it is of no body that the gazetteer knows by it.
fn forget_other(context: &Context, candidate: &mut Candidate, class: &ClassNoun) {
    let entry = candidate
        .entry
        .and_then(|e| context.lexicon.gazetteer().at(e));
    let sector = entry.and_then(|e| e.sector);
    if sector.is_some_and(|s| class.never.iter().any(|n| n == s)) {
        candidate.entry = None;
        candidate.rivals.clear();
    }
}

/// Is a line a headline of capitals, where they tell nothing?
fn in_capitals(line: &Line) -> bool {
    let ordinary = |at: &usize| line.capital(*at) && line.place(*at) == Place::Outside;
    (1..line.tokens.len()).filter(ordinary).count() > HEADLINE
}

/// "Die Hilfsorganisation Seeblick kritisierte …": what stands between the article that opens a sentence and its verb is one phrase, so a capital word
/// behind the noun is its name.
fn opens_with_name(context: &Context, line: &Line, start: usize) -> bool {
    let article = context.pack.titles().table.articles.has(line.word(0));
    let mut behind = start;
    while line.capital(behind) && behind < start + LONGEST {
        behind += 1;
    }
    let small = line.word(behind).starts_with(char::is_lowercase);
    article && start == 2 && behind > start && small
}

fn be(candidate: &mut Candidate, sector: &str) {
    candidate.class = EntityClass::Organisation;
    candidate.sector = Some(sector.to_owned()).filter(|s| !s.is_empty());
    candidate.gender = None;
    candidate.role = None;
    candidate.evidence.push("class noun".to_owned());
}

/// Gives other places where the article has a name of one word what its class noun says.
fn spread(line: &mut Line, named: &BTreeMap<String, String>) {
    for at in 0..line.tokens.len() {
        let Some(sector) = named.get(line.word(at)) else {
            continue;
        };
        let single = |c: &&mut Candidate| c.part.is_none() && (c.start, c.end) == (at, at + 1);
        if let Some(candidate) = line.candidates.iter_mut().find(single) {
            if candidate.entry.is_none() && candidate.form == MentionForm::Name {
                be(candidate, sector);
            }
        } else if line.free(at, at + 1) {
            let mut candidate = Candidate::new(
                at,
                at + 1,
                EntityClass::Organisation,
                "named elsewhere",
                0.7,
            );
            candidate.sector = Some(sector.clone()).filter(|s| !s.is_empty());
            candidate.genitive = is_genitive_mark(line.word(at + 1));
            line.candidates.push(candidate);
            line.candidates.sort_by_key(|c| (c.start, c.end));
        }
    }
}
