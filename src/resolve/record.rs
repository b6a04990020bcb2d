//! Stage results of one article -> its [`ArticleRecord`], the machine face.
//!
//! In: article, raw text, sentences, time expressions, mentions, clusters, event mentions. Out: one record. Invariants: spans are code points of the
//! raw text and every quote is exactly that slice; entity ids are unique in the record; an event names only entities of the record; the same
//! event told twice in the article is one record (fold.rs). Does not: link across articles.

use super::dating;
use super::fold;
use super::forms;
use super::known;
use super::parties;
use crate::base::analysis::{
    Cluster, DateBasis, EntityClass, EventMention, Mention, MentionForm, RoleObject, Sentence,
    Timex,
};
use crate::base::article::{Article, BlockKind};
use crate::base::diagnostic::Diagnostic;
use crate::base::id::{content_hash, slug};
use crate::base::record::{ArticleRecord, EntityRecord, EventRecord, RelationRecord};
use crate::base::span::Span;
use crate::extract::mention::ADJECTIVE;
use crate::extract::relation;
use crate::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// Everything the stages found in one article.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// The article.
    pub article: &'a Article,
    /// The raw text of its document, which offsets speak of.
    pub raw: &'a str,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its time expressions.
    pub timexes: &'a [Timex],
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// Its clusters, which share out the mentions.
    pub clusters: &'a [Cluster],
    /// Its event mentions.
    pub events: &'a [EventMention],
}

/// Builds the record of one article.
///
/// Input: findings of all stages, what they noticed. Output: entities by first appearance, relations and events by span.
pub fn record(
    found: Findings<'_>,
    mut diagnostics: Vec<Diagnostic>,
    lexicon: &Lexicon,
) -> ArticleRecord {
    let mut builder = Builder::new(found, lexicon);
    let events = builder.events();
    let relations = builder.relations();
    let entities = builder.entities(&events, &relations);
    let article = found.article;
    let headline: Vec<[u32; 2]> = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Headline)
        .map(|b| article.raw_chars(b.span))
        .collect();
    let countries = entities
        .iter()
        .filter_map(|e| Some((e.id.clone(), e.country.clone()?)))
        .collect();
    let events = fold::within_article(events, &headline, &countries, &lexicon.ontology);
    let (events, notes) = parties::whole(events, &lexicon.ontology);
    diagnostics.extend(notes);
    ArticleRecord {
        id: article
            .external_id
            .clone()
            .unwrap_or_else(|| article.id.clone()),
        file: article.file.clone(),
        order: article.order,
        lang: article.lang.clone(),
        published: article.published.as_ref().map(|p| p.date.to_edtf()),
        published_basis: article.published.as_ref().and_then(|p| name_of(&p.basis)),
        title: article.title.clone(),
        byline: article.byline.clone(),
        source: article.source.clone(),
        url: article.url.clone(),
        entities,
        relations,
        events,
        diagnostics,
    }
}

/// The word serde writes for a plain enum value.
fn name_of<T: serde::Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

struct Builder<'a> {
    found: Findings<'a>,
    lexicon: &'a Lexicon,
    /// Cluster of each mention.
    cluster_of: Vec<Option<usize>>,
    /// Record id of each cluster; `None` for those without a name.
    ids: Vec<Option<String>>,
    /// The same as a set.
    taken: BTreeSet<String>,
    /// First cluster of each gazetteer entry.
    entries: BTreeMap<&'a str, usize>,
    /// Entities that only a title or an adjective names, by gazetteer id.
    implied: BTreeMap<String, EntityRecord>,
}

impl<'a> Builder<'a> {
    fn new(found: Findings<'a>, lexicon: &'a Lexicon) -> Self {
        let mut cluster_of = vec![None; found.mentions.len()];
        let mut ids = Vec::with_capacity(found.clusters.len());
        let mut taken = BTreeSet::new();
        let mut entries = BTreeMap::new();
        for (c, cluster) in found.clusters.iter().enumerate() {
            for &m in &cluster.mentions {
                if let Some(cell) = cluster_of.get_mut(m) {
                    *cell = Some(c);
                }
            }
            ids.push(Self::id_of(cluster, &found, &mut taken));
            if let Some(entry) = &cluster.entry {
                entries.entry(entry.as_str()).or_insert(c);
            }
        }
        Self {
            found,
            lexicon,
            cluster_of,
            ids,
            taken,
            entries,
            implied: BTreeMap::new(),
        }
    }

