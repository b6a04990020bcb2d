//! Who joins and who leaves the parties that the grammar found: lists of names, company, one's own state.
//!
//! In: the participants of a hit as argument.rs filled them. Out: the same, mended by what stands on the surface of the sentence, where parsers are
//! weakest. Invariant: only mentions of the sentence are added. Does not: read frames.

use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};

/// Fewest names that make a list; two are coordination, which the parser knows.
const LIST: usize = 3;
/// How many words behind "together with" the name may stand.
const REACH: usize = 6;
/// How far above a name its place in the clause is sought.
const CLIMB: usize = 4;

impl Search<'_, '_> {
    /// Mends the participants of a hit; `equals` tells that the frame takes all parties as equals.
    pub(super) fn mend(&self, hit: &Hit<'_>, equals: bool, found: &mut Participants) {
        self.join_lists(equals, found);
        self.join_company(hit, found);
        self.join_adjectives(found);
        if equals && !hit.trigger.place_recipient {
            self.drop_topics(hit, found);
        }
        self.drop_announced(found);
        self.drop_own_state(hit, found);
    }

    /// "X, der Chef der Oppositionspartei Progressive Slowakei, warf …" with the party joined to X: a body right behind its noun, which no conjunction joins,
    /// does not act beside the one person.
    fn drop_announced(&self, found: &mut Participants) {
        let view = self.view;
        let class = |m: usize| self.mentions.get(m).map(|m| m.class);
        let &[first, second] = found.actors.as_slice() else {
            return;
        };
        let (Some(person), Some(body)) = (self.token_of(first), self.token_of(second)) else {
            return;
        };
        let pair = class(first) == Some(EntityClass::Person)
            && class(second) == Some(EntityClass::Organisation);
        let joined = view.relation(body) == "conj" && view.head(body) == Some(person);
        let announced = body
            .checked_sub(1)
            .is_some_and(|n| view.upos(n) == Upos::Noun);
        let bare = !view
            .children(body)
            .iter()
            .any(|&c| view.relation(c) == "cc");
        if pair && joined && announced && bare {
            found.actors.truncate(1);
        }
    }

    /// "Thai and Cambodian soldiers": the state whose adjective stands before the conjunction shares the noun and what happens to it.
    fn join_adjectives(&self, found: &mut Participants) {
        let view = self.view;
        let sharer = |m: usize| {
            // "Unterhändler" is one or many.
            let unnamed = |x: &Mention| {
                x.class == EntityClass::Group
                    || x.class == EntityClass::Person && x.form != MentionForm::Name
            };
            let group = self.mentions.get(m).is_some_and(unnamed);
            let start = view
                .mention_at
                .iter()
                .position(|x| *x == Some(m))
                .filter(|_| group)?;
            let adjective = start.checked_sub(2)?;
            let joined = view.upos(start - 1) == Upos::Cconj && view.upos(adjective) == Upos::Adj;
            let other = self.on(adjective).filter(|_| joined)?;
            (self.mentions.get(other)?.class == EntityClass::Country).then_some(other)
        };
        let acting: Vec<usize> = found.actors.iter().filter_map(|m| sharer(*m)).collect();
        let suffering: Vec<usize> = found.recipients.iter().filter_map(|m| sharer(*m)).collect();
        found.recipients.retain(|m| !acting.contains(m));
        found.actors.retain(|m| !suffering.contains(m));
        extend(&mut found.actors, &acting);
        extend(&mut found.recipients, &suffering);
    }

    /// "A, B, C and D met": whoever finds one member of a list of names finds all.
    fn join_lists(&self, equals: bool, found: &mut Participants) {
        for list in self.lists() {
            let acts = list.iter().any(|m| found.actors.contains(m));
            let suffers = list.iter().any(|m| found.recipients.contains(m));
            if acts && (equals || !suffers) {
                extend(&mut found.actors, &list);
                found.recipients.retain(|m| !list.contains(m));
            } else if suffers && !acts {
                extend(&mut found.recipients, &list);
            }
        }
    }

