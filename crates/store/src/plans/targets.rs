// SPDX-License-Identifier: AGPL-3.0-or-later
//! What indicators promise: one row a target, that of the indicator itself without a year.

use super::shape::{Found, Shape, VersionKey, Within, number};
use super::words::Word;
use crate::cells::Cells;
use crate::{Result, Tx};
use ambito_domain::planning::{Indicator, PlanDraft, Target};

pub(super) const TARGETS: Shape = Shape {
    table: "plan_target",
    columns: "indicator, position, year, raw, comparison, value, upper_value, unit, due, heading",
    within: Within::Of("indicator", "plan_indicator"),
};

/// A target, and the year of its column.
pub(super) type Promised = (Option<i16>, Target);

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = TARGETS.rows(key);
    for (at, Indicator { target, yearly, .. }) in draft.indicators.iter().enumerate() {
        let own = target.iter().map(|target| (None, target));
        let promised = own.chain(yearly.iter().map(|yearly| (Some(yearly.year), &yearly.target)));
        for (position, (year, target)) in promised.enumerate() {
            let Target { raw, comparison, value, upper, unit, due, column } = target;
            rows.push(tx, |row| {
                row.put(number(at)).put(number(position)).put(year).put(raw).put(comparison.map(Word::stable));
                row.put(*value).put(*upper).put(unit.map(Word::stable)).put(*due).put(column);
            })
            .await?;
        }
    }
    rows.finish(tx).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<(u32, Promised)>> {
    found.take(&TARGETS, read)
}

fn read(cells: &mut Cells<'_>) -> Result<(u32, Promised)> {
    let (indicator, _position): (u32, u32) = (cells.next()?, cells.next()?);
    let year = cells.next()?;
    let target = Target {
        raw: cells.next()?,
        comparison: Word::next_option(cells)?,
        value: cells.next()?,
        upper: cells.next()?,
        unit: Word::next_option(cells)?,
        due: cells.next()?,
        column: cells.next()?,
    };
    Ok((indicator, (year, target)))
}
