//! Names: the user's actors, the gazetteer and the tagger, weighed against each other.
//!
//! In: a [`Line`]. Out: its candidates and country adjectives. Invariants: candidates do not overlap; of gazetteer and tagger the longer span wins,
//! at equal length the gazetteer; a name that is an everyday word as well needs the tagger's or a preposition's word for it.

mod addressed;
mod compound;
mod elsewhere;
mod initials;
mod listed;
mod namesake;
mod span;

pub(super) use span::is_common_noun;

use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::extract::tagger::{NameClass, Place};
use crate::lexicon::gazetteer::{Entry, Match, SenseKind};
use compound::{compound_part, parts};
use listed::behind_comma;
use namesake::{Namesake, begins_at, namesake, owner_before, owner_behind};
use span::{
    full_name_end, glued_initial, is_better_split, is_state_with_noun, is_state_with_person,
    owner_end, owns_name, relation_inside, spelled_otherwise, written_end,
};

/// Evidence of the people of a state.
pub(crate) const INHABITANTS: &str = "inhabitants";

/// Lowest mean confidence of a tagger span that nothing else supports.
const FLOOR: f32 = 0.5;

/// Lowest confidence of a one-word place that no preposition of place announces.
const SINGLE_PLACE: f32 = 0.75;

/// A gazetteer match at its place.
struct Found {
    start: usize,
    end: usize,
    matched: Match,
}

/// A run of tagged tokens.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    class: NameClass,
    confidence: f32,
}

/// Finds the names of a line.
pub(super) fn find(context: &Context, line: &mut Line) {
    actors(context, line);
    let found = matches(context, line);
    let runs: Vec<Run> = runs(line)
        .into_iter()
        .filter_map(|r| before_title(context, line, r))
        .collect();
    let mut used = vec![false; found.len()];
    for run in &runs {
        let inside: Vec<usize> = found
            .iter()
            .enumerate()
            .filter(|(_, f)| f.start < run.end && run.start < f.end)
            .map(|(i, _)| i)
            .collect();
        let longer = inside.iter().any(|i| {
            found
                .get(*i)
                .is_some_and(|f| f.start <= run.start && run.end <= f.end)
        });
        if longer || !line.free(run.start, run.end) {
            continue;
        }
        if let Some(candidate) = from_run(context, line, *run, &inside, &found) {
            inside.iter().for_each(|i| {
                if let Some(u) = used.get_mut(*i) {
                    *u = found
                        .get(*i)
                        .is_some_and(|f| candidate.start < f.end && f.start < candidate.end);
                }
            });
            line.candidates.push(candidate);
        }
    }
    for (found, used) in found.iter().zip(used) {
        if !used && line.free(found.start, found.end) {
            let tagged = runs
                .iter()
                .find(|r| r.start < found.end && found.start < r.end)
                .copied();
            if let Some(candidate) = from_match(context, line, found, tagged) {
                line.candidates.push(candidate);
            }
        }
    }
    given_names(context, line);
    compound::find(context, line);
    possessed(context, line);
    line.candidates.sort_by_key(|c| (c.start, c.end));
}

fn actors(context: &Context, line: &mut Line) {
    let mut at = 0;
    while at < line.tokens.len() {
        match context.lexicon.actors.find(&line.tokens, at) {
            Some((n, actor)) => {
                let mut candidate = Candidate::new(at, at + n, actor.class, "actor list", 1.0);
                candidate.country.clone_from(&actor.code);
                line.candidates.push(candidate);
                at += n;
            }
            None => at += 1,
        }
    }
}

/// Scans for gazetteer forms, left to right, longest first; notes adjectives apart.
fn matches(context: &Context, line: &mut Line) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        let gazetteer = context.lexicon.gazetteer();
        let found = gazetteer.find(&line.tokens, at, &context.pack.code);
        let found = found.or_else(|| elsewhere::state(context, line, at));
        let Some(found) = found.filter(|f| {
            !line
                .blocked
                .get(at..at + f.n_tokens)
                .is_none_or(|b| b.contains(&true))
        }) else {
            at += 1;
            continue;
        };
        let end = at + found.n_tokens;
        let adjective = found.senses.iter().find(|s| s.kind == SenseKind::Adjective);
        let named = found
            .senses
            .iter()
            .any(|s| !matches!(s.kind, SenseKind::Adjective | SenseKind::People));
        if let Some(sense) = adjective.filter(|_| !named) {
            line.adjectives.push((at, end, sense.entry));
            if found.senses.len() > 1 && stands_alone(line, at, end) {
                out.push(Found {
                    start: at,
                    end,
                    matched: found,
                });
            }
        } else {
            out.push(Found {
                start: at,
                end,
                matched: found,
            });
        }
        at = end;
    }
    out
}

