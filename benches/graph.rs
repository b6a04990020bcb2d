//! Benches of the graph's queries on synthetic tables of 10^3 to 10^5 events; see benches/scale.rs for large ones and for medians over random queries.

use newsgraph::graph::{
    Criterion, EntityId, Filter, Graph, JourneyOptions, Measure, PathOptions, file,
};
use newsgraph::import::{Mapping, import};
use newsgraph::lexicon::Lexicon;
use std::fmt::Write as _;

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn table(n: usize) -> Vec<u8> {
    let mut text = String::from("date\tsource\ttarget\tcameo\n");
    let mut state = 1_u64;
    let mut draw = |n: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    for _ in 0..n {
        let (month, day) = (draw(12) + 1, draw(28) + 1);
        let (a, b) = (draw(n / 20 + 5), draw(n / 20 + 5));
        writeln!(text, "2020-{month:02}-{day:02}\tActor {a}\tActor {b}\t040")
            .expect("writing to a string");
    }
    text.into_bytes()
}

fn graph(n: usize) -> Graph {
    let lexicon = Lexicon::open(None).expect("the embedded data is sound");
    let mapping = Mapping::preset(&lexicon.files, "icews").expect("the preset exists");
    import(&table(n), &mapping, &lexicon)
        .expect("a sound table")
        .graph
}

fn busiest(graph: &Graph) -> (EntityId, EntityId) {
    let top = graph.top(Measure::Events, 2, &Filter::default(), |_| true);
    (top[0].0, top[1].0)
}

#[divan::bench(args = SIZES)]
fn pair(bencher: divan::Bencher, n: usize) {
    let graph = graph(n);
    let (a, b) = busiest(&graph);
    bencher.bench(|| graph.events_between(a, b, &Filter::default()));
}

#[divan::bench(args = SIZES)]
fn partners(bencher: divan::Bencher, n: usize) {
    let graph = graph(n);
    let (a, _) = busiest(&graph);
    bencher.bench(|| graph.partners(a, &Filter::default()));
}

#[divan::bench(args = SIZES)]
fn path(bencher: divan::Bencher, n: usize) {
    let graph = graph(n);
    let (a, b) = busiest(&graph);
    bencher.bench(|| graph.shortest_path(a, b, &PathOptions::default()));
}

#[divan::bench(args = SIZES)]
fn journey(bencher: divan::Bencher, n: usize) {
    let graph = graph(n);
    let (a, b) = busiest(&graph);
    let options = JourneyOptions {
        criterion: Criterion::Fastest,
        ..JourneyOptions::default()
    };
    bencher.bench(|| graph.journey(a, b, &options));
}

#[divan::bench(args = SIZES)]
fn write_file(bencher: divan::Bencher, n: usize) {
    let graph = graph(n);
    bencher.bench(|| file::to_bytes(&graph, file::Form::Binary));
}
