//! Problems rendered.
//!
//! In: a [`Problem`] and its text. Out: message, line, caret, suggestions. Invariant: the caret stands under the words at fault. Does not: print.

use crate::query::Problem;
use crate::shell::render::style::{Ink, Style};

/// Renders a problem: message, the line, a caret under the words, the nearest right ones. `place` is `file:line:column`'s file and first line.
pub fn describe(
    problem: &Problem,
    text: &str,
    style: Style,
    place: Option<(&str, usize)>,
) -> String {
    use crate::shell::render::width::columns;
    let start = problem.span.start as usize;
    let before = text.get(..start).unwrap_or("");
    let line_number = before.matches('\n').count();
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    let line = text
        .get(line_start..)
        .and_then(|t| t.split('\n').next())
        .unwrap_or("");
    let lead = text.get(line_start..start).unwrap_or("");
    let position = place.map_or_else(String::new, |(file, first)| {
        format!(
            "{file}:{}:{}: ",
            first + line_number,
            lead.chars().count() + 1
        )
    });
    let mut out = format!(
        "{position}{} {}\n",
        style.paint(Ink::Error, "error:"),
        clipped(&problem.message, 0)
    );
    let (line, lead, words) = within_sight(line, lead, problem.span.of(text));
    let pointed = !problem.span.is_empty() || start > 0;
    if pointed && !line.trim().is_empty() {
        let carets = "^".repeat(columns(&words).max(1));
        let hint = if problem.suggestions.is_empty() {
            String::new()
        } else {
            format!(" did you mean {}?", problem.suggestions.join(", or "))
        };
        out.push_str(&format!(
            "  {line}\n  {}{}\n",
            " ".repeat(columns(&lead)),
            style.paint(Ink::Hint, &format!("{carets}{hint}"))
        ));
    } else if !problem.suggestions.is_empty() {
        out.push_str(&format!(
            "  did you mean {}?\n",
            problem.suggestions.join(", or ")
        ));
    }
    out
}

/// Most characters of a line that are shown again.
const SHOWN: usize = 240;
/// Characters shown in front of the words at fault where the line is longer.
const IN_FRONT: usize = 60;

/// A text from a character on, cut where it is longer than anybody reads.
fn clipped(text: &str, from: usize) -> String {
    let mut shown: String = text.chars().skip(from).take(SHOWN).collect();
    if text.chars().count() > from + SHOWN {
        shown.push('…');
    }
    shown
}

/// The part of a line that is shown, what of it stands in front of the words at fault, and those words on the line.
fn within_sight(line: &str, lead: &str, words: &str) -> (String, String, String) {
    let words = words.split('\n').next().unwrap_or("");
    let before = lead.chars().count();
    let from = if line.chars().count() > SHOWN {
        before.saturating_sub(IN_FRONT)
    } else {
        0
    };
    let lead = lead.chars().skip(from).collect();
    let words = words
        .chars()
        .take(SHOWN + from - before.min(SHOWN + from))
        .collect();
    (clipped(line, from), lead, words)
}
