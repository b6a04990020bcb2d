//! Where the mentions of an article stand in their sentences.
//!
//! In: sentences with trees; both lists are empty where a language has no parser, and then nothing is known. Out: whether a mention is the subject of
//! its clause, what else its verb governs, and the topic of a sentence. Invariant: pure look-ups, each clause is prepared once. Does not: decide
//! whom a mention means.

use crate::base::analysis::{Mention, Sentence, Tree};
use crate::base::letters::small;
use crate::extract::mention::UNOWNING;
use crate::extract::syntax::{Clause, SyntaxWords};
use std::cell::OnceCell;

/// The longest chain of coordinated and apposed nouns that is followed to the verb.
const MAX_STEPS: usize = 6;

/// Relations of the verbs of clauses that tell of no noun.
const CLAUSES: [&str; 7] = [
    "root",
    "conj",
    "ccomp",
    "advcl",
    "parataxis",
    "xcomp",
    "csubj",
];

/// The trees of an article, ready for questions about mentions.
pub struct Grammar<'a> {
    text: &'a str,
    sentences: &'a [Sentence],
    trees: &'a [Tree],
    words: Option<&'a SyntaxWords>,
    clauses: Vec<OnceCell<Option<Clause<'a>>>>,
}

/// A mention as a part of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Token of the verb.
    pub verb: usize,
    /// Is it the subject?
    pub subject: bool,
    /// Token of the mention's own head.
    head: usize,
}

impl<'a> Grammar<'a> {
    /// Puts the trees beside the sentences; `trees` and `words` are missing where the language has no parser.
    pub fn new(
        text: &'a str,
        sentences: &'a [Sentence],
        trees: &'a [Tree],
        words: Option<&'a SyntaxWords>,
    ) -> Self {
        let mut clauses = Vec::new();
        clauses.resize_with(trees.len(), OnceCell::new);
        Self {
            text,
            sentences,
            trees,
            words,
            clauses,
        }
    }

