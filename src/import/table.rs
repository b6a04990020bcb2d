//! Reads the rows of an event table and lays them out as a graph.
//!
//! In: bytes, a mapping, the lexicon. Out: [`Imported`]. Invariant: one pass over the rows, names and kinds held once.
//! Complexity: O(bytes + rows · log rows).

use super::actor::{Actor, Actors, ids};
use super::mapping::{Columns, Mapping};
use super::{ColumnNames, ImportError};
use crate::base::analysis::{DateBasis, EntityClass};
use crate::base::date::Interval;
use crate::base::diagnostic::{Diagnostic, Level};
use crate::base::record::Status;
use crate::graph::{Draft, EntityRow, EventRow, Flags, Kind, NO_ENTITY, Role, pack_part};
use crate::graph::{Graph, day_number};
use crate::lexicon::Lexicon;
use crate::lexicon::cameo::Cameo;
use csv::ByteRecord;
use std::collections::{BTreeMap, HashMap};

/// Most problems that are told one by one.
const TOLD: usize = 5;

/// A graph made from a table, and what happened on the way.
#[derive(Debug)]
pub struct Imported {
    /// The graph.
    pub graph: Graph,
    /// Rows read, the header left out.
    pub n_rows: usize,
    /// Rows that could not be used.
    pub n_skipped: usize,
    /// Rows that repeat another.
    pub n_repeated: usize,
    /// The first problems, and their number.
    pub diagnostics: Vec<Diagnostic>,
}

/// Positions of the columns in a row; several for "the first that is filled".
#[derive(Default)]
struct Places {
    date: Vec<usize>,
    source: Vec<usize>,
    target: Vec<usize>,
    code: Vec<usize>,
    label: Vec<usize>,
    event_type: Vec<usize>,
    mode: Vec<usize>,
    source_country: Vec<usize>,
    target_country: Vec<usize>,
    source_sector: Vec<usize>,
    target_sector: Vec<usize>,
    place: Vec<usize>,
    place_country: Vec<usize>,
    reported: Vec<usize>,
}

/// One name of the table with what its first row says of it.
struct Named {
    country: Option<String>,
    sector: Option<String>,
    is_place: bool,
}

struct Reading<'l> {
    cameo: &'l Cameo,
    lexicon: &'l Lexicon,
    places: Places,
    names: Vec<(String, Named)>,
    name_rows: HashMap<Vec<u8>, u32>,
    kinds: Vec<Kind>,
    kind_rows: HashMap<Vec<u8>, Option<u32>>,
    days: HashMap<Vec<u8>, Option<(Interval, i32, i32)>>,
    rows: Vec<(EventRow, u32)>,
    reported: Vec<(i32, i32)>,
    problems: Vec<String>,
    n_skipped: usize,
}

/// Imports a table.
///
/// # Errors
/// [`ImportError`] if columns are missing, a row cannot be split, or no row can be used.
pub fn import(bytes: &[u8], mapping: &Mapping, lexicon: &Lexicon) -> Result<Imported, ImportError> {
    let cameo = Cameo::load(&lexicon.files, &lexicon.ontology)?;
    let mut reader = csv::ReaderBuilder::new();
    let delimiter = delimiter(bytes);
    reader
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .has_headers(false)
        .flexible(true);
    let mut reader = reader.from_reader(bytes);
    let mut record = ByteRecord::new();
    let row_error = |e: csv::Error| ImportError::Row {
        line: e.position().map_or(0, csv::Position::line),
        message: e.to_string(),
    };
    let header = if mapping.header && reader.read_byte_record(&mut record).map_err(row_error)? {
        record
            .iter()
            .map(|f| {
                String::from_utf8_lossy(f)
                    .trim_start_matches('\u{feff}')
                    .trim()
                    .to_owned()
            })
            .collect()
    } else {
        Vec::new()
    };
    let mut reading = Reading {
        cameo: &cameo,
        lexicon,
        places: places(&mapping.columns, &header)?,
        names: Vec::new(),
        name_rows: HashMap::new(),
        kinds: Vec::new(),
        kind_rows: HashMap::new(),
        days: HashMap::new(),
        rows: Vec::new(),
        reported: Vec::new(),
        problems: Vec::new(),
        n_skipped: 0,
    };
    let mut n_rows = 0;
    while reader.read_byte_record(&mut record).map_err(row_error)? {
        n_rows += 1;
        if let Err(problem) = reading.row(&record) {
            reading.n_skipped += 1;
            if reading.problems.len() < TOLD {
                let line = record.position().map_or(0, csv::Position::line);
                reading
                    .problems
                    .push(format!("line {line}: {problem}; the row is left out"));
            }
        }
    }
    if reading.rows.is_empty() && n_rows > 0 {
        let first = reading.problems.first().cloned().unwrap_or_default();
        return Err(ImportError::Empty {
            rows: n_rows,
            first,
        });
    }
    reading.finish(mapping, n_rows)
}