/// Tells an inhabitant ("the Russians,") from an adjective ("Russian troops"): no word of its phrase follows.
fn stands_alone(line: &Line, start: usize, end: usize) -> bool {
    let plural = line.word(end - 1).ends_with('s')
        || line
            .word(start)
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
    let next = line.word(end).chars().next();
    plural && next.is_none_or(|c| !c.is_uppercase())
}

fn runs(line: &Line) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for (at, tag) in line.tags.iter().enumerate() {
        match (tag.place, out.last_mut()) {
            (Place::Inside(class), Some(run)) if run.end == at && run.class == class => {
                run.end = at + 1;
                run.confidence = run.confidence.min(tag.confidence);
            }
            (Place::Begin(class) | Place::Inside(class), _) => out.push(Run {
                start: at,
                end: at + 1,
                class,
                confidence: tag.confidence,
            }),
            (Place::Outside, _) => {}
        }
    }
    out
}

/// Gives the last words of a run back to the title they begin ("Turkish Foreign | Minister"); an adjective alone is no name.
fn before_title(context: &Context, line: &Line, mut run: Run) -> Option<Run> {
    let titles = context.pack.titles();
    let reaches_out = |at: &usize| {
        titles
            .find(&line.tokens, *at)
            .is_some_and(|t| at + t.noun.n_tokens > run.end)
    };
    let Some(title) = (run.start..run.end).find(reaches_out) else {
        return Some(run);
    };
    run.end = title;
    let adjective = line
        .adjectives
        .iter()
        .any(|a| (a.0, a.1) == (run.start, run.end));
    (run.start < run.end && !adjective).then_some(run)
}

/// Is the span nothing but a title with its attributes ("Acting Foreign Minister", "UN High Commissioner for …", "Turkish Foreign Minister")?
fn is_bare_title(context: &Context, line: &Line, run: Run, inner: &[&Found]) -> bool {
    let titles = context.pack.titles();
    let table = &titles.table;
    let mut at = run.start;
    let mut seen = false;
    while at < run.end {
        let word = line.word(at);
        let attribute = [
            &table.articles,
            &table.modifiers,
            &table.former,
            &table.deputy,
        ]
        .into_iter()
        .any(|list| list.has(word));
        let owner = || {
            let adjectives = line.adjectives.iter().map(|a| (a.0, a.1));
            let names = inner.iter().map(|f| (f.start, f.end));
            adjectives.chain(names).find(|s| s.0 == at).map(|s| s.1)
        };
        if let Some(title) = titles.find(&line.tokens, at) {
            seen = true;
            at += title.noun.n_tokens;
        } else if seen && table.links.has(word) {
            return true;
        } else if attribute {
            at += 1;
        } else if let Some(end) = owner().filter(|_| !seen) {
            at = end;
        } else {
            return false;
        }
    }
    seen
}

fn class_of(class: NameClass) -> EntityClass {
    match class {
        NameClass::Person => EntityClass::Person,
        NameClass::Location => EntityClass::Place,
        NameClass::Organisation => EntityClass::Organisation,
    }
}

/// Moves the borders of a tagged span to where the name begins and ends.
fn borders(context: &Context, line: &Line, run: Run, inner: &[&Found], found: &[Found]) -> Run {
    let mut run = run;
    while run.end > run.start + 1 && !line.word(run.end - 1).chars().any(char::is_alphanumeric) {
        run.end -= 1;
    }
    let titles = context.pack.titles();
    // The tagger sometimes takes the title or rank into the name.
    while run.class == NameClass::Person
        && run.end > run.start + 2
        && titles.table.ranks.has(line.word(run.start))
    {
        run.start += 1;
    }
    run.start = span::behind_honorific(context, line, run);
    while run.class == NameClass::Person
        && run.end > run.start + 1
        && let Some(title) = titles.find(&line.tokens, run.start)
        && run.start + title.noun.n_tokens < run.end
    {
        run.start += title.noun.n_tokens;
    }
    if let Some(owner) = inner
        .iter()
        .find(|f| f.start == run.start && owns_name(context, line, run, f))
    {
        run.start = owner.end;
    }
    if let Some(relation) = relation_inside(context, line, run) {
        run.start = relation;
    }
    run.end = written_end(line, run, found);
    run.end = owner_end(context, line, run);
    run.end = full_name_end(context, line, run);
    // "Central | Election Commission": capital words before a body's name belong to it.
    if run.class == NameClass::Organisation && run.end > run.start + 1 {
        run.start = begins_at(context, line, run.start);
    }
    run
}

