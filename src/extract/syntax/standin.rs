//! Time expressions that stand as adverbials are parsed as one plain adverb of time.
//!
//! So are ages between commas before a relative clause, which is told from the sentence by the noun before its comma.
//!
//! In: tokens and hints. Out: for every token of such an expression its [`Part`]; after parsing, the nodes of the tokens the parser did not see.
//! The treebanks hold few datelines and weekday phrases, and a preposition with a weekday between verb and subject tears the clause apart
//! ("greps på lördagen av soldater", "i dag"). Invariants: the head of an expression is never subject, object or possessor; genitives
//! ("söndagens val") and expressions tied to a noun are left as they are. Does not: find time expressions.

use super::TokenHint;
use super::words::SyntaxWords;
use crate::base::analysis::{Node, Tree, Upos};

/// What a token is to the time expression it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The token in whose place the adverb is parsed; `first`: it opens the sentence.
    Head {
        /// Does the expression open the sentence?
        first: bool,
    },
    /// A further token, not parsed.
    Inner {
        /// Token the expression is parsed at.
        head: usize,
        /// Does it open the expression?
        opener: bool,
    },
    /// A comma or the number behind it that give somebody's age before a relative clause ("X, 61, whose term …"), not parsed.
    Age {
        /// Token of the name.
        head: usize,
        /// Is it the comma?
        mark: bool,
    },
}

impl Part {
    /// The node of a token that was not parsed.
    pub(super) fn inner(self) -> Option<Node> {
        let (head, upos, relation) = match self {
            Self::Head { .. } => return None,
            Self::Inner { head, opener: true } => (head, Upos::Adp, CASE),
            Self::Inner { head, .. } => (head, Upos::Noun, FLAT),
            Self::Age { head, mark: true } => (head, Upos::Punct, PUNCTUATION),
            Self::Age { head, .. } => (head, Upos::Num, NUMBER),
        };
        Some(Node {
            upos,
            tag: "",
            head: Some(head),
            deprel: relation.into(),
            confidence: 1.0,
        })
    }
}

const CASE: &str = "case";
const FLAT: &str = "flat";
const ADVERBIAL: &str = "advmod";
const PUNCTUATION: &str = "punct";
const NUMBER: &str = "nummod";

/// Most years that somebody lives.
const OLDEST: u32 = 120;

/// Marks the tokens of adverbial time expressions; one entry a token.
pub(super) fn find(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords) -> Vec<Option<Part>> {
    let mut parts = vec![None; tokens.len()];
    for at in 2..tokens.len() {
        if let Some(head) = aged(tokens, hints, words, at) {
            parts[at - 1] = Some(Part::Age { head, mark: true });
            parts[at] = Some(Part::Age { head, mark: false });
        }
    }
    if words.time_word.is_empty() {
        return parts;
    }
    let mut start = 0;
    while start < tokens.len() {
        let unit = hints.get(start).filter(|h| h.time).and_then(|h| h.unit);
        let same = |i: usize| hints.get(i).is_some_and(|h| h.unit == unit);
        let mut end = start + 1;
        if unit.is_some() {
            while end < tokens.len() && same(end) {
                end += 1;
            }
            if let Some(begin) = adverbial(tokens, hints, words, start, end) {
                // The last word proper: of "9. Oktober 2023" the month.
                let word = |i: &usize| tokens[*i].chars().all(char::is_alphabetic);
                let at = (start..end).rev().find(word).unwrap_or(start);
                let head = Part::Head { first: begin == 0 };
                for (i, part) in parts.iter_mut().enumerate().take(end).skip(begin) {
                    let inner = Part::Inner {
                        head: at,
                        opener: i < start,
                    };
                    *part = Some(if i == at { head } else { inner });
                }
            }
        }
        start = end;
    }
    parts
}

