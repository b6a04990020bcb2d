//! "The singer Melek Aydin … the singer": a noun that a text says of a person it names, and "the man" where only one person is near.
//!
//! In: names, and the nouns beside them. Out: mentions of such nouns where they stand alone, and whom they mean. Invariant: precision first; of two of whom
//! it was said the near one is meant, if there is but one, and a noun that was said of somebody without a name ("a singer") takes up nobody. Does not:
//! read titles of office (anaphora.rs).

use super::standins::{PRONOUN, blank};
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm, Sentence};
use crate::base::letters::small;
use crate::base::span::overlapping;
use crate::extract::mention::ADJECTIVE;
use crate::lexicon::Pack;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What counts as near, in sentences.
const REACH: usize = 2;
/// Fewest letters of such a noun.
const LEAST: usize = 4;
/// Most words of a phrase behind a name ("…, a Swedish human rights lawyer").
const LONGEST: usize = 6;
/// Most words between the article and the noun ("the jailed Swedish researcher").
const BETWEEN: usize = 2;
/// Evidence of such a noun.
const DESCRIBED: &str = "noun said of somebody";

/// Evidence of a noun for somebody of a body ("der CDU-Politiker").
const OF_BODY: &str = "noun for one of a body";

/// Is it a noun for somebody of a body, so that the body is no party of what he does?
pub(super) fn is_of_body(mention: &Mention) -> bool {
    mention.evidence.iter().any(|e| e == OF_BODY)
}

/// A single person by name.
fn is_named(mention: &Mention) -> bool {
    mention.class == EntityClass::Person && mention.form == MentionForm::Name && !mention.plural
}

/// A noun that was said of a named person.
struct Telling {
    /// The person's mention.
    person: usize,
    noun: String,
}

/// The mentions of nouns that were said of a named person before, by their sentences.
///
/// Complexity: linear in the tokens, times the nouns that were said of somebody.
pub(super) fn uses(
    text: &str,
    sentences: &[Sentence],
    mentions: &[Mention],
    pack: &Pack,
) -> BTreeMap<usize, Vec<Mention>> {
    let reader = Reader {
        text,
        sentences,
        mentions,
        pack,
    };
    let mut found: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    let told = reader.tellings();
    let Some(first) = mentions.iter().find(|m| is_named(m)) else {
        return found;
    };
    for index in first.sentence..sentences.len() {
        let count = sentences.get(index).map_or(0, |s| s.tokens.len());
        for at in 0..count {
            if first.span.end <= reader.span(index, at).start && reader.is_of_body(index, at) {
                found.entry(index).or_default().push(Mention {
                    evidence: vec![PRONOUN.to_owned(), OF_BODY.to_owned()],
                    ..blank(reader.span(index, at), index, EntityClass::Person)
                });
                continue;
            }
            let span = reader.span(index, at);
            let free = || overlapping(mentions, |m| m.span, span).next().is_none();
            let before = |t: &&Telling| {
                mentions
                    .get(t.person)
                    .is_some_and(|m| m.span.end <= span.start)
            };
            let mut earlier = told.iter().filter(before);
            // Few nouns are definite: the dear question, whom it may take up, is asked of those.
            if reader.is_known(index, at)
                && earlier.any(|t| reader.takes_up(index, at, t))
                && free()
            {
                let mention = Mention {
                    evidence: vec![PRONOUN.to_owned(), DESCRIBED.to_owned()],
                    ..blank(span, index, EntityClass::Person)
                };
                found.entry(index).or_default().push(mention);
            }
        }
    }
    found
}

/// The words of an article and its names.
struct Reader<'a> {
    text: &'a str,
    sentences: &'a [Sentence],
    mentions: &'a [Mention],
    pack: &'a Pack,
}

