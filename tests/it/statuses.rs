//! Counts speak of what happened, and all of them of the same: partners, pairs, rankings, cards and exports agree.

use crate::fixture;
use newsgraph::base::record::Status;
use newsgraph::graph::{EntityId, Filter, Graph};
use newsgraph::lexicon::Lexicon;
use newsgraph::query::result::{Answer, Cell, Options};
use newsgraph::query::status::APART;
use newsgraph::query::{Vocabulary, run};

fn ask(text: &str, graph: &Graph, vocabulary: &Vocabulary) -> Answer {
    run(text, graph, vocabulary, &Options::default()).unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn vocabulary() -> Vocabulary {
    Vocabulary::new(&Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")))
}

/// Counts shared events by hand: those that happened, and the others.
fn shared(graph: &Graph, a: EntityId, b: EntityId) -> (u64, u64) {
    let all = graph.events_between(a, b, &Filter::default());
    let done = all.iter().filter(|e| graph.status(**e) == Status::Happened);
    let done = done.count() as u64;
    (done, all.len() as u64 - done)
}

#[test]
fn partners_pairs_and_rankings_count_what_happened() {
    let (graph, vocabulary) = (fixture::graph(), vocabulary());
    let (mut apart, mut only) = (0, false);
    for who in graph.entities() {
        let partners = ask(
            &format!("neighbors @{}", graph.entity(who).key),
            &graph,
            &vocabulary,
        );
        only |= partners.notes.iter().any(|n| n.contains("planned"));
        for row in &partners.rows {
            let (done, others) = shared(&graph, row.entities[0], who);
            assert_eq!(row.cells.get(1), Some(&Cell::Count(done)));
            assert_eq!(
                row.events.len() as u64,
                done,
                "the events behind a count are those counted"
            );
            assert_eq!(row.cells.last() == Some(&Cell::Empty), others == 0);
            apart += others;
        }
    }
    assert!(
        apart > 0 || only,
        "the fixture has a planned event, and it is told apart"
    );
    for row in &ask("top 50 pairs", &graph, &vocabulary).rows {
        let (done, _) = shared(&graph, row.entities[0], row.entities[1]);
        assert_eq!(row.cells.get(2), Some(&Cell::Count(done)));
    }
    let total = ask("count events", &graph, &vocabulary);
    let done = graph
        .all_events()
        .filter(|e| graph.status(*e) == Status::Happened);
    let done = Cell::Count(done.count() as u64);
    assert_eq!(total.rows[0].cells.first(), Some(&done));
    assert!(total.columns.iter().any(|c| c == APART));
}

#[test]
fn a_question_that_names_a_status_counts_that() {
    let (graph, vocabulary) = (fixture::graph(), vocabulary());
    let n = |text: &str| match ask(text, &graph, &vocabulary).rows[0].cells.first() {
        Some(Cell::Count(n)) => *n,
        other => panic!("{text}: {other:?}"),
    };
    let all = n("count events status any");
    assert_eq!(all, graph.n_events() as u64);
    assert_eq!(
        all,
        n("count events") + n("count events status planned,denied,hypothetical")
    );
}
