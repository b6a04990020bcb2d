//! `same`: judges that two actors are one.

use crate::graph::EntityId;
use crate::query::Problem;
use crate::query::ast::{EntityList, Reference, Statement, Subject, Verb};
use crate::query::names::Resolver;
use crate::shell::command::Command;
use crate::shell::judging::{Pending, bearer, preview};
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "same",
    aliases: &["merge"],
    group: "judgements",
    usage: "same NAME and NAME | #N",
    summary: "judges that two actors are one",
    about: "Shows first what would become of both, and which name stays; `yes` keeps it, `no` drops it. #N is a row of `candidates`. A judgement that contradicts earlier ones is refused with the chain of them. Kept in `decisions.ron` beside the graph, or in the folder of the articles that are asked, or in the file of --decisions, and replayed at every build.",
    examples: &[],
    run: Some(run),
};

/// Shows what a judgement would do and waits for `yes`.
pub fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Judge(same, subject) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let problem = |m: String| Problem::new(m, statement.query.span);
    let (a, b) = match subject {
        Subject::Reference(row) => {
            of_row(session, &row.value).map_err(|m| Problem::new(m, row.span))?
        }
        Subject::Entities(list) => names(session, list, *same, text)?,
    };
    let judge = session
        .judge
        .as_mut()
        .ok_or_else(|| super::no_judge(statement.query.span))?;
    let graph = judge
        .propose(&session.graph, &a, &b, *same)
        .map_err(problem)?;
    let mut bearers: Vec<EntityId> = Vec::new();
    for entity in [&a, &b]
        .into_iter()
        .filter_map(|n| bearer(&session.graph, n))
    {
        if !bearers.contains(&entity) {
            bearers.push(entity);
        }
    }
    let shown = preview(&session.graph, &graph, &bearers);
    session.pending = Some(Pending { graph });
    Ok(Reply {
        text: shown,
        notes: vec!["`yes` keeps this judgement, `no` or any other statement drops it".to_owned()],
        ..Reply::default()
    })
}

/// The two names of a row of `candidates`.
fn of_row(session: &Session, reference: &Reference) -> Result<(String, String), String> {
    let Reference::Row(n) = reference else {
        return Err("an event is no actor; judge two names, or a row of `candidates`".to_owned());
    };
    let row = session
        .last
        .as_ref()
        .filter(|l| l.verb == "candidates")
        .and_then(|l| l.rows.get(n.checked_sub(1)?));
    let names: Vec<String> = row
        .iter()
        .flat_map(|r| r.cells.iter().take(2))
        .map(|c| super::cell_text(&session.graph, c))
        .collect();
    match names.as_slice() {
        [a, b] => Ok((a.clone(), b.clone())),
        _ => Err(format!(
            "there is no row {n} of `candidates`; ask that first"
        )),
    }
}

/// The two names as decisions write them: canonical where they mean two actors, as typed where a wrong merge is to be parted.
fn names(
    session: &Session,
    list: &EntityList,
    same: bool,
    text: &str,
) -> Result<(String, String), Problem> {
    let resolver = Resolver::new(&session.graph, &session.variables, text);
    if let ([a, b], false) = (list.parts.as_slice(), same)
        && let (Ok(x), Ok(y)) = (resolver.entity(a), resolver.entity(b))
        && x.entity == y.entity
    {
        return Ok((x.typed, y.typed));
    }
    let picks = resolver.list(list, 2)?;
    let span = list.parts.first().map_or_else(Default::default, |p| p.span);
    match picks.as_slice() {
        [a, b] => {
            let name = |e: EntityId| session.graph.name(e).to_owned();
            Ok((name(a.entity), name(b.entity)))
        }
        _ => Err(Problem::new("judge two actors at a time", span)),
    }
}