impl Reader<'_> {
    fn span(&self, sentence: usize, at: usize) -> crate::base::span::Span {
        let token = self.sentences.get(sentence).and_then(|s| s.tokens.get(at));
        token.map(|t| t.span).unwrap_or_default()
    }

    /// A token in small letters; empty behind the end.
    fn word(&self, sentence: usize, at: usize) -> Cow<'_, str> {
        let token = self.sentences.get(sentence).and_then(|s| s.tokens.get(at));
        token.map_or(Cow::Borrowed(""), |t| small(t.span.of(self.text)))
    }

    /// What the text says of the persons it names.
    fn tellings(&self) -> Vec<Telling> {
        let mut found = Vec::new();
        let persons = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| is_named(m));
        for (person, mention) in persons {
            let Some(tokens) = self.sentences.get(mention.sentence).map(|s| &s.tokens) else {
                continue;
            };
            let start = tokens.partition_point(|t| t.span.end <= mention.span.start);
            let end = tokens.partition_point(|t| t.span.start < mention.span.end);
            let before = start
                .checked_sub(1)
                .map(|b| self.word(mention.sentence, b).into_owned());
            let behind = self.apposition(mention.sentence, end);
            let nouns = before
                .into_iter()
                .chain(behind)
                .filter(|n| n.chars().count() >= LEAST && n.chars().all(char::is_alphabetic));
            found.extend(nouns.map(|noun| Telling { person, noun }));
        }
        found
    }

    /// "Melek Aydin, a Turkish singer,": the noun of the phrase behind a name that ends before a token.
    fn apposition(&self, sentence: usize, end: usize) -> Option<String> {
        let word = |at: usize| self.word(sentence, at);
        let titles = &self.pack.titles().table;
        let stops = &self.pack.coreference().described.stops;
        let mut at = end;
        // "Melek Aydin, 44, a singer"
        for _ in 0..2 {
            if word(at) == "," && word(at + 1).starts_with(|c: char| c.is_ascii_digit()) {
                at += 2;
            }
        }
        if word(at) != "," || !titles.indefinite.has(&word(at + 1)) {
            return None;
        }
        let mut last = None;
        for i in at + 2..at + 2 + LONGEST {
            let next = word(i);
            let ends = !next.starts_with(char::is_alphabetic);
            if ends || titles.links.has(&next) || stops.iter().any(|s| *s == next) {
                return last;
            }
            last = Some(next.into_owned());
        }
        None
    }

    /// May the word take up whom a noun was said of?
    fn takes_up(&self, sentence: usize, at: usize, told: &Telling) -> bool {
        let word = self.word(sentence, at);
        let table = &self.pack.coreference().described;
        let long = word.chars().count() >= LEAST;
        long && (table.takes_up(&word, &told.noun) || self.shares_title(sentence, at, told.person))
    }

    /// "The activist Laila Haddad … the dissident": a noun for the holder of a title that is no office.
    fn shares_title(&self, sentence: usize, at: usize, person: usize) -> bool {
        let role = self.mentions.get(person).and_then(|m| m.role.as_ref());
        let Some(role) = role.filter(|r| !r.former) else {
            return false;
        };
        let titles = self.pack.titles();
        let tokens = self.sentences.get(sentence).map(|s| &s.tokens);
        let word = |t: &crate::base::analysis::Token| t.span.of(self.text);
        let here: Vec<&str> = tokens
            .into_iter()
            .flatten()
            .skip(at)
            .take(1)
            .map(word)
            .collect();
        let found = titles.find(&here, 0).filter(|t| !t.noun.plural);
        let title = found.and_then(|t| titles.title(t.noun.entry));
        title.is_some_and(|t| {
            let office = t.relations.contains_key(EntityClass::Country.name());
            t.id == role.title && !office && !t.describes && !t.is_family()
        })
    }

    /// "Der CDU-Politiker": a definite compound of a body and a title, and no name behind it.
    fn is_of_body(&self, sentence: usize, at: usize) -> bool {
        let span = self.span(sentence, at);
        let mut inside = overlapping(self.mentions, |m| m.span, span);
        let body = inside.clone().count() == 1
            && inside.all(|i| {
                let part = self.mentions.get(i);
                part.is_some_and(|m| {
                    m.class == EntityClass::Organisation && m.span.len() < span.len()
                })
            });
        if !body {
            return false;
        }
        let found = self.pack.titles().find(&[span.of(self.text)], 0);
        let titled = found.is_some_and(|t| t.noun.prefix.is_some() && !t.noun.plural);
        titled && self.is_known(sentence, at)
    }

    /// Is the noun definite, and no name behind it?
    fn is_known(&self, sentence: usize, at: usize) -> bool {
        let table = &self.pack.coreference().described;
        let titles = &self.pack.titles().table;
        let noun = self.word(sentence, at);
        if noun.chars().count() < LEAST || !table.is_definite(&noun) {
            return false;
        }
        if table.articles.is_empty() {
            return !self.is_before_name(sentence, at);
        }
        let mut before = (at.saturating_sub(BETWEEN + 1)..at).rev();
        let end = before.find(|&i| {
            let word = self.word(sentence, i);
            let plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
            !plain || titles.articles.has(&word) || titles.links.has(&word)
        });
        // "Die Journalisten" are several.
        let peoples = &self.pack.coreference().peoples;
        let feminine = peoples.feminine.iter().any(|e| noun.ends_with(e.as_str()));
        let one = match (peoples.feminine.is_empty(), feminine) {
            (true, _) => &table.articles,
            (false, true) => &peoples.feminine_articles,
            (false, false) => &peoples.one_articles,
        };
        end.is_some_and(|i| {
            let article = self.word(sentence, i);
            [&table.articles, one]
                .iter()
                .all(|list| list.iter().any(|a| *a == article))
        }) && !self.is_before_name(sentence, at)
    }

    /// Does the name of a person stand behind a token, perhaps behind a comma?
    fn is_before_name(&self, sentence: usize, at: usize) -> bool {
        let skip = usize::from(self.word(sentence, at + 1) == ",");
        let next = self.span(sentence, at + 1 + skip);
        let mut here = overlapping(self.mentions, |m| m.span, next);
        here.any(|i| {
            let next = self.mentions.get(i);
            next.is_some_and(|m| m.class == EntityClass::Person && m.form == MentionForm::Name)
        })
    }

    /// The state that an adjective between the article and the noun tells.
    fn state(&self, mention: &Mention) -> Option<&str> {
        let next = self
            .mentions
            .partition_point(|m| m.span.start < mention.span.start);
        let before = next.checked_sub(1).and_then(|i| self.mentions.get(i))?;
        let adjective = before.evidence.first().is_some_and(|e| e == ADJECTIVE);
        let between = self
            .text
            .get(before.span.end as usize..mention.span.start as usize)?;
        let near = between.split_whitespace().count() <= 1 && !between.contains([',', '.']);
        before.country.as_deref().filter(|_| adjective && near)
    }
}

