//! `languages/<code>/temporal.ron`: the words and rules of time expressions, compiled for the matcher.
//!
//! In: RON and the month and weekday names of `language.ron`. Out: [`Temporal`]: a word table, rule programs and an index from first words to rules.
//! Invariants: every class, slot and part a rule names exists; a broken table fails with file and entry. Does not: look at articles.

pub mod pattern;
pub mod words;

use super::embed::DataError;
use super::inflection::Pasts;
use super::language::Language;
use pattern::{Compiler, Inst, Test};
use serde::Deserialize;
use std::collections::BTreeMap;
use words::{Class, Slot, Slots, Words};

/// What a calculation counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Anchor {
    /// The article's date ("two days ago").
    Publication,
    /// The last date the story gave ("two days later").
    Story,
    /// The last date of the sentence, else the article's ("more than in the previous year"); in a history as [`Self::Story`].
    Sentence,
}

/// How the slots of a match become a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Op {
    /// No time expression at all: a guard that covers a look-alike.
    Ignore,
    /// A calendar date from year, month, day, weekday, season, quarter, half, clock; missing parts by the direction rules.
    Date,
    /// A weekday, by the direction rules or a shift ("last", "next").
    Weekday,
    /// `Days` from the anchor ("yesterday", "the next day").
    Days(Anchor),
    /// `Shift` calendar units from the anchor ("last week", "the following year").
    Period(Anchor),
    /// `Number` times `Unit` from the anchor, towards `Sign` ("two years ago").
    Offset(Anchor),
    /// `Number` times `Unit` ahead of the article's date where the clause looks ahead ("it opens in three days"), else a length of time.
    Ahead,
    /// As [`Self::Ahead`], but a length only where the clause looks back ("in drei Wochen starben 40").
    Coming,
    /// A length of time.
    Duration,
    /// A repetition.
    Set,
    /// Past, present or future without a date.
    Reference,
    /// "the 1990s".
    Decade,
    /// "the 19th century".
    Century,
    /// A feast or another named day.
    Holiday,
    /// A time of day on the nearest date.
    Clock,
    /// As [`Self::Clock`], but only beside a day of its sentence ("on Monday … and in the evening").
    ClockBeside,
    /// The n-th or last (-1) weekday or day of a month or year ("the first Tuesday in November", "the last day of the month").
    Nth,
    /// The last date of the story once more ("that day", "the same month").
    Same,
    /// A month, day or weekday counted from the last date of the story ("November of the same year", "the previous Wednesday").
    FromStory,
    /// The last date given by day and month ("that date").
    SameDate,
}

/// An example: text, article date (empty for none), value.
pub type Example = (String, String, String);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    id: String,
    pattern: String,
    op: Op,
    #[serde(default)]
    set: Vec<(Slot, String)>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    line: bool,
    #[serde(default)]
    confidence: Option<f32>,
    matches: Vec<Example>,
    silent: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassEntry {
    class: String,
    slot: Slot,
    #[serde(default)]
    case: words::Case,
    words: BTreeMap<String, Vec<String>>,
}

/// Words made of other classes' words: `form: "{0}s{1}"`, `of: ["weekday", "daypart"]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DerivedEntry {
    class: String,
    of: Vec<String>,
    forms: Vec<String>,
    /// Add the numbers of the parts ("fünf" + "zwanzig") instead of keeping every slot.
    #[serde(default)]
    sum: bool,
    #[serde(default)]
    case: words::Case,
}

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalFile {
    source: String,
    month_case: words::Case,
    weekday_case: words::Case,
    /// Is "2/5" the 5th of February?
    month_first: bool,
    /// "next Friday" in the week after this one, whatever today is.
    next_weekday_in_next_week: bool,
    /// Is a decade the length P10Y rather than P1DE?
    decades_in_years: bool,
    /// Is one and a half years the length P1Y6M rather than P1.5Y?
    #[serde(default)]
    halves_in_next_unit: bool,
    /// Does "today" mean the present in a long text that names no other day (essays, reviews)?
    #[serde(default)]
    today_in_essays_is_now: bool,
    /// Endings of finite past forms, for the direction rules.
    past_endings: Vec<String>,
    /// Endings of infinitives, where some of them look like a past ("starten").
    #[serde(default)]
    infinitive_endings: Vec<String>,
    /// Endings of participles of the perfect.
    #[serde(default)]
    participle_endings: Vec<String>,
    /// Endings of verbs in the present, where the verb stands second.
    #[serde(default)]
    present_endings: Vec<String>,
    classes: Vec<ClassEntry>,
    #[serde(default)]
    derived: Vec<DerivedEntry>,
    #[serde(default)]
    parts: BTreeMap<String, String>,
    rules: Vec<RuleEntry>,
}