/// "Kontaktade Putin", "J. Trump": the known surname that ends a span, where an inflected word or initials stand before it.
fn known_surname<'f>(
    context: &Context,
    line: &Line,
    run: Run,
    inner: &[&'f Found],
) -> Option<(&'f Found, usize)> {
    let known = |f: &&&Found| {
        f.end == run.end && f.start > run.start && entry_of(context, f, SenseKind::Short).is_some()
    };
    let surname = inner
        .iter()
        .find(known)
        .filter(|_| run.class == NameClass::Person)?;
    // An inflected word that opens the sentence is no given name, unless somebody bears it.
    let opener = run.start == 0
        && surname.start == 1
        && is_inflected(context, line.word(0))
        && !is_attested(context, line.word(0));
    let initials = initials::begin(line, surname.start) <= run.start
        && initials::agree(context, line, surname, run.start);
    let start = if initials { run.start } else { surname.start };
    (opener || initials).then_some((*surname, start))
}

/// Makes a candidate of a tagger span that no gazetteer form covers.
fn from_run(
    context: &Context,
    line: &Line,
    run: Run,
    inside: &[usize],
    found: &[Found],
) -> Option<Candidate> {
    if let Some(candidate) = glued_initial(context, line, run) {
        return Some(candidate);
    }
    let words = context.pack.mention_words();
    let inner: Vec<&Found> = inside.iter().filter_map(|i| found.get(*i)).collect();
    let whole = run;
    let run = borders(context, line, run, &inner, found);
    let known = |f: &&Found| (f.start, f.end) == (run.start, run.end);
    if run.end < whole.end && inner.iter().any(known) {
        return None;
    }
    let text = line.tokens.get(run.start..run.end)?;
    if !text.iter().any(|t| t.chars().any(char::is_uppercase))
        || text.len() == 1 && words.never_names.has(text.first()?)
    {
        return None;
    }
    let letters: usize = text
        .iter()
        .map(|t| t.chars().filter(|c| c.is_alphabetic()).count())
        .sum();
    let adjective = line
        .adjectives
        .iter()
        .any(|a| a.0 == run.start && a.1 == run.end);
    if letters < 2 || run.confidence < FLOOR || adjective {
        return None;
    }
    if let Some(candidate) = spelled_otherwise(context, line, run, &inner) {
        return Some(candidate);
    }
    if is_better_split(context, line, run, &inner) || is_bare_title(context, line, run, &inner) {
        return None;
    }
    if is_state_with_person(context, line, run, &inner)
        || is_state_with_noun(context, line, run, &inner)
    {
        return None;
    }
    let before = run.start.checked_sub(1).map_or("", |i| line.word(i));
    let single_place = run.class == NameClass::Location && text.len() == 1 && inner.is_empty();
    if single_place && run.confidence < SINGLE_PLACE && !words.locatives.has(before) {
        return None;
    }
    if let Some((surname, start)) = known_surname(context, line, run, &inner) {
        let candidate = from_match(context, line, surname, Some(run))?;
        return Some(Candidate { start, ..candidate });
    }
    // A list of countries is no organisation: the gazetteer's parts are better than the whole.
    let covered: usize = inner.iter().map(|f| f.end - f.start).sum();
    if run.class != NameClass::Person
        && inner.len() > 1
        && covered + inner.len() > run.end - run.start
    {
        return None;
    }
    let mut candidate = Candidate::new(
        run.start,
        run.end,
        class_of(run.class),
        "tagger",
        run.confidence,
    );
    candidate.genitive = context
        .lexicon
        .gazetteer()
        .genitive_stem(line.word(run.end - 1), &context.pack.code)
        .is_some()
        || is_genitive_mark(line.word(run.end));
    candidate.country = span::country(context, run, &inner);
    Some(candidate)
}

/// Is a word the name of somebody somewhere?
fn is_attested(context: &Context, word: &str) -> bool {
    let plain = any_ascii::any_ascii(&word.to_lowercase());
    context.lexicon.names().attested.standing(&plain).attested
}

