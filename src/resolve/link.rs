//! Clusters of many articles -> entities of the world.
//!
//! In: entity records with their articles. Out: groups of them, each one actor, with reasons. Invariants: independent of the order of input (nodes
//! are sorted by content, pairs by score); a judgement overrides every score; two gazetteer entries, two generations or two countries' bodies
//! never become one; a bridge ("V. Putin") never joins names that contradict each other. Does not: change records.

use super::blocking;
use super::compare::{Context, Memo, UNCERTAIN, compare_with};
use super::forms;
use super::judgement::{Decision, Judgements, key};
use super::normalize::{Interner, Name, parse_with};
use super::union::Sets;
use crate::base::analysis::EntityClass;
use crate::base::record::EntityRecord;
use crate::lexicon::romanization::NameTables;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What makes two mentions one before any name is compared.
type Content<'m> = (EntityClass, String, Option<&'m str>, Option<&'m str>);

/// One entity of one article.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Article id.
    pub article: &'a str,
    /// The record.
    pub entity: &'a EntityRecord,
    /// Roles it holds there: predicate and the name of what it is held of.
    pub roles: Vec<(String, String)>,
}

/// Members that are one actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Indices into the list of members, ascending.
    pub members: Vec<usize>,
    /// Why they are one.
    pub reasons: Vec<String>,
}

/// A pair that a person should judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// First name.
    pub a: String,
    /// Second name.
    pub b: String,
    /// Score below the bar.
    pub score: f32,
    /// Word by word, why.
    pub reasons: Vec<String>,
}

/// Groups and open questions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Linking {
    /// One group an actor, in the order of their content.
    pub groups: Vec<Group>,
    /// Uncertain pairs, best first.
    pub candidates: Vec<Candidate>,
}

/// Members that agree in class, name, country and external id: compared as one.
struct Node {
    class: EntityClass,
    name: String,
    country: Option<String>,
    external: Option<String>,
    forms: BTreeSet<String>,
    roles: BTreeSet<(String, String)>,
    members: Vec<usize>,
    parsed: Option<Name>,
}

