//! `save`: keeps the last statement as a saved query.

use crate::query::Problem;
use crate::query::ast::{Statement, Verb};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "save",
    aliases: &[],
    group: "files",
    usage: "save [last] as NAME [: \"what it is\"]",
    summary: "keeps the last statement as a saved query",
    about: "Writes queries/NAME.ngq; quoted names become parameters.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    let Verb::Save(name, about) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    if session.last_text.is_empty() {
        return Err(Problem::new(
            "there is no statement yet to save; ask first",
            statement.query.span,
        ));
    }
    let (text, header) = parameters(&session.last_text);
    let about = about.clone().unwrap_or_else(|| session.last_text.clone());
    let file = format!("queries/{}.ngq", name.value);
    let content = format!(
        "//@ name: {}\n//@ about: {about}\n{header}{text}\n",
        name.value
    );
    session
        .make_folder("queries")
        .map_err(|m| Problem::new(m, name.span))?;
    session
        .write(&file, content.as_bytes(), false)
        .map_err(|m| Problem::new(m, name.span))?;
    Ok(Reply {
        remarks: vec![format!("wrote {file}; `run {}` runs it", name.value)],
        ..Reply::default()
    })
}

/// Turns quoted names into parameters `$a`, `$b`, …
fn parameters(text: &str) -> (String, String) {
    let mut out = String::new();
    let mut header = String::new();
    let mut at = 0;
    let mut letter = b'a';
    for token in crate::query::lexer::lex(text) {
        if token.kind != crate::query::lexer::Kind::Quoted(true) || letter > b'z' {
            continue;
        }
        let name = char::from(letter);
        letter += 1;
        out.push_str(text.get(at..token.span.start as usize).unwrap_or(""));
        out.push_str(&format!("${name}"));
        header.push_str(&format!(
            "//@ param {name}: entity = \"{}\"\n",
            crate::query::lexer::unquote(token.span.of(text))
        ));
        at = token.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    (out, header)
}
