//! Groups and bodies without a proper name: "armeniska separatister", "the Israeli army", "die Regierung".
//!
//! In: a [`Line`] with names and country adjectives. Out: nominal candidates with country and sector. Invariants: an adjective belongs to the mention, a
//! genitive or an of-phrase that names the country is a mention of its own; a group of a country is surer than one without.

use super::name::is_genitive_mark;
use super::{Candidate, Context, Line, PLACED, POSTED, RULED, UNNAMED, UNOWNED};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::base::letters::small;
use crate::lexicon::gazetteer::{Entry, SenseKind};
use crate::lexicon::groups::Group;
use crate::lexicon::nouns::NounMatch;

/// How many words may stand between a country and its group.
const REACH: usize = 3;

/// Finds the groups of a line.
pub(super) fn find(context: &Context, line: &mut Line) {
    let groups = context.pack.groups();
    let mut at = 0;
    while at < line.tokens.len() {
        let Some(noun) = groups
            .find(&line.tokens, at)
            .filter(|n| {
                line.free(at, at + n.n_tokens)
                    || taken(context, line, at, at + n.n_tokens).is_some()
            })
            .filter(|_| {
                let mut taken = line.titled.iter().chain(&line.announcing);
                !taken.any(|t| t.0 <= at && at < t.1)
            })
        else {
            at += 1;
            continue;
        };
        let end = at + noun.n_tokens;
        let found = candidate(context, line, at, end, &noun);
        match (found, taken(context, line, at, end)) {
            (Some(group), None) => line.candidates.push(group),
            (Some(group), Some(name))
                if group.country.is_some()
                    || opens_sentence(line, name, (at, end))
                    || is_renamed(context, &group) && is_whole(line, name, (at, end)) =>
            {
                if let Some(slot) = line.candidates.get_mut(name) {
                    *slot = group;
                }
            }
            _ => {}
        }
        at = end;
    }
}

/// "The Constitutional Court": is the name no more than an organ of a state told elsewhere? "The Senate" stays a name.
fn is_renamed(context: &Context, group: &Candidate) -> bool {
    let table = context.pack.coreference();
    let kind = group.evidence.first().and_then(|e| e.split_once(':'));
    let kind = kind.map_or("", |k| k.1);
    let listed = |list: &[String]| list.iter().any(|k| k == kind);
    let stays = listed(&table.domestic) && !listed(&table.unnamed_governments);
    group.evidence.iter().any(|e| e == PLACED) && !stays
}

/// "Polisen grep X": is the name no more than the noun that opens the sentence, whose capital says nothing?
fn opens_sentence(line: &Line, name: usize, (at, end): (usize, usize)) -> bool {
    let small = |c: char| c.is_lowercase();
    at == 0 && is_whole(line, name, (at, end)) && line.word(at).contains(small)
}

/// Is the name no more than these words, and no person's with a title?
fn is_whole(line: &Line, name: usize, (at, end): (usize, usize)) -> bool {
    let whole = line.candidates.get(name);
    whole.is_some_and(|c| (c.start, c.end) == (at, end) && c.role.is_none())
}

/// The unknown name the tagger saw in these words or a part of them: where nouns are capital, "das serbische Parlament" looks like one. With the adjective
/// of a state before them ("the Kenyan foreign ministry") they are none as long as nothing but that is capital.
fn taken(context: &Context, line: &Line, at: usize, end: usize) -> Option<usize> {
    let capitals = context.pack.language().nouns_capitalized;
    let small = |i: usize| !line.capital(i);
    let described = |c: &Candidate| {
        let adjective = line.adjectives.iter().any(|a| a.0 == c.start && a.1 <= at);
        let plain = if capitals {
            small(c.start)
        } else {
            (at..end).all(small)
        };
        adjective && plain && c.start < at && at <= c.start + REACH
    };
    let unknown = |c: &Candidate| {
        (c.start >= at || described(c))
            && c.end <= end
            && c.end > at
            && c.entry.is_none()
            && c.country.is_none()
            && c.part.is_none()
    };
    line.candidates.iter().position(unknown)
}

/// Whose a group is: the country's code and where the mention starts.
struct Owner {
    code: Option<String>,
    start: usize,
    organisation: bool,
    /// Id of an owner that is no state: its people are not those of the state it lies in.
    of: Option<String>,
    /// Tokens of the group and its owner, where the owner is a mention of its own.
    phrase: Option<(usize, usize)>,
    /// Is it a place behind a preposition that tells where the group is?
    there: bool,
}

