//! Passives by rule: subjects and agents of verbs in the passive get the labels that say so.
//!
//! In: tokens, a tree, the word lists. Out: the same tree with `nsubj:pass`, `aux:pass`, `obl:agent` where form and auxiliary demand them, and without
//! them where they cannot be. Invariant: no arc moves. The learnt labels alone find fewer (docs/quality/syntax.md).

use super::words::SyntaxWords;
use crate::base::analysis::{Node, Tree, Upos};

/// Marks passives in place; `lower` are the tokens in small letters.
pub(super) fn mark(lower: &[String], tree: &mut Tree, words: &SyntaxWords) {
    let n = tree.nodes.len().min(lower.len());
    let head_of = |i: usize| {
        tree.nodes
            .get(i)
            .and_then(|node| node.head)
            .filter(|&h| h < n)
    };
    let mut auxiliary = vec![None; n];
    let mut helped = vec![false; n];
    let mut by_agent = vec![false; n];
    for (i, form) in lower.iter().enumerate().take(n) {
        let (node, Some(head)) = (&tree.nodes[i], head_of(i)) else {
            continue;
        };
        let helps = matches!(node.deprel.as_str(), "aux" | "aux:pass" | "cop");
        if node.upos == Upos::Aux && helps && words.passive_auxiliaries.contains(form) {
            auxiliary[head] = Some(i);
        }
        helped[head] |= node.upos == Upos::Aux && helps;
        by_agent[head] |= node.deprel == "case" && words.agents.contains(form);
    }
    // "sind getötet und verletzt worden": an auxiliary behind the last participle serves all of them.
    for i in 0..n {
        let shared = auxiliary[i].filter(|&a| a > i && tree.nodes[i].deprel == "conj");
        if let (Some(a), Some(first)) = (shared, head_of(i).filter(|&h| h < i)) {
            auxiliary[first].get_or_insert(a);
        }
    }
    for (verb, auxiliary) in auxiliary.iter_mut().enumerate() {
        if auxiliary.is_some_and(|a| is_future(tree, lower, (verb, a), words)) {
            *auxiliary = None;
            helped[verb] = true;
            make_infinitive(tree, verb);
        }
    }
    // "Parlamentet hotade att bryta …": a past form that governs a clause or an object is no participle.
    let mut governs = vec![false; n];
    for node in &tree.nodes {
        let part = matches!(node.relation(), "obj" | "xcomp" | "ccomp");
        if let Some(head) = node.head.filter(|&h| part && h < n) {
            governs[head] = true;
        }
    }
    let past = |form: &str| {
        let mut endings = words.second_endings.iter();
        words.passive_ending && endings.any(|e| form.ends_with(e.as_str()))
    };
    let voices: Vec<Voice> = tree
        .nodes
        .iter()
        .enumerate()
        .zip(lower.iter().zip(auxiliary.iter().zip(&helped)))
        .map(|((i, node), (form, (auxiliary, helped)))| {
            let sure = auxiliary.is_some_and(|a| helps_participles(&lower[a], words));
            let sure = sure || suffers(tree, (i, form), &by_agent, governs[i], words);
            let voice = if sure && node.tag.starts_with("VERB") {
                Voice::Passive
            } else {
                voice(node.tag, form, *auxiliary, words)
            };
            // "has rejected": an auxiliary that makes no passive makes an active clause, and so does a verb of coming or going without any.
            let active = *helped
                || words.active_participles.contains(form)
                || words.acting_forms.contains(form)
                || governs[i] && past(form);
            if voice == Voice::Open && active && auxiliary.is_none() {
                Voice::Active
            } else {
                voice
            }
        })
        .collect();
    // "im Zentrum von X getötet": behind such a noun the preposition opens the place.
    for (i, agent) in by_agent.iter_mut().enumerate() {
        let first = tree.nodes.iter().position(|n| n.head == Some(i));
        let before = first.unwrap_or(i).min(i).checked_sub(1);
        let placed = before.is_some_and(|b| words.place_nouns.contains(&lower[b]));
        if *agent && placed {
            *agent = false;
            if tree.nodes[i].deprel == "obl:agent" {
                tree.nodes[i].deprel = "obl".into();
            }
        }
    }
    for (i, agent) in by_agent.iter().enumerate() {
        let Some(head) = tree.nodes[i].head.filter(|&h| h < n) else {
            continue;
        };
        let label = match (voices[head], tree.nodes[i].deprel.as_str()) {
            // "wurde von Israels Regierungschef kritisiert": what the preposition of the agent opens is no subject.
            (Voice::Passive, "nsubj" | "nsubj:pass") if *agent => "obl:agent",
            (Voice::Passive, "nsubj") => "nsubj:pass",
            (Voice::Passive, "csubj") => "csubj:pass",
            (Voice::Passive, "obl") if *agent => "obl:agent",
            (Voice::Passive, "aux" | "cop") if auxiliary[head] == Some(i) => "aux:pass",
            (Voice::Active, "nsubj:pass") => "nsubj",
            (Voice::Active, "csubj:pass") => "csubj",
            (Voice::Active, "obl:agent") => "obl",
            (Voice::Active, "aux:pass") => "aux",
            _ => continue,
        };
        tree.nodes[i].deprel = label.into();
    }
    join_agents(tree);
}

