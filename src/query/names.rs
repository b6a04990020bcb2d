//! Names as typed to entities of the graph: any spelling, any word of a name, genitives; a typo is an error that names the nearest.
//!
//! In: words with their place. Out: [`Pick`]: whom it was taken for and who else it could be. Invariants: exact beats spelling variant beats a
//! word of a name; among equals the one with most events wins, and the answer says so; a guess is never taken for an answer.

use super::ast::{EntityExpr, EntityList, EntityTerm, Joint};
use super::result::{Picked, Problem};
use super::words::Words;
use crate::base::analysis::EntityClass;
use crate::base::span::Span;
use crate::graph::{EntityId, Filter, Graph, NameHit, NameMatch, fold_name};
use std::collections::BTreeMap;

/// How many alternatives a note or an error names.
const SHOWN: usize = 3;

/// What variables stand for when names are resolved.
pub type Variables = BTreeMap<String, super::ast::Value>;

/// Resolves names over one graph.
#[derive(Clone, Copy)]
pub struct Resolver<'g> {
    graph: &'g Graph,
    variables: &'g Variables,
    text: &'g str,
    words: Option<&'g Words>,
}

/// Fewest letters of a word that stands for a longer name, or for one in another spelling; shorter ones are names in full.
const SHORTEST: usize = 3;

impl super::parse::KnownNames for Graph {
    fn is_whole_name(&self, words: &str) -> bool {
        self.has_name(words)
    }

    fn is_name(&self, words: &str) -> bool {
        self.find_exact(words)
            .iter()
            .any(|h| matches!(h.by, NameMatch::Exact | NameMatch::Word))
    }
}

impl<'g> Resolver<'g> {
    /// Makes a resolver for the statement `text`.
    pub fn new(graph: &'g Graph, variables: &'g Variables, text: &'g str) -> Self {
        Self {
            graph,
            variables,
            text,
            words: None,
        }
    }

    /// Lets no word that only says how something is asked stand for a name it is part of ("the", "all").
    #[must_use]
    pub fn knowing(self, words: &'g Words) -> Self {
        Self {
            words: Some(words),
            ..self
        }
    }

    /// Tells whether a word alone is too little to stand for a name that it is part of.
    fn is_little(&self, text: &str) -> bool {
        let short = text.chars().count() < SHORTEST && text.is_ascii();
        short || self.words.is_some_and(|w| w.is_function_word(text))
    }

    /// Resolves one entity.
    ///
    /// # Errors
    /// [`Problem`] with the words at fault and the nearest names.
    pub fn entity(&self, expr: &EntityExpr) -> Result<Picked, Problem> {
        match &expr.value {
            EntityTerm::Id(id) => self.by_id(id, expr.span),
            EntityTerm::Variable(name) => match self.variables.get(&name.to_lowercase()) {
                Some(super::ast::Value::Text(text)) => self.named(text, None, expr.span),
                Some(_) => Err(Problem::new(format!("${name} is no name"), expr.span)),
                None => Err(self.no_variable(name, expr.span)),
            },
            EntityTerm::Name { text, class, .. } => self.named(text, class.as_deref(), expr.span),
        }
    }

    fn no_variable(&self, name: &str, span: Span) -> Problem {
        let known = super::suggest::nearest(name, self.variables.keys().map(String::as_str), 2);
        let suggestions = known.iter().map(|k| format!("${k}")).collect();
        Problem {
            suggestions,
            ..Problem::new(
                format!("no variable ${name}; `let ${name} = …` makes one"),
                span,
            )
        }
    }

