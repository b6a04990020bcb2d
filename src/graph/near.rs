//! Walks a set of sorted keys and leaves every branch that is already too many edits away from what was typed.
//!
//! In: typed text and the most edits allowed. Out: an automaton over bytes whose state knows the distance. Invariant: the distance is that of optimal
//! string alignment (Damerau 1964, no substring edited twice). Does not: fold; both sides are folded, so a byte is a character.

use fst::Automaton;

/// Most edits a walk can allow: the band of a row is as wide as this on either side.
pub(super) const MOST: usize = 2;
const BAND: usize = 2 * MOST + 1;
/// Any distance above the most allowed.
const FAR: u8 = MOST as u8 + 1;

/// Keys at most a number of edits away.
pub(super) struct Near<'t> {
    typed: &'t [u8],
    most: u8,
}

/// Two rows of the table of distances around its diagonal: cell `c` of the row after `read` bytes is the distance to the first
/// `read + c - MOST` bytes of what was typed.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    read: usize,
    last: u8,
    row: [u8; BAND],
    before: [u8; BAND],
}

impl<'t> Near<'t> {
    /// `most` above [`MOST`] is taken as that.
    pub(super) fn new(typed: &'t str, most: usize) -> Self {
        Self {
            typed: typed.as_bytes(),
            most: most.min(MOST) as u8,
        }
    }

    /// Distance of the whole typed text from the bytes read, if near enough. O(1).
    pub(super) fn edits(&self, rows: &Rows) -> Option<u8> {
        let end = (self.typed.len() + MOST).checked_sub(rows.read)?;
        rows.row.get(end).copied().filter(|e| *e <= self.most)
    }
}

impl Automaton for Near<'_> {
    type State = Rows;

    fn start(&self) -> Rows {
        let cell = |c: usize| match c.checked_sub(MOST) {
            Some(j) if j <= self.typed.len() => j as u8,
            _ => FAR,
        };
        Rows {
            read: 0,
            last: 0,
            row: std::array::from_fn(cell),
            before: [FAR; BAND],
        }
    }

    fn is_match(&self, rows: &Rows) -> bool {
        self.edits(rows).is_some()
    }

    /// A change of places reaches back two rows, but costs no less than the cell it starts from, whose neighbor in the last row then is near too.
    fn can_match(&self, rows: &Rows) -> bool {
        rows.row.iter().any(|e| *e <= self.most)
    }

    fn accept(&self, rows: &Rows, byte: u8) -> Rows {
        let read = rows.read + 1;
        let mut row = [FAR; BAND];
        let cell = |row: &[u8; BAND], c: usize| row.get(c).copied().unwrap_or(FAR);
        for c in 0..BAND {
            let Some(j) = (read + c)
                .checked_sub(MOST)
                .filter(|j| *j <= self.typed.len())
            else {
                continue;
            };
            let mut best = cell(&rows.row, c + 1) + 1;
            if c > 0 {
                best = best.min(cell(&row, c - 1) + 1);
            }
            if j > 0 {
                let here = self.typed[j - 1];
                best = best.min(cell(&rows.row, c) + u8::from(here != byte));
                if j > 1 && read > 1 && here == rows.last && self.typed[j - 2] == byte {
                    best = best.min(cell(&rows.before, c) + 1);
                }
            }
            row[c] = best.min(FAR);
        }
        Rows {
            read,
            last: byte,
            row,
            before: rows.row,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapidfuzz::distance::osa;

    fn walk(typed: &str, most: usize, name: &str) -> Option<u8> {
        let near = Near::new(typed, most);
        let mut rows = near.start();
        for byte in name.bytes() {
            rows = near.accept(&rows, byte);
            if !near.can_match(&rows) {
                return None;
            }
        }
        near.edits(&rows)
    }

    proptest::proptest! {
        #[test]
        fn a_walk_ends_with_the_distance_of_the_words(a in "[abc ]{0,9}", b in "[abc ]{0,9}", most in 0..=MOST) {
            let edits = osa::distance(a.chars(), b.chars());
            proptest::prop_assert_eq!(walk(&a, most, &b), Some(edits as u8).filter(|_| edits <= most));
        }

        #[test]
        fn a_few_errors_in_a_name_are_counted(name in "[a-d]{3,12}", at in 0..12_usize, c in "[a-d]") {
            let at = at % name.len();
            let typed = format!("{}{c}{}", &name[..at], &name[at + 1..]);
            let edits = osa::distance(typed.chars(), name.chars());
            proptest::prop_assert_eq!(walk(&typed, 2, &name), Some(edits as u8));
        }
    }
}