/// Tab, comma or semicolon, whichever the first line has most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or(&[]);
    let count = |d: u8| line.iter().filter(|b| **b == d).count();
    [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|d| (count(*d), *d == b'\t'))
        .unwrap_or(b'\t')
}

fn places(columns: &Columns, header: &[String]) -> Result<Places, ImportError> {
    let find = |names: &ColumnNames| -> Vec<usize> {
        let at = |name: &String| match name.parse::<usize>() {
            Ok(number) => number.checked_sub(1),
            Err(_) => header.iter().position(|h| h.eq_ignore_ascii_case(name)),
        };
        names.iter().filter_map(at).collect()
    };
    let needed = |role: &'static str, names: &ColumnNames| {
        let found = find(names);
        if found.is_empty() {
            return Err(ImportError::MissingColumn {
                role,
                expected: names.join(" or "),
                found: header.join(", "),
            });
        }
        Ok(found)
    };
    Ok(Places {
        date: needed("date", &columns.date)?,
        source: needed("source", &columns.source)?,
        target: needed("target", &columns.target)?,
        code: find(&columns.code),
        label: find(&columns.label),
        event_type: find(&columns.event_type),
        mode: find(&columns.mode),
        source_country: find(&columns.source_country),
        target_country: find(&columns.target_country),
        source_sector: find(&columns.source_sector),
        target_sector: find(&columns.target_sector),
        place: find(&columns.place),
        place_country: find(&columns.place_country),
        reported: find(&columns.reported),
    })
}

/// Returns the first filled field of some columns.
fn field<'r>(record: &'r ByteRecord, places: &[usize]) -> &'r [u8] {
    places
        .iter()
        .filter_map(|i| record.get(*i))
        .map(<[u8]>::trim_ascii)
        .find(|f| !f.is_empty())
        .unwrap_or(&[])
}

fn text(bytes: &[u8]) -> Option<String> {
    (!bytes.is_empty()).then(|| String::from_utf8_lossy(bytes).into_owned())
}

