//! Persons and groups told by their nation who are not its state: "her Mexican friend", "the German tourists", "the Afghan's trip", "the American pope",
//! "the Serb leader", "the president of the Kurdish region".
//!
//! In: mentions after the parse. Out: the same, those of them that are no state's changed to words that take up a person, or nobody. Invariant: what is done
//! by force to people of a state stays done to it; offices, soldiers and peoples in the plural stay their states. Does not: decide whom such a word takes
//! up (demonyms.rs, `leader_meant`).

use super::clauses::send;
use super::standins::blank;
use super::{Grammar, State, deeds, owner_of};
use crate::base::analysis::{EntityClass, Mention, MentionForm, RoleObject, Sentence, Token};
use crate::base::letters::small;
use crate::base::span::{Span, overlapping};
use crate::extract::mention::{ADJECTIVE, INHABITANTS, POSTED};
use crate::lexicon::coreference::Peoples;
use crate::lexicon::{Lexicon, Pack};
use std::collections::BTreeMap;

/// Evidence of one of a people, who is nobody until it is known who.
pub(super) const ONE: &str = "one of a people";
/// Evidence of whoever leads a people or a part of a state.
const LEADS: &str = "leads no state";
/// Evidence of a group to whom somebody only speaks.
pub(super) const ADDRESSED: &str = "spoken to";

/// Evidence of a private person, whom only what the text says of somebody takes up.
const NOBODY: &str = "private person";

/// Such a word reaches back this many sentences.
const REACH: usize = 2;
/// Most words between a title and the part of a state that it is of ("of the autonomous Kurdish region").
const BETWEEN: usize = 4;

/// Changes the mentions that are no state's.
pub(super) fn tell_apart(
    mentions: &mut [Mention],
    (text, sentences): (&str, &[Sentence]),
    grammar: &Grammar<'_>,
    (pack, lexicon): (&Pack, &Lexicon),
) {
    let reader = Reader {
        text,
        sentences,
        mentions,
        grammar,
        pack,
        lexicon,
    };
    let changes: Vec<Option<Change>> = mentions.iter().map(|m| reader.change(m)).collect();
    for (mention, change) in mentions.iter_mut().zip(changes) {
        if let Some(change) = change {
            change.apply(mention);
        }
    }
}

/// What a mention turns out to be.
enum Change {
    /// Somebody of its state, by the noun that tells him, or nobody.
    Person(Span, &'static str),
    /// A group that only is spoken to.
    Addressed,
    /// An embassy that acts, of which only is told where it is.
    Sent,
    /// A body that sits in the town, by its entry, code and sector.
    Body(String, Option<String>, Option<String>),
    /// The holder of an office that is always of one state or body, by its entry and code.
    Office(String, Option<String>),
}

impl Change {
    fn apply(self, mention: &mut Mention) {
        match self {
            Self::Person(span, evidence) => {
                let code = mention.country.take().filter(|_| evidence == ONE);
                *mention = Mention {
                    country: code,
                    gender: mention.gender,
                    evidence: vec![evidence.to_owned()],
                    ..blank(span, mention.sentence, EntityClass::Person)
                };
            }
            Self::Body(entry, code, sector) => {
                mention.entry = Some(entry);
                mention.class = EntityClass::Organisation;
                (mention.country, mention.sector) = (code, sector);
            }
            Self::Sent => send(mention),
            Self::Addressed => mention.evidence.push(ADDRESSED.to_owned()),
            Self::Office(entry, code) => {
                if let Some(role) = mention.role.as_mut() {
                    role.object = Some(RoleObject::Entry(entry));
                }
                if mention.form == MentionForm::Role {
                    mention.country = code;
                }
            }
        }
    }
}

/// The words of an article and its mentions.
struct Reader<'a, 'g> {
    text: &'a str,
    sentences: &'a [Sentence],
    mentions: &'a [Mention],
    grammar: &'a Grammar<'g>,
    pack: &'a Pack,
    lexicon: &'a Lexicon,
}

impl Reader<'_, '_> {
    fn peoples(&self) -> &Peoples {
        &self.pack.coreference().peoples
    }

