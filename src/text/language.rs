//! Which language a text is in: small words of our packs and of others, and a character model as a second voice.
//!
//! In: text, and the language of the document around it. Out: a two-letter code or `None`. Invariant: no guess on a text without evidence; same text, same answer.

use crate::lexicon::Lexicon;
use crate::lexicon::language::SmallWords;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// How many bytes are looked at.
pub const SAMPLE: usize = 6000;

/// Scores each language: a word counts 1, less if several languages have it.
fn scores<'l>(table: &'l SmallWords, text: &str) -> (BTreeMap<&'l str, f32>, usize) {
    let mut sums = vec![0.0_f32; table.len()];
    let mut n = 0;
    let mut lower = String::new();
    for word in text.split(|c: char| !c.is_alphabetic()) {
        if word.is_empty() || word.len() > 24 {
            continue;
        }
        n += 1;
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(word.chars().flat_map(char::to_lowercase));
        }
        let languages = table.languages(&lower);
        let weight = 1.0 / (languages.len() as f32).sqrt();
        for &language in languages {
            if let Some(sum) = sums.get_mut(usize::from(language)) {
                *sum += weight;
            }
        }
    }
    let met = (0u8..).zip(sums).filter(|(_, sum)| *sum > 0.0);
    let scores = met.filter_map(|(language, sum)| Some((table.code(language)?, sum)));
    (scores.collect(), n)
}

/// What the language of the document around a text speaks for it.
const PRIOR: f32 = 2.0;

/// Up to how many words a text without a document around it is too short for small words and characters to tell its language.
const SHORT: usize = 8;

/// How many words of a short text each of our packs knows as verbs or nouns of acts, as weekdays or months: "Blinken warns Iran" has no small word.
fn vocabulary<'l>(lexicon: &'l Lexicon, text: &str) -> Vec<(&'l str, f32)> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let words: Vec<String> = words
        .filter(|w| w.chars().count() > 2)
        .map(str::to_lowercase)
        .collect();
    let known = |pack: &crate::lexicon::pack::Pack, word: &String| {
        let lemmas = pack.inflection().lemmas(word, None);
        let acts = lemmas
            .iter()
            .any(|l| !pack.triggers().phrases(l).is_empty());
        let language = pack.language();
        let mut days = language.weekdays.iter().chain(&language.months).flatten();
        acts || days.any(|d| d == word)
    };
    let all = lexicon.packs();
    all.map(|pack| {
        let count = words.iter().filter(|w| known(pack, w)).count();
        (pack.code.as_str(), count as f32)
    })
    .collect()
}

/// Tells the language of `text`; `prior` is the language of the document it stands in.
pub fn identify(text: &str, prior: Option<&str>, lexicon: &Lexicon) -> Option<String> {
    identify_in(text, || prior.map(str::to_owned), lexicon)
}

/// As [`identify`]; the document's language is asked for only where it can make a difference.
pub fn identify_in(
    text: &str,
    prior: impl FnOnce() -> Option<String>,
    lexicon: &Lexicon,
) -> Option<String> {
    let around;
    let text = sample(text);
    let (mut scores, words) = scores(lexicon.small_words(), text);
    if words == 0 {
        return prior();
    }
    // The model is asked only where its voice and the document's together could still put another language first.
    let voice = 0.5 + words as f32 * 0.04;
    if text.len() >= 16
        && !leads_by(&scores, (voice + PRIOR) * 1.01)
        && let Some(code) = model(text)
    {
        // A language of which the text has not one small word, while it has some of another, is a weak guess.
        let strange = !scores.contains_key(code) && !scores.is_empty();
        let share = if strange { 0.5 } else { 1.0 };
        *scores.entry(code).or_insert(0.0) += share * voice;
    }
    // Is one language so far ahead that no prior could put another before it?
    if !leads_by(&scores, PRIOR * 1.01) {
        around = prior();
        if let Some(prior) = around.as_deref() {
            *scores.entry(prior).or_insert(0.0) += PRIOR;
        } else if words <= SHORT {
            for (code, known) in vocabulary(lexicon, text) {
                *scores.entry(code).or_insert(0.0) += known;
            }
        }
    }
    // Of equals one that we can read.
    let ours = |code: &str| lexicon.pack(code).is_some();
    let best = scores.iter().max_by(|a, b| {
        let pack = || ours(a.0).cmp(&ours(b.0));
        a.1.total_cmp(b.1).then_with(pack).then(b.0.cmp(a.0))
    })?;
    (*best.1 > 0.4).then(|| (*best.0).to_owned())
}

