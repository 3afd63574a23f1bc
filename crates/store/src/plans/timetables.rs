// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables; their headings and marks are lists in one column.

use super::shape::{Found, Shape, VersionKey, Within, attach, bare, number};
use crate::values::json;
use crate::{Result, Tx};
use ambito_domain::planning::{PlanDraft, Timetable, TimetableRow};

pub(super) const TIMETABLES: Shape = Shape::records("plan_timetable", "id, node, title, header, headings, line");

pub(super) const ROWS: Shape = Shape {
    table: "plan_timetable_row",
    columns: "timetable, position, code, label, marks, line",
    within: Within::Of("timetable", "plan_timetable"),
};

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = TIMETABLES.rows(key);
    for (at, timetable) in draft.timetables.iter().enumerate() {
        let Timetable { node, title, header, columns, rows: _, line } = timetable;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(title).put(json(header)).put(json(columns)).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = ROWS.rows(key);
    for (at, timetable) in draft.timetables.iter().enumerate() {
        for (position, TimetableRow { code, label, marks, line }) in timetable.rows.iter().enumerate() {
            rows.push(tx, |row| {
                row.put(number(at)).put(number(position)).put(code).put(label).put(json(marks)).put(*line);
            })
            .await?;
        }
    }
    rows.finish(tx).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Timetable>> {
    let read = found.take(&TIMETABLES, |cells| {
        let id: u32 = cells.next()?;
        let (node, title) = (cells.next()?, cells.next()?);
        let (header, columns, line) = (cells.next_json()?, cells.next_json()?, cells.next()?);
        Ok((id, Timetable { node, title, header, columns, rows: Vec::new(), line }))
    });
    let mut timetables = read?;
    let rows = found.take(&ROWS, |cells| {
        let (owner, _position): (u32, u32) = (cells.next()?, cells.next()?);
        let (code, label, marks, line) = (cells.next()?, cells.next()?, cells.next_json()?, cells.next()?);
        Ok((owner, TimetableRow { code, label, marks, line }))
    });
    attach(&mut timetables, rows?, |timetable, row| timetable.rows.push(row));
    Ok(bare(timetables))
}
