//! Do two written names mean the same person? A verdict, a score and the reasons.
//!
//! In: two names and what is known beside them. Out: [`Comparison`]. Invariants: symmetric; one path for every pair, always explained;
//! a word that contradicts on both sides is never outvoted. Does not: look at other names of the article. Method: docs/quality/names.md.

mod eastern;

use super::beside::{Beside, LANES};
use super::distance::{LEAST_GAP, LONGEST, distance};
pub use super::memo::Memo;
use super::normalize::{Form, Name, Word, parse, word};
use crate::lexicon::attested::Standing;
use crate::lexicon::romanization::NameTables;
use eastern::{japanese, korean, mandarin};
use std::sync::Arc;

/// What is known beside the two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// Both hold the same role of the same country at a compatible time, or stand in one article with the same title.
    pub same_role: bool,
    /// Both are in one article, where a bare surname takes up a full name.
    pub same_article: bool,
}

/// The verdict on a pair of names.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Same bearer?
    pub same: bool,
    /// How alike, in [0,1]; pairs above [`ACCEPT`] are the same.
    pub score: f32,
    /// Word by word, why.
    pub reasons: Vec<String>,
}

/// Score from which two names are one.
pub const ACCEPT: f32 = 0.85;
/// Score from which a pair is worth a question to a person.
pub const UNCERTAIN: f32 = 0.72;
/// Most that a pair can score of which a word contradicts, less what the word falls short of.
const CONTRADICTED: f32 = ACCEPT - 0.05;
/// Most that a single word can score against several outside their article.
const BARE: f32 = 0.6;
/// Least similarity of two words that may stand for each other, for short words and for long surnames.
const WORD: f32 = 0.84;
const LONG_WORD: f32 = 0.80;
/// Words less alike than this have nothing in common; how little is not worked out.
const UNLIKE: f32 = 0.4;
/// Share of what is missing that one consonant skeleton makes up for.
const SKELETON: f32 = 0.3;
/// In spelled surnames up to this length one letter makes another family, and this is how alike the two are at most.
const SHORT_SPELLED: usize = 6;
const OTHER_FAMILY: f32 = 0.80;
/// Words of this many letters may hold one typing error, one if neither word is known, or two.
const SHORTEST_SLIP: usize = 4;
const SHORTEST_RARE_SLIP: usize = 6;
const SHORTEST_TWO_SLIPS: usize = 9;
/// The same for a given name when the role agrees.
const WORD_IN_ROLE: f32 = 0.70;

/// Compares two written person names.
///
/// Input: any script, with or without titles, either order. Output: verdict with reasons.
pub fn compare(a: &str, b: &str, context: Context, tables: &NameTables) -> Comparison {
    compare_names(&parse(a, tables), &parse(b, tables), context, tables)
}

/// Compares two parsed names; see [`compare`].
pub fn compare_names(a: &Name, b: &Name, context: Context, tables: &NameTables) -> Comparison {
    compare_with(a, b, context, tables, &mut Memo::new())
}

/// Compares two parsed names and remembers the similarity of their words. Scores below what matters to the [`Memo`] come out as some other number below
/// it; the others are those of [`compare_names`].
pub fn compare_with(
    a: &Name,
    b: &Name,
    context: Context,
    tables: &NameTables,
    memo: &mut Memo,
) -> Comparison {
    if a.words.is_empty() || b.words.is_empty() {
        return refused("nothing but titles");
    }
    if a.generation != b.generation {
        return refused("one is junior, senior or numbered, the other is not");
    }
    if let Some(verdict) = japanese(a, b, tables).or_else(|| japanese(b, a, tables)) {
        return verdict;
    }
    if let Some(verdict) = mandarin(a, b).or_else(|| korean(a, b)) {
        return verdict;
    }
    let (short, long) = if (a.words.len(), &a.words.first().map(|w| &w.text))
        <= (b.words.len(), &b.words.first().map(|w| &w.text))
    {
        (a, b)
    } else {
        (b, a)
    };
    let mut best = align(short, long, context, tables, memo);
    if best.score < ACCEPT {
        for (x, y) in [(short, long), (long, short)] {
            for whole in with_particles(x, tables) {
                let (s, l) = if whole.words.len() <= y.words.len() {
                    (&whole, y)
                } else {
                    (y, &whole)
                };
                best = better(best, align(s, l, context, tables, memo));
            }
        }
        if long.words.len() > short.words.len() {
            for joined in joinings(long) {
                best = better(best, align(short, &joined, context, tables, memo));
            }
        }
        let bare = short.words.len() == 2 && !context.same_article;
        if !bare || memo.least().is_none_or(|least| least <= BARE) {
            for joined in joinings(short) {
                best = better(best, align(&joined, long, context, tables, memo));
            }
        }
    }
    best
}

