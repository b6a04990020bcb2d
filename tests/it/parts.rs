//! Adding, removing and merging: what was added can be taken away without a trace, and no order of parts changes a byte.

use newsgraph::base::record::ArticleRecord;
use newsgraph::base::world::{Event, World};
use newsgraph::graph::file::{self, Form};
use newsgraph::graph::identity::{Shift, shifts};
use newsgraph::graph::{Graph, merge};
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::{Engine, Parts, RemoveError};
use newsgraph::resolve::judgement::Judgements;
use proptest::prelude::*;
use std::sync::OnceLock;

/// The records of the articles that come with the package, read once.
fn records() -> &'static [ArticleRecord] {
    static RECORDS: OnceLock<Vec<ArticleRecord>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let engine = Engine::open(None).unwrap_or_else(|e| panic!("{e}"));
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
        engine
            .run(&[folder.display().to_string()], &mut |_, _| ())
            .records
    })
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")))
}

/// An imported table whose actors are partly those of the articles, with an event that an article tells as well.
fn imported() -> World {
    let table = "date\tsource\ttarget\tcameo\n\
        2018-03-02\tVladimir Putin\tIlham Aliyev\t040\n\
        2018-03-05\tPolice (Ukraine)\tCriminal (Ukraine)\t173\n\
        2018-04-01\tIlham Aliyev\tRecep Tayyip Erdogan\t042\n";
    let mapping = newsgraph::import::Mapping::preset(&lexicon().files, "icews")
        .unwrap_or_else(|e| panic!("{e}"));
    let graph = newsgraph::import::import(table.as_bytes(), &mapping, lexicon())
        .unwrap_or_else(|e| panic!("{e}"))
        .graph;
    let mut world = graph.world();
    let told = linked(records().to_vec()).events.first().cloned();
    let bare = |e: Event| Event {
        reports: Vec::new(),
        reasons: Vec::new(),
        confidence: 1.0,
        ..e
    };
    let told = bare(told.expect("the articles tell events"));
    let named: Vec<String> = told
        .actors
        .iter()
        .chain(&told.recipients)
        .cloned()
        .collect();
    for entity in linked(records().to_vec()).entities {
        let known = world.entities.iter().any(|e| e.id == entity.id);
        if named.contains(&entity.id) && !known {
            world.entities.push(newsgraph::base::world::Entity {
                aliases: Vec::new(),
                members: Vec::new(),
                reasons: Vec::new(),
                ..entity
            });
        }
    }
    world.events.push(Event {
        location: None,
        mediator: None,
        ..told
    });
    merge::union_worlds([world])
}

fn linked(records: Vec<ArticleRecord>) -> World {
    newsgraph::resolve::world(records, lexicon(), &Judgements::default())
}

fn bytes(parts: Parts) -> Vec<u8> {
    let graph = Graph::from_world(parts.world(lexicon(), &Judgements::default()));
    file::to_bytes(&graph, Form::Binary)
}

/// What a file gives back when it is opened and taken apart.
fn reopened(parts: Parts) -> Parts {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("g.ng");
    let graph = Graph::from_world(parts.world(lexicon(), &Judgements::default()));
    file::save(&graph, &path).unwrap_or_else(|e| panic!("{e}"));
    Parts::of(file::open(&path).unwrap_or_else(|e| panic!("{e}")).world())
}

