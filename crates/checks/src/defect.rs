// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a check found: places, figures, and the keys of the messages that word it.

use crate::{Check, Place};
use ambito_base::{Cents, Date, Decimal, Share};
use ambito_findings::Severity;

/// Something that an argument of a message says.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Words of the document, as printed.
    Text(String),
    /// Money.
    Money(Cents),
    /// A number.
    Number(Decimal),
    /// A share.
    Share(Share),
    /// A day.
    Date(Date),
    /// How many.
    Count(u64),
    /// A line of the document that the defect is in; worded with its place.
    Line(u32),
    /// Lines of that document.
    Lines(Vec<u32>),
    /// A word of the catalogue.
    Word(&'static str),
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Datum {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Cents> for Datum {
    fn from(amount: Cents) -> Self {
        Self::Money(amount)
    }
}

impl From<Decimal> for Datum {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Share> for Datum {
    fn from(share: Share) -> Self {
        Self::Share(share)
    }
}

impl From<Date> for Datum {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<usize> for Datum {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<Vec<u32>> for Datum {
    fn from(lines: Vec<u32>) -> Self {
        Self::Lines(lines)
    }
}

/// A message of the catalogue with its arguments, not worded yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The key.
    pub key: &'static str,
    /// The arguments.
    pub args: Vec<(&'static str, Datum)>,
}

impl Words {
    /// The message of a key, which must exist in the catalogues (a test looks for it).
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Datum>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// Why another place is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// It is needed to see the defect: a part of a sum, the other of two figures.
    Part,
    /// It is wrong only because this is.
    Carried,
}

/// Another place that a defect speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The index of the document.
    pub document: usize,
    /// The line of its blocks.
    pub line: u32,
    /// What stands there.
    pub label: Words,
    /// Why it is named.
    pub kinship: Kinship,
}

/// Something wrong or doubtful, as a check found it.
#[derive(Clone, Debug)]
pub struct Defect {
    /// The check.
    pub check: &'static Check,
    /// How bad it is.
    pub severity: Severity,
    /// The index of the document.
    pub document: usize,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: Words,
    /// The marked places on its line, with what is to be said of them.
    pub marks: Vec<(Place, Option<Words>)>,
    /// Other places.
    pub related: Vec<Related>,
    /// What should stand there.
    pub expected: Option<Datum>,
    /// What stands there.
    pub found: Option<Datum>,
    /// What to do.
    pub hint: Option<Words>,
}

impl Defect {
    /// Says another severity than the check's.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Says what stands there and what should.
    pub fn instead(&mut self, found: impl Into<Datum>, expected: impl Into<Datum>) -> &mut Self {
        self.found = Some(found.into());
        self.expected = Some(expected.into());
        self
    }

    /// Says what stands there, where nobody can say what should.
    pub fn found(&mut self, found: impl Into<Datum>) -> &mut Self {
        self.found = Some(found.into());
        self
    }

    /// Marks a place, on the line of the defect or it is not shown.
    pub fn mark(&mut self, place: Place, label: Words) -> &mut Self {
        self.marks.push((place, Some(label)));
        self
    }

    /// Marks a place without a word.
    pub fn mark_only(&mut self, place: Place) -> &mut Self {
        self.marks.push((place, None));
        self
    }

    /// Names another line of the same document that is needed to see the defect.
    pub fn see(&mut self, line: u32, label: Words) -> &mut Self {
        let document = self.document;
        self.see_in(document, line, label)
    }

    /// Names a line of another document that is needed to see the defect.
    pub fn see_in(&mut self, document: usize, line: u32, label: Words) -> &mut Self {
        self.related.push(Related { document, line, label, kinship: Kinship::Part });
        self
    }

    /// Names a line of the same document that is wrong only because this is.
    pub fn carries(&mut self, line: u32, label: Words) -> &mut Self {
        let document = self.document;
        self.related.push(Related { document, line, label, kinship: Kinship::Carried });
        self
    }

    /// Says how to mend it.
    pub fn hint(&mut self, hint: Words) -> &mut Self {
        self.hint = Some(hint);
        self
    }
}
