//! `languages/<code>/syntax.ron`: the closed word lists that the rules around the parser need.
//!
//! In: RON. Out: [`SyntaxWords`]. Invariant: every word is lower case.

use crate::base::letters::small;
use crate::lexicon::word_set::WordSet;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::borrow::Cow;

/// Word lists of one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyntaxWords {
    /// Origin and licence of the table.
    pub source: String,
    /// One-token contractions and the words they stand for, preposition first.
    pub contractions: FxHashMap<String, Vec<String>>,
    /// Endings that are words of their own where the tokens leave them on ("n't", "'s").
    pub clitics: Vec<String>,
    /// Forms of auxiliaries that make a passive together with a participle.
    pub passive_auxiliaries: WordSet,
    /// Those of them that make a future with an infinitive ("wird … besuchen").
    #[serde(default)]
    pub future_auxiliaries: WordSet,
    /// Ending of infinitives, where participles may end in it as well.
    #[serde(default)]
    pub infinitive_ending: String,
    /// Starts of composite tags that count as participles.
    pub participle_tags: Vec<String>,
    /// Does an ending on the verb alone make a passive (tags in "-S")?
    pub passive_ending: bool,
    /// Verbs that have the passive ending and an active meaning, all forms.
    pub deponents: WordSet,
    /// Prepositions of the agent of a passive.
    pub agents: WordSet,
    /// Words that negate a clause.
    pub negations: WordSet,
    /// Relative pronouns.
    pub relatives: WordSet,
    /// Those of them that take up one thing only ("der", "das").
    #[serde(default)]
    pub singular_relatives: WordSet,
    /// Parts near the beginning and endings of forms that are participles before an auxiliary ("ge" and "t").
    #[serde(default)]
    pub participle_shapes: Vec<(String, String)>,
    /// Names that have an article ("der Iran"), in small letters, in a language that gives other names none.
    #[serde(default)]
    pub article_names: WordSet,
    /// Words that open a clause and look like a preposition ("after").
    #[serde(default)]
    pub subordinators: WordSet,
    /// Finite forms that are nothing but verbs in this spelling, so that a verb the treebank lacks is not taken for a noun or an adjective.
    #[serde(default)]
    pub finite_verbs: WordSet,
    /// Articles that only open genitives ("des").
    #[serde(default)]
    pub genitive_articles: WordSet,
    /// Ending of the genitive on the last word of a long name ("Ilham Alijevs"); empty: possessors have a mark of their own.
    #[serde(default)]
    pub name_genitive: String,
    /// Articles that open no subject ("dem", "den"), in a language that puts the verb second.
    #[serde(default)]
    pub oblique_articles: WordSet,
    /// Pronouns that may be subjects and objects ("sie"), in a language that puts the verb second.
    #[serde(default)]
    pub either_pronouns: WordSet,
    /// Adverbs that may part the first phrase from the verb that stands second ("wiederum").
    #[serde(default)]
    pub inserted_adverbs: WordSet,
    /// Adjectives that look like verbs, as written ("neighboring").
    #[serde(default)]
    pub adjectives: WordSet,
    /// Words that join a name to the list before it ("as well as").
    #[serde(default)]
    pub list_phrases: Vec<String>,
    /// Prepositions that open where something is sent.
    #[serde(default)]
    pub goals: WordSet,
    /// Endings of nouns with their article, where the article is an ending.
    #[serde(default)]
    pub definite_endings: Vec<String>,
    /// Endings of the forms of verbs whose only object is a dative ("geholfen"), in a language that puts the verb last.
    #[serde(default)]
    pub dative_verbs: Vec<String>,
    /// Articles that open no subject before a feminine noun ("der", "einer").
    #[serde(default)]
    pub feminine_oblique_articles: WordSet,
    /// Feminine nouns and names that no ending shows, as written.
    #[serde(default)]
    pub feminine_nouns: WordSet,
    /// Endings of feminine nouns ("ung").
    #[serde(default)]
    pub feminine_endings: Vec<String>,
    /// Nouns that have such an ending and are masculine or neuter, in small letters, also as the last part of a compound ("sprung").
    #[serde(default)]
    pub not_feminine: Vec<String>,
    /// Adverbs of several words, set aside inside a clause: under the first word what may follow it ("bland": "annat"), in small letters with single spaces.
    #[serde(default)]
    pub adverbs: FxHashMap<String, Vec<String>>,
    /// Forms that are verbs where a headline has no other verb: behind a noun ("Rebels free hostages").
    #[serde(default)]
    pub headline_verbs: WordSet,
    /// Nouns of the plural without its ending that stand before such a verb ("Gunmen").
    #[serde(default)]
    pub headline_subjects: WordSet,
    /// Endings of finite verbs of the third person, where a name behind a colon stands before them.
    #[serde(default)]
    pub headline_endings: Vec<String>,
    /// Words that show a relative clause to be about several ("their", "hatten").
    #[serde(default)]
    pub plural_marks: WordSet,
    /// Nouns of news the treebank lacks, as written: no verb or adjective in this spelling.
    #[serde(default)]
    pub nouns: WordSet,
    /// All function words (adpositions, auxiliaries, conjunctions, determiners, pronouns, particles); no other word is taken for one. Empty: not known.
    #[serde(default)]
    pub function_words: WordSet,
    /// Reflexive pronoun of the third person ("sich").
    #[serde(default)]
    pub reflexive: String,
    /// Does the verb of a clause below another come last?
    #[serde(default)]
    pub verb_final: bool,
    /// Finite forms of auxiliaries and modals, in a language that puts the verb second.
    #[serde(default)]
    pub finite_helpers: WordSet,
    /// Words that join a second main clause behind a comma ("och", "aber"), in such a language.
    #[serde(default)]
    pub joiners: WordSet,
    /// Endings of finite full verbs; a word with one that stands second in its sentence is a verb. Empty: the language is not verb-second.
    #[serde(default)]
    pub second_endings: Vec<String>,
    /// Adverb of time that is parsed in place of a longer time expression; empty: time expressions are parsed as they stand.
    #[serde(default)]
    pub time_word: String,
    /// Finite forms of verbs of saying, whose subject may follow what is said ("…, sagte X"), in such a language.
    #[serde(default)]
    pub saying_forms: WordSet,
    /// Finite forms of the auxiliary of the perfect behind which several participles may be strung ("has").
    #[serde(default)]
    pub perfect_auxiliaries: WordSet,
    /// Personal pronouns that are nothing but subjects ("er", "han"), in a language that puts the verb second.
    #[serde(default)]
    pub nominatives: WordSet,
    /// Adverbs that look like prepositions and right behind a verb are its particle ("out").
    #[serde(default)]
    pub particles: WordSet,
    /// Particles that are prepositions elsewhere, with the forms of the verbs right behind which they never are ("over": "handed").
    #[serde(default)]
    pub particle_verbs: FxHashMap<String, Vec<String>>,
    /// Verb forms that look like another word, by the words behind them that show them to be verbs ("åt" before "middag").
    #[serde(default)]
    pub verbs_before: FxHashMap<String, Vec<String>>,
    /// Forms of verbs behind which a name and one word tell what the name is called or kept ("declared X unfit").
    #[serde(default)]
    pub naming_forms: WordSet,
    /// Demonstratives of the nominative, which stand for somebody where a name follows ("dieser").
    #[serde(default)]
    pub demonstratives: WordSet,
    /// Relative pronouns that tell whose the noun behind them is ("whose").
    #[serde(default)]
    pub relative_owners: WordSet,
    /// Endings of past forms that participles share ("ade"), in a language whose definite nouns have an ending of their own.
    #[serde(default)]
    pub weak_past_endings: Vec<String>,
    /// Endings of definite nouns in such a language.
    #[serde(default)]
    pub definite_noun_endings: Vec<String>,
    /// Words behind which such a form describes the definite noun that follows ("den").
    #[serde(default)]
    pub describing_openers: WordSet,
    /// Adverbs that behind a comma open a clause about what was told ("wofür").
    #[serde(default)]
    pub clause_adverbs: WordSet,
    /// Marks that are a dash where they stand alone ("-"), in a language that leaves hyphens inside words.
    #[serde(default)]
    pub lone_dashes: WordSet,
    /// Prefixes that join their verb where it closes a clause ("vor" of "vorwarf").
    #[serde(default)]
    pub separable_prefixes: Vec<String>,
    /// Words that open a clause in front of the main one, which no comma may close ("när"), in a language that puts the verb second.
    #[serde(default)]
    pub clause_openers: WordSet,
    /// Forms that look like a verb, by the words right before them that show them to be adjectives ("rädda" behind "är").
    #[serde(default)]
    pub adjectives_behind: FxHashMap<String, Vec<String>>,
    /// Particles that behind the subject belong to the verb before it, by its form ("tog": "emot").
    #[serde(default)]
    pub parted_particles: FxHashMap<String, Vec<String>>,
    /// Articles of the accusative, which show a noun with a name behind it to be what is acted upon ("seinen Kollegen X").
    #[serde(default)]
    pub accusative_articles: WordSet,
    /// Verbs of becoming, whose predicate may be told by what it is the first to do.
    #[serde(default)]
    pub becoming_forms: WordSet,
    /// Adjectives of the first or last of a kind.
    #[serde(default)]
    pub ranking: WordSet,
    /// Verbs of giving behind which a bare name is who gets something ("grants X access").
    #[serde(default)]
    pub giving_forms: WordSet,
    /// Verbs of joining somebody in what both do ("joined X in condemning Y").
    #[serde(default)]
    pub joining_forms: WordSet,
    /// Pronouns that stress the subject ("himself").
    #[serde(default)]
    pub emphatic_pronouns: WordSet,
    /// Pairs of words that join two phrases, the second one by the first ("såväl": "som").
    #[serde(default)]
    pub correlatives: FxHashMap<String, String>,
    /// Prepositions that open what is spoken about ("about").
    #[serde(default)]
    pub topic_prepositions: WordSet,
    /// Words that open a clause which is the content of the verb before it ("dass").
    #[serde(default)]
    pub complementizers: WordSet,
    /// Finite helpers that open a condition ("should").
    #[serde(default)]
    pub condition_openers: WordSet,
    /// Finite forms that show a clause to be what somebody says ("solle").
    #[serde(default)]
    pub reported_forms: WordSet,
    /// Adverbs that go on from one clause to the next ("jedoch") and are no subject.
    #[serde(default)]
    pub connectors: WordSet,
    /// Conjunctions in the middle of a clause that show its subject to follow the verb ("verurteilte X doch").
    #[serde(default)]
    pub clause_joiners: WordSet,
    /// Words that open a clause as its subject ("wer").
    #[serde(default)]
    pub question_words: WordSet,
    /// Endings of finite verbs of the plural, in a language whose verbs have number.
    #[serde(default)]
    pub plural_verb_endings: Vec<String>,
    /// Words before a noun that may be parted from it by a participle with phrases of its own ("der von X besuchte Ort").
    #[serde(default)]
    pub attribute_openers: WordSet,
    /// Endings of such participles. Empty: the language has none.
    #[serde(default)]
    pub attribute_endings: Vec<String>,
    /// Forms of nouns of asking whose infinitive says what is asked for ("a request from X to …").
    #[serde(default)]
    pub asked_nouns: WordSet,
    /// Articles that a singular noun has only if it is feminine.
    #[serde(default)]
    pub feminine_articles: WordSet,
    /// Past forms that are participles as well, without the regular ending ("sold").
    #[serde(default)]
    pub irregular_pasts: WordSet,
    /// Possessives whose owner is the subject ("sin").
    #[serde(default)]
    pub reflexive_owners: WordSet,
    /// Forms of "have" that may tell what is so with a noun and a participle behind it ("has two soldiers detained in X").
    #[serde(default)]
    pub holding_helpers: WordSet,
    /// Prepositions of two parties ("between").
    #[serde(default)]
    pub pair_prepositions: WordSet,
    /// Participles that are active without an auxiliary: of verbs that make their perfect with "to be" ("X in Y eingetroffen").
    #[serde(default)]
    pub active_participles: WordSet,
    /// Articles that alone stand for a thing ("das").
    #[serde(default)]
    pub thing_articles: WordSet,
    /// Adverbs that behind a name say that this one does the same ("…, X ebenfalls").
    #[serde(default)]
    pub likewise: WordSet,
    /// Pairs of words before a name that say so ("as did").
    #[serde(default)]
    pub likewise_openers: WordSet,
    /// Endings of regular past participles ("ed").
    #[serde(default)]
    pub past_endings: Vec<String>,
    /// Adverbs that are predicates behind a copula ("överens").
    #[serde(default)]
    pub predicate_adverbs: WordSet,
    /// Endings of finite verbs behind two names that open the sentence ("Peru och Chile delar …").
    #[serde(default)]
    pub pair_verb_endings: Vec<String>,
    /// Endings of participles that may open a sentence before a name ("Accusing Peru of …").
    #[serde(default)]
    pub gerund_endings: Vec<String>,
    /// Endings of comparatives and superlatives, which are no participles.
    #[serde(default)]
    pub comparative_endings: Vec<String>,
    /// Endings of nouns that, bare at the head of a sentence, are of the plural.
    #[serde(default)]
    pub plural_noun_endings: Vec<String>,
    /// Units of time in small letters ("Wochen"), in a language that puts the verb second.
    #[serde(default)]
    pub time_nouns: WordSet,
    /// Names of days and months, behind which a name may be taken for a part of them.
    #[serde(default)]
    pub calendar: WordSet,
    /// Words that open what a noun is about, as a verb ("of reaching").
    #[serde(default)]
    pub noun_marks: WordSet,
    /// Ends of names in the genitive, where no word of its own marks it.
    #[serde(default)]
    pub genitive_endings: Vec<String>,
    /// Words that open an infinitive in front of its object ("ohne").
    #[serde(default)]
    pub infinitive_openers: WordSet,
    /// Last words of time expressions that are adverbials whatever opens them ("ein Jahr später").
    #[serde(default)]
    pub time_closers: WordSet,
    /// Forms that are nothing but personal pronouns and that the treebank takes for something else.
    #[serde(default)]
    pub pronouns: WordSet,
    /// Does the language write nouns with a capital?
    #[serde(default)]
    pub nouns_capitalized: bool,
    /// Endings of adjectives that behind such an article are no nominative of one ("der erweiterten Runde").
    #[serde(default)]
    pub oblique_adjective_endings: Vec<String>,
    /// Nouns of parts and surroundings of a place ("Zentrum"), behind which the agent's preposition opens no agent.
    #[serde(default)]
    pub place_nouns: WordSet,
    /// Adpositions that stand behind their noun ("zufolge").
    #[serde(default)]
    pub postpositions: WordSet,
    /// Words that close a phrase of time, by the prepositions that open it ("an": "von").
    #[serde(default)]
    pub circumpositions: FxHashMap<String, Vec<String>>,
    /// Personal pronouns that are nothing but objects ("ihn", "honom"), in a language that puts the verb second.
    #[serde(default)]
    pub objective_pronouns: WordSet,
    /// What a finite form of the past gets in the passive ("s" of "hjälptes"), if the language makes it so.
    #[serde(default)]
    pub passive_suffix: String,
    /// Ending of finite verbs in the plural ("en"); empty: the language does not mark it.
    #[serde(default)]
    pub plural_verb_ending: String,
    /// Words that are adverbs wherever they stand ("erneut").
    #[serde(default)]
    pub sure_adverbs: WordSet,
    /// Nouns of plans and the like, whose infinitive tells what their owner has in mind ("plans to sign").
    #[serde(default)]
    pub plan_nouns: WordSet,
    /// Words that open a comparison in front of the verb ("wie", "liksom"), in a language that puts the verb second.
    #[serde(default)]
    pub comparing_words: WordSet,
    /// Forms that with a participle behind them open a sentence about what its subject had done ("having").
    #[serde(default)]
    pub perfect_openers: WordSet,
    /// Personal pronouns that look like articles ("de").
    #[serde(default)]
    pub article_pronouns: WordSet,
    /// Ending of adverbs made from adjectives ("hårt").
    #[serde(default)]
    pub adverb_ending: Option<String>,
    /// Articles of what was not told before ("a", "eine").
    #[serde(default)]
    pub indefinite_articles: WordSet,
    /// Adverbs that behind a comma open whoever said the clause ("…, so der Minister").
    #[serde(default)]
    pub quotatives: WordSet,
    /// Words for all of the subject that may stand behind its auxiliary, by auxiliary ("have both agreed").
    #[serde(default)]
    pub floating: FxHashMap<String, Vec<String>>,
    /// Nouns that name what the clause before them tells ("…, a step X criticized").
    #[serde(default)]
    pub comment_nouns: WordSet,
    /// Pronouns that behind a comma take up the clause before them ("…, was X kritisierte").
    #[serde(default)]
    pub comment_pronouns: WordSet,
    /// Relative pronouns that take up a name and no clause ("who", "som").
    #[serde(default)]
    pub person_relatives: WordSet,
    /// Verbs, in all forms, whose object in a relative clause is the noun before it and never a whole clause ("recognise").
    #[serde(default)]
    pub thing_verbs: WordSet,
    /// Indefinite pronouns that may do so behind a comma ("något"), with or without a relative pronoun.
    #[serde(default)]
    pub comment_indefinites: WordSet,
    /// Past forms that without an object are no participles of something done to somebody ("called on X").
    #[serde(default)]
    pub acting_forms: WordSet,
    /// Forms of the verb that lets others do something ("ließ").
    #[serde(default)]
    pub causatives: WordSet,
    /// Forms of the verb that, with a noun phrase and a participle behind it, tells who has something done ("had X arrested").
    #[serde(default)]
    pub causative_helpers: WordSet,
    /// Prepositions and the like that make an adverbial of the time expression behind them ("på" of "på lördagen").
    #[serde(default)]
    pub time_openers: WordSet,
    /// Words before a time expression that tie it to a noun ("vom" of "die Wahl vom Sonntag").
    #[serde(default)]
    pub time_binders: WordSet,
    /// Ending of a time expression in the genitive ("söndagens"), if the language marks it on the last word.
    #[serde(default)]
    pub time_genitive: String,
}

