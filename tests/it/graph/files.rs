//! Both forms of a file: nothing is lost, nothing damaged is read, one writer at a time.

use super::*;

/// Dates of every form and precision.
fn any_date() -> impl Strategy<Value = Option<String>> {
    let day = (0..2000_u32).prop_map(|d| date(d).to_string());
    let forms = prop_oneof![
        day.clone(),
        (day.clone(), 0..400_u32).prop_map(|(d, n)| {
            let first: NaiveDate = d.parse().expect("a date");
            format!("{first}/{}", first + chrono::Days::new(u64::from(n) + 1))
        }),
        (1900..2030_u32, 1..13_u32).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (1900..2030_u32).prop_map(|y| y.to_string()),
        (190..203_u32).prop_map(|d| format!("{d}X")),
        (19..21_u32).prop_map(|c| format!("{c}XX")),
        day.clone().prop_map(|d| format!("../{d}")),
        day.clone().prop_map(|d| format!("{d}/..")),
        (1..13_u32, 1..29_u32).prop_map(|(m, d)| format!("XXXX-{m:02}-{d:02}")),
    ];
    let marks = prop::sample::select(vec!["", "", "~", "?", "%"]);
    let marked = (forms, marks).prop_map(|(text, mark)| {
        let text = format!("{text}{mark}");
        newsgraph::base::date::Interval::parse_edtf(&text)
            .ok()
            .map(|d| d.to_edtf())
    });
    prop_oneof![4 => marked, 1 => Just(None)]
}

/// Events that articles report, and rows of a table with a reporting day of their own.
fn any_event() -> impl Strategy<Value = Event> {
    let parties = || prop::collection::btree_set(0..N, 0..4);
    let other = || prop::option::of(0..N);
    let kind = (
        0..TYPES.len(),
        prop::option::of(0..3_u32),
        0..5_u8,
        prop::option::of(-10..10_i8),
    );
    let flags = (
        any::<bool>(),
        any::<bool>(),
        0..4_usize,
        0..6_usize,
        0..5_u8,
    );
    let told = prop_oneof![
        Just((Vec::new(), None)),
        (0..2000_u32, 0..3_u32).prop_map(|(d, n)| {
            let last = date(d + n);
            let days = if n == 0 {
                last.to_string()
            } else {
                format!("{}/{last}", date(d))
            };
            (Vec::new(), Some(days))
        }),
        (1..3_usize, prop::option::of(0..N)).prop_map(|(n, who)| (vec![(n, who)], None)),
    ];
    (
        any_date(),
        (parties(), parties(), other(), other()),
        kind,
        flags,
        told,
    )
        .prop_map(
            |(date, (actors, recipients, mediator, place), kind, flags, (told, reported))| {
                let report = |(n, who): &(usize, Option<usize>)| Report {
                    article: ["aa", "bb"][n % 2].to_owned(),
                    record: format!("r{n}"),
                    reporter: who.map(id),
                    quote: "Sie \"trafen\" sich\n – so heißt es.".to_owned(),
                    trigger: "trafen".to_owned(),
                    span: [10, 26],
                    rule: "de.test".to_owned(),
                    confidence: 0.1 * *n as f32,
                };
                let bases = [
                    DateBasis::Explicit,
                    DateBasis::Weekday,
                    DateBasis::Relative,
                    DateBasis::Narrative,
                    DateBasis::Publication,
                    DateBasis::None,
                ];
                Event {
                    date,
                    actors: actors.into_iter().map(id).collect(),
                    recipients: recipients.into_iter().map(id).collect(),
                    mediator: mediator.map(id),
                    location: place.map(id),
                    mode: kind.1.map(|m| format!("mode-{m}")),
                    cameo: kind.1.map(|m| format!("0{m}0")),
                    quad: kind.2,
                    score: kind.3.map(|s| f32::from(s) / 3.0),
                    symmetric: flags.0,
                    historical: flags.1,
                    status: [
                        Status::Happened,
                        Status::Planned,
                        Status::Negated,
                        Status::Hypothetical,
                    ][flags.2],
                    date_basis: bases[flags.3],
                    confidence: f32::from(flags.4) / 4.0,
                    reports: told.iter().map(report).collect(),
                    reported,
                    ..event(0, &(0, 1, 0, kind.0))
                }
            },
        )
}

