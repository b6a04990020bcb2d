//! The binary form: a header with magic, version, length and checksum, a table of sections, and the columns as they lie in memory.
//!
//! Layout, little-endian: `NEWSGRPH`, version u32, sections u32, length u64, BLAKE3 of everything behind the header (32 bytes), padding to 64 bytes;
//! then per section offset u64 and length u64; then the sections, each at a multiple of 64 bytes. Section 0 holds the small tables (kinds, counts).
//! In: a file. Out: a graph whose columns point into the mapped file. Invariant: nothing is used before the checksum fits.

use super::{FileError, NG_VERSION};
use crate::graph::Graph;
use crate::graph::column::{Bytes, Column, Csr, Strings};
use crate::graph::tables::{Kind, Tables};
use bytemuck::Pod;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

const MAGIC: &[u8; 8] = b"NEWSGRPH";
const HEADER: usize = 64;
const ALIGN: usize = 64;

/// What does not go into columns.
#[derive(Serialize, Deserialize)]
struct Small {
    kinds: Vec<Kind>,
    n_narrow: u64,
    n_dated: u64,
}

pub(super) fn is_binary(mut file: &File) -> bool {
    let mut magic = [0; 8];
    file.read_exact(&mut magic).is_ok() && &magic == MAGIC
}

/// Goes through the columns in the order of sections; the one list that reading and writing share.
fn each_column(t: &mut Tables, visit: &mut impl Visit) {
    let e = &mut t.events;
    visit.column(&mut e.lo);
    visit.column(&mut e.hi);
    visit.column(&mut e.kind);
    visit.column(&mut e.flags);
    visit.column(&mut e.first);
    visit.column(&mut e.second);
    visit.column(&mut e.extra_event);
    visit.column(&mut e.extra_part);
    visit.column(&mut e.confidence);
    visit.column(&mut e.reported);
    visit.strings(&mut e.ids);
    let n = &mut t.entities;
    visit.strings(&mut n.ids);
    visit.strings(&mut n.names);
    visit.column(&mut n.class);
    visit.column(&mut n.country);
    visit.column(&mut n.sector);
    visit.strings(&mut n.codes);
    let a = &mut t.articles;
    visit.strings(&mut a.ids);
    visit.strings(&mut a.words);
    visit.column(&mut a.language);
    visit.column(&mut a.source);
    visit.column(&mut a.published);
    let i = &mut t.index;
    visit.csr(&mut i.actor);
    visit.csr(&mut i.place);
    visit.csr(&mut i.reporter);
    visit.csr(&mut i.neighbor);
    visit.column(&mut i.neighbor_pair);
    visit.csr(&mut i.pair);
    visit.csr(&mut i.kind);
    visit.csr(&mut i.report);
    visit.csr(&mut i.article);
    visit.column(&mut t.names.fst);
    visit.csr(&mut t.names.postings);
    visit.column(&mut t.details);
}

trait Visit {
    fn column<T: Pod>(&mut self, column: &mut Column<T>);

    fn strings(&mut self, strings: &mut Strings) {
        self.column(&mut strings.ends);
        self.column(&mut strings.bytes);
    }

    fn csr(&mut self, csr: &mut Csr) {
        self.column(&mut csr.offsets);
        self.column(&mut csr.items);
    }
}

/// Collects the bytes of each column.
struct Gather(Vec<Vec<u8>>);

impl Visit for Gather {
    fn column<T: Pod>(&mut self, column: &mut Column<T>) {
        self.0.push(to_little_endian(column));
    }
}

/// Columns are words of one size without padding, so on a big-endian machine each word is turned.
fn to_little_endian<T: Pod>(values: &[T]) -> Vec<u8> {
    let mut bytes = bytemuck::cast_slice::<T, u8>(values).to_vec();
    if cfg!(target_endian = "big") {
        bytes
            .chunks_exact_mut(size_of::<T>())
            .for_each(<[u8]>::reverse);
    }
    bytes
}

pub(super) fn write(graph: &Graph) -> Vec<u8> {
    let mut t = graph.t.clone();
    let small = Small {
        kinds: t.kinds.clone(),
        n_narrow: t.events.n_narrow as u64,
        n_dated: t.events.n_dated as u64,
    };
    let mut gather = Gather(vec![
        postcard::to_allocvec(&small).expect("plain records always serialize"),
    ]);
    each_column(&mut t, &mut gather);
    drop(t);
    let sections = gather.0;
    let mut table = Vec::new();
    let mut at = (HEADER + sections.len() * 16).next_multiple_of(ALIGN);
    for section in &sections {
        table.extend_from_slice(&(at as u64).to_le_bytes());
        table.extend_from_slice(&(section.len() as u64).to_le_bytes());
        at = (at + section.len()).next_multiple_of(ALIGN);
    }
    let n_sections = sections.len() as u32;
    let mut out = vec![0; HEADER];
    out.reserve_exact(at - HEADER);
    out.extend(table);
    for section in sections {
        out.resize(out.len().next_multiple_of(ALIGN), 0);
        out.extend(section);
    }
    out.resize(at, 0);
    let hash = blake3::hash(out.get(HEADER..).unwrap_or(&[]));
    let header = [
        &MAGIC[..],
        &NG_VERSION.to_le_bytes(),
        &n_sections.to_le_bytes(),
        &(at as u64).to_le_bytes(),
        hash.as_bytes(),
    ]
    .concat();
    out.iter_mut()
        .zip(header)
        .for_each(|(slot, byte)| *slot = byte);
    out
}