    /// Slug of the name, made unique by class, then by number; nameless roles and pronouns get none.
    fn id_of(
        cluster: &Cluster,
        found: &Findings<'_>,
        taken: &mut BTreeSet<String>,
    ) -> Option<String> {
        let named = |m: &usize| found.mentions.get(*m).is_some_and(is_named);
        if cluster.entry.is_none() && !cluster.mentions.iter().any(named) {
            return None;
        }
        let base = slug(&cluster.name);
        let classed = format!("{base}_{}", cluster.class.name().to_lowercase());
        let numbered = (2..).map(|n| format!("{classed}_{n}"));
        let id = [base, classed.clone()]
            .into_iter()
            .chain(numbered)
            .find(|id| !taken.contains(id))?;
        taken.insert(id.clone());
        Some(id)
    }

    fn id(&self, mention: usize) -> Option<String> {
        let cluster = self.cluster_of.get(mention).copied().flatten()?;
        self.ids.get(cluster)?.clone()
    }

    /// The clusters a cluster stands for: itself, or its members.
    fn members(&self, cluster: usize) -> Vec<usize> {
        let found = self.found.clusters.get(cluster);
        let members = found.map(|c| c.members.clone()).unwrap_or_default();
        if members.is_empty() {
            vec![cluster]
        } else {
            members
        }
    }

    /// Ids of the actors a mention takes up together ("both countries").
    fn together(&self, mention: usize) -> Vec<String> {
        let Some(cluster) = self.cluster_of.get(mention).copied().flatten() else {
            return Vec::new();
        };
        let members = self.members(cluster).into_iter().filter(|c| *c != cluster);
        members.filter_map(|c| self.ids.get(c)?.clone()).collect()
    }

    /// Raw code points and the exact raw slice of a clean span.
    fn quote(&self, span: Span) -> ([u32; 2], String) {
        let article = self.found.article;
        let place = article.raw_chars(span);
        let start = article.offsets.raw(&article.text, span.start).1 as usize;
        let last = span
            .of(&article.text)
            .chars()
            .next_back()
            .map_or(0, char::len_utf8);
        let end = article
            .offsets
            .raw(&article.text, span.end.saturating_sub(last as u32))
            .1 as usize
            + last;
        let slice = self.found.raw.get(start..end);
        (
            place,
            slice.unwrap_or_else(|| span.of(&article.text)).to_owned(),
        )
    }

    fn events(&mut self) -> Vec<EventRecord> {
        let clusters = |list: &[usize]| -> BTreeSet<usize> {
            list.iter()
                .filter_map(|m| self.cluster_of.get(*m).copied().flatten())
                .flat_map(|c| self.members(c))
                .collect()
        };
        let participants: Vec<BTreeSet<usize>> = self
            .found
            .events
            .iter()
            .map(|e| {
                let visited = |&m: &usize| {
                    let place = e.location.filter(|p| *p == m);
                    place.and_then(|p| self.country_of(p)).unwrap_or(m)
                };
                let recipients: Vec<usize> = e.recipients.iter().map(visited).collect();
                clusters(&e.actors)
                    .union(&clusters(&recipients))
                    .copied()
                    .collect()
            })
            .collect();
        let dates = dating::date(
            self.found.events,
            &participants,
            self.found.timexes,
            self.found.sentences,
            (
                self.found.article.published.as_ref().map(|p| p.date),
                self.found
                    .article
                    .blocks
                    .iter()
                    .any(|b| b.kind == BlockKind::Headline),
            ),
        );
        let found = self.found;
        let pairs = found.events.iter().zip(dates);
        let mut events: Vec<EventRecord> = pairs.filter_map(|(e, d)| self.event(e, d)).collect();
        events.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
        events
    }

