//! Words that tell whether somebody named is a man or a woman: "Queen Sonja", "his wife, Jane Doe,", "Außenministerin".
//!
//! In: mentions with their sentences. Out: the same, with the gender of persons whom such a word stands beside. Invariant: what is known stays; what two
//! words tell differently stays open. Does not: know given names (the lexicon does).

use crate::base::analysis::{EntityClass, Mention, MentionForm, Sentence};
use crate::base::letters::small;
use crate::lexicon::Pack;

/// Most words of a phrase behind a name ("his late wife").
const LONGEST: usize = 4;

/// Sets the gender of persons whom a word before or behind their name tells.
pub(super) fn tell(mentions: &mut [Mention], (text, sentences): (&str, &[Sentence]), pack: &Pack) {
    let table = &pack.coreference().peoples;
    for mention in mentions {
        let person = mention.class == EntityClass::Person && mention.form == MentionForm::Name;
        if !person || mention.plural || mention.gender.is_some() {
            continue;
        }
        let Some(tokens) = sentences.get(mention.sentence).map(|s| &s.tokens) else {
            continue;
        };
        let word = |at: usize| {
            let token = tokens.get(at);
            token.map_or_else(String::new, |t| small(t.span.of(text)).into_owned())
        };
        let start = tokens.partition_point(|t| t.span.end <= mention.span.start);
        let end = tokens.partition_point(|t| t.span.start < mention.span.end);
        let mut beside: Vec<String> = Vec::new();
        // "Her husband, Jan Nowak": a comma may stand between.
        let near = start.checked_sub(1).map(&word);
        let closed = matches!(word(end).as_str(), "," | ".");
        let comma = near.is_some_and(|w| w == ",");
        let skip = usize::from(comma && closed);
        beside.extend(start.checked_sub(1 + skip).map(&word));
        let title = mention.role.as_ref().map(|r| r.span);
        let inside = |t: &&crate::base::analysis::Token| {
            title.is_some_and(|s| s.overlaps(t.span)) && !t.span.overlaps(mention.span)
        };
        let titled: Vec<String> = tokens
            .iter()
            .filter(inside)
            .map(|t| small(t.span.of(text)).into_owned())
            .collect();
        let noun = titled.last().cloned();
        beside.extend(titled);
        if word(end) == "," {
            let phrase = (end + 1..end + 2 + LONGEST).map(&word);
            let words: Vec<String> = phrase
                .take_while(|w| w.starts_with(char::is_alphabetic))
                .collect();
            let closed = word(end + 1 + words.len());
            let ends = matches!(closed.as_str(), "," | "." | "");
            beside.extend(words.last().filter(|_| ends).cloned());
        }
        let told = |list: &[String]| beside.iter().any(|w| list.contains(w));
        mention.gender = match (told(&table.men), told(&table.women)) {
            (true, false) => Some('m'),
            (false, true) => Some('f'),
            (true, true) => None,
            // Where titles of women have an ending of their own, the others are those of men.
            (false, false) => table.one_gender.filter(|_| {
                noun.is_some_and(|n| table.mens_titles.iter().any(|e| n.ends_with(e.as_str())))
            }),
        };
    }
}
