//! Parts of a clause as event extraction asks for them: who stands as subject, object, agent or oblique of a verb or noun, also where the word itself
//! stands elsewhere (coordination, control, relative clauses, passives).
//!
//! In: tokens and their tree. Out: token indices, in sentence order unless said otherwise. Invariants: pure look-ups; indices lie inside the sentence;
//! a chain of inheritance ends after [`MAX_STEPS`]. Source: Universal Dependencies 2 relations; control follows the object before the subject.
//! Does not: know what a verb means.

use super::words::SyntaxWords;
use crate::base::analysis::{Dependents, Node, Tree, Upos};
use crate::base::letters::small;
use std::borrow::Cow;
use std::cell::OnceCell;

/// Longest chain of inherited subjects.
const MAX_STEPS: usize = 8;

/// A sentence with its tree, ready for questions.
#[derive(Debug)]
pub struct Clause<'a> {
    tree: &'a Tree,
    words: &'a SyntaxWords,
    lower: Cow<'a, [String]>,
    children: Dependents,
    obliques: Vec<OnceCell<Vec<Oblique>>>,
}

/// A noun phrase with the preposition that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oblique {
    /// Head of the phrase.
    pub head: usize,
    /// Lower-case prepositions, joined by a space, contractions resolved to their preposition; empty for a bare phrase.
    pub case: String,
}

impl<'a> Clause<'a> {
    /// Prepares a sentence; `tokens` run beside `tree.nodes`.
    pub fn new(tokens: &[&str], tree: &'a Tree, words: &'a SyntaxWords) -> Self {
        let lower = tokens.iter().map(|t| small(t).into_owned()).collect();
        Self::over(Cow::Owned(lower), tree, words)
    }

    /// As [`Clause::new`], over the tokens in small letters.
    pub fn over(lower: Cow<'a, [String]>, tree: &'a Tree, words: &'a SyntaxWords) -> Self {
        let n = tree.nodes.len();
        Self {
            tree,
            words,
            lower,
            children: Dependents::new(tree, n),
            obliques: vec![OnceCell::new(); n],
        }
    }

