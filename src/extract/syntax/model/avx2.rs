//! Scores of a weight table on processors with AVX2: four features at a time.
//!
//! In: the weights, and where the blocks of the features start. Out: the sums that adding one weight after the other gives. Invariant: the weights of one
//! class of four features lie side by side, so that two instructions multiply each with its magnitude and add all four. Nothing overflows on the way:
//! two products of 8 bits fit in 16 (2 · 128² = 2¹⁵ of a negative number, which is where they end). Does not: ask what the processor can do.

use super::{LANES, NARROW};
use std::arch::x86_64::{
    __m128i, __m256i, _mm_abs_epi8, _mm_abs_epi16, _mm_add_epi32, _mm_cvtepi8_epi16,
    _mm_cvtepi16_epi32, _mm_cvtsi32_si128, _mm_madd_epi16, _mm_maddubs_epi16, _mm_mullo_epi16,
    _mm_set_epi32, _mm_set1_epi16, _mm_setr_epi8, _mm_setzero_si128, _mm_shuffle_epi8,
    _mm256_abs_epi8, _mm256_add_epi32, _mm256_cvtepi32_ps, _mm256_madd_epi16, _mm256_maddubs_epi16,
    _mm256_permute2x128_si256, _mm256_set1_epi16, _mm256_setzero_si256, _mm256_unpackhi_epi8,
    _mm256_unpackhi_epi16, _mm256_unpacklo_epi8, _mm256_unpacklo_epi16,
};

/// Weights taken from a block at a time.
const GROUP: usize = 2 * LANES;

/// A block of nothing stands in for those that are missing in the last four.
const NONE: &[i8] = &[];

/// Adds up the blocks of a table of at most [`NARROW`] classes.
#[target_feature(enable = "avx2")]
pub(super) fn narrow(weights: &[i8], mask: usize, features: &[u64]) -> [i32; NARROW] {
    let ones = _mm_set1_epi16(1);
    let by_class = _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    let mut sums = _mm_setzero_si128();
    let (fours, rest) = features.as_chunks::<4>();
    for &[a, b, c, d] in fours {
        let four = _mm_set_epi32(
            block(weights, mask, d),
            block(weights, mask, c),
            block(weights, mask, b),
            block(weights, mask, a),
        );
        let q: __m128i = _mm_shuffle_epi8(four, by_class);
        let products = _mm_maddubs_epi16(_mm_abs_epi8(q), q);
        sums = _mm_add_epi32(sums, _mm_madd_epi16(products, ones));
    }
    for &feature in rest {
        let one = _mm_cvtsi32_si128(block(weights, mask, feature));
        let q = _mm_cvtepi8_epi16(one);
        sums = _mm_add_epi32(
            sums,
            _mm_cvtepi16_epi32(_mm_mullo_epi16(q, _mm_abs_epi16(q))),
        );
    }
    bytemuck::cast(sums)
}

/// The weights of a feature in a narrow table as one number. A function of its own, and no closure, since code of this processor is not inlined into
/// library functions that would call it.
#[inline]
fn block(weights: &[i8], mask: usize, feature: u64) -> i32 {
    let at = feature as usize & mask;
    match weights.get(at..at + NARROW) {
        Some(&[a, b, c, d]) => i32::from_le_bytes([a as u8, b as u8, c as u8, d as u8]),
        _ => 0,
    }
}

/// Adds up the blocks of a table and writes the sums of `N` groups of [`GROUP`] classes.
#[target_feature(enable = "avx2")]
pub(super) fn wide<const N: usize>(
    weights: &[i8],
    mask: usize,
    features: &[u64],
    out: &mut [[f32; GROUP]; N],
) {
    let mut sums = [[_mm256_setzero_si256(); 4]; N];
    for four in features.chunks(4) {
        let mut blocks = [NONE; 4];
        for (block, feature) in blocks.iter_mut().zip(four) {
            let at = *feature as usize & mask;
            *block = weights.get(at..at + N * GROUP).unwrap_or(NONE);
        }
        let [a, b, c, d] = blocks;
        for (at, sums) in sums.iter_mut().enumerate() {
            let group = [group(a, at), group(b, at), group(c, at), group(d, at)];
            add_group(sums, group);
        }
    }
    for (sums, out) in sums.iter().zip(out) {
        *out = in_order(sums);
    }
}

/// One group of a block.
#[inline]
fn group(block: &[i8], at: usize) -> __m256i {
    let (groups, _) = block.as_chunks::<GROUP>();
    bytemuck::cast(groups.get(at).copied().unwrap_or_default())
}

/// Adds one group of four features: the weights are brought together class by class, which leaves the classes in the order that [`in_order`] undoes.
#[target_feature(enable = "avx2")]
fn add_group(sums: &mut [__m256i; 4], [a, b, c, d]: [__m256i; 4]) {
    let ones = _mm256_set1_epi16(1);
    let low = [_mm256_unpacklo_epi8(a, b), _mm256_unpacklo_epi8(c, d)];
    let high = [_mm256_unpackhi_epi8(a, b), _mm256_unpackhi_epi8(c, d)];
    let [first, second, third, fourth] = sums;
    for (x, y, [q, r]) in [(first, second, low), (third, fourth, high)] {
        let q = _mm256_maddubs_epi16(_mm256_abs_epi8(q), q);
        let r = _mm256_maddubs_epi16(_mm256_abs_epi8(r), r);
        let (low, high) = (_mm256_unpacklo_epi16(q, r), _mm256_unpackhi_epi16(q, r));
        *x = _mm256_add_epi32(*x, _mm256_madd_epi16(low, ones));
        *y = _mm256_add_epi32(*y, _mm256_madd_epi16(high, ones));
    }
}

/// Puts sums in the order of the classes: each of the four holds four classes of the first half and four of the second.
#[target_feature(enable = "avx2")]
fn in_order([a, b, c, d]: &[__m256i; 4]) -> [f32; GROUP] {
    let halves = [
        _mm256_permute2x128_si256::<0x20>(*a, *b),
        _mm256_permute2x128_si256::<0x20>(*c, *d),
        _mm256_permute2x128_si256::<0x31>(*a, *b),
        _mm256_permute2x128_si256::<0x31>(*c, *d),
    ];
    let [a, b, c, d] = halves;
    bytemuck::cast([
        _mm256_cvtepi32_ps(a),
        _mm256_cvtepi32_ps(b),
        _mm256_cvtepi32_ps(c),
        _mm256_cvtepi32_ps(d),
    ])
}
