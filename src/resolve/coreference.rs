//! Which mentions of one article mean the same actor or place.
//!
//! In: the article, its sentences and mentions. Out: [`Cluster`]s that share out all mentions, in order of their first mention, each with its
//! reasons. Invariants: two gazetteer entries are never one; what is not certain stays apart. Does not: look at other articles (link.rs).
//! The steps run from the surest to the least sure; roles and pronouns come last (coreference/anaphora.rs).

mod anaphora;
mod naming;

use super::compare::{Context, compare_names, same_word};
use super::forms;
use super::known;
use super::normalize::{Interner, Name, parse_with};
use super::union::Sets;
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm, RoleObject, Sentence};
use crate::base::article::Article;
use crate::base::span::Span;
use crate::lexicon::{Lexicon, Pack};
use std::collections::BTreeMap;

/// Clusters the mentions of one article.
///
/// Input: mentions as [`crate::base::analysis`] describes them. Output: every mention is in exactly one cluster; clusters are sorted by their
/// first mention. Complexity: quadratic in the distinct person names of the article only.
pub fn cluster(
    article: &Article,
    sentences: &[Sentence],
    mentions: &[Mention],
    pack: &Pack,
    lexicon: &Lexicon,
) -> Vec<Cluster> {
    let mut state = State::new(article, sentences, mentions, pack, lexicon);
    state.by_entry();
    state.by_known();
    state.by_spelling();
    state.by_parenthesis();
    state.full_names();
    state.part_names();
    state.surnames();
    state.roles();
    state.pronouns();
    state.finish()
}

/// Adds a mention for every pronoun that can be resolved, outside of other mentions.
///
/// Input: mentions sorted by span. Output: the same and the pronouns, sorted by span; role objects still lead to their mentions.
pub fn with_pronouns(
    article: &Article,
    sentences: &[Sentence],
    mentions: Vec<Mention>,
    pack: &Pack,
) -> Vec<Mention> {
    let table = pack.coreference();
    let mut all: Vec<(Option<usize>, Mention)> = mentions
        .into_iter()
        .enumerate()
        .map(|(i, m)| (Some(i), m))
        .collect();
    let taken: Vec<Span> = all.iter().map(|(_, m)| m.span).collect();
    for (index, sentence) in sentences.iter().enumerate() {
        for token in &sentence.tokens {
            let Some(pronoun) = table.pronoun(token.span.of(&article.text)) else {
                continue;
            };
            let at = taken.partition_point(|s| s.end <= token.span.start);
            if taken.get(at).is_some_and(|s| s.overlaps(token.span)) {
                continue;
            }
            all.push((
                None,
                Mention {
                    span: token.span,
                    sentence: index,
                    class: pronoun.class,
                    form: MentionForm::Pronoun,
                    entry: None,
                    country: None,
                    sector: None,
                    gender: Some(pronoun.gender),
                    plural: pronoun.plural,
                    role: None,
                    evidence: vec!["pronoun".to_owned()],
                    confidence: 0.6,
                },
            ));
        }
    }
    all.sort_by_key(|(_, m)| (m.span.start, m.span.end));
    let place: BTreeMap<usize, usize> = all
        .iter()
        .enumerate()
        .filter_map(|(new, (old, _))| Some(((*old)?, new)))
        .collect();
    for (_, mention) in &mut all {
        if let Some(RoleObject::Mention(at)) = mention.role.as_mut().and_then(|r| r.object.as_mut())
        {
            *at = place.get(at).copied().unwrap_or(*at);
        }
    }
    all.into_iter().map(|(_, m)| m).collect()
}

/// The clusters as they grow.
struct State<'a> {
    article: &'a Article,
    sentences: &'a [Sentence],
    mentions: &'a [Mention],
    pack: &'a Pack,
    lexicon: &'a Lexicon,
    sets: Sets,
    reasons: BTreeMap<usize, Vec<String>>,
    /// Parsed person names, beside the mentions; `None` for all others.
    names: Vec<Option<Name>>,
    /// Entry of each set, by root.
    entries: BTreeMap<usize, String>,
}

