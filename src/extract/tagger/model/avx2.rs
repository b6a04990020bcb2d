//! Weights of features added on processors with AVX2: the four rows of a bucket are compared at once, and so are the tags scored.
//!
//! In: the table of weights and where the features may lie in it. Out: what `Model::add_here` gives, to the last bit: every tag has a lane of its own, in
//! which the same operations follow each other in the same order. Does not: ask what the processor can do.

use super::super::table::{BUCKET, Placed, ROW};
use super::{Scores, TAGS};
use std::arch::x86_64::{
    __m256, __m256i, _mm_cvtsi64_si128, _mm256_add_ps, _mm256_and_si256, _mm256_andnot_ps,
    _mm256_castsi256_pd, _mm256_cmpeq_epi64, _mm256_cvtepi8_epi32, _mm256_cvtepi32_ps,
    _mm256_div_ps, _mm256_movemask_pd, _mm256_mul_ps, _mm256_set1_epi64x, _mm256_set1_ps,
};

/// Bits of a row in front of its weights.
const CHECK: u32 = 16;

/// Adds the weights of `features`, `scale` being that of the largest, to `scores`.
#[target_feature(enable = "avx2")]
pub(super) fn add(table: &[u8], features: &[Placed], scale: f32, scores: Scores) -> Scores {
    let (buckets, _) = table.as_chunks::<BUCKET>();
    let (full, sign) = (_mm256_set1_ps(127.0), _mm256_set1_ps(-0.0));
    let scale = _mm256_set1_ps(scale);
    // The first score, of "no name", has no weights; the last two lanes are idle.
    let mut lanes = [0.0; 8];
    lanes[..TAGS - 1].copy_from_slice(&scores[1..]);
    let mut sums: __m256 = bytemuck::cast(lanes);
    for feature in features {
        let weights = (row(buckets, feature) >> CHECK) as i64;
        let weights = _mm256_cvtepi8_epi32(_mm_cvtsi64_si128(weights));
        let level = _mm256_div_ps(_mm256_cvtepi32_ps(weights), full);
        let square = _mm256_mul_ps(level, _mm256_andnot_ps(sign, level));
        sums = _mm256_add_ps(sums, _mm256_mul_ps(square, scale));
    }
    lanes = bytemuck::cast(sums);
    let mut added = scores;
    added[1..].copy_from_slice(&lanes[..TAGS - 1]);
    added
}

/// The first row of the two buckets that bears the check, zero where none does; see `table::row`.
#[target_feature(enable = "avx2")]
fn row(buckets: &[[u8; BUCKET]], feature: &Placed) -> u64 {
    const NOTHING: &[u8; BUCKET] = &[0; BUCKET];
    let check = _mm256_set1_epi64x(i64::from(feature.check));
    let checked = _mm256_set1_epi64x((1 << CHECK) - 1);
    let [first, second] = feature
        .buckets
        .map(|at| buckets.get(at as usize).unwrap_or(NOTHING));
    let mut hits = [0; 2];
    for (hits, bucket) in hits.iter_mut().zip([first, second]) {
        let rows = _mm256_and_si256(bytemuck::cast::<_, __m256i>(*bucket), checked);
        *hits = _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(rows, check)));
    }
    let [in_first, in_second] = hits;
    let bucket = std::hint::select_unpredictable(in_first != 0, first, second);
    let hits = std::hint::select_unpredictable(in_first != 0, in_first, in_second);
    let (rows, _) = bucket.as_chunks::<ROW>();
    let found = rows.get(hits.trailing_zeros() as usize % (BUCKET / ROW));
    let found = found.map_or(0, |row| u64::from_le_bytes(*row));
    std::hint::select_unpredictable(hits != 0, found, 0)
}
