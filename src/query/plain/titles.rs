//! Names with a title in front: "President Xi" is Xi.
//!
//! In: a statement and where its name begins. Out: the statement with the bare name. Invariant: nothing is left out but titles, and the known actor
//! in front of one whose title it is. Does not: look at questions.

use crate::base::analysis::EntityClass;
use crate::graph::{EntityId, Graph};
use crate::query::parse::KnownNames;
use crate::query::vocabulary::Vocabulary;

/// Most words of a name with its titles.
const LONGEST_TITLED: usize = 8;
/// Most words of whom a title is held of.
const LONGEST_HOLDER: usize = 3;

/// Returns a statement whose name lost its title and what stands around it: "President Xi" is Xi. The name begins at `start`.
pub(super) fn without_title(
    text: &str,
    start: usize,
    vocabulary: &Vocabulary,
    graph: &Graph,
) -> Option<String> {
    let rest = text.get(start..)?.trim_end_matches(['?', '!']);
    let words: Vec<&str> = rest.split_whitespace().take(LONGEST_TITLED).collect();
    let end = |word: &str| word.as_ptr() as usize + word.len() - text.as_ptr() as usize;
    let mut from = 0;
    let mut holders: Vec<String> = Vec::new();
    while from < words.len() {
        let named = (from + 1..=words.len()).rev().find(|to| {
            let name = words.get(from..*to).map(|w| w.join(" "));
            from > 0 && name.is_some_and(|n| graph.is_name(&n))
        });
        // "US President X": the name in front of a title is whose it is.
        if let Some(title) = behind_holder(&words, from, vocabulary, graph) {
            holders.push(words.get(from..title)?.join(" "));
            from = vocabulary.words.title_noun_end(&words, title)?;
        } else if let Some(to) = named {
            let name = words.get(from..to)?.join(" ");
            if holders
                .iter()
                .any(|h| is_foreign(graph, vocabulary, h, &name))
            {
                return None;
            }
            let behind = text.get(end(words.get(to - 1)?)..)?;
            return Some(format!("{}{name}{behind}", text.get(..start)?));
        } else {
            from = vocabulary.words.title_end(&words, from)?;
        }
    }
    None
}

/// Finds where the title begins that is held of the known actor at a word, who is no person.
pub(super) fn behind_holder(
    words: &[&str],
    from: usize,
    vocabulary: &Vocabulary,
    graph: &Graph,
) -> Option<usize> {
    let ends = (from + 1..=from + LONGEST_HOLDER).rev();
    ends.into_iter().find(|to| {
        let of = words.get(from..*to).map(|w| w.join(" "));
        let held = vocabulary.words.title_noun_end(words, *to).is_some();
        held && of.is_some_and(|w| is_body(graph, vocabulary, &w))
    })
}

/// Tells whether words are the whole name of something that is no person, a genitive ending left out.
fn is_body(graph: &Graph, vocabulary: &Vocabulary, words: &str) -> bool {
    let person = |e| graph.entity(e).class == EntityClass::Person;
    let body =
        |w: &str| graph.is_whole_name(w) && !graph.find_exact(w).iter().any(|h| person(h.entity));
    body(words)
        || super::line::genitive(words).is_some_and(body)
        || !vocabulary.words.countries(words).is_empty()
}

/// The country or organisation that words name: by a name, a genitive or an adjective.
pub(super) fn body(graph: &Graph, vocabulary: &Vocabulary, words: &str) -> Option<EntityId> {
    super::offices::named_body(graph, words).or_else(|| {
        let countries = vocabulary.words.countries(words);
        countries.iter().find_map(|id| graph.entity_by_key(id))
    })
}

/// Tells whether a name is a person's of another country than the one in front of the title.
pub(super) fn is_foreign(graph: &Graph, vocabulary: &Vocabulary, holder: &str, name: &str) -> bool {
    let mut of = vocabulary.words.country_codes(holder);
    let body = body(graph, vocabulary, holder);
    of.extend(
        body.and_then(|b| graph.entity(b).country)
            .map(str::to_owned),
    );
    let hits = graph.find_exact(name);
    let own = hits.iter().filter_map(|h| graph.entity(h.entity).country);
    let own: Vec<String> = own.map(str::to_owned).collect();
    !of.is_empty() && !own.is_empty() && !own.iter().any(|c| of.contains(c))
}
