//! How import, files and queries grow: synthetic tables from 10^4 to 10^7 events, or a table of one's own.
//!
//! `cargo bench --bench scale -- --sizes 10000,100000` · `-- --table EVENTS.tsv [--preset icews] [--answers OUT.json]`
//! Prints one Markdown row a size. `--answers` writes the 200 queries, what they gave, and their medians, for benches/peers/compare.py.
//! Without arguments (as under `cargo test`) it runs 10^3 events only.

use newsgraph::graph::{
    Criterion, EntityId, EventId, Filter, Graph, JourneyOptions, Measure, PathOptions, Window,
    date_of, day_number, file,
};
use newsgraph::import::{Mapping, import};
use newsgraph::lexicon::Lexicon;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

const QUERIES: usize = 200;

/// A small generator of our own, so that every machine gets the same tables and queries (Steele, Lea, Flood 2014: SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Skewed towards small numbers, as actors in the news are: a cube of a uniform number.
    fn skewed(&mut self, n: usize) -> usize {
        let u = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((u * u * u) * n as f64) as usize
    }
}

fn synthetic(n: usize) -> Vec<u8> {
    let mut random = Random(n as u64);
    let actors = (n / 20).max(50);
    let start = day_number(chrono::NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date"));
    let days = (n / 1500).clamp(365, 9000);
    let codes = [
        "010", "020", "036", "040", "042", "051", "057", "112", "173", "190",
    ];
    let mut table = String::from("date\tsource\ttarget\tcameo\n");
    for _ in 0..n {
        let day = date_of(start + random.below(days) as i32).expect("a day of this century");
        let (a, b) = (random.skewed(actors), random.skewed(actors));
        let code = codes[random.below(codes.len())];
        writeln!(table, "{day}\tActor Number {a}\tActor Number {b}\t{code}")
            .expect("writing to a string");
    }
    table.into_bytes()
}

/// One query of the set: two entities that share an event, and a window of 90 days.
struct Query {
    a: EntityId,
    b: EntityId,
    /// Ends drawn at random, for paths.
    c: EntityId,
    d: EntityId,
    window: Window,
}

fn queries(graph: &Graph) -> Vec<Query> {
    let mut random = Random(7);
    let n = graph.n_events();
    let events: Vec<EventId> = graph.all_events().collect();
    let drawn = |random: &mut Random| loop {
        let view = graph.event(events[random.below(n)]);
        if let (Some(a), Some(b)) = (view.actors.first(), view.recipients.first())
            && a != b
        {
            return (
                *a,
                *b,
                view.date
                    .and_then(|d| d.lo)
                    .expect("imported events are dated"),
            );
        }
    };
    (0..QUERIES)
        .map(|_| {
            let (a, b, day) = drawn(&mut random);
            let ((c, ..), (_, d, _)) = (drawn(&mut random), drawn(&mut random));
            let lo = day - chrono::Days::new(random.below(90) as u64);
            Query {
                a,
                b,
                c,
                d,
                window: Window::days(lo, lo + chrono::Days::new(89)),
            }
        })
        .collect()
}

/// Measures one kind of query: median nanoseconds over the set, warm; and every answer as numbers.
fn measure(queries: &[Query], mut run: impl FnMut(&Query) -> usize) -> (f64, Vec<usize>) {
    let answers: Vec<usize> = queries.iter().map(&mut run).collect();
    let mut times: Vec<f64> = queries
        .iter()
        .map(|q| {
            let rounds = 5;
            let start = Instant::now();
            for _ in 0..rounds {
                black_box(run(black_box(q)));
            }
            start.elapsed().as_nanos() as f64 / f64::from(rounds)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], answers)
}

type Measured = Vec<(&'static str, f64, Vec<usize>)>;

fn all_queries(graph: &Graph, set: &[Query]) -> Measured {
    let filter = |q: &Query| Filter::window(q.window);
    let all = Filter::default();
    let path = |q: &Query, options: &PathOptions| {
        graph
            .shortest_path(q.c, q.d, options)
            .map_or(99, |p| p.steps.len())
    };
    let arrival = |q: &Query| {
        let found = graph.journey(
            q.c,
            q.d,
            &JourneyOptions {
                criterion: Criterion::Earliest,
                ..JourneyOptions::default()
            },
        );
        let last = found.and_then(|p| graph.event(p.steps.last()?.event).date?.lo);
        last.map_or(0, |d| day_number(d) as usize)
    };
    let mut out: Measured = Vec::new();
    let mut add = |name, result: (f64, Vec<usize>)| out.push((name, result.0, result.1));
    add(
        "q1 pair",
        measure(set, |q| graph.events_between(q.a, q.b, &all).len()),
    );
    add(
        "q1w pair in a window",
        measure(set, |q| graph.events_between(q.a, q.b, &filter(q)).len()),
    );
    add(
        "q2 partners in a window",
        measure(set, |q| graph.partners(q.a, &filter(q)).len()),
    );
    add(
        "q3 two hops",
        measure(set, |q| graph.n_within(q.a, 2, &all)),
    );
    add(
        "q4 shortest path",
        measure(set, |q| path(q, &PathOptions::default())),
    );
    add(
        "q5 path in a window",
        measure(set, |q| {
            path(
                q,
                &PathOptions {
                    filter: filter(q),
                    ..PathOptions::default()
                },
            )
        }),
    );
    add(
        "q6 top 20 in a window",
        measure(set, |q| {
            graph
                .top(Measure::Events, 20, &filter(q), |_| true)
                .iter()
                .map(|t| t.1 as usize)
                .sum()
        }),
    );
    add("q7 earliest journey", measure(set, arrival));
    out
}

fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

#[expect(clippy::print_stdout, reason = "the table is the result")]
fn report(
    name: &str,
    table: &[u8],
    mapping: &Mapping,
    lexicon: &Lexicon,
) -> (Graph, Vec<Query>, Measured) {
    let start = Instant::now();
    let graph = import(table, mapping, lexicon)
        .expect("a sound table")
        .graph;
    let path = std::env::temp_dir().join(format!("newsgraph-scale-{}.ng", std::process::id()));
    file::save(&graph, &path).expect("the folder for temporary files can be written");
    let import_seconds = start.elapsed().as_secs_f64();
    let peak = peak_megabytes();
    let set = queries(&graph);
    let first = set.first().expect("two hundred queries");
    let mut opens: Vec<f64> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let opened = file::open(&path).expect("the file just written");
            black_box(opened.events_between(first.a, first.b, &Filter::default()));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    opens.sort_by(f64::total_cmp);
    let megabytes = std::fs::metadata(&path).map_or(0, |m| m.len()) as f64 / 1e6;
    std::fs::remove_file(&path).expect("the file just written");
    let measured = all_queries(&graph, &set);
    let times: String = measured
        .iter()
        .map(|m| format!(" {:.1} |", m.1 / 1000.0))
        .collect();
    println!(
        "| {name} | {} | {import_seconds:.2} | {peak:.0} | {megabytes:.1} | {:.1} |{times}",
        graph.n_events(),
        opens[4]
    );
    (graph, set, measured)
}

fn answers(graph: &Graph, set: &[Query], measured: &Measured) -> String {
    let name = |e: EntityId| graph.name(e).to_owned();
    let day = |d: i32| date_of(d).map(|d| d.to_string());
    let queries: Vec<_> = set
        .iter()
        .map(|q| {
            serde_json::json!([
                name(q.a),
                name(q.b),
                name(q.c),
                name(q.d),
                day(q.window.lo),
                day(q.window.hi)
            ])
        })
        .collect();
    let results: Vec<_> = measured
        .iter()
        .map(|m| serde_json::json!({"query": m.0, "ns": m.1, "answers": m.2}))
        .collect();
    serde_json::json!({ "queries": queries, "newsgraph": results }).to_string()
}

fn argument(name: &str) -> Option<String> {
    std::env::args().skip_while(|a| a != name).nth(1)
}

fn read_table(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("the table can be read");
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut plain = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::MultiGzDecoder::new(bytes.as_slice()),
        &mut plain,
    )
    .expect("a gzip file");
    plain
}

#[expect(clippy::print_stdout, reason = "the table is the result")]
fn main() {
    let lexicon = Lexicon::open(None).expect("the embedded data is sound");
    let preset = argument("--preset").unwrap_or_else(|| "icews".to_owned());
    let mapping = Mapping::preset(&lexicon.files, &preset).expect("a preset that exists");
    println!(
        "| table | events | import and save s | peak MB | .ng MB | open to first answer ms | q1 µs | q1w | q2 | q3 | q4 | q5 | q6 | q7 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    if let Some(path) = argument("--table").map(PathBuf::from) {
        let (graph, set, measured) = report("own", &read_table(&path), &mapping, &lexicon);
        if let Some(out) = argument("--answers") {
            std::fs::write(out, answers(&graph, &set, &measured))
                .expect("the answers can be written");
        }
        return;
    }
    let sizes = argument("--sizes").unwrap_or_else(|| "1000".to_owned());
    for size in sizes.split(',').filter_map(|s| s.parse::<usize>().ok()) {
        report("synthetic", &synthetic(size), &mapping, &lexicon);
    }
}
