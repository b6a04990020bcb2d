//! A flat hash table of small rows, readable where it lies: no map is built when a model is opened.
//!
//! In: bytes (or keys with payloads, to write one). Out: six signed bytes per key. A bucket holds four rows of eight bytes: a 16-bit check of the
//! key and the payload. Invariant: a key that was not stored answers with a payload in at most 8 of 65,536 cases. Does not: keep the keys.

use crate::base::fetch::fetch;

/// Payload of one key.
pub type Payload = [i8; 6];

const ROWS: usize = 4;
/// Size of a row in bytes.
pub(super) const ROW: usize = 8;

/// Size of a bucket in bytes.
pub const BUCKET: usize = ROWS * ROW;

/// Returns the two buckets of a key among `buckets`, and the check that is stored with it (never zero, which marks an empty row).
fn place(key: u64, buckets: usize) -> ([usize; 2], u16) {
    let scale = |part: u64| ((part.wrapping_mul(buckets as u64)) >> 32) as usize;
    let second = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    ([scale(key >> 32), scale(second)], (key as u16).max(1))
}

fn bucket(table: &[u8], at: usize) -> &[u8] {
    table
        .get(at * BUCKET..(at + 1) * BUCKET)
        .unwrap_or_default()
}

/// Finds the payload of a key in a table of [`BUCKET`]-sized buckets. O(1), two cache lines.
pub fn find(table: &[u8], key: u64) -> Option<Payload> {
    let (buckets, _) = table.as_chunks::<BUCKET>();
    let (places, check) = place(key, buckets.len());
    let row = row(buckets, places, check);
    (row != 0).then(|| payload(row))
}

/// Where a key may lie, and its check.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    /// The two buckets it may lie in.
    pub(super) buckets: [u32; 2],
    /// What its row starts with.
    pub(super) check: u16,
}

/// Finds out where keys may lie and calls for the buckets, so that these come from memory while something else is done. O(keys).
pub fn call(table: &[u8], keys: &[u64], placed: &mut Vec<Placed>) {
    let (all, _) = table.as_chunks::<BUCKET>();
    placed.clear();
    placed.extend(keys.iter().map(|key| {
        let (buckets, check) = place(*key, all.len());
        buckets.into_iter().for_each(|at| fetch(all, at));
        let buckets = buckets.map(|at| at as u32);
        Placed { buckets, check }
    }));
}

/// Hands the payload of every called key in turn to `each`, zeros where a key has none. O(keys).
#[inline]
pub fn gather(table: &[u8], placed: &[Placed], mut each: impl FnMut(Payload)) {
    let (buckets, _) = table.as_chunks::<BUCKET>();
    for key in placed {
        let places = key.buckets.map(|at| at as usize);
        each(payload(row(buckets, places, key.check)));
    }
}

fn payload(row: u64) -> Payload {
    let [_, _, payload @ ..] = row.to_le_bytes().map(|byte| byte as i8);
    payload
}

/// Finds the row of a key in its two buckets, zero where there is none.
///
/// All eight rows are compared, the first ones last: which row it is, and whether there is one, no processor can foresee, and a wrong guess costs more.
#[inline]
fn row(buckets: &[[u8; BUCKET]], places: [usize; 2], check: u16) -> u64 {
    let mut found = 0;
    for at in places.into_iter().rev() {
        let Some(bucket) = buckets.get(at) else {
            continue;
        };
        let (rows, _) = bucket.as_chunks::<ROW>();
        for row in rows.iter().rev() {
            let row = u64::from_le_bytes(*row);
            found = std::hint::select_unpredictable(row as u16 == check, row, found);
        }
    }
    found
}

