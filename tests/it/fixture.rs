//! A small hand-made world for tests of queries, views and exports: eleven actors, four places, 22 events of 2022–2026.

use newsgraph::base::analysis::{DateBasis, EntityClass};
use newsgraph::base::record::{ArticleRecord, EntityRecord, Status};
use newsgraph::base::world::{Entity, Event, Relation, Report, World};
use newsgraph::graph::Graph;
use std::collections::BTreeSet;

/// id, class, name, country, aliases separated by `|`.
const ENTITIES: [(&str, EntityClass, &str, &str, &str); 18] = [
    (
        "antony_blinken",
        EntityClass::Person,
        "Antony Blinken",
        "USA",
        "Blinken",
    ),
    (
        "azerbaijan",
        EntityClass::Country,
        "Azerbaijan",
        "AZE",
        "Azerbajdzjan|Aserbaidschan",
    ),
    ("baku", EntityClass::Place, "Baku", "AZE", ""),
    (
        "donald_trump",
        EntityClass::Person,
        "Donald Trump",
        "USA",
        "Trump",
    ),
    (
        "dushanbe",
        EntityClass::Place,
        "Dushanbe",
        "TJK",
        "Duschanbe|Dusjanbe",
    ),
    (
        "emmanuel_macron",
        EntityClass::Person,
        "Emmanuel Macron",
        "FRA",
        "Macron",
    ),
    (
        "heydar_aliyev",
        EntityClass::Person,
        "Heydar Aliyev",
        "AZE",
        "",
    ),
    (
        "ilham_aliyev",
        EntityClass::Person,
        "Ilham Aliyev",
        "AZE",
        "Ilham Alijev|Alijev|İlham Əliyev",
    ),
    (
        "nagorno_karabakh",
        EntityClass::Place,
        "Nagorno-Karabakh",
        "AZE",
        "Bergkarabach|Nagorno-Karabach",
    ),
    (
        "nikol_pashinyan",
        EntityClass::Person,
        "Nikol Pashinyan",
        "ARM",
        "Nikol Pasjinjan|Paschinjan",
    ),
    (
        "osce",
        EntityClass::Organisation,
        "OSCE",
        "IGO",
        "OSSE|OSZE",
    ),
    (
        "recep_tayyip_erdogan",
        EntityClass::Person,
        "Recep Tayyip Erdogan",
        "TUR",
        "Erdoğan|Erdogan",
    ),
    (
        "russia",
        EntityClass::Country,
        "Russia",
        "RUS",
        "Ryssland|Russland|Kreml|Moskva",
    ),
    (
        "sergey_lavrov",
        EntityClass::Person,
        "Sergey Lavrov",
        "RUS",
        "Sergej Lavrov|Lawrow",
    ),
    (
        "trinidad_and_tobago",
        EntityClass::Country,
        "Trinidad and Tobago",
        "TTO",
        "",
    ),
    ("ukraine", EntityClass::Country, "Ukraine", "UKR", "Ukraina"),
    (
        "vladimir_putin",
        EntityClass::Person,
        "Vladimir Putin",
        "RUS",
        "Wladimir Putin|Putin",
    ),
    ("washington", EntityClass::Place, "Washington", "USA", ""),
];

/// type, mode, actors, recipients, symmetric, place, date, status, article, quote, trigger.
type Told = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    bool,
    &'static str,
    &'static str,
    Status,
    usize,
    &'static str,
    &'static str,
);

