//! The grammar of the commands: one row of [`VERBS`] and one function each.
//!
//! In: the parser at a command. Out: [`Verb`] and its clauses. Invariants: commands are reserved in first place only; a line that starts with no
//! command is a pair ("Putin–Aliyev interactions over time").

use super::ast::{
    Assigned, At, Clause, ClauseExpr, Dimension, EntityList, EntityTerm, Exported, Measure,
    Pattern, Reference, Role, Subject, TopKind, Topic, Value, Verb,
};
use super::clauses::Allowed;
use super::expect::{ParseError, Slot};
use super::lexer::Kind;
use super::parse::{Parsed, Parser};

type Answer = (Verb, Vec<ClauseExpr>);
type Grammar = fn(&mut Parser<'_>) -> Parsed<Answer>;

/// Every command with its spellings, the first being its name.
const VERBS: [(&[&str], Grammar); 30] = [
    (&["timeline"], timeline),
    (&["between"], between),
    (&["events"], events),
    (&["find", "search"], find),
    (&["show"], show),
    (&["neighbors", "neighbours"], neighbors),
    (&["path"], path),
    (&["paths"], paths),
    (&["journeys", "journey"], journeys),
    (&["common"], common),
    (&["top"], top),
    (&["compare"], compare),
    (&["stats"], stats),
    (&["count"], count),
    (&["evidence", "source"], evidence),
    (&["changes"], changes),
    (&["why"], why),
    (&["same"], same),
    (&["notsame"], notsame),
    (&["yes"], yes),
    (&["undo"], undo),
    (&["candidates"], candidates),
    (&["export"], export),
    (&["run"], run),
    (&["save"], save),
    (&["let"], let_),
    (&["set"], set),
    (&["help"], help),
    (&["history"], history),
    (&["clear"], clear),
];

const LEAVE: [&str; 2] = ["quit", "exit"];

const TOPICS: [(&str, Topic); 7] = [
    ("types", Topic::Types),
    ("schema", Topic::Schema),
    ("sources", Topic::Sources),
    ("articles", Topic::Articles),
    ("queries", Topic::Queries),
    ("settings", Topic::Settings),
    ("variables", Topic::Variables),
];

const TOP_KINDS: [(&str, TopKind); 8] = [
    ("actors", TopKind::Actors),
    ("persons", TopKind::Persons),
    ("orgs", TopKind::Orgs),
    ("countries", TopKind::Countries),
    ("places", TopKind::Places),
    ("pairs", TopKind::Pairs),
    ("types", TopKind::Types),
    ("sources", TopKind::Sources),
];

const MEASURES: [(&str, Measure); 5] = [
    ("events", Measure::Events),
    ("degree", Measure::Degree),
    ("mentions", Measure::Mentions),
    ("pagerank", Measure::PageRank),
    ("betweenness", Measure::Betweenness),
];

const DIMENSIONS: [(&str, Dimension); 8] = [
    ("type", Dimension::Type),
    ("day", Dimension::Day),
    ("week", Dimension::Week),
    ("month", Dimension::Month),
    ("year", Dimension::Year),
    ("place", Dimension::Place),
    ("source", Dimension::Source),
    ("language", Dimension::Language),
];

/// Lists every command word: names first, then other spellings.
pub fn verb_words() -> Vec<&'static str> {
    let names = VERBS.iter().filter_map(|v| v.0.first().copied());
    let others = VERBS.iter().flat_map(|v| v.0.iter().skip(1).copied());
    names.chain(LEAVE).chain(others).collect()
}