    /// Lists of at least [`LIST`] names, parted by commas and closed by a conjunction; abbreviations in brackets do not part them.
    fn lists(&self) -> Vec<Vec<usize>> {
        let view = self.view;
        let mut lists = Vec::new();
        let mut list: Vec<usize> = Vec::new();
        let (mut parted, mut bracket) = (true, false);
        for t in 0..view.len() {
            let form = view.form(t);
            bracket = form == "(" || bracket && form != ")";
            if bracket || form == ")" {
                continue;
            }
            match self.on(t) {
                Some(m) if list.last() == Some(&m) => {}
                // "between X and the Kenyan boxer Y": the state of Y is on no list.
                Some(_) if self.describes_named(t) => {}
                // "two Germans, X and Y"
                Some(m) if !self.named_nationals(t, m).is_empty() => {}
                Some(m) => {
                    let ended = list.last().is_some_and(|l| self.ends_list(*l));
                    if !parted || ended || self.opens_clause(&list, t) {
                        lists.push(std::mem::take(&mut list));
                    }
                    list.push(m);
                    parted = false;
                }
                None if form == "," || view.upos(t) == Upos::Cconj => parted = true,
                None if view.upos(t) == Upos::Det => {}
                None => {
                    lists.push(std::mem::take(&mut list));
                    parted = true;
                }
            }
        }
        lists.push(list);
        lists.retain(|l| {
            let pair = l.len() == 2 && self.opens_pair(l[0]);
            (l.len() >= LIST || pair) && l.last().is_some_and(|m| self.ends_list(*m))
        });
        lists
    }

    /// Is it an adjective of a noun that somebody else's name follows?
    fn describes_named(&self, adjective: usize) -> bool {
        let view = self.view;
        let noun = view.head(adjective).filter(|&n| {
            view.upos(adjective) == Upos::Adj && view.relation(adjective) == "amod" && adjective < n
        });
        let named = |n: usize| self.on(n).is_some() && self.on(n) != self.on(adjective);
        let whose = |n: usize| {
            view.head(n)
                .filter(|&h| view.relation(n) == "compound" && h > n)
        };
        noun.is_some_and(|n| self.on(n).is_none() && whose(n).is_some_and(named))
    }

    /// "killed A, a lawyer, and B condemned it": is the name the subject of a verb, while the list before it is acted upon?
    fn opens_clause(&self, list: &[usize], token: usize) -> bool {
        let first = list.first().and_then(|&m| self.token_of(m));
        let acted_upon = |t: usize| {
            matches!(
                self.view.relation(t),
                "obj" | "iobj" | "obl" | "nmod" | "amod"
            )
        };
        self.view.relation(token) == "nsubj" && first.is_some_and(acted_upon)
    }

    /// "between A and B" is a list of two.
    fn opens_pair(&self, mention: usize) -> bool {
        let view = self.view;
        let first = self.token_of(mention).unwrap_or(0);
        (0..first)
            .rev()
            .find(|&t| view.upos(t) != Upos::Det)
            .is_some_and(|t| self.nominal.between.iter().any(|w| w == view.form(t)))
    }

    fn token_of(&self, mention: usize) -> Option<usize> {
        self.view
            .mention_at
            .iter()
            .position(|m| *m == Some(mention))
    }

    fn ends_list(&self, mention: usize) -> bool {
        self.token_of(mention).is_some_and(|t| self.conjoined(t))
    }

    /// Does a conjunction stand right before the phrase of the token?
    fn conjoined(&self, token: usize) -> bool {
        let view = self.view;
        (0..token)
            .rev()
            .find(|&t| view.upos(t) != Upos::Det)
            .is_some_and(|t| view.upos(t) == Upos::Cconj)
    }

    /// "X together with Y": Y does what X does.
    fn join_company(&self, hit: &Hit<'_>, found: &mut Participants) {
        if found.actors.is_empty() {
            return;
        }
        let view = self.view;
        let alike = view.cues.alike.iter().map(|p| (p, true));
        for (phrase, same) in view.cues.company.iter().map(|p| (p, false)).chain(alike) {
            let words: Vec<&str> = phrase.split(' ').collect();
            let stands = |t: usize| (0..words.len()).all(|k| view.form(t + k) == words[k]);
            // "praised countries like X": one word opens who does the same only behind a comma.
            // Or in front of the sentence ("Like X, Y criticised Z").
            let parted = |t: usize| !same || words.len() > 1 || t == 0 || view.form(t - 1) == ",";
            for start in (0..view.len()).filter(|&t| stands(t) && parted(t)) {
                let from = start + words.len();
                let mut behind = (from..view.len().min(from + REACH))
                    .take_while(|&t| view.upos(t) != Upos::Verb && view.form(t) != ",")
                    // ", wie in Polen"
                    .take_while(|&t| !same || view.upos(t) != Upos::Adp);
                // "with his counterpart Y": the owner is not the company.
                let owner = |t: usize| view.relation(t) == "nmod" && view.deprel(t) == "nmod:poss";
                let Some((t, m)) =
                    behind.find_map(|t| Some((t, self.on(t).filter(|_| !owner(t))?)))
                else {
                    continue;
                };
                let mut heads = view.above(t);
                heads.push(hit.head);
                let near = heads
                    .into_iter()
                    .filter(|&h| !same || h != t)
                    .find(|&h| matches!(view.upos(h), Upos::Verb | Upos::Aux));
                let others = found.recipients.iter().any(|r| *r != m);
                // "criticised X as well as Y" may be about both.
                let parted = start == 0 || view.form(start - 1) == ",";
                let alike = same && (parted || !others);
                let free = !found.actors.contains(&m)
                    && (alike || !same && (others || !found.recipients.contains(&m)));
                if near == Some(hit.head) && free {
                    found.reasons.push(format!("in company: {phrase}"));
                    extend(
                        &mut found.actors,
                        &self.mentions_of(&self.clause.conjuncts(t)),
                    );
                    found.recipients.retain(|r| !found.actors.contains(r));
                }
            }
        }
    }