/// Worlds of every kind of event, with what tables say where articles say it too.
fn any_world() -> impl Strategy<Value = World> {
    (prop::collection::vec(any_event(), 0..12), any::<bool>()).prop_map(|(events, covered)| {
        let events = events.into_iter().enumerate();
        let mut world = World {
            events: events
                .map(|(i, e)| Event {
                    id: format!("e:{i:04}"),
                    ..e
                })
                .collect(),
            ..rich()
        };
        // A reporting day that is the event's own first day is left unsaid.
        for event in &mut world.events {
            let own = Graph::from_world(World {
                events: vec![event.clone()],
                ..rich()
            });
            let view = own.event(own.all_events().next().expect("one event"));
            let first = view
                .date
                .filter(|d| d.yearless.is_none())
                .and_then(|d| d.lo);
            if event.reported.as_deref() == first.map(|d| d.to_string()).as_deref() {
                event.reported = None;
            }
        }
        if covered {
            world.covered.events = world.events.iter().take(1).cloned().collect();
            world.covered.entities = vec![entity(0)];
        }
        world
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn both_forms_of_a_file_hold_the_same(world in any_world()) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (ng, ron, back) = (folder.path().join("g.ng"), folder.path().join("g.ron"), folder.path().join("h.ng"));
        let open = |path: &std::path::Path| file::open(path).unwrap_or_else(|e| panic!("{e}"));
        let graph = Graph::from_world(world.clone());
        prop_assert!(graph.check().is_empty(), "{:?}", graph.check());
        file::save(&graph, &ng).expect("saving binary");
        file::save(&open(&ng), &ron).expect("saving readable");
        file::save(&open(&ron), &back).expect("saving binary again");
        prop_assert_eq!(std::fs::read(&ng).expect("reading"), std::fs::read(&back).expect("reading"));
        let text = std::fs::read(&ron).expect("reading");
        prop_assert_eq!(file::to_bytes(&open(&back), Form::Readable), text);
        let sorted = |mut w: World| {
            w.events.sort_by(|a, b| a.id.cmp(&b.id));
            w
        };
        prop_assert_eq!(sorted(open(&ron).world()), sorted(world));
    }

    #[test]
    fn row_order_changes_no_byte_and_files_lose_nothing(rows in rows()) {
        let forward = world(&rows);
        let mut backward = forward.clone();
        backward.events.reverse();
        backward.entities.reverse();
        let (a, b) = (Graph::from_world(forward.clone()), Graph::from_world(backward));
        for form in [Form::Binary, Form::Readable] {
            prop_assert_eq!(file::to_bytes(&a, form), file::to_bytes(&b, form));
        }
        let again = Graph::from_world(a.world());
        prop_assert_eq!(file::to_bytes(&a, Form::Binary), file::to_bytes(&again, Form::Binary));
        prop_assert_eq!(a.world().events.len(), forward.events.len());
    }
}

#[test]
fn a_world_comes_back_as_it_went_in() {
    let world = rich();
    let graph = Graph::from_world(world.clone());
    assert!(graph.check().is_empty(), "{:?}", graph.check());
    let mut back = graph.world();
    back.events.sort_by(|a, b| a.id.cmp(&b.id));
    let mut events = world.events.clone();
    events.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(back.events, events);
    assert_eq!(
        (back.entities, back.relations, back.articles),
        (world.entities, world.relations, world.articles)
    );
}

#[test]
fn files_keep_everything_and_damaged_ones_are_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let graph = Graph::from_world(rich());
    let (ng, ron) = (folder.path().join("g.ng"), folder.path().join("g.ron"));
    file::save(&graph, &ng).expect("saving binary");
    file::save(&file::open(&ng).expect("opening binary"), &ron).expect("saving readable");
    let back = file::open(&ron).expect("opening readable");
    assert_eq!(
        file::to_bytes(&back, Form::Binary),
        std::fs::read(&ng).expect("reading")
    );
    assert!(file::open(&ng).expect("opening").check().is_empty());
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("listing").count(),
        2,
        "no lock or part is left behind"
    );

    let whole = std::fs::read(&ng).expect("reading");
    let bad = folder.path().join("bad.ng");
    let open = |bytes: &[u8]| {
        std::fs::write(&bad, bytes).expect("writing the damaged file");
        file::open(&bad).expect_err("a damaged file was opened")
    };
    for cut in [0, 5, 8, 40, 64, whole.len() / 2, whole.len() - 1] {
        assert!(!open(&whole[..cut]).to_string().is_empty());
    }
    for at in (8..whole.len()).step_by(97) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x10;
        open(&flipped);
    }
    for (at, bit) in (0..64).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << bit;
        let said = open(&flipped).to_string();
        assert!(said.contains("bad.ng: "), "{said}");
    }
    let mut grown = whole.clone();
    grown.extend([0; 64]);
    assert!(matches!(open(&grown), FileError::Length { .. }));
    let mut future = whole.clone();
    future[8] = 9;
    assert!(matches!(open(&future), FileError::Future { found: 9, .. }));
    let text =
        std::fs::read_to_string(&ron)
            .expect("reading")
            .replacen("version: 1", "version: 7", 1);
    assert!(matches!(
        open(text.as_bytes()),
        FileError::Future { found: 7, .. }
    ));
    assert!(matches!(
        open(b"(format: \"newsgraph\", version: 1, world: (entities: 3))"),
        FileError::Syntax { .. }
    ));
}