/// Returns the command word of a verb.
pub fn name_of(verb: &Verb) -> &'static str {
    match verb {
        Verb::Find(_) => "find",
        Verb::Show(_) | Verb::ShowReference(_) | Verb::ShowTopic(_) => "show",
        Verb::Neighbors(_) => "neighbors",
        Verb::Path { journey: true, .. } => "journeys",
        Verb::Path { all: true, .. } => "paths",
        Verb::Path { .. } => "path",
        Verb::Between(_) => "between",
        Verb::Events => "events",
        Verb::Timeline(_) => "timeline",
        Verb::Common(_) => "common",
        Verb::Top { .. } => "top",
        Verb::Compare(..) => "compare",
        Verb::Stats(..) => "stats",
        Verb::Count(_) => "count",
        Verb::Evidence(_) => "evidence",
        Verb::Changes => "changes",
        Verb::Export { .. } => "export",
        Verb::Run(..) => "run",
        Verb::Save(..) => "save",
        Verb::Let(..) => "let",
        Verb::Set(..) => "set",
        Verb::Help(_) => "help",
        Verb::Why(_) => "why",
        Verb::Judge(true, _) => "same",
        Verb::Judge(false, _) => "notsame",
        Verb::Yes => "yes",
        Verb::Undo => "undo",
        Verb::Candidates(_) => "candidates",
        Verb::History => "history",
        Verb::Clear => "clear",
        Verb::Quit => "quit",
    }
}