/// One compiled rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, shown with every find.
    pub id: String,
    /// The pattern as written, for `analyze times`.
    pub pattern: String,
    /// Calculation.
    pub op: Op,
    /// First instruction.
    pub start: usize,
    /// Slots the rule itself fills.
    pub set: Slots,
    /// One of these must stand right before.
    pub before: Vec<Test>,
    /// None of these may stand right before.
    pub not_before: Vec<Test>,
    /// One of these must stand right behind.
    pub after: Vec<Test>,
    /// None of these may stand right behind.
    pub not_after: Vec<Test>,
    /// The expression must fill its line.
    pub line: bool,
    /// How sure a match is, in [0,1].
    pub confidence: f32,
    /// Examples that must match.
    pub matches: Vec<Example>,
    /// Texts in which the rule must stay silent.
    pub silent: Vec<String>,
}

/// A rule that may start with a word of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Its number.
    pub rule: u16,
    /// Bits of what may stand behind that word ([`pattern::second_bits`]): most words that start an expression are common ones, and no expression follows.
    pub next: u64,
}

/// Classes the engine itself asks for; a language may leave them empty.
#[derive(Debug, Clone, Copy)]
pub struct SignalClasses {
    /// Signals of the future in a clause.
    pub future: Option<Class>,
    /// Signals of the past in a clause.
    pub past: Option<Class>,
    /// Forms of the present that make no past of the participle behind them ("is closed on Monday").
    pub present: Option<Class>,
    /// Modal verbs: an infinitive behind or before one is no past, a perfect infinitive makes them tell of the past.
    pub modal: Option<Class>,
    /// What ends a clause with a perfect infinitive ("haben", "worden sein").
    pub perfect: Option<Class>,
    /// What opens a perfect infinitive before its participle ("ha").
    pub perfect_open: Option<Class>,
    /// Marks of the infinitive ("to", "zu").
    pub infinitive: Option<Class>,
    /// Verbs whose infinitive lies ahead of them ("vowed", "promised").
    pub intent: Option<Class>,
    /// Verbs of putting off ("postponed").
    pub put_off: Option<Class>,
    /// Words before the time something is put off to.
    pub toward: Option<Class>,
    /// Verbs of setting a time ("invited", "scheduled") …
    pub set_verb: Option<Class>,
    /// … and the prepositions of the time that is set ("for").
    pub set_for: Option<Class>,
    /// Words that open a clause about a noun ("who").
    pub relative: Option<Class>,
    /// Words that end as a past does and are none.
    pub no_past: Option<Class>,
    /// Words that end as a present does and are none, and verbs of saying, whose present tells nothing of the time.
    pub no_present: Option<Class>,
    /// Conjunctions that open what is said or asked ("that", "att"), where no comma does.
    pub content: Option<Class>,
    /// Words that join clauses ("and", "but").
    pub conjunction: Option<Class>,
    /// "since": the event runs from the date on.
    pub from: Option<Class>,
    /// "since" only: never before a date to come.
    pub since: Option<Class>,
    /// "until", "by": up to the date.
    pub until: Option<Class>,
    /// What ties a date to a noun ("the treaty of 1976").
    pub dated: Option<Class>,
    /// Words that open a clause about a noun, behind a comma in languages whose articles look like them.
    pub of_noun: Option<Class>,
    /// What puts an act into a year ("in 1976").
    pub within: Option<Class>,
    /// "around".
    pub about: Option<Class>,
    /// Words that may stand between those and the date.
    pub filler: Option<Class>,
    /// Number words.
    pub number: Option<Class>,
    /// Articles; a past form behind one is no finite verb.
    pub article: Option<Class>,
    /// Words that join the two days of a range.
    pub join: Option<Class>,
    /// Words between the first and the last day of a range only ("Friday to Sunday").
    pub range: Option<Class>,
    /// "and a half".
    pub and_half: Option<Class>,
}

