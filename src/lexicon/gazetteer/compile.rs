//! Turns the RON tables of `data/gazetteer` into one byte image that is read in place: a finite-state transducer of forms and the entries behind it.
//!
//! In: parsed tables. Out: the image (layout at [`image`]). Invariants: ids are unique, references resolve; same tables, same bytes.
//! This file is compiled twice, into the build script (embedded tables) and into the library (`--data` overlay), so it names no other module.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Marks a space between two words of a form; the walker may also meet tokens that were split inside a word.
pub const SPACE: u8 = b' ';

/// One RON file of entries.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Origin and licence.
    pub source: String,
    /// Class of every entry that names none of its own.
    pub class: Class,
    /// The entries.
    pub entries: Vec<Row>,
}

/// Class of an entry; the discriminants are the positions in `EntityClass::ALL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are those of EntityClass")]
pub enum Class {
    Person = 0,
    Organisation = 1,
    Country = 2,
    Place = 3,
    Group = 4,
}

/// One actor or place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Slug, unique over all files.
    pub id: String,
    /// Canonical English name.
    pub name: String,
    /// Class, where it differs from the file's.
    #[serde(default)]
    pub class: Option<Class>,
    /// ISO 3166 alpha-3 code of the country it is or belongs to, or IGO, NGO, IMG, MNC, EUR.
    #[serde(default)]
    pub country: Option<String>,
    /// PLOVER sector.
    #[serde(default)]
    pub sector: Option<String>,
    /// Wikidata id.
    #[serde(default)]
    pub wikidata: Option<String>,
    /// Finer kind of a place: city, region, sea, state, river, site.
    #[serde(default)]
    pub kind: Option<String>,
    /// First and last year of existence.
    #[serde(default)]
    pub since: Option<String>,
    /// Last year of existence.
    #[serde(default)]
    pub until: Option<String>,
    /// Id of the country whose capital it is: its names then stand for that country's government, too.
    #[serde(default)]
    pub capital_of: Option<String>,
    /// The name is an everyday word as well: context must speak for it.
    #[serde(default)]
    pub common: bool,
    /// Names by language code; "any" for all languages.
    #[serde(default)]
    pub names: BTreeMap<String, Vec<String>>,
    /// Adjectives by language, base form.
    #[serde(default)]
    pub adjectives: BTreeMap<String, Vec<String>>,
    /// Names of the inhabitants by language, singular and irregular forms.
    #[serde(default)]
    pub people: BTreeMap<String, Vec<String>>,
    /// Seats of government that stand for the country, by language.
    #[serde(default)]
    pub seats: BTreeMap<String, Vec<String>>,
    /// Surnames that alone are enough, in any language.
    #[serde(default)]
    pub short: Vec<String>,
    /// Of a state: parts of the world it lies in and kinds of state it is ("caucasus", "kingdom").
    #[serde(default)]
    pub traits: Vec<String>,
    /// Offices held.
    #[serde(default)]
    pub roles: Vec<RoleRow>,
}

/// One office.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// Predicate of `data/ontology/relations.ron`.
    pub predicate: String,
    /// Id of the entry it is held in.
    pub object: String,
    /// First day known, EDTF.
    #[serde(default)]
    pub start: Option<String>,
    /// Last day known, EDTF.
    #[serde(default)]
    pub end: Option<String>,
}

/// `inflections.ron`: how names of nations inflect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inflections {
    /// Origin and licence.
    pub source: String,
    /// Genitive endings by language, written with a straight apostrophe.
    pub genitives: BTreeMap<String, Vec<String>>,
    /// Endings of adjectives by language.
    pub adjectives: BTreeMap<String, Vec<EndingRule>>,
    /// Endings of inhabitants' names by language.
    pub people: BTreeMap<String, Vec<EndingRule>>,
}

/// One inflection rule; the first that fits is used.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndingRule {
    /// What the base form must end in.
    pub ending: String,
    /// The base form must begin with a capital.
    #[serde(default)]
    pub capital: bool,
    /// Cut the ending before adding.
    #[serde(default)]
    pub cut: bool,
    /// Endings to add.
    pub add: Vec<String>,
}

