//! The events and actors behind an answer in RON, for people and programs that read Rust's notation.

use super::Context;
use super::json::{FoldedEvent, folded};
use super::network::parties;
use crate::query::Answer;
use serde::Serialize;

#[derive(Serialize)]
struct Extract {
    actors: Vec<Actor>,
    events: Vec<FoldedEvent>,
}

#[derive(Serialize)]
struct Actor {
    id: String,
    name: String,
    kind: &'static str,
    country: Option<String>,
}

/// Writes RON.
pub fn ron(answer: &Answer, context: &Context<'_>) -> String {
    let list = answer.all_events();
    let actor = |e| {
        let view = context.graph.entity(e);
        Actor {
            id: view.key.to_owned(),
            name: view.name.to_owned(),
            kind: crate::query::names::class_word(view.class),
            country: view.country.map(str::to_owned),
        }
    };
    let extract = Extract {
        actors: parties(&list, context, true)
            .into_iter()
            .map(actor)
            .collect(),
        events: list.iter().map(|e| folded(context.graph, *e)).collect(),
    };
    let mut text = ::ron::ser::to_string_pretty(&extract, ::ron::ser::PrettyConfig::default())
        .unwrap_or_default();
    text.push('\n');
    text
}