/// The compiled table of one language.
#[derive(Debug)]
pub struct Temporal {
    /// Words by their first token.
    pub words: Words,
    /// All programs in one row.
    pub program: Vec<Inst>,
    /// Rules in file order; earlier wins among equally long matches.
    pub rules: Vec<Rule>,
    /// Rules that may start with a word of a class.
    pub by_class: Vec<Vec<Start>>,
    /// Rules that may start with a digit.
    pub by_digit: Vec<Start>,
    /// Rules that may start with a number word.
    pub by_number_word: Vec<Start>,
    /// Rules that may start with punctuation.
    pub by_punct: Vec<Start>,
    /// Classes the engine asks for.
    pub signals: SignalClasses,
    /// Is "2/5" the 5th of February?
    pub month_first: bool,
    /// "next Friday" in the week after this one.
    pub next_weekday_in_next_week: bool,
    /// Is a decade the length P10Y rather than P1DE?
    pub decades_in_years: bool,
    /// Is one and a half years the length P1Y6M rather than P1.5Y?
    pub halves_in_next_unit: bool,
    /// Does "today" mean the present in a long text that names no other day?
    pub today_in_essays_is_now: bool,
    /// Endings of finite past forms.
    pub past_endings: Vec<String>,
    /// Endings of infinitives, where some of them look like a past.
    pub infinitive_endings: Vec<String>,
    /// Endings of participles of the perfect.
    pub participle_endings: Vec<String>,
    /// Endings of verbs in the present, where the verb stands second.
    pub present_endings: Vec<String>,
    /// Are nouns written with a capital?
    pub nouns_capitalized: bool,
    /// Past forms that no ending tells.
    pub pasts: Pasts,
}

impl Temporal {
    /// The same table, with the past forms that no ending tells.
    #[must_use]
    pub fn with_pasts(mut self, pasts: &Pasts) -> Self {
        self.pasts = pasts.clone();
        self
    }