/// Writes a checksum that fits, as a program with a mistake would.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let hash = *blake3::hash(&bytes[64..]).as_bytes();
    bytes[24..56].copy_from_slice(&hash);
    bytes
}

#[test]
fn a_wrong_file_with_a_right_checksum_is_found_out_and_never_a_panic() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("g.ng");
    let graph = Graph::from_world(rich());
    file::save(&graph, &path).expect("saving");
    let whole = std::fs::read(&path).expect("reading");
    let n_sections = u32::from_le_bytes(whole[12..16].try_into().expect("four bytes")) as usize;
    let word =
        |at: usize| u64::from_le_bytes(whole[at..at + 8].try_into().expect("eight bytes")) as usize;
    let sections = (0..n_sections).map(|i| (word(64 + i * 16), word(72 + i * 16)));
    let inside: Vec<usize> = sections
        .flat_map(|(start, length)| start..start + length)
        .collect();
    let table = 64..64 + n_sections * 16;
    let (mut found, mut tried) = (0, 0);
    for at in inside.into_iter().step_by(3).chain(table) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x81;
        std::fs::write(&path, resealed(wrong)).expect("writing");
        let Ok(graph) = file::open(&path) else {
            (found, tried) = (found + 1, tried + 1);
            continue;
        };
        let told = graph.check();
        // Whatever the file holds, questions must not end the program.
        let entities: Vec<EntityId> = graph.entities().collect();
        for e in entities.iter().take(8) {
            let _ = (
                graph.entity(*e),
                graph.events_of(*e, &Filter::default()),
                graph.partners(*e, &Filter::default()),
            );
            let _ = graph.journey(entities[0], *e, &JourneyOptions::default());
            let _ = graph.shortest_path(entities[0], *e, &PathOptions::default());
            let _ = graph.n_within(*e, 2, &Filter::default());
        }
        let _ = (
            graph.top(Measure::Events, 5, &Filter::default(), |_| true),
            graph.components(&Filter::default()),
        );
        let _ = graph.top(Measure::PageRank, 5, &Filter::default(), |_| true);
        let _ = graph.world();
        // The table of names has a checksum of its own, which `check` reads.
        if !told
            .iter()
            .any(|d| d.to_string().contains("table of names"))
        {
            let _ = graph.find("Actor 1");
        }
        tried += 1;
        found += usize::from(!told.is_empty());
    }
    // Values that are free (a confidence, a letter of a name) may change unseen; structure may not.
    assert!(found * 2 > tried, "{found} of {tried} found");
}

#[test]
fn a_failed_save_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("none").join("g.ng");
    assert!(matches!(
        file::save(&Graph::default(), &path),
        Err(FileError::Io { .. })
    ));
}

#[test]
fn one_writer_at_a_time() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("g.ng");
    let inside = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let lock = file::Lock::exclusive(&path).expect("the lock");
                    assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    drop(lock);
                }
            });
        }
    });
}