    fn by_id(&self, id: &str, span: Span) -> Result<Picked, Problem> {
        let found = self.graph.entity_by_key(&id.to_lowercase()).or_else(|| {
            let wikidata =
                id.starts_with(['q', 'Q']) && id.chars().skip(1).all(|c| c.is_ascii_digit());
            wikidata
                .then(|| {
                    self.graph.entities().find(|e| {
                        self.graph
                            .external(*e)
                            .is_some_and(|x| x.eq_ignore_ascii_case(id))
                    })
                })
                .flatten()
        });
        let Some(entity) = found else {
            return Err(Problem::new(
                format!(
                    "no actor or place has the id \"{id}\"; ids look like @ilham_aliyev or @Q57607"
                ),
                span,
            ));
        };
        Ok(Picked {
            typed: format!("@{id}"),
            entity,
            also: Vec::new(),
            exact: true,
        })
    }

    fn named(&self, text: &str, class: Option<&str>, span: Span) -> Result<Picked, Problem> {
        let little = self.is_little(text);
        let admits = |hit: &NameHit| {
            class.is_none_or(|c| class_matches(self.graph.entity(hit.entity).class, c))
                && !(little && hit.by != NameMatch::Exact)
        };
        if let Some(picked) = self
            .sure(text, &admits)
            .and_then(|hits| self.pick(text, &hits))
        {
            return Ok(picked);
        }
        let hits: Vec<NameHit> = self
            .graph
            .find(bare(text))
            .into_iter()
            .filter(|h| admits(h))
            .collect();
        let variants: Vec<NameHit> = hits
            .iter()
            .copied()
            .filter(|h| text.chars().count() > SHORTEST && self.is_variant(bare(text), h.entity))
            .collect();
        if let Some(picked) = self.pick(text, &variants) {
            return Ok(picked);
        }
        if let ([only], true) = (hits.as_slice(), text.chars().count() > SHORTEST)
            && only.by == NameMatch::Prefix
            && self.is_most_of(text, only.entity)
            && let Some(picked) = self.pick(text, &[*only])
        {
            return Ok(picked);
        }
        Err(self.unknown(text, class, span, &hits))
    }

    /// Whole names, then words of names; then the same without a genitive ending.
    fn sure(&self, text: &str, admits: &dyn Fn(&NameHit) -> bool) -> Option<Vec<NameHit>> {
        let stripped = bare(text);
        let forms = [
            Some(text),
            (stripped != text).then_some(stripped),
            stripped.strip_suffix('s'),
        ];
        forms.into_iter().flatten().find_map(|form| {
            let hits: Vec<NameHit> = self
                .graph
                .find_exact(form)
                .into_iter()
                .filter(|h| admits(h))
                .collect();
            (!hits.is_empty()).then_some(hits)
        })
    }

    /// Takes the best of some hits: a name in full that is the entity's own, other whole names, then most events. A single word counts as a name in
    /// full for places only: "Baku" is the town before it is its government, but a surname alone is nobody's full name.
    fn pick(&self, typed: &str, hits: &[NameHit]) -> Option<Picked> {
        let full = |h: &NameHit| {
            let view = self.graph.entity(h.entity);
            (view.class == EntityClass::Place || fold_name(typed).contains(' '))
                && fold_name(view.name) == fold_name(typed)
        };
        // "Moskau" is the town, for whom its government is named after it.
        let town = |h: &NameHit| self.graph.entity(h.entity).class == EntityClass::Place;
        // A town where nothing is told to happen gives way to whomever the texts call so ("Brussels" for the European Union).
        let told = |h: &NameHit| h.by == NameMatch::Exact && h.n_events > 0 && !town(h);
        let empty = |h: &NameHit| town(h) && events_of(self.graph, h.entity) == 0;
        let yields = |h: &NameHit| hits.iter().any(told) && empty(h);
        let mut sorted = hits.to_vec();
        sorted.sort_by_cached_key(|h| {
            let named = fold_name(self.graph.name(h.entity)) == fold_name(typed);
            (
                yields(h),
                !full(h),
                h.by != NameMatch::Exact,
                !(named || town(h)),
                std::cmp::Reverse(h.n_events),
                h.entity,
            )
        });
        let (best, others) = sorted.split_first()?;
        let exact = fold_name(self.graph.name(best.entity)) == fold_name(typed);
        let also = if exact {
            Vec::new()
        } else {
            others.iter().take(SHOWN).map(|h| h.entity).collect()
        };
        Some(Picked {
            typed: typed.to_owned(),
            entity: best.entity,
            also,
            exact,
        })
    }

