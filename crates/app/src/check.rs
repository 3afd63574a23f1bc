// SPDX-License-Identifier: AGPL-3.0-or-later
//! Looking at what was typed: each rule names its field.

use crate::{Error, Fault, Result};
use ambito_base::{Date, parse_date};

/// The longest name of anything.
const NAME_MAX_CHARS: usize = 200;

/// Gathers faults while the fields are looked at.
#[derive(Default)]
pub(crate) struct Checker {
    faults: Vec<Fault>,
}

impl Checker {
    pub(crate) fn fault(&mut self, field: &'static str, key: &'static str) {
        self.faults.push(Fault { field, key });
    }

    /// A name: not empty, not endless.
    pub(crate) fn name(&mut self, field: &'static str, typed: &str) -> String {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            self.fault(field, "field-missing");
        } else if name.chars().count() > NAME_MAX_CHARS {
            self.fault(field, "field-too-long");
        } else if name.chars().any(is_unseen) {
            self.fault(field, "field-signs");
        }
        name
    }

    /// Some lines of text: not empty, not endless.
    pub(crate) fn words(&mut self, field: &'static str, typed: &str, chars_max: usize) -> String {
        let words = typed.trim().replace("\r\n", "\n");
        if words.is_empty() {
            self.fault(field, "field-missing");
        } else if words.chars().count() > chars_max {
            self.fault(field, "field-too-long");
        }
        words
    }

    /// A day as people write it or as a date field sends it; absent where empty.
    pub(crate) fn day(&mut self, field: &'static str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() {
            return None;
        }
        let day = parse_date(typed, None);
        if day.is_none() {
            self.fault(field, "field-date-wrong");
        }
        day
    }

    /// First and last day stand in order.
    pub(crate) fn order(&mut self, field: &'static str, from: Option<Date>, to: Option<Date>) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.fault(field, "field-dates-reversed");
        }
    }

    pub(crate) fn done(self) -> Result<()> {
        if self.faults.is_empty() { Ok(()) } else { Err(Error::Invalid(self.faults)) }
    }
}

/// A text that may be absent.
pub(crate) fn optional(typed: &str) -> Option<String> {
    let text = typed.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Signs that nobody sees: they would make two names look the same, or a name like none.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
