//! A name as written -> its words, each read under every romanisation into one neutral alphabet, with a consonant skeleton.
//!
//! In: the written name. Out: [`Name`]. Invariants: titles, particles and generation marks are told apart from the words that are compared;
//! every form is ASCII. Does not: compare or score. Method: docs/quality/names.md.

use crate::base::recall::Recall;
use crate::lexicon::attested::Standing;
use crate::lexicon::romanization::NameTables;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// One reading of a word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Consonants with sibilants merged; an initial vowel is `A`.
    pub skeleton: String,
    /// Vowels kept, endings levelled.
    pub sound: String,
    /// Comes from a script that leaves short vowels out.
    pub vowelless: bool,
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Number given by an [`Interner`], so that comparisons can be remembered; 0 for none.
    pub id: u32,
    /// Two written words taken as one: its readings are theirs, not those of the letters.
    pub joined: bool,
    /// Lower case, as written.
    pub text: String,
    /// Folded to ASCII lower case, without apostrophes.
    pub ascii: String,
    /// A single letter or letters that stand for several words ("V.").
    pub initial: bool,
    /// Ends like a patronymic.
    pub patronymic: bool,
    /// All readings, sorted, distinct.
    pub forms: Vec<Form>,
    /// The Korean reading, used only between two Korean names.
    pub korean: String,
    /// Groups of given names it belongs to.
    pub groups: Vec<u32>,
    /// Whether it is known as a name and how it is written.
    pub standing: Standing,
}

/// A written name, ready to be compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Name {
    /// The words that count, in writing order; a "Surname, Given" is put in speaking order.
    pub words: Vec<Arc<Word>>,
    /// "junior", "2" …
    pub generation: Option<String>,
    /// Articles stood at these words: "al-Assad".
    pub surname_known: bool,
    /// Particles left out, by the number of the word behind them, as one run: `(1, "bin")`, `(1, "vander")`.
    pub particles: Vec<(usize, String)>,
    /// Mandarin syllables under the systems that can read the whole name: each word's syllables.
    pub syllables: Vec<Vec<Vec<String>>>,
    /// Japanese readings of a name in kanji: each cut into a family and a given name that are both known, with their readings.
    pub japanese: Vec<[Vec<Word>; 2]>,
    /// Number of the Korean family and index of its word, where one of the words is a Korean surname.
    pub korean: Vec<(usize, u32)>,
}

/// Words read before: many names share their words.
#[derive(Debug, Default)]
pub struct Interner {
    words: FxHashMap<String, Option<Arc<Word>>>,
    unnumbered: bool,
}

impl Interner {
    /// Reads words once and gives them no numbers.
    pub fn unnumbered() -> Self {
        Self {
            unnumbered: true,
            ..Self::default()
        }
    }

    /// Reads a word once.
    fn word(&mut self, piece: &str, tables: &NameTables) -> Option<Arc<Word>> {
        if let Some(known) = self.words.get(piece) {
            return known.clone();
        }
        let id = if self.unnumbered {
            0
        } else {
            self.words.len() as u32 + 1
        };
        let numbered = |word: Arc<Word>| {
            Arc::new(Word {
                id,
                ..Word::clone(&word)
            })
        };
        let read = recalled(piece, tables).map(|w| if id == 0 { w } else { numbered(w) });
        self.words.insert(piece.to_owned(), read.clone());
        read
    }
}

/// A word without a number as it was read a moment ago, maybe for another article: the words of names come again and again, and one is read under every
/// romanisation.
fn recalled(piece: &str, tables: &NameTables) -> Option<Arc<Word>> {
    let read = || word(piece, tables).map(Arc::new);
    match tables.of_words(Recall::<Option<Arc<Word>>>::default) {
        Some(known) => known.ask(piece, 0, read),
        None => read(),
    }
}

/// Reads a written name.
///
/// Input: a name with or without title, in any script. Output: its words; empty if nothing but titles is there.
pub fn parse(written: &str, tables: &NameTables) -> Name {
    parse_with(written, tables, &mut Interner::unnumbered())
}