impl Parser<'_> {
    /// Reads a command with its clauses, or a pair.
    pub(super) fn verb(&mut self) -> Parsed<Answer> {
        self.expect(Slot::Verb);
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        let word = self.words(token).to_lowercase();
        if token.kind == Kind::Word {
            if word == "?" {
                self.at += 1;
                return help(self);
            }
            if LEAVE.contains(&word.as_str()) {
                self.at += 1;
                return Ok((Verb::Quit, Vec::new()));
            }
            if let Some((_, grammar)) = VERBS.iter().find(|v| v.0.contains(&word.as_str())) {
                self.at += 1;
                return grammar(self);
            }
        }
        // A row alone is looked at.
        if self.peek_at(1).is_none()
            && let Some(row) = self.row_alone(token)
        {
            return Ok((Verb::ShowReference(row), Vec::new()));
        }
        self.pair_line(&word)
    }

    fn row_alone(&mut self, token: super::lexer::Token) -> Option<At<Reference>> {
        matches!(token.kind, Kind::Row | Kind::Number)
            .then(|| self.reference())
            .flatten()
    }

    /// `Putin–Aliyev interactions over time`, `interactions between A and B`; a known name alone is shown.
    fn pair_line(&mut self, first: &str) -> Parsed<Answer> {
        let token_span = self.peek().map(|t| t.span);
        if self.is_word(0, "interactions") {
            self.at += 1;
            let _ = self.eat("between") || self.eat("of");
        }
        let Ok(list) = self.entity_list(false) else {
            return Err(self.unknown_command(first, token_span.unwrap_or_default()));
        };
        let known = |e: &super::ast::EntityExpr, p: &Self| !matches!(&e.value, EntityTerm::Name { text, quoted: false, .. } if !p.known.is_name(text));
        let first_known = list.parts.first().is_some_and(|e| known(e, self));
        let near_verb = !first_known
            && !super::suggest::nearest(first, verb_words(), 1).is_empty()
            && first.chars().count() > 3;
        if near_verb || (list.parts.len() == 1 && !first_known) {
            return Err(self.unknown_command(first, token_span.unwrap_or_default()));
        }
        if let ([only], false) = (list.parts.as_slice(), self.at_word("interactions")) {
            let show = Verb::Show(only.clone());
            return Ok((show, self.clauses(Allowed::QUESTION)?));
        }
        self.filler();
        Ok((Verb::Timeline(list), self.clauses(Allowed::QUESTION)?))
    }

    fn unknown_command(&self, word: &str, span: crate::base::span::Span) -> ParseError {
        let suggestions = super::suggest::nearest(word, verb_words(), 2);
        if let Some(meant) = self.joined_names() {
            return ParseError {
                message: "two names need a word between them".to_owned(),
                span,
                suggestions: vec![format!("`{meant}`")],
                incomplete: false,
            };
        }
        // "China relations": the name is right, the word behind it is not.
        let name = span.of(self.text);
        if !word.is_empty() && self.known.is_name(name) {
            return ParseError {
                message: format!("\"{name}\" is a name, but not with the words behind it"),
                span,
                suggestions: vec![format!("`{name} interactions`")],
                incomplete: false,
            };
        }
        let message = if word.is_empty() {
            "a statement starts with a command; `help` lists them".to_owned()
        } else {
            format!("no command and no name \"{word}\"; `help` lists the commands")
        };
        ParseError {
            message,
            span,
            suggestions,
            incomplete: false,
        }
    }

    /// The statement with "and" between the two names it opens with, whatever follows them.
    fn joined_names(&self) -> Option<String> {
        let text = self.text.trim();
        let ends = text.match_indices(' ').map(|(at, _)| at);
        let mut ends: Vec<usize> = ends.chain([text.len()]).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| {
            let (names, rest) = text.split_at_checked(end)?;
            let (a, b) = self.two_names(names)?;
            Some(format!("{a} and {b}{rest}"))
        })
    }

    /// Skips "interactions", "over time".
    fn filler(&mut self) {
        let _ = self.eat("interactions");
        if self.at_word("over") && self.is_word(1, "time") {
            self.at += 2;
        }
    }

    fn one_of<T: Copy>(&mut self, table: &[(&'static str, T)]) -> Option<T> {
        table
            .iter()
            .find(|(word, _)| self.eat(word))
            .map(|(_, value)| *value)
    }

    fn dimension(&mut self) -> Parsed<Option<Dimension>> {
        if !self.eat("by") {
            return Ok(None);
        }
        self.one_of(&DIMENSIONS)
            .map(Some)
            .ok_or_else(|| self.unexpected())
    }

    fn reference(&mut self) -> Option<At<Reference>> {
        self.expect(Slot::Row);
        let token = self.peek()?;
        let word = self.words(token);
        let value = match token.kind {
            Kind::Row => Reference::Row(word.get(1..)?.parse().ok()?),
            Kind::Number => Reference::Row(word.parse().ok()?),
            Kind::Word if is_event_id(word) => Reference::Event(word.to_lowercase()),
            _ => return None,
        };
        self.at += 1;
        Some(At::new(value, token.span))
    }

    fn subject(&mut self) -> Parsed<Subject> {
        let _ = self.eat("of") || self.eat("for");
        if let Some(reference) = self.reference() {
            return Ok(Subject::Reference(reference));
        }
        self.entity_list(false).map(Subject::Entities)
    }

    fn value(&mut self) -> Parsed<At<Value>> {
        self.expect(Slot::Value);
        if let Some(quoted) = self.quoted()? {
            return Ok(At::new(Value::Text(quoted.value), quoted.span));
        }
        let start = self.here();
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        let word = self.words(token);
        let dated = token.kind == Kind::Variable || self.date_follows(0);
        if dated && (word.len() >= 4 || self.peek_at(1).is_some()) {
            let date = self.date()?;
            return Ok(At::new(Value::Date(date.value), date.span));
        }
        if let (Kind::Number, Ok(number)) = (token.kind, word.parse()) {
            self.at += 1;
            return Ok(At::new(Value::Number(number), token.span));
        }
        while self
            .peek()
            .is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
            && !self.peek_at(1).is_some_and(|t| t.kind == Kind::Equals)
        {
            self.at += 1;
        }
        let span = self.since(start);
        if span.is_empty() {
            return Err(self.unexpected());
        }
        Ok(At::new(Value::Text(span.of(self.text).to_owned()), span))
    }

    fn ident(&mut self, slot: Slot) -> Parsed<At<String>> {
        self.expect(slot);
        let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
        Ok(At::new(self.words(token).to_lowercase(), token.span))
    }
}

/// Tells whether a word is an event id or its start: `e42`, `e:3f9a2c`.
fn is_event_id(word: &str) -> bool {
    let Some(rest) = word.strip_prefix(['e', 'E']) else {
        return false;
    };
    let colon = rest.starts_with(':');
    let digits = rest.trim_start_matches(':');
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_hexdigit())
        && (colon || digits.bytes().next().is_some_and(|b| b.is_ascii_digit()))
}

