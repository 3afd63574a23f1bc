// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a chain begins: at its first record, or after what a retention run took away.
//!
//! Invariant: a run that takes a beginning away says in its own record, inside the chain, up to which number and with
//! which digest. A beginning that is missing without such a record was taken by somebody else.

use super::{Digest, ORIGIN, Record, hex, parse_hex};

/// The act of the record that says it.
pub const CUT_ACT: &str = "audit.cut";

/// The last record before a chain begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// Its number; 0 where the chain begins with record 1.
    pub seq: i64,
    /// Its digest.
    pub digest: Digest,
}

impl Base {
    /// Nothing was ever taken away.
    pub const FIRST: Self = Self { seq: 0, digest: ORIGIN };

    /// What the record of the run says.
    #[must_use]
    pub fn detail(&self) -> String {
        format!("base={} digest={}", self.seq, hex(&self.digest))
    }

    /// What a record says about the beginning; nothing where it is no record of a run.
    #[must_use]
    pub fn said_by(record: &Record) -> Option<Self> {
        if record.act != CUT_ACT {
            return None;
        }
        let (seq, digest) = record.detail.strip_prefix("base=")?.split_once(" digest=")?;
        Some(Self { seq: seq.parse().ok()?, digest: parse_hex(digest)? })
    }
}

/// Where a chain begins and ends, as it is kept beside the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What stands before its first record.
    pub base: Base,
    /// The number of its last record; that of the base where there is none.
    pub seq: i64,
    /// The digest of its last record.
    pub digest: Digest,
}
