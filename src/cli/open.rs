//! From the command line's inputs to a session's graph: a graph file is opened, articles are read into memory first.

use super::failure::{Unreadable, Usage};
use super::judge::{FileJudge, Origin, read_judgements};
use super::linked::{self, Linked};
use super::reading::Reading;
use newsgraph::export;
use newsgraph::graph::{Graph, file};
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Parts;
use newsgraph::pipeline::source::Options;
use newsgraph::query::verbs::verb_words;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::judging::Judge;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What the inputs turned out to be.
pub struct Opened {
    /// The graph.
    pub graph: Graph,
    /// The lexicon.
    pub lexicon: Rc<Lexicon>,
    /// Keeper of judgements.
    pub judge: Box<dyn Judge>,
}

/// Where the program's own knowledge comes from, and the user's word on names.
#[derive(Clone, Copy, Default)]
pub struct Sources<'s> {
    /// `--data`.
    pub data: Option<&'s Path>,
    /// `--actors`.
    pub actors: Option<&'s Path>,
    /// `--decisions`.
    pub decisions: Option<&'s Path>,
    /// `--date` and `--lang`.
    pub reading: Option<&'s Reading>,
}

impl<'s> Sources<'s> {
    /// The same with the decisions file that a command names.
    #[must_use]
    pub fn decided(self, decisions: Option<&'s Path>) -> Self {
        Self { decisions, ..self }
    }

    /// The same with what a command says of the articles it reads.
    #[must_use]
    pub fn told(self, reading: &'s Reading) -> Self {
        Self {
            reading: Some(reading),
            ..self
        }
    }
}

/// Tells whether a path is a graph file: by its suffix, whatever is in it, or by its content, whatever its name.
fn is_graph(path: &str) -> bool {
    let path = Path::new(path);
    has_graph_suffix(path) || file::is_binary(path)
}

fn has_graph_suffix(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ron" || e == "ng")
}

/// Refuses to write a graph under a name that tells no form of graph.
///
/// # Errors
/// [`Usage`] with the suffixes that do.
pub fn graph_name(path: &Path) -> Result<(), Usage> {
    if has_graph_suffix(path) {
        return Ok(());
    }
    Err(Usage(format!(
        "{}: a graph is written as .ng (fast) or .ron (readable)",
        path.display()
    )))
}

/// Tells whether an input is no path but something to ask: a command word or several words, and no such file is there.
fn is_question(input: &str) -> bool {
    let first = input.split_whitespace().next().unwrap_or("");
    let several = input.trim().contains(char::is_whitespace);
    let command = verb_words().contains(&first.to_lowercase().as_str());
    (several || command) && !input.contains(['/', '*', '\\']) && !Path::new(input).exists()
}

/// Refuses to read statements from standard input where the articles came from there.
///
/// # Errors
/// [`Usage`] with what would be right.
pub fn statements_can_follow(inputs: &[String]) -> Result<(), Usage> {
    if inputs.iter().any(|i| i == "-") {
        return Err(Usage("standard input holds the article, so no statement can come from there: newsgraph query - -c 'QUESTION'".to_owned()));
    }
    Ok(())
}

/// Refuses files that hold an answer of this program: a graph, its passages and its names cannot be made of one.
///
/// # Errors
/// [`Unreadable`] with the file and what to read instead.
pub fn refuse_answers<'p>(inputs: impl IntoIterator<Item = &'p Path>) -> Result<(), Unreadable> {
    use std::io::Read as _;
    for path in inputs.into_iter().filter(|p| p.is_file()) {
        let mut head = Vec::new();
        let read = std::fs::File::open(path)
            .and_then(|f| f.take(export::own::ENOUGH as u64).read_to_end(&mut head));
        let format = read.ok().and_then(|_| export::own::answer_of(&head));
        if let Some(format) = format {
            return Err(Unreadable(format!(
                "{}: an answer that newsgraph wrote as {format}, for other programs; it is no graph and no article: read the graph file it was asked of, or the articles",
                path.display()
            )));
        }
    }
    Ok(())
}

/// Refuses inputs that name no file, so that a slip of the keyboard is no empty answer.
///
/// # Errors
/// [`Unreadable`] with the first of them.
fn all_there(inputs: &[String]) -> Result<(), Unreadable> {
    let pattern = |i: &str| i.contains(['*', '?', '[']);
    let missing = |i: &&String| *i != "-" && !pattern(i) && !Path::new(i).exists();
    match inputs.iter().find(missing) {
        Some(input) => Err(Unreadable(format!(
            "{input}: there is no such file or folder"
        ))),
        None => Ok(()),
    }
}

/// The decisions file of articles: beside them, in the folder that is named first or holds what is named first.
fn beside(inputs: &[String]) -> PathBuf {
    let first = inputs.first().map_or("", String::as_str);
    let path = Path::new(first);
    let pattern = |p: &std::ffi::OsStr| p.to_string_lossy().contains(['*', '?', '[']);
    let folder: PathBuf = if first == "-" {
        PathBuf::new()
    } else if path.is_dir() {
        path.to_path_buf()
    } else {
        let plain = path.iter().take_while(|p| !pattern(p));
        let plain: PathBuf = plain.collect();
        match plain.parent() {
            Some(parent) if plain == path => parent.to_path_buf(),
            _ => plain,
        }
    };
    folder.join("decisions.ron")
}

