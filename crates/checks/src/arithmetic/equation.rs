// SPDX-License-Identifier: AGPL-3.0-or-later
//! One equation between printed figures.

use crate::{Check, Datum, Place, Words};
use ambito_base::{Cents, Decimal, Share};
use ambito_findings::Severity;

/// A printed figure, in hundredths: money, a share, or a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Money.
    Money(Cents),
    /// A share of a whole.
    Share(Share),
    /// A number of things or people, in hundredths.
    Number(i64),
}

impl Quantity {
    /// A number of at most two decimals.
    #[must_use]
    pub fn number(value: Decimal) -> Option<Self> {
        let text = value.to_string();
        let (sign, body) = text.strip_prefix('-').map_or((1, text.as_str()), |body| (-1, body));
        let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
        if decimals.len() > 2 {
            return None;
        }
        let mut padded = decimals.to_owned();
        padded.push_str(&"00"[decimals.len()..]);
        let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(padded.parse::<i64>().ok()?)?;
        Some(Self::Number(sign * hundredths))
    }

    /// Hundredths of its unit.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        match self {
            Self::Money(amount) => amount.cents(),
            Self::Share(share) => share.hundredths(),
            Self::Number(hundredths) => hundredths,
        }
    }

    /// Another figure of the same unit.
    #[must_use]
    pub const fn like(self, hundredths: i64) -> Self {
        match self {
            Self::Money(_) => Self::Money(Cents::new(hundredths)),
            Self::Share(_) => Self::Share(Share::from_hundredths(hundredths)),
            Self::Number(_) => Self::Number(hundredths),
        }
    }
}

impl From<Quantity> for Datum {
    fn from(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Money(amount) => Self::Money(amount),
            Quantity::Share(share) => Self::Share(share),
            Quantity::Number(hundredths) => {
                let (sign, magnitude) =
                    if hundredths < 0 { ("-", hundredths.unsigned_abs()) } else { ("", hundredths.unsigned_abs()) };
                let text = match magnitude % 100 {
                    0 => format!("{sign}{}", magnitude / 100),
                    rest => format!("{sign}{},{rest:02}", magnitude / 100),
                };
                Decimal::parse(&text).map_or(Self::Text(text), Self::Number)
            }
        }
    }
}

/// A figure with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where it is printed.
    pub place: Place,
    /// The figure.
    pub quantity: Quantity,
    /// What it is called in the quoted line, where it has a name.
    pub label: Option<Words>,
}

impl Term {
    /// A figure without a name.
    #[must_use]
    pub const fn new(place: Place, quantity: Quantity) -> Self {
        Self { place, quantity, label: None }
    }

    /// An amount of money without a name.
    #[must_use]
    pub const fn money(place: Place, amount: Cents) -> Self {
        Self::new(place, Quantity::Money(amount))
    }

    /// The same figure with a name.
    #[must_use]
    pub fn called(mut self, label: Words) -> Self {
        self.label = Some(label);
        self
    }
}

/// How much of a document an equation spans, the narrowest first: that one is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The cells of one row.
    Row,
    /// The rows above a total.
    Column,
    /// The cells of a row of totals.
    TotalRow,
    /// Subtotals under a total.
    Subtotal,
    /// Subtotals under the last total.
    Grand,
    /// A figure told in two places.
    Elsewhere,
}

/// How the parts make the total.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Their sum is the total.
    Sum,
    /// The only part is such a share of a whole as the total says, rounded to hundredths of a percent.
    ShareOf(Term),
}

/// Figures that must make another figure.
#[derive(Clone, Debug)]
pub struct Equation {
    /// How.
    pub rule: Rule,
    /// The parts.
    pub parts: Vec<Term>,
    /// What they must make.
    pub total: Term,
    /// How much it spans.
    pub scope: Scope,
    /// What is wrong where it does not hold; is given `found`, `expected` and `difference` besides its own arguments.
    pub message: Words,
    /// What it is called where it is only carried along by another ("the total of the area").
    pub carried: Words,
    /// How to mend it; is given the same.
    pub hint: Words,
    /// Other lines that show it, with what stands there.
    pub see: Vec<(u32, Words)>,
    /// Another severity than the check's.
    pub severity: Option<Severity>,
}

impl Equation {
    /// A sum with the words of its defect; it spans the rows of a column.
    #[must_use]
    pub fn sum(parts: Vec<Term>, total: Term, message: Words, carried: Words, hint: Words) -> Self {
        let (rule, scope) = (Rule::Sum, Scope::Column);
        Self { rule, parts, total, scope, message, carried, hint, see: Vec::new(), severity: None }
    }

    /// The same equation, spanning something else.
    #[must_use]
    pub fn over(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// By how much the total misses, in hundredths; `None` where the numbers do not fit or there is no whole.
    #[must_use]
    pub fn gap(&self) -> Option<i64> {
        let total = self.total.quantity.hundredths();
        let expected = match &self.rule {
            Rule::Sum => self.parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.quantity.hundredths()))?,
            Rule::ShareOf(whole) => share(self.parts.first()?.quantity.hundredths(), whole.quantity.hundredths())?,
        };
        total.checked_sub(expected)
    }

    /// Every figure in it.
    pub fn figures(&self) -> impl Iterator<Item = &Term> {
        let whole = match &self.rule {
            Rule::Sum => None,
            Rule::ShareOf(whole) => Some(whole),
        };
        self.parts.iter().chain([&self.total]).chain(whole)
    }
}

/// A part of a whole in hundredths of a percent, rounded half away from zero.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<i64> {
    if whole == 0 {
        return None;
    }
    let scaled = i128::from(part) * 10_000;
    let whole = i128::from(whole);
    let half = whole.abs() / 2;
    let rounded = if (scaled < 0) == (whole < 0) {
        (scaled.abs() + half) / whole.abs()
    } else {
        -((scaled.abs() + half) / whole.abs())
    };
    i64::try_from(rounded).ok()
}

/// An equation that was stated, with who stated it.
#[derive(Clone, Debug)]
pub(super) struct Broken {
    pub check: &'static Check,
    pub document: usize,
    pub equation: Equation,
    /// The total less the sum of the parts, in hundredths.
    pub gap: i64,
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_round_half_up() {
        assert_eq!(share(247_990_624, 942_212_807), Some(2632));
        assert_eq!(share(1, 8), Some(1250));
        assert_eq!(share(12_345, 1_000_000), Some(123));
        assert_eq!(share(12_350, 1_000_000), Some(124));
        assert_eq!(share(-1, 3), Some(-3333));
        assert_eq!(share(1, 0), None);
    }
}
