//! The gazetteer: countries, places, organisations and persons by every form of their names, with genitives and inflections.
//!
//! In: the image made by the build script, or by [`compile`] from overlaid tables. Out: [`Entry`] by id, [`Match`]es over tokens.
//! Invariants: opening does no work beyond reading a header; every sense of an ambiguous form is returned, sorted by kind, then id.
//! Does not: choose between senses (extract::mention does).

pub mod compile;
mod find;

pub use compile::SenseKind;
pub use find::{Match, Sense};

use super::embed::{DataError, DataFiles};
use crate::base::analysis::EntityClass;
use crate::base::recall::Recall;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

static EMBEDDED_IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"));

/// The part of the data folder that holds the tables.
const FOLDER: &str = "gazetteer/";
const INFLECTIONS: &str = "gazetteer/inflections.ron";

/// An office that an entry held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office<'g> {
    /// Predicate of `data/ontology/relations.ron`.
    pub predicate: &'g str,
    /// Id of the entry it is held in.
    pub object: &'g str,
    /// First day known, EDTF; empty if unknown.
    pub start: &'g str,
    /// Last day known, EDTF; empty if unknown or not over.
    pub end: &'g str,
}

/// One actor or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'g> {
    /// Slug.
    pub id: &'g str,
    /// Class.
    pub class: EntityClass,
    /// Canonical English name.
    pub name: &'g str,
    /// ISO 3166 alpha-3 code, or IGO, NGO, IMG, MNC, EUR.
    pub country: Option<&'g str>,
    /// PLOVER sector.
    pub sector: Option<&'g str>,
    /// Wikidata id.
    pub wikidata: Option<&'g str>,
    /// Finer kind of a place: city, region, sea, state, river, site.
    pub kind: Option<&'g str>,
    /// First year of existence.
    pub since: Option<&'g str>,
    /// Last year of existence.
    pub until: Option<&'g str>,
    /// Id of the country whose capital it is.
    pub capital_of: Option<&'g str>,
    /// The name is an everyday word as well.
    pub common: bool,
    /// Offices, names in every language and short names: most who ask for an entry want none of them.
    lists: &'g [u8],
}

/// Fields of an entry before its lists.
const FIELDS: usize = 11;

impl<'g> Entry<'g> {
    /// Reads a record as it lies in the image; its lists are not looked at. O(fields before them).
    fn parse(record: &'g [u8]) -> Option<Self> {
        let mut tabs = (0..).zip(record).filter(|(_, b)| **b == b'\t');
        let mut ends = [0; FIELDS];
        for end in &mut ends {
            *end = tabs.next()?.0;
        }
        let (head, lists) = record.split_at_checked(ends[FIELDS - 1])?;
        let head = std::str::from_utf8(head).ok()?;
        let mut start = 0;
        let mut fields = ends.into_iter().map(|end| {
            let field = head.get(start..end);
            start = end + 1;
            field
        });
        let mut next = || fields.next().flatten();
        let id = next()?;
        let class = *EntityClass::ALL.get(next()?.parse::<usize>().ok()?)?;
        let name = next()?;
        let mut optional = || next().filter(|f| !f.is_empty());
        Some(Self {
            id,
            class,
            name,
            country: optional(),
            sector: optional(),
            wikidata: optional(),
            kind: optional(),
            since: optional(),
            until: optional(),
            capital_of: optional(),
            common: optional().is_some(),
            lists,
        })
    }

    /// One of the lists: what stands behind the tab of that number.
    fn list(&self, number: usize) -> &'g str {
        let mut lists = self.lists.split(|b| *b == b'\t').skip(1);
        let list = lists.nth(number).unwrap_or_default();
        std::str::from_utf8(list).unwrap_or_default()
    }

    /// Returns the offices it held, in the order of the table.
    pub fn offices(&self) -> impl Iterator<Item = Office<'g>> + use<'g> {
        self.list(0).split(';').filter_map(|role| {
            let mut cells = role.split('|');
            Some(Office {
                predicate: cells.next().filter(|p| !p.is_empty())?,
                object: cells.next()?,
                start: cells.next()?,
                end: cells.next()?,
            })
        })
    }

    /// Returns its names with their language code ("any" for all), sorted by language.
    pub fn names(&self) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        self.list(1).split(';').filter_map(|n| n.split_once('|'))
    }

    /// Returns the parts of the world in which a state lies, and what kind of state it is.
    pub fn traits(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.list(3).split(';').filter(|t| !t.is_empty())
    }

    /// Returns the surnames that alone are enough.
    pub fn short(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.list(2).split(';').filter(|s| !s.is_empty())
    }
}

