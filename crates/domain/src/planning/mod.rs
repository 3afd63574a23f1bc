// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans: what a programming document says, with the line every value came from.
//!
//! A [`PlanDraft`] is what a reading gives: nothing in it is decided, nothing is corrected. Every record names the
//! node it hangs from by [`NodeId`] and the line where it starts by [`LineNo`]; lists keep the document's order.

pub mod comparison;

mod draft;
mod money;
mod node;
mod results;
mod shared;
mod tables;

pub use draft::{Coverage, Family, Note, NoteCode, PlanDraft, TextLine};
pub use money::{
    Allocation, Amount, BudgetKind, BudgetLine, ChapterReference, Direction, Per, Resource, ResourceKind, SourceAmount,
    Total,
};
pub use node::{Field, IndexEntry, Node, NodeId, Summary};
pub use results::{
    Comparison, DateKind, Effort, ExtraCell, Indicator, Measured, Phase, PhaseState, Target, Unit, YearTarget,
};
pub use tables::{Table, TableCell, Timetable, TimetableRow};

/// The line where a thing starts: 1-based, in the order of the document's blocks.
///
/// For plain text it is the line of the file; for sheets and web pages the blocks' places say which row or line it is.
pub type LineNo = u32;
