//! Colours, or none.

/// Whether colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Escapes are written.
    pub color: bool,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Titles.
    Bold,
    /// What matters less.
    Dim,
    /// Dates.
    Date,
    /// Names.
    Name,
    /// Event types of cooperation.
    Friendly,
    /// Event types of conflict.
    Hostile,
    /// Triggers.
    Mark,
    /// Errors.
    Error,
    /// Carets and suggestions.
    Hint,
    /// Commands and keywords.
    Keyword,
    /// Quoted text.
    Quoted,
    /// Names nobody has.
    Unknown,
}

impl Style {
    /// Wraps a text in the colour of its kind.
    pub fn paint(self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Bold => "1",
            Ink::Dim => "2",
            Ink::Date => "36",
            Ink::Name => "1;34",
            Ink::Friendly | Ink::Quoted => "32",
            Ink::Hostile => "31",
            Ink::Mark => "1;33",
            Ink::Error => "1;31",
            Ink::Hint => "33",
            Ink::Keyword => "35",
            Ink::Unknown => "4;31",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
