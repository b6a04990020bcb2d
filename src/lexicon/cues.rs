//! `languages/<code>/cues.ron`: the small words that say whether it happened, and who says so.
//!
//! In: RON. Out: [`Cues`] with set look-up. Does not: decide; `extract::event` does.

use super::word_set::{HeadSet, WordSet};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Words that turn, date or attribute an event; lemmas in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// Origin and licence of the table.
    pub source: String,
    /// Negating words that depend on the verb or noun ("not", "never", "no").
    pub negation: WordSet,
    /// Verbs and nouns that negate what depends on them ("refuse", "cancel").
    pub negating_heads: HeadSet,
    /// Auxiliaries and words that put a clause in the future ("will", "kommer").
    pub future: WordSet,
    /// Verbs and nouns that plan what depends on them ("plan", "intend", "expected").
    pub planning_heads: HeadSet,
    /// Forms of auxiliaries that let the subject do something ("may", "får").
    #[serde(default)]
    pub permissions: WordSet,
    /// Adjectives of continents and the like, in their first form.
    #[serde(default)]
    pub continents: WordSet,
    /// Words that open a clause or phrase of what came before ("after").
    #[serde(default)]
    pub afters: WordSet,
    /// Prepositions that open whom something is for.
    #[serde(default)]
    pub beneficiaries: WordSet,
    /// Auxiliaries of mere possibility ("would", "could").
    pub modal: WordSet,
    /// Auxiliaries that are a mere future in reported speech ("sie sagten, sie würden …", "att de skulle …").
    #[serde(default)]
    pub reported_future: WordSet,
    /// Nouns that mean the speaker of the clause they are the subject of ("Uganda uppgav att landet …").
    #[serde(default)]
    pub speaker_nouns: WordSet,
    /// Conjunctions of condition and doubt ("if", "unless", "whether").
    pub conditional: WordSet,
    /// Verbs and nouns that only wish, ask or doubt what depends on them ("want", "hope", "urge").
    pub wishing_heads: HeadSet,
    /// Verbs that report speech ("say", "tell", "report").
    pub reporting_verbs: WordSet,
    /// Words that open a phrase of source ("according to", "laut", "enligt"); the first word of each.
    pub source_adpositions: WordSet,
    /// Nouns of a phrase of source ("nach Angaben von X").
    #[serde(default)]
    pub source_nouns: WordSet,
    /// Possessives of the subject's own ("seine Truppen"): what is one's own is no other party.
    #[serde(default)]
    pub own: WordSet,
    /// Nouns of persons without a name, whose state is not where they are ("a man in Leeds").
    #[serde(default)]
    pub bystanders: WordSet,
    /// Adverbs of the place to which somebody or something goes ("there").
    #[serde(default)]
    pub thither: WordSet,
    /// Possessives of somebody else than the subject ("dess", "dessen").
    #[serde(default)]
    pub others: WordSet,
    /// Words that open the place of an event ("in", "at").
    pub place_adpositions: WordSet,
    /// Words that open the place somebody goes or is asked to ("to").
    #[serde(default)]
    pub goals: WordSet,
    /// Words that open the place somebody comes from ("from").
    #[serde(default)]
    pub origins: WordSet,
    /// Negations that at the head of a clause only say that another act followed at once ("kaum").
    #[serde(default)]
    pub hardly: WordSet,
    /// Phrases behind which somebody is named who does the same ("as well as"); of one word only behind a comma.
    #[serde(default)]
    pub alike: Vec<String>,
    /// Prepositions that open who is spoken to ("called on colleagues to …").
    #[serde(default)]
    pub addressing: WordSet,
    /// Prepositions that open what somebody is reproached with ("attacked X for its tariffs").
    #[serde(default)]
    pub grounds: WordSet,
    /// Marks of clauses that tell by what an act is done ("by" of "retaliated by banning …").
    #[serde(default)]
    pub ways: WordSet,
    /// Prepositions that before somebody in office tell the time ("under President X").
    #[serde(default)]
    pub eras: WordSet,
    /// Verbs that say that somebody is one of those whom their phrase names ("belongs to").
    #[serde(default)]
    pub belonging: WordSet,
    /// Participles behind people that name who leads them ("soldiers led by X").
    #[serde(default)]
    pub led: WordSet,
    /// Participles behind a thing that name who holds it ("assets held by X").
    #[serde(default)]
    pub held: WordSet,
    /// Nouns of what somebody feels about an act ("to the anger of X").
    #[serde(default)]
    pub feelings: WordSet,
    /// Verbs of speaking about something ("refused to discuss X").
    #[serde(default)]
    pub topic_verbs: WordSet,
    /// Verbs of getting what somebody asks for ("is considering a request from X").
    #[serde(default)]
    pub receiving: WordSet,
    /// Words for the first of its kind ("his first visit since 2018").
    #[serde(default)]
    pub firsts: WordSet,
    /// Nouns of a quarrel, whose phrase names the other side ("in its dispute with X, Y imposed …").
    #[serde(default)]
    pub quarrels: WordSet,
    /// Third-person pronouns and words by which the parties mean each other ("each other").
    pub reciprocal: WordSet,
    /// Phrases that open company ("together with").
    pub company: Vec<String>,
    /// Prepositions that make a meeting or visit the setting of what the clause tells ("after talks with X, Y promised …").
    #[serde(default)]
    pub settings: WordSet,
    /// Those that do so only in front of the verb, which may govern them behind it ("insisted on talks with X").
    #[serde(default)]
    pub front_settings: WordSet,
    /// Those that do so only behind the name of whoever is there ("X, zu Besuch in Y, …").
    #[serde(default)]
    pub apposed_settings: WordSet,
    /// Words that open a clause without a subject told of the same time ("while").
    #[serde(default)]
    pub meanwhile: WordSet,
    /// Nouns of what is sent to whoever is spoken to in it ("letter").
    #[serde(default)]
    pub messages: WordSet,
    /// Words that set another act before or after this one ("after", "before"); a date behind them is not its own.
    pub sequence: WordSet,
    /// Nouns of what is said or asked, in a language where it may stand before the verb as its object ("Kritik").
    #[serde(default)]
    pub said_things: WordSet,
    /// Nouns of what a source tells, which whoever is blamed may answer ("figures").
    #[serde(default)]
    pub claims: WordSet,
    /// Ends of words for those whom a state sends to a body ("FN-ambassadör").
    #[serde(default)]
    pub envoys: Vec<String>,
    /// Words in front of the first of two that deny both ("neither").
    #[serde(default)]
    pub neither: WordSet,
    /// Words that with a negation of their own tell that something has ended ("no longer").
    #[serde(default)]
    pub longer: WordSet,
    /// Words that tell where somebody is from behind the adjective of a nation ("Norwegian-born").
    #[serde(default)]
    pub born: WordSet,
    /// Words that open a clause about the same time ("when").
    #[serde(default)]
    pub at_once: WordSet,
    /// Adverbs that set an act at some time after what was told before ("later").
    #[serde(default)]
    pub laters: WordSet,
    /// Verbs by which somebody makes an act known ("announce").
    #[serde(default)]
    pub announcing: WordSet,
    /// Pronouns that take up what the sentence before told ("this").
    #[serde(default)]
    pub taking_up: WordSet,
    /// Relative pronouns that may take up the whole clause before them ("which").
    #[serde(default)]
    pub clause_pronouns: WordSet,
    /// Auxiliaries of the past perfect ("had").
    #[serde(default)]
    pub past_perfect: WordSet,
    /// Nouns of weapons that bear the name of their make ("Taurus missiles").
    #[serde(default)]
    pub weapons: WordSet,
    /// Nouns of agreements that bear the name of the city where they were signed ("the Khartoum agreement").
    #[serde(default)]
    pub documents: WordSet,
    /// Adpositions of what something is only near ("off", "near", "outside").
    #[serde(default)]
    pub surroundings: WordSet,
    /// Adpositions of what somebody has or stands under ("a man with ties to X", "under the auspices of X").
    #[serde(default)]
    pub having: WordSet,
    /// Nouns that tell with whom somebody has to do ("ties", "links").
    #[serde(default)]
    pub ties: WordSet,
    /// Units shorter than a day: "hours after" is the same day.
    #[serde(default)]
    pub day_parts: WordSet,
    /// Adpositions between a document and its date ("an agreement of 6 June").
    #[serde(default)]
    pub datings: WordSet,
    /// Of the words that stand for whoever speaks, those that may be a person ("man").
    #[serde(default)]
    pub impersonal: WordSet,
    /// Adpositions of those against whom somebody is helped ("arms against X").
    #[serde(default)]
    pub opponents: WordSet,
    /// Verbs that charge somebody with a deed, each with the adpositions of that one ("blame on").
    #[serde(default)]
    pub charges: HeadSet,
    /// Adpositions of what is only spoken of ("a deal on X", "talks about X").
    #[serde(default)]
    pub topics: WordSet,
    /// Nouns that name what is done to the one behind "of" ("the treatment of X").
    #[serde(default)]
    pub suffered_nouns: WordSet,
    /// Nouns of a phrase that tells with whose help something was done ("under the mediation of X").
    #[serde(default)]
    pub circumstances: WordSet,
    /// Conjunctions of a clause that tells the reason of another one, or what came before it ("because", "after").
    #[serde(default)]
    pub reasons: WordSet,
    /// Endings of verbs of the present.
    #[serde(default)]
    pub present_endings: Vec<String>,
    /// Passive agent adpositions ("by").
    pub agent_adpositions: WordSet,
    /// Marks of the infinitive ("to").
    #[serde(default)]
    pub infinitive_marks: WordSet,
    /// Auxiliaries that make hearsay of a future ("soll getötet haben", "ska ha ringt").
    #[serde(default)]
    pub hearsay: WordSet,
    /// Articles and pronouns that make a noun definite ("the", "this").
    #[serde(default)]
    pub definite: WordSet,
    /// Endings that make a noun definite, in languages that have them ("mötet").
    #[serde(default)]
    pub definite_endings: BTreeSet<String>,
    /// Adpositions behind which an act still lies ahead ("ahead of the summit").
    #[serde(default)]
    pub ahead: WordSet,
    /// Words that describe an act as one to come ("planned", "upcoming").
    #[serde(default)]
    pub coming: WordSet,
    /// Adpositions of an infinitive or gerund that completes its verb ("refrain from", "avstå från att"); behind others it tells how or when.
    #[serde(default)]
    pub completing: WordSet,
    /// Verbs that open a condition by standing first ("Had X attacked, …").
    #[serde(default)]
    pub inverting: WordSet,
    /// Any finite verb that stands first opens a condition, if the main verb follows the comma at once ("Utvisar Norge X, får det följder").
    #[serde(default)]
    pub any_verb_inverts: bool,
    /// Words that open an act which another one took the place of ("instead of attacking").
    #[serde(default)]
    pub instead: WordSet,
    /// Nouns of a person by another one ("critic", "supporters", "rival"): the other one named beside them is not meant.
    #[serde(default)]
    pub relational: WordSet,
    /// Of the nouns of deeds, those for what curbs somebody ("measure", "closure").
    #[serde(default)]
    pub curb_nouns: WordSet,
    /// Of the nouns of deeds, those for blows ("operation").
    #[serde(default)]
    pub blow_nouns: WordSet,
    /// Nouns of what only bodies pass, in which they say something ("rejected the resolution").
    #[serde(default)]
    pub resolutions: WordSet,
    /// Nouns of what is somebody's without being that one ("raided X's party"), unless it acts.
    #[serde(default)]
    pub circles: WordSet,
    /// Verbs that with a length of time set a limit ("gave them two days to leave").
    #[serde(default)]
    pub granting_heads: WordSet,
    /// Nouns for whatever somebody did ("decision", "move"), lemmas: they take up the act told last.
    #[serde(default)]
    pub deed_nouns: WordSet,
    /// Pronouns that stand for several people, also for two that did something together ("they", "both").
    #[serde(default)]
    pub plural_pronouns: WordSet,
    /// Endings of finite verbs that show that such a pronoun means several, where it may also mean one ("sie kam-en").
    #[serde(default)]
    pub plural_verb_endings: BTreeSet<String>,
    /// Prepositions of what an act is done with ("through", "via"): what they open does not take part.
    #[serde(default)]
    pub means: WordSet,
    /// Personal pronouns that are acted upon ("them").
    #[serde(default)]
    pub persons_acted_on: WordSet,
    /// Present forms of the helpers of a second verb ("visited X last month and has threatened Y").
    #[serde(default)]
    pub present_helpers: WordSet,
    /// Forms of "have" that tell whose people are where ("has three citizens held in X").
    #[serde(default)]
    pub having_people: WordSet,
    /// Pronouns for what was said or done before ("das", "det").
    #[serde(default)]
    pub thing_pronouns: WordSet,
    /// Verbs that ask for something or promise it: the content has a date of its own ("invite", "urge", "pledge").
    #[serde(default)]
    pub asking_heads: WordSet,
    /// Forms that make a future before the mark of an infinitive ("is to visit").
    #[serde(default)]
    pub due_copulas: WordSet,
    /// What makes a noun's lemma definite ("attack-en").
    #[serde(default)]
    pub definite_suffixes: BTreeSet<String>,
    /// Endings of past forms that are participles as well ("arrested"), where the language has them.
    #[serde(default)]
    pub past_endings: BTreeSet<String>,
    /// Words between a negation and a day by which the negation only says when ("not until Tuesday", "inte förrän på tisdag").
    #[serde(default)]
    pub not_before: WordSet,
    /// Prepositions of place that before a state open what the act is about ("on").
    #[serde(default)]
    pub topic_adpositions: WordSet,
    /// Conjunctions of a cause, not only of what came before ("because").
    #[serde(default)]
    pub causes: WordSet,
    /// Nouns for the end of what their complement names ("an end to the blockade").
    #[serde(default)]
    pub end_nouns: WordSet,
    /// Pronouns for what the sentence before tells ("condemned this").
    #[serde(default)]
    pub deed_pronouns: WordSet,
    /// Words that behind a negation say that there is more ("only").
    #[serde(default)]
    pub not_only: WordSet,
    /// Verbs whose negation affirms what they govern ("did not hesitate to").
    #[serde(default)]
    pub hesitating: WordSet,
}
