// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a comparison tells.

use super::{FieldName, RecordKind, Value};
use crate::planning::{LineNo, NodeId};
use ambito_base::Cents;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A value is another.
    Changed,
    /// A record is new.
    Added,
    /// A record is gone.
    Removed,
}

impl ChangeKind {
    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// One change: a value that is another, or a record that came or went.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    /// What happened.
    pub kind: ChangeKind,
    /// To what kind of record.
    pub record: RecordKind,
    /// The old reading's node that holds the record, or is it.
    pub old_node: Option<NodeId>,
    /// The new reading's node that holds the record, or is it.
    pub new_node: Option<NodeId>,
    /// What the record is called; empty for the document.
    pub label: String,
    /// Which value; absent for whole records.
    pub field: Option<FieldName>,
    /// Of which column, source or year, where a record has several such values.
    pub part: Option<String>,
    /// The value before.
    pub old: Value<'a>,
    /// The value now.
    pub new: Value<'a>,
    /// For whole records: what they say.
    pub values: Vec<NamedValue<'a>>,
    /// Where the record stands in the old reading.
    pub old_line: Option<LineNo>,
    /// Where the record stands in the new reading.
    pub new_line: Option<LineNo>,
}

impl Change<'_> {
    /// For money: what it is more or less now; `None` where one side has no amount.
    #[must_use]
    pub fn difference(&self) -> Option<Cents> {
        match (&self.old, &self.new) {
            (Value::Money(old), Value::Money(new)) => new.checked_sub(*old),
            _ => None,
        }
    }
}

/// A value with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedValue<'a> {
    /// Which value.
    pub field: FieldName,
    /// Of which column, source or year.
    pub part: Option<String>,
    /// The value.
    pub value: Value<'a>,
}

/// How many changes there are of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Values that are others.
    pub changed: usize,
    /// Records that came.
    pub added: usize,
    /// Records that went.
    pub removed: usize,
}

impl Counts {
    /// The counts of a list of changes.
    #[must_use]
    pub fn of(changes: &[Change<'_>]) -> Self {
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        Self {
            changed: count(ChangeKind::Changed),
            added: count(ChangeKind::Added),
            removed: count(ChangeKind::Removed),
        }
    }
}
