//! The graph itself: a petgraph multigraph of entities, events and articles. The only file that names petgraph.
//!
//! In: counts of nodes, then edges in the order of events. Out: walks over nodes and edges in terms of row numbers; petgraph's indices stay here.
//! Invariants: nodes are entities, then events, then articles, each in row order; edges of an event stand together, ordered by role.
//! Everything else in `graph` is an index derived from it. Does not: know names, dates or types.

use super::schema::Role;
use petgraph::graph::{Graph, NodeIndex};
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

/// What a node stands for, by row number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    Entity(u32),
    Event(u32),
    Article(u32),
}

/// What an edge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// From an event to an entity.
    Role(Role),
    /// From an event to an article; the number counts the event's reports (MENTIONED_IN).
    Report(u32),
    /// From an entity to an entity; row of the dated relation.
    Relation(u32),
}

/// The multigraph with its row arithmetic.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    graph: Graph<Node, Edge>,
    n_entities: usize,
    n_events: usize,
}

impl Store {
    /// Makes the nodes. O(nodes).
    pub(crate) fn new(
        n_entities: usize,
        n_events: usize,
        n_articles: usize,
        n_edges: usize,
    ) -> Self {
        let mut graph = Graph::with_capacity(n_entities + n_events + n_articles, n_edges);
        (0..n_entities as u32).for_each(|i| {
            graph.add_node(Node::Entity(i));
        });
        (0..n_events as u32).for_each(|i| {
            graph.add_node(Node::Event(i));
        });
        (0..n_articles as u32).for_each(|i| {
            graph.add_node(Node::Article(i));
        });
        Self {
            graph,
            n_entities,
            n_events,
        }
    }

    fn entity(&self, row: u32) -> NodeIndex {
        debug_assert!((row as usize) < self.n_entities);
        NodeIndex::new(row as usize)
    }

    fn event(&self, row: u32) -> NodeIndex {
        NodeIndex::new(self.n_entities + row as usize)
    }

    /// Joins an event to an entity. O(1).
    pub(crate) fn take_part(&mut self, event: u32, entity: u32, role: Role) {
        let (from, to) = (self.event(event), self.entity(entity));
        self.graph.add_edge(from, to, Edge::Role(role));
    }

    /// Joins an event to an article that reports it. O(1).
    pub(crate) fn report(&mut self, event: u32, article: u32, number: u32) {
        let to = NodeIndex::new(self.n_entities + self.n_events + article as usize);
        self.graph
            .add_edge(self.event(event), to, Edge::Report(number));
    }

    /// Joins two entities by a dated relation. O(1).
    pub(crate) fn relate(&mut self, subject: u32, object: u32, relation: u32) {
        let (from, to) = (self.entity(subject), self.entity(object));
        self.graph.add_edge(from, to, Edge::Relation(relation));
    }

    pub(crate) fn n_entities(&self) -> usize {
        self.n_entities
    }

    pub(crate) fn n_events(&self) -> usize {
        self.n_events
    }

    /// Walks `(event, entity, role)` in the order of events.
    pub(crate) fn roles(&self) -> impl Iterator<Item = (u32, u32, Role)> + '_ {
        let base = self.n_entities as u32;
        self.graph
            .raw_edges()
            .iter()
            .filter_map(move |e| match e.weight {
                Edge::Role(role) => Some((
                    e.source().index() as u32 - base,
                    e.target().index() as u32,
                    role,
                )),
                _ => None,
            })
    }

    /// Walks `(event, article)` in the order of events and reports.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let (events, articles) = (
            self.n_entities as u32,
            (self.n_entities + self.n_events) as u32,
        );
        self.graph
            .raw_edges()
            .iter()
            .filter_map(move |e| match e.weight {
                Edge::Report(_) => Some((
                    e.source().index() as u32 - events,
                    e.target().index() as u32 - articles,
                )),
                _ => None,
            })
    }

    /// Labels each entity with the smallest row of its component, joined by events that `keep` admits. O(edges · α).
    pub(crate) fn components(&self, keep: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut sets = UnionFind::<u32>::new(self.graph.node_count());
        for (event, entity, role) in self.roles() {
            if role.takes_part() && keep(event) {
                sets.union(entity, self.n_entities as u32 + event);
            }
        }
        let mut smallest = vec![u32::MAX; self.graph.node_count()];
        (0..self.n_entities as u32)
            .map(|row| {
                let slot = &mut smallest[sets.find(row) as usize];
                *slot = (*slot).min(row);
                *slot
            })
            .collect()
    }
}
