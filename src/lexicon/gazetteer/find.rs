//! Longest match of tokens against the forms of the gazetteer.
//!
//! In: tokens of one sentence. Out: [`Match`] with every sense of the longest form. Invariant: a match ends at a token's end, or at a genitive
//! ending of the language there. Case counts; a form that stands in capitals or opens a sentence is tried in its usual case as a second choice.

use super::Gazetteer;
use super::compile::{SPACE, SenseKind, normal_char};
use std::borrow::Cow;

/// One reading of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// How the form means the entry.
    pub kind: SenseKind,
    /// Position of the entry, for [`Gazetteer::at`].
    pub entry: usize,
}

/// The longest form at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Number of tokens it covers (a genitive ending that is a token of its own not counted).
    pub n_tokens: usize,
    /// Does the last token carry a genitive ending?
    pub genitive: bool,
    /// Its readings, sorted by kind, then entry.
    pub senses: Vec<Sense>,
}

/// Longest form in tokens that the walk tries.
const MAX_TOKENS: usize = 10;

#[derive(Clone, Copy)]
struct State {
    address: fst::raw::CompiledAddr,
    output: u64,
}

impl Gazetteer {
    /// Finds the longest form that begins with token `at`.
    ///
    /// Input: tokens of one sentence; a language code (an unknown one allows every language). Output: `None` if nothing fits.
    /// Complexity: O(bytes of the form), no allocation before a match.
    pub fn find(&self, tokens: &[&str], at: usize, lang: &str) -> Option<Match> {
        let rest = tokens.get(at..)?;
        if let Some(found) = self.walk(rest, lang, |w| Cow::Borrowed(w), true) {
            return Some(found);
        }
        let first = *rest.first()?;
        if is_capitals(first) {
            return self.walk(rest, lang, |w| Cow::Owned(title_case(w)), true);
        }
        None.or_else(|| {
            let lower = lower_first(first)?;
            let mut with_lower = vec![lower.as_str()];
            with_lower.extend(rest.iter().skip(1).take(MAX_TOKENS).copied());
            let mut found = self.walk(&with_lower, lang, |w| Cow::Borrowed(w), false)?;
            found.senses.retain(|s| {
                matches!(s.kind, SenseKind::Adjective | SenseKind::People)
                    || s.kind == SenseKind::Name
            });
            (!found.senses.is_empty()).then_some(found)
        })
    }

    /// Finds the longest form of any language that begins with token `at`, as it is written.
    pub fn find_anywhere(&self, tokens: &[&str], at: usize) -> Option<Match> {
        self.walk(tokens.get(at..)?, "", |w| Cow::Borrowed(w), true)
    }

    /// Finds what a whole string means, genitive endings allowed.
    pub fn lookup(&self, form: &str, lang: &str) -> Option<Match> {
        let tokens: Vec<&str> = form.split_whitespace().collect();
        self.find(&tokens, 0, lang)
            .filter(|m| m.n_tokens == tokens.len())
    }

