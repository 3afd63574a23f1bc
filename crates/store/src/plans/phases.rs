// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases.

use super::shape::{Found, Shape, VersionKey, bare, number};
use super::words::Word;
use crate::{Result, Tx};
use ambito_domain::planning::{Phase, PlanDraft};

pub(super) const PHASES: Shape =
    Shape::records("plan_phase", "id, node, objective, ordinal, title, state, from_on, to_on, note, line");

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = PHASES.rows(key);
    for (at, phase) in draft.phases.iter().enumerate() {
        let Phase { node, objective, order, title, state, from, to, note, line } = phase;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(objective).put(order).put(title).put(state.map(Word::stable));
            row.put(*from).put(*to).put(note).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Phase>> {
    let read = found.take(&PHASES, |cells| {
        let id: u32 = cells.next()?;
        let phase = Phase {
            node: cells.next()?,
            objective: cells.next()?,
            order: cells.next()?,
            title: cells.next()?,
            state: Word::next_option(cells)?,
            from: cells.next()?,
            to: cells.next()?,
            note: cells.next()?,
            line: cells.next()?,
        };
        Ok((id, phase))
    });
    Ok(bare(read?))
}