/// Every actor and place known before reading.
pub struct Gazetteer {
    image: Cow<'static, [u8]>,
    languages: Vec<String>,
    genitives: Vec<Vec<String>>,
    forms: fst::raw::Fst<Cow<'static, [u8]>>,
    senses: std::ops::Range<usize>,
    entries: std::ops::Range<usize>,
    n_entries: usize,
    states: OnceLock<FxHashMap<String, usize>>,
    /// With which two bytes forms begin.
    begins: OnceLock<Box<[u64]>>,
    /// Positions of ids asked for a moment ago.
    positions: Recall<Option<usize>>,
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gazetteer")
            .field("n_entries", &self.n_entries)
            .finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// Opens the embedded gazetteer, or compiles it anew if `files` overlay one of its tables.
    ///
    /// # Errors
    /// [`DataError`] of the table at fault.
    pub fn open(files: &DataFiles) -> Result<Self, DataError> {
        if files.overlays(FOLDER) {
            Self::compile(files)
        } else {
            Self::from_image(Cow::Borrowed(EMBEDDED_IMAGE))
        }
    }

    /// Compiles every table of `files`.
    ///
    /// # Errors
    /// [`DataError`] of the table at fault.
    pub fn compile(files: &DataFiles) -> Result<Self, DataError> {
        let inflections: compile::Inflections = files.ron(INFLECTIONS)?;
        let paths = files.list(FOLDER).into_iter().filter(|p| {
            p != INFLECTIONS
                && std::path::Path::new(p)
                    .extension()
                    .is_some_and(|e| e == "ron")
        });
        let tables = paths
            .map(|p| files.ron(&p))
            .collect::<Result<Vec<compile::Table>, _>>()?;
        let invalid = |e: compile::CompileError| DataError::Invalid {
            path: FOLDER.to_owned(),
            entry: e.entry,
            message: e.message,
        };
        Self::from_image(Cow::Owned(
            compile::image(&tables, &inflections).map_err(invalid)?,
        ))
    }