impl SyntaxWords {
    /// Has the token the ending of a past participle of the regular verbs?
    pub fn is_past(&self, token: &str) -> bool {
        let mut endings = self.past_endings.iter();
        endings.any(|e| token.len() > e.len() + 2 && token.ends_with(e.as_str()))
    }

    /// Is it a finite form with its separable prefix, as it stands at the end of a clause ("vorwarf", "ablehnte")?
    pub fn is_joined_verb(&self, token: &str) -> bool {
        let finite = |rest: &str| {
            let past = |e: &String| rest.len() > e.len() + 2 && rest.ends_with(e.as_str());
            let participle = self
                .participle_shapes
                .iter()
                .any(|(start, _)| rest.starts_with(start.as_str()));
            self.finite_verbs.contains(rest) || !participle && self.second_endings.iter().any(past)
        };
        token.starts_with(char::is_lowercase)
            && (self.separable_prefixes.iter())
                .filter_map(|p| token.strip_prefix(p.as_str()))
                .any(finite)
    }

    /// Has the token the ending of a participle that may open a sentence?
    pub fn is_gerund(&self, token: &str) -> bool {
        let mut endings = self.gerund_endings.iter();
        endings.any(|e| token.len() > e.len() + 2 && token.ends_with(e.as_str()))
    }