/// "His son Hunter | Biden": a name in front of a known surname that nothing has taken makes it a full name, of whomever.
fn given_names(context: &Context, line: &mut Line) {
    let titles = context.pack.titles();
    let before = |c: &Candidate| {
        let at = c.start.checked_sub(1)?;
        let word = line.word(at);
        let known = c.entry.and_then(|e| context.lexicon.gazetteer().at(e))?;
        let surname = c.class == EntityClass::Person
            && c.form == MentionForm::Name
            && c.end - c.start == 1
            && c.part.is_none();
        let own = known.name.split_whitespace().any(|w| w == word);
        let name = word.chars().count() > 2
            && word.chars().all(char::is_alphabetic)
            && !word.chars().all(char::is_uppercase)
            && line.capital(at)
            && line.free(at, c.start)
            && is_attested(context, word);
        let other = titles.find(&line.tokens, at).is_some()
            || titles.table.honorifics.has(word)
            || context.pack.mention_words().never_names.has(word)
            || line.adjectives.iter().any(|a| a.0 <= at && at < a.1);
        let opens = at == 0 || !line.word(at - 1).chars().any(char::is_alphanumeric);
        (surname && name && !own && !other && !opens).then_some(at)
    };
    let capitals = |line: &Line| {
        let plain = |at: &usize| line.capital(*at) && line.place(*at) == Place::Outside;
        (1..line.tokens.len()).filter(plain).count()
    };
    // Where nouns have capitals, and in headlines of capitals, any word may stand there.
    if context.pack.language().nouns_capitalized || capitals(line) > HEADLINE {
        return;
    }
    let starts: Vec<Option<usize>> = line.candidates.iter().map(before).collect();
    for (candidate, start) in line.candidates.iter_mut().zip(starts) {
        if let Some(start) = start {
            candidate.start = start;
            candidate.entry = None;
            candidate.evidence = vec!["given name".to_owned()];
            candidate.confidence = 0.7;
        }
    }
}

/// Most capital words without a tag, behind the first, of a line that is no headline of capitals.
const HEADLINE: usize = 3;

/// Tells a form whose lemma is another word.
fn is_inflected(context: &Context, word: &str) -> bool {
    let lower = word.to_lowercase();
    context
        .pack
        .inflection()
        .lemmas(&lower, None)
        .first()
        .is_some_and(|l| *l != lower)
}

pub(crate) fn is_genitive_mark(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’" | ":s")
}

fn entry_of<'c>(context: &'c Context, found: &Found, kind: SenseKind) -> Option<Entry<'c>> {
    let sense = found.matched.senses.iter().find(|s| s.kind == kind)?;
    context.lexicon.gazetteer().at(sense.entry)
}

