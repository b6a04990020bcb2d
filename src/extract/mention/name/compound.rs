//! Words with hyphens: the actors they name ("US-Sanktionen"), and the bodies they are the name of ("Gates-Stiftung").
//!
//! In: a [`Line`] with the names found so far. Out: the same with candidates for parts of words, or for the whole of one. Does not: cut a name that was found.

use crate::base::analysis::{EntityClass, MentionForm};
use crate::base::letters::small;
use crate::extract::mention::{Candidate, Context, Line};
use crate::lexicon::gazetteer::SenseKind;

/// Parts of hyphen compounds ("US-Sanktionen", "EU-länder", "USA-Ryssland") name their actors, too.
pub(super) fn find(context: &Context, line: &mut Line) {
    for at in 0..line.tokens.len() {
        let word = line.word(at);
        if !word.contains('-') || !line.free(at, at + 1) {
            continue;
        }
        if is_body(context, word) {
            let body = Candidate::new(at, at + 1, EntityClass::Organisation, "compound", 0.7);
            line.candidates.push(body);
            continue;
        }
        for (from, part) in parts(word) {
            if let Some((entry, form)) = compound_part(context, part)
                && let Some(known) = context.lexicon.gazetteer().at(entry)
            {
                let mut candidate =
                    Candidate::new(at, at + 1, known.class, "gazetteer:compound", 0.6);
                candidate.part = Some((from, from + part.len()));
                candidate.entry = Some(entry);
                candidate.form = form;
                line.candidates.push(candidate);
            }
        }
    }
}

/// Cuts a word at its hyphens: `(first byte, part)`.
pub(super) fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    word.split('-').map(move |part| {
        let start = from;
        from += part.len() + 1;
        (start, part)
    })
}

/// What a part of a compound names, if it is a state or a body.
pub(super) fn compound_part(context: &Context, part: &str) -> Option<(usize, MentionForm)> {
    if part.chars().count() < 2 || !part.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let gazetteer = context.lexicon.gazetteer();
    let found = gazetteer.lookup(part, &context.pack.code)?;
    let sense = found
        .senses
        .iter()
        .find(|s| matches!(s.kind, SenseKind::Name | SenseKind::Seat))?;
    let entry = gazetteer.at(sense.entry)?;
    let fits = matches!(
        entry.class,
        EntityClass::Country | EntityClass::Organisation
    ) && !entry.common;
    let form = if sense.kind == SenseKind::Seat {
        MentionForm::Metonym
    } else {
        MentionForm::Name
    };
    fits.then_some((sense.entry, form))
}

/// "Gates-Stiftung": is the word the name of a body, by its last part?
fn is_body(context: &Context, word: &str) -> bool {
    let bodies = &context.pack.mention_words().compound_bodies;
    let Some((name, noun)) = word.rsplit_once('-') else {
        return false;
    };
    let noun = small(noun);
    let state = name
        .split('-')
        .any(|p| compound_part(context, p).is_some_and(|c| is_state(context, c.0)));
    let capital = name.starts_with(char::is_uppercase);
    // "die US-Stiftung" is none of that name.
    capital && !state && bodies.iter().any(|b| *b == *noun)
}

fn is_state(context: &Context, entry: usize) -> bool {
    let entry = context.lexicon.gazetteer().at(entry);
    entry.is_some_and(|e| e.class == EntityClass::Country)
}