/// Writes a table; keys come most important first, each into the emptier of its buckets, and those that find both full are left out.
/// Returns the table and how many keys it holds.
pub fn write(rows: &[(u64, Payload)], buckets: usize) -> (Vec<u8>, usize) {
    let mut table = vec![0; buckets * BUCKET];
    let mut held = 0;
    for (key, payload) in rows {
        if find(&table, *key).is_some() {
            continue;
        }
        let (places, check) = place(*key, buckets);
        let free = |at: usize| {
            let rows = bucket(&table, at).chunks_exact(ROW);
            rows.filter(|row| row.starts_with(&[0, 0])).count()
        };
        let [first, second] = places;
        let at = if free(second) > free(first) {
            second
        } else {
            first
        };
        let row = table[at * BUCKET..(at + 1) * BUCKET]
            .chunks_exact_mut(ROW)
            .find(|row| row.starts_with(&[0, 0]));
        if let Some([a, b, rest @ ..]) = row {
            [*a, *b] = check.to_le_bytes();
            for (to, from) in rest.iter_mut().zip(payload) {
                *to = *from as u8;
            }
            held += 1;
        }
    }
    (table, held)
}

/// Is `key` in the Bloom filter? (Bloom 1970; six probes from one 64-bit hash, as in Kirsch & Mitzenmacher 2006.)
pub fn bloom_contains(bits: &[u8], key: u64) -> bool {
    !bits.is_empty()
        && probes(key, bits.len()).all(|bit| {
            bits.get(bit / 8)
                .is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
        })
}

/// Calls for the first place that [`bloom_contains`] looks at; half of what is asked fails there.
pub fn bloom_call(bits: &[u8], key: u64) {
    let first = probes(key, bits.len()).next();
    fetch(bits, first.unwrap_or_default() / 8);
}

/// Adds `key` to a Bloom filter.
pub fn bloom_insert(bits: &mut [u8], key: u64) {
    for bit in probes(key, bits.len()) {
        if let Some(byte) = bits.get_mut(bit / 8) {
            *byte |= 1 << (bit % 8);
        }
    }
}

fn probes(key: u64, bytes: usize) -> impl Iterator<Item = usize> {
    let (first, second) = (key & 0xffff_ffff, (key >> 32) | 1);
    let size = bytes as u64 * 8;
    (0..6u64).map(move |i| {
        (((first.wrapping_add(second.wrapping_mul(i)) & 0xffff_ffff).wrapping_mul(size)) >> 32)
            as usize
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tagger::hash::text;

    #[test]
    fn stored_keys_are_found_and_others_hardly_ever() {
        let rows: Vec<(u64, Payload)> = (0..1000)
            .map(|i| (text(&i.to_string()), [i as i8; 6]))
            .collect();
        let (table, held) = write(&rows, 400);
        assert!(held > 990, "held {held}");
        let found = rows
            .iter()
            .filter(|(k, p)| find(&table, *k) == Some(*p))
            .count();
        assert!(found >= held - 2);
        let strangers = (1000..3000)
            .filter(|i: &i32| find(&table, text(&i.to_string())).is_some())
            .count();
        assert!(strangers < 10, "{strangers}");
        assert_eq!(find(&[], 7), None);
    }

    #[test]
    fn looked_up_together_keys_give_what_they_give_alone() {
        let rows: Vec<(u64, Payload)> = (0..1000)
            .map(|i| (text(&i.to_string()), [1, i as i8, 0, 0, 0, 0]))
            .collect();
        let (table, _) = write(&rows, 400);
        let keys: Vec<u64> = (0..2000).map(|i: i32| text(&i.to_string())).collect();
        let alone: Vec<Payload> = keys.iter().filter_map(|k| find(&table, *k)).collect();
        for (table, alone) in [(table.as_slice(), alone), (&[], Vec::new())] {
            let (mut placed, mut together) = (Vec::new(), Vec::new());
            call(table, &keys, &mut placed);
            gather(table, &placed, |p| together.push(p));
            assert_eq!(together.len(), keys.len());
            together.retain(|p| *p != Payload::default());
            assert_eq!(alone, together);
        }
    }

    #[test]
    fn bloom_filter_has_no_false_negatives() {
        let mut bits = vec![0; 1500];
        (0..1000).for_each(|i: u32| bloom_insert(&mut bits, text(&i.to_string())));
        assert!((0..1000).all(|i: u32| bloom_contains(&bits, text(&i.to_string()))));
        let wrong = (1000..2000)
            .filter(|i: &u32| bloom_contains(&bits, text(&i.to_string())))
            .count();
        assert!(wrong < 40, "{wrong}");
        assert!(!bloom_contains(&[], 7));
    }
}
