//! The dim text behind the cursor: the rest of the newest statement that starts like this, else what may come next.

use super::session::Session;
use crate::query::expect::Slot;
use crate::query::parse::expectation;

/// Returns what to show behind the cursor, and whether it may be taken over.
pub fn hint(line: &str, history: Option<&str>, session: &Session) -> Option<(String, bool)> {
    if !session.settings.hints || line.trim().is_empty() {
        return None;
    }
    if let Some(rest) = history
        .and_then(|h| h.strip_prefix(line))
        .filter(|r| !r.is_empty())
    {
        return Some((rest.to_owned(), true));
    }
    if !line.ends_with(' ') {
        return None;
    }
    let expected = expectation(line, &session.vocabulary, session.graph.as_ref());
    let mut words: Vec<String> = Vec::new();
    for slot in &expected.slots {
        let word = match slot {
            Slot::Word(w) => (*w).to_owned(),
            Slot::Verb => "COMMAND".to_owned(),
            other => format!(
                "<{}>",
                other
                    .describe()
                    .trim_start_matches("a ")
                    .trim_start_matches("an ")
            ),
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.sort_by_key(|w| !w.starts_with('<'));
    words.truncate(5);
    (!words.is_empty()).then(|| (words.join(" | "), false))
}
