//! A script cut into statements.
//!
//! In: text. Out: byte ranges. Invariant: a line that goes on with a clause belongs to the statement before. Does not: parse.

use crate::base::span::Span;
use crate::query::lexer;
use crate::query::lexer::{Kind, Token};
use crate::query::parse::RESERVED;

/// Cuts a script into the byte ranges of its statements.
///
/// A statement ends at `;` or at a line's end, unless a backslash, a comma or an open quote stands there or the next line goes on with a clause
/// or a sink.
pub fn split(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    let mut broken = false;
    let mut held = false;
    for token in lexer::lex(text) {
        let ends = match token.kind {
            Kind::Newline => {
                broken = open.is_some() && !held;
                continue;
            }
            Kind::Continue => {
                held = true;
                continue;
            }
            Kind::Semicolon => true,
            _ => broken && !goes_on(text, token),
        };
        if ends {
            spans.extend(open.take());
        }
        broken = false;
        held = token.kind == Kind::Comma;
        if token.kind != Kind::Semicolon {
            open = Some(open.map_or(token.span, |o| o.cover(token.span)));
        }
    }
    spans.extend(open);
    spans
}

pub(super) fn goes_on(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    // `between` is a clause of `events`, but at the start of a line it is the command.
    let clause = RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word))
        && !word.eq_ignore_ascii_case("between");
    let prefix = word.eq_ignore_ascii_case("as")
        && text
            .get(token.span.end as usize..)
            .is_some_and(|rest| rest.trim_start().to_lowercase().starts_with("of "));
    matches!(token.kind, Kind::Pipe | Kind::Into | Kind::Append)
        || (token.kind == Kind::Word && clause && !prefix)
}
