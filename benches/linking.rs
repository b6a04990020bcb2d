//! Linking a million mentions of a hundred thousand people on one core; asked: under 10 seconds and 500 MB.
//!
//! Under `cargo test` it runs once with few names. Names are made of syllables by a fixed rule, so every run sees the same.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

use newsgraph::base::analysis::EntityClass;
use newsgraph::base::record::EntityRecord;
use newsgraph::lexicon::Lexicon;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::resolve::link::{Member, link};

fn main() {
    divan::main();
}

const STARTS: [&str; 20] = [
    "Ba", "Do", "Ka", "Le", "Mi", "No", "Pe", "Ra", "Si", "To", "Va", "Zo", "Cha", "Sha", "Gri",
    "Bro", "Kle", "Fra", "Sto", "Tre",
];
const MIDDLES: [&str; 20] = [
    "ro", "li", "ma", "ne", "ko", "ti", "va", "du", "be", "sha", "ga", "pi", "lo", "mu", "re",
    "ka", "ni", "to", "se", "fa",
];
const ENDS: [&str; 12] = [
    "nov", "sky", "man", "ez", "dze", "yan", "son", "ini", "ko", "ic", "berg", "ov",
];
const GIVEN: [&str; 16] = [
    "Anna", "Boris", "Carla", "David", "Elena", "Fatima", "Georg", "Hassan", "Ivan", "Julia",
    "Karim", "Laura", "Maria", "Nikolai", "Olga", "Peter",
];

fn pick<'t>(list: &[&'t str], n: usize) -> &'t str {
    list.get(n % list.len()).copied().unwrap_or("")
}

fn name(n: usize) -> String {
    let mixed = n.wrapping_mul(2_654_435_761) >> 3;
    let given = pick(&GIVEN, mixed / 96_000);
    let middle = pick(&MIDDLES, mixed / 4800);
    format!(
        "{given} {}{}{}{}",
        pick(&STARTS, mixed),
        pick(&MIDDLES, mixed / 20),
        pick(&MIDDLES, mixed / 400),
        pick(&ENDS, mixed / 8000)
    ) + if n.is_multiple_of(3) { middle } else { "" }
}

fn run(n_names: usize, n_mentions: usize) -> usize {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let records: Vec<EntityRecord> = (0..n_names)
        .map(|n| EntityRecord {
            id: format!("p{n}"),
            class: EntityClass::Person,
            name: name(n),
            country: None,
            sector: None,
            external: None,
            mentions: vec![name(n)],
            spans: Vec::new(),
            reasons: Vec::new(),
        })
        .collect();
    let members: Vec<Member<'_>> = records
        .iter()
        .cycle()
        .take(n_mentions)
        .map(|entity| Member {
            article: "a",
            entity,
            roles: Vec::new(),
        })
        .collect();
    let start = std::time::Instant::now();
    let n = link(&members, lexicon.names(), &Judgements::default())
        .groups
        .len();
    println!(
        "{n_mentions} mentions of {n_names} names: {n} people in {:.2?}",
        start.elapsed()
    );
    n
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn a_million_mentions() -> usize {
    if cfg!(debug_assertions) {
        run(500, 5000)
    } else {
        run(100_000, 1_000_000)
    }
}