impl<'a> State<'a> {
    fn new(
        article: &'a Article,
        sentences: &'a [Sentence],
        mentions: &'a [Mention],
        pack: &'a Pack,
        lexicon: &'a Lexicon,
    ) -> Self {
        let mut cache: BTreeMap<&str, Name> = BTreeMap::new();
        let mut words = Interner::unnumbered();
        let mut names = Vec::with_capacity(mentions.len());
        for mention in mentions {
            // A single unknown name taken for a place or body may be a surname of the article.
            let single = mention.entry.is_none()
                && !mention.span.of(&article.text).contains([' ', '-'])
                && mention.class != EntityClass::Group;
            let person = mention.form == MentionForm::Name
                && (mention.class == EntityClass::Person || single);
            let text = forms::without_possessive(mention.span.of(&article.text));
            let parsed = || {
                cache
                    .entry(text)
                    .or_insert_with(|| parse_with(text, lexicon.names(), &mut words))
                    .clone()
            };
            names.push(person.then(parsed));
        }
        let entries = mentions
            .iter()
            .enumerate()
            .filter_map(|(i, m)| Some((i, m.entry.clone()?)))
            .collect();
        Self {
            article,
            sentences,
            mentions,
            pack,
            lexicon,
            sets: Sets::new(mentions.len()),
            reasons: BTreeMap::new(),
            names,
            entries,
        }
    }