fn better(a: Comparison, b: Comparison) -> Comparison {
    if b.score > a.score { b } else { a }
}

fn refused(reason: &str) -> Comparison {
    Comparison {
        same: false,
        score: 0.0,
        reasons: vec![reason.to_owned()],
    }
}

/// Every way to write two neighboring words as one ("Jong Un", "Jongun").
fn joinings(name: &Name) -> Vec<Name> {
    let mut out = Vec::new();
    if name.words.len() < 2 || name.words.len() > 5 {
        return out;
    }
    for at in 0..name.words.len() - 1 {
        let (Some(left), Some(right)) = (name.words.get(at), name.words.get(at + 1)) else {
            continue;
        };
        if left.initial || right.initial {
            continue;
        }
        let mut words = name.words.clone();
        words.remove(at + 1);
        if let Some(place) = words.get_mut(at) {
            *place = Arc::new(join(left, right));
        }
        out.push(Name {
            words,
            ..name.clone()
        });
    }
    out
}

/// The name with each particle written as one with the word behind it ("De Croo", "Decroo").
fn with_particles(name: &Name, tables: &NameTables) -> Vec<Name> {
    let whole = |(at, particle): &(usize, String)| {
        let behind = name.words.get(*at)?;
        let mut words = name.words.clone();
        *words.get_mut(*at)? = Arc::new(word(&format!("{particle}{}", behind.text), tables)?);
        Some(Name {
            words,
            ..name.clone()
        })
    };
    name.particles.iter().filter_map(whole).collect()
}

fn join(left: &Word, right: &Word) -> Word {
    let pairs = left.forms.iter().zip(&right.forms);
    Word {
        id: 0,
        joined: true,
        text: format!("{}{}", left.text, right.text),
        ascii: format!("{}{}", left.ascii, right.ascii),
        initial: false,
        patronymic: false,
        forms: pairs
            .map(|(l, r)| Form {
                vowelless: l.vowelless || r.vowelless,
                skeleton: format!("{}{}", l.skeleton, r.skeleton.trim_start_matches('A')),
                sound: format!("{}{}", l.sound, r.sound),
            })
            .collect(),
        korean: format!("{}{}", left.korean, right.korean),
        groups: Vec::new(),
        standing: Standing::default(),
    }
}

/// How two given names are alike that are national or short forms of one.
pub(super) const RELATED: &str = "forms of one given name";
/// Similarity from which a surname is the same whatever the given name is.
const SURE_SURNAME: f32 = 0.9;
/// How two words are alike that are the same to the letter.
const EQUAL: &str = "equal";

/// One word of the shorter name and its partner.
struct Pair {
    short: usize,
    long: usize,
    score: f32,
    how: &'static str,
}