fn timeline(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of") || p.eat("between");
    let list = p.entity_list(false)?;
    p.filler();
    Ok((Verb::Timeline(list), p.clauses(Allowed::QUESTION)?))
}

fn between(p: &mut Parser<'_>) -> Parsed<Answer> {
    let list = pair(p)?;
    p.filler();
    Ok((Verb::Between(list), p.clauses(Allowed::QUESTION)?))
}

/// Reads a list of at least two entities.
fn pair(p: &mut Parser<'_>) -> Parsed<EntityList> {
    let list = p.entity_list(false)?;
    if list.joints.is_empty() {
        Err(p.unexpected())
    } else {
        Ok(list)
    }
}

fn events(p: &mut Parser<'_>) -> Parsed<Answer> {
    let mut clauses = Vec::new();
    status_in_front(p, &mut clauses);
    let start = p.here();
    p.expect(Slot::Type);
    if let Some(token) = p.peek()
        && token.kind == Kind::Word
    {
        let word = p.words(token);
        let at = p.at;
        let label = p.label().is_some();
        p.at = at;
        if label || p.vocabulary.event_type(word).is_some() {
            let types = p.types()?;
            clauses.push(At::new(Clause::Types(types), p.since(start)));
        } else if !super::parse::RESERVED
            .iter()
            .any(|r| r.eq_ignore_ascii_case(word))
        {
            let name = p.entity()?;
            if matches!(&name.value, EntityTerm::Name { text, .. } if p.known.is_name(text)) {
                clauses.push(At::new(Clause::With(Role::Any, name), p.since(start)));
            } else {
                p.at = at;
                let types = p.types()?;
                clauses.push(At::new(Clause::Types(types), p.since(start)));
            }
        }
    }
    status_in_front(p, &mut clauses);
    clauses.extend(p.clauses(Allowed::QUESTION.and(Allowed::ROLES))?);
    Ok((Verb::Events, clauses))
}

/// `events planned`: a status without its keyword, unless somebody is called so.
fn status_in_front(p: &mut Parser<'_>, clauses: &mut Vec<ClauseExpr>) {
    let start = p.here();
    let named = p.peek().is_some_and(|t| p.known.is_whole_name(p.words(t)));
    if named {
        return;
    }
    if p.is_standing(usize::from(p.is_word(0, "not")))
        && let Some(clause) = p.standing()
    {
        clauses.push(At::new(clause, p.since(start)));
    } else if let Some(status) = p.status_word() {
        clauses.push(At::new(Clause::Statuses(vec![status]), p.since(start)));
    }
}

fn find(p: &mut Parser<'_>) -> Parsed<Answer> {
    if let Some(token) = p.eat_kind(Kind::Regex) {
        let body = p.words(token).trim_start_matches('/');
        let (pattern, ignore_case) = body.strip_suffix("/i").map_or_else(
            || (body.strip_suffix('/').unwrap_or(body), false),
            |b| (b, true),
        );
        let find = Verb::Find(Pattern::Regex(
            At::new(pattern.to_owned(), token.span),
            ignore_case,
        ));
        return Ok((find, p.clauses(Allowed::QUESTION)?));
    }
    let entity = p.entity()?;
    Ok((
        Verb::Find(Pattern::Entity(entity)),
        p.clauses(Allowed::QUESTION)?,
    ))
}

fn show(p: &mut Parser<'_>) -> Parsed<Answer> {
    let topic = p.one_of(&TOPICS);
    if let Some(topic) = topic {
        return Ok((Verb::ShowTopic(topic), p.clauses(Allowed::QUESTION)?));
    }
    let verb = match p.reference() {
        Some(reference) => Verb::ShowReference(reference),
        None => Verb::Show(p.entity()?),
    };
    Ok((verb, p.clauses(Allowed::QUESTION)?))
}