    /// The mention of the state whose place is visited, if the article names it.
    fn country_of(&self, place: usize) -> Option<usize> {
        let mentions = self.found.mentions;
        let mention = mentions.get(place)?;
        let code = mention.country.as_deref()?;
        let state =
            |m: &Mention| m.class == EntityClass::Country && m.country.as_deref() == Some(code);
        mentions
            .iter()
            .position(state)
            .filter(|_| mention.class == EntityClass::Place)
    }

    /// Ids of a list of mentions, in order, each once.
    fn ids_of(&mut self, mentions: &[usize]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let named: Vec<&str> = mentions
            .iter()
            .filter_map(|m| self.found.mentions.get(*m))
            .filter(|m| m.class == EntityClass::Person && m.form == MentionForm::Name)
            .filter_map(|m| m.country.as_deref())
            .collect();
        for &mention in mentions {
            // An office beside a named person of its state is that person's.
            let known = self
                .found
                .mentions
                .get(mention)
                .and_then(|m| m.country.as_deref())
                .is_some_and(|c| named.contains(&c));
            let state = |b: &mut Self| if known { None } else { b.state_of(mention) };
            let together = self.together(mention);
            let id = self.id(mention).or_else(|| state(self));
            for id in id.into_iter().chain(together) {
                if !out.contains(&id) {
                    out.push(id);
                }
            }
        }
        out
    }

    /// Who holds an office without being named acts for the state ("Taiwan's deputy foreign minister").
    fn state_of(&mut self, mention: usize) -> Option<String> {
        let mention = self.found.mentions.get(mention)?;
        let code = mention
            .country
            .as_deref()
            .filter(|_| mention.form == MentionForm::Role)?;
        let gazetteer = self.lexicon.gazetteer();
        let object = mention.role.as_ref().and_then(|r| r.object.as_ref());
        let body = match object {
            Some(RoleObject::Entry(id)) => Some(id.as_str()),
            Some(RoleObject::Mention(at)) => {
                let owner = self.found.mentions.get(*at);
                owner.and_then(|m| m.entry.as_deref())
            }
            None => None,
        };
        // The leaders of a rebel group or a party are no state's.
        let apart = &self.lexicon.ontology.codes.apart;
        let body = body.and_then(|id| gazetteer.entry(id)).filter(|e| {
            let sector = e.sector.is_some_and(|s| apart.iter().any(|a| a == s));
            e.class == EntityClass::Organisation && sector
        });
        let owner = match body {
            Some(body) => body.id.to_owned(),
            None => gazetteer.country(code)?.id.to_owned(),
        };
        self.entry_id(&owner)
    }

    /// Ids of the states of the persons among some mentions.
    fn own_states(&self, mentions: &[usize]) -> Vec<String> {
        let of = |m: &usize| {
            let person = self.cluster_of.get(*m).copied().flatten()?;
            let person = self.found.clusters.get(person)?;
            let code = person.country.as_ref()?;
            let state =
                |c: &Cluster| c.class == EntityClass::Country && c.country.as_ref() == Some(code);
            let state = self.found.clusters.iter().position(state)?;
            (person.class == EntityClass::Person).then(|| self.ids.get(state)?.clone())?
        };
        mentions.iter().filter_map(of).collect()
    }

    /// A place that was visited stands for its country.
    fn host_of(&mut self, place: usize) -> Option<String> {
        let mention = self.found.mentions.get(place)?;
        let code = mention
            .country
            .as_deref()
            .filter(|_| mention.class == EntityClass::Place)?;
        let country = self.lexicon.gazetteer().country(code)?.id.to_owned();
        self.entry_id(&country)
    }

