//! Lengths of time and repetitions, which never date an event.
//!
//! In: a match. Out: its TIMEX3 value.

use super::super::value::{Point, clock, duration};
use super::{Case, Resolved, undated};
use crate::base::analysis::TimexKind;
use crate::lexicon::temporal::words::{Slot, Unit};

impl Case<'_> {
    pub(super) fn length(&self, why: &mut Vec<&'static str>) -> Option<Resolved> {
        let unit = self.unit()?;
        let count = self.slots().get(Slot::Number).unwrap_or(1.0);
        let mut value = duration(count, unit, self.table);
        if let (Some(more), Some(second)) = (
            self.slots().get(Slot::Number2),
            self.slots().get(Slot::Unit2).and_then(Unit::from_slot),
        ) {
            let tail = duration(more, second, self.table);
            let tail = tail.trim_start_matches('P');
            value.push_str(if value.contains('T') {
                tail.trim_start_matches('T')
            } else {
                tail
            });
        }
        why.push(if self.slot(Slot::Age).is_some() {
            "an age"
        } else {
            "a length of time"
        });
        Some(undated(TimexKind::Duration, value))
    }

    pub(super) fn set(&self) -> Resolved {
        let value = if let Some(weekday) = self.slot(Slot::Weekday) {
            match self.slot(Slot::Day2) {
                Some(last) => format!("XXXX-WXX-{weekday}/XXXX-WXX-{last}"),
                None => format!("XXXX-WXX-{weekday}"),
            }
        } else if let Some(month) = self.slot(Slot::Month) {
            format!("XXXX-{month:02}")
        } else if let Some(season) = self.slot(Slot::Season) {
            Point::Season(1, season as usize)
                .value()
                .replacen("0001", "XXXX", 1)
        } else if let Some(part) = clock(self.slots()) {
            format!("XXXX-XX-XX{part}")
        } else {
            let count = self.slots().get(Slot::Number).unwrap_or(1.0);
            duration(count, self.unit().unwrap_or(Unit::Day), self.table)
        };
        undated(TimexKind::Set, value)
    }
}