/// Reads a written name, as [`parse`], with words numbered by `interner`.
pub fn parse_with(written: &str, tables: &NameTables, interner: &mut Interner) -> Name {
    let text: String = written
        .nfc()
        .map(|c| if c == 'İ' { 'I' } else { c })
        .collect();
    let (text, surname_known) = speaking_order(&text, tables);
    let mut name = Name {
        surname_known,
        ..Name::default()
    };
    let pieces = pieces(&text, tables);
    let pieces = without_legal_form(pieces, tables);
    let kept = pieces.iter().filter(|p| !is_title(&p.text, tables)).count();
    let mut servant = false;
    for (at, piece) in pieces.iter().enumerate() {
        let lower = piece.text.to_lowercase();
        let bare = lower.trim_end_matches('.');
        if let Some(mark) = tables.generations.get(bare).filter(|mark| {
            // "III Charles", but no "Senior" before a name.
            !name.words.is_empty() || (pieces.len() > 1 && mark.parse::<u8>().is_ok())
        }) {
            name.generation = Some(mark.clone());
            continue;
        }
        let last = at + 1 == pieces.len();
        if pieces.len() > 1 && is_weightless(piece, kept, last, tables) {
            if tables.particles.contains(bare) {
                note_particle(&mut name, bare);
            }
            continue;
        }
        if tables.servants.iter().any(|s| s == bare) && !servant {
            servant = true;
            continue;
        }
        let joined = match tables.servants.first().filter(|_| servant) {
            Some(head) => interner.word(&format!("{head}{bare}"), tables),
            None => interner.word(&piece.text, tables),
        };
        servant = false;
        name.words.extend(joined);
    }
    if servant {
        name.words.extend(
            tables
                .servants
                .first()
                .and_then(|w| interner.word(w, tables)),
        );
    }
    systems(&mut name, tables);
    name.japanese = japanese(written, tables);
    name
}

/// "Tony Lama Co.": a legal form with a stop, or in capitals, behind a name is no initial of somebody.
fn without_legal_form(mut pieces: Vec<Piece>, tables: &NameTables) -> Vec<Piece> {
    let form = |p: &Piece| {
        let bare = p.text.trim_end_matches('.');
        let stopped = bare.len() < p.text.len() && bare.chars().count() > 1;
        let capitals = bare.chars().count() > 1 && bare.chars().all(char::is_uppercase);
        (stopped || capitals) && tables.legal_forms.contains(bare.to_lowercase().as_str())
    };
    if pieces.len() > 2 && pieces.last().is_some_and(form) {
        pieces.pop();
    }
    pieces
}

/// Reads a name in kanji under every cut into a known family and a known given name.
fn japanese(written: &str, tables: &NameTables) -> Vec<[Vec<Word>; 2]> {
    const LONGEST: usize = 6;
    let apart = |c: char| c.is_whitespace() || matches!(c, '·' | '・');
    let letters = written.chars().filter(|c| !apart(*c));
    if !letters.clone().all(is_han) || !(2..=LONGEST).contains(&letters.clone().count()) {
        return Vec::new();
    }
    let words = |part: &str| -> Vec<Word> {
        let readings = tables.kanji.readings(part.trim_matches(apart));
        readings.filter_map(|r| word(r, tables)).collect()
    };
    let cuts = written.char_indices().skip(1);
    let read = cuts.filter_map(|(at, _)| {
        let (family, given) = written.split_at_checked(at)?;
        let read = [words(family), words(given)];
        read.iter().all(|r| !r.is_empty()).then_some(read)
    });
    read.collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn note_particle(name: &mut Name, particle: &str) {
    let next = name.words.len();
    match name.particles.last_mut() {
        Some((at, run)) if *at == next => run.push_str(particle),
        _ => name.particles.push((next, particle.to_owned())),
    }
}

/// A stretch between spaces, hyphens and stops.
struct Piece {
    text: String,
    /// A hyphen follows.
    hyphen: bool,
}

/// Titles, particles and articles say nothing about the bearer; an initial ("E."), a last syllable ("Ching-te") and half of a double name ("Ing-wen") are
/// none of them.
fn is_weightless(piece: &Piece, kept: usize, last: bool, tables: &NameTables) -> bool {
    let lower = piece.text.to_lowercase();
    let bare = lower.trim_end_matches('.');
    let article = piece.hyphen && tables.articles.contains(bare);
    let letter = bare.chars().count() == 1 && (piece.text != lower || piece.text.ends_with('.'));
    let particle = tables.particles.contains(bare) && !letter && !last;
    let title = kept > 1 && !piece.hyphen && is_title(&piece.text, tables);
    article || particle || title
}

fn pieces(text: &str, tables: &NameTables) -> Vec<Piece> {
    let mut out = Vec::new();
    let apart = |c: char| {
        c.is_whitespace() || matches!(c, '·' | '・' | '_' | '/' | '(' | ')' | '"' | '“' | '”')
    };
    for part in text.split(apart) {
        let mut rest = part.split(['-', '‐', '‑', '–']).peekable();
        while let Some(piece) = rest.next() {
            let mut cut = Vec::new();
            split_stops(piece, &mut cut);
            let hyphen = rest.peek().is_some();
            let whole = cut.iter().flat_map(|text| unjoined(text, tables));
            out.extend(whole.map(|text| Piece {
                text: without_prefix(text.to_owned(), tables),
                hyphen,
            }));
        }
    }
    out
}

/// Cuts a particle that a capital parts from its word ("LePen", "DeGaulle").
fn unjoined<'t>(text: &'t str, tables: &NameTables) -> impl Iterator<Item = &'t str> {
    let inner = text.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    let cut = inner
        .map(|(at, _)| text.split_at(at))
        .filter(|(head, tail)| {
            tables.particles.contains(head.to_lowercase().as_str()) && tail.chars().count() > 2
        });
    let (head, tail) = cut.map_or((None, text), |(head, tail)| (Some(head), tail));
    head.into_iter().chain(capitals(tail, text))
}

