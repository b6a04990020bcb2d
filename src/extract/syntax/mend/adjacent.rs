//! Names right behind a verb and right beside each other: whose object the name is, and which of two names acts.
//!
//! In: a tree, its tokens in small letters, hints beside them where names are told apart. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_infinitive, is_nominal, name_head, own, under, ups};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// "was forced to criticise X last year" with X as a circumstance of the forcing: where the object stands behind its verb, a name without a preposition right
/// behind a verb that acts is its object.
pub(super) fn object(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(verb) = name.checked_sub(1).filter(|_| !words.verb_final) else {
        return;
    };
    // An owner before its noun stays with it.
    let behind = nodes[name].head.is_some_and(|h| h < name);
    let loose = match nodes[name].relation() {
        "nmod" => behind && !nodes[name].tag.contains("-Gen"),
        relation => matches!(relation, "obl" | "obj" | "dep"),
    };
    let named = nodes[name].upos == Upos::Propn && loose && own(nodes, name, "case").is_none();
    let open = nodes[verb].upos == Upos::Verb
        && own(nodes, verb, "obj").is_none_or(|o| o == name)
        && !words.saying_forms.contains(&lower[verb]);
    if !named || !open || !acts(tree, verb, lower, words) {
        return;
    }
    // "sade X, som stämde Y i förra veckan" with the clause about Y
    let pronoun = own(nodes, verb, "nsubj").filter(|&p| words.relatives.contains(&lower[p]));
    let about = pronoun.and_then(|p| {
        let comma = p > 1 && lower[p - 1] == ",";
        Some(name_head(nodes, p.checked_sub(if comma { 2 } else { 1 })?))
    });
    if nodes[verb].head == Some(name) {
        let Some(about) = about.filter(|&a| is_nominal(&nodes[a]) && !under(tree, a, verb)) else {
            return;
        };
        attach(tree, verb, about, "acl:relcl");
    }
    if !under(tree, verb, name) {
        attach(tree, name, verb, "obj");
    }
}

/// Is the subject of the verb before it, or can it have none behind it? A passive acts upon nobody.
fn acts(tree: &Tree, verb: usize, lower: &[String], words: &SyntaxWords) -> bool {
    let nodes = &tree.nodes;
    let subject = own(nodes, verb, "nsubj");
    let passive = ["nsubj:pass", "aux:pass"]
        .iter()
        .any(|r| nodes.iter().any(|n| n.head == Some(verb) && n.deprel == *r));
    let bare = own(nodes, verb, "mark").is_some()
        || is_infinitive(&nodes[verb])
        || words.is_gerund(&lower[verb]);
    // Where the verb comes second, its subject may stand behind it.
    let first = words.second_endings.is_empty() && nodes[verb].tag.starts_with("VERB-Fin");
    let joined = words.second_endings.is_empty() && own(nodes, verb, "cc").is_some();
    !passive
        && (subject.is_some_and(|s| s < verb) || subject.is_none() && (bare || first || joined))
}

/// "B har A kritiserat" with A criticised: where the verb comes second and its object behind it, a name between the helper and the verb is who acts, and what
/// stands in front is acted upon.
pub(in crate::extract::syntax) fn behind_helper(
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if words.second_endings.is_empty() || words.verb_final {
        return;
    }
    for helper in 1..tree.nodes.len().min(lower.len()) {
        turn_at(tree, helper, lower, words);
    }
}