    fn clause(&self, sentence: usize) -> Option<&Clause<'a>> {
        let prepare = || {
            let tree = self.trees.get(sentence)?;
            let tokens = self.sentences.get(sentence)?.tokens.iter();
            let forms: Vec<&str> = tokens.map(|t| t.span.of(self.text)).collect();
            let words = self.words.filter(|_| forms.len() == tree.nodes.len())?;
            Some(Clause::new(&forms, tree, words))
        };
        self.clauses.get(sentence)?.get_or_init(prepare).as_ref()
    }

    /// The tokens of a mention.
    fn tokens(&self, mention: &Mention) -> Option<std::ops::Range<usize>> {
        let tokens = &self.sentences.get(mention.sentence)?.tokens;
        let first = tokens.partition_point(|t| t.span.end <= mention.span.start);
        let last = tokens.partition_point(|t| t.span.start < mention.span.end);
        (first < last).then_some(first..last)
    }

    /// Finds the verb a mention belongs to as subject, object or adverbial; none for owners and other parts of a phrase.
    pub fn part(&self, mention: &Mention) -> Option<Part> {
        let clause = self.clause(mention.sentence)?;
        let tokens = self.tokens(mention)?;
        let mut inside = tokens.clone();
        let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
        let head = inside.find(|&t| outside(clause.head(t)))?;
        let mut at = head;
        for _ in 0..MAX_STEPS {
            match clause.relation(at) {
                "conj" | "appos" | "flat" => at = clause.head(at)?,
                "nsubj" | "obj" | "iobj" | "obl" => {
                    let subject = clause.relation(at) == "nsubj";
                    let verb = clause.head(at)?;
                    return Some(Part {
                        verb,
                        subject,
                        head,
                    });
                }
                // "Warf ihr Verrat vor": no possessive, whatever the parser says.
                "det" if mention.evidence.iter().any(|e| e == UNOWNING) => {
                    let above = clause.head(at)?;
                    let noun = matches!(clause.relation(above), "nsubj" | "obj" | "iobj" | "obl");
                    let verb = clause.head(above).filter(|_| noun).unwrap_or(above);
                    return Some(Part {
                        verb,
                        subject: false,
                        head,
                    });
                }
                _ => return None,
            }
        }
        None
    }

    /// The prepositions before a mention, also those of the noun that announces it ("in der Hauptstadt Lima"), and the verb of its clause, to which nouns may
    /// lead ("three houses in Lima").
    pub fn location(&self, mention: &Mention) -> Option<(String, usize)> {
        let clause = self.clause(mention.sentence)?;
        let tokens = self.tokens(mention)?;
        let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
        let mut at = tokens.clone().find(|&t| outside(clause.head(t)))?;
        let mut case = clause.case(at);
        for _ in 0..MAX_STEPS {
            match clause.relation(at) {
                "appos" | "flat" | "conj" | "nmod" => {
                    let led = clause.relation(at) != "nmod";
                    at = clause.head(at)?;
                    if led && case.is_empty() {
                        case = clause.case(at);
                    }
                }
                "nsubj" | "obj" | "iobj" | "obl" => {
                    return Some((case.into_owned(), clause.head(at)?));
                }
                _ => return None,
            }
        }
        None
    }

    /// The preposition before a mention or before those it is joined to ("between Peru and Chile"); empty where there is none.
    pub fn preposition(&self, mention: &Mention) -> String {
        let find = || {
            let clause = self.clause(mention.sentence)?;
            let tokens = self.tokens(mention)?;
            let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
            let head = tokens.clone().find(|&t| outside(clause.head(t)))?;
            let first = clause
                .head(head)
                .filter(|_| clause.relation(head) == "conj");
            Some(clause.case(first.unwrap_or(head)).into_owned())
        };
        find().unwrap_or_default()
    }

    /// Do the two mentions of one sentence stand side by side, parted by no more than a conjunction, or in a `list` by a comma?
    pub fn adjacent(&self, a: &Mention, b: &Mention, list: bool) -> bool {
        let between = || {
            let clause = self.clause(a.sentence)?;
            let (a, b) = (self.tokens(a)?, self.tokens(b)?);
            let parted = a.end + 1 == b.start;
            let relation = clause.relation(a.end);
            Some(parted && (relation == "cc" || list && relation == "punct"))
        };
        a.sentence == b.sentence && between().unwrap_or_default()
    }

    /// Does a conjunction join the two mentions of one sentence ("Peru and Chile")?
    pub fn joined(&self, a: &Mention, b: &Mention) -> bool {
        let head = |m: &Mention| {
            let clause = self.clause(m.sentence)?;
            let tokens = self.tokens(m)?;
            let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
            tokens.clone().find(|&t| outside(clause.head(t)))
        };
        let (Some(clause), Some(a), Some(b)) = (self.clause(a.sentence), head(a), head(b)) else {
            return false;
        };
        let joins = |x: usize, y: usize| clause.relation(y) == "conj" && clause.head(y) == Some(x);
        joins(a, b) || joins(b, a)
    }

    /// Does the mention do what its verb says?
    pub fn acts(&self, mention: &Mention) -> bool {
        let part = self.part(mention).filter(|p| p.subject);
        let clause = self.clause(mention.sentence);
        part.zip(clause).is_some_and(|(p, c)| !c.is_passive(p.verb))
    }

    /// Does the mention do what its verb says, or is it done by it ("was shot by gunmen")?
    pub fn does(&self, mention: &Mention) -> bool {
        let agent = || {
            let part = self.part(mention)?;
            let clause = self.clause(mention.sentence)?;
            Some(clause.agents(part.verb).contains(&part.head))
        };
        self.acts(mention) || agent().unwrap_or_default()
    }

    /// "Peru praised Chile, and in June it …": is the other mention the subject of the clause that the mention's own, whose subject it is, is joined to?
    pub fn goes_on(&self, mention: &Mention, other: &Mention) -> bool {
        let subject = |m: &Mention| self.part(m).filter(|p| p.subject);
        let (Some(own), Some(first)) = (subject(mention), subject(other)) else {
            return false;
        };
        let joined =
            |c: &Clause<'_>| c.relation(own.verb) == "conj" && c.head(own.verb) == Some(first.verb);
        mention.sentence == other.sentence && self.clause(mention.sentence).is_some_and(joined)
    }

    /// The same where a conjunction between them opens a clause that was read as one apart or below ("…, och sedan hotade han …").
    pub fn follows(&self, mention: &Mention, other: &Mention) -> bool {
        let subject = |m: &Mention| self.part(m).filter(|p| p.subject);
        let (Some(own), Some(first)) = (subject(mention), subject(other)) else {
            return false;
        };
        let Some(clause) = self.clause(mention.sentence) else {
            return false;
        };
        let apart = matches!(clause.relation(own.verb), "parataxis" | "advcl");
        let mut below = clause.children(own.verb).iter();
        let joins = below.any(|&c| clause.relation(c) == "cc");
        let after = clause.head(own.verb) == Some(first.verb) && first.verb < own.verb;
        mention.sentence == other.sentence && apart && joins && after
    }

    /// "Lobte dessen Politik": does a possessive belong to what its verb acts upon, with no preposition?
    pub fn owns_object(&self, possessive: &Mention) -> bool {
        let clause = self.clause(possessive.sentence);
        let thing = self.owned_at(possessive);
        thing
            .zip(clause)
            .is_some_and(|((_, t), c)| c.case(t).is_empty())
    }

    /// The verb that the mention is the subject of, as written, in small letters.
    pub fn deed(&self, mention: &Mention) -> Option<String> {
        let part = self.part(mention).filter(|p| p.subject)?;
        let token = self
            .sentences
            .get(mention.sentence)?
            .tokens
            .get(part.verb)?;
        Some(small(token.span.of(self.text)).into_owned())
    }

    /// The finite form of the verb that the mention is the subject of, in small letters.
    pub fn finite_form(&self, mention: &Mention) -> Option<String> {
        let part = self.part(mention).filter(|p| p.subject)?;
        let helpers = self.clause(mention.sentence)?.auxiliaries(part.verb);
        let finite = helpers.into_iter().min().unwrap_or(part.verb);
        let token = self.sentences.get(mention.sentence)?.tokens.get(finite)?;
        Some(small(token.span.of(self.text)).into_owned())
    }

    /// "X thanked Y, whom he had met": the noun that a clause is about whose subject the pronoun is, by its token; none where the relative word stands
    /// for an owner ("whose country he left").
    pub fn described(&self, pronoun: &Mention) -> Option<usize> {
        let part = self.part(pronoun).filter(|p| p.subject)?;
        let clause = self.clause(pronoun.sentence)?;
        let mut beside = clause.children(part.verb).iter().copied();
        beside.find_map(|c| {
            let role = matches!(clause.relation(c), "obj" | "iobj" | "obl" | "nsubj");
            clause.antecedent(c).filter(|_| role && c != part.head)
        })
    }

    /// "Olaf Scholz hat sie kritisiert": is the mention read as a subject, though another one stands before it at its verb? Then it is none.
    pub fn is_second_subject(&self, mention: &Mention) -> bool {
        let part = self.part(mention).filter(|p| p.subject);
        let clause = self.clause(mention.sentence);
        part.zip(clause).is_some_and(|(p, c)| {
            let mut beside = c.children(p.verb).iter();
            beside.any(|&s| {
                let subject = c.deprel(s) == "nsubj" && s < p.head;
                subject && c.antecedent(s).is_none()
            })
        })
    }

    /// Does a token belong to a mention of its sentence?
    pub fn holds(&self, mention: &Mention, token: usize) -> bool {
        self.tokens(mention).is_some_and(|t| t.contains(&token))
    }

    /// "X blamed Y because he had attacked Z": the verb that the clause of a subject hangs on, and the conjunction that opens it, in small letters.
    pub fn ground(&self, pronoun: &Mention) -> Option<(usize, String)> {
        let part = self.part(pronoun).filter(|p| p.subject)?;
        let clause = self.clause(pronoun.sentence)?;
        let below = matches!(clause.relation(part.verb), "advcl" | "ccomp");
        let mut beside = clause.children(part.verb).iter().copied();
        let mark = beside.find(|&c| clause.relation(c) == "mark")?;
        let above = clause.head(part.verb).filter(|_| below)?;
        Some((above, self.word(pronoun.sentence, mark)?))
    }

    /// The verb to which the clause of another one is joined ("…, while Z praised him").
    pub fn joined_to(&self, mention: &Mention, verb: usize) -> Option<usize> {
        let clause = self.clause(mention.sentence)?;
        let joined = matches!(clause.relation(verb), "conj" | "advcl" | "parataxis");
        clause.head(verb).filter(|_| joined)
    }

    /// The verb that a mention belongs to, also as a part of a phrase ("cut its aid to the country").
    pub fn verb_of(&self, mention: &Mention) -> Option<usize> {
        let part = self.part(mention).map(|p| p.verb);
        part.or_else(|| self.location(mention).map(|l| l.1))
    }

    /// The verb of the clause to which that of a verb is joined, whatever verbs share its subject ("…, and France wants to help the country").
    pub fn clause_before(&self, mention: &Mention, verb: usize) -> Option<usize> {
        let clause = self.clause(mention.sentence)?;
        let mut at = verb;
        for _ in 0..MAX_STEPS {
            if clause.relation(at) != "xcomp" {
                break;
            }
            at = clause.head(at)?;
        }
        self.joined_to(mention, at)
    }

    /// "X gave in after Y had threatened the country": does the clause of a verb stand below another one? A circumstance that no word opens is a main clause
    /// of its own ("X gives ten million, Y doubles its aid").
    pub fn is_subordinate(&self, mention: &Mention, verb: usize) -> bool {
        let clause = self.clause(mention.sentence);
        clause.is_some_and(|c| {
            let mut ups = std::iter::successors(Some(verb), |&v| c.head(v)).take(MAX_STEPS);
            let opened = |v: usize| c.children(v).iter().any(|&k| c.relation(k) == "mark");
            ups.find(|&v| c.relation(v) != "xcomp")
                .is_some_and(|v| match c.relation(v) {
                    "advcl" => opened(v),
                    relation => matches!(relation, "acl" | "ccomp"),
                })
        })
    }

    /// "Praised his policy": the verb of which a thing is no subject that a possessive belongs to, and the thing.
    pub fn owned_at(&self, possessive: &Mention) -> Option<(usize, usize)> {
        let clause = self.clause(possessive.sentence)?;
        let token = self.tokens(possessive)?.next()?;
        let owns = matches!(clause.relation(token), "nmod" | "det");
        let thing = clause.head(token).filter(|_| owns)?;
        let upon = matches!(clause.relation(thing), "obj" | "iobj" | "obl");
        Some((clause.head(thing).filter(|_| upon)?, thing))
    }

    /// Is the mention the subject of a verb, wherever it stands?
    pub fn is_subject_of(&self, mention: &Mention, verb: usize) -> bool {
        let part = self.part(mention);
        let clause = self.clause(mention.sentence);
        part.zip(clause)
            .is_some_and(|(p, c)| c.surface_subjects(verb).contains(&p.head))
    }

    /// "The demand that his country yield": does the clause of the mention tell of a noun?
    pub fn tells_noun(&self, mention: &Mention) -> bool {
        let part = self.part(mention);
        let clause = self.clause(mention.sentence);
        part.zip(clause)
            .is_some_and(|(p, c)| !CLAUSES.contains(&c.relation(p.verb)))
    }

    /// The separated particles of a verb in small letters ("rief … an").
    pub fn particles(&self, sentence: usize, verb: usize) -> Vec<String> {
        let Some(clause) = self.clause(sentence) else {
            return Vec::new();
        };
        let below = clause.children(verb).iter().copied();
        let particles = below.filter(|&c| clause.deprel(c) == "compound:prt");
        particles.filter_map(|c| self.word(sentence, c)).collect()
    }

    /// Is the other mention the one who does what the verb of the mention's clause says, wherever he stands ("X, who hailed his host")?
    pub fn does_to(&self, mention: &Mention, other: &Mention) -> bool {
        let parts = self.part(mention).zip(self.part(other));
        let clause = self.clause(mention.sentence);
        let Some(((own, other_part), clause)) = parts.zip(clause) else {
            return false;
        };
        let subject = clause.surface_subjects(own.verb).contains(&other_part.head);
        mention.sentence == other.sentence && !own.subject && subject
    }

    /// A token of a sentence in small letters.
    pub fn word(&self, sentence: usize, token: usize) -> Option<String> {
        let token = self.sentences.get(sentence)?.tokens.get(token)?;
        Some(small(token.span.of(self.text)).into_owned())
    }

    /// Is the other mention of the same sentence a part of the same clause? What stands beside a pronoun at its verb is somebody else.
    pub fn beside(&self, pronoun: &Mention, other: &Mention) -> bool {
        let own = self.part(pronoun);
        let (Some(clause), Some(own)) = (self.clause(pronoun.sentence), own) else {
            return false;
        };
        let Some(other) = self
            .part(other)
            .filter(|_| pronoun.sentence == other.sentence)
        else {
            return false;
        };
        // Of two subjects of one verb one is misread.
        let one_clause = other.verb == own.verb && !(own.subject && other.subject);
        // The subject may stand elsewhere ("X criticised Y, who accused him": nor is Y meant).
        let subject = || clause.surface_subjects(own.verb).contains(&other.head);
        // "After meeting X, he …"
        let meets = || clause.surface_subjects(other.verb).contains(&own.head);
        one_clause || !own.subject && subject() || own.subject && !other.subject && meets()
    }

    /// "The new leader, Nobel laureate X": does the other mention stand in apposition to a noun, or to what does?
    pub fn names(&self, noun: &Mention, other: &Mention) -> bool {
        let (Some(clause), Some(own)) = (self.clause(noun.sentence), self.tokens(noun)) else {
            return false;
        };
        let Some(tokens) = self
            .tokens(other)
            .filter(|_| noun.sentence == other.sentence)
        else {
            return false;
        };
        let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
        let mut at = tokens.clone().find(|&t| outside(clause.head(t)));
        for _ in 0..MAX_STEPS {
            let led = at.filter(|&t| matches!(clause.relation(t), "appos" | "flat"));
            at = led.and_then(|t| clause.head(t));
            if at.is_some_and(|t| own.contains(&t)) {
                return true;
            }
        }
        false
    }

    /// "After talks with X, he …": does the other mention stand with a preposition that owns nothing below a noun of the clause whose subject the pronoun is?
    /// `owning`: prepositions of owners ("the death of X").
    pub fn frames(&self, pronoun: &Mention, other: &Mention, owning: &[String]) -> bool {
        let subject = self.part(pronoun).filter(|p| p.subject);
        let framed = || {
            let clause = self.clause(other.sentence)?;
            let tokens = self.tokens(other)?;
            let outside = |h: Option<usize>| h.is_none_or(|h| !tokens.contains(&h));
            let head = tokens.clone().find(|&t| outside(clause.head(t)))?;
            let first = clause
                .head(head)
                .filter(|_| clause.relation(head) == "conj");
            let head = first.unwrap_or(head);
            let case = clause.case(head);
            let (_, verb) = self.location(other)?;
            let below = clause.deprel(head) == "nmod" && !case.is_empty();
            (below && !owning.iter().any(|o| *o == case)).then_some(verb)
        };
        let same = pronoun.sentence == other.sentence;
        subject.is_some_and(|p| same && framed() == Some(p.verb))
    }

    /// "X attacked the positions of its neighbour": is the other mention the subject of the verb that a part of a phrase leads to?
    pub fn governs(&self, inner: &Mention, other: &Mention) -> bool {
        let located = || self.location(inner).filter(|_| self.part(inner).is_none());
        let Some(part) = self
            .part(other)
            .filter(|p| p.subject && inner.sentence == other.sentence)
        else {
            return false;
        };
        let verb = located().map(|(_, verb)| verb);
        let clause = self.clause(inner.sentence);
        verb.zip(clause)
            .is_some_and(|(v, c)| part.verb == v || c.surface_subjects(v).contains(&part.head))
    }

    /// Does the mention stand at the main verb of its sentence?
    pub fn is_at_root(&self, mention: &Mention) -> bool {
        let part = self.part(mention);
        let clause = self.clause(mention.sentence);
        part.zip(clause)
            .is_some_and(|(p, c)| c.head(p.verb).is_none())
    }

    /// Is the mention the subject of the main verb of its sentence, or of the verb that reports it?
    pub fn is_topic(&self, mention: &Mention) -> bool {
        self.part(mention).is_some_and(|p| p.subject) && self.is_at_root(mention)
    }
}
