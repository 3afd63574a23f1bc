// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kinds of records that have a time.

/// A kind of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RetainedKind {
    /// Sessions, from their end.
    Sessions,
    /// One-time links, from their use or end.
    Links,
    /// Tokens for programs, from their end.
    Tokens,
    /// People who left, from their last day: name, login and address give way to a placeholder, because records point at
    /// them; how they signed in is deleted.
    People,
    /// Uploaded documents that no plan was filed from, from the day they came in.
    Documents,
    /// Holds that were lifted, from that day.
    Holds,
    /// The record of what was done and seen, from what it tells; always a beginning of it.
    Audit,
}

impl RetainedKind {
    /// Every kind, in the order in which a run takes them: what points stands before what is pointed at.
    pub const ALL: [Self; 7] =
        [Self::Sessions, Self::Links, Self::Tokens, Self::Documents, Self::People, Self::Holds, Self::Audit];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Links => "links",
            Self::Tokens => "tokens",
            Self::People => "people",
            Self::Documents => "documents",
            Self::Holds => "holds",
            Self::Audit => "audit",
        }
    }

    /// The kind of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// How many months it is kept where the area says nothing else.
    #[must_use]
    pub const fn default_months(self) -> u32 {
        match self {
            Self::Links => 3,
            Self::Sessions => 6,
            Self::Tokens | Self::Documents => 12,
            Self::People => 24,
            Self::Holds | Self::Audit => 60,
        }
    }

    /// The fewest months that may be chosen. Records of administrators' access are kept for six at least (Garante per
    /// la protezione dei dati personali, decision of 27 November 2008 on system administrators, 4.5).
    #[must_use]
    pub const fn least_months(self) -> u32 {
        match self {
            Self::Audit => 6,
            Self::People | Self::Holds => 3,
            Self::Sessions | Self::Links | Self::Tokens | Self::Documents => 1,
        }
    }
}
