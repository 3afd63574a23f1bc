// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a correction belongs in a reading: the line of the same number if it says the same, else the nearest line that
//! does; and which of the records there.

use crate::blocks::Blocks;
use ambito_domain::planning::{LineNo, PlanDraft};
use ambito_domain::review::RecordKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many lines of the same text are looked at.
const CANDIDATES_MAX: usize = 64;

/// The lines of a document.
pub trait Lines {
    /// How many there are.
    fn count(&self) -> u32;
    /// The text of a line (1-based), without the space around it; empty where there is none.
    fn text(&self, line: LineNo) -> &str;
}

impl Lines for Blocks {
    fn count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX)
    }

    fn text(&self, line: LineNo) -> &str {
        let found = (line as usize).checked_sub(1).and_then(|at| self.lines.get(at));
        found.map_or("", |line| self.str(line.span).trim())
    }
}

/// The text of the lines that a correction speaks of: its own, and that of the node it names where it names one.
#[must_use]
pub fn parts(anchor: &str) -> (&str, Option<&str>) {
    anchor.split_once('\n').map_or((anchor, None), |(own, node)| (own, Some(node)))
}

/// Where the lines stand that are looked for by their text.
pub(super) struct Anchors<'a> {
    lines: &'a dyn Lines,
    /// The lines of each text that is looked for and does not stand where it stood.
    moved: FxHashMap<String, Vec<LineNo>>,
}

impl<'a> Anchors<'a> {
    /// Looks for lines of these numbers and texts.
    pub(super) fn new<'s>(lines: &'a dyn Lines, sought: impl Iterator<Item = (LineNo, &'s str)>) -> Self {
        let wanted: FxHashSet<&str> = sought.filter(|(line, _)| *line != 0).map(|(_, text)| text).collect();
        let mut moved: FxHashMap<String, Vec<LineNo>> = FxHashMap::default();
        if !wanted.is_empty() {
            for line in 1..=lines.count() {
                let text = lines.text(line);
                if wanted.contains(text) {
                    moved.entry(text.to_owned()).or_default().push(line);
                }
            }
        }
        Self { lines, moved }
    }

    /// The lines that may be meant, the likeliest first.
    pub(super) fn candidates(&self, line: LineNo, text: &str) -> Vec<LineNo> {
        if line == 0 {
            return vec![0];
        }
        let mut found = self.moved.get(text).cloned().unwrap_or_default();
        found.sort_by_key(|other| (other.abs_diff(line), *other));
        found.truncate(CANDIDATES_MAX);
        found
    }

    pub(super) fn text(&self, line: LineNo) -> &str {
        self.lines.text(line)
    }
}

/// Where a record stands in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Address {
    Document,
    Node(usize),
    Field(usize, usize),
    Summary(usize),
    Indicator(usize),
    Phase(usize),
    BudgetLine(usize),
    Effort(usize),
    Allocation(usize),
    Resource(usize),
    TimetableRow(usize, usize),
    Total(usize),
    Amount(usize),
    TableRow(usize, usize),
}

/// The records of some lines, by kind and line, in the order of their ordinals.
pub(super) type Found = FxHashMap<(RecordKind, LineNo), Vec<Address>>;

/// Finds the records that start on some lines.
pub(super) fn addresses(draft: &PlanDraft, wanted: &FxHashSet<LineNo>) -> Found {
    let mut found = Found::default();
    let mut put = |kind: RecordKind, line: LineNo, address: Address| {
        if wanted.contains(&line) {
            found.entry((kind, line)).or_default().push(address);
        }
    };
    put(RecordKind::Document, 0, Address::Document);
    for (at, node) in draft.nodes.iter().enumerate() {
        put(RecordKind::Node, node.line, Address::Node(at));
        for (place, field) in node.fields.iter().enumerate() {
            put(RecordKind::Field, field.line, Address::Field(at, place));
        }
        if let Some(summary) = node.summary {
            put(RecordKind::Summary, summary.line, Address::Summary(at));
        }
    }
    macro_rules! each {
        ($($list:ident $kind:ident),*) => {$(
            for (at, record) in draft.$list.iter().enumerate() {
                put(RecordKind::$kind, record.line, Address::$kind(at));
            }
        )*};
    }
    each!(
        indicators Indicator, phases Phase, budget_lines BudgetLine, efforts Effort, allocations Allocation,
        resources Resource, totals Total, amounts Amount
    );
    for (at, timetable) in draft.timetables.iter().enumerate() {
        for (place, row) in timetable.rows.iter().enumerate() {
            put(RecordKind::TimetableRow, row.line, Address::TimetableRow(at, place));
        }
    }
    for (at, table) in draft.tables.iter().enumerate() {
        for (place, line) in table.row_lines.iter().enumerate().take(table.rows.len()) {
            put(RecordKind::TableRow, *line, Address::TableRow(at, place));
        }
    }
    found
}