    /// Compiles a table.
    ///
    /// # Errors
    /// [`DataError::Invalid`] with the entry at fault.
    pub fn compile(path: &str, file: TemporalFile, language: &Language) -> Result<Self, DataError> {
        let fault = |entry: &str, message: String| DataError::Invalid {
            path: path.to_owned(),
            entry: entry.to_owned(),
            message,
        };
        if file.source.is_empty() {
            return Err(fault("source", "origin and licence are missing".to_owned()));
        }
        let mut words = Words::default();
        words.calendar(language, file.month_case, file.weekday_case);
        for entry in &file.classes {
            for (payload, forms) in &entry.words {
                words
                    .add(&entry.class, entry.slot, payload, forms, entry.case)
                    .map_err(|m| fault(&entry.class, m))?;
            }
        }
        for entry in &file.derived {
            words
                .derive(&entry.class, &entry.of, &entry.forms, entry.sum, entry.case)
                .map_err(|m| fault(&entry.class, m))?;
        }
        let mut compiler = Compiler::new(words, &file.parts);
        let mut rules = Vec::with_capacity(file.rules.len());
        for entry in file.rules {
            let id = entry.id.clone();
            rules.push(rule(&mut compiler, entry).map_err(|m| fault(&id, m))?);
        }
        let (words, program) = compiler.finish();
        let mut table = Self {
            signals: SignalClasses {
                future: words.class("future"),
                past: words.class("past"),
                present: words.class("present"),
                modal: words.class("modal"),
                perfect: words.class("perfect"),
                perfect_open: words.class("perfect_open"),
                infinitive: words.class("infinitive"),
                intent: words.class("intent"),
                put_off: words.class("put_off"),
                toward: words.class("toward"),
                set_verb: words.class("set_verb"),
                set_for: words.class("set_for"),
                relative: words.class("relative"),
                no_past: words.class("no_past"),
                no_present: words.class("no_present"),
                content: words.class("content"),
                conjunction: words.class("conjunction"),
                from: words.class("bound_from"),
                since: words.class("since"),
                until: words.class("bound_until"),
                dated: words.class("bound_dated"),
                of_noun: words.class("of_noun"),
                within: words.class("bound_within"),
                about: words.class("bound_about"),
                filler: words.class("filler"),
                number: words.class("number"),
                article: words.class("article"),
                join: words.class("join"),
                range: words.class("range"),
                and_half: words.class("and_half"),
            },
            by_class: vec![Vec::new(); words.class_count()],
            words,
            program,
            rules,
            by_digit: Vec::new(),
            by_number_word: Vec::new(),
            by_punct: Vec::new(),
            month_first: file.month_first,
            next_weekday_in_next_week: file.next_weekday_in_next_week,
            decades_in_years: file.decades_in_years,
            halves_in_next_unit: file.halves_in_next_unit,
            today_in_essays_is_now: file.today_in_essays_is_now,
            past_endings: file.past_endings,
            infinitive_endings: file.infinitive_endings,
            participle_endings: file.participle_endings,
            present_endings: file.present_endings,
            nouns_capitalized: language.nouns_capitalized,
            pasts: Pasts::default(),
        };
        table.index();
        Ok(table)
    }

    /// Enters every rule under the tests it may start with.
    fn index(&mut self) {
        for (number, rule) in self.rules.iter().enumerate() {
            let number = number as u16;
            let mut first = Vec::new();
            pattern::first_tests(&self.program, rule.start, &mut first);
            for test in first {
                let next = match test {
                    Test::Class(class) => pattern::second_bits(&self.program, rule.start, class),
                    _ => u64::MAX,
                };
                let (a, b) = match test {
                    Test::Class(class) => (self.by_class.get_mut(usize::from(class.0)), None),
                    Test::Punct(_) => (Some(&mut self.by_punct), None),
                    Test::Number | Test::YearWords => {
                        (Some(&mut self.by_digit), Some(&mut self.by_number_word))
                    }
                    _ => (Some(&mut self.by_digit), None),
                };
                for list in [a, b].into_iter().flatten() {
                    let start = Start { rule: number, next };
                    if list.last() != Some(&start) {
                        list.push(start);
                    }
                }
            }
        }
    }
}

fn rule(compiler: &mut Compiler, entry: RuleEntry) -> Result<Rule, String> {
    let mut set = Slots::default();
    for (slot, payload) in &entry.set {
        set.put(*slot, words::payload(*slot, payload, compiler.words_mut())?);
    }
    let start = compiler.rule(&entry.pattern)?;
    let mut tests = |list: &[String]| {
        list.iter()
            .map(|t| compiler.test(t))
            .collect::<Result<Vec<_>, _>>()
    };
    Ok(Rule {
        before: tests(&entry.before)?,
        not_before: tests(&entry.not_before)?,
        after: tests(&entry.after)?,
        not_after: tests(&entry.not_after)?,
        id: entry.id,
        pattern: entry.pattern,
        op: entry.op,
        start,
        set,
        line: entry.line,
        confidence: entry.confidence.unwrap_or(0.9),
        matches: entry.matches,
        silent: entry.silent,
    })
}
