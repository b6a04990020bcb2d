//! How the people of a state are named that act as the state ("the Russians"), and one of them ("the Frenchman").
//!
//! In: RON. Out: [`Peoples`]. Does not: know the names of peoples (the gazetteer does).

use serde::Deserialize;

/// The people of a state as one that acts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peoples {
    /// Articles of which one must stand before; empty: the form carries it.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Endings of the plural, with the article where the form carries it.
    #[serde(default)]
    pub endings: Vec<String>,
    /// Lemmas of what people do, not states ("protest", "vote", "win").
    #[serde(default)]
    pub own_deeds: Vec<String>,
    /// Articles of which one must stand before one of a people who was named before ("the Frenchman"); empty: the form carries it.
    #[serde(default)]
    pub one_articles: Vec<String>,
    /// Endings of such a form; empty: any.
    #[serde(default)]
    pub one_endings: Vec<String>,
    /// The gender of such forms, where those of the other one have an ending of their own.
    #[serde(default)]
    pub one_gender: Option<char>,
    /// Endings of those for a woman ("Ukrainerin").
    #[serde(default)]
    pub feminine: Vec<String>,
    /// Their articles.
    #[serde(default)]
    pub feminine_articles: Vec<String>,
    /// Kinds of groups that stand for the states of a region, as its people do ("European countries").
    #[serde(default)]
    pub states: Vec<String>,
    /// Endings that no such form has.
    #[serde(default)]
    pub never_one: Vec<String>,
    /// Articles behind which such a form may be that of several ("den Deutschen").
    #[serde(default)]
    pub several_articles: Vec<String>,
    /// Articles behind which it is one only as the subject of its clause ("der Amerikaner", not "die Pläne der Amerikaner").
    #[serde(default)]
    pub subject_articles: Vec<String>,
    /// Ids of the groups of groups.ron whose state is not meant where somebody only speaks to them or does them a favour ("thanked the students").
    #[serde(default)]
    pub addressed: Vec<String>,
    /// Ids of titles without a state that are held at home ("opposition leader").
    #[serde(default)]
    pub domestic: Vec<String>,
    /// Nouns in small letters for persons whose state does nothing through them ("singer", "singers"); where the language compounds also as the end of a
    /// word.
    #[serde(default)]
    pub private: Vec<String>,
    /// Nouns for one who is somebody's: behind the adjective of a state they take up a person of it ("his Mexican friend").
    #[serde(default)]
    pub friends: Vec<String>,
    /// Words for peoples whose leaders are no state's ("the Serb leader"); with a star behind their first letters.
    #[serde(default)]
    pub ethnic: Vec<String>,
    /// Ids of the titles that tell a leader and no office.
    #[serde(default)]
    pub leading: Vec<String>,
    /// Words, or two of them, for parts of states, whose heads are no heads of state ("the president of the Kurdish region").
    #[serde(default)]
    pub parts: Vec<String>,
    /// May such a word stand before the title, in the genitive ("regionens president")?
    #[serde(default)]
    pub possessed_parts: bool,
    /// Possessives of a man where no pronoun is one ("sein").
    #[serde(default)]
    pub his: Vec<String>,
    /// Those of a woman ("ihr").
    #[serde(default)]
    pub her: Vec<String>,
    /// Words before or behind a name that tell a man ("king", "her husband").
    #[serde(default)]
    pub men: Vec<String>,
    /// Those that tell a woman.
    #[serde(default)]
    pub women: Vec<String>,
    /// Endings of titles of men, where those of women have one more ("minister").
    #[serde(default)]
    pub mens_titles: Vec<String>,
}
