// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long records are kept, and how they are deleted: a schedule, a run that two people carry out, holds.
//!
//! Invariants: nothing is deleted before another person than the one who prepared the run decides it; what is under a
//! hold stays. Deliberately absent: deleting by itself at some hour. Law: GDPR art. 5(1)(e), storage limitation.

mod hold;
mod kind;
mod run;
mod schedule;

pub use hold::{Hold, HoldTarget, Lifted};
pub use kind::RetainedKind;
pub use run::{Decision, RetentionRun, RunItem, RunState, Undecidable};
pub use schedule::{MONTHS_MAX, Rule, months_before};

ambito_base::id_types! {
    /// A retention run.
    RunId,
    /// A hold.
    HoldId,
}
