//! Sentences -> tokens, after the habits of Universal Dependencies.
//!
//! In: a stretch of text and the pack of its language. Out: [`Token`]s in order.
//! Invariants: tokens do not overlap and hold no white space; together they cover every other character. Does not: normalise.

use crate::base::analysis::Token;
use crate::base::span::Span;
use crate::lexicon::Pack;
use crate::lexicon::language::Language;

/// Longest token in bytes; longer strings without a space are cut.
const LONGEST: usize = 200;

/// Cuts a sentence into tokens; complexity linear.
pub fn tokens(text: &str, sentence: Span, pack: &Pack) -> Vec<Token> {
    let body = sentence.of(text);
    let base = sentence.start as usize;
    let cutter = Cutter {
        language: pack.language(),
        body,
    };
    let mut out = Vec::with_capacity(body.len() / 5 + 2);
    let mut start = None;
    for (at, c) in body.char_indices() {
        if c.is_whitespace() {
            if let Some(s) = start.take() {
                cutter.chunk(s, at, &mut out);
            }
        } else if start.is_none() {
            start = Some(at);
        } else if let Some(s) = start
            && at - s >= LONGEST
        {
            cutter.chunk(s, at, &mut out);
            start = Some(at);
        }
    }
    if let Some(s) = start {
        cutter.chunk(s, body.len(), &mut out);
    }
    let token = |(a, b): (usize, usize)| Token {
        span: Span::new(base + a, base + b),
    };
    out.into_iter().map(token).collect()
}

struct Cutter<'a> {
    language: &'a Language,
    body: &'a str,
}

type Pieces = Vec<(usize, usize)>;

