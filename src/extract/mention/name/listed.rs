//! "Berlin, Paris and London": capitals in a list, each of which is its state where the first one is.
//!
//! In: a line, the token behind the comma behind a capital. Out: whether what follows tells where the city lies, as "Paris, Texas" does. Does not: find
//! names.

use crate::base::analysis::EntityClass;
use crate::extract::mention::{Context, Line};

/// Does a name follow the comma that tells where the city lies, and no further capital of the same list?
pub(super) fn behind_comma(context: &Context, line: &Line, at: usize) -> bool {
    if !line.capital(at) {
        return false;
    }
    let gazetteer = context.lexicon.gazetteer();
    let Some(found) = gazetteer.find(&line.tokens, at, &context.pack.code) else {
        return true;
    };
    let mut entries = found.senses.iter().filter_map(|s| gazetteer.at(s.entry));
    let capital = entries.any(|e| e.class == EntityClass::Place && e.capital_of.is_some());
    let next = line.word(at + found.n_tokens);
    let goes_on = next == "," || context.pack.mention_words().conjunctions.has(next);
    !(capital && goes_on)
}