fn parts(picked: &[bool], imported: World) -> Parts {
    let some = records().iter().zip(picked).filter(|(_, p)| **p);
    Parts {
        records: some.map(|(r, _)| r.clone()).collect(),
        imported,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn what_is_added_and_removed_leaves_no_trace(
        picked in prop::collection::vec(any::<bool>(), 64), which in 0..64_usize, table: bool,
    ) {
        let which = which % records().len();
        let mut picked = picked;
        picked[which] = false;
        let base = if table { imported() } else { World::default() };
        let before = bytes(Parts::union([parts(&picked, base.clone())]));
        let mut grown = reopened(Parts::union([parts(&picked, base)]));
        let article = records()[which].clone();
        prop_assert_eq!(grown.add(vec![article.clone()]), 1);
        let mut grown = reopened(grown);
        prop_assert_eq!(grown.remove(&article.id).map(|r| r.id), Ok(article.id));
        prop_assert!(bytes(grown) == before, "adding and removing an article left a trace");
    }

    #[test]
    fn adding_gives_what_a_whole_build_gives_and_twice_is_once(picked in prop::collection::vec(any::<bool>(), 64)) {
        let all = vec![true; records().len()];
        let whole = bytes(parts(&all, World::default()));
        let mut grown = reopened(parts(&picked, World::default()));
        grown.add(records().to_vec());
        let mut again = reopened(grown.clone());
        prop_assert_eq!(again.add(records().to_vec()), 0);
        prop_assert!(bytes(grown) == whole, "adding differs from building");
        prop_assert!(bytes(again) == whole, "adding twice differs from adding once");
    }

    #[test]
    fn merging_goes_in_any_order_and_grouping(
        sides in prop::collection::vec(0..3_usize, 64),
    ) {
        let side = |n: usize| parts(&sides.iter().map(|s| *s == n).collect::<Vec<_>>(), if n == 1 { World::default() } else { imported() });
        let join = |a: Parts, b: Parts| reopened(Parts::union([a, b]));
        let left = bytes(join(join(side(0), side(1)), side(2)));
        let right = bytes(join(side(0), join(side(2), side(1))));
        let turned = bytes(Parts::union([side(2), side(1), side(0), side(2)]));
        prop_assert!(left == right, "grouping matters");
        prop_assert!(left == turned, "order or repetition matters");
    }
}

#[test]
fn what_tables_say_is_kept_where_articles_say_it_too() {
    let table = imported();
    let both = parts(&vec![true; records().len()], table.clone());
    let world = both.world(lexicon(), &Judgements::default());
    assert!(!world.covered.entities.is_empty() && !world.covered.events.is_empty());
    assert_eq!(merge::imported_part(&world), table);
    let putin = world.entities.iter().find(|e| e.id == "vladimir_putin");
    assert!(putin.is_some_and(|p| !p.members.is_empty()));
}

/// Runs the program and returns whether it succeeded and what it said.
fn newsgraph(arguments: &[&str]) -> (bool, String) {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_newsgraph"))
        .args(arguments)
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let text = [out.stdout, out.stderr].concat();
    (
        out.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[test]
fn the_program_adds_and_removes_articles() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (first, second, graph) = (path("a.txt"), path("b.txt"), path("g.ng"));
    let article = |name: &str, title: &str| {
        format!(
            "{title}\n\nBERLIN, 3 March 2024\n\nForeign Minister {name} met Prime Minister Nikol Pashinyan in Berlin on Monday. They discussed trade.\n"
        )
    };
    std::fs::write(&first, article("Annalena Baerbock", "Talks in Berlin")).expect("writing");
    std::fs::write(&second, article("Anton Hofreiter", "More talks")).expect("writing");
    assert!(newsgraph(&["build", &first, "-o", &graph]).0);
    let before = std::fs::read(&graph).expect("the graph");
    let (done, said) = newsgraph(&["add", &graph, &second]);
    assert!(
        done && said.contains("1 new article, 0 already known"),
        "{said}"
    );
    let grown = std::fs::read(&graph).expect("the graph");
    assert_ne!(before, grown);
    assert!(newsgraph(&["add", &graph, &first, &second]).0);
    assert!(
        std::fs::read(&graph).expect("the graph") == grown,
        "adding again changed the graph"
    );
    let (done, said) = newsgraph(&["remove", &graph, &second]);
    assert!(
        done && said.contains("removed") && said.contains("1 article left"),
        "{said}"
    );
    assert!(
        std::fs::read(&graph).expect("the graph") == before,
        "removing left a trace"
    );
    let (done, said) = newsgraph(&["remove", &graph, "nowhere"]);
    assert!(
        !done && said.contains("no article has the id or file"),
        "{said}"
    );
    let readable = path("g.ron");
    let back = path("h.ng");
    assert!(
        newsgraph(&["export", "ron", "-o", &readable, &graph]).0
            || newsgraph(&["merge", &graph, "-o", &readable]).0
    );
    assert!(newsgraph(&["merge", &readable, "-o", &back]).0);
    assert!(
        std::fs::read(&back).expect("the graph") == before,
        "the readable form lost something"
    );
}

#[test]
fn articles_are_removed_by_id_beginning_or_file_and_never_by_guess() {
    let all = parts(&vec![true; records().len()], World::default());
    let first = records()[0].clone();
    let mut by_file = all.clone();
    let alone = records().iter().filter(|r| r.file == first.file).count() == 1;
    assert_eq!(by_file.remove(&first.file).is_ok(), alone);
    let mut by_start = all.clone();
    assert!(by_start.remove(&first.id[..first.id.len() - 1]).is_ok());
    let mut none = all.clone();
    assert_eq!(
        none.remove("nowhere"),
        Err(RemoveError::Unknown("nowhere".to_owned()))
    );
    assert!(matches!(none.remove(""), Err(RemoveError::Unknown(_))));
    assert_eq!(none, all);
    let same = |id: &str| ArticleRecord {
        id: id.to_owned(),
        ..ArticleRecord::default()
    };
    let mut two = Parts {
        records: vec![same("a1"), same("a2")],
        ..Parts::default()
    };
    assert!(
        matches!(two.remove("a"), Err(RemoveError::Several { ids, .. }) if ids == ["a1", "a2"])
    );
}

#[test]
fn merges_and_splits_of_actors_are_told_with_their_reason() {
    let entity = |id: &str, name: &str, members: &[&str], reasons: &[&str]| {
        let members = members.iter().map(|m| ("a".to_owned(), (*m).to_owned()));
        newsgraph::base::world::Entity {
            id: id.to_owned(),
            class: newsgraph::base::analysis::EntityClass::Person,
            name: name.to_owned(),
            country: None,
            sector: None,
            external: None,
            aliases: Vec::new(),
            members: members.collect(),
            reasons: reasons.iter().map(|r| (*r).to_owned()).collect(),
        }
    };
    let world = |entities| World {
        entities,
        ..World::default()
    };
    let two = world(vec![
        entity("alijew", "Alijew", &["e7"], &[]),
        entity("aliyev", "Aliyev", &["e1"], &[]),
    ]);
    let one = world(vec![entity(
        "ilham_aliyev",
        "Ilham Aliyev",
        &["e1", "e7", "e9"],
        &["the same form: aliev"],
    )]);
    let merged = shifts(&two, &one);
    assert_eq!(
        merged.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "Alijew (alijew) and Aliyev (aliyev) are now one, Ilham Aliyev (ilham_aliyev): the same form: aliev"
        ]
    );
    assert!(matches!(
        shifts(&one, &two).as_slice(),
        [Shift::Split { .. }]
    ));
    assert!(shifts(&one, &one).is_empty());
    let renamed = world(vec![entity("i_aliyev", "I. Aliyev", &["e1", "e7"], &[])]);
    assert!(matches!(
        shifts(&renamed, &one).as_slice(),
        [Shift::Renamed { .. }]
    ));
}
