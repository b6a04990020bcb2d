//! Edit distance between two words in the neutral alphabet, where sounds that languages confuse cost less.
//!
//! In: ASCII words. Out: a cost; 1 is one clear typing error. Invariant: symmetric, 0 for equal words. Source: Damerau 1964 (optimal string alignment).

/// Longest word that is compared on the stack; longer ones are compared by their beginnings.
pub(super) const LONGEST: usize = 48;
/// Cost of two letters that change places.
pub(super) const TRANSPOSED: f32 = 0.7;
/// Least that a letter too many costs, unless a vowel costs less.
pub(super) const LEAST_GAP: f32 = 0.35;
/// Letters told apart by cost: a–z, the four capitals of the neutral alphabet, and everything else.
pub(super) const LETTERS: usize = 32;

/// Costs of one letter for another, by [`place`].
pub(super) static SWAPS: [[f32; LETTERS]; LETTERS] = swaps();

pub(super) const fn place(c: u8) -> usize {
    match c {
        b'a'..=b'z' => (c - b'a') as usize,
        b'S' => 26,
        b'Z' => 27,
        b'C' => 28,
        b'J' => 29,
        _ => 30,
    }
}

const fn swaps() -> [[f32; LETTERS]; LETTERS] {
    let all = b"abcdefghijklmnopqrstuvwxyzSZCJ0";
    let mut table = [[1.0; LETTERS]; LETTERS];
    let mut i = 0;
    while i < all.len() {
        let mut j = 0;
        while j < all.len() {
            table[i][j] = swap(all[i], all[j]);
            j += 1;
        }
        i += 1;
    }
    table
}

/// Returns the cost of turning `a` into `b`; `vowel` is the cost of a vowel that only one of them writes.
///
/// Complexity: O(|a|·|b|).
pub fn distance(a: &str, b: &str, vowel: f32) -> f32 {
    let cut = |w: &'_ str| w.len().min(LONGEST);
    let (a, b) = (&a.as_bytes()[..cut(a)], &b.as_bytes()[..cut(b)]);
    let mut places = [0_usize; LONGEST];
    let mut gaps = [0.0_f32; LONGEST];
    // Row 0 is "older", 1 "last", 2 "now"; they change roles from letter to letter.
    let mut rows = [[0.0_f32; LONGEST + 1]; 3];
    let mut before = None;
    for (j, &y) in b.iter().enumerate() {
        places[j] = place(y);
        gaps[j] = gap(y, before, vowel);
        rows[1][j + 1] = rows[1][j] + gaps[j];
        before = Some(y);
    }
    let (mut older, mut last, mut now) = (0, 1, 2);
    let mut previous = None;
    for &x in a {
        let (costs, drop) = (&SWAPS[place(x)], gap(x, previous, vowel));
        let mut left = rows[last][0] + drop;
        rows[now][0] = left;
        for j in 0..b.len() {
            let swapped = if b[j] == x { 0.0 } else { costs[places[j]] };
            let mut best = (rows[last][j] + swapped)
                .min(rows[last][j + 1] + drop)
                .min(left + gaps[j]);
            if j > 0 && b[j] != x && b[j - 1] == x && previous == Some(b[j]) {
                best = best.min(rows[older][j - 1] + TRANSPOSED);
            }
            rows[now][j + 1] = best;
            left = best;
        }
        previous = Some(x);
        (older, last, now) = (last, now, older);
    }
    rows[last][b.len()]
}

const fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Cost of one letter too many: vowels come and go with the romanisation, `h` is often mute.
#[inline]
pub(super) fn gap(c: u8, before: Option<u8>, vowel: f32) -> f32 {
    match c {
        b'h' => 0.4,
        b'i' if before.is_some_and(is_vowel) => vowel.min(LEAST_GAP),
        b'a' | b'e' | b'i' | b'o' | b'u' => vowel,
        _ => 1.0,
    }
}

/// Cost of one letter for another.
const fn swap(a: u8, b: u8) -> f32 {
    if a == b {
        return 0.0;
    }
    let pair = if a < b { (a, b) } else { (b, a) };
    match pair {
        (b'e', b'i') | (b'o', b'u') => 0.35,
        (x, y) if is_vowel(x) && is_vowel(y) => 0.45,
        (b's', b'z')
        | (b'S' | b'J', b'Z')
        | (b'h', b'x')
        | (b'C', b'J' | b'S')
        | (b'S', b'C')
        | (b'b', b'v') => 0.3,
        (b'c', b's' | b'z')
        | (b'S', b's')
        | (b'Z' | b'J', b'z')
        | (b'C', b'c')
        | (b'J', b'S')
        | (b'g', b'h' | b'x')
        | (b'k', b'x')
        | (b'h', b'k') => 0.4,
        (b'd', b't')
        | (b'g', b'k')
        | (b'b' | b'f', b'p')
        | (b'f', b'v')
        | (b'm', b'n')
        | (b'J', b'g' | b'i') => 0.45,
        (b'u', b'v') | (b'i', b'j') => 0.3,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::distance as with_vowel;

    fn distance(a: &str, b: &str) -> f32 {
        with_vowel(a, b, 0.6)
    }

    #[test]
    fn confused_sounds_cost_less_than_typing_errors() {
        assert!(distance("putin", "putin") < f32::EPSILON);
        assert!((distance("putin", "pukin") - 1.0).abs() < f32::EPSILON);
        assert!(distance("gejdar", "hejdar") < 0.5);
        assert!((distance("sergei", "segrei") - 0.7).abs() < 1e-6);
        assert!((distance("", "kt") - 2.0).abs() < f32::EPSILON);
    }
}
