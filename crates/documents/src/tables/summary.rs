// SPDX-License-Identifier: AGPL-3.0-or-later
//! Summary tables of a centre: levels above, code, title, budget, share; totals of each level.
//!
//! Row spans of the printed table became empty cells that shift from row to row, so a row is read by its shape: the
//! code of a project, what stands before it (the lowest of the levels above) and what stands behind it.

use super::OpenTable;
use crate::clean::clean_line;
use crate::headings::code_heading;
use crate::reader::{Mark, Reader, SummaryRow};
use crate::values::words::after_phrase;
use crate::vocabulary::Column;
use ambito_base::{Cents, Share};
use ambito_domain::planning::{NodeId, Total};

impl Reader<'_> {
    /// A row of a summary.
    pub(super) fn summary_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(table) = self.table.take() else { return false };
        let taken = self.summary_total(at, cells, &table) || (filled >= 2 && self.summary_project(at, cells, &table));
        self.table = Some(table);
        taken
    }

    fn summary_project(&mut self, at: usize, cells: &[&str], table: &OpenTable) -> bool {
        let shaped = cells.iter().position(|cell| {
            code_heading(cell, self.words)
                .is_some_and(|(level, code, rest)| level != "indicator" && rest.is_empty() && code.len() == cell.len())
        });
        let place = shaped.or_else(|| {
            let place = table.place(Column::Code)?;
            cells.get(place).is_some_and(|cell| cell.bytes().any(|b| b.is_ascii_digit())).then_some(place)
        });
        let Some(place) = place else { return false };
        let line = Self::number(at);
        let before: Vec<String> =
            cells[..place].iter().filter(|cell| !cell.is_empty()).map(|cell| clean_line(cell).into_owned()).collect();
        self.summary_levels(&before, table, line);
        let behind: Vec<&str> = cells[place + 1..].iter().copied().filter(|cell| !cell.is_empty()).collect();
        let title = behind
            .first()
            .filter(|cell| Cents::parse(cell).is_none() && !cell.contains('%'))
            .map(|cell| clean_line(cell).into_owned());
        let values = if title.is_some() { &behind[1..] } else { &behind[..] };
        let (amount, share) = amount_and_share(values, table);
        self.summary_rows.push(SummaryRow {
            code: cells[place].to_owned(),
            title,
            amount,
            share,
            under: self.summary_path.last().map(|(_, node)| *node),
            centre: self.centre(),
            line,
        });
        self.marks[at] = Mark::Read;
        true
    }

    /// What stands before the code: the lowest levels, those above them as in the row above.
    fn summary_levels(&mut self, before: &[String], table: &OpenTable, line: u32) {
        let levels: Vec<String> = [
            (Column::Area, "area"),
            (Column::Indirizzo, "indirizzo"),
            (Column::Strategic, "obiettivo strategico"),
            (Column::Action, "azione"),
        ]
        .into_iter()
        .filter(|(column, _)| table.place(*column).is_some())
        .map(|(_, level)| level.to_owned())
        .collect();
        let from = levels.len().saturating_sub(before.len());
        let named = &before[before.len() - before.len().min(levels.len())..];
        self.summary_path.truncate(from.min(self.summary_path.len()));
        for (level, title) in levels[from..].iter().zip(named) {
            let parent = self.summary_path.last().map(|(_, node)| *node);
            let node = self.path_node(level, parent, title, line);
            if parent.is_none()
                && let Some(centre) = self.centre()
            {
                self.hang_top(node, centre);
            }
            self.summary_path.push((level.clone(), node));
        }
    }

    /// The centre whose summary this is.
    fn centre(&self) -> Option<NodeId> {
        let limit = self.rank("indirizzo");
        self.open.iter().rev().find(|open| open.rank < limit).map(|open| open.node)
    }

    /// "Totale Azione | 2.747.906,24 | 29,16 %".
    fn summary_total(&mut self, at: usize, cells: &[&str], table: &OpenTable) -> bool {
        let Some(place) = cells.iter().position(|cell| !cell.is_empty() && self.is_total(cell)) else { return false };
        let label = clean_line(cells[place]).into_owned();
        if cells[..place].iter().any(|cell| !cell.is_empty()) || label.len() > 60 {
            return false;
        }
        let behind: Vec<&str> = cells[place + 1..].iter().copied().filter(|cell| !cell.is_empty()).collect();
        let (amount, share) = amount_and_share(&behind, table);
        self.marks[at] = Mark::Read;
        if amount.is_none() && share.is_none() {
            return true;
        }
        let node = self.total_node(&label);
        self.draft.totals.push(Total {
            node,
            label: Some(label),
            column: table.place(Column::Amount).and_then(|place| table.heads.get(place)).cloned(),
            amount,
            share,
            line: Self::number(at),
        });
        true
    }

    /// The node a total is of: the level it names, among those the row above stands under.
    fn total_node(&self, label: &str) -> Option<NodeId> {
        let end = self.words.words.totals.iter().filter_map(|word| after_phrase(label, word)).max().unwrap_or(0);
        let rest = label[end..].trim();
        let strategic = after_phrase(rest, "obiettivo").is_some();
        let named =
            self.summary_path.iter().rev().find(|(level, _)| {
                after_phrase(rest, level).is_some() || (strategic && level == "obiettivo strategico")
            });
        named.map(|(_, node)| *node).or_else(|| self.centre()).or_else(|| self.current())
    }
}

fn amount_and_share(values: &[&str], table: &OpenTable) -> (Option<Cents>, Option<Share>) {
    let share = values.iter().find(|cell| cell.contains('%')).and_then(|cell| Share::parse(cell));
    let amount = values.iter().find(|cell| !cell.contains('%')).and_then(|cell| table.money(cell));
    let share = share.or_else(|| {
        let behind = values.iter().filter(|cell| !cell.contains('%')).nth(1)?;
        table.place(Column::Share).and_then(|_| Share::parse(behind))
    });
    (amount, share)
}
