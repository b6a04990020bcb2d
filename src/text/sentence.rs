//! Articles -> sentences.
//!
//! In: an [`Article`] and the pack of its language. Out: sentences of the blocks that are read, in order, with their tokens.
//! Invariants: sentences lie inside their block, do not overlap and cover all of it but white space; no sentence is longer than [`LONGEST`] bytes.
//! Does not: look for meaning; a heading is one sentence, whatever it says.

use super::token;
use crate::base::analysis::Sentence;
use crate::base::article::Article;
use crate::base::span::Span;
use crate::lexicon::Pack;
use crate::lexicon::language::Language;

/// Longest sentence in bytes; what is longer is cut at a space (lists, tables, lines without a stop).
pub const LONGEST: usize = 2500;

/// Splits the blocks that are read into sentences with tokens; complexity linear.
pub fn sentences(article: &Article, pack: &Pack) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (block, b) in article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.is_read())
    {
        for span in split(&article.text, b.span, pack.language()) {
            let span = without_mark(&article.text, span);
            let tokens = token::tokens(&article.text, span, pack);
            out.push(Sentence {
                span,
                block,
                tokens,
            });
        }
    }
    out
}

/// Leaves the dash of speech or the bullet in front of a sentence outside of it.
fn without_mark(text: &str, span: Span) -> Span {
    let body = span.of(text);
    let rest = body.trim_start_matches(['–', '—', '-', '•', '·', '*', '●', '▪']);
    let marked = rest.len() < body.len() && rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    if !marked || rest.is_empty() {
        return span;
    }
    Span {
        start: span.end - rest.len() as u32,
        end: span.end,
    }
}

/// Splits one region of a text into sentence spans.
pub fn split(text: &str, region: Span, language: &Language) -> Vec<Span> {
    let body = region.of(text);
    let base = region.start as usize;
    let mut out = Vec::new();
    let mut start = 0;
    for end in ends(body, language) {
        push(body, base, start, end, &mut out);
        start = end;
    }
    push(body, base, start, body.len(), &mut out);
    out
}

fn push(body: &str, base: usize, start: usize, end: usize, out: &mut Vec<Span>) {
    let (mut start, end) = (start, end);
    loop {
        let piece = body.get(start..end).unwrap_or("");
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            return;
        }
        let from = start + (piece.len() - piece.trim_start().len());
        // A quotation mark left alone by a stray space belongs to the sentence before it.
        let lone = !trimmed.chars().any(char::is_alphanumeric);
        if let Some(last) = out.last_mut().filter(|_| lone && trimmed.len() <= 12) {
            last.end = (base + from + trimmed.len()) as u32;
            return;
        }
        if trimmed.len() <= LONGEST {
            out.push(Span::new(base + from, base + from + trimmed.len()));
            return;
        }
        let mut cut = from + LONGEST;
        while !body.is_char_boundary(cut) {
            cut -= 1;
        }
        let space = body
            .get(from..cut)
            .and_then(|p| p.rfind(char::is_whitespace));
        let cut = space.filter(|s| *s > LONGEST / 2).map_or(cut, |s| from + s);
        let head = body.get(from..cut).unwrap_or("").trim_end();
        out.push(Span::new(base + from, base + from + head.len()));
        start = cut;
    }
}

fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '”' | '“' | '’' | '\'' | '»' | '«' | '›' | ')' | ']'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '”'
            | '“'
            | '„'
            | '‘'
            | '’'
            | '\''
            | '»'
            | '«'
            | '‹'
            | '('
            | '['
            | '–'
            | '—'
            | '-'
            | '•'
            | '*'
    )
}

/// Finds the byte positions behind sentence ends.
fn ends(body: &str, language: &Language) -> Vec<usize> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut open: Option<usize> = None;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '(' => open = open.or(Some(at)),
            ')' => open = None,
            _ => {}
        }
        if !is_terminal(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, n)) = chars.peek().filter(|n| is_terminal(n.1)) {
            end = next + n.len_utf8();
            chars.next();
        }
        let run = body.get(at..end).unwrap_or("");
        while let Some(&(next, n)) = chars.peek().filter(|n| is_closing(n.1)) {
            if n == ')' {
                open = None;
            }
            end = next + n.len_utf8();
            chars.next();
        }
        let bracketed = open.is_some_and(|o| at - o < 300);
        let stop = Stop {
            before: body.get(start..at).unwrap_or(""),
            run,
            closed: end > at + run.len(),
            after: body.get(end..).unwrap_or(""),
            language,
        };
        if !bracketed && stop.ends_sentence() {
            out.push(end);
            start = end;
            open = None;
        }
    }
    out
}