impl Cutter<'_> {
    fn text(&self, a: usize, b: usize) -> &str {
        self.body.get(a..b).unwrap_or("")
    }

    /// Cuts one chunk between white space.
    fn chunk(&self, a: usize, b: usize, out: &mut Pieces) {
        let text = self.text(a, b);
        if text.bytes().all(|c| c.is_ascii_alphanumeric())
            && !self
                .language
                .clitics_glued
                .iter()
                .any(|c| c.0.eq_ignore_ascii_case(text))
        {
            out.push((a, b));
            return;
        }
        let is_word = |c: char| c.is_alphanumeric();
        let lead = text.find(|c: char| is_word(c)).unwrap_or(text.len());
        let lead = if text.get(..lead).is_some_and(|l| l.ends_with(['\'', '’']))
            && self.clitic_alone(text.get(lead - self.last_len(text, lead)..).unwrap_or(""))
        {
            lead - self.last_len(text, lead)
        } else {
            lead
        };
        self.marks(a, a + lead, out);
        if lead == text.len() {
            return;
        }
        let mut tail = text.rfind(is_word).map_or(text.len(), |t| {
            t + text
                .get(t..)
                .and_then(|r| r.chars().next())
                .map_or(1, char::len_utf8)
        });
        if text.get(tail..).is_some_and(|r| r.starts_with('.'))
            && self.keeps_stop(a + lead, a + tail, b)
        {
            tail += 1;
        }
        if text.get(tail..).is_some_and(|r| r.starts_with(['*', '+'])) && tail + 1 == text.len() {
            tail += 1;
        }
        self.word(a + lead, a + tail, out);
        self.marks(a + tail, b, out);
    }

    fn last_len(&self, text: &str, end: usize) -> usize {
        text.get(..end)
            .and_then(|t| t.chars().next_back())
            .map_or(0, char::len_utf8)
    }

    fn clitic_alone(&self, text: &str) -> bool {
        let even = text.replace('’', "'").to_lowercase();
        self.language.clitics.contains(&even)
    }

    /// Does the full stop at `end` belong to the word ("bl.a.", "U.S.", "E.", "9." inside a sentence)?
    fn keeps_stop(&self, start: usize, end: usize, chunk_end: usize) -> bool {
        let word = self.text(start, end);
        let last = chunk_end == self.body.len()
            || self
                .body
                .get(end + 1..)
                .is_none_or(|r| r.trim_matches(|c: char| !c.is_alphanumeric()).is_empty());
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return self.language.ordinal_dot && word.len() <= 2 && !last;
        }
        let stopped = format!("{word}.");
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && !last;
        let dotted = word.contains('.')
            && word.split('.').all(|p| {
                (1..=2).contains(&p.chars().count()) && p.chars().all(char::is_alphabetic)
            });
        initial
            || dotted
            || (self.language.abbreviation(&stopped).is_some()
                && word.chars().any(char::is_alphabetic)
                && (!last || stopped.len() > 3))
    }

    /// Punctuation: one token a mark, runs of the same mark together.
    fn marks(&self, a: usize, b: usize, out: &mut Pieces) {
        let text = self.text(a, b);
        let mut previous = None;
        for (at, c) in text.char_indices() {
            let start = a + at;
            let end = start + c.len_utf8();
            match out.last_mut() {
                Some(last)
                    if previous == Some(c)
                        && matches!(c, '.' | '-' | '!' | '?' | '*' | '=' | '_' | '\'') =>
                {
                    last.1 = end;
                }
                _ => out.push((start, end)),
            }
            previous = Some(c);
        }
    }

    /// A chunk that begins and ends with a letter or digit.
    fn word(&self, a: usize, b: usize, out: &mut Pieces) {
        let text = self.text(a, b);
        if text.contains("://")
            || text.starts_with("www.")
            || (text.contains('@') && text.contains('.'))
        {
            out.push((a, b));
            return;
        }
        if let Some(cut) = self.inner_cut(text) {
            let (left, right, mark) = (a + cut.0, a + cut.1, cut.1 > cut.0);
            self.word_with_stop(a, left, out);
            if mark {
                self.marks(left, right, out);
            }
            if right < b {
                self.chunk(right, b, out);
            }
            return;
        }
        self.clitics(a, b, out);
    }

    fn word_with_stop(&self, a: usize, b: usize, out: &mut Pieces) {
        if self.text(a, b).ends_with('.') {
            out.push((a, b));
        } else {
            self.clitics(a, b, out);
        }
    }

    /// Finds the first place inside a chunk where it falls apart: `(start, end)` of the mark, empty for a cut without one.
    fn inner_cut(&self, text: &str) -> Option<(usize, usize)> {
        let mut previous = ' ';
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map_or(' ', |n| n.1);
            let end = at + c.len_utf8();
            let letters = previous.is_alphabetic() && next.is_alphabetic();
            let digits = previous.is_ascii_digit() && next.is_ascii_digit();
            let cut = match c {
                '.' if next.is_uppercase() && previous.is_alphabetic() => {
                    let word = text.get(..at).unwrap_or("");
                    let start = word.rfind('.').map_or(0, |p| p + 1);
                    let first = word.get(start..).unwrap_or("");
                    let more = text.get(end..).unwrap_or("");
                    let long = more.chars().take_while(|c| c.is_alphabetic()).count() >= 3;
                    // "E.Blinken" is initial and name, "krig.Moskva" two sentences, "U.S" an abbreviation.
                    if long && first.chars().count() == 1 {
                        return Some((end, end));
                    }
                    long && first.chars().count() >= 3
                }
                ',' | ';' => !digits,
                ':' => !(letters || digits || previous.is_ascii_digit() || next.is_lowercase()),
                '/' => letters,
                '-' | '‑' => {
                    self.language.split_hyphens
                        && (letters || previous == '.')
                        && self.splits(text, at, end)
                }
                '–' | '—' | '(' | ')' | '[' | ']' | '"' | '”' | '“' | '„' | '»' | '«' | '…'
                | '!' | '?' | '=' | '|' | '<' | '>' | '%' | '€' | '$' | '£' => true,
                _ => false,
            };
            if cut {
                return Some((at, end));
            }
            previous = c;
        }
        None
    }

    /// English treebanks cut hyphens, except behind short prefixes ("e-mail", "co-operate").
    fn splits(&self, text: &str, at: usize, end: usize) -> bool {
        let left = text.get(..at).unwrap_or("");
        let left = left.rsplit('-').next().unwrap_or("").to_lowercase();
        let right = text.get(end..).unwrap_or("");
        left.chars().count() >= 2
            && right.chars().next().is_some_and(char::is_alphabetic)
            && !self.language.unsplit_prefixes.contains(&left)
    }

    /// Splits clitics off a word without inner marks.
    fn clitics(&self, a: usize, b: usize, out: &mut Pieces) {
        if a >= b {
            return;
        }
        let word = self.text(a, b);
        let has_mark = word.contains(['\'', '’']);
        if !self.language.clitics.is_empty() && has_mark {
            let even = word.to_lowercase().replace('’', "'");
            let wide = word.chars().filter(|c| *c == '’').count() * 2;
            for clitic in &self.language.clitics {
                if even.len() > clitic.len()
                    && even.ends_with(clitic.as_str())
                    && word.len() == even.len() + wide
                {
                    let tail = word
                        .char_indices()
                        .rev()
                        .nth(clitic.chars().count() - 1)
                        .map_or(word.len(), |c| c.0);
                    out.push((a, a + tail));
                    out.push((a + tail, b));
                    return;
                }
            }
        }
        for (glued, at) in &self.language.clitics_glued {
            if glued.eq_ignore_ascii_case(word) {
                out.push((a, a + at));
                out.push((a + at, b));
                return;
            }
        }
        out.push((a, b));
    }
}
