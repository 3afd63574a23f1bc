// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of people: who, with which working relation, for which share of time.

use crate::clean::clean_line;
use crate::reader::{Mark, Orphan, Reader};
use crate::vocabulary::Column;
use ambito_base::Share;
use ambito_domain::planning::{Effort, Total};

impl Reader<'_> {
    /// A row of a table of people.
    pub(super) fn effort_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(table) = self.table.take() else { return false };
        let person = clean_line(table.cell(cells, Column::Person)).into_owned();
        let share = Share::parse(table.cell(cells, Column::Share));
        let taken =
            filled >= 2 && !person.is_empty() && (share.is_some() || table.cell(cells, Column::Share).is_empty());
        if taken && self.is_total(&person) {
            let node = self.sheet();
            self.draft.totals.push(Total {
                node,
                label: Some(person),
                column: table.place(Column::Share).and_then(|place| table.heads.get(place)).cloned(),
                amount: None,
                share,
                line: Self::number(at),
            });
            self.marks[at] = Mark::Read;
        } else if taken {
            let relation = clean_line(table.cell(cells, Column::Relation)).into_owned();
            let node = if self.orphan.is_some() { None } else { self.row_node(&table, cells).or_else(|| self.sheet()) };
            self.draft.efforts.push(Effort {
                node,
                person,
                relation: Some(relation).filter(|relation| !relation.is_empty()),
                share,
                line: Self::number(at),
            });
            if let Some(key) = self.orphan.clone() {
                self.orphans.push((Orphan::Effort(self.draft.efforts.len() - 1), key));
            }
            self.sheet_complete = true;
            self.marks[at] = Mark::Read;
        }
        self.table = Some(table);
        taken
    }
}