/// Chooses the sense of a gazetteer match.
fn from_match(
    context: &Context,
    line: &Line,
    found: &Found,
    tagged: Option<Run>,
) -> Option<Candidate> {
    let gazetteer = context.lexicon.gazetteer();
    let sense = |kind: SenseKind| found.matched.senses.iter().filter(move |s| s.kind == kind);
    let mut candidate = Candidate::new(
        found.start,
        found.end,
        EntityClass::Place,
        "gazetteer",
        0.95,
    );
    candidate.genitive = found.matched.genitive || is_genitive_mark(line.word(found.end));
    let mut settle = |entry: usize, class: EntityClass, form: MentionForm| {
        candidate.entry = Some(entry);
        candidate.class = class;
        candidate.form = form;
    };
    if let Some(seat) = sense(SenseKind::Seat).next() {
        settle(
            seat.entry,
            gazetteer.at(seat.entry)?.class,
            MentionForm::Metonym,
        );
        return Some(candidate);
    }
    let names: Vec<(usize, Entry)> = sense(SenseKind::Name)
        .filter_map(|s| Some((s.entry, gazetteer.at(s.entry)?)))
        .collect();
    if let Some((index, entry)) = choose(&names, tagged) {
        if entry.common && !supported(context, line, found, tagged) {
            return None;
        }
        let single_person =
            tagged.is_some_and(|r| r.class == NameClass::Person && r.confidence > 0.8);
        if entry.class == EntityClass::Place
            && single_person
            && tagged.is_some_and(|r| r.end - r.start > found.end - found.start)
        {
            return None;
        }
        if entry.class == EntityClass::Organisation {
            return body(context, line, found, &names, (*index, entry), candidate);
        }
        let capital = sense(SenseKind::Capital).next();
        let capital = capital.and_then(|s| Some((s.entry, gazetteer.at(s.entry)?.class)));
        if let Some((seated, class)) = capital.filter(|(_, class)| {
            // "Brussels police" are the city's, not those of the body that sits there.
            let bodies = *class != EntityClass::Country
                && context
                    .pack
                    .groups()
                    .find(&line.tokens, found.end)
                    .is_some();
            entry.class == EntityClass::Place
                && !bodies
                && is_metonym(context, line, found, candidate.genitive)
        }) {
            settle(seated, class, MentionForm::Metonym);
            candidate.confidence = 0.7;
        } else {
            settle(*index, entry.class, MentionForm::Name);
        }
        return Some(candidate);
    }
    if let Some(short) = sense(SenseKind::Short).next() {
        let same = |r: Run| r.end - r.start <= found.end - found.start;
        let other =
            tagged.is_some_and(|r| r.class != NameClass::Person && r.confidence > 0.8 && same(r));
        if other {
            return None;
        }
        // "A. B. Churchill" is nobody that the gazetteer knows.
        let start = initials::begin(line, found.start);
        if start < found.start && !initials::agree(context, line, found, start) {
            candidate.start = start;
            candidate.class = EntityClass::Person;
            candidate.confidence = 0.7;
            candidate.evidence = vec!["initials".to_owned()];
            return Some(candidate);
        }
        settle(short.entry, EntityClass::Person, MentionForm::Name);
        return Some(candidate);
    }
    let people = sense(SenseKind::People).next()?;
    let owner = gazetteer.at(people.entry)?;
    let country = owner.country.map(str::to_owned);
    candidate.class = EntityClass::Group;
    candidate.form = MentionForm::Nominal;
    candidate.country = country;
    candidate.sector = None;
    candidate.plural = true;
    candidate.evidence = vec![INHABITANTS.to_owned()];
    // The people of a region are not those of its state.
    if owner.class != EntityClass::Country {
        candidate.evidence.push(format!("of:{}", owner.id));
    }
    candidate.confidence = 0.6;
    Some(candidate)
}

/// Settles a body's name: on the bearer of the state beside it, on another body that the gazetteer does not know, or on the first with its rivals.
fn body(
    context: &Context,
    line: &Line,
    found: &Found,
    names: &[(usize, Entry)],
    (index, entry): (usize, &Entry),
    mut candidate: Candidate,
) -> Option<Candidate> {
    let gazetteer = context.lexicon.gazetteer();
    let bearers = names
        .iter()
        .filter(|n| n.1.class == EntityClass::Organisation);
    let beside = owner_before(line, found.start)
        .or_else(|| owner_behind(context, line, found))
        .and_then(|owner| gazetteer.at(owner)?.country);
    let of_state = |n: &&(usize, Entry)| beside.is_some() && n.1.country == beside;
    let own = bearers.clone().find(of_state);
    if own.is_none() {
        match namesake(context, line, found, entry) {
            Namesake::No => {}
            Namesake::Group => return None,
            Namesake::Other(other) => return Some(*other),
        }
    }
    candidate.entry = Some(own.map_or(index, |n| n.0));
    candidate.class = EntityClass::Organisation;
    if own.is_none() {
        let others = bearers.filter(|n| n.0 != index);
        candidate.rivals = others.map(|n| n.0).collect();
    }
    Some(candidate)
}

/// Of several entries with one name: a person if the tagger says so, else a state, a body, the first place.
fn choose<'n, 'g>(
    names: &'n [(usize, Entry<'g>)],
    tagged: Option<Run>,
) -> Option<&'n (usize, Entry<'g>)> {
    let wanted = tagged.map(|r| class_of(r.class));
    let of = |class: EntityClass| names.iter().find(|n| n.1.class == class);
    wanted
        .filter(|w| *w != EntityClass::Place)
        .and_then(of)
        .or_else(|| of(EntityClass::Country))
        .or_else(|| of(EntityClass::Person))
        .or_else(|| wanted.and_then(of))
        .or_else(|| of(EntityClass::Organisation))
        .or_else(|| names.first())
}

/// Does anything beside its letters speak for a name that is an everyday word as well?
fn supported(context: &Context, line: &Line, found: &Found, tagged: Option<Run>) -> bool {
    let words = context.pack.mention_words();
    let before = found.start.checked_sub(1).map_or("", |i| line.word(i));
    tagged.is_some_and(|r| r.confidence > FLOOR)
        || words.locatives.has(before) && !context.pack.language().nouns_capitalized
}