/// Opens a graph file, or builds a graph of articles in memory. Articles are linked under the decisions file, `decisions.ron` beside the articles
/// unless another is named; a graph file was, when it was built, and is linked anew only for a decisions file that is named.
///
/// # Errors
/// What cannot be read, and what would be right.
pub fn open(inputs: &[String], sources: Sources<'_>) -> anyhow::Result<Opened> {
    refuse_answers(inputs.iter().map(Path::new))?;
    match inputs {
        [] => anyhow::bail!(Usage("name a graph file (graph.ng, graph.ron) or articles (files, folders, globs); `newsgraph --help` lists the commands".to_owned())),
        [one] if is_graph(one) => {
            if sources.reading.is_some_and(|r| !r.is_empty()) {
                anyhow::bail!(Usage(format!("{one} is a graph; --date and --lang are for articles that are read")));
            }
            graph(Path::new(one), sources)
        }
        _ if inputs.iter().any(|i| is_question(i)) => anyhow::bail!(Usage("a question goes behind -c: newsgraph query INPUT -c 'QUESTION'".to_owned())),
        _ => {
            all_there(inputs)?;
            if let Some(one) = inputs.iter().find(|i| is_graph(i)) {
                anyhow::bail!(Usage(format!("{one} is a graph file and stands alone; `newsgraph merge` makes one graph of several")));
            }
            articles(inputs, sources)
        }
    }
}

fn graph(path: &Path, sources: Sources<'_>) -> anyhow::Result<Opened> {
    let mut graph = file::open(path)?;
    let lexicon = Rc::new(super::lexicon(sources.data, sources.actors)?);
    let decisions = sources
        .decisions
        .map_or_else(|| linked::decisions_file(path), Path::to_path_buf);
    let judgements = read_judgements(&decisions)?;
    let mut queue = linked::read_queue(path)?;
    if sources.decisions.is_some() && !judgements.decisions().is_empty() {
        let anew = linked::link(Parts::of(graph.world()), &lexicon, &judgements);
        (graph, queue) = (anew.graph, anew.queue);
    }
    let origin = Origin::File(path.to_path_buf());
    let judge = FileJudge::new(Rc::clone(&lexicon), origin, decisions, judgements, queue);
    Ok(Opened {
        graph,
        lexicon,
        judge: Box::new(judge),
    })
}

fn articles(inputs: &[String], sources: Sources<'_>) -> anyhow::Result<Opened> {
    let engine = super::engine(sources.data, sources.actors)?;
    let options = match sources.reading {
        Some(reading) => reading.options(&engine.lexicon)?,
        None => Options::default(),
    };
    let extraction = super::progress::run(&engine, inputs, options);
    super::report(&extraction.diagnostics, extraction.records.is_empty());
    if extraction.records.is_empty() {
        anyhow::bail!(Unreadable(format!(
            "no article was found in {}",
            inputs.join(", ")
        )));
    }
    let decisions = sources
        .decisions
        .map_or_else(|| beside(inputs), Path::to_path_buf);
    let judgements = replayed(&decisions)?;
    let lexicon = Rc::new(engine.lexicon);
    let records = extraction.records;
    let Linked { graph, queue } =
        linked::link(Parts::records(records.clone()), &lexicon, &judgements);
    let origin = Origin::Articles(records);
    let judge = FileJudge::new(Rc::clone(&lexicon), origin, decisions, judgements, queue);
    Ok(Opened {
        graph,
        lexicon,
        judge: Box::new(judge),
    })
}

/// Reads the judgements that a build replays, and says so.
///
/// # Errors
/// What cannot be read, with line and column.
#[expect(clippy::print_stderr, reason = "a judgement never acts in silence")]
pub fn replayed(file: &Path) -> anyhow::Result<Judgements> {
    let judgements = read_judgements(file)?;
    let n = judgements.decisions().len();
    if n > 0 {
        let words = newsgraph::query::result::count(n, "judgement");
        eprintln!("{}: {words} replayed", super::whole_path(file));
    }
    Ok(judgements)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_stand_beside_the_articles() {
        let of = |inputs: &[&str]| {
            let inputs: Vec<String> = inputs.iter().map(|i| (*i).to_owned()).collect();
            beside(&inputs).display().to_string()
        };
        assert_eq!(of(&["data/articles"]), "data/articles/decisions.ron");
        assert_eq!(of(&["news/one.txt", "b.txt"]), "news/decisions.ron");
        assert_eq!(of(&["news/**/*.txt"]), "news/decisions.ron");
        assert_eq!(of(&["one.txt"]), "decisions.ron");
        assert_eq!(of(&["*.txt"]), "decisions.ron");
        assert_eq!(of(&["-"]), "decisions.ron");
    }
}
