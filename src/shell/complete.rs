//! What may come next at the cursor: keywords, names with kind and count, types, dates, files, saved queries.
//!
//! In: the text before the cursor, the session. Out: where the word starts and what may stand there. Invariants: the parser's expectations decide,
//! nothing else; never panics at any cursor position. Time: O(hits), well under 10 ms at 100,000 names.

use super::render::VIEWS;
use super::session::Session;
use super::settings::SETTINGS;
use crate::export::FORMATS;
use crate::graph::{EntityId, Filter};
use crate::query::expect::Slot;
use crate::query::names::{Resolver, class_word, events_of};
use crate::query::parse::{KnownNames, RESERVED, expectation};
use crate::query::result::count;
use crate::query::{ast, verbs};

/// Most names offered.
const NAMES: usize = 30;

/// One thing that may be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is put in.
    pub text: String,
    /// What it is: kind and count, a line of help.
    pub about: String,
}

fn candidate(text: impl Into<String>, about: impl Into<String>) -> Candidate {
    Candidate {
        text: text.into(),
        about: about.into(),
    }
}

/// Lists what may stand at the end of `before`, with the byte where the replaced word starts.
pub fn complete(before: &str, session: &Session) -> (usize, Vec<Candidate>) {
    let statement_start = crate::query::split(before)
        .last()
        .map_or(0, |s| s.start as usize);
    let after_end = before.trim_end_matches(' ').ends_with(';');
    let base = if after_end {
        before.len()
    } else {
        statement_start
    };
    let statement = before.get(base..).unwrap_or("");
    let (start, list) = in_statement(statement, session);
    (base + start, list)
}

/// Finds where the word under the cursor starts: at an open quote, else after the last break.
fn word_start(text: &str) -> usize {
    let open = crate::query::lexer::lex(text)
        .last()
        .copied()
        .filter(|t| t.kind == crate::query::lexer::Kind::Quoted(false));
    if let Some(token) = open {
        return token.span.start as usize;
    }
    let breaks = |c: char| c.is_whitespace() || matches!(c, ',' | '–' | '=' | '>' | '|' | ';');
    text.char_indices()
        .rev()
        .find(|(_, c)| breaks(*c))
        .map_or(0, |(i, c)| i + c.len_utf8())
}

fn in_statement(text: &str, session: &Session) -> (usize, Vec<Candidate>) {
    let start = word_start(text);
    let (head, word) = text.split_at_checked(start).unwrap_or((text, ""));
    let expected = expectation(head, &session.vocabulary, session.graph.as_ref());
    let bare = word.trim_start_matches(['"', '\'', '„', '”', '»', '“']);
    let class_end = bare.find(':').map_or(0, |i| i + 1);
    let name_word = bare.get(class_end..).unwrap_or(bare);
    let mut list: Vec<Candidate> = Vec::new();
    let mut from = start;
    let (begins, asked) = of_question(head, word, session);
    if !asked.is_empty() {
        return (begins.unwrap_or(start), asked);
    }
    if let Some(open) = expected.open_name {
        let longer = longer_names(text.get(open..).unwrap_or(""), word, session);
        if !longer.is_empty() {
            from = open;
            list.extend(longer);
        }
    }
    let cursor = Cursor {
        word,
        name_word,
        head,
        entities: &expected.entities,
        session,
    };
    for slot in &expected.slots {
        offer(*slot, &cursor, &mut list);
    }
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|c| seen.insert(c.text.clone()));
    if from != start {
        keep_lead(text.get(from..).unwrap_or(""), word, &mut list);
    }
    if class_end > 0 {
        let class = bare.get(..class_end).unwrap_or("").to_owned();
        for c in &mut list {
            c.text = format!("{class}{}", c.text);
        }
    }
    (from, list)
}

/// Lists the names that go on from one that ends at the cursor.
fn longer_names(partial: &str, word: &str, session: &Session) -> Vec<Candidate> {
    if word.is_empty() || !word.starts_with(char::is_alphanumeric) {
        return Vec::new();
    }
    names(partial.trim_start(), &[], session)
}

/// Words that are put in the place of the last word alone keep those of the name in front of it.
fn keep_lead(partial: &str, word: &str, list: &mut [Candidate]) {
    let lead = partial.strip_suffix(word).unwrap_or("");
    let single = |c: &&mut Candidate| c.about.is_empty() || !c.text.contains(' ');
    for c in list.iter_mut().filter(single) {
        let begins = |with: &str| fold(&c.text).starts_with(&fold(with));
        if begins(word) && !begins(partial) {
            c.text = format!("{lead}{}", c.text);
        }
    }
}

fn fold(text: &str) -> String {
    crate::graph::fold_name(text)
}

