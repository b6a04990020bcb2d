//! Words that stand for actors named before get mentions of their own: "she", "the country", "both leaders".
//!
//! In: sentences, mentions, the table of the language. Out: the same mentions and one for every pronoun, class noun and phrase for two that can be
//! resolved. Invariants: mentions stay sorted by span; role objects still lead to their mentions; a named mention is never touched, but a role or a
//! group inside a phrase for two gives way to it. Does not: decide whom they mean (anaphora.rs, `resolve::pair`).

use super::{Grammar, bodies, described, genders, nationals};
use crate::base::analysis::{EntityClass, Mention, MentionForm, RoleObject, Sentence, Token, Upos};
use crate::base::article::Article;
use crate::base::letters::small;
use crate::base::span::{Span, overlapping};
pub(super) use crate::extract::mention::CLASS_NOUN as NOMINAL;
use crate::extract::mention::{BARE, PLACED, UNNAMED, UNOWNING};
use crate::lexicon::coreference::{Around, Coreference, Nominal, Standin, Taken};
use crate::lexicon::{Lexicon, Pack};
use std::collections::BTreeMap;

/// Adds the mentions; what stands inside another mention adds none.
///
/// Input: mentions sorted by span. Output: the same and the new ones, sorted by span. Complexity: linear in the tokens.
pub fn with_standins(
    article: &Article,
    sentences: &[Sentence],
    mentions: Vec<Mention>,
    (pack, lexicon): (&Pack, &Lexicon),
) -> Vec<Mention> {
    let mut added: Vec<Mention> = Vec::new();
    let mut gone: BTreeMap<usize, Span> = BTreeMap::new();
    let mut described = described::uses(&article.text, sentences, &mentions, pack);
    for (index, sentence) in sentences.iter().enumerate() {
        let mut found = in_sentence(&article.text, (index, sentence), pack, &mentions);
        let taken = |m: &Mention| found.iter().any(|f| f.span.overlaps(m.span));
        let own = described.remove(&index).unwrap_or_default();
        let own: Vec<Mention> = own.into_iter().filter(|m| !taken(m)).collect();
        found.extend(own);
        for mut found in found {
            found.country = bodies::country_of(&article.text, &found, &mentions);
            let covered = || overlapping(&mentions, |m| m.span, found.span);
            let told = (article.text.as_str(), mentions.as_slice());
            let gives_way = |i: usize| gives_way(i, &found, told, (pack, lexicon));
            // "The Russian company": a body of that state was told of.
            let of_state = || {
                let kinds = kinds_of(&found, pack).unwrap_or_default();
                found.country.is_none() || bodies::told((kinds, &found), &mentions, lexicon)
            };
            let free = covered().all(gives_way) && of_state();
            if free && !announces(&article.text, &found, &mentions) {
                gone.extend(covered().map(|i| (i, found.span)));
                added.push(found);
            }
        }
    }
    let old = mentions.into_iter().enumerate();
    let mut all: Vec<(Option<usize>, Mention)> = old
        .filter(|(i, _)| !gone.contains_key(i))
        .map(|(i, m)| (Some(i), m))
        .chain(added.into_iter().map(|m| (None, m)))
        .collect();
    all.sort_by_key(|(_, m)| (m.span.start, m.span.end));
    let mut place: BTreeMap<usize, usize> = BTreeMap::new();
    for (new, (old, mention)) in all.iter().enumerate() {
        place.extend(old.map(|o| (o, new)));
        let within = gone
            .iter()
            .filter(|(_, s)| old.is_none() && **s == mention.span);
        place.extend(within.map(|(o, _)| (*o, new)));
    }
    for (_, mention) in &mut all {
        if let Some(RoleObject::Mention(at)) = mention.role.as_mut().and_then(|r| r.object.as_mut())
        {
            *at = place.get(at).copied().unwrap_or(*at);
        }
    }
    all.into_iter().map(|(_, m)| m).collect()
}