    fn tokens(&self, mention: &Mention) -> &[Token] {
        let sentence = self.sentences.get(mention.sentence);
        sentence.map_or(&[], |s| &s.tokens)
    }

    /// A token in small letters; empty outside the sentence.
    fn word(&self, tokens: &[Token], at: usize) -> String {
        let token = tokens.get(at);
        token.map_or_else(String::new, |t| small(t.span.of(self.text)).into_owned())
    }

    fn change(&self, mention: &Mention) -> Option<Change> {
        let first = mention.evidence.first().map_or("", String::as_str);
        if mention.role.is_some() {
            return self
                .own_office(mention)
                .or_else(|| self.part_of_state(mention))
                .or_else(|| self.ethnic_leader(mention));
        }
        if mention.form == MentionForm::Metonym {
            return self.court_of(mention);
        }
        if mention.form != MentionForm::Nominal {
            return None;
        }
        if first == ADJECTIVE {
            return self
                .apposed(mention)
                .or_else(|| self.private(mention))
                .or_else(|| self.part_of_state(mention))
                .or_else(|| self.one(mention));
        }
        if first == INHABITANTS {
            return self.apposed(mention).or_else(|| self.one(mention));
        }
        if mention.evidence.iter().any(|e| e == POSTED) {
            return self.grammar.does(mention).then_some(Change::Sent);
        }
        self.addressed(mention)
            .or_else(|| self.ethnic_leader(mention))
    }

    /// "The court wants X … X refuses to work with The Hague": the one international court named before, where the text speaks of the town as a place, too,
    /// and of nothing else of its state.
    fn court_of(&self, mention: &Mention) -> Option<Change> {
        let code = mention.country.as_deref()?;
        let town = small(
            self.text
                .get(mention.span.start as usize..mention.span.end as usize)?,
        );
        let same = |m: &Mention| small(m.span.of(self.text)) == town;
        let mut own = self
            .mentions
            .iter()
            .filter(|m| m.country.as_deref() == Some(code));
        if !own.all(same) {
            return None;
        }
        let place = |m: &Mention| m.class == EntityClass::Place && same(m);
        if !self.mentions.iter().any(place) {
            return None;
        }
        let courts = &self.pack.coreference().unnamed_governments;
        let groups = &self.pack.groups().table.groups;
        let court = groups.iter().find(|g| courts.contains(&g.id))?;
        let international = &self.lexicon.ontology.codes.international;
        let before = self
            .mentions
            .iter()
            .take_while(|m| m.span.end <= mention.span.start);
        let mut bodies = before.filter(|m| {
            let apart = m
                .country
                .as_ref()
                .is_some_and(|c| international.contains(c));
            apart && m.class == EntityClass::Organisation && m.sector == court.sector
        });
        let body = bodies.next()?;
        let one = bodies.all(|b| b.entry == body.entry);
        let entry = body.entry.clone().filter(|_| one)?;
        Some(Change::Body(
            entry,
            body.country.clone(),
            body.sector.clone(),
        ))
    }

    /// "The American pope": an office that is of one state only, whatever adjective tells where its holder is from.
    fn own_office(&self, mention: &Mention) -> Option<Change> {
        let role = mention.role.as_ref()?;
        let titles = &self.pack.titles().table.titles;
        let title = titles.iter().find(|t| t.id == role.title)?;
        let object = title.object.as_ref()?;
        let known = self.lexicon.gazetteer().entry(object)?;
        let class = match role.object.as_ref() {
            Some(RoleObject::Mention(at)) => self.mentions.get(*at).map(|m| m.class),
            Some(RoleObject::Entry(id)) => {
                let entry = self.lexicon.gazetteer().entry(id);
                entry.filter(|e| e.id != object).map(|e| e.class)
            }
            None => mention.country.as_ref().map(|_| EntityClass::Country),
        };
        let other = class == Some(EntityClass::Country);
        other.then(|| Change::Office(object.clone(), known.country.map(str::to_owned)))
    }