    #[inline]
    fn node(&self, i: usize) -> Option<&'a Node> {
        self.tree.nodes.get(i)
    }

    /// Returns the relation of a token without its subtype.
    #[inline]
    pub fn relation(&self, i: usize) -> &'a str {
        self.node(i).map_or("", Node::relation)
    }

    /// Returns the relation of a token.
    #[inline]
    pub fn deprel(&self, i: usize) -> &'a str {
        self.node(i).map_or("", |n| n.deprel.as_str())
    }

    /// Returns the head of a token.
    #[inline]
    pub fn head(&self, i: usize) -> Option<usize> {
        self.node(i)?
            .head
            .filter(|&h| h < self.tree.nodes.len() && h != i)
    }

    /// Returns the dependents of a token, in sentence order.
    #[inline]
    pub fn children(&self, i: usize) -> &[usize] {
        self.children.of(i)
    }

    #[inline]
    fn tag(&self, i: usize) -> &'a str {
        self.node(i).map_or("", |n| n.tag)
    }

    #[inline]
    fn form(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// The dependents of a token that hang on it by one of the relations, with or without a subtype.
    #[inline]
    fn with(&self, i: usize, wanted: &'static [&'static str]) -> impl Iterator<Item = usize> {
        let all = self.children(i).iter().copied();
        all.filter(move |&c| {
            let (relation, whole) = (self.relation(c), self.deprel(c));
            wanted.iter().any(|w| *w == relation || *w == whole)
        })
    }

    fn participle(&self, i: usize) -> bool {
        self.words
            .participle_tags
            .iter()
            .any(|t| self.tag(i).starts_with(t.as_str()))
    }

    /// Tells whether a verb is in the passive: by its ending, its auxiliary, a passive subject or agent, or as a participle at a noun.
    pub fn is_passive(&self, verb: usize) -> bool {
        self.passive(verb, 0)
    }

    fn passive(&self, verb: usize, steps: usize) -> bool {
        let marked = |c: &usize| {
            matches!(
                self.deprel(*c),
                "nsubj:pass" | "csubj:pass" | "aux:pass" | "obl:agent"
            )
        };
        if self.children(verb).iter().any(marked) {
            return true;
        }
        if self.words.passive_ending && self.tag(verb).ends_with("-S") {
            return !self.words.deponents.contains(self.form(verb));
        }
        let own = self
            .children(verb)
            .iter()
            .any(|&c| matches!(self.relation(c), "aux" | "nsubj"));
        if !self.participle(verb) || own || steps > MAX_STEPS {
            return false;
        }
        match (self.relation(verb), self.head(verb)) {
            ("acl", _) => true,
            ("conj", Some(first)) => self.passive(first, steps + 1),
            _ => false,
        }
    }

    /// Returns who does what the verb says: active subjects, agents of a passive; inherited, shared and relative ones included, each with its conjuncts.
    pub fn subjects(&self, verb: usize) -> Vec<usize> {
        if self.is_passive(verb) {
            return self.agents(verb);
        }
        self.surface_subjects(verb)
    }

    /// Returns whom or what the verb is about: direct objects, the subject of a passive, the antecedent of a relative object.
    pub fn objects(&self, verb: usize) -> Vec<usize> {
        let mut found = self.phrase(self.with(verb, &["obj"]));
        if self.is_passive(verb) {
            found.extend(self.surface_subjects(verb));
        } else if found.is_empty() && self.relation(verb) == "conj" && self.shares_object(verb) {
            // "welcomed and praised the deal": the object hangs under one verb only; here under the first.
            found.extend(
                self.head(verb)
                    .map(|h| self.phrase(self.with(h, &["obj"])))
                    .unwrap_or_default(),
            );
        }
        sorted(found)
    }

    /// The first verb's object follows both verbs.
    fn shares_object(&self, verb: usize) -> bool {
        self.head(verb)
            .is_some_and(|first| self.with(first, &["obj"]).any(|o| o > verb))
    }

    /// Returns indirect objects, with conjuncts.
    pub fn indirect_objects(&self, verb: usize) -> Vec<usize> {
        self.phrase(self.with(verb, &["iobj"]))
    }

    /// Returns the agents of a passive ("by the court"), with conjuncts.
    pub fn agents(&self, verb: usize) -> Vec<usize> {
        self.phrase(self.with(verb, &["obl:agent"]))
    }

    /// Returns the grammatical subjects of a verb whatever its voice; own ones first, else inherited.
    pub fn surface_subjects(&self, verb: usize) -> Vec<usize> {
        self.inherited(verb, 0)
    }

    fn inherited(&self, verb: usize, steps: usize) -> Vec<usize> {
        let mut own = self.with(verb, &["nsubj"]).peekable();
        if own.peek().is_some() {
            return self.phrase(own);
        }
        let (Some(head), true) = (self.head(verb), steps < MAX_STEPS) else {
            return Vec::new();
        };
        match self.relation(verb) {
            "conj" if self.is_clause(head) => self.inherited(head, steps + 1),
            // "Perus Entscheidung, X zu loben"
            "xcomp" if self.is_noun(head) && !self.possessors(head).is_empty() => {
                self.possessors(head)
            }
            relation if relation == "xcomp" || relation == "ccomp" && self.is_bare(verb) => {
                let planned = |&o: &usize| self.words.plan_nouns.contains(self.form(o));
                // "skyndade sig att tacka": a reflexive pronoun is the subject itself.
                let oneself = |&o: &usize| self.form(o) == self.words.reflexive;
                let given = self
                    .with(head, &["obj", "iobj"])
                    .filter(|o| !planned(o) && !oneself(o));
                let controlled = self.phrase(given);
                if controlled.is_empty() || self.is_noun(head) {
                    self.inherited(head, steps + 1)
                } else {
                    controlled
                }
            }
            // "X's plan to sue Y surprised many"
            "advcl" if !self.is_finite(verb) && self.is_noun(head) => self.owner(head, steps),
            "advcl" if !self.is_finite(verb) => self.inherited(head, steps + 1),
            "acl" if self.deprel(verb) != "acl:relcl" && self.is_infinitive(verb) => {
                self.owner(head, steps)
            }
            "acl" if !self.has_relative_object(verb) => {
                self.phrase(std::iter::once(self.list_of(verb, head)))
            }
            // "the by Kenya expelled diplomat", as some languages say.
            "amod" if self.with(verb, &["obl:agent"]).next().is_some() => {
                self.phrase(std::iter::once(head))
            }
            _ => Vec::new(),
        }
    }

    /// Whose plan, promise or refusal a noun is: its possessor, else the subject of the verb it belongs to.
    fn owner(&self, noun: usize, steps: usize) -> Vec<usize> {
        let possessors = self.possessors(noun);
        if !possessors.is_empty() {
            return possessors;
        }
        // "attempts by X to sign"
        let by = |o: &&Oblique| self.words.agents.contains(&o.case);
        let agents: Vec<usize> = self
            .obliques(noun)
            .iter()
            .filter(by)
            .map(|o| o.head)
            .collect();
        if !agents.is_empty() {
            return agents;
        }
        match self.head(noun) {
            Some(verb) if matches!(self.relation(noun), "obj" | "obl") => {
                self.inherited(verb, steps + 1)
            }
            _ => Vec::new(),
        }
    }

    fn is_noun(&self, i: usize) -> bool {
        self.node(i)
            .is_some_and(|n| matches!(n.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))
    }

    fn is_clause(&self, i: usize) -> bool {
        let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux | Upos::Adj);
        self.node(i).is_some_and(verbal)
            || self
                .children(i)
                .iter()
                .any(|&c| matches!(self.relation(c), "cop" | "nsubj"))
    }

    fn is_finite(&self, verb: usize) -> bool {
        let finite = |i: usize| self.tag(i).contains("-Fin");
        finite(verb)
            || self
                .children(verb)
                .iter()
                .any(|&c| matches!(self.relation(c), "aux" | "cop") && finite(c))
    }

    fn is_infinitive(&self, verb: usize) -> bool {
        !self.is_finite(verb) && !self.participle(verb)
    }

    /// Is it an infinitive by its own tag, without a helper?
    fn is_bare(&self, verb: usize) -> bool {
        let tag = self.tag(verb);
        let infinitive = tag.split('-').any(|p| p.eq_ignore_ascii_case("inf"));
        infinitive && self.is_infinitive(verb)
    }

    fn has_relative_object(&self, verb: usize) -> bool {
        self.with(verb, &["obj", "obl", "iobj"])
            .any(|c| self.is_relative(c))
    }

    fn is_relative(&self, i: usize) -> bool {
        let pronoun = self
            .node(i)
            .is_some_and(|n| matches!(n.upos, Upos::Pron | Upos::Det | Upos::Sconj | Upos::Adp));
        pronoun && (self.tag(i).contains("-Rel") || self.words.relatives.contains(self.form(i)))
    }

    /// Returns the noun that a relative pronoun stands for: the head of the relative clause it is in.
    pub fn antecedent(&self, pronoun: usize) -> Option<usize> {
        if !self.is_relative(pronoun) {
            return None;
        }
        let mut at = pronoun;
        for _ in 0..MAX_STEPS {
            let head = self.head(at)?;
            if self.relation(at) == "acl" {
                return Some(self.described(self.list_of(at, head)));
            }
            at = head;
        }
        None
    }

    /// "Rosa Diaz, the banker who sued X": a noun beside a name tells who that is.
    fn described(&self, noun: usize) -> usize {
        let name = self.head(noun).filter(|&h| {
            let beside = self
                .tree
                .nodes
                .get(noun)
                .is_some_and(|n| n.deprel == "appos");
            beside
                && h < noun
                && self
                    .tree
                    .nodes
                    .get(h)
                    .is_some_and(|n| n.upos == Upos::Propn)
        });
        name.unwrap_or(noun)
    }

    /// "Poland and Hungary, which had closed their borders": a clause about several is about the whole list whose last noun it hangs on. Out: the
    /// first noun of the list, else the noun itself.
    fn list_of(&self, clause: usize, noun: usize) -> usize {
        let marks = |i: usize| self.words.plural_marks.contains(self.form(i));
        let parts = self.children(clause).iter().copied();
        let several = marks(clause)
            || parts
                .flat_map(|c| std::iter::once(c).chain(self.children(c).iter().copied()))
                .any(marks);
        let mut first = noun;
        while let Some(head) = self
            .head(first)
            .filter(|&h| several && self.relation(first) == "conj" && self.is_noun(h))
        {
            first = head;
        }
        first
    }

    /// Replaces relative pronouns by what they stand for and adds conjuncts.
    fn phrase(&self, heads: impl Iterator<Item = usize>) -> Vec<usize> {
        let resolved = heads.map(|h| self.antecedent(h).unwrap_or(h));
        sorted(resolved.flat_map(|h| self.conjuncts(h)).collect())
    }

    /// Returns a noun and the nouns coordinated with it ("Putin und Aliyev"), the noun first; verbs among the conjuncts are left out.
    pub fn conjuncts(&self, noun: usize) -> Vec<usize> {
        let mut found = vec![noun];
        let mut at = 0;
        while let Some(&i) = found.get(at) {
            at += 1;
            for c in self.with(i, &["conj"]) {
                let nominal = self
                    .node(c)
                    .is_some_and(|n| !matches!(n.upos, Upos::Verb | Upos::Aux));
                if nominal && !found.contains(&c) {
                    found.push(c);
                }
            }
        }
        found
    }

    /// Returns oblique and nominal dependents with their prepositions, agents included; conjuncts carry the first one's preposition. Worked out when a
    /// word is first asked for: every slot of every frame asks.
    pub fn obliques(&self, head: usize) -> &[Oblique] {
        let known = self.obliques.get(head);
        known.map_or(&[], |known| known.get_or_init(|| self.obliques_of(head)))
    }

    fn obliques_of(&self, head: usize) -> Vec<Oblique> {
        let direct = self.with(head, &["obl", "nmod"]);
        let mut found = Vec::new();
        for phrase in direct {
            if self.deprel(phrase) == "nmod:poss" {
                continue;
            }
            let case = self.case(phrase);
            for head in self.phrase(std::iter::once(phrase)) {
                let own = self.case(head);
                let case = if own.is_empty() { &case } else { &own };
                let case = case.clone().into_owned();
                found.push(Oblique { head, case });
            }
        }
        found.sort_by_key(|o| o.head);
        found
    }

    /// May a phrase of the sentence be opened by the preposition, as far as the words tell?
    pub fn may_open(&self, preposition: &str) -> bool {
        let first = preposition.split(' ').next();
        let opens = |i: usize| self.relation(i) == "case" && Some(self.preposition(i)) == first;
        (0..self.tree.nodes.len()).any(opens)
    }

    /// The preposition of a token, without what it is contracted with.
    fn preposition(&self, i: usize) -> &str {
        let form = self.form(i);
        let contraction = self.words.contractions.get(form).and_then(|p| p.first());
        contraction.map_or(form, String::as_str)
    }

    /// Returns the phrases below `head` that one of the prepositions opens.
    pub fn obliques_by(&self, head: usize, prepositions: &[&str]) -> Vec<usize> {
        let all = self.obliques(head).iter();
        all.filter(|o| prepositions.contains(&o.case.as_str()))
            .map(|o| o.head)
            .collect()
    }

    /// Returns the prepositions that open a phrase, lower case, contractions resolved; several joined by a space.
    pub fn case(&self, phrase: usize) -> Cow<'_, str> {
        let words = self.with(phrase, &["case"]).flat_map(|c| {
            let fixed = self.with(c, &["fixed"]);
            std::iter::once(c).chain(fixed)
        });
        let mut words = words.map(|i| self.preposition(i));
        // Hardly any phrase has more than one, which is not copied.
        let mut case = Cow::Borrowed(words.next().unwrap_or_default());
        for word in words {
            let gap = if case.is_empty() { "" } else { " " };
            case.to_mut().extend([gap, word]);
        }
        case
    }

    /// Returns separated particles ("rief … an", "tog emot", "called off").
    pub fn particles(&self, verb: usize) -> Vec<usize> {
        self.with(verb, &["compound:prt"]).collect()
    }

    /// Returns auxiliaries and modals.
    pub fn auxiliaries(&self, verb: usize) -> Vec<usize> {
        self.with(verb, &["aux"]).collect()
    }

    /// May the verb, or the auxiliary that stands for it, be of the plural? Yes where verbs do not show it.
    pub fn may_be_plural(&self, verb: usize) -> bool {
        let finite = self.auxiliaries(verb).into_iter().min().unwrap_or(verb);
        !self.words.is_singular_verb(self.form(finite))
    }

    /// Tells whether a negation stands at the word, at its auxiliary, or as the determiner of its object ("kein Abkommen").
    pub fn is_negated(&self, head: usize) -> bool {
        let negative = |i: usize| {
            let form = self.form(i);
            let clitic = self.words.clitic_start(form).and_then(|at| form.get(at..));
            self.words.negations.contains(form)
                || clitic.is_some_and(|c| self.words.negations.contains(c))
        };
        let direct = self.children(head).iter().any(|&c| {
            matches!(
                self.relation(c),
                "advmod" | "det" | "aux" | "cop" | "cc" | "mark"
            ) && negative(c)
        });
        let through_object = self
            .with(head, &["obj", "nsubj"])
            .any(|o| self.with(o, &["det"]).any(negative));
        direct || negative(head) || through_object
    }

    /// Returns clausal complements without a subject of their own ("agreed to meet").
    pub fn complements(&self, verb: usize) -> Vec<usize> {
        self.with(verb, &["xcomp", "ccomp"]).collect()
    }

    /// Tells whether a clause is one of circumstance ("after …", "because …"), by the word that opens it.
    pub fn is_circumstance(&self, verb: usize) -> bool {
        let opens = |c: usize| self.words.subordinators.contains(self.form(c));
        self.relation(verb) == "advcl" && self.with(verb, &["mark"]).any(opens)
    }

    /// Returns verbs coordinated with a verb, the verb first.
    pub fn verb_conjuncts(&self, verb: usize) -> Vec<usize> {
        let mut found = vec![verb];
        let mut at = 0;
        while let Some(&i) = found.get(at) {
            at += 1;
            found.extend(self.with(i, &["conj"]).filter(|&c| self.is_clause(c)));
            if at > self.tree.nodes.len() {
                break;
            }
        }
        found
    }

    /// Returns appositions of a noun ("Putin, the president").
    pub fn appositions(&self, noun: usize) -> Vec<usize> {
        self.with(noun, &["appos"]).collect()
    }

    /// Returns possessors of a noun: "X's visit", "Xs besök", bare genitives.
    pub fn possessors(&self, noun: usize) -> Vec<usize> {
        let genitive = |i: &usize| {
            self.deprel(*i) == "nmod:poss"
                || self.tag(*i).ends_with("Gen") && self.with(*i, &["case"]).next().is_none()
        };
        self.phrase(self.with(noun, &["nmod"]).filter(genitive))
    }
}