fn neighbors(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of");
    let entity = p.entity()?;
    Ok((
        Verb::Neighbors(entity),
        p.clauses(Allowed::QUESTION.and(Allowed::HOPS))?,
    ))
}

fn path(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, false, false)
}

fn paths(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, true, false)
}

fn journeys(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, true, true)
}

fn any_path(p: &mut Parser<'_>, all: bool, journey: bool) -> Parsed<Answer> {
    let _ = p.eat("from");
    let from = p.entity()?;
    if p.eat_kind(Kind::Arrow).is_none() {
        p.need("to")?;
    }
    let to = p.entity_in(Slot::Entity)?;
    let clauses = p.clauses(
        Allowed::QUESTION
            .and(Allowed::HOPS)
            .and(Allowed::VIA)
            .and(Allowed::JOURNEY),
    )?;
    Ok((
        Verb::Path {
            from,
            to,
            all,
            journey,
        },
        clauses,
    ))
}

fn common(p: &mut Parser<'_>) -> Parsed<Answer> {
    let list = p.entity_list(true)?;
    if list.joints.is_empty() {
        return Err(p.unexpected());
    }
    Ok((Verb::Common(list), p.clauses(Allowed::QUESTION)?))
}

fn top(p: &mut Parser<'_>) -> Parsed<Answer> {
    let n = p.integer().map(|n| n.value as usize);
    let kind = p.one_of(&TOP_KINDS).unwrap_or(TopKind::Actors);
    let measure = if p.eat("by") {
        Some(p.one_of(&MEASURES).ok_or_else(|| p.unexpected())?)
    } else {
        None
    };
    Ok((
        Verb::Top { n, kind, measure },
        p.clauses(Allowed::QUESTION)?,
    ))
}

fn compare(p: &mut Parser<'_>) -> Parsed<Answer> {
    let list = p.entity_list(true)?;
    if list.joints.is_empty() {
        return Err(p.unexpected());
    }
    let by = p.dimension()?;
    Ok((Verb::Compare(list, by), p.clauses(Allowed::QUESTION)?))
}

/// Reads the question whose rows are counted: one of those whose rows a person may want to know the number of.
fn count(p: &mut Parser<'_>) -> Parsed<Answer> {
    const COUNTED: [(&str, Grammar); 5] = [
        ("neighbors", neighbors),
        ("neighbours", neighbors),
        ("between", between),
        ("events", events),
        ("common", common),
    ];
    for (word, grammar) in COUNTED {
        if p.eat(word) {
            let (verb, clauses) = grammar(p)?;
            return Ok((Verb::Count(Box::new(verb)), clauses));
        }
    }
    Err(p.unexpected())
}

fn stats(p: &mut Parser<'_>) -> Parsed<Answer> {
    let of = p.eat("of");
    p.expect(Slot::Entity);
    let named = p.peek().is_some_and(|t| {
        let word = p.words(t);
        matches!(t.kind, Kind::Quoted(_) | Kind::Id | Kind::Variable)
            || (t.kind == Kind::Word
                && !super::parse::RESERVED
                    .iter()
                    .any(|r| r.eq_ignore_ascii_case(word)))
    });
    let list = if of || named {
        Some(p.entity_list(false)?)
    } else {
        None
    };
    let by = p.dimension()?;
    Ok((Verb::Stats(list, by), p.clauses(Allowed::QUESTION)?))
}

fn evidence(p: &mut Parser<'_>) -> Parsed<Answer> {
    let subject = p.subject()?;
    Ok((Verb::Evidence(subject), p.clauses(Allowed::QUESTION)?))
}

fn why(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Why(p.subject()?), Vec::new()))
}

fn changes(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Changes, p.clauses(Allowed::QUESTION)?))
}

fn same(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Judge(true, judged(p)?), Vec::new()))
}

