//! Plain questions and other lines that are no statement: the statements they may be read as.
//!
//! In: a line that was refused, the vocabulary, the graph. Out: statements that would be answered, best first, with what they search. Invariants: a
//! line is taken for a statement only where there is exactly one way to read all of its words; names and types are never made up. Does not: run
//! anything.

mod by_type;
mod compose;
mod follow;
mod joined;
mod kinds;
mod line;
mod offices;
mod pieces;
mod spoken;
mod tail;
mod times;
mod titles;
mod told;

use super::plan::plan;
use super::result::{Options, Problem};
use super::vocabulary::Vocabulary;
use crate::base::span::Span;
use crate::graph::Graph;
pub use follow::{More, more};
use line::Line;
pub use spoken::{said, spoken};

/// The command that counts the rows of a question, as it stands in front.
const COUNT: &str = "count ";

/// What may stand in front of a command.
const PREFIXES: [&str; 2] = ["explain", "profile"];

/// Most words of a line that is read as a question; nobody asks in more.
const LONGEST_LINE: usize = 60;

/// Why a question for what was not done has no answer.
const NOT_DONE: &str = "what was not done cannot be asked for: the graph holds what articles tell, and what they do not tell may still have happened; `status denied` asks for what they deny";

/// What is said where something else is asked for.
pub const NOTHING_LEFT_OUT: &str = "else: all are listed, those told before as well";

/// What is said where somebody else is asked for and nobody was named before.
const NOBODY_ELSE: &str = "else: the last question names nobody to leave out, so all are listed";

/// A statement that a line is read as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The statement.
    pub statement: String,
    /// What is searched and what is not, in words for people, where one word asks for several types.
    pub searched: Option<String>,
    /// Whom an office was taken for, and what that rests on.
    pub told: Vec<String>,
}

impl Reading {
    fn of(statement: String) -> Self {
        Self {
            statement,
            ..Self::default()
        }
    }
}

/// Lists the words that a question may go on with which opens like a line: what its languages ask for events with. Empty if it opens like none.
pub fn asks(head: &str, vocabulary: &Vocabulary, graph: &Graph) -> Vec<String> {
    let line = Line::new(head, vocabulary, graph);
    let packs = vocabulary.words.packs().values();
    let tables = packs.map(crate::lexicon::Pack::questions);
    let opened = tables.filter(|t| line.opens_question(t));
    let mut words: Vec<String> = Vec::new();
    for table in opened {
        let senses = table.senses.values().flatten();
        words.extend(senses.filter(|w| !w.contains(' ')).cloned());
        words.extend(table.begun.iter().cloned());
        if table.subject_first {
            let labels = vocabulary
                .type_words()
                .iter()
                .map(|(_, label)| label.clone());
            words.extend(labels.filter(|l| !l.contains(' ')));
        }
    }
    words.sort();
    words.dedup();
    words
}

/// What every reading is made with.
struct Asker<'a> {
    vocabulary: &'a Vocabulary,
    graph: &'a Graph,
    options: &'a Options<'a>,
}

impl Asker<'_> {
    /// Plans a statement, if it can be answered.
    fn planned(&self, statement: &str) -> Option<super::plan::Plan> {
        let (graph, words) = (self.graph, self.vocabulary);
        let parsed = super::parse::parse(statement, words, graph).ok()?;
        plan(&parsed.query, statement, graph, words, self.options).ok()
    }

    /// The problem of a statement that fails for a name alone, pointing at that name in the line it was made of.
    fn unknown_name(&self, statement: &str, line: &str) -> Option<Problem> {
        let (graph, words) = (self.graph, self.vocabulary);
        let parsed = super::parse::parse(statement, words, graph).ok()?;
        let problem = plan(&parsed.query, statement, graph, words, self.options).err()?;
        let name = problem.span.of(statement);
        let at = line.find(name).filter(|_| !name.is_empty())?;
        let span = Span::new(at, at + name.len());
        Some(Problem { span, ..problem })
    }

    /// "who else": leaves out those whom the last question named beside the ones that this one names.
    fn leave_out_last(&self, reading: &mut Reading) {
        let Some(plan) = self.planned(&reading.statement) else {
            return;
        };
        let last = self.options.last.map_or(&[][..], |l| l.picked.as_slice());
        let mut left_out: Vec<&str> = Vec::new();
        for other in last {
            let again = plan.picked.iter().any(|p| p.entity == other.entity);
            let name = self.graph.name(other.entity);
            if again || left_out.contains(&name) {
                continue;
            }
            let statement = format!("{} not with \"{name}\"", reading.statement);
            if self.answers(&statement) {
                reading.statement = statement;
                left_out.push(name);
            }
        }
        if left_out.is_empty() {
            reading.told.push(NOBODY_ELSE.to_owned());
        }
    }

    /// Tells whether a statement can be answered.
    fn answers(&self, statement: &str) -> bool {
        self.planned(statement).is_some()
    }
}