fn turn_at(tree: &mut Tree, helper: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let helps = nodes[helper].upos == Upos::Aux && words.finite_helpers.contains(&lower[helper]);
    let Some(verb) = nodes[helper]
        .head
        .filter(|&v| helps && v > helper + 1 && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let name = helper + 1;
    let between = nodes[name].upos == Upos::Propn
        && nodes[name].head == Some(verb)
        && nodes[name].relation() == "obj"
        && own(nodes, name, "case").is_none();
    let front = own(nodes, verb, "nsubj").filter(|&s| s < helper && is_nominal(&nodes[s]));
    let clause = own(nodes, verb, "mark").is_some();
    let relative = front.is_some_and(|f| words.relatives.contains(&lower[f]));
    let Some(front) = front.filter(|_| between && !clause && !relative) else {
        return;
    };
    let given = words.giving_forms.contains(&lower[verb]);
    attach(tree, name, verb, "nsubj");
    attach(tree, front, verb, if given { "iobj" } else { "obj" });
}

/// "Warum Norwegen Chile kritisierte", "Am Montag warnte Chile Gazprom" with both read as one name: of two names side by side at a verb without a subject the
/// first acts and the second is acted upon.
pub(in crate::extract::syntax) fn two_names(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if words.second_endings.is_empty() {
        return;
    }
    length_in_front(tree, lower, words);
    for second in 1..tree.nodes.len().min(hints.len()) {
        if words.verb_final
            && let Some(verb) = behind_owned(hints, tree, second, lower, words)
        {
            attach(tree, second, verb, "obj");
        }
        if let Some((first, verb)) = glued(hints, tree, (second, lower), words) {
            let later = has_other_object(tree, verb, second);
            attach(tree, first, verb, "nsubj");
            attach(tree, second, verb, if later { "iobj" } else { "obj" });
        }
    }
}

/// "Zwei Tage nachdem X Y angriff" with the days attacking: a length of time before the word that opens the clause does not act.
fn length_in_front(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    for noun in 0..tree.nodes.len().min(lower.len()) {
        let nodes = &tree.nodes;
        let acts = nodes[noun].relation() == "nsubj" && words.time_nouns.contains(&lower[noun]);
        let Some(verb) = nodes[noun].head.filter(|_| acts) else {
            continue;
        };
        if own(nodes, verb, "mark") == Some(noun + 1) {
            tree.nodes[noun].deprel = "obl".into();
            let bare = |&k: &usize| {
                let object = matches!(tree.nodes[k].relation(), "obj" | "iobj");
                object && tree.nodes[k].head == Some(verb) && own(&tree.nodes, k, "case").is_none()
            };
            let objects: Vec<usize> = (noun + 2..verb).filter(bare).collect();
            if objects.len() > 1 {
                tree.nodes[objects[0]].deprel = "nsubj".into();
            }
        }
    }
}

/// "Das von X gelobte Y schwieg" with the praise being silent: a participle with an agent in front of a name describes the name.
pub(super) fn described(tree: &mut Tree, name: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(participle) = name.checked_sub(1).filter(|_| words.verb_final) else {
        return;
    };
    let described = nodes[name].upos == Upos::Propn
        && nodes[participle].upos == Upos::Adj
        && nodes[participle].relation() == "nsubj"
        && nodes[participle].head == nodes[name].head;
    let agent = nodes
        .iter()
        .any(|n| n.head == Some(participle) && n.deprel == "obl:agent");
    if described && agent {
        attach(tree, participle, name, "amod");
    }
}

/// "is considering praising X" with the praise as what describes X: a form in -ing between a verb and the name that follows it is what the verb is about, and the
/// name its object.
pub(super) fn gerund(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(verb) = name
        .checked_sub(2)
        .filter(|_| words.second_endings.is_empty())
    else {
        return;
    };
    let form = name - 1;
    let glued = nodes[name].upos == Upos::Propn
        && nodes[name].head == Some(verb)
        && nodes[form].head == Some(name)
        && matches!(nodes[form].relation(), "amod" | "compound")
        && words.is_gerund(&lower[form]);
    if glued && nodes[verb].upos == Upos::Verb && nodes[name].relation() == "obj" {
        tree.nodes[form].upos = Upos::Verb;
        attach(tree, form, verb, "xcomp");
        attach(tree, name, form, "obj");
    }
}

/// Has the verb an object other than that name?
fn has_other_object(tree: &Tree, verb: usize, name: usize) -> bool {
    let object =
        |(k, n): (usize, &Node)| k != name && n.head == Some(verb) && n.relation() == "obj";
    tree.nodes.iter().enumerate().any(object)
}

/// "Kenia, dessen Präsident Uganda lobte" with Uganda beside the president: where the verb comes last, a name of its own behind the noun that such a clause is
/// about is acted upon. Out: the verb.
fn behind_owned(
    hints: &[TokenHint],
    tree: &Tree,
    name: usize,
    lower: &[String],
    words: &SyntaxWords,
) -> Option<usize> {
    let nodes = &tree.nodes;
    let noun = name.checked_sub(1).filter(|&n| n > 0)?;
    let owned = words.relative_owners.contains(&lower[noun - 1]) && nodes[noun].upos == Upos::Noun;
    let named = hints[name].proper_noun && !hints[name].time && hints[name].unit.is_some();
    let apart = owned && named && hints[name].unit != hints[noun].unit;
    let beside = matches!(nodes[name].relation(), "appos" | "flat" | "nmod")
        && nodes[name].head == Some(noun)
        && own(nodes, name, "case").is_none()
        && !nodes[name].tag.contains("-Gen");
    let verb = nodes[noun].head.filter(|&v| apart && beside && v > name)?;
    let open = own(nodes, verb, "obj").is_none() && nodes[noun].relation() == "nsubj";
    (nodes[verb].upos == Upos::Verb && open).then_some(verb)
}

/// The name before the second one that is read as a part of it or the other way round, and the verb of both.
fn glued(
    hints: &[TokenHint],
    tree: &Tree,
    (second, lower): (usize, &[String]),
    words: &SyntaxWords,
) -> Option<(usize, usize)> {
    let nodes = &tree.nodes;
    let name = |i: usize| hints[i].proper_noun && !hints[i].time && hints[i].unit.is_some();
    let border = name(second) && name(second - 1) && hints[second].unit != hints[second - 1].unit;
    if !border {
        return None;
    }
    // The word of a name that hangs outside it.
    let top = |i: usize| {
        let inside = |k: &usize| hints.get(*k).is_some_and(|h| h.unit == hints[i].unit);
        ups(nodes, i).take_while(inside).last().unwrap_or(i)
    };
    let (first, second) = (top(second - 1), top(second));
    let part = |k: usize| matches!(nodes[k].relation(), "flat" | "compound" | "nmod" | "appos");
    let outer = if nodes[second].head == Some(first) && part(second) {
        first
    } else if nodes[first].head == Some(second) && part(first) {
        second
    } else {
        return None;
    };
    let bare = |k: usize| own(nodes, k, "case").is_none() && !nodes[k].tag.contains("-Gen");
    let role = matches!(nodes[outer].relation(), "nsubj" | "obj" | "iobj" | "obl");
    let mut verb = nodes[outer]
        .head
        .filter(|_| role && bare(first) && bare(second))?;
    // "lobte X Y erneut" with both at "erneut"
    let start = (0..=first).find(|&k| hints[k].unit == hints[first].unit)?;
    let inverted = start
        .checked_sub(1)
        .filter(|&b| nodes[b].upos == Upos::Verb);
    if let Some(before) = inverted {
        verb = before;
    }
    // In front of a verb that comes second stands one phrase only.
    let clause = own(nodes, verb, "mark").or_else(|| own(nodes, verb, "aux"));
    let opener = start.checked_sub(1).filter(|&o| {
        words.subordinators.contains(&lower[o]) || words.relatives.contains(&lower[o])
    });
    let last = verb > second && (clause.is_some_and(|c| c < first) || opener.is_some());
    if inverted.is_none() && !last {
        return None;
    }
    let other = |k: usize| k != first && k != second && nodes[k].head == Some(verb);
    let subject = (0..nodes.len()).any(|k| other(k) && nodes[k].relation() == "nsubj");
    let free = !under(tree, verb, first) && !under(tree, verb, second);
    (nodes[verb].upos == Upos::Verb && !subject && free).then_some((first, verb))
}