/// Pairs the words of the shorter name with those of the longer and judges the whole.
fn align(
    short: &Name,
    long: &Name,
    context: Context,
    tables: &NameTables,
    memo: &mut Memo,
) -> Comparison {
    let Some(pairs) = assign(short, long, context, tables, memo) else {
        return refused("a word has no partner that is alike enough");
    };
    let mut reasons: Vec<String> = pairs.iter().map(|p| note(p, short, long)).collect();
    let (n, m) = (short.words.len(), long.words.len());
    let scores: Vec<f32> = pairs.iter().map(|p| p.score).collect();
    let least = scores.iter().copied().fold(1.0, f32::min);
    let mean = scores.iter().sum::<f32>() / n as f32;
    let mut score = if pairs.len() < n {
        mean.min(0.5)
    } else {
        0.5 * least + 0.5 * mean
    };
    if n == 1 {
        return single(short, long, &pairs, context, score, reasons);
    }
    let in_order = pairs
        .windows(2)
        .all(|w| matches!(w, [x, y] if x.long < y.long));
    if !in_order {
        score -= 0.02;
        reasons.push("the words stand in another order".to_owned());
    }
    let left_over: Vec<usize> = (0..m)
        .filter(|i| pairs.iter().all(|p| p.long != *i))
        .collect();
    score -= left_over_penalty(short, long, &pairs, &left_over, tables, &mut reasons);
    let full = pairs
        .iter()
        .filter(|p| !initial(short, p.short) && !initial(long, p.long))
        .count();
    let unpaired = |at: usize| pairs.iter().all(|p| p.long != at);
    let lent = |p: &Pair| p.short + 1 == n && !initial(short, p.short) && initial(long, p.long);
    if unpaired(m - 1) && pairs.iter().any(lent) {
        score -= 0.2;
        reasons.push("a surname is no middle initial".to_owned());
    }
    if unpaired(m - 1) && pairs.iter().all(|p| is_given(p, short, long)) {
        score = score.min(CONTRADICTED);
        reasons.push("given names alone".to_owned());
    }
    let related = |p: &Pair| p.how == RELATED;
    let loose = |p: &Pair| p.short + 1 == n && p.score < SURE_SURNAME;
    if pairs.iter().any(related) && pairs.iter().any(loose) {
        score = score.min(CONTRADICTED);
        reasons.push("neither given name nor surname is the same".to_owned());
    }
    if full == 0 {
        score -= 0.2;
        reasons.push("only initials agree".to_owned());
    }
    let short_of = pairs
        .iter()
        .map(|p| bar(p, short, long, context) - p.score)
        .fold(0.0, f32::max);
    if short_of > 0.0 {
        score = score.min(CONTRADICTED - short_of);
        reasons.push("a word contradicts".to_owned());
    } else if context.same_role {
        score += 0.08;
        reasons.push("the same role speaks for it".to_owned());
    }
    let score = score.clamp(0.0, 1.0);
    Comparison {
        same: score >= ACCEPT,
        score,
        reasons,
    }
}

/// Are both words known as given names, or the first word once more?
fn is_given(pair: &Pair, short: &Name, long: &Name) -> bool {
    let given = |n: &Name, at: usize| {
        let first = n.words.first();
        n.words.get(at).is_some_and(|w| {
            !w.groups.is_empty() || at > 0 && first.is_some_and(|f| f.ascii == w.ascii)
        })
    };
    given(short, pair.short) && given(long, pair.long)
}

fn initial(name: &Name, at: usize) -> bool {
    name.words.get(at).is_some_and(|w| w.initial)
}

/// The similarity this pair of words must reach.
fn bar(pair: &Pair, short: &Name, long: &Name, context: Context) -> f32 {
    let length = |n: &Name, at: usize| n.words.get(at).map_or(0, |w| w.ascii.len());
    let surname = pair.long + 1 == long.words.len() || pair.short + 1 == short.words.len();
    match () {
        () if context.same_role && !surname => WORD_IN_ROLE,
        () if surname && length(short, pair.short).min(length(long, pair.long)) >= 9 => LONG_WORD,
        () => WORD,
    }
}

/// A bare word is the same as a full name only inside one article and only as its surname.
fn single(
    short: &Name,
    long: &Name,
    pairs: &[Pair],
    context: Context,
    score: f32,
    mut reasons: Vec<String>,
) -> Comparison {
    let Some(pair) = pairs.first() else {
        return refused("no word in common");
    };
    let is_last = pair.long + 1 == long.words.len();
    if long.words.len() == 1 {
        let same = score >= 0.9;
        return Comparison {
            same,
            score,
            reasons,
        };
    }
    if context.same_article && is_last && pair.score >= 0.88 && !initial(short, 0) {
        reasons.push("a bare surname takes up the full name in one article".to_owned());
        return Comparison {
            same: true,
            score: score.max(ACCEPT),
            reasons,
        };
    }
    reasons.push("a single word does not tell which bearer is meant".to_owned());
    Comparison {
        same: false,
        score: score.min(BARE),
        reasons,
    }
}

