//! Runs the rules over the tokens of a region: at every token that can start a rule, the longest match wins, then the earlier rule.
//!
//! In: tokens, table. Out: [`Found`] in text order, without overlap. Invariant: a match never crosses a blank line and never cuts a number or word.

use super::scan::{Gap, Kind, Token, Tokens};
use crate::lexicon::temporal::pattern::{Glue, Inst, Test};
use crate::lexicon::temporal::words::{Slot, Slots};
use crate::lexicon::temporal::{Op, Rule, Start, Temporal};

/// A rule that matched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) rule: usize,
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// One past the last token looked at.
    seen: usize,
    pub(super) slots: Slots,
}

/// Finds every rule match.
pub(super) fn matches(text: &str, tokens: &Tokens<'_>, table: &Temporal) -> Vec<Found> {
    let matcher = Matcher {
        text,
        tokens,
        table,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.list.len() {
        match matcher.longest(at) {
            Some(best) => {
                at = best.end.max(at + 1);
                if table
                    .rules
                    .get(best.rule)
                    .is_some_and(|r| r.op != Op::Ignore)
                {
                    found.push(best);
                }
            }
            None => at += 1,
        }
    }
    found
}

struct Matcher<'m> {
    text: &'m str,
    tokens: &'m Tokens<'m>,
    table: &'m Temporal,
}

