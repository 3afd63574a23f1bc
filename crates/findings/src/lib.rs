// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong or doubtful in a document or a file, as data, and its form on a terminal.
//!
//! Invariants: a finding is worded in the reader's language before it comes here; it names its document and place
//! where it has one, and says what to do. Deliberately absent: errors of the program itself — those are no findings.

mod finding;
mod place;
mod quote;
mod terminal;

pub use finding::{Acceptance, Finding, Mark, Related, Severity, Span};
pub use place::{TableCell, Where};
pub use terminal::{Words, printable, render, render_at};
