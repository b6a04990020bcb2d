//! "X, der Y besuchte, …" with the relative pronoun taken for the article of Y.
//!
//! In: a tree of a language whose relative clauses end in their verb. Out: the same tree, in which the pronoun and the names behind it are what the clause
//! needs. Invariants and limits as in [`super`]. Does not: touch clauses whose first name has an article of its own ("…, der Iran schwieg").

use super::{attach, is_nominal, under};
use crate::base::analysis::{Tree, Upos};
use crate::base::letters::small;
use crate::extract::syntax::words::SyntaxWords;

/// A relative clause between its pronoun and its last word.
struct Relative {
    pronoun: usize,
    verb: usize,
    last: usize,
    /// The noun that the pronoun takes up.
    noun: usize,
    /// Phrases without a preposition, by their first word.
    bare: Vec<usize>,
}

/// Mends the clause that opens at a token.
pub(super) fn relative(tree: &mut Tree, pronoun: usize, tokens: &[&str], words: &SyntaxWords) {
    let Some(found) = find(tree, pronoun, tokens, words) else {
        return;
    };
    let Relative {
        verb, noun, last, ..
    } = found;
    let inside = pronoun..=last;
    let above = tree.nodes[verb].head;
    let main = above.is_none().then(|| main_verb(tree, &found)).flatten();
    if above.is_none() && main.is_none() {
        return;
    }
    let outer = main.or(above);
    for k in 0..tree.nodes.len() {
        let head = tree.nodes[k].head;
        if inside.contains(&k) {
            if k != verb && head.is_none_or(|h| !inside.contains(&h)) {
                tree.nodes[k].head = Some(verb);
            }
        } else if head.is_some_and(|h| inside.contains(&h)) {
            let to = outer.filter(|&o| o != k && !inside.contains(&o));
            tree.nodes[k].head = to.or(Some(noun)).filter(|&t| t != k);
        }
    }
    if let Some(main) = main {
        tree.nodes[main].head = None;
        tree.nodes[main].deprel = "root".into();
    }
    attach(tree, verb, noun, "acl:relcl");
    roles(tree, &found, tokens, words);
}

/// The pronoun is the subject unless its noun or the verb say otherwise; the last bare phrase is the object, one before it the one addressed.
fn roles(tree: &mut Tree, found: &Relative, tokens: &[&str], words: &SyntaxWords) {
    let Relative {
        pronoun,
        verb,
        noun,
        last,
        ..
    } = *found;
    let lower = |k: usize| small(tokens[k]);
    // "die Raketen, die Israel abschoss": a noun of the plural is no subject of a verb in the singular.
    let plural_verb =
        words.has_plural_ending(&lower(last)) || words.plural_marks.contains(&lower(last));
    let one = words.is_feminine(tokens[noun])
        || tree.nodes[noun].upos == Upos::Propn
        || words.singular_relatives.contains(&lower(pronoun));
    let subject = one || plural_verb;
    tree.nodes[pronoun].upos = Upos::Pron;
    attach(tree, pronoun, verb, if subject { "nsubj" } else { "obj" });
    for (k, &phrase) in found.bare.iter().enumerate() {
        let role = match (subject, k + 1 == found.bare.len()) {
            (false, _) if k == 0 => "nsubj",
            (_, true) => "obj",
            (_, false) => "iobj",
        };
        attach(tree, phrase, verb, role);
    }
}

