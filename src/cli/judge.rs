//! The user's word on who is who, kept in a decisions file and replayed on the articles: what `same`, `notsame`, `undo`, `candidates` act on.

use super::linked::{self, Linked};
use newsgraph::base::record::ArticleRecord;
use newsgraph::graph::{Graph, file};
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Parts;
use newsgraph::resolve::judgement::{Decision, Judgements};
use newsgraph::shell::judging::{Doubt, Judge, Undone, bearer};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

/// Reads a decisions file; a missing one is empty.
///
/// # Errors
/// What cannot be read, with line and column.
pub fn read_judgements(file: &Path) -> anyhow::Result<Judgements> {
    if !file.exists() {
        return Ok(Judgements::default());
    }
    Ok(Judgements::parse(
        &super::read(file)?,
        &file.display().to_string(),
    )?)
}

/// Length and time of a file, by which a change of it is seen.
type Stamp = Option<(u64, SystemTime)>;

fn stamp(file: &Path) -> Stamp {
    let meta = std::fs::metadata(file).ok()?;
    Some((meta.len(), meta.modified().ok()?))
}

/// Where the judged graph comes from.
pub enum Origin {
    /// Articles that were read for this session.
    Articles(Vec<ArticleRecord>),
    /// A graph file, which follows every judgement.
    File(PathBuf),
}

/// A judgement that waits for the user's yes.
struct Proposal {
    judgements: Judgements,
    queue: Vec<Doubt>,
    message: String,
}

/// Judgements in a file.
pub struct FileJudge {
    lexicon: Rc<Lexicon>,
    origin: Origin,
    stamp: Stamp,
    decisions: PathBuf,
    judgements: Judgements,
    queue: Vec<Doubt>,
    proposal: Option<Proposal>,
}

impl FileJudge {
    /// Makes a judge; `queue` are the pairs in doubt under `judgements`.
    pub fn new(
        lexicon: Rc<Lexicon>,
        origin: Origin,
        decisions: PathBuf,
        judgements: Judgements,
        queue: Vec<Doubt>,
    ) -> Self {
        let stamp = match &origin {
            Origin::File(graph) => stamp(graph),
            Origin::Articles(_) => None,
        };
        Self {
            lexicon,
            origin,
            stamp,
            decisions,
            judgements,
            queue,
            proposal: None,
        }
    }

    /// Links the articles of the session's graph anew.
    fn link(&self, graph: &Graph, judgements: &Judgements) -> Result<Linked, String> {
        let parts = match &self.origin {
            Origin::Articles(records) => Parts::records(records.clone()),
            Origin::File(_) => Parts::of(graph.world()),
        };
        if parts.records.is_empty() {
            return Err("this graph holds no articles; judgements are replayed on articles, and imported tables keep their names".to_owned());
        }
        Ok(linked::link(parts, &self.lexicon, judgements))
    }

    /// Finds the earlier judgement that a new one contradicts through other spellings of the same actors, and says so in a chain. Judgements speak
    /// of names; which names one actor bears only the graph knows.
    fn contradiction(&self, graph: &Graph, a: &str, b: &str, same: bool) -> Option<String> {
        let of = |name: &str| bearer(graph, name);
        let (one, other) = (of(a)?, of(b)?);
        let chain = |x: &str, sign: &str, y: &str| {
            let lead = if x == a {
                String::new()
            } else {
                format!("{a} = ")
            };
            let tail = if y == b {
                String::new()
            } else {
                format!(" = {b}")
            };
            format!("{lead}{x} {sign} {y}{tail}")
        };
        self.judgements.decisions().iter().find_map(|decision| {
            let (x, y) = decision.names();
            let ends = (of(x)?, of(y)?);
            let (word, sign) = match decision {
                Decision::Same { .. } if !same && one == other => ("one", "="),
                Decision::NotSame { .. } if same && one != other => ("two", "≠"),
                _ => return None,
            };
            let (x, y) = if ends == (one, other) {
                (x, y)
            } else if ends == (other, one) {
                (y, x)
            } else {
                return None;
            };
            Some(format!(
                "{a} and {b} were judged to be {word}: {}; `undo` that judgement first",
                chain(x, sign, y)
            ))
        })
    }

    /// Writes decisions, queue and graph.
    fn write(&mut self, graph: &Graph) -> Result<String, String> {
        let failed = |e: anyhow::Error| super::failure::words(&e);
        if let Origin::File(path) = &self.origin
            && stamp(path) != self.stamp
        {
            return Err(format!(
                "{} has changed since it was opened; leave, open it again and judge then",
                path.display()
            ));
        }
        super::replace(&self.decisions, self.judgements.to_ron().as_bytes()).map_err(failed)?;
        let mut message = format!("written to {}", super::whole_path(&self.decisions));
        if let Origin::File(path) = &self.origin {
            file::save(graph, path).map_err(|e| e.to_string())?;
            linked::keep_queue(&self.queue, path).map_err(failed)?;
            self.stamp = stamp(path);
            message = format!("{message} and {}", path.display());
        }
        Ok(message)
    }
}

impl Judge for FileJudge {
    fn propose(&mut self, graph: &Graph, a: &str, b: &str, same: bool) -> Result<Graph, String> {
        let (a, b, note) = (a.to_owned(), b.to_owned(), String::new());
        let message = if same {
            format!("{a} and {b} are one")
        } else {
            format!("{a} and {b} are two")
        };
        if let Some(refusal) = self.contradiction(graph, &a, &b, same) {
            return Err(refusal);
        }
        let decision = if same {
            Decision::Same { a, b, note }
        } else {
            Decision::NotSame { a, b, note }
        };
        let mut judgements = self.judgements.clone();
        judgements.add(decision).map_err(|e| e.to_string())?;
        let linked = self.link(graph, &judgements)?;
        self.proposal = Some(Proposal {
            judgements,
            queue: linked.queue,
            message,
        });
        Ok(linked.graph)
    }

    fn keep(&mut self, graph: &Graph) -> Result<String, String> {
        let Some(proposal) = self.proposal.take() else {
            return Err("there is nothing to say yes to; `same` and `notsame` ask".to_owned());
        };
        let before = std::mem::replace(&mut self.judgements, proposal.judgements);
        let queue = std::mem::replace(&mut self.queue, proposal.queue);
        match self.write(graph) {
            Ok(kept) => Ok(format!("{}; {kept}", proposal.message)),
            Err(message) => {
                (self.judgements, self.queue) = (before, queue);
                Err(message)
            }
        }
    }

    fn undo(&mut self, graph: &Graph) -> Result<Undone, String> {
        let before = self.judgements.clone();
        let Some(decision) = self.judgements.undo() else {
            return Err("there is no judgement to take back".to_owned());
        };
        let outcome = self.link(graph, &self.judgements).and_then(|linked| {
            self.queue = linked.queue;
            let kept = self.write(&linked.graph)?;
            Ok((linked.graph, kept))
        });
        match outcome {
            Ok((graph, kept)) => {
                let (a, b) = decision.names();
                let word = match decision {
                    Decision::Same { .. } => "one",
                    Decision::NotSame { .. } => "two",
                };
                Ok(Undone {
                    message: format!("taken back that {a} and {b} are {word}; {kept}"),
                    names: vec![a.to_owned(), b.to_owned()],
                    graph,
                })
            }
            Err(message) => {
                self.judgements = before;
                Err(message)
            }
        }
    }

    fn queue(&self) -> &[Doubt] {
        &self.queue
    }
}
