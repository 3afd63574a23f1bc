// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a record of a reading is named so that another reading of the same document can find it.

use crate::planning::LineNo;
use std::fmt;
use std::str::FromStr;

/// The kinds of records whose values people can correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordKind {
    /// The document itself: title, body, period, act.
    Document,
    /// A node.
    Node,
    /// A labelled answer of a node's sheet.
    Field,
    /// The row of a summary table that names a node.
    Summary,
    /// An indicator, with its targets and its result.
    Indicator,
    /// A phase.
    Phase,
    /// A budget line.
    BudgetLine,
    /// A person's share of time.
    Effort,
    /// An allocation of a fund.
    Allocation,
    /// A cost by source.
    Resource,
    /// A row of a timetable.
    TimetableRow,
    /// A printed total.
    Total,
    /// Money told in prose.
    Amount,
    /// A row of another table.
    TableRow,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Document,
        Self::Node,
        Self::Field,
        Self::Summary,
        Self::Indicator,
        Self::Phase,
        Self::BudgetLine,
        Self::Effort,
        Self::Allocation,
        Self::Resource,
        Self::TimetableRow,
        Self::Total,
        Self::Amount,
        Self::TableRow,
    ];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Node => "node",
            Self::Field => "field",
            Self::Summary => "summary",
            Self::Indicator => "indicator",
            Self::Phase => "phase",
            Self::BudgetLine => "budget-line",
            Self::Effort => "effort",
            Self::Allocation => "allocation",
            Self::Resource => "resource",
            Self::TimetableRow => "timetable-row",
            Self::Total => "total",
            Self::Amount => "amount",
            Self::TableRow => "table-row",
        }
    }

    /// The kind of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A record: the nth of its kind that starts on a line. Written `indicator:58:0`, with the first as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey {
    /// Which kind.
    pub kind: RecordKind,
    /// The line of the blocks where it starts, 1-based; 0 for the document.
    pub line: LineNo,
    /// Which of those that start there, 0-based.
    pub ordinal: u32,
}

impl RecordKey {
    /// The document itself.
    pub const DOCUMENT: Self = Self { kind: RecordKind::Document, line: 0, ordinal: 0 };
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.kind.word(), self.line, self.ordinal)
    }
}

impl FromStr for RecordKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(':');
        let kind = parts.next().and_then(RecordKind::from_word).ok_or(())?;
        let line = parts.next().and_then(|line| line.parse().ok()).ok_or(())?;
        let ordinal = parts.next().and_then(|ordinal| ordinal.parse().ok()).ok_or(())?;
        if parts.next().is_some() { Err(()) } else { Ok(Self { kind, line, ordinal }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for kind in RecordKind::ALL {
            let key = RecordKey { kind, line: 58, ordinal: 2 };
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for wrong in ["", "node", "node:1", "node:1:0:0", "nodo:1:0", "node:-1:0", "node:x:0"] {
            assert_eq!(wrong.parse::<RecordKey>(), Err(()), "{wrong}");
        }
    }
}
