//! Extraction: time expressions, mentions, trees, events. In: sentences. Out: records with spans. Invariants: no I/O, no panic, no word of a language.

pub mod event;
