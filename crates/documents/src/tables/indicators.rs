// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of indicators: code, title, target, result, owner; notes below; rows that a page cut in two.

use super::OpenTable;
use crate::clean::{clean_line, clean_text};
use crate::reader::{Mark, Orphan, Reader};
use crate::values::targets::{deadline, measured, target};
use crate::values::words::after_phrase;
use crate::vocabulary::Column;
use ambito_base::{Cents, Share, find_date, fold};
use ambito_domain::planning::{DateKind, ExtraCell, Indicator, LineNo, NodeId, NoteCode, Total, Unit, YearTarget};
use std::borrow::Cow;

impl Reader<'_> {
    /// A row of a table of indicators.
    pub(super) fn indicator_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        if self.note_row(at, cells) {
            return true;
        }
        if let Some(first) = cells.iter().find(|cell| !cell.is_empty())
            && self.is_total(first)
        {
            return self.indicator_total(at, cells);
        }
        let Some(mut table) = self.table.take() else { return false };
        let clean: Vec<Cow<'_, str>> = cells.iter().map(|cell| clean_line(cell)).collect();
        let refs: Vec<&str> = clean.iter().map(AsRef::as_ref).collect();
        let taken = self.cut_row(at, &refs, &mut table) || self.whole_row(at, &refs, filled, &mut table);
        self.table = Some(table);
        taken
    }

    /// "Totale pesi | 100%": no indicator.
    fn indicator_total(&mut self, at: usize, cells: &[&str]) -> bool {
        let label = cells.iter().find(|cell| !cell.is_empty()).map(|cell| clean_line(cell).into_owned());
        let node = self.current();
        for (place, cell) in cells.iter().enumerate() {
            let column = self.table.as_ref().and_then(|table| table.heads.get(place)).cloned();
            let share = if cell.contains('%') { Share::parse(cell) } else { None };
            let amount = if share.is_none() && cell.contains(',') { Cents::parse(cell) } else { None };
            if share.is_some() || amount.is_some() {
                self.draft.totals.push(Total {
                    node,
                    label: label.clone(),
                    column,
                    amount,
                    share,
                    line: Self::number(at),
                });
            }
        }
        self.used(at)
    }

    /// The second half of a row that a page cut: its cells are joined to those of the first.
    fn cut_row(&mut self, at: usize, cells: &[&str], table: &mut OpenTable) -> bool {
        let Some(last_at) = table.last_at else { return false };
        let first = table.rows_since_header == 0 && (table.repeated || self.page_break);
        let uncoded = table.place(Column::Code).is_some() && table.cell(cells, Column::Code).is_empty();
        if !(first || uncoded) || !targets_empty(table, cells) {
            return false;
        }
        let Some(old) = self.draft.indicators.pop() else { return false };
        if table.last.is_empty() {
            table.last = self.cells_of(last_at).iter().map(|cell| clean_line(cell).into_owned()).collect();
        }
        table.last = join_cells(&table.last, cells);
        let joined: Vec<&str> = table.last.iter().map(String::as_str).collect();
        let indicator = self.indicator_of(&joined, table, old.node, old.line);
        let title = indicator.title.clone();
        self.draft.indicators.push(indicator);
        self.note(NoteCode::RowJoined, &title, old.node, Self::number(at));
        self.marks[at] = Mark::Read;
        true
    }

    fn whole_row(&mut self, at: usize, cells: &[&str], filled: usize, table: &mut OpenTable) -> bool {
        if table.cell(cells, Column::Title).is_empty() || (filled == 1 && targets_empty(table, cells)) {
            return false;
        }
        let line = Self::number(at);
        let code = table.cell(cells, Column::Code);
        self.watch_orphan(code, line);
        let node = if self.orphan.is_some() { None } else { self.row_node(table, cells).or_else(|| self.current()) };
        let indicator = self.indicator_of(cells, table, node, line);
        self.draft.indicators.push(indicator);
        if let Some(key) = self.orphan_key_of(code) {
            self.orphans.push((Orphan::Indicator(self.draft.indicators.len() - 1), key));
        }
        table.last.clear();
        table.last_at = Some(at);
        self.marks[at] = Mark::Read;
        true
    }

    /// A record from its cells.
    fn indicator_of(&self, cells: &[&str], table: &OpenTable, node: Option<NodeId>, line: LineNo) -> Indicator {
        let text = |column: Column| Some(table.cell(cells, column)).filter(|cell| !cell.is_empty()).map(str::to_owned);
        // In columns made of spaces the note below is joined to the title.
        let (title, own_note) = match table.cell(cells, Column::Title).split_once(" Nota:") {
            Some((title, note)) => (title.trim().to_owned(), Some(note.trim()).filter(|note| !note.is_empty())),
            None => (table.cell(cells, Column::Title).to_owned(), None),
        };
        let unit = table.cell(cells, Column::Unit);
        let year = self.survey.year;
        let mut yearly: Vec<YearTarget> = Vec::new();
        let mut only = None;
        for (place, column) in table.columns.iter().enumerate() {
            if *column != Some(Column::Target) {
                continue;
            }
            let cell = cells.get(place).copied().unwrap_or("");
            let column_year = table.years.get(place).copied().flatten();
            let found = target(
                cell,
                &title,
                Some(unit).filter(|unit| !unit.is_empty()),
                column_year.or(year),
                table.heads.get(place),
                self.words,
            );
            if let Some(found) = found {
                if let Some(year) = column_year {
                    yearly.push(YearTarget { year, target: found.clone() });
                }
                only = Some(found);
            }
        }
        // A single year is no series.
        if table.columns.iter().filter(|column| **column == Some(Column::Target)).count() < 2 {
            yearly.clear();
        }
        // "100% entro il 30/09/2027": the date beside the number is a deadline.
        let beside = only.as_ref().filter(|target| target.value.is_some() && target.due.is_none());
        let deadline = find_date(table.cell(cells, Column::Deadline), 0, year)
            .or_else(|| beside.and_then(|target| find_date(&target.raw, 0, year)))
            .map(|found| found.date)
            .or_else(|| deadline(&title, year, only.as_ref()));
        let mut result = [
            (Column::Monitoring, DateKind::Monitoring),
            (Column::Measured, DateKind::Result),
            (Column::Done, DateKind::Result),
        ]
        .into_iter()
        .find_map(|(column, kind)| {
            measured(
                table.cell(cells, column),
                kind,
                if column == Column::Done { "%" } else { &title },
                year,
                self.words,
            )
        });
        if let Some(result) = &mut result {
            if result.date.is_none() {
                result.date = find_date(table.cell(cells, Column::ResultDate), 0, year).map(|found| found.date);
            }
            // A result that is a date was reached on it.
            if result.unit == Some(Unit::Date)
                && result.date.is_some_and(|date| find_date(&result.raw, 0, year).is_some_and(|raw| raw.date == date))
            {
                result.date_kind = DateKind::Result;
            }
            // A column of final results says so in its heading.
            let head = table.place(Column::Measured).and_then(|place| table.heads.get(place));
            result.is_final = result.is_final || head.is_some_and(|head| fold(head).starts_with("consuntivo"));
        }
        let extra = table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| {
                matches!(column, None | Some(Column::Weight))
                    || (**column == Some(Column::Objective) && self.row_node(table, cells).is_none())
                    || **column == Some(Column::Deadline) && deadline.is_none()
            })
            .filter_map(|(place, _)| {
                let value = cells.get(place).copied().filter(|cell| !cell.is_empty())?;
                Some(ExtraCell { label: table.heads.get(place)?.clone(), value: value.to_owned() })
            })
            .chain(
                cells
                    .iter()
                    .skip(table.columns.len())
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| ExtraCell { label: std::sync::Arc::from(""), value: (*cell).to_owned() }),
            )
            .collect();
        Indicator {
            node,
            code: text(Column::Code),
            title,
            group: table.group.clone(),
            note: text(Column::Note).or_else(|| own_note.map(str::to_owned)),
            baseline: text(Column::Baseline),
            target: only,
            yearly,
            deadline,
            measured: result,
            owner: text(Column::Owner),
            extra,
            line,
        }
    }

    /// "Nota: …" below an indicator or a phase.
    pub(super) fn note_row(&mut self, at: usize, cells: &[&str]) -> bool {
        let Some(place) = cells.iter().position(|cell| !cell.is_empty()) else { return false };
        let Some(end) = after_phrase(cells[place], "nota") else { return false };
        if place > 2 || !cells[place][end..].trim_start().starts_with(':') {
            return false;
        }
        let mut note = clean_text(cells[place][end..].trim_start_matches([':', ' '])).into_owned();
        for cell in cells[place + 1..].iter().filter(|cell| !cell.is_empty()) {
            if !note.is_empty() {
                note.push(' ');
            }
            note.push_str(&clean_text(cell));
        }
        self.marks[at] = Mark::Read;
        if note.is_empty() {
            return true;
        }
        let indicators = self
            .table
            .as_ref()
            .is_some_and(|table| table.kind == super::Kind::Headed(crate::vocabulary::TableKind::Indicators));
        let slot = if indicators {
            self.draft.indicators.last_mut().map(|indicator| &mut indicator.note)
        } else {
            self.draft.phases.last_mut().map(|phase| &mut phase.note)
        };
        match slot {
            Some(Some(old)) => {
                old.push(' ');
                old.push_str(&note);
            }
            Some(slot) => *slot = Some(note),
            None => self.marks[at] = Mark::Unread,
        }
        true
    }

    /// A row below "Indicatori" in a table without headings: what, (how,) how much.
    pub(super) fn bare_indicator_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let clean: Vec<String> = cells.iter().map(|cell| clean_line(cell).into_owned()).collect();
        let Some(raw) = clean.last().filter(|cell| !cell.is_empty()).cloned() else { return false };
        if filled < 2 || clean.len() < 2 {
            return false;
        }
        let title = clean[clean.len() - 2].clone();
        if clean.len() >= 3 {
            let group = clean[..clean.len() - 2]
                .iter()
                .filter(|cell| !cell.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" – ");
            if !group.is_empty()
                && let Some(table) = &mut self.table
            {
                table.group = Some(group);
            }
        }
        let group = self.table.as_ref().and_then(|table| table.group.clone()).or_else(|| self.group.clone());
        let node = self.current();
        let promised = target(&raw, &title, None, self.survey.year, None, self.words);
        let deadline = deadline(&title, self.survey.year, promised.as_ref());
        self.draft.indicators.push(Indicator {
            node,
            code: None,
            title,
            group,
            note: None,
            baseline: None,
            target: promised,
            yearly: Vec::new(),
            deadline,
            measured: None,
            owner: None,
            extra: Vec::new(),
            line: Self::number(at),
        });
        self.marks[at] = Mark::Read;
        true
    }

    /// The node that a row names by the code of its objective.
    pub(super) fn row_node(&self, table: &OpenTable, cells: &[&str]) -> Option<NodeId> {
        let code = table.cell(cells, Column::Objective);
        if code.is_empty() { None } else { self.by_code.get(code).copied() }
    }

    /// After the last table of a sheet, an indicator of another sheet's code means that a sheet was lost.
    fn watch_orphan(&mut self, code: &str, line: LineNo) {
        if self.orphan.is_some() || !self.sheet_complete || code.is_empty() {
            return;
        }
        let Some(own) = self.sheet().and_then(|sheet| self.draft.node(sheet).code.as_deref()).and_then(key_of_node)
        else {
            return;
        };
        if let Some(key) = key_of_record(code)
            && key.split('_').next() != Some(own)
        {
            self.orphan = Some(key.to_owned());
            self.note(NoteCode::OrphanTable, code, None, line);
        }
    }

    /// The key an orphan's record is found again by: its own code, or that of the table that lost its sheet.
    pub(super) fn orphan_key_of(&self, code: &str) -> Option<String> {
        let orphan = self.orphan.as_ref()?;
        Some(key_of_record(code).map_or_else(|| orphan.clone(), str::to_owned))
    }
}

