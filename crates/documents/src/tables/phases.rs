// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of phases: order, objective, what, planned or actual, from, to; notes below.

use crate::clean::clean_line;
use crate::reader::{Mark, Orphan, Reader};
use crate::vocabulary::Column;
use ambito_base::{Date, fold, parse_date};
use ambito_domain::planning::{Phase, PhaseState};

impl Reader<'_> {
    /// A row of a table of phases.
    pub(super) fn phase_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        if self.note_row(at, cells) {
            return true;
        }
        let Some(table) = self.table.take() else { return false };
        let clean: Vec<String> = cells.iter().map(|cell| clean_line(cell).into_owned()).collect();
        let refs: Vec<&str> = clean.iter().map(String::as_str).collect();
        let title = table.cell(&refs, Column::Title).to_owned();
        let taken = filled >= 2 && !title.is_empty();
        if taken {
            let year = self.survey.year;
            let date = |column| parse_date(table.cell(&refs, column), year);
            let (mut from, mut to) = (date(Column::From), date(Column::To));
            if from.is_none() && to.is_none() {
                (from, to) = shifted_dates(&refs, year);
            }
            let state = refs.iter().find_map(|cell| self.phase_state(cell));
            let code = table.cell(&refs, Column::Objective).to_owned();
            let known = self.by_code.get(&code).copied();
            let node = if self.orphan.is_some() { known } else { known.or_else(|| self.sheet()) };
            self.draft.phases.push(Phase {
                node,
                objective: Some(code.clone()).filter(|code| !code.is_empty()),
                order: Some(table.cell(&refs, Column::Order))
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| cell.trim_end_matches('.').to_owned()),
                title,
                state,
                from,
                to,
                note: Some(table.cell(&refs, Column::Note)).filter(|cell| !cell.is_empty()).map(str::to_owned),
                line: Self::number(at),
            });
            let index = self.draft.phases.len() - 1;
            if let Some(key) = self.orphan.clone().filter(|_| known.is_none()) {
                self.orphans.push((Orphan::Phase(index), key));
            } else if known.is_none()
                && let Some(key) = super::indicators::key_of_node(&code)
            {
                // The objective may stand further down.
                self.orphans.push((Orphan::Phase(index), key.to_owned()));
            }
            self.marks[at] = Mark::Read;
        }
        self.table = Some(table);
        taken
    }

    fn phase_state(&self, cell: &str) -> Option<PhaseState> {
        if cell.is_empty() || cell.len() > 24 {
            return None;
        }
        let folded = fold(cell);
        let words = &self.words.words;
        if words.planned.contains(&folded) {
            Some(PhaseState::Planned)
        } else if words.actual.contains(&folded) {
            Some(PhaseState::Actual)
        } else {
            None
        }
    }
}

/// The last two cells that are dates, where a row has moved away from its headings.
fn shifted_dates(cells: &[&str], year: Option<i16>) -> (Option<Date>, Option<Date>) {
    let dates: Vec<Date> = cells.iter().filter_map(|cell| parse_date(cell, year)).collect();
    match dates.as_slice() {
        [.., from, to] => (Some(*from), Some(*to)),
        [one] => (Some(*one), None),
        [] => (None, None),
    }
}
