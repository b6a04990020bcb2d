//! Names: pairs of spellings, linking across articles, judgements, folding. Order and repetition of input change nothing.

use newsgraph::base::analysis::{DateBasis, EntityClass};
use newsgraph::base::record::{ArticleRecord, EntityRecord, EventRecord, Status};
use newsgraph::base::world::World;
use newsgraph::lexicon::Lexicon;
use newsgraph::resolve::compare::{Context, compare};
use newsgraph::resolve::judge::judge;
use newsgraph::resolve::judgement::{Decision, Judgements};
use newsgraph::resolve::{world, world_with_candidates};
use std::collections::BTreeMap;

fn lexicon() -> Lexicon {
    Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"))
}

/// Reads a CSV of pairs and returns precision, recall and F1.
fn scores(text: &str, lexicon: &Lexicon) -> (f64, f64, f64) {
    let (mut hits, mut wrong, mut missed) = (0.0, 0.0, 0.0);
    for row in csv::Reader::from_reader(text.as_bytes())
        .records()
        .flatten()
    {
        let cell = |i: usize| row.get(i).unwrap_or("");
        let same = compare(cell(0), cell(1), Context::default(), lexicon.names()).same;
        match (same, cell(2) == "1") {
            (true, true) => hits += 1.0,
            (true, false) => wrong += 1.0,
            (false, true) => missed += 1.0,
            (false, false) => {}
        }
    }
    let (p, r) = (hits / (hits + wrong), hits / (hits + missed));
    (p, r, 2.0 * p * r / (p + r))
}

#[test]
fn own_pairs_stay_above_their_floor() {
    let (p, r, _) = scores(include_str!("../data/name_pairs.csv"), &lexicon());
    assert!(p >= 0.98 && r >= 0.98, "precision {p:.3}, recall {r:.3}");
}

/// Pairs of many languages, written after the rules and kept apart from those above; corrected rules have seen them since.
#[test]
fn fresh_pairs_stay_above_their_floor() {
    let (p, r, f) = scores(include_str!("../data/name_pairs_fresh.csv"), &lexicon());
    assert!(p >= 0.99 && f >= 0.99, "precision {p:.3}, recall {r:.3}");
}

/// Persons, organisations and places of many countries, written before what they showed was mended; one half was tuned on, of the other only counts by kind were looked at.
#[test]
fn stress_pairs_stay_above_their_floor() {
    let lexicon = lexicon();
    let mut counts = BTreeMap::new();
    for row in csv::Reader::from_reader(include_str!("../data/name_pairs_stress.csv").as_bytes())
        .records()
        .flatten()
    {
        let cell = |i: usize| row.get(i).unwrap_or("");
        let same = judge(cell(0), cell(1), Context::default(), &lexicon).same;
        let half: &mut [f64; 3] = counts.entry(cell(4).to_owned()).or_default();
        match (same, cell(2) == "1") {
            (true, true) => half[0] += 1.0,
            (true, false) => half[1] += 1.0,
            (false, true) => half[2] += 1.0,
            (false, false) => {}
        }
    }
    assert_eq!(counts.len(), 2);
    for (half, [hits, wrong, missed]) in counts {
        let (p, r) = (hits / (hits + wrong), hits / (hits + missed));
        assert!(
            p >= 0.91 && r >= 0.93 && (half == "held" || p.min(r) >= 0.95),
            "{half}: precision {p:.3}, recall {r:.3}"
        );
    }
}

/// Two entries for one person would be two nodes in every graph.
#[test]
fn nobody_stands_twice_in_the_gazetteer() {
    let lexicon = lexicon();
    let persons: Vec<_> = lexicon
        .gazetteer()
        .entries()
        .filter(|e| e.class == EntityClass::Person)
        .collect();
    let mut twice = Vec::new();
    for (i, a) in persons.iter().enumerate() {
        for b in persons
            .iter()
            .skip(i + 1)
            .filter(|b| b.country == a.country)
        {
            if compare(a.name, b.name, Context::default(), lexicon.names()).same {
                twice.push((a.id, b.id));
            }
        }
    }
    assert!(twice.is_empty() && persons.len() > 1000, "{twice:?}");
}

