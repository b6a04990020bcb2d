//! Titles: role nouns make persons of the names beside them, and say what they are to a country, a body or another person.
//!
//! In: a [`Line`] with names and country adjectives. Out: persons the names step missed, roles on candidates, role mentions without a name.
//! Invariants: a role's predicate is one that the title's entry allows for the class of its object; a role whose object is not told stays without
//! one unless the gazetteer knows the holder's office of that kind. Source: the title tables of data/languages.

use super::mention::{Candidate, Context, Holder, Line, RawObject, RawRole};
use super::tagger::{NameClass, Place};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::lexicon::coreference::Owning;
use crate::lexicon::gazetteer::SenseKind;
use crate::lexicon::nouns::NounMatch;
use crate::lexicon::titles::{Title, TitleMatch};
use unicode_normalization::UnicodeNormalization;

/// How many words may stand between an object and its title.
const REACH: usize = 4;
/// Longest name that a title makes.
const LONGEST_NAME: usize = 6;

/// A title at its place, with what stands around it.
struct Phrase {
    /// First token, object left out.
    start: usize,
    /// First token of the title noun.
    noun: usize,
    /// One past the title noun.
    end: usize,
    /// One past the of-phrase.
    after: usize,
    object: RawObject,
    former: bool,
    deputy: bool,
    /// An article or possessive stands before it, or its form is definite.
    definite: bool,
    /// That article is the indefinite one.
    indefinite: bool,
}

/// Makes persons of unknown names behind titles and honorifics.
pub(crate) fn persons(context: &Context, line: &mut Line) {
    let titles = context.pack.titles();
    let mut at = 0;
    while at < line.tokens.len() {
        let before_names = [&titles.table.honorifics, &titles.table.ranks];
        let honorific = line.capital(at) && before_names.iter().any(|l| l.has(line.word(at)));
        let title = titles
            .find(&line.tokens, at)
            .filter(|_| line.covering(at).is_none());
        let Some(n) = title
            .as_ref()
            .map(|t| t.noun.n_tokens)
            .or(honorific.then_some(1))
        else {
            at += 1;
            continue;
        };
        // "rival Boeing": what only describes its holder may stand before any name.
        let describes = title
            .and_then(|t| titles.title(t.noun.entry))
            .is_some_and(|t| t.describes);
        if !describes || is_tagged_person(line, at + n) {
            name_at(context, line, at + n);
        }
        at += n;
    }
    line.candidates.sort_by_key(|c| (c.start, c.end));
}

/// Makes a person of the run of capitalised words at `start`, if none stands there.
fn name_at(context: &Context, line: &mut Line, start: usize) {
    let words = context.pack.mention_words();
    let titles = context.pack.titles();
    if line.candidates.iter().any(|c| c.covers(start))
        || !line.capital(start)
        || words.never_names.has(line.word(start))
        || titles.table.ranks.has(line.word(start))
    {
        return;
    }
    let mut end = start;
    while end < line.tokens.len() && end - start < LONGEST_NAME {
        let word = line.word(end);
        let particle = end > start && words.particles.has(word) && line.capital(end + 1);
        let hyphen = end > start
            && word == "-"
            && line.token_span(end, end + 1).start == line.token_span(end - 1, end).end;
        let name = line.capital(end)
            && word.chars().filter(|c| c.is_alphabetic()).count() > 0
            && titles.find(&line.tokens, end).is_none();
        if !(particle || hyphen || name)
            || !line.free(end, end + 1)
            || line.adjectives.iter().any(|a| a.0 <= end && end < a.1)
        {
            break;
        }
        end += 1;
    }
    while end > start && !line.capital(end - 1) {
        end -= 1;
    }
    let nouns = context.pack.language().nouns_capitalized;
    let tagged = is_tagged_person(line, start);
    if end > start && (!nouns || tagged) {
        let mut candidate = Candidate::new(start, end, EntityClass::Person, "title", 0.75);
        candidate.genitive = context
            .lexicon
            .gazetteer()
            .genitive_stem(line.word(end - 1), &context.pack.code)
            .is_some();
        line.candidates.push(candidate);
    }
}