/// What the words of the longer name cost that found no partner.
fn left_over_penalty(
    short: &Name,
    long: &Name,
    pairs: &[Pair],
    left_over: &[usize],
    tables: &NameTables,
    reasons: &mut Vec<String>,
) -> f32 {
    let child = long
        .particles
        .iter()
        .any(|(at, p)| *at == 1 && tables.filiations.contains(p));
    let mut penalty = 0.0;
    let m = long.words.len();
    for &at in left_over {
        let Some(word) = long.words.get(at) else {
            continue;
        };
        let first = at == 0;
        let last = at + 1 == m;
        penalty += match () {
            () if word.initial && pairs.iter().any(|p| p.short > 0 && initial(short, p.short)) => {
                0.16
            }
            () if word.patronymic || word.initial => 0.0,
            () if last && short.words.last().is_some_and(|w| w.patronymic) => 0.2,
            () if last => 0.04,
            () if first && child => 0.2,
            () if first && pairs.iter().any(|p| initial(short, p.short)) => 0.15,
            () if first => 0.05,
            () => 0.01,
        };
        reasons.push(format!("{} has no partner", word.text));
    }
    penalty
}

/// What a pair of words has in common, for people.
fn note(pair: &Pair, short: &Name, long: &Name) -> String {
    let text = |n: &'_ Name, at: usize| n.words.get(at).map_or(String::new(), |w| w.text.clone());
    let (x, y) = (text(short, pair.short), text(long, pair.long));
    format!("{x} ~ {y}: {} {:.2}", pair.how, pair.score)
}

/// How alike words must be for it to matter.
#[derive(Clone, Copy)]
struct Bar {
    /// What is below it may come out as any number below it.
    floor: f32,
    /// Tells bars of one article apart, which all its comparisons share; none for others, whose answers are not kept.
    mark: Option<u8>,
}

impl Bar {
    /// Everything matters.
    const NONE: Self = Self {
        floor: f32::NEG_INFINITY,
        mark: None,
    };

    /// The similarity below which a pair of words pulls the whole name below the least score that matters: no bar is lower than the one taken here.
    fn new(context: Context, memo: &Memo) -> Self {
        let bar = if context.same_role {
            WORD_IN_ROLE.min(LONG_WORD)
        } else {
            LONG_WORD
        };
        // A hundredth is far above what the order of adding changes. No contradicted pair scores above CONTRADICTED.
        let floor = |least: f32| (bar - (CONTRADICTED - least).max(0.0)).min(least) - 0.01;
        let accepting = memo.least() == Some(ACCEPT);
        Self {
            floor: memo.least().map_or(f32::NEG_INFINITY, floor),
            mark: accepting.then_some(u8::from(context.same_role)),
        }
    }
}

