// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indicators, with what was found; what was promised stands in its own table.

use super::shape::{Found, Shape, VersionKey, attach, bare, number};
use super::targets;
use super::words::Word;
use crate::cells::Cells;
use crate::values::json;
use crate::{Result, Tx};
use ambito_domain::planning::{ExtraCell, Indicator, Measured, PlanDraft, YearTarget};

pub(super) const INDICATORS: Shape = Shape::records(
    "plan_indicator",
    "id, node, code, title, group_title, note, baseline, deadline, measured_raw, measured_value, measured_unit, \
     measured_on, measured_on_kind, measured_final, owner, extra, line",
);

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = INDICATORS.rows(key);
    for (at, indicator) in draft.indicators.iter().enumerate() {
        let Indicator {
            node,
            code,
            title,
            group,
            note,
            baseline,
            target: _,
            yearly: _,
            deadline,
            measured,
            owner,
            extra,
            line,
        } = indicator;
        let extra: Vec<(&str, &str)> =
            extra.iter().map(|ExtraCell { label, value }| (&**label, value.as_str())).collect();
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(code).put(title).put(group).put(note).put(baseline).put(*deadline);
            match measured {
                Some(Measured { raw, value, unit, date, date_kind, is_final }) => {
                    row.put(raw).put(*value).put(unit.map(Word::stable)).put(*date);
                    row.put(date_kind.stable()).put(*is_final)
                }
                None => {
                    let none: Option<&str> = None;
                    row.put(none).put(none).put(none).put(None::<ambito_base::Date>).put(none).put(None::<bool>)
                }
            };
            row.put(owner).put(json(&extra)).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    targets::insert(tx, key, draft).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Indicator>> {
    let mut indicators = found.take(&INDICATORS, read)?;
    let targets = targets::take(found)?;
    attach(&mut indicators, targets, |indicator, (year, target)| match year {
        None => indicator.target = Some(target),
        Some(year) => indicator.yearly.push(YearTarget { year, target }),
    });
    Ok(bare(indicators))
}

fn read(cells: &mut Cells<'_>) -> Result<(u32, Indicator)> {
    let id = cells.next()?;
    let indicator = Indicator {
        node: cells.next()?,
        code: cells.next()?,
        title: cells.next()?,
        group: cells.next()?,
        note: cells.next()?,
        baseline: cells.next()?,
        target: None,
        yearly: Vec::new(),
        deadline: cells.next()?,
        measured: read_measured(cells)?,
        owner: cells.next()?,
        extra: {
            let extra: Vec<(String, String)> = cells.next_json()?;
            extra.into_iter().map(|(label, value)| ExtraCell { label: label.into(), value }).collect()
        },
        line: cells.next()?,
    };
    Ok((id, indicator))
}

fn read_measured(cells: &mut Cells<'_>) -> Result<Option<Measured>> {
    let (raw, value, unit) = (cells.next()?, cells.next()?, Word::next_option(cells)?);
    let (date, date_kind, is_final) = (cells.next()?, Word::next_option(cells)?, cells.next()?);
    let (Some(raw), Some(date_kind), Some(is_final)) = (raw, date_kind, is_final) else { return Ok(None) };
    Ok(Some(Measured { raw, value, unit, date, date_kind, is_final }))
}
