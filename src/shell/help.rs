//! `help`: the overview and its topics. Commands are read off their table; clauses, dates, names and formats are described here.

use super::command::{COMMANDS, Command, named};
use super::render::style::{Ink, Style};
use super::render::{VIEWS, width::pad};
use crate::export::FORMATS;
use std::fmt::Write as _;

/// One group of clauses: title, forms with their meaning.
pub const CLAUSES: [(&str, &[(&str, &str)]); 5] = [
    (
        "time of the event",
        &[
            (
                "since D · after D · until D · before D",
                "from or up to a date",
            ),
            (
                "in D · on D · in D..D · from D to D",
                "inside a date or stretch",
            ),
            ("last N days|weeks|months|years", "counted back from today"),
            (
                "last|this week|month|year",
                "of the calendar: in 2026 `last year` is 2025",
            ),
            ("around D ± N days", "near a date"),
            (
                "certain dates · possible dates",
                "wholly inside, or overlapping (usual)",
            ),
        ],
    ),
    (
        "time of reporting",
        &[(
            "as of D",
            "only what had been reported by then; also in front of a command",
        )],
    ),
    (
        "what happened, and who says so",
        &[
            (
                "type T,… · only T,… · without T,…",
                "event types or modes of `show types`",
            ),
            (
                "in PLACE · at PLACE · not in PLACE",
                "where; a country includes its places",
            ),
            (
                "not with NAME",
                "leaves out the events that somebody takes part in",
            ),
            (
                "mentioning WORD,…",
                "a sentence of the event has the word, in whatever form",
            ),
            (
                "reported by NAME · from source NAME · lang sv",
                "who says so, which publisher, which language",
            ),
            (
                "reported or said by NAME",
                "what is told on somebody's word, and what they praised, criticised, demanded, promised themselves",
            ),
            ("conf >= 0.8", "how sure the reading is"),
            (
                "status happened|planned|denied|hypothetical,… · status any",
                "did it take place? Counts speak of what happened unless this says otherwise",
            ),
            (
                "happened · not planned · historical · not historical",
                "the same without `status`; historical is long before its report, or told as background",
            ),
            (
                "undated · not undated",
                "what has no date, which no window of time admits; what has one",
            ),
        ],
    ),
    (
        "ways through the graph",
        &[
            ("within N hops", "how far"),
            ("via NAME,… · avoiding NAME,…", "through or around somebody"),
            (
                "in order [gap <= N days] · strict",
                "dates must not run back, or must grow",
            ),
            (
                "earliest · latest · fastest · shortest",
                "the best by arrival, departure, length in days or hops",
            ),
        ],
    ),
    (
        "the answer",
        &[
            (
                "sort by COLUMN [asc|desc] · limit N",
                "order and number of rows",
            ),
            ("as FORMAT", "a view or format, see `help formats`"),
            (
                "> FILE · >> FILE · | COMMAND",
                "into a file, behind a file, through a program",
            ),
        ],
    ),
];

const DATES: &str = "2023 · 2023-09 · 2023-09-21 · 21.9.2023 · 21 September 2023 · september 2023 · 2023-Q3 · autumn 2025 · 2021-2024 · 2023/09/21 · 21st of September 2023 · 1-15 May 2024 · 8 August (the latest) · today · yesterday · 3 months ago · March (the latest) · this year · last month · $name\nMonths are read in every language of the program. Events have an interval and a precision; a window admits what may lie in it unless `certain dates` is asked for.\nUndated events are shown as undated and lie in no window. `from May to June 2024` says the year once; a stretch that ends before it begins is refused.\n";
const NAMES: &str = "Any spelling, case or word of a name will do: Alijev, Alijew, Əliyev, Aliyev. The answer says whom it took and who else it could be.\nAmong equals the one with most events wins. \"Quotes\" take a name whole (news quotes „…“ ”…” »…« too), person: org: country: place: narrow it down,\n@id names exactly one (`show NAME` prints it; Wikidata ids work as well), $x stands for what `let $x = …` said.\n";

const BEFORE: &str = "explain QUESTION shows how a question will be answered, and does not answer it.\nprofile QUESTION answers it and says how long that took.\n";
const PLAIN: &str = "Questions in plain words are read where there is one way to read them, and the answer says in words what was asked, with the statement for it:\nWho met Putin? · When did Putin meet Aliyev? · What did Aliyev do since 2023? · What happened in Baku? · How often did Putin phone Aliyev? · meetings of Putin · Who will visit Baku? · Who talked to Putin last month? · When did Putin last meet Aliyev? · Who is the president of Russia? · Who freed prisoners?\nA word asks for all that it means: `met` for meetings, visits, receptions and talks. The line `searched` says what was looked for and what was not.\nA plain noun (`prisoners`) is sought in the sentences, a verb that tells of no event is not understood; an office is whom the articles name in it. What was not done cannot be asked for.\nSwedish and German words do as well, and so do pairs as they are typed: Putin-Aliyev, Putin och Aliyev, Putin & Aliyev, Putin Aliyev. Otherwise the nearest statement is offered.\nClauses alone belong to the last question: `since 2024`, `2024`, `sort by date desc`, `as table`; so do `and Trump?`, `and Trump in 2025?`, `when?`, `where?`, `how often?`, `who said so?`.\n`Who else met Putin?` leaves out whom it named, `who else?` after a question about two asks for the others; `but not Aliyev`, `not in Baku` leave out, `Putin or Aliyev` takes either.\n`list actors`, `list all persons`, `how many articles`, `most active persons in 2024`, `which articles mention Putin?`, `undated events` list what there is.\n";

