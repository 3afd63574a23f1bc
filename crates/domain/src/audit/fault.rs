// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a verification finds, by name.

use super::{Anchor, Head};
use crate::office::AreaId;

/// How many faults are named; those beyond are counted.
pub const FAULTS_NAMED_MAX: usize = 100;

/// What is wrong with a record, or with the chain at its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Its fields do not give its digest: something in it was changed.
    Changed,
    /// It is another record's: it stood at that number.
    Moved {
        /// Where it stood.
        from: i64,
    },
    /// It does not continue the record before it: it, or that one, was rewritten.
    Unlinked,
    /// It is not there, nor are those up to the last.
    Missing {
        /// The last one that is not there.
        last: i64,
    },
    /// Its number is there already: one of the two was put in.
    Twice,
    /// It stands after one with a higher number.
    Disordered,
    /// It holds something that Ambito cannot have written.
    Unreadable,
    /// Its number is from before the beginning of the chain: it was put in.
    BeforeBeginning,
    /// It stands after the end that the head of the chain knows: it was put in, or the head was changed.
    AfterEnd,
    /// The head of the chain holds another digest than the last record.
    HeadDiffers,
    /// The chain has no head.
    HeadMissing,
    /// The chain begins here, and no retention run says so: what stood before was taken away.
    BeginningUnexplained,
    /// An anchor that is kept outside has another digest for it: the chain was written anew.
    AnchorDiffers,
    /// An anchor that is kept outside knows it, and it is not there: the end was cut off.
    AnchorBeyond,
    /// There are more records than can be listed by number.
    Unlisted,
}

impl Wrong {
    /// The stable word, also the end of its message's key.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Moved { .. } => "moved",
            Self::Unlinked => "unlinked",
            Self::Missing { .. } => "missing",
            Self::Twice => "twice",
            Self::Disordered => "disordered",
            Self::Unreadable => "unreadable",
            Self::BeforeBeginning => "before-beginning",
            Self::AfterEnd => "after-end",
            Self::HeadDiffers => "head-differs",
            Self::HeadMissing => "head-missing",
            Self::BeginningUnexplained => "beginning-unexplained",
            Self::AnchorDiffers => "anchor-differs",
            Self::AnchorBeyond => "anchor-beyond",
            Self::Unlisted => "unlisted",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the record.
    pub seq: i64,
    /// When what it tells happened, in microseconds since 1970, where the record is there.
    pub at_us: Option<i64>,
    /// What it tells, where the record is there.
    pub act: Option<String>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What became of an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorState {
    /// The chain passes through it.
    Holds,
    /// The chain has another record there.
    Differs,
    /// The chain does not reach it.
    Beyond,
    /// It is from before the beginning of the chain: what it tells of was deleted at the end of its time.
    BeforeBeginning,
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whose chain.
    pub area: AreaId,
    /// How many records were read.
    pub records: u64,
    /// Where the chain says that it begins and ends.
    pub head: Option<Head>,
    /// The first faults, by number; those of the chain as a whole last.
    pub faults: Vec<Fault>,
    /// How many faults there are.
    pub faults_total: u64,
    /// What became of each anchor of this area.
    pub anchors: Vec<(Anchor, AnchorState)>,
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.faults_total == 0
    }
}