    fn from_image(image: Cow<'static, [u8]>) -> Result<Self, DataError> {
        let broken = || DataError::Invalid {
            path: FOLDER.to_owned(),
            entry: "image".to_owned(),
            message: "the compiled gazetteer is damaged".to_owned(),
        };
        let number = |at: usize| -> Option<usize> {
            Some(u32::from_le_bytes(image.get(at..at + 4)?.try_into().ok()?) as usize)
        };
        let mut ranges = Vec::new();
        let mut start = 24;
        for section in 0..5 {
            let length = number(4 + 4 * section).ok_or_else(broken)?;
            ranges.push(start..start + length);
            start += length;
        }
        let [languages, genitives, forms, senses, entries] =
            <[_; 5]>::try_from(ranges).map_err(|_| broken())?;
        let text = |range: std::ops::Range<usize>| {
            image
                .get(range)
                .and_then(|b| std::str::from_utf8(b).ok())
                .ok_or_else(broken)
        };
        let languages = text(languages)?.lines().map(str::to_owned).collect();
        let genitives = text(genitives)?
            .lines()
            .map(|l| l.split('\t').map(str::to_owned).collect())
            .collect();
        let n_entries = number(entries.start).ok_or_else(broken)?;
        let bytes: Cow<'static, [u8]> = match &image {
            Cow::Borrowed(all) => Cow::Borrowed(all.get(forms).ok_or_else(broken)?),
            Cow::Owned(all) => Cow::Owned(all.get(forms).ok_or_else(broken)?.to_vec()),
        };
        let forms = fst::raw::Fst::new(bytes).map_err(|_| broken())?;
        Ok(Self {
            image,
            languages,
            genitives,
            forms,
            senses,
            entries,
            n_entries,
            states: OnceLock::new(),
            begins: OnceLock::new(),
            positions: Recall::default(),
        })
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.n_entries
    }

    /// Tells whether it holds no entry.
    pub fn is_empty(&self) -> bool {
        self.n_entries == 0
    }

    /// Returns an entry by its position, `None` past the end.
    pub fn at(&self, index: usize) -> Option<Entry<'_>> {
        Entry::parse(self.record(index)?)
    }

    /// Bytes of an entry in the image.
    fn record(&self, index: usize) -> Option<&[u8]> {
        let base = self.entries.start + 4;
        let offset = |i: usize| -> Option<usize> {
            let at = base + 4 * i;
            Some(u32::from_le_bytes(self.image.get(at..at + 4)?.try_into().ok()?) as usize)
        };
        if index >= self.n_entries {
            return None;
        }
        let text = base + 4 * (self.n_entries + 1);
        self.image
            .get(text + offset(index)?..text + offset(index + 1)?)
    }

    /// Returns every entry, sorted by id.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.n_entries).filter_map(|i| self.at(i))
    }

    /// Returns an entry by id. Complexity: O(log n).
    pub fn entry(&self, id: &str) -> Option<Entry<'_>> {
        self.at(self.position(id)?)
    }

    /// Returns the position of an entry by id, for [`Gazetteer::at`]. Complexity: O(log n), less for ids asked for a moment ago.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.ask(id, 0, || self.find_position(id))
    }

    fn find_position(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.n_entries);
        while low < high {
            let middle = usize::midpoint(low, high);
            // Only the id is read: a look-up passes a dozen entries.
            let found = self.record(middle)?.split(|b| *b == b'\t').next()?;
            match found.cmp(id.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Returns the country (class [`EntityClass::Country`]) with an alpha-3 code; of two, the one that still exists. The first question reads the
    /// whole table once.
    pub fn country(&self, code: &str) -> Option<Entry<'_>> {
        let index = self.states.get_or_init(|| self.read_states());
        self.at(*index.get(code)?)
    }

    /// The countries that exist, by code.
    fn read_states(&self) -> FxHashMap<String, usize> {
        let classes = EntityClass::ALL.iter();
        let class = classes.take_while(|c| **c != EntityClass::Country).count();
        let class = class.to_string();
        let mut found = FxHashMap::default();
        for i in 0..self.n_entries {
            // Only the class is read of entries that are no countries.
            let fields = self.record(i).map(|r| r.split(|b| *b == b'\t'));
            let is_country = fields.and_then(|mut f| f.nth(1)) == Some(class.as_bytes());
            let entry = is_country.then(|| self.at(i)).flatten();
            let code = entry.filter(|e| e.until.is_none()).and_then(|e| e.country);
            if let Some(code) = code {
                found.entry(code.to_owned()).or_insert(i);
            }
        }
        found
    }

    /// Returns up to `limit` forms that begin with `prefix` (its case counts), in byte order, for completion.
    pub fn forms(&self, prefix: &str, limit: usize) -> Vec<String> {
        use fst::{IntoStreamer, Streamer};
        let key = compile::normal(prefix);
        let mut stream = self.forms.range().ge(&key).into_stream();
        let mut out = Vec::new();
        while let Some((form, _)) = stream.next() {
            if out.len() >= limit || !form.starts_with(key.as_bytes()) {
                break;
            }
            out.push(String::from_utf8_lossy(form).into_owned());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open() -> Gazetteer {
        Gazetteer::open(&DataFiles::default()).expect("the embedded gazetteer opens")
    }

    fn ids(text: &str, lang: &str) -> Vec<String> {
        let gazetteer = open();
        let tokens: Vec<&str> = text.split(' ').collect();
        let Some(found) = gazetteer.find(&tokens, 0, lang) else {
            return Vec::new();
        };
        found
            .senses
            .iter()
            .filter_map(|s| gazetteer.at(s.entry))
            .map(|e| format!("{}/{}", e.id, found.n_tokens))
            .collect()
    }

    #[test]
    fn finds_the_longest_form_with_genitive() {
        assert_eq!(ids("Vereinigten Staaten von", "de"), ["united_states/2"]);
        assert_eq!(ids("Rysslands utrikesminister", "sv"), ["russia/1"]);
        assert_eq!(ids("Azerbaijan’s parliament", "en"), ["azerbaijan/1"]);
        assert_eq!(ids("Azerbaijan 's parliament", "en"), ["azerbaijan/1"]);
        assert_eq!(ids("OSSE:s ordförande", "sv"), ["osce/1"]);
        assert_eq!(ids("I ran home", "en"), Vec::<String>::new());
    }

    #[test]
    fn keeps_ambiguity_and_languages_apart() {
        assert_eq!(
            ids("Georgia said", "en"),
            ["georgia/1", "georgia_us_state/1"]
        );
        assert_eq!(ids("Moskva meddelade", "sv"), ["moscow/1", "russia/1"]);
        assert_eq!(ids("Polen", "en"), Vec::<String>::new());
    }

    #[test]
    fn adjectives_inflect() {
        assert_eq!(ids("russischen Friedenstruppen", "de"), ["russia/1"]);
        assert_eq!(ids("Armeniska separatister", "sv"), ["armenia/1"]);
        assert_eq!(ids("amerikanern", "de"), Vec::<String>::new());
        assert_eq!(ids("Amerikanern", "de"), ["united_states/1"]);
    }

    #[test]
    fn compiled_tables_equal_the_embedded_image() {
        let compiled = Gazetteer::compile(&DataFiles::default()).expect("the tables compile");
        assert_eq!(compiled.image.as_ref(), EMBEDDED_IMAGE);
        assert!(
            compiled
                .entry("sweden")
                .is_some_and(|e| e.country == Some("SWE"))
        );
    }
}
