// SPDX-License-Identifier: AGPL-3.0-or-later
//! A record as people see and correct it: its values one by one, in the notation in which they are typed.

use super::RecordKey;
use crate::planning::NodeId;

/// A record with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRecord {
    /// Which.
    pub key: RecordKey,
    /// The node it hangs from, in the reading's list.
    pub node: Option<NodeId>,
    /// Its values, in the order in which people look at them.
    pub values: Vec<ReadValue>,
}

/// One value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadValue {
    /// The field: a stable word; after a dot the part that it is of ("target.2027", "cell.3").
    pub field: String,
    /// The words of that part, as the document prints them; empty where the field needs none.
    pub part: String,
    /// What it is.
    pub kind: ValueKind,
    /// The value as people type it in Italy: `430.000,00`, `31/12/2027`, `12,5`; empty where there is none.
    pub text: String,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A line of text.
    Text,
    /// Text of several lines.
    LongText,
    /// An amount in euro.
    Money,
    /// A day.
    Date,
    /// A share in percent.
    Percent,
    /// A number.
    Number,
    /// What was promised of an indicator, as documents write it.
    Target,
    /// One of these stable words.
    Choice(&'static [&'static str]),
    /// A node: the text is its [`RecordKey`].
    Node,
}