fn starts(candidate: &str, word: &str) -> bool {
    candidate.to_lowercase().starts_with(&word.to_lowercase())
}

/// What stands around the cursor.
struct Cursor<'c> {
    /// The word under it.
    word: &'c str,
    /// The same without quotes and the word for a kind of names.
    name_word: &'c str,
    /// The statement in front of the word.
    head: &'c str,
    /// Names read so far.
    entities: &'c [String],
    session: &'c Session,
}

/// A word that may be typed, and what it is.
type Offer = (String, String);

/// Adds what a slot admits.
fn offer(slot: Slot, at: &Cursor<'_>, list: &mut Vec<Candidate>) {
    let variable = matches!(slot, Slot::Entity | Slot::Partner) && at.word.starts_with('$');
    match slot {
        Slot::File => list.extend(files(at.word)),
        // A name alone is a statement; those who are named so stand behind the commands.
        Slot::Verb if !at.word.is_empty() => {
            let commands = of_program(slot, at.head).into_iter();
            let commands = commands.filter(|(w, _)| starts(w, at.word));
            list.extend(commands.map(|(w, about)| candidate(w, about)));
            let named = names(at.name_word, &[], at.session);
            let start = fold(at.name_word);
            let begins = |c: &Candidate| fold(&c.text).split(' ').any(|w| w.starts_with(&start));
            let lower = at.word.to_lowercase();
            let spoken = at.session.vocabulary.words.is_function_word(&lower);
            let alone = list.is_empty() && !spoken;
            list.extend(named.into_iter().filter(|c| alone || begins(c)));
        }
        Slot::Entity | Slot::Partner if !variable => {
            let partners = slot == Slot::Partner;
            let before = if partners { at.entities } else { &[] };
            list.extend(names(at.name_word, before, at.session));
        }
        _ => {
            let slot = if variable { Slot::Variable } else { slot };
            let offers = of_program(slot, at.head)
                .into_iter()
                .chain(of_session(slot, at));
            let fitting = offers.filter(|(w, _)| starts(w, at.word));
            list.extend(fitting.map(|(w, about)| candidate(w, about)));
        }
    }
}

/// Words without a line of help.
fn bare(words: impl IntoIterator<Item = &'static str>) -> Vec<Offer> {
    let words = words.into_iter();
    words.map(|w| (w.to_owned(), String::new())).collect()
}

/// Words with a line of help.
fn explained(words: impl IntoIterator<Item = (&'static str, &'static str)>) -> Vec<Offer> {
    let words = words.into_iter();
    words.map(|(w, a)| (w.to_owned(), a.to_owned())).collect()
}

/// Lists what a slot admits in every session.
fn of_program(slot: Slot, head: &str) -> Vec<Offer> {
    match slot {
        Slot::Word(w) if w.chars().all(char::is_alphabetic) => bare([w]),
        Slot::Verb => explained(
            verbs::verb_words()
                .into_iter()
                .map(|v| (v, super::command::named(v).map_or("", |c| c.summary))),
        ),
        Slot::Unit => bare(["days", "weeks", "months", "years"]),
        Slot::Format => {
            let views = VIEWS.iter().map(|v| (v.0, v.1));
            explained(views.chain(FORMATS.iter().map(|f| (f.name, f.about))))
        }
        Slot::Setting => explained(SETTINGS.iter().map(|s| (s.name, s.about))),
        Slot::SettingValue => {
            let name = head.split_whitespace().nth(1).unwrap_or("");
            let setting = SETTINGS.iter().filter(|s| s.name == name);
            bare(setting.flat_map(|s| s.values).copied())
        }
        Slot::HelpTopic => bare(super::help::topics()),
        _ => Vec::new(),
    }
}

/// Lists what a slot admits in this session: of the graph, the last answer, what was saved.
fn of_session(slot: Slot, at: &Cursor<'_>) -> Vec<Offer> {
    let session = at.session;
    match slot {
        Slot::Type => types(session, at.word.is_empty()).collect(),
        Slot::Date => dates(session).collect(),
        Slot::Query => {
            let saved = session.saved_queries().into_iter();
            saved.map(|q| (q.name, q.about)).collect()
        }
        Slot::Parameter => parameters(at.head, session).collect(),
        Slot::Variable => {
            let variables = session.variables.iter();
            variables
                .map(|(k, v)| (format!("${k}"), super::commands::value_text(v)))
                .collect()
        }
        Slot::Language => session.vocabulary.languages().to_vec(),
        Slot::Column => columns(session).collect(),
        Slot::Row => {
            let rows = session.last.iter().flat_map(|a| 1..=a.rows.len().min(9));
            rows.map(|n| (format!("#{n}"), "row of the last answer".to_owned()))
                .collect()
        }
        Slot::Source => sources(session).collect(),
        _ => Vec::new(),
    }
}

