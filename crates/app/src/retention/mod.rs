// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long records are kept, the yearly run of two people, and holds.
//!
//! Invariants: nothing is deleted but by [`carry_out_run`](crate::App::carry_out_run), which another person
//! than the preparer calls, having seen the counts that hold now; each step is in the record of what was done.

mod holds;
mod run;
mod schedule;

pub use ambito_domain::retention::{
    Decision, Hold, HoldId, HoldTarget, Lifted, MONTHS_MAX, RetainedKind, RetentionRun, Rule, RunId, RunItem, RunState,
    Undecidable, months_before,
};
pub use ambito_store::retention::Due;
pub use holds::{HoldInput, NamedHold};
pub use run::RunView;
pub use schedule::{Kept, RuleInput, rule_object};

use crate::{Error, Result};

/// The longest reason that is taken.
const REASON_MAX_CHARS: usize = 1000;

/// A reason as it was typed: it must be there, and not be endless.
fn reason(field: &'static str, typed: &str) -> Result<String> {
    let reason = typed.trim();
    if reason.is_empty() {
        return Err(Error::invalid(field, "field-missing"));
    }
    if reason.chars().count() > REASON_MAX_CHARS {
        return Err(Error::invalid(field, "field-too-long"));
    }
    Ok(reason.to_owned())
}
