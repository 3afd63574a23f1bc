// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a check is: its code, its name, its manual, and how it looks.

use crate::arithmetic::Ledger;
use crate::{Report, Subject};
use ambito_findings::Severity;

/// One check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Three capital letters of the family, three digits; never reused.
    pub code: &'static str,
    /// The defect in a few English words with hyphens, the same in every language of messages.
    pub name: &'static str,
    /// How bad it is, unless a defect says otherwise.
    pub severity: Severity,
    /// The lines of its doc comment: the manual in Italian, then in English, each under its title.
    pub doc: &'static [&'static str],
    /// How it looks.
    pub run: Run,
}

/// How a check looks at documents.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// At one document at a time.
    Alone(fn(&Subject<'_>, &mut Report)),
    /// At all documents that were given together; only called where there are several.
    Together(fn(&[Subject<'_>], &mut Report)),
    /// By stating what must be equal in one document.
    Equations(fn(&Subject<'_>, &mut Ledger)),
}

/// The families of checks, by the first letters of their codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Arithmetic.
    Sum,
    /// Structure.
    Structure,
    /// Time.
    Time,
    /// Indicators.
    Indicators,
    /// People.
    People,
    /// Funds.
    Funds,
}

impl Family {
    /// Every family, in the order of the manual.
    pub const ALL: [Self; 6] = [Self::Sum, Self::Structure, Self::Time, Self::Indicators, Self::People, Self::Funds];

    /// The first letters of its codes.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Sum => "SUM",
            Self::Structure => "STR",
            Self::Time => "TIM",
            Self::Indicators => "IND",
            Self::People => "EFF",
            Self::Funds => "FUN",
        }
    }
}

impl Check {
    /// The family.
    #[must_use]
    pub fn family(&self) -> Family {
        Family::ALL.into_iter().find(|family| self.code.starts_with(family.prefix())).unwrap_or(Family::Structure)
    }
}

/// Declares the check of a file: its doc comment is its manual.
///
/// The comment has two titles (`# …`), Italian and English, each followed by the five paragraphs of the manual: what
/// it finds, why it matters, example, how to mend it, exceptions. A test holds every check to that.
macro_rules! check {
    ($(#[doc = $line:literal])+ $code:ident, $name:literal, $severity:ident, $run:expr) => {
        $(#[doc = $line])+
        pub(crate) const CHECK: $crate::Check = $crate::Check {
            code: stringify!($code),
            name: $name,
            severity: ambito_findings::Severity::$severity,
            doc: &[$($line),+],
            run: $run,
        };
    };
}
pub(crate) use check;