/// Offers the words and names of a plain question, where the line is one; also where they begin, if that is in front of the word.
fn of_question(head: &str, word: &str, session: &Session) -> (Option<usize>, Vec<Candidate>) {
    let first = head.split_whitespace().next().unwrap_or("");
    let command = verbs::verb_words().contains(&first.to_lowercase().as_str());
    if word.is_empty() || first.is_empty() || command || session.graph.is_name(first) {
        return (None, Vec::new());
    }
    let asked = crate::query::plain::asks(head, &session.vocabulary, &session.graph);
    if asked.is_empty() {
        return (None, Vec::new());
    }
    // "who met Ilham Al": the name begins a word earlier.
    let before = head.trim_end().rfind(' ').map_or(0, |i| i + 1);
    let longer = head.get(before..).unwrap_or("");
    if longer.starts_with(char::is_uppercase) {
        let whole = format!("{longer}{word}");
        let found = names(&whole, &[], session);
        if !found.is_empty() {
            return (Some(before), found);
        }
    }
    // A capital begins a name, and who is named so goes before the words that questions are asked with.
    let mut list = if word.starts_with(char::is_uppercase) {
        names(word, &[], session)
    } else {
        Vec::new()
    };
    if list.is_empty() {
        let words = asked.into_iter().filter(|w| starts(w, word));
        list.extend(words.map(|w| candidate(w, "word of questions")));
        list.extend(names(word, &[], session));
    }
    (None, list)
}

/// Types and modes, most events first; `told` leaves out those that the graph has no event of, if it has any.
fn types(session: &Session, told: bool) -> impl Iterator<Item = (String, String)> {
    let mut counts: Vec<(usize, String, String)> = Vec::new();
    for (word, label) in session.vocabulary.type_words() {
        let Some(term) = session.vocabulary.event_type(word) else {
            continue;
        };
        let n: usize = session
            .graph
            .kinds()
            .filter(|(k, _)| {
                k.event_type == term.event_type
                    && (term.mode.is_none() || k.mode == term.mode.as_deref())
            })
            .map(|(_, n)| n)
            .sum();
        counts.push((n, word.clone(), format!("{label}, {}", count(n, "event"))));
    }
    if told && counts.iter().any(|c| c.0 > 0) {
        counts.retain(|c| c.0 > 0);
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    counts.into_iter().map(|c| (c.1, c.2))
}

/// Years the graph knows, and the words for days.
fn dates(session: &Session) -> impl Iterator<Item = (String, String)> {
    let all = session.graph.all_events();
    let year = |e: crate::graph::EventId| {
        session
            .graph
            .event(e)
            .date
            .and_then(|d| d.lo.or(d.hi))
            .map(|d| chrono::Datelike::year(&d))
    };
    let last = all
        .rev()
        .take(2000)
        .filter_map(year)
        .max()
        .unwrap_or_else(|| chrono::Datelike::year(&session.today));
    let years = (last - 4..=last)
        .rev()
        .map(|y| (y.to_string(), String::new()));
    years
        .chain([
            ("today".to_owned(), String::new()),
            ("yesterday".to_owned(), String::new()),
        ])
        .collect::<Vec<_>>()
        .into_iter()
}

fn parameters(head: &str, session: &Session) -> impl Iterator<Item = (String, String)> {
    let name = head.split_whitespace().nth(1).unwrap_or("").to_owned();
    let saved = session
        .saved(&name)
        .map(|s| s.parameters)
        .unwrap_or_default();
    saved.into_iter().map(|p| {
        (
            format!("{}=", p.name),
            p.default
                .as_ref()
                .map_or_else(String::new, super::commands::value_text),
        )
    })
}

fn columns(session: &Session) -> impl Iterator<Item = (String, String)> {
    let own = session
        .last
        .as_ref()
        .map(|a| a.columns.clone())
        .unwrap_or_default();
    let fixed = ["date", "type", "who", "where", "conf", "reports", "events"].map(str::to_owned);
    fixed
        .into_iter()
        .chain(own)
        .filter(|c| !c.contains(' '))
        .map(|c| (c, String::new()))
}

fn sources(session: &Session) -> impl Iterator<Item = (String, String)> {
    let found: std::collections::BTreeSet<String> = session
        .graph
        .articles()
        .filter_map(|a| session.graph.article_source(a).1.map(str::to_owned))
        .collect();
    found.into_iter().map(|s| (typed(&s), "source".to_owned()))
}

/// Files and folders of the file system.
fn files(word: &str) -> Vec<Candidate> {
    let (folder, stem) = word.rsplit_once('/').map_or((".", word), |(f, s)| {
        (if f.is_empty() { "/" } else { f }, s)
    });
    let lead = word.get(..word.len() - stem.len()).unwrap_or("");
    let mut found: Vec<Candidate> = super::entries(&super::home(folder))
        .into_iter()
        .filter(|(n, _)| n.starts_with(stem) && !n.starts_with('.'))
        .map(|(n, is_folder)| {
            candidate(format!("{lead}{n}{}", if is_folder { "/" } else { "" }), "")
        })
        .collect();
    found.sort_by(|a, b| a.text.cmp(&b.text));
    found
}

/// Writes a name so that the grammar takes it whole: quoted if it holds a reserved word or a sign.
pub fn typed(name: &str) -> String {
    let plain = name.split(' ').all(|w| {
        w.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '.'))
            && !w.is_empty()
            && !RESERVED.contains(&w.to_lowercase().as_str())
    });
    let starts_well = name.chars().next().is_some_and(char::is_alphabetic);
    if plain && starts_well {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('"', "\\\""))
    }
}

