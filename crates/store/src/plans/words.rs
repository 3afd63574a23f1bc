// SPDX-License-Identifier: AGPL-3.0-or-later
//! The stable words of the small choices in a plan, as its columns hold them.

use crate::cells::Cells;
use crate::{Error, Result};
use ambito_domain::planning::{
    BudgetKind, Comparison, DateKind, Direction, Family, NoteCode, Per, PhaseState, ResourceKind, Unit,
};

/// A choice with a stable word.
pub(super) trait Word: Copy + Sized + 'static {
    /// Every choice.
    const ALL: &'static [Self];

    /// Its word.
    fn stable(self) -> &'static str;

    /// The choice of the next column.
    fn next(cells: &mut Cells<'_>) -> Result<Self> {
        let word: String = cells.next()?;
        Self::of(&word)
    }

    /// The choice of the next column, where there is one.
    fn next_option(cells: &mut Cells<'_>) -> Result<Option<Self>> {
        let word: Option<String> = cells.next()?;
        word.map(|word| Self::of(&word)).transpose()
    }

    /// The choice of a word.
    fn of(word: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|choice| choice.stable() == word);
        found.copied().ok_or_else(|| Error::Corrupt(format!("the word `{word}`")))
    }
}

impl Word for Family {
    const ALL: &'static [Self] = &Self::ALL;

    fn stable(self) -> &'static str {
        self.word()
    }
}

impl Word for NoteCode {
    const ALL: &'static [Self] = &Self::ALL;

    fn stable(self) -> &'static str {
        self.word()
    }
}

/// The choices and their words, written once.
macro_rules! words {
    ($($type:ident { $($choice:ident => $word:literal),* $(,)? })*) => {$(
        impl Word for $type {
            const ALL: &'static [Self] = &[$(Self::$choice),*];

            fn stable(self) -> &'static str {
                match self {
                    $(Self::$choice => $word,)*
                }
            }
        }
    )*};
}

words! {
    Direction { Revenue => "revenue", Expense => "expense" }
    BudgetKind { Current => "current", Capital => "capital" }
    ResourceKind { Cost => "cost", People => "people" }
    PhaseState { Planned => "planned", Actual => "actual" }
    DateKind { Result => "result", Monitoring => "monitoring" }
    Per {
        Year => "year", Month => "month", Week => "week", Day => "day", Hour => "hour", Person => "person",
        Household => "household", Area => "area",
    }
    Unit {
        Percent => "%", Number => "n", Euro => "eur", Days => "days", Hours => "hours", Months => "months",
        Date => "date",
    }
    Comparison {
        Equal => "=", More => ">", AtLeast => ">=", Less => "<", AtMost => "<=", Between => "between", By => "by",
        Yes => "yes",
    }
}
