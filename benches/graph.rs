//! Statement latencies: from the text of a statement to its rows in memory (parsing, name look-up, execution; no rendering).
//!
//! `cargo bench --bench graph -- --table EVENTS.tsv.gz [--preset icews] [--rounds 5]` prints one Markdown row a kind of statement: median, 90th
//! percentile and mean over 200 random statements, warm. Without a table (as under `cargo test`) it runs on a small synthetic one.
//! The ceilings are those of the design; a run with `--strict` fails where a median is above its ceiling.

use newsgraph::graph::{EntityId, EventId, Graph, date_of, day_number};
use newsgraph::import::{Mapping, import};
use newsgraph::lexicon::Lexicon;
use newsgraph::query::{Options, Vocabulary, run};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

const QUERIES: usize = 200;
const WINDOW_DAYS: i32 = 90;

/// A small generator of our own, so that every machine asks the same (Steele, Lea, Flood 2014: SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

/// Names and window of one set of statements: two actors who share an event, the ends of a path from two events, a window around an event.
struct Draw {
    a: String,
    b: String,
    c: String,
    d: String,
    lo: String,
    hi: String,
}

fn draws(graph: &Graph) -> Vec<Draw> {
    let mut random = Random(7);
    let events: Vec<EventId> = graph.all_events().collect();
    let mut pair = || loop {
        let view = graph.event(events[random.below(events.len())]);
        let day = view.date.and_then(|d| d.lo).map(day_number);
        if let (Some(a), Some(b), Some(day)) = (view.actors.first(), view.recipients.first(), day)
            && a != b
        {
            return (*a, *b, day, random.below(WINDOW_DAYS as usize) as i32);
        }
    };
    let name = |e: EntityId| graph.name(e).to_owned();
    let day = |d: i32| date_of(d).map(|d| d.to_string()).unwrap_or_default();
    (0..QUERIES)
        .map(|_| {
            let (a, b, at, before) = pair();
            let ((c, ..), (_, d, ..)) = (pair(), pair());
            Draw {
                a: name(a),
                b: name(b),
                c: name(c),
                d: name(d),
                lo: day(at - before),
                hi: day(at - before + WINDOW_DAYS - 1),
            }
        })
        .collect()
}

/// What is asked, the ceiling of its median in microseconds, and the statement.
type Kind = (&'static str, f64, fn(&Draw) -> String);

const KINDS: [Kind; 8] = [
    ("pair timeline", 15.0, |d| {
        format!("timeline \"{}\" and \"{}\"", d.a, d.b)
    }),
    ("pair timeline in a window", 10.0, |d| {
        format!(
            "timeline \"{}\" and \"{}\" from {} to {}",
            d.a, d.b, d.lo, d.hi
        )
    }),
    ("neighbours in a window, grouped", 50.0, |d| {
        format!("neighbors \"{}\" from {} to {}", d.a, d.lo, d.hi)
    }),
    ("count within two hops", 20.0, |d| {
        format!("count neighbors \"{}\" within 2 hops", d.a)
    }),
    ("shortest path", 10.0, |d| {
        format!("path \"{}\" to \"{}\"", d.c, d.d)
    }),
    ("path in a window", 50.0, |d| {
        format!("path \"{}\" to \"{}\" from {} to {}", d.c, d.d, d.lo, d.hi)
    }),
    ("top 20 in a window", 250.0, |d| {
        format!("top 20 actors from {} to {}", d.lo, d.hi)
    }),
    ("journey", 1000.0, |d| {
        format!("journeys \"{}\" to \"{}\" earliest", d.c, d.d)
    }),
];

/// Times of every statement in microseconds, ascending, and the rows of all answers.
fn measure(
    texts: &[String],
    rounds: u32,
    graph: &Graph,
    vocabulary: &Vocabulary,
) -> (Vec<f64>, usize) {
    let options = Options::default();
    let ask = |text: &str| {
        run(text, graph, vocabulary, &options).unwrap_or_else(|e| panic!("{text}: {e}"))
    };
    let rows = texts.iter().map(|t| ask(t).rows.len()).sum();
    let mut times: Vec<f64> = texts
        .iter()
        .map(|text| {
            let start = Instant::now();
            for _ in 0..rounds {
                black_box(ask(black_box(text)));
            }
            start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times, rows)
}

fn synthetic(n: usize) -> Vec<u8> {
    let mut random = Random(1);
    let mut text = String::from("date\tsource\ttarget\tcameo\n");
    for _ in 0..n {
        let (month, day) = (random.below(12) + 1, random.below(28) + 1);
        let (a, b) = (random.below(n / 20 + 5), random.below(n / 20 + 5));
        writeln!(text, "2020-{month:02}-{day:02}\tActor {a}\tActor {b}\t040")
            .expect("writing to a string");
    }
    text.into_bytes()
}

fn argument(name: &str) -> Option<String> {
    std::env::args().skip_while(|a| a != name).nth(1)
}

fn read_table(path: &str) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut plain = Vec::new();
    let mut reader = flate2::read::MultiGzDecoder::new(bytes.as_slice());
    std::io::Read::read_to_end(&mut reader, &mut plain).expect("a gzip file");
    plain
}

#[expect(clippy::print_stdout, reason = "the table is the result")]
fn main() {
    let lexicon = Lexicon::open(None).expect("the embedded data is sound");
    let preset = argument("--preset").unwrap_or_else(|| "icews".to_owned());
    let mapping = Mapping::preset(&lexicon.files, &preset).expect("a preset that exists");
    let table = argument("--table").map_or_else(|| synthetic(1000), |path| read_table(&path));
    let rounds = argument("--rounds").and_then(|r| r.parse().ok());
    let graph = import(&table, &mapping, &lexicon)
        .expect("a sound table")
        .graph;
    drop(table);
    let vocabulary = Vocabulary::new(&lexicon);
    let set = draws(&graph);
    let only = argument("--only");
    let mut above = 0;
    println!(
        "| statement | asked µs | median µs | 90 % µs | mean µs | rows |\n|---|---|---|---|---|---|"
    );
    for (name, ceiling, statement) in KINDS {
        if only.as_deref().is_some_and(|o| !name.contains(o)) {
            continue;
        }
        let texts: Vec<String> = set.iter().map(statement).collect();
        let (times, rows) = measure(&texts, rounds.unwrap_or(5), &graph, &vocabulary);
        let (median, late) = (times[times.len() / 2], times[times.len() * 9 / 10]);
        let mean = times.iter().sum::<f64>() / times.len() as f64;
        println!("| {name} | {ceiling} | {median:.1} | {late:.1} | {mean:.1} | {rows} |");
        above += u32::from(median > ceiling);
    }
    if above > 0 && std::env::args().any(|a| a == "--strict") {
        println!("{above} medians above their ceilings");
        std::process::exit(1);
    }
}