    /// Cuts a genitive ending of the language off, `None` if there is none or too little would be left.
    pub fn genitive_stem<'w>(&self, word: &'w str, lang: &str) -> Option<&'w str> {
        let endings = self
            .languages
            .iter()
            .position(|l| l == lang)
            .and_then(|i| self.genitives.get(i))?;
        let stems = endings.iter().filter_map(|e| {
            let curled = || word.strip_suffix(e.replace('\'', "’").as_str());
            let typed = word.strip_suffix(e.as_str());
            typed.or_else(|| e.contains('\'').then(curled).flatten())
        });
        stems
            .filter(|s| s.chars().count() > 2)
            .min_by_key(|s| s.len())
    }

    fn walk(
        &self,
        tokens: &[&str],
        lang: &str,
        shape: impl for<'w> Fn(&'w str) -> Cow<'w, str>,
        genitives: bool,
    ) -> Option<Match> {
        let root = State {
            address: self.forms.root().addr(),
            output: 0,
        };
        let mut states = Vec::new();
        let mut best = None;
        let mut before: Option<char> = None;
        for (index, token) in tokens.iter().take(MAX_TOKENS).enumerate() {
            let mut word = shape(token);
            // Most words are ASCII, of which only the grave accent has another form.
            if !word.is_ascii() || word.contains('`') {
                word = word.chars().map(normal_char).collect::<String>().into();
            }
            if index == 0 {
                if !self.may_begin(word.as_bytes()) {
                    return None;
                }
                states.push(root);
            }
            if let Some(last) = before {
                states = self.across(&states, last, word.chars().next());
            }
            if genitives && let Some(found) = self.genitive_end(&states, &word, lang) {
                best = Some(Match {
                    n_tokens: index + 1,
                    genitive: true,
                    senses: found,
                });
            }
            states = states
                .into_iter()
                .filter_map(|s| self.step(s, word.as_bytes()))
                .collect();
            if states.is_empty() {
                break;
            }
            for state in &states {
                if let Some(senses) = self.senses_of(*state, lang) {
                    best = Some(Match {
                        n_tokens: index + 1,
                        genitive: false,
                        senses,
                    });
                }
            }
            before = word.chars().next_back();
        }
        best
    }

    /// May a form begin as the word does, with or without its ending? Most words are refused by their first two bytes, of which an ending leaves both.
    fn may_begin(&self, word: &[u8]) -> bool {
        let [first, second, ..] = *word else {
            return true;
        };
        let pair = |a: u8, b: u8| usize::from(a) << 8 | usize::from(b);
        let begins = self.begins.get_or_init(|| {
            let mut pairs = vec![0u64; (1 << 16) / 64];
            for a in self.forms.root().transitions() {
                for b in self.forms.node(a.addr).transitions() {
                    let at = pair(a.inp, b.inp);
                    if let Some(cell) = pairs.get_mut(at / 64) {
                        *cell |= 1 << (at % 64);
                    }
                }
            }
            pairs.into()
        });
        let at = pair(first, second);
        begins.get(at / 64).is_some_and(|c| c >> (at % 64) & 1 == 1)
    }

    /// Steps over a token boundary: a space, or nothing where one side is punctuation ("U.S" "." or "Workers" "'").
    fn across(&self, states: &[State], last: char, next: Option<char>) -> Vec<State> {
        let mut out: Vec<State> = states
            .iter()
            .filter_map(|s| self.step(*s, &[SPACE]))
            .collect();
        if !last.is_alphanumeric() || next.is_none_or(|c| !c.is_alphanumeric()) {
            out.extend(states);
        }
        out
    }

    fn genitive_end(&self, states: &[State], word: &str, lang: &str) -> Option<Vec<Sense>> {
        let endings = self
            .languages
            .iter()
            .position(|l| l == lang)
            .and_then(|i| self.genitives.get(i));
        let endings = endings.map_or(self.genitives.as_slice(), std::slice::from_ref);
        let mut ends = endings.iter().flatten();
        // Most words end in another letter than any ending.
        let last = |w: &str| w.as_bytes().last().copied();
        if !ends.any(|e| last(e) == last(word) && word.ends_with(e.as_str())) {
            return None;
        }
        let mut stems: Vec<&str> = endings
            .iter()
            .flatten()
            .filter_map(|e| word.strip_suffix(e.as_str()))
            .filter(|s| s.chars().count() > 1 || !s.is_ascii())
            .collect();
        stems.sort_by_key(|s| std::cmp::Reverse(s.len()));
        stems.into_iter().find_map(|stem| {
            let ends = states.iter().filter_map(|s| self.step(*s, stem.as_bytes()));
            ends.filter_map(|s| self.senses_of(s, lang))
                .map(|mut senses| {
                    senses.retain(|s| !matches!(s.kind, SenseKind::Adjective | SenseKind::People));
                    senses
                })
                .find(|s| !s.is_empty())
        })
    }

    fn step(&self, state: State, bytes: &[u8]) -> Option<State> {
        let mut node = self.forms.node(state.address);
        let mut output = state.output;
        for byte in bytes {
            let transition = node.transition(node.find_input(*byte)?);
            output += transition.out.value();
            node = self.forms.node(transition.addr);
        }
        Some(State {
            address: node.addr(),
            output,
        })
    }

    fn senses_of(&self, state: State, lang: &str) -> Option<Vec<Sense>> {
        let node = self.forms.node(state.address);
        if !node.is_final() {
            return None;
        }
        let offset = (state.output + node.final_output().value()) as usize;
        let blob = self.image.get(self.senses.clone())?;
        let allowed: u16 = self
            .languages
            .iter()
            .position(|l| l == lang)
            .map_or(u16::MAX, |bit| 1 << bit);
        let n = usize::from(*blob.get(offset)?);
        let rows = blob.get(offset + 1..offset + 1 + 7 * n)?.chunks_exact(7);
        let mut senses: Vec<Sense> = rows
            .filter_map(|row| {
                let [kind, a, b, c, d, low, high] = *row else {
                    return None;
                };
                let mask = u16::from_le_bytes([low, high]);
                let entry = u32::from_le_bytes([a, b, c, d]) as usize;
                (mask & allowed != 0).then_some(Sense {
                    kind: kind_of(kind)?,
                    entry,
                })
            })
            .collect();
        senses.dedup();
        (!senses.is_empty()).then_some(senses)
    }
}

fn kind_of(byte: u8) -> Option<SenseKind> {
    const KINDS: [SenseKind; 6] = [
        SenseKind::Name,
        SenseKind::Short,
        SenseKind::Seat,
        SenseKind::Capital,
        SenseKind::Adjective,
        SenseKind::People,
    ];
    KINDS.get(usize::from(byte)).copied()
}

fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 4 && letters.clone().all(char::is_uppercase)
}

fn title_case(word: &str) -> String {
    let mut start = true;
    word.chars()
        .flat_map(|c| {
            let upper = start;
            start = !c.is_alphanumeric();
            if upper {
                vec![c]
            } else {
                c.to_lowercase().collect()
            }
        })
        .collect()
}

fn lower_first(word: &str) -> Option<String> {
    let mut chars = word.chars();
    let first = chars.next().filter(|c| c.is_uppercase())?;
    Some(first.to_lowercase().chain(chars).collect())
}