    fn text(&self, at: usize) -> &'a str {
        self.mentions
            .get(at)
            .map_or("", |m| m.span.of(&self.article.text))
    }

    /// Joins two mentions unless their sets name two entries; keeps the reason.
    fn join(&mut self, a: usize, b: usize, reason: impl FnOnce() -> String) -> bool {
        let (x, y) = (self.sets.root(a), self.sets.root(b));
        if x == y {
            return true;
        }
        let (low, high) = (x.min(y), x.max(y));
        let conflict =
            matches!((self.entries.get(&x), self.entries.get(&y)), (Some(p), Some(q)) if p != q);
        if conflict {
            return false;
        }
        self.sets.join(x, y);
        if let Some(entry) = self.entries.remove(&high) {
            self.entries.insert(low, entry);
        }
        let mut moved = self.reasons.remove(&high).unwrap_or_default();
        moved.push(reason());
        self.reasons.entry(low).or_default().extend(moved);
        true
    }

    /// Mentions of one gazetteer entry are one; so are all of one state, whatever stands for it.
    fn by_entry(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            if matches!(mention.form, MentionForm::Role | MentionForm::Pronoun) {
                continue;
            }
            let state = mention.class == EntityClass::Country || self.is_government(mention);
            let key = match (&mention.entry, &mention.country) {
                (_, Some(code)) if state && code.len() == 3 && !mention.plural => {
                    format!("country {code}")
                }
                (Some(entry), _) => entry.clone(),
                (None, Some(code)) if mention.class == EntityClass::Group => {
                    let kinds: Vec<&str> = mention.evidence.iter().map(String::as_str).collect();
                    format!("{code} {}", kinds.join(" "))
                }
                _ => continue,
            };
            match first.get(&key) {
                Some(&j) => {
                    let text = self.text(i);
                    self.join(j, i, || format!("{text}: {key} as above"));
                }
                None => {
                    first.insert(key, i);
                }
            }
        }
    }

    /// Full names that are a known person's in a spelling the gazetteer does not list.
    fn by_known(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            if let Some(entry) = &mention.entry {
                first.entry(entry.clone()).or_insert(i);
            }
        }
        let lexicon = self.lexicon;
        for (i, mention) in self.mentions.iter().enumerate() {
            let unknown = mention.entry.is_none() && mention.class == EntityClass::Person;
            let Some(Some(name)) = self.names.get(i).filter(|_| unknown) else {
                continue;
            };
            let found = known::by_spelling(lexicon, name, mention.country.as_deref());
            let Some((id, why)) = found else {
                continue;
            };
            let at = *first.entry(id.to_owned()).or_insert(i);
            let text = self.text(i);
            if at != i {
                self.join(at, i, || format!("{text}: {why}"));
                continue;
            }
            let root = self.sets.root(i);
            if let std::collections::btree_map::Entry::Vacant(place) = self.entries.entry(root) {
                place.insert(id.to_owned());
                self.reasons
                    .entry(root)
                    .or_default()
                    .push(format!("{text}: {why}"));
            }
        }
    }

    /// "The Turkish government" stands for Turkey.
    fn is_government(&self, mention: &Mention) -> bool {
        let governments = &self.pack.coreference().governments;
        let named = |e: &String| {
            e.split_once(':')
                .is_some_and(|(_, id)| governments.iter().any(|g| g == id))
        };
        mention.form == MentionForm::Nominal
            && mention.entry.is_none()
            && mention.evidence.iter().any(named)
    }

    /// Equal forms of one class are one.
    fn by_spelling(&mut self) {
        let mut first: BTreeMap<(EntityClass, String), usize> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            if matches!(mention.form, MentionForm::Role | MentionForm::Pronoun) || self.is_family(i)
            {
                continue;
            }
            // A bare surname may belong to several people of the article; it waits for `surnames`.
            let bare = |n: &Option<Name>| n.as_ref().is_some_and(|n| n.words.len() < 2);
            if mention.class == EntityClass::Person && self.names.get(i).is_some_and(bare) {
                continue;
            }
            let key = (
                mention.class,
                forms::named_key(self.text(i), self.lexicon.names()),
            );
            match first.get(&key) {
                Some(&j) => {
                    let text = self.text(i);
                    self.join(j, i, || format!("{text}: written as before"));
                }
                None => {
                    first.insert(key, i);
                }
            }
        }
    }

    /// "Organisationen för säkerhet och samarbete i Europa (OSSE)".
    fn by_parenthesis(&mut self) {
        for i in 1..self.mentions.len() {
            let (Some(full), Some(short)) = (self.mentions.get(i - 1), self.mentions.get(i)) else {
                continue;
            };
            let between = self
                .article
                .text
                .get(full.span.end as usize..short.span.start as usize)
                .unwrap_or("-");
            let closed = self
                .article
                .text
                .get(short.span.end as usize..)
                .is_some_and(|t| t.starts_with([')', ',', ';']));
            let opened = between.trim().trim_end_matches(['"', '“', '”', '„']) == "(";
            let text = self.text(i);
            let capitals = text.chars().count() <= 8
                && text.chars().filter(|c| c.is_uppercase()).count() >= 2
                && !text.contains(' ');
            let persons = full.class == EntityClass::Person || short.class == EntityClass::Person;
            if opened && closed && capitals && !persons {
                self.join(i - 1, i, || format!("{text}: abbreviation in parentheses"));
            }
        }
        self.initials();
    }

    /// "EU" after "European Union": the initials of a name of several words in the same article.
    fn initials(&mut self) {
        for i in 0..self.mentions.len() {
            let text = forms::without_possessive(self.text(i));
            let short =
                (2..=6).contains(&text.chars().count()) && text.chars().all(char::is_uppercase);
            let free = short
                && self
                    .mentions
                    .get(i)
                    .is_some_and(|m| m.class == EntityClass::Organisation && m.entry.is_none());
            let initials = |long: &str| -> String {
                long.split([' ', '-'])
                    .filter_map(|w| w.chars().next())
                    .filter(|c| c.is_uppercase())
                    .collect()
            };
            let same_class = |j: &usize| {
                self.mentions
                    .get(*j)
                    .is_some_and(|m| m.class == EntityClass::Organisation)
            };
            let found: Vec<usize> = (0..self.mentions.len())
                .filter(|j| free && *j != i && same_class(j) && initials(self.text(*j)) == text)
                .collect();
            if let Some(&j) = found.first() {
                self.join(i, j, || format!("{text}: initials of a name above"));
            }
        }
    }

    /// Full names of people, compared under every romanisation.
    fn full_names(&mut self) {
        let full: Vec<usize> = self.distinct(|n| n.words.len() >= 2);
        for (at, &i) in full.iter().enumerate() {
            for &j in full.get(at + 1..).unwrap_or_default() {
                let (Some(Some(a)), Some(Some(b))) = (self.names.get(i), self.names.get(j)) else {
                    continue;
                };
                let context = Context {
                    same_role: self.same_role(i, j),
                    same_article: true,
                };
                let verdict = compare_names(a, b, context, self.lexicon.names());
                if verdict.same {
                    let (x, y) = (self.text(i), self.text(j));
                    self.join(i, j, || {
                        format!(
                            "{x} = {y} ({:.2}): {}",
                            verdict.score,
                            verdict.reasons.join("; ")
                        )
                    });
                }
            }
        }
    }

    /// First mention of each distinct person name that passes.
    fn distinct(&self, passes: impl Fn(&Name) -> bool) -> Vec<usize> {
        let mut seen = std::collections::BTreeSet::new();
        let fits = |i: &usize| {
            self.names
                .get(*i)
                .is_some_and(|n| n.as_ref().is_some_and(&passes))
        };
        (0..self.mentions.len())
            .filter(fits)
            .filter(|i| seen.insert(forms::key(self.text(*i))))
            .collect()
    }

    fn same_role(&self, i: usize, j: usize) -> bool {
        let role = |k: usize| self.mentions.get(k).and_then(|m| m.role.as_ref());
        let (Some(a), Some(b)) = (role(i), role(j)) else {
            return false;
        };
        a.title == b.title
            && self.object_key(a.object.as_ref()) == self.object_key(b.object.as_ref())
    }

    /// What a role is of, as a key that two mentions of it share.
    fn object_key(&self, object: Option<&RoleObject>) -> Option<String> {
        match object? {
            RoleObject::Entry(id) => Some(id.clone()),
            RoleObject::Mention(at) => {
                let entry = self.mentions.get(*at).and_then(|m| m.entry.clone());
                entry.or_else(|| Some(forms::key(self.text(*at))))
            }
        }
    }

    /// "Rada" after "Verkhovna Rada", "Karabach" after "Nagorno-Karabach", "separatisterna" after "armeniska separatisterna".
    fn part_names(&mut self) {
        for i in 0..self.mentions.len() {
            let Some(mention) = self.mentions.get(i) else {
                continue;
            };
            let kind = matches!(
                mention.class,
                EntityClass::Organisation | EntityClass::Place | EntityClass::Group
            );
            let key = forms::key(self.text(i));
            if !kind
                || mention.entry.is_some()
                || key.chars().count() < 4
                || matches!(mention.form, MentionForm::Role | MentionForm::Pronoun)
            {
                continue;
            }
            let group = mention.class == EntityClass::Group;
            let holds = |j: &usize| {
                let Some(other) = self
                    .mentions
                    .get(*j)
                    .filter(|o| o.class == mention.class && *j != i)
                else {
                    return false;
                };
                let long = forms::key(self.text(*j));
                let cut = |rest: Option<&str>, edge: fn(char) -> bool, at_end: bool| {
                    rest.is_some_and(|r| {
                        if at_end {
                            r.ends_with(edge)
                        } else {
                            r.starts_with(edge)
                        }
                    })
                };
                let edge: fn(char) -> bool = |c| c == ' ' || c == '-';
                let tail = cut(long.strip_suffix(key.as_str()), edge, true);
                let head = cut(long.strip_prefix(key.as_str()), edge, false);
                (tail || (head && !group)) && other.form != MentionForm::Role && *j < i.max(*j)
            };
            let mut roots: Vec<usize> = (0..self.mentions.len()).filter(holds).collect();
            roots = roots.into_iter().map(|j| self.sets.root(j)).collect();
            roots.sort_unstable();
            roots.dedup();
            if let [only] = roots.as_slice() {
                let text = self.text(i);
                let only = *only;
                self.join(only, i, || {
                    format!("{text}: part of a name that only one bears")
                });
            }
        }
    }

    /// Is the surname that of a family, not of one of its members?
    fn is_family(&self, at: usize) -> bool {
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let families = &self.pack.coreference().families;
        let before = self
            .article
            .text
            .get(..mention.span.start as usize)
            .unwrap_or("");
        let after = self
            .article
            .text
            .get(mention.span.end as usize..)
            .unwrap_or("");
        let word = |w: Option<&str>| {
            w.is_some_and(|w| {
                families.contains(
                    &w.trim_matches(|c: char| !c.is_alphanumeric())
                        .to_lowercase(),
                )
            })
        };
        let one = !self.text(at).contains(' ');
        one && (word(before.rsplit(char::is_whitespace).find(|w| !w.is_empty()))
            || word(after.split_whitespace().next()))
    }

    /// Bare surnames go to the one full name that ends in them; a typing error is tolerated where only one can be meant.
    fn surnames(&mut self) {
        let full = self.distinct(|n| n.words.len() >= 2);
        let bare: Vec<usize> = (0..self.mentions.len())
            .filter(|i| {
                self.names
                    .get(*i)
                    .is_some_and(|n| n.as_ref().is_some_and(|n| n.words.len() == 1))
            })
            .collect();
        let mut alone: Vec<usize> = Vec::new();
        for i in bare {
            if self.is_family(i) {
                continue;
            }
            let person = self
                .mentions
                .get(i)
                .is_some_and(|m| m.class == EntityClass::Person);
            let capitals = self.text(i).chars().filter(|c| c.is_uppercase()).count();
            if !person && (capitals != 1 || self.text(i).chars().count() < 5) {
                continue;
            }
            let holders = self.holders(i, &full, 0.9);
            let holders = if holders.is_empty() && person {
                self.holders(i, &full, 0.84)
            } else {
                holders
            };
            match self.choose(i, holders) {
                Some(j) => {
                    let (text, full) = (self.text(i), self.text(j));
                    self.join(j, i, || format!("{text}: surname of {full}"));
                }
                None if person => alone.push(i),
                None => {}
            }
        }
        for (at, &i) in alone.iter().enumerate() {
            for &j in alone.get(at + 1..).unwrap_or_default() {
                let (Some(Some(a)), Some(Some(b))) = (self.names.get(i), self.names.get(j)) else {
                    continue;
                };
                let likeness = a
                    .words
                    .first()
                    .zip(b.words.first())
                    .map_or(0.0, |(x, y)| same_word(x, y, true, self.lexicon.names()));
                if likeness >= 0.9 {
                    let (x, y) = (self.text(i), self.text(j));
                    self.join(i, j, || format!("{x} = {y}: one bare name"));
                }
            }
        }
    }

    /// Full names whose surname (or, with an entry, first word) is the bare name, one for each cluster.
    fn holders(&mut self, bare: usize, full: &[usize], bar: f32) -> Vec<usize> {
        let Some(Some(name)) = self.names.get(bare) else {
            return Vec::new();
        };
        let Some(word) = name.words.first().cloned() else {
            return Vec::new();
        };
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for &j in full {
            let Some(Some(long)) = self.names.get(j) else {
                continue;
            };
            let last = long
                .words
                .last()
                .map_or(0.0, |w| same_word(&word, w, true, self.lexicon.names()));
            let others = long
                .words
                .iter()
                .rev()
                .skip(1)
                .map(|w| if w.text == word.text { 0.95 } else { 0.0 })
                .fold(0.0, f32::max);
            if last.max(others) >= bar {
                let root = self.sets.root(j);
                found.entry(root).or_insert(j);
            }
        }
        found.into_values().collect()
    }

    /// Of several holders of a surname: the one with the same role, else the only one of the gender; else nobody.
    fn choose(&self, bare: usize, holders: Vec<usize>) -> Option<usize> {
        if let [only] = holders.as_slice() {
            return Some(*only);
        }
        let gender = |i: usize| self.mentions.get(i).and_then(|m| m.gender);
        let by_role: Vec<usize> = holders
            .iter()
            .copied()
            .filter(|j| self.same_role(bare, *j))
            .collect();
        if let [only] = by_role.as_slice() {
            return Some(*only);
        }
        let own = gender(bare)?;
        let by_gender: Vec<usize> = holders
            .into_iter()
            .filter(|j| gender(*j) == Some(own))
            .collect();
        if let [only] = by_gender.as_slice() {
            Some(*only)
        } else {
            None
        }
    }
}