fn is_tagged_person(line: &Line, at: usize) -> bool {
    matches!(
        line.place(at),
        Place::Begin(NameClass::Person) | Place::Inside(NameClass::Person)
    )
}

/// Gives roles to the persons of a line; `recent` carries the last title of an earlier sentence for counterparts.
pub(crate) fn roles(context: &Context, line: &mut Line, recent: &mut Option<String>) {
    let titles = context.pack.titles();
    let mut at = 0;
    while at < line.tokens.len() {
        if line.covering(at).is_some() || line.blocked.get(at) == Some(&true) {
            at += 1;
            continue;
        }
        if let Some(noun) = titles.counterpart(&line.tokens, at) {
            if let Some(title) = recent
                .as_deref()
                .and_then(|id| titles.table.titles.iter().find(|t| t.id == id))
            {
                let found = TitleMatch {
                    noun: noun.clone(),
                    former: false,
                    deputy: false,
                };
                let phrase = phrase(context, line, at, &found);
                assign(context, line, title, &phrase, &found);
            } else {
                introduce(context, line, at, &noun);
            }
            at += noun.n_tokens;
            continue;
        }
        let Some(found) = titles.find(&line.tokens, at) else {
            at += 1;
            continue;
        };
        if let Some(title) = titles.title(found.noun.entry) {
            let phrase = phrase(context, line, at, &found);
            if assign(context, line, title, &phrase, &found) {
                *recent = Some(title.id.clone());
            }
        }
        at += found.noun.n_tokens;
    }
}

/// "His Kenyan colleague William Ruto", whatever office both hold: the adjective only says of what state the person is.
fn introduce(context: &Context, line: &mut Line, at: usize, noun: &NounMatch) {
    let found = TitleMatch {
        noun: noun.clone(),
        former: false,
        deputy: false,
    };
    let phrase = phrase(context, line, at, &found);
    let adjective = matches!(phrase.object, RawObject::Entry(_)) && phrase.after == phrase.end;
    let Holder::Candidate(index) = holder(context, line, &phrase) else {
        return;
    };
    let country = object_country(context, line, phrase.object).filter(|_| adjective);
    let Some(person) = line.candidates.get_mut(index) else {
        return;
    };
    if adjective && person.start == phrase.end {
        line.titled.push((phrase.start, phrase.end));
        person.phrase = Some((phrase.start, person.end));
        if person.country.is_none() && person.entry.is_none() {
            person.country = country;
        }
    }
}

/// Reads the surroundings of a title noun.
fn phrase(context: &Context, line: &Line, at: usize, found: &TitleMatch) -> Phrase {
    let end = at + found.noun.n_tokens;
    let mut phrase = Phrase {
        start: at,
        noun: at,
        end,
        after: end,
        object: RawObject::Nothing,
        former: found.former,
        deputy: found.deputy,
        definite: found.noun.definite,
        indefinite: false,
    };
    look_left(context, line, &mut phrase);
    // "USA:s Nato-ambassadör" serves the one who sends, so the first part of the compound comes second.
    if phrase.object == RawObject::Nothing
        && let Some(entry) = prefix_object(context, found)
    {
        phrase.object = RawObject::Entry(entry);
    }
    // "The country's ambassador to X" acts for the country.
    let word = |t: usize| Some(line.tokens.get(t)?.to_lowercase());
    let owner = context
        .pack
        .coreference()
        .owning(word, (phrase.noun, phrase.end));
    if owner == Some(Owning::State) {
        phrase.definite = true;
    } else {
        look_right(context, line, &mut phrase);
    }
    phrase
}

/// What the first part of a compound names: "US" of "US-Präsident", "Kreml" of "Kremlchef".
fn prefix_object(context: &Context, found: &TitleMatch) -> Option<usize> {
    let prefix = found.noun.prefix.as_deref()?;
    let gazetteer = context.lexicon.gazetteer();
    let lookup = |form: &str| gazetteer.lookup(form, &context.pack.code);
    let senses = lookup(prefix)
        .or_else(|| lookup(prefix.trim_end_matches('s')))?
        .senses;
    let order = [
        SenseKind::Seat,
        SenseKind::Capital,
        SenseKind::Name,
        SenseKind::Short,
    ];
    order
        .iter()
        .find_map(|kind| senses.iter().find(|s| s.kind == *kind))
        .map(|s| s.entry)
}

