//! `languages/<code>/cues.ron`: the small words that say whether it happened, and who says so.
//!
//! In: RON. Out: [`Cues`] with set look-up. Does not: decide; `extract::event` does.

use serde::Deserialize;
use std::collections::BTreeSet;

/// Words that turn, date or attribute an event; lemmas in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// Origin and licence of the table.
    pub source: String,
    /// Negating words that depend on the verb or noun ("not", "never", "no").
    pub negation: BTreeSet<String>,
    /// Verbs and nouns that negate what depends on them ("refuse", "cancel").
    pub negating_heads: BTreeSet<String>,
    /// Auxiliaries and words that put a clause in the future ("will", "kommer").
    pub future: BTreeSet<String>,
    /// Verbs and nouns that plan what depends on them ("plan", "intend", "expected").
    pub planning_heads: BTreeSet<String>,
    /// Auxiliaries of mere possibility ("would", "could").
    pub modal: BTreeSet<String>,
    /// Auxiliaries that are a mere future in reported speech ("sie sagten, sie würden …", "att de skulle …").
    #[serde(default)]
    pub reported_future: BTreeSet<String>,
    /// Nouns that mean the speaker of the clause they are the subject of ("Uganda uppgav att landet …").
    #[serde(default)]
    pub speaker_nouns: BTreeSet<String>,
    /// Conjunctions of condition and doubt ("if", "unless", "whether").
    pub conditional: BTreeSet<String>,
    /// Verbs and nouns that only wish, ask or doubt what depends on them ("want", "hope", "urge").
    pub wishing_heads: BTreeSet<String>,
    /// Verbs that report speech ("say", "tell", "report").
    pub reporting_verbs: BTreeSet<String>,
    /// Words that open a phrase of source ("according to", "laut", "enligt"); the first word of each.
    pub source_adpositions: BTreeSet<String>,
    /// Nouns of a phrase of source ("nach Angaben von X").
    #[serde(default)]
    pub source_nouns: BTreeSet<String>,
    /// Possessives of the subject's own ("seine Truppen"): what is one's own is no other party.
    #[serde(default)]
    pub own: BTreeSet<String>,
    /// Words that open the place of an event ("in", "at").
    pub place_adpositions: BTreeSet<String>,
    /// Third-person pronouns and words by which the parties mean each other ("each other").
    pub reciprocal: BTreeSet<String>,
    /// Phrases that open company ("together with").
    pub company: Vec<String>,
    /// Words that set another act before or after this one ("after", "before"); a date behind them is not its own.
    pub sequence: BTreeSet<String>,
    /// Nouns of what is said or asked, in a language where it may stand before the verb as its object ("Kritik").
    #[serde(default)]
    pub said_things: BTreeSet<String>,
    /// Relative pronouns that may take up the whole clause before them ("which").
    #[serde(default)]
    pub clause_pronouns: BTreeSet<String>,
    /// Auxiliaries of the past perfect ("had").
    #[serde(default)]
    pub past_perfect: BTreeSet<String>,
    /// Nouns of weapons that bear the name of their make ("Taurus missiles").
    #[serde(default)]
    pub weapons: BTreeSet<String>,
    /// Nouns of agreements that bear the name of the city where they were signed ("the Khartoum agreement").
    #[serde(default)]
    pub documents: BTreeSet<String>,
    /// Nouns that name what is done to the one behind "of" ("the treatment of X").
    #[serde(default)]
    pub suffered_nouns: BTreeSet<String>,
    /// Nouns of a phrase that tells with whose help something was done ("under the mediation of X").
    #[serde(default)]
    pub circumstances: BTreeSet<String>,
    /// Conjunctions of a clause that tells the reason of another one, or what came before it ("because", "after").
    #[serde(default)]
    pub reasons: BTreeSet<String>,
    /// Passive agent adpositions ("by").
    pub agent_adpositions: BTreeSet<String>,
    /// Marks of the infinitive ("to").
    #[serde(default)]
    pub infinitive_marks: BTreeSet<String>,
    /// Auxiliaries that make hearsay of a future ("soll getötet haben", "ska ha ringt").
    #[serde(default)]
    pub hearsay: BTreeSet<String>,
    /// Articles and pronouns that make a noun definite ("the", "this").
    #[serde(default)]
    pub definite: BTreeSet<String>,
    /// Endings that make a noun definite, in languages that have them ("mötet").
    #[serde(default)]
    pub definite_endings: BTreeSet<String>,
    /// Adpositions behind which an act still lies ahead ("ahead of the summit").
    #[serde(default)]
    pub ahead: BTreeSet<String>,
    /// Words that describe an act as one to come ("planned", "upcoming").
    #[serde(default)]
    pub coming: BTreeSet<String>,
    /// Adpositions of an infinitive or gerund that completes its verb ("refrain from", "avstå från att"); behind others it tells how or when.
    #[serde(default)]
    pub completing: BTreeSet<String>,
    /// Verbs that open a condition by standing first ("Had X attacked, …").
    #[serde(default)]
    pub inverting: BTreeSet<String>,
    /// Any finite verb that stands first opens a condition, if the main verb follows the comma at once ("Utvisar Norge X, får det följder").
    #[serde(default)]
    pub any_verb_inverts: bool,
    /// Words that open an act which another one took the place of ("instead of attacking").
    #[serde(default)]
    pub instead: BTreeSet<String>,
    /// Nouns of a person by another one ("critic", "supporters", "rival"): the other one named beside them is not meant.
    #[serde(default)]
    pub relational: BTreeSet<String>,
    /// Verbs that with a length of time set a limit ("gave them two days to leave").
    #[serde(default)]
    pub granting_heads: BTreeSet<String>,
    /// Nouns for whatever somebody did ("decision", "move"), lemmas: they take up the act told last.
    #[serde(default)]
    pub deed_nouns: BTreeSet<String>,
    /// Pronouns that stand for several people, also for two that did something together ("they", "both").
    #[serde(default)]
    pub plural_pronouns: BTreeSet<String>,
    /// Endings of finite verbs that show that such a pronoun means several, where it may also mean one ("sie kam-en").
    #[serde(default)]
    pub plural_verb_endings: BTreeSet<String>,
    /// Prepositions of what an act is done with ("through", "via"): what they open does not take part.
    #[serde(default)]
    pub means: BTreeSet<String>,
    /// Pronouns for what was said or done before ("das", "det").
    #[serde(default)]
    pub thing_pronouns: BTreeSet<String>,
    /// Verbs that ask for something or promise it: the content has a date of its own ("invite", "urge", "pledge").
    #[serde(default)]
    pub asking_heads: BTreeSet<String>,
    /// Forms that make a future before the mark of an infinitive ("is to visit").
    #[serde(default)]
    pub due_copulas: BTreeSet<String>,
    /// What makes a noun's lemma definite ("attack-en").
    #[serde(default)]
    pub definite_suffixes: BTreeSet<String>,
    /// Endings of past forms that are participles as well ("arrested"), where the language has them.
    #[serde(default)]
    pub past_endings: BTreeSet<String>,
    /// Words between a negation and a day by which the negation only says when ("not until Tuesday", "inte förrän på tisdag").
    #[serde(default)]
    pub not_before: BTreeSet<String>,
}
