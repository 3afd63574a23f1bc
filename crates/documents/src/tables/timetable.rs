// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables: rows of marks under months or weeks.

use super::OpenTable;
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use ambito_domain::planning::{NoteCode, Timetable, TimetableRow};

/// A leading row with at least this many filled cells is a heading row.
const HEAD_CELLS_MIN: usize = 4;

impl Reader<'_> {
    /// Reads the rows that were kept since the timetable began.
    pub(super) fn read_timetable(&mut self, table: &OpenTable) {
        let rows: Vec<Vec<String>> = table
            .lines
            .iter()
            .map(|&at| self.cells_of(at).iter().map(|cell| clean_line(cell).into_owned()).collect())
            .collect();
        let is_mark = |cell: &String| self.words.words.marks.iter().any(|mark| cell.eq_ignore_ascii_case(mark));
        // A heading row may hold an "X" that is the number ten.
        let named = |row: &[String]| row.iter().filter(|cell| !cell.is_empty() && !is_mark(cell)).count();
        let heads = rows.iter().take_while(|row| named(row) >= HEAD_CELLS_MIN || !row.iter().any(is_mark));
        let heads: Vec<&Vec<String>> = heads.collect();
        let last_head = heads.iter().rposition(|row| named(row) >= HEAD_CELLS_MIN);
        let Some(last_head) = last_head else {
            // No heading row: the rows are a table of another kind.
            let mut plain = table.clone();
            plain.kind = super::Kind::Timetable;
            self.read_other(&plain);
            return;
        };
        let head = &rows[last_head];
        let first = longest_run(head);
        let mut columns: Vec<String> = head[first..].to_vec();
        while columns.last().is_some_and(String::is_empty) {
            columns.pop();
        }
        let node = self.current();
        let start = Self::number(table.lines.first().copied().unwrap_or(0));
        let mut out = Timetable {
            node,
            title: self.above.as_ref().map(|(_, text)| text.clone()),
            header: rows[..last_head].to_vec(),
            columns,
            rows: Vec::new(),
            line: start,
        };
        if first > 0 && head[..first].iter().any(|cell| !cell.is_empty()) {
            out.header.push(head[..first].to_vec());
        }
        let mut any_mark = false;
        let mut beyond = None;
        for (row, &at) in rows[last_head + 1..].iter().zip(&table.lines[last_head + 1..]) {
            let names: Vec<&String> = row.iter().take(first).collect();
            let (code, label) = match names.as_slice() {
                [] => (None, None),
                [label] => coded_label(label),
                [code, labels @ ..] => {
                    let label = labels
                        .iter()
                        .map(|label| label.as_str())
                        .filter(|label| !label.is_empty())
                        .collect::<Vec<_>>()
                        .join(" ");
                    (Some((*code).clone()), Some(label))
                }
            };
            let marks: Vec<u32> = row
                .iter()
                .enumerate()
                .skip(first)
                .filter(|(_, cell)| is_mark(cell))
                .map(|(place, _)| u32::try_from(place - first).unwrap_or(u32::MAX))
                .collect();
            any_mark |= !marks.is_empty();
            if marks.iter().any(|mark| *mark as usize >= out.columns.len()) {
                beyond = beyond.or(Some(at));
            }
            let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
            let code = code.map(|code| code.trim_end_matches('.').to_owned());
            out.rows.push(TimetableRow { code: filled(code), label: filled(label), marks, line: Self::number(at) });
        }
        join_cut_rows(&mut out.rows);
        for &at in &table.lines {
            self.marks[at] = Mark::Read;
        }
        let title = out.title.clone().unwrap_or_default();
        if !any_mark && !out.rows.is_empty() {
            self.note(NoteCode::MarksLost, &title, node, start);
        }
        if let Some(at) = beyond {
            self.note(NoteCode::MarkBeyondColumns, &title, node, Self::number(at));
        }
        self.draft.timetables.push(out);
    }
}

/// A row that has only its label, above one that has only its code, is one row that the page cut.
fn join_cut_rows(rows: &mut Vec<TimetableRow>) {
    let mut at = 0;
    while at + 1 < rows.len() {
        let (upper, lower) = (&rows[at], &rows[at + 1]);
        let cut = upper.code.is_none()
            && upper.label.is_some()
            && upper.marks.is_empty()
            && lower.code.is_some()
            && lower.label.is_none();
        if cut {
            let lower = rows.remove(at + 1);
            rows[at].code = lower.code;
            rows[at].marks = lower.marks;
        }
        at += 1;
    }
}

/// "A1 Avvio del gruppo": the code of an activity and its name in one cell.
fn coded_label(label: &str) -> (Option<String>, Option<String>) {
    let (code, rest) = crate::headings::number_after(label);
    match code {
        Some(code) if !rest.is_empty() && code.starts_with(|c: char| c.is_ascii_uppercase()) => {
            (Some(code), Some(rest.to_owned()))
        }
        _ => (None, Some(label.to_owned())),
    }
}

/// Where the longest run of filled cells of a heading row begins, behind its first cell.
fn longest_run(head: &[String]) -> usize {
    let mut best = (1.min(head.len()), 0);
    let mut at = 1;
    while at < head.len() {
        let run = head[at..].iter().take_while(|cell| !cell.is_empty()).count();
        if run > best.1 {
            best = (at, run);
        }
        at += run.max(1);
    }
    best.0
}