/// Walks left over modifiers to an article, an adjective or a name that owns the title.
fn look_left(context: &Context, line: &Line, phrase: &mut Phrase) {
    let table = &context.pack.titles().table;
    for _ in 0..REACH {
        let Some(token) = phrase.start.checked_sub(1) else {
            return;
        };
        let word = line.word(token);
        if let Some(adjective) = line.adjectives.iter().find(|a| a.1 == phrase.start) {
            if phrase.object == RawObject::Nothing {
                phrase.object = RawObject::Entry(adjective.2);
            }
            phrase.start = adjective.0;
            continue;
        }
        let mark = super::mention::is_genitive_mark(word);
        let owner = line
            .candidates
            .iter()
            .position(|c| c.part.is_none() && (c.end == phrase.start || mark && c.end == token));
        if let Some(index) = owner {
            let Some(candidate) = line.candidates.get(index) else {
                return;
            };
            let attributive = !table.compounds || word.ends_with(['s', 'z', 'x']);
            // "Putin adviser Kirill Dmitriev": what one can be to a person needs no genitive.
            let personal = candidate.class == EntityClass::Person
                && context
                    .pack
                    .titles()
                    .find(&line.tokens, phrase.noun)
                    .and_then(|t| context.pack.titles().title(t.noun.entry))
                    .is_some_and(Title::is_to_persons);
            let may_own = mark
                || candidate.genitive
                || attributive
                    && (candidate.class != EntityClass::Person || personal && !table.compounds);
            if may_own
                && phrase.object == RawObject::Nothing
                && candidate.class != EntityClass::Group
            {
                phrase.object = RawObject::Candidate(index);
                let genitive = mark || candidate.genitive;
                // "Trump | adviser Stephen Miller": one phrase, of which the first name is no part.
                if genitive || candidate.class != EntityClass::Person {
                    phrase.start = candidate.start;
                }
                // "Former NATO secretary general".
                let before = candidate.start.checked_sub(1).filter(|_| !genitive);
                let word = before.map_or("", |at| line.word(at));
                phrase.former = phrase.former || table.former.has(word);
            }
            return;
        }
        // "The army ousted President X": behind a name that is no owner the word is the verb.
        let name = |c: &Candidate| c.end == token && c.part.is_none() && !c.genitive;
        if table.ousting.has(word) && line.candidates.iter().any(name) {
            return;
        }
        if table.former.has(word) {
            phrase.former = true;
        } else if table.deputy.has(word) {
            phrase.deputy = true;
        } else if table.relative_owners.has(word) {
            // "whose president": the word belongs to the clause, not to the title.
            phrase.definite = true;
            return;
        } else if table.articles.has(word) {
            phrase.definite = true;
            phrase.indefinite = table.indefinite.has(word);
        } else if !(table.modifiers.has(word)
            || word == "-"
            || is_phrase_former(context, line, phrase))
        {
            return;
        }
        phrase.start = token;
    }
}

/// "före detta": a phrase of two words that ends before the title.
fn is_phrase_former(context: &Context, line: &Line, phrase: &mut Phrase) -> bool {
    let Some(first) = phrase.start.checked_sub(2) else {
        return false;
    };
    let two = format!("{} {}", line.word(first), line.word(first + 1));
    let is = context.pack.titles().table.former.has(&two);
    if is {
        phrase.former = true;
        phrase.start = first + 1;
    }
    is
}

