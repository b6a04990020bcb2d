//! The user's word on who is who, kept in a decisions file and replayed on the articles: what `same`, `notsame`, `undo`, `candidates` act on.

use newsgraph::base::record::ArticleRecord;
use newsgraph::graph::Graph;
use newsgraph::pipeline::Engine;
use newsgraph::resolve::judgement::{Decision, Judgements};
use newsgraph::resolve::world_with_candidates;
use newsgraph::shell::session::{Judge, Judged};
use std::path::{Path, PathBuf};

/// Judgements in a file.
pub struct FileJudge {
    engine: Engine,
    records: Vec<ArticleRecord>,
    file: PathBuf,
    judgements: Judgements,
}

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

impl FileJudge {
    /// Makes a judge over the records of articles.
    pub fn new(
        engine: Engine,
        records: Vec<ArticleRecord>,
        file: PathBuf,
        judgements: Judgements,
    ) -> Self {
        Self {
            engine,
            records,
            file,
            judgements,
        }
    }

    /// Builds the graph under the judgements.
    pub fn graph(&self) -> Graph {
        Graph::from_world(self.engine.world(self.records.clone(), &self.judgements))
    }

    /// Writes the file at once.
    fn keep(&self) -> Result<(), String> {
        use std::io::Write as _;
        let folder = self
            .file
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let fail = |e: std::io::Error| format!("{} cannot be written: {e}", self.file.display());
        let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
        temporary
            .write_all(self.judgements.to_ron().as_bytes())
            .map_err(fail)?;
        temporary.as_file().sync_all().map_err(fail)?;
        temporary
            .persist(&self.file)
            .map(|_| ())
            .map_err(|e| fail(e.error))
    }

    fn done(&self, message: String) -> Result<Judged, String> {
        self.keep()?;
        Ok(Judged {
            message: format!("{message}; kept in {}", self.file.display()),
            graph: Some(self.graph()),
        })
    }
}

impl Judge for FileJudge {
    fn decide(&mut self, a: &str, b: &str, same: bool) -> Result<Judged, String> {
        let (a, b, note) = (a.to_owned(), b.to_owned(), String::new());
        let message = if same {
            format!("{a} and {b} are one")
        } else {
            format!("{a} and {b} are two")
        };
        let decision = if same {
            Decision::Same { a, b, note }
        } else {
            Decision::NotSame { a, b, note }
        };
        self.judgements.add(decision).map_err(|e| e.to_string())?;
        self.done(message)
    }

    fn undo(&mut self) -> Result<Judged, String> {
        let Some(decision) = self.judgements.undo() else {
            return Err("there is no judgement to take back".to_owned());
        };
        let (a, b) = decision.names();
        self.done(format!("taken back: {a} and {b}"))
    }

    fn candidates(&self, entity: Option<&str>) -> Vec<(String, String, f64, String)> {
        let (_, found) =
            world_with_candidates(self.records.clone(), &self.engine.lexicon, &self.judgements);
        let mut pairs: Vec<(String, String, f64, String)> = found
            .into_iter()
            .map(|c| (c.a, c.b, f64::from(c.score), c.reasons.join("; ")))
            .collect();
        let slug = newsgraph::base::id::slug;
        pairs.retain(|p| entity.is_none_or(|e| slug(&p.0) == e || slug(&p.1) == e));
        pairs.sort_by(|x, y| {
            y.2.total_cmp(&x.2)
                .then_with(|| (&x.0, &x.1).cmp(&(&y.0, &y.1)))
        });
        pairs
    }
}