impl Owner {
    /// An owner from the gazetteer; a city's people are those of its state.
    fn known(entry: Option<&Entry>, code: Option<String>, start: usize) -> Self {
        let part = entry.filter(|e| match e.class {
            EntityClass::Country => false,
            EntityClass::Place => e.kind != Some(CITY),
            _ => true,
        });
        Self {
            code,
            start,
            organisation: entry.is_some_and(|e| e.class == EntityClass::Organisation),
            of: part.map(|e| e.id.to_owned()),
            phrase: None,
            there: false,
        }
    }
}

/// Kind of the places whose name stands for no people of their own.
const CITY: &str = "city";

fn candidate(
    context: &Context,
    line: &Line,
    at: usize,
    end: usize,
    noun_match: &NounMatch,
) -> Option<Candidate> {
    let group = context.pack.groups().group(noun_match.entry)?;
    let owner = prefix_owner(context, group, noun_match.prefix.as_deref(), at)
        .or_else(|| owner_before(context, line, group, (at, end)))
        .or_else(|| {
            owner_after(context, line, group, (at, end))
                .filter(|_| !is_own(context, line, group, at))
        });
    let before = at.checked_sub(1).map_or("", |i| line.word(i));
    if group.of_persons && context.pack.groups().table.singular_articles.has(before) {
        return None;
    }
    if group.local && is_one_of_many(context, line, at) {
        return None;
    }
    let class = EntityClass::ALL.get(group.class as usize).copied()?;
    let table = &context.pack.groups().table;
    let phrase = || small(&line.tokens.get(at..end).unwrap_or_default().join(" ")).into_owned();
    // "Soviet NKVD security forces" have an owner, whoever it is.
    let opens = at == 0
        || context.pack.language().nouns_capitalized
        || !line.capital(at - 1)
        || line.blocked.get(at - 1) == Some(&true);
    let noun = !context.pack.language().nouns_capitalized || line.capital(at);
    let listed = |list: &[String]| opens && noun && list.contains(&phrase());
    let alone = group.bare && (definite(context, line, at) || counted(context, line, at));
    let owned = owner.is_none() && !alone && possessed(context, line, group, (at, end));
    let powers = &context.pack.coreference().bare_governments;
    let power = owner.is_none()
        && context.pack.coreference().unplaced.contains(&group.id)
        && !possessed(context, line, group, (at, end))
        && !completed(context, line, end);
    let ruled = owner.is_none() && powers.contains(&group.id) && is_ruled(context, line, end);
    let nobodys = owner.is_none() && !alone && !owned && !ruled;
    let unowned = nobodys && listed(&table.unowned);
    let unnamed = nobodys && listed(&table.unnamed);
    // "The coast guard" of a state named before is nobody until it is known whose it is.
    let whole = nobodys && noun_match.prefix.is_none();
    let placed = whole && noun && is_placed(context, line, group, (at, end));
    if nobodys && !unowned && !unnamed && !placed {
        return None;
    }
    let start = owner.as_ref().map_or(at, |o| o.start);
    let sure = if owner.is_some() { 0.8 } else { 0.35 };
    let mut candidate = Candidate::new(start, end, class, &format!("group:{}", group.id), sure);
    // What somebody calls his own is nobody until it is known whose it is; so is a government. Gunmen are somebody where they act.
    candidate.form = if owned || power || ruled || unowned || unnamed || placed {
        MentionForm::Pronoun
    } else {
        MentionForm::Nominal
    };
    candidate.sector.clone_from(&group.sector);
    candidate.plural = class == EntityClass::Group;
    if owner.as_ref().is_some_and(|o| o.organisation) {
        candidate.confidence = 0.6;
    }
    let told = [
        (ruled, RULED),
        (unowned, UNOWNED),
        (unnamed, UNNAMED),
        (placed, PLACED),
    ];
    let told = told.iter().filter(|(is, _)| *is);
    candidate
        .evidence
        .extend(told.map(|(_, e)| (*e).to_owned()));
    if let Some(owner) = owner {
        if group.posted && owner.there {
            candidate.evidence.push(POSTED.to_owned());
        }
        let named = owner.phrase.filter(|p| group.local && p.0 == at);
        if let Some((_, last)) = named.filter(|_| !owner.there && is_beside(line, end)) {
            candidate.end = last;
            candidate.form = MentionForm::Name;
        }
        candidate.country = owner.code;
        candidate.phrase = owner.phrase;
        candidate
            .evidence
            .extend(owner.of.map(|id| format!("of:{id}")));
    }
    Some(candidate)
}