    /// "Her Mexican friend", "the Ugandan singers": a noun for private persons behind the adjective of a state, unless something is done to them by force.
    fn private(&self, mention: &Mention) -> Option<Change> {
        let table = self.peoples();
        let tokens = self.tokens(mention);
        let next = tokens.partition_point(|t| t.span.start < mention.span.end);
        let compounds = self.pack.titles().table.compounds;
        let is = |list: &[String], at: usize| {
            let word = self.word(tokens, at);
            let end = |w: &String| *w == word || compounds && word.ends_with(w.as_str());
            list.iter().any(end)
        };
        let listed = |at: &usize| is(&table.private, *at) || is(&table.friends, *at);
        let plain = |at: usize| {
            let token = tokens.get(at).map_or("", |t| t.span.of(self.text));
            token.chars().all(|c| c.is_lowercase() || c == '-')
        };
        let noun = (next..next + 2).find(listed)?;
        if noun > next && !plain(next) {
            return None;
        }
        let span = tokens.get(noun)?.span;
        let behind = tokens.get(noun + 1).map_or(span, |t| t.span);
        let named = |s: Span| {
            let mut here = overlapping(self.mentions, |m| m.span, s);
            here.any(|i| {
                self.mentions
                    .get(i)
                    .is_some_and(|m| m.form == MentionForm::Name)
            })
        };
        if named(span) || named(behind) && behind != span {
            return None;
        }
        let person = blank(span, mention.sentence, EntityClass::Person);
        let part = self.grammar.part(&person)?;
        let acts = self.grammar.does(&person);
        let languages = (self.pack, self.lexicon);
        let told = deeds::only_speaks(self.grammar, (mention.sentence, part.verb), languages);
        if !acts && !told {
            return None;
        }
        let free = overlapping(self.mentions, |m| m.span, span)
            .next()
            .is_none();
        let known = is(&table.friends, noun) && self.is_known(mention);
        let span = if free { span } else { mention.span };
        Some(Change::Person(span, if known { ONE } else { NOBODY }))
    }

    /// Does a word before the mention tell that somebody known is meant ("the", "his")?
    fn is_known(&self, mention: &Mention) -> bool {
        let before = self.text.get(..mention.span.start as usize);
        let before = before.and_then(|t| t.split_whitespace().next_back());
        let titles = &self.pack.titles().table;
        let word = before.unwrap_or_default();
        let owned = self.pack.coreference().receptions.owners.has(word);
        owned || titles.articles.has(word) && !titles.indefinite.has(word)
    }

    /// "Bob Denard, a Frenchman, …": one of a people behind the name of a person only says where that one is from.
    fn apposed(&self, mention: &Mention) -> Option<Change> {
        let before = self.text.get(..mention.span.start as usize)?.trim_end();
        let (start, article) = before.rsplit_once(' ')?;
        let name_end = start.strip_suffix(',')?.len();
        let indefinite = self.pack.titles().table.indefinite.has(article);
        let behind = self.text.get(mention.span.end as usize..)?;
        let closed = behind.starts_with([',', '.', ';']);
        let named = |m: &Mention| {
            let person = m.class == EntityClass::Person && m.form == MentionForm::Name;
            person && m.span.end as usize == name_end
        };
        let apposed = indefinite && closed && self.mentions.iter().any(named);
        apposed.then_some(Change::Person(mention.span, NOBODY))
    }

    /// "The students" whom somebody only thanks.
    fn addressed(&self, mention: &Mention) -> Option<Change> {
        let kind = mention.evidence.first()?.strip_prefix("group:")?;
        let kinds = &self.peoples().addressed;
        let people = mention.country.is_some() && kinds.iter().any(|s| s == kind);
        let part = self.grammar.part(mention).filter(|_| people)?;
        let verb = (mention.sentence, part.verb);
        let languages = (self.pack, self.lexicon);
        let told = !part.subject && deeds::only_speaks(self.grammar, verb, languages);
        told.then_some(Change::Addressed)
    }

