// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long records are kept, the runs that delete them, the holds that keep them.
//!
//! Invariant: only [`delete`] deletes, and never what is under a hold.

mod due;
mod holds;
mod rules;
mod runs;

pub use due::{Due, count, delete};
pub use holds::{find_hold, insert_hold, lift_hold, list_holds, list_holds_of};
pub use rules::{list_rules, save_rule};
pub use runs::{decide_run, find_prepared, find_run, insert_run, list_runs};
