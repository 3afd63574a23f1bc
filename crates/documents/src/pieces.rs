// SPDX-License-Identifier: AGPL-3.0-or-later
//! A draft cut into pieces by the lines where its records start, and put together again.
//!
//! Invariants: every record is in one piece, with its place in its list, so that the pieces of a draft, joined, are the
//! draft; ids of nodes are those of the whole draft. Fields and summaries of nodes and rows of tables go by their own
//! lines: a table that goes on is in each piece that has rows of it, without the others.

use crate::corrections::Lister;
use ambito_domain::planning::{
    Allocation, Amount, BudgetLine, Effort, Field, Indicator, LineNo, Node, NodeId, Note, Phase, PlanDraft, Resource,
    Summary, Table, TableCell, TextLine, Timetable, TimetableRow, Total,
};
use ambito_domain::review::{ReadRecord, RecordKey};
use serde::{Deserialize, Serialize};

/// A record and its place in its list.
type Placed<T> = (u32, T);
/// A part of a record, its record's place and its own.
type Below<T> = (u32, u32, T);

/// What starts on some lines of a document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Piece {
    /// The document's own values and counts, with empty lists, in the first piece.
    front: Option<Box<PlanDraft>>,
    nodes: Vec<Placed<Node>>,
    fields: Vec<Below<Field>>,
    summaries: Vec<Placed<Summary>>,
    indicators: Vec<Placed<Indicator>>,
    phases: Vec<Placed<Phase>>,
    budget_lines: Vec<Placed<BudgetLine>>,
    efforts: Vec<Placed<Effort>>,
    allocations: Vec<Placed<Allocation>>,
    resources: Vec<Placed<Resource>>,
    timetables: Vec<Placed<Timetable>>,
    timetable_rows: Vec<Below<TimetableRow>>,
    totals: Vec<Placed<Total>>,
    amounts: Vec<Placed<Amount>>,
    tables: Vec<Placed<Table>>,
    table_rows: Vec<Below<(LineNo, Vec<TableCell>)>>,
    notes: Vec<Placed<Note>>,
    unread: Vec<Placed<TextLine>>,
}

/// Cuts a draft into so many pieces of so many lines; what starts beyond the last line is in the last piece.
#[must_use]
pub fn cut(mut draft: PlanDraft, pieces: usize, lines_each: u32) -> Vec<Piece> {
    let pieces = pieces.max(1);
    let mut out: Vec<Piece> = Vec::new();
    out.resize_with(pieces, Piece::default);
    let at = |line: LineNo| ((line.saturating_sub(1) / lines_each.max(1)) as usize).min(pieces - 1);
    for (id, mut node) in numbered(std::mem::take(&mut draft.nodes)) {
        for (place, field) in numbered(std::mem::take(&mut node.fields)) {
            out[at(field.line)].fields.push((id, place, field));
        }
        if let Some(summary) = node.summary.take() {
            out[at(summary.line)].summaries.push((id, summary));
        }
        out[at(node.line)].nodes.push((id, node));
    }
    macro_rules! each {
        ($($list:ident),*) => {$(
            for (place, record) in numbered(std::mem::take(&mut draft.$list)) {
                out[at(record.line)].$list.push((place, record));
            }
        )*};
    }
    each!(indicators, phases, budget_lines, efforts, allocations, resources, totals, amounts, notes, unread);
    for (id, mut timetable) in numbered(std::mem::take(&mut draft.timetables)) {
        let rows = std::mem::take(&mut timetable.rows);
        let own = at(timetable.line);
        for (place, row) in numbered(rows) {
            let piece = at(row.line);
            if piece != own && out[piece].timetables.last().is_none_or(|(last, _)| *last != id) {
                out[piece].timetables.push((id, timetable.clone()));
            }
            out[piece].timetable_rows.push((id, place, row));
        }
        out[own].timetables.push((id, timetable));
    }
    for (id, mut table) in numbered(std::mem::take(&mut draft.tables)) {
        let (rows, lines) = (std::mem::take(&mut table.rows), std::mem::take(&mut table.row_lines));
        let own = at(table.line);
        let mut lines = lines.into_iter();
        for (place, row) in numbered(rows) {
            let line = lines.next().unwrap_or(table.line);
            let piece = at(line);
            if piece != own && out[piece].tables.last().is_none_or(|(last, _)| *last != id) {
                out[piece].tables.push((id, table.clone()));
            }
            out[piece].table_rows.push((id, place, (line, row)));
        }
        out[own].tables.push((id, table));
    }
    if let Some(first) = out.first_mut() {
        first.front = Some(Box::new(draft));
    }
    out
}

