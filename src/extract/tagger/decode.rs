//! Finds the best tag sequence and how sure it is: a linear-chain conditional random field (Lafferty et al. 2001).
//!
//! In: emission scores per token, transition scores. Out: best path (Viterbi) and marginal probabilities (forward-backward).
//! Invariant: a later token of a class only follows a token of the same class. Does not: compute features.

use super::model::{Scores, TAGS};

/// Score of what may not be.
pub const NEVER: f32 = -1e4;

/// May `tag` follow `before` (the index [`TAGS`] is the sentence start)?
pub fn allowed(before: usize, tag: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag
}

/// Returns the best path. O(tokens).
pub fn viterbi(emissions: &[Scores], transitions: &[Scores; TAGS + 1]) -> Vec<usize> {
    let mut back: Vec<[usize; TAGS]> = Vec::with_capacity(emissions.len());
    let mut best = [0.0; TAGS];
    for (i, emission) in emissions.iter().enumerate() {
        let mut next = [NEVER; TAGS];
        let mut from = [0; TAGS];
        for tag in 0..TAGS {
            let score = |before: usize, so_far: f32| {
                if allowed(before, tag) {
                    so_far + transitions[before][tag]
                } else {
                    so_far + NEVER
                }
            };
            if i == 0 {
                next[tag] = score(TAGS, 0.0) + emission[tag];
                continue;
            }
            let (mut winner, mut top) = (0, score(0, best[0]));
            for (before, so_far) in best.iter().enumerate().skip(1) {
                let candidate = score(before, *so_far);
                if candidate > top {
                    (winner, top) = (before, candidate);
                }
            }
            next[tag] = top + emission[tag];
            from[tag] = winner;
        }
        back.push(from);
        best = next;
    }
    let mut tag = (1..TAGS).fold(0, |a, b| if best[b] > best[a] { b } else { a });
    let mut path = vec![0; emissions.len()];
    for (slot, from) in path.iter_mut().zip(&back).rev() {
        *slot = tag;
        tag = from[tag];
    }
    path
}

/// Working space of [`marginals`].
#[derive(Debug, Default)]
pub struct Space {
    forward: Vec<Scores>,
    /// Probability of each tag at each token.
    pub marginals: Vec<Scores>,
    /// Expected number of each tag pair, the last row for the sentence start; filled by [`expectations`] only.
    pub pairs: Vec<Scores>,
}

/// Fills `space` with marginal probabilities. O(tokens).
pub fn marginals(emissions: &[Scores], transitions: &[Scores; TAGS + 1], space: &mut Space) {
    sweep(emissions, transitions, space, |_, _, _, _| ());
}

/// Fills `space` with marginal probabilities and expected tag pairs, which training asks for. O(tokens).
pub fn expectations(emissions: &[Scores], transitions: &[Scores; TAGS + 1], space: &mut Space) {
    space.pairs.clear();
    space.pairs.resize(TAGS + 1, [0.0; TAGS]);
    sweep(emissions, transitions, space, add_pairs);
    if let (Some(start), Some(first)) = (space.pairs.last_mut(), space.marginals.first()) {
        *start = *first;
    }
}

/// Adds the expected tag pairs of two neighbours to `sum`, from the probabilities before, the weights between and those from there on.
fn add_pairs(last: &Scores, weight: &[Scores; TAGS + 1], ahead: &Scores, sum: &mut [Scores]) {
    let mut pairs = [[0.0; TAGS]; TAGS];
    let mut total = 0.0;
    for before in 0..TAGS {
        for tag in 0..TAGS {
            pairs[before][tag] = last[before] * (weight[before][tag] * ahead[tag]);
            total += pairs[before][tag];
        }
    }
    for (row, add) in sum.iter_mut().zip(&pairs) {
        for (slot, value) in row.iter_mut().zip(add) {
            *slot += value / total.max(f32::MIN_POSITIVE);
        }
    }
}

/// Runs forward and backward over a sentence; `each` sees every two neighbours from the last to the first, and the sums of `space`.
fn sweep(
    emissions: &[Scores],
    transitions: &[Scores; TAGS + 1],
    space: &mut Space,
    mut each: impl FnMut(&Scores, &[Scores; TAGS + 1], &Scores, &mut [Scores]),
) {
    let weight = weights(transitions);
    let potentials: Vec<Scores> = emissions.iter().map(exponentials).collect();
    forward(&potentials, &weight, &mut space.forward);
    space.marginals.clear();
    space.marginals.resize(emissions.len(), [0.0; TAGS]);
    let mut behind = [1.0; TAGS];
    for i in (0..emissions.len()).rev() {
        let forward = &space.forward[i];
        let mut here = std::array::from_fn(|tag| forward[tag] * behind[tag]);
        normalize(&mut here);
        space.marginals[i] = here;
        let Some(last) = i.checked_sub(1).and_then(|j| space.forward.get(j)) else {
            break;
        };
        let ahead: Scores = std::array::from_fn(|tag| potentials[i][tag] * behind[tag]);
        each(last, &weight, &ahead, &mut space.pairs);
        for (next, weight) in behind.iter_mut().zip(&weight) {
            *next = 0.0;
            for (w, ahead) in weight.iter().zip(&ahead) {
                *next += w * ahead;
            }
        }
        normalize(&mut behind);
    }
}

/// Transitions as factors; zero for what may not be.
fn weights(transitions: &[Scores; TAGS + 1]) -> [Scores; TAGS + 1] {
    let factor = |before: usize, tag: usize| {
        if allowed(before, tag) {
            transitions[before][tag].exp()
        } else {
            0.0
        }
    };
    std::array::from_fn(|before| std::array::from_fn(|tag| factor(before, tag)))
}

/// Fills `rows` with the probabilities of each tag given the tokens up to it.
fn forward(potentials: &[Scores], weight: &[Scores; TAGS + 1], rows: &mut Vec<Scores>) {
    rows.clear();
    for potential in potentials {
        let mut row = [0.0; TAGS];
        for tag in 0..TAGS {
            let sum = match rows.last() {
                None => weight[TAGS][tag],
                Some(last) => (0..TAGS).map(|b| last[b] * weight[b][tag]).sum(),
            };
            row[tag] = sum * potential[tag];
        }
        normalize(&mut row);
        rows.push(row);
    }
}

fn exponentials(scores: &Scores) -> Scores {
    let top = scores.iter().fold(f32::MIN, |a, b| a.max(*b));
    scores.map(|s| (s - top).max(-60.0).exp())
}

fn normalize(row: &mut Scores) {
    let sum: f32 = row.iter().sum();
    let sum = sum.max(f32::MIN_POSITIVE);
    for score in row {
        *score /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_obey_the_scheme_and_marginals_sum_to_one() {
        let mut emissions = vec![[0.0; TAGS]; 4];
        emissions[0][2] = 5.0;
        emissions[1][1] = 3.0;
        emissions[2][2] = 3.0;
        emissions[3][0] = 1.0;
        let transitions = [[0.0; TAGS]; TAGS + 1];
        let path = viterbi(&emissions, &transitions);
        assert!((1..4).all(|i| allowed(path[i - 1], path[i])) && path[0] != 2);
        assert_eq!(path[1..], [1, 2, 0]);
        let mut space = Space::default();
        marginals(&emissions, &transitions, &mut space);
        for row in &space.marginals {
            assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        }
        assert!(space.marginals[0][2] < 1e-6);
        assert!(viterbi(&[], &transitions).is_empty());
    }
}