fn find(tree: &Tree, pronoun: usize, tokens: &[&str], words: &SyntaxWords) -> Option<Relative> {
    let nodes = &tree.nodes;
    if !words.verb_final || pronoun < 2 || tokens[pronoun - 1] != "," {
        return None;
    }
    let form = small(tokens[pronoun]);
    let opens = words.relatives.contains(&form) && !words.oblique_articles.contains(&form);
    // "nahm X fest, der …", "hat X getroffen, der …"
    let closes = |k: usize| nodes[k].upos == Upos::Verb || nodes[k].deprel == "compound:prt";
    let before = pronoun.checked_sub(2).filter(|_| opens)?;
    let before = if closes(before) {
        before.checked_sub(1)?
    } else {
        before
    };
    let mut noun = is_nominal(&nodes[before]).then_some(before)?;
    while let Some(head) = nodes[noun]
        .head
        .filter(|&h| h < noun && nodes[noun].deprel == "flat")
    {
        noun = head;
    }
    if words.is_oblique(&form, tokens[noun]) {
        return None;
    }
    let end = (pronoun + 1..nodes.len()).find(|&k| nodes[k].upos == Upos::Punct)?;
    let last = end.checked_sub(1).filter(|&l| l > pronoun + 1)?;
    let helped = || nodes[last].head.filter(|&v| pronoun < v && v < last);
    let verb = match nodes[last].upos {
        Upos::Verb => last,
        Upos::Aux => helped()?,
        _ => return None,
    };
    let finite = |k: usize| k != verb && k != last && nodes[k].tag.contains("-Fin");
    if nodes[verb].upos != Upos::Verb || (pronoun + 1..last).any(finite) {
        return None;
    }
    // "…, die nach Kiew gereist war": whatever hangs on the verb already is in its place.
    let own = |k: usize| nodes[k].head == Some(verb);
    if own(pronoun) && nodes[pronoun].deprel != "det" {
        return None;
    }
    let bare = bare_phrases(tree, pronoun + 1..verb);
    let first = *bare.first()?;
    let named = nodes[first].upos == Upos::Propn;
    let article = words.article_names.contains(&small(tokens[first]));
    // "Russland, das Waffen liefert": a relative clause has a pronoun.
    let pronouns = pronoun + 1..verb;
    let other = pronouns
        .clone()
        .any(|k| words.relatives.contains(&small(tokens[k])));
    let only = nodes[verb].deprel == "acl:relcl" && nodes[pronoun].deprel == "det" && !other;
    let lone = only && nodes[pronoun].head == Some(first) && first == pronoun + 1;
    (named && !article || lone).then_some(Relative {
        pronoun,
        verb,
        last,
        noun,
        bare,
    })
}

/// The first words of the phrases of a stretch that no preposition opens.
fn bare_phrases(tree: &Tree, stretch: std::ops::Range<usize>) -> Vec<usize> {
    let nodes = &tree.nodes;
    let from = stretch.start;
    let opened = |k: usize| {
        let case = |c: usize| nodes[c].deprel == "case" && nodes[c].head == Some(k);
        (from..k).any(case)
    };
    let mut after_preposition = false;
    let mut found = Vec::new();
    for k in stretch {
        let node = &nodes[k];
        match node.upos {
            Upos::Adp => after_preposition = true,
            Upos::Noun | Upos::Propn => {
                let part = matches!(node.deprel.as_str(), "flat" | "conj" | "appos" | "nmod")
                    && node.head.is_some_and(|h| from <= h && h < k);
                if !part && !after_preposition && !opened(k) {
                    found.push(k);
                }
                after_preposition = false;
            }
            // A time expression stands in its place as an adverb.
            Upos::Adv if opened(k) => after_preposition = false,
            _ => {}
        }
    }
    found
}

/// "…, der nach Kiew gereist war" with the participle taken for an adverb: the form before an auxiliary that ends its clause is the verb.
pub(super) fn participle(tree: &mut Tree, verb: usize, tokens: &[&str], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let auxiliary = verb + 1;
    let form = tokens[verb];
    let shape = words.participle_shapes.iter().any(|(start, end)| {
        form.len() > start.len() + end.len() + 1
            && form.ends_with(end.as_str())
            && form
                .find(start.as_str())
                .is_some_and(|at| at < form.len() / 2)
    });
    let closing = nodes.get(auxiliary).is_some_and(|n| {
        n.upos == Upos::Aux
            && words.finite_helpers.contains(&small(tokens[auxiliary]))
            && nodes
                .get(auxiliary + 1)
                .is_none_or(|p| p.upos == Upos::Punct)
    });
    let adverb = nodes[verb].upos == Upos::Adv && nodes[verb].head == Some(auxiliary);
    if !(words.verb_final && shape && closing && adverb) {
        return;
    }
    let (above, relation) = (nodes[auxiliary].head, nodes[auxiliary].deprel);
    for node in &mut tree.nodes {
        if node.head == Some(auxiliary) {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].upos = Upos::Verb;
    tree.nodes[verb].tag = "VERB-Part";
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    attach(tree, auxiliary, verb, "aux");
}

/// The verb of the sentence around a clause that the parser took for it.
fn main_verb(tree: &Tree, found: &Relative) -> Option<usize> {
    let nodes = &tree.nodes;
    let outside = |k: &usize| *k < found.pronoun || *k > found.last + 1;
    let verbs = (0..nodes.len()).filter(outside);
    let mut verbs = verbs.filter(|&k| nodes[k].upos == Upos::Verb || nodes[k].tag.contains("-Fin"));
    verbs.find(|&k| under(tree, k, found.verb) && k != found.noun)
}