fn notsame(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Judge(false, judged(p)?), Vec::new()))
}

fn judged(p: &mut Parser<'_>) -> Parsed<Subject> {
    match p.reference() {
        Some(row) => Ok(Subject::Reference(row)),
        None => pair(p).map(Subject::Entities),
    }
}

fn yes(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Yes, Vec::new()))
}

fn undo(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Undo, Vec::new()))
}

fn candidates(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of") || p.eat("for");
    p.expect(Slot::Entity);
    let entity = if p.peek().is_some_and(|t| {
        matches!(
            t.kind,
            Kind::Word | Kind::Quoted(_) | Kind::Id | Kind::Variable
        ) && !p.is_word(0, "limit")
            && !p.is_word(0, "as")
    }) {
        Some(p.entity()?)
    } else {
        None
    };
    Ok((Verb::Candidates(entity), p.clauses(Allowed::ORDER)?))
}

fn export(p: &mut Parser<'_>) -> Parsed<Answer> {
    let format = p.format()?;
    let what = if p.eat("of") {
        if p.eat("last") {
            Some(Box::new(Exported::Last))
        } else {
            p.exporting = true;
            let query = p.query();
            p.exporting = false;
            Some(Box::new(Exported::Query(query?)))
        }
    } else {
        None
    };
    p.need("to")?;
    let file = p.file(Slot::File)?;
    Ok((Verb::Export { format, what, file }, Vec::new()))
}

fn run(p: &mut Parser<'_>) -> Parsed<Answer> {
    let file = p.file(Slot::Query)?;
    let mut values = Vec::new();
    loop {
        p.expect(Slot::Parameter);
        let named = p.peek().is_some_and(|t| t.kind == Kind::Word)
            && p.peek_at(1).is_some_and(|t| t.kind == Kind::Equals);
        if !named {
            return Ok((Verb::Run(file, values), Vec::new()));
        }
        let name = p.ident(Slot::Parameter)?;
        let _ = p.eat_kind(Kind::Equals);
        values.push((name, p.value()?));
    }
}

fn save(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("last");
    p.need("as")?;
    let name = p.ident(Slot::Name)?;
    let about = if p.eat_kind(Kind::Colon).is_some() {
        p.quoted()?.map(|q| q.value)
    } else {
        None
    };
    Ok((Verb::Save(name, about), Vec::new()))
}

fn let_(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::Variable);
    let token = p.eat_kind(Kind::Variable).ok_or_else(|| p.unexpected())?;
    let name = At::new(p.words(token).get(1..).unwrap_or("").to_owned(), token.span);
    p.expect(Slot::Word("="));
    p.eat_kind(Kind::Equals).ok_or_else(|| p.unexpected())?;
    p.expect(Slot::Value);
    let verb = p.peek().is_some_and(|t| {
        t.kind == Kind::Word
            && VERBS
                .iter()
                .any(|v| v.0.contains(&p.words(t).to_lowercase().as_str()))
    });
    let assigned = if verb {
        Assigned::Query(Box::new(p.query()?))
    } else {
        Assigned::Value(p.value()?)
    };
    Ok((Verb::Let(name, assigned), Vec::new()))
}

fn set(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::Setting);
    if p.peek().is_none() {
        return Ok((Verb::Set(None, None), Vec::new()));
    }
    let name = p.ident(Slot::Setting)?;
    let _ = p.eat_kind(Kind::Equals);
    p.expect(Slot::SettingValue);
    let value = if p.peek().is_some() {
        Some(p.value()?)
    } else {
        None
    };
    Ok((Verb::Set(Some(name), value), Vec::new()))
}

fn help(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::HelpTopic);
    let topic = if p.peek().is_some() {
        Some(p.ident(Slot::HelpTopic)?)
    } else {
        None
    };
    Ok((Verb::Help(topic), Vec::new()))
}

fn history(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::History, Vec::new()))
}

fn clear(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Clear, Vec::new()))
}