fn word<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes
        .get(at..at + N)
        .and_then(|b| b.try_into().ok())
        .unwrap_or([0; N])
}

/// Maps the file and checks it.
pub(super) fn read(path: &Path, file: &File) -> Result<Graph, FileError> {
    let bytes = map(path, file)?;
    let whole = (*bytes).as_ref();
    check(path, whole)?;
    let damaged = |what: &str| FileError::Damaged {
        path: path.display().to_string(),
        what: what.to_owned(),
    };
    let n_sections = u32::from_le_bytes(word(whole, 12)) as usize;
    // The header stands outside the checksum: its count is no measure for memory until it fits the file.
    if n_sections > whole.len().saturating_sub(HEADER) / 16 {
        return Err(damaged("its table of sections does not fit"));
    }
    let mut ranges = Vec::with_capacity(n_sections);
    for i in 0..n_sections {
        let start = u64::from_le_bytes(word(whole, HEADER + i * 16)) as usize;
        let length = u64::from_le_bytes(word(whole, HEADER + i * 16 + 8)) as usize;
        let end = start.checked_add(length).filter(|e| *e <= whole.len());
        ranges.push((
            start,
            end.ok_or_else(|| damaged("a section lies outside the file"))?,
        ));
    }
    let small = ranges
        .first()
        .and_then(|r| whole.get(r.0..r.1))
        .unwrap_or(&[]);
    let small: Small =
        postcard::from_bytes(small).map_err(|_| damaged("the table of kinds cannot be read"))?;
    let mut t = Tables {
        kinds: small.kinds,
        ..Tables::default()
    };
    t.events.n_narrow = small.n_narrow as usize;
    t.events.n_dated = small.n_dated as usize;
    let mut scatter = Scatter {
        bytes: &bytes,
        ranges: ranges.into_iter().skip(1),
        fits: true,
    };
    each_column(&mut t, &mut scatter);
    if !scatter.fits || scatter.ranges.next().is_some() {
        return Err(damaged("the sections are not those of this version"));
    }
    if let Some(what) = t.misfit() {
        return Err(damaged(what));
    }
    Ok(Graph::assembled(t, None))
}

/// Hands each column its range of the file.
struct Scatter<'a, I> {
    bytes: &'a Arc<dyn AsRef<[u8]> + Send + Sync>,
    ranges: I,
    fits: bool,
}

impl<I: Iterator<Item = (usize, usize)>> Visit for Scatter<'_, I> {
    fn column<T: Pod>(&mut self, column: &mut Column<T>) {
        let Some((start, end)) = self.ranges.next() else {
            self.fits = false;
            return;
        };
        self.fits &= (end - start) % size_of::<T>() == 0;
        if end > start {
            *column = load(Bytes::new(Arc::clone(self.bytes), start, end));
        }
    }
}

fn load<T: Pod>(bytes: Bytes) -> Column<T> {
    if cfg!(target_endian = "little") && bytemuck::try_cast_slice::<u8, T>(bytes.as_ref()).is_ok() {
        return Column::Mapped(bytes);
    }
    let mut copy = bytes.as_ref().to_vec();
    if cfg!(target_endian = "big") {
        copy.chunks_exact_mut(size_of::<T>())
            .for_each(<[u8]>::reverse);
    }
    Column::Owned(
        copy.chunks_exact(size_of::<T>())
            .map(bytemuck::pod_read_unaligned)
            .collect(),
    )
}

fn check(path: &Path, whole: &[u8]) -> Result<(), FileError> {
    let name = || path.display().to_string();
    let version = u32::from_le_bytes(word(whole, 8));
    if version > NG_VERSION {
        return Err(FileError::Future {
            path: name(),
            found: version,
            known: NG_VERSION,
        });
    }
    let (found, expected) = (whole.len() as u64, u64::from_le_bytes(word(whole, 16)));
    if found != expected {
        return Err(FileError::Length {
            path: name(),
            found,
            expected,
        });
    }
    let hash = blake3::hash(whole.get(HEADER..).unwrap_or(&[]));
    let rest_is_empty = word::<8>(whole, 56) == [0; 8];
    if *hash.as_bytes() != word::<32>(whole, 24) || version == 0 || !rest_is_empty {
        let what = "its checksum does not fit its content".to_owned();
        return Err(FileError::Damaged { path: name(), what });
    }
    Ok(())
}

#[expect(
    unsafe_code,
    reason = "a memory map is unsafe by nature; see the invariant inside"
)]
fn map(path: &Path, file: &File) -> Result<Arc<dyn AsRef<[u8]> + Send + Sync>, FileError> {
    // SAFETY: graph files are replaced by renaming a new file over the old name and never written in place, so the mapped file does not change
    // while it is mapped. A foreign program that writes into it breaks this for every memory-mapped format alike.
    let map = unsafe { memmap2::Mmap::map(file) }.map_err(FileError::io(path, "map the file"))?;
    Ok(Arc::new(map))
}