    fn event(
        &mut self,
        event: &EventMention,
        (date, basis): dating::EventDate,
    ) -> Option<EventRecord> {
        let mut actors = self.ids_of(&event.actors);
        let mut recipients = self.ids_of(&event.recipients);
        // Where somebody was arrested, the authorities of the state did it.
        let parties = |p: &usize| event.recipients.contains(p) || event.actors.contains(p);
        if let Some(place) = event.location.filter(parties)
            && let (Some(at), Some(host)) = (self.id(place), self.host_of(place))
        {
            let all = recipients.iter_mut().chain(actors.iter_mut());
            all.filter(|r| **r == at).for_each(|r| host.clone_into(r));
        }
        let mut seen = BTreeSet::new();
        recipients.retain(|r| !actors.contains(r) && seen.insert(r.clone()));
        let favours = self.lexicon.ontology.event_type(&event.event_type);
        if recipients.len() > 1 && favours.is_some_and(|k| k.favours) {
            // "I support Armenia and the engagement of France", said the French president.
            let own = self.own_states(&event.actors);
            recipients.retain(|r| !own.contains(r));
        }
        if actors.is_empty() && recipients.is_empty() {
            return None;
        }
        let ontology = &self.lexicon.ontology;
        let kind = ontology.event_type(&event.event_type);
        let mode = event
            .mode
            .as_deref()
            .and_then(|m| ontology.mode(&event.event_type, m));
        let (span, quote) = self.quote(event.quote);
        let trigger = event.trigger.of(&self.found.article.text).to_owned();
        let place = format!("{}-{}", event.trigger.start, event.trigger.end);
        let parts = [
            self.found.article.id.as_str(),
            &event.event_type,
            event.mode.as_deref().unwrap_or(""),
            &place,
        ];
        let taking_part = |id: &String| actors.contains(id) || recipients.contains(id);
        Some(EventRecord {
            id: format!("e{}", content_hash(parts)),
            event_type: event.event_type.clone(),
            mode: event.mode.clone(),
            symmetric: event.symmetric,
            mediator: event
                .mediator
                .and_then(|m| self.id(m))
                .filter(|id| !taking_part(id)),
            location: event.location.and_then(|m| self.id(m)),
            date: date.map(|d| d.to_edtf()),
            date_basis: if date.is_some() {
                basis
            } else {
                DateBasis::None
            },
            date_end: None,
            status: dating::status(
                event.status,
                (date, basis),
                self.found.article.published.as_ref(),
            ),
            historical: event.historical
                || dating::is_historical(date.as_ref(), self.found.article.published.as_ref()),
            reporter: event.reporter.and_then(|m| self.id(m)),
            trigger,
            quote,
            span,
            cameo: mode
                .map(|m| m.cameo.clone())
                .or_else(|| kind.map(|k| k.cameo.clone())),
            quad: kind.map_or(0, |k| k.quad),
            score: mode.and_then(|m| m.score).or_else(|| kind.map(|k| k.score)),
            rule: event.rule.clone(),
            confidence: event.confidence,
            actors,
            recipients,
        })
    }

    /// Facts with a named holder and an object, each once.
    fn relations(&mut self) -> Vec<RelationRecord> {
        let article = self.found.article;
        let pack = article.lang.as_deref().and_then(|l| self.lexicon.pack(l));
        let found = pack.map(|p| relation::find(article, self.found.mentions, p, self.lexicon));
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        for relation in found.into_iter().flatten() {
            let object = match &relation.object {
                RoleObject::Mention(m) => self.id(*m),
                RoleObject::Entry(entry) => self.entry_id(entry),
            };
            let (Some(subject), Some(object)) = (self.id(relation.subject), object) else {
                continue;
            };
            let predicate = relation.predicate;
            let fresh = seen.insert((subject.clone(), predicate.clone(), object.clone()));
            if subject == object || !fresh {
                continue;
            }
            let (span, quote) = self.quote(relation.span);
            let over = article.published.as_ref().filter(|_| relation.former);
            out.push(RelationRecord {
                subject,
                predicate,
                object,
                start: None,
                end: over.map(|p| format!("../{}", p.date.to_edtf())),
                quote,
                span,
            });
        }
        out.sort_by(|a, b| {
            (a.span, &a.predicate, &a.object).cmp(&(b.span, &b.predicate, &b.object))
        });
        out
    }

