//! `save`: keeps the last statement as a saved query.

use crate::query::Problem;
use crate::query::ast::{Statement, Value, Verb};
use crate::query::lexer::{Kind, lex, unquote};
use crate::query::names::Variables;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "save",
    aliases: &[],
    group: "files",
    usage: "save [last] as NAME [: \"what it is\"]",
    summary: "keeps the last statement as a saved query",
    about: "Writes queries/NAME.ngq; quoted names and variables become parameters. An existing file is left as it is.",
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
    let file = format!("queries/{}.ngq", name.value);
    if std::path::Path::new(&file).exists() {
        return Err(Problem::new(
            format!("{file} exists and is left as it is; take another name"),
            name.span,
        ));
    }
    let (text, header) = parameters(&session.last_text, &session.variables);
    let about = about.clone().unwrap_or_else(|| session.last_text.clone());
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

/// Turns quoted names into parameters `$a`, `$b`, … and declares the variables that the text uses already, with their values.
fn parameters(text: &str, variables: &Variables) -> (String, String) {
    let mut out = String::new();
    let mut header = String::new();
    let mut at = 0;
    let tokens = lex(text);
    let mut used: Vec<String> = tokens
        .iter()
        .filter(|t| t.kind == Kind::Variable)
        .map(|t| t.span.of(text).trim_start_matches('$').to_lowercase())
        .collect();
    used.sort();
    used.dedup();
    for name in &used {
        let kind = match variables.get(name) {
            Some(Value::Date(_)) => "date",
            Some(Value::Number(_)) => "number",
            _ => "entity",
        };
        let value = variables
            .get(name)
            .map_or_else(String::new, |v| format!(" = {}", super::value_text(v)));
        header.push_str(&format!("//@ param {name}: {kind}{value}\n"));
    }
    let mut letters = ('a'..='z').map(String::from).filter(|l| !used.contains(l));
    for token in tokens.iter().filter(|t| t.kind == Kind::Quoted(true)) {
        let Some(name) = letters.next() else {
            break;
        };
        out.push_str(text.get(at..token.span.start as usize).unwrap_or(""));
        out.push_str(&format!("${name}"));
        header.push_str(&format!(
            "//@ param {name}: entity = \"{}\"\n",
            unquote(token.span.of(text))
        ));
        at = token.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    (out, header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_names_and_variables_become_parameters() {
        let variables = Variables::from([("a".to_owned(), Value::Text("Anna Berg".to_owned()))]);
        let (text, header) = parameters("between $a and \"Ola Dahl\"", &variables);
        assert_eq!(text, "between $a and $b");
        assert_eq!(
            header,
            "//@ param a: entity = \"Anna Berg\"\n//@ param b: entity = \"Ola Dahl\"\n"
        );
        assert!(crate::shell::saved::Saved::parse("x", &format!("{header}{text}")).is_ok());
    }
}