/// How a form means its entry; the discriminants are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum SenseKind {
    /// A name.
    Name = 0,
    /// A surname alone.
    Short = 1,
    /// A seat of government ("Kreml").
    Seat = 2,
    /// A capital that may stand for its government.
    Capital = 3,
    /// An adjective of a country.
    Adjective = 4,
    /// An inhabitant or inhabitants of a country.
    People = 5,
}

/// Why tables could not be compiled: entry id and message.
#[derive(Debug)]
pub struct CompileError {
    /// Id of the entry at fault.
    pub entry: String,
    /// What is wrong.
    pub message: String,
}

type Senses = BTreeMap<String, BTreeSet<(u8, u32, u16)>>;

/// Compiles tables into an image.
///
/// Layout, all numbers little-endian u32: magic `NGZ1`; lengths of the sections languages, genitives, transducer, senses, entries; then the sections.
/// Languages and genitives are lines of text. The transducer maps a form to a byte offset in the senses: a count byte, then `(kind u8, entry u32,
/// languages u16)` for each. Entries: their number, that many offsets, then records of tab-separated fields, sorted by id.
///
/// # Errors
/// [`CompileError`] for a double id, a reference to a missing entry or a code of the wrong shape.
pub fn image(tables: &[Table], inflections: &Inflections) -> Result<Vec<u8>, CompileError> {
    let mut rows: Vec<(Class, &Row)> = tables
        .iter()
        .flat_map(|t| t.entries.iter().map(|r| (r.class.unwrap_or(t.class), r)))
        .collect();
    rows.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    check(&rows)?;
    let languages: Vec<&str> = inflections.genitives.keys().map(String::as_str).collect();
    let mut senses = Senses::new();
    for (index, (_, row)) in rows.iter().enumerate() {
        add_forms(
            row,
            index as u32,
            &rows,
            &languages,
            inflections,
            &mut senses,
        );
    }
    let mut blob = Vec::new();
    let mut builder = fst::MapBuilder::memory();
    for (form, set) in &senses {
        builder
            .insert(form, blob.len() as u64)
            .map_err(|e| CompileError {
                entry: form.clone(),
                message: e.to_string(),
            })?;
        blob.push(set.len().min(255) as u8);
        for (kind, entry, mask) in set.iter().take(255) {
            blob.push(*kind);
            blob.extend(entry.to_le_bytes());
            blob.extend(mask.to_le_bytes());
        }
    }
    let map = builder.into_inner().map_err(|e| CompileError {
        entry: String::new(),
        message: e.to_string(),
    })?;
    let genitives: Vec<String> = inflections
        .genitives
        .values()
        .map(|g| g.join("\t"))
        .collect();
    Ok(assemble(&[
        languages.join("\n").as_bytes(),
        genitives.join("\n").as_bytes(),
        &map,
        &blob,
        &records(&rows),
    ]))
}

fn assemble(sections: &[&[u8]]) -> Vec<u8> {
    let mut out = b"NGZ1".to_vec();
    for section in sections {
        out.extend((section.len() as u32).to_le_bytes());
    }
    for section in sections {
        out.extend(*section);
    }
    out
}

fn check(rows: &[(Class, &Row)]) -> Result<(), CompileError> {
    let fault = |row: &Row, message: String| CompileError {
        entry: row.id.clone(),
        message,
    };
    let has = |id: &String| rows.binary_search_by(|r| r.1.id.cmp(id)).is_ok();
    for pair in rows.windows(2) {
        if let [a, b] = pair
            && a.1.id == b.1.id
        {
            return Err(fault(a.1, "two entries have this id".to_owned()));
        }
    }
    for (_, row) in rows {
        let objects = row.roles.iter().map(|r| &r.object).chain(&row.capital_of);
        if let Some(missing) = objects.clone().find(|o| !has(o)) {
            return Err(fault(row, format!("no entry has the id \"{missing}\"")));
        }
        if let Some(code) = row
            .country
            .as_ref()
            .filter(|c| c.len() != 3 || !c.bytes().all(|b| b.is_ascii_uppercase()))
        {
            return Err(fault(
                row,
                format!("\"{code}\" should be three capital letters"),
            ));
        }
    }
    Ok(())
}

