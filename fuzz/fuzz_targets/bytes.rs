//! Raw bytes as a file of every kind, through reading, articles and every stage of extraction. The first byte chooses the kind.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsgraph::pipeline::Engine;
use newsgraph::pipeline::source::Options;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::open(None).unwrap_or_else(|e| panic!("{e}")));

const ENDINGS: [&str; 6] = ["txt", "md", "html", "json", "jsonl", "txt.gz"];

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    let ending = ENDINGS[usize::from(*kind) % ENDINGS.len()];
    let name = format!("newsgraph-fuzz-{}.{ending}", std::process::id());
    let file = std::env::temp_dir().join(name).display().to_string();
    std::fs::write(&file, bytes).unwrap_or_else(|e| panic!("{e}"));
    let small = Options {
        piece: 600,
        largest: 8000,
        line: 8000,
        user_date: None,
        user_lang: None,
    };
    let found = ENGINE.run_with(std::slice::from_ref(&file), small, &mut |_, _| ());
    for record in &found.records {
        let known: Vec<&str> = record.entities.iter().map(|e| e.id.as_str()).collect();
        for event in &record.events {
            let parties = event.actors.iter().chain(&event.recipients);
            assert!(parties.into_iter().all(|p| known.contains(&p.as_str())));
            assert!(event.span[0] <= event.span[1]);
        }
    }
});
