//! Graphviz pictures: arrows point as events did, colours are those of the legend, large graphs are cut down and say so.

use crate::transcripts::corpus;
use newsgraph::shell::session::Session;
use std::collections::BTreeSet;

fn picture(session: &mut Session, question: &str) -> String {
    let reply = session.execute(&format!("{question} as dot"));
    reply.unwrap_or_else(|e| panic!("{question}: {e}")).text
}

/// The lines of edges between actors, with their ends.
fn edges(dot: &str) -> Vec<(&str, &str, &str)> {
    dot.lines()
        .filter(|l| l.contains("label=") && l.contains(" -> "))
        .filter_map(|l| {
            let (ends, rest) = l.trim().split_once(" [")?;
            let (from, to) = ends.split_once(" -> ")?;
            Some((from.trim_matches('"'), to.trim_matches('"'), rest))
        })
        .collect()
}

#[test]
fn arrows_of_a_path_point_as_the_events_did() {
    let mut session = corpus();
    for question in ["path Blinken to Putin", "path Putin to Blinken"] {
        let dot = picture(&mut session, question);
        let answer = session.last.clone().unwrap_or_else(|| panic!("no answer"));
        let drawn: BTreeSet<(String, String)> = edges(&dot)
            .iter()
            .map(|e| (e.0.to_owned(), e.1.to_owned()))
            .collect();
        let graph = &session.graph;
        for leg in answer.rows.iter().flat_map(|r| &r.legs) {
            let view = graph.event(leg.event);
            let key = |e| graph.entity(e).key.to_owned();
            let (from, to) = (key(leg.from), key(leg.to));
            let as_it_was = view.symmetric || view.recipients.is_empty();
            let forward = view.actors.contains(&leg.from);
            let wanted = if forward {
                (from.clone(), to.clone())
            } else {
                (to.clone(), from.clone())
            };
            let either =
                drawn.contains(&(from, to.clone())) || drawn.contains(&(to, key(leg.from)));
            assert!(
                drawn.contains(&wanted) || as_it_was && either,
                "{question}: {wanted:?} in {drawn:?}"
            );
        }
    }
}

#[test]
fn every_line_has_a_colour_of_the_legend() {
    let mut session = corpus();
    for question in ["timeline Putin and Aliyev", "events", "top 5 pairs"] {
        let dot = picture(&mut session, question);
        let (drawn, legend) = dot.split_once("cluster_legend").unwrap_or((&dot, ""));
        let colours = drawn
            .lines()
            .filter(|l| l.contains(" -> ") && !l.contains("invis"))
            .filter_map(|l| l.split("color=\"").nth(1)?.split('"').next());
        let colours: BTreeSet<&str> = colours.collect();
        assert!(!colours.is_empty(), "{question}");
        for colour in colours {
            assert!(legend.contains(colour), "{question}: {colour}");
        }
    }
}

#[test]
fn two_have_one_line_for_each_direction_and_colour() {
    let mut session = corpus();
    let dot = picture(&mut session, "neighbors Putin");
    let list = edges(&dot);
    let mut seen = BTreeSet::new();
    for (from, to, rest) in &list {
        let kind = rest.split("color=").nth(1).unwrap_or("");
        let kind = kind.split(',').next().unwrap_or("");
        let style = (rest.contains("dir=both"), rest.contains("dashed"));
        assert!(
            seen.insert((from, to, kind.to_owned(), style)),
            "{from} {to}"
        );
    }
    assert!(
        list.iter().any(|e| e.2.contains("\\n")),
        "what two did several times stands in lines"
    );
    assert!(
        !dot.contains("cluster_AZE"),
        "no box runs through the lines"
    );
}

#[test]
fn a_ranking_of_pairs_draws_those_pairs_alone() {
    let mut session = corpus();
    let dot = picture(&mut session, "top 3 pairs");
    let pairs: BTreeSet<(&str, &str)> = edges(&dot)
        .iter()
        .map(|(a, b, _)| if a < b { (*a, *b) } else { (*b, *a) })
        .collect();
    assert!((1..=3).contains(&pairs.len()), "{pairs:?}");
}

#[test]
fn a_large_graph_is_drawn_in_part_and_says_so() {
    let mut session = corpus();
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole.dot");
    let reply = session
        .execute(&format!("export dot to {}", file.display()))
        .unwrap_or_else(|e| panic!("{e}"));
    let said = reply.remarks.join("\n");
    assert!(said.contains("busiest of"), "{said}");
    let dot = std::fs::read_to_string(&file).unwrap_or_default();
    let actors = dot
        .lines()
        .filter(|l| l.contains("shape=") && !l.contains("plaintext"));
    assert!(actors.count() <= 24);
    let few = session
        .execute(&format!(
            "export dot of neighbors Putin to {}",
            file.display()
        ))
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(!few.remarks.iter().any(|r| r.contains("busiest")));
}
