//! "US-Milliardär", "der US-Milliardär Jane Doe": states in words for private persons.
//!
//! In: a line with its names, parts of compounds and roles. Out: the same without the states that only say of where somebody is. Invariant: officials keep
//! their state. Does not: find names.

use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};

/// "US-Milliardär", "der US-Milliardär Jane Doe": the state of a private person does nothing, nor does it where the name of a person stands behind the
/// word, which then says of what state he is.
pub(super) fn spare(context: &Context, line: &mut Line) {
    let private = &context.pack.mention_words().private_nouns;
    let opens = |c: &Candidate, line: &Line| {
        let compound = c.part.is_some_and(|p| p.0 == 0) && c.end == c.start + 1;
        let actor = matches!(c.class, EntityClass::Country | EntityClass::Organisation);
        let capital = line.word(c.start).rsplit('-').next();
        let noun = capital.is_some_and(|n| n.starts_with(char::is_uppercase));
        compound && actor && noun && !line.word(c.start).ends_with('-')
    };
    let mut kept: Vec<usize> = Vec::new();
    let mut of: Vec<(usize, usize)> = Vec::new();
    for (index, candidate) in line.candidates.iter().enumerate() {
        let word = line.word(candidate.start).to_lowercase();
        let trade = || private.iter().any(|p| word.ends_with(p.as_str()));
        let person = |c: &Candidate| {
            c.start == candidate.end
                && c.class == EntityClass::Person
                && c.form == MentionForm::Name
                && !c.genitive
                && c.end > c.start + 1
        };
        let named = line.candidates.iter().position(person);
        let capitals = context.pack.language().nouns_capitalized;
        if opens(candidate, line) && (trade() || named.is_some() && capitals) {
            of.extend(named.map(|n| (n, index)));
        } else {
            kept.push(index);
        }
    }
    if kept.len() == line.candidates.len() {
        return;
    }
    let gazetteer = context.lexicon.gazetteer();
    for (person, state) in of {
        let entry = line.candidates.get(state).and_then(|c| c.entry);
        let country = entry.and_then(|e| gazetteer.at(e)).and_then(|e| e.country);
        let country = country.filter(|c| gazetteer.country(c).is_some());
        if let Some(person) = line
            .candidates
            .get_mut(person)
            .filter(|p| p.entry.is_none())
        {
            person.country = person.country.take().or(country.map(str::to_owned));
        }
    }
    line.keep(&kept);
}
