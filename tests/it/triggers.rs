//! The examples of the trigger tables, run through the whole chain: what a match must find and a near miss must not.
//!
//! The parser errs, so not every example can hold; the floors say how many do, and may only rise.

use super::article::read;
use newsgraph::lexicon::triggers::Trigger;
use newsgraph::pipeline::Engine;

/// Language, share of matches that must be found, share of near misses that must stay silent.
const FLOORS: &[(&str, f64, f64)] = &[("de", 0.98, 1.0), ("en", 0.985, 1.0), ("sv", 0.99, 1.0)];

/// Tells whether a sentence gives an event of the trigger's type.
fn fires(engine: &Engine, lang: &str, sentence: &str, trigger: &Trigger) -> bool {
    let record = read(engine, lang, sentence, None);
    let told = record.events.iter().any(|e| {
        e.event_type == trigger.event && (trigger.mode.is_none() || e.mode == trigger.mode)
    });
    // An example may name one party only: then the record leaves the event out and says so, but the trigger fired.
    let left_out = format!("{} \"", trigger.event);
    let mut notes = record.diagnostics.iter();
    told || notes.any(|d| d.message.starts_with(&left_out))
}

#[test]
fn examples_of_the_triggers_hold() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut wrong = Vec::new();
    for (lang, least_found, least_silent) in FLOORS {
        let pack = engine.lexicon.pack(lang).expect("the pack is embedded");
        let (mut matches, mut found, mut misses, mut silent) = (0, 0, 0, 0);
        for trigger in &pack.triggers().entries {
            for sentence in &trigger.matches {
                matches += 1;
                found += usize::from(fires(&engine, lang, sentence, trigger));
            }
            for sentence in &trigger.silent {
                misses += 1;
                let told = fires(&engine, lang, sentence, trigger);
                silent += usize::from(!told);
                if told {
                    eprintln!("{} is told in {sentence:?}", trigger.id);
                }
            }
        }
        let share = |part: usize, whole: usize| part as f64 / f64::from(whole as u32);
        let (f, s) = (share(found, matches), share(silent, misses));
        eprintln!(
            "{lang}: {found} of {matches} matches found ({f:.3}), {silent} of {misses} near misses silent ({s:.3})"
        );
        if f < *least_found || s < *least_silent {
            wrong.push(format!(
                "{lang}: {f:.3} found (floor {least_found}), {s:.3} silent (floor {least_silent})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