const EVENTS: [Told; 22] = [
    (
        "CONSULT",
        "phone",
        "ilham_aliyev",
        "vladimir_putin",
        true,
        "",
        "2023-09-21",
        Status::Happened,
        0,
        "Ilham Alijev och Vladimir Putin höll på torsdagen ett telefonsamtal.",
        "telefonsamtal",
    ),
    (
        "SUPPORT",
        "apologise",
        "ilham_aliyev",
        "vladimir_putin",
        false,
        "",
        "2023-09-21",
        Status::Happened,
        0,
        "Alijev bad Putin om ursäkt för att ryska soldater dödats.",
        "bad om ursäkt",
    ),
    (
        "CONSULT",
        "visit",
        "vladimir_putin",
        "ilham_aliyev",
        false,
        "baku",
        "2023-09/..",
        Status::Happened,
        1,
        "Bei der Ankunft in Baku wurde Putin von Aliyev begrüßt.",
        "Ankunft",
    ),
    (
        "CONSULT",
        "meet",
        "ilham_aliyev",
        "vladimir_putin",
        true,
        "dushanbe",
        "2025-10-09",
        Status::Happened,
        1,
        "Am 9. Oktober 2025 trafen sich Putin und Aliyev in Duschanbe.",
        "trafen",
    ),
    (
        "CONSULT",
        "phone",
        "ilham_aliyev",
        "vladimir_putin",
        true,
        "",
        "2025-10-24",
        Status::Happened,
        1,
        "Putin und Aliyev sprachen am Freitag (24.10.2025) in einem Telefongespräch.",
        "Telefongespräch",
    ),
    (
        "CONSULT",
        "phone",
        "antony_blinken",
        "ilham_aliyev",
        true,
        "",
        "2022-03-04",
        Status::Happened,
        2,
        "Blinken spoke by phone with Aliyev.",
        "phone",
    ),
    (
        "CONSULT",
        "phone",
        "antony_blinken",
        "nikol_pashinyan",
        true,
        "",
        "2022-09-13",
        Status::Happened,
        2,
        "Blinken called Pashinyan on Tuesday.",
        "called",
    ),
    (
        "CONSULT",
        "meet",
        "emmanuel_macron",
        "nikol_pashinyan",
        true,
        "",
        "2022-10-06",
        Status::Happened,
        2,
        "Macron met Pashinyan.",
        "met",
    ),
    (
        "CONSULT",
        "meet",
        "emmanuel_macron",
        "ilham_aliyev",
        true,
        "",
        "2022-10-06",
        Status::Happened,
        2,
        "Macron met Aliyev.",
        "met",
    ),
    (
        "CONSULT",
        "phone",
        "recep_tayyip_erdogan",
        "vladimir_putin",
        true,
        "",
        "2022-07-19",
        Status::Happened,
        2,
        "Erdogan and Putin talked by phone.",
        "phone",
    ),
    (
        "CONSULT",
        "meet",
        "ilham_aliyev",
        "recep_tayyip_erdogan",
        true,
        "baku",
        "2024-02-19",
        Status::Happened,
        2,
        "Erdogan received Aliyev.",
        "received",
    ),
    (
        "SANCTION",
        "economic",
        "emmanuel_macron",
        "russia",
        false,
        "",
        "2025-11-12",
        Status::Happened,
        2,
        "Macron announced sanctions against Russia.",
        "sanctions",
    ),
    (
        "CONSULT",
        "meet",
        "donald_trump",
        "ilham_aliyev|nikol_pashinyan",
        true,
        "washington",
        "2025-08-08",
        Status::Happened,
        2,
        "Trump hosted Aliyev and Pashinyan in Washington.",
        "hosted",
    ),
    (
        "SUPPORT",
        "sign",
        "ilham_aliyev",
        "nikol_pashinyan",
        true,
        "washington",
        "2025-08-08",
        Status::Happened,
        2,
        "Aliyev and Pashinyan signed a declaration.",
        "signed",
    ),
    (
        "STATEMENT",
        "",
        "sergey_lavrov",
        "osce",
        false,
        "",
        "2024-12-05",
        Status::Happened,
        2,
        "Lavrov spoke about the OSCE.",
        "spoke",
    ),
    (
        "ACCUSE",
        "disapprove",
        "russia",
        "donald_trump",
        false,
        "",
        "2025-07-15",
        Status::Happened,
        0,
        "Kreml kritiserade Trump.",
        "kritiserade",
    ),
    (
        "COERCE",
        "arrest",
        "russia",
        "ukraine",
        false,
        "russia",
        "2026-09-01",
        Status::Happened,
        0,
        "Ryssland grep en ukrainare.",
        "grep",
    ),
    (
        "CONSULT",
        "visit",
        "vladimir_putin",
        "azerbaijan",
        false,
        "azerbaijan",
        "2024-08-19",
        Status::Happened,
        1,
        "Putin besuchte Aserbaidschan.",
        "besuchte",
    ),
    (
        "CONSULT",
        "visit",
        "donald_trump",
        "azerbaijan",
        false,
        "baku",
        "2026-12",
        Status::Planned,
        2,
        "Trump plans to visit Baku in December.",
        "visit",
    ),
    (
        "CONSULT",
        "meet",
        "donald_trump",
        "vladimir_putin",
        true,
        "",
        "2025-08-15",
        Status::Happened,
        2,
        "Trump met Putin in Alaska.",
        "met",
    ),
    (
        "ASSAULT",
        "aerial",
        "russia",
        "ukraine",
        false,
        "",
        "2022-02-24",
        Status::Happened,
        0,
        "Ryssland anföll Ukraina.",
        "anföll",
    ),
    (
        "CONSULT",
        "phone",
        "emmanuel_macron",
        "vladimir_putin",
        true,
        "",
        "",
        Status::Happened,
        0,
        "Macron och Putin talades vid.",
        "talades vid",
    ),
];

