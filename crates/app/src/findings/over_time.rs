// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many findings there were, day by day: of each document what its last look before the end of the day found.

use crate::{App, Result, Viewer};
use ambito_base::{Date, italian_time};
use ambito_domain::office::{DocumentId, Right};
use ambito_store::reviews::{self, DayChecking, FindingFilter};
use std::collections::BTreeMap;

/// What was found up to the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundOn {
    /// The day, in Italy.
    pub day: Date,
    /// Errors, warnings, notes.
    pub found: [u32; 3],
    /// In how many documents.
    pub documents: u32,
}

impl App {
    /// How many findings the documents in sight had, on every day on which the checks looked at one of them; of the filter
    /// only body, document, plan and upload are looked at.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn findings_over_time(&self, viewer: &Viewer, filter: &FindingFilter) -> Result<Vec<FoundOn>> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        Ok(by_day(&reviews::list_checkings_by_day(&mut tx, &sight, filter).await?))
    }
}

/// The course of time out of the looks at documents, in the order of time.
fn by_day(checkings: &[DayChecking]) -> Vec<FoundOn> {
    let mut last: BTreeMap<DocumentId, [u32; 3]> = BTreeMap::new();
    let mut sum = [0_u32; 3];
    let mut days: Vec<FoundOn> = Vec::new();
    for DayChecking { document, checked, found } in checkings {
        let before = last.insert(*document, *found).unwrap_or_default();
        for (sum, (found, before)) in sum.iter_mut().zip(found.iter().zip(before)) {
            *sum = sum.saturating_sub(before).saturating_add(*found);
        }
        let day = italian_time(*checked).date();
        let documents = u32::try_from(last.len()).unwrap_or(u32::MAX);
        let now = FoundOn { day, found: sum, documents };
        match days.last_mut() {
            Some(same) if same.day == day => *same = now,
            _ => days.push(now),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Uuid;

    #[test]
    fn a_document_counts_with_its_last_look() {
        let checking = |document, at: &str, errors| DayChecking {
            document: DocumentId(Uuid::from_u128(document)),
            checked: at.parse().unwrap(),
            found: [errors, 1, 0],
        };
        let days = by_day(&[
            checking(1, "2026-11-20T10:00:00Z", 5),
            checking(2, "2026-11-20T11:00:00Z", 3),
            checking(1, "2026-11-22T09:00:00Z", 2),
            checking(1, "2026-11-22T12:00:00Z", 0),
        ]);
        let on = |day: &str, errors, warnings| FoundOn {
            day: day.parse().unwrap(),
            found: [errors, warnings, 0],
            documents: 2,
        };
        assert_eq!(days, [on("2026-11-20", 8, 2), on("2026-11-22", 3, 2)]);
    }
}