fn add_forms(
    row: &Row,
    index: u32,
    rows: &[(Class, &Row)],
    languages: &[&str],
    inflections: &Inflections,
    senses: &mut Senses,
) {
    let mask = |lang: &str| -> u16 {
        languages
            .iter()
            .position(|l| *l == lang)
            .map_or(u16::MAX, |bit| 1 << bit)
    };
    let mut add = |form: &str, kind: SenseKind, entry: u32, mask: u16| {
        senses
            .entry(normal(form))
            .or_default()
            .insert((kind as u8, entry, mask));
    };
    for (lang, forms) in &row.names {
        for form in forms {
            add(form, SenseKind::Name, index, mask(lang));
            if let Some(country) = &row.capital_of
                && let Ok(at) = rows.binary_search_by(|r| r.1.id.cmp(country))
            {
                add(form, SenseKind::Capital, at as u32, mask(lang));
            }
        }
    }
    row.short
        .iter()
        .for_each(|form| add(form, SenseKind::Short, index, u16::MAX));
    for (lang, forms) in &row.seats {
        for form in forms {
            add(form, SenseKind::Seat, index, mask(lang));
        }
    }
    let derived = [
        (
            &row.adjectives,
            &inflections.adjectives,
            SenseKind::Adjective,
        ),
        (&row.people, &inflections.people, SenseKind::People),
    ];
    for (table, rules, kind) in derived {
        for (lang, bases) in table {
            let rules = rules.get(lang).map_or(&[][..], Vec::as_slice);
            for form in bases.iter().flat_map(|base| inflect(base, rules)) {
                add(&form, kind, index, mask(lang));
            }
        }
    }
}

/// Returns every inflected form of a base form, the base form included.
pub fn inflect(base: &str, rules: &[EndingRule]) -> Vec<String> {
    let capital = base.chars().next().is_some_and(char::is_uppercase);
    let rule = rules
        .iter()
        .find(|r| base.ends_with(&r.ending) && (capital || !r.capital));
    let mut forms = vec![base.to_owned()];
    if let Some(rule) = rule {
        let stem = if rule.cut {
            base.strip_suffix(&rule.ending).unwrap_or(base)
        } else {
            base
        };
        forms.extend(rule.add.iter().map(|ending| format!("{stem}{ending}")));
    }
    forms
}

/// Writes a form as the transducer keeps it: straight apostrophes and hyphens, single spaces.
pub fn normal(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    for word in form.split_whitespace() {
        if !out.is_empty() {
            out.push(char::from(SPACE));
        }
        out.extend(word.chars().map(normal_char));
    }
    out
}

/// Maps typographic apostrophes and hyphens to their plain forms.
pub fn normal_char(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '‐' | '‑' | '–' | '—' => '-',
        c => c,
    }
}

fn records(rows: &[(Class, &Row)]) -> Vec<u8> {
    let mut offsets = Vec::new();
    let mut text = String::new();
    for (class, row) in rows {
        offsets.push(text.len() as u32);
        let or_empty = |o: &Option<String>| o.clone().unwrap_or_default();
        let roles: Vec<String> = row
            .roles
            .iter()
            .map(|r| {
                format!(
                    "{}|{}|{}|{}",
                    r.predicate,
                    r.object,
                    or_empty(&r.start),
                    or_empty(&r.end)
                )
            })
            .collect();
        let names: Vec<String> = row
            .names
            .iter()
            .flat_map(|(lang, forms)| forms.iter().map(move |f| format!("{lang}|{f}")))
            .collect();
        let fields = [
            row.id.clone(),
            (*class as u8).to_string(),
            row.name.clone(),
            or_empty(&row.country),
            or_empty(&row.sector),
            or_empty(&row.wikidata),
            or_empty(&row.kind),
            or_empty(&row.since),
            or_empty(&row.until),
            or_empty(&row.capital_of),
            if row.common { "1" } else { "" }.to_owned(),
            roles.join(";"),
            names.join(";"),
            row.short.join(";"),
            row.traits.join(";"),
        ];
        text.push_str(&fields.join("\t"));
    }
    offsets.push(text.len() as u32);
    let mut out = (rows.len() as u32).to_le_bytes().to_vec();
    out.extend(offsets.iter().flat_map(|o| o.to_le_bytes()));
    out.extend(text.as_bytes());
    out
}
