//! Windows, unions and imported tables against known answers.

use super::*;

#[test]
fn windows_know_what_may_and_what_must_lie_inside() {
    let graph = Graph::from_world(rich());
    let x = actor(&graph, 0);
    let year = Window::days(date(366), date(366 + 364));
    assert_eq!(
        graph.events_of(x, &Filter::window(year)).len(),
        4,
        "day, month, year and open stretch of 2021"
    );
    let certain = Window {
        certain: true,
        ..year
    };
    assert_eq!(graph.events_of(x, &Filter::window(certain)).len(), 3);
    assert_eq!(graph.events_of(x, &Filter::default()).len(), 10);
    let known = |day: u32| Filter {
        known_by: Some(newsgraph::graph::day_number(date(day))),
        ..Filter::default()
    };
    assert!(graph.events_of(x, &known(366)).is_empty());
    assert_eq!(graph.events_of(x, &known(366 + 150)).len(), 10);
    let german = Filter {
        language: Some("de".to_owned()),
        ..Filter::default()
    };
    assert_eq!(graph.events_of(x, &german).len(), 10);
    let place = actor(&graph, 4);
    assert_eq!(
        graph
            .events_where(&Filter {
                place: Some(place),
                ..Filter::default()
            })
            .len(),
        1
    );
    assert_eq!(
        graph.find("ake oberg").first().map(|h| (h.entity, h.by)),
        Some((x, NameMatch::Exact))
    );
}

#[test]
fn unions_do_not_depend_on_order() {
    let record = |id: &str, title: &str| ArticleRecord {
        id: id.to_owned(),
        title: Some(title.to_owned()),
        ..ArticleRecord::default()
    };
    let (a, b, c) = (
        vec![record("1", "x")],
        vec![record("1", "y"), record("2", "z")],
        vec![record("0", "w")],
    );
    let one = merge::union_records([a.clone(), b.clone(), c.clone()]);
    assert_eq!(one, merge::union_records([c.clone(), b.clone(), a.clone()]));
    assert_eq!(
        one,
        merge::union_records([merge::union_records([b, a]), c.clone(), c])
    );
    let (x, y) = (world(&[(0, 1, 2, 0)]), rich());
    let joined = |list: [World; 2]| Graph::from_world(merge::union_worlds(list));
    assert_eq!(
        file::to_bytes(&joined([x.clone(), y.clone()]), Form::Readable),
        file::to_bytes(&joined([y, x]), Form::Readable)
    );
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn icews_gives_the_known_answers() {
    use newsgraph::import::{Mapping, import};
    use std::io::Read as _;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/bench/icews18.named.tsv.gz");
    let Ok(packed) = std::fs::read(&path) else {
        eprintln!("skipped: {} is absent", path.display());
        return;
    };
    let mut table = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_end(&mut table)
        .expect("a gzip file");
    let lexicon = newsgraph::lexicon::Lexicon::open(None).expect("the embedded data is sound");
    let mapping = Mapping::preset(&lexicon.files, "icews").expect("the preset exists");
    let imported = import(&table, &mapping, &lexicon).expect("a sound table");
    let graph = imported.graph;
    assert_eq!(
        (imported.n_rows, imported.n_skipped, graph.n_events()),
        (468_558, 0, 468_558)
    );
    let one = |name: &str| graph.find(name).first().expect("a hit").entity;
    let found = graph.events_between(
        one("Vladimir Putin"),
        one("Ilham Aliyev"),
        &Filter::default(),
    );
    assert_eq!(
        (found.len(), graph.n_folded(&found), graph.n_dates(&found)),
        (30, 19, 15)
    );
    let police = graph.entity(one("Police (Ukraine)"));
    assert_eq!(
        (police.name, police.country, police.sector),
        ("Police (Ukraine)", Some("UKR"), Some("COP"))
    );
    assert!(graph.check().is_empty(), "{:?}", graph.check());
}
