// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns of a table of allocations, in its rows of totals.

use crate::Subject;
use ambito_base::Cents;
use ambito_domain::planning::Total;

/// Which of the four figures the rows of a document have: programme, before, change, after.
pub(super) struct Columns([bool; 4]);

impl Columns {
    /// The figures that any row of the document has.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut has = [false; 4];
        for row in &subject.draft.allocations {
            for (has, amount) in has.iter_mut().zip([row.total, row.before, row.change, row.after]) {
                *has |= amount.is_some();
            }
        }
        Self(has)
    }

    /// The place of one of the four figures among those that the rows have.
    pub(super) fn before(&self, figure: usize) -> Option<usize> {
        self.0.get(figure).filter(|has| **has)?;
        Some(self.0.iter().take(figure).filter(|has| **has).count())
    }

    /// The four figures of a row of totals, by the order of its columns; `None` where they are fewer or more.
    pub(super) fn amounts(&self, row: &[Total]) -> Option<[Option<Cents>; 4]> {
        let wanted = self.0.iter().filter(|has| **has).count();
        if wanted < 2 || row.len() != wanted {
            return None;
        }
        let mut totals = row.iter();
        let mut amounts = [None; 4];
        for (amount, has) in amounts.iter_mut().zip(self.0) {
            if has {
                *amount = totals.next().and_then(|total| total.amount);
            }
        }
        Some(amounts)
    }
}