/// Assigns each word of the shorter name its best partner; the best pairs first, ties by position. None if a word finds no partner above the floor.
fn assign(
    short: &Name,
    long: &Name,
    context: Context,
    tables: &NameTables,
    memo: &mut Memo,
) -> Option<Vec<Pair>> {
    let (n, m) = (short.words.len(), long.words.len());
    let bar = Bar::new(context, memo);
    let floor = bar.floor;
    // Equal places win ties: "Vladimir Vladimirovich".
    let offset = |i: usize, j: usize| (i as f32 / n as f32 - j as f32 / m as f32).abs();
    let mut pairs = same_places(short, long);
    let known = pairs.len();
    let mut all = Vec::new();
    for (i, x) in short.words.iter().enumerate() {
        if pairs.iter().any(|p| p.short == i) {
            continue;
        }
        let mut best = f32::NEG_INFINITY;
        for (j, y) in long.words.iter().enumerate() {
            if pairs.iter().any(|p| p.long == j) {
                continue;
            }
            let at_end = i + 1 == n && j + 1 == m;
            let (score, how) = memo.likeness((x.id, y.id), at_end, context.same_role, || {
                words(x, y, at_end, bar, tables)
            });
            best = best.max(score);
            all.push((score - 0.001 * offset(i, j), i, j, score, how));
        }
        if best < floor {
            return None;
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, short, long, score, how) in all {
        if pairs.iter().all(|p| p.short != short && p.long != long) {
            pairs.push(Pair {
                short,
                long,
                score,
                how,
            });
        }
    }
    if pairs.iter().skip(known).any(|p| p.score < floor) {
        return None;
    }
    pairs.sort_by_key(|p| p.short);
    Some(pairs)
}

/// Equal words in equal places: nothing scores more, so they are paired whatever the others are like.
fn same_places(short: &Name, long: &Name) -> Vec<Pair> {
    let (n, m) = (short.words.len(), long.words.len());
    let mut pairs = Vec::with_capacity(n);
    for (i, x) in short.words.iter().enumerate() {
        let Some(y) = long.words.get(i * m / n).filter(|_| i * m % n == 0) else {
            continue;
        };
        let equal = x.ascii == y.ascii && x.text == y.text;
        pairs.extend(equal.then(|| Pair {
            short: i,
            long: i * m / n,
            score: 1.0,
            how: EQUAL,
        }));
    }
    pairs
}

/// Similarity of two single words of names, in [0,1]; `surname` tolerates a genitive s and keeps male and female forms apart.
pub fn same_word(a: &Word, b: &Word, surname: bool, tables: &NameTables) -> f32 {
    words(a, b, surname, Bar::NONE, tables).0
}

/// As [`same_word`] for the ends of names, remembered; below what matters to the [`Memo`] any number below it.
pub fn same_end(a: &Word, b: &Word, tables: &NameTables, memo: &mut Memo) -> f32 {
    let bar = Bar::new(Context::default(), memo);
    let work_out = || words(a, b, true, bar, tables);
    memo.likeness((a.id, b.id), true, false, work_out).0
}

/// Similarity of two words of a name and what it rests on; below the bar any number below it. Names of the news come again and again, and so do pairs.
fn words(a: &Word, b: &Word, at_end: bool, bar: Bar, tables: &NameTables) -> (f32, &'static str) {
    let work_out = || worked_out(a, b, at_end, bar.floor, tables);
    // An initial is told by its stop, which its text has lost.
    let Some(mark) = bar.mark.filter(|_| !a.initial && !b.initial) else {
        return work_out();
    };
    let flags = [at_end, a.joined, b.joined];
    let mark = flags.iter().fold(mark, |m, f| m << 1 | u8::from(*f));
    let both = [a.text.as_str(), "\n", b.text.as_str()].concat();
    tables.likeness.ask(&both, mark, work_out)
}

fn worked_out(
    a: &Word,
    b: &Word,
    at_end: bool,
    floor: f32,
    tables: &NameTables,
) -> (f32, &'static str) {
    if a.ascii == b.ascii && a.text == b.text {
        return (1.0, EQUAL);
    }
    if a.ascii == b.ascii && !a.ascii.is_empty() {
        return (0.98, "equal but for signs");
    }
    if a.initial || b.initial {
        return initials(a, b);
    }
    if a.groups.iter().any(|g| b.groups.contains(g)) {
        return (0.95, RELATED);
    }
    let mut best = sound_alike(a, b, floor);
    if at_end {
        for (x, y) in [(a, b), (b, a)] {
            if x.ascii.strip_suffix('s') == Some(y.ascii.as_str()) && y.ascii.len() > 2 {
                best = best.max(0.96);
            }
        }
    }
    if at_end && let Some(most) = settled(a, b, tables) {
        best = best.min(most);
    }
    if !a.groups.is_empty() && !b.groups.is_empty() {
        best -= 0.12;
    } else {
        best = best.max(slip(a, b));
    }
    (gendered(a, b, at_end, best, tables), "sound")
}

/// A typing error: one letter too many, too few, wrong or out of place, where only one of the two words is known as a name, or where both are rare
/// and long. Two letters that changed places make no other name of any two words that are not both known.
fn slip(a: &Word, b: &Word) -> f32 {
    let (least, most) = {
        let (x, y) = (a.ascii.len(), b.ascii.len());
        (x.min(y), x.max(y))
    };
    let known = usize::from(a.standing.attested) + usize::from(b.standing.attested);
    if known == 2 || least < SHORTEST_SLIP || most > least + 2 {
        return 0.0;
    }
    let cost = rapidfuzz::distance::osa::distance(a.ascii.bytes(), b.ascii.bytes());
    let swapped = cost == 1 && least == most && same_letters(&a.ascii, &b.ascii);
    match (cost, known) {
        (1, _) if swapped => 0.87,
        (1, 1) if most > SHORTEST_SLIP => 0.87,
        (1, 0) if least >= SHORTEST_RARE_SLIP => 0.86,
        (2, 1) if least >= SHORTEST_TWO_SLIPS => 0.85,
        _ => 0.0,
    }
}

fn same_letters(a: &str, b: &str) -> bool {
    let sorted = |w: &str| {
        let mut letters = w.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

fn initials(a: &Word, b: &Word) -> (f32, &'static str) {
    let starts = |w: &Word| -> Vec<char> {
        let heads = w
            .forms
            .iter()
            .filter_map(|f| f.sound.chars().next())
            .map(|c| if matches!(c, 'z' | 'c') { 's' } else { c });
        heads.chain(w.ascii.chars().next()).collect()
    };
    let (x, y) = (starts(a), starts(b));
    let vowel_first = |w: &Word| w.ascii.starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    match () {
        () if x.iter().any(|c| y.contains(c)) => (0.91, "initial"),
        // Vowels change with the romanisation: E. for Antony, read off another script.
        () if vowel_first(a) && vowel_first(b) => (0.85, "initial vowel"),
        () => (0.0, "another initial"),
    }
}

/// Surnames that are not transcribed but spelled: those of families known to be confused, and those with an ending of languages written in Latin letters.
/// Returns how alike two such words are at most: by written letters, a vowel like any other; umlauts may be written out or lost.
fn settled(a: &Word, b: &Word, tables: &NameTables) -> Option<f32> {
    if let (Some(x), Some(y)) = (tables.families.get(&a.ascii), tables.families.get(&b.ascii))
        && x.0 == y.0
    {
        return (x.1 != y.1).then_some(UNLIKE);
    }
    let plain = |w: &Word| {
        let latin = w.text.chars().all(|c| c < '\u{250}');
        let ending = |e: &String| w.ascii.ends_with(e.as_str());
        latin && (w.standing.spelled || tables.settled_endings.iter().any(ending))
    };
    if !plain(a) || !plain(b) {
        return None;
    }
    let short = a.ascii.len().max(b.ascii.len()) <= SHORT_SPELLED;
    let alike = |x: &str, y: &str| {
        let length = x.len().max(y.len()).max(1);
        let cost = rapidfuzz::distance::osa::distance(x.bytes(), y.bytes());
        let score = 1.0 - cost as f32 / length as f32;
        if cost > 0 && short {
            score.min(OTHER_FAMILY)
        } else {
            score
        }
    };
    let (x, y) = (written_out(a), written_out(b));
    let (lost, kept) = (alike(&a.ascii, &b.ascii), alike(&x, &y));
    // Two words that both write their signs differ in what the signs say.
    if x != a.ascii && y != b.ascii {
        return Some(lost.min(kept));
    }
    Some(
        lost.max(kept)
            .max(alike(&x, &b.ascii))
            .max(alike(&a.ascii, &y)),
    )
}

/// Umlauts and the like as two letters ("oe").
fn written_out(word: &Word) -> String {
    let mut out = String::new();
    for c in word.text.chars() {
        match c {
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            c => out.push_str(any_ascii::any_ascii_char(c)),
        }
    }
    out.retain(|c| c.is_ascii_alphanumeric());
    out
}

/// Best similarity over the readings of both words; 0 if none is above `floor`.
fn sound_alike(a: &Word, b: &Word, floor: f32) -> f32 {
    let unlike = UNLIKE.max(floor);
    let mut best = unlike;
    let alike = |x: &Form, y: &Form| x.vowelless == y.vowelless;
    for ys in b.forms.chunk_by(alike).flat_map(|run| run.chunks(LANES)) {
        for xs in a.forms.chunk_by(alike) {
            let vowelless = xs.iter().chain(ys).any(|f| f.vowelless);
            let vowel = if vowelless { 0.12 } else { 0.6 };
            // Most words are told apart by their lengths, so the readings are put side by side only when one is worth it.
            let mut beside = None;
            for x in xs {
                best = best_reading(x, ys, vowel, &mut beside, best);
            }
        }
    }
    if best > unlike { best } else { 0.0 }
}

/// The best of `best` and the similarities of a reading to others, which are put in `beside` when first needed.
fn best_reading(
    x: &Form,
    ys: &[Form],
    vowel: f32,
    beside: &mut Option<Beside>,
    mut best: f32,
) -> f32 {
    let measures = |y: &Form| {
        let length = x.sound.len().max(y.sound.len()).max(1) as f32;
        let weight = if length <= 4.0 { 1.4 } else { 1.0 };
        (length, weight)
    };
    let cut = |sound: &str| sound.len().min(LONGEST);
    // Lanes without a limit are not looked at.
    let mut limits = [f32::NEG_INFINITY; LANES];
    let mut skeletons = [false; LANES];
    for ((y, limit), one_skeleton) in ys.iter().zip(&mut limits).zip(&mut skeletons) {
        let (length, weight) = measures(y);
        let gap = x.sound.len().abs_diff(y.sound.len()) as f32;
        if gap * 0.35 / length > 0.45 {
            continue;
        }
        *one_skeleton = x.skeleton == y.skeleton && x.skeleton.len() > 2;
        // Only a better reading counts: what it must reach bounds the work.
        let least = if *one_skeleton {
            (best - SKELETON) / (1.0 - SKELETON)
        } else {
            best
        };
        *limit = (1.0 - least) * length / weight + 1e-3;
        // Each letter too many costs at least this; what stands behind LONGEST is not compared.
        let extra = cut(&x.sound).abs_diff(cut(&y.sound)) as f32;
        if extra * vowel.min(LEAST_GAP) > *limit {
            *limit = f32::NEG_INFINITY;
        }
    }
    if limits.iter().all(|limit| *limit < 0.0) {
        return best;
    }
    let beside =
        beside.get_or_insert_with(|| Beside::new(ys.iter().map(|f| f.sound.as_str()), vowel));
    let distances = beside.distances(&x.sound, &limits);
    let lanes = distances.into_iter().zip(limits).zip(skeletons);
    for (y, ((distance, limit), one_skeleton)) in ys.iter().zip(lanes) {
        let (length, weight) = measures(y);
        let mut score = 1.0 - weight * distance / length;
        if one_skeleton {
            score += SKELETON * (1.0 - score);
        }
        if limit >= 0.0 {
            best = best.max(score);
        }
    }
    best
}

/// Aliyev and Aliyeva are two people, and so are Mario and Maria.
fn gendered(a: &Word, b: &Word, at_end: bool, score: f32, tables: &NameTables) -> f32 {
    let surname = |x: &Word, y: &Word| {
        tables.feminine_endings.iter().any(|(female, male)| {
            x.forms
                .iter()
                .any(|f| f.sound.len() > female.len() + 1 && f.sound.ends_with(female.as_str()))
                && y.forms
                    .iter()
                    .any(|f| f.sound.ends_with(male.as_str()) && !f.sound.ends_with('a'))
        })
    };
    let ends = |w: &Word, c: char| {
        let latin = w.text.chars().all(|c| c < '\u{250}');
        let read = w.forms.first().filter(|_| !latin).map(|f| &f.sound);
        read.unwrap_or(&w.ascii).trim_end_matches('h').ends_with(c)
    };
    let given = |x: &Word, y: &Word| {
        ends(x, 'a') && !ends(y, 'a') && !ends(y, 'e') && !ends(y, 'i') && !ends(y, 'y')
    };
    let apart = if at_end {
        surname(a, b) || surname(b, a)
    } else {
        given(a, b) || given(b, a)
    };
    if apart { score - 0.16 } else { score }
}