impl Matcher<'_> {
    fn longest(&self, at: usize) -> Option<Found> {
        let token = self.tokens.get(at)?;
        let hits = self.tokens.hits(at);
        if hits.is_empty() && token.kind != Kind::Digits {
            return match token.kind {
                Kind::Mark(_) if !self.table.by_punct.is_empty() => {
                    self.try_rules(&self.table.by_punct, at, 1, None)
                }
                _ => None,
            };
        }
        if !self.may_start(at, token) {
            return None;
        }
        let mut best = None;
        if token.kind == Kind::Digits {
            best = self.try_rules(&self.table.by_digit, at, 1, best);
        }
        for hit in hits {
            if let Some(rules) = self.table.by_class.get(usize::from(hit.class.0)) {
                best = self.try_rules(rules, at, hit.length, best);
            }
            if Some(hit.class) == self.table.signals.number {
                best = self.try_rules(&self.table.by_number_word, at, hit.length, best);
            }
        }
        best
    }

    /// Tries rules that may start with the word or mark of `length` tokens at `at`.
    fn try_rules(
        &self,
        rules: &[Start],
        at: usize,
        length: usize,
        mut best: Option<Found>,
    ) -> Option<Found> {
        let behind = self.tokens.get(at + length).map_or(0, |t| t.bits);
        for start in rules {
            if start.next != u64::MAX && start.next & behind == 0 {
                continue;
            }
            let number = usize::from(start.rule);
            let Some(rule) = self.table.rules.get(number) else {
                continue;
            };
            if !self.context_before(rule, at) {
                continue;
            }
            let Some((end, seen, slots)) = self.run(rule, rule.start, at, (at, None), &rule.set)
            else {
                continue;
            };
            let key = |end, seen, rule| (end, seen, std::cmp::Reverse(rule));
            let better = best
                .as_ref()
                .is_none_or(|b| key(end, seen, number) > key(b.end, b.seen, b.rule));
            if better {
                best = Some(Found {
                    rule: number,
                    start: at,
                    end,
                    seen,
                    slots,
                });
            }
        }
        best
    }

    fn context_before(&self, rule: &Rule, at: usize) -> bool {
        if rule.before.is_empty() && rule.not_before.is_empty() {
            return true;
        }
        let passes = |test: &Test| self.before(at, *test);
        (rule.before.is_empty() || rule.before.iter().any(passes))
            && !rule.not_before.iter().any(passes)
    }

    /// Does a word of the test end right before `at`?
    fn before(&self, at: usize, test: Test) -> bool {
        match test {
            Test::Opening => return self.tokens.opens(at),
            Test::AfterDay => return self.after_day(at),
            Test::AfterYear => return self.after_year(at),
            _ => {}
        }
        (1..=3).any(|back| {
            at.checked_sub(back)
                .is_some_and(|from| self.spans(test, from, |length| length == back))
        })
    }

    /// Do a month, a day and a joining mark or word stand before `at`: "June 5-", "Feb. 24 and"?
    fn after_day(&self, at: usize) -> bool {
        let back = |at: usize| at.checked_sub(1);
        let token = |at: usize| self.tokens.get(at);
        let Some(sep) = back(at) else { return false };
        let mark = token(sep).is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '–')));
        if !mark && self.tokens.hit(sep, self.table.signals.join).is_none() {
            return false;
        }
        let Some(mut day) = back(sep) else {
            return false;
        };
        if token(day).is_some_and(|t| t.kind == Kind::Word && t.gap == Gap::None) {
            day = day.saturating_sub(1);
        }
        let Some(mut month) = back(day) else {
            return false;
        };
        if token(month).is_some_and(|t| t.kind == Kind::Mark('.')) {
            month = month.saturating_sub(1);
        }
        self.number(Test::Day, day).is_some()
            && self
                .tokens
                .hits(month)
                .iter()
                .any(|h| h.entry.slots.first().is_some_and(|s| s.0 == Slot::Month))
    }

    /// Do a year and a joining mark stand right before the two digits at `at`, which name a later year of its century: "1990-94"?
    fn after_year(&self, at: usize) -> bool {
        let (Some(year), Some(mark), Some(last)) = (
            at.checked_sub(2).and_then(|i| self.tokens.get(i)),
            at.checked_sub(1).and_then(|i| self.tokens.get(i)),
            self.tokens.get(at),
        ) else {
            return false;
        };
        matches!(mark.kind, Kind::Mark('-' | '–' | '/'))
            && mark.gap == Gap::None
            && last.gap == Gap::None
            && year.kind == Kind::Digits
            && digits_fit(Test::Year4, year)
            && last.number > year.number % 100
    }

    fn behind(&self, rule: &Rule, end: usize) -> bool {
        let near = self.tokens.get(end).is_some_and(|t| t.gap < Gap::Paragraph);
        let passes = |test: &Test| near && self.spans(*test, end, |_| true);
        (rule.after.is_empty() || rule.after.iter().any(passes))
            && !rule.not_after.iter().any(passes)
    }

    fn run(
        &self,
        rule: &Rule,
        pc: usize,
        at: usize,
        (start, end): (usize, Option<usize>),
        slots: &Slots,
    ) -> Option<(usize, usize, Slots)> {
        match *self.table.program.get(pc)? {
            Inst::Match => {
                let end = end.unwrap_or(at);
                let fits = end > start
                    && self.may_end(end)
                    && self.behind(rule, end)
                    && (!rule.line || self.fills_line(start, end));
                fits.then_some((end, at, *slots))
            }
            Inst::Jump(to) => self.run(rule, to as usize, at, (start, end), slots),
            Inst::End => self.run(rule, pc + 1, at, (start, Some(at)), slots),
            Inst::Split(a, b) => self
                .run(rule, a as usize, at, (start, end), slots)
                .or_else(|| self.run(rule, b as usize, at, (start, end), slots)),
            Inst::Not(test) => {
                if self.spans(test, at, |_| true) {
                    None
                } else {
                    self.run(rule, pc + 1, at, (start, end), slots)
                }
            }
            Inst::Take { test, glue, slot } => {
                let gap = self.tokens.get(at)?.gap;
                if at > start
                    && (gap == Gap::Paragraph || (glue == Glue::Tight && gap != Gap::None))
                {
                    return None;
                }
                let Test::Class(class) = test else {
                    let (length, value) = self.number(test, at)?;
                    let Some(place) = slot.or(slot_of(test)) else {
                        return match test {
                            Test::HourMinute => {
                                let mut filled = *slots;
                                filled.put(Slot::Hour, (value / 100.0).floor());
                                filled.put(Slot::Minute, value % 100.0);
                                self.run(rule, pc + 1, at + length, (start, end), &filled)
                            }
                            _ => self.run(rule, pc + 1, at + length, (start, end), slots),
                        };
                    };
                    let mut filled = *slots;
                    filled.put(place, value);
                    return self.run(rule, pc + 1, at + length, (start, end), &filled);
                };
                self.tokens
                    .hits(at)
                    .iter()
                    .filter(|h| h.class == class)
                    .find_map(|hit| {
                        let next = at + hit.length;
                        let told = |s: &&(Slot, f64)| slot.unwrap_or(s.0) != Slot::None;
                        if hit.entry.slots.iter().any(|s| told(&s)) {
                            let mut filled = *slots;
                            for (place, value) in &hit.entry.slots {
                                filled.put(slot.unwrap_or(*place), *value);
                            }
                            return self.run(rule, pc + 1, next, (start, end), &filled);
                        }
                        self.run(rule, pc + 1, next, (start, end), slots)
                    })
            }
        }
    }

    /// Does a test pass at a token with a length that fits?
    fn spans(&self, test: Test, at: usize, fits: impl Fn(usize) -> bool) -> bool {
        if let Test::Class(class) = test {
            let mut hits = self.tokens.hits(at).iter();
            return hits.any(|h| h.class == class && fits(h.length));
        }
        self.number(test, at)
            .is_some_and(|(length, _)| fits(length))
    }

    fn number(&self, test: Test, at: usize) -> Option<(usize, f64)> {
        let token = self.tokens.get(at)?;
        let ok = |yes: bool| yes.then_some((1, f64::from(token.number)));
        match test {
            Test::Punct(c) => ok(token.kind == Kind::Mark(c)),
            Test::Capital => ok(token.kind == Kind::Word && token.capital),
            Test::Lower => ok(token.kind == Kind::Word && !token.capital),
            Test::Number => self.quantity(at),
            Test::YearWords => self.year_words(at),
            _ if token.kind != Kind::Digits => None,
            _ => ok(digits_fit(test, token)),
        }
    }

    /// A number in digits ("1,200", "1.5", "2 000") or words ("two hundred", "twenty-five", "two and a half").
    fn quantity(&self, at: usize) -> Option<(usize, f64)> {
        let token = self.tokens.get(at)?;
        let (mut length, mut value) = if token.kind == Kind::Digits {
            let year = token.span.len() == 4 && (1900..=2039).contains(&token.number);
            if token.span.len() > 7 || year {
                return None;
            }
            self.digits(at, token)
        } else {
            self.number_words(at)?
        };
        if self
            .tokens
            .hit(at + length, self.table.signals.and_half)
            .is_some()
        {
            length += self
                .tokens
                .hit(at + length, self.table.signals.and_half)
                .map_or(0, |h| h.length);
            value += 0.5;
        }
        Some((length, value))
    }

    fn digits(&self, at: usize, token: &Token) -> (usize, f64) {
        let value = f64::from(token.number);
        if let Some(part) = self.fraction(at + 1) {
            return (4, value + part);
        }
        let (mark, more) = (self.tokens.get(at + 1), self.tokens.get(at + 2));
        if let (Some(mark), Some(more)) = (mark, more)
            && matches!(mark.kind, Kind::Mark('.' | ','))
            && mark.gap == Gap::None
            && more.gap == Gap::None
            && more.kind == Kind::Digits
        {
            return match more.span.len() {
                3 => (3, value * 1000.0 + f64::from(more.number)),
                n @ 1..=2 => (3, value + f64::from(more.number) / 10f64.powi(n as i32)),
                _ => (1, value),
            };
        }
        (1, value)
    }

    /// A fraction behind a whole number: the "1/2" of "2 1/2".
    fn fraction(&self, at: usize) -> Option<f64> {
        let over = self.tokens.get(at)?;
        let (mark, under) = (self.tokens.get(at + 1)?, self.tokens.get(at + 2)?);
        let small = |t: &Token| t.kind == Kind::Digits && t.span.len() == 1 && t.number > 0;
        let tight = mark.gap == Gap::None && under.gap == Gap::None;
        (over.gap == Gap::Space && small(over) && small(under) && tight)
            .then_some(())
            .filter(|()| mark.kind == Kind::Mark('/') && over.number < under.number)
            .map(|()| f64::from(over.number) / f64::from(under.number))
    }

    fn number_words(&self, at: usize) -> Option<(usize, f64)> {
        let word = |at: usize| {
            let hit = self.tokens.hit(at, self.table.signals.number)?;
            Some((hit.length, hit.entry.slots.first()?.1))
        };
        let (mut length, mut value) = word(at)?;
        loop {
            let hyphen = self
                .tokens
                .get(at + length)
                .is_some_and(|t| t.kind == Kind::Mark('-') && t.gap == Gap::None);
            let next = at + length + usize::from(hyphen);
            match word(next) {
                Some((more, factor)) if factor >= 100.0 && value < factor => {
                    value *= factor;
                    length = next + more - at;
                }
                Some((more, ones)) if fits_behind(value, ones) => {
                    value += ones;
                    length = next + more - at;
                }
                _ => return Some((length, value)),
            }
        }
    }

    fn year_words(&self, at: usize) -> Option<(usize, f64)> {
        let word = |at: usize| {
            let hit = self.tokens.hit(at, self.table.signals.number)?;
            (hit.length == 1).then_some(hit.entry.slots.first()?.1)
        };
        let century = word(at).filter(|v| (11.0..=20.0).contains(v))?;
        let (length, rest) = self.number_words(at + 1)?;
        (10.0..100.0)
            .contains(&rest)
            .then_some((1 + length, century * 100.0 + rest))
    }

    /// May an expression start here, seen from the mark or word glued in front?
    fn may_start(&self, at: usize, token: &Token) -> bool {
        if token.gap != Gap::None {
            return true;
        }
        let Some(before) = at.checked_sub(1).and_then(|i| self.tokens.get(i)) else {
            return true;
        };
        let earlier = at.checked_sub(2).and_then(|i| self.tokens.get(i));
        let digits_before =
            before.gap == Gap::None && earlier.is_some_and(|t| t.kind == Kind::Digits);
        let word_before = before.gap == Gap::None && earlier.is_some_and(|t| t.kind == Kind::Word);
        match before.kind {
            Kind::Word | Kind::Digits => false,
            Kind::Mark('-') if token.kind == Kind::Digits => !word_before,
            Kind::Mark('/') if token.kind == Kind::Digits => {
                // "449/448 v. Chr."
                let long = |t: &Token| t.span.len() >= 3;
                let years = long(token) && earlier.is_some_and(long);
                !digits_before || token.span.len() == 4 || years || self.after_year(at)
            }
            Kind::Mark('.' | ',' | ':') if token.kind == Kind::Digits => {
                !digits_before && !matches!(before.kind, Kind::Mark(':'))
            }
            Kind::Mark('$' | '€' | '£' | '#' | '§' | '%' | '+' | '_' | '@' | '=' | '&') => {
                false
            }
            _ => true,
        }
    }

    /// May an expression end before this token?
    fn may_end(&self, end: usize) -> bool {
        let (Some(last), Some(next)) = (
            end.checked_sub(1).and_then(|i| self.tokens.get(i)),
            self.tokens.get(end),
        ) else {
            return true;
        };
        if next.gap != Gap::None {
            return true;
        }
        let more = self.tokens.get(end + 1).filter(|t| t.gap == Gap::None);
        let digits_behind = more.is_some_and(|t| t.kind == Kind::Digits);
        match next.kind {
            Kind::Word | Kind::Digits => false,
            _ if last.kind != Kind::Digits => true,
            Kind::Mark('%' | '$' | '€' | '£' | '°' | '_' | '@') => false,
            Kind::Mark('.' | ',' | ':') => !digits_behind,
            Kind::Mark('/') => {
                more.is_none() || last.span.len() >= 3 || last.kind == Kind::Mark('.')
            }
            Kind::Mark('-') => {
                let month = self
                    .tokens
                    .hits(end + 1)
                    .iter()
                    .any(|h| h.entry.slots.first().is_some_and(|s| s.0 == Slot::Month));
                (month || !more.is_some_and(|t| t.kind == Kind::Word))
                    && (!digits_behind || last.span.len() >= 3 || last.number <= 31)
            }
            _ => true,
        }
    }

    fn fills_line(&self, start: usize, end: usize) -> bool {
        let first = self
            .tokens
            .get(start)
            .is_none_or(|t| t.gap >= Gap::Line || start == 0);
        let last = self.tokens.get(end).is_none_or(|t| t.gap >= Gap::Line);
        let inside =
            (start + 1..end).all(|i| self.tokens.get(i).is_some_and(|t| t.gap < Gap::Line));
        debug_assert!(start < end && !self.text.is_empty());
        first && last && inside
    }
}