/// Reads "of Armenia", "des Präsidenten", "för israeliska UD" behind the title.
fn look_right(context: &Context, line: &Line, phrase: &mut Phrase) {
    let table = &context.pack.titles().table;
    let mut at = phrase.end;
    // "der Präsident Südkoreas": a genitive needs no link.
    let genitive = line.candidates.iter().position(|c| {
        let owner = matches!(c.class, EntityClass::Country | EntityClass::Organisation);
        c.start == at && c.genitive && owner && c.part.is_none()
    });
    if let Some(index) = genitive.filter(|_| phrase.object == RawObject::Nothing) {
        phrase.object = RawObject::Candidate(index);
        phrase.after = line.candidates.get(index).map_or(at, |c| c.end);
        return;
    }
    if !table.links.has(line.word(at)) {
        return;
    }
    at += 1;
    while table.articles.has(line.word(at)) || table.links.has(line.word(at)) && at < phrase.end + 3
    {
        at += 1;
    }
    if let Some((index, candidate)) = line
        .candidates
        .iter()
        .enumerate()
        .find(|(_, c)| c.start == at && c.form != MentionForm::Nominal)
    {
        if phrase.object == RawObject::Nothing && candidate.class != EntityClass::Group {
            phrase.object = RawObject::Candidate(index);
        }
        // "The governor of the Belgorod region, …"
        let noun = line.word(candidate.end);
        let nouns = &context.pack.mention_words().place_nouns;
        let place = candidate.class == EntityClass::Place && nouns.iter().any(|n| n == noun);
        phrase.after = candidate.end + usize::from(place);
        return;
    }
    // A title of its own ("Sprecher des Präsidenten") or an adjective with a noun ("talesperson för ryska försvaret").
    let adjective = line.adjectives.iter().find(|a| a.0 == at);
    if let Some(adjective) = adjective {
        if phrase.object == RawObject::Nothing {
            phrase.object = RawObject::Entry(adjective.2);
        }
        at = adjective.1;
    }
    let nested = context
        .pack
        .titles()
        .find(&line.tokens, at)
        .map(|t| t.noun.n_tokens);
    let group = context
        .pack
        .groups()
        .find(&line.tokens, at)
        .map(|g| g.n_tokens);
    if let Some(n) = nested.or(group) {
        phrase.after = at + n;
    } else if adjective.is_some() {
        phrase.after = at + 1;
    }
}

/// Finds the person who bears the title.
fn holder(context: &Context, line: &Line, phrase: &Phrase) -> Holder {
    let table = &context.pack.titles().table;
    let person_at = |at: usize| {
        line.candidates.iter().position(|c| {
            c.start == at && c.class == EntityClass::Person && c.form == MentionForm::Name
        })
    };
    let mut at = phrase.after;
    let comma = line.word(at) == ",";
    if comma && (phrase.definite || phrase.object != RawObject::Nothing) {
        at += 1;
    }
    while table.honorifics.has(line.word(at)) {
        at += 1;
    }
    let appositive = || {
        let before = phrase
            .start
            .checked_sub(1)
            .filter(|t| matches!(line.word(*t), "," | "(" | "–" | "-"))?;
        let end = if line.word(before.checked_sub(1)?) == ")" {
            before.checked_sub(3)?
        } else {
            before
        };
        line.candidates.iter().position(|c| {
            c.end == end && c.class == EntityClass::Person && c.form == MentionForm::Name
        })
    };
    let behind = person_at(at);
    let found = if at > phrase.after {
        appositive().or(behind)
    } else {
        behind.or_else(appositive)
    };
    let owns = |index: usize| phrase.object == RawObject::Candidate(index);
    found
        .filter(|i| !owns(*i))
        .map_or(Holder::Nobody, Holder::Candidate)
}

/// Puts the role on its holder, or makes a role mention. Tells whether a named holder was found.
fn assign(
    context: &Context,
    line: &mut Line,
    title: &Title,
    phrase: &Phrase,
    found: &TitleMatch,
) -> bool {
    let class = object_class(context, line, phrase.object);
    let fixed = title
        .object
        .as_deref()
        .and_then(|id| context.lexicon.gazetteer().position(id));
    let object = match (phrase.object, fixed) {
        (RawObject::Nothing, Some(entry)) => RawObject::Entry(entry),
        (object, _) => object,
    };
    let class = class.or_else(|| object_class(context, line, object));
    let unknown_first_part = found.noun.prefix.is_some() && object == RawObject::Nothing;
    let predicate = title
        .predicate(class)
        .filter(|_| !unknown_first_part)
        .map(str::to_owned);
    let predicate = predicate.map(|p| {
        if phrase.deputy {
            title
                .predicate(Some(EntityClass::Organisation))
                .filter(|d| *d != p)
                .map_or(p.clone(), str::to_owned)
        } else {
            p
        }
    });
    let country = object_country(context, line, object);
    let role = RawRole {
        title: title.id.clone(),
        predicate,
        object,
        former: phrase.former,
        start: phrase.start,
        end: phrase.after,
    };
    match holder(context, line, phrase) {
        Holder::Candidate(index) => {
            line.titled.push((phrase.start, phrase.end));
            give(context, line, index, title, role, found, country);
            true
        }
        Holder::Nobody => {
            nameless(context, line, title, phrase, role, found, country);
            false
        }
    }
}

