//! Colours for a statement while it is typed: commands, keywords, strings, dates; names that nobody has are underlined.
//!
//! In: the line. Out: the line with escapes. Invariant: taking the escapes out gives the line back.

use super::render::style::{Ink, Style};
use super::session::Session;
use crate::query::lexer::{Kind, lex};
use crate::query::parse::{RESERVED, expectation};
use crate::query::verbs;

/// Paints a line; the word under the cursor is left alone, because it is not finished.
pub fn highlight(line: &str, cursor: usize, session: &Session, style: Style) -> String {
    let mut out = String::with_capacity(line.len() * 2);
    let mut at = 0;
    let unknown = unknown_names(line, cursor, session);
    let mut first = true;
    for token in lex(line) {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        out.push_str(line.get(at..start).unwrap_or(""));
        let word = token.span.of(line);
        let lower = word.to_lowercase();
        let bad = unknown.iter().any(|(a, b)| start >= *a && end <= *b);
        let ink = match token.kind {
            _ if bad => Some(Ink::Unknown),
            Kind::Word if first && verbs::verb_words().contains(&lower.as_str()) => {
                Some(Ink::Keyword)
            }
            Kind::Word if RESERVED.contains(&lower.as_str()) => Some(Ink::Keyword),
            Kind::Quoted(_) | Kind::Regex => Some(Ink::Quoted),
            Kind::Number | Kind::Variable | Kind::Id | Kind::Row => Some(Ink::Date),
            _ => None,
        };
        out.push_str(&ink.map_or_else(|| word.to_owned(), |i| style.paint(i, word)));
        first = token.kind == Kind::Semicolon || token.kind == Kind::Newline;
        at = end;
    }
    out.push_str(line.get(at..).unwrap_or(""));
    out
}

/// Byte ranges of names that resolve to nobody, the one under the cursor left out.
fn unknown_names(line: &str, cursor: usize, session: &Session) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for statement in crate::query::split(line) {
        let text = statement.of(line);
        let base = statement.start as usize;
        let mut at = 0;
        for name in expectation(text, &session.vocabulary, session.graph.as_ref()).entities {
            let Some(position) = text.get(at..).and_then(|t| t.find(&name)).map(|p| p + at) else {
                continue;
            };
            let end = position + name.len();
            at = end;
            let touched = base + position <= cursor && cursor <= base + end;
            if !touched && !super::line::is_known(&name, session) {
                found.push((base + position, base + end));
            }
        }
    }
    found
}