/// Does a name stand right behind a noun, without a preposition and not as its owner ("Bistum Limburg")?
fn is_beside(line: &Line, end: usize) -> bool {
    let name = |c: &Candidate| c.start == end && c.part.is_none() && !c.genitive;
    line.candidates.iter().any(name)
}

/// "A church in X": a house as there are many, and no body that could act.
fn is_one_of_many(context: &Context, line: &Line, at: usize) -> bool {
    let titles = &context.pack.titles().table;
    let several = &context.pack.groups().table.quantities;
    let word = |back: usize| at.checked_sub(back).map_or("", |i| line.word(i));
    let open = |w: &str| titles.indefinite.has(w) || several.has(w);
    let described = word(1).starts_with(char::is_lowercase) && !titles.articles.has(word(1));
    open(word(1)) || described && open(word(2))
}

/// "Its citizens in X": people whom somebody calls his own are not of the place where they are; an embassy is at the state of its town.
fn is_own(context: &Context, line: &Line, group: &Group, at: usize) -> bool {
    let people = EntityClass::ALL.get(group.class as usize) == Some(&EntityClass::Group);
    let before = at.checked_sub(1).map_or("", |i| line.word(i));
    people && context.pack.coreference().possessives.has(before)
}

/// "Its troops", "the country's foreign ministry": does the group act for a state that other words of the article name?
fn possessed(context: &Context, line: &Line, group: &Group, place: (usize, usize)) -> bool {
    let table = context.pack.coreference();
    let word = |t: usize| Some(line.tokens.get(t)?.to_lowercase());
    let organ = table.governments.contains(&group.id) || table.bodies.contains(&group.id);
    organ && table.owning(word, place).is_some()
}

/// "The coast guard", "kustbevakningen": an organ of a state in a definite form, of which nothing says whose it is.
fn is_placed(context: &Context, line: &Line, group: &Group, (at, end): (usize, usize)) -> bool {
    let table = context.pack.coreference();
    let titles = &context.pack.titles().table;
    // "A military court" is one of a state as well as "the court".
    let judges = table.unnamed_governments.contains(&group.id);
    let described = |i: usize| judges && is_modifier(context, line.word(i));
    let word = |left: usize| left.checked_sub(1).filter(|&i| described(i));
    let first = word(at).unwrap_or(at);
    let before = first.checked_sub(1).map_or("", |i| line.word(i));
    let indefinite = titles.indefinite.has(before);
    let article = (titles.articles.has(before) && !indefinite || judges && indefinite)
        && !table.possessives.has(before)
        || context.pack.groups().table.contracted.has(before);
    let last = small(end.checked_sub(1).map_or("", |i| line.word(i)));
    let ending = |e: &String| last.ends_with(e.as_str());
    let definite = article || table.definite_endings.iter().any(ending);
    definite
        && table.placed.contains(&group.id)
        && !possessed(context, line, group, (at, end))
        && !completed(context, line, end)
}

/// "The government of the province of X": is it said whose the group is, in words that tell no state?
fn completed(context: &Context, line: &Line, end: usize) -> bool {
    let linked = context.pack.groups().table.links.has(line.word(end));
    linked && (end + 1..=end + REACH).any(|at| line.capital(at))
}

/// "The regime of Daniel Ortega", "die Regierung unter Donald Tusk": does whoever rules through an organ of power stand behind it?
fn is_ruled(context: &Context, line: &Line, end: usize) -> bool {
    let titles = context.pack.titles();
    let word = line.word(end);
    let linked = context.pack.groups().table.ruled.has(word);
    let behind = |at: usize| behind_title(context, line, at);
    let mut name_at = end + usize::from(linked);
    name_at += usize::from(titles.table.articles.has(line.word(name_at)));
    let places = [name_at, behind(name_at)];
    let person = |c: &Candidate| c.class == EntityClass::Person && c.form == MentionForm::Name;
    let own = |c: &Candidate| linked && places.contains(&c.start) || c.start == end && c.genitive;
    line.candidates.iter().any(|c| person(c) && own(c))
}