/// A full stop, question or exclamation mark with what is around it.
struct Stop<'a> {
    /// The sentence up to the mark.
    before: &'a str,
    /// The marks.
    run: &'a str,
    /// Do closing quotes or brackets follow the marks?
    closed: bool,
    after: &'a str,
    language: &'a Language,
}

impl Stop<'_> {
    fn ends_sentence(&self) -> bool {
        let Some(next) = self.after.chars().next() else {
            return true;
        };
        if !next.is_whitespace() {
            return self.ends_glued(next);
        }
        let rest = self.after.trim_start();
        let opened = rest.trim_start_matches(|c: char| is_opening(c) || c == ' ' || c == '\u{a0}');
        let Some(first) = opened.chars().next() else {
            return true;
        };
        let dashed = rest.starts_with(['–', '—', '-']);
        if first.is_lowercase() {
            return false;
        }
        if self.run != "." {
            return !self.run.contains('.') || first.is_uppercase() || dashed;
        }
        if self.closed {
            return true;
        }
        self.stop_ends(first, opened)
    }

    /// "krig.Moskva": the space is missing. Only behind a plain word and before a capitalised one.
    fn ends_glued(&self, next: char) -> bool {
        let last: &str = self
            .before
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or("");
        let plain =
            last.chars().count() >= 3 && last.chars().next_back().is_some_and(char::is_lowercase);
        let mut after = self.after.chars().skip_while(|c| is_opening(*c));
        let capital = after.next().is_some_and(char::is_uppercase)
            && after.next().is_some_and(char::is_lowercase);
        let address = self
            .after
            .split_whitespace()
            .next()
            .is_some_and(|w| w.contains(['/', '@']));
        let opened = matches!(next, '"' | '”' | '“' | '„' | '»' | '–' | '—');
        let known = self.language.abbreviation(&format!("{last}.")).is_some();
        let listed = self.run == ".";
        (capital && (next.is_uppercase() || opened) && plain && !address && !(known && listed))
            || (self.closed && capital && next.is_uppercase())
    }

    /// A single full stop before a word that does not begin with a small letter.
    fn stop_ends(&self, first: char, opened: &str) -> bool {
        let word = last_word(self.before);
        let next: String = opened
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let starter = self.language.stopwords.contains(&next);
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            return true;
        }
        if bare.bytes().all(|b| b.is_ascii_digit()) {
            return self.number_ends(bare, first, &next, starter);
        }
        if let Some(last) = self.language.abbreviation(&format!("{bare}.")) {
            return last && starter && first.is_uppercase();
        }
        let mut letters = bare.chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let dotted = bare.contains('.') && bare.split('.').all(|p| p.chars().count() <= 2);
        let lone = |p: &String| {
            let front = self.before.strip_suffix(p.as_str());
            front.is_some_and(|f| f.ends_with(char::is_whitespace))
        };
        if single && self.language.lone_letters.iter().any(lone) {
            return first.is_uppercase();
        }
        if single || dotted {
            let initial = next.chars().count() == 1 && opened.chars().nth(1) == Some('.');
            return starter && !initial && first.is_uppercase();
        }
        true
    }

    /// "9. Oktober", "am 3. Gipfel", "1. Ryssland" at the start of an item; else a number ends a sentence.
    fn number_ends(&self, number: &str, first: char, next: &str, starter: bool) -> bool {
        let alone = self.before.trim() == number;
        if alone {
            return false;
        }
        if !self.language.ordinal_dot || number.len() > 2 {
            return true;
        }
        let month = self
            .language
            .months
            .iter()
            .any(|m| m.iter().any(|n| n == next));
        !month && !first.is_ascii_digit() && starter
    }
}

/// The last word with its inner stops ("d.h", "U.S").
fn last_word(before: &str) -> &str {
    before
        .rsplit(|c: char| {
            c.is_whitespace()
                || matches!(c, '(' | '"' | '„' | '“' | '”' | '/' | '-' | '–' | '—' | '»')
        })
        .next()
        .unwrap_or("")
}