#[test]
fn a_typing_error_is_forgiven_where_it_makes_no_other_name() {
    let lexicon = lexicon();
    let same = |a: &str, b: &str| compare(a, b, Context::default(), lexicon.names()).same;
    for (a, b) in [
        ("Maia Sandu", "Maia Sanud"),
        ("Kassim Majaliwa", "Kasmim Majaliwa"),
        ("Paul Biya", "Pual Biya"),
        ("José Maria Neves", "JoséMariaNeves"),
        ("Alexander De Croo", "Alexander Decroo"),
        ("Charles III", "III Charles"),
    ] {
        assert!(same(a, b), "{a} and {b}");
    }
    for (a, b) in [
        ("Maria Zakharova", "Marina Zakharova"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Thomas Becker", "Thomas Bäcker"),
        ("Marta Merz", "Marta März"),
        (
            "Hamad bin Isa Al Khalifa",
            "Salman bin Hamad bin Isa Al Khalifa",
        ),
        ("David Vunagi", "David W. Panuelo"),
    ] {
        assert!(!same(a, b), "{a} and {b}");
    }
}

#[test]
fn japanese_names_are_read_in_kanji() {
    let lexicon = lexicon();
    let same = |a: &str, b: &str| compare(a, b, Context::default(), lexicon.names()).same;
    for (a, b) in [
        ("村上春樹", "Haruki Murakami"),
        ("黒澤明", "Kurosawa Akira"),
        ("上川陽子", "Yoko Kamikawa"),
    ] {
        assert!(same(a, b) && same(b, a), "{a} and {b}");
    }
    for (a, b) in [
        ("村上春樹", "Ryu Murakami"),
        ("上川陽子", "Yoko Ono"),
        ("村上", "Haruki Murakami"),
    ] {
        assert!(!same(a, b), "{a} and {b}");
    }
}

#[test]
fn organisations_and_places_are_known_abbreviated_or_wear_legal_forms() {
    let lexicon = lexicon();
    let same = |a: &str, b: &str| judge(a, b, Context::default(), &lexicon).same;
    for (a, b) in [
        ("World Health Organization", "WHO"),
        ("Köpenhamn", "Copenhagen"),
        ("Gazprom PAO", "Gazprom"),
        ("Nordvind Group", "Nordvind AB"),
        ("Bay Area Rescue League", "BARL"),
    ] {
        assert!(same(a, b) && same(b, a), "{a} and {b}");
    }
    for (a, b) in [
        (
            "International Criminal Court",
            "International Court of Justice",
        ),
        ("Niger", "Nigeria"),
        ("Nordvind AB", "Sydvind AB"),
        ("Bay Area Rescue League", "BAL"),
        ("Group", "AB"),
    ] {
        assert!(!same(a, b) && !same(b, a), "{a} and {b}");
    }
}

#[test]
fn families_that_sound_alike_are_two_and_umlauts_written_out_are_one() {
    let lexicon = lexicon();
    let same = |a: &str, b: &str| compare(a, b, Context::default(), lexicon.names()).same;
    for (a, b) in [
        ("Olaf Scholz", "Olaf Schulze"),
        ("Boris Johnson", "Boris Johansson"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Herbert Müller", "Herbert Möller"),
        ("Per Nilsson", "Per Nielsen"),
    ] {
        assert!(!same(a, b), "{a} and {b}");
    }
    for (a, b) in [
        ("Herbert Müller", "Herbert Mueller"),
        ("Gerhard Schröder", "Gerhard Schroder"),
        ("Ulf Kristersson", "Ulf Christersson"),
        ("Ali Chamenei", "Ali Khamenei"),
        ("Marine LePen", "Marine Le Pen"),
        ("Tsai Ing-wen", "Cai Yingwen"),
    ] {
        assert!(same(a, b), "{a} and {b}");
    }
}

#[test]
fn development_pairs_reach_the_target() {
    let Ok(text) = std::fs::read_to_string("../shared/gold/names/pairs_dev.csv") else {
        eprintln!("skipped: ../shared/gold/names/pairs_dev.csv is not here");
        return;
    };
    let (p, _, f) = scores(&text, &lexicon());
    assert!(p >= 0.99 && f >= 0.98, "precision {p:.3}, F1 {f:.3}");
}

#[test]
fn comparison_is_symmetric_and_survives_odd_input() {
    let lexicon = lexicon();
    let names = [
        "",
        " ",
        "Dr.",
        "…",
        "Jr.",
        "a",
        "O'Neil",
        "习",
        "김",
        "Ильхам Алиев",
        "İlham Əliyev",
        "-",
        "von der",
        ",",
        "Putin, ",
        "X Æ A-12",
    ];
    for a in names {
        for b in names {
            let (x, y) = (
                compare(a, b, Context::default(), lexicon.names()),
                compare(b, a, Context::default(), lexicon.names()),
            );
            assert_eq!(
                (x.same, x.score.to_bits()),
                (y.same, y.score.to_bits()),
                "{a:?} and {b:?}"
            );
        }
    }
}

#[test]
fn a_role_speaks_for_a_given_name_but_never_for_a_surname() {
    let lexicon = lexicon();
    let role = Context {
        same_role: true,
        ..Context::default()
    };
    assert!(compare("Ilhan Alijev", "Ilham Aliyev", role, lexicon.names()).same);
    assert!(
        !compare(
            "Alexander Lukashenko",
            "Alexander Lukashevich",
            role,
            lexicon.names()
        )
        .same
    );
    assert!(!compare("Ilham Aliyev", "Heydar Aliyev", role, lexicon.names()).same);
}

fn person(id: &str, name: &str) -> EntityRecord {
    EntityRecord {
        id: id.to_owned(),
        class: EntityClass::Person,
        name: name.to_owned(),
        country: None,
        sector: None,
        external: None,
        mentions: vec![name.to_owned()],
        spans: vec![[0, 1]],
        reasons: Vec::new(),
    }
}

fn call(actors: [&str; 2], date: Option<&str>, status: Status) -> EventRecord {
    EventRecord {
        id: "e1".to_owned(),
        event_type: "CONSULT".to_owned(),
        mode: Some("phone".to_owned()),
        actors: vec![actors[0].to_owned()],
        recipients: vec![actors[1].to_owned()],
        symmetric: true,
        mediator: None,
        location: None,
        date: date.map(str::to_owned),
        date_basis: if date.is_some() {
            DateBasis::Explicit
        } else {
            DateBasis::None
        },
        date_end: None,
        status,
        historical: false,
        reporter: None,
        trigger: "call".to_owned(),
        quote: format!("{} called {}.", actors[0], actors[1]),
        span: [0, 10],
        cameo: Some("041".to_owned()),
        quad: 1,
        score: Some(1.5),
        rule: "test".to_owned(),
        confidence: 0.9,
    }
}

fn article(id: &str, people: &[(&str, &str)], events: Vec<EventRecord>) -> ArticleRecord {
    ArticleRecord {
        id: id.to_owned(),
        file: format!("{id}.txt"),
        published: Some("2025-03-02".to_owned()),
        entities: people.iter().map(|(id, name)| person(id, name)).collect(),
        events,
        ..ArticleRecord::default()
    }
}

fn corpus() -> Vec<ArticleRecord> {
    let day = Some("2025-03-01");
    vec![
        article(
            "a",
            &[("x", "Jelena Sokolova"), ("y", "Mikhail Dudin")],
            vec![call(["x", "y"], day, Status::Happened)],
        ),
        article(
            "b",
            &[("x", "Elena Sokolova"), ("y", "Michail Dudin")],
            vec![call(["y", "x"], day, Status::Happened)],
        ),
        article(
            "c",
            &[("x", "Yelena Sokolova"), ("y", "Mikhail Dudin")],
            vec![call(["x", "y"], Some("2025-02-11"), Status::Happened)],
        ),
        article(
            "d",
            &[("x", "Jelena Sokolowa"), ("y", "Michail Dudin")],
            vec![call(["x", "y"], day, Status::Planned)],
        ),
        article("e", &[("x", "Irina Sokolova")], Vec::new()),
    ]
}

fn people(world: &World) -> usize {
    world
        .entities
        .iter()
        .filter(|e| e.class == EntityClass::Person)
        .count()
}

#[test]
fn spellings_of_four_languages_are_one_person_and_a_sister_is_another() {
    let world = world(corpus(), &lexicon(), &Judgements::default());
    assert_eq!(people(&world), 3, "{:#?}", world.entities);
}

#[test]
fn reports_of_one_day_fold_and_other_days_and_plans_do_not() {
    let world = world(corpus(), &lexicon(), &Judgements::default());
    let mut counts: Vec<usize> = world.events.iter().map(|e| e.reports.len()).collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 1, 2]);
    let happened = world.events.iter().find(|e| e.reports.len() == 2);
    assert!(happened.is_some_and(|e| {
        e.reasons
            .iter()
            .any(|r| r.starts_with("planned beforehand"))
    }));
}