    /// Tells whether the letters are at least half of a name that begins with them, or of a word of it.
    fn is_most_of(&self, text: &str, entity: EntityId) -> bool {
        let typed = fold_name(text);
        let names = std::iter::once(self.graph.name(entity))
            .chain(self.graph.aliases(entity).iter().map(String::as_str));
        names.into_iter().any(|name| {
            let name = fold_name(name);
            let begun = |w: &str| w.starts_with(&typed) && w.len() <= typed.len() * 2;
            begun(&name) || name.split(' ').any(begun)
        })
    }

    /// Tells whether the words are a transliteration of the entity's name, or of words of it.
    fn is_variant(&self, text: &str, entity: EntityId) -> bool {
        let typed: Vec<String> = fold_name(text).split(' ').map(sound).collect();
        let names = std::iter::once(self.graph.name(entity))
            .chain(self.graph.aliases(entity).iter().map(String::as_str));
        names.into_iter().any(|name| {
            let words: Vec<String> = fold_name(name).split(' ').map(sound).collect();
            typed.iter().all(|t| {
                words.contains(t)
                    || t.strip_suffix('s')
                        .is_some_and(|t| words.iter().any(|w| w == t))
            })
        })
    }

    fn unknown(&self, text: &str, class: Option<&str>, span: Span, hits: &[NameHit]) -> Problem {
        let kind = class.unwrap_or("actor or place");
        let mut near: Vec<&NameHit> = hits.iter().collect();
        near.sort_by_key(|h| (h.by, std::cmp::Reverse(h.n_events), h.entity));
        let suggestions = near
            .iter()
            .take(SHOWN)
            .map(|h| self.describe(h.entity))
            .collect();
        Problem {
            suggestions,
            ..Problem::new(format!("no {kind} \"{text}\""), span)
        }
    }

    /// Returns name, class and number of events, as suggestions show them.
    fn describe(&self, entity: EntityId) -> String {
        let view = self.graph.entity(entity);
        format!(
            "{} ({}, {})",
            view.name,
            class_word(view.class),
            super::result::count(events_of(self.graph, entity), "event")
        )
    }

    /// Resolves a list: joins parts that are one name ("Trinidad and Tobago") and leaves at least `least` entities.
    ///
    /// # Errors
    /// [`Problem`] of the first part that is unknown, if no way of joining the parts resolves.
    pub fn list(&self, list: &EntityList, least: usize) -> Result<Vec<Picked>, Problem> {
        let parts: Vec<Result<Picked, Problem>> =
            list.parts.iter().map(|p| self.entity(p)).collect();
        let single: Result<Vec<Picked>, Problem> = parts.into_iter().collect();
        if let Ok(picks) = &single
            && distinct(picks)
        {
            return single;
        }
        for cut in 0..list.joints.len() {
            if list.joints.get(cut) == Some(&Joint::Comma) || list.parts.len() - 1 < least {
                continue;
            }
            if let Some(picks) = self.joined(list, cut) {
                return Ok(picks);
            }
        }
        let picks = single?;
        let span = list.parts.last().map_or_else(Span::default, |p| p.span);
        let name = picks.first().map_or("", |p| self.graph.name(p.entity));
        let others = picks.iter().flat_map(|p| &p.also);
        let others = others.map(|e| {
            let key = self.graph.entity(*e).key;
            format!("@{key} for {}", self.describe(*e))
        });
        Err(Problem {
            suggestions: others.take(SHOWN).collect(),
            ..Problem::new(
                format!("both names mean {name}; name two different actors"),
                span,
            )
        })
    }

