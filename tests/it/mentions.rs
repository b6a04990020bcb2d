//! Gazetteer, titles and groups: the tables' own examples, and what every table must keep to.

use newsgraph::base::analysis::{EntityClass, Mention, RoleObject};
use newsgraph::base::article::{Article, Block, BlockKind};
use newsgraph::base::span::{OffsetMap, Span};
use newsgraph::extract::models::Models;
use newsgraph::extract::{mention, relation};
use newsgraph::lexicon::{Lexicon, Pack};
use newsgraph::text::sentence;
use std::collections::BTreeSet;

fn article(text: &str, lang: &str) -> Article {
    let span = Span::new(0, text.len());
    let mut offsets = OffsetMap::default();
    offsets.anchor(0, 0, 0);
    Article {
        id: "test".to_owned(),
        external_id: None,
        file: "test".to_owned(),
        order: 0,
        lang: Some(lang.to_owned()),
        published: None,
        title: None,
        byline: None,
        source: None,
        url: None,
        text: text.to_owned(),
        offsets,
        blocks: vec![Block {
            span,
            kind: BlockKind::Paragraph,
        }],
    }
}

fn find(text: &str, pack: &Pack, lexicon: &Lexicon) -> (Article, Vec<Mention>) {
    let article = article(text, &pack.code);
    let sentences = sentence::sentences(&article, pack);
    let mentions = {
        let models = Models::open(&lexicon.files);
        mention::find(&article, &sentences, &[], pack, lexicon, models.tagger())
    };
    (article, mentions)
}

fn roles(text: &str, pack: &Pack, lexicon: &Lexicon) -> Vec<String> {
    let (article, mentions) = find(text, pack, lexicon);
    let name = |m: &Mention| m.span.of(&article.text).to_owned();
    let object = |o: &RoleObject| match o {
        RoleObject::Entry(id) => id.clone(),
        RoleObject::Mention(i) => mentions[*i]
            .entry
            .clone()
            .unwrap_or_else(|| name(&mentions[*i])),
    };
    let mut out: Vec<String> = relation::find(&article, &mentions, pack, lexicon)
        .iter()
        .map(|r| {
            let former = if r.former { " former" } else { "" };
            format!(
                "{} {} {}{former}",
                name(&mentions[r.subject]),
                r.predicate,
                object(&r.object)
            )
        })
        .collect();
    // Roles whose object is not told.
    out.extend(mentions.iter().filter_map(|m| {
        let role = m.role.as_ref().filter(|r| r.object.is_none())?;
        let former = if role.former { " former" } else { "" };
        Some(format!(
            "{} {}{former}",
            name(m),
            role.predicate.as_deref()?
        ))
    }));
    out
}