impl State<'_> {
    /// Attaches each noun that was said of somebody.
    pub(super) fn described(&mut self, grammar: &Grammar<'_>) {
        let said = |m: &Mention| m.evidence.iter().any(|e| e == DESCRIBED);
        if !self.mentions.iter().any(|m| said(m) || is_of_body(m)) {
            return;
        }
        let reader = Reader {
            text: &self.article.text,
            sentences: self.sentences,
            mentions: self.mentions,
            pack: self.pack,
        };
        let told = reader.tellings();
        for (i, mention) in self.mentions.iter().enumerate() {
            if is_of_body(mention)
                && let Some(j) = self.person_meant(grammar, i, None)
            {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
            if !said(mention) {
                continue;
            }
            let stands = grammar.part(mention).is_some() || grammar.location(mention).is_some();
            let count = self
                .sentences
                .get(mention.sentence)
                .map_or(0, |s| s.tokens.len());
            let at = (0..count).find(|&t| reader.span(mention.sentence, t) == mention.span);
            let next = at.map_or_else(String::new, |t| {
                reader.word(mention.sentence, t + 1).into_owned()
            });
            let never = &self.pack.coreference().described.never_before;
            let other = never.contains(&next) && !self.is_before_complement(i);
            let Some(at) = at.filter(|_| stands && !other) else {
                continue;
            };
            let fits = |t: &&Telling| {
                t.person < i
                    && self.may_be_called(t.person, i)
                    && reader.takes_up(mention.sentence, at, t)
                    && self.is_of(t.person, reader.state(mention))
            };
            let persons: Vec<usize> = told.iter().filter(fits).map(|t| t.person).collect();
            if let Some(j) = self.one_said(grammar, i, &persons) {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: said of {name}"));
            }
        }
    }

    /// Where nouns for women have an ending of their own: is a woman not called by one for a man?
    fn may_be_called(&self, person: usize, noun: usize) -> bool {
        let feminine = &self.pack.coreference().peoples.feminine;
        let form = small(self.text(noun));
        let told = feminine.iter().any(|e| form.ends_with(e.as_str()));
        feminine.is_empty() || self.gender_of(person).is_none_or(|g| (g == 'f') == told)
    }

    /// Does nothing speak against a person being of a state?
    fn is_of(&self, person: usize, state: Option<&str>) -> bool {
        let own = self.mentions.get(person).and_then(|m| m.country.as_deref());
        state.is_none() || own.is_none() || own == state
    }

    /// Of some persons the only one, or the only one near, who does not stand beside the noun; none where it was said of somebody else since.
    fn one_said(&mut self, grammar: &Grammar<'_>, at: usize, persons: &[usize]) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let beside = self.beside(grammar, mention);
        let (mut all, mut near) = (BTreeMap::new(), BTreeMap::new());
        let roots: BTreeSet<usize> = persons.iter().map(|&j| self.sets.root(j)).collect();
        for j in 0..at {
            let root = self.sets.root(j);
            if !roots.contains(&root) || beside.contains(&root) {
                continue;
            }
            all.entry(root).or_insert(j);
            if self.mentions[j].sentence + REACH >= mention.sentence {
                near.entry(root).or_insert(j);
            }
        }
        let sentences = persons.iter().filter_map(|&j| self.mentions.get(j));
        let last = sentences.map(|m| m.sentence).max()?;
        let since = self.sentences.get(last)?.span.end;
        let meant = if near.is_empty() {
            only(all)
        } else {
            only(near)
        };
        meant.filter(|_| !self.is_told_anew(at, since))
    }

    /// Does the noun of a mention stand behind an indefinite article between a place and the mention ("a singer was killed. The singer …")?
    fn is_told_anew(&self, at: usize, since: u32) -> bool {
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let table = &self.pack.coreference().described;
        let indefinite = &self.pack.titles().table.indefinite;
        let noun = small(mention.span.of(&self.article.text));
        let between = self
            .sentences
            .iter()
            .take(mention.sentence + 1)
            .flat_map(|s| &s.tokens);
        let words: Vec<_> = between
            .filter(|t| t.span.start >= since && t.span.end <= mention.span.start)
            .map(|t| small(t.span.of(&self.article.text)))
            .collect();
        words.iter().enumerate().any(|(k, w)| {
            let front = words.get(k.saturating_sub(BETWEEN)..k).unwrap_or_default();
            table.takes_up(&noun, w) && front.iter().any(|f| indefinite.has(f))
        })
    }

    /// "The man": the only person named near before, where no man without a name was told of.
    pub(super) fn person_meant(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        gender: Option<char>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let part = grammar.part(mention).is_some();
        let beside = self.beside(grammar, mention);
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        let mut first = mention.span.start;
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            // What is not known may be a person as well.
            let unknown = other.entry.is_none() && other.class != EntityClass::Group;
            let named =
                other.form == MentionForm::Name && (other.class == EntityClass::Person || unknown);
            // "Melek Aydin was arrested. Turkey freed the artist. Iran deported the woman."
            let taken_up = other.class == EntityClass::Person && self.sets.root(j) != j;
            let person = (named || taken_up) && !other.plural;
            if !person || other.sentence + REACH < mention.sentence {
                continue;
            }
            first = first.min(other.span.start);
            let told = gender.zip(self.gender_of(j));
            let root = self.sets.root(j);
            if told.is_none_or(|(a, b)| a == b) && !beside.contains(&root) {
                near.entry(root).or_insert(j);
            }
        }
        let sentence = mention.sentence.saturating_sub(REACH);
        let since = self.sentences.get(sentence).map_or(first, |s| s.span.start);
        let anew = !part || self.is_told_anew(at, since.min(first));
        only(near).filter(|_| !anew)
    }
}
