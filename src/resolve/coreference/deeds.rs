//! What a verb may tell: the triggers that it may be the head of.
//!
//! In: a verb of a sentence. Out: entries of the language's triggers. Invariant: a guess by the words alone, before events are read. Does not: look at
//! who does what (extract::event).

use super::Grammar;
use crate::base::analysis::Upos;
use crate::lexicon::ontology::{EventType, Mode, Ontology};
use crate::lexicon::triggers::Trigger;
use crate::lexicon::{Lexicon, Pack};

/// The triggers that a verb may be the head of, with a separated particle if there is one; those of one word before those that need more.
pub(in crate::resolve) fn triggers<'p>(
    grammar: &Grammar<'_>,
    at: (usize, usize),
    pack: &'p Pack,
) -> Vec<&'p Trigger> {
    let found = with_words(grammar, at, pack);
    let bare = found.iter().any(|(words, _)| *words == 0);
    let kept = found.into_iter().filter(|(words, _)| !bare || *words == 0);
    kept.map(|(_, t)| t).collect()
}

/// Those of them that the verb tells by itself ("praised", not "stressed his commitment").
pub(super) fn by_itself<'p>(
    grammar: &Grammar<'_>,
    at: (usize, usize),
    pack: &'p Pack,
) -> Vec<&'p Trigger> {
    let found = with_words(grammar, at, pack).into_iter();
    let bare = found.filter(|(words, _)| *words == 0);
    bare.map(|(_, t)| t).collect()
}

/// All of them, with the number of words that they need beside the verb.
fn with_words<'p>(
    grammar: &Grammar<'_>,
    (sentence, verb): (usize, usize),
    pack: &'p Pack,
) -> Vec<(usize, &'p Trigger)> {
    let form = grammar.word(sentence, verb).unwrap_or_default();
    let table = pack.triggers();
    let lemmas = pack.inflection().lemmas(&form, Some(Upos::Verb));
    let entries = |lemma: &str| {
        let phrases = table.phrases(lemma).iter().filter(|p| p.verbal);
        let known = phrases.filter_map(|p| Some((p.words.len(), table.entries.get(p.trigger)?)));
        known.collect::<Vec<_>>()
    };
    let particles = grammar.particles(sentence, verb);
    let joined = particles
        .iter()
        .flat_map(|p| lemmas.iter().map(move |l| [p.as_str(), l].concat()))
        .flat_map(|l| entries(&l));
    let mut found: Vec<_> = joined.collect();
    if found.is_empty() {
        found = lemmas.iter().flat_map(|l| entries(l)).collect();
    }
    found
}

/// The type of the event that a trigger tells, and its mode.
pub(in crate::resolve) fn kind<'o>(
    trigger: &Trigger,
    ontology: &'o Ontology,
) -> Option<(&'o EventType, Option<&'o Mode>)> {
    let kind = ontology.event_type(&trigger.event)?;
    let mode = trigger.mode.as_deref();
    Some((kind, mode.and_then(|m| ontology.mode(&kind.name, m))))
}

/// Does a verb only speak to or favour whom it acts upon, for all that it may tell? What holds, frees or hurts people does not.
pub(in crate::resolve) fn only_speaks(
    grammar: &Grammar<'_>,
    at: (usize, usize),
    (pack, lexicon): (&Pack, &Lexicon),
) -> bool {
    let found = triggers(grammar, at, pack);
    let speaks = |t: &&Trigger| {
        let kind = kind(t, &lexicon.ontology);
        kind.is_some_and(|(kind, mode)| {
            (kind.is_verbal() || kind.favours) && !mode.is_some_and(|m| m.frees)
        })
    };
    !found.is_empty() && found.iter().all(speaks)
}