#[test]
fn order_and_repetition_change_nothing() {
    let lexicon = lexicon();
    let first = world(corpus(), &lexicon, &Judgements::default());
    let mut turned = corpus();
    turned.reverse();
    turned.extend(corpus());
    assert_eq!(world(turned, &lexicon, &Judgements::default()), first);
}

#[test]
fn a_judgement_stands_above_every_score() {
    let lexicon = lexicon();
    let mut judgements = Judgements::default();
    let decision = |a: &str, b: &str| (a.to_owned(), b.to_owned(), String::new());
    let (a, b, note) = decision("Irina Sokolova", "Elena Sokolova");
    assert_eq!(judgements.add(Decision::Same { a, b, note }), Ok(()));
    assert_eq!(people(&world(corpus(), &lexicon, &judgements)), 2);
    let mut judgements = Judgements::default();
    let (a, b, note) = decision("Mikhail Dudin", "Michail Dudin");
    assert_eq!(judgements.add(Decision::NotSame { a, b, note }), Ok(()));
    let (world, candidates) = world_with_candidates(corpus(), &lexicon, &judgements);
    assert_eq!(people(&world), 4);
    assert!(
        candidates.iter().all(|c| !c.a.contains("Dudin")),
        "a judged pair is no question: {candidates:?}"
    );
}

