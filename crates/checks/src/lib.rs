// SPDX-License-Identifier: AGPL-3.0-or-later
//! What does not add up in documents that were read: one file a check, one line each in the [`registry`].
//!
//! A check looks at [`Subject`]s (the lines of a document and what was read from them) and reports [`Defect`]s: data
//! with places and figures, worded only by `exchange`. Checks of arithmetic state equations instead; the [`arithmetic`]
//! room evaluates all of them together, so that one wrong figure is told once, with what it carries along.
//!
//! Invariants: no I/O, no clock; the same documents give the same defects in the same order; an `error` can be shown
//! from the quoted lines alone; what is true of a whole column or document is said once.

pub mod arithmetic;
mod check;
mod defect;
mod fingerprint;
mod funds;
mod indicators;
mod kin;
mod listed;
mod manual;
mod people;
pub mod registry;
mod report;
mod select;
mod structure;
mod subject;
mod sum;
mod time;

pub use check::{Check, Family, Run};
pub use defect::{Datum, Defect, Kinship, Related, Words};
pub use fingerprint::fingerprint;
pub use manual::Manual;
pub use report::Report;
pub use select::{Selection, UnknownCode};
pub use subject::{Cell, Place, Subject};

use std::cmp::Reverse;

/// Runs the selected checks over documents that were given together; the defects come in the order of the documents,
/// then of their lines, then the gravest first.
///
/// A selection changes what is told, never what is found: checks whose defects may carry each other along look
/// together where one of them is selected, and what a check left out would tell stays untold.
#[must_use]
pub fn run(subjects: &[Subject<'_>], selection: &Selection) -> Vec<Defect> {
    let mut report = Report::default();
    let mut ledger = arithmetic::Ledger::default();
    let is_equation = |check: &Check| matches!(check.run, Run::Equations(_));
    let selected =
        |is: &dyn Fn(&Check) -> bool| registry::CHECKS.iter().any(|check| selection.has(check.code) && is(check));
    let (sums, numbers) = (selected(&is_equation), selected(&kin::has));
    let looks =
        |check: &&Check| selection.has(check.code) || (sums && is_equation(check)) || (numbers && kin::has(check));
    for check in registry::CHECKS.iter().filter(looks) {
        match check.run {
            Run::Alone(look) => {
                for (document, subject) in subjects.iter().enumerate() {
                    report.begin(check, document);
                    look(subject, &mut report);
                }
            }
            Run::Together(look) if subjects.len() > 1 => {
                report.begin(check, 0);
                look(subjects, &mut report);
            }
            Run::Together(_) => {}
            Run::Equations(state) => {
                for (document, subject) in subjects.iter().enumerate() {
                    ledger.begin(check, document);
                    state(subject, &mut ledger);
                }
            }
        }
    }
    ledger.tell(&mut report);
    let mut defects = kin::gather(report.finish());
    defects.retain(|defect| selection.has(defect.check.code));
    defects.sort_by_key(|defect| {
        (defect.document, defect.place.line, Reverse(defect.severity), defect.check.code, defect.place.start)
    });
    defects
}
