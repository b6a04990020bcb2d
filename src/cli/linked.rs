//! Records, imported events and judgements become a graph; the pairs of names in doubt stay beside it as a file that the shell lists.

use newsgraph::graph::Graph;
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Parts;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::judging::{Doubt, bearer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Version of the queue's file.
const VERSION: u32 = 1;

/// A graph and what a person should look at.
pub struct Linked {
    /// The graph.
    pub graph: Graph,
    /// Pairs of names in doubt, likeliest first.
    pub queue: Vec<Doubt>,
}

/// Links the parts of a graph and gathers what is in doubt.
pub fn link(parts: Parts, lexicon: &Lexicon, judgements: &Judgements) -> Linked {
    let (world, found) = parts.world_with_candidates(lexicon, judgements);
    let mut queue: Vec<Doubt> = found
        .into_iter()
        .map(|c| Doubt {
            a: c.a,
            b: c.b,
            score: c.score,
            reasons: c.reasons,
        })
        .collect();
    queue.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
    });
    let graph = Graph::from_world(world);
    one_a_pair(&mut queue, &graph);
    Linked { graph, queue }
}

/// Leaves one doubt a pair of actors: linking compares spellings, a person judges actors.
fn one_a_pair(queue: &mut Vec<Doubt>, graph: &Graph) {
    let mut seen = BTreeSet::new();
    queue.retain(|doubt| {
        let (a, b) = (bearer(graph, &doubt.a), bearer(graph, &doubt.b));
        match a.zip(b) {
            Some((a, b)) => a != b && seen.insert((a.min(b), a.max(b))),
            None => true,
        }
    });
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Queue {
    version: u32,
    candidates: Vec<Doubt>,
}

/// Returns the queue's file of a graph: `graph.ng` has `graph.candidates.ron`.
pub fn queue_file(graph: &Path) -> PathBuf {
    graph.with_extension("candidates.ron")
}

/// Returns the decisions file of a graph unless one is named: `decisions.ron` in its folder.
pub fn decisions_file(graph: &Path) -> PathBuf {
    graph.with_file_name("decisions.ron")
}

/// Keeps the queue beside its graph; without a doubt there is no file.
///
/// # Errors
/// The system's, with the name of the file.
pub fn keep_queue(queue: &[Doubt], graph: &Path) -> anyhow::Result<()> {
    let file = queue_file(graph);
    if queue.is_empty() && !file.exists() {
        return Ok(());
    }
    let queue = Queue {
        version: VERSION,
        candidates: queue.to_vec(),
    };
    let style = ron::ser::PrettyConfig::new().depth_limit(2);
    let text = ron::ser::to_string_pretty(&queue, style)?;
    super::replace(&file, format!("{text}\n").as_bytes())
}

/// Reads the queue of a graph; a missing file is an empty queue, a broken one is told with its place.
///
/// # Errors
/// What cannot be read.
pub fn read_queue(graph: &Path) -> anyhow::Result<Vec<Doubt>> {
    let file = queue_file(graph);
    if !file.exists() {
        return Ok(Vec::new());
    }
    let queue: Queue = ron::from_str(&super::read(&file)?).map_err(|e| {
        super::failure::Unreadable(format!(
            "{}:{}:{}: {}; `build` and `add` write it anew",
            file.display(),
            e.span.start.line,
            e.span.start.col,
            e.code
        ))
    })?;
    Ok(queue.candidates)
}