/// Names that start like the word in any spelling; partners of the entities before come first.
fn names(word: &str, before: &[String], session: &Session) -> Vec<Candidate> {
    let graph = &session.graph;
    let others: Vec<EntityId> = before
        .iter()
        .filter_map(|name| resolve(name, session))
        .collect();
    let mut found: Vec<(EntityId, String)> = Vec::new();
    if let Some(other) = others.last() {
        let partners = graph.partners(*other, &Filter::default());
        let key = fold(word);
        for n in partners {
            let name = graph.name(n.entity);
            let fits = key.is_empty()
                || fold(name).starts_with(&key)
                || fold(name).split(' ').any(|w| w.starts_with(&key));
            if fits && !others.contains(&n.entity) {
                found.push((n.entity, count(n.n_events as usize, "shared event")));
            }
            if found.len() >= NAMES {
                break;
            }
        }
    }
    if word.trim().is_empty() && found.is_empty() {
        let top = graph.top(
            crate::graph::Measure::Events,
            NAMES,
            &Filter::default(),
            |_| true,
        );
        found.extend(top.into_iter().map(|(e, _)| (e, String::new())));
    } else if !word.trim().is_empty() {
        for hit in graph.complete(word, NAMES) {
            if matches!(hit.by, crate::graph::NameMatch::Fuzzy { .. }) && word.chars().count() < 4 {
                continue;
            }
            found.push((hit.entity, String::new()));
        }
        if found.is_empty() {
            let sounding = sounding(word, session).into_iter();
            found.extend(sounding.map(|e| (e, String::new())));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|f| seen.insert(f.0));
    found
        .into_iter()
        .take(NAMES)
        .map(|(e, shared)| {
            let view = graph.entity(e);
            let number = if shared.is_empty() {
                count(events_of(graph, e), "event")
            } else {
                shared
            };
            candidate(
                typed(view.name),
                format!("{}, {number}", class_word(view.class)),
            )
        })
        .collect()
}

/// Letters that a name in other letters shares with the one that is meant.
const SHARED: usize = 3;
/// Names looked at for one in other letters.
const LOOKED_AT: usize = 300;

/// Actors whose name begins nearly as a word in other letters does: one letter of it may be written otherwise.
fn sounding(word: &str, session: &Session) -> Vec<EntityId> {
    let key = fold(word);
    let Some(begin) = key.get(..SHARED).filter(|_| !word.is_ascii()) else {
        return Vec::new();
    };
    let alike = |name: &str| {
        let pairs = key.bytes().zip(name.bytes());
        let common = pairs.take_while(|(a, b)| a == b).count();
        let typed = key.get(common..).unwrap_or("");
        // The letter that differs or is missing is passed over; what stands behind it must agree.
        let written = name.get(common + 1..).unwrap_or("");
        let changed = typed.get(1..).is_some_and(|t| written.starts_with(t));
        typed.is_empty() || changed || written.starts_with(typed)
    };
    let hits = session.graph.complete(begin, LOOKED_AT).into_iter();
    let fits = |e: &EntityId| fold(session.graph.name(*e)).split(' ').any(alike);
    hits.map(|h| h.entity).filter(fits).collect()
}

fn resolve(name: &str, session: &Session) -> Option<EntityId> {
    let expr = ast::At::new(
        ast::EntityTerm::Name {
            text: name.to_owned(),
            class: None,
            quoted: true,
        },
        crate::base::span::Span::default(),
    );
    Resolver::new(&session.graph, &session.variables, name)
        .entity(&expr)
        .ok()
        .map(|p| p.entity)
}
