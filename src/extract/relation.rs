//! Relations: what titles, brackets and place phrases say about two actors; facts with a duration, not events.
//!
//! In: an article and its mentions with roles. Out: [`Relation`]s sorted by the holder's place. Invariants: predicates are those of the title tables and
//! of the ontology; every relation has the words that say so. Does not: date them (the article's date bounds them) nor merge them.

use crate::base::analysis::{EntityClass, Mention, MentionForm, RoleObject};
use crate::base::article::Article;
use crate::base::span::Span;
use crate::lexicon::{Lexicon, Pack};

/// A fact between a mention and another mention or a gazetteer entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The holder, by index into the mentions.
    pub subject: usize,
    /// Predicate of `data/ontology/relations.ron`.
    pub predicate: String,
    /// What it is held of.
    pub object: RoleObject,
    /// "former": it was over when the article was written.
    pub former: bool,
    /// The words that say so.
    pub span: Span,
}

/// Longest gap in bytes between a name and the bracket behind it.
const GAP: usize = 3;

/// Finds the relations of an article. Complexity: linear in the mentions.
pub fn find(
    article: &Article,
    mentions: &[Mention],
    pack: &Pack,
    lexicon: &Lexicon,
) -> Vec<Relation> {
    let mut out = Vec::new();
    for (subject, mention) in mentions.iter().enumerate() {
        out.extend(from_role(mentions, subject, mention));
        out.extend(from_family(article, mentions, subject, pack));
        out.extend(from_bracket(article, mentions, subject, pack, lexicon));
    }
    out
}

fn from_role(mentions: &[Mention], subject: usize, mention: &Mention) -> Option<Relation> {
    let role = mention
        .role
        .as_ref()
        .filter(|_| mention.form == MentionForm::Name)?;
    let object = role.object.clone()?;
    // "Trump | adviser Stephen Miller".
    let beside = match &object {
        RoleObject::Mention(at) => mentions.get(*at),
        RoleObject::Entry(_) => None,
    };
    let touches = |m: &&Mention| (m.span.end..=m.span.end + 1).contains(&role.span.start);
    let span = beside
        .filter(touches)
        .map_or(role.span, |m| m.span.cover(role.span));
    (object != RoleObject::Mention(subject))
        .then(|| Relation {
            subject,
            predicate: role.predicate.clone().unwrap_or_default(),
            object,
            former: role.former,
            span,
        })
        .filter(|r| !r.predicate.is_empty())
}

/// "Maduro och hans hustru Cilia Flores": a title of family behind a possessive is of the person beside it.
fn from_family(
    article: &Article,
    mentions: &[Mention],
    subject: usize,
    pack: &Pack,
) -> Option<Relation> {
    let mention = mentions.get(subject)?;
    let role = mention.role.as_ref().filter(|r| r.object.is_none())?;
    let table = &pack.titles().table;
    let title = table.titles.iter().find(|t| t.id == role.title)?;
    let first = role.span.of(&article.text).split_whitespace().next()?;
    let of_somebody = title.is_family() && table.possessives.has(first);
    let before = mentions.get(..subject)?.iter().enumerate().rev();
    let named = |m: &Mention| m.class == EntityClass::Person && m.form == MentionForm::Name;
    let (object, other) = before
        .filter(|(_, m)| m.span.end <= role.span.start)
        .find(|(_, m)| named(m) && m.sentence == mention.sentence)
        .filter(|_| of_somebody)?;
    let between = Span {
        start: other.span.end,
        end: role.span.start,
    };
    let joined = between.of(&article.text).trim();
    let listed = pack.mention_words().conjunctions.has(joined) || joined == ",";
    listed.then(|| Relation {
        subject,
        predicate: title
            .predicate(Some(EntityClass::Person))
            .unwrap_or_default()
            .to_owned(),
        object: RoleObject::Mention(object),
        former: role.former,
        span: other.span.cover(role.span).cover(mention.span),
    })
}

/// "Sigmar Gabriel (SPD)" is a member, "Duschanbe (Tadschikistan)" lies in.
fn from_bracket(
    article: &Article,
    mentions: &[Mention],
    subject: usize,
    pack: &Pack,
    lexicon: &Lexicon,
) -> Option<Relation> {
    let holder = mentions.get(subject)?;
    let rest = Span {
        start: holder.span.end,
        end: article.text.len() as u32,
    }
    .of(&article.text);
    let open = rest
        .bytes()
        .take(GAP)
        .position(|b| b == b'(')
        .filter(|at| rest.get(..*at).is_some_and(|g| g.trim().is_empty()))?;
    let close = rest.find(')')?;
    let inner = rest.get(open + 1..close)?.trim();
    let inside = Span {
        start: holder.span.end + open as u32,
        end: holder.span.end + close as u32 + 1,
    };
    let predicate = |name: &str| lexicon.ontology.relations.iter().any(|r| r.name == name);
    let relation = |kind: &str, object: RoleObject| {
        predicate(kind).then(|| Relation {
            subject,
            predicate: kind.to_owned(),
            object,
            former: false,
            span: holder.span.cover(inside),
        })
    };
    let next = mentions
        .get(subject + 1)
        .filter(|m| inside.contains(m.span) && m.span.of(&article.text) == inner);
    let words = &pack.mention_words().bracket_relations;
    match holder.class {
        EntityClass::Person => {
            let letter = pack
                .mention_words()
                .party_letters
                .get(inner)
                .map(|id| RoleObject::Entry(id.clone()));
            let party = next
                .filter(|m| m.class == EntityClass::Organisation)
                .map(|_| RoleObject::Mention(subject + 1));
            relation(words.get(EntityClass::Person.name())?, party.or(letter)?)
        }
        EntityClass::Place => {
            next.filter(|m| m.class == EntityClass::Country)?;
            relation(
                words.get(EntityClass::Place.name())?,
                RoleObject::Mention(subject + 1),
            )
        }
        _ => None,
    }
}