    /// "The Afghan", in a form that is no plural's.
    fn one(&self, mention: &Mention) -> Option<Change> {
        let stands =
            self.grammar.part(mention).is_some() || self.grammar.location(mention).is_some();
        let one =
            stands && owner_of(mention).is_none() && is_one(self.text, mention, self.peoples());
        let several = &self.peoples().several_articles;
        let before = self.text.get(..mention.span.start as usize);
        let before = before.and_then(|t| t.split_whitespace().next_back());
        let before = small(before.unwrap_or_default()).into_owned();
        let subject = self.grammar.part(mention).is_some_and(|p| p.subject);
        // "Svensken Johan Floderus" is named.
        let named = self.mentions.iter().any(|m| {
            let person = m.class == EntityClass::Person && m.form == MentionForm::Name;
            person && m.sentence == mention.sentence && m.span.start == mention.span.end + 1
        });
        let open = named
            || several.contains(&before)
            || self.peoples().subject_articles.contains(&before)
                && !subject
                && !is_feminine(self.text, mention, self.peoples());
        (one && !open).then_some(Change::Person(mention.span, ONE))
    }

    /// "The Serb leader", "serbledaren": who leads a people within states.
    fn ethnic_leader(&self, mention: &Mention) -> Option<Change> {
        let table = self.peoples();
        let tokens = self.tokens(mention);
        let first = tokens.partition_point(|t| t.span.end <= mention.span.start);
        let group = mention.form == MentionForm::Nominal;
        if mention.plural && !group || mention.form == MentionForm::Name {
            return None;
        }
        let word = self.word(tokens, first);
        let ends = |list: &[String]| list.iter().any(|e| word.ends_with(e.as_str()));
        let one = !group || !table.one_endings.is_empty() && ends(&table.one_endings);
        let fits = |w: &str, e: &str| {
            e.strip_suffix('*')
                .map_or(w == e, |stem| w.starts_with(stem))
        };
        let ethnic = |w: &String| table.ethnic.iter().any(|e| fits(w, e));
        let leader = self.pack.titles();
        let written: Vec<&str> = tokens.iter().map(|t| t.span.of(self.text)).collect();
        let last = tokens.partition_point(|t| t.span.start < mention.span.end);
        let titled = (first..last).any(|i| {
            let found = leader.find(&written, i);
            let title = found.and_then(|f| leader.title(f.noun.entry));
            title.is_some_and(|t| table.leading.contains(&t.id))
        });
        let before = first.checked_sub(1).map(|b| self.word(tokens, b));
        let told = ethnic(&word) || before.is_some_and(|w| ethnic(&w));
        (one && titled && told).then_some(Change::Person(mention.span, LEADS))
    }

    /// "The president of the Kurdish region", "den kurdiska regionens president": a title of a part of a state that has no mention of its own.
    fn part_of_state(&self, mention: &Mention) -> Option<Change> {
        let table = self.peoples();
        let titles = &self.pack.titles().table;
        let tokens = self.tokens(mention);
        let last = tokens.partition_point(|t| t.span.start < mention.span.end);
        let is_part = |i: usize| {
            let word = self.word(tokens, i);
            let before = i.checked_sub(1).map(|b| self.word(tokens, b));
            let both = [before.as_deref().unwrap_or_default(), " ", &word].concat();
            table.parts.iter().any(|p| *p == word || *p == both)
        };
        let heads = |title: &str| {
            let offices = &self.pack.coreference().bare_offices;
            offices.iter().chain(&table.leading).any(|t| t == title)
        };
        let free = |i: usize| {
            let token = tokens.get(i).map(|t| t.span);
            let mut here = token
                .into_iter()
                .flat_map(|t| overlapping(self.mentions, |m| m.span, t));
            here.all(|j| {
                self.mentions
                    .get(j)
                    .is_none_or(|m| m.evidence.first().is_some_and(|e| e == ADJECTIVE))
            })
        };
        if mention.form == MentionForm::Nominal {
            // "Den kurdiska regionens president": the title stands behind.
            let written: Vec<&str> = tokens.iter().map(|t| t.span.of(self.text)).collect();
            let titles = self.pack.titles();
            let found = titles.find(&written, last + 1);
            let title = found.and_then(|t| titles.title(t.noun.entry));
            let titled = title.is_some_and(|t| heads(&t.id));
            let part = is_part(last) && titled && table.possessed_parts;
            return part.then_some(Change::Person(mention.span, LEADS));
        }
        let title = mention.role.as_ref().map_or("", |r| r.title.as_str());
        if mention.form != MentionForm::Role || mention.plural || !heads(title) {
            return None;
        }
        if !titles.links.has(&self.word(tokens, last)) && !self.is_genitive(tokens, last) {
            return None;
        }
        let end = (last..=(last + BETWEEN)).find(|&i| is_part(i))?;
        // "The president of the Kurdish region", not "of Chad, a region".
        let inside = (last..end).all(|i| {
            let word = self.word(tokens, i);
            let plain = word
                .chars()
                .all(|c| c.is_alphabetic() || c == '-' || c == '\'' || c == '’');
            plain && (free(i) || self.is_owner(tokens, i))
        });
        let own = free(end);
        (inside && own).then_some(Change::Person(mention.span, LEADS))
    }