/// "X, 61, whose term …", "X, 61, with whom …": the first token of the name whose bearer's age the token is, where a relative clause follows.
fn aged(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords, at: usize) -> Option<usize> {
    let comma = |i: usize| tokens.get(i).is_some_and(|t| *t == ",");
    let years = tokens.get(at)?.parse::<u32>().ok()?;
    let name = at.checked_sub(2)?;
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let named = hint(name).proper_noun && !hint(name).time && !hint(name).genitive;
    let relative = |i: usize| tokens.get(i).is_some_and(|t| words.relatives.contains(t));
    let clause = relative(at + 2) || relative(at + 3) && !comma(at + 2);
    let free = hint(at).unit.is_none_or(|_| hint(at).time);
    if !named || !free || !(1..=OLDEST).contains(&years) || !comma(at - 1) || !comma(at + 1) {
        return None;
    }
    let same = |i: &usize| hint(name).unit.is_some() && hint(*i).unit == hint(name).unit;
    let first = (0..=name).rev().take_while(same).last().unwrap_or(name);
    clause.then_some(first)
}

/// Where the adverbial that the tokens `start..end` make begins; `None` if they make none.
fn adverbial(
    tokens: &[&str],
    hints: &[TokenHint],
    words: &SyntaxWords,
    start: usize,
    end: usize,
) -> Option<usize> {
    let lower = |i: usize| tokens.get(i).map(|t| t.to_lowercase()).unwrap_or_default();
    let opens = |i: usize| words.time_openers.contains(&lower(i));
    let before = start.checked_sub(1);
    let opener = before.filter(|&i| opens(i) && hints.get(i).is_none_or(|h| h.unit.is_none()));
    let genitive = !words.time_genitive.is_empty()
        && !opens(start)
        && lower(end - 1).ends_with(&words.time_genitive);
    let bound = opener.is_none()
        && (before.is_some_and(|i| words.time_binders.contains(&lower(i)))
            || !opens(start) && words.time_binders.contains(&lower(start)));
    let closed = words.time_closers.contains(&lower(end - 1));
    (!genitive && (closed || !bound)).then_some(opener.unwrap_or(start))
}

/// A time is no participant, whatever the parser took its stand-in for.
pub(super) fn relabel(tree: &mut Tree, parts: &[Option<Part>]) {
    for (node, part) in tree.nodes.iter_mut().zip(parts) {
        if matches!(part, Some(Part::Head { .. })) && node.head.is_some() {
            node.deprel = ADVERBIAL.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with a `*` belong to the time expression; gives the words that are parsed.
    fn check(sentence: &str) -> String {
        let words = SyntaxWords {
            time_word: "nu".into(),
            time_openers: ["på", "i", "in"].into_iter().collect(),
            time_binders: ["vom", "der"].into_iter().collect(),
            time_genitive: "s".into(),
            ..SyntaxWords::default()
        };
        let (mut tokens, mut hints) = (Vec::new(), Vec::new());
        for word in sentence.split_whitespace() {
            let time = word.ends_with('*');
            tokens.push(word.trim_end_matches('*'));
            hints.push(TokenHint {
                proper_noun: false,
                unit: time.then_some(0),
                time,
                noun: false,
                ..TokenHint::default()
            });
        }
        let parts = find(&tokens, &hints, &words);
        let shown = tokens.iter().zip(&parts).filter_map(|(t, p)| match p {
            Some(Part::Head { first }) => Some(words.time_word(*first).into_owned()),
            Some(Part::Inner { .. } | Part::Age { .. }) => None,
            None => Some((*t).to_owned()),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn adverbials_become_one_adverb_and_genitives_stay() {
        assert_eq!(
            check("De greps på lördagen* av soldater"),
            "De greps nu av soldater"
        );
        assert_eq!(check("I* fredags* kom han"), "Nu kom han");
        assert_eq!(check("söndagens* val"), "söndagens val");
        assert_eq!(
            check("die Wahl vom Sonntag* war"),
            "die Wahl vom Sonntag war"
        );
        assert_eq!(check("Er kam in der* Woche* an"), "Er kam nu an");
        assert_eq!(check("das Ende der* Woche* kam"), "das Ende der Woche kam");
    }
}