/// Those who are for or against somebody: are not theirs where it is a state that they are for or against.
fn stands_for(group: &Group, class: EntityClass) -> bool {
    match class {
        EntityClass::Person => group.of_persons,
        EntityClass::Country | EntityClass::Place | EntityClass::Organisation => true,
        EntityClass::Group => false,
    }
}

/// Country and id of a group's owner.
fn owner_of(context: &Context, line: &Line, group: &Group, name: &Candidate, at: usize) -> Owner {
    let entry = name.entry.and_then(|e| context.lexicon.gazetteer().at(e));
    let code = name
        .country
        .clone()
        .or_else(|| entry.as_ref().and_then(|e| e.country.map(str::to_owned)));
    let mut owner = Owner::known(entry.as_ref(), code, at);
    let powers = &context.pack.coreference().bare_governments;
    let sector = entry.as_ref().and_then(|e| e.sector);
    if powers.contains(&group.id) && sector.is_some_and(|s| governs(context, s)) {
        owner.of = None;
        return owner;
    }
    owner.organisation = name.class == EntityClass::Organisation;
    if name.class != EntityClass::Country && owner.of.is_none() && entry.is_none() {
        owner.of = Some(line.word(name.end - 1).to_lowercase());
    }
    if group.of_persons && matches!(name.class, EntityClass::Country | EntityClass::Place) {
        owner.code = None;
        owner.of = entry.map(|e| e.id.to_owned()).or(owner.of);
    }
    owner
}

/// "The Labour government": is it a party, whose government is that of its state?
fn governs(context: &Context, sector: &str) -> bool {
    let governing = &context.lexicon.ontology.codes.governing;
    governing.iter().any(|g| g == sector)
}

/// "US-Truppen", "Nato-styrkor".
fn prefix_owner(
    context: &Context,
    group: &Group,
    prefix: Option<&str>,
    at: usize,
) -> Option<Owner> {
    let gazetteer = context.lexicon.gazetteer();
    let found = gazetteer.lookup(prefix?, &context.pack.code)?;
    let entry = found.senses.first().and_then(|s| gazetteer.at(s.entry))?;
    let fits = match entry.class {
        EntityClass::Country | EntityClass::Organisation => true,
        EntityClass::Person => group.of_persons,
        EntityClass::Place | EntityClass::Group => false,
    };
    let against = group.of_persons && entry.class == EntityClass::Country;
    fits.then(|| {
        let code = entry.country.filter(|_| !against).map(str::to_owned);
        let mut owner = Owner::known(Some(&entry), code, at);
        if against {
            owner.of = Some(entry.id.to_owned());
        }
        owner
    })
}

/// An adjective, a genitive or an attributive name before the noun.
fn owner_before(
    context: &Context,
    line: &Line,
    group: &Group,
    (at, end): (usize, usize),
) -> Option<Owner> {
    let gazetteer = context.lexicon.gazetteer();
    let mut left = at;
    for _ in 0..=REACH {
        let token = left.checked_sub(1)?;
        if let Some(adjective) = line.adjectives.iter().find(|a| a.1 == left) {
            let free = line.free(adjective.0, at);
            let entry = gazetteer.at(adjective.2)?;
            let code = entry.country.map(str::to_owned);
            let start = if free { adjective.0 } else { at };
            return Some(Owner {
                phrase: (!free).then_some((adjective.0, end)),
                ..Owner::known(Some(&entry), code, start)
            });
        }
        let name = line.candidates.iter().find(|c| {
            c.part.is_none()
                && (c.end == left || c.end == token && is_genitive_mark(line.word(token)))
        });
        if let Some(name) = name {
            let owns = name.genitive || !context.pack.titles().table.compounds;
            let fits = stands_for(group, name.class)
                && !matches!(name.form, MentionForm::Nominal | MentionForm::Pronoun);
            let owner = owner_of(context, line, group, name, at);
            let told = owner.code.is_some() || group.of_persons || group.local;
            return (owns && fits && told).then_some(Owner {
                phrase: Some((name.start, end)),
                ..owner
            });
        }
        if let Some(town) = town(context, line, token) {
            return Some(Owner::known(
                Some(&town),
                town.country.map(str::to_owned),
                token,
            ));
        }
        if !is_modifier(context, line.word(token)) {
            return None;
        }
        left = token;
    }
    None
}