/// Does a mention give way to a word that takes somebody up and covers it?
fn gives_way(
    at: usize,
    found: &Mention,
    (text, mentions): (&str, &[Mention]),
    (pack, lexicon): (&Pack, &Lexicon),
) -> bool {
    let Some(mention) = mentions.get(at) else {
        return true;
    };
    let role = matches!(mention.form, MentionForm::Role | MentionForm::Nominal);
    // "The People's Republic" is no body of that name.
    let unknown = mention.entry.is_none();
    // "Kfor … the force": a body of that kind was told of.
    let nameless = mention.country.is_none() || mention.country == found.country;
    let kinds = kinds_of(found, pack).filter(|_| nameless);
    let body = || kinds.is_some_and(|k| bodies::told((k, found), mentions, lexicon));
    // "Die Union"
    let whole = mention.span == found.span && mention.class == EntityClass::Organisation;
    let named = || {
        let noun = noun_of(found, pack).filter(|_| unknown && whole);
        noun.is_some_and(|n| bodies::names_earlier(n, found, (text, mentions), lexicon))
    };
    // "The court" of a body named before
    let placed = || {
        let organ = mention.evidence.iter().any(|e| e == PLACED);
        let noun = noun_of(found, pack).filter(|_| organ);
        noun.is_some_and(|n| bodies::names_earlier(n, found, (text, mentions), lexicon))
    };
    // "Seinen Amtskollegen" is no holder of the office named last.
    let borrowed = || {
        let side = found.evidence.first().is_some_and(|e| e == COUNTERPART);
        side && mention.form == MentionForm::Role && mention.span == found.span
    };
    described::is_of_body(found)
        || borrowed()
        || found.plural && role
        || traits_of(found).is_some() && unknown
        || body()
        || named()
        || placed()
}

/// The class noun that a mention is.
fn noun_of<'p>(found: &Mention, pack: &'p Pack) -> Option<&'p Nominal> {
    let place = found.evidence.first()?.strip_prefix(NOMINAL)?;
    pack.coreference()
        .nominals
        .get(place.parse::<usize>().ok()?)
}

/// The sectors of whom a class noun stands for, if it tells them.
fn kinds_of<'p>(found: &Mention, pack: &'p Pack) -> Option<&'p [String]> {
    let noun = noun_of(found, pack)?;
    (!noun.sectors.is_empty()).then_some(noun.sectors.as_slice())
}

/// "Gunmen killed a man": makes groups without a name somebody where they act, and tells persons of a nation apart from their state.
pub fn name_actors(
    mentions: &mut [Mention],
    (article, sentences): (&Article, &[Sentence]),
    grammar: &Grammar<'_>,
    languages: (&Pack, &Lexicon),
) {
    let text = article.text.as_str();
    genders::tell(mentions, (text, sentences), languages.0);
    nationals::tell_apart(mentions, (text, sentences), grammar, languages);
    for mention in mentions {
        let unnamed = mention.evidence.iter().any(|e| e == UNNAMED);
        if unnamed && grammar.does(mention) {
            mention.form = MentionForm::Nominal;
        }
    }
}

/// "The rebel group M23": a class noun directly before the name of a body takes nobody up.
fn announces(text: &str, found: &Mention, mentions: &[Mention]) -> bool {
    let noun = found
        .evidence
        .first()
        .is_some_and(|e| e.starts_with(NOMINAL));
    let next = mentions.partition_point(|m| m.span.start < found.span.end);
    let name = mentions
        .get(next)
        .filter(|m| noun && m.form == MentionForm::Name && m.class == EntityClass::Organisation);
    let between = name.and_then(|m| text.get(found.span.end as usize..m.span.start as usize));
    between.is_some_and(|b| b.trim_matches(['"', '“', '„', '”']) == " ")
}