/// Cuts names written without spaces ("JoséMariaNeves") at their capitals; what is shorter than `HEAD` letters stays with its word ("McCain").
fn capitals<'t>(tail: &'t str, whole: &str) -> Vec<&'t str> {
    const HEAD: usize = 4;
    let mut out = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in tail.char_indices() {
        let piece = tail.get(start..at).unwrap_or_default();
        let rest = tail.get(at..).unwrap_or_default();
        let edge = c.is_uppercase() && before.is_some_and(char::is_lowercase);
        let long = |part: &str, least: usize| part.chars().nth(least - 1).is_some();
        if edge && tail.len() == whole.len() && long(piece, HEAD) && long(rest, 3) {
            out.push(piece);
            start = at;
        }
        before = Some(c);
    }
    out.extend(tail.get(start..));
    out
}

/// Cuts an article that the script writes together with its word.
fn without_prefix(text: String, tables: &NameTables) -> String {
    let cut = |p: &String| {
        text.strip_prefix(p.as_str())
            .filter(|r| r.chars().count() > 2)
            .map(str::to_owned)
    };
    tables.prefixes.iter().find_map(cut).unwrap_or(text)
}

fn is_title(piece: &str, tables: &NameTables) -> bool {
    let lower = piece.to_lowercase();
    tables.titles.contains(lower.as_str()) || tables.titles.contains(lower.trim_end_matches('.'))
}

/// Turns "Putin, Vladimir" round; a generation mark behind a comma stays behind.
fn speaking_order(text: &str, tables: &NameTables) -> (String, bool) {
    let Some((surname, rest)) = text.split_once(',') else {
        return (text.to_owned(), false);
    };
    let mark = rest.trim().to_lowercase();
    if tables.generations.contains_key(mark.trim_end_matches('.')) {
        return (format!("{surname} {rest}"), false);
    }
    (
        format!("{} {}", rest.replace(',', " "), surname.trim()),
        true,
    )
}

/// "E.Blinken" -> "E.", "Blinken"; "習近平"-like runs are read as syllables with capitals and cut there.
fn split_stops(piece: &str, pieces: &mut Vec<String>) {
    let piece =
        piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’');
    if piece.is_empty() {
        return;
    }
    if piece.chars().any(is_east_asian) {
        let mut syllable = String::new();
        for c in any_ascii::any_ascii(piece).chars() {
            if c.is_ascii_uppercase() && !syllable.is_empty() {
                pieces.push(std::mem::take(&mut syllable));
            }
            syllable.push(c);
        }
        pieces.extend(Some(syllable).filter(|s| !s.is_empty()));
        return;
    }
    let mut start = 0;
    for (at, _) in piece.match_indices('.') {
        pieces.extend(
            piece
                .get(start..=at)
                .filter(|p| p.len() > 1)
                .map(str::to_owned),
        );
        start = at + 1;
    }
    pieces.extend(
        piece
            .get(start..)
            .filter(|p| !p.is_empty())
            .map(str::to_owned),
    );
}

fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