/// May `ones` follow `value` in a number: 20 + 5, 200 + 25?
fn fits_behind(value: f64, ones: f64) -> bool {
    let room = if value >= 1000.0 && value % 1000.0 == 0.0 {
        1000.0
    } else if value >= 100.0 && value % 100.0 == 0.0 {
        100.0
    } else if value >= 20.0 && value % 10.0 == 0.0 {
        10.0
    } else {
        return false;
    };
    (1.0..room).contains(&ones)
}

fn slot_of(test: Test) -> Option<Slot> {
    Some(match test {
        Test::Day => Slot::Day,
        Test::MonthNumber => Slot::Month,
        Test::Year4 | Test::YearNear | Test::YearAny | Test::YearWords => Slot::Year,
        Test::Year2 => Slot::Year2,
        Test::Hour => Slot::Hour,
        Test::Minute => Slot::Minute,
        Test::Second => Slot::Second,
        Test::Number | Test::Week | Test::Digits => Slot::Number,
        Test::DecadeDigits => Slot::Decade,
        Test::CenturyDigits => Slot::Century,
        Test::OrdinalDigits => Slot::Ordinal,
        _ => return None,
    })
}

fn digits_fit(test: Test, token: &Token) -> bool {
    let (n, length) = (token.number, token.span.len());
    match test {
        Test::Day => length <= 2 && (1..=31).contains(&n),
        Test::MonthNumber => length <= 2 && (1..=12).contains(&n),
        Test::Year4 => length == 4 && (1000..=2100).contains(&n),
        Test::YearNear => length == 4 && (1901..=2039).contains(&n) && n != 2000,
        Test::Year2 => length == 2,
        Test::YearAny => length <= 4 && n > 0,
        Test::Hour => length <= 2 && n <= 24,
        Test::Minute | Test::Second => length == 2 && n < 60,
        Test::HourMinute => length == 4 && n <= 2400 && n % 100 < 60,
        Test::Week => length <= 2 && (1..=53).contains(&n),
        Test::DecadeDigits => {
            (length == 2 || (length == 4 && (1000..=2100).contains(&n))) && n % 10 == 0
        }
        Test::CenturyDigits => length == 4 && (1000..=2100).contains(&n) && n % 100 == 0,
        Test::OrdinalDigits => length <= 2 && n >= 1,
        Test::Digits => true,
        _ => false,
    }
}
