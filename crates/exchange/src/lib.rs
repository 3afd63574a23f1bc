// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings out: the pinned JSON for programs, the workbook for offices, the table for a terminal.
//!
//! Invariants: nothing here decides or corrects what was read; every conversion destructures the whole record, so
//! that a new field cannot be forgotten; money becomes a floating number only in one function, for workbooks.

pub mod audit;
pub mod checks;
pub mod comparison;
pub mod contract;
pub mod export;
mod nodes;
pub mod notes;
mod page;
mod people;
mod place;
mod reading;
pub mod subjects;
pub mod table;
pub mod workbook;

pub use reading::{Reading, Source};