fn give(
    context: &Context,
    line: &mut Line,
    index: usize,
    title: &Title,
    mut role: RawRole,
    found: &TitleMatch,
    country: Option<String>,
) {
    let gazetteer = context.lexicon.gazetteer();
    let body = match role.object {
        RawObject::Entry(index) => Some(index),
        RawObject::Candidate(index) => line.candidates.get(index).and_then(|c| c.entry),
        RawObject::Nothing => None,
    };
    let body = body.and_then(|index| gazetteer.at(index));
    let of_person = object_class(context, line, role.object) == Some(EntityClass::Person);
    let Some(candidate) = line.candidates.get_mut(index) else {
        return;
    };
    if role.object == RawObject::Nothing
        && let Some(entry) = candidate.entry.and_then(|e| gazetteer.at(e))
    {
        let office = entry
            .offices()
            .find(|o| Some(o.predicate) == role.predicate.as_deref());
        role.object = office
            .and_then(|o| gazetteer.position(o.object))
            .map_or(RawObject::Nothing, RawObject::Entry);
    }
    candidate.gender = candidate.gender.or(found.noun.gender);
    candidate.evidence.push(format!("title:{}", title.id));
    candidate.confidence = candidate.confidence.max(0.9);
    let acts_for = of_person.then_some(role.predicate.is_some());
    let shared = acts_for.unwrap_or(true) && !title.is_family();
    let codes = &context.lexicon.ontology.codes;
    let private = country.as_ref().is_some_and(|c| codes.private.contains(c));
    let country = country.filter(|_| shared && !private);
    if candidate.country.is_none() {
        candidate.country = country;
    }
    let unknown = candidate.country.is_none() && candidate.entry.is_none();
    if unknown && role.object == RawObject::Nothing {
        let surname = line.tokens.get(candidate.end.wrapping_sub(1)).copied();
        let known = surname.and_then(|s| listed_country(context, title, s, candidate.genitive));
        if let Some(country) = known {
            candidate.country = Some(country);
            candidate.evidence.push("leader list".to_owned());
        }
    }
    if candidate.sector.is_none() && candidate.entry.is_none() {
        // The president of a company is no part of a government.
        candidate.sector = if private {
            body.and_then(|e| e.sector).map(str::to_owned)
        } else {
            title.sector.clone()
        };
    }
    role.start = role.start.min(candidate.start);
    role.end = role.end.max(candidate.end);
    let better = candidate
        .role
        .as_ref()
        .is_none_or(|old| old.object == RawObject::Nothing && role.object != RawObject::Nothing);
    if better {
        candidate.role = Some(role);
    }
}

/// The country whose leader bears the surname, for titles of such an office.
fn listed_country(
    context: &Context,
    title: &Title,
    surname: &str,
    genitive: bool,
) -> Option<String> {
    let leaders = context.lexicon.leaders();
    let office = title
        .predicate(Some(EntityClass::Country))
        .is_some_and(|p| leaders.is_office(p));
    let stem = context
        .lexicon
        .gazetteer()
        .genitive_stem(surname, &context.pack.code)
        .filter(|_| genitive)
        .unwrap_or(surname);
    let key: String = stem
        .nfd()
        .filter(|c| c.is_alphabetic() || *c == '-')
        .flat_map(char::to_lowercase)
        .collect();
    let country = leaders
        .country(&key, context.year)
        .filter(|_| office && key.chars().count() > 2);
    country.map(str::to_owned)
}

