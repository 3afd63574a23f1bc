// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any list as a file, row by row: what is given is written, and nothing holds the whole of it.
//!
//! Invariants: money and dates are such for the program that opens the file, exact to the cent; words never become a
//! formula, whatever they begin with. Deliberately absent: where rows come from, and where bytes go.

mod csv;
mod xlsx;

pub use csv::Csv;
pub use xlsx::{Xlsx, XlsxError};

use ambito_base::{Cents, Date, DateTime};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// Figures of any kind, and dates.
    Figures,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, in the language of who takes the file.
    pub title: String,
    /// What it holds.
    pub holds: Holds,
}

/// A cell of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A whole number.
    Count(i64),
    /// An amount.
    Money(Cents),
    /// A share, in hundredths of a percent.
    Share(i64),
    /// A day.
    Day(Date),
    /// A moment of the day, by the clock of Italy, to the minute.
    Moment(DateTime),
}
