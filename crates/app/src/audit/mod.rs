// SPDX-License-Identifier: AGPL-3.0-or-later
//! The record of what was done and seen: verified, searched, taken out, anchored outside.
//!
//! Invariants: nothing of it is read without the right to; a search and a file taken out are recorded before they are
//! given. A verification that finds faults writes nothing into the chain: what comes after a break would hide it.

mod anchor;
mod export;
mod readings;
mod search;
mod verify;

pub use ambito_domain::audit::{Anchor, AnchorState, Fault, Kind, Mistyped, Record, Verdict, Wrong, hex};
pub use ambito_exchange::audit::{FileError, verify_file};
pub use export::AuditExport;
pub(crate) use readings::Readings;
pub use search::{AuditPage, AuditQuery};

/// How many records are held at once.
const PAGE_ROWS: i64 = 1000;
