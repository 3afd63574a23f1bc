// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of other kinds: headings, cells, numbers; headings that ran together are divided again.

use super::OpenTable;
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use ambito_base::{Cents, Decimal, Share, fold};
use ambito_domain::planning::{NoteCode, Table, TableCell};

impl Reader<'_> {
    /// Reads the rows that were kept since the table began; a row alone is no table and stays unread.
    pub(super) fn read_other(&mut self, table: &OpenTable) {
        if table.lines.len() < 2 {
            return;
        }
        if table.kind == super::Kind::Other && self.is_marked(table) {
            self.read_timetable(table);
            return;
        }
        let mut rows: Vec<Vec<String>> = table
            .lines
            .iter()
            .map(|&at| self.cells_of(at).iter().map(|cell| clean_line(cell).into_owned()).collect())
            .collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if width < 2 {
            return;
        }
        let node = self.current();
        let start = Self::number(table.lines[0]);
        let numbers = |row: &[String]| row.iter().filter(|cell| number_of(cell).is_some()).count();
        let filled = |row: &[String]| row.iter().filter(|cell| !cell.is_empty()).count();
        let headed = numbers(&rows[0]) * 3 <= filled(&rows[0])
            && (rows[1..].iter().any(|row| numbers(row) > numbers(&rows[0])) || numbers(&rows[0]) == 0);
        let mut headers = if headed { rows.remove(0) } else { Vec::new() };
        if headed && self.divide_headers(&mut headers, &rows) {
            self.note(NoteCode::HeaderDivided, &headers.join(" | "), node, start);
        }
        while headers.last().is_some_and(String::is_empty)
            && rows.iter().all(|row| row.get(headers.len() - 1).is_none_or(String::is_empty))
        {
            headers.pop();
        }
        let columns = headers.len();
        let rows = rows
            .into_iter()
            .map(|mut row| {
                while row.len() > columns.max(1) && row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
                row.into_iter().map(|raw| TableCell { value: number_of(&raw), raw }).collect()
            })
            .collect();
        for &at in &table.lines {
            self.marks[at] = Mark::Read;
        }
        let row_lines = table.lines.iter().skip(usize::from(headed)).map(|&at| Self::number(at)).collect();
        let title = self.title_above(table.lines[0]);
        self.draft.tables.push(Table { node, title, headers, rows, row_lines, line: start });
    }

    /// Whether most filled cells behind the names are marks: a timetable without its label.
    fn is_marked(&self, table: &OpenTable) -> bool {
        let (mut marks, mut others) = (0usize, 0usize);
        for &at in table.lines.iter().skip(1) {
            for cell in self.cells_of(at).iter().skip(2).filter(|cell| !cell.is_empty()) {
                if self.words.words.marks.iter().any(|mark| cell.eq_ignore_ascii_case(mark)) {
                    marks += 1;
                } else {
                    others += 1;
                }
            }
        }
        marks >= 3 && marks >= others * 4
    }

    /// The line of prose right above a table, where it is its title.
    fn title_above(&self, at: usize) -> Option<String> {
        let (line, text) = self.above.as_ref()?;
        let near = (at + 1).saturating_sub(*line as usize) <= 4;
        let folded = fold(text);
        let names = ["tabella", "tab", "prospetto", "quadro", "grafico"]
            .iter()
            .any(|word| crate::values::words::after_phrase(&folded, word).is_some());
        (near && (names || text.len() < 160)).then(|| text.clone())
    }

    /// "95 e + N/D" over two columns: where the rows fill one column more than the headings, a heading that ends
    /// with a known other heading is divided.
    fn divide_headers(&self, headers: &mut Vec<String>, rows: &[Vec<String>]) -> bool {
        let trailing = headers.iter().rev().take_while(|head| head.is_empty()).count();
        if trailing == 0 {
            return false;
        }
        let last = headers.len() - 1;
        let overfull = rows.iter().filter(|row| row.get(last).is_some_and(|cell| !cell.is_empty())).count();
        if overfull * 2 < rows.len() {
            return false;
        }
        for place in 0..headers.len() {
            for word in &self.words.words.merged_headers {
                let Some(first) = headers[place].strip_suffix(word.as_str()) else { continue };
                if first.trim().is_empty() || !first.ends_with(' ') {
                    continue;
                }
                let first = first.trim().to_owned();
                headers[place] = first;
                headers.insert(place + 1, word.clone());
                headers.pop();
                return true;
            }
        }
        false
    }
}

/// The number in a cell: an amount, a share, a count, a count with a remark ("658 (2021)").
pub(crate) fn number_of(cell: &str) -> Option<Decimal> {
    let cell = cell.trim();
    if !cell.as_bytes().first().is_some_and(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | 0xE2)) {
        return None;
    }
    if let Some(value) = Decimal::parse(cell) {
        return Some(value);
    }
    if cell.contains('%') {
        let share = Share::parse(cell)?;
        return Decimal::parse(&share.to_string().replace('.', ","));
    }
    if let Some(amount) = Cents::parse(cell) {
        return Decimal::parse(&amount.to_string().replace('.', ","));
    }
    let (number, remark) = cell.split_once(" (")?;
    remark.ends_with(')').then(|| Decimal::parse(number)).flatten()
}