/// What a line may be read as.
#[derive(Debug, Clone, PartialEq, Default)]
struct Readings {
    /// Statements that use every word of the line.
    whole: Vec<Reading>,
    /// Statements of all that is understood of the line.
    near: Vec<String>,
    /// Statements of its names and types, for where what restricts them cannot be asked.
    bare: Vec<String>,
    /// A word of the line that nothing is known of.
    unknown: Option<Problem>,
    /// The line opens with a word of questions.
    asked: bool,
}

impl Readings {
    /// The statements to choose from that can be answered.
    fn offered(&mut self, asker: &Asker<'_>) -> Vec<String> {
        let [near, bare] = [&mut self.near, &mut self.bare].map(std::mem::take);
        let answered = |list: Vec<String>| {
            let list = list.into_iter().filter(|s| asker.answers(s));
            list.collect::<Vec<String>>()
        };
        let near = answered(near);
        if near.is_empty() {
            answered(bare)
        } else {
            near
        }
    }

    fn add(&mut self, statement: String, searched: Option<String>) {
        if !self.whole.iter().any(|r| r.statement == statement) {
            self.whole.push(Reading {
                statement,
                searched,
                told: Vec::new(),
            });
        }
    }
}

/// Reads a line that is no statement.
fn read(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> Readings {
    let line = Line::new(text, vocabulary, graph);
    let mut readings = Readings::default();
    if let Some(statement) = line.both_quoted() {
        readings.add(statement, None);
    }
    for pack in line.languages() {
        line.question(pack.questions(), &mut readings);
    }
    if readings.whole.is_empty() {
        line.by_type(&mut readings);
    }
    if readings.whole.is_empty() && readings.near.is_empty() {
        line.name_alone(&mut readings);
    }
    readings
}

/// Reads a line that was refused as the one statement it can mean.
///
/// # Errors
/// The problem it was refused for, with statements to choose from where the line names actors or types.
pub fn reread(
    text: &str,
    problem: Problem,
    vocabulary: &Vocabulary,
    graph: &Graph,
    options: &Options<'_>,
) -> Result<Reading, Problem> {
    let asker = Asker {
        vocabulary,
        graph,
        options,
    };
    if text.split_whitespace().nth(LONGEST_LINE).is_some() {
        return Err(problem);
    }
    let (question, sinks) = line::before_sinks(text);
    if let Some((rest, person)) = Line::new(question, vocabulary, graph).without_else() {
        let mut reading = reread(&rest, problem, vocabulary, graph, options)?;
        if person {
            asker.leave_out_last(&mut reading);
        } else {
            reading.told.push(NOTHING_LEFT_OUT.to_owned());
        }
        let statement = format!("{} {sinks}", reading.statement);
        return Ok(Reading {
            statement: statement.trim_end().to_owned(),
            ..reading
        });
    }
    if let Some(statement) = line::command_alone(text, vocabulary, graph) {
        return Ok(Reading::of(statement));
    }
    if line::denies(text, vocabulary, graph) {
        return Err(Problem::new(NOT_DONE, problem.span));
    }
    if let Some(office) = offices::resolved(text, vocabulary, graph) {
        return of_office(office?, problem, &asker);
    }
    if let Some((front, question, file)) = line::exported(text) {
        let reading = reread_question((question, text), problem, &asker)?;
        return Ok(Reading {
            statement: format!("{front} {} {file}", reading.statement),
            ..reading
        });
    }
    let reading = match line::counted(question).filter(|_| !problem.incomplete) {
        Some(rest) => counted((rest, text), problem, &asker)?,
        None => reread_question((question, text), problem, &asker)?,
    };
    Ok(Reading {
        statement: format!("{} {sinks}", reading.statement)
            .trim_end()
            .to_owned(),
        ..reading
    })
}

/// Reads a line in which an office became whom the graph tells of in it.
fn of_office(
    (text, told): (String, String),
    problem: Problem,
    asker: &Asker<'_>,
) -> Result<Reading, Problem> {
    let mut reading = if asker.answers(&text) {
        Reading::of(text)
    } else {
        let (words, graph) = (asker.vocabulary, asker.graph);
        let reading = reread(&text, problem.clone(), words, graph, asker.options);
        reading.map_err(|_| problem)?
    };
    reading.told.insert(0, told);
    Ok(reading)
}

/// Reads a question whose rows are to be counted; it is a part of the whole line.
fn counted(
    (text, whole): (&str, &str),
    problem: Problem,
    asker: &Asker<'_>,
) -> Result<Reading, Problem> {
    let mut reading = reread_question((text, whole), problem.clone(), asker)?;
    if !reading.statement.starts_with(COUNT) {
        reading.statement.insert_str(0, COUNT);
    }
    if asker.answers(&reading.statement) {
        Ok(reading)
    } else {
        Err(problem)
    }
}

/// Reads a question that nothing else stands around; it is a part of the whole line.
fn reread_question(
    (text, whole): (&str, &str),
    problem: Problem,
    asker: &Asker<'_>,
) -> Result<Reading, Problem> {
    let (pair, parted) = pair(text, asker.vocabulary, asker.graph);
    if let Some(statement) = pair.filter(|s| asker.answers(s)) {
        return Ok(Reading::of(statement));
    }
    if let Some(parted) = parted {
        if asker.answers(&parted) {
            return Ok(Reading::of(parted));
        }
        return asked((&parted, &parted), problem.clone(), asker).map_err(|_| problem);
    }
    let offset = |part: &str| part.as_ptr() as usize - whole.as_ptr() as usize;
    let start = (problem.span.start as usize).saturating_sub(offset(text));
    let read = asked((text, whole), problem, asker);
    let command = is_command(text);
    read.or_else(|problem| {
        // A title is left out last: what stands in front of it may be what was asked.
        let untitled = titles::without_title(text, start, asker.vocabulary, asker.graph);
        if let Some(statement) = untitled.filter(|s| asker.answers(s)) {
            return Ok(Reading::of(statement));
        }
        let line = Line::new(text, asker.vocabulary, asker.graph);
        let shifted = |mut span: Span| {
            span.start += offset(text) as u32;
            span.end += offset(text) as u32;
            span
        };
        if let Some((name, span)) = line.stranger() {
            let message = format!("no actor or place \"{name}\" in these articles");
            return Err(Problem::new(message, shifted(span)));
        }
        match line.unnamed().filter(|_| !command) {
            Some((name, span)) => Err(Problem {
                suggestions: problem.suggestions,
                ..Problem::new(format!("no article names {name}"), shifted(span))
            }),
            None => Err(problem),
        }
    })
}

/// Tells whether a line opens with a command.
fn is_command(text: &str) -> bool {
    let mut words = text.split_whitespace().map(str::to_lowercase);
    let first = words.find(|w| !PREFIXES.contains(&w.as_str()));
    first.is_some_and(|w| super::verbs::verb_words().contains(&w.as_str()))
}

/// Reads a line whose names are joined by words of any language or by signs, or that opens with another language's word for a command.
/// The second is the line with its signs apart, if a hyphen or slash stood between two names.
fn pair(text: &str, vocabulary: &Vocabulary, graph: &Graph) -> (Option<String>, Option<String>) {
    let mut parted: Option<String> = None;
    while let Some(next) = joined::apart(parted.as_deref().unwrap_or(text), graph) {
        parted = Some(next);
    }
    let line = Line::new(parted.as_deref().unwrap_or(text), vocabulary, graph);
    (line.joined(), parted)
}

/// Reads a question, or a line that opens with "show me".
fn asked(
    (text, whole): (&str, &str),
    problem: Problem,
    asker: &Asker<'_>,
) -> Result<Reading, Problem> {
    if let Some(rest) = line::after_reason(text, asker.vocabulary) {
        return Err(no_reason(rest, problem, asker));
    }
    let opened = line::after_opener(text, asker.vocabulary);
    let command = is_command(text);
    if opened.is_none() && (problem.incomplete || command) {
        return Err(problem);
    }
    let asked = opened.unwrap_or(text);
    if opened.is_some() && asker.answers(asked) {
        return Ok(Reading::of(asked.to_owned()));
    }
    // "list actors in 2024", "list all actors": behind the opener stands a language's word for a command.
    let command = |text| {
        let line = Line::new(text, asker.vocabulary, asker.graph);
        let statement = line.joined().filter(|_| line.command().is_some());
        statement.filter(|s| asker.answers(s))
    };
    let every = line::opened(text, asker.vocabulary);
    let mut behind = every.into_iter().chain(opened);
    if let Some(statement) = behind.find_map(command) {
        return Ok(Reading::of(statement));
    }
    let mut readings = read(asked, asker.vocabulary, asker.graph);
    let shift = asked.as_ptr() as usize - whole.as_ptr() as usize;
    let problem = match readings.whole.as_slice() {
        [only] if !readings.asked => asker
            .unknown_name(&only.statement, whole)
            .unwrap_or(problem),
        _ => problem,
    };
    readings.whole.retain(|r| asker.answers(&r.statement));
    if readings.whole.is_empty() {
        readings.near = readings.offered(asker);
    }
    chosen(readings, problem, whole, shift)
}

/// Takes the one reading, or says what is in the way; `shift` is where the part of the line begins that was read.
fn chosen(
    readings: Readings,
    problem: Problem,
    text: &str,
    shift: usize,
) -> Result<Reading, Problem> {
    let Readings {
        whole,
        near,
        unknown,
        asked,
        ..
    } = readings;
    if let [only] = whole.as_slice() {
        return Ok(only.clone());
    }
    let unknown = unknown.map(|mut u| {
        u.span.start += shift as u32;
        u.span.end += shift as u32;
        u
    });
    let offered: Vec<String> = if whole.is_empty() {
        near
    } else {
        whole.into_iter().map(|r| r.statement).collect::<Vec<_>>()
    };
    Err(refusal(&offered, unknown, problem, (text, asked)))
}

/// Says what is in the way of a reading, with what can be asked instead.
fn refusal(
    offered: &[String],
    unknown: Option<Problem>,
    problem: Problem,
    (text, asked): (&str, bool),
) -> Problem {
    let several = offered.len() > 1;
    let suggestions: Vec<String> = offered.iter().map(|s| format!("`{s}`")).collect();
    let word = unknown
        .as_ref()
        .and_then(|u| text.get(u.span.start as usize..u.span.end as usize));
    let word = word.map_or_else(|| "a word".to_owned(), |w| format!("\"{w}\""));
    match unknown {
        Some(unknown) if !unknown.suggestions.is_empty() && problem.suggestions.is_empty() => {
            unknown
        }
        _ if suggestions.is_empty() && asked => Problem::new(
            "this question names no actor, place or kind of event that is known; `help questions` shows some",
            unknown.map_or(problem.span, |u| u.span),
        ),
        _ if suggestions.is_empty() => problem,
        Some(unknown) => Problem {
            suggestions,
            ..Problem::new(
                format!("{word} is not understood; what can be asked without it stands below"),
                unknown.span,
            )
        },
        None if several => Problem {
            suggestions,
            ..Problem::new("this can be read in more than one way", problem.span)
        },
        None => Problem {
            suggestions,
            ..Problem::new(
                "this is read in part only; a statement of what was understood stands below",
                problem.span,
            )
        },
    }
}

/// Makes the problem of a question for a reason: what is known is what was done.
fn no_reason(rest: &str, problem: Problem, asker: &Asker<'_>) -> Problem {
    let mut readings = read(rest, asker.vocabulary, asker.graph);
    let whole = std::mem::take(&mut readings.whole).into_iter();
    let whole = whole.map(|r| r.statement);
    let mut offered: Vec<String> = whole.filter(|s| asker.answers(s)).collect();
    if offered.is_empty() {
        offered = readings.offered(asker);
    }
    Problem {
        suggestions: offered.iter().map(|s| format!("`{s}`")).collect(),
        ..Problem::new(
            "reasons are not kept, only what was done, with the sentences that may give them",
            problem.span,
        )
    }
}
