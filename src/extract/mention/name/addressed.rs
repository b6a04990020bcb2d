//! "Apologised to Nairobi", "the invitation to Baku": a capital behind a preposition that else tells where.
//!
//! In: a line, the place of a capital. Out: whether words of what is said or given to somebody stand before it, or a time. Does not: find names.

use crate::extract::mention::{Context, Line};

/// Do such words stand right before the preposition in front of a token?
pub(super) fn is_addressed(context: &Context, line: &Line, at: usize) -> bool {
    let word = |n: usize| at.checked_sub(n).map_or("", |i| line.word(i));
    let words = context.pack.mention_words();
    let said = &words.addressed;
    // "protests in Tehran" are where they are.
    let towards = words.towards.has(word(1));
    towards
        && !word(2).is_empty()
        && (said.has(word(2)) || said.has(&format!("{} {}", word(3), word(2))))
}

/// "Anklagade i går Peking", "i januari Peking": does a time stand before a token, and no attribute of it ("i dagens Moskva")?
pub(super) fn is_behind_time(context: &Context, line: &Line, at: usize) -> bool {
    let time = |n: usize| {
        let before = at.checked_sub(n);
        before.is_some_and(|i| line.blocked.get(i) == Some(&true))
    };
    let word = at.checked_sub(1).map_or("", |i| line.word(i));
    let gazetteer = context.lexicon.gazetteer();
    let owns = gazetteer.genitive_stem(word, &context.pack.code).is_some();
    time(1) && (time(2) || !owns)
}