impl Reading<'_> {
    fn row(&mut self, record: &ByteRecord) -> Result<(), String> {
        let (date, lo, hi) = self.date(field(record, &self.places.date))?;
        let kind = self.kind(record)?;
        let source = field(record, &self.places.source);
        let target = field(record, &self.places.target);
        if source.is_empty() && target.is_empty() {
            return Err("neither source nor target is named".to_owned());
        }
        let party = |name: &[u8], country: &[usize], sector: &[usize]| {
            (name.to_vec(), field(record, country), field(record, sector))
        };
        let (s, t) = (
            party(
                source,
                &self.places.source_country,
                &self.places.source_sector,
            ),
            party(
                target,
                &self.places.target_country,
                &self.places.target_sector,
            ),
        );
        let place = field(record, &self.places.place);
        let place_country = field(record, &self.places.place_country);
        let reported = field(record, &self.places.reported);
        let first = self.name(&s.0, s.1, s.2, false);
        let second = self.name(&t.0, t.1, t.2, false);
        let place = self.name(place, place_country, &[], true);
        if !self.places.reported.is_empty() {
            let day = self
                .date(reported.get(..8).unwrap_or(reported))
                .map_or(lo, |d| d.1);
            self.reported.push((day, day));
        }
        let flags = Flags::new(Some(&date), DateBasis::Explicit, Status::Happened);
        self.rows.push((
            EventRow {
                lo,
                hi,
                first,
                kind,
                second,
                flags,
            },
            place,
        ));
        Ok(())
    }

    fn date(&mut self, bytes: &[u8]) -> Result<(Interval, i32, i32), String> {
        if let Some(known) = self.days.get(bytes) {
            return known.ok_or_else(|| bad_date(bytes));
        }
        let interval = parse_date(&String::from_utf8_lossy(bytes));
        let found = interval.and_then(|d| Some((d, day_number(d.lo?), day_number(d.hi?))));
        self.days.insert(bytes.to_vec(), found);
        found.ok_or_else(|| bad_date(bytes))
    }

    fn name(&mut self, bytes: &[u8], country: &[u8], sector: &[u8], is_place: bool) -> u32 {
        if bytes.is_empty() {
            return NO_ENTITY;
        }
        if let Some(row) = self.name_rows.get(bytes) {
            // Rows may differ about one actor: the smallest text stays, so their order does not matter.
            if let Some((_, named)) = self.names.get_mut(*row as usize) {
                keep_least(&mut named.country, country);
                keep_least(&mut named.sector, sector);
                named.is_place &= is_place;
            }
            return *row;
        }
        let row = self.names.len() as u32;
        let named = Named {
            country: text(country),
            sector: text(sector),
            is_place,
        };
        self.names
            .push((String::from_utf8_lossy(bytes).into_owned(), named));
        self.name_rows.insert(bytes.to_vec(), row);
        row
    }

    fn kind(&mut self, record: &ByteRecord) -> Result<u32, String> {
        let p = &self.places;
        let parts = [&p.code, &p.event_type, &p.mode, &p.label].map(|c| field(record, c));
        let key = if parts[0].is_empty() {
            parts.join(&b'\t')
        } else {
            parts[0].to_vec()
        };
        if let Some(known) = self.kind_rows.get(&key) {
            return known.ok_or_else(|| unknown_kind(parts));
        }
        let [code, event_type, mode, label] = parts.map(String::from_utf8_lossy);
        let kind = self.find_kind(&code, &event_type, &mode, &label);
        let row = kind.map(|kind| {
            self.kinds
                .iter()
                .position(|k| *k == kind)
                .unwrap_or_else(|| {
                    self.kinds.push(kind);
                    self.kinds.len() - 1
                }) as u32
        });
        self.kind_rows.insert(key, row);
        row.ok_or_else(|| unknown_kind(parts))
    }

    /// By code, then by type, then by label.
    fn find_kind(&self, code: &str, event_type: &str, mode: &str, label: &str) -> Option<Kind> {
        let ontology = &self.lexicon.ontology;
        let entry = self.cameo.get(code).or_else(|| self.cameo.by_label(label));
        let event = match ontology.event_type(event_type) {
            Some(event) => event,
            None => ontology.event_type(&entry?.event)?,
        };
        let of_entry = entry
            .filter(|e| e.event == event.name)
            .and_then(|e| e.mode.clone());
        let given = event
            .modes
            .iter()
            .find(|m| m.name == mode)
            .map(|m| m.name.clone());
        let mode = given.or(of_entry);
        let mode_entry = mode.as_ref().and_then(|m| ontology.mode(&event.name, m));
        let own_code = mode_entry.map_or(&event.cameo, |m| &m.cameo);
        let code = if code.is_empty() {
            entry.map_or(own_code, |e| &e.code).clone()
        } else {
            code.to_owned()
        };
        Some(Kind {
            score: Some(
                mode_entry
                    .and_then(|m| m.score)
                    .unwrap_or(event.score)
                    .to_bits(),
            ),
            event_type: event.name.clone(),
            mode,
            cameo: Some(code),
            quad: event.quad,
        })
    }

    fn finish(mut self, mapping: &Mapping, n_rows: usize) -> Result<Imported, ImportError> {
        let entities = self.entities(mapping)?;
        let mut rows = self.sorted_rows();
        let n_read = rows.len();
        rows.dedup_by(|later, first| {
            let same = (later.0, later.1) == (first.0, first.1);
            if same {
                first.2.1 = first.2.1.max(later.2.1);
            }
            same
        });
        let n_repeated = n_read - rows.len();
        let place = |(i, r): (u32, &(EventRow, u32, (i32, i32)))| {
            (r.1 != NO_ENTITY).then(|| (i, pack_part(r.1, Role::Place)))
        };
        let draft = Draft {
            entities,
            kinds: self.kinds,
            extra: (0..).zip(&rows).filter_map(place).collect(),
            reported: if self.reported.is_empty() {
                Vec::new()
            } else {
                rows.iter().map(|r| r.2).collect()
            },
            events: rows.into_iter().map(|r| r.0).collect(),
            ..Draft::default()
        };
        let mut diagnostics: Vec<Diagnostic> = self
            .problems
            .into_iter()
            .map(|p| Diagnostic::new(Level::Warning, p))
            .collect();
        if self.n_skipped > TOLD {
            let message = format!("{} rows were left out in all", self.n_skipped);
            diagnostics.push(Diagnostic::new(Level::Warning, message));
        }
        Ok(Imported {
            graph: Graph::from_draft(draft),
            n_rows,
            n_skipped: self.n_skipped,
            n_repeated,
            diagnostics,
        })
    }

    /// Describes every name and renumbers the rows by id.
    fn entities(&mut self, mapping: &Mapping) -> Result<Vec<EntityRow>, ImportError> {
        let actors = Actors::open(self.lexicon)?;
        let shown = |name: &str| {
            if mapping.upper_case_names {
                title_case(name)
            } else {
                name.to_owned()
            }
        };
        let names: Vec<String> = self.names.iter().map(|n| shown(&n.0)).collect();
        let mut distinct: BTreeMap<&str, usize> = BTreeMap::new();
        for (i, name) in names.iter().enumerate().rev() {
            distinct.insert(name, i);
        }
        let by_id = ids(distinct.keys().copied());
        let mut rank: HashMap<&str, u32> = HashMap::new();
        let mut entities = Vec::with_capacity(by_id.len());
        for (id, name) in by_id {
            let named = distinct
                .get(name)
                .and_then(|i| self.names.get(*i))
                .map(|n| &n.1);
            let field = |f: fn(&Named) -> &Option<String>| named.and_then(|n| f(n).as_deref());
            let actor: Actor = actors.describe(name, field(|n| &n.country), field(|n| &n.sector));
            let place = named.is_some_and(|n| n.is_place) && actor.class != EntityClass::Country;
            rank.insert(name, entities.len() as u32);
            entities.push(EntityRow {
                id,
                name: actor.name,
                class: if place {
                    EntityClass::Place
                } else {
                    actor.class
                },
                country: actor.country,
                sector: actor.sector.filter(|_| !place),
            });
        }
        let new: Vec<u32> = names
            .iter()
            .map(|n| rank.get(n.as_str()).copied().unwrap_or(NO_ENTITY))
            .collect();
        let renumber = |row: &mut u32| *row = new.get(*row as usize).copied().unwrap_or(NO_ENTITY);
        for (event, place) in &mut self.rows {
            renumber(&mut event.first);
            renumber(&mut event.second);
            renumber(place);
        }
        Ok(entities)
    }

    fn sorted_rows(&mut self) -> Vec<(EventRow, u32, (i32, i32))> {
        let reported = std::mem::take(&mut self.reported);
        let rows = std::mem::take(&mut self.rows);
        let day = |i: usize, lo: i32| reported.get(i).copied().unwrap_or((lo, lo));
        let mut rows: Vec<_> = rows
            .into_iter()
            .enumerate()
            .map(|(i, (e, p))| (e, p, day(i, e.lo)))
            .collect();
        self.reported = reported;
        rows.sort_unstable();
        rows
    }
}