/// "2021_PD_8501" → "8501": what the codes of a sheet's records share.
pub(crate) fn key_of_node(code: &str) -> Option<&str> {
    let mut parts = code.splitn(3, '_');
    let (first, second) = (parts.next()?, parts.next()?);
    Some(match parts.next() {
        Some(rest) if first.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => second,
    })
}

/// "M_8501_1_2" → "8501_1".
pub(crate) fn key_of_record(code: &str) -> Option<&str> {
    let (_, rest) = code.split_once('_')?;
    let (key, last) = rest.rsplit_once('_')?;
    (!last.is_empty()).then_some(key)
}

fn targets_empty(table: &OpenTable, cells: &[&str]) -> bool {
    table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| **column == Some(Column::Target))
        .all(|(place, _)| cells.get(place).is_none_or(|cell| cell.is_empty()))
}

/// Two halves of a row, cell by cell.
pub(super) fn join_cells(first: &[String], second: &[&str]) -> Vec<String> {
    let length = first.len().max(second.len());
    (0..length)
        .map(|place| {
            let (a, b) = (first.get(place).map_or("", String::as_str), second.get(place).copied().unwrap_or(""));
            match (a.is_empty(), b.is_empty()) {
                (true, _) => b.to_owned(),
                (false, true) => a.to_owned(),
                (false, false) => format!("{a} {b}"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_codes() {
        assert_eq!(key_of_node("2021_PD_85PA"), Some("85PA"));
        assert_eq!(key_of_node("2021_OB_8504_C"), Some("8504_C"));
        assert_eq!(key_of_node("Z_23101"), Some("23101"));
        assert_eq!(key_of_record("M_A204_6_1"), Some("A204_6"));
    }
}
