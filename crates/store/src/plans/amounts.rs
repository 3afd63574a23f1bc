// SPDX-License-Identifier: AGPL-3.0-or-later
//! Printed totals, and money told in prose.

use super::shape::{Found, Shape, VersionKey, bare, number};
use super::words::Word;
use crate::{Result, Tx};
use ambito_domain::planning::{Amount, PlanDraft, Total};

pub(super) const TOTALS: Shape = Shape::records("plan_total", "id, node, label, heading, amount, share, line");

pub(super) const AMOUNTS: Shape = Shape::records("plan_amount", "id, node, label, raw, amount, approximate, per, line");

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = TOTALS.rows(key);
    for (at, total) in draft.totals.iter().enumerate() {
        let Total { node, label, column, amount, share, line } = total;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(label).put(column).put(*amount).put(*share).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = AMOUNTS.rows(key);
    for (at, told) in draft.amounts.iter().enumerate() {
        let Amount { node, label, raw, amount, approximate, per, line } = told;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(label).put(raw).put(*amount).put(*approximate);
            row.put(per.map(Word::stable)).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await
}

pub(super) fn take_totals(found: &mut Found) -> Result<Vec<Total>> {
    let read = found.take(&TOTALS, |cells| {
        let id: u32 = cells.next()?;
        let total = Total {
            node: cells.next()?,
            label: cells.next()?,
            column: cells.next()?,
            amount: cells.next()?,
            share: cells.next()?,
            line: cells.next()?,
        };
        Ok((id, total))
    });
    Ok(bare(read?))
}

pub(super) fn take_amounts(found: &mut Found) -> Result<Vec<Amount>> {
    let read = found.take(&AMOUNTS, |cells| {
        let id: u32 = cells.next()?;
        let amount = Amount {
            node: cells.next()?,
            label: cells.next()?,
            raw: cells.next()?,
            amount: cells.next()?,
            approximate: cells.next()?,
            per: Word::next_option(cells)?,
            line: cells.next()?,
        };
        Ok((id, amount))
    });
    Ok(bare(read?))
}
