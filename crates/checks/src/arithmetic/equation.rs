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

/// Figures whose sum must be another figure.
#[derive(Clone, Debug)]
pub struct Equation {
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
    /// Another severity than the check's.
    pub severity: Option<Severity>,
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