    /// An article in the genitive opens what a title is of ("der Präsident der Region").
    fn is_genitive(&self, tokens: &[Token], at: usize) -> bool {
        self.pack
            .titles()
            .table
            .articles
            .has(&self.word(tokens, at))
    }

    /// "Bosnia's Serb republic": a state that owns the part.
    fn is_owner(&self, tokens: &[Token], at: usize) -> bool {
        let token = tokens.get(at).map(|t| t.span);
        let mut here = token
            .into_iter()
            .flat_map(|t| overlapping(self.mentions, |m| m.span, t));
        here.all(|j| {
            let found = self.mentions.get(j);
            found.is_some_and(|m| m.class == EntityClass::Country && m.form == MentionForm::Name)
        })
    }
}

/// Has the word an article, or an ending that carries one, and is it no plural?
pub(super) fn is_one(text: &str, mention: &Mention, table: &Peoples) -> bool {
    let before = text.get(..mention.span.start as usize);
    let before = before.and_then(|t| t.split_whitespace().next_back());
    let before = small(before.unwrap_or_default());
    let form = small(mention.span.of(text));
    let ends = |list: &[String]| list.iter().any(|e| form.ends_with(e.as_str()));
    let stands = |list: &[String]| list.is_empty() || list.iter().any(|a| *a == before);
    if ends(&table.feminine) {
        return stands(&table.feminine_articles);
    }
    let listed = !table.one_articles.is_empty() || !table.one_endings.is_empty();
    listed
        && stands(&table.one_articles)
        && (table.one_endings.is_empty() || ends(&table.one_endings))
        && !ends(&table.never_one)
}

/// A word for somebody who is nobody.
pub(super) fn nobody(span: Span, sentence: usize) -> Mention {
    Mention {
        evidence: vec![NOBODY.to_owned()],
        ..blank(span, sentence, EntityClass::Person)
    }
}

/// Has the word the form of a woman of a people?
fn is_feminine(text: &str, mention: &Mention, table: &Peoples) -> bool {
    let form = small(mention.span.of(text));
    table.feminine.iter().any(|e| form.ends_with(e.as_str()))
}

/// Is it one of a people, or somebody else whom only his nation tells?
pub(super) fn is_told(mention: &Mention) -> bool {
    let first = mention.evidence.first().map_or("", String::as_str);
    [ONE, LEADS, NOBODY].contains(&first)
}

/// Is it whoever leads a people or a part of a state?
pub(super) fn leads_no_state(mention: &Mention) -> bool {
    mention.evidence.first().is_some_and(|e| e == LEADS)
}

impl State<'_> {
    /// "Milorad Dodik fled. Germany criticised the Serb leader": the only person named near before who is not of a state that acts beside the word.
    pub(super) fn leader_meant(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let beside = self.beside(grammar, mention);
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let here = (first..self.mentions.len())
            .take_while(|&j| self.mentions[j].sentence == mention.sentence)
            .filter(|&j| grammar.beside(mention, &self.mentions[j]));
        let others: Vec<usize> = here.collect();
        let codes: Vec<String> = others.into_iter().filter_map(|j| self.code_of(j)).collect();
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let unknown = other.entry.is_none() && other.class != EntityClass::Group;
            let person = (other.class == EntityClass::Person || unknown)
                && other.form == MentionForm::Name
                && !other.plural;
            if !person || other.sentence + REACH < mention.sentence {
                continue;
            }
            let root = self.sets.root(j);
            let code = self.code_of(j);
            if !beside.contains(&root) && code.is_none_or(|c| !codes.contains(&c)) {
                near.entry(root).or_insert(j);
            }
        }
        super::only(near)
    }
}
