// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values that hardly can be: a share of more than the whole, an end before its beginning, an amount beyond all measure.
//!
//! They may be what a document says, so nobody is kept from saving them; whoever types one is asked first. Deliberately
//! absent: what does not add up with other records, which the checks find.

use super::{ReadValue, ValueKind};
use ambito_base::{Cents, Share, parse_date};
use std::collections::BTreeSet;

/// The whole, in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// The largest amount that is not asked about: a billion euro, more than an area and its towns spend in a year.
const AMOUNT_LARGE: Cents = Cents::new(100_000_000_000);

/// Why a value hardly can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// A share of more than the whole.
    ShareAbove,
    /// A share of less than nothing.
    ShareBelow,
    /// An end before its beginning.
    EndsBefore,
    /// An amount beyond all measure.
    AmountLarge,
}

impl DoubtKind {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::ShareAbove, Self::ShareBelow, Self::EndsBefore, Self::AmountLarge];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ShareAbove => "share-above",
            Self::ShareBelow => "share-below",
            Self::EndsBefore => "ends-before",
            Self::AmountLarge => "amount-large",
        }
    }
}

/// A value that hardly can be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The field.
    pub field: String,
    /// Why.
    pub kind: DoubtKind,
    /// What it says; of an end before its beginning, both days with a stroke between.
    pub said: String,
}

impl Doubt {
    /// What a confirmation names: this doubt of this value, and no other.
    #[must_use]
    pub fn mark(&self) -> String {
        format!("{}:{}:{}", self.kind.word(), self.field, self.said)
    }
}

/// What is doubtful among the values of a record as they would be saved; only what is about to change is asked about.
#[must_use]
pub fn doubts(values: &[ReadValue], changed: &BTreeSet<&str>) -> Vec<Doubt> {
    let is_changed = |field: &str| changed.contains(field);
    let mut found = Vec::new();
    for value in values.iter().filter(|value| is_changed(&value.field)) {
        if let Some(kind) = doubt(value) {
            found.push(Doubt { field: value.field.clone(), kind, said: value.text.clone() });
        }
    }
    let day = |field: &str| {
        let value = values.iter().find(|value| value.field == field && value.kind == ValueKind::Date)?;
        Some((parse_date(&value.text, None)?, value.text.as_str()))
    };
    if let (Some((from, begins)), Some((to, ends))) = (day("from"), day("to"))
        && to < from
        && (is_changed("from") || is_changed("to"))
    {
        let said = format!("{begins} – {ends}");
        found.push(Doubt { field: "to".to_owned(), kind: DoubtKind::EndsBefore, said });
    }
    found
}

fn doubt(value: &ReadValue) -> Option<DoubtKind> {
    match value.kind {
        ValueKind::Percent => match Share::parse(&value.text)?.hundredths() {
            above if above > WHOLE => Some(DoubtKind::ShareAbove),
            below if below < 0 => Some(DoubtKind::ShareBelow),
            _ => None,
        },
        ValueKind::Money => {
            let amount = Cents::parse(&value.text)?.cents().unsigned_abs();
            (amount > AMOUNT_LARGE.cents().unsigned_abs()).then_some(DoubtKind::AmountLarge)
        }
        ValueKind::Text
        | ValueKind::LongText
        | ValueKind::Date
        | ValueKind::Number
        | ValueKind::Target
        | ValueKind::Choice(_)
        | ValueKind::Node => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[(&str, ValueKind, &str)], changed: &[&str], expected: &[&str]) {
        let value = |(field, kind, text): &(&str, ValueKind, &str)| ReadValue {
            field: (*field).to_owned(),
            part: String::new(),
            kind: *kind,
            text: (*text).to_owned(),
        };
        let values: Vec<ReadValue> = values.iter().map(value).collect();
        let marks: Vec<String> = doubts(&values, &changed.iter().copied().collect()).iter().map(Doubt::mark).collect();
        assert_eq!(marks, expected);
    }

    #[test]
    fn what_hardly_can_be_is_doubted() {
        check(&[("share", ValueKind::Percent, "100")], &["share"], &[]);
        check(&[("share", ValueKind::Percent, "100,01")], &["share"], &["share-above:share:100,01"]);
        check(&[("share", ValueKind::Percent, "-3")], &["share"], &["share-below:share:-3"]);
        check(&[("share", ValueKind::Percent, "400")], &["person"], &[]);
        check(&[("amount", ValueKind::Money, "1.000.000.000,00")], &["amount"], &[]);
        let mark = "amount-large:amount:-1.000.000.000,01";
        check(&[("amount", ValueKind::Money, "-1.000.000.000,01")], &["amount"], &[mark]);
        check(&[("amount", ValueKind::Money, "")], &["amount"], &[]);
    }

    #[test]
    fn an_end_before_its_beginning_is_doubted_whichever_of_the_two_was_typed() {
        let phase = [("from", ValueKind::Date, "01/05/2027"), ("to", ValueKind::Date, "01/03/2027")];
        let mark = "ends-before:to:01/05/2027 – 01/03/2027";
        check(&phase, &["from"], &[mark]);
        check(&phase, &["to"], &[mark]);
        check(&phase, &["title"], &[]);
        check(&[phase[1], ("from", ValueKind::Date, "01/03/2027")], &["to"], &[]);
        check(&[phase[1], ("from", ValueKind::Date, "")], &["to"], &[]);
    }
}