/// id, file, language, date, title, publisher.
const ARTICLES: [(&str, &str, &str, &str, &str, &str); 3] = [
    (
        "a0000000000000000",
        "sv.txt",
        "sv",
        "2023-09-21",
        "Alijev bad om ursäkt",
        "Nyhetsbyrån",
    ),
    (
        "a1111111111111111",
        "de.txt",
        "de",
        "2025-10-25",
        "Putin und Aliyev telefonieren",
        "Euractiv",
    ),
    (
        "a2222222222222222",
        "en.txt",
        "en",
        "2026-01-30",
        "Diplomacy in the Caucasus",
        "Wire",
    ),
];

fn words(text: &str) -> Vec<String> {
    text.split('|')
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

fn entities() -> Vec<Entity> {
    ENTITIES
        .iter()
        .map(|(id, class, name, country, aliases)| Entity {
            id: (*id).to_owned(),
            class: *class,
            name: (*name).to_owned(),
            country: Some((*country).to_owned()),
            sector: (*class == EntityClass::Person).then(|| "GOV".to_owned()),
            external: (*id == "ilham_aliyev").then(|| "Q42".to_owned()),
            aliases: words(aliases)
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            members: vec![(ARTICLES[0].0.to_owned(), (*id).to_owned())],
            reasons: vec!["same name".to_owned()],
        })
        .collect()
}

fn events() -> Vec<Event> {
    let told = EVENTS.iter().enumerate().map(
        |(
            n,
            (
                event_type,
                mode,
                actors,
                recipients,
                symmetric,
                place,
                date,
                status,
                article,
                quote,
                trigger,
            ),
        )| Event {
            id: format!("e:{n:02}{:014x}", (n + 1) * 7919),
            event_type: (*event_type).to_owned(),
            mode: words(mode).pop(),
            actors: words(actors),
            recipients: words(recipients),
            symmetric: *symmetric,
            mediator: None,
            location: words(place).pop(),
            date: words(date).pop(),
            date_basis: if date.is_empty() {
                DateBasis::None
            } else {
                DateBasis::Explicit
            },
            status: *status,
            historical: false,
            cameo: Some("040".to_owned()),
            quad: match *event_type {
                "SANCTION" | "COERCE" | "ASSAULT" => 4,
                "ACCUSE" => 3,
                _ => 1,
            },
            score: Some(2.5),
            confidence: 0.85,
            reports: vec![Report {
                article: ARTICLES[*article].0.to_owned(),
                record: format!("e{n}"),
                reporter: (n == 1).then(|| "russia".to_owned()),
                quote: (*quote).to_owned(),
                trigger: (*trigger).to_owned(),
                span: [100, 100 + quote.chars().count() as u32],
                rule: "test.rule".to_owned(),
                confidence: 0.85,
            }],
            reported: None,
            reasons: vec!["one report".to_owned()],
        },
    );
    told.collect()
}

/// Returns the fixture as a graph.
pub fn graph() -> Graph {
    let articles = ARTICLES
        .iter()
        .map(|(id, file, lang, published, title, source)| ArticleRecord {
            id: (*id).to_owned(),
            file: (*file).to_owned(),
            lang: Some((*lang).to_owned()),
            published: Some((*published).to_owned()),
            title: Some((*title).to_owned()),
            source: Some((*source).to_owned()),
            entities: vec![EntityRecord {
                id: "ilham_aliyev".to_owned(),
                class: EntityClass::Person,
                name: "Ilham Aliyev".to_owned(),
                country: Some("AZE".to_owned()),
                sector: None,
                external: None,
                mentions: vec!["Ilham Alijev".to_owned()],
                spans: vec![[100, 112]],
                reasons: Vec::new(),
            }],
            ..ArticleRecord::default()
        });
    let relation = Relation {
        subject: "ilham_aliyev".to_owned(),
        predicate: "HEAD_OF_STATE_OF".to_owned(),
        object: "azerbaijan".to_owned(),
        start: Some("2003".to_owned()),
        end: None,
        evidence: Vec::new(),
    };
    Graph::from_world(World {
        entities: entities(),
        events: events(),
        relations: vec![relation],
        articles: articles.collect(),
        ..World::default()
    })
}

/// Writes the fixture to a graph file of the tests' own folder and returns its path.
pub fn file() -> std::path::PathBuf {
    static WRITE: std::sync::Once = std::sync::Once::new();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixture.ron");
    WRITE.call_once(|| {
        newsgraph::graph::file::save(&graph(), &path).unwrap_or_else(|e| panic!("{e}"));
    });
    path
}