/// "Die Grazer Polizei": the town that an attribute is made of.
fn town<'c>(context: &'c Context, line: &Line, at: usize) -> Option<Entry<'c>> {
    let gazetteer = context.lexicon.gazetteer();
    let word = line.word(at);
    let endings = &context.pack.mention_words().town_endings;
    if !line.capital(at) || !line.free(at, at + 1) {
        return None;
    }
    endings.iter().find_map(|(ending, own)| {
        let name = [word.strip_suffix(ending.as_str())?, own].concat();
        let found = gazetteer.lookup(&name, &context.pack.code)?;
        let named = found.senses.iter().filter(|s| s.kind == SenseKind::Name);
        let mut entries = named.filter_map(|s| gazetteer.at(s.entry));
        let town = |e: &Entry| e.class == EntityClass::Place && e.kind == Some(CITY) && !e.common;
        entries.find(town).filter(|_| !found.genitive)
    })
}

/// "the government of Sudan", "rebels in Darfur", "die Regierung Sloweniens", "Anhänger des früheren Präsidenten Bolsonaro".
fn owner_after(
    context: &Context,
    line: &Line,
    group: &Group,
    (at, end): (usize, usize),
) -> Option<Owner> {
    let titles = context.pack.titles();
    let linked = context.pack.groups().table.links.has(line.word(end))
        || group.of_persons && titles.table.links.has(line.word(end));
    let mut name_at = end + 1;
    if titles.table.articles.has(line.word(name_at)) {
        name_at += 1;
    }
    if group.of_persons {
        name_at = behind_title(context, line, name_at);
    }
    // "die Regierung Sloweniens": a genitive needs no link.
    let name = line.candidates.iter().find(|c| {
        linked && (c.start == end + 1 || c.start == name_at)
            || c.start == end && (c.genitive || group.local)
    })?;
    let body = name.class == EntityClass::Organisation;
    if !stands_for(group, name.class) || body && !group.of_persons {
        return None;
    }
    let owner = owner_of(context, line, group, name, at);
    let told = owner.code.is_some() || group.of_persons || group.local;
    // "police in Lahore": where they are, not whose; and critics in a country are not against it.
    let locative = linked && context.pack.mention_words().locatives.has(line.word(end));
    let stands_in = locative && name.class == EntityClass::Place;
    let lives_in = locative
        && group.of_persons
        && matches!(name.class, EntityClass::Place | EntityClass::Country);
    (told && !lives_in).then_some(Owner {
        phrase: (!stands_in).then_some((at, name.end)),
        organisation: false,
        there: locative,
        ..owner
    })
}

/// First token behind the title that begins at `at`, with what describes it.
fn behind_title(context: &Context, line: &Line, mut at: usize) -> usize {
    let titles = context.pack.titles();
    let table = &titles.table;
    for _ in 0..=REACH {
        let word = line.word(at);
        if let Some(title) = titles
            .find(&line.tokens, at)
            .filter(|_| line.free(at, at + 1))
        {
            return at + title.noun.n_tokens;
        }
        let adjective = line.adjectives.iter().find(|a| a.0 == at).map(|a| a.1);
        let describes = table.former.has(word) || table.modifiers.has(word);
        match adjective.or(describes.then_some(at + 1)) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

fn is_modifier(context: &Context, word: &str) -> bool {
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    lower && context.pack.groups().table.modifiers.has(word)
}

/// "14 demonstrators", "tolv unga soldater", "dozens of rebels": does a number stand before the noun and one word that describes it?
fn counted(context: &Context, line: &Line, at: usize) -> bool {
    let table = &context.pack.groups().table;
    let word = |left: usize| line.word(left);
    let mut left = at;
    let mut step = |passes: &dyn Fn(usize) -> bool| {
        if let Some(before) = left.checked_sub(1).filter(|&i| passes(i)) {
            left = before;
        }
    };
    step(&|i| is_modifier(context, word(i)));
    step(&|i| table.of_quantity.has(word(i)));
    let Some(number) = left.checked_sub(1).map(word) else {
        return false;
    };
    let digits = number.chars().next().is_some_and(|c| c.is_ascii_digit());
    // "the 2019 protesters" are those of a year.
    let year = digits && number.len() == 4;
    digits && !year || table.quantities.has(number)
}

/// An article before the noun, or a form that carries one.
fn definite(context: &Context, line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| line.word(i));
    let articles = &context.pack.titles().table.articles;
    let endings = &context.pack.coreference().definite_endings;
    let word = line.word(at);
    let contracted = &context.pack.groups().table.contracted;
    articles.has(before)
        || contracted.has(before)
        || endings.iter().any(|e| word.ends_with(e.as_str()))
}
