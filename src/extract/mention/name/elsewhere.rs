//! States as other languages spell them: "Rwanda" in German, "Polen" in English.
//!
//! In: a word that the language's own gazetteer does not have. Out: the state it names elsewhere. Invariant: only where no language of the gazetteer
//! means anything else by it, and the word is neither a given name nor one of the language. Does not: read towns, bodies or adjectives so.

use super::is_common_noun;
use crate::base::analysis::EntityClass;
use crate::extract::mention::{Context, Line};
use crate::lexicon::gazetteer::{Match, Sense, SenseKind};

/// A state as another language spells it ("Rwanda" in German), where the word can mean nothing else.
pub(super) fn state(context: &Context, line: &Line, at: usize) -> Option<Match> {
    let word = line.tokens.get(at)?;
    if word.len() < LEAST_FOREIGN || !line.capital(at) {
        return None;
    }
    let gazetteer = context.lexicon.gazetteer();
    let mut found = gazetteer.find_anywhere(&line.tokens, at)?;
    let meant = found.senses.first()?.entry;
    let state = gazetteer.at(meant)?;
    let named = found.senses.first()?.kind == SenseKind::Name;
    let one = |s: &Sense| s.entry == meant;
    let unique = named && found.senses.iter().all(one) && state.class == EntityClass::Country;
    if !unique || state.common {
        return None;
    }
    let words = context.pack.mention_words();
    let single = found.n_tokens == 1;
    // "Turkey Trot AB" is a longer name.
    let before = at
        .checked_sub(1)
        .filter(|_| !context.pack.language().nouns_capitalized);
    let longer =
        line.capital(at + found.n_tokens) || before.is_some_and(|b| b > 0 && line.capital(b));
    if longer {
        return None;
    }
    let otherwise = || {
        let given = context.lexicon.names().genders.of(None, word).is_some();
        given || words.never_names.has(word) || is_common_noun(context, line, at)
    };
    if single && otherwise() {
        return None;
    }
    found.senses.truncate(1);
    Some(found)
}

/// Fewest bytes of a state's name in another language.
const LEAST_FOREIGN: usize = 4;
