//! Flat columns of numbers and text that live in memory or in a mapped file, and lists of lists on top of them.
//!
//! In: vectors, or byte ranges of a shared buffer. Out: slices. Invariants: a mapped column is aligned and whole (checked when the file is opened);
//! offsets ascend. Does not: read files.

use bytemuck::Pod;
use std::ops::Deref;
use std::sync::Arc;

/// A byte range of a shared buffer (a mapped file, or one read into memory).
#[derive(Clone)]
pub(crate) struct Bytes {
    owner: Arc<dyn AsRef<[u8]> + Send + Sync>,
    start: usize,
    end: usize,
}

impl Bytes {
    pub(crate) fn new(owner: Arc<dyn AsRef<[u8]> + Send + Sync>, start: usize, end: usize) -> Self {
        Self { owner, start, end }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        (*self.owner)
            .as_ref()
            .get(self.start..self.end)
            .unwrap_or(&[])
    }
}

/// A column of plain values.
#[derive(Clone)]
pub(crate) enum Column<T> {
    Owned(Vec<T>),
    Mapped(Bytes),
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self::Owned(Vec::new())
    }
}

impl<T> From<Vec<T>> for Column<T> {
    fn from(values: Vec<T>) -> Self {
        Self::Owned(values)
    }
}

impl<T: Pod> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Owned(values) => values,
            Self::Mapped(bytes) => bytemuck::try_cast_slice(bytes.as_ref()).unwrap_or(&[]),
        }
    }
}

impl AsRef<[u8]> for Column<u8> {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

/// Many short texts, one after the other.
#[derive(Clone, Default)]
pub(crate) struct Strings {
    pub(crate) ends: Column<u32>,
    pub(crate) bytes: Column<u8>,
}

impl Strings {
    pub(crate) fn collect<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut ends, mut bytes) = (Vec::new(), Vec::new());
        for text in texts {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len() as u32);
        }
        Self {
            ends: ends.into(),
            bytes: bytes.into(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, i: usize) -> &str {
        let ends = &*self.ends;
        let start = i.checked_sub(1).map_or(0, |j| *ends.get(j).unwrap_or(&0)) as usize;
        let end = ends.get(i).copied().unwrap_or(0) as usize;
        self.bytes
            .get(start..end)
            .and_then(|b| std::str::from_utf8(b).ok())
            .unwrap_or("")
    }

    /// Finds a text in a sorted list; O(log n).
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let (mut lo, mut hi) = (0, self.len());
        while lo < hi {
            let mid = usize::midpoint(lo, hi);
            match self.get(mid).cmp(text) {
                std::cmp::Ordering::Equal => return Some(mid),
                std::cmp::Ordering::Less => lo = mid + 1,
                std::cmp::Ordering::Greater => hi = mid,
            }
        }
        None
    }
}

/// A list of lists of numbers (compressed sparse rows). Without offsets every list is empty.
#[derive(Clone, Default)]
pub(crate) struct Csr {
    pub(crate) offsets: Column<u32>,
    pub(crate) items: Column<u32>,
}

impl Csr {
    /// Builds the lists from `(row, item)` pairs; items keep the order they come in. O(pairs + rows); `pairs` runs twice.
    pub(crate) fn collect<I: Iterator<Item = (u32, u32)>>(
        rows: usize,
        pairs: impl Fn() -> I,
    ) -> Self {
        let mut offsets = vec![0_u32; rows + 1];
        for (row, _) in pairs() {
            if let Some(count) = offsets.get_mut(row as usize + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for offset in &mut offsets {
            total += *offset;
            *offset = total;
        }
        if total == 0 {
            return Self::default();
        }
        let mut next = offsets.clone();
        let mut items = vec![0; total as usize];
        for (row, item) in pairs() {
            let at = &mut next[row as usize];
            items[*at as usize] = item;
            *at += 1;
        }
        Self {
            offsets: offsets.into(),
            items: items.into(),
        }
    }

    pub(crate) fn range(&self, row: usize) -> std::ops::Range<usize> {
        let offsets = &*self.offsets;
        match (offsets.get(row), offsets.get(row + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    pub(crate) fn row(&self, row: usize) -> &[u32] {
        self.items.get(self.range(row)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_the_order_of_their_items() {
        let pairs = [(2, 7), (0, 1), (2, 3)];
        let csr = Csr::collect(3, || pairs.into_iter());
        assert_eq!(csr.row(0), [1]);
        assert!(csr.row(1).is_empty() && csr.row(9).is_empty());
        assert_eq!(csr.row(2), [7, 3]);
    }

    #[test]
    fn strings_are_found_where_they_lie() {
        let texts = Strings::collect(["a", "", "ö"]);
        assert_eq!(
            (texts.get(0), texts.get(1), texts.get(2), texts.get(3)),
            ("a", "", "ö", "")
        );
        assert_eq!(Strings::collect(["a", "b", "c"]).find("b"), Some(1));
    }
}
