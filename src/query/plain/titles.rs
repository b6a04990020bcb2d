//! Names with a title in front: "President Xi" is Xi.
//!
//! In: a statement and where its name begins. Out: the statement with the bare name. Invariant: nothing is left out but titles and what stands
//! beside them. Does not: look at questions.

use crate::base::analysis::EntityClass;
use crate::graph::Graph;
use crate::query::parse::KnownNames;
use crate::query::vocabulary::Vocabulary;

/// Most words of a name with its titles.
const LONGEST_TITLED: usize = 8;

/// Returns a statement whose name lost its title and what stands around it: "President Xi" is Xi. The name begins at `start`.
pub(super) fn without_title(
    text: &str,
    start: usize,
    vocabulary: &Vocabulary,
    graph: &Graph,
) -> Option<String> {
    let rest = text.get(start..)?;
    let words: Vec<&str> = rest.split_whitespace().take(LONGEST_TITLED).collect();
    let end = |word: &str| word.as_ptr() as usize + word.len() - text.as_ptr() as usize;
    let mut from = 0;
    while from < words.len() {
        let named = (from + 1..=words.len()).rev().find(|to| {
            let name = words.get(from..*to).map(|w| w.join(" "));
            from > 0 && name.is_some_and(|n| graph.is_name(&n))
        });
        if let Some(to) = named {
            let name = words.get(from..to)?.join(" ");
            let behind = text.get(end(words.get(to - 1)?)..)?;
            return Some(format!("{}{name}{behind}", text.get(..start)?));
        }
        let title = vocabulary.words.title_end(&words, from);
        // "US President X": whom the title is held of stands in front of it, and is no person.
        let holder = (1..=2).find(|n| {
            let of = words.get(from..from + n).map(|w| w.join(" "));
            of.is_some_and(|w| !is_person(graph, &w))
                && vocabulary.words.title_end(&words, from + n).is_some()
        });
        from = title.or(holder.map(|n| from + n))?;
    }
    None
}

fn is_person(graph: &Graph, words: &str) -> bool {
    let hits = graph.find_exact(words);
    hits.iter()
        .any(|h| graph.entity(h.entity).class == EntityClass::Person)
}
