// SPDX-License-Identifier: AGPL-3.0-or-later
//! The audit: what is written down of every write, sign-in, act of administration, export and reading of personal data.
//!
//! Invariant: each record's digest covers all its fields and the digest of the one before it, so that a record that
//! was changed, removed, put in or moved shows. Deliberately absent: content. A record names things by their ids.

mod anchor;
mod chain;
mod cut;
mod event;
mod fault;
mod verify;

pub use anchor::{Anchor, Mistyped};
pub use chain::{Digest, ORIGIN, digest_of, hex, parse_hex};
pub use cut::{Base, CUT_ACT, Head};
pub use event::{Event, Kind, Record};
pub use fault::{AnchorState, FAULTS_NAMED_MAX, Fault, Verdict, Wrong};
pub use verify::Verifier;
