// SPDX-License-Identifier: AGPL-3.0-or-later
//! The record of what was done and seen, as a file: JSON Lines, one record a line, with every field and digest.
//!
//! A chain has a line that begins it (which area, what stands before its first record), its records in order, and a line
//! that ends it (number and digest of the last record, how many there are). A file may hold the chains of several
//! areas, one after the other. Invariant: the file can be verified alone, without the database and without Ambito's
//! word for it: the layout of the digest is written in docs/audit.md.

mod file;
mod line;
pub mod words;

pub use file::{FileError, verify_file};
pub use line::{Line, begin_line, end_line, record_line, unreadable_line};