    /// Takes the parts around joint `cut` for one name.
    fn joined(&self, list: &EntityList, cut: usize) -> Option<Vec<Picked>> {
        let mut picks = Vec::new();
        let mut i = 0;
        while let Some(part) = list.parts.get(i) {
            if i == cut {
                let span = part.span.cover(list.parts.get(i + 1)?.span);
                let hits = self.sure(span.of(self.text), &|h| h.by == NameMatch::Exact)?;
                picks.push(self.pick(span.of(self.text), &hits)?);
                i += 2;
            } else {
                picks.push(self.entity(part).ok()?);
                i += 1;
            }
        }
        distinct(&picks).then_some(picks)
    }
}

fn distinct(picks: &[Picked]) -> bool {
    picks
        .iter()
        .enumerate()
        .all(|(i, a)| picks.iter().skip(i + 1).all(|b| a.entity != b.entity))
}

/// Drops an English or Swedish genitive: "Putin's", "OSSE:s", "Macron’s".
fn bare(text: &str) -> &str {
    ["'s", "’s", ":s", "'", "’"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text)
}

/// Reduces a folded word to letters that transliterations agree on: Alijew, Aliyev, Alijev → `aliev`.
fn sound(word: &str) -> String {
    const SAME: [(&str, &str); 14] = [
        ("tsch", "s"),
        ("sch", "s"),
        ("tch", "s"),
        ("zh", "s"),
        ("sh", "s"),
        ("ch", "h"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("w", "v"),
        ("c", "k"),
        ("z", "s"),
        ("q", "k"),
    ];
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let (taken, put) = SAME
            .iter()
            .find(|s| rest.starts_with(s.0))
            .map_or((c.len_utf8(), None), |s| (s.0.len(), Some(s.1)));
        let letter = put.map_or_else(
            || {
                if matches!(c, 'y' | 'j') {
                    "i".to_owned()
                } else {
                    c.to_string()
                }
            },
            str::to_owned,
        );
        if !out.ends_with(&letter) {
            out.push_str(&letter);
        }
        rest = rest.get(taken..).unwrap_or("");
    }
    if let Some(tail) = out.strip_prefix('e') {
        return format!("a{tail}");
    }
    out
}

/// Counts the events of an entity as `show` does: what happened, and of a place what happened there.
pub fn events_of(graph: &Graph, entity: EntityId) -> usize {
    let view = graph.entity(entity);
    let filter = super::status::happened_filter(graph);
    if view.class != EntityClass::Place && filter.statuses.is_empty() {
        return view.n_events;
    }
    super::run::of_one(graph, entity, &filter).len()
}

/// Says how many events of an entity are told as having happened, and how many others stand beside them, as `show` does.
pub fn told_events(graph: &Graph, entity: EntityId) -> String {
    let events = super::run::of_one(graph, entity, &Filter::default());
    let (happened, apart) = super::status::happened(graph, &events);
    apart.behind(
        happened.len(),
        super::result::count(happened.len(), "event"),
    )
}

/// Returns the lower-case word for a class.
pub fn class_word(class: EntityClass) -> &'static str {
    match class {
        EntityClass::Person => "person",
        EntityClass::Organisation => "organisation",
        EntityClass::Country => "country",
        EntityClass::Place => "place",
        EntityClass::Group => "group",
    }
}

fn class_matches(class: EntityClass, typed: &str) -> bool {
    typed == class_word(class)
        || (typed == "org" && class == EntityClass::Organisation)
        || (typed == "place" && class == EntityClass::Country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for (a, b) in [
            ("aliyev", "alijew"),
            ("aliyev", "eliyev"),
            ("vladimir", "wladimir"),
            ("pashinyan", "paschinjan"),
            ("lukashenko", "lukaschenko"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_ne!(sound("aliyev"), sound("aliyef"));
    }
}
