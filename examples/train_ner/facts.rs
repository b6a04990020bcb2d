//! Word lists for the model: name parts, places, countries, adjectives, legal forms, casing habits and word classes.
//!
//! In: `../shared/facts` (sources and licences: data/models/ner.md) and the raw text of the training corpora. Out: Bloom filter, word table, name pools.

use newsgraph::extract::tagger::hash::mix;
use newsgraph::extract::tagger::table;
use newsgraph::extract::tagger::words::{List, list_key, lower_hash};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Names to put into copies of training sentences.
#[derive(Default)]
pub struct Pools {
    /// Parts of personal names, with a capital.
    pub names: Vec<String>,
    /// Cities.
    pub places: Vec<String>,
    /// Countries by language.
    pub countries: BTreeMap<String, Vec<String>>,
    /// Organisations by language.
    pub organisations: BTreeMap<String, Vec<String>>,
    /// Persons, whole names.
    pub persons: Vec<String>,
}

/// Everything the facts give.
#[derive(Default)]
pub struct Facts {
    keys: BTreeSet<u64>,
    /// Names for copies.
    pub pools: Pools,
}

fn latin(text: &str) -> bool {
    text.chars()
        .all(|c| (c as u32) < 0x250 || ('\u{1e00}'..='\u{1eff}').contains(&c) || "’ʻʿ".contains(c))
}

fn titled(text: &str) -> String {
    let mut start = true;
    text.chars()
        .map(|c| {
            let up = start;
            start = c == ' ' || c == '-';
            if up {
                c.to_uppercase().next().unwrap_or(c)
            } else {
                c
            }
        })
        .collect()
}

impl Facts {
    fn add(&mut self, list: List, name: &str) {
        let parts: Vec<&str> = name.split_whitespace().collect();
        if parts.is_empty() || parts.len() > 6 || name.chars().count() < 2 || !latin(name) {
            return;
        }
        let phrase = parts.iter().map(|p| lower_hash(p)).reduce(mix).unwrap_or(0);
        self.keys.insert(list_key(list, phrase));
    }

    /// Reads the facts folder. `common` tells words that are mostly written small.
    pub fn read(root: &Path, common: &dyn Fn(&str) -> bool) -> anyhow::Result<Self> {
        let mut facts = Self::default();
        facts.persons(root, common)?;
        facts.cities(root, common)?;
        facts.territories(root)?;
        facts.adjectives(root)?;
        facts.organisations(root)?;
        for class in ["countries", "places", "organisations", "persons"] {
            facts.gazetteer(class)?;
        }
        Ok(facts)
    }

