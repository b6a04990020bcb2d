//! What stands between commas behind the subject: "The president, elected last year, accused X" with the year as the sentence.
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which the noun before the first comma is the subject of the finite verb behind the second
//! and the participle describes the noun. Invariants and limits as in [`super`].

use super::{attach, is_nominal, make_predicate, name_head, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Longest phrase between the commas, in tokens.
const LONGEST: usize = 12;

/// The parts of such a sentence, as tokens.
struct Parts {
    noun: usize,
    comma: usize,
    verb: usize,
}

/// Mends the clause around a participle right behind a comma.
pub(super) fn mend(tree: &mut Tree, participle: usize, lower: &[String], words: &SyntaxWords) {
    let Some(parts) = parts(tree, participle, lower, words) else {
        return;
    };
    let nodes = &tree.nodes;
    let Parts { noun, comma, verb } = parts;
    let region = noun..comma;
    let taken = own(nodes, verb, "nsubj").is_some_and(|s| !region.contains(&s));
    if taken || nodes[noun].head == Some(verb) && nodes[noun].relation() == "nsubj" {
        return;
    }
    let inside = |h: Option<usize>| h.is_some_and(|h| region.contains(&h));
    let top = region
        .clone()
        .find(|&k| !inside(nodes[k].head) && nodes[k].head != Some(verb));
    let above = top.map(|k| (nodes[k].head, nodes[k].deprel));
    // The clause is whole only if nothing outside it lies between.
    let Some((above, relation)) = above.filter(|_| inside(nodes[verb].head)) else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > comma && inside(node.head);
        if behind && k != verb {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    for k in participle + 1..comma {
        let head = tree.nodes[k].head;
        if head.is_none_or(|h| h <= participle || h >= comma) {
            let relation = if is_nominal(&tree.nodes[k]) {
                "obl"
            } else {
                "advmod"
            };
            attach(tree, k, participle, relation);
        }
    }
    attach(tree, participle, noun, "acl");
    attach(tree, noun, verb, "nsubj");
}

fn parts(tree: &Tree, participle: usize, lower: &[String], words: &SyntaxWords) -> Option<Parts> {
    let nodes = &tree.nodes;
    let comma_at = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let opens = participle > 1 && comma_at(participle - 1);
    if !opens || !is_participle(&nodes[participle], &lower[participle], words) {
        return None;
    }
    let helped = nodes
        .iter()
        .any(|n| n.head == Some(participle) && n.upos == Upos::Aux);
    let finite = |k: usize| {
        let node = &nodes[k];
        node.upos == Upos::Aux || node.upos == Upos::Verb && node.tag.contains("-Fin")
    };
    let end = nodes.len().min(participle + LONGEST);
    let comma = (participle + 1..end).find(|&k| comma_at(k))?;
    if helped || (participle + 1..comma).any(|k| finite(k) || nodes[k].upos == Upos::Verb) {
        return None;
    }
    let verb = comma + 1;
    let acts =
        nodes.get(verb)?.upos == Upos::Verb && (finite(verb) || words.is_past(lower.get(verb)?));
    let noun = name_head(nodes, participle - 2);
    let first = (0..participle - 1).all(|k| !finite(k));
    let subject = acts && first && noun < participle && is_nominal(&nodes[noun]);
    subject.then_some(Parts { noun, comma, verb })
}

/// "X, re-elected last year, rejected …" with the year as what stands between the commas: the participle right behind the comma describes X, and the year is
/// when that was.
pub(super) fn dated(tree: &mut Tree, participle: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let describes = nodes[participle].relation() == "amod" && participle > 1;
    if !describes
        || !comma(participle - 1)
        || !is_participle(&nodes[participle], &lower[participle], words)
    {
        return;
    }
    let time = nodes[participle].head.filter(|&t| {
        let near = t > participle && t - participle < LONGEST && comma(t + 1);
        near && (participle + 1..t).all(|k| nodes[k].head == Some(t))
    });
    let Some(time) = time.filter(|_| is_nominal(&nodes[participle - 2])) else {
        return;
    };
    let noun = name_head(nodes, participle - 2);
    let verb = nodes[time].head;
    if nodes[noun].head == Some(time) {
        let acts = verb.filter(|&v| v > time && own(nodes, v, "nsubj").is_none());
        let Some(verb) = acts.filter(|&v| nodes[v].upos == Upos::Verb) else {
            return;
        };
        attach(tree, noun, verb, "nsubj");
    } else if super::ups(nodes, noun).any(|h| h == time) {
        return;
    }
    attach(tree, participle, noun, "acl");
    attach(tree, time, participle, "obl");
}

/// A form that may describe what was done to somebody.
fn is_participle(node: &Node, form: &str, words: &SyntaxWords) -> bool {
    let tagged = words
        .participle_tags
        .iter()
        .any(|t| node.tag.starts_with(t));
    let verbal = matches!(node.upos, Upos::Verb | Upos::Adj);
    verbal && (tagged || words.is_past(form))
}

/// "Gunmen linked to X attacked Y" with the link as the sentence: a past form right behind a noun, with a preposition right behind it and another past form
/// behind its phrase, only describes the noun, which does what the second tells.
pub(super) fn reduced(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose = matches!(
        nodes[verb].relation(),
        "ccomp" | "advcl" | "xcomp" | "parataxis" | "dep"
    );
    let past = |k: usize| nodes[k].upos == Upos::Verb && words.is_past(&lower[k]);
    if words.past_endings.is_empty() || !loose || !past(verb) {
        return;
    }
    let Some(first) = nodes[verb].head.filter(|&f| f + 2 < verb && past(f)) else {
        return;
    };
    let noun = first.checked_sub(1).filter(|&n| {
        let acts = nodes[n].head == Some(first) && nodes[n].relation() == "nsubj";
        let described = nodes[first].head == Some(n) && nodes[first].relation() == "acl";
        is_nominal(&nodes[n]) && (acts || described && nodes[n].head.is_none())
    });
    let opened = matches!(nodes[first + 1].upos, Upos::Adp | Upos::Part)
        && nodes[first + 1].relation() == "case";
    let own_parts = ["nsubj", "mark", "aux", "cc"].iter();
    let bare = own_parts.clone().all(|r| own(nodes, verb, r).is_none())
        && own(nodes, first, "aux").is_none();
    let between = (first + 1..verb).all(|k| lower[k] != "," && nodes[k].upos != Upos::Verb);
    let object = own(nodes, verb, "obj").is_some_and(|o| o > verb);
    let Some(noun) = noun.filter(|_| opened && bare && between && object) else {
        return;
    };
    let top = if nodes[noun].head == Some(first) {
        first
    } else {
        noun
    };
    let (above, relation) = (nodes[top].head, nodes[top].deprel);
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let moved = node.head == Some(first) || node.head == Some(noun);
        if moved && k > verb {
            node.head = Some(verb);
        }
    }
    for k in first + 1..verb {
        if tree.nodes[k].head == Some(first) && tree.nodes[k].relation() == "obj" {
            tree.nodes[k].deprel = "obl".into();
        }
    }
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    attach(tree, first, noun, "acl");
    attach(tree, noun, verb, "nsubj");
}

/// "X, die Chefin der Partei, forderte Y auf" with X as the sentence: where the verb comes second, a finite verb right behind the comma that closes what is said
/// of the name at the head of the sentence is its predicate.
pub(super) fn second(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let finite = |k: usize| {
        let helper = nodes[k].upos == Upos::Aux;
        helper || nodes[k].upos == Upos::Verb && nodes[k].tag.contains("-Fin")
    };
    if words.second_endings.is_empty() || nodes[verb].upos != Upos::Verb || !finite(verb) {
        return;
    }
    let Some(name) = nodes[verb].head.filter(|&n| {
        n < verb
            && nodes[n].head.is_none()
            && is_nominal(&nodes[n])
            && own(nodes, n, "cop").is_none()
    }) else {
        return;
    };
    let behind = verb > 3 && lower[verb - 1] == ",";
    let opens = (name..verb)
        .find(|&k| lower[k] == ",")
        .filter(|&c| behind && c + 1 < verb);
    let whole = |c: usize| (name + 1..c).all(|k| nodes[k].head == Some(name));
    let clause = |k: usize| finite(k) && nodes[k].deprel != "acl:relcl" && !below_relative(tree, k);
    let acts = own(nodes, verb, "nsubj").is_some_and(|s| s < verb);
    let cc = own(nodes, verb, "cc").is_some() || own(nodes, verb, "mark").is_some();
    // "Rådets talesperson X fördömde Y" with the condemning as a relative clause: one without a pronoun has a subject of its own.
    let close = (name + 1..verb).all(|k| nodes[k].head == Some(name) && nodes[k].deprel == "flat");
    let bare = close && nodes[verb].deprel == "acl:relcl";
    let Some(comma) = opens.filter(|&c| whole(c)).or(bare.then_some(verb)) else {
        return;
    };
    if acts || cc || (0..verb).any(clause) {
        return;
    }
    let other = (verb + 1..tree.nodes.len())
        .find(|&k| tree.nodes[k].head == Some(verb) && tree.nodes[k].deprel == "nsubj");
    for k in comma + 1..verb {
        if tree.nodes[k].head == Some(verb) && is_nominal(&tree.nodes[k]) {
            attach(tree, k, name, "appos");
        }
    }
    make_predicate(tree, verb, name);
    if let Some(other) = other {
        let taken = own(&tree.nodes, verb, "obj").is_some();
        attach(tree, other, verb, if taken { "iobj" } else { "obj" });
    }
}

fn below_relative(tree: &Tree, word: usize) -> bool {
    let mut at = Some(word);
    for _ in 0..tree.nodes.len() {
        let Some(i) = at else {
            return false;
        };
        if tree.nodes[i].deprel == "acl:relcl" {
            return true;
        }
        at = tree.nodes[i].head;
    }
    false
}

/// "X, stripped of her nationality by Y, sued Z" with Y beside the nationality and X stripping: the agent of a participle behind a comma that has neither a
/// subject nor a helper is the participle's, and the noun before the comma suffers.
pub(super) fn suffered(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let form = nodes[verb].upos == Upos::Verb && words.is_past(&lower[verb]);
    let loose = nodes[verb].relation() == "acl" && verb > 1 && lower[verb - 1] == ",";
    let bare = ["nsubj", "aux", "obj", "mark"]
        .iter()
        .all(|r| own(nodes, verb, r).is_none());
    if !form || !loose || !bare || nodes[verb].head.is_none_or(|h| h > verb) {
        return;
    }
    let opened = |k: usize, by_agent: bool| {
        let agent = |c: usize| words.agents.contains(&lower[c]);
        own(nodes, k, "case").is_some_and(|c| c < k && agent(c) == by_agent)
    };
    let topic = (verb + 1..nodes.len()).find(|&k| nodes[k].head == Some(verb) && opened(k, false));
    let Some(topic) = topic.filter(|&k| nodes[k].upos == Upos::Noun) else {
        return;
    };
    let end = (verb + 1..nodes.len()).find(|&k| lower[k] == ",");
    let agent = (topic + 1..end.unwrap_or(nodes.len())).find(|&k| {
        let inside = nodes[k].head == Some(topic) && nodes[k].relation() == "nmod";
        inside && opened(k, true)
    });
    if let Some(agent) = agent {
        tree.nodes[verb].deprel = "acl".into();
        attach(tree, agent, verb, "obl");
    }
}

/// "att två diplomater stationerade i Genève har utvisats" with the stationing as the clause: a form before a helper and its verb, right behind the noun both
/// speak of, describes the noun.
pub(super) fn before_helper(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let helper = verb.checked_sub(1).filter(|&a| {
        let helps = nodes[a].upos == Upos::Aux && nodes[a].head == Some(verb);
        helps && words.finite_helpers.contains(&lower[a]) && nodes[verb].upos == Upos::Verb
    });
    let Some(helper) = helper else {
        return;
    };
    let free = ["nsubj", "cc", "mark"]
        .iter()
        .all(|r| own(nodes, verb, r).is_none());
    let first = (0..helper)
        .rev()
        .take_while(|&k| lower[k] != ",")
        .find(|&k| {
            let form = nodes[k].upos == Upos::Verb && own(nodes, k, "aux").is_none();
            let noun = k
                .checked_sub(1)
                .filter(|&n| nodes[n].head == Some(k) && is_nominal(&nodes[n]));
            form && noun.is_some_and(|n| nodes[n].relation() == "nsubj")
        });
    let Some(first) = first.filter(|&f| free && own(nodes, f, "obj").is_none()) else {
        return;
    };
    let inside = |k: usize| nodes[k].upos != Upos::Verb && nodes[k].upos != Upos::Aux;
    let marked = own(nodes, first, "mark").filter(|&m| m < first);
    let above = nodes[first].head;
    let sisters = nodes[verb].head == above || nodes[verb].head == Some(first);
    let (Some(mark), true) = (marked, sisters && (first + 1..helper).all(inside)) else {
        return;
    };
    let relation = nodes[first].deprel;
    attach(tree, first - 1, verb, "nsubj");
    attach(tree, mark, verb, "mark");
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    attach(tree, first, first - 1, "acl");
}