/// Returns the topics of help.
pub fn topics() -> Vec<&'static str> {
    COMMANDS
        .iter()
        .map(|c| c.name)
        .chain([
            "clauses",
            "dates",
            "names",
            "formats",
            "questions",
            "explain",
        ])
        .collect()
}

/// Renders the overview.
pub fn overview(style: Style) -> String {
    let mut out = String::new();
    for group in ["questions", "judgements", "files", "session"] {
        let _ = writeln!(out, "{}", style.paint(Ink::Bold, group));
        for command in COMMANDS.iter().filter(|c| c.group == group) {
            let name = if command.name == "pair" {
                "A–B …"
            } else {
                command.name
            };
            let _ = writeln!(
                out,
                "  {}  {}",
                style.paint(Ink::Keyword, &pad(name, 11, false)),
                command.summary
            );
        }
    }
    out.push_str("\n`help COMMAND` shows its form and examples; also `help questions`, `help clauses`, `help dates`, `help names`, `help formats`.\nTab completes, Ctrl-R searches the history, Ctrl-C stops a running question, Ctrl-D leaves.\n");
    out
}

/// Renders one topic.
pub fn topic(word: &str, style: Style) -> Option<String> {
    match word {
        "clauses" | "clause" => Some(clauses(style)),
        "dates" | "date" | "time" => Some(DATES.to_owned()),
        "names" | "name" => Some(NAMES.to_owned()),
        "formats" | "format" => Some(formats(style)),
        "explain" | "profile" => Some(BEFORE.to_owned()),
        "exit" => named("quit").map(|c| command(c, style)),
        "questions" | "plain" => Some(PLAIN.to_owned()),
        _ => named(word).map(|c| command(c, style)),
    }
}

fn command(c: &Command, style: Style) -> String {
    let mut out = format!(
        "{}\n    {}\n\n{}: {}\n",
        style.paint(Ink::Bold, "form"),
        c.usage,
        c.name,
        c.summary
    );
    let _ = writeln!(out, "{}", c.about);
    if !c.aliases.is_empty() {
        let _ = writeln!(out, "also: {}", c.aliases.join(", "));
    }
    if !c.examples.is_empty() {
        let _ = writeln!(out, "\n{}", style.paint(Ink::Bold, "examples"));
        for example in c.examples {
            let _ = writeln!(out, "    {example}");
        }
    }
    if c.usage.contains("CLAUSE") {
        out.push_str("\nCLAUSE: see `help clauses`.\n");
    }
    out
}

fn clauses(style: Style) -> String {
    let mut out = String::new();
    for (title, forms) in CLAUSES {
        let _ = writeln!(out, "{}", style.paint(Ink::Bold, title));
        for (form, meaning) in forms {
            let _ = writeln!(
                out,
                "  {}  {meaning}",
                style.paint(Ink::Keyword, &pad(form, 48, false))
            );
        }
    }
    out
}

fn formats(style: Style) -> String {
    let mut out = String::new();
    for (name, about, _) in VIEWS {
        let _ = writeln!(
            out,
            "  {}  {about}",
            style.paint(Ink::Keyword, &pad(name, 12, false))
        );
    }
    for format in &FORMATS {
        let _ = writeln!(
            out,
            "  {}  {}",
            style.paint(Ink::Keyword, &pad(format.name, 12, false)),
            format.about
        );
    }
    out
}

/// Writes docs/SHELL.md: the reference, made of the tables.
pub fn reference() -> String {
    let mut out = String::from(
        "# The shell, command by command\n\nMade from the table of commands; a test keeps it so. A first walk is in [tour.md](tour.md).\n",
    );
    for group in ["questions", "judgements", "files", "session"] {
        let _ = write!(out, "\n## {group}\n");
        for c in COMMANDS.iter().filter(|c| c.group == group) {
            let _ = write!(
                out,
                "\n### {}\n\n    {}\n\n{}. {}\n",
                c.name,
                c.usage,
                capital(c.summary),
                c.about
            );
            if !c.examples.is_empty() {
                let _ = write!(out, "\n```\n{}\n```\n", c.examples.join("\n"));
            }
        }
    }
    let _ = write!(out, "\n## plain questions\n\n{PLAIN}");
    out.push_str("\n## clauses\n");
    for (title, forms) in CLAUSES {
        let _ = write!(out, "\n**{title}**\n\n");
        for (form, meaning) in forms {
            let _ = writeln!(out, "- `{form}`: {meaning}");
        }
    }
    let _ = write!(
        out,
        "\n## dates\n\n{DATES}\n## names\n\n{NAMES}\n## formats\n\n"
    );
    for (name, about, _) in VIEWS {
        let _ = writeln!(out, "- `{name}`: {about}");
    }
    for format in &FORMATS {
        let _ = writeln!(out, "- `{}`: {}", format.name, format.about);
    }
    out.push_str("\n## settings\n\n");
    for s in &super::settings::SETTINGS {
        let _ = writeln!(out, "- `{}` ({}): {}", s.name, s.values.join(", "), s.about);
    }
    out
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