fn sorted(mut list: Vec<usize>) -> Vec<usize> {
    list.sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lasting::lasting;

    /// Rows "form UPOS[-detail] head relation", heads from 1.
    fn check(
        rows: &str,
        ask: impl Fn(&Clause<'_>, &dyn Fn(&str) -> usize) -> Vec<usize>,
    ) -> String {
        let rows: Vec<Vec<&str>> = rows
            .trim()
            .lines()
            .map(|l| l.split_whitespace().collect())
            .collect();
        let tokens: Vec<&str> = rows.iter().map(|r| r[0]).collect();
        let nodes = rows
            .iter()
            .map(|r| Node {
                upos: super::super::parse_upos(r[1].split('-').next().unwrap_or(""))
                    .unwrap_or_default(),
                tag: lasting(r[1]),
                head: r[2].parse::<usize>().expect("a number").checked_sub(1),
                deprel: lasting(r[3]).into(),
                confidence: 1.0,
            })
            .collect();
        let words = SyntaxWords {
            participle_tags: vec!["VERB-Part".into()],
            negations: ["inte", "kein", "n't"].into_iter().collect(),
            relatives: ["som", "die", "who"].into_iter().collect(),
            clitics: vec!["n't".into()],
            contractions: rustc_hash::FxHashMap::from_iter([(
                "zum".to_owned(),
                vec!["zu".to_owned(), "dem".to_owned()],
            )]),
            ..SyntaxWords::default()
        };
        let tree = Tree { nodes };
        let clause = Clause::new(&tokens, &tree, &words);
        let at = |form: &str| {
            tokens
                .iter()
                .position(|t| *t == form)
                .expect("a token of the sentence")
        };
        ask(&clause, &at)
            .into_iter()
            .map(|i| tokens[i])
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn coordination_shares_subjects_and_gives_all_conjuncts() {
        let rows = "Xi PROPN 4 nsubj\nund CCONJ 3 cc\nModi PROPN 1 conj\nlandeten VERB-Fin 0 root\nund CCONJ 6 cc\nsprachen VERB-Fin 4 conj";
        assert_eq!(check(rows, |c, at| c.subjects(at("sprachen"))), "Xi Modi");
    }

    #[test]
    fn passives_turn_subject_and_object_around() {
        let rows = "Rebels NOUN 3 nsubj:pass\nwere AUX-Fin 3 aux:pass\nattacked VERB-Part 0 root\nby ADP 5 case\ntroops NOUN 3 obl:agent";
        assert_eq!(check(rows, |c, at| c.subjects(at("attacked"))), "troops");
        assert_eq!(check(rows, |c, at| c.objects(at("attacked"))), "Rebels");
    }

    #[test]
    fn control_follows_the_object_before_the_subject() {
        let subject =
            "Both PRON 2 nsubj\nagreed VERB-Fin 0 root\nto PART 4 mark\nmeet VERB-Inf 2 xcomp";
        assert_eq!(check(subject, |c, at| c.subjects(at("meet"))), "Both");
        let object = "Rome PROPN 2 nsubj\nurged VERB-Fin 0 root\nParis PROPN 2 obj\nto PART 5 mark\nwithdraw VERB-Inf 2 xcomp";
        assert_eq!(check(object, |c, at| c.subjects(at("withdraw"))), "Paris");
    }

    #[test]
    fn relative_pronouns_stand_for_their_noun() {
        let rows =
            "Männen NOUN 0 root\nsom PRON-HP 3 nsubj\nstal VERB-Fin 1 acl:relcl\nbilen NOUN 3 obj";
        assert_eq!(check(rows, |c, at| c.subjects(at("stal"))), "Männen");
        let object = "Vertrag NOUN 0 root\ndie PRON-Acc-Rel 4 obj\nRom PROPN 4 nsubj\nkündigte VERB-Fin 1 acl";
        assert_eq!(check(object, |c, at| c.objects(at("kündigte"))), "Vertrag");
        assert_eq!(check(object, |c, at| c.subjects(at("kündigte"))), "Rom");
    }

    #[test]
    fn prepositions_particles_and_possessors() {
        let rows = "Sie PRON-Nom 2 nsubj\nreiste VERB-Fin 0 root\nzum ADP 4 case\nTreffen NOUN 2 obl\nab ADV 2 compound:prt";
        assert_eq!(
            check(rows, |c, at| c.obliques_by(at("reiste"), &["zu"])),
            "Treffen"
        );
        assert_eq!(check(rows, |c, at| c.particles(at("reiste"))), "ab");
        let noun =
            "Orbáns PROPN-Gen 2 nmod:poss\nbesök NOUN 0 root\ni ADP 4 case\nPeking PROPN 2 nmod";
        assert_eq!(check(noun, |c, at| c.possessors(at("besök"))), "Orbáns");
        assert_eq!(
            check(noun, |c, at| c.obliques_by(at("besök"), &["i"])),
            "Peking"
        );
    }

    #[test]
    fn negation_at_verb_clitic_and_determiner() {
        let negated = |rows: &str, form: &'static str| {
            check(rows, move |c, at| {
                if c.is_negated(at(form)) {
                    vec![at(form)]
                } else {
                    vec![]
                }
            })
        };
        assert_eq!(
            negated(
                "De PRON 2 nsubj\nkom VERB-Fin 0 root\ninte PART 2 advmod",
                "kom"
            ),
            "kom"
        );
        assert_eq!(
            negated(
                "They PRON 3 nsubj\ndidn't AUX-Fin 3 aux\nsign VERB-Inf 0 root",
                "sign"
            ),
            "sign"
        );
        assert_eq!(
            negated(
                "Er PRON 2 nsubj\nfand VERB-Fin 0 root\nkein DET 4 det\nAbkommen NOUN 2 obj",
                "fand"
            ),
            "fand"
        );
        assert_eq!(
            negated("They PRON 2 nsubj\nsigned VERB-Fin 0 root", "signed"),
            ""
        );
    }
}
