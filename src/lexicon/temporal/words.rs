//! Word classes of time expressions: which class a word belongs to and what it means.
//!
//! In: classes of `temporal.ron`, month and weekday names. Out: a table from a word's first token to its entries.
//! Invariant: entries of one first token are sorted by length, longest first.

use super::super::language::Language;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A phrase in the making: its tokens, and what they mean.
type Row = (Vec<String>, Vec<(Slot, f64)>);

/// A class of words, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(pub u16);

/// How a word must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Case {
    /// Either way.
    #[default]
    Any,
    /// With a capital.
    Capital,
    /// Without, except where a sentence starts.
    Lower,
}

/// What a word or number tells about the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Slot {
    None,
    Number,
    Ordinal,
    Unit,
    Month,
    Weekday,
    Season,
    Daypart,
    Shift,
    Days,
    Quarter,
    Half,
    Holiday,
    Mod,
    Year,
    Year2,
    Ref,
    Decade,
    Century,
    Day,
    Day2,
    Hour,
    Minute,
    Second,
    Meridiem,
    Sign,
    Era,
    Age,
    Number2,
    Unit2,
    Month2,
    Week,
}

/// Number of slots.
pub const SLOTS: usize = 32;

/// Filled slots of a match.
#[derive(Debug, Clone, Copy)]
pub struct Slots([f64; SLOTS]);

impl Default for Slots {
    fn default() -> Self {
        Self([f64::NAN; SLOTS])
    }
}

impl Slots {
    /// Returns a slot's number, if filled.
    pub fn get(&self, slot: Slot) -> Option<f64> {
        self.0.get(slot as usize).copied().filter(|v| !v.is_nan())
    }

    /// Returns a slot as a whole number.
    pub fn int(&self, slot: Slot) -> Option<i32> {
        self.get(slot).map(|v| v as i32)
    }

    /// Fills a slot; a second value of a kind goes to its twin where there is one.
    pub fn put(&mut self, slot: Slot, value: f64) {
        if let Some(place) = self.0.get_mut(slot as usize)
            && slot != Slot::None
        {
            *place = value;
        }
    }
}

/// Calendar units, fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Payload texts of units, in their order.
const UNITS: [(&str, Unit); 15] = [
    ("S", Unit::Second),
    ("MIN", Unit::Minute),
    ("H", Unit::Hour),
    ("D", Unit::Day),
    ("NI", Unit::Night),
    ("WE", Unit::Weekend),
    ("W", Unit::Week),
    ("2W", Unit::Fortnight),
    ("M", Unit::Month),
    ("Q", Unit::Quarter),
    ("HY", Unit::HalfYear),
    ("Y", Unit::Year),
    ("DE", Unit::Decade),
    ("CE", Unit::Century),
    ("ML", Unit::Millennium),
];

impl Unit {
    /// Reads the number a slot holds.
    pub fn from_slot(value: f64) -> Option<Self> {
        UNITS.get(value as usize).map(|u| u.1)
    }
}

/// TIMEX3 codes of seasons.
pub const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
/// TIMEX3 codes of parts of the day.
pub const DAYPARTS: [&str; 6] = ["MO", "MI", "AF", "EV", "NI", "DT"];
/// TIMEX3 reference values.
pub const REFS: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];
/// Parts of a period.
pub const MODS: [&str; 6] = ["START", "MID", "END", "MORE_THAN", "LESS_THAN", "APPROX"];

/// A named day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// Month and day.
    Fixed(u32, u32),
    /// Days from Easter Sunday.
    Easter(i64),
    /// The n-th weekday (1 = Monday) of a month; n = 9 is the last.
    Nth(u32, u32, u32),
    /// The first weekday on or after a day of a month.
    OnOrAfter(u32, u32, u32),
}

/// One word of a class.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Class.
    pub class: Class,
    /// Further tokens of a phrase.
    pub rest: Vec<String>,
    /// Slots it fills.
    pub slots: Vec<(Slot, f64)>,
    /// How it must be written.
    pub case: Case,
    full: String,
}

/// The word table.
#[derive(Debug, Default)]
pub struct Words {
    entries: FxHashMap<String, Vec<Entry>>,
    classes: BTreeMap<String, Class>,
    listed: BTreeMap<Class, Vec<Entry>>,
    /// Named days.
    pub holidays: Vec<Holiday>,
}

/// Reads the meaning of a word.
pub fn payload(slot: Slot, text: &str, words: &mut Words) -> Result<f64, String> {
    let code = |list: &[&str]| {
        list.iter()
            .position(|c| *c == text)
            .map(|i| i as f64)
            .ok_or_else(|| format!("{text:?} is none of {}", list.join(", ")))
    };
    match slot {
        Slot::None => Ok(0.0),
        Slot::Unit | Slot::Unit2 => code(&UNITS.map(|u| u.0)),
        Slot::Season => code(&SEASONS),
        Slot::Daypart => code(&DAYPARTS),
        Slot::Ref => code(&REFS),
        Slot::Mod => code(&MODS),
        Slot::Holiday => {
            let day = holiday(text).ok_or_else(|| {
                format!("{text:?} is no named day; expected MM-DD, easter+N, nth:MM-WEEKDAY-N or after:MM-DD-WEEKDAY")
            })?;
            words.holidays.push(day);
            Ok((words.holidays.len() - 1) as f64)
        }
        Slot::Number if text == "X" => Ok(-1.0),
        _ => text.parse().map_err(|_| format!("{text:?} is no number")),
    }
}

