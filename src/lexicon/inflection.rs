//! `languages/<code>/inflection.ron`: surface forms -> lemmas by irregular words, verb prefixes, suffix rules and compound heads.
//!
//! In: RON. Out: [`Inflection`]. Invariants: a lookup allocates nothing but its answers and runs no regular expression; the last resort is the form itself.
//! Does not: choose by context; several lemmas are several answers, best first.

use super::embed::{DataError, DataFiles};
use crate::base::analysis::Upos;
use crate::base::recall::Recall;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::Arc;

/// A set of forms that words build alike; `"{1-2}na"` is principal part 1 without its last two letters, then "na".
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paradigm {
    name: String,
    upos: Upos,
    forms: Vec<String>,
    /// Finite forms of the past among them, where no ending tells them.
    #[serde(default)]
    past: Vec<String>,
}

/// Words of one paradigm: principal parts apart by spaces, the lemma first, "-" for a part that is missing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    paradigm: String,
    words: Vec<String>,
}

/// One suffix rule: cut `suffix`, put each of `lemma`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SuffixRule {
    suffix: String,
    lemma: Vec<String>,
    upos: Vec<Upos>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InflectionFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    paradigms: Vec<Paradigm>,
    words: Vec<Words>,
    /// "form lemma" pairs outside all paradigms.
    forms: Vec<String>,
    suffixes: Vec<SuffixRule>,
    /// Verb prefixes; behind one the rest is looked up as a verb.
    prefixes: Vec<String>,
    /// Infix of the infinitive behind a prefix (German "zu"); empty if the language has none.
    infinitive_infix: String,
    /// Prefix of the participle that prefixed verbs lack (German "ge"); empty if the language has none.
    participle_prefix: String,
    /// Vowels that inflection changes: (changed, plain).
    umlauts: Vec<(String, String)>,
    /// Lemmas that are known to be words; they go first.
    known: Vec<String>,
    /// Nouns that compounds end in.
    heads: Vec<String>,
    /// Letters a stem keeps at least.
    shortest_stem: usize,
}

/// The past forms that no ending tells.
#[derive(Debug, Clone, Default)]
pub struct Pasts {
    forms: FxHashSet<String>,
    prefixes: Vec<String>,
    infix: String,
}

impl Pasts {
    /// Tells whether a form in small letters is a past of a verb that the table lists, alone or behind a prefix ("griff", "angriff").
    pub fn contains(&self, form: &str) -> bool {
        let known = |f: &str| self.forms.contains(f);
        let behind = |p: &String| form.strip_prefix(p.as_str()).is_some_and(known);
        known(form) || !self.forms.is_empty() && self.prefixes.iter().any(behind)
    }

    /// Tells whether the mark of the infinitive stands between a prefix and a verb of at least `shortest` bytes ("aufzunehmen").
    pub fn marked(&self, form: &str, shortest: usize) -> bool {
        let behind = |p: &String| {
            let verb = form.strip_prefix(p.as_str())?.strip_prefix(&self.infix)?;
            (verb.len() >= shortest && verb.ends_with('n')).then_some(())
        };
        !self.infix.is_empty() && self.prefixes.iter().any(|p| behind(p).is_some())
    }
}

/// The compiled table.
#[derive(Debug, Clone, Default)]
pub struct Inflection {
    irregular: FxHashMap<String, Vec<(String, Upos)>>,
    suffixes: FxHashMap<String, Vec<SuffixRule>>,
    longest_suffix: usize,
    prefixes: Vec<String>,
    infix: String,
    participle: String,
    umlauts: Vec<(String, String)>,
    known: FxHashSet<String>,
    heads: FxHashSet<String>,
    shortest_stem: usize,
    pasts: Pasts,
    recall: Recall<Arc<[String]>>,
}

/// Longer forms are not words.
const LONGEST_FORM: usize = 64;
/// Shortest compound head in bytes, and shortest part before it.
const HEAD: (usize, usize) = (3, 3);