pub(super) fn word(piece: &str, tables: &NameTables) -> Option<Word> {
    let text = piece.to_lowercase();
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let count = letters.chars().count();
    if count == 0 {
        return None;
    }
    let ascii: String = any_ascii::any_ascii(&letters)
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let (native, own_script) = native(&letters, tables);
    let vowelless = letters.chars().any(is_abjad);
    let mut forms = BTreeSet::new();
    if own_script {
        forms.insert(form(&native, vowelless, tables));
    } else {
        let readings = tables.readings(&native);
        forms.extend(readings.iter().map(|neutral| form(neutral, false, tables)));
    }
    let patronymic = count > 5
        && forms.iter().any(|f| {
            tables
                .patronymic_endings
                .iter()
                .any(|e| f.sound.len() > e.len() + 1 && f.sound.ends_with(e.as_str()))
        });
    let korean = level_korean(&tables.korean.read(&ascii));
    let initial = count == 1 || (piece.ends_with('.') && count <= 2);
    Some(Word {
        id: 0,
        joined: false,
        groups: tables.given_names.get(&ascii).cloned().unwrap_or_default(),
        standing: tables.attested.standing(&ascii),
        forms: forms.into_iter().collect(),
        text: text.trim_end_matches('.').to_owned(),
        ascii,
        initial,
        patronymic,
        korean,
    })
}

fn level_korean(text: &str) -> String {
    text.replace('j', "i").replace("ii", "i")
}

/// Letters with a value of their own are put into the neutral alphabet; tells whether the word is in a script of its own.
fn native(letters: &str, tables: &NameTables) -> (String, bool) {
    let mut text = letters.to_owned();
    for (from, to) in &tables.letter_groups {
        if text.contains(from.as_str()) {
            text = text.replace(from.as_str(), to);
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut foreign = 0;
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        foreign += usize::from(!is_latin(c));
        if let Some(value) = tables.letters.get(&c) {
            out.push_str(value);
            continue;
        }
        let base = std::iter::once(c).nfd().next().unwrap_or(c);
        match tables.letters.get(&base) {
            Some(value) => out.push_str(value),
            None if base.is_ascii() => out.push(base),
            None => out.push_str(&any_ascii::any_ascii_char(base).to_lowercase()),
        }
    }
    (out, foreign * 2 > letters.chars().count())
}

fn is_abjad(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{77f}')
}

fn is_latin(c: char) -> bool {
    c < '\u{370}' || ('\u{1e00}'..'\u{1f00}').contains(&c)
}

fn form(neutral: &str, vowelless: bool, tables: &NameTables) -> Form {
    Form {
        vowelless,
        skeleton: skeleton(neutral),
        sound: sound(neutral, &tables.endings, vowelless),
    }
}

/// Consonant skeleton: sibilants merged, vowels and glides dropped, `h` inside dropped, an initial vowel kept as `A`.
pub fn skeleton(neutral: &str) -> String {
    let merged = |c: char| match c {
        'S' | 'Z' | 'z' | 's' | 'c' => Some('s'),
        'x' | 'h' => Some('h'),
        'w' | 'v' => Some('v'),
        'q' => Some('k'),
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' => None,
        c if c.is_ascii_alphanumeric() => Some(c),
        _ => None,
    };
    let mut out = String::new();
    if neutral.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'j']) {
        out.push('A');
    }
    let mut previous = None;
    for c in neutral.chars() {
        let consonant = merged(c);
        if let Some(c) = consonant.filter(|_| consonant != previous) {
            out.push(c);
        }
        previous = consonant;
    }
    if out.len() > 3 {
        let mut chars = out.chars();
        let head = chars.next();
        let body: String = chars.filter(|c| *c != 'h').collect();
        out = head.into_iter().chain(body.chars()).collect();
    }
    out
}

/// Doubled letters count once, unless a vowel that is not written may stand between them.
fn sound(neutral: &str, endings: &[(String, String)], vowelless: bool) -> String {
    let mut text = neutral.to_owned();
    if let Some((from, to)) = endings
        .iter()
        .find(|(from, _)| text.len() > from.len() + 1 && text.ends_with(from.as_str()))
    {
        text.truncate(text.len() - from.len());
        text.push_str(to);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            'j' | 'y' => 'i',
            'q' => 'k',
            'w' => 'v',
            c => c,
        };
        if vowelless || !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Notes the East Asian systems that can read the whole name.
fn systems(name: &mut Name, tables: &NameTables) {
    if (2..=4).contains(&name.words.len()) {
        for system in [&tables.chinese.pinyin, &tables.chinese.wade_giles] {
            let read: Option<Vec<_>> = name.words.iter().map(|w| system.read(&w.ascii)).collect();
            if let Some(read) =
                read.filter(|r| (2..=4).contains(&r.iter().map(Vec::len).sum::<usize>()))
            {
                name.syllables.push(read);
            }
        }
        let family =
            |(i, w): (usize, &Arc<Word>)| tables.korean_surnames.get(&w.ascii).map(|n| (i, *n));
        name.korean = name.words.iter().enumerate().filter_map(family).collect();
    }
}
