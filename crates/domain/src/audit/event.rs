// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one record says.

use super::Digest;
use crate::office::StaffId;
use ambito_base::{Timestamp, Uuid};

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody signed in, failed to, or signed out.
    Access,
    /// Something was written.
    Write,
    /// Accounts, roles, settings were managed.
    Administration,
    /// Something was taken out in a file.
    Export,
    /// Personal data was read.
    Reading,
    /// Records were deleted at the end of their time, or kept from it.
    Retention,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Access, Self::Write, Self::Administration, Self::Export, Self::Reading, Self::Retention];

    /// The stable word, also the end of its message's key.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Write => "write",
            Self::Administration => "administration",
            Self::Export => "export",
            Self::Reading => "reading",
            Self::Retention => "retention",
        }
    }

    /// The kind of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What happened, before it has a place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, to the microsecond.
    pub at: Timestamp,
    /// Which kind.
    pub kind: Kind,
    /// What was done, as a stable word ("body.save"), also the end of its message's key with a hyphen for the point.
    pub act: &'static str,
    /// Who; absent for who keeps the machine and for who is not signed in.
    pub actor: Option<StaffId>,
    /// Who, in words, as they were called then.
    pub actor_name: String,
    /// From where: an address, or "console".
    pub source: String,
    /// What it was done to.
    pub object: Option<Uuid>,
    /// The person whose data it is.
    pub subject: Option<StaffId>,
    /// Why, where the person was asked.
    pub purpose: Option<String>,
    /// What else is needed to understand it: names of fields, counts. Never content.
    pub detail: String,
}

/// An event with its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number in the area, from 1.
    pub seq: i64,
    /// When, in microseconds since 1970, UTC.
    pub at_us: i64,
    /// The word of its kind.
    pub kind: String,
    /// The word of what was done.
    pub act: String,
    /// Who.
    pub actor: Option<Uuid>,
    /// Who, in words.
    pub actor_name: String,
    /// From where.
    pub source: String,
    /// What it was done to.
    pub object: Option<Uuid>,
    /// The person whose data it is.
    pub subject: Option<Uuid>,
    /// Why.
    pub purpose: Option<String>,
    /// What else.
    pub detail: String,
    /// The digest of the record before it.
    pub previous: Digest,
}

impl Record {
    /// Gives an event its place.
    #[must_use]
    pub fn new(event: &Event, seq: i64, previous: Digest) -> Self {
        let Event { at, kind, act, actor, actor_name, source, object, subject, purpose, detail } = event;
        Self {
            seq,
            at_us: at.as_microsecond(),
            kind: kind.word().to_owned(),
            act: (*act).to_owned(),
            actor: actor.map(|actor| actor.0),
            actor_name: actor_name.clone(),
            source: source.clone(),
            object: *object,
            subject: subject.map(|subject| subject.0),
            purpose: purpose.clone(),
            detail: detail.clone(),
            previous,
        }
    }
}
