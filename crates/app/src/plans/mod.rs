// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans: filing what was read, and showing what was filed.
//!
//! Invariants: a plan is seen by who has the right over its body; names of people need a right of their own, and their
//! reading is recorded before they are given; a file of a body is filed once. Deliberately absent: reading documents
//! (the binary brings a reading), changing what was filed.

mod body;
mod budget;
mod import;
mod list;
pub mod lists;
mod node;
mod search;
mod tree;

pub use ambito_store::plans::{
    Branch, CONTENT_ROWS_MAX, Counts, Document, Header, Hit, HitKey, NodeContent, Place, Plan, Rolled, Sums, Version,
};
pub use body::{BodyChoice, choose_body};
pub use budget::{BudgetPage, plus};
pub(crate) use import::{Drafted, already, hexadecimal, refuse_nothing};
pub use import::{Filed, Import, Outcome};
pub use list::{ListedPlan, PlanPage};
pub(crate) use node::Insides;
pub use node::{InsideKey, NodeInside, NodePage, People};
pub use search::HitPage;
pub use tree::{PlanTree, UnreadPage};

/// The key of the words of a count, by the name of its kind in [`Counts`].
#[must_use]
pub fn count_key(kind: &str) -> &'static str {
    match kind {
        "nodes" => "count-nodes",
        "indicators" => "count-indicators",
        "phases" => "count-phases",
        "budget_lines" => "count-budget-lines",
        "efforts" => "count-efforts",
        "allocations" => "count-allocations",
        "resources" => "count-resources",
        "timetables" => "count-timetables",
        "totals" => "count-totals",
        "amounts" => "count-amounts",
        "tables" => "count-tables",
        "notes" => "count-notes",
        _ => "count-unread",
    }
}
