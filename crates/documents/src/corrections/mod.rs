// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people put right in what was read: the records of a reading as fields that can be corrected, what was typed
//! understood by the readers of the documents themselves, and corrections applied to a draft.
//!
//! Invariants: applying never fails and never panics, and gives a draft whose ids hold together; a draft without
//! corrections stays as it is; a value that was put right is read back as it was typed; a line belongs to one of read, text
//! and unread before and after. Deliberately absent: who may correct, when and why (`app`); changing a document.

mod apply;
mod fields;
mod places;
mod records;
mod slot;
mod tree;
mod typed;

pub use apply::{Applied, Placed, apply};
pub use places::{Lines, parts as anchor_parts};
pub use records::{node_keys, records, short};
pub use typed::{Mistyped, parse};

pub(crate) use records::Lister;