fn keep_least(old: &mut Option<String>, new: &[u8]) {
    let better = |old: &String| new < old.as_bytes();
    if !new.is_empty() && old.as_ref().is_none_or(better) {
        *old = text(new);
    }
}

fn bad_date(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    format!("{text:?} is no date; expected YYYY-MM-DD, YYYYMMDD, DD.MM.YYYY, YYYY-MM or YYYY")
}

fn unknown_kind(parts: [&[u8]; 4]) -> String {
    let shown = parts.map(String::from_utf8_lossy).join(" ");
    format!(
        "{:?} is no known code, type or label of an event",
        shown.trim()
    )
}

fn parse_date(text: &str) -> Option<Interval> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let dashed = format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?);
        return Interval::parse_edtf(&dashed).ok();
    }
    let parts: Vec<&str> = text.split('.').collect();
    if let [day, month, year] = parts.as_slice() {
        return Interval::parse_edtf(&format!("{year}-{month:0>2}-{day:0>2}")).ok();
    }
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    Interval::parse_edtf(day)
        .ok()
        .filter(|d| d.lo != Some(chrono::NaiveDate::MIN))
}

/// Turns "UNITED STATES" into "United States"; short words of three letters or less stay if they are no words ("UN").
fn title_case(name: &str) -> String {
    let word = |w: &str| {
        let mut chars = w.chars();
        let head = chars
            .next()
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default();
        head + &chars.as_str().to_lowercase()
    };
    if name.len() <= 3 {
        return name.to_owned();
    }
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
