// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables, and tables of kinds that have no shape of their own.

use super::{LineNo, NodeId};
use ambito_base::Decimal;
use serde::{Deserialize, Serialize};

/// A timetable made of marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timetable {
    /// The node.
    pub node: Option<NodeId>,
    /// The words above it.
    pub title: Option<String>,
    /// The rows of its heading above the last one, cells as printed.
    pub header: Vec<Vec<String>>,
    /// The headings of its time columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<TimetableRow>,
    /// Where it starts.
    pub line: LineNo,
}

/// A row of a timetable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimetableRow {
    /// The code in its first column, where there is one.
    pub code: Option<String>,
    /// What is done.
    pub label: Option<String>,
    /// The 0-based time columns that are marked; one beyond the headings is possible where the source shifted.
    pub marks: Vec<u32>,
    /// Where it stands.
    pub line: LineNo,
}

/// A table of another kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The node.
    pub node: Option<NodeId>,
    /// The words above it.
    pub title: Option<String>,
    /// The heading of each column.
    pub headers: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<TableCell>>,
    /// Where each row stands.
    pub row_lines: Vec<LineNo>,
    /// Where it starts.
    pub line: LineNo,
}

/// A cell of such a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableCell {
    /// The cell as printed, markup removed.
    pub raw: String,
    /// The number in it, where it is one.
    pub value: Option<Decimal>,
}
