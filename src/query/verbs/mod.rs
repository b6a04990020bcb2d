//! The grammar of the commands: one row of [`VERBS`] and one function each.
//!
//! In: the parser at a command. Out: [`Verb`] and its clauses. Invariants: commands are reserved in first place only; a line that starts with no
//! command is a pair ("Putin–Aliyev interactions over time").

mod counts;
mod lists;
mod pair;
mod parts;
mod paths;
mod session;
mod words;

use crate::query::ast::{ClauseExpr, Verb};
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use counts::{compare, count, stats, top};
use lists::{between, changes, common, events, evidence, find, neighbors, show, timeline, why};
use paths::{journeys, path, paths};
use session::{
    candidates, clear, export, help, history, let_, no, notsame, run, same, save, set, undo, yes,
};
use words::LEAVE;
pub use words::kind_word;
pub use words::name_of;
pub use words::verb_words;

type Answer = (Verb, Vec<ClauseExpr>);

type Grammar = fn(&mut Parser<'_>) -> Parsed<Answer>;

/// Every command with its spellings, the first being its name.
const VERBS: [(&[&str], Grammar); 31] = [
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
    (&["same", "merge"], same),
    (&["notsame"], notsame),
    (&["yes"], yes),
    (&["no"], no),
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
        if let Some(dated) = self.time_in_front() {
            return Ok(dated);
        }
        self.pair_line(&word)
    }
}
