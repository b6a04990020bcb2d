//! Which mentions of one article mean the same actor or place.
//!
//! In: the article, its sentences and mentions. Out: [`Cluster`]s that share out all mentions, in order of their first mention, each with its
//! reasons. Invariants: two gazetteer entries are never one; what is not certain stays apart. Does not: look at other articles (link.rs).
//! The steps run from the surest to the least sure; roles and pronouns come last (coreference/anaphora.rs).

mod ages;
mod anaphora;
mod blame;
mod bodies;
mod clauses;
mod counterparts;
pub(super) mod deeds;
mod demonyms;
mod described;
mod epithets;
mod genders;
mod grammar;
mod lone;
mod naming;
mod nationals;
mod offices;
mod organs;
mod owned;
mod parts;
mod persons;
mod posts;
mod standins;

use super::compare::{ACCEPT, Memo};
use super::forms;
use super::known;
use super::normalize::{Interner, Name, parse_with};
use super::union::Sets;
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm, RoleObject, Sentence};
use crate::base::article::Article;
use crate::extract::mention::{INHABITANTS, JOINT};
use crate::lexicon::{Lexicon, Pack};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use grammar::Grammar;
pub use owned::name_states;
pub(super) use standins::{PAIR, several};
pub use standins::{name_actors, with_standins};

/// Clusters the mentions of one article.
///
/// Input: mentions as [`crate::base::analysis`] describes them; `grammar` holds the trees of the sentences. Output: every mention is in exactly one cluster; clusters are sorted by their
/// first mention. Complexity: near-linear in the mentions; up to a bound every two person names are compared (coreference/persons.rs).
pub fn cluster(
    article: &Article,
    sentences: &[Sentence],
    mentions: &[Mention],
    grammar: &Grammar<'_>,
    (pack, lexicon): (&Pack, &Lexicon),
) -> Vec<Cluster> {
    let mut state = State::new(article, sentences, mentions, pack, lexicon);
    let groups = mentions.iter().filter(|m| m.form == MentionForm::Nominal);
    state.acting = groups
        .filter(|m| grammar.acts(m))
        .map(|m| m.span.start)
        .collect();
    state.peoples = state.acting_peoples(grammar);
    state.torn = state.torn_bodies(grammar);
    state.ones = state.single_people(grammar);
    state.by_entry();
    state.by_known();
    state.by_spelling();
    state.by_parenthesis();
    state.full_names();
    state.part_names();
    state.surnames();
    state.rulers();
    state.roles(grammar);
    state.ages(grammar);
    state.demonyms(grammar);
    state.described(grammar);
    state.pronouns(grammar);
    state.demonyms_again(grammar);
    state.counterparts(grammar);
    state.owned(grammar);
    state.nominals(grammar);
    state.finish()
}

/// The one mention of the sets that were found.
fn only(found: BTreeMap<usize, usize>) -> Option<usize> {
    let mut found = found.into_values();
    found.next().filter(|_| found.next().is_none())
}

/// Whose a group is, where that is no state: "of:" and an id.
fn owner_of(mention: &Mention) -> Option<&str> {
    mention.evidence.iter().find_map(|e| e.strip_prefix("of:"))
}

/// Country and sector of a group without a name of its own.
fn forces_of(mention: &Mention) -> Option<(&str, &str)> {
    let group = mention.form == MentionForm::Nominal && mention.class == EntityClass::Group;
    let sector = mention.sector.as_deref().filter(|_| group)?;
    Some((mention.country.as_deref()?, sector))
}

/// Letters by which two words are alike in two languages ("internationella", "International").
const STEM: usize = 4;