    /// Id of the cluster of an entry, or of an entity that is only implied by a title.
    fn entry_id(&mut self, entry: &str) -> Option<String> {
        if let Some(at) = self.entries.get(entry) {
            return self.ids.get(*at)?.clone();
        }
        let known = known::entry(self.lexicon, entry)?;
        let id = slug(&known.name);
        if self.taken.contains(&id) {
            return None;
        }
        let implied = EntityRecord {
            id: id.clone(),
            class: known.class,
            name: known.name,
            country: known.country,
            sector: known.sector,
            external: known.external,
            mentions: Vec::new(),
            spans: Vec::new(),
            reasons: Vec::new(),
        };
        self.implied.entry(entry.to_owned()).or_insert(implied);
        Some(id)
    }

    /// Clusters with a name, and those an event or relation needs.
    fn entities(
        &mut self,
        events: &[EventRecord],
        relations: &[RelationRecord],
    ) -> Vec<EntityRecord> {
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for event in events {
            used.extend(
                event
                    .actors
                    .iter()
                    .chain(&event.recipients)
                    .map(String::as_str),
            );
            used.extend(
                [&event.mediator, &event.location, &event.reporter]
                    .into_iter()
                    .flatten()
                    .map(String::as_str),
            );
        }
        used.extend(
            relations
                .iter()
                .flat_map(|r| [r.subject.as_str(), r.object.as_str()]),
        );
        let mut out = Vec::new();
        for (cluster, id) in self.found.clusters.iter().zip(&self.ids) {
            let Some(id) = id else {
                continue;
            };
            let entity = self.entity(cluster, id);
            let named = !entity.mentions.is_empty() && !self.is_described(cluster);
            if named || used.contains(id.as_str()) {
                out.push(entity);
            }
        }
        let implied = std::mem::take(&mut self.implied);
        out.extend(
            implied
                .into_values()
                .filter(|e| used.contains(e.id.as_str())),
        );
        out
    }

    /// A group that is only described ("European countries") is an actor where it acts, not a name to keep.
    fn is_described(&self, cluster: &Cluster) -> bool {
        let mut mentions = cluster
            .mentions
            .iter()
            .filter_map(|m| self.found.mentions.get(*m));
        cluster.class == EntityClass::Group
            && cluster.entry.is_none()
            && mentions.all(|m| m.form != MentionForm::Name)
    }

    fn entity(&self, cluster: &Cluster, id: &str) -> EntityRecord {
        let mut mentions: Vec<String> = Vec::new();
        let mut keys = BTreeSet::new();
        let mut spans = Vec::new();
        let mut all = cluster
            .mentions
            .iter()
            .filter_map(|m| self.found.mentions.get(*m));
        let nameless = all.all(|m| m.form == MentionForm::Nominal || !is_named(m));
        // "The government" acts for a state but does not name it unless nothing else does, and no adjective names anybody.
        let names = |m: &&Mention| {
            let adjective = || m.evidence.iter().any(|e| e == ADJECTIVE);
            let called = cluster.class != EntityClass::Country && !adjective();
            is_named(m) && (called || m.form != MentionForm::Nominal || nameless && !adjective())
        };
        for mention in cluster
            .mentions
            .iter()
            .filter_map(|m| self.found.mentions.get(*m))
            .filter(names)
        {
            let (span, form) = self.quote(mention.span);
            spans.push(span);
            if keys.insert(forms::plain(&form)) {
                mentions.push(form);
            }
        }
        let external = cluster
            .entry
            .as_deref()
            .and_then(|e| self.lexicon.gazetteer().entry(e))
            .and_then(|e| e.wikidata.map(str::to_owned));
        EntityRecord {
            id: id.to_owned(),
            class: cluster.class,
            name: cluster.name.clone(),
            country: cluster.country.clone(),
            sector: cluster.sector.clone(),
            external,
            mentions,
            spans,
            reasons: cluster.reasons.clone(),
        }
    }
}

/// Roles and pronouns are no names of what they stand for.
fn is_named(mention: &Mention) -> bool {
    !matches!(mention.form, MentionForm::Role | MentionForm::Pronoun)
}
