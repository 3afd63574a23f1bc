// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that is held on one person of the staff, gathered to be given to them (GDPR art. 15).
//!
//! Invariants: no secret is in it (of a password, that there is one), nothing is left out: the records by and about the
//! person come beside it, page by page, because there may be many. Deliberately absent: other people's data beyond the
//! names that a record of the person itself holds.

use crate::office::{PositionRole, Right, Staff};
use crate::retention::Hold;
use crate::review::ErrandState;
use ambito_base::{Date, Share, Timestamp};
use std::collections::BTreeSet;

/// What is held on one person, without the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The name of the area.
    pub area: String,
    /// When it was gathered.
    pub gathered: Timestamp,
    /// By whom.
    pub gathered_by: String,
    /// Why.
    pub purpose: String,
    /// The person.
    pub person: Staff,
    /// How they sign in.
    pub sign_in: SignIn,
    /// The positions they hold or held.
    pub tenures: Vec<HeldPosition>,
    /// Their sessions, ended or not.
    pub sessions: Vec<SessionHeld>,
    /// The one-time links made for them.
    pub links: Vec<LinkHeld>,
    /// Their tokens for programs, ended or not.
    pub tokens: Vec<TokenHeld>,
    /// The shares of work in plans that carry their name.
    pub efforts: Vec<EffortHeld>,
    /// What was asked of them and by them in errands, and what they answered.
    pub errands: Vec<ErrandHeld>,
    /// The holds on their data.
    pub holds: Vec<Hold>,
}

/// How a person signs in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIn {
    /// Whether there is a password.
    pub password: Presence,
    /// Since when there is a second factor.
    pub factor_since: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes: u64,
    /// Failures in a row.
    pub failures: u64,
    /// Until when no attempt is looked at.
    pub locked_until: Option<Timestamp>,
    /// Who they are to the outside identity provider.
    pub outside: Option<String>,
}

/// Whether something is there whose content is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    There,
    /// It is not.
    #[default]
    Absent,
}

/// A position that a person holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPosition {
    /// The body.
    pub body: String,
    /// What the position is called.
    pub title: String,
    /// The roles it brings.
    pub roles: Vec<PositionRole>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionHeld {
    /// When it began.
    pub created: Timestamp,
    /// When it was last used.
    pub seen: Timestamp,
    /// When it ends or ended by itself.
    pub expires: Timestamp,
    /// When it was ended.
    pub ended: Option<Timestamp>,
    /// From where.
    pub address: String,
    /// With what.
    pub agent: String,
}

/// A one-time link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkHeld {
    /// When it was made.
    pub created: Timestamp,
    /// Until when it serves.
    pub expires: Timestamp,
    /// When it was used, or taken back.
    pub used: Option<Timestamp>,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenHeld {
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scope: BTreeSet<Right>,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
    /// When it was taken back.
    pub ended: Option<Timestamp>,
}

/// A share of work in a plan that carries the person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffortHeld {
    /// The plan.
    pub plan: String,
    /// The version of the plan.
    pub version: i64,
    /// The node, where there is one.
    pub node: Option<String>,
    /// The name as the plan writes it.
    pub written: String,
    /// In which capacity.
    pub relation: Option<String>,
    /// The share.
    pub share: Option<Share>,
}

/// A step of an errand that the person took, or that was meant for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrandHeld {
    /// The file of the document.
    pub document: String,
    /// The code of the finding.
    pub code: String,
    /// What the finding said.
    pub said: String,
    /// When.
    pub at: Timestamp,
    /// Whose words these are.
    pub words_of: WordsOf,
    /// How far the errand was then: a request, an answer, the end.
    pub state: ErrandState,
    /// Until when it was to be done.
    pub due: Date,
    /// The request or the answer.
    pub words: String,
}

/// Whose words something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsOf {
    /// The person wrote them.
    Person,
    /// Somebody wrote them to the person.
    Another,
}

impl WordsOf {
    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Another => "another",
        }
    }
}