impl Inflection {
    /// Reads and compiles the table.
    ///
    /// # Errors
    /// [`DataError`] naming the entry at fault.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let file = files.ron::<InflectionFile>(path)?;
        let invalid = |entry: &str, message: &str| DataError::Invalid {
            path: path.to_owned(),
            entry: entry.to_owned(),
            message: message.to_owned(),
        };
        let mut table = Self {
            prefixes: file.prefixes,
            infix: file.infinitive_infix,
            participle: file.participle_prefix,
            umlauts: file.umlauts,
            known: file.known.into_iter().collect(),
            heads: file.heads.into_iter().collect(),
            shortest_stem: file.shortest_stem,
            ..Self::default()
        };
        table.prefixes.sort_by_key(|p| std::cmp::Reverse(p.len()));
        table.known.extend(table.heads.iter().cloned());
        for pair in &file.forms {
            let (form, lemma) = pair
                .split_once(' ')
                .ok_or_else(|| invalid(pair, "expected \"form lemma\""))?;
            table.add(form, lemma, Upos::X);
        }
        for words in &file.words {
            let paradigm = file.paradigms.iter().find(|p| p.name == words.paradigm);
            let paradigm =
                paradigm.ok_or_else(|| invalid(&words.paradigm, "there is no such paradigm"))?;
            for word in &words.words {
                let parts: Vec<&str> = word.split(' ').collect();
                for form in &paradigm.forms {
                    let made = made(form, &parts).ok_or_else(|| {
                        invalid(form, "expected {part}, {part-letters} and letters")
                    })?;
                    if let (Some(made), Some(lemma)) = (made, parts.first()) {
                        table.add(&made, lemma, paradigm.upos);
                    }
                }
                let pasts = paradigm.past.iter().filter_map(|f| made(f, &parts)?);
                // "cut", "set" may be either.
                let told = pasts.filter(|p| Some(p.as_str()) != parts.first().copied());
                table.pasts.forms.extend(told);
            }
        }
        table.pasts.prefixes.clone_from(&table.prefixes);
        table.pasts.infix.clone_from(&table.infix);
        for suffix in file.suffixes {
            table.longest_suffix = table.longest_suffix.max(suffix.suffix.len());
            table
                .suffixes
                .entry(suffix.suffix.clone())
                .or_default()
                .push(suffix);
        }
        Ok(table)
    }

    fn add(&mut self, form: &str, lemma: &str, upos: Upos) {
        self.known.insert(lemma.to_owned());
        let entry = self.irregular.entry(form.to_owned()).or_default();
        if !entry.iter().any(|e| e.0 == lemma && e.1 == upos) {
            entry.push((lemma.to_owned(), upos));
        }
    }

    /// Returns the lemmas of a form, best first, in lower case; the form itself if nothing is known.
    ///
    /// Input: a token as written; `upos` narrows the answers where it is given. Order: irregular words, prefixed verbs, suffix rules, the form
    /// itself (each group with known lemmas first), then the last part of a compound.
    pub fn lemmas(&self, form: &str, upos: Option<Upos>) -> Arc<[String]> {
        let mark = upos.map_or(u8::MAX, |u| u as u8);
        self.recall
            .ask(form, mark, || self.derive(form, upos).into())
    }

    /// Returns the past forms that no ending tells.
    pub fn pasts(&self) -> &Pasts {
        &self.pasts
    }

    /// Tells whether the table lists a lemma.
    pub fn knows(&self, lemma: &str) -> bool {
        self.known.contains(lemma)
    }

    fn derive(&self, form: &str, upos: Option<Upos>) -> Vec<String> {
        let form = form.to_lowercase();
        let mut out: Vec<String> = Vec::with_capacity(6);
        if form.len() > LONGEST_FORM || form.is_empty() {
            return vec![form];
        }
        self.irregular_lemmas(&form, upos, &mut out);
        if matches!(upos, None | Some(Upos::Verb | Upos::Aux | Upos::Adj)) {
            self.prefixed(&form, upos, &mut out);
        }
        let certain = out.len();
        self.by_suffix(&form, upos, &mut out);
        add(&mut out, &form);
        if let Some(rest) = out.get_mut(certain..) {
            rest.sort_by_key(|l| !self.known.contains(l));
        }
        if matches!(upos, None | Some(Upos::Noun | Upos::Propn)) {
            self.by_head(&mut out);
        }
        out
    }

    fn irregular_lemmas(&self, form: &str, upos: Option<Upos>, out: &mut Vec<String>) {
        let Some(found) = self.irregular.get(form) else {
            return;
        };
        let fits = |u: Upos| u == Upos::X || upos.is_none_or(|w| w == u || (kin(w) && kin(u)));
        found
            .iter()
            .filter(|f| fits(f.1))
            .for_each(|f| add(out, &f.0));
    }

    /// "angerufen", "anzurufen", "versprach", "avgick": a prefix before a form that is known.
    fn prefixed(&self, form: &str, upos: Option<Upos>, out: &mut Vec<String>) {
        for prefix in &self.prefixes {
            let Some(rest) = form.strip_prefix(prefix.as_str()).filter(|r| r.len() >= 2) else {
                continue;
            };
            if !self.infix.is_empty()
                && let Some(infinitive) = rest.strip_prefix(self.infix.as_str())
                && infinitive.len() >= 3
                && infinitive.ends_with('n')
            {
                add(out, &format!("{prefix}{infinitive}"));
            }
            self.known_rest(prefix, rest, out);
            // "återupptog", "wiederaufgenommen": a prefix before a prefix.
            for inner in &self.prefixes {
                let second = rest.strip_prefix(inner.as_str()).filter(|r| r.len() >= 3);
                if let Some(second) = second {
                    self.known_rest(&format!("{prefix}{inner}"), second, out);
                }
            }
            if !self.participle.is_empty() {
                let participle = format!("{}{rest}", self.participle);
                self.known_rest(prefix, &participle, out);
                if let Some(weak) = rest.strip_prefix(self.participle.as_str()) {
                    let mut lemmas = Vec::new();
                    self.by_suffix(weak, upos.or(Some(Upos::Verb)), &mut lemmas);
                    lemmas
                        .iter()
                        .filter(|l| l.ends_with('n'))
                        .for_each(|l| add(out, &format!("{prefix}{l}")));
                }
            }
        }
    }

    fn known_rest(&self, prefix: &str, rest: &str, out: &mut Vec<String>) {
        let verbs = self.irregular.get(rest).into_iter().flatten();
        verbs
            .filter(|f| f.1 == Upos::Verb)
            .for_each(|f| add(out, &format!("{prefix}{}", f.0)));
    }

    fn by_suffix(&self, form: &str, upos: Option<Upos>, out: &mut Vec<String>) {
        let longest = self.longest_suffix.min(form.len());
        for len in (1..=longest).rev() {
            let Some((stem, suffix)) = form.split_at_checked(form.len() - len) else {
                continue;
            };
            let Some(rules) = self.suffixes.get(suffix) else {
                continue;
            };
            if stem
                .chars()
                .nth(self.shortest_stem.saturating_sub(1))
                .is_none()
            {
                continue;
            }
            let fits = |r: &&SuffixRule| {
                upos.is_none_or(|u| r.upos.iter().any(|w| *w == u || (kin(*w) && kin(u))))
            };
            for lemma in rules.iter().filter(fits).flat_map(|r| &r.lemma) {
                self.rebuild(stem, lemma, out);
            }
        }
    }

    /// Puts stem and ending together; `~` in front asks for the plain vowel, `<` for a single last consonant, `^ge` cuts a prefix.
    fn rebuild(&self, stem: &str, lemma: &str, out: &mut Vec<String>) {
        if let Some(ending) = lemma.strip_prefix('~') {
            for (changed, plain) in &self.umlauts {
                if let Some(at) = stem.rfind(changed.as_str()) {
                    let (before, after) = (
                        stem.get(..at).unwrap_or(""),
                        stem.get(at + changed.len()..).unwrap_or(""),
                    );
                    add(out, &format!("{before}{plain}{after}{ending}"));
                }
            }
        } else if let Some(ending) = lemma.strip_prefix('<') {
            let mut letters = stem.chars().rev();
            if let (Some(a), Some(b)) = (letters.next(), letters.next())
                && a == b
            {
                let single = stem.get(..stem.len() - a.len_utf8()).unwrap_or(stem);
                add(out, &format!("{single}{ending}"));
            }
        } else if let Some(rest) = lemma.strip_prefix('^') {
            if let Some((prefix, ending)) = rest.split_once('^')
                && let Some(stem) = stem.strip_prefix(prefix)
                && stem.len() >= 3
            {
                add(out, &format!("{stem}{ending}"));
            }
        } else {
            add(out, &format!("{stem}{lemma}"));
        }
    }

    /// Adds the last part of a compound: the longest known head any answer ends in.
    fn by_head(&self, out: &mut Vec<String>) {
        let mut heads = Vec::new();
        for lemma in out.iter().take(5) {
            let cuts = lemma.char_indices().map(|c| c.0);
            let mut rests = cuts
                .filter(|c| *c >= HEAD.1 && lemma.len() - c >= HEAD.0)
                .filter_map(|c| lemma.get(c..));
            heads.extend(rests.find(|r| self.heads.contains(*r)).map(str::to_owned));
        }
        heads.iter().for_each(|h| add(out, h));
    }
}

fn add(out: &mut Vec<String>, lemma: &str) {
    if !out.iter().any(|l| l == lemma) {
        out.push(lemma.to_owned());
    }
}

/// Verbs and auxiliaries are one class here, and so are participles used as adjectives; nouns and names another.
fn kin(upos: Upos) -> bool {
    matches!(upos, Upos::Verb | Upos::Aux)
}

/// Builds a form from principal parts: outer `None` for a broken template, inner `None` for a missing part.
#[expect(
    clippy::option_option,
    reason = "broken template and missing part are told apart"
)]
fn made(template: &str, parts: &[&str]) -> Option<Option<String>> {
    let (before, rest) = template.split_once('{')?;
    let (slot, after) = rest.split_once('}')?;
    let (index, cut) = slot.split_once('-').unwrap_or((slot, "0"));
    let (index, cut): (usize, usize) = (index.parse().ok()?, cut.parse().ok()?);
    let Some(part) = parts.get(index).filter(|p| **p != "-") else {
        return Some(None);
    };
    let keep = part.chars().count().saturating_sub(cut);
    let stem: String = part.chars().take(keep).collect();
    Some(Some(format!("{before}{stem}{after}")))
}