/// The pronouns, class nouns and phrases for two of a sentence, in order; none overlaps another.
fn in_sentence(
    text: &str,
    (index, sentence): (usize, &Sentence),
    pack: &Pack,
    mentions: &[Mention],
) -> Vec<Mention> {
    let table = pack.coreference();
    let words: Vec<String> = sentence
        .tokens
        .iter()
        .map(|t| small(t.span.of(text)).into_owned())
        .collect();
    let around = Around {
        is_adjective: &|i| {
            let token = sentence.tokens.get(i);
            token.is_some_and(|t| bodies::is_adjective(mentions, t.span))
        },
        is_verb: &|i, verbs| bodies::is_verb(&words, i, verbs, pack),
    };
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(token) = sentence.tokens.get(at) {
        if let Some((length, aged)) = aged(text, (index, sentence), (&words, at), table) {
            found.push(aged);
            at += length;
            continue;
        }
        if is_relative(text, sentence, (&words, at), pack, mentions) {
            let span = token.span;
            found.push(nationals::nobody(span, index));
            at += 1;
            continue;
        }
        let Some(standin) = words.get(at).and_then(|w| table.standin(w)) else {
            at += 1;
            continue;
        };
        let bare = || {
            let (length, count) = table.bare_pair(standin, &words, at)?;
            let behind = at + length;
            let next = words.get(behind).map_or("", String::as_str);
            let alone = stands_alone(text, sentence, (&words, behind), pack, mentions)
                || table.is_complement(next, &words, at, &around);
            alone.then_some((length, Taken { count, ..TWO }))
        };
        if let Some((length, taken)) = table.pair(standin, &words, at).or_else(bare) {
            let last = sentence.tokens.get(at + length - 1).unwrap_or(token);
            let span = Span {
                start: token.span.start,
                end: last.span.end,
            };
            found.push(together(span, index, taken));
            at += length;
            continue;
        }
        let named = || is_named(text, sentence, (&words, at), pack, mentions);
        let place = (token.span, index);
        let written = |i: usize| sentence.tokens.get(i).map_or("", |t| t.span.of(text));
        found.extend(single(
            place,
            standin,
            (&words, at),
            (&written, named),
            (table, &around),
        ));
        at += 1;
    }
    found
}

/// "Its neighbour Chad", "the kingdom of Morocco": does the name of whom a word means stand behind it?
fn is_named(
    text: &str,
    sentence: &Sentence,
    (words, at): (&[String], usize),
    pack: &Pack,
    mentions: &[Mention],
) -> bool {
    // Where all nouns are capital, only a mention is a name.
    let plain = !pack.language().nouns_capitalized;
    let name = |t: &Token| {
        let capital = t.span.of(text).starts_with(char::is_uppercase);
        capital && (plain || overlapping(mentions, |m| m.span, t.span).next().is_some())
    };
    let stands = |i: usize| sentence.tokens.get(i).is_some_and(name);
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    let of = pack.triggers().nominal.of.iter().any(|o| o == word(at + 1));
    let article = pack.titles().table.articles.has(word(at + 2));
    stands(at + 1) || of && stands(at + 2 + usize::from(article))
}

/// "Her mother", and no name behind it: somebody without a name, who is not the one she is of.
fn is_relative(
    text: &str,
    sentence: &Sentence,
    (words, at): (&[String], usize),
    pack: &Pack,
    mentions: &[Mention],
) -> bool {
    let table = pack.coreference();
    let owned = at.checked_sub(1).and_then(|b| words.get(b));
    if !owned.is_some_and(|w| table.possessives.contains(w)) {
        return false;
    }
    let kin = |list: &[String]| words.get(at).is_some_and(|w| list.contains(w));
    let behind = at + usize::from(words.get(at + 1).is_some_and(|w| w == ","));
    (kin(&table.peoples.men) || kin(&table.peoples.women))
        && !is_named(text, sentence, (words, behind), pack, mentions)
}

/// What "the two" takes up.
const TWO: Taken = Taken {
    class: None,
    count: 2,
    offices: false,
    bare: true,
};

/// A phrase for several.
fn together(span: Span, sentence: usize, taken: Taken) -> Mention {
    let mut evidence = vec![PAIR.to_owned(), taken.count.to_string()];
    evidence.extend(taken.offices.then(|| OFFICES.to_owned()));
    evidence.extend(taken.bare.then(|| BARE.to_owned()));
    Mention {
        plural: true,
        evidence,
        ..blank(span, sentence, taken.class.unwrap_or(EntityClass::Group))
    }
}