fn holiday(text: &str) -> Option<Holiday> {
    let numbers = |t: &str| -> Option<Vec<u32>> { t.split('-').map(|n| n.parse().ok()).collect() };
    if let Some(days) = text.strip_prefix("easter") {
        return days.parse().ok().map(Holiday::Easter);
    }
    if let Some(rest) = text.strip_prefix("nth:") {
        return match numbers(rest)?.as_slice() {
            &[month, weekday, n] => Some(Holiday::Nth(month, weekday, n)),
            _ => None,
        };
    }
    if let Some(rest) = text.strip_prefix("after:") {
        return match numbers(rest)?.as_slice() {
            &[month, day, weekday] => Some(Holiday::OnOrAfter(month, day, weekday)),
            _ => None,
        };
    }
    match numbers(text)?.as_slice() {
        &[month, day] => Some(Holiday::Fixed(month, day)),
        _ => None,
    }
}

impl Words {
    /// Returns a class by name.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.classes.get(name).copied()
    }

    /// Returns a class by name, making it if new.
    pub fn intern(&mut self, name: &str) -> Class {
        let next = Class(self.classes.len() as u16);
        *self.classes.entry(name.to_owned()).or_insert(next)
    }

    /// Number of classes.
    pub fn class_count(&self) -> usize {
        self.classes.len()
    }

    /// Returns the entries that start with a token (lower case).
    pub fn at(&self, token: &str) -> &[Entry] {
        self.entries.get(token).map_or(&[], Vec::as_slice)
    }

    /// Adds month and weekday names: the long ones to `month` and `weekday`, the short ones to `month_abbr` and `weekday_abbr`.
    pub fn calendar(&mut self, language: &Language, months: Case, weekdays: Case) {
        let lists = [
            ("month", Slot::Month, &language.months, months),
            ("weekday", Slot::Weekday, &language.weekdays, weekdays),
        ];
        for (class, slot, names, case) in lists {
            for (number, forms) in names.iter().enumerate() {
                for (at, form) in forms.iter().enumerate() {
                    let long = at == 0 || form.chars().count() > 4;
                    let name = if long {
                        class.to_owned()
                    } else {
                        format!("{class}_abbr")
                    };
                    let class = self.intern(&name);
                    self.push(form, class, vec![(slot, (number + 1) as f64)], case);
                }
            }
        }
    }

    /// Adds the words of one meaning.
    ///
    /// # Errors
    /// What is wrong with the payload.
    pub fn add(
        &mut self,
        class: &str,
        slot: Slot,
        text: &str,
        forms: &[String],
        case: Case,
    ) -> Result<(), String> {
        let value = payload(slot, text, self)?;
        let class = self.intern(class);
        for form in forms {
            self.push(form, class, vec![(slot, value)], case);
        }
        Ok(())
    }

    /// Adds one word or phrase.
    pub fn push(&mut self, form: &str, class: Class, slots: Vec<(Slot, f64)>, case: Case) {
        let mut tokens = split(form);
        if tokens.is_empty() {
            return;
        }
        let first = tokens.remove(0);
        let entry = Entry {
            class,
            rest: tokens,
            slots,
            case,
            full: form.to_owned(),
        };
        self.listed.entry(class).or_default().push(entry.clone());
        let list = self.entries.entry(first).or_default();
        list.push(entry);
        list.sort_by_key(|e| std::cmp::Reverse(e.rest.len()));
    }

    /// Builds words from the words of other classes.
    ///
    /// # Errors
    /// A class that does not exist.
    pub fn derive(
        &mut self,
        class: &str,
        of: &[String],
        forms: &[String],
        sum: bool,
        case: Case,
    ) -> Result<(), String> {
        let mut rows: Vec<Row> = vec![(Vec::new(), Vec::new())];
        for name in of {
            let source = self
                .class(name)
                .and_then(|c| self.listed.get(&c))
                .ok_or_else(|| format!("class {name:?} does not exist"))?;
            let mut next = Vec::with_capacity(rows.len() * source.len());
            for (texts, slots) in &rows {
                for entry in source {
                    let mut texts = texts.clone();
                    texts.push(entry.full.clone());
                    let mut all: Vec<(Slot, f64)> = slots.clone();
                    match (sum, all.first_mut(), entry.slots.first()) {
                        (true, Some(total), Some(more)) => total.1 += more.1,
                        _ => all.extend(&entry.slots),
                    }
                    next.push((texts, all));
                }
            }
            rows = next;
        }
        let class = self.intern(class);
        for (texts, slots) in rows {
            for form in forms {
                let mut word = form.clone();
                for (at, text) in texts.iter().enumerate() {
                    word = word.replace(&format!("{{{at}}}"), text);
                }
                self.push(&word, class, slots.clone(), case);
            }
        }
        Ok(())
    }
}

/// Cuts a phrase as the matcher cuts text: runs of letters, runs of digits, single other marks.
pub fn split(phrase: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut kind = 0;
    for c in phrase.chars() {
        let now = if c.is_alphabetic() {
            1
        } else if c.is_ascii_digit() {
            2
        } else {
            3
        };
        match tokens.last_mut() {
            Some(token) if now == kind && now < 3 => token.extend(c.to_lowercase()),
            _ if c.is_whitespace() => {}
            _ => tokens.push(c.to_lowercase().collect()),
        }
        kind = if c.is_whitespace() { 0 } else { now };
    }
    tokens
}
