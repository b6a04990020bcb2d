//! Short texts that are copied as often as numbers: names of tags and relations, which files bring and the program keeps to its end.
//!
//! In: a text. Out: the same text, for good. Invariant: each different text is kept once, so that what is kept grows with the inventories of the models
//! and not with what is read. Does not: belong to words of an article.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// Keeps a text of an inventory.
pub fn lasting(text: &str) -> &'static str {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return known;
    }
    let text: &'static str = Box::leak(text.into());
    kept.insert(text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once() {
        let (a, b) = (lasting("nsubj"), lasting(&String::from("nsubj")));
        assert_eq!((a, b), ("nsubj", "nsubj"));
        assert!(std::ptr::eq(a, b));
    }
}