/// "The two signed …", not "the two wounded soldiers": does a verb stand behind the phrase that ends before a word?
fn stands_alone(
    text: &str,
    sentence: &Sentence,
    (words, behind): (&[String], usize),
    pack: &Pack,
    mentions: &[Mention],
) -> bool {
    let bare = &pack.coreference().pairs.bare;
    let last = |form: &String| {
        let length = form.split(' ').count();
        let phrase = behind
            .checked_sub(length)
            .and_then(|b| words.get(b..behind));
        phrase.is_some_and(|p| p.iter().map(String::as_str).eq(form.split(' ')))
    };
    let ends = words
        .get(behind)
        .is_none_or(|w| !w.starts_with(char::is_alphanumeric));
    if ends && bare.last.iter().any(last) || bare.whole.iter().any(last) {
        return true;
    }
    let (Some(word), Some(token)) = (words.get(behind), sentence.tokens.get(behind)) else {
        return false;
    };
    if bare.before.contains(word) {
        return true;
    }
    let lemmas = pack.inflection().lemmas(word, Some(Upos::Verb));
    let verbal = |lemma: &String| pack.triggers().phrases(lemma).iter().any(|p| p.verbal);
    let verb = token.span.of(text) == word && lemmas.first().is_some_and(verbal);
    let noun = || {
        let next = sentence.tokens.get(behind + 1)?;
        let form = next.span.of(text);
        if form.starts_with(char::is_uppercase) {
            let named = overlapping(mentions, |m| m.span, next.span).next();
            return Some(named.is_none() && pack.language().nouns_capitalized);
        }
        Some(bare.noun_endings.iter().any(|e| form.ends_with(e.as_str())))
    };
    verb && !noun().unwrap_or_default()
}

/// "The 44-year-old": somebody who is told by his age, and the tokens of the phrase.
fn aged(
    text: &str,
    (index, sentence): (usize, &Sentence),
    (words, at): (&[String], usize),
    table: &Coreference,
) -> Option<(usize, Mention)> {
    let first = words.get(at)?;
    if !first.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tokens = sentence.tokens.get(at..)?;
    let start = tokens.first()?.span.start;
    let rest = text.get(start as usize..sentence.span.end as usize)?;
    let (bytes, number) = table.ages.at(rest)?;
    let span = Span {
        start,
        end: start + u32::try_from(bytes).ok()?,
    };
    let length = 1 + tokens.iter().position(|t| t.span.end == span.end)?;
    let word = |i: Option<usize>| i.and_then(|i| words.get(i)).map_or("", String::as_str);
    let fits = table
        .ages
        .fits(word(at.checked_sub(1)), word(Some(at + length)));
    let aged = Mention {
        evidence: vec![PRONOUN.to_owned(), format!("{AGE}{number}")],
        ..blank(span, index, EntityClass::Person)
    };
    fits.then_some((length, aged))
}

/// Evidence of somebody told by his age; the years follow.
const AGE: &str = "age ";

/// The age by which a mention tells somebody.
pub(super) fn age_of(mention: &Mention) -> Option<&str> {
    mention.evidence.iter().find_map(|e| e.strip_prefix(AGE))
}

