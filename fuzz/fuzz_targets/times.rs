//! Time expressions of any text in every language. The first byte chooses the language, the second the article's date.
#![no_main]

use chrono::{Days, NaiveDate};
use libfuzzer_sys::fuzz_target;
use newsgraph::base::span::Span;
use newsgraph::extract::timex;
use newsgraph::lexicon::Lexicon;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")));

fuzz_target!(|input: (u8, u8, &str)| {
    let (language, day, text) = input;
    let count = LEXICON.packs.len().max(1);
    let Some(pack) = LEXICON.packs.values().nth(usize::from(language) % count) else {
        return;
    };
    let start = NaiveDate::from_ymd_opt(2024, 1, 1);
    let dct = start.and_then(|d| d.checked_add_days(Days::new(u64::from(day) * 3)));
    let whole = Span::new(0, text.len());
    let found = timex::find(text, &[whole], pack, dct.filter(|_| day > 0));
    for timex in &found {
        assert!(!timex.span.of(text).is_empty());
        assert!(day > 0 || timex.interval.is_none_or(|i| i.lo.is_none() || i.hi.is_none() || i.lo <= i.hi));
    }
    assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
});