/// Spellings that the gazetteer does not list lead to its persons, but not against the country of a title.
#[test]
fn a_leader_is_known_in_any_spelling() {
    let lexicon = lexicon();
    let found = |text: &str| {
        let engine =
            newsgraph::pipeline::Engine::new(Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")));
        let folder =
            std::env::temp_dir().join(format!("newsgraph-spelling-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
        let file = folder.join("a.txt");
        std::fs::write(&file, text).unwrap_or_else(|e| panic!("{e}"));
        let records = engine
            .run(&[file.display().to_string()], &mut |_, _| ())
            .records;
        std::fs::remove_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
        let entities = records.into_iter().flat_map(|r| r.entities);
        entities
            .filter(|e| e.class == EntityClass::Person)
            .map(|e| (e.name, e.country))
            .collect::<Vec<_>>()
    };
    let umerov = ("Rustem Umerov".to_owned(), Some("UKR".to_owned()));
    let spelled = "Verteidigungsminister Rustem Umjerow sprach am Montag in Berlin mit Journalisten über die Lage an der Front.";
    assert_eq!(found(spelled), [umerov]);
    let other = "Polens försvarsminister Rustem Umjerow talade på måndagen i Warszawa med journalister om läget vid gränsen.";
    assert!(
        found(other).iter().all(|p| p.0 != "Rustem Umerov"),
        "{:?}",
        found(other)
    );
    assert!(lexicon.gazetteer().entry("rustem_umerov").is_some());
}
