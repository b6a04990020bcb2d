//! Relative clauses between commas are parsed apart from the sentence they stand in.
//!
//! "X, who met Y on Monday, rejected the claim": a greedy parser takes the clause for the sentence and the sentence for its second half. Where the
//! commas and the verbs show the clause, it is cut out, both are parsed on their own, and the clause is hung below the noun before it.
//!
//! In: pieces with their parts of speech. Out: [`Insert`]s in order, apart from each other. Invariant: a name or time expression is never cut.
//! Does not: parse; cut a clause whose end the commas do not show ("X, who met Y and Z, and praised W").

use super::unit::Piece;
use super::words::SyntaxWords;
use crate::base::analysis::{Node, Upos};
use crate::base::letters::small;
use std::ops::Range;

/// A relative clause between commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Insert {
    /// Pieces of the clause, without its commas.
    pub(super) clause: Range<usize>,
    /// How many of them precede its pronoun: 1 for a preposition ("with whom"), else 0.
    bare: usize,
}

impl Insert {
    /// Is the piece the clause or one of its commas?
    pub(super) fn holds(&self, piece: usize) -> bool {
        (self.clause.start - 1..=self.clause.end).contains(&piece)
    }

    /// Tells the tagger what the pronoun is, which without the noun before it looks like an article or a preposition.
    pub(super) fn name_pronoun(&self, clause: &mut [Piece<'_>]) {
        if let Some(pronoun) = clause.get_mut(self.bare) {
            pronoun.forced = Some(Upos::Pron);
        }
    }
}

/// Finds the relative clauses that stand between a noun and the verb it belongs to. `upos` runs beside `pieces`.
pub(super) fn find(pieces: &[Piece<'_>], upos: &[Upos], words: &SyntaxWords) -> Vec<Insert> {
    let commas: Vec<usize> = (0..pieces.len().min(upos.len()))
        .filter(|&i| pieces[i].text == "," && pieces[i].unit.is_none())
        .collect();
    let mut found: Vec<Insert> = Vec::new();
    for (k, &open) in commas.iter().enumerate() {
        let free = found.last().is_none_or(|last| last.clause.end < open);
        let Some(bare) = opens(pieces, upos, open, words).filter(|_| free) else {
            continue;
        };
        let later = commas.get(k + 1..).unwrap_or_default();
        // A comma that opens a clause of its own belongs to a noun further on ("X, the last country, which Y left, is …").
        let inner = |&&c: &&usize| opens(pieces, upos, c, words).is_none();
        let reach = later.iter().take_while(inner).count() + 1;
        let mut ends = later.iter().copied().take(reach.min(2));
        let close = ends.find(|&c| closes(upos, open, c, open + 1 + bare));
        if let Some(close) = close.filter(|&c| c > open + 2) {
            found.push(Insert {
                clause: open + 1..close,
                bare,
            });
        }
    }
    found
}

/// Is a noun before the comma and a relative pronoun behind it? If so, how many prepositions precede the pronoun.
fn opens(pieces: &[Piece<'_>], upos: &[Upos], comma: usize, words: &SyntaxWords) -> Option<usize> {
    let nominal = |u: Upos| matches!(u, Upos::Noun | Upos::Propn);
    let noun = comma > 0 && nominal(upos[comma - 1]);
    let bare = usize::from(upos.get(comma + 1) == Some(&Upos::Adp));
    let pronoun = comma + 1 + bare;
    let relative = pieces
        .get(pronoun)
        .is_some_and(|p| words.relatives.contains(&small(&p.text)));
    (noun && relative).then_some(bare)
}

fn verbal(u: Upos) -> bool {
    matches!(u, Upos::Verb | Upos::Aux)
}

/// Does the clause hold a verb, at its end where the pronoun looks like an article, and does the verb of the sentence follow the comma?
fn closes(upos: &[Upos], open: usize, close: usize, pronoun: usize) -> bool {
    let inside = upos.get(open + 1..close).unwrap_or_default();
    let before = upos.get(..open).unwrap_or_default();
    let next = upos
        .get(close + 1..)
        .unwrap_or_default()
        .iter()
        .find(|u| !matches!(u, Upos::Adv));
    let article = upos.get(pronoun) == Some(&Upos::Det);
    let complete = inside.iter().copied().any(verbal)
        && (!article || inside.last().copied().is_some_and(verbal));
    complete && next.copied().is_some_and(verbal) && !before.iter().copied().any(verbal)
}

/// Hangs a clause that was parsed apart below the noun before it, and its commas below the clause.
///
/// `nodes` holds the sentence without the clause, and the clause, each with its own root; `whole` the first parse of everything.
pub(super) fn join(
    nodes: &mut [Option<Node>],
    whole: &[Option<Node>],
    pieces: &[Piece<'_>],
    insert: &Insert,
    words: &SyntaxWords,
) {
    let token = |piece: usize| pieces.get(piece).map(|p| p.token);
    let (Some(comma), Some(noun)) = (
        token(insert.clause.start - 1),
        insert.clause.start.checked_sub(2).and_then(token),
    ) else {
        return;
    };
    let head = noun_of(nodes, noun);
    let mut root = None;
    for piece in insert.clause.clone() {
        let slot = token(piece).and_then(|t| nodes.get_mut(t));
        let Some(node) = slot.and_then(Option::as_mut) else {
            continue;
        };
        if node.head.is_none() {
            node.head = Some(head);
            node.deprel = CLAUSE.into();
            root = root.or(token(piece));
        }
    }
    if let (Some(verb), Some(pronoun)) = (root, token(insert.clause.start + insert.bare)) {
        give_part(nodes, verb, pronoun, insert.bare > 0);
        let form = pieces
            .get(insert.clause.start)
            .map_or("", |p| p.text.as_ref());
        if insert.bare == 0 && (!words.verb_final || words.oblique_articles.contains(form)) {
            act_upon_antecedent(nodes, (pronoun, verb), words.verb_final);
        } else if insert.bare > 0 {
            only_name_acts(nodes, verb);
        }
    }
    for mark in [Some(comma), token(insert.clause.end)]
        .into_iter()
        .flatten()
    {
        let first = whole.get(mark).copied().flatten();
        if let Some(slot) = nodes.get_mut(mark).filter(|s| s.is_none()) {
            *slot = first.map(|node| Node {
                head: root.or(Some(head)),
                ..node
            });
        }
    }
}

/// A pronoun that was taken for an article or a conjunction gets a part in its clause: it is the subject, and another subject the object, unless a
/// preposition stands before it.
fn give_part(nodes: &mut [Option<Node>], verb: usize, pronoun: usize, bare: bool) {
    let idle = |n: &Node| {
        n.head == Some(verb) && matches!(n.deprel.as_str(), "det" | "mark" | "dep" | "advmod")
    };
    let slot = nodes.get_mut(pronoun).and_then(Option::as_mut);
    let Some(node) = slot.filter(|n| idle(n)) else {
        return;
    };
    if bare {
        node.deprel = OBLIQUE.into();
        return;
    }
    node.deprel = SUBJECT.into();
    for (i, other) in nodes.iter_mut().enumerate() {
        if let Some(other) = other
            .as_mut()
            .filter(|n| i != pronoun && n.head == Some(verb) && n.deprel == SUBJECT)
        {
            other.deprel = OBJECT.into();
        }
    }
}

/// "X, som Y kritiserade, …", "X, den Y kritisierte, …": with a noun between the pronoun and the verb that is no object, the noun acts upon what the
/// pronoun stands for. Where the verb comes last, the form of the pronoun shows it, and the noun may stand further on.
fn act_upon_antecedent(
    nodes: &mut [Option<Node>],
    (pronoun, verb): (usize, usize),
    verb_final: bool,
) {
    let get = |i: usize| nodes.get(i).and_then(Option::as_ref);
    let part = |&i: &usize| {
        let bare = get(i).is_some_and(|n| {
            n.head == Some(verb)
                && matches!(n.deprel.as_str(), SUBJECT | OBJECT | "iobj")
                && n.upos != Upos::Adv
        });
        bare && i != pronoun
    };
    let last = if verb_final {
        verb
    } else {
        verb.min(pronoun + 1 + PHRASE_LENGTH)
    };
    let Some(noun) = (pronoun + 1..last).find(part) else {
        return;
    };
    // "X, which yesterday Y criticised": nothing but the noun's own words may stand between.
    let own =
        |i: usize| i == noun || get(i).is_some_and(|n| n.head == Some(noun) || n.upos == Upos::Adv);
    if !verb_final && !(pronoun + 1..noun).all(own) {
        return;
    }
    for (i, relation) in [(pronoun, OBJECT), (noun, SUBJECT)] {
        if let Some(node) = nodes.get_mut(i).and_then(Option::as_mut) {
            node.head = Some(verb);
            node.deprel = relation.into();
        }
    }
}

/// Longest noun phrase between a relative pronoun and its verb, in tokens.
const PHRASE_LENGTH: usize = 4;

/// "X, von dem sich Y losgesagt hatte, …": where a preposition opens the pronoun, the only name of the clause acts.
fn only_name_acts(nodes: &mut [Option<Node>], verb: usize) {
    let below = |n: &Node, relation: &str| n.head == Some(verb) && n.deprel == relation;
    let mut all = nodes.iter().enumerate();
    let subject = nodes.iter().flatten().any(|n| below(n, SUBJECT));
    let name = all.find_map(|(i, n)| {
        let node = n.as_ref()?;
        (node.upos == Upos::Propn && below(node, OBJECT)).then_some(i)
    });
    if let Some(node) = name
        .filter(|_| !subject)
        .and_then(|i| nodes.get_mut(i)?.as_mut())
    {
        node.deprel = SUBJECT.into();
    }
}

/// The noun a clause behind `token` is about: the head of the phrase that ends there.
fn noun_of(nodes: &[Option<Node>], token: usize) -> usize {
    let mut at = token;
    for _ in 0..nodes.len() {
        let node = nodes.get(at).and_then(Option::as_ref);
        let up = node.and_then(|n| n.head).filter(|&h| h < at);
        let inside = node.is_some_and(|n| PHRASE.contains(&n.deprel.as_str()));
        match up.filter(|_| inside) {
            Some(up) => at = up,
            None => break,
        }
    }
    at
}

const CLAUSE: &str = "acl:relcl";
const SUBJECT: &str = "nsubj";
const OBJECT: &str = "obj";
const OBLIQUE: &str = "obl";
const PHRASE: [&str; 4] = ["flat", "appos", "nmod", "nmod:poss"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::syntax::{TokenHint, unit};

    fn found(text: &str, tags: &[Upos]) -> Vec<Range<usize>> {
        let words = SyntaxWords {
            relatives: ["who"].into_iter().collect(),
            ..SyntaxWords::default()
        };
        let tokens: Vec<&str> = text.split(' ').collect();
        let pieces = unit::split(&tokens, &[] as &[TokenHint], &words, &[]);
        let inserts = find(&pieces, tags, &words);
        inserts.into_iter().map(|i| i.clause).collect()
    }

    #[test]
    fn a_clause_between_commas_before_the_verb_is_cut_out() {
        use Upos::{Pron, Propn, Punct, Verb};
        let tags = [Propn, Punct, Pron, Verb, Propn, Punct, Verb, Propn, Punct];
        assert_eq!(
            found("Lula , who met Peña , praised Chile .", &tags),
            vec![2..5]
        );
    }

    #[test]
    fn a_clause_at_the_end_and_a_list_of_verbs_stay() {
        use Upos::{Pron, Propn, Punct, Verb};
        let tags = [
            Propn, Verb, Propn, Punct, Pron, Verb, Propn, Punct, Verb, Punct,
        ];
        assert!(found("Lula met Peña , who saw Boric , left .", &tags).is_empty());
    }
}