/// The pronoun or class noun that a word is; `written` gives a token as it is written; `before_name`: does a capital follow?
fn single<'t>(
    (span, sentence): (Span, usize),
    standin: &Standin,
    (words, at): (&[String], usize),
    (written, before_name): (&dyn Fn(usize) -> &'t str, impl Fn() -> bool),
    (table, around): (&Coreference, &Around<'_>),
) -> Option<Mention> {
    if let Some(pronoun) = table.pronoun_of(standin) {
        let comma = |n: usize| at.checked_sub(n).is_some_and(|b| written(b) == ",");
        if pronoun.demonstrative && (at < 2 || comma(1) || comma(2)) {
            return None;
        }
        let before = at.checked_sub(1);
        let verb = before.is_some_and(|b| (around.is_verb)(b, &pronoun.behind));
        if !pronoun.behind.is_empty() && !verb {
            return None;
        }
        let unowning = pronoun.unowning.as_ref();
        if unowning.is_some_and(|u| !u.holds(written(at + 1), written(at + 2))) {
            return None;
        }
        return Some(Mention {
            gender: Some(pronoun.gender),
            plural: pronoun.plural,
            evidence: std::iter::once(if pronoun.shown_by_verb { OPEN } else { PRONOUN })
                .chain(unowning.map(|_| UNOWNING))
                .map(str::to_owned)
                .collect(),
            ..blank(span, sentence, pronoun.class)
        });
    }
    let meets = table.is_counterpart(standin, words, at, around);
    if (meets || table.is_reception(standin, words, at, around)) && !before_name() {
        let side = if meets { COUNTERPART } else { RECEPTION };
        return Some(Mention {
            evidence: vec![side.to_owned()],
            ..blank(span, sentence, EntityClass::Person)
        });
    }
    if table.is_definite_reception(standin, words, at) && !before_name() {
        return Some(Mention {
            evidence: vec![RECEPTION.to_owned(), DEFINITE.to_owned()],
            ..blank(span, sentence, EntityClass::Person)
        });
    }
    if table.is_latter(standin, words, at) && !before_name() {
        return Some(Mention {
            gender: table.latter.gender,
            evidence: vec![LATTER.to_owned()],
            ..blank(span, sentence, EntityClass::Person)
        });
    }
    if let Some(traits) = table.epithet(standin, words, at)
        && !before_name()
    {
        let lists = traits.iter().map(|list| list.join(" "));
        return Some(Mention {
            evidence: std::iter::once(EPITHET.to_owned()).chain(lists).collect(),
            ..blank(span, sentence, EntityClass::Country)
        });
    }
    let place = table.nominal(standin, words, at, around)?;
    let noun = table.nominals.get(place)?;
    let class = noun.classes.first()?;
    let land = noun.classes == [EntityClass::Country];
    if (land || noun.is_person()) && before_name() {
        return None;
    }
    Some(Mention {
        evidence: vec![format!("{NOMINAL}{place}")],
        ..blank(span, sentence, *class)
    })
}

/// Evidence of a pronoun for one person.
pub(super) const PRONOUN: &str = "pronoun";
/// Evidence of a pronoun that often stands for no one person.
const OPEN: &str = "pronoun of one or several";
/// Evidence of a phrase for two or more; how many follows as evidence of its own.
pub(in crate::resolve) const PAIR: &str = "pair";
/// Evidence of a phrase for holders of an office.
const OFFICES: &str = "offices";
/// Evidence of a noun for the other side of a meeting.
pub(super) const COUNTERPART: &str = "counterpart";
/// Evidence of a noun for the other side of a visit.
pub(super) const RECEPTION: &str = "reception";
/// Evidence of such a noun that only its article tells to be somebody told of.
pub(super) const DEFINITE: &str = "definite";
/// What the phrase takes up, if it is one for several.
pub(in crate::resolve) fn several(mention: &Mention) -> Option<Taken> {
    let [first, count, told @ ..] = mention.evidence.as_slice() else {
        return None;
    };
    let count = count.parse().ok().filter(|_| first == PAIR)?;
    Some(Taken {
        class: Some(mention.class).filter(|c| *c != EntityClass::Group),
        count,
        offices: told.iter().any(|e| e == OFFICES),
        bare: told.iter().any(|e| e == BARE),
    })
}
/// Evidence of a word for the one named last.
pub(super) const LATTER: &str = "the one named last";
/// Evidence of a noun for a state by where it lies; lists of traits follow.
const EPITHET: &str = "epithet";

/// The lists of traits, separated by spaces, of each of which the state that a noun means must have one.
pub(super) fn traits_of(mention: &Mention) -> Option<&[String]> {
    let (first, lists) = mention.evidence.split_first()?;
    (first == EPITHET).then_some(lists)
}

/// A mention that says no more than where it stands and what it may stand for.
pub(super) fn blank(span: Span, sentence: usize, class: EntityClass) -> Mention {
    Mention {
        span,
        sentence,
        class,
        form: MentionForm::Pronoun,
        entry: None,
        country: None,
        sector: None,
        gender: None,
        plural: false,
        role: None,
        phrase: None,
        evidence: Vec::new(),
        confidence: 0.6,
    }
}
