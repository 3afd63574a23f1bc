// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must be equal in a document, and which figure is wrong where it is not.
//!
//! Checks of arithmetic do not report: they state [`Equation`]s between printed figures. All are evaluated together,
//! because one wrong figure breaks several: the row it stands in, the column's total, the grand total. Such equations
//! share figures and miss by the same amount; the narrowest of them is told, and the others are what it carries along.
//!
//! Invariants: exact integers, no tolerance; an equation that holds costs its figures' places and nothing else; the
//! order in which checks state equations changes nothing but which of two equally narrow ones is told.

mod equation;
mod ledger;

pub use equation::{Equation, Quantity, Rule, Scope, Term, share};
pub use ledger::Ledger;