    /// Has a verb form in small letters the suffix of passives, and is it no deponent?
    pub fn has_passive_suffix(&self, form: &str) -> bool {
        let stem = form
            .strip_suffix(self.passive_suffix.as_str())
            .filter(|_| !self.passive_suffix.is_empty());
        let past = |stem: &str| {
            self.second_endings
                .iter()
                .any(|e| stem.ends_with(e.as_str()))
        };
        stem.is_some_and(past) && !self.deponents.contains(form)
    }

    /// Has a verb form in small letters the ending of the plural?
    pub fn has_plural_ending(&self, form: &str) -> bool {
        let ending = self.plural_verb_ending.as_str();
        !ending.is_empty() && form.ends_with(ending)
    }

    /// Is the token surely no function word? False where the list is empty.
    pub fn is_content(&self, token: &str) -> bool {
        !self.function_words.is_empty()
            && token.chars().all(char::is_alphabetic)
            && !self.function_words.contains(&small(token))
    }

    /// Can a phrase with this article (small letters) and this noun (as written) be no subject: "dem Iran", "der Ukraine"?
    pub fn is_oblique(&self, article: &str, noun: &str) -> bool {
        self.oblique_articles.contains(article)
            || self.feminine_oblique_articles.contains(article) && self.is_feminine(noun)
    }

