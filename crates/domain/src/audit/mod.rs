// SPDX-License-Identifier: AGPL-3.0-or-later
//! The audit: what is written down of every write, sign-in, act of administration, export and reading of personal data.
//!
//! Invariant: each record's digest covers all its fields and the digest of the one before it, so that a record that
//! was changed, removed, put in or moved shows. Deliberately absent: content. A record names things by their ids.

mod chain;
mod event;

pub use chain::{Digest, ORIGIN, digest_of};
pub use event::{Event, Kind, Record};
