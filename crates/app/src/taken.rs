// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a whole list leaves the office: as a file, or on paper. Either is put on record before the first row is given.

/// The most rows of a list that is printed; of a longer one there is the file.
pub const PRINT_ROWS_MAX: u32 = 5_000;
/// How many rows are fetched at once for a file.
const FILE_ROWS: u32 = 1_000;

/// How a whole list is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// In a file: every row, some at a time.
    File,
    /// Printed: as many rows as paper can bear, all at once, since a page asks few questions.
    Print,
}

impl Taken {
    /// The word of what was done, in the record.
    pub(crate) const fn act(self) -> &'static str {
        match self {
            Self::File => "list.export",
            Self::Print => "list.print",
        }
    }

    /// How many rows are fetched at once.
    #[must_use]
    pub const fn rows_at_once(self) -> u32 {
        match self {
            Self::File => FILE_ROWS,
            Self::Print => PRINT_ROWS_MAX,
        }
    }

    /// How many rows of so many are given.
    pub(crate) fn rows(self, whole: u64) -> u64 {
        match self {
            Self::File => whole,
            Self::Print => whole.min(u64::from(PRINT_ROWS_MAX)),
        }
    }
}