/// A written name and the country of its title.
type Spelled<'t> = (&'t str, Option<&'t str>);

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
    /// Comparisons of their words.
    memo: Memo,
    /// Where the groups stand that act in their clauses.
    acting: BTreeSet<u32>,
    /// Where the peoples stand that act as their states do.
    peoples: BTreeSet<u32>,
    /// Where one of a people stands who may be somebody named before.
    ones: BTreeSet<usize>,
    /// Bodies that the article sets against their own state, by its code and their kind.
    torn: BTreeSet<(String, String)>,
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
        let mut words = Interner::default();
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
            memo: Memo::for_scores_from(ACCEPT),
            acting: BTreeSet::new(),
            peoples: BTreeSet::new(),
            ones: BTreeSet::new(),
            torn: BTreeSet::new(),
            entries,
        }
    }

    fn text(&self, at: usize) -> &'a str {
        self.mentions
            .get(at)
            .map_or("", |m| m.span.of(&self.article.text))
    }

    /// The words of a mention, with the owner's name where a group has one.
    fn form(&self, at: usize) -> &'a str {
        let group = self
            .mentions
            .get(at)
            .filter(|m| m.form != MentionForm::Name);
        let phrase = group.and_then(|m| m.phrase);
        phrase.map_or_else(|| self.text(at), |p| p.of(&self.article.text))
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
        let forces = self.own_forces();
        for (i, mention) in self.mentions.iter().enumerate() {
            if matches!(mention.form, MentionForm::Role | MentionForm::Pronoun)
                || self.ones.contains(&i)
            {
                continue;
            }
            if let Some(&j) = forces_of(mention).and_then(|f| forces.get(&f)?.as_ref())
                && self.is_government(mention)
            {
                let text = self.text(i);
                self.join(j, i, || format!("{text}: of the forces named apart"));
                continue;
            }
            let one = mention.class == EntityClass::Country && !mention.plural;
            let state = one || self.is_government(mention);
            let key = match (&mention.entry, &mention.country) {
                (_, Some(code)) if state && code.len() == 3 => {
                    format!("country {code}")
                }
                (Some(entry), _) => entry.clone(),
                (None, code)
                    if mention.class == EntityClass::Group
                        && (code.is_some() || owner_of(mention).is_some()) =>
                {
                    let code = code.as_deref().unwrap_or("-");
                    let kinds: Vec<&str> = mention.evidence.iter().map(String::as_str).collect();
                    match owner_of(mention).filter(|_| self.stands_for_states(mention)) {
                        Some(region) => format!("{code} states of:{region}"),
                        None => format!("{code} {}", kinds.join(" ")),
                    }
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
            // The state is one node, named or not.
            let state = mention
                .country
                .as_deref()
                .filter(|_| self.is_government(mention));
            let state = state.and_then(|code| self.lexicon.gazetteer().country(code));
            if let Some(state) = state {
                let root = self.sets.root(i);
                self.entries
                    .entry(root)
                    .or_insert_with(|| state.id.to_owned());
            }
        }
    }

    /// "Europeans", "European countries": do those of a region stand for its states? Some of them do not ("two Europeans").
    fn stands_for_states(&self, mention: &Mention) -> bool {
        let table = &self.pack.coreference().peoples;
        let kind = mention.evidence.first().map(String::as_str);
        let states = kind.and_then(|k| k.strip_prefix("group:"));
        let people = kind == Some(INHABITANTS) && mention.plural && {
            let before = self.article.text.get(..mention.span.start as usize);
            let before = before.and_then(|t| t.split_whitespace().next_back());
            let before = before.unwrap_or_default().to_lowercase();
            let digits = before.starts_with(|c: char| c.is_ascii_digit());
            !digits && !self.pack.groups().table.quantities.contains(&before)
        };
        people || states.is_some_and(|k| table.states.iter().any(|s| s == k))
    }

    /// The armed group of each country and sector that the article names apart from its state ("the Sudanese army"): other troops of that state belong to
    /// it. `None` where it names several.
    fn own_forces(&self) -> BTreeMap<(&'a str, &'a str), Option<usize>> {
        let armed = &self.lexicon.ontology.codes.armed;
        let mut found: BTreeMap<(&str, &str), Option<usize>> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            let Some(forces) = forces_of(mention).filter(|f| armed.iter().any(|a| a == f.1)) else {
                continue;
            };
            if self.is_government(mention) || owner_of(mention).is_some() {
                continue;
            }
            let same = |j: &usize| {
                self.mentions
                    .get(*j)
                    .is_some_and(|m| m.evidence == mention.evidence)
            };
            let slot = found.entry(forces).or_insert(Some(i));
            *slot = slot.filter(same);
        }
        found
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
        let mut asked: FxHashMap<Spelled<'_>, Option<(&str, Arc<str>)>> = FxHashMap::default();
        for (i, mention) in self.mentions.iter().enumerate() {
            let unknown = mention.entry.is_none() && mention.class == EntityClass::Person;
            let Some(Some(name)) = self.names.get(i).filter(|_| unknown) else {
                continue;
            };
            let country = mention.country.as_deref();
            let written = forms::without_possessive(self.text(i));
            let found = asked
                .entry((written, country))
                .or_insert_with(|| known::by_spelling(lexicon, (written, name), country));
            let Some((id, why)) = found else {
                continue;
            };
            let at = *first.entry((*id).to_owned()).or_insert(i);
            let text = self.text(i);
            if at != i {
                self.join(at, i, || format!("{text}: {why}"));
                continue;
            }
            let root = self.sets.root(i);
            if let std::collections::btree_map::Entry::Vacant(place) = self.entries.entry(root) {
                place.insert((*id).to_owned());
                self.reasons
                    .entry(root)
                    .or_default()
                    .push(format!("{text}: {why}"));
            }
        }
    }

    /// "The Russians attacked", "X accused the Russians": a people with its article that does what states do or to which something is done, and of which no few were spoken of before ("two Russians").
    fn acting_peoples(&self, grammar: &Grammar<'_>) -> BTreeSet<u32> {
        let table = &self.pack.coreference().peoples;
        let mut few: BTreeSet<&str> = BTreeSet::new();
        let mut found = BTreeSet::new();
        let people = |m: &&Mention| m.evidence.first().is_some_and(|e| e == INHABITANTS);
        for mention in self.mentions.iter().filter(people) {
            let Some(code) = mention
                .country
                .as_deref()
                .filter(|_| owner_of(mention).is_none())
            else {
                continue;
            };
            let before = self.article.text.get(..mention.span.start as usize);
            let before = before.and_then(|t| t.split_whitespace().next_back());
            let before = before.unwrap_or_default().to_lowercase();
            let form = mention.span.of(&self.article.text).to_lowercase();
            let whole = (table.articles.is_empty() || table.articles.contains(&before))
                && table.endings.iter().any(|e| form.ends_with(e.as_str()));
            if !whole {
                few.insert(code);
                continue;
            }
            let own = |verb: &String| {
                let lemmas = self.pack.inflection().lemmas(verb, None);
                let listed = |l: &str| table.own_deeds.iter().any(|d| d == l);
                listed(verb) || lemmas.iter().any(|l| listed(l))
            };
            let acts = self.acting.contains(&mention.span.start);
            let acts = acts && grammar.deed(mention).is_some_and(|v| !own(&v));
            if (acts || self.is_acted_upon(grammar, mention)) && !few.contains(code) {
                found.insert(mention.span.start);
            }
        }
        found
    }

    /// "X accused the Russians": is the mention what its verb acts upon, and no more than that ("for the Russians")?
    fn is_acted_upon(&self, grammar: &Grammar<'_>, mention: &Mention) -> bool {
        let upon = grammar.part(mention).is_some_and(|p| !p.subject);
        upon && grammar.preposition(mention).is_empty()
    }

    /// "The Turkish government" stands for Turkey.
    fn is_government(&self, mention: &Mention) -> bool {
        let people = mention.evidence.first().is_some_and(|e| e == INHABITANTS);
        let start = &mention.span.start;
        if people && (self.peoples.contains(start) || !self.acting.contains(start)) {
            return true;
        }
        let table = self.pack.coreference();
        let group = mention.form == MentionForm::Nominal && mention.entry.is_none();
        let kind = mention.evidence.iter().find_map(|e| e.split_once(':'));
        let Some((_, kind)) = kind.filter(|_| group && owner_of(mention).is_none()) else {
            return false;
        };
        let listed = |ids: &[String]| ids.iter().any(|id| id == kind);
        let before = self.article.text.get(..mention.span.start as usize);
        let before = before.and_then(|t| t.split_whitespace().next_back());
        let words = mention.span.of(&self.article.text).to_lowercase();
        let before = before.unwrap_or_default().to_lowercase();
        let mut words = words.split([' ', '-']).chain([before.as_str()]);
        let addressed = || mention.evidence.iter().any(|e| e == nationals::ADDRESSED);
        let acts = || self.acting.contains(&mention.span.start);
        let suffers = || listed(&table.suffering) && !acts() && !addressed();
        let indefinite = &self.pack.titles().table.indefinite;
        let unnamed = || listed(&table.unnamed_governments) && indefinite.contains(&before);
        let torn = |code: &String| self.torn.contains(&(code.clone(), kind.to_owned()));
        let own = || !mention.country.as_ref().is_some_and(torn) && !self.is_of_seat(mention);
        let body = || listed(&table.bodies) && own();
        (listed(&table.governments) || suffers() || unnamed() || body())
            && !words.any(|w| table.no_more.iter().any(|n| n == w))
    }

    /// Equal forms of one class are one.
    fn by_spelling(&mut self) {
        let mut first: BTreeMap<(EntityClass, String), usize> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            if matches!(mention.form, MentionForm::Role | MentionForm::Pronoun)
                || self.is_family(i)
                || self.is_possessed(mention)
                || self.is_organ(mention)
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
                forms::named_key(self.form(i), self.lexicon.names()),
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
            // "Internationella skidförbundet, FIS, stängde av …"
            let apposed = || between == ", " && self.is_spelt_out(i - 1, i);
            let text = self.text(i);
            let capitals = text.chars().count() <= 8
                && text.chars().filter(|c| c.is_uppercase()).count() >= 2
                && !text.contains(' ');
            let persons = full.class == EntityClass::Person || short.class == EntityClass::Person;
            if closed && capitals && !persons && (opened || apposed()) {
                if self.spells_another(i - 1, i) || self.is_unlike(i - 1, i) {
                    let root = self.sets.root(i);
                    self.entries.remove(&root);
                }
                self.join(i - 1, i, || format!("{text}: abbreviation in parentheses"));
            }
        }
        self.initials();
    }

    /// "International Cricket Council (ICC)": do the initials of an unknown name give the abbreviation, while no name of the body known by it has the words?
    pub(super) fn spells_another(&mut self, full: usize, short: usize) -> bool {
        let unknown = self.mentions.get(full).is_some_and(|m| m.entry.is_none());
        let root = self.sets.root(short);
        let Some(id) = self.entries.get(&root).filter(|_| unknown) else {
            return false;
        };
        let words = |t: &str| -> Vec<String> {
            let parts = t
                .split([' ', '-'])
                .map(|w| forms::key(forms::without_possessive(w)));
            parts.filter(|w| !w.is_empty()).collect()
        };
        let written = words(self.text(full));
        let initials: String = written.iter().filter_map(|w| w.chars().next()).collect();
        let entry = self.lexicon.gazetteer().entry(id);
        let known = entry.is_some_and(|e| {
            e.names().any(|(_, n)| {
                let shared = words(n).iter().filter(|w| written.contains(w)).count();
                shared * 3 >= written.len() * 2
            })
        });
        let joint = self.mentions.get(full);
        let joint = joint.is_some_and(|m| m.evidence.iter().any(|e| e == JOINT));
        let abbreviation = self.text(short).to_lowercase();
        // "England and Wales Cricket Board (ECB)"
        let mut rest = initials.chars();
        let among = |c: char| rest.any(|i| i == c);
        let spelled = initials == abbreviation || joint && abbreviation.chars().all(among);
        spelled && !known
    }

    /// Is an abbreviation between commas that of the unknown body before it? In a list of names others stand around the two.
    fn is_spelt_out(&self, full: usize, short: usize) -> bool {
        let (Some(long), Some(letters)) = (self.mentions.get(full), self.mentions.get(short))
        else {
            return false;
        };
        let text = &self.article.text;
        let behind = text.get(letters.span.end as usize..).unwrap_or_default();
        let named = |m: &Mention| m.span.start as usize <= letters.span.end as usize + ", ".len();
        let next = self.mentions.get(short + 1).is_some_and(named);
        let before = text.get(..long.span.start as usize).unwrap_or_default();
        let listed = before.trim_end().ends_with(',') || next;
        let several = self.text(full).contains(' ') && long.entry.is_none();
        let body = |m: &Mention| m.class == EntityClass::Organisation;
        let open = letters.entry.is_none() || self.is_unlike(full, short);
        behind.starts_with(',') && !listed && several && body(long) && body(letters) && open
    }

    /// "Internationella skidförbundet (FIS)": has no name of the body that is known by the letters a word like one of the name that is spelt out here, of a
    /// body that is unknown?
    fn is_unlike(&self, full: usize, short: usize) -> bool {
        let entry = |m: usize| self.mentions.get(m).and_then(|m| m.entry.as_deref());
        let known = entry(short).and_then(|e| self.lexicon.gazetteer().entry(e));
        let Some(known) = known.filter(|_| entry(full).is_none()) else {
            return false;
        };
        let stem = |w: &str| forms::key(w).chars().take(STEM).collect::<String>();
        let stems = |t: &str| -> Vec<String> {
            let words = t.split([' ', '-']).filter(|w| w.chars().count() >= STEM);
            words.map(stem).collect()
        };
        let written = stems(self.text(full));
        let like = known.names().any(|(_, n)| {
            let own = stems(n);
            own.iter().any(|w| written.contains(w))
        });
        let spelt = known.names().any(|(_, n)| n.contains(' '));
        spelt && !like && !written.is_empty()
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
}