/// Does a capital stand for its government here?
///
/// Behind a preposition of place, behind "the capital", in a dateline or with its country beside it, it is a place.
fn is_metonym(context: &Context, line: &Line, found: &Found, genitive: bool) -> bool {
    let words = context.pack.mention_words();
    let back = |n: usize| found.start.checked_sub(n).map_or("", |i| line.word(i));
    let place = |word: &str| {
        !word.is_empty() && (words.locatives.has(word) || is_place_noun(context, word))
    };
    if addressed::is_addressed(context, line, found.start) && !is_place_noun(context, back(1)) {
        return true;
    }
    // One word may stand between: "i centrala Moskva", "besöker även Kiev".
    let between = back(1).starts_with(char::is_lowercase)
        && !addressed::is_behind_time(context, line, found.start);
    if place(back(1)) || between && words.locatives.has(back(2)) {
        return false;
    }
    let listed = back(1) == "," || back(1) == "/" || words.conjunctions.has(back(1));
    let earlier = line.candidates.iter().rev().find(|c| c.end <= found.start);
    if let Some(earlier) = earlier.filter(|c| listed && found.start - c.end <= 1) {
        let states = earlier.class == EntityClass::Country;
        if states || earlier.class == EntityClass::Place {
            return states;
        }
    }
    let next = line.word(found.end);
    let capitals = line
        .word(found.start)
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    let dateline =
        found.start == 0 && (capitals || matches!(next, "(" | "–" | "—" | "-" | ":" | "."));
    let dash = |word: &str| matches!(word, "–" | "—" | "-" | "--");
    let dateline = dateline || found.start == 0 && next == "," && dash(line.word(found.end + 1));
    let articles = &context.pack.titles().table.articles;
    let noun = found.end + 1 + usize::from(articles.has(line.word(found.end + 1)));
    let called = next == "," && is_place_noun(context, line.word(noun));
    let with_country =
        called || next == "," && behind_comma(context, line, found.end + 1) || next == "(";
    let alone = line.tokens.len() <= found.end - found.start + 1;
    !(dateline || with_country || alone) || genitive
}

fn is_place_noun(context: &Context, word: &str) -> bool {
    let lower = word.to_lowercase();
    context
        .pack
        .mention_words()
        .place_nouns
        .iter()
        .any(|n| lower.ends_with(n.as_str()))
}

/// "Norway's Lise Klaveness": names behind a state's genitive are a person of that state.
fn possessed(context: &Context, line: &mut Line) {
    let gazetteer = context.lexicon.gazetteer();
    let states: Vec<(usize, Option<String>)> = line
        .candidates
        .iter()
        .filter(|c| c.class == EntityClass::Country && c.form == MentionForm::Name)
        .filter_map(|c| {
            let marked = is_genitive_mark(line.word(c.end));
            let code = c
                .entry
                .and_then(|e| gazetteer.at(e)?.country.map(str::to_owned));
            (c.genitive || marked).then_some((c.end + usize::from(marked), code))
        })
        .collect();
    for (start, code) in states {
        let unknown = |c: &&mut Candidate| {
            c.start == start
                && c.class == EntityClass::Person
                && c.entry.is_none()
                && c.end - c.start > 1
        };
        if let Some(person) = line.candidates.iter_mut().find(unknown) {
            person.country = person.country.take().or(code);
        } else if let Some(end) = person_at(context, line, start) {
            let mut person = Candidate::new(start, end, EntityClass::Person, "possessive", 0.7);
            person.country = code;
            line.candidates.push(person);
        }
    }
}

/// The end of a person's name that begins at a token and that nothing else has taken, if the tagger sees one where the state does not stand before it.
fn person_at(context: &Context, line: &Line, start: usize) -> Option<usize> {
    let plain = |at: usize| line.capital(at) && line.free(at, at + 1);
    if !plain(start) || !plain(start + 1) || context.pack.language().nouns_capitalized {
        return None;
    }
    let rest = line.tokens.get(start..)?;
    let tags = context.tagger?.tag(rest, &context.pack.code);
    let inside = tags
        .iter()
        .skip(1)
        .take_while(|t| t.place == Place::Inside(NameClass::Person));
    let end = start + 1 + inside.count();
    let person = tags
        .first()
        .is_some_and(|t| t.place == Place::Begin(NameClass::Person));
    (person && end > start + 1 && (start..end).all(plain)).then_some(end)
}