    /// Is the finite form, in small letters, of the singular, in a language whose verbs show that?
    pub fn is_singular_verb(&self, verb: &str) -> bool {
        let plural = |e: &String| verb.ends_with(e.as_str());
        !self.plural_verb_endings.is_empty()
            && !self.plural_marks.contains(verb)
            && !self.plural_verb_endings.iter().any(plural)
    }

    /// Does the noun look like one of the plural?
    pub fn is_plural_noun(&self, noun: &str) -> bool {
        let ends = |e: &String| noun.len() > e.len() + 2 && noun.ends_with(e.as_str());
        self.plural_noun_endings.iter().any(ends)
    }

    /// Is the noun feminine by the list or by its ending?
    pub fn is_feminine(&self, noun: &str) -> bool {
        let lower = small(noun);
        let ends = |e: &String| lower.len() > e.len() && lower.ends_with(e.as_str());
        self.feminine_nouns.contains(noun)
            || self.feminine_endings.iter().any(ends)
                && !self
                    .not_feminine
                    .iter()
                    .any(|e| lower.ends_with(e.as_str()))
    }

    /// Returns the stand-in of a time expression, with a capital where it opens the sentence.
    pub fn time_word(&self, first: bool) -> Cow<'_, str> {
        let mut letters = self.time_word.chars();
        match letters.next().filter(|_| first) {
            Some(c) => Cow::Owned(c.to_uppercase().chain(letters).collect()),
            None => Cow::Borrowed(&self.time_word),
        }
    }

    /// Returns the byte position where a clitic starts inside a token, if there is one with a word before it.
    pub fn clitic_start(&self, token: &str) -> Option<usize> {
        // Most tokens end like none of the clitics, and need no small letters to show it.
        let last = |w: &str| w.bytes().next_back().map(|b| b.to_ascii_lowercase());
        if !self.clitics.iter().any(|c| last(c) == last(token)) {
            return None;
        }
        let lower = small(token);
        if lower.len() != token.len() {
            return None;
        }
        let found = self
            .clitics
            .iter()
            .filter(|c| lower.ends_with(c.as_str()) && lower.len() > c.len());
        let start = lower.len() - found.map(String::len).max()?;
        token.is_char_boundary(start).then_some(start)
    }
}