/// Links members into actors.
///
/// Input: members in any order. Output: groups that share them out. Complexity: O(n log n) in the members, plus the comparisons that blocking leaves.
pub fn link(members: &[Member<'_>], tables: &NameTables, judgements: &Judgements) -> Linking {
    let mut linker = Linker::new(members, tables, judgements);
    linker.judged();
    linker.by_external();
    linker.by_form();
    let candidates = linker.by_name();
    Linking {
        groups: linker.finish(),
        candidates,
    }
}

/// Gathers members into nodes, sorted by content. Most members repeat what others say to the letter, so each spelling is read once.
fn nodes_of(members: &[Member<'_>], tables: &NameTables) -> Vec<Node> {
    let mut by_content: BTreeMap<Content<'_>, usize> = BTreeMap::new();
    let mut as_written: HashMap<_, usize> = HashMap::new();
    let mut keys: HashMap<&str, String> = HashMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    for (i, member) in members.iter().enumerate() {
        let e = member.entity;
        let (country, external) = (e.country.as_deref(), e.external.as_deref());
        let at = *as_written
            .entry((e.class, e.name.as_str(), country, external))
            .or_insert_with(|| {
                let content = (e.class, forms::plain(&e.name), country, external);
                *by_content.entry(content).or_insert_with(|| {
                    nodes.push(Node::new(e));
                    nodes.len() - 1
                })
            });
        let Some(node) = nodes.get_mut(at) else {
            continue;
        };
        if e.name < node.name {
            node.name.clone_from(&e.name);
        }
        for form in e.mentions.iter().chain([&e.name]) {
            let key = keys
                .entry(form)
                .or_insert_with(|| forms::named_key(form, tables));
            if !node.forms.contains(key) {
                node.forms.insert(key.clone());
            }
        }
        node.roles.extend(member.roles.iter().cloned());
        node.members.push(i);
    }
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let sorted = by_content.into_values();
    sorted.filter_map(|at| nodes.get_mut(at)?.take()).collect()
}

impl Node {
    fn new(e: &EntityRecord) -> Self {
        Self {
            class: e.class,
            name: e.name.clone(),
            country: e.country.clone(),
            external: e.external.clone(),
            forms: BTreeSet::new(),
            roles: BTreeSet::new(),
            members: Vec::new(),
            parsed: None,
        }
    }
}

struct Linker<'a> {
    nodes: Vec<Node>,
    sets: Sets,
    tables: &'a NameTables,
    judgements: &'a Judgements,
    /// External id, country and longest node of each set, by root.
    externals: BTreeMap<usize, String>,
    longest: Vec<usize>,
    /// Nodes that were judged different, by root, both ways.
    apart: BTreeMap<usize, BTreeSet<usize>>,
    reasons: BTreeMap<usize, Vec<String>>,
    memo: Memo,
}

impl<'a> Linker<'a> {
    fn new(members: &[Member<'_>], tables: &'a NameTables, judgements: &'a Judgements) -> Self {
        let mut nodes = nodes_of(members, tables);
        let mut interner = Interner::default();
        for node in nodes.iter_mut().filter(|n| n.class == EntityClass::Person) {
            node.parsed = Some(parse_with(&node.name, tables, &mut interner));
        }
        let externals = nodes
            .iter()
            .enumerate()
            .filter_map(|(i, n)| Some((i, n.external.clone()?)))
            .collect();
        Self {
            sets: Sets::new(nodes.len()),
            longest: (0..nodes.len()).collect(),
            nodes,
            tables,
            judgements,
            externals,
            apart: BTreeMap::new(),
            reasons: BTreeMap::new(),
            memo: Memo::for_scores_from(UNCERTAIN),
        }
    }

    /// Joins two nodes unless something known forbids it.
    fn join(&mut self, a: usize, b: usize, reason: String) -> bool {
        let (x, y) = (self.sets.root(a), self.sets.root(b));
        if x == y {
            return true;
        }
        let conflict = matches!((self.externals.get(&x), self.externals.get(&y)), (Some(p), Some(q)) if p != q);
        if conflict || self.apart.get(&x).is_some_and(|s| s.contains(&y)) {
            return false;
        }
        let (low, high) = (x.min(y), x.max(y));
        self.sets.join(low, high);
        if let Some(external) = self.externals.remove(&high) {
            self.externals.insert(low, external);
        }
        for other in self.apart.remove(&high).unwrap_or_default() {
            if let Some(theirs) = self.apart.get_mut(&other) {
                theirs.remove(&high);
                theirs.insert(low);
            }
            self.apart.entry(low).or_default().insert(other);
        }
        let words = |n: usize| {
            self.nodes.get(n).map_or(0, |n| {
                n.parsed
                    .as_ref()
                    .map_or(0, |p| p.words.iter().filter(|w| !w.initial).count())
            })
        };
        let (p, q) = (
            self.longest.get(low).copied().unwrap_or(low),
            self.longest.get(high).copied().unwrap_or(high),
        );
        if words(q) > words(p)
            && let Some(cell) = self.longest.get_mut(low)
        {
            *cell = q;
        }
        let mut moved = self.reasons.remove(&high).unwrap_or_default();
        moved.push(reason);
        self.reasons.entry(low).or_default().extend(moved);
        true
    }

    /// Judgements come first, so that nothing can be joined against them.
    fn judged(&mut self) {
        if self.judgements.decisions().is_empty() {
            return;
        }
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, node) in self.nodes.iter().enumerate() {
            let all: BTreeSet<String> = node
                .forms
                .iter()
                .map(|f| key(f))
                .chain([key(&node.name)])
                .collect();
            for k in all {
                by_key.entry(k).or_default().push(i);
            }
        }
        let find = |name: &str| by_key.get(&key(name)).cloned().unwrap_or_default();
        for decision in self.judgements.decisions().to_vec() {
            let (a, b) = decision.names();
            match &decision {
                Decision::Same { .. } => {
                    let all: Vec<usize> = find(a).into_iter().chain(find(b)).collect();
                    for pair in all.windows(2) {
                        if let [x, y] = pair {
                            // A person's word stands above the gazetteer's ids.
                            let root = self.sets.root(*y);
                            self.externals.remove(&root);
                            self.join(*x, *y, format!("judged the same: {a} = {b}"));
                        }
                    }
                }
                Decision::NotSame { .. } => {
                    for x in find(a) {
                        for y in find(b) {
                            let (x, y) = (self.sets.root(x), self.sets.root(y));
                            self.apart.entry(x).or_default().insert(y);
                            self.apart.entry(y).or_default().insert(x);
                        }
                    }
                }
            }
        }
    }

    fn by_external(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for i in 0..self.nodes.len() {
            let Some(external) = self.nodes.get(i).and_then(|n| n.external.clone()) else {
                continue;
            };
            match first.get(&external) {
                Some(&j) => {
                    self.join(j, i, format!("the same external id {external}"));
                }
                None => {
                    first.insert(external, i);
                }
            }
        }
    }

    /// Equal written forms of one class and no contradicting country.
    fn by_form(&mut self) {
        let mut first: BTreeMap<(EntityClass, String), Vec<usize>> = BTreeMap::new();
        for i in 0..self.nodes.len() {
            for form in self.linking_forms(i) {
                let place = first
                    .entry((
                        self.nodes.get(i).map_or(EntityClass::Group, |n| n.class),
                        form,
                    ))
                    .or_default();
                place.push(i);
            }
        }
        for ((_, form), nodes) in first {
            // One neighbor for each country is enough, and keeps the step linear.
            let mut known: BTreeMap<Option<String>, usize> = BTreeMap::new();
            let countries: BTreeSet<String> = nodes
                .iter()
                .filter_map(|n| self.nodes.get(*n)?.country.clone())
                .collect();
            for i in nodes {
                let country = self.nodes.get(i).and_then(|n| n.country.clone());
                let lone = if countries.len() == 1 {
                    countries.first().cloned()
                } else {
                    None
                };
                let slot = country.or(lone);
                match known.get(&slot) {
                    Some(&j) => {
                        self.join(j, i, format!("the same form: {form}"));
                    }
                    None => {
                        known.insert(slot, i);
                    }
                }
            }
        }
    }

    /// Forms that may link a node without comparison.
    fn linking_forms(&self, at: usize) -> Vec<String> {
        let Some(node) = self.nodes.get(at) else {
            return Vec::new();
        };
        match node.class {
            EntityClass::Person => {
                let full = node.parsed.as_ref().is_some_and(|p| p.words.len() >= 2)
                    || node.country.is_some();
                full.then(|| forms::named_key(&node.name, self.tables))
                    .into_iter()
                    .collect()
            }
            EntityClass::Group if node.country.is_none() => Vec::new(),
            EntityClass::Group | EntityClass::Country => {
                vec![forms::named_key(&node.name, self.tables)]
            }
            EntityClass::Organisation | EntityClass::Place => node
                .forms
                .iter()
                .filter(|f| {
                    f.chars().count() >= 4 || **f == forms::named_key(&node.name, self.tables)
                })
                .cloned()
                .collect(),
        }
    }

    /// Person names that blocking brings together, best pairs first.
    fn by_name(&mut self) -> Vec<Candidate> {
        let persons: Vec<usize> = (0..self.nodes.len())
            .filter(|i| self.nodes.get(*i).is_some_and(|n| n.parsed.is_some()))
            .collect();
        let names: Vec<&Name> = persons
            .iter()
            .filter_map(|i| self.nodes.get(*i)?.parsed.as_ref())
            .collect();
        let mut scored = Vec::new();
        for (a, b) in blocking::candidates(&names) {
            let (Some(&i), Some(&j)) = (persons.get(a as usize), persons.get(b as usize)) else {
                continue;
            };
            if self.sets.root(i) == self.sets.root(j) {
                continue;
            }
            let (Some(x), Some(y)) = (self.nodes.get(i), self.nodes.get(j)) else {
                continue;
            };
            let (Some(p), Some(q)) = (&x.parsed, &y.parsed) else {
                continue;
            };
            let context = Context {
                same_role: x.roles.intersection(&y.roles).next().is_some(),
                same_article: false,
            };
            let mut verdict = compare_with(p, q, context, self.tables, &mut self.memo);
            if matches!((&x.country, &y.country), (Some(c), Some(d)) if c != d)
                && verdict.score < 0.97
            {
                verdict.same = false;
                verdict.score = (verdict.score - 0.1).max(0.0);
                verdict.reasons.push("other countries".to_owned());
            }
            if verdict.score >= UNCERTAIN {
                scored.push(((verdict.score * 1000.0) as i32, i, j, verdict));
            }
        }
        scored.sort_by(|a, b| {
            (std::cmp::Reverse(a.0), a.1, a.2).cmp(&(std::cmp::Reverse(b.0), b.1, b.2))
        });
        let mut open = Vec::new();
        for (_, i, j, verdict) in scored {
            if verdict.same && self.agree(i, j) {
                let reason = format!(
                    "{} = {} ({:.2}): {}",
                    self.name(i),
                    self.name(j),
                    verdict.score,
                    verdict.reasons.join("; ")
                );
                self.join(i, j, reason);
            } else if self.sets.root(i) != self.sets.root(j) && !self.decided(i, j) {
                open.push(Candidate {
                    a: self.name(i),
                    b: self.name(j),
                    score: verdict.score,
                    reasons: verdict.reasons,
                });
            }
        }
        open
    }

    fn name(&self, at: usize) -> String {
        self.nodes
            .get(at)
            .map(|n| n.name.clone())
            .unwrap_or_default()
    }

    fn decided(&mut self, i: usize, j: usize) -> bool {
        let (x, y) = (self.sets.root(i), self.sets.root(j));
        self.apart.get(&x).is_some_and(|s| s.contains(&y))
            || matches!((self.externals.get(&x), self.externals.get(&y)), (Some(p), Some(q)) if p != q)
    }

    /// The most complete names of both sets must not contradict each other.
    fn agree(&mut self, i: usize, j: usize) -> bool {
        let (x, y) = (self.sets.root(i), self.sets.root(j));
        let longest = |root: usize| self.longest.get(root).copied().unwrap_or(root);
        let (p, q) = (longest(x), longest(y));
        if (p, q) == (i, j) || (q, p) == (i, j) {
            return true;
        }
        let (Some(a), Some(b)) = (self.nodes.get(p), self.nodes.get(q)) else {
            return true;
        };
        let context = Context {
            same_role: a.roles.intersection(&b.roles).next().is_some(),
            same_article: false,
        };
        match (&a.parsed, &b.parsed) {
            (Some(n), Some(m)) => {
                compare_with(n, m, context, self.tables, &mut self.memo).score >= UNCERTAIN
            }
            _ => true,
        }
    }

    fn finish(mut self) -> Vec<Group> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.nodes.len() {
            let root = self.sets.root(i);
            groups.entry(root).or_default().extend(
                self.nodes
                    .get(i)
                    .map(|n| n.members.clone())
                    .unwrap_or_default(),
            );
        }
        let mut out = Vec::with_capacity(groups.len());
        for (root, mut members) in groups {
            members.sort_unstable();
            out.push(Group {
                members,
                reasons: self.reasons.remove(&root).unwrap_or_default(),
            });
        }
        out
    }
}