#[test]
fn titles_do_what_their_examples_say() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let mut faults = Vec::new();
    for pack in lexicon.packs.values() {
        let table = &pack.titles().table;
        for example in &table.examples {
            let found = roles(&example.text, pack, &lexicon);
            for role in &example.roles {
                if !found
                    .iter()
                    .any(|f| f == role || f.starts_with(&format!("{role} ")))
                {
                    faults.push(format!(
                        "{}: {}: {role} is not in {found:?}",
                        pack.code, example.text
                    ));
                }
            }
        }
        for text in &table.silent {
            let found = roles(text, pack, &lexicon);
            if !found.is_empty() {
                faults.push(format!(
                    "{}: {text}: {found:?} should be nothing",
                    pack.code
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn groups_do_what_their_examples_say() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let mut faults = Vec::new();
    for pack in lexicon.packs.values() {
        let table = &pack.groups().table;
        let groups = |text: &str| -> Vec<String> {
            let (article, mentions) = find(text, pack, &lexicon);
            let groups = mentions.iter().filter(|m| {
                m.evidence.iter().any(|e| e.starts_with("group:")) && m.country.is_some()
            });
            groups
                .map(|m| {
                    format!(
                        "{} {} {}",
                        m.span.of(&article.text),
                        m.country.as_deref().unwrap_or("-"),
                        m.sector.as_deref().unwrap_or("-")
                    )
                })
                .collect()
        };
        for example in &table.examples {
            let found = groups(&example.text);
            for wanted in &example.mentions {
                if !found.contains(wanted) {
                    faults.push(format!(
                        "{}: {}: {wanted} is not in {found:?}",
                        pack.code, example.text
                    ));
                }
            }
        }
        for text in &table.silent {
            let found = groups(text);
            if !found.is_empty() {
                faults.push(format!(
                    "{}: {text}: {found:?} should be nothing",
                    pack.code
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn predicates_of_titles_and_offices_are_in_the_ontology() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let known: BTreeSet<&str> = lexicon
        .ontology
        .relations
        .iter()
        .map(|r| r.name.as_str())
        .collect();
    for pack in lexicon.packs.values() {
        for title in &pack.titles().table.titles {
            for (class, predicate) in &title.relations {
                assert!(
                    known.contains(predicate.as_str()),
                    "{}: {predicate}",
                    title.id
                );
                assert!(
                    EntityClass::ALL.iter().any(|c| c.name() == class),
                    "{}: {class}",
                    title.id
                );
            }
            if let Some(id) = &title.object {
                assert!(
                    lexicon.gazetteer().entry(id).is_some(),
                    "{}: {id}",
                    title.id
                );
            }
        }
        for id in pack.mention_words().party_letters.values() {
            assert!(
                lexicon.gazetteer().entry(id).is_some(),
                "{}: {id}",
                pack.code
            );
        }
    }
    for entry in lexicon.gazetteer().entries() {
        for office in entry.offices() {
            assert!(
                known.contains(office.predicate),
                "{}: {}",
                entry.id,
                office.predicate
            );
        }
    }
}

#[test]
fn gazetteer_has_the_world() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let entries: Vec<_> = lexicon.gazetteer().entries().collect();
    let count = |class: EntityClass| entries.iter().filter(|e| e.class == class).count();
    assert!(
        count(EntityClass::Country) >= 200,
        "{}",
        count(EntityClass::Country)
    );
    assert!(
        count(EntityClass::Organisation) >= 150,
        "{}",
        count(EntityClass::Organisation)
    );
    assert!(
        count(EntityClass::Person) >= 400,
        "{}",
        count(EntityClass::Person)
    );
    assert!(
        entries.windows(2).all(|p| p[0].id < p[1].id),
        "ids are unique and sorted"
    );
    for entry in entries.iter().filter(|e| e.class == EntityClass::Country) {
        assert!(
            entry.country.is_some_and(|c| c.len() == 3),
            "{} has no code",
            entry.id
        );
    }
}

#[test]
fn mentions_never_overlap_and_survive_odd_text() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let texts = [
        "",
        "….,,((",
        "PUTIN MÖTER TRUMP I ALASKA",
        "US-US-US-",
        "’s ’s Präsident Präsident Präsident",
        "Donald TrumpDonald Trump",
        "🙂 Sverige🙂:s",
    ];
    for pack in lexicon.packs.values() {
        for text in texts {
            let (_, mentions) = find(text, pack, &lexicon);
            assert!(
                mentions
                    .windows(2)
                    .all(|p| p[0].span.end <= p[1].span.start),
                "{text}: {mentions:?}"
            );
        }
    }
}

/// A given name that is somebody else's surname as well is read with the surname behind it.
#[test]
fn a_surname_for_a_given_name_belongs_to_the_known_person_behind_it() {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let Some(pack) = lexicon.pack("sv") else {
        panic!("no Swedish pack");
    };
    let text = "Även Irans president Massoud Pezeshkian kritiserade beslutet.";
    let (article, mentions) = find(text, pack, &lexicon);
    let persons: Vec<(&str, Option<&str>)> = mentions
        .iter()
        .filter(|m| m.class == EntityClass::Person)
        .map(|m| (m.span.of(&article.text), m.entry.as_deref()))
        .collect();
    assert_eq!(persons, [("Massoud Pezeshkian", Some("masoud_pezeshkian"))]);
}

/// Language, text, what a name in it is: its words, class and entry.
type Named = (
    &'static str,
    &'static str,
    &'static str,
    EntityClass,
    Option<&'static str>,
);

const NAMED: &[Named] = &[
    // Initials of others.
    (
        "en",
        "A. B. Churchill praised Kenya.",
        "A. B. Churchill",
        EntityClass::Person,
        None,
    ),
    (
        "sv",
        "K. R. Thatcher tackade Ghana.",
        "K. R. Thatcher",
        EntityClass::Person,
        None,
    ),
    (
        "en",
        "W. Churchill praised Kenya.",
        "W. Churchill",
        EntityClass::Person,
        Some("winston_churchill"),
    ),
    // A title in the name of a firm.
    (
        "sv",
        "Sponsorn Premier Tech kritiserade Israel.",
        "Premier Tech",
        EntityClass::Organisation,
        None,
    ),
    (
        "en",
        "Premier Foods sued Ireland.",
        "Premier Foods",
        EntityClass::Organisation,
        None,
    ),
    (
        "en",
        "Premier Mark Smith sued Ireland.",
        "Mark Smith",
        EntityClass::Person,
        None,
    ),
    // Nouns of bodies.
    (
        "sv",
        "Skidförbundet FIS uteslöt Ryssland.",
        "FIS",
        EntityClass::Organisation,
        None,
    ),
    (
        "sv",
        "Ridsportförbundet FEI kritiserade Ryssland.",
        "FEI",
        EntityClass::Organisation,
        None,
    ),
    (
        "en",
        "The cycling team Visma criticised Spain.",
        "Visma",
        EntityClass::Organisation,
        None,
    ),
    (
        "sv",
        "Partiet Les Démocrates kritiserade Benin.",
        "Les Démocrates",
        EntityClass::Organisation,
        None,
    ),
    (
        "de",
        "Die Rechercheplattform The Insider kritisierte Russland.",
        "The Insider",
        EntityClass::Organisation,
        None,
    ),
    (
        "sv",
        "Människorättsgruppen Vocal Africa kritiserade Kenya.",
        "Vocal Africa",
        EntityClass::Organisation,
        None,
    ),
    (
        "de",
        "Die Gates-Stiftung dankte Kenia.",
        "Gates-Stiftung",
        EntityClass::Organisation,
        None,
    ),
    (
        "de",
        "Die US-Stiftung dankte Kenia.",
        "US",
        EntityClass::Country,
        Some("united_states"),
    ),
    // What is told to or broken with a government.
    (
        "sv",
        "Algeriet klippte banden till Rabat.",
        "Rabat",
        EntityClass::Country,
        Some("morocco"),
    ),
    (
        "en",
        "Iran cut ties to Riyadh.",
        "Riyadh",
        EntityClass::Country,
        Some("saudi_arabia"),
    ),
    // A name and what somebody is blamed for.
    (
        "de",
        "Donald Trump warf Macron Heuchelei vor.",
        "Macron",
        EntityClass::Person,
        Some("emmanuel_macron"),
    ),
];

#[test]
fn nouns_titles_and_initials_beside_a_name_tell_what_it_is() {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let mut wrong = Vec::new();
    for (lang, text, name, class, entry) in NAMED {
        let Some(pack) = lexicon.pack(lang) else {
            panic!("no pack {lang}");
        };
        let (article, mentions) = find(text, pack, &lexicon);
        let told: Vec<_> = mentions
            .iter()
            .map(|m| (m.span.of(&article.text), m.class, m.entry.as_deref()))
            .collect();
        if !told.contains(&(*name, *class, *entry)) {
            wrong.push(format!("{text}\n   {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn contests_named_for_a_place_make_no_party_of_it() {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    for (lang, text, names) in [
        ("sv", "Tour de France inleddes i går.", 0),
        ("en", "The Tour of Britain began.", 0),
        ("en", "The tour of Britain began.", 1),
    ] {
        let Some(pack) = lexicon.pack(lang) else {
            panic!("no pack {lang}");
        };
        let (_, mentions) = find(text, pack, &lexicon);
        assert_eq!(mentions.len(), names, "{text}: {mentions:?}");
    }
}
