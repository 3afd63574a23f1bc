// SPDX-License-Identifier: AGPL-3.0-or-later
//! Costs by source, people's time by source, and tick lists of a project's sheet.

use super::{Kind, OpenTable};
use crate::clean::{clean_line, clean_text};
use crate::reader::{Mark, Reader, Section};
use crate::vocabulary::{Column, TableKind};
use ambito_domain::planning::{Resource, ResourceKind, SourceAmount, Total};

impl Reader<'_> {
    /// A row of a table of costs by source.
    pub(super) fn resource_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(table) = self.table.take() else { return false };
        let taken = self.resource_cells(at, cells, filled, &table);
        self.table = Some(table);
        taken
    }

    fn resource_cells(&mut self, at: usize, cells: &[&str], filled: usize, table: &OpenTable) -> bool {
        let activity = clean_line(table.cell(cells, Column::Activity)).into_owned();
        if activity.is_empty() || (filled == 1 && cells.len() < table.columns.len()) {
            return false;
        }
        let node = self.current();
        let line = Self::number(at);
        self.marks[at] = Mark::Read;
        if self.is_total(&activity) {
            for (place, column) in table.columns.iter().enumerate() {
                let amount = cells.get(place).and_then(|cell| table.money(&clean_line(cell)));
                if matches!(column, Some(Column::Cost | Column::Source)) && amount.is_some() {
                    self.draft.totals.push(Total {
                        node,
                        label: Some(activity.clone()),
                        column: table.heads.get(place).cloned(),
                        amount,
                        share: None,
                        line,
                    });
                }
            }
            return true;
        }
        let people = table.kind == Kind::Headed(TableKind::PeopleResources);
        let mut cost = table.money(table.cell(cells, Column::Cost));
        let mut sources = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            let column = table.columns.get(place).copied().flatten();
            if cell.is_empty() || matches!(column, Some(Column::Activity | Column::Cost)) {
                continue;
            }
            let text = clean_line(cell);
            let amount = table.money(&text);
            let source = table.heads.get(place).cloned().unwrap_or_else(|| std::sync::Arc::from(""));
            sources.push(SourceAmount { source, amount, raw: amount.is_none().then(|| text.into_owned()) });
        }
        if cost.is_none() && table.place(Column::Cost).is_none() && !people {
            cost = None;
        }
        let kind = if people { ResourceKind::People } else { ResourceKind::Cost };
        self.draft.resources.push(Resource { node, activity, cost, sources, kind, line });
        true
    }

    /// "Macroarea | Punti chiave": the answers of a tick list, as fields of the sheet.
    pub(super) fn choice_row(&mut self, at: usize, cells: &[&str]) -> bool {
        let Some(node) = self.current() else { return false };
        // The answer of the label above, where there is one.
        if let Section::Field(node, index) = self.section
            && self.draft.node(node).fields[index].value.is_empty()
        {
            let answers: Vec<String> =
                cells.iter().filter(|cell| !cell.is_empty()).map(|cell| clean_text(cell).into_owned()).collect();
            self.node_mut(node).fields[index].value = answers.join("\n");
            self.marks[at] = Mark::Read;
            return true;
        }
        let Some(table) = self.table.take() else { return false };
        for (place, cell) in cells.iter().enumerate() {
            if let Some(head) = table.heads.get(place).filter(|_| !cell.is_empty()) {
                let value = clean_text(cell).into_owned();
                self.add_field(node, head, &value, Self::number(at));
            }
        }
        self.table = Some(table);
        self.marks[at] = Mark::Read;
        true
    }
}