    /// Reads a class of the package's own gazetteer, line by line: names, adjectives and inhabitants per language.
    fn gazetteer(&mut self, class: &str) -> anyhow::Result<()> {
        let text = std::fs::read_to_string(format!("data/gazetteer/{class}.ron"))?;
        let field =
            regex::Regex::new(r"(names|adjectives|people|short): [{\[](.*?)[}\]](?:, \w+:|\))")?;
        let language = regex::Regex::new(r#""(\w+)": \[([^\]]*)\]"#)?;
        let string = regex::Regex::new(r#""([^"]*)""#)?;
        for entry in text.lines().filter(|l| l.contains("id:")) {
            for found in field.captures_iter(entry) {
                let (kind, inside) = (&found[1], &found[2]);
                if kind == "short" {
                    string
                        .captures_iter(inside)
                        .for_each(|n| self.add(List::Name, &n[1]));
                }
                for names in language.captures_iter(inside) {
                    let lang = names[1].to_owned();
                    for name in string.captures_iter(&names[2]) {
                        self.name(class, kind, &lang, &name[1]);
                    }
                }
            }
        }
        Ok(())
    }

    fn name(&mut self, class: &str, kind: &str, lang: &str, name: &str) {
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        match (class, kind) {
            (_, "adjectives" | "people") => {
                for ending in ["", "t", "a", "er", "e", "en", "em", "es", "s"] {
                    self.add(List::Adjective, &format!("{name}{ending}"));
                }
            }
            ("countries", _) => self.add(List::Country, name),
            ("places", _) => {
                self.add(List::Place, name);
                self.pools.places.push(name.to_owned());
            }
            ("organisations", _) => {
                self.add(List::Body, name);
                let langs: &[&str] = if lang == "any" {
                    &["sv", "de", "en"]
                } else {
                    &[lang]
                };
                for lang in langs.iter().filter(|_| capital) {
                    let list = self
                        .pools
                        .organisations
                        .entry((*lang).to_owned())
                        .or_default();
                    list.push(name.to_owned());
                }
            }
            _ => {
                name.split(' ').for_each(|part| self.add(List::Name, part));
                self.pools.persons.push(name.to_owned());
            }
        }
    }

    fn persons(&mut self, root: &Path, common: &dyn Fn(&str) -> bool) -> anyhow::Result<()> {
        let text = std::fs::read_to_string(root.join("person_names/person_names.txt"))?;
        for line in text.lines() {
            let Some((forms, _)) = line.split_once(" => ") else {
                continue;
            };
            for form in forms.split(", ").filter(|f| latin(f)) {
                if form.chars().count() > 2 && !common(form) {
                    self.add(List::Name, form);
                    if !form.contains(' ') {
                        self.pools.names.push(titled(form));
                    }
                }
            }
        }
        Ok(())
    }

    fn cities(&mut self, root: &Path, common: &dyn Fn(&str) -> bool) -> anyhow::Result<()> {
        let text = std::fs::read_to_string(root.join("geonames/cities15000.json"))?;
        let cities: BTreeMap<String, Value> = serde_json::from_str(&text)?;
        for city in cities.values() {
            let name = city["name"].as_str().unwrap_or_default();
            let people = city["population"].as_u64().unwrap_or(0);
            let others = city["alternatenames"].as_array().into_iter().flatten();
            let large = |form: &str| people > 150_000 && (form == name || people > 1_000_000);
            for form in others.filter_map(Value::as_str).chain([name]) {
                if form.chars().count() > 2
                    && form.chars().next().is_some_and(char::is_uppercase)
                    && !common(form)
                {
                    let list = if large(form) {
                        List::Place
                    } else {
                        List::MinorPlace
                    };
                    self.add(list, form);
                }
            }
            if people > 100_000 && latin(name) {
                self.pools.places.push(name.to_owned());
            }
        }
        Ok(())
    }

    fn territories(&mut self, root: &Path) -> anyhow::Result<()> {
        for lang in ["sv", "de", "en", "da", "no"] {
            let path = root.join("cldr").join(lang).join("territories.json");
            let mut names = Vec::new();
            strings(
                &serde_json::from_str(&std::fs::read_to_string(path)?)?,
                &mut names,
            );
            names.retain(|n| n.chars().next().is_some_and(char::is_uppercase) && !n.contains('('));
            for name in &names {
                self.add(List::Country, name);
            }
            self.pools.countries.insert(lang.to_owned(), names);
        }
        let text = std::fs::read_to_string(root.join("territories/data.jsonl"))?;
        for line in text.lines() {
            let value: Value = serde_json::from_str(line)?;
            let lists = ["names_strong", "names_weak"].map(|k| value[k].as_array());
            let names = lists.into_iter().flatten().flatten();
            for name in names
                .filter_map(Value::as_str)
                .chain(value["name"].as_str())
            {
                if name.chars().count() > 3 {
                    self.add(List::Country, name);
                }
            }
        }
        Ok(())
    }

    fn adjectives(&mut self, root: &Path) -> anyhow::Result<()> {
        let folder = root.join("nationalities");
        let text = std::fs::read_to_string(folder.join("derived_country_adjectives.tsv"))?;
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let endings: [(usize, &[&str]); 5] = [
                (2, &["", "t", "a", "ar", "arna", "e"]),
                (4, &["", "e", "er", "en", "em", "es"]),
                (5, &["", "e", "er", "en", "em", "es"]),
                (7, &["", "s"]),
                (8, &["", "s"]),
            ];
            for (cell, endings) in endings {
                let word = cells.get(cell).copied().unwrap_or_default();
                if !word.is_empty() {
                    endings
                        .iter()
                        .for_each(|e| self.add(List::Adjective, &format!("{word}{e}")));
                }
            }
        }
        Ok(())
    }

    fn organisations(&mut self, root: &Path) -> anyhow::Result<()> {
        let text = std::fs::read_to_string(root.join("org_types/org_types.json"))?;
        let kinds: Vec<Value> = serde_json::from_str(&text)?;
        for kind in &kinds {
            let aliases = kind["aliases"].as_array().into_iter().flatten();
            for alias in aliases
                .filter_map(Value::as_str)
                .chain(kind["display"].as_str())
            {
                if !alias.contains(' ') {
                    self.add(List::Organisation, alias);
                }
            }
        }
        Ok(())
    }

    /// Writes the Bloom filter with `bits` per key.
    pub fn bloom(&self, bits: f32) -> Vec<u8> {
        let mut bloom = vec![0; (self.keys.len() as f32 * bits / 8.0) as usize];
        eprintln!("lists: {} keys, {} bytes", self.keys.len(), bloom.len());
        self.keys
            .iter()
            .for_each(|k| table::bloom_insert(&mut bloom, *k));
        bloom
    }
}

/// Collects every string below `value`.
fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(s) if s.chars().any(char::is_lowercase) || s.chars().count() < 5 => {
            out.push(s.clone());
        }
        Value::Array(list) => list.iter().for_each(|v| strings(v, out)),
        Value::Object(map) => map.values().for_each(|v| strings(v, out)),
        _ => {}
    }
}
