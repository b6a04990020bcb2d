//! A word as the tagger and the parser see it: hashes of its form, its affixes and its shape.
//!
//! In: a token's text. Out: [`Word`]. Invariant: the same text gives the same hashes on every machine; digits are one class.
//! Does not: look at neighbours.

/// Mixes a value into a running hash.
#[inline]
pub fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Spreads a running hash over all its bits.
#[inline]
pub fn finish(hash: u64) -> u64 {
    let mut h = hash ^ (hash >> 32);
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Longest affix in characters.
const AFFIX: usize = 4;

/// Hashes of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Form with digits as one class.
    pub form: u64,
    /// Lower-case form.
    pub lower: u64,
    /// The last one to four characters, 0 where the word is shorter.
    pub suffix: [u64; AFFIX],
    /// The first one to four characters.
    pub prefix: [u64; AFFIX],
    /// Capitals, small letters, digits; runs cut to two.
    pub shape: u64,
}

impl Word {
    /// Hashes a token. Complexity: one pass over its characters; `scratch` is reused to avoid allocation.
    pub fn new(text: &str, scratch: &mut Vec<char>) -> Self {
        scratch.clear();
        let (mut form, mut lower, mut shape) = (SEED, SEED, SEED);
        let (mut last, mut run) = ('\0', 0);
        for c in text.chars() {
            let c = if c.is_ascii_digit() { '0' } else { c };
            form = mix(form, u64::from(c));
            let class = match c {
                '0' => 'd',
                c if c.is_uppercase() => 'X',
                c if c.is_lowercase() => 'x',
                c => c,
            };
            run = if class == last { run + 1 } else { 0 };
            last = class;
            if run < 2 {
                shape = mix(shape, u64::from(class));
            }
            let mut small = |l: char| {
                lower = mix(lower, u64::from(l));
                scratch.push(l);
            };
            // Most letters are ASCII, and few others have more than one small letter.
            if c.is_ascii() {
                small(c.to_ascii_lowercase());
            } else {
                c.to_lowercase().for_each(small);
            }
        }
        let (mut suffix, mut prefix) = ([0; AFFIX], [0; AFFIX]);
        let (mut from_end, mut from_start) = (SEED ^ 1, SEED ^ 2);
        for (k, (&first, &end)) in scratch
            .iter()
            .zip(scratch.iter().rev())
            .take(AFFIX)
            .enumerate()
        {
            from_start = mix(from_start, u64::from(first));
            from_end = mix(from_end, u64::from(end));
            prefix[k] = from_start;
            suffix[k] = from_end;
        }
        Self {
            form: finish(form),
            lower: finish(lower),
            suffix,
            prefix,
            shape: finish(shape),
        }
    }

    /// Returns the hash of the last three characters, or of as many as there are.
    #[inline]
    pub fn ending(&self) -> u64 {
        if self.suffix[2] != 0 {
            self.suffix[2]
        } else if self.suffix[1] != 0 {
            self.suffix[1]
        } else {
            self.suffix[0]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn digits_are_one_class_and_case_shows_in_the_shape_only() {
        let word = |t: &str| Word::new(t, &mut Vec::new());
        assert_eq!(word("1998").lower, word("2024").lower);
        assert_eq!(word("Baku").lower, word("baku").lower);
        assert_ne!(word("Baku").shape, word("baku").shape);
        assert_eq!(word("Gespräch").suffix, word("gespräch").suffix);
        assert_eq!(word("").suffix, [0; 4]);
    }
}
