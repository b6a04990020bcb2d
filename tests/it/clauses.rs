//! Who does what to whom, whether and when, in clauses that parsers get wrong: the table `clauses.tsv`.

use super::article::read;
use newsgraph::pipeline::Engine;

const PUBLISHED: Option<&str> = Some("2025-03-05");

#[test]
fn events_of_difficult_clauses() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut wrong = Vec::new();
    let table = include_str!("clauses.tsv").lines();
    let rows: Vec<&str> = table.filter(|l| !l.starts_with('#')).collect();
    for row in &rows {
        let mut fields = row.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (lang, text, expected) = (field(), field(), field());
        let told: Vec<String> = read(&engine, lang, text, PUBLISHED)
            .events
            .iter()
            .map(|e| {
                let (actors, recipients) = (e.actors.join(" "), e.recipients.join(" "));
                let date = e.date.as_deref().unwrap_or("-");
                let status = e.status.word();
                format!("{} {actors} > {recipients} {status} {date}", e.event_type)
            })
            .collect();
        let told = told.join(" | ");
        if told != expected {
            wrong.push(format!(
                "{text}\n   told     {told}\n   expected {expected}"
            ));
        }
    }
    assert!(rows.len() > 100, "the table has {} rows", rows.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
