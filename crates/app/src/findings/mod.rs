// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings of all documents under review, and the errands by which people see to them.
//!
//! Invariants: who may file a body's plans sees the findings of its documents; who has an errand sees that finding with the
//! lines around it, and nothing else of the document. Deliberately absent: finding anything, which the worker does.

mod around;
mod errands;
mod list;
mod over_time;

pub use ambito_store::reviews::{
    ErrandStep, ErrandsOf, FindingFilter, FindingKey, FindingOrder, FindingSort, FindingState, ListedErrand,
    ListedFinding, Reachable, Tally, TallyBy,
};
pub use around::AroundLine;
pub use errands::{ErrandInput, ErrandPage, ErrandToGive, FindingToHand, MyErrands};
pub use list::{FindingFigures, FindingPage};
pub use over_time::FoundOn;