/// "US-Präsidenten": where the title stands in a word whose first part names a state, which stays beside it.
fn behind_state(line: &Line, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let state = line.candidates.iter().find_map(|c| {
        let country = c.class == EntityClass::Country && c.start == start && end == start + 1;
        c.part.filter(|_| country)
    });
    let word = line.word(start);
    let from = state.filter(|(first, _)| *first == 0)?.1;
    let behind = word.get(from..).is_some_and(|rest| rest.starts_with('-'));
    behind.then_some((from + 1, word.len()))
}

/// A role noun that no name stands by: "the Turkish foreign minister", "utrikesministern".
fn nameless(
    context: &Context,
    line: &mut Line,
    title: &Title,
    phrase: &Phrase,
    role: RawRole,
    found: &TitleMatch,
    country: Option<String>,
) {
    let office =
        title.relations.contains_key(EntityClass::Country.name()) || title.object.is_some();
    let told = role.object != RawObject::Nothing;
    if title.describes
        || !office
        || !(told || phrase.definite && !phrase.indefinite && title.sector.is_some())
    {
        return;
    }
    let inside = line
        .adjectives
        .iter()
        .find(|a| a.0 >= phrase.start && a.1 <= phrase.noun)
        .map_or(phrase.noun, |a| a.0);
    let start = if line.free(inside, phrase.end) {
        inside
    } else {
        phrase.noun
    };
    let mut candidate = Candidate::new(
        start,
        phrase.end,
        EntityClass::Person,
        &format!("title:{}", title.id),
        if told { 0.8 } else { 0.5 },
    );
    candidate.form = MentionForm::Role;
    candidate.part = behind_state(line, (start, phrase.end));
    candidate.country = country;
    candidate.sector.clone_from(&title.sector);
    candidate.gender = found.noun.gender;
    candidate.plural = found.noun.plural;
    candidate.genitive = found.noun.genitive;
    if candidate.plural {
        candidate.class = EntityClass::Group;
    }
    let region = region(context, line, role.object).filter(|_| {
        // Some languages have one form for one and for several.
        candidate.plural || !phrase.definite && !phrase.indefinite
    });
    if let Some(region) = region {
        candidate.class = EntityClass::Group;
        candidate.form = MentionForm::Nominal;
        candidate.plural = true;
        candidate.evidence = vec![format!("group:{}", title.id), format!("of:{region}")];
        line.candidates.push(candidate);
        return;
    }
    candidate.role = Some(role);
    line.candidates.push(candidate);
}

/// The id of a region that is no state, nor a part of one: its leaders are a group of their own ("European leaders").
fn region(context: &Context, line: &Line, object: RawObject) -> Option<String> {
    let gazetteer = context.lexicon.gazetteer();
    let entry = match object {
        RawObject::Nothing => None,
        RawObject::Entry(index) => gazetteer.at(index),
        RawObject::Candidate(index) => {
            let candidate = line.candidates.get(index)?;
            candidate.entry.and_then(|e| gazetteer.at(e))
        }
    }?;
    (entry.class == EntityClass::Place && entry.country.is_none()).then(|| entry.id.to_owned())
}

fn object_class(context: &Context, line: &Line, object: RawObject) -> Option<EntityClass> {
    match object {
        RawObject::Nothing => None,
        RawObject::Entry(index) => context.lexicon.gazetteer().at(index).map(|e| e.class),
        RawObject::Candidate(index) => line.candidates.get(index).map(|c| c.class),
    }
}

fn object_country(context: &Context, line: &Line, object: RawObject) -> Option<String> {
    let gazetteer = context.lexicon.gazetteer();
    let of_entry = |index: usize| {
        gazetteer
            .at(index)
            .and_then(|e| e.country.map(str::to_owned))
    };
    match object {
        RawObject::Nothing => None,
        RawObject::Entry(index) => of_entry(index),
        RawObject::Candidate(index) => {
            let candidate = line.candidates.get(index)?;
            candidate
                .country
                .clone()
                .or_else(|| candidate.entry.and_then(of_entry))
        }
    }
}
