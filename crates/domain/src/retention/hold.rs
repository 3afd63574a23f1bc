// SPDX-License-Identifier: AGPL-3.0-or-later
//! Legal holds: what is kept beyond its time while a matter is open.

use super::{HoldId, RetainedKind};
use crate::office::StaffId;
use ambito_base::{Timestamp, Uuid};

/// What a hold keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldTarget {
    /// All that is about a person or was done by them.
    Person(StaffId),
    /// One record, and what was done to it.
    Record(Uuid),
    /// All of a kind.
    Kind(RetainedKind),
}

/// A hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which.
    pub id: HoldId,
    /// What it keeps.
    pub target: HoldTarget,
    /// Why.
    pub reason: String,
    /// When it was placed.
    pub placed: Timestamp,
    /// By whom.
    pub placed_by: StaffId,
    /// How it ended.
    pub lifted: Option<Lifted>,
}

/// How a hold ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: StaffId,
    /// Why.
    pub reason: String,
}
