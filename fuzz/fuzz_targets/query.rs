//! Statements: cut, parsed, and asked for what may follow at every place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsgraph::lexicon::Lexicon;
use newsgraph::query::parse::{NoNames, expectation};
use newsgraph::query::{Vocabulary, parse, split};
use std::sync::LazyLock;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(&Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")))
});

fuzz_target!(|text: &str| {
    for span in split(text) {
        if let Err(error) = parse(span.of(text), &VOCABULARY, &NoNames) {
            assert!(error.span.start <= error.span.end);
        }
    }
    let middle = (0..=text.len() / 2).rev().find(|i| text.is_char_boundary(*i));
    for end in middle.into_iter().chain([text.len()]) {
        let _ = expectation(text.get(..end).unwrap_or(""), &VOCABULARY, &NoNames);
    }
});