/// Is one language further ahead of all others than `lead`?
fn leads_by(scores: &BTreeMap<&str, f32>, lead: f32) -> bool {
    let (mut best, mut second) = (0.0_f32, 0.0_f32);
    for &score in scores.values() {
        if score > best {
            second = best;
            best = score;
        } else {
            second = second.max(score);
        }
    }
    best - second > lead
}

/// Cuts at a character boundary.
pub fn sample(text: &str) -> &str {
    let mut end = SAMPLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The character model's answer as a two-letter code.
fn model(text: &str) -> Option<&'static str> {
    use whichlang::Lang;
    static CODES: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let pairs = [
            (Lang::Ara, "ar"),
            (Lang::Cmn, "zh"),
            (Lang::Deu, "de"),
            (Lang::Eng, "en"),
            (Lang::Fra, "fr"),
            (Lang::Hin, "hi"),
            (Lang::Ita, "it"),
            (Lang::Jpn, "ja"),
            (Lang::Kor, "ko"),
            (Lang::Nld, "nl"),
            (Lang::Por, "pt"),
            (Lang::Rus, "ru"),
            (Lang::Spa, "es"),
            (Lang::Swe, "sv"),
            (Lang::Tur, "tr"),
            (Lang::Vie, "vi"),
        ];
        pairs
            .into_iter()
            .map(|(l, c)| (l.three_letter_code(), c))
            .collect()
    });
    codes
        .get(whichlang::detect_language(text).three_letter_code())
        .copied()
}

/// Reads a language code as a source writes it ("sv-SE", "de_AT", "en"); `None` if it is no code.
pub fn code(written: &str) -> Option<String> {
    let code: String = written
        .trim()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    (code.len() == 2).then(|| code.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_follow_the_document_and_long_ones_speak_for_themselves() {
        let Ok(lexicon) = Lexicon::open(None) else {
            return;
        };
        let check = |text: &str, prior: Option<&str>, want: &str| {
            assert_eq!(
                identify(text, prior, &lexicon).as_deref(),
                Some(want),
                "{text}"
            );
        };
        check(
            "Ministrarna möttes i Wien för att tala om gasen.",
            None,
            "sv",
        );
        check(
            "Die Minister trafen sich in Wien, um über das Gas zu reden.",
            None,
            "de",
        );
        check("The ministers met in Vienna to talk about gas.", None, "en");
        check(
            "Ministrene mødtes i Wien for at tale om gassen, og de blev ikke enige.",
            None,
            "da",
        );
        check(
            "Les ministres se sont réunis à Vienne pour parler du gaz.",
            None,
            "fr",
        );
        check(
            "Министры встретились в Вене, чтобы обсудить газ.",
            None,
            "ru",
        );
        check("Trump – Putin", Some("sv"), "sv");
        check("Putin met Erdogan on Tuesday.", None, "en");
        check("Blinken warns Iran.", None, "en");
        check("Scholz besucht Kenia.", None, "de");
        check("Stubb varnar Kina.", None, "sv");
        check("Les ministres se sont réunis à Vienne.", None, "fr");
        check("Rutte bezoekt Kiev.", None, "nl");
        check(
            "Frankrikes president besökte på fredagen Marocko.",
            None,
            "sv",
        );
        assert_eq!(identify("", None, &lexicon), None);
        assert_eq!(code("sv-SE").as_deref(), Some("sv"));
        assert_eq!(code("Swedish"), None);
    }
}