    /// Equals that already are two deal with a third only where it stands beside the verb, not deep in what they talk about.
    fn drop_topics(&self, hit: &Hit<'_>, found: &mut Participants) {
        let several = self.several(&found.actors);
        found.recipients.retain(|&m| {
            let beside = || self.token_of(m).is_some_and(|t| self.is_beside(hit, t));
            !self.is_plain_place(m) && (!several || beside())
        });
    }

    fn is_beside(&self, hit: &Hit<'_>, token: usize) -> bool {
        let view = self.view;
        let mut at = token;
        for _ in 0..CLIMB {
            let Some(head) = view.head(at) else {
                return false;
            };
            // "signed an agreement with X": what the act makes is with X.
            let made = self.deeds.contains_key(&head)
                && view.relation(head) == "obj"
                && view.head(head) == Some(hit.head)
                && !self.is_topic(at);
            if head == hit.head || hit.words.contains(&head) || made {
                return true;
            }
            let same = matches!(view.relation(at), "conj" | "appos" | "flat" | "list")
                || view.mention_at.get(head) == view.mention_at.get(at);
            if !same {
                return self.support_verb(hit.head) == Some(head);
            }
            at = head;
        }
        false
    }

    /// "The Kenyan activist X accused Kenya of torture": whoever holds no office of his state may blame it or ask it for something, where he names it as
    /// whom the verb itself is at.
    fn blames_own_state(&self, hit: &Hit<'_>, found: &Participants) -> bool {
        let kind = self.ontology.event_type(&hit.trigger.event);
        let speaks = kind.is_some_and(|k| {
            let blames = k.addresses_doer && k.is_conflict();
            k.is_verbal() && (blames || k.aimed && k.awaits_answer)
        });
        let in_power = &self.ontology.codes.in_power;
        let free = |&m: &usize| {
            let outside = |m: &Mention| {
                let office = m.sector.as_ref().is_some_and(|s| in_power.contains(s));
                m.class == EntityClass::Person && m.form == MentionForm::Name && !office
            };
            self.mentions.get(m).is_some_and(outside)
        };
        let itself = |&m: &usize| {
            let at = self
                .token_of(m)
                .filter(|&t| self.view.head(t) == Some(hit.head));
            at.is_some_and(|t| matches!(self.view.relation(t), "obj" | "iobj" | "obl"))
        };
        speaks
            && hit.verbal
            && !found.actors.is_empty()
            && found.actors.iter().all(free)
            && found.recipients.iter().all(itself)
    }

    /// "The minister reassured Ethiopia's commitment": the holder's own state is whom he speaks for, not whom he deals with.
    fn drop_own_state(&self, hit: &Hit<'_>, found: &mut Participants) {
        if self.blames_own_state(hit, found) {
            return;
        }
        let country = |m: &usize, class: EntityClass| {
            let mention = self.mentions.get(*m).filter(|x| x.class == class)?;
            mention.country.as_deref()
        };
        let own: Vec<&str> = found
            .actors
            .iter()
            .filter_map(|m| country(m, EntityClass::Person))
            .collect();
        let before = found.recipients.len();
        let dropped: Vec<usize> = found
            .recipients
            .iter()
            .copied()
            .filter(|m| country(m, EntityClass::Country).is_some_and(|c| own.contains(&c)))
            .collect();
        found.recipients.retain(|m| !dropped.contains(m));
        if found.recipients.is_empty() && before > 0 && hit.verbal && !found.equals {
            let taken = [found.actors.clone(), dropped].concat();
            found.recipients = self.content(hit.head, &taken, self.look(hit));
            found
                .recipients
                .retain(|m| !country(m, EntityClass::Country).is_some_and(|c| own.contains(&c)));
        }
    }
}

fn extend(list: &mut Vec<usize>, more: &[usize]) {
    for m in more {
        if !list.contains(m) {
            list.push(*m);
        }
    }
}
