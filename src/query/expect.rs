//! What the parser would accept where it stands: the one source of completion, hints and error messages.
//!
//! In: nothing. Out: slots with words for people. Invariant: every test the parser makes is noted here first.

use crate::base::span::Span;

/// One thing that may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A keyword.
    Word(&'static str),
    /// A command.
    Verb,
    /// An entity in any spelling.
    Entity,
    /// A partner of the entity before.
    Partner,
    /// An event type or mode.
    Type,
    /// A date.
    Date,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `days`, `weeks`, `months`, `years`.
    Unit,
    /// An output format.
    Format,
    /// A file to write.
    File,
    /// A saved query.
    Query,
    /// A parameter of the saved query before.
    Parameter,
    /// `$name`.
    Variable,
    /// A value.
    Value,
    /// A setting.
    Setting,
    /// A value of the setting before.
    SettingValue,
    /// A language code.
    Language,
    /// A column of the answer.
    Column,
    /// A row of the last answer.
    Row,
    /// A source of articles.
    Source,
    /// A command or topic to explain.
    HelpTopic,
    /// A new name.
    Name,
}

impl Slot {
    /// Returns words for people: what is expected.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Word(word) => word,
            Self::Verb => "a command",
            Self::Entity => "a name",
            Self::Partner => "another name",
            Self::Type => "an event type",
            Self::Date => "a date",
            Self::Integer | Self::Number => "a number",
            Self::Unit => "days, weeks, months or years",
            Self::Format => "a format",
            Self::File => "a file",
            Self::Query => "a saved query",
            Self::Parameter => "NAME=VALUE",
            Self::Variable => "$NAME",
            Self::Value => "a value",
            Self::Setting => "a setting",
            Self::SettingValue => "a value",
            Self::Language => "a language code",
            Self::Column => "a column",
            Self::Row => "a row number",
            Self::Source => "a source",
            Self::HelpTopic => "a command or topic",
            Self::Name => "a new name",
        }
    }
}

/// Why a text is no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// What was found and what was expected, lower case, without a full stop.
    pub message: String,
    /// The words at fault.
    pub span: Span,
    /// Nearest words that would be right.
    pub suggestions: Vec<String>,
    /// The text ends before the statement does: more lines may complete it.
    pub incomplete: bool,
}