/// Puts a draft together from all of its pieces.
#[must_use]
pub fn join(pieces: Vec<Piece>) -> PlanDraft {
    let mut all = Piece::default();
    for piece in pieces {
        all.take_in(piece);
    }
    let mut draft = all.front.map(|front| *front).unwrap_or_default();
    draft.nodes = in_order(all.nodes);
    all.fields.sort_by_key(|(node, place, _)| (*node, *place));
    for (node, _, field) in all.fields {
        if let Some(node) = draft.nodes.get_mut(node as usize) {
            node.fields.push(field);
        }
    }
    for (node, summary) in all.summaries {
        if let Some(node) = draft.nodes.get_mut(node as usize) {
            node.summary = Some(summary);
        }
    }
    macro_rules! each {
        ($($list:ident),*) => {$(draft.$list = in_order(all.$list);)*};
    }
    each!(indicators, phases, budget_lines, efforts, allocations, resources, totals, amounts, notes, unread);
    draft.timetables = in_order(all.timetables);
    all.timetable_rows.sort_by_key(|(table, place, _)| (*table, *place));
    for (table, _, row) in all.timetable_rows {
        if let Some(table) = draft.timetables.get_mut(table as usize) {
            table.rows.push(row);
        }
    }
    draft.tables = in_order(all.tables);
    all.table_rows.sort_by_key(|(table, place, _)| (*table, *place));
    for (table, _, (line, row)) in all.table_rows {
        if let Some(table) = draft.tables.get_mut(table as usize) {
            table.rows.push(row);
            table.row_lines.push(line);
        }
    }
    draft
}

impl Piece {
    /// The records that start here, in the order of their lines; `keys` tells how nodes of the whole draft are named.
    #[must_use]
    pub fn records(&self, keys: &dyn Fn(NodeId) -> Option<RecordKey>) -> Vec<ReadRecord> {
        let mut list = Lister::new(keys);
        self.front.iter().for_each(|front| list.document(front));
        self.nodes.iter().for_each(|(_, node)| list.node(node));
        self.fields.iter().for_each(|(node, _, field)| list.field(NodeId(*node), field));
        self.summaries.iter().for_each(|(node, summary)| list.summary(NodeId(*node), summary));
        self.indicators.iter().for_each(|(_, record)| list.of(record));
        self.phases.iter().for_each(|(_, record)| list.of(record));
        self.budget_lines.iter().for_each(|(_, record)| list.of(record));
        self.efforts.iter().for_each(|(_, record)| list.of(record));
        self.allocations.iter().for_each(|(_, record)| list.of(record));
        self.resources.iter().for_each(|(_, record)| list.of(record));
        for (table, _, row) in &self.timetable_rows {
            let node = self.timetables.iter().find(|(id, _)| id == table).and_then(|(_, table)| table.node);
            list.timetable_row(node, row);
        }
        self.totals.iter().for_each(|(_, record)| list.of(record));
        self.amounts.iter().for_each(|(_, record)| list.of(record));
        for (table, _, (line, row)) in &self.table_rows {
            let table = self.tables.iter().find(|(id, _)| id == table).map(|(_, table)| table);
            let headers = table.map_or(&[][..], |table| &table.headers);
            list.table_row(table.and_then(|table| table.node), row, headers, *line);
        }
        list.out.sort_by_key(|record| record.key.line);
        list.out
    }

    /// The nodes that its records hang from, each once: whose names and keys a page needs.
    #[must_use]
    pub fn named_nodes(&self) -> Vec<NodeId> {
        let mut ids: Vec<NodeId> = self.records(&|_| None).iter().filter_map(|record| record.node).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The lines here that were not read.
    pub fn unread(&self) -> impl Iterator<Item = &TextLine> {
        self.unread.iter().map(|(_, line)| line)
    }

    fn take_in(&mut self, more: Self) {
        let Self {
            front,
            nodes,
            fields,
            summaries,
            indicators,
            phases,
            budget_lines,
            efforts,
            allocations,
            resources,
            timetables,
            timetable_rows,
            totals,
            amounts,
            tables,
            table_rows,
            notes,
            unread,
        } = more;
        self.front = self.front.take().or(front);
        self.nodes.extend(nodes);
        self.fields.extend(fields);
        self.summaries.extend(summaries);
        self.indicators.extend(indicators);
        self.phases.extend(phases);
        self.budget_lines.extend(budget_lines);
        self.efforts.extend(efforts);
        self.allocations.extend(allocations);
        self.resources.extend(resources);
        self.timetables.extend(timetables);
        self.timetable_rows.extend(timetable_rows);
        self.totals.extend(totals);
        self.amounts.extend(amounts);
        self.tables.extend(tables);
        self.table_rows.extend(table_rows);
        self.notes.extend(notes);
        self.unread.extend(unread);
    }
}

fn numbered<T>(records: Vec<T>) -> impl Iterator<Item = (u32, T)> {
    (0_u32..).zip(records)
}

/// Records in the order of their places; a table that goes on over pieces comes once.
fn in_order<T>(mut records: Vec<Placed<T>>) -> Vec<T> {
    records.sort_by_key(|(place, _)| *place);
    records.dedup_by_key(|(place, _)| *place);
    records.into_iter().map(|(_, record)| record).collect()
}