/// "wurde überfallen", "har blivit fördömt": does an auxiliary of the passive help nothing but participles? In a language where one of them makes a future the
/// others do, and where a supine looks like a participle, none helps a supine.
fn helps_participles(auxiliary: &str, words: &SyntaxWords) -> bool {
    let future = &words.future_auxiliaries;
    words.passive_ending || !future.is_empty() && !future.contains(auxiliary)
}

/// "X, criticised by Y last year", "hjälptes av Y": is it a form behind a noun, or one with the suffix of passives, with an agent and nothing of its own?
fn suffers(
    tree: &Tree,
    (verb, form): (usize, &str),
    by_agent: &[bool],
    governs: bool,
    words: &SyntaxWords,
) -> bool {
    let reduced = tree.nodes[verb].deprel == "acl" && words.is_past(form);
    let looks = reduced || words.has_passive_suffix(form);
    looks && by_agent_of(tree, by_agent, verb, governs)
}

/// Has the verb a phrase that the agent's preposition opens, a name, and neither a subject nor an object?
fn by_agent_of(tree: &Tree, by_agent: &[bool], verb: usize, governs: bool) -> bool {
    let below = |n: &Node, relation: &str| n.head == Some(verb) && n.relation() == relation;
    let agent = |(i, n): (usize, &Node)| {
        by_agent.get(i) == Some(&true) && n.upos == Upos::Propn && below(n, "obl")
    };
    let subject = tree.nodes[verb].deprel == "acl" && tree.nodes.iter().any(|n| below(n, "nsubj"));
    !governs && !subject && tree.nodes.iter().enumerate().any(agent)
}

/// "von X und Italiens Regierung": what a conjunction joins right behind an agent acts with it.
fn join_agents(tree: &mut Tree) {
    let nodes = &tree.nodes;
    let joined = |i: &usize| {
        let node = &nodes[*i];
        let part = matches!(node.relation(), "obj" | "nsubj" | "obl") && node.deprel != "obl:agent";
        let below =
            |h: Option<usize>| h == Some(*i) || h.is_some_and(|h| nodes[h].head == Some(*i));
        if !part {
            return None;
        }
        let mark = nodes.iter().position(|n| n.deprel == "cc" && below(n.head));
        let cased = |n: &Node| n.head == Some(*i) && n.deprel == "case";
        let mark = mark.filter(|&m| m < *i && !nodes.iter().any(cased))?;
        let mut before = mark.checked_sub(1)?;
        while nodes[before].deprel == "flat" {
            before = nodes[before].head?;
        }
        let agent = nodes[before].deprel == "obl:agent" && nodes[before].head == node.head;
        agent.then_some((*i, before))
    };
    let found: Vec<(usize, usize)> = (0..nodes.len()).filter_map(|i| joined(&i)).collect();
    for (noun, agent) in found {
        tree.nodes[noun].head = Some(agent);
        tree.nodes[noun].deprel = "conj".into();
    }
}

/// "Lula wird Arce besuchen": an infinitive that looks like its participle, beside two parties without a preposition, makes a future and no passive.
fn is_future(
    tree: &Tree,
    lower: &[String],
    (verb, auxiliary): (usize, usize),
    words: &SyntaxWords,
) -> bool {
    let future = words.future_auxiliaries.contains(&lower[auxiliary]);
    future && looks_infinitive(&lower[verb], words) && parties(tree, verb).len() > 1
}

/// Has the form the ending of infinitives, where participles may have it as well?
fn looks_infinitive(form: &str, words: &SyntaxWords) -> bool {
    !words.infinitive_ending.is_empty() && form.ends_with(words.infinitive_ending.as_str())
}

/// The names on a verb that no preposition opens.
fn parties(tree: &Tree, verb: usize) -> Vec<usize> {
    let nodes = tree.nodes.iter().enumerate();
    let bare = nodes.filter(|(i, node)| {
        let part = matches!(node.relation(), "nsubj" | "obj" | "iobj");
        let opened = |n: &Node| n.head == Some(*i) && matches!(n.relation(), "case" | "nummod");
        let named = matches!(node.upos, Upos::Propn | Upos::Pron);
        named && part && node.head == Some(verb) && !tree.nodes.iter().any(opened)
    });
    bare.map(|(i, _)| i).collect()
}

/// The first of two parties acts, if the parser made both what is acted upon.
fn make_infinitive(tree: &mut Tree, verb: usize) {
    tree.nodes[verb].tag = INFINITIVE;
    let parties = parties(tree, verb);
    let acts = |&i: &usize| tree.nodes[i].relation() == "nsubj";
    if let Some(&first) = parties.first().filter(|_| !parties.iter().any(acts)) {
        tree.nodes[first].deprel = "nsubj".into();
    }
}

/// Tag of an infinitive, in every language.
pub(super) const INFINITIVE: &str = "VERB-Inf";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    Passive,
    Active,
    /// A participle without a telling auxiliary: the learnt label stands.
    Open,
}

fn voice(tag: &str, lower: &str, auxiliary: Option<usize>, words: &SyntaxWords) -> Voice {
    let participle = words
        .participle_tags
        .iter()
        .any(|t| tag.starts_with(t.as_str()));
    if words.passive_ending && tag.ends_with("-S") {
        return if words.deponents.contains(lower) {
            Voice::Active
        } else {
            Voice::Passive
        };
    }
    match (participle, auxiliary.is_some()) {
        (true, true) => Voice::Passive,
        (false, _) if tag.starts_with("VERB") => Voice::Active,
        _ => Voice::Open,
    }
}
