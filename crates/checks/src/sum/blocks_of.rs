// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which printed totals belong to which rows: a total is of the kind of the nearest row above it.

use crate::Subject;
use ambito_domain::planning::{LineNo, Total};

/// The kinds of rows that printed totals stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Rows of a summary of nodes.
    Summary,
    /// Chapters.
    Budget,
    /// Allocations of funds.
    Allocation,
    /// Costs by source.
    Resource,
}

/// Rows of one kind without a row of another between them, and the totals among and under them.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub kind: Kind,
    /// The lines of the rows, in order.
    pub rows: Vec<LineNo>,
    /// The totals, in order.
    pub totals: Vec<&'a Total>,
}

/// The blocks of a document, in order.
pub(super) fn blocks<'a>(subject: &Subject<'a>) -> Vec<Block<'a>> {
    let draft = subject.draft;
    let mut rows: Vec<(LineNo, Kind)> = Vec::new();
    rows.extend(draft.nodes.iter().filter_map(|node| Some((node.summary?.line, Kind::Summary))));
    rows.extend(draft.budget_lines.iter().map(|row| (row.line, Kind::Budget)));
    rows.extend(draft.allocations.iter().map(|row| (row.line, Kind::Allocation)));
    rows.extend(draft.resources.iter().map(|row| (row.line, Kind::Resource)));
    rows.sort_by_key(|(line, _)| *line);
    let mut totals: Vec<&Total> = draft.totals.iter().collect();
    totals.sort_by_key(|total| total.line);
    let mut totals = totals.into_iter().peekable();
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for (line, kind) in rows {
        while let Some(total) = totals.next_if(|total| total.line < line) {
            if let Some(block) = blocks.last_mut() {
                block.totals.push(total);
            }
        }
        match blocks.last_mut() {
            Some(block) if block.kind == kind => block.rows.push(line),
            _ => blocks.push(Block { kind, rows: vec![line], totals: Vec::new() }),
        }
    }
    if let Some(block) = blocks.last_mut() {
        block.totals.extend(totals);
    }
    blocks
}
